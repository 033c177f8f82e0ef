"""Replies of councils in full, with office and day, to measure the verifier on: mayors, heads of departments, ministers."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chat.verification import Evidence
from corpus.register import register
from corpus.types import Meeting, Speaker
from evals.verification_halves import Half, half_of, order_of

LONGEST = 2_000
"""Characters of a reply that are used: plenary speeches go on for an hour."""

SHORTEST = 80
"""Characters of a reply that is used; shorter ones (「御指摘のとおりです。」) state nothing that could be changed."""

_ANSWERS = re.compile(r"(?<!議)(?<!委員)(?<!会)(?:長|知事|大臣|政務官|政府参考人|管理者)$")
"""Offices of those who answer; chairs do not."""

_NAMED_OFFICE = re.compile(r"(?P<name>[一-鿿]{2})(?P<office>[一-鿿ァ-ヶー・]{2,}長)")
"""鈴木都市計画課長: surnames are of two letters for the most part."""


@dataclass(frozen=True, slots=True)
class Councils:
    """Which lines of the file of minutes belong to a set. `towns` as the file spells them; `most` replies are taken."""

    towns: tuple[str, ...]
    most: int


OTHERS = Councils(("小樽市", "福岡市", "茨城県"), 300)
COMMITTEES = Councils(("品川区",), 500)
DIET = Councils(("国会",), 400)


def council_replies(path: Path, wanted: Councils, half: Half) -> list[Evidence]:
    """Replies of those who answer, of one half; which ones goes by a hash of the text, so that all years are there."""
    found: dict[str, Evidence] = {}
    for row in _rows(path, wanted.towns):
        speaker, text = _speaker(row), row["text"][:LONGEST].strip()
        if speaker is not None and len(text) >= SHORTEST and half_of(text) == half:
            found[order_of(text)] = Evidence(text, speaker, _meeting(row))
    return [found[key] for key in sorted(found)[: wanted.most]]


def _rows(path: Path, towns: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if any(f'"{town}"' in line[:60] for town in towns):
                yield json.loads(line)


def _speaker(row: Mapping[str, Any]) -> Speaker | None:
    """Who answers; None for members, chairs and lines without an office."""
    name, office = (row.get("speaker") or "").replace("\u3000", ""), row.get("role") or ""
    if not office and (named := _NAMED_OFFICE.fullmatch(name)):
        name, office = named["name"], named["office"]
    return Speaker(name, office, "executive") if _ANSWERS.search(office) else None


def _meeting(row: Mapping[str, Any]) -> Meeting:
    entries = register().by_name(row["municipality"])
    town = entries[0].municipality if entries else None
    return Meeting(town, row.get("meeting") or "", date=row.get("date") or "")
