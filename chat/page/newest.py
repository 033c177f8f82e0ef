"""Which drawing of a part of the page counts: of those that a browser tab began in quick succession, the last."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

Drawn = TypeVar("Drawn")

Counts = Callable[[], bool]
"""Asked once, when what was drawn is given out: whether nothing later has begun."""


@dataclass(slots=True)
class Place:
    """Which part of a list one browser tab looks at; what changes the list leaves it where it is. Turning and searching change it before
    they draw, and whatever draws the list reads it then: given before, it would be that of the part that was looked at before."""

    offset: int = 0
    """The first row in view."""
    words: str = ""
    """What was searched for."""


class Newest:
    """A part of the page that is drawn on several occasions, each taking its own time: what was begun earlier is not shown after
    what was begun later. What is drawn must be asked for after the beginning: what was asked for before may be overtaken."""

    def __init__(self) -> None:
        self._begun: dict[str, object] = {}
        self._lock = threading.Lock()

    def begin(self, request: Any) -> Counts:
        """The browser tab that sends the request begins to draw the part."""
        tab, mine = str(request.session_hash), object()
        with self._lock:
            self._begun[tab] = mine

        def counts() -> bool:
            with self._lock:
                if self._begun.get(tab) is not mine:
                    return False
                del self._begun[tab]  # nothing later has begun: nobody is to be told
                return True

        return counts

    def __call__(self, request: Any, draw: Callable[[], Drawn]) -> Drawn | Any:
        """What `draw` gives; nothing new (`gr.skip()`) where the browser tab that sends the request has meanwhile begun to draw the
        part again. Raises what `draw` raises."""
        import gradio as gr

        counts = self.begin(request)
        made = draw()
        return made if counts() else gr.skip()
