"""Who is said to have said it: the frame around a sentence (部長は、…と答弁した; 議員によると、…) and whether it is right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chat.verification.quantities import digits
from chat.verification.types import Evidence, Fault
from chat.verification.words import pairs
from corpus.folding import plain
from corpus.patterns import any_of

_SPOKE = r"(?:答え|答弁|説明|述べ|回答|発言|言及|話し|語っ|表明|報告|明らかに|主張|指摘|要望|質問|提案|意見|求め|陳述|発表|伝え)"
_END = re.compile(
    any_of(
        # 「…と説明した。」「…との答弁があった。」
        rf"と(?:の|いう|する)?{_SPOKE}(?:し|い|て|た|る|ました|ている|を示し|を述べ|があった|がある|がなされた|が出され)*(?:。|$)",
        # 「…との考えを示した。」
        r"と(?:の|いう)(?:認識|見解|考え)(?:を示し|を述べ)(?:た|ている|ました)(?:。|$)",
    )
)
_CALLED = re.compile(
    r"^(?P<who>[^、。]{1,40}?)(?:によると|によれば|の(?:答弁|説明|発言|話|回答)(?:では|によると|によれば))、?"
)
_BEGIN = re.compile(r"^(?P<who>[^、。]{1,30}?)(?:は|が|から|より)、?(?=.)")

_MEMBER = re.compile(
    r"議員|委員(?!会|長)|質問者|質疑者|会派|議会側|質問(?:者|側)|市民の声|[^、。]{1,8}党|[^、。]{1,8}クラブ"
)
_MEMBER_ACTS = re.compile(rf"(?:{_MEMBER.pattern})(?:は|が|から|により|によれば|側は)")
_CLAUSE = re.compile(r"[をにで]|について|など|こういった|のうち")
"""Who speaks is a noun: words with such particles before は are what is spoken of."""
_OF_THEM = re.compile(r"(?:たち|ら|の(?:皆様|皆さん|方々?|多く|一部|一人|全員|代表))?$")
_MEMBERS_ACT = re.compile(r"質問|質疑|尋ね|たずね|問う|問い|指摘|要望|意見|提案|求め")
_ASKS = r"[^。]{0,60}?(?:指摘|意見|要望|質問|お話|おっしゃ|提案|紹介|お尋ね|発言)(?:を?(?:いただ|頂|あ[りっ]|ござい)[^、。]*)?"
"""委員からご指摘のありました…: the reply itself takes up what a member said."""

_TAKES_UP = re.compile(
    r"[^。、]{0,12}(?:指摘|意見|要望|質問|お話|おっしゃ|提案|紹介|お尋ね|発言|言わ)[^、。]{0,16}(?:よう|とおり|通り|について|につき|関し|踏まえ|受け)"
)
"""委員が御指摘くださいましたように、…: what follows is the speaker's own."""

_TOWN_SIDE = re.compile(
    r"^"
    + any_of(
        r"(?:本|当)?(?:市|区|町|村|都|道|府|県)(?:側|当局|の?執行部)?",
        *r"執行部 執行機関 当局 行政側? 理事者 答弁(?:者)? 事務局 担当(?:課|部|局)? 町側 市側".split(),
    )
    + r"$"
)


@dataclass(frozen=True, slots=True)
class Framed:
    """A sentence taken apart: who said it (empty where the sentence does not say), and what."""

    who: str
    body: str


def unframed(sentence: str) -> Framed:
    """`sentence` without the frame of who said it."""
    text = sentence.strip()
    if called := _CALLED.match(text):
        return Framed(called["who"], text[called.end() :])
    end = _END.search(text)
    if not end:
        return Framed("", text)
    body = text[: end.start()]
    begin = _BEGIN.match(body)
    if begin and _speaks(begin["who"]) and not _TAKES_UP.match(body, begin.end()):
        return Framed(begin["who"], body[begin.end() :] + "。")
    return Framed("", body + "。")


def _speaks(who: str) -> bool:
    """Whether the words before は may be somebody who speaks."""
    if _CLAUSE.search(who):
        return False
    return bool(
        any(_OF_THEM.match(who, found.end()) for found in _MEMBER.finditer(who))
        or _TOWN_SIDE.match(who)
        or re.search(r"(?:長|監|者|官|理事|参事|次長|主幹|委員|氏|君|さん)$", who)
    )


def side_faults(sentence: str, framed: Framed, evidence: Evidence) -> list[Fault]:
    """Whether what a member said is given as a member's, and what the town answered as the town's, by its right name."""
    if evidence.by_member:
        return _of_member(sentence, framed, evidence)
    if not framed.who:
        return [Fault("side", "答弁が議員の発言とされている")] if _claims_member(sentence, evidence) else []
    if _may_be(framed, evidence):
        return []
    return [Fault("side" if _MEMBER.search(framed.who) else "office", framed.who)]


def _of_member(sentence: str, framed: Framed, evidence: Evidence) -> list[Fault]:
    name = evidence.speaker.name
    named = _MEMBER.search(sentence) or _MEMBERS_ACT.search(sentence) or (name and name in sentence)
    if not named:
        return [Fault("side", "議員の発言であることが示されていない")]
    if re.search(r"答弁|回答", sentence) or _TOWN_SIDE.match(framed.who):
        return [Fault("side", "議員の発言が答弁とされている")]
    return []


def _claims_member(sentence: str, evidence: Evidence) -> bool:
    """「議員が…」 in a sentence without frame, where the reply itself names no member as the one who acts."""
    return bool(_MEMBER_ACTS.search(sentence)) and not _MEMBER_ACTS.search(plain(evidence.text))


def _may_be(framed: Framed, evidence: Evidence) -> bool:
    """Whether it was the speaker (office, name, town, side), or somebody whom the reply itself quotes."""
    speaker, town = evidence.speaker, evidence.meeting.municipality
    who = plain(framed.who)
    given = who.removesuffix("君").removesuffix("氏").removesuffix("さん")
    office, name = plain(speaker.office), plain(speaker.name)
    if _TOWN_SIDE.match(given):
        return True
    if _MEMBER.search(given):
        return _quoted(rf"{re.escape(given)}(?:から|が|は|の|より){_ASKS}", given, framed.body, evidence)
    places = [town.name, town.name[:-1]] if town else []
    for place in places:
        given = given.removeprefix(place).removeprefix("の")
    if not given or _TOWN_SIDE.match(given):
        return True
    if (
        name
        and given.endswith(name)
        and (given == name or not office or given.removesuffix(name) in ("", office))
    ):
        return True
    if office and (office.endswith(given) or given in (office, f"{name}{office}", f"{office}{name}")):
        return True
    return _quoted(
        rf"(?:{re.escape(who)}|{re.escape(given)})(?:は|が|から|より|に|の|も)[^。]*",
        "",
        framed.body,
        evidence,
    )


_QUOTED = 0.7
"""Least share of the pairs of letters of what somebody is said to have said that the reply itself puts down to him."""


def _quoted(pattern: str, who: str, body: str, evidence: Evidence) -> bool:
    """Whether the reply reports `body` as somebody's: it stands in a sentence up to where `pattern`, the words that name him
    and what he did, ends. A body that itself speaks of him (先ほど委員からお話がありました…) is somebody else's."""
    mine = digits(plain(body))
    if who and re.search(rf"{re.escape(who)}(?:から|が|の|より)", mine):
        return False
    own = pairs(mine)
    for sentence in digits(plain(evidence.text)).split("。"):
        for match in re.finditer(pattern, sentence):
            if len(own & pairs(sentence[: match.end()])) >= _QUOTED * len(own):
                return True
    return False
