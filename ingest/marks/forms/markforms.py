"""The candidates of one line for a speaker mark: a sign, a tag, 問 and 答, or none of these (see `bareforms`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.patterns import any_of
from corpus.types import Speaker
from ingest.marks.forms.asktags import asked
from ingest.marks.forms.bareforms import bare, worded
from ingest.marks.forms.markedup import marked_up
from ingest.marks.forms.namedbehind import with_the_floor
from ingest.marks.forms.tagforms import tagged
from ingest.marks.mark import OPENING, PRESS, SIGNS, Mark, mark_at
from ingest.people.names import is_name, is_person, is_surname
from ingest.people.offices import side_of
from ingest.people.otherlabels import parse_government
from ingest.people.sidewords import says_side
from ingest.people.speakers import BESIDES, MINUTES, fully_named, parse_label, parse_name
from ingest.text.furniture import STAGE
from ingest.text.lines import BLANK, Line
from ingest.text.normalize import squeeze

_PREFIX = re.compile(
    r"^"
    + any_of(
        # a heading, a quotation, a list of Markdown: 「## 」「> 」「- 【」
        *r"#{1,6}\s+ >\s+ [-*+]\s+(?=[【*（(［〔]) -(?=[一-鿿]{2,12}\s)".split(),
        # a time: 「[00:12:30] 」
        r"[\[(]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?[\])]?\s+",
        # the number of a speech: 「[12]」「12｜」「012: ○」
        r"\[[0-9]{1,4}\]\s*(?=[^\s\d\[（(])",
        r"[0-9]{1,4}\s?[|｜]\s*(?=[^\s|｜])",
        r"\d{1,4}(?:\s*[:：]\s*|\s+)(?=[○◯〇◆◎●])",
        # 「| ○川辺委員長」, of a table of one cell; 「①Q:」
        r"[|｜]\s*(?=[○◯〇◆◎●])",
        r"[①-⑳]\s?(?=[QＱAＡ][：:])",
        # 「12：6番（早川守君）」「3: 町長（杉野一）」
        r"\d{1,4}\s?[:：]\s*"
        r"(?=(?:\d{1,2}番|[一-鿿々ぁ-んァ-ヶー]{2,20})[（(][^（()）。、：:\d]{2,14}[）)](?:$|[（(\s]))",
        # 「7【」「・（」
        *r"\d{1,5}(?=【) [・･※＞>]\s*(?=[【（(［\[〔]) •\s*".split(),
        r"\d{1,3}[.．]?[\t\u3000 ]+(?=[【［\[])",
        # 「3. **」
        r"[0-9]{1,3}[.)]\s+(?=\*\*)",
        # 「日程第２　早川議長　」「日程第２　議長　早川守君。」
        r"日程第\d{1,2}\s+(?=[^\s。、（()]{1,10}議長\s)",
        r"日程第?\d{1,2}\s+(?=議長\s+[^\s。]*[ぁ-ん]{2}[^。]{0,40}。)",
        # 「(1)総務課長（杉野一）」「１）沖委員：」「- 沖委員：」「※6番（早川守）」「３．文書館（杉野一君）」
        r"(?:[(（]?\d{1,3}[)）]|\d{1,3}[.．]|[-–※＞>])\s?(?="
        r"[^\s。、（()：:\d]{1,20}\d?[：:]|[^\s。、（()]{1,36}[（(][^（()）。、]{1,14}(?:君|さん|氏|議員|委員)[）)]"
        r"|(?:\d{1,2}番|[^\s。、（()：:\d]{1,20}[長員番事幹])[（(［\[〔][^（()）。、：:\d]{1,14}[）)］\]〕])",
        # 「- 沖委員　」「＞市長　沖　」
        r"[-–※＞>]\s?(?=[^\s。、（()：:\d]{0,12}(?:[長員君]|事務局|さん|委員[A-ZＡ-Ｚ\d])(?:\s|$)"
        r"|[^\s。、（()：:\d]{1,4}\s[^\s。、（()：:\d]{0,8}長\s)",
    )
    + r"*(?:\*\*|__)?"
)
_SPEECH_NUMBER = re.compile(r"発言(?:番号)?\s?\d{1,4}\s*[|｜:：]\s*(?=\S)")
"""発言12｜委員長　石田: the page counts the speeches before their labels."""
_ITEM_AFTER = re.compile(r"\s[^\s（(]{0,8}[（(](?:\d{1,2}|[一二三四五六七八九十ア-ン])[)）]$")
"""A number of an item among the first words: ○事務局長　（４）その他について…, ○持田市民部長　御質問の（２）、…"""
_SQUARE = re.compile(r"([^【】〔〕［］（）()。、「」：:]{1,30}?)\s*[【〔［]([^【】〔〕［］。]{1,24})[】〕］]")
"""○議長【山田太郎君】: other brackets than round ones around the name."""
_CLOSED = re.compile(
    r"("
    + any_of(
        # 「総務課長）」
        r"[^\s（()）。、「」：:]{3,24}",
        # 「早川 守君）」
        r"[^\s（()）。、「」：:]{2,20}\s[^\s（()）。、「」：:]{1,4}君",
    )
    + r")[）)](?=\s|登壇|[\[［]|$)"
)
"""○議長山田太郎君) …, ○議長山田太郎) …: a saved page whose link took the opening bracket with it."""
_UNCLOSED = re.compile(r"([^\s（()）。、「」：:]{1,24}[（(][^\s（()）。、「」]{2,10}君)(?=\s+\S)")
"""〇36番（川辺守君　…: the closing bracket was forgotten, and the courtesy ends the name."""
_MASKED = re.compile(rf"[{SIGNS}×＊*]{{2,4}}[一-鿿]{{2,6}}(?=$|[\s：:])")
"""▲▲委員, ○▽専門委員: signs in the place of a name, where the record hides who speaks."""
_FIRST_CELL = re.compile(
    rf"(?:\d{{1,2}}[.．、\s]*)?{MINUTES}\t+(?=[^\t]{{1,30}}\t|[^\t（(。]{{1,24}}[（(][^（()\t。]{{2,16}}[）)])"
)
"""議事要旨, 8　会議の内容 in a cell beside all the speeches, the first of which stands in its row: a label and a tab, or office and name."""
_SIDE_BEFORE_SIGN = re.compile(
    rf"(?:再{{0,2}}(?:質問|質疑|答弁)|回答|(?:意見・?)?要望|意見)\s*([{SIGNS}])\s*([^\s。、：:「」]{{1,24}})(?=\s|$)"
)
"""質問　◆沖ひとみ, 質問　◆沖　１．…について, 答弁　◎環境局長: the side, and behind a sign who speaks."""
_COLUMN_HEAD = re.compile(
    r"発\s*言\s*者(?:名)?\s+(?:会議|審議|議事|議題|発言|質疑|内容)の?(?:経過|内容|要旨|概要|結果)?(?:[（(][^（()）]{1,24}[）)])?"
)
"""発言者　会議の経過（議題・発言内容等）: what heads the columns of a form; nobody speaks."""


def candidates(index: int, line: Line) -> Iterable[Mark]:
    """The candidates of one line. Where it has none, it is read again without the tags in its label."""
    found = list(_candidates(index, line))
    return found or marked_up(index, line, _candidates)


def _candidates(index: int, line: Line) -> Iterable[Mark]:
    text = line.text
    if text[0] in "〔（(［[【○◯〇" and STAGE.match(text):
        return
    if text[0] == "発" and _COLUMN_HEAD.fullmatch(text):
        return
    sided = _SIDE_BEFORE_SIGN.match(text) if text[0] in "質答再要意回" else None
    if sided and (who := _named_behind(index, line, sided)):
        yield who
        return
    start = _label_start(text)
    if start >= len(text):
        return
    first = text[start]
    if first in SIGNS:
        yield from _signed(index, line, start)
        if _MASKED.match(text, start):
            yield from bare(index, line, start)
        return
    if first in OPENING:
        tag = with_the_floor(index, line, start) or tagged(index, line, start)
        if tag:
            yield tag
            return
    bold = text[start - 2 : start] == "**"
    if bold and (named := _bold_office(index, line, start) or _bold(index, line, start)):
        yield named
        return
    if first in "問答質回再ご御意要QＱAＡCＣ「【〔［[＜（(":
        question = asked(index, line, start)
        if question:
            yield question
            if question.sure:
                return
    yield from bare(index, line, start)


def _label_start(text: str) -> int:
    """Where a label may begin: behind the sign of a list, the time, the number of the speech, or the cell beside all speeches."""
    if (text[0] in "会議審協" or text[0].isdigit()) and (cell := _FIRST_CELL.match(text)):
        return cell.end()
    if text[0] == "発":
        counted = _SPEECH_NUMBER.match(text)
        return counted.end() if counted else 0
    prefix = _PREFIX.match(text) if text[0] in "#>*-–+_[(（・･•※＞日|｜" or text[0].isdigit() else None
    return prefix.end() if prefix else 0


_BOLD_OFFICE = re.compile(r"([^*。、：:「」]{1,30})\*\*\s?([（(][^（()）。]{1,14}[）)])\s*[：:]\s*")
"""**町長**（梶谷俊平）: …: the office in bold, the name behind it."""


def _bold_office(index: int, line: Line, start: int) -> Mark | None:
    found = _BOLD_OFFICE.match(line.text, start)
    speaker = parse_label(found[1] + found[2]) if found else None
    if found is None or speaker is None or not speaker.office or says_side(found[1]):
        return None
    return replace(mark_at(index, line, "colon", start, found.end(), speaker), label=found[1] + found[2])


_BOLD = re.compile(r"([^*。、：:「」]{1,40})\*\*(?!\s*[：:])(?=\s*\S)")
"""**茂木町長**　…: words right behind a label in bold; before a colon or on a line of its own it is read as any label."""


def _bold(index: int, line: Line, start: int) -> Mark | None:
    found = _BOLD.match(line.text, start)
    speaker = parse_label(found[1]) if found else None
    if found is None or speaker is None or says_side(re.split(r"[（(]", found[1])[0]):
        return None
    if not speaker.office and not found[1].endswith("君"):
        return None
    return mark_at(index, line, "tag:*", start, found.end(1), speaker, sure=bool(speaker.office))


_PRESS = re.compile(rf"({PRESS})\s*(?:[：:]|$)")
"""○北浜新聞: the press at the mayor's conference, as the page names who asks."""
_NAME_ALONE = re.compile(r"[（(]([一-鿿々ヶ]{2,4}[一-鿿々ぁ-んァ-ヶー]{0,3})君?[）)]\s+(?=\S)")


def _nameless_office(text: str, start: int, sign: str) -> Speaker | None:
    """◎（梶谷稔）　補足いたします。: the name alone in brackets, where the office has been printed before."""
    found = _NAME_ALONE.match(text, start) if sign in "◆◎" else None
    person = parse_name(found[1]) if found else None
    return person if person and "。" in text else None


def _named_behind(index: int, line: Line, sided: re.Match[str]) -> Mark | None:
    """The mark of 質問　◆沖ひとみ　１．…: an office, or a person's name alone, who is then a member."""
    named = is_person(sided[2]) or (len(sided[2]) == 1 and is_surname(sided[2]))
    speaker = parse_label(sided[2]) or (Speaker(sided[2], "", "member") if named else None)
    return (
        mark_at(index, line, "sign:" + sided[1], sided.start(2), sided.end(2), speaker) if speaker else None
    )


_OF_PERSON = re.compile(r"([^\s（()）。、「」：:]{2,30})[（(]([^（()）\s]{2,8}?)(?:君|さん|氏)?[）)]")


def _unknown_office(label: str, after: str, sign: str) -> Speaker | None:
    """◎上席主任研究員（山田太郎）: an office by no word that offices have, with a person's name, behind a sign that nothing but speakers
    bears, and what is said in a line of its own or behind a blank. Without it the reply would be lost as part of the chair's call. On which side
    is told by the record as a whole (`ingest.sides.standing`)."""
    found = _OF_PERSON.fullmatch(label) if sign in "◆◎" and (not after or after[0] in BLANK) else None
    return Speaker(found[2], found[1], "other") if found and is_person(found[2]) else None


_PRESIDES = re.compile(r"((?:仮|臨時)?副?(?:議長|委員長|会長)|座長)(\S{2,8})(?:議員|委員)")


def _presiding(label: str) -> Speaker | None:
    """議長沖勝彦議員) …: the office before the name, whose bracket is lost; what stands behind the name is no other office."""
    found = _PRESIDES.fullmatch(label)
    return Speaker(found[2], found[1], side_of(found[1])) if found and is_name(found[2]) else None


def _courteous(label: str) -> Speaker | None:
    """◯沖勝彦君)登壇: a member's name alone, of which a link took the opening bracket."""
    name = label.removesuffix("君")
    return Speaker(name, "", "member") if name != label and is_person(name) else None


_ROUND = re.compile(
    rf"(?:[^（()）。、「」：:]|{BESIDES}){{0,40}}(?:[（(][^（()）。]{{1,26}}[）)](?=[（(][^（()）。]{{2,14}}[）)]))?[（(][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)?[）)](?:[（(][^（()）]{{1,4}}[）)])?"
)
"""○総務部長（沖勝彦君）, brackets within and behind it included."""


def _signed(index: int, line: Line, start: int) -> Iterable[Mark]:
    text, sign = line.text, line.text[start]
    style = "sign:" + sign
    inner = start + 1
    while inner < len(text) and text[inner] in BLANK:
        inner += 1
    if inner < len(text) and text[inner] in "【〔［[〈＜《≪<":
        tag = tagged(index, line, inner)
        if tag:
            yield replace(tag, style=style)
        return
    question = asked(index, line, inner)
    if question:
        yield replace(question, style=style)
        if question.sure:
            return
    for form in _BRACKETED:
        if named := form(text, inner, sign):
            yield mark_at(index, line, style, inner, *named)
            return
    yield from worded(index, line, style, inner)


def _in_square(text: str, inner: int, _: str) -> tuple[int, Speaker] | None:
    found = _SQUARE.match(text, inner)
    speaker = parse_label(f"{found[1]}（{found[2]}）") if found else None
    return (found.end(), speaker) if found and speaker else None


def _only_closed(text: str, inner: int, _: str) -> tuple[int, Speaker] | None:
    if not (found := _CLOSED.match(text, inner)):
        return None
    speaker = _presiding(found[1]) or fully_named(found[1]) or fully_named(found[1] + "君")
    speaker = speaker or _courteous(found[1])
    return (found.end(), speaker) if speaker else None


def _only_opened(text: str, inner: int, _: str) -> tuple[int, Speaker] | None:
    found = _UNCLOSED.match(text, inner)
    speaker = fully_named(found[1] + "）") if found else None
    return (found.end(), speaker) if found and speaker else None


def _in_round(text: str, inner: int, sign: str) -> tuple[int, Speaker] | None:
    found = _ROUND.match(text, inner)
    if not found or _ITEM_AFTER.search(label := found.group()):
        return None
    speaker = parse_label(label) or parse_government(label)
    speaker = speaker or _nameless_office(text, inner, sign)
    speaker = speaker or _unknown_office(label, text[found.end() :], sign)
    return (found.end(), speaker) if speaker else None


def _of_press(text: str, inner: int, _: str) -> tuple[int, Speaker] | None:
    """○北浜新聞 above the words, ○北浜新聞：… before them."""
    found = _PRESS.match(text, inner)
    return (found.end(1), Speaker(squeeze(found[1]), "", "member")) if found else None


_BRACKETED = (_in_square, _only_closed, _only_opened, _in_round, _of_press)
"""The forms of a label behind a sign, tried in this order: where it ends, and whom it names."""
