"""Data files of web pages: JSON, or what JavaScript allows beside it, behind a name (window.x = [...], export default {...}).

Sites that show minutes keep them in scripts. Names without quotes, 'single' and `back` quotes, comments and commas before a
closing bracket are JavaScript's; what computes (calls, functions, templates) is no data, and the value that holds it is passed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

ENDINGS = frozenset([".js", ".mjs", ".cjs", ".ts", ".jsonp"])
"""Endings of scripts; most hold no data (see `holds_data`)."""
_COMMENT = r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|//[^\n]*"
_OPENS = re.compile(
    rf"(?:\s|{_COMMENT}|[\"']use strict[\"'];?)*(?:export\s+default\b|(?:export\s+)?(?:const|let|var)\s+[A-Za-z_$][\w$]*\s*[=:]|(?:window|self|globalThis|module|exports)\b[.\[=][\w$.\[\]\"']*|[A-Za-z_$][\w$.]*\s*[=(]\s*(?:\.{{3}}\s*)?[\[{{])"
)
"""How a text begins that is such a script, whatever its file is called."""
_VALUE = re.compile(r"(?:[=(]\s*(?:\.{3}\s*)?|\bexport\s+default\s+)(?=[\[{])")
"""What stands before a value: an assignment, an argument, a default export."""
_TOKEN = re.compile(
    r"(?P<blank>\s+|//[^\n]*)"
    r"|(?P<remark>/\*)"
    r"|(?P<double>\"(?:[^\"\\\n]|\\[\s\S])*\")"
    r"|(?P<other>'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`)"
    r"|(?P<number>-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w$.]))"
    r"|(?P<word>[\w$]+)"
    r"|(?P<sign>[{}\[\]:,+])"
)
_ESCAPE = re.compile(r"\\([\s\S])|[\"\x00-\x1f]")
_WORDS = {"true": "true", "false": "false", "null": "null", "undefined": "null", "NaN": "null"}
_SAMPLE = re.compile(r"[\"'`][^\"'`\n]{0,200}[ぁ-ん]{2}")
"""Japanese in quotes."""


def is_script_name(name: str) -> bool:
    """Whether a file is a script by its ending."""
    return PurePath(name).suffix.lower() in ENDINGS


def is_script(text: str, name: str) -> bool:
    """Whether a text is a script, by its file's ending or by how it begins."""
    return is_script_name(name) or _OPENS.match(text) is not None


def holds_data(head: str) -> bool:
    """Whether the beginning of a script holds a value with Japanese words in it, as data of minutes do."""
    return _VALUE.search(head) is not None and _SAMPLE.search(head) is not None


def data_in(text: str) -> Any:
    """The value that a script holds, a list of them where it holds several; None where it holds none."""
    found = list(_values(text))
    return found if len(found) > 1 else next(iter(found), None)


def _values(text: str) -> Iterator[Any]:
    position = 0
    while opened := _VALUE.search(text, position):
        value, position = _value(text, opened.end())
        if value:
            yield value


def _value(text: str, start: int) -> tuple[Any, int]:
    """The value that begins at `start`, None where it is no data, and where to go on."""
    out: list[str] = []
    depth, place = 0, start
    while token := _TOKEN.match(text, place):
        place = token.end()
        written = token[0]
        if token["blank"]:
            continue
        if token["remark"]:
            close = text.find("*/", place)
            if close < 0:
                return None, len(text)
            place = close + 2
            continue
        if token["double"] or token["other"]:
            written = _quoted(written, token["double"] is not None)
            if out and out[-1] == "+":  # 'one ' + 'two'
                written = out[-2][:-1] + written[1:]
                del out[-2:]
        elif token["word"]:
            written = _WORDS.get(written) or json.dumps(written)
            if written[0] == '"' and not re.compile(r"\s*:").match(text, place):
                return None, place
        elif token["number"]:
            if out and out[-1] in ("{", ",") and re.compile(r"\s*:").match(text, place):
                written = json.dumps(written)
        elif written in "]}":
            depth -= 1
            if out and out[-1] == ",":
                out.pop()
        elif written in "[{":
            depth += 1
        elif written == "+" and not (out and out[-1].startswith('"')):
            return None, place
        out.append(written)
        if not depth:
            return _loaded("".join(out)), place
    return None, max(place, start + 1)


def _quoted(text: str, double: bool) -> str:
    """A string of JavaScript as JSON writes it."""
    if double and "\\" not in text:
        return text

    def escape(found: re.Match[str]) -> str:
        sign = found[1]
        if sign is None:
            return json.dumps(found[0])[1:-1]
        if sign == "\n":  # goes on in the next line
            return ""
        return found[0] if sign in '"\\/bfnrtu' else sign

    return '"' + _ESCAPE.sub(escape, text[1:-1]) + '"'


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
