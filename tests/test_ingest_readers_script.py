"""Scripts that hold data: what is read as their value, and what is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from soon import within

from corpus.errors import ReadError
from ingest.found import Incoming, Passed, incoming
from ingest.readers import read_bytes
from ingest.readers.script import data_in, holds_data, is_script

CODE = 'var x = 1;\nfunction f(a) { return {b: g(a)}; }\nconst LABEL = {title: "会議録をさがす", go: h("ここ")};\n'


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("export default {a: 'い', b: [1, -2.5,],}", {"a": "い", "b": [1, -2.5]}),
        ('window.x = {"a": "ろ"}; // 終わり', {"a": "ろ"}),
        ("add(...[{n: true, m: undefined, 3: null}])", [{"n": True, "m": None, "3": None}]),
        (
            "const t: T = {a: `一行目\n\\`二\\`行目`, /* 注 */ b: 'に' + \"ほ\\u3078\"}",
            {"a": "一行目\n`二`行目", "b": "にほへ"},
        ),
        ("const a = {}; const b = [1]; const c = {d: f(1)}; const e = {f: 2};", [[1], {"f": 2}]),
        ("const a = {b: `${c}`};", None),
    ],
)
def test_the_value_of_a_script(script: str, value: object) -> None:
    """What JavaScript allows beside JSON is read; what computes is no data."""
    assert data_in(script) == value
    assert is_script(script, "a.txt")


@pytest.mark.parametrize(
    "text", ["令和6年第1回\n○議長（山田）", "constを使う。x = {1}", "Window shopping [1]"]
)
def test_text_is_no_script(text: str) -> None:
    """Minutes and words about programs stay text."""
    assert not is_script(text, "a.txt")


def test_a_script_without_data_is_refused() -> None:
    """Code is not read as minutes."""
    with pytest.raises(ReadError, match="データがありません"):
        list(read_bytes(CODE.encode(), "menu.js"))


def test_folders_give_the_scripts_that_hold_data(tmp_path: Path) -> None:
    """Beside a saved page lie scripts of every kind; only what looks like data is tried."""
    (tmp_path / "data.js").write_text("window.x = [{text: 'はい。'}]")
    (tmp_path / "menu.js").write_text("var menu = {open: false};")
    kinds = {one.path.name: type(one) for one in incoming([tmp_path])}
    assert kinds == {"data.js": Incoming, "menu.js": Passed}
    assert not holds_data("x = [1, 2]")


@pytest.mark.parametrize("unit", ["={", "x=[/*", "=['", '=["\\', "=[`", "=[//", '=[+"', "/*"])
def test_time_is_linear(unit: str) -> None:
    """What opens and never closes is passed in one go."""
    with within(2):
        data_in(unit * 30_000)
        is_script(unit * 30_000, "")
