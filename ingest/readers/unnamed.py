"""JSON and XML whose fields have names that say nothing (spk, wer, f2): the objects that hold the sentences, as the table that they are.

    {"resp": {"hd": {"mei": "…定例会"}, "bd": [{"h_sha": "市長（…）", "nakami": "…"}, …]}}

1. Objects that stand at one place of the tree are rows; what an object inside them says, a list of lists, a dict of lists, or a dict by
   numbers, is put in rows as well.
2. What the objects around them say in short (a day, a meeting) is a column of each row; where it never changes, or stands beside, a line above.
3. Which column is what the table's layouts tell by its words (`ingest.columns.roles`).
4. Where the words themselves are the printed record (◯山田太郎議員　…), they alone are the document, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus.eras import find_dates
from ingest.columns.grid import grid_of
from ingest.columns.roles import ROWS_MIN, TITLE_MAX, roles_of
from ingest.header.bodies import names_of_bodies
from ingest.header.sessions import find_session
from ingest.marks.mark import SIGNS
from ingest.marks.speaks import is_speech
from ingest.readers.builder import Builder, RawCell
from ingest.readers.limits import Limits, check_count
from ingest.readers.ordered import in_order
from ingest.readers.spaced import unspaced
from ingest.types import Document

DEPTH_MAX = 40
"""Levels that are looked into (as `trees`)."""
SHARE = 0.6
"""Share of the sentences of a tree that the rows must hold."""
COLUMNS_MAX = 60
"""Fields of a row at most; a tree of settings has hundreds."""
LEAST = 40
"""Characters of Japanese text below which a tree is no document."""
_COUNCIL = re.compile(r"議案|議会|委員会|会議|定例会|質問|答弁|質疑|討論|条例|予算|[市町村]長|[市町村]民")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
"""A letter of a Japanese text."""
HEAD_MAX = 12
"""Lines above the table at most."""
_STAMPS = re.compile(
    r"generat|creat|updat|modif|export|output|timestamp|fetch|crawl|version|作成|更新|出力|取得|登録"
)
"""Names of fields that say when a program wrote the file, not when people met."""

Row = dict[str, str]
_Found = dict[tuple[str, ...], list[tuple[Row, Row]]]
"""By the place in the tree: (what stands around a row, the row)."""


def read_unnamed(raw: Any, name: str, media_type: str) -> Document | None:
    """A tree as the table of the list of objects that holds most of its sentences, or as lines, where those are the printed record
    (◯山田太郎議員 …). None where no list of objects holds most of the sentences."""
    found: _Found = {}
    _walk(raw, (), {}, found, DEPTH_MAX)
    sizes = {place: _sentences(row for _, row in rows) for place, rows in found.items()}
    best = max(sizes, key=lambda place: (sizes[place], -len(place)), default=())
    rows = found.get(best, [])
    if (
        len(rows) < ROWS_MIN
        or not sizes[best]
        or sizes[best] < SHARE * _sentences([{"": w} for w in _texts(raw)])
    ):
        return None
    if printed := _printed(raw, [row for _, row in rows], name, media_type):
        return printed
    lists = [[row for _, row in found[place]] for place, size in sizes.items() if not size]
    return _document(raw, _with_people(rows, lists), name, media_type)


def _printed(raw: Any, rows: Sequence[Row], name: str, media_type: str) -> Document | None:
    """The longest field of the rows, one below the other, where most of its texts open with a sign: it names who speaks, as the other
    fields may do again. None where it does not."""
    fields = dict.fromkeys(key for row in rows for key in row)
    longest = max(fields, key=lambda key: sum(len(row.get(key, "")) for row in rows))
    texts = [words for row in rows if (words := _clean(row.get(longest, "")))]
    if 2 * sum(words.lstrip()[:1] in SIGNS for words in texts) < len(texts):
        return None
    lines = [*_head(raw, set(texts)), *(line for words in texts for line in words.split("\n"))]
    return Document("\n".join(lines) + "\n", media_type, name)


def unnamed_turns(raw: Any, name: str, media_type: str) -> list[Document]:
    """That table where its words tell what the columns are, and those lines; nothing where no words tell who speaks."""
    found = read_unnamed(raw, name, media_type)
    told = found is not None and (
        not found.tables or any(roles_of(grid_of(table.rows)).places for table in found.tables)
    )
    return [found] if found is not None and told else []


def plain_table(raw: Any, name: str, media_type: str) -> Document | None:
    """That table whatever its columns are, if it is about a council: votes and people stay apart from each other."""
    found = read_unnamed(raw, name, media_type)
    return found if found is not None and is_about_council(found.text) else None


def is_about_council(text: str) -> bool:
    """Whether texts are a document about a council, and no settings of a program."""
    return len(JAPANESE.findall(text)) >= LEAST and _COUNCIL.search(text) is not None


def _sentences(rows: Iterator[Row] | Sequence[Row]) -> int:
    return sum(len(word) for row in rows for word in row.values() if "。" in word and is_speech(word))


def _texts(raw: Any) -> Iterator[str]:
    for value in raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ():
        if isinstance(value, str):
            yield value
        else:
            yield from _texts(value)


def _walk(raw: Any, place: tuple[str, ...], around: Row, found: _Found, depth: int) -> None:
    if depth <= 0:
        return
    if isinstance(raw, list):
        for value in raw:
            _walk(value, (*place, "*"), around, found, depth - 1)
    elif isinstance(raw, dict):
        listed = _listed(raw)
        if listed is not None:
            _walk(listed, place, around, found, depth - 1)
            return
        row = _row(raw)
        if row:
            found.setdefault(place, []).append((around, row))
        within = around | {key: value for key, value in row.items() if len(value) <= TITLE_MAX}
        for key, value in raw.items():
            if isinstance(value, (list, dict)):
                _walk(value, (*place, key), within, found, depth - 1)


def _row(raw: Mapping[str, Any]) -> Row:
    """What an object says itself, by key: its values, the values of an object among them (`key/inner`), and lists of texts as
    paragraphs."""
    row: Row = {}
    for key, value in raw.items():
        if isinstance(value, dict) and all(_text(inner) is not None for inner in value.values()):
            row |= {f"{key}/{inner}": _text(words) or "" for inner, words in value.items()}
        elif isinstance(value, list) and value and all(isinstance(piece, str) for piece in value):
            row[key] = "\n".join(value)
        elif (words := _text(value)) is not None:
            row[key] = words
    return {key: value for key, value in row.items() if len(row) <= COLUMNS_MAX}


def _text(value: Any) -> str | None:
    """A value as text; None for lists and objects."""
    if value is None or isinstance(value, bool):
        return ""
    return str(value).strip() if isinstance(value, (str, int, float)) else None


def _listed(raw: Mapping[str, Any]) -> list[Row] | list[Any] | None:
    """An object that is a list in another form: {"1": {…}, "2": {…}}, {"spk": […], "txt": […]}, {"columns": […], "rows": [[…], …]}."""
    values = list(raw.values())
    if (
        len(values) >= ROWS_MIN
        and all(isinstance(v, dict) for v in values)
        and all(key.isdecimal() for key in raw)
    ):
        return values
    lists = {key: v for key, v in raw.items() if isinstance(v, list) and len(v) >= ROWS_MIN}
    flat = {key: v for key, v in lists.items() if all(_text(one) is not None for one in v)}
    if len(flat) > 1 and len({len(v) for v in flat.values()}) == 1 and len(flat) == len(raw):
        return [dict(zip(flat, map(str, row), strict=True)) for row in zip(*flat.values(), strict=True)]
    for rows in lists.values():
        width = len(rows[0]) if isinstance(rows[0], list) else 0
        if width > 1 and all(isinstance(row, list) and len(row) == width for row in rows):
            named = (
                v
                for v in values
                if isinstance(v, list) and len(v) == width and all(isinstance(n, str) for n in v)
            )
            names = next(named, [str(number) for number in range(1, width + 1)])
            return [dict(zip(names, row, strict=True)) for row in rows]
    return None


def _with_people(rows: list[tuple[Row, Row]], lists: Sequence[list[Row]]) -> list[tuple[Row, Row]]:
    """The rows with what another list says of a code in them ({"dare": "p1"} beside {"no": "p1", "na": "市長 …"} or {"p1": "市長 …"})."""
    for column in list(dict.fromkeys(key for _, row in rows for key in row)):
        codes = {row[column] for _, row in rows if row.get(column)}
        if not 1 < len(codes) < len(rows) or not all(map(_CODE.fullmatch, codes)):
            continue
        told = next(filter(None, (_of_codes(codes, listed) for listed in lists)), {})
        rows = [
            (
                around,
                row | {f"{column}/{key}": value for key, value in told.get(row.get(column, ""), {}).items()},
            )
            for around, row in rows
        ]
    return rows


def _of_codes(codes: set[str], listed: list[Row]) -> dict[str, Row]:
    """What a list says of each of these codes; empty where it does not list them, each once."""
    if len(listed) == 1 and codes <= listed[0].keys():
        return {code: {"": listed[0][code]} for code in codes}
    if len(listed) < len(codes):
        return {}  # a tree of settings has thousands of short lists
    for key in listed[0]:
        known = {row.get(key, ""): row for row in listed}
        if len(known) == len(listed) and codes <= known.keys():
            return {code: {k: v for k, v in known[code].items() if k != key} for code in codes}
    return {}


_CODE = re.compile(r"[A-Za-z0-9._\-]{1,40}")
"""A code for somebody: p1, M-005, 12."""


def _document(raw: Any, rows: Sequence[tuple[Row, Row]], name: str, media_type: str) -> Document:
    whole = [around | row for around, row in rows]
    own = {key for _, row in rows for key in row}
    fixed = {key for key in whole[0] if key not in own and len({row.get(key) for row in whole}) == 1}
    columns = [key for key in dict.fromkeys(key for row in whole for key in row) if key not in fixed]
    check_count(len(columns) * len(whole), Limits().max_cells, "セル")
    builder = Builder()
    for line in _head(raw, {value for row in whole for key, value in row.items() if key in columns}):
        builder.line(line)
    table: list[list[RawCell | None]] = [[RawCell((key,)) for key in columns]]
    table += [[RawCell(tuple(_clean(row.get(key, "")).split("\n"))) for key in columns] for row in whole]
    builder.table(in_order(table))
    return builder.document(media_type, name)


def _clean(words: str) -> str:
    return unspaced(words.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip("\n"))


def _head(raw: Any, told: set[str]) -> list[str]:
    """What the tree says beside its rows of the meeting and its day."""
    lines = [words for words in _beside(raw) if words not in told and len(words) <= TITLE_MAX]
    lines = [w for w in lines if find_session(w) or names_of_bodies(w) or len(find_dates(w)) == 1]
    return list(dict.fromkeys(lines))[:HEAD_MAX]


def _beside(raw: Any, key: str = "") -> Iterator[str]:
    if isinstance(raw, str):
        if raw.strip() and not _STAMPS.search(key):
            yield raw.strip()
    elif isinstance(raw, list):
        for value in raw:
            yield from _beside(value, key)
    elif isinstance(raw, dict):
        for inner, value in raw.items():
            yield from _beside(value, inner)
