"""Records of which a turn or two are all there is: the beginning of a page, a conference of a few words.

    議長：
    定刻ですので、ただいまから…を開会します。部長から委員の紹介をお願いします。
    建設部長：
    学識委員の…

Two labels alone might head a list of roles. What tells a talk is that the words of a turn lead to the next label: they open the
meeting, or their last sentences give the floor to whom that label names; or a chair says that he presides; or a member comes back
after an officer has spoken, or asks to the end of his words with an officer below. Or a heading above them says that what follows
was said (【意見交換】), or the head lists all of them as present, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.patterns import any_of
from corpus.types import Speaker
from ingest.marks.mark import Mark
from ingest.marks.speaks import speaking
from ingest.people.offices import is_public
from ingest.phrases.wording import asks_after_closing
from ingest.text.lines import Line, sentences

TURNS_MAX = 5
"""Turns up to which a record may be so short that its labels have not returned yet."""
HEAD, TAIL = 4, 5
"""Lines at the beginning of a turn in which the meeting is opened, and at its end in which the floor is given."""
LINE_MAX = 400
"""Characters of a line that are looked at."""

_OPENS = re.compile(
    any_of(
        # 「ただいまから協議会を開会いたします」
        r"(?:^|[、。\s])(?:ただ今|ただいま|只今|これ|それでは|では)(?:から|より)?[、，]?[^。]{0,60}(?:を|の会を)?"
        r"(?:開会|開催|開始|開議|始め|開き)[^。]{0,16}$",
        # 「これより会議を行います」
        r"(?:^|[、。\s])(?:ただ今|ただいま|只今|これ)(?:から|より)[、，]?[^。]{0,60}(?:会議?|会見)を(?:行い|行なわ)"
        r"[^。]{0,8}$",
        # 「お集まりいただきありがとうございます」
        r"(?:お集まり|(?:ご|御)出席|(?:ご|御)参集)[^。]{0,16}(?:ありがとうござい|御礼申し上げ|お礼申し上げ)ます$",
    )
)
"""それでは、ただいまから第二回の協議会を開会いたします, お集まりいただきありがとうございます: the beginning of a meeting, as whoever presides says it."""
_PRESIDES = re.compile(
    r"(?:私|わたし|わたくし|小職)(?:の[方ほ]う?)?(?:が|で|から|より)[、，]?[^。]{0,12}(?:議事|会議|議長|進行|司会)[^。]{0,8}"
    r"(?:進め|務め|勤め|つとめ|行わせ|進行)(?:させて)?[^。]{0,30}$"
)
"""私の方で議事を進めます: whoever presides takes the chair."""
_GIVES = r"[^。]{0,20}(?:説明|報告|紹介|[挨あ][拶い]さ?つ?|お?答え|答弁|発言|ご?意見|お話)[^。]{0,24}(?:ます|ください|どうぞ|である|する|たい|いただく|願う|求める)$"
"""部長から資料の説明をお願いします: words are what is asked for, so words follow. A leaflet asks for deeds."""
_CALLED = r"(?:委員|議員|会長|君|さん|氏|様)?(?:、|，|から|より|に|の|を|は|へ)"
_ORGAN = re.compile(rf"(?:執行部|当局|理事者|行政|担当課?|市側|町側|村側)(?:から|より|の|に){_GIVES}")
_PRESS = re.compile(rf"(?:幹事社|記者|報道|各社){_CALLED}{_GIVES}")


def is_handed_over(marks: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """Whether these few turns are a talk: all of them speak, and the words of one lead to the next."""
    if not 2 <= len(marks) <= TURNS_MAX or not all(speaking(marks, lines)):
        return False
    if len({mark.label for mark in marks}) < 2:
        return False
    stops = [mark.line for mark in marks[1:]]
    first = _words(lines[marks[0].line : stops[0]][:HEAD], marks[0])
    if (
        _is_headed(marks[0], lines)
        or any(_OPENS.search(said) for said in first)
        or _returns(marks)
        or _are_listed(marks, lines)
        or _is_presided(marks, lines)
    ):
        return True
    return _is_answered(marks, lines) or any(
        _calls(_words(lines[mark.line : following.line][-TAIL:], mark), following.speaker)
        for mark, following in pairwise(marks)
    )


def opens_meeting(words: str) -> bool:
    """Whether one of the sentences opens a meeting."""
    return any(_OPENS.search(words[a:b].rstrip("。")) for a, b in sentences(words))


_HEADED = re.compile(
    r"[【〔［\[（(〈《≪○●◎◆◇■□・\s]*(?:\d{1,2}[．.、\s]*)?(?:主な|各委員から?の)?"
    + any_of(
        # 「【意見交換】」「２．質疑応答」
        *r"意見交換 質疑応答 質疑・?応答 質疑(?:・|と|及び)意見 発言(?:の)?(?:要旨|概要|内容|記録) 意見(?:の)?(?:要旨|概要)".split(),
    )
    + r"[】〕］\]）)〉》≫\s]*"
)


def _is_headed(first: Mark, lines: Sequence[Line]) -> bool:
    """Whether 【意見交換】, 質疑応答 … stands right above the first label."""
    return first.line > 0 and _HEADED.fullmatch(lines[first.line - 1].text) is not None


def _are_listed(marks: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """Whether （佐藤委員長）, （茂木委員） are word for word among those whom the head lists as present."""
    if not all(m.tagged and m.speaker.name and m.speaker.office for m in marks):
        return False
    head = lines[: marks[0].line]
    present = {
        entry
        for line in head
        if "。" not in line.text
        for entry in re.split(r"[、，,\s]+|[（(][^（()）]*[)）]", line.text)
    }
    return all(mark.label in present for mark in marks)


def _returns(marks: Sequence[Mark]) -> bool:
    """Whether a member comes back after an officer has spoken: a list names each once."""
    return any(
        one.label == again.label
        and one.speaker.side == "member"
        and between.speaker.is_officer
        and bool(one.speaker.office and between.speaker.office)
        for one, between, again in zip(marks, marks[1:], marks[2:], strict=False)
    )


def _is_presided(marks: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """Whether a chair says that it is he who presides."""
    stops = [*(mark.line for mark in marks[1:]), len(lines)]
    return any(
        _PRESIDES.search(said)
        for mark, stop in zip(marks, stops, strict=True)
        if mark.speaker.side == "chair"
        for said in _words(lines[mark.line : stop][:HEAD], mark)
    )


def _is_answered(marks: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """Whether one question and its reply are all: 沖議員 …見解を伺う。 above 町長 …"""
    asked, *replied = marks
    if asked.speaker.side != "member" or [mark.speaker.side for mark in replied] != ["executive"]:
        return False
    own = lines[asked.line : replied[0].line]
    said = "".join(line.text[max(0, asked.body - line.start) :] for line in own)
    return bool(asked.speaker.office and replied[0].speaker.office) and asks_after_closing(said)


def _words(lines: Sequence[Line], mark: Mark) -> list[str]:
    """The sentences of these lines, without the label and without the full stops."""
    texts = [line.text[max(0, mark.body - line.start) :][:LINE_MAX] for line in lines]
    whole = "".join(texts)  # a sentence may go on over the end of a line
    said = (text[a:b] for text in (*texts, whole) for a, b in sentences(text))
    return [one.rstrip("。") for one in said if "。" in one]


def _calls(said: Sequence[str], speaker: Speaker) -> bool:
    """Whether one of the last sentences gives the floor to somebody of this office or name."""
    return any(_names(words, speaker) for words in said[-2:])


def _names(words: str, speaker: Speaker) -> bool:
    own = [re.escape(word) for word in (speaker.office, speaker.name) if len(word) > 1]
    if speaker.name and speaker.office:
        own.append(re.escape(speaker.name[:2]))  # 永田委員 before （永田好道君）
    if own and re.search(f"(?:{'|'.join(own)}){_CALLED}{_GIVES}", words):
        return True
    if is_public(speaker.office) or is_public(speaker.name):
        return _PRESS.search(words) is not None
    return speaker.side == "executive" and _ORGAN.search(words) is not None
