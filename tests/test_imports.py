"""Imports run one way: corpus ← ingest, corpus ← retriever ← chat ← evals; kaigiroku.py wires them and nothing imports it."""

from __future__ import annotations

import ast
import subprocess
import sys
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


def imported(path: Path) -> set[str]:
    """The project's own folders that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names & OURS


@pytest.mark.parametrize("folder", ALLOWED)
def test_imports_run_one_way(root: Path, folder: str) -> None:
    """A cycle between folders starts with one import against the direction."""
    against = {
        str(path.relative_to(root)): sorted(imported(path) - ALLOWED[folder])
        for path in sorted((root / folder).rglob("*.py"))
        if imported(path) - ALLOWED[folder]
    }
    assert against == {}


def test_asking_imports_neither_torch_nor_the_page(sample_store: Path) -> None:
    """A cold `kaigiroku ask` must not pay for the training library or the web page."""
    script = (
        "import sys; from pathlib import Path; from chat.service import Service; from chat.settings import Settings\n"
        f"Service.open(Settings(store=Path({str(sample_store)!r}))).ask('CSIRTの中心はどの課ですか')\n"
        "print(sorted({'torch', 'gradio', 'transformers', 'sentence_transformers', 'pandas', 'sklearn'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
