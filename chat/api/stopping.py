"""Stopping the server while programs ask: what is under way is finished, and what takes too long is told so in the API's form of errors."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from chat.api.guard import refuse
from chat.api.web import OPENAI, App, Message, Receive, Scope, Send

FINISHED_WITHIN_S = 8.0
"""Seconds that a request has to end after the server is to stop. An answer takes some 0.1 s, a dossier some; who runs containers kills what
has not ended after 10."""

LOOK_S = 0.05
"""Seconds between two looks at what is under way."""

STOPPED = "サーバーを止めたので、途中で終わりました。サーバーが動き出してから、もう一度送ってください。"


class UnderWay:
    """How many requests of programs are being answered."""

    def __init__(self) -> None:
        self.count = 0

    async def ended(self, given_up: Callable[[], bool]) -> None:
        """Comes back once none is, after `FINISHED_WITHIN_S` at the latest, or when `given_up` says so."""
        until = time.monotonic() + FINISHED_WITHIN_S
        while self.count and not given_up() and time.monotonic() < until:
            await asyncio.sleep(LOOK_S)


class Finishing:
    """Counts the requests of programs; one that the end of the server cuts off is told why."""

    def __init__(self, app: App, under_way: UnderWay, prefixes: tuple[str, ...] = ("/api/", OPENAI)) -> None:
        self.app, self.under_way, self.prefixes = app, under_way, prefixes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(self.prefixes):
            await self.app(scope, receive, send)
            return
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        self.under_way.count += 1
        try:
            await self.app(scope, receive, sending)
        except asyncio.CancelledError:
            if begun:
                raise
            await refuse(scope, send, 503, STOPPED)
        finally:
            self.under_way.count -= 1
