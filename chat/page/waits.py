"""Saying that what was pressed waits: changes of the store are made one after the other, whoever asks for them."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from chat.page.parts import PRESSES, html_block, takes
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
