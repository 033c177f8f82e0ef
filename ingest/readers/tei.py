"""TEI minutes (ParlaMint, Parla-CLARIN): each `u` becomes one line, the label of its `note` (or the name of its `who`) in
front of the words of its segments; title, day and place of the source stand above.
"""

from __future__ import annotations

import re
from typing import Any

from corpus.errors import ReadError
from ingest.readers.builder import Builder
from ingest.types import Document

_BLANK = re.compile(r"\s+")
_UNIT = re.compile(r"<(?:\w+:)?u[\s>]")
_TEI = re.compile(r"<(?:\w+:)?(?:TEI|teiCorpus)[\s.>]|tei-c\.org|<(?:\w+:)?u\s[^<>]*\bwho=")
"""An element that another program calls u is no utterance of TEI."""


def is_tei(text: str) -> bool:
    """Whether an XML file holds utterances as TEI marks them."""
    return _UNIT.search(text) is not None and _TEI.search(text) is not None


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


def read_tei(root: Any, name: str) -> Document:
    """The Document of a parsed TEI file. Raises ReadError where nobody speaks in it."""
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
