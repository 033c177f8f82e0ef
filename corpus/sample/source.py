"""Reads the plain-text sources of the sample documents.

A source says what is printed and, beside it, what each paragraph is: which question it asks or answers. So the
documents and the expected exchanges of the gold set come from one place and cannot drift apart.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).resolve().parent / "sources"

NOTICE = "この文書は会議録チャットのために作成した要旨であり、会議録の原文ではありません。"
"""Printed in the head of every document, outside every speech and every table of replies."""

PAGE_BREAK = "¦"
"""In a cell: here the page ends, and the row goes on in the next table."""

ROLES = ("question", "answer", "statement", "comment")

Source = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One printed paragraph; `role` is empty for moderation, `items` are the gold items that it belongs to."""

    text: str
    role: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says without interruption; `who` as printed in the speaker's mark."""

    who: str
    paragraphs: tuple[Paragraph, ...]


def load(name: str) -> Source:
    """The source of one document, by its id (`chofu`, `hiratsuka`, …)."""
    return tomllib.loads((SOURCES / f"{name}.toml").read_text("utf-8"))


def names() -> tuple[str, ...]:
    """The ids of all documents."""
    return tuple(sorted(path.stem for path in SOURCES.glob("*.toml")))


def turns(source: Source) -> Iterator[Turn]:
    """The speeches of a dialogue. A line `@role id…` labels the paragraphs that follow it; `@` alone ends the label.

    Raises:
        ValueError: a label has an unknown role.
    """
    for turn in source["turn"]:
        role, items, paragraphs = "", (), []
        for line in turn["text"].strip().splitlines():
            if not line.startswith("@"):
                paragraphs.append(Paragraph(line, role, items))
                continue
            role, *ids = line[1:].split() or [""]
            items = tuple(ids)
            if role and role not in ROLES:
                raise ValueError(f"{source['file']}: 「{line}」: 役割は {'、'.join(ROLES)} のどれかです")
        yield Turn(turn["who"], tuple(paragraphs))
