"""Words by which administration acts, and those that look like acts and are none."""

from __future__ import annotations

import re

_SURU = r"(?:(?:と)?(?:し|いたし|致し|さし|させ|なさ)|行い|行っ|行な[いっ]|図り|図っ|進め|実施し|深め|重ね|続け|始め|講じ|やっ|やり|行)"
ACT = re.compile(
    r"(?P<noun>[一-鿿々ァ-ヶーA-Za-z]+)(?:等|など)?(?P<mark>を|も|は|に|が|について|のほうを)?"
    rf"(?:さらに|更に|しっかり(?:と)?|引き続き|十分(?:に)?|鋭意|慎重に|順次|積極的に|きちんと|いろいろ(?:と)?|改めて|今|現在)*(?P<verb>{_SURU})$"
)

SAID_HERE = re.compile(
    r"(?:説明|報告|記載|答弁|答え|回答|紹介|発言|質問|質疑|話|意見|感謝|お礼|礼|お詫び|訂正|朗読|選任|挨拶|願い|申し上げ|述べ|省略|引用|着席|退席|"
    r"休憩|議題|示し|お示し|終了|御覧|披露|追加させて)"
)
"""What one does in the meeting itself; a statement only where it is put off."""

PUT_OFF = re.compile(
    r"次回|次の|後日|改めて|今後|来週|来月|来年|年度|[0-9]月|随時|適宜|都度|終了後|速やかに|まとまり|でき次第"
)

NO_ACT = re.compile(
    r"(?:認識|理解|承知|把握|判断|想定|期待|想像|予想|心配|懸念|実感|痛感|拝見|拝聴|増加|減少|低下|上昇|発生|経過|到達|影響|該当|存在|変化|普及|進展|進歩|悪化|"
    r"好転|共感|指摘|意味|推移|不足|頂戴|関係|矛盾|一致|前提|基本|中心|目的|主体|目標|成立|可決|施行|通過|流行|感染|確信|由来|対象|こと|もの|よう|機能)$|(?:^|[^一-鿿])(?:要|達|反|適|出|見|来|表|属|示|感)$"
)
"""Nouns (or what comes before し) that make a verb, but no act of administration."""

NO_VERB = re.compile(
    r"(?:なっ|なり|なら|思っ|考え|いただい|頂い|いただき|受け|受けて|聞い|聞き|伺っ|言っ|いい|感じ|見|あっ|あり|でき|分かっ|わかっ|知っ|つなげ|つながっ|繋がっ|繋げ|"
    r"問われ|持っ|もっ|高まっ|高め|増え|減っ|進ん|広がっ|変わっ|残っ|かかっ|異なっ|限ら|来|き|おっ|いっ|よっ|異な|生かし|活かし|迎え|占め|もたらし|及ぼし|与え|聞こえ|含ん|含め|過ぎ|至っ|至り|"
    r"当たっ|もらい|欠か|続い|終わっ|決まっ|入っ|出|届け|守っ|維持し|れ)$"
)
"""Verbs of state, result or perception: no act, or none that one could look for later."""

ACTIVE = re.compile(
    r"(?:開始|開設|新設|創設|設置|設立|発足|廃止|変更|改編|再編|統合|移管|改定|改正|改訂|策定|制定|修正|追加|導入|整備|拡充|拡大|増設|増員|締結|公表|公開|公募|配布|発行|"
    r"発送|送付|開催|実施|着手|着工|構築|配置|配備|派遣|委託|購入|更新|作成|試行|募集|採用|周知|増額|減額|支給|交付|助成|補助|支援|要望|要請|提出|提供|参加|監査|"
    r"点検|研修|強化|啓発|広報|発信|配信|連携|貸与|確保|育成|工事|契約|発注|収集|軽減|分析|監視|相談|指導|巡回|訪問|調整|準備|作業|取組|対策|推進|教育|訓練|注意喚起|"
    r"手続|移行|活動|事業|見直し|対応|共有)$"
)
"""Nouns by which administration acts; what is going on counts only with one of these."""

_ACTIVE_VERB = re.compile(
    r"(?:設け|講じ|進め|図っ|取り組ん|取組ん|貸し出し|立ち上げ|出し|配っ|始め|重ね|整え|増やし|行っ)$"
)

EVENT = re.compile(
    r"(?:開始|開設|新設|創設|設置|設立|発足|廃止|変更|改編|再編|統合|改定|改正|改訂|策定|制定|修正|追加|導入|整備|拡充|拡大|増設|増員|締結|公表|公募|配布|発行|送付|開催|実施|"
    r"着手|着工|構築|配置|派遣|作成|募集|周知|支給|交付|助成|補助|支援|派遣|研修|引き上げ|立ち上げ|引上げ|提供|設け|講じ|取り崩)"
)
"""What one can point to: a clause before the main one counts with one of these."""


def is_act(stem: str, found: re.Match[str] | None) -> bool:
    """Whether the verb is one by which administration acts."""
    return bool(
        (found and ACTIVE.search(found["noun"])) or _ACTIVE_VERB.search(stem) or EVENT.search(stem[-6:])
    )
