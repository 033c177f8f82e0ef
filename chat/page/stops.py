"""Stopping what is going on: which browser tabs have asked for their run to end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from chat.page.parts import QUIET, takes


class Stops:
    """The runs of one tab of the page, one a browser tab."""

    def __init__(self) -> None:
        self._asked: dict[str, threading.Event] = {}

    def begin(self, request: Any) -> Callable[[], bool]:
        """A run of the browser tab that sends the request begins; what is returned says whether it is to stop."""
        event = self._asked[str(request.session_hash)] = threading.Event()
        return event.is_set

    def take_over(self, request: Any, stop: threading.Event) -> None:
        """The run that this stops is now one of the browser tab that sends the request: its page was loaded anew."""
        self._asked[str(request.session_hash)] = stop

    def overtaken(self, request: Any) -> Callable[[], bool]:
        """Says whether another run of the browser tab has begun since."""
        tab = str(request.session_hash)
        last = self._asked.get(tab)
        return lambda: self._asked.get(tab) is not last

    def wire(self, event: Callable[..., Any]) -> None:
        """Lets an event of the page (a button's `click`) stop the run of its browser tab. What is at work sees that it is to end,
        and says so itself: nothing is cut off that would be drawn afterwards."""

        def stop(request: Any) -> None:
            if running := self._asked.get(str(request.session_hash)):
                running.set()

        # Not queued: it would wait for the very run that it is to stop.
        event(takes(stop, "Request"), **{**QUIET, "queue": False})
