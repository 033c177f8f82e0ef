"""Sources → the exchanges that a perfect reader finds in the sample documents (one JSON object each).

Each object carries its texts, without speaker marks and topic labels: `question`, `answer`, `status`, `parts` for
exchanges, `text` for statements. Ids are labels that stay the same when the wording changes (`kanazawa-1-01`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from corpus.sample.source import PAGE_BREAK, Source, turns

_PART = re.compile(r"(?P<parent>.+-\d+)-[a-z]")
"""`chofu-1-2-a` is a part of `chofu-1-2`; `chofu-1-2` itself is none."""

Item = dict[str, Any]


def items(source: Source) -> Iterator[Item]:
    """The expected exchanges and statements of one document, in the order of the record."""
    if "agenda" in source and isinstance(source["agenda"], list):
        yield from _two_columns(source)
    elif "row" in source:
        yield from _spreadsheet(source)
    else:
        yield from _dialogue(source)


def _head(source: Source, item_id: str, kind: str, label: str) -> Item:
    return {
        "id": item_id,
        "kind": kind,
        "file": source["file"],
        "municipality": source["municipality"],
        "body": source["body"],
        "date": source.get("date"),
        "label": label,
    }


def _side(paragraphs: list[str], speakers: list[dict[str, str]]) -> Item:
    return {"text": "\n".join(paragraphs), "speakers": speakers}


def _whole(cell: list[str]) -> list[str]:
    """The paragraphs of a cell that a page break splits, joined again."""
    return [p.replace(PAGE_BREAK, "") for p in cell if p != PAGE_BREAK]


def _two_columns(source: Source) -> Iterator[Item]:
    for agenda in source["agenda"]:
        for number, row in enumerate(agenda["row"], 1):
            head = _head(source, f"{source['id']}-{agenda['no']}-{number:02}", "qa", row["label"])
            yield head | {
                "agenda": agenda["title"],
                "question": _side(_whole(row["question"]), [{"name": "", "office": "委員"}]),
                "answer": _side(_whole(row["answer"]), [{"name": "", "office": row["office"]}]),
            }


def _spreadsheet(source: Source) -> Iterator[Item]:
    shared: list[str] = []
    for number, row in enumerate(source["row"], 1):
        shared = row.get("answer", shared)
        head = _head(source, f"{source['id']}-1-{number:02}", "qa", row["topic"])
        yield head | {
            "agenda": source["title"],
            "question": _side(
                row["question"], [{"name": row["member"].removesuffix("委員"), "office": "委員"}]
            ),
            "answer": _side(shared, []),
            "response_class": row["response"],
            "status": {"text": "\n".join(row["status"])},
        }


def _dialogue(source: Source) -> Iterator[Item]:
    """Exchanges with their parts; statements; and what is left (the chair's moderation) as one item `…-rest`."""
    found: dict[str, Item] = {}
    rest: list[str] = []
    for turn in turns(source):
        for paragraph in turn.paragraphs:
            if not paragraph.role or paragraph.role == "comment":
                rest.append(paragraph.text)
            for item_id in _with_parents(paragraph.items):
                item = found.setdefault(item_id, {})
                _append(item, paragraph.role, paragraph.text, _speaker(source, turn.who))
    parents = [i for i in found if not _PART.fullmatch(i)]
    for item_id in parents:
        parts = [_part(source, p, found[p]) for p in found if p.startswith(item_id + "-")]
        yield _finished(source, item_id, found[item_id]) | ({"parts": parts} if parts else {})
    if rest:
        head = _head(source, f"{source['id']}-rest", "moderation", "進行")
        yield head | {"text": {"text": "\n".join(rest)}, "speaker": []}


def _with_parents(ids: tuple[str, ...]) -> tuple[str, ...]:
    """The items of a paragraph and the exchanges that they are parts of, each once."""
    parents = (m["parent"] for i in ids if (m := _PART.fullmatch(i)))
    return tuple(dict.fromkeys((*ids, *parents)))


def _speaker(source: Source, who: str) -> dict[str, str]:
    printed = who.lstrip("○◆◎")
    person: dict[str, str] = source.get("people", {}).get(printed, {"name": "", "office": printed})
    return person


def _append(item: Item, role: str, text: str, speaker: dict[str, str]) -> None:
    side = item.setdefault(role, _side([], []))
    side["text"] = f"{side['text']}\n{text}".strip()
    if speaker not in side["speakers"]:
        side["speakers"].append(speaker)


def _finished(source: Source, item_id: str, item: Item) -> Item:
    if "statement" in item:
        said = item["statement"]
        head = _head(source, item_id, "statement", "")
        who = [{"name": s["name"], "role": s["office"]} for s in said["speakers"]]
        return head | {"text": {"text": said["text"]}, "speaker": who}
    agenda = source["agenda"].get(re.sub(r"-\d+$", "", item_id), "")
    head = _head(source, item_id, "qa" if "answer" in item else "opinion_only", source["labels"][item_id])
    return head | {"agenda": agenda} | item


def _part(source: Source, item_id: str, item: Item) -> Item:
    return {"id": item_id, "label": source["labels"][item_id]} | item
