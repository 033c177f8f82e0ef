"""What must not take long, measured so that a busy machine does not make a test fail."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done inside takes this process the processor at most so long; what it waits for does not count."""
    begun = time.process_time()
    yield
    spent = time.process_time() - begun
    assert spent < seconds, f"{spent:.1f} s of the processor, not {seconds:.1f}"


def growth(work: Callable[[int], object], length: int, times: int) -> float:
    """How many times as long as for `length` the work takes the processor for `times` the length: about `times` where it grows with the length,
    its square where each part is sought for in the whole. A slow machine is slow at both."""
    return _spent(work, length * times) / max(_spent(work, length), 0.01)


def _spent(work: Callable[[int], object], length: int) -> float:
    begun = time.process_time()
    work(length)
    return time.process_time() - begun
