"""XML of speeches: TEI (ParlaMint, Parla-CLARIN), and any other XML as the records that its elements hold.

TEI: each `u` is one line, the label of its `note` (or the name of its `who`) in front of the words of its segments; title, day
and place of its source stand above. Other XML is turned into the same objects and lists that a JSON export holds.
Entities are refused, so that a small file cannot grow.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from corpus.errors import ReadError
from ingest.readers.builder import Builder
from ingest.types import Document

_BLANK = re.compile(r"\s+")
_ENTITY = re.compile(r"<!(?:ENTITY|DOCTYPE)", re.IGNORECASE)
_UNIT = re.compile(r"<(?:\w+:)?u[\s>]")
DEPTH_MAX = 60
"""Elements within each other at most; exports lie below ten."""


def looks_like_xml(text: str) -> bool:
    """Whether a text is XML, and no web page written as such."""
    head = text.lstrip("\ufeff \t\r\n")[:2000]
    return head.startswith("<?xml") and "<html" not in head.lower()


def read_xml(text: str, name: str) -> Iterator[Document]:
    """The Documents of an XML file. Raises ReadError where it is none, or holds no speeches."""
    from lxml import etree

    if _ENTITY.search(text):
        raise ReadError("実体参照を定めた XML は読めません", "本文をテキストか JSON で書き出してください")
    try:
        root = etree.fromstring(
            text.lstrip("\ufeff \t\r\n").encode("utf-8"),
            etree.XMLParser(resolve_entities=False, no_network=True, encoding="utf-8"),
        )
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("XML として読めません", "書き出し直してください") from error
    if _UNIT.search(text):
        yield _tei(root, name)
        return
    from ingest.readers.exports import read_json

    raw = _tree(root, 0)
    for kind in ("meetingRecord", "speechRecord"):  # the Diet's API, whichever packing was asked for
        if records := [_tree(e, 0) for e in root.iter() if _local(e) == kind]:
            raw = {kind: records}
            break
    yield from read_json(json.dumps(raw, ensure_ascii=False), name)


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _words(element: Any, skip: str = "") -> str:
    """The text of an element without the line ends of the file, which say nothing; `skip`: an element to leave out."""
    pieces = [element.text or ""]
    for child in element:
        if _local(child) != skip:
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(piece.strip() if not piece.strip() else _BLANK.sub(" ", piece) for piece in pieces).strip()


def _tei(root: Any, name: str) -> Document:
    builder = Builder()
    found = [e for e in root.iter() if _local(e)]
    people = {
        e.get("{http://www.w3.org/XML/1998/namespace}id"): _name(e) for e in found if _local(e) == "person"
    }
    source = next((e for e in found if _local(e) == "sourceDesc"), root)
    title = _first(found, "title")
    for tag in ("title", "date", "idno"):
        if words := _first(list(source.iter()), tag):
            builder.line(("日時　" if tag == "date" else "") + words)
    if place := _first(found, "placeName"):
        builder.line("場所　" + place)
    body = next((e for e in found if _local(e) == "body"), root)
    inside: set[Any] = set()
    for element in body.iter():
        if element in inside or not _local(element):
            continue
        if _local(element) == "u":
            inside.update(element.iter())
            label = next((_words(child) for child in element if _local(child) == "note"), "")
            label = label or "○" + people.get(
                (element.get("who") or "").lstrip("#"), element.get("who") or ""
            )
            if words := _words(element, "note"):
                builder.line(f"{label}　{words}")
        elif _local(element) in ("head", "note", "p") and (words := _words(element)):
            inside.update(element.iter())
            builder.line(words, 2 if _local(element) == "head" else 0)
    document = builder.document("application/xml", name, title)
    if not document.text.strip():
        raise ReadError("XML に発言がありません", "会議録の本文を含むファイルを選んでください")
    return document


def _first(elements: list[Any], tag: str) -> str:
    return next((words for e in elements if _local(e) == tag and (words := _words(e))), "")


def _name(person: Any) -> str:
    named = next((e for e in person.iter() if _local(e) == "persName"), None)
    return "" if named is None else "".join(named.itertext()).replace("\n", "").replace("\t", "").strip()


def _tree(element: Any, depth: int) -> Any:
    """An element as JSON: its text, or its children by their names, those that repeat as a list."""
    children = [child for child in element if _local(child)]
    if not children or depth > DEPTH_MAX:
        return (
            _BLANK.sub(" ", "".join(element.itertext())).strip()
            if depth > DEPTH_MAX
            else (element.text or "").strip()
        )
    out: dict[str, Any] = {}
    for child in children:
        value = _tree(child, depth + 1)
        key = _local(child)
        if key in out:
            out[key] = out[key] if isinstance(out[key], list) else [out[key]]
            out[key].append(value)
        else:
            out[key] = value
    names = {_local(child) for child in children}
    if len(names) == 1 and isinstance(out[next(iter(names))], (dict, list)):
        return out[next(iter(names))]  # records > record > recordData > …
    return out
