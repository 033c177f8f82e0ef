"""JSON digests in prose: 山田議員は…と提案した。市長は…と答弁した。 (see `ingest.phrases.prose`); one object holds a question and its reply.

Date and member stand in the object, or in the key it is filed under (山田太郎|2024-03-01).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ingest.columns.fieldnames import NAMES
from ingest.phrases.prose import Piece, pieces
from ingest.readers.jsonl import of_house, worded
from ingest.readers.pairs import HEAD, table_of
from ingest.types import Document

DEPTH = 6
"""Levels of lists and objects in which digests are looked for."""
TOLD_SHARE = 0.6
"""Share of an object's sentences that must tell who asked or replied: a speech itself does so now and then."""
SAID_MIN = 12
"""Characters from which a value is a sentence and no title."""

_DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[/.年]?([01]?[0-9])[/.月]?([0-3][0-9])日?(?![0-9])")
"""A day in a key, whose joints are left out (`jsonl.with_plain_names`)."""
_REST = ""
"""What an object says that tells of no question and reply: it is listed below the table, and never dropped."""
_NOTES = ("note", "注記", "備考", "disclaimer", "remark", "注意")


def read_retold(raw: Any, name: str) -> Iterator[Document]:
    """A Document for each meeting of a digest in prose; none where the value holds no such digest."""
    meetings: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for above, row in _rows(raw, {}, DEPTH):
        meetings.setdefault(tuple(above.get(key, "") for key, _ in HEAD), []).append(row)
    note = worded(raw, _NOTES) if isinstance(raw, dict) else ""
    for head, found in meetings.items():
        rows, rest = [row for row in found if _REST not in row], [row[_REST] for row in found if _REST in row]
        if rows:
            yield table_of(head, rows, name, note, rest)


def _rows(raw: Any, above: dict[str, str], depth: int) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    if depth < 0:
        return
    if isinstance(raw, list):
        for value in raw:
            yield from _rows(value, above, depth - 1)
    elif isinstance(raw, dict):
        here = {key: worded(raw, NAMES[key]) for key, _ in HEAD}
        here["meeting"] = of_house(raw, here["meeting"])
        above = above | {key: value for key, value in here.items() if value}
        row = _row(raw)
        if row:
            yield above, row
            return
        rest = [v for key, v in raw.items() if isinstance(v, str) and _is_sentence(v) and key not in _NOTES]
        yield from ((above, {_REST: words}) for words in rest)
        for key, value in raw.items():
            day = _DAY.search(key)
            yield from _rows(value, above | ({"date": "-".join(day.groups())} if day else {}), depth - 1)


def _row(raw: dict[str, Any]) -> dict[str, str]:
    """The question and the reply that an object tells of, with who spoke; empty where it tells of none."""
    told: list[tuple[Piece, str]] = []
    for value in raw.values():
        texts = value if isinstance(value, list) else [value]
        if all(isinstance(text, str) for text in texts):
            for text in texts:
                if _is_sentence(text):
                    before = told[-1][0] if told else None
                    told += [(piece, text[piece.start : piece.end].strip()) for piece in pieces(text, before)]
    asked = [(piece, words) for piece, words in told if piece.side == "member"]
    replied = [(piece, words) for piece, words in told if piece.side == "executive"]
    if not asked or not replied or sum(piece.told for piece, _ in told) < TOLD_SHARE * len(told):
        return {}
    row = {
        "質問者": next((piece.who for piece, _ in asked if piece.who), ""),
        "質問": "".join(words for _, words in asked),
    }
    who = row["答弁者"] = replied[0][0].who
    said: list[str] = []
    for piece, words in replied:
        if piece.who != who:
            who = piece.who
            said += [f"（{who}）", ""]
        said = said or [""]
        said[-1] += words
    return row | {"答弁": "\n".join(said)}


def _is_sentence(text: str) -> bool:
    return len(text) >= SAID_MIN and text.rstrip()[-1:] in ("。", "た")
