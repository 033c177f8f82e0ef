"""Starting and stopping the server as a user does: a process of its own."""

from __future__ import annotations

import contextlib
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

import chat_fake
import httpx
import pytest

from chat.api.progress import progress_told
from chat.api.serve import IN_KANA, bind, serve
from chat.api.stopping import STOPPED
from chat.service import Service
from chat.settings import Settings
from retriever.kana import words_by_reading

_PROGRAM = """
import os, pathlib, sys
sys.path[:0] = [{root!r}, {tests!r}]
import chat_fake
from chat.api.serve import serve
class Promises(chat_fake.NoPromises):
    def update(self, progress=None):
        progress("答弁の約束", 3, 3)
        pathlib.Path(os.environ["TMPDIR"], "made").write_text(service.asked[0][0])
service = chat_fake.service()
service.ledger = Promises()
{more}
serve(service, port={port}, say=lambda line: print(line, flush=True))
"""


@contextlib.contextmanager
def served(root: Path, folder: Path, more: str = "") -> Iterator[tuple[subprocess.Popen[str], IO[str], str]]:
    """A server in a process of its own, with what it prints and its address; `more` is run there before it serves."""
    with bind("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    program = _PROGRAM.format(root=str(root), tests=str(root / "tests"), port=port, more=more)
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={"PATH": "/usr/bin:/bin", "TMPDIR": str(folder), "HOME": str(folder)},
    )
    try:
        assert process.stdout is not None
        yield process, process.stdout, f"http://127.0.0.1:{port}/"
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_starts_says_its_address_and_leaves_nothing_behind(
    root: Path, tmp_path: Path, stop: signal.Signals
) -> None:
    """The address is printed once the page answers, words in kana and the list of promises are made ready meanwhile; a stop is no error, and the
    temporary folder with uploads is gone."""
    with served(root, tmp_path) as (process, said, at):
        lines = [said.readline() for _ in range(4)]
        assert "準備しています" in lines[0]
        assert sorted(line for line in lines[1:] if "答弁の約束" in line) == [
            "答弁の約束を調べています（会議 3/3）…\n", "答弁の約束を調べ終わりました（会議 3/3、0秒）。\n",
        ]  # fmt: skip
        address = re.search(r"http://127\.0\.0\.1:\d+/", "".join(lines))
        assert address, lines
        assert address[0] == at
        assert httpx.get(at).status_code == 200
        assert list(tmp_path.glob("kaigiroku-*"))
        assert (tmp_path / "made").read_text() == IN_KANA
        process.send_signal(stop)
        process.wait(20)
        assert not list(tmp_path.glob("kaigiroku-*"))
        assert process.returncode == 0
        assert said.read() == ""


_READING = """
import threading, time
import chat.api.app
make = chat.api.app.create_app
def reading(*given, **more):
    app = make(*given, **more)
    def read(tell):
        while True:
            tell(("a.txt", 0, 1))
            time.sleep(0.05)
            assert list(pathlib.Path(os.environ["TMPDIR"]).glob("kaigiroku-*"))
    _, done = app.state.turn.in_background(read)
    done.add_done_callback(lambda it: print("ended:", it.exception(), flush=True))
    return app
chat.api.app.create_app = reading
"""


def test_a_stop_while_documents_are_read_ends_that_first(root: Path, tmp_path: Path) -> None:
    """Protects: the folder of uploads went while a thread read them and indexed, which ended in two pages of traceback."""
    with served(root, tmp_path, _READING) as (process, said, _):
        for _ in range(4):
            said.readline()
        process.send_signal(signal.SIGTERM)
        last = said.read().splitlines()
        assert process.wait(20) == 0
    assert last == [
        "資料の読み込みを途中で止めます。読み終えた資料は残ります。残りは、次に開いたときに追加してください。",
        "ended: サーバーを止めたので、途中で終わりました（開き直してから、もう一度行ってください）",
    ]


_SLOW = """
import time
import chat.api.stopping
chat.api.stopping.FINISHED_WITHIN_S = {patience}
answer = service.ask
def ask(question, *given, **more):
    if question == "備蓄は":
        print("asked", flush=True)
        time.sleep({seconds})
    return answer(question, *given, **more)
service.ask = ask
"""


@pytest.mark.parametrize(("seconds", "patience", "status"), [(2.0, 60, 200), (5.0, 0.1, 503)])
def test_a_stop_finishes_what_a_program_asked_or_says_why_not(
    root: Path, tmp_path: Path, seconds: float, patience: float, status: int
) -> None:
    """Protects: a request that took longer than a second was answered with "Internal Server Error" in plain text."""
    slow = _SLOW.format(seconds=seconds, patience=patience)
    with served(root, tmp_path, slow) as (process, said, at), ThreadPoolExecutor(1) as pool:
        for _ in range(4):
            said.readline()
        asking = pool.submit(httpx.post, f"{at}api/ask", json={"question": "備蓄は"}, timeout=60)
        assert said.readline() == "asked\n"
        process.send_signal(signal.SIGTERM)
        answer = asking.result()
        assert process.wait(20) == 0
    assert answer.status_code == status
    if status == 503:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"] == STOPPED


def test_what_nobody_expected_is_told_in_the_window(root: Path, tmp_path: Path) -> None:
    """Protects: the page asks its user to pass on what the window says, and the window said nothing."""
    quiet = "import logging\nlogging.basicConfig(level=logging.CRITICAL)\n"
    failing = "service.failing = RuntimeError('disk on fire')"
    with served(root, tmp_path, quiet + failing) as (process, said, at):
        for _ in range(4):
            said.readline()
        assert httpx.post(f"{at}api/ask", json={"question": "備蓄は"}).status_code == 500
        process.send_signal(signal.SIGTERM)
        assert "RuntimeError: disk on fire" in said.read()


def test_a_stop_that_a_library_swallows_while_it_is_loaded_still_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ctrl+C in 「準備しています」: an exit raised inside a `__del__` is dropped by Python; the page is not opened all the same."""
    said: list[str] = []

    def loading(*_: object, **__: object) -> None:
        with contextlib.suppress(SystemExit):
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("chat.api.app.create_app", loading)
    before = signal.getsignal(signal.SIGINT)
    serve(chat_fake.service(), port=0, say=said.append)
    assert said == ["会議録チャットを準備しています…"]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize(("given", "served"), [((), "serve"), (("PORT=7861",), "serve --port 7861")])
def test_make_chat_leaves_the_port_to_the_settings(root: Path, given: tuple[str, ...], served: str) -> None:
    """KAIGIROKU_PORT holds for `make chat` too; PORT goes before it."""
    done = subprocess.run(
        ["make", "--no-print-directory", "-n", "chat", *given],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1].strip() == f".venv/bin/kaigiroku --store .kaigiroku {served}"


def test_work_beside_the_page_is_told_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """At its begin, every ten seconds and at its end; where there is nothing to do, nothing."""
    said: list[str] = []
    now = [100.0]
    with progress_told("答弁の約束", "会議", said.append, lambda: now[0]) as told:
        for done in range(0, 1501, 100):
            told("答弁の約束", done, 1500)
            now[0] += 2
    assert said == [
        "答弁の約束を調べています（会議 0/1,500）…",
        "答弁の約束を調べています（会議 500/1,500）…",
        "答弁の約束を調べています（会議 1,000/1,500）…",
        "答弁の約束を調べています（会議 1,500/1,500）…",
        "答弁の約束を調べ終わりました（会議 1,500/1,500、32秒）。",
    ]
    with progress_told("答弁の約束", "会議", said.append):
        pass
    assert len(said) == 5
    assert capsys.readouterr() == ("", "")


def test_the_first_word_in_kana_makes_what_all_of_them_need(tmp_path: Path) -> None:
    """What is asked at the start does: later the first who wrote such a word would wait two seconds."""
    service = Service.open(Settings(store=tmp_path, encoder="none"))
    words_by_reading.cache_clear()
    service.search("避難所", k=1)
    assert words_by_reading.cache_info().currsize == 0
    service.search(IN_KANA, k=1)
    assert words_by_reading.cache_info().currsize == 1
