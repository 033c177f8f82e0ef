"""Work in a thread of its own that tells how far it is, so that the page can show it meanwhile."""

from __future__ import annotations

import contextvars
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import TypeVar

Told = TypeVar("Told")
Result = TypeVar("Result")

LOOK_S = 0.2
"""Seconds between two looks at the work: often enough to see it move, seldom enough for a thousand files; a stage that is done
sooner would only flicker."""

_AT_ONCE_S = 0.001
"""What is told this soon after the first is shown together with it."""


def in_background(
    work: Callable[[Callable[[Told], None]], Result],
) -> tuple[Iterator[tuple[Told, ...]], Future[Result]]:
    """Begins `work` in the language of the page; it is given what it tells with.

    Returns:
        What it tells: the first as soon as it is told, what is told within `LOOK_S` of something else together, and () every
        `LOOK_S` in which nothing is. It ends with the work.
        The work itself, whose `result()` is what it returns or raises. It is not waited for: who stops looking need not wait.
    """
    news: SimpleQueue[Told | None] = SimpleQueue()
    pool = ThreadPoolExecutor(1, thread_name_prefix="work")
    future = pool.submit(contextvars.copy_context().run, work, news.put)
    pool.shutdown(wait=False)
    future.add_done_callback(lambda _: news.put(None))
    return _heard(news), future


def stoppable(
    work: Callable[[Callable[[Told], None]], Result], stop: Callable[[], bool], stopped: type[Exception]
) -> Generator[Told, None, Result]:
    """Does `work` in the background and returns what it returns. Yields what it tells; of what comes together only the last.

    Once `stop` says so, or nobody looks any more, telling raises `stopped` in the work. The work has ended when this ends, except
    where nobody looks: Gradio closes such generators in the thread that serves everybody, where nothing may be waited for.
    """
    left = False

    def begun(tell: Callable[[Told], None]) -> Result:
        def told(one: Told) -> None:
            if left or stop():
                raise stopped
            tell(one)

        return work(told)

    news, done = in_background(begun)
    try:
        for steps in news:
            yield from steps[-1:]
    finally:
        left = True
    return done.result()


def _heard(news: SimpleQueue[Told | None]) -> Iterator[tuple[Told, ...]]:
    """`news` by what is told together, up to the None at its end."""
    due = 0.0  # each look is drawn by the browser: a file that is read at once would have it draw six times
    while True:
        try:
            told = [news.get(timeout=LOOK_S)]
        except Empty:
            yield ()
            continue
        until = time.monotonic() + LOOK_S
        while told[-1] is not None and (now := time.monotonic()) < until:
            try:
                told.append(news.get(timeout=max(_AT_ONCE_S, due - now)))
            except Empty:
                break
        if heard := tuple(one for one in told if one is not None):
            yield heard
        if told[-1] is None:
            return
        due = time.monotonic() + LOOK_S
