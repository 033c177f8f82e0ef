"""The examples in docstrings are what a reader tries first: each gives what it says."""

from __future__ import annotations

import doctest
import importlib
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
