"""Evidence and reading that the dialogue families share; they differ in the styles of marks that they take."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corpus.types import Meeting, Utterance
from ingest.displaced import DISPLACED_MIN, breaks_sentence, displaced, is_drawn_apart
from ingest.exams import is_exam
from ingest.exchanges import pair
from ingest.lines import Line, width
from ingest.mark import Mark
from ingest.sidewords import bare_label, says_side
from ingest.sittings import sittings
from ingest.speakers import parse_label
from ingest.speaks import is_speech
from ingest.turns import DIGEST, Reading, marks_of, read_turns, scan
from ingest.types import Document, Draft, Evidence
from ingest.wording import asks

MARKS_MIN = 2
"""Fewer marks than this say nothing about a document, unless one alone opens it."""
MIDLINE_MAX = 0.2
"""Share of speaker marks that stand in the middle of lines, from which two columns were read as one: in one column a mark
opens a line."""
BROKEN_MAX = 0.35
"""Share of marks that break into an unfinished sentence, from which columns are taken to be interleaved. Records with
careless ends of sentences stay below 0.15; two columns read line by line lie above 0.5."""
LISTED = 6
"""Marks below which labels that stand once each, with nobody asking, are a list of roles (町：…, 町民：…) and no dialogue."""
UNKNOWN = 0.6
"""Factor where nobody's side is known from the labels: bare names in brackets may be anything."""
GAPPED_MAX, GAPPED_LINES = 0.4, 4
"""Share of the lines without a mark that have a wide blank at one place, from which the text is two columns side by side,
and such lines at least."""

SIDE_NAMES = {
    "member": "質問する側",
    "executive": "答える側",
    "chair": "進行",
    "secretariat": "事務局",
    "other": "不明",
}


def evidence(document: Document, style: Callable[[str], bool], base: float, name: str) -> Evidence:
    """How far the marks of a family carry a document.

    Score: `base` for the kind of mark, scaled by the share of the text after the first mark's header that they cover and
    by how many different speakers they name; nothing where one speaker alone talks, or where marks break sentences.
    """
    scanned = scan(document.text, document.pages)
    marks = marks_of(document, style)
    if not marks:
        return Evidence(0.0, (f"{name}の印がない",))
    labels = Counter(m.label for m in marks)
    reasons = [
        f"{name} {len(marks)}か所、発言者{len(labels)}通り（{'、'.join(label for label, _ in labels.most_common(4))}）"
    ]
    total = sum(len(line.text) for line in scanned.lines) or 1
    covered = sum(len(line.text) for line in scanned.lines[marks[0].line :])
    reasons.append(f"本文の{covered / total:.0%}が印のあとにある")
    speaking = sum(
        1 for m in marks if is_speech(scanned.lines[m.line].text) or _next_speaks(m, scanned.lines)
    ) / len(marks)
    headings = frozenset(span[0] for span, _ in document.headings)
    broken = broken_share(scanned.lines, marks, headings)
    if len(marks) >= 6 and broken > BROKEN_MAX:
        return Evidence(
            0.0, (*reasons, f"印の{broken:.0%}が文の途中に割り込んでいる（段組みの混ざった文か）")
        )
    out, column = displaced(scanned.lines, [m for m in scanned.marks if style(m.style)], headings)
    if is_drawn_apart(out, column):
        return Evidence(
            0.0,
            (*reasons, f"発言者だけの行{column}のうち{out}が発言と離れている（発言者の欄が別に並んだ文か）"),
        )
    midline = midline_marks(scanned.lines)
    if midline >= 2 and midline > MIDLINE_MAX * len(marks):
        return Evidence(0.0, (*reasons, f"行の途中に発言者の印が{midline}か所ある（段組みの混ざった文か）"))
    gapped = gapped_share(_unmarked(scanned.lines, marks))
    if gapped > GAPPED_MAX:
        return Evidence(0.0, (*reasons, f"行の{gapped:.0%}に大きな空きがある（段組みが一行に並んだ文か）"))
    sides = {m.speaker.side for m in marks}
    if len(marks) < MARKS_MIN:
        alone = marks[0].line <= 3 and style("sign:○") and marks[0].style.startswith("sign")
        return Evidence(0.6 if alone else 0.0, (*reasons, "発言が一つだけ"))
    if (
        sides <= {"member", "executive", "other"}
        and sides != {"executive"}
        and _one_person({m.speaker.name for m in marks})
    ):
        return Evidence(0.0, (*reasons, "一人の発言だけ"))
    if 2 * sum(m.style in DIGEST for m in marks) >= len(marks) and is_exam(scanned.lines, marks):
        return Evidence(0.0, (*reasons, "試験の問題と解答"))
    if len(sides) == 1 and all(m.style in DIGEST for m in marks):
        return Evidence(0.0, (*reasons, "問いと答えの一方だけ"))
    told = all(says_side(bare_label(m.label)) for m in marks)  # 【提案】 and 【回答】, once each
    if (
        len(labels) == len(marks) < LISTED
        and not told
        and not any(asks(scanned.lines[m.line].text) for m in marks)
    ):
        return Evidence(0.0, (*reasons, "一人一回で、尋ねる発言がない（役割の一覧か）"))
    if len(labels) < 2 and (
        "other" in sides or all(m.style in ("wide", "line", "tab", "colon") for m in marks)
    ):
        return Evidence(0.0, (*reasons, "発言者が区別できない"))
    score = (
        base
        * min(1.0, 0.3 + 0.7 * covered / total + 0.1)
        * (0.4 + 0.6 * speaking)
        * min(1.0, 0.6 + 0.1 * len(marks))
        * (UNKNOWN if sides == {"other"} else 1.0)
    )
    reasons.append(
        "立場: "
        + "、".join(
            SIDE_NAMES[s] for s in ("chair", "member", "executive", "secretariat", "other") if s in sides
        )
    )
    return Evidence(round(min(score, 0.99), 3), tuple(reasons))


def _one_person(names: set[str]) -> bool:
    """Whether the names are one person's: 沖, 沖　ひとみ, whatever office he held."""
    longest = max(names, key=len)
    return bool(re.search(r"[^xXｘＸ○〇●×＊*]", longest)) and all(
        name and longest.startswith(name) for name in names
    )


def _next_speaks(mark: Mark, lines: Sequence[Line]) -> bool:
    return any(is_speech(line.text) for line in lines[mark.line + 1 : mark.line + 4])


def broken_share(
    lines: Sequence[Line], marks: Sequence[Mark], headings: frozenset[int] = frozenset()
) -> float:
    """Share of marks that stand in the middle of a sentence."""
    broken = sum(breaks_sentence(lines, mark.line, headings) for mark in marks)
    if not any("。" in line.text for line in lines):  # told in short throughout, no sentence has an end
        return 0.0
    return broken / len(marks) if marks else 0.0


_GAP = re.compile(r"(?<=\S)(?:[\s\u3000]{2,})(?=\S)")
_NAME_COLUMN = 13
"""Width within which a wide blank only sets the name off from the words (full-width characters)."""


def _unmarked(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Line]:
    """The lines after the first mark that bear none: a name column sets wide blanks of its own."""
    marked = {mark.line for mark in marks}
    return [lines[i] for i in range(marks[0].line, len(lines)) if i not in marked]


def gapped_share(lines: Sequence[Line]) -> float:
    """Share of the lines in which a wide blank ends at one and the same place: two columns printed side by side."""
    if len(lines) < GAPPED_LINES:
        return 0.0
    ends = Counter(
        place
        for line in lines
        for place in {round(line.indent + width(line.text[: m.end()])) for m in _GAP.finditer(line.text)}
        if place > _NAME_COLUMN
    )
    most = max((count + ends[place + 1] for place, count in ends.items()), default=0)
    return most / len(lines)


_MIDLINE = re.compile(
    r"(?<=[^\s:：])[\s\u3000]+[○◯〇◆◎]([^\s\u3000。、（()）【】]{0,16}[（(【][^（()）【】。、]{1,16}[）)】])"
)
"""A signed label with a bracket (○議長（木下 敏）) behind other words of its line."""


def midline_marks(lines: Sequence[Line]) -> int:
    """Lines with a signed speaker label after words of another speech."""
    found = 0
    for line in lines:
        for match in _MIDLINE.finditer(line.text):
            numbered = line.text[: match.start()].isdigit()  # 12 ◯議長（…）: the page counts the speeches
            if not numbered and parse_label(match[1]):
                found += 1
    return found


def read(document: Document, style: Callable[[str], bool]) -> tuple[Draft, ...]:
    """A Draft for each day of the document: utterances and the exchanges among them."""
    marks = marks_of(document, style)
    if not marks:
        return (Draft(warnings=("発言者の印が見つかりません",)),)
    lines = scan(document.text, document.pages).lines
    days = sittings(lines, marks)
    apart = tuple(_apart(document, style, lines))
    drafts: list[Draft] = []
    for day in days:
        # Each day states its own date and attendees; the file's title is that of the first.
        own = document if day.first == 0 else replace(document, title="")
        start = lines[day.first].start if day.first else 0
        stop = lines[day.stop].start if day.stop < len(lines) else len(document.text)
        about = replace(own, text=_alone(document.text, start, stop)) if day.apart else own
        draft = draft_of(document, read_turns(own, day.marks, day.first, day.stop, about))
        if len(days) > 1:
            first = drafts[0].meeting if drafts else None
            if day.apart:
                first = _shared(first, document.text[start:stop])
            draft = replace(draft, span=(start, stop), meeting=_completed(draft.meeting, first))
        drafts.append(replace(draft, warnings=(*draft.warnings, *apart)))
    return tuple(drafts)


def _apart(document: Document, style: Callable[[str], bool], lines: Sequence[Line]) -> Iterator[str]:
    """A warning where some labels on lines of their own do not stand above their words."""
    headings = frozenset(span[0] for span, _ in document.headings)
    out, _ = displaced(lines, marks_of(document, style), headings)
    if out >= DISPLACED_MIN:
        yield f"発言者だけの行が{out}か所で発言と離れています（そのあたりの発言者を確かめてください）"


def _alone(text: str, start: int, stop: int) -> str:
    """A text with nothing but one meeting in it, in its place."""
    return " " * start + text[start:stop]


def _shared(first: Meeting | None, words: str) -> Meeting | None:
    """What the first meeting's header says that holds for another meeting of the file too: the town, and the body if its words
    name it."""
    if first is None:
        return None
    town = first.municipality
    named = first.body.removeprefix(town.name if town else "").removeprefix("立")
    body = first.body if named and named in words else ""
    return Meeting(municipality=town, body=body)


def _completed(meeting: Meeting | None, first: Meeting | None) -> Meeting | None:
    """A later day's meeting with what only the first day's header says."""
    if meeting is None or first is None:
        return meeting
    town = meeting.municipality
    if town is None or (first.municipality and first.municipality.prefecture == town.name):
        town = first.municipality  # the prefecture was named in passing
    return replace(
        meeting,
        municipality=town,
        body=meeting.body or first.body,
        title=meeting.title or first.title,
        session=meeting.session or first.session,
        fiscal_year=meeting.fiscal_year or first.fiscal_year,
        place=meeting.place or first.place,
        attendees=meeting.attendees or first.attendees,
    )


def draft_of(document: Document, reading: Reading) -> Draft:
    warnings = _warnings(reading)
    return Draft(
        reading.utterances, pair(document, reading), reading.meeting, reading.header, None, tuple(warnings)
    )


def _warnings(reading: Reading) -> list[str]:
    out = []
    sides = Counter(
        u.speaker.side for u in reading.utterances if u.speaker.side != "other" or not u.speaker.office
    )
    if sides["other"] > 0.2 * len(reading.utterances):
        out.append(f"立場の分からない発言が{sides['other']}件あります")
    if not sides["member"] and len(reading.utterances) > 3:
        out.append("議員・委員の発言が見つかりません")
    return out


def speakers(utterances: Sequence[Utterance]) -> int:
    return len({u.speaker for u in utterances})
