"""The Python API and the README's lines for it; without the extras everything else works and the command names them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from chat.tools import Tools
from corpus.errors import SettingsError

ROOT = Path(__file__).parent.parent
Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def tools(sample_store: Path) -> Tools:
    return Tools.open(sample_store)


def test_the_lines_of_the_readme(sample_store: Path) -> None:
    """They run as they stand, five of them, and print a quotation with its origin."""
    code = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[0]
    assert len(code.strip().splitlines()) <= 5
    assert ".kaigiroku" in code
    here = code.replace(".kaigiroku", str(sample_store))
    done = subprocess.run([sys.executable, "-c", here], capture_output=True, text=True, cwd=ROOT, check=True)
    assert re.search(r"「.+」\[1\]", done.stdout, re.DOTALL)
    assert "調布市議会" in done.stdout


def test_the_answer_of_the_readme(tools: Tools) -> None:
    """What a newcomer is shown first is what the program says; … stands for what was left out."""
    block = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[0]
    command, _, shown = block.partition("\n")
    said = "".join(tools.ask(re.findall(r'ask "(.+)"', command)[0])["text"].split())
    pieces = "".join(shown.split()).split("…")
    assert len(pieces) >= 2
    assert [piece for piece in pieces if piece not in said] == []


def test_results_carry_quotation_source_and_link(tools: Tools) -> None:
    """By the names of the MCP tools, in the forms of the API."""
    answer = tools.ask("職員の年齢構成の状況は")
    first = answer["citations"][0]
    assert first["quote"] in answer["text"]
    assert first["source"]
    assert re.match(r"https?://", first["link"])
    hit = tools.search("テレワーク", k=1)["hits"][0]
    opened = tools.open_exchange(hit["exchange_id"])
    assert opened["answer"]["text"] == hit["answer_text"]
    assert opened["link"] == f"http://127.0.0.1:7860/record/{hit['exchange_id']}"
    town = tools.list_towns()["towns"][0]
    assert {meeting["municipality"] for meeting in tools.list_meetings(town)["meetings"]} == {town}
    promises = tools.commitments(limit=2)
    assert len(promises["commitments"]) == 2 <= promises["total"]
    assert {"quote", "source", "link"} <= set(promises["commitments"][0])
    rows = tools.compare("テレワークの状況は", ["金沢市", "鳥取市"])["towns"]
    assert [row["town"] for row in rows] == ["金沢市", "鳥取市"]
    assert rows[1]["status"] == "no_minutes"


def test_wrong_use_is_said(tools: Tools) -> None:
    """What is asked wrongly is told with what to do."""
    with pytest.raises(SettingsError, match="search か ask"):
        tools.open_exchange("none")
    with pytest.raises(SettingsError, match="1〜2000字"):
        tools.ask(" ")
    with pytest.raises(SettingsError, match="today"):
        tools.ask("備蓄は", today="きのう")


@pytest.fixture
def bare(tmp_path: Path, sample_store: Path) -> Command:
    """The command in a Python without the extras."""
    for name in ("openai", "mcp"):
        (tmp_path / f"{name}.py").write_text(f"raise ImportError('no {name} here')\n", "utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])

    def command(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kaigiroku", "--store", str(sample_store), *words],
            env={**os.environ, "PYTHONPATH": path, **settings},
            capture_output=True, text=True, timeout=120, check=False, cwd=tmp_path,
        )  # fmt: skip

    return command


def test_without_the_extras(bare: Command) -> None:
    """Asking works; where a missing part is needed one line names what to install, and nothing else is printed."""
    asked = bare("ask", "職員の年齢構成の状況は", "--json")
    assert asked.returncode == 0, asked.stderr
    assert json.loads(asked.stdout)["status"] == "answered"
    for words, settings, extra in (
        (("mcp",), {}, "mcp"),
        (
            ("ask", "x"),
            {"KAIGIROKU_LLM_BASE_URL": "http://127.0.0.1:9/v1", "KAIGIROKU_LLM_MODEL": "m"},
            "llm",
        ),
    ):
        done = bare(*words, **settings)
        assert done.returncode == 2
        assert done.stdout == ""
        assert len(done.stderr.strip().splitlines()) == 1
        assert f"pip install 'kaigiroku-chat[{extra}]'" in done.stderr
