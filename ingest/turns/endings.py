"""Where the words of a speech end though no other speech begins: results, other questions, the foot of a page.

A record's last answer is followed by what the paper holds besides (次回の日程, 編集後記, 問い合わせ先); a digest prints after the
answers of a member what else he asked. Neither is speech; it stays unplaced, and `inspect` shows it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.patterns import NUMERAL
from corpus.types import Speaker
from ingest.marks.headingforms import is_bare
from ingest.marks.mark import Mark
from ingest.marks.nomarks.letterfields import signed_field
from ingest.marks.speaks import is_speech
from ingest.people.speakers import LABEL_MAX
from ingest.text.furniture import SIGNER
from ingest.text.lines import Line
from ingest.turns.ending_words import (
    ASKED_IN_WRITING,
    DECIDED,
    NARRATED,
    OTHERS,
    SIGNING,
    SIGNS_BELOW,
    TAIL,
    TOLD,
)

REPLIES_MIN = 3
"""Earlier speeches without an empty line inside from which an empty line ends the last one too."""
_SECTION = re.compile(r"^【[^【】。]{2,24}】$")
_NUMBER = re.compile(rf"^(?:[（(]{NUMERAL}{{1,2}}[)）][．.、\s]*|{NUMERAL}{{1,2}}[)）]?[．.、\s]+)")


def signer_of(lines: Sequence[Line]) -> Speaker | None:
    """The department named below （回答部局課名）, as the record spells it; None where there is no such line."""
    if signed := signed_field(lines):
        return signed
    place = next((i for i, line in enumerate(lines[:-1]) if SIGNER.match(line.text)), None)
    office = "" if place is None else re.sub(r"\s+", " ", lines[place + 1].text)
    return Speaker("", office, "executive") if 0 < len(office) <= LABEL_MAX and "。" not in office else None


def is_aside(text: str) -> bool:
    """▼その他の質問, 採決の結果、…決定した: a line from which on nothing is word of the speaker above."""
    told = OTHERS.match(text) or DECIDED.match(text) or ASKED_IN_WRITING.match(text)
    return len(text) <= 120 and bool(told or SIGNER.match(text))


_REPORTED = re.compile(r"^[^。]*べきもの(?:である)?と(?:決し|決定し|決定いたし|決し?いたし|議決し)ました。?$")
_REPORTS_ON = re.compile(
    r"^(?:次に|次いで|続いて|続きまして|最後に|以上で?[、，]?)[^。]*(?:ました|ます|です)。"
)


def is_reported(text: str, below: Sequence[Line]) -> bool:
    """Whether the chair of a committee says it in his report to the council: 採決の結果、…可決すべきものと決しました。

    A paper tells in plain words what was decided and goes on to something else; a report goes on (次に、議案第２号については…).
    """
    if DECIDED.match(text) is None:
        return False
    return _REPORTED.match(text) is not None or any(_REPORTS_ON.match(line.text) for line in below)


_CAME_OF = re.compile(
    r"^[→⇒➡]\s*[^。]{2,60}(?:こととなった|こととなる|こととした|ことを確認(?:した)?|ことに決定(?:した)?)。?$"
)


def is_outcome(text: str) -> bool:
    """⇒次回までに会派で協議することとなった。: what came of the talk above, in nobody's words."""
    return _CAME_OF.match(text) is not None


def is_narrated(text: str) -> bool:
    """Whether a line tells what happened in the meeting: 課長から報告があった。 次回は７月に開くこととした。"""
    return is_outcome(text) or NARRATED.match(text) is not None or _is_told(text) or _explains_on(text)


TOLD_MAX = 200
"""Characters of a line that tells what was done at most."""


def _explains_on(text: str) -> bool:
    """資料３（…の意見一覧表）により、事務局から各課の評価を説明: no sentence, but what was done."""
    return (
        len(text) <= TOLD_MAX
        and text.endswith(("説明", "報告"))
        and "。" not in text
        and re.search(r"資料[^。]*(?:により|に基づ|から|より|が)", text) is not None
    )


def _is_told(text: str) -> bool:
    return (
        text[-1] == "。" and text.count("。") == 1 and len(text) <= TOLD_MAX and TOLD.match(text) is not None
    )


_MATTER = re.compile(r"^[^。、]{3,70}について(?=[、，])")


def told_matters(lines: Sequence[Line]) -> list[Line]:
    """第６４号議案…について, as headings: the matters of those lines that tell who reported on them."""
    return [
        replace(line, text=found[0], end=line.start + found.end())
        for line in lines
        if _is_told(line.text) and (found := _MATTER.match(line.text))
    ]


_POINT = re.compile(r"^[・･•\-*＊※].{1,300}[。）)]$")
POINTS = 20
"""Points of an explanation that are noted at most."""


def points_of_note(lines: Sequence[Line], is_note: Callable[[str], bool]) -> int:
    """How many lines at the end are the points of an explanation that is noted above them (事務局から説明。 ・利用者は…増えた。): 0 where none is."""
    for points, line in enumerate(reversed(lines[-POINTS:])):
        if not _POINT.match(line.text):
            return points if points and is_note(line.text) else 0
    return 0


def narrated(lines: Sequence[Line], heads: Callable[[Line], bool], digest: bool) -> int:
    """How many of the last lines tell what happened and are nobody's words (課長から報告があった。).

    `heads` says of a line whether it is a heading by its form; outside of digests a heading must stand above, unless the
    words leave no doubt that nobody says them.
    """
    if lines and is_bare(lines[-1].text):  # 〔意見等〕 below it
        below = narrated(lines[:-1], heads, digest)
        return below + 1 if below else 0
    if points := points_of_note(lines, is_narrated):
        below = narrated(lines[:-points], heads, digest)
        return below + points if below else 0
    count = 0
    while count < len(lines) and is_narrated(lines[-1 - count].text):
        count += 1
    above = lines[-1 - count] if count < len(lines) else None
    sure = next((k for k in range(count, 0, -1) if _is_told(lines[-k].text)), 0)
    if sure and not digest and not (above is not None and heads(above)):
        return sure
    return count if count and (digest or (above is not None and heads(above))) else 0


def matters_below(lines: Sequence[Line], heads: Callable[[Line], bool]) -> int:
    """How many of the last lines are headings with what was done under each (（２）評価について / （ア）説明 / 資料３により説明 /
    （イ）討論); 0 where they are headings alone, or words."""
    count = told = 0
    while count < len(lines) and (heads(lines[-1 - count]) or is_narrated(lines[-1 - count].text)):
        count += 1
        told += not heads(lines[-count])
    while count and not heads(lines[-count]):
        count -= 1
        told -= 1
    return count if told > 0 else 0


def is_tail(text: str, digest: bool = False) -> bool:
    """A line at which the foot of the page or of the document begins (問い合わせ先, 編集後記, 以上).

    `digest`: in a record of 問 and 答 a section of its own (【アンケート】) is none of the last answer either.
    """
    if digest and _SECTION.match(text):
        return True
    if SIGNS_BELOW.match(text):
        return True
    if len(text) > 60 or (text.endswith("。") and not SIGNING.match(text)):
        return False
    if SIGNING.match(text) and ("署名" in text or "相違" in text):
        return True
    bare = text[1:-1] if _SECTION.match(text) else text
    return TAIL.match(_NUMBER.sub("", bare)) is not None


def last_stop(lines: Sequence[Line], marks: Sequence[Mark]) -> int:
    """The line before which the last speech ends: the first empty line in it, if no speech before holds one.

    A chair's last words close the meeting and are left whole.
    """
    last = marks[-1]
    if last.speaker.side == "chair":
        return len(lines)
    before = [(mark, stop.line) for mark, stop in itertools.pairwise(marks)]
    replies = [(mark, stop) for mark, stop in before if mark.speaker.side == last.speaker.side]
    if len(replies) < REPLIES_MIN or any(
        line.gap and is_speech(line.text) and not is_aside(line.text)
        for mark, stop in before
        for line in lines[mark.line + 1 : stop]
    ):
        return len(lines)
    begins = last.line + (1 if not last.is_alone(lines) else 2)
    stop = next((i for i in range(begins, len(lines)) if lines[i].gap), len(lines))
    whole = last.style == "qa" and last.is_alone(lines)
    if stop == len(lines) and whole and all(_sentences_first(lines[m.line + 1 : end]) for m, end in replies):
        stop = next((i for i in range(begins, len(lines)) if not _ends(lines[i])), len(lines))
    return stop


def _ends(line: Line) -> bool:
    return line.text[-1] in "。．？?！!」』）)"


def _sentences_first(lines: Sequence[Line]) -> bool:
    """Whether lines that end as sentences do all stand before those that do not: the words, then the next title."""
    ends = [_ends(line) for line in lines]
    return ends == sorted(ends, reverse=True)
