"""How the executive side words promises: 実施済, 実施する, 検討, 研究, 困難, その他.

`kind_of` reads one clause (see `chat.commitment_clauses`), white space and brackets masked. What stands after the predicate (と
考えております, ところでございます) is taken off; the ending gives the tense, the verb before it the act.

The kind is never stronger than the words: 検討 beside 実施 in one clause is 検討, 「努める」 is その他, 「目指す」 is その他. What is said in the
meeting itself (説明, 答弁), requests to others, duties in general (べき, ねばならない) and passives (what others do) are no statements.
All words are those of official style in general; none comes from a town or a document.
"""

from __future__ import annotations

import re

from chat.commitment_actors import of_citizens, of_others
from chat.commitment_acts import ACT, ACTIVE, BY_OTHERS, SAID_HERE, SAID_LATER, happens, is_act
from chat.commitment_bills import READ_OUT, enacts
from chat.commitment_declined import DID_NOT, NO_PLAN, NOT_CONSIDERED, WONDERS, declines
from chat.commitment_kinds import CONSIDER, DECLINE, DONE, OTHER, WILL, Kind
from chat.commitment_plain import plain_plan
from chat.commitment_requests import ASKS_OF, BRINGS_IN, ENTRUSTS, REQUEST
from chat.commitment_spoken import as_written
from chat.commitment_state_words import NO_ACT, NO_DEED, NO_VERB
from chat.commitment_states import is_effect, may_act
from chat.commitment_tense import (
    DECIDED,
    EXPECTED,
    FUTURE,
    Tense,
    bare,
    is_passive,
    leads_up,
    stem_of,
    tense_of,
)
from chat.commitment_weak import CONSIDERED_BY, MUST_CONSIDER, NEED, NOT_NEEDED, considered, needed

_STRIVE = re.compile(
    r"(?:努め|万全を期|気を(?:つけ|付け)|心がけ|心掛け|注視|見守(?:っ|る|り(?:た|ま))|留意|配慮|尽力|努力|励んで|全力(?!(?:で|を挙げて)取り?組)|最善を|注力|傾注|意を用い|対応できるよう|見て(?=(?:い[きく]|まい|参)[ぁ-ん]{0,6}$)"
    r"|重(?:き|点|み)[をに]置い|力を(?:入れ|注い)|(?<!れることを)(?:目指|めざ)し(?=て(?:い|お|ござ))|(?:きちんと|しっかり(?:と)?|ちゃんと)し(?=て(?:い[きく]|まい|参)))"
)
_STROVE = re.compile(r"努めて(?:き|まいり|参り)[^、]{0,3}$")
_VAGUE = re.compile(
    r"(?:十分|しっかり|適切に|適正に|的確に|丁寧に|迅速に|柔軟に|誠実に|慎重に|きちんと)対応(?:を)?(?:し|いたし)|目指し"
)
_TO_LESSEN = re.compile(r"(?:廃止|縮小|撤去|削減|値上げ|引き上げ|中止|閉鎖|休止|減ら|なくす|統合|売却)")
_DUTY = re.compile(
    r"(?:べき|なければ|ねば|なけれ|なくては|ないと(?:いけ|なら)|重要(?!性)|大切|大事|不可欠|望まし|必須|有効(?!性|活用|利用|期)|課題(?=で(?!の)|と(?!し|させ|いた|致)|だ|の?[0-9０-９]|$))"
)
_HEARSAY = re.compile(
    r"(?:という|との)こと(?:でし|でありまし|でございまし)た|(?:聞い|聞き|伺っ|伺い|承っ|報告(?:を)?受け|承知(?:を)?し|おっしゃっ)(?:て(?:は)?(?:い|お)(?:る|り|ま)|ました|た)"
)
_AIM = re.compile(
    r"(?:完了|完成|実施|開始|開設|着工|竣工|導入|供用|策定|整備|開館|開園|開校|稼働|移行|達成)(?:を|に)(?:目指|めざ)し"
)
_TALKS = re.compile(
    r"(?:業者|会社|[国都県府道省庁]|団体|組合|大学|学校|地元|地権者|所有者|関係者|[課部会]|センター|機構|公社|会長)(?:等|など|の(?:方|皆)[々さんま]{0,3}|さん|様)?と(?:は|も)?[^。]{0,60}"
    r"話(?:を|は|も)?(?:し|いたし|進め)$"
)
"""「事業者と話をしています」 is 協議, not speech in the meeting."""

_ARRANGE = re.compile(
    r"方向で(?:話|話合い|話し合い)を進めて[^、]{0,8}$|調整(?:等|など)?(?:を)?(?:進め|行っ|し)て[^、]{0,8}$"
)
"""「調整を進めている」 leaves open what comes of it."""

MANNER = re.compile(
    r"(?:方法|やり方|仕組み|[のな]形)で(?!の)(?![^、]*ながら)[^、]{0,8}$|ことを(?:随時|常に|日々)?行っ$"
)
"""How something is done (方法で実施している), which was not the question of whether."""

_BUILT = re.compile(r"構築(?:を)?(?:し|いたし)$")
"""「構築している」 says how a system is; 「構築した」 is an act."""

_EXPECTS = re.compile(r"(?:増額|減額|増収|減収|増加|減少|増|減)(?:を)?$")
"""「年間200万円の増額を見込んでおります」 expects, and does nothing."""

_AMOUNT = re.compile(
    r"(?:程度|[0-9一二三四五六七八九十百千万]+(?:人|名|円|件|回|分|時間|か所|台|食))(?:を|の)?(?:予定|計画)?$"
)
"""「三十分程度を予定している」 says how much."""

_PROCEEDING = re.compile(r"上程|付託|採決|議決|開議|(?:告|明)を終わら|[面項]に移ら")
"""The order of business of the council, whenever it comes."""

_SHOWS_LATER = re.compile(r"示しして(?:まい|参|い[きく])")
"""「作成し、お示ししてまいります」 is not done by saying so."""

_PRESENTS = re.compile(r"(?:(?<![ごお御])紹介|制度[^、]{0,10}案内|声[がか]け(?:等|など)?)(?:を|は)?し$")
"""「広報で紹介している」 goes on elsewhere."""

_COURTESY = re.compile(r"挨拶|あいさつ|感謝|お?礼(?:を|と)|[お御]?(?:詫び|わび)")

_RULED = re.compile(r"(?:こと|形)[にと]なって")
"""「補助することになっている」 is how things are arranged, unless a time to come is named."""

_DEFINED = re.compile(r"(?<![しる廃])と(?:い|致)?(?:た)?し$")
"""A term is defined (3か年といたします)."""

_FROM_HERE = re.compile(r"(?<![月日年度期春夏秋冬け])から(?:さ|し|始め|行か)?$")
_CONJECTURE = re.compile(
    r"いただける予定|の(?:かな|ではない(?:か)?)(?:と(?:いう)?(?:(?:ふう|よう)に)?(?:は|も)?(?:考え|思|感じ|捉え|存じ|$)|$)"
)
"""「広がっていくのかなと」 guesses what will happen; nobody promises it."""

_HABIT = re.compile(
    r"毎[年月週日回]|常に|日頃|その都度|随時|折に触れ|機会(?:を捉え|あるごと)"
    r"|(?:説明会|研修会?|講座|窓口|広報|ホームページ|パンフレット)(?:等|など)?[でに]"
)

_WRITTEN = re.compile(
    r"(?:計画|方針|構想|戦略|ビジョン|要綱|条例|指針)(?:の中)?に(?:も|は)?[、,]?[^。]{0,60}(?:記載|明記|掲載)(?:を)?(?:し|いたし)た"
)
"""「総合計画に記載した」 was done elsewhere than in the meeting."""

_TELLS = re.compile(r"(?:お伝え|お知らせ|説明|案内|紹介|報告|回答)(?:を|も|は)?し$")

_OBJECT = re.compile(
    r"(?:も|今回|に無償で|に委託して)[^、]{0,8}$|[書画案]は[^、]{0,16}$|[0-9][分日月]に[^、]{0,6}$"
)
"""規定も設けました, 今回統一した, 設計書は業者に作成させた."""

_CHOSEN = re.compile(
    r"(?:中止|実施|廃止|継続|延期|見送り|導入|変更|採用|開始|再開|統合|移転|閉鎖|整備|設置)(?:を|と|する(?:こと|もの)(?:を|と))(?:(?:判断|決断)し|決め)$"
)
"""「中止を判断した」 decides."""

_PROMISES = re.compile(r"(?:を|と)(?:お)?約束(?:し|いたし)(?:た|ました|ます)$")

_DECIDES_TO = re.compile(
    r"(?:する|行う|進める|設ける|続ける|図る)と(?:判断|決定)(?:を)?(?:し|いたし)(?:た|ました)(?:もの|ところ)?[^、]{0,8}$"
)
"""「継続すると判断したものです」."""

_CAN_TELL = re.compile(
    r"(?:報告|お示し|公表|説明|提出|提示|お知らせ)(?:が)?できる(?:ものと|のでは(?:ない)?|か(?:な)?)?$"
)
"""「九月の定例会には報告できるかなと思っております」."""

_FEELS_NEED = re.compile(r"必要(?:性)?[をはがも][^、]{0,10}(?:感じ|認識し|痛感し)て(?:い|お)(?:る|り|ます)")

_RESTATES = re.compile(
    r"(?:という|といった|との)(?:ような)?[おご御]?(?:質問|質疑|尋ね|指摘|意見|要望|提案|質問の趣旨)(?:かと|だと)?(?:です|であります|でございます|であ(?:る|った))?[^、ぁ-ん]*$"
    r"|か(?:という|といった|との)(?:ような)?(?:こと|点|ところ|お?話|部分)(?:です|であります|でございます)(?:が|けれども|けども|けれど|けど)?[^ぁ-ん]*$"
)
"""「計画はないのかというご質問でございます」 repeats what was asked."""

_OBJECT_LEFT = re.compile(r"を[、,]\s*$")
"""「人件費に当たる額を、管理料として払っております」."""

_HAPPENED = re.compile(r"(?<!な)が[^、,を]{0,16}$")
"""「施設が移転しました」 tells of itself; a topic (記録は公開しました) may be what was acted on."""

_THEY_DO = re.compile(
    r"(?:団体|事業者|業者|会社|企業|法人|組合|協会|連合会|自治会|町内会|町会|商店街|[市区町村県都]民|住民|保護者|利用者|所有者|参加者|生徒|児童|議員|組織委員会)"
    r"(?:等|など|の方々?|の皆(?:さん|様)(?:方)?|さん|様)?(?:自ら|自身)?が[^、,るたう]*て(?:い|お|ござ|き)[^、,]{0,6}$"
)
"""「任意の団体が運営をしております」: the act of others."""

_DONE_BEFORE = re.compile(r"(?:済み?|(?<![度間期年月日会])中)$")


def kind_of(clause: str, before: str = "", late: bool = False, said: str = "") -> Kind | None:
    """The kind of statement that the clause makes as the main one of its sentence; None where it makes none.

    Args:
        clause: brackets masked, of single width.
        before: the rest of the sentence before it; an act may have its object there.
        late: whether the sentence names a time to come (次回, 後日).
        said: what was said right before the sentence (see `enacts`).
    """
    clause = as_written(clause)
    core = bare(clause)
    if _RESTATES.search(clause):
        return None
    if DID_NOT.search(core) or READ_OUT.search(clause):
        return None
    if NOT_CONSIDERED.search(core):
        return OTHER
    if MUST_CONSIDER.search(core):
        return CONSIDER
    if BRINGS_IN.search(core):
        return WILL
    entrusts = ENTRUSTS.search(core)
    if (
        _CONJECTURE.search(clause)
        or _HEARSAY.search(core[-12:])
        or (REQUEST.search(core[-16:]) and not (ASKS_OF.search(core) or entrusts))
        or (_DUTY.search(core[-14:].rpartition("を")[2]) and not NO_PLAN.search(core))
    ):
        return None
    if NO_PLAN.search(core[-24:]):
        return OTHER if _TO_LESSEN.search(core) else DECLINE
    if declines(core) and not WONDERS.search(clause):
        return DECLINE
    if enacts(clause, before, said):
        return WILL
    if (
        (need := NEED.search(core))
        and not clause.rstrip("。．. ").endswith("こと")
        and not NOT_NEEDED.search(clause)
    ):
        return needed(core[: need.start()])
    if _PROMISES.search(core) or _DECIDES_TO.search(clause):
        return WILL
    if late and _CAN_TELL.search(core):
        return WILL
    if _FEELS_NEED.search(core[-24:]):
        return OTHER
    tense, tail = tense_of(core) or plain_plan(clause, core, before), CONSIDERED_BY.sub("〓", core[-30:])
    if entrusts:
        return DONE
    if is_passive(core):
        return None
    if weak := considered(tail, tense):
        return weak
    if tense is None and re.search(r"に努める$", core) and core != clause.strip():
        return OTHER
    if tense is None:
        return DONE if _DONE_BEFORE.search(core) and ACTIVE.search(_DONE_BEFORE.sub("", core)) else None
    if _AIM.search(tail) and tense != "past":
        return WILL if late else OTHER
    if _STRIVE.search(tail[-16:]) and (tense != "past" or _STROVE.search(tail)):
        return OTHER
    if tense == "present" and leads_up(core, before):
        return WILL
    if tense == "present" and _ARRANGE.search(tail):
        return CONSIDER
    if tense == "present" and _TALKS.search(before[-60:] + stem_of(core)):
        return CONSIDER
    if tense == "future" and _VAGUE.search(tail):
        return OTHER
    return _act(core, before, tense, late)


_HOPES = re.compile(r"(?:たい|れば|見込み|見通し|見込んで[^、]{0,6})$")
"""「向上につなげていきたい」 hopes for what comes of acts, 「つなげてまいります」 promises it."""


def _act(core: str, before: str, tense: Tense, late: bool) -> Kind | None:
    stem = stem_of(core)
    if SAID_HERE.search(stem[-9:]) and not (
        (tense == "present" and (_PRESENTS.search(stem) or _HABIT.search(before + core)))
        or ASKS_OF.search(core)
        or _WRITTEN.search(before + core)
        or (
            tense == "future"
            and (SAID_LATER.search(before + core) or "記載" in stem[-9:] or _SHOWS_LATER.search(core))
        )
    ):
        return None
    if tense == "present" and _TELLS.search(stem) and _HABIT.search(before + core):
        return DONE
    if _PROCEEDING.search(stem[-9:]) or NO_DEED.search(stem) or happens(core, stem):
        return None
    if _AMOUNT.search(stem) or _COURTESY.search(stem[-9:]):
        return None
    if _FROM_HERE.search(stem) or (tense != "future" and BY_OTHERS.search(stem)):
        return None
    if tense == "past" and _CHOSEN.search(stem):
        return DONE
    found = ACT.search(stem)
    learns = found and tense == "future" and found["noun"].endswith("把握")
    if is_effect(stem):
        keeps_up = stem.endswith("維持し") and re.search("してき(?:た|ました)$", core)
        return WILL if tense == "future" and not _HOPES.search(core) else DONE if keeps_up else None
    if NO_VERB.search(stem) or (
        found
        and not learns
        and not (tense == "future" and found["verb"].startswith("図"))
        and NO_ACT.search(found["noun"])
    ):
        return WILL if DECIDED.search(core) and ACTIVE.search(stem[-4:]) else None
    listed = is_act(stem, found)
    if of_citizens(before, core, listed) or (not listed and of_others(before, stem)):
        return None
    acts = listed or may_act(stem) or (_OBJECT_LEFT.search(before) and may_act(f"を{stem}"))
    if tense == "future" and EXPECTED.search(core):
        planned = (acts or ACTIVE.search(stem.removesuffix("す"))) and not _EXPECTS.search(stem)
        return WILL if planned and (late or not _RULED.search(core)) else None
    if tense == "future":
        defined = None if FUTURE.search(core) else _DEFINED.search(stem)
        starts = defined and late and ACTIVE.search(stem[: defined.start()])
        return WILL if starts or not defined else None
    if MANNER.search(stem) or _THEY_DO.search(core):
        return None
    if tense == "present":
        return DONE if acts and not _BUILT.search(stem) else None
    named = (found and not found["mark"] and len(found["noun"]) > 3) or _OBJECT.search(stem)
    with_object = named or re.search(
        r"を|について|に(?:取り組ん|取組ん|応じ)|(?:国|都|県|道|府|省|庁)(?:など|等)?に", stem + before[-40:]
    )
    return (
        DONE
        if (acts and (with_object or not _HAPPENED.search(stem)))
        or ((found or stem.endswith(("設け", "始め", "上げ", "し", "定め", "終え", "決め"))) and with_object)
        else None
    )
