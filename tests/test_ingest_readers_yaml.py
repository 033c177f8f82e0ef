"""YAML: what is refused, and which files of a folder are taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ReadError
from ingest.found import Incoming, incoming
from ingest.readers import read_bytes
from ingest.readers.yamltext import value_of


def test_values_are_as_written() -> None:
    """A date stays text, a block its lines; several documents are a list."""
    assert value_of("date: 2024-06-12\ntext: |-\n  一行目\n  二行目\n") == {
        "date": "2024-06-12",
        "text": "一行目\n二行目",
    }
    assert value_of("a: い\n---\na: ろ\n") == [{"a": "い"}, {"a": "ろ"}]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: &a [い]\nb: [*a, *a]\n", "参照"),
        ("a: " + "[" * 200 + "]" * 200, "深い入れ子"),
        ("a: [い\nb: }", "YAML として"),
        ("name: 受付\nport: 8000\n", "判別できません"),
    ],
)
def test_what_is_refused(text: str, reason: str) -> None:
    """References, nesting without end, broken files and data of another kind are one line that says why."""
    with pytest.raises(ReadError, match=reason):
        list(read_bytes(text.encode(), "a.yaml"))


def test_settings_in_a_folder_are_passed(tmp_path: Path) -> None:
    """A folder's YAML is taken where it holds Japanese words."""
    (tmp_path / "compose.yaml").write_text("services:\n  web:\n    image: nginx\n", encoding="utf-8")
    (tmp_path / "minutes.yml").write_text("- speaker: 議長\n  text: 開会します。\n", encoding="utf-8")
    assert [one.name for one in incoming([tmp_path]) if isinstance(one, Incoming)] == ["minutes.yml"]
