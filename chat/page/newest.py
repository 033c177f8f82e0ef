"""Which drawing of a part of the page counts: of those that a browser tab began in quick succession, the last."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

Drawn = TypeVar("Drawn")


class Newest:
    """A part of the page that is drawn on several occasions, each taking its own time: what was begun earlier is not shown after
    what was begun later."""

    def __init__(self) -> None:
        self._begun: dict[str, object] = {}
        self._lock = threading.Lock()

    def __call__(self, request: Any, draw: Callable[[], Drawn]) -> Drawn | Any:
        """What `draw` gives; nothing new (`gr.skip()`) where the browser tab that sends the request has meanwhile begun to draw the
        part again. Raises what `draw` raises."""
        import gradio as gr

        tab, mine = str(request.session_hash), object()
        with self._lock:
            self._begun[tab] = mine
        made = draw()
        with self._lock:
            if self._begun.get(tab) is not mine:
                return gr.skip()
            del self._begun[tab]  # nothing later has begun: nobody is to be told
        return made
