"""XML exports: 国会会議録検索システム API (its usual form), lists of speeches under whatever names; read as the tree that they are.

An element becomes what JSON would hold: its attributes and children by their names, several of one name as a list, one without
either as its text. What holds no speeches is plain text, an element a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from corpus.errors import ReadError
from ingest.readers.exports import read_tree
from ingest.readers.jsonl import with_plain_names
from ingest.readers.tei import is_tei, read_tei
from ingest.readers.unnamed import plain_table
from ingest.types import Document

_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
"""A file that defines entities could grow without limit."""
_OWN = "text"
"""Under which name the words of an element with attributes stand."""


def read_xml(text: str, name: str) -> Iterator[Document]:
    """The Documents of an export. Raises ReadError where the XML is broken or empty; entities are not resolved."""
    from lxml import etree

    if _ENTITY.search(text):
        raise ReadError("実体参照を定めた XML は読めません", "本文をテキストか JSON で書き出してください")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("XML として読めません", "書き出し直してください") from error
    if is_tei(text):
        yield read_tei(root, name)
        return
    raw = _value(root)
    meetings, speeches = _all(raw, "meetingRecord"), _all(raw, "speechRecord")
    if meetings:
        for meeting in meetings:
            meeting["speechRecord"] = _all(meeting, "speechRecord")
        raw = {"meetingRecord": meetings}
    elif speeches:
        raw = {"speechRecord": speeches}
    try:
        yield from read_tree(raw, name)
    except ReadError:
        if table := plain_table(with_plain_names(raw), name, "application/xml"):
            yield table
            return
        lines = [line for words in root.itertext() if (line := words.strip())]
        if not lines:
            raise
        yield Document("\n".join(lines) + "\n", "application/xml", name)


def _value(element: Any) -> Any:
    """A dict, a list or a text, as the same data would be in JSON."""
    found: dict[str, Any] = dict(element.attrib)
    for child in element:
        if not isinstance(child.tag, str):
            continue
        key, value = child.tag.rpartition("}")[2], _value(child)
        if key not in found:
            found[key] = value
        elif isinstance(found[key], list):
            found[key].append(value)
        else:
            found[key] = [found[key], value]
    words = (element.text or "").strip()
    if not found:
        return words
    if words:
        found.setdefault(_OWN, words)
    return found


def _all(raw: Any, key: str) -> list[dict[str, Any]]:
    """The objects of this name anywhere in a tree, the outermost ones."""
    if isinstance(raw, list):
        return [found for value in raw for found in _all(value, key)]
    if not isinstance(raw, dict):
        return []
    if key in raw:
        own = raw[key] if isinstance(raw[key], list) else [raw[key]]
        return [one for one in own if isinstance(one, dict)]
    return [found for value in raw.values() for found in _all(value, key)]
