"""Tables whose rows state each a day of their own (回答日): the rows of one day are a meeting, as letters on a page are (`ingest.days.owndays`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from corpus.eras import find_dates
from corpus.folding import folded
from corpus.spans import Span
from corpus.types import Exchange, Meeting
from ingest.header.held import dates_in_field
from ingest.header.labels import labelled
from ingest.header.meeting import read_header
from ingest.layouts.column_labels import SITTING_COLUMNS
from ingest.layouts.table_rows import Entry
from ingest.types import Document, Draft, Record

_COLUMNS = (
    re.compile(
        r"^(?:開催|会議|実施)(?:年月)?日$|^(?:meeting|session)date$|^dateof(?:the)?(?:meeting|session)$"
    ),
    re.compile(
        r"^(?:回答|答弁|返答|返信)(?:年月)?日$|^(?:answer|answered|reply|replied|response)date$|^date(?:answered|replied|of(?:the)?(?:answer|reply|response))$"
    ),
    re.compile(r"^(?:日付|年月日)$|^date$"),
)
"""Labels of the columns that say the day, the surest first; the day on which a letter came (受付日) is no day of what was said."""
DATED_SHARE = 0.5
"""Share of the rows that must have a day in the column: a row without one has no reply yet."""


def days_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The day of every entry as ISO, "" where its cell holds none; an empty tuple where no column says it."""
    for column in _COLUMNS:
        cells = [next((v for label, v in e.notes if column.match(_name(label))), "") for e in entries]
        days = tuple(_day(cell) for cell in cells)
        if entries and sum(map(bool, days)) >= max(1, DATED_SHARE * len(entries)):
            return days
    return ()


def states_day(document: Document, header: Span) -> bool:
    """Whether the header says behind a label when they met; 募集期間 and the day of a page are other days than those of the replies."""
    lines = document.text[slice(*header)].split("\n")
    return any(map(find_dates, labelled([line.strip() for line in lines], "date")))


def by_day(
    document: Document, draft: Draft, days: Sequence[str], rows: Sequence[Exchange]
) -> tuple[Draft, ...]:
    """The draft cut where the day or the committee of the rows changes; `rows` are the exchanges of the entries, `days` as `days_of`
    says. What stands between the tables goes with the rows below it."""
    of_row = {id(row): (day, _body(row)) for row, day in zip(rows, days, strict=True)}
    held = of_row[id(rows[-1])]
    placed: list[tuple[tuple[str, str], Exchange]] = []
    for exchange in reversed(draft.exchanges):
        held = of_row.get(id(exchange), held)
        placed.append((held, exchange))
    runs = [(held, [e for _, e in run]) for held, run in groupby(reversed(placed), key=lambda one: one[0])]
    starts = [0, *(_line_start(document.text, _first(run[0])) for _, run in runs[1:]), len(document.text)]
    return tuple(
        replace(
            draft,
            exchanges=tuple(run),
            meeting=_meeting(document, draft, *held),
            span=(start, end) if len(runs) > 1 else None,
            warnings=draft.warnings if start == 0 else (),
        )
        for (held, run), start, end in zip(runs, starts, starts[1:], strict=False)
    )


def _body(row: Exchange) -> str:
    """The committee in whose column the row stands; empty where there is none."""
    return next((said for label, said in row.notes if SITTING_COLUMNS["meeting"].match(folded(label))), "")


def _meeting(document: Document, draft: Draft, day: str, body: str) -> Meeting:
    meeting = draft.meeting or Meeting()
    if body:
        meeting = read_header(replace(document, records=(Record(draft.header, meeting=body),)), draft.header)
    return replace(meeting, date=day)


def _name(label: str) -> str:
    return re.sub(r"[\s_\-]+|[(（][^()（）]*[)）]", "", folded(label))


def _day(cell: str) -> str:
    found = dates_in_field(cell.strip())
    return found[0].iso if found else ""


def _first(exchange: Exchange) -> int:
    return min(start for turn in (*exchange.questions, *exchange.answers) for start, _ in turn.spans)


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1
