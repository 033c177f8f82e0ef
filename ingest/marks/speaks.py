"""What counts as something said, and which marks have words that are: rosters and titles bear labels too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.marks.mark import Mark
from ingest.people.speakers import LABEL_MAX, parse_label
from ingest.text.lines import Line

DIGEST_WORDS_MIN = 4
"""Characters after 問 or Q from which it asks something, full stop or not."""
SPEECH_MIN = 20
"""Characters from which a line without a full stop still counts as speech; roster entries stay below."""
_HIRAGANA = re.compile(r"[ぁ-ん]")
_HEARD = re.compile(r"(?:[いきしちりえけせてれみび]ます|です|ました|ません)(?:が|けれ?ど|ので)?$")
HEARD_MIN = 8
"""Characters of a line of a talk that was written down by ear; such texts have no full stops (皆さまおはようございます)."""


_ROSTER = re.compile(
    r"^[^。]*(?:出席(?:した|を求めた)[^。]{0,16}|職[・、]?氏名|委任を受け[^。]{0,16}|別紙のとおり)[^。]{0,8}$"
)
"""４．職務のため、会議に出席した者の職・氏名: the head of a list, however much of a sentence it looks."""


def is_speech(text: str) -> bool:
    """Whether words read as something said: a full stop, or some length with hiragana in it."""
    if not text or _ROSTER.search(text):
        return False
    if "。" in text or text[-1] in "？?":
        return len(_HIRAGANA.findall(text)) >= 2
    if len(text) >= HEARD_MIN and _HEARD.search(text):
        return True
    return len(text) >= SPEECH_MIN and len(_HIRAGANA.findall(text)) >= len(text) // 5


def speech_below(lines: Sequence[Line], index: int) -> bool:
    """Whether the line below one reads as speech; False below the last."""
    return index + 1 < len(lines) and is_speech(lines[index + 1].text)


def trimmed(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks from the first on that is followed by speech, without those of rosters and title lines in between.

    A mark holds when it, or the lines up to the next mark, hold speech; short remarks between speeches (はい) hold too.
    """
    heard = speaking(marks, lines)
    first = next((i for i, speaks in enumerate(heard) if speaks), len(marks))
    last = max((i for i, speaks in enumerate(heard) if speaks), default=-1)
    while 0 < first < len(marks) and marks[first - 1].style == marks[first].style == "dash":
        first -= 1  # told in short: 教育長 - 当面の日程について報告
    while first < last and _is_fields(marks[first], marks[first + 1], lines):
        first += 1
    kept = list(marks[first : last + 1])
    tail = [m for m in marks[last + 1 :] if kept and (m.signed or m.tagged or m.style == "dash")]
    return tuple(kept + tail)


def _is_fields(mark: Mark, following: Mark, lines: Sequence[Line]) -> bool:
    """Whether 回答 heads the page of a letter (受付月日 …) above the words of who asks: nothing has been asked yet."""
    if mark.style != "qa" or following.style != "qa" or not mark.is_alone(lines):
        return False
    asked_below = (mark.speaker.side, following.speaker.side) == ("executive", "member")
    return asked_below and not any("。" in line.text for line in lines[mark.line : following.line])


def speaking(marks: Sequence[Mark], lines: Sequence[Line]) -> list[bool]:
    """Of each mark, whether speech follows it before the next one."""
    stops = [*(mark.line for mark in marks[1:]), len(lines)][: len(marks)]
    return [_speaks(mark, stop, lines) for mark, stop in zip(marks, stops, strict=True)]


_TITLE_ROW = re.compile(r"^(?=[^。]*について$).*\d[．.、\s]")


def _speaks(mark: Mark, stop: int, lines: Sequence[Line]) -> bool:
    own = mark.line
    while own + 1 < stop and mark.body > lines[own].end:  # the label goes on in the next line
        own += 1
    line = lines[own]
    words = line.text[mark.body - line.start :] or (lines[own + 1].text if own + 1 < stop else "")
    if own + 1 == stop and _TITLE_ROW.match(words):  # ７番　由良　千鶴　１．…について: a row of the 通告
        return False
    if _COUNT.match(words):
        return False
    said = is_said(words.rstrip("！!"))  # 皆さん、おはようございます！
    if said or (mark.style in ("qa", "arrow", "quote", "told") and len(words) >= DIGEST_WORDS_MIN):
        return True
    # ３番、奥村恵議員。
    if mark.speaker.side == "chair" and words.endswith("。") and not _CAPTION.search(words):
        return True
    if (mark.signed or mark.tagged) and _SHORT.fullmatch(words):  # ○沖委員 花壇は。
        return True
    below = lines[mark.line + 1 : min(stop, mark.line + 4)]
    return any(is_said(following.text) for following in below) or _in_short_lines(lines[own + 1 : stop])


SHORT_LINES = 12
"""Lines of a page set like verse among which its first sentence ends."""


def _in_short_lines(below: Sequence[Line]) -> bool:
    """Whether a sentence of several short lines stands below a label, a title of one line perhaps before it."""
    titled = bool(below) and _CAPTION.search(below[0].text) is not None
    for line in below[titled : SHORT_LINES + titled]:
        if len(_HIRAGANA.findall(line.text)) < 2 or _CAPTION.search(line.text) or _is_entry(line.text):
            return False
        if line.text.endswith("。"):
            return True
    return False


_SHORT = re.compile(r"[^。、：:（()）]{1,18}(?:は|か|も|を|と|だ|い|る|た)[。？?]")
"""Words behind a signed label, however few: what ends a sentence in hiragana stands in no roster."""


def is_said(text: str) -> bool:
    """Whether a line below a label reads as speech, and is no line of a roster or a header."""
    return is_speech(text) and not _is_entry(text) and not _CAPTION.search(text) and not lists_people(text)


def lists_people(text: str) -> bool:
    """八木正樹会長、小池りさ委員、…: several people and nothing else, whatever label stands before them."""
    pieces = [piece for piece in re.split("[、，]", text) if piece.strip()]
    if len(pieces) < 2 or "。" in text:
        return False
    people = [parse_label(piece.strip()) if len(piece) <= LABEL_MAX else None for piece in pieces]
    return all(person is not None and person.name for person in people)


_COUNT = re.compile(r"^[^。、]{0,12}\d{1,3}\s*[名人](?:[（(][^（()）]*[)）])?$")
"""【事務局】5名: how many of them were there."""
_CAPTION = re.compile(
    r"(?:次|下記|左記|以下)のとおり(?:である|です|であった|とする)?。?$|^[^。]*(?:について|条例|あいさつ|挨拶)$"
)
"""２、欠席委員は次のとおりである。: a line of the header, between its rosters; 議案第72号　…条例: a bill in a list."""


def _is_entry(text: str) -> bool:
    """• こども部こども政策課　課長　西田　勝己: a roster's line, however long."""
    if "。" in text or len(text) > LABEL_MAX:
        return False
    speaker = parse_label(re.sub(r"^[•・\-○]\s*", "", text))
    return speaker is not None and bool(speaker.name and speaker.office)
