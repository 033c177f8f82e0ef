"""A small table for each letter (件名 | …, 内容 | …, 回答 | …, 受付年月 | … | 担当課 | …): labels beside their words, read as a row under them.

The cells keep their places in the text. A table is such a form where every row is labels and words by turns, the labels name a
question, a reply and a title (where a heading above has the title, labels and words are read as speech), and none is of a meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.folding import folded
from ingest.layouts.column_labels import is_gist, role_of
from ingest.layouts.table_columns import HEADER_MAX, Columns, columns_of
from ingest.layouts.table_headers import Headers
from ingest.marks.speaks import is_speech
from ingest.types import Cell, Table

LABELS_MIN = 3
"""Labels of a form at least."""
TITLES = 0.4
"""Share of the words beside 意見, up to which they may be speech and are still titles where 内容 stands below."""

_OF_MEETING = re.compile(r"会議|開催|場所|会場|出席|欠席|日時|議題|議事|傍聴|次第")
"""Labels of the form in which a meeting is written down; its opinions and replies are no letter."""

Form = tuple[tuple[Cell, Cell], ...]
"""The labels of a letter, each with the cell of its words."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one table as rows under a header of their labels."""

    table: Table
    headers: Headers


def letters_of(tables: Sequence[Table]) -> dict[int, Letters]:
    """The tables that are forms of letters, by their places among `tables`."""
    read = {place: forms for place, table in enumerate(tables) if (forms := tuple(_forms(table)))}
    titled = _are_titles([form for forms in read.values() for form in forms])
    return {place: _letters(tables[place], forms, titled) for place, forms in read.items()}


def _forms(table: Table) -> Iterator[Form]:
    """The letters of a table, one or several below each other with the same labels; none where a row is anything else."""
    pairs: list[tuple[Cell, Cell]] = []
    for row in table.rows:
        cells = [cell for cell in row if cell is not None]
        if not any(cell.text.strip() for cell in cells):
            continue
        if len(cells) % 2 or not all(map(_is_label, cells[::2])):
            return
        pairs += zip(cells[::2], cells[1::2], strict=True)
    starts = [i for i, (label, _) in enumerate(pairs) if label.text.strip() == pairs[0][0].text.strip()]
    forms = [tuple(pairs[a:b]) for a, b in zip(starts, [*starts[1:], len(pairs)], strict=True)]
    if all(map(_is_letter, forms)):
        yield from forms


def _is_label(cell: Cell) -> bool:
    text = cell.text.strip()
    return 0 < len(text) <= HEADER_MAX and "。" not in text


def _is_letter(form: Form) -> bool:
    names = _names(form)
    roles = {role_of(name) for name in names}
    whole = {"question", "answer"} <= roles and len(names) == len(set(names)) >= LABELS_MIN
    titled = "topic" in roles or _gist(form) is not None
    return whole and titled and not any(map(_OF_MEETING.search, names))


def _names(form: Form) -> tuple[str, ...]:
    return tuple(folded(label.text.strip()) for label, _ in form)


def _gist(form: Form) -> int | None:
    """The place of 内容 right below 意見; None where nothing such stands there."""
    names = _names(form)
    asked = next((i for i, name in enumerate(names) if role_of(name) == "question"), len(names))
    return asked + 1 if asked + 1 < len(names) and is_gist(names[asked + 1]) else None


def _are_titles(forms: Sequence[Form]) -> bool:
    """Whether what stands beside 意見, above 内容, are the titles of the letters."""
    titles = [form[place - 1][1].text.strip() for form in forms if (place := _gist(form)) is not None]
    return bool(titles) and sum(map(is_speech, titles)) <= TITLES * len(titles)


def _letters(table: Table, forms: Sequence[Form], titled: bool) -> Letters:
    """The rows: under the labels of the first form, further labels of others behind."""
    labels = {name: label for form in forms for name, (label, _) in zip(_names(form), form, strict=True)}
    header = tuple(map(_single, labels.values()))
    columns = columns_of(header)
    assert columns is not None  # `_is_letter` has seen a question and a reply
    if titled and (place := _gist(forms[0])) is not None:
        roles = list(columns.roles)
        roles[place - 1 : place + 1] = ["topic", "question"]
        columns = Columns(tuple(roles), columns.labels)
    rows = [dict(zip(_names(form), (_single(words) for _, words in form), strict=True)) for form in forms]
    body = (tuple(map(row.get, labels)) for row in rows)
    return Letters(Table((header, *body), table.span), Headers({0: (columns, 1)}))


def _single(cell: Cell) -> Cell:
    return replace(cell, rows=1, columns=1)
