"""How the executive side words promises: 実施済, 実施する, 検討, 研究, 困難, その他.

`kind_of` reads one clause (see `chat.commitment_clauses`), white space and brackets masked. What stands after the predicate (と
考えております, ところでございます) is taken off; the ending gives the tense, the verb before it the act.

The kind is never stronger than the words: 検討 beside 実施 in one clause is 検討, 「努める」 is その他, 「目指す」 is その他. What is said in the
meeting itself (説明, 答弁), requests to others, duties in general (べき, ねばならない) and passives (what others do) are no statements.
All words are those of official style in general; none comes from a town or a document.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Kind = Literal["実施済", "実施する", "検討", "研究", "困難", "その他"]
Tense = Literal["past", "present", "future"]

DONE: Final = "実施済"
WILL: Final = "実施する"
CONSIDER: Final = "検討"
STUDY: Final = "研究"
DECLINE: Final = "困難"
OTHER: Final = "その他"

KINDS: tuple[Kind, ...] = (DONE, WILL, CONSIDER, STUDY, DECLINE, OTHER)

OPEN_KINDS: tuple[Kind, ...] = (WILL, CONSIDER, STUDY)
"""Kinds after which something is still to come."""

_IRU = r"(?:い(?:る|ます|た|ました)|お(?:る|ります|りました)|ござい(?:ます|ました))"
_TO_THINK = (
    rf"(?:考え|思っ|思い|思|存じ|認識し)(?:て{_IRU}|る|ます|う)?(?:て(?:は)?(?:い|お)(?:る|ります|ます))?"
)

_SHELL = re.compile(
    rf"(?:(?:と|かと)?(?:いう|いった)?(?:ふう|よう)に{_TO_THINK}|(?:と|か)(?:は|も)?{_TO_THINK}|と(?:いう)?"
    r"|(?:という|といった)?(?:ところ|状況|次第|もの|わけ|(?<=[るたいなう])[のん]|形|段階|項目|考え|考え方|方向|こと)(?=(?:である|です|でございます|であります|でありまして|でして|であり|だ|であるが|になります|ある)?$)"
    r"|であ(?:る|ります)|です|でございます|でありまして|でして|であり|ございます|で"
    r"|ところ(?:に)?(?:ある|あります)?|(?:ね|よ|な|けれども|けれど|けど|が|ので|から|し))$"
)
"""What stands after the predicate; taken off piece by piece from the end."""

_TO_COME = r"(?:こと(?:に|と)(?:な|し|いたし|致し)[^、]{0,9}|(?:という)?(?:予定|考え|方針|つもり|所存|計画)[^、]{0,9})?"
_FUTURE = re.compile(
    rf"(?:(?:て|で)(?:い(?:く|き(?:ます|たい)|こう|ける)|まい(?:る|り(?:ます|たい))|参(?:る|り(?:ます|たい))|ゆ(?:く|き(?:ます|たい)))"
    rf"|させて(?:いただ(?:く|き(?:ます|たい)|こう)|頂(?:く|き(?:ます|たい))|もら(?:う|い(?:ます|たい))))(?:か)?{_TO_COME}$"
)
_DECIDED = re.compile(
    rf"(?<!示)(?<!いう)(?<!目指)(?<!めざ)(?:う|く|す|つ|ぬ|む|る)(?:こと(?:と|に)(?:なった|なりました)|(?:こと|もの)と(?:し|いたし|致し)(?:た|て{_IRU}|ました|ます)?)$"
    rf"|(?:う|く|す|つ|む|る)(?:予定|計画|方針|つもり|所存|考え)(?:(?:を|と)?(?:し|いたし|持っ)て{_IRU})?$"
    rf"|(?:を)?(?:予定|計画)(?:を)?(?:し|いたし)て{_IRU}$|予定$|(?<!という)ことを(?:考え|予定|計画)(?:し)?て{_IRU}$|できれば$"
)
_WISH = re.compile(
    r"(?P<stem>.*(?:し|いたし|致し|行い|図り|進め|取り組み|設け|講じ|始め|続け|整え|伝え))(?:たい|ます)$"
)
_PRESENT = re.compile(rf"(?:て|で){_IRU}$|(?:て|で)(?:もらって|いただいて)(?:い|お)(?:る|ます|ります)$")
_PAST = re.compile(r"(?:て(?:き|まいり|参り|おり|い))?(?:ました|た)$")

_SURU = r"(?:(?:と)?(?:し|いたし|致し|さし|させ|なさ)|行い|行っ|行な[いっ]|図り|図っ|進め|実施し|深め|重ね|続け|始め|講じ|やっ|やり|行)"
_ACT = re.compile(
    r"(?P<noun>[一-鿿々ァ-ヶーA-Za-z]+)(?:等|など)?(?P<mark>を|も|は|に|が|について|のほうを)?"
    rf"(?:さらに|更に|しっかり(?:と)?|引き続き|十分(?:に)?|鋭意|慎重に|順次|積極的に|きちんと|いろいろ(?:と)?|改めて|今|現在)*(?P<verb>{_SURU})$"
)

_SAID_HERE = re.compile(
    r"(?:説明|報告|記載|答弁|答え|回答|紹介|発言|質問|質疑|話|意見|感謝|お礼|礼|お詫び|訂正|朗読|選任|挨拶|願い|申し上げ|述べ|省略|引用|着席|退席|"
    r"休憩|議題|示し|お示し|終了|御覧|披露|追加させて)"
)
"""What one does in the meeting itself; a statement only where it is put off."""

PUT_OFF = re.compile(
    r"次回|次の|後日|改めて|今後|来週|来月|来年|年度|[0-9]月|随時|適宜|都度|終了後|速やかに|まとまり|でき次第"
)

_NO_ACT = re.compile(
    r"(?:認識|理解|承知|把握|判断|想定|期待|想像|予想|心配|懸念|実感|痛感|拝見|拝聴|増加|減少|低下|上昇|発生|経過|到達|影響|該当|存在|変化|普及|進展|進歩|悪化|"
    r"好転|共感|指摘|意味|推移|不足|頂戴|関係|矛盾|一致|前提|基本|中心|目的|主体|目標|成立|可決|施行|通過|流行|感染|確信|由来|対象|こと|もの|よう|機能)$|(?:^|[^一-鿿])(?:要|達|反|適|出|見|来|表|属|示|感)$"
)
"""Nouns (or what comes before し) that make a verb, but no act of administration."""

_NO_VERB = re.compile(
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

_CONSIDER = re.compile(
    r"検討(?:等)?(?:に(?:着手|入|な)|と(?:な|し)|課題|中|段階|(?:を|も|は)?(?:さらに|更に|引き続き|十分(?:に)?|鋭意|慎重に|今後)*"
    r"(?:し|いたし|致し|行|進め|重ね|深め|続け|加え|する|させ|ござい|$|である|です|必要|いただ))"
)
_STUDY = re.compile(
    r"研究(?:課題|(?:を|も)?(?:さらに|更に|引き続き|十分(?:に)?|今後)*(?:し|いたし|致し|行|進め|重ね|深め|続け|する|させ))"
)
_LOOK_INTO = re.compile(
    r"(?:検証|調査|精査|協議|議論|検討)(?:等)?(?:を|も)?(?:今|現在)?(?:し|いたし|行|進め|重ね|深め|続け|させ|やっ)"
)
_REVIEW = re.compile(r"見直(?:し|す)")
_WEIGH = re.compile(
    r"模索|見極め|可能性を探|視野に(?:入れ|置)|判断して(?:い|まい|参)|今後の課題|考えていか|考えて(?:い(?:き|く)|まい)"
)
_STRIVE = re.compile(
    r"(?:努め|万全を期|気を(?:つけ|付け)|心がけ|心掛け|注視|留意|配慮|尽力|励んで|全力|最善を|注力|傾注|意を用い|対応できるよう)"
)
_VAGUE = re.compile(r"(?:十分|しっかり|適切に|適正に|的確に|きちんと)対応(?:を)?(?:し|いたし)|目指し")
_DECLINE = re.compile(
    r"(?:は|が|も|こと|に|で|、|^)(?:大変|非常に|極めて|なかなか|現時点では|現状では|現段階では|財政的に(?:も)?)?(?:困難|難しい|難しく|厳しい|厳しく|不可能)(?:な)?(?:状況|面|もの|こと|ところ|の)?[ぁ-ん]{0,8}$"
    r"|(?:実施|導入|設置|対応|実現|整備|支援|拡充|補助|助成|増額|採用|許可|公開|こと)(?:は|が|も)?(?:する|行う)?(?:こと)?(?:は|が)?(?:でき(?:ない|ません|かね)|(?:いた)?しかね)"
    r"|見送(?:る|り|っ|ら)|断念|(?:実施|導入|設置|整備)(?:は)?し(?:ない|ません)(?:こと|方針)?"
)
_DIFFICULT_FACT = re.compile(
    r"(?:困難|難しく|厳しく)(?:と|に)?なっ|^(?:大変|非常に|極めて|依然(?:として)?)?厳しい(?:状況|環境|情勢)"
    r"|(?:言う|申す|申し上げる|説明|表現|予測|予想|断定|把握)(?:する)?(?:の|こと)?(?:は|が|も)?[^、]{0,4}(?:困難|難し)"
    r"|(?:経済|景気|雇用|収支|経営|環境|財政|状況|情勢|財源|運営|生活|見通し)(?:状況|事情)?(?:は|が|も)[^、]{0,10}厳し"
)
_NOT_CONSIDERED = re.compile(
    r"検討(?:を|は|も|には)?(?:今のところ|現在|現時点では|まだ)?(?:し|いたし|行|着手し|至)(?:って|て)?(?:は|も)?(?:い|お)?(?:ない|ません|りません)$"
)
"""「検討はしていない」 says how things stand: neither that it is considered nor that it cannot be done."""

_NO_PLAN = re.compile(
    r"(?:考え|予定|計画)(?:て|し|して)?(?:は|も|には)?(?:い(?:ない|ません)|おりません|ない|ありません|ございません)"
)
_TO_LESSEN = re.compile(r"(?:廃止|縮小|撤去|削減|値上げ|引き上げ|中止|閉鎖|休止|減ら|なくす|統合|売却)")
_NEED = re.compile(r"(?:必要)(?:が|は|も)?(?:ある|あります|ございます|であり|です|である)?$")
_DUTY = re.compile(
    r"(?:べき|なければ|ねば|なけれ|なくては|ないと(?:いけ|なら)|重要|大切|大事|不可欠|望まし|必須|有効|課題(?=で(?!の)|と|だ|の?[0-9０-９]|$))"
)
_HEARSAY = re.compile(r"(?:聞い|聞き|伺っ|伺い|承っ)(?:て(?:は)?(?:い|お)(?:る|り|ま)|ました|た)")
_BY_OTHERS = re.compile(r"(?:国|政府|都|県|道|府)(?:の方)?(?:から|が|で|において)[^、をの]{0,12}$")
"""Who acts, right before the verb: 国から送付している."""

_AIM = re.compile(
    r"(?:完了|実施|開始|開設|導入|供用|策定|整備|開館|開園|開校|稼働|移行|達成)(?:を|に)(?:目指|めざ)し"
)
_PREPARING = re.compile(r"準備(?:等)?を(?:進め|行|し)")
_MANNER = re.compile(r"(?:方法|形|やり方|仕組み)で[^、]{0,8}$|ことを(?:随時|常に|日々)?行っ$")
"""How something is done (方法で実施している), which was not the question of whether."""

_BUILT = re.compile(r"構築(?:を)?(?:し|いたし)$")
"""「構築している」 says how a system is; 「構築した」 is an act."""

_DEFINED = re.compile(r"(?<![しる廃])と(?:い|致)?(?:た)?し$")
"""A term is defined (3か年といたします)."""

_FROM_HERE = re.compile(r"から(?:さ|し|始め)?$")
_REQUEST = re.compile(
    r"(?<!させ)(?:て|で)(?:いただ(?:き(?:たい|ます)|け|く)|頂(?:き(?:たい|ます)|け|く)|ほし|もらいた|下さ|くださ)|(?:いただけ(?:れ|た)|願え)|お願い|お?願(?:い|え)|御?協力を|賜|ください"
)
_PASSIVE = re.compile(r"(?:さ|なさ|わ|か|ら|ま|た|げ|せ|け|え|め|べ)れ(?:て|た|ま|る)|られ(?:て|た|ま|る)")


_CONJECTURE = re.compile(r"の(?:かな|ではない(?:か)?)(?:と|$)")
"""「広がっていくのかなと」 guesses what will happen; nobody promises it."""

_CONSIDERED_BY = re.compile(
    r"検討(?:を)?(?:する|し(?:て(?:い|お)る|た))(?:ような)?"
    r"(?!予定|考え|方針|必要|所存|計画|段階|状況|最中|次第|形|方向|結果)[一-鿿]"
)
"""検討 before a noun tells which (移住を検討する方), not what is done."""

_ADDED = re.compile(
    r"(?:という|との|といった)(?:こと|ところ|形|方向)(?:で|でございまして|でして|であり(?:まして)?)$"
)
"""検討するということで、: what stands before it is the statement."""


def bare(clause: str) -> str:
    """The clause without what stands after its predicate."""
    core = clause.strip().rstrip("。．.！!？?、,」』）)…―ー ")
    while match := _SHELL.search(core):
        if match.start() == 0 or match.start() == len(core):
            break
        core = core[: match.start()]
    return core


def tense_of(core: str) -> Tense | None:
    """Whether the predicate is past, going on or to come; None for states, procedures and bare nouns."""
    if _FUTURE.search(core) or _DECIDED.search(core):
        return "future"
    if _PRESENT.search(core):
        return "present"
    if _PAST.search(core):
        return "past"
    return "future" if _WISH.search(core) else None


def is_passive(core: str) -> bool:
    """Whether the predicate is passive: it tells what is done by others or by nobody in particular."""
    return bool(_PASSIVE.search(core[-10:]))


def stem_of(core: str) -> str:
    """What stands before the ending: the verb and its object."""
    for pattern in (_FUTURE, _DECIDED, _PRESENT, _PAST):
        if match := pattern.search(core):
            return core[: match.start()]
    return match["stem"] if (match := _WISH.search(core)) else core


def kind_of(clause: str, before: str = "", late: bool = False) -> Kind | None:
    """The kind of statement that the clause makes as the main one of its sentence; None where it makes none.

    Args:
        clause: brackets masked, of single width.
        before: the rest of the sentence before it; an act may have its object there.
        late: whether the sentence names a time to come (次回, 後日).
    """
    core = bare(clause)
    if _NOT_CONSIDERED.search(core):
        return OTHER
    if (
        _CONJECTURE.search(clause)
        or _HEARSAY.search(core[-12:])
        or _REQUEST.search(core[-16:])
        or (_DUTY.search(core[-14:]) and not _NO_PLAN.search(core))
    ):
        return None
    if _NO_PLAN.search(core[-14:]):
        return OTHER if _TO_LESSEN.search(core) else DECLINE
    if _DECLINE.search(core[-30:]) and not _DIFFICULT_FACT.search(core) and "お答え" not in core:
        return DECLINE
    if need := _NEED.search(core):
        return _needed(core[: need.start()])
    tense, tail = tense_of(core), _CONSIDERED_BY.sub("〓", core[-30:])
    if is_passive(core):
        return None
    if weak := _considered(tail, tense):
        return weak
    if tense is None:
        return None
    if _STRIVE.search(tail[-16:]) and tense != "past":
        return OTHER
    if _AIM.search(tail) and tense != "past":
        return WILL if late else OTHER
    if _PREPARING.search(tail) and tense != "past":
        return WILL
    if tense == "future" and _VAGUE.search(tail):
        return OTHER
    return _act(core, before, tense, late)


def _needed(core: str) -> Kind | None:
    """「拡充する必要がある」 is a view, 「見直す必要がある」 the opening of a review."""
    if re.search(r"(?:検討|見直)[^、]{0,4}$", core):
        return CONSIDER
    return OTHER if re.search(r"(?:する|図る|進める|設ける|行う)$", core) and len(core) > 8 else None


def _considered(tail: str, tense: Tense | None) -> Kind | None:
    """検討 and 研究, also what leads up to a decision; the weaker where both are said."""
    if tense != "past" and _STUDY.search(tail):
        return STUDY
    if _CONSIDER.search(tail) and not (tense == "past" and re.search(r"検討(?:を)?(?:し|いたし|行)", tail)):
        return CONSIDER
    if tense in ("future", "present") and (_LOOK_INTO.search(tail[-22:]) or _WEIGH.search(tail)):
        return CONSIDER
    if tense == "future" and _REVIEW.search(tail[-18:]) and not _DECIDED.search(tail):
        return CONSIDER
    return None


def _act(core: str, before: str, tense: Tense, late: bool) -> Kind | None:
    stem = stem_of(core)
    if _SAID_HERE.search(stem[-9:]) and not (tense == "future" and late):
        return None
    if _FROM_HERE.search(stem) or (tense != "future" and _BY_OTHERS.search(stem)):
        return None
    found = _ACT.search(stem)
    if _NO_VERB.search(stem) or (found and _NO_ACT.search(found["noun"])):
        return WILL if _DECIDED.search(core) and ACTIVE.search(stem[-4:]) else None
    if tense == "future":
        return None if _DEFINED.search(stem) and not _FUTURE.search(core) else WILL
    if _MANNER.search(stem):
        return None
    acts = _acts(stem, found)
    if tense == "present":
        return DONE if acts and not _BUILT.search(stem) else None
    with_object = re.search("を|について", stem + before[-40:])
    return DONE if (acts or found or stem.endswith(("設け", "始め", "上げ", "し"))) and with_object else None


def _acts(stem: str, found: re.Match[str] | None) -> bool:
    """Whether the verb is one by which administration acts."""
    return bool(
        (found and ACTIVE.search(found["noun"])) or _ACTIVE_VERB.search(stem) or EVENT.search(stem[-6:])
    )


_MID_DONE = re.compile(
    r"(?:した|しました|いたしました|行った|行いました|してきた|しており|いたしており|して(?:い|お)(?:る|ります)が|設けた|設けており)"
    r"(?:まして|ほか|ところ|上|うえ|のは|(?:ところ|の|ん|もの)?(?:でございます|であります|です|である|であり)?(?:が|けれども)?)?$"
)
_MID_OPEN = re.compile(
    r"(?:し|いたし|行い|図り|設け|講じ|する(?:ほか|とともに|など)|(?:図る|行う|設ける|進める)(?:ほか|とともに|など)|(?:する|設ける)こと(?:で|により)|とし)$"
)
_MID_CONSIDER = re.compile(
    r"(?:検討|研究)(?:を|も)?(?:し|行い|重ね|進め)(?:た(?:上|うえ)で|て|つつ|ながら|ており(?:まして)?)?$|検討の(?:上|うえ)(?:で)?$"
)
_REVIEW_NEEDED = re.compile(
    r"(?:見直す|見直しの|検討する)必要がある(?:と(?:考え|認識し)て)?(?:おり|い|ため|こと)"
)
_GOES_ON = re.compile(r"(?:ます|です|ある|いる|おる|たい|ない|た|だ)(?:が|けれども|けれど|けど|ので)$")


def kind_before(clause: str, tense: Tense | None, main: Kind | None, late: bool = False) -> Kind | None:
    """The kind of a clause that goes on after a comma: a concrete act beside the main one.

    Args:
        clause: as in `kind_of`, with its comma.
        tense: that of the main clause; 補助を行い has it.
        main: the kind of the main clause.
        late: whether the sentence names a time to come.
    """
    core = clause.strip().rstrip("、,")
    if added := _ADDED.search(core):
        kind = kind_of(core[: added.start()], late=late)
        return kind if kind in (CONSIDER, STUDY) else None
    if match := _MID_CONSIDER.search(core):
        return STUDY if "研究" in match.group() else CONSIDER
    if _REVIEW_NEEDED.search(core):
        return CONSIDER
    if _SAID_HERE.search(core[-14:]) or _REQUEST.search(core[-12:]) or _PASSIVE.search(core[-8:]):
        return None
    if EVENT.search(core[-22:]) and re.search("を|より|から|と", core):
        if _MID_DONE.search(core):
            return DONE
        if (match := _MID_OPEN.search(core)) and not _NO_ACT.search(core[: match.start()]):
            return _beside(tense, main)
    if _GOES_ON.search(core):
        kind = kind_of(core, late=late)
        return kind if kind in (WILL, CONSIDER, STUDY, DECLINE) else None
    return None


def _beside(tense: Tense | None, main: Kind | None) -> Kind | None:
    """What 「補助を行い、」 says by the main clause: promised where that is to come, done where it is past or going on."""
    if tense == "future" or main in (WILL, CONSIDER, STUDY):
        return WILL if main else None
    return DONE if tense else None
