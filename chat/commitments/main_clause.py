"""How the executive side words promises: 実施済, 実施する, 検討, 研究, 困難, その他.

`kind_of` reads one clause (see `chat.commitments.clauses`), white space and brackets masked. What stands after the predicate (と
考えております, ところでございます) is taken off; the ending gives the tense, the verb before it the act.

The kind is never stronger than the words: 検討 beside 実施 in one clause is 検討, 「努める」 is その他, 「目指す」 is その他. What is said in the
meeting itself (説明, 答弁), requests to others, duties in general (べき, ねばならない) and passives (what others do) are no statements.
All words are those of official style in general; none comes from a town or a document.
"""

from __future__ import annotations

import re

from chat.commitments.actors import by_named_others, some_wish
from chat.commitments.acts import ACTIVE, BY_OTHERS
from chat.commitments.bills import READ_OUT, enacts
from chat.commitments.considering import (
    CONSIDERED_BY,
    MUST_CONSIDER,
    NEED,
    NOT_NEEDED,
    considered,
    needed,
    settles,
)
from chat.commitments.declined import DID_NOT, NO_PLAN, NOT_CONSIDERED, WONDERS, declines_as_main
from chat.commitments.deeds import deed
from chat.commitments.kinds import CONSIDER, DECLINE, DONE, OTHER, WILL, Kind
from chat.commitments.plain_plans import plain_plan
from chat.commitments.requests import ASKS_OF, BRINGS_IN, ENTRUSTS, asks
from chat.commitments.shell import bare
from chat.commitments.spoken import as_written
from chat.commitments.tense import IRU, is_passive, leads_up, stem_of, tense_of

_STRIVE = re.compile(
    r"(?:努め(?!るよう(?:に)?[^、]{0,8}(?:要請|要望|求め|依頼|指導|働きかけ))|万全を期|気を(?:つけ|付け|引き締め|配)|耳を傾け|目を(?:配|光らせ)|心を(?:配|砕)|(?:頑|がん)[張ば]っ|励ん|襟を正|肝に銘じ|身を引き締め|意を(?:注|払)|汗をかい|知恵を絞|(?:寄り添|向き合)っ(?=て(?:い[きく]|まい|参))|意識を[^、]{0,8}持っ|(?:仕事|職務)に当たっ(?=て(?:い[きく]|まい|参))|心がけ|心掛け|注視|見守(?:っ|る|り(?:た|ま))|留意|配慮(?!を(?:求め|お?願|要請|呼びかけ))|尽力(?=し|いたし)|最優先に|努力(?!義務)|励んで|頭に(?:置い|入れ)(?=てお)|力を尽く|全力(?!(?:で|を挙げて)(?:取り?組|推進|支援|進め|実施|整備|展開))|最善を|注力|傾注|意を用い|対応できるよう|見て(?=(?:い[きく]|まい|参)[ぁ-ん]{0,6}$)"
    r"|重(?:き|点|み)[をに]置い|力を(?:入れ|注い)|役割を(?:果たし|担っ)(?=て(?:い[きく]|まい|参))|(?<!れることを)(?:目指|めざ)し(?=て(?:い|お|ござ))|(?<!を)(?<![一-鿿]は)(?:きちんと|しっかり(?:と)?|ちゃんと)し(?=て(?:い[きく]|まい|参)))"
)
_STROVE = re.compile(
    r"(?:努め|(?:全力|力)を尽くし|注力し|傾注し|意を(?:注い|用い)|力を(?:入れ|注い)|心がけ|心掛け|配慮し|寄り添っ|向き合っ|最善を尽くし)て(?:き|まい[りっ]|参[りっ])[^、]{0,3}$"
)
_MINDS = re.compile(r"(?:考慮|加味|勘案)(?:を)?して(?:い[きくけ]|まい|参)")
"""「感染の状況を考慮してまいります」."""

_THEY_STRIVE = re.compile(
    r"て(?:いただい|頂い|もらっ|くださっ|くれ)て(?:い|お)(?:る|た|ます|ました|ります|りました)$"
)
"""「お店の方に見守っていただいていた」: others did."""

_STROVE_ONCE = re.compile(r"に努め(?:た|ました)$")
"""「周知に努めたところでございます」 is over."""

_VAGUE = re.compile(
    r"(?:十分|しっかり|適切に|適正に|的確に|丁寧に|迅速に|柔軟に|誠実に|慎重に|きちんと)(?:と)?[^、,をでに]{0,12}対応(?:を)?(?:し|いたし)(?!ながら|つつ)|目指し(?!て(?:取り?組|整備|進め|[^、]{1,16}を(?:つくっ|作っ|築い|整え|整備|実施|展開|進め))|た[一-鿿ァ-ヶー〓])"
)
_TO_LESSEN = re.compile(
    r"(?:廃止|縮小|撤去|削減|値上げ|引き上げ|中止|撤回|白紙|先送り|後退|閉鎖|休止|減ら|なくす|統合|売却|閉[めじ]|打ち切|やめ|取り壊)"
)
_DUTY = re.compile(
    r"(?:べき(?=[^、をはが]{0,4}$)|なければ|ねば|なけれ|なくては|ないと(?:いけ|なら)|重要(?!性)|(?:大切|大事)(?!に)|不可欠|望まし|必須|有効(?!性|に|活用|利用|期)|(?<!検討)(?<!研究)(?<!今後の)課題(?=で(?!の)|と(?!し|させ|いた|致)|だ|の?[0-9０-９]|$))"
)
_HEARSAY = re.compile(
    r"(?:という|との)こと(?:でし|でありまし|でございまし)た|(?:聞い|聞き|聞き(?:を)?し|伺い(?:を)?し|伺っ|伺い|承っ|報告(?:を)?受け|承知(?:を)?し|おっしゃっ)(?:て(?:は)?(?:い|お|ござい)(?:る|り|ま)|ました|た)|[だるいた]そう$"
)
_LISTENS = re.compile(
    r"(?:話|意見|声|要望|意向)(?:等|など)?を(?:伺っ|聞い|聴い)て(?:い|お)(?:る|ります|ます)$"
)
"""「各地区へ出向いてお話を伺っている」 hears in person, which deeds tell apart."""

_AIM = re.compile(
    r"(?:完了|完成|実施|開始|開設|着工|竣工|導入|供用|策定|整備|開館|開園|開校|稼働|移行|達成)(?:を|に)(?:目指|めざ)し(?!て(?:取り?組|整備|進め))"
)
_TALKS = re.compile(
    r"(?:業者|会社|[国都県府道省庁]|団体|組合|大学|学校|地元|地権者|所有者|関係者|[課部会]|センター|機構|公社|会長)(?:等|など|の(?:方|皆)[々さんま]{0,3}|さん|様)?と(?:は|も)?[^。]{0,60}"
    r"話(?:を|は|も)?(?:し|いたし|進め)$"
)
"""「事業者と話をしています」 is 協議, not speech in the meeting."""

_ARRANGE = re.compile(
    r"(?:方向で|^|今)(?:話|話合い|話し合い)を進め(?:させて(?:いただい|頂い))?て[^、]{0,8}$|調整(?:等|など)?(?:を)?(?:進め|行っ|図っ|し)て[^、]{0,8}$"
)
"""「調整を進めている」 leaves open what comes of it."""

_CONJECTURE = re.compile(
    r"(?:妥当|適当|適切|大事|大切|重要|理想)(?:な(?:線|ところ|の))?(?:なの)?(?:か|かな)と|いただける予定|(?:いく|まいる)もの(?:だ|である)?と(?:は)?(?:認識|理解)|(?:か|もの|かな)?と(?:は)?(?:推察|推測|想像|拝察)(?:さ|し|いたし)|(?:いける|できる|ける)もの(?:だ|である)?と(?:受け?止め|捉え|認識|判断)|(?<!必要な)(?<!必要がある)(?<!必要はある)(?<!必要もある)(?<!がまだある)(?<!がまだまだある)の(?:かな|ではない(?:か)?)(?:と(?:いう)?(?:(?:ふう|よう)に)?(?:は|も)?(?:考え|思|感じ|捉え|存じ|$)|$)"
)
"""「広がっていくのかなと」 guesses what will happen; nobody promises it."""

_PROMISES = re.compile(r"(?:を|と)(?:お)?約束(?:し|いたし)(?:た|ました|ます)$")

_DECIDES_TO = re.compile(
    r"(?:する|行う|進める|設ける|続ける|図る|(?:させて|て)いただく|ていく)(?:という|との)?(?:ような)?(?:と(?:判断|決定)(?:を)?(?:し|いたし)|(?:判断|決定|結論)(?:に(?:至っ|至り|なっ|なり)|を(?:し|いたし|させていただい)))(?:た|ました)(?:という)?(?:もの|ところ)?[^、]{0,8}$"
)
"""「継続すると判断したものです」."""

_THOUGHT_AT = re.compile(
    r"(?:を[^、,をう]{2,16}[一-鿿ァ-ヶー](?=という)|[0-9一二三四五六七八九十百千]+(?:名|人|か所|カ所|箇所|回|台|園|校|件|棟|時間|分|円|日|月|年度?|週間|か月|カ月|平米|平方メートル)|[上中下]旬|[春夏秋冬])(?:程度|ぐらい|くらい|ほど|前後|以上|以内|未満|ごろ|頃)?(?:という(?:こと|形|ふう|ところ))?[でに](?:は)?(?:今|現在|一応)?考えて"
    rf"{IRU}(?:ところ)?(?:で(?:す|ございます|あります|ある))?[。．]\s*$"
)
"""「四月の下旬で考えております」「三か所ということで考えております」: how it is planned, as 「…するということで考えております」 has it."""

_PLANNED_IT = re.compile(
    r"(?:(?:という|といった)(?:こと|形)で[、,]?(?:今回|このたび)?|(?<=[をはもが、,])|(?:こう|そう)いった|このような|^)(?:今回|新たに)?計画(?:を)?(?:し|いたし|させていただい)(?:た|ました)$"
)
"""「交流を図るということで今回計画したものでございます」: planned, and no more."""

_WAS_PLANNED = re.compile(
    r"(?:予定|計画|方針|つもり|(?<=[うくすつぶむる])(?:という)?こと)(?:[をとにで](?:は)?)?(?:し|いたし|考え|決め)?て(?:い|おり)(?:た|ました)$|(?:予定|計画|方針|つもり)(?:だった|でした|であった|でありました|でございました)$"
)
"""「六月に始める計画としておりましたが、」 was meant, and tells neither what is done nor what is still meant."""

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

_ASKED = re.compile(
    r"(?:どう|どのよう|いかに|いかなる|どこ|いつ|だれ|誰|何[をが])[^、。]*[るくうすつむ]か[。．]?\s*$"
)
"""「子どもたちがどう巣立っていくか。」 asks, and tells nothing."""

_NAMES_IT = re.compile(
    r"(?:考えて|想定して)(?:い|お)る[一-鿿ァ-ヶー]{1,8}(?:について|につきまして|といたしまして|として)?は[、,]"
)
"""「今考えている対象につきましては、…」 says which it is; that it is thought of was said before."""

_LISTED = re.compile(r"[うくすつぶむる](?:という)?こと[。．]\s*$")
"""「一つ目は、担い手を広く確保していくこと。」 is an item of what is listed."""

_ANNOUNCES = re.compile(
    r"(?:について|につきまして|に関して)[、,]?[ごお御]?(?:答え|答弁|説明|報告|回答)(?:を)?(?:し|いたし|申し上げ)[^、,]{0,3}$"
)
"""「統合を検討するに至った背景についてお答えいたします」 announces what comes."""

_FAVOUR = re.compile(r"いただけ(?:る|ます)$|(?:なくて|ずに)済(?:んだ|みました)$")
"""「資料とともにいつでも御覧いただけます」「取り崩さずに済んだ」."""

_HONOURS = re.compile(r"(?:[てで](?:い)?らっしゃ|なさって|におなり)[^、]{0,8}$")
"""「講習会を毎年行っていらっしゃいます」 honours somebody else."""

_DONE_BEFORE = re.compile(r"(?:済み?|(?<![度間期年月日会])(?<!仮契約)中)$")


AT_THEIRS = re.compile(
    r"(?:^|[、,])[^、,]{0,12}(?:国|政府|(?<![一-鿿])[都県]|[東京北海]{2}[都道]|[一-鿿]{1,3}県|[一-鿿]{2,6}[省庁]|医[者師]|ドクター|事業者|業者|会社)の(?:ほう|方)で(?!は?も)(?:(?!以前|前から|より)[^、,])*"
    r"(?:(?<!いき)(?<!まいり)(?<!参り)ます|ました|ておりまして)[^、,一-鿿]{0,12}$"
)
"""「総務省のほうで出します」「東京都のほうで調査をしております」."""


def kind_of(
    clause: str, before: str = "", late: bool = False, said: str = "", digest: bool = True
) -> Kind | None:
    """The kind of statement that the clause makes as the main one of its sentence; None where it makes none.

    Args:
        clause: brackets masked, of single width.
        before: the rest of the sentence before it; an act may have its object there.
        late: whether the sentence names a time to come (次回, 後日).
        said: what was said right before the sentence (see `enacts`).
        digest: whether a plain verb at the end may be a plan (see `plain_plan`).
    """
    if AT_THEIRS.search(clause):
        return None
    clause = as_written(clause)
    core = bare(clause)
    if _RESTATES.search(clause) or _NAMES_IT.search(before) or _LISTED.search(clause):
        return None
    if DID_NOT.search(core) or _WAS_PLANNED.search(core) or READ_OUT.search(clause):
        return None
    if NOT_CONSIDERED.search(core):
        return OTHER
    if MUST_CONSIDER.search(core):
        return CONSIDER
    if _ASKED.search(clause):
        return None
    if BRINGS_IN.search(core):
        return WILL
    entrusts = ENTRUSTS.search(core)
    if (
        (_CONJECTURE.search(clause) and not declines_as_main(core, before))
        or (_HEARSAY.search(core[-12:]) and not _LISTENS.search(core))
        or (asks(core) and not (ASKS_OF.search(core) or entrusts))
        or (_DUTY.search(re.split("を|か(?=[一-鿿])", core[-14:])[-1]) and not NO_PLAN.search(core))
    ):
        return None
    if _FAVOUR.search(core) or _HONOURS.search(core) or some_wish(core):
        return None
    if NO_PLAN.search(core[-24:]):
        return OTHER if _TO_LESSEN.search(core) else DECLINE
    if declines_as_main(core, before) and not WONDERS.search(clause):
        return DECLINE
    if enacts(clause, before, said):
        return WILL
    if (
        (need := NEED.search(core))
        and not clause.rstrip("。．. ").endswith("こと")
        and not NOT_NEEDED.search(clause)
    ):
        return needed(core[: need.start()])
    if _THOUGHT_AT.search(clause):
        return WILL
    if _PROMISES.search(core) or _DECIDES_TO.search(clause):
        return WILL
    if late and _CAN_TELL.search(core):
        return WILL
    if _PLANNED_IT.search(core):
        return WILL
    if _FEELS_NEED.search(core[-24:]):
        return OTHER
    tense, tail = (
        tense_of(core) or plain_plan(clause, core, before, digest),
        CONSIDERED_BY.sub("〓", core[-30:]),
    )
    if entrusts:
        return DONE
    if is_passive(core) or by_named_others(before, stem_of(core)):
        return None
    if tense != "future" and BY_OTHERS.search(stem_of(core)):
        return None
    if not _ANNOUNCES.search(core) and (weak := considered(core, tail, tense)):
        return weak
    if tense in ("present", "future") and settles(before, stem_of(core)):
        return CONSIDER
    if tense is None and re.search(r"に努める$", core) and core != clause.strip():
        return OTHER
    if tense is None:
        return DONE if _DONE_BEFORE.search(core) and ACTIVE.search(_DONE_BEFORE.sub("", core)) else None
    if _AIM.search(tail) and tense != "past":
        return WILL if late else OTHER
    if (
        _STRIVE.search(tail[-16:])
        and not _THEY_STRIVE.search(tail)
        and (tense != "past" or _STROVE.search(tail))
    ):
        return OTHER
    if tense == "past" and _STROVE_ONCE.search(core):
        return DONE
    if tense == "present" and leads_up(core, before):
        return WILL
    if tense == "present" and _ARRANGE.search(tail):
        return CONSIDER
    if tense in ("present", "future") and _TALKS.search(before[-60:] + stem_of(core)):
        return CONSIDER
    if tense == "future" and (_VAGUE.search(tail) or _MINDS.search(tail)):
        return OTHER
    return deed(core, before, tense, late)
