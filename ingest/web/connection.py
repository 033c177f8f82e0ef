"""One request over a connection that leads to a checked number and ends at a fixed time.

httpcore does HTTP and TLS (the certificate is checked against the host's name); this file decides where the socket goes and
when it is cut. There is no proxy, no cookie, no kept connection and no redirect here.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Timer

import httpcore
import httpx

from corpus.errors import FetchError
from ingest.web.guard import Refusal, Resolver, refusal, resolve

STEP_S = 20.0
"""Seconds without a byte after which a server counts as not answering; the whole request has its own, longer limit."""


@dataclass(frozen=True, slots=True)
class Door:
    """How the outside is reached. Tests bring a resolver and a refusal of their own, to reach a server on this machine."""

    resolve: Resolver = resolve
    refusal: Refusal = refusal
    tls: ssl.SSLContext = field(default_factory=httpx.create_ssl_context)


class _Guarded(httpcore.NetworkBackend):
    """Connects to a checked number, and cuts the connection at the deadline whatever is going on (also a slow handshake)."""

    def __init__(self, door: Door, deadline: float) -> None:
        self._door, self._deadline = door, deadline
        self._backend = httpcore.SyncBackend()
        self._cutters: list[tuple[Timer, socket.socket]] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = self._door.resolve(host.strip("[]"), port, self._left())
        for number in numbers:
            if why := self._door.refusal(number):
                raise FetchError(
                    f"{host} は取り込めません（{why}: {number}）", "公開されているアドレスを指定してください"
                )
        failure: Exception = httpcore.ConnectError(host)
        for number in numbers:
            try:
                stream = self._backend.connect_tcp(str(number), port, min(STEP_S, self._left()))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            self._cut_later(stream.get_extra_info("socket").dup())
            return stream
        raise failure

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ConnectTimeout("deadline")
        return left

    def _cut_later(self, twin: socket.socket) -> None:
        """A second handle of the socket: the first one moves into the TLS layer and could not be shut from outside."""

        def cut() -> None:
            with suppress(OSError):
                twin.shutdown(socket.SHUT_RDWR)

        timer = Timer(self._left(), cut)
        timer.daemon = True
        timer.start()
        self._cutters.append((timer, twin))

    def close(self) -> None:
        """Forgets the timers."""
        for timer, twin in self._cutters:
            timer.cancel()
            twin.close()


@contextmanager
def request(
    url: httpx.URL, headers: Mapping[str, str], door: Door, deadline: float
) -> Iterator[httpcore.Response]:
    """The response to a GET, its body still to be read. `deadline` on `time.monotonic`.

    Raises FetchError: not reachable, not allowed, certificate not valid, too slow, cut off.
    """
    backend = _Guarded(door, deadline)
    timeout = dict.fromkeys(("connect", "read", "write", "pool"), STEP_S)
    try:
        with (
            httpcore.ConnectionPool(door.tls, max_keepalive_connections=0, network_backend=backend) as pool,
            pool.stream(
                "GET", str(url), headers=list(headers.items()), extensions={"timeout": timeout}
            ) as response,
        ):
            yield response
        if time.monotonic() >= deadline:
            # A body without stated length ends with its connection: cut here it would look whole.
            raise httpcore.ReadTimeout("deadline")
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError) as error:
        raise _failure(url, error, deadline) from error
    finally:
        backend.close()


def _failure(url: httpx.URL, error: Exception, deadline: float) -> FetchError:
    if time.monotonic() >= deadline:
        return FetchError(
            f"{url.host} の応答が時間内に終わりません",
            "設定 KAIGIROKU_URL_TIMEOUT_S を延ばすか、後で実行してください",
        )
    if isinstance(error, httpcore.TimeoutException):
        return FetchError(f"{url.host} が応答しません", "しばらくしてもう一度実行してください")
    causes = (error, error.__cause__, error.__context__, *error.args)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return FetchError(f"{url.host} の証明書を確かめられません", "アドレスが正しいか確かめてください")
    return FetchError(
        f"{url.host} との通信が切れました（{error.__class__.__name__}）",
        "しばらくしてもう一度実行してください",
    )
