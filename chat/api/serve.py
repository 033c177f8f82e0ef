"""Starts the page and the API in one process: one line with the address, one clear line if the port is taken."""

from __future__ import annotations

import errno
import logging
import os
import shlex
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from chat.api.progress import progress_told
from chat.api.stopping import UnderWay
from chat.api.tokens import Tokens
from chat.commitments.table import NAME
from chat.limits import LARGEST_FILE_MIB
from chat.ports import AnswerService
from chat.settings import Settings, shown_host
from corpus.errors import SettingsError

if TYPE_CHECKING:
    from chat.page.frame import Tab
    from chat.page.runs import Turn


IN_KANA = "ひなんじょ"
"""A question in kana that is asked once at the start, so that the first user does not wait for the lists that it needs."""

PATIENCE_S = 60.0
"""Seconds in which what is being read ends: at the next file, meeting or piece of the index, or with the one meeting of a long file."""

OURS = ("chat", "corpus", "evals", "ingest", "retriever")
"""The folders, as their modules name what they log."""


def run(service: AnswerService, settings: Settings, more_tabs: Sequence[Tab] = ()) -> None:
    """Serves as the settings say, until interrupted. Raises as `serve` does."""
    tokens = Tokens(settings.store)
    limit = settings.max_file_bytes
    serve(service, settings.host, settings.port, limit, more_tabs, tokens, settings.requests_per_minute)


def serve(
    service: AnswerService,
    host: str = "127.0.0.1",
    port: int = 7860,
    max_upload_bytes: int = LARGEST_FILE_MIB * 2**20,
    more_tabs: Sequence[Tab] = (),
    tokens: Tokens | None = None,
    per_minute: int = 0,
    say: Callable[[str], None] = print,
) -> None:
    """Serves until interrupted; `say` gets the address once the page answers, `more_tabs` are tabs of folders above.

    Raises:
        SettingsError: the port is taken, may not be used, the host is none of this machine's, or it is on the network and
            no token exists.
    """
    import uvicorn

    _log_defects()
    listening = bind(host, port)
    local = _loopback(listening)
    if not local and not (tokens and tokens.all()):
        listening.close()
        raise _without_token(host, tokens)
    with _stopping() as stopped, tempfile.TemporaryDirectory(prefix="kaigiroku-") as folder:
        _stay_at_home(folder)
        from chat.api.app import create_app

        say("会議録チャットを準備しています…")
        if not local:
            say(
                f"注意: {host} で待ち受けます。使うにはトークンが要ります（画面ではパスワードの欄に入れます）。"
            )
        app = create_app(
            service,
            max_upload_bytes,
            more_tabs=more_tabs,
            tokens=None if local else tokens,
            per_minute=per_minute,
        )
        # Errors are logged by the application itself; uvicorn would add a page of traceback for every browser that is
        # still open when the user stops the program.
        config = uvicorn.Config(
            app, log_level="critical", access_log=False, lifespan="on", timeout_graceful_shutdown=1
        )
        if stopped:
            return
        threading.Thread(target=_ready, args=(service,), daemon=True, name="ledger").start()
        address = f"http://{shown_host(host)}:{listening.getsockname()[1]}/"
        announce = partial(say, f"会議録チャット: {address}（止めるには Ctrl+C）")
        server = _announcing(config, announce, app.state.under_way)
        try:
            server.run(sockets=[listening])
        finally:
            _end_reading(app.state.turn, say)


def _without_token(host: str, tokens: Tokens | None) -> SettingsError:
    store = f"--store {shlex.quote(str(tokens.folder))} " if tokens else ""
    return SettingsError(
        f"{host} で待ち受けるにはトークンが要ります",
        f"先に kaigiroku {store}token create 名前 --scope edit を実行してください。この機器だけで使うなら --host 127.0.0.1",
    )


def _end_reading(turn: Turn, say: Callable[[str], None]) -> None:
    """Before the folder of uploads goes and the libraries end: what read on without them failed with a page of traceback."""
    if turn.taken:
        say(
            "資料の読み込みを途中で止めます。読み終えた資料は残ります。残りは、次に開いたときに追加してください。"
        )
    turn.halt(PATIENCE_S)


def _log_defects() -> None:
    """What nobody expected is told in full in the window: the page says that it is, and its users see a general sentence only. (The
    command itself logs nothing: it says in one line what failed.)"""
    for logger in map(logging.getLogger, OURS):
        if logger.getEffectiveLevel() > logging.ERROR:
            logger.setLevel(logging.ERROR)


def _ready(service: AnswerService) -> None:
    """What somebody would otherwise wait for; what fails is said where it is asked for.

    Words written in kana only are read with a table that is made at the first of them (a second and 35 MB). The list of promises is
    made anew where other rules made it: over 20,000 exchanges it takes more than a minute, in which the page is open and says how far
    it is; where nothing changed it costs nothing.
    """
    with suppress(Exception):
        service.search(IN_KANA, k=1)
    with suppress(Exception), progress_told(NAME, "会議", _to_log) as progress:
        service.ledger.update(progress)


def _to_log(line: str) -> None:
    """For who keeps a log of the service: on standard error at once."""
    print(line, file=sys.stderr, flush=True)


@contextmanager
def _stopping() -> Iterator[list[int]]:
    """Ctrl+C and SIGTERM end the program with status 0, since that is how it is stopped; yields the signals that came.

    uvicorn raises the signal again after it has stopped: as an exit it takes the temporary folder away. While libraries are
    loaded the exit may be swallowed (raised inside a `__del__`); the list still knows that it was asked for.
    """
    came: list[int] = []

    def stop(number: int, _: object) -> None:
        came.append(number)
        sys.exit(0)

    if threading.current_thread() is not threading.main_thread():
        yield came
        return
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def bind(host: str, port: int) -> socket.socket:
    """A bound socket, taken before anything slow is loaded, so that a taken port is said at once.

    Raises:
        SettingsError: see `serve`.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise SettingsError(
            f"アドレス {host} が見つかりません", "--host 127.0.0.1 を指定してください"
        ) from error
    if os.name == "posix":  # on Windows the option would let two programs share the port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen()  # on Linux a second program may bind an address on which the first does not listen yet
    except OSError as error:
        listening.close()
        raise _refusal(error, host, port) from error
    return listening


def _refusal(error: OSError, host: str, port: int) -> SettingsError:
    if error.errno == errno.EADDRINUSE:
        return SettingsError(
            f"ポート {port} は別のプログラムが使っています",
            f"既に会議録チャットが動いていれば http://{shown_host(host)}:{port}/ を開く。そうでなければ --port {port + 1} のように別の番号を指定する",
        )
    if error.errno == errno.EACCES:
        return SettingsError(
            f"ポート {port} を使う権限がありません", "--port 7860 のように1024以上の番号を指定してください"
        )
    return SettingsError(f"アドレス {host} では待ち受けできません", "--host 127.0.0.1 を指定してください")


def _loopback(listening: socket.socket) -> bool:
    return ip_address(listening.getsockname()[0].split("%")[0]).is_loopback


def _stay_at_home(folder: str) -> None:
    """Environment that libraries read when they are loaded: no usage reports, no hub, uploads in a private folder."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["DO_NOT_TRACK"] = "1"
    os.environ.setdefault("GRADIO_TEMP_DIR", folder)


def _announcing(config: Any, started: Callable[[], None], under_way: UnderWay) -> Any:
    """A uvicorn server that calls `started` once it listens, and before it ends waits for what programs have asked: what browsers keep
    open, for which uvicorn would wait as well, ends with the page only."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                started()

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            for listening in self.servers:
                listening.close()
            await under_way.ended(lambda: self.force_exit)
            await super().shutdown(sockets)

    return Server(config)
