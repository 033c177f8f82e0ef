"""What is said with a verb and is no act of administration: states, results, perceptions, what a paper says.

A verb with an object is taken for an act unless it stands here: administration acts by more verbs than a list can hold, but what
it merely is, sees or has is said with few.
"""

from __future__ import annotations

import re

NO_ACT = re.compile(
    r"(?:認識|理解|承知|把握|判断|想定|期待|想像|予想|心配|懸念|実感|痛感|拝見|拝聴|増加|減少|低下|上昇|発生|経過|到達|重複|影響|該当|存在|変化|普及|進展|進歩|悪化|"
    r"好転|共感|勘案|考慮|加味|指摘|意味|推移|不足|頂戴|関係|矛盾|一致|前提|基本|中心|目的|主体|目標|通行|走行|往来|参考|成立|可決|施行|通過|流行|感染|確信|由来|対象|こと|もの|よう|機能)$|(?:^|[^一-鿿])(?:要|達|反|適|見|来|表|属|示|感)$"
)
"""Nouns (or what comes before し) that make a verb, but no act of administration."""

NO_VERB = re.compile(
    r"(?:(?<!行)なっ|なり|なら|思っ|考え|いただい|頂い|いただき|受け|受けて|聞い|聞き|伺っ|言っ|いい|感じ|(?<![一-鿿])見|あっ|あり|でき|分かっ|わかっ|知っ|つながっ|繋がっ|"
    r"問われ|持っ|もっ|高まっ|増え|減っ|進ん|広がっ|変わっ|残っ|かかっ|異なっ|限ら|(?<![一-鿿])来|き|おっ|いっ|よっ|異な|迎え|占め|もたらし|及ぼし|与え|聞こえ|含ん|含め|過ぎ|至っ|至り|"
    r"(?<!支援に)(?<!対応に)(?<!指導に)(?<!業務に)(?<!復旧に)(?<!調整に)当たっ|もらい|欠か|続い|終わっ|決まっ|(?<!工事に)(?<!手続に)(?<!作業に)(?<!準備に)(?<!調整に)入っ|(?<![一-鿿])出|(?<!入)れ)$"
)
"""Verbs of state, result or perception: no act, or none that one could look for later."""

_EFFECT = re.compile(r"(?:つなげ|繋げ|結び[付つ]け|高め|生かし|活かし|届け|守っ|維持し)$")
"""What comes of acts: promised (改善につなげてまいります) it is a promise, told of what is it is a state."""

_STATE_NOUN = re.compile(
    r"(?:予定|計画|(?<![一-鿿])会議|要件|位置[付づ]け|考え方|お配り|印刷|積算|算定|計算|(?:高齢|少子|老朽|深刻|活発|多様|複雑|長期|本格|顕在|慢性|過疎|温暖|巧妙|高度|常態|形骸)化|方|操作|(?<![一-鿿])作業|支出|記載|記述|表記|例示|添付|引用|記録|推計|推測|推察|推定|予測|見当|イメージ|(?<!の)評価|強調|尊重|担当|所管|所有|所持|保有|在籍|勤務|所属|併設|位置|隣接|構成|区分|分類|推進役|調整役|役割|"
    r"充実|貢献|寄与|記憶|自負|合意|通学|進学|受診|登場|加速度|激減|激増|急増|急減|半減|倍増|増|減|定着|浸透|成長|発展|回復|拡散|混雑|集中|苦慮|苦労|被災|故障|破損|劣化|競合|連動|直結|両立|共通|共存|"
    r"根拠|原則|上限|下限|基準|形式|形態|手法|方式|必要|可能|有|擁|呈|記|称|関連|程度|最低|最大|最高|注目|納得|満足|安心|歓迎|明言|答弁|説明|報告|提案|発言|回答|案内|御案内|話|約束|検挙|観測|確定|比較|差|黒字|赤字|均衡|記入|体験|経験|獲得|発揮|受賞|消費|利用|希望|辞退|受講|来館|来場|視聴|閲覧|購読|応募|出場|受験|危惧)$"
)
"""More of them, where nothing but the object speaks for an act."""

_STATE_VERB = re.compile(
    r"(?:(?:と|に)(?:し|いたし|致し|させ)|かっ|か|いらっしゃっ|おら|くださっ|くれ|目指し|めざし|(?:形|方法|方式|手法|態度|立場|考え|考え方|姿勢|スタンス|対策|対応|体制|連絡|バランス|時間|期間)を(?:取|と)っ|抱い|うたっ|扱っ|取り扱っ|挙げ|掲げ|示し|書い|担っ|果たし|負っ|抱え|有し|擁し|要し|呈し|帯び|保っ|占め|得|得て|超え|越え|上回っ|下回っ|回っ|たどっ|望ん|願っ|祈っ|信じ|疑っ|恐れ|悩ん|困っ|仰い|賜っ|賜り|承っ|承り|学ん|覚え|忘れ|"
    r"満たし|戻っ|完成してしまっ|過ごし|送って|暮らし|担い|持ち|表し|あらわし|現し|描い|物語っ|誇っ|備え|なし|遂げ|来し|来たし|招き|招い|被っ|こうむっ|見せ|見込ん|踏まえ|捉え|とらえ|認め|存じ|申し|述べ|語っ|おっしゃっ|呼ん|通し|通じ|伴っ|伴い|含み|転じ|発し|貫い|支え|営ん|絞っ|抜い|足し|分け|添え|付け加え|見かけ|お見かけし|(?<!義務)(?<!受け)つけ|付け(?<!受け付け)(?<!義務付け)|書き|望み|願い|学び|描き|招き|掲げ|示し|要し|上げ(?<!取り上げ)(?<!引き上げ)(?<!立ち上げ)(?<!打ち上げ)(?<!引上げ)(?<!声を上げ)|分かち合い|(?:迷惑|苦労|手数|心配|不便|負担)を(?:お)?かけ(?:し)?|上回り|下回り|保ち|負い|たどり|望み|祈り|困り|誇り|招き|失い|欠き|損ない|勘案し|生じ|描き出し|残し|残っ|つかん|つかまえ|怠っ|失っ|欠い|損なっ|損ね|逃し|違え|誤っ|重んじ|案じ|見つめ|心得|受け止め|受けとめ|生み出し|打ち出し|取り戻し|控え|役割を終え|収め|ござい|いたし(?<!をいたし)|とし|にし)$"
)
"""Verbs with an object that are states, speech or what a paper holds."""

WISH = re.compile(r"を[^、,をるたがは]{0,20}[いきぎしちにびみりえけげせてねべめれ](?P<ending>たい|ます)$")
"""A wish or a polite plan with any verb that has an object: 「窓口を減らします」, 「工事を終えたい」."""

_OBJECT = re.compile(r"(?:を|について(?:は|も))[^、,をるたがは]{0,20}$")


def is_effect(stem: str) -> bool:
    """Whether the stem tells what comes of acts (改善につなげ, 機運を高め)."""
    return bool(_EFFECT.search(stem))


_DONE_TO = re.compile(r"(?:を|も)?(?:し|いたし|致し|行っ|行い|行|させ)$")


def may_act(stem: str) -> bool:
    """Whether the verb has an object and is none of those known as states: an act, though no list has it.

    Args:
        stem: the clause without its ending.
    """
    stem = stem.removesuffix("続け")
    if NO_VERB.search(stem) or _EFFECT.search(stem) or not _OBJECT.search(stem):
        return False
    return not is_state(stem)


def is_state(stem: str) -> bool:
    """Whether the verb with an object is a state, speech, or what a paper holds."""
    noun = _DONE_TO.sub("", stem)
    return bool(NO_ACT.search(noun) or _STATE_NOUN.search(noun) or _STATE_VERB.search(stem))


def may_wish(core: str) -> bool:
    """Whether the bare clause wishes or plans with a verb that has an object and is no state; effects can only be hoped for."""
    wish = WISH.search(core)
    stem = core[: wish.start("ending")] if wish else ""
    hopes = wish and wish["ending"] == "たい" and is_effect(stem)
    return bool(wish) and not (hopes or NO_VERB.search(stem) or is_state(stem))


_PLAIN = re.compile(r"を[^、,をるたがは]{0,16}[うくぐすつぶむる]$")
_INFINITIVE = dict(zip("うくぐすつぶむる", "いきぎしちびみり", strict=True))


def any_plain(core: str) -> bool:
    """Whether the bare clause ends in the plain form of a verb that has an object and is no state: 「部品の値段を調べる」."""
    if not _PLAIN.search(core):
        return False
    stems = [core[:-2] + "し"] if core.endswith("する") else [core[:-1] + _INFINITIVE[core[-1]], core[:-1]]
    return not any(NO_VERB.search(stem) or _EFFECT.search(stem) or is_state(stem) for stem in stems)
