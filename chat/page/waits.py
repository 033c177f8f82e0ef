"""Saying that what was pressed waits: changes of the store are made one after the other, whoever asks for them; and stopping
what is going on: which browser tabs have asked for their run to end."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from chat.page.parts import PRESSES, QUIET, html_block, takes
from chat.render.answers import belt
from chat.words import t

WAITS_S = 0.6
"""Seconds after which it is said; usually it has begun before."""


class Waits:
    """What each browser tab pressed on one tab of the page, and how much of it has begun."""

    def __init__(self) -> None:
        """Puts the line that says it into the page."""
        self.block = html_block("", "順番を待っているもの", live=True)
        self._lock = threading.Lock()
        self._pressed: Counter[str] = Counter()
        self._begun: Counter[str] = Counter()

    def wire(self, event: Callable[..., Any]) -> None:
        """Lets a press say so where what it asks for has not called `begin` within `WAITS_S`. `event` must be another one than that which
        does it: Gradio's page lets what hangs on one event wait for each other."""

        def say(request: Any) -> Any:
            import gradio as gr

            tab = str(request.session_hash)
            with self._lock:
                self._pressed[tab] += 1
                mine = self._pressed[tab]
            time.sleep(WAITS_S)
            if self._begun[tab] >= mine:
                return gr.skip()
            words = t("いま行っている読み込みや削除のあとで行います。そのままお待ちください。")
            return belt(f'<p class="kc-note" role="status">{words}</p>')

        # Not queued: it would wait as well.
        event(takes(say, "Request"), outputs=[self.block], **{**PRESSES, "queue": False})

    def begin(self, request: Any) -> Any:
        """What the browser tab pressed begins; gives what `block` shows from then on."""
        with self._lock:
            self._begun[str(request.session_hash)] += 1
        return self.left(request)

    def left(self, request: Any) -> Any:
        """What `block` shows: nothing, once all that the browser tab pressed has begun."""
        import gradio as gr

        tab = str(request.session_hash)
        return gr.skip() if self._begun[tab] < self._pressed[tab] else ""


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
