"""What docstrings say holds: their examples, the maps of the folders, the modules that they send a reader to."""

from __future__ import annotations

import doctest
import importlib
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

FOLDERS = ("corpus", "ingest", "retriever", "chat", "evals")
ROOT = Path(__file__).parent.parent
MAPS = [
    str(path.parent.relative_to(ROOT))
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("__init__.py"))
]
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


def _modules(folder: str) -> set[str]:
    return {path.stem for path in (ROOT / folder).iterdir() if path.suffix == ".py" or path.is_dir()} - {
        "__init__",
        "__main__",
        "__pycache__",
    }


def _named(folder: str) -> list[str]:
    return re.findall(r"`([a-z_*]+)`", importlib.import_module(folder.replace("/", ".")).__doc__ or "")


@pytest.mark.parametrize("folder", MAPS)
def test_every_module_has_its_place_in_the_map_of_its_folder(folder: str) -> None:
    """The folders are too large to be learned by their names: what stands in none of the groups is found by nobody; `a_*` is all of a kind."""
    named = _named(folder)
    assert [name for name in sorted(_modules(folder)) if not any(fnmatch(name, one) for one in named)] == []


@pytest.mark.parametrize("folder", MAPS)
def test_a_map_names_nothing_that_is_not_there(folder: str) -> None:
    """A map outlives what it names unless it is held against the folder."""
    modules = _modules(folder)
    assert [one for one in _named(folder) if not any(fnmatch(name, one) for name in modules)] == []


REFERENCE = re.compile(r"`((?:corpus|ingest|retriever|chat|evals)(?:\.(?!sqlite)\w+)+)`")


def _is_there(name: str) -> bool:
    """Whether a dotted name is a module, or stands in the source of the module that it begins with."""
    parts = name.split(".")
    for size in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:size])
        source = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
        if source.is_file():
            text = source.read_text("utf-8")
            return all(re.search(rf"\b{part}\b", text) for part in parts[size:])
    return False


def test_what_the_code_refers_to_is_there() -> None:
    """A module that is moved leaves behind every comment that sends a reader to it."""
    sources = [path for folder in (*FOLDERS, "tests") for path in sorted((ROOT / folder).rglob("*.py"))]
    gone = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources
        for name in REFERENCE.findall(path.read_text("utf-8"))
        if not _is_there(name)
    }
    assert gone == set()
