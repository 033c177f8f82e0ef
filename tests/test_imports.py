"""Imports run one way: corpus ← ingest, corpus ← retriever ← chat ← evals; kaigiroku.py wires them and nothing imports it."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ALLOWED = {
    "corpus": {"corpus"},
    "ingest": {"ingest", "corpus"},
    "retriever": {"retriever", "corpus"},
    "chat": {"chat", "retriever", "ingest", "corpus"},
    "evals": {"evals", "chat", "retriever", "ingest", "corpus"},
}
OURS = {*ALLOWED, "kaigiroku"}
ORDER = {
    "ingest": (
        *("text", "people", "phrases", "header", "sides", "marks", "days", "columns", "turns", "pairing"),
        *("readers", "layouts"),
    ),
    "ingest/marks": ("nomarks", "forms", "labels", "replies", "spread", "lineless", "reported"),
    "chat": ("verification", "answers", "questions", "commitments", "held", "desk", "render", "page"),
}
"""The folders within a folder; each imports those before it only. What stands beside them wires them."""
BASE = {
    "ingest": {"types"},
    "ingest/marks": {"mark", "speaks", "headingforms", "support", "handover"},
    "chat": {
        *("types", "ports", "contract", "limits", "settings", "words", "exports", "llm"),
        *(
            "framing",
            "naming",
            "notices",
            "offices_en",
            "romaji",
            "saying",
            "refusals",
            "follow_ups",
            "inspection",
            "record",
        ),
    },
}
"""What stands beside the folders and may be imported by them."""
ABOVE = {"ingest": {"web"}, "ingest/marks": set(), "chat": {"api", "commands"}}
"""Folders that stand above all of that, as the modules beside the folders do."""


@cache
def names_of(path: Path) -> frozenset[str]:
    """Everything that a module imports, wherever in it, with all its dots."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


def imported(path: Path) -> set[str]:
    """The project's own folders that a module imports."""
    return {name.split(".")[0] for name in names_of(path)} & OURS


@pytest.mark.parametrize("folder", ALLOWED)
def test_imports_run_one_way(root: Path, folder: str) -> None:
    """A cycle between folders starts with one import against the direction."""
    against = {
        str(path.relative_to(root)): sorted(imported(path) - ALLOWED[folder])
        for path in sorted((root / folder).rglob("*.py"))
        if imported(path) - ALLOWED[folder]
    }
    assert against == {}


def test_no_module_imports_itself(root: Path) -> None:
    """Protects: each command of the desk loaded the desk at its start, by way of a module that imported itself."""
    own = {
        path: ".".join(path.relative_to(root).with_suffix("").parts)
        for folder in ALLOWED
        for path in sorted((root / folder).rglob("*.py"))
    }
    assert [
        name
        for path, name in own.items()
        if any(f"{each}.".startswith(f"{name}.") for each in names_of(path))
    ] == []


def inner(path: Path, folder: str) -> set[str]:
    """What a module imports of its own large folder: the names of the folders and modules right below it."""
    within = folder.replace("/", ".") + "."
    return {name.removeprefix(within).split(".")[0] for name in names_of(path) if name.startswith(within)}


@pytest.mark.parametrize("folder", ORDER)
def test_every_folder_within_a_folder_has_its_place_in_the_order(root: Path, folder: str) -> None:
    """A new one is held to no direction until it is named."""
    there = {path.parent.name for path in (root / folder).glob("*/__init__.py")}
    assert there == {*ORDER[folder], *ABOVE[folder]}


@pytest.mark.parametrize(
    ("folder", "place"), [(f, i) for f, order in ORDER.items() for i in range(len(order))]
)
def test_folders_within_a_folder_import_those_before_them(root: Path, folder: str, place: int) -> None:
    """Two folders that import each other are one: neither is understood, or changed, without the other."""
    allowed = {*ORDER[folder][: place + 1], *BASE[folder]}
    against = {
        str(path.relative_to(root)): sorted(inner(path, folder) - allowed)
        for path in sorted((root / folder / ORDER[folder][place]).rglob("*.py"))
        if inner(path, folder) - allowed
    }
    assert against == {}


def test_asking_imports_neither_torch_nor_the_page(sample_store: Path) -> None:
    """A cold `kaigiroku ask` must not pay for the training library, the web page, the layouts of minutes or the ledger: the last two alone take
    as long as all the rest."""
    script = (
        "import sys; from pathlib import Path; from chat.service import Service; from chat.settings import Settings\n"
        f"Service.open(Settings(store=Path({str(sample_store)!r}))).ask('CSIRTの中心はどの課ですか')\n"
        "print(sorted({'torch', 'gradio', 'transformers', 'sentence_transformers', 'pandas', 'sklearn', 'scipy', 'ingest', 'chat.commitments.clauses'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
