"""SudachiPy for many threads: one dictionary, a tokenizer for each thread (two threads in one tokenizer end in an error)."""

from __future__ import annotations

import threading
from functools import cache
from typing import Any, Literal


@cache
def _dictionary() -> Any:
    """The dictionary (core); loaded (0.3 s) at the first call."""
    from sudachipy import Dictionary

    return Dictionary(dict="core")


_looking_up = threading.Lock()


def parts_of_speech(word: str) -> tuple[tuple[str, ...], ...]:
    """The parts of speech of all entries that the dictionary has for exactly this word; empty where it has none."""
    with _looking_up:
        return tuple(tuple(entry.part_of_speech()) for entry in _dictionary().lookup(word))


class Sudachi:
    """Cuts text into morphemes. One object serves all threads."""

    def __init__(self, mode: Literal["A", "B", "C"] = "C") -> None:
        """`mode`: how long the units are, A the shortest, C the longest."""
        self._mode = mode
        self._local = threading.local()

    def __call__(self, text: str) -> Any:
        """The morphemes of `text`, which must be below 49,149 bytes."""
        tokenizer = getattr(self._local, "tokenizer", None)
        if tokenizer is None:
            tokenizer = self._local.tokenizer = self._new()
        return tokenizer.tokenize(text)

    def _new(self) -> Any:
        from sudachipy import SplitMode

        return _dictionary().tokenizer(mode=getattr(SplitMode, self._mode))
