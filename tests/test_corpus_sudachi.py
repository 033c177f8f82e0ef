"""Morphemes for many threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from corpus.sudachi import Sudachi

LABEL = "情報管理課長。"


def test_one_object_serves_threads_at_the_same_time() -> None:
    """The page reads documents and questions in several threads; a tokenizer of SudachiPy refuses a second one."""
    sudachi = Sudachi("A")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: [m.surface() for m in sudachi(LABEL * 300)], range(64)))
    assert all(surfaces == ["情報", "管理", "課", "長", "。"] * 300 for surfaces in found)


def test_the_mode_says_how_long_the_units_are() -> None:
    """Search joins units of the longest mode, the verifier compares those of the shortest."""
    assert [m.surface() for m in Sudachi("C")("選挙管理委員会")] == ["選挙管理委員会"]
    assert [m.surface() for m in Sudachi("A")("選挙管理委員会")] == ["選挙", "管理", "委員", "会"]
