"""Labels that a colon, a tab, a bracket, a dash or a quotation sets off from the words; part of `ingest.marks.forms.bareforms`."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.types import Speaker
from ingest.marks.forms.namedbehind import with_name
from ingest.marks.mark import ENDS_LIKE_OFFICE, Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.people.labelnotes import has_note
from ingest.people.names import is_person, is_surname, opens_with_surname
from ingest.people.offices import is_public
from ingest.people.otherlabels import parse_government
from ingest.people.sidewords import says_side
from ingest.people.speakers import LABEL_MAX, parse_label
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

_COLON = re.compile(
    r"^(?:[・･•\-‐－＊*※→⇒]\s*)?(?![（(][^（()）：:]*[：:])([^：:。、「」\t（(]{2,20}[（(]代理[：:][^（()）。、]{1,16}[）)]|[^：:；;＝＞≫。、「」\t]{1,40}?)(?:より)?(?:\s*[：:；;＝](?!//)|[＞>≫／](?=[^\s＞>≫]{8})|\s+[＞>≫]\s?(?=[^\s＞>≫]{8}))"
)
"""委員長：…, 沖委員（代理：川辺）：…, 委員長＝…, 委員長より：…, 委員長；…, 委員長＞…, 委員長 ＞ …, 委員長／…"""
_TAB = re.compile(r"^([^\t。]{1,30})\t+(?=\S)")
_PAREN = re.compile(
    r"^([^。、「」（()）\t]{1,30}[（(][^（()）。]{1,30}[）)]|[^。、「」（()）［\[〔\s]{1,24}[［\[〔][^（()）［\[〔］\]〕。]{1,30}[］\]〕])"
)
_SIDE_OF_ORGAN = re.compile(
    r"^(?:再?質問|再?質疑|再?答弁|回答|問|答)[（(]([一-鿿ァ-ヶー・]{1,14}(?:委員会|部会|分科会|会派|クラブ|議員団|党|[課部局室係]))[）)]$"
)
"""問（総務常任委員会）, 答（健康課）: the side, and the organ that speaks."""
_SIDE_OF_PERSON = re.compile(r"^(?:[QＱ]|問|質問|再質問)[（(][一-鿿々ヶ]{1,4}[ぁ-んァ-ヶー]{0,3}[）)]$")
"""Q（沖）：, 質問（川辺）：: the side, and who asks."""
_CLOSED = re.compile(
    r"^([^（()）。、，,「」：:]{2,24}|[^（()）。、，,「」：:\s]{1,6}[（(][^（()）\s]{1,3}[）)][^（()）。、，,「」：:\s]{2,14})[)）]"
)
"""委員長）ただ今から…, 会長） …, 川辺（米）委員長）…: nothing but a closing bracket sets the label off."""
_LOST = re.compile(r"^([^\s（()）。、「」：:]{2,20}(?:\s[^\s（()）。、「」：:]{1,4})?君)[）)](?=\s+\S)")
"""副議長山田太郎君) …: a saved page whose link took sign and opening bracket with it."""
_DASHED = re.compile(r"^([^―—–－\-。、,，「」：:]{2,16})[―—–－]{1,2}(?=[^\s―—–－])")
"""委員―…: a dash between label and words."""
_DASHED_APART = re.compile(r"^([^―—–－\-。、,，「」：:（()）]{2,16}?)\s+[―—–－\-]\s+(?=\S)")
"""教 育 長 - 報告: the same with blanks around it."""
_LED = re.compile(
    r"^((?:[^・･…‥。、,，「」：:（()）\s]{1,14}|[一-鿿](?:\s+[一-鿿]){1,4}))\s*(?:[・･]{2,}|[…‥]+)\s*(?=\S)"
)
"""委　員・・・窯はいつ直すのか, 事務局……: dots lead from the label to the words. They also lead to who somebody is, and to a page."""
_QUOTED = re.compile(
    r"^([^「」『』。、（()）：:]{2,20}?|[^「」『』。、（()）：:\s]{1,6}[（(][^（()）\s]{1,3}[）)][^「」『』。、（()）：:\s]{2,14})\s*(?=「[^「」]{2,}」?$)"
)
"""校長「五月末で九人です」, 川辺（米）委員「…」: words in quotation marks right behind the label, and nothing after them."""
_SET_OFF = (
    ("colon", _COLON),
    ("tab", _TAB),
    ("paren", _PAREN),
    ("paren", _LOST),
    ("close", _CLOSED),
    ("dash", _DASHED),
    ("dash", _DASHED_APART),
    ("dash", _LED),
    ("quote", _QUOTED),
)
"""What sets a label off from its words: the style of the mark, and how such a line begins."""
_CHARGED = re.compile(r"[^（()）\s]{2,12}[（(][^（()）]{2,24}担当[）)]\s+\S")
"""An office, what it is in charge of, a blank and the words."""
_GREETING = re.compile(r"(?<=[員長])(?:挨拶|あいさつ)$")
"""委員長挨拶：…: what the words are, behind who says them."""
_COURTEOUS = re.compile(r"([一-鿿々ヶァ-ヴー]{1,6}(?:\s?[一-鿿々ぁ-んァ-ヴー]{1,4})?)(?:さん|くん|ちゃん)")
"""佐久間さん：…: one of the citizens."""
_DATED = re.compile(r"(?<![校小中高園\d])\d{1,4}[年月日]")
"""令和8年3月16日・発言者　2名: no label begins with a day; 青葉小学校６年 is a child's class."""


def punctuated(index: int, line: Line, start: int) -> Mark | None:
    """The mark of such a label at `start` of a line, None where there is none."""
    text = line.text[start:]
    for style, pattern in _SET_OFF:
        match = pattern.match(text[: LABEL_MAX + 2])
        if not match or not _may_be_label(match[1].strip("*_ \u3000"), style):
            continue
        if pattern is _LED and not is_speech(text[match.end() :]):
            continue
        if mark := _mark_set_off(index, line, start, style, match):
            return mark
    return None


def _may_be_label(label: str, style: str) -> bool:
    """Whether words look like a label that is set off in this style, before they are read as one."""
    if _DATED.search(label):
        return False
    return bool(
        ENDS_LIKE_OFFICE.search(_GREETING.sub("", label) if style == "colon" else label)
        or says_side(label)
        or is_public(label)
        or parse_government(label)
        or (style == "paren" and _SIDE_OF_ORGAN.match(label))
        or (style in ("colon", "quote", "dash") and _is_whole(label))
        or (style == "colon" and (_SIDE_OF_PERSON.match(label) or _is_courteous(label)))
    )


def _mark_set_off(index: int, line: Line, start: int, form: str, match: re.Match[str]) -> Mark | None:
    text, label = line.text[start:], match[1].strip("*_ \u3000")
    speaker = parse_label(label) or (parse_government(label) if form == "colon" else None)
    greeting = form == "colon" and is_speech(text[match.end() :]) and _GREETING.search(label)
    if greeting:
        label = label[: greeting.start()]
        speaker = parse_label(label)
    if speaker and not speaker.office and _SIDE_OF_PERSON.match(label):
        who = re.split(r"[（()）]", label)[1]
        speaker = Speaker(who, "", "member") if is_person(who) else speaker
    if speaker and not speaker.office and (organ := _SIDE_OF_ORGAN.match(label)):
        speaker = replace(speaker, office=organ[1])
    if not speaker or not (
        speaker.office or says_side(label) or form not in ("paren", "close", "dash", "quote")
    ):
        return None
    # 答弁（町長）: the side is printed, as in 問 and 答
    printed = form in ("paren", "tab") and says_side(re.split(r"[（(]", label)[0])
    style = "qa" if printed else _style_of(form, label, speaker, text, match.end())
    mark = mark_at(index, line, style, start + match.start(1), start + match.end(), speaker)
    mark = replace(mark, label=label) if greeting else mark
    return (with_name(mark, line) if style == "colon" and says_side(label) else None) or mark


def _ends_in_note(label: str, text: str, end: int) -> bool:
    return has_note(label) and end >= len(text)


def _style_of(form: str, label: str, speaker: Speaker, text: str, end: int) -> str:
    """The style of a mark of this form whose label ends at `end`: it may look like one and be of another."""
    if _ends_in_note(label, text, end):
        return "line"
    if form != "paren":
        return form
    if text[end : end + 1] in tuple("―—─"):
        return "dash"  # 事務局（小池）――…
    if not speaker.name and end >= len(text):
        return "line"  # 副参事（学校担当） above the words
    if not speaker.name and _CHARGED.match(text):
        return "wide"  # 副参事（学校担当）　…: the bracket holds no name
    return form


def _is_whole(label: str) -> bool:
    """会長　川辺守, 会長川辺守: office and full name."""
    speaker = parse_label(label)
    return speaker is not None and bool(speaker.office and speaker.name) and opens_with_surname(speaker.name)


def _is_courteous(label: str) -> bool:
    """佐久間さん, 沖ひなちゃん."""
    whose = _COURTEOUS.fullmatch(label)
    return whose is not None and (is_surname(whose[1]) or is_person(squeeze(whose[1])))
