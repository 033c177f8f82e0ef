"""Speeches taken down by ear, where the chair's calls (企画部長 菅沼裕樹君, on a line of their own) are all that says who speaks.

The ear misses calls. What still tells a new speaker, between two calls:
1. 当局の答弁を求めます, …君の再質問を許します are the chair's;
2. はい以上 ends a reply; where what follows up to the next officer's call asks, the member who has the floor asks it;
3. 御質問にお答えいたします below a question begins a reply, whoever gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.types import Speaker
from ingest.marks.mark import Mark
from ingest.phrases.wording import asks
from ingest.text.lines import Line

CALLS_MIN = 3
"""Calls of officers on lines of their own from which a text is taken down so."""
GREETING = 4
"""Lines below a call in which an officer says that he replies."""
_ANSWERS = re.compile(r"お?答え(?:いた)?します[。]?$")
_CALL = re.compile(r"\S{2,30}(?:長|監|事|幹|者)\s?\S{1,10}君$")
_CHAIR = re.compile(
    r"^(?:[^。]{0,30}君の(?:質問|質疑)に対する)?当局の答弁(?:を求めます|は終わりました)|^(?:それでは|次に|引き続き)?[^。]{1,24}君の(?:再質問|質問|再質疑|質疑)を許します"
)
_MEMBER = re.compile(r"[^\s。、]{2,8}君")
_ENDS = re.compile(r"^(?:はい[、\s]*)?以上(?:です|でございます|であります|となります)?(?:はい)?[。]?$")
_OFFICER = re.compile(
    r"(?:まいり(?:ます|たいと(?:考え|思っ)て(?:おり|い)ます)|[てで]ございます|次第です|と考えて(?:おり|い)ます|と認識して(?:おり|い)ます)[。]?$"
)
"""What an officer's last sentence ends in."""
_PLEASE = re.compile(r"お願い(?:いた)?します[。]?$")
_REPLIES = re.compile(
    r"^(?:[^。、]{0,14}議員[^。、]{0,3})?の?(?:御|ご)?(?:再)?質問にお?答え(?:いた)?します[。]?$"
)


def with_heard_calls(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, and those that a missed call left out; unchanged where the text is not taken down by ear."""
    calls = [m for m in marks if m.style == "line" and _CALL.fullmatch(lines[m.line].text)]
    if len(calls) < CALLS_MIN or 2 * sum(m.style == "line" for m in marks) < len(marks):
        return tuple(marks)
    stops = [*(mark.line for mark in marks[1:]), len(lines)]
    marks = [_with_side(mark, lines[mark.line + 1 : stop]) for mark, stop in zip(marks, stops, strict=True)]
    return tuple(sorted((*marks, *_missed(marks, lines)), key=lambda mark: mark.line))


def _with_side(mark: Mark, words: Sequence[Line]) -> Mark:
    """A mark whose call names no office: a member, or an officer whose office was heard amiss (総務省田原治君) and who replies."""
    if mark.style != "line" or mark.speaker.office or mark.speaker.side != "other":
        return mark
    replies = any(_ANSWERS.search(line.text) for line in words[:GREETING])
    return replace(mark, speaker=replace(mark.speaker, side="executive" if replies else "member"))


def _missed(marks: Sequence[Mark], lines: Sequence[Line]) -> Iterator[Mark]:
    asker = Speaker("", "", "member")
    stops = [*(mark.line for mark in marks[1:]), len(lines)]
    for mark, stop in zip(marks, stops, strict=True):
        if not mark.speaker.is_officer:
            asker = mark.speaker if mark.speaker.name else asker
        chairs = [i for i in range(mark.line + 1, stop) if _CHAIR.match(lines[i].text)]
        if chairs:
            below, stop = stop, chairs[0]
            yield _at(stop, lines[stop], Speaker("", "", "chair"))
            called = next((i for i in range(stop + 1, below) if _MEMBER.fullmatch(lines[i].text)), None)
            if called is not None:  # …君の再質問を許します above …君: whose name is heard amiss
                asker = Speaker(lines[called].text.removesuffix("君"), "", "member")
                yield replace(_at(called, lines[called], asker), body=lines[called].end)
        if not mark.speaker.is_officer:
            continue
        begin = mark.line + 1
        replies = [
            i for i in range(begin + 1, stop) if _REPLIES.match(lines[i].text) and asks(lines[i - 1].text)
        ]
        for index in replies:
            yield from _question(lines, begin, index, asker)
            yield _at(index, lines[index], Speaker("", "", "executive"))
            begin = index + 1
        yield from _question(lines, begin, stop, asker)


def _question(lines: Sequence[Line], begin: int, stop: int, asker: Speaker) -> Iterator[Mark]:
    """The question at the end of an officer's words: from the line after the last that only an officer says."""
    if stop <= begin or not (asks(last := lines[stop - 1].text) or _PLEASE.search(last)):
        return
    ended = [
        i for i in range(begin, stop - 1) if _ENDS.match(lines[i].text) or _OFFICER.search(lines[i].text)
    ]
    if ended:
        yield _at(ended[-1] + 1, lines[ended[-1] + 1], asker)


def _at(index: int, line: Line, speaker: Speaker) -> Mark:
    return Mark(index, "line", speaker.name, speaker, line.start)
