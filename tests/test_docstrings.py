"""The examples in docstrings are what a reader tries first: each gives what it says."""

from __future__ import annotations

import doctest
import importlib
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

FOLDERS = ("corpus", "ingest", "retriever", "chat", "evals")
ROOT = Path(__file__).parent.parent
WITH_EXAMPLES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.py"))
    if ">>> " in path.read_text("utf-8")
]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_in_docstrings_hold(name: str) -> None:
    """Run as they stand, in the order in which they stand."""
    outcome = doctest.testmod(importlib.import_module(name))
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_every_module_of_chat_has_its_place_in_the_map() -> None:
    """The folder is too large to be learned by its names: what stands in none of the groups is found by nobody; `a_*` is all of a kind."""
    import chat

    named = re.findall(r"`([a-z_*]+)`", chat.__doc__ or "")
    modules = {path.stem for path in (ROOT / "chat").iterdir() if path.suffix == ".py" or path.is_dir()}
    modules -= {"__init__", "__pycache__"}
    assert sorted(name for name in modules if not any(fnmatch(name, one) for one in named)) == []
    assert sorted(one for one in named if not any(fnmatch(name, one) for name in modules)) == []
