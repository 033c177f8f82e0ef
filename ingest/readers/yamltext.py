"""YAML: the value of a file of lists and names (speaker: …, text: |- …), every scalar as it is written.

References (*name) are refused: a few lines of them stand for more than fits into memory.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from corpus.errors import ReadError

ENDINGS = frozenset([".yaml", ".yml"])
DEPTH_MAX = 100
"""Levels of lists and names in each other; exports have below ten, and the parser goes down a level a call."""
_WORDS = re.compile(r":[^\n]{0,200}[ぁ-ん]{2}|^[\s-]*[^\n#]{0,200}[ぁ-ん]{2}", re.MULTILINE)


def is_yaml_name(name: str) -> bool:
    """Whether a file is YAML by its ending."""
    return PurePath(name).suffix.lower() in ENDINGS


def holds_words(head: str) -> bool:
    """Whether the beginning of a YAML file holds Japanese words, as minutes do and settings do not."""
    return _WORDS.search(head) is not None


def value_of(text: str) -> Any:
    """The value of a YAML text, a list of them where it holds several. Raises ReadError."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        depth = 0
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or depth > DEPTH_MAX:
                raise ReadError(
                    "参照（*）や深い入れ子のある YAML は読めません", "JSON で書き出し直してください"
                )
        found = list(yaml.load_all(text, Loader=loader))
    except yaml.YAMLError as error:
        raise ReadError("YAML として読めません", "書き出し直してください") from error
    return found[0] if len(found) == 1 else found
