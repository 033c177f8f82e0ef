"""What must not take long, measured so that a busy machine does not make a test fail."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done inside takes this process the processor at most so long; what it waits for does not count."""
    begun = time.process_time()
    yield
    spent = time.process_time() - begun
    assert spent < seconds, f"{spent:.1f} s of the processor, not {seconds:.1f}"
