"""The roles of an export's columns, told by what stands in them where their names do not say it (spk, col_b, hatsugen_honbun, no header).

1. Names decide first: a column that is called as `ingest.columns.fieldnames` knows keeps its role.
2. Two columns of sentences, of which one asks and the other replies as an office does, are questions and replies.
3. Else the longest column of sentences is what was said, if somebody says it: a column of offices or names (or both), or a column of a
   few values that ask and reply in turn; and if it is a conversation: people of two sides speak again and again.
4. A column of days or of meetings that each stand in one stretch divides the rows; a falling number turns them over.

Whatever is not certain has no role, and `reasons` say why: votes, budgets, rosters, surveys and transcripts without speakers hold
sentences and offices, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.cache import LeastRecentlyUsed
from corpus.eras import find_dates
from ingest.columns.cells import is_person, is_stance, replies, rises, seeks
from ingest.columns.conversing import heard, no_conversation
from ingest.columns.grid import FILLED, LABEL, MOST, Column, Grid, columns_of, first_row, known
from ingest.columns.paired import pairs_of
from ingest.columns.speakers import KIND_MAX, side_said, tells_part
from ingest.header.bodies import names_of_bodies
from ingest.header.sessions import find_session
from ingest.marks.speaks import is_speech
from ingest.people.speakers import LABEL_MAX, has_office, parse_label

ROWS_MIN = 4
"""Rows of data at least."""
DAY_MAX, TITLE_MAX = 24, 60
"""Characters of a day, of a meeting's name."""
PROSE = 0.6
"""Share of the cells of a column of sentences that are some."""


@dataclass(frozen=True, slots=True)
class Roles:
    """What the columns are: `places` by role (those of `fieldnames.NAMES`, part; or question, answer, who, responder, topic)."""

    places: Mapping[str, int] = field(default_factory=dict)
    first: int = 0
    """The first row of data; the names of the columns stand in the one above, if any do."""
    sides: Mapping[str, str] = field(default_factory=dict)
    """What the values of the column `part` stand for: 1 → 質問, 2 → 答弁."""
    falls: bool = False
    """Whether the rows count down: the last one was said first."""
    reasons: tuple[str, ...] = ()


KEPT_CHARS = 8_000_000
"""Characters of the tables whose roles are kept: each is asked for by several layouts; cells of some tables are books."""


def _size(told: tuple[Grid, Roles]) -> int:
    return sum(len(cell) for row in told[0] for cell in row)


_TOLD: LeastRecentlyUsed[tuple[Grid, Roles]] = LeastRecentlyUsed(KEPT_CHARS, _size)


def roles_of(rows: Grid) -> Roles:
    """The roles of the columns of a table; without places where they are not certain."""
    known = _TOLD.get(rows)
    if known is None:
        known = rows, _told(rows)
        _TOLD.put(rows, known)
    return known[1]


def _told(rows: Grid) -> Roles:
    first = first_row(rows)
    if first is None or len(rows) - first < ROWS_MIN:
        return Roles(reasons=("文の入った行が少なく、列の役割を内容から判断できない",))
    columns = columns_of(rows, first)
    told = [column for column in columns if _is_prose(column, len(rows) - first)]
    if not told:
        return Roles(reasons=("文の入った列がない",))
    if stance := next(filter(_is_stances, columns), None):
        return Roles(reasons=(_of(told[0], "文", is_speech, "文"), f"{stance.called}は賛否や出欠"))
    paired = pairs_of(columns, told) if len(told) > 1 else None
    if paired is not None:
        return Roles(paired[0], first, reasons=paired[1])
    return _with_row_above(rows, _turns(columns, told, first))


def _with_row_above(rows: Grid, told: Roles) -> Roles:
    """The roles with one row more, where what looks like the names of the columns names a speaker who speaks below."""
    who = [told.places[role] for role in ("speaker", "role", "part") if role in told.places]
    above = rows[told.first - 1] if told.first else ()
    if not who or len(above) <= max(told.places.values()):
        return told
    speaks = all(
        above[x] and any(above[x] == row[x] for row in rows[told.first :] if x < len(row)) for x in who
    )
    return replace(told, first=told.first - 1) if speaks else told


def by_content(reasons: Sequence[str]) -> tuple[str, ...]:
    """The warning that the columns of an export were told by their words; none where they were not."""
    return (
        (f"項目の名前で役割が分からないため、内容から判断しました（{'、'.join(reasons)}）",)
        if reasons
        else ()
    )


def goes_on(before: Roles, rows: Grid) -> Roles | None:
    """The roles of a table too short to tell its own, below one of the same width: the columns are the same where words stand."""
    wide = [
        (y, row) for y, row in enumerate(rows) if len(row) > max(before.places.values(), default=len(row))
    ]
    text = before.places.get("text", -1)
    first = next((y for y, row in wide if text >= 0 and is_speech(row[text])), None)
    if first is None:
        return None
    below = [row for y, row in wide if y >= first]
    people = [before.places[role] for role in ("speaker", "role", "part") if role in before.places]
    who = [row[place] for place in people for row in below]
    said = sum(is_speech(row[text]) for row in below)
    fits = all(len(word) <= LABEL for word in who) and said >= PROSE * len(below)
    return replace(before, first=first, reasons=()) if fits and any(who) else None


def _is_stances(column: Column) -> bool:
    """A column of votes, or of who was there; one sign here and there only marks a row."""
    return column.share(is_stance) == 1 and (len(set(column.words)) > 1 or all(column.cells))


def _is_prose(column: Column, height: int) -> bool:
    return column.share(is_speech) >= PROSE and len(column.words) >= FILLED * height


def _turns(columns: Sequence[Column], told: Sequence[Column], first: int) -> Roles:
    """The roles of a table of speech, or why it is none."""
    named = known(columns, "text")
    text = named if named in told else max(told, key=lambda c: sum(map(len, c.cells)))
    assert text is not None
    rest = [column for column in columns if column is not text]
    places, reasons = {"text": text.place}, [_of(text, "発言", is_speech, "文")]
    for role, column in _people(rest).items():
        places[role] = column.place
        what = "役職" if role == "role" else "氏名・役職"
        reasons.append(_of(column, what, _names_somebody, what) + f"、{len(set(column.words))}通り")
    free = [column for column in rest if column.place not in places.values()]
    part, sides = _part(free, text)
    if part is not None:
        places["part"] = part.place
        said = "、".join(f"{value}→{side}" for value, side in sides.items() if side != value)
        reasons.append(f"{part.called}を質問・答弁の別とした" + (f"（{said}）" if said else ""))
    if len(places) == 1:
        return Roles(reasons=(*reasons, "誰の発言かを示す列がない"))
    by_place = {column.place: column for column in columns}
    fault = no_conversation(*heard({role: by_place[x] for role, x in places.items()}, sides))
    if fault and not (part and _in_pairs(part, sides)):
        return Roles(reasons=(*reasons, fault))
    order, divided = _divided([column for column in free if column is not part])
    reasons += [f"{column.called}を{_SAID[role]}とした" for role, column in divided.items()]
    places |= {role: column.place for role, column in divided.items()}
    return Roles(places, first, sides, order < 0, tuple(reasons))


_SAID = {"date": "開催日", "meeting": "会議名"}


def _of(column: Column, role: str, holds: Callable[[str], bool], what: str) -> str:
    words = column.words
    return f"{column.called}を{role}とした（{what} {sum(map(holds, words))}/{len(words)}）"


def _names_somebody(word: str) -> bool:
    return has_office(word) or is_person(word)


def _people(columns: Sequence[Column]) -> dict[str, Column]:
    """The columns that say who speaks: `speaker` (a name, or a name with its office) and `role` (an office alone)."""
    found: dict[str, Column] = {}
    for role in ("speaker", "role"):
        named = known(columns, role)
        if named is not None and _is_of_labels(named):
            found[role] = named
    short = [c for c in columns if _is_of_labels(c) and c not in found.values()]
    offices = [c for c in short if c.share(has_office) >= MOST and not c.share(_is_side)]
    titled = [c for c in offices if c.share(lambda w: bool((s := parse_label(w)) and s.name)) > 1 - FILLED]
    people = [c for c in short if c not in offices and c.share(is_person) >= MOST]
    for role, ranked in (("speaker", [*titled, *people]), ("role", [c for c in offices if c not in titled])):
        if role not in found and ranked:
            found[role] = max(ranked, key=lambda c: len(c.words))
    if found.get("speaker") in titled and found["speaker"].share(has_office) >= FILLED:
        found.pop("role", None)  # the office beside it may be that of whom he speaks to
    return found


def _is_of_labels(column: Column) -> bool:
    """Whether its cells are short enough to say who speaks: two offices that one person holds, with the bureau, are a long word."""
    return column.within(LABEL_MAX) and all(len(word) <= LABEL or has_office(word) for word in column.words)


def _in_pairs(part: Column, sides: Mapping[str, str]) -> bool:
    """Whether every row that asks or holds an opinion has its reply below it, by the names that the column itself gives them."""
    said = [side_said(sides.get(value, "")) for value in part.cells if value]
    return len(said) >= ROWS_MIN and said == ["member", "executive"] * (len(said) // 2)


def _is_side(word: str) -> bool:
    return side_said(word) is not None


def _part(columns: Sequence[Column], text: Column) -> tuple[Column | None, dict[str, str]]:
    """The column that says whether a row asks or replies, and what its values stand for."""
    for column in columns:
        values = set(column.words)
        if not 2 <= len(values) <= 6 or not column.within(KIND_MAX):
            continue
        if all(map(tells_part, values)) and len({side_said(value) for value in values} - {None}) > 1:
            return column, {value: value for value in values}
        if len(values) <= 3 and (sides := _split(column, text)):
            return column, sides
    return None, {}


def _split(column: Column, text: Column) -> dict[str, str]:
    """What two or three values of a column stand for, where the rows of one ask and those of another reply, mostly right after it;
    empty where it is not so."""
    said: dict[str, list[str]] = {}
    for value, words in zip(column.cells, text.cells, strict=True):
        said.setdefault(value, []).append(words)
    shares = {v: [sum(map(f, t)) / len(t) for f in (seeks, replies)] for v, t in said.items() if v}
    asking = max(shares, key=lambda v: shares[v][0])
    replying = max((v for v in shares if v != asking), key=lambda v: shares[v][1])
    if shares[asking][0] < MOST or shares[replying][1] < MOST or shares[replying][0] > 1 - MOST:
        return {}
    after = [b for a, b in pairwise(column.cells) if a == asking and b != asking]
    answered = after.count(replying)
    return {asking: "質問", replying: "答弁"} if after and answered >= MOST * len(after) else {}


def _divided(columns: Sequence[Column]) -> tuple[int, dict[str, Column]]:
    """Which way the rows count (−1 down), and the columns of days and of meetings."""
    order, found = 1, dict[str, Column]()
    for column in columns:
        numbers = column.numbers
        if numbers and len(numbers) == len(column.cells) and not rises(column):
            order = -1 if all(a > b for a, b in pairwise(numbers)) else order
        elif column.within(DAY_MAX) and column.in_stretches() and column.share(_is_day) == 1:
            found.setdefault("date", column)
        elif column.within(TITLE_MAX) and column.in_stretches() and column.share(_is_meeting) == 1:
            found.setdefault("meeting", column)
    return order, found


def _is_day(word: str) -> bool:
    return len(find_dates(word)) == 1


def _is_meeting(word: str) -> bool:
    return bool(find_session(word) or names_of_bodies(word)) and not parse_label(word)
