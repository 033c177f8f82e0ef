"""The list of speeches beside the record, as a search system of minutes shows it: by whom each is, and none of its words."""

from __future__ import annotations

import re
from typing import Any

LEAST = 3
"""Speeches of such a list."""

_SPEECH = re.compile(r"(?:\d{1,4}\s?[:：.．]?\s?)?[○◯〇◎◆●]\s?[^\s。、○◯〇◎◆●][^。、○◯〇◎◆●]{0,40}")
"""32 : ◯議長（氏名）."""


def is_list_of_speeches(element: Any) -> bool:
    """Whether a list (<ol>, <ul>) names nothing but who speaks: read as speech, each would be one without words."""
    if element.tag not in ("ol", "ul"):
        return False
    items = [child for child in element if child.tag == "li"]
    return len(items) >= LEAST and all(
        _SPEECH.fullmatch(" ".join("".join(item.itertext()).split())) for item in items
    )
