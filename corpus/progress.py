"""What work that takes long tells meanwhile, and how it is ended."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps of it are done, and how many there are."""

Stop = Callable[[], bool]
"""Asked now and then; True ends the work, and what is done stays."""
