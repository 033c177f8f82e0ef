"""Exports whose speeches name their speaker by a code (memberId, speaker_id), and list elsewhere whose code it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.columns.fieldnames import NAMES, plain_name
from ingest.readers.jsonl import CODES, Item, worded

DEPTH_MAX = 12
"""Levels in which a list of people is looked for."""
_OWN = ("id", *CODES)
_NAMES = ("fullname", "displayname", "name", *NAMES["speaker"], "氏名", "名前")


def with_people(items: list[Item], raw: Any) -> list[Item]:
    """The speeches that bear a code and no name, with the name and office that the file gives to that code."""
    if all(_is_named(item) or not item["code"] for item in items):
        return items
    people = dict(_people(raw, DEPTH_MAX))

    def named(item: Item) -> Item:
        known = None if _is_named(item) or not item["code"] else people.get(plain_name(item["code"]))
        return {**item, "speaker": known[0], "role": known[1]} if known else item

    return [named(item) for item in items]


def _is_named(item: Item) -> bool:
    return bool(item["speaker"] or item["role"])


def _people(raw: Any, depth: int) -> Iterator[tuple[str, tuple[str, str]]]:
    """(code, (name, office)) of every object that has a name and says nothing: its own id, and the field that it stands in."""
    if depth <= 0:
        return
    if isinstance(raw, list):
        for value in raw:
            yield from _people(value, depth - 1)
    elif isinstance(raw, dict):
        own = plain_name(worded(raw, _OWN))
        if own and (person := _person(raw)):
            yield own, person
        for key, value in raw.items():
            if isinstance(value, dict) and (person := _person(value)):
                yield key, person
            if isinstance(value, (list, dict)):
                yield from _people(value, depth - 1)


def _person(raw: dict[str, Any]) -> tuple[str, str] | None:
    name = worded(raw, _NAMES)
    return (name, worded(raw, NAMES["role"])) if name and not worded(raw, NAMES["text"]) else None
