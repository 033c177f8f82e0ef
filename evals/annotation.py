"""The annotation of a gold set: the exchanges, parts and statements that questions point to.

It comes in two forms:

1. `parse.json`: documents with exchanges, parts and statements whose texts are given by spans into the document files;
2. an exchange file (one JSON object a line): the same records with their texts written out, a `file` each. What `kaigiroku exchanges --json`
   writes is one too, with its document as `source`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import GoldError
from corpus.spans import text_at
from evals.documents import decoded
from evals.text import bare

NO_OFFICE = "記載なし"
"""Stands in an annotated office that the document does not print; such an office is asked of nobody."""

Texts = Callable[[Mapping[str, Any]], str]
"""The bare text of an annotated field."""


@dataclass(frozen=True, slots=True)
class GoldItem:
    """An annotated exchange, part or statement. Texts are bare (no tags, no white space); absent ones are empty."""

    id: str
    source: str
    question: str = ""
    answer: str = ""
    status: str = ""
    text: str = ""
    municipality: str = ""
    date: str = ""
    offices: tuple[str, ...] = ()
    topic: str = ""
    parent: str = ""

    @property
    def body(self) -> str:
        """Everything that belongs to the item: what a hit must show."""
        return self.question + self.answer + self.status + self.text

    @property
    def reply(self) -> str:
        """What may be quoted as the answer: the reply with its status, else the only text that there is."""
        return self.answer + self.status or self.text or self.question


def span_items(annotation: Mapping[str, Any], folder: Path) -> Iterator[tuple[str, GoldItem]]:
    """Items of `parse.json`; spans count code points of the file as it is (line ends untouched)."""
    for document in annotation["documents"]:
        raw = decoded(folder / document["file"])

        def texts(field: Mapping[str, Any], raw: str = raw) -> str:
            return "".join(bare(text_at(raw, [(a, b)])) for a, b in field["spans"])

        for item in (*document["exchanges"], *document.get("statements", ())):
            yield from _with_parts(item, document, texts)


def file_of(record: Mapping[str, Any]) -> str:
    """The document that a record of an exchange file is of."""
    return str(record.get("file") or record.get("source") or "")


def inline_items(records: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, GoldItem]]:
    """Items of an exchange file, which carry their document's data themselves."""
    for given in records:
        record = {**given, "file": file_of(given)}
        yield from _with_parts(record, record, lambda field: bare(str(field.get("text", ""))))


def _with_parts(
    item: Mapping[str, Any], document: Mapping[str, Any], texts: Texts
) -> Iterator[tuple[str, GoldItem]]:
    """The item itself, then its parts, which answer with their exchange's people where they name none."""
    whole = _item(item, document, texts, None)
    yield whole.id, whole
    for part in item.get("parts") or ():
        found = _item(part, document, texts, item)
        yield found.id, found


def _item(
    item: Mapping[str, Any], document: Mapping[str, Any], texts: Texts, parent: Mapping[str, Any] | None
) -> GoldItem:
    try:
        fields = {
            name: texts(item[name]) if item.get(name) and not isinstance(item[name], str) else ""
            for name in ("question", "answer", "status", "text")
        }
        return GoldItem(
            id=item["id"],
            source=document["file"],
            **fields,
            municipality=document.get("municipality") or "",
            date=document.get("date") or "",
            offices=_offices(item, parent or {}),
            topic=item.get("label") or item.get("topic") or "",
            parent=parent["id"] if parent else "",
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"注釈の項目 {item.get('id', '?')} が正しい形ではありません: {error!r}") from error


def _offices(item: Mapping[str, Any], parent: Mapping[str, Any]) -> tuple[str, ...]:
    """The printed offices of those who reply; none where the document prints none."""
    people = item.get("responders") or parent.get("responders") or item.get("speaker") or ()
    roles = [person.get("role") for person in people]
    if not people and item.get("answer"):
        roles = [person.get("office") for person in item["answer"].get("speakers", ())]
    return tuple(role for role in roles if role and NO_OFFICE not in role)


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file; blank lines are passed over."""
    if not path.is_file():
        raise GoldError(f"{path} がありません", "正解データのファイル名を確かめてください")
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path.name} の文字を読めません", "UTF-8 で保存してください") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise GoldError(f"{path.name} の{number}行目はJSONではありません: {error}") from error
        if not isinstance(value, dict):
            raise GoldError(f"{path.name} の{number}行目はJSONオブジェクトではありません")
        yield value


def json_object(path: Path) -> dict[str, Any]:
    """The annotation of the first form."""
    try:
        value = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path.name} を読めません: {error}") from error
    if not isinstance(value, dict) or not isinstance(value.get("documents"), list):
        raise GoldError(f"{path.name} に documents がありません")
    return value
