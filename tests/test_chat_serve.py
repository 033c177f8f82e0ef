"""Starting and stopping the server as a user does: a process of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from chat.serve import bind

_PROGRAM = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
import chat_fake
from chat.serve import serve
serve(chat_fake.service(), port={port}, say=lambda line: print(line, flush=True))
"""


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_starts_says_its_address_and_leaves_nothing_behind(
    root: Path, tmp_path: Path, stop: signal.Signals
) -> None:
    """The address is printed once the page answers; after a stop the temporary folder with uploads is gone."""
    with bind("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    program = _PROGRAM.format(root=str(root), tests=str(root / "tests"), port=port)
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path), "HOME": str(tmp_path)},
    )
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline(), process.stdout.readline()]
        assert "準備しています" in lines[0]
        address = re.search(r"http://127\.0\.0\.1:\d+/", lines[1])
        assert address, lines
        assert httpx.get(address[0]).status_code == 200
        assert list(tmp_path.glob("kaigiroku-*"))
        process.send_signal(stop)
        process.wait(20)
        assert not list(tmp_path.glob("kaigiroku-*"))
        assert "Traceback" not in process.stdout.read() or stop == signal.SIGINT
    finally:
        process.kill()
        process.wait()
