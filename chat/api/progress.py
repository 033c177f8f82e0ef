"""How far work beside the running server is, told in lines of its log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from corpus.progress import Progress

_TOLD_EVERY_S = 10
"""Seconds between two lines of a log that say how far a work is."""


@contextmanager
def progress_told(
    title: str, unit: str, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic
) -> Iterator[Progress]:
    """Work beside other work, told in lines: a bar would not leave the place to what else is said.

    Args:
        title: what is being done, as the subject of a sentence.
        unit: what is counted.
        say: gets a line when the work begins, every `_TOLD_EVERY_S` and at its end; none where nothing is to be done.
        clock: seconds.
    """
    begun, told, last = clock(), 0.0, (0, 0)

    def report(what: str, done: int, total: int) -> None:
        nonlocal told, last
        last = done, total
        if not told or clock() - told >= _TOLD_EVERY_S:
            told = clock()
            say(f"{title}を調べています（{unit} {done:,}/{total:,}）…")

    yield report
    if told:
        say(f"{title}を調べ終わりました（{unit} {last[0]:,}/{last[1]:,}、{clock() - begun:.0f}秒）。")
