"""Runs the page in this process and opens it in a real headless Chromium; shared by the tests of the page."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--process-per-site",
)  # fmt: skip
"""Pages of one site share a process: Gradio's scripts are compiled for the first, which halves the cost of the others."""

WIDTHS = ((1440, 900), (768, 1024), (360, 740))
"""Desktop, tablet, phone: (width, height) in CSS pixels."""


def chromium() -> str:
    """Path of the browser; the test is skipped where there is none."""
    pytest.importorskip("playwright", reason="playwright is not installed")
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    pytest.skip("no Chromium on PATH (apt-get install chromium fonts-noto-cjk)")


@contextmanager
def served(
    service: Any, folder: Path, max_upload_bytes: int = 1 << 20, more_tabs: Sequence[Any] = ()
) -> Iterator[str]:
    """The address of the running application."""
    import uvicorn

    os.environ.setdefault("GRADIO_TEMP_DIR", str(folder / "gradio"))
    from chat.api.app import create_app
    from chat.api.serve import bind

    listening = bind("127.0.0.1", 0)
    app = create_app(service, max_upload_bytes, more_tabs=more_tabs)
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 60
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.started
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join(10)


class Seen:
    """What the browser reported while a page was open."""

    def __init__(self) -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []


@contextmanager
def launched(locale: str = "ja-JP") -> Iterator[Any]:
    """A browser; pages opened in it share its cache and their process, so that only the first has to load and compile Gradio's scripts."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        context = browser.new_context(locale=locale)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        _keep_process(context)
        try:
            yield context
        finally:
            browser.close()


def _keep_process(context: Any) -> None:
    """A bare page of the site (this machine, whatever the port) that stays: without one its process ends with the last page."""
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body=""))
    page.goto("http://127.0.0.1/")


@contextmanager
def opened(
    context: Any, address: str, width: int = 1440, height: int = 900, script: str = ""
) -> Iterator[tuple[Any, Seen]]:
    """A new page, once it is drawn, with what it asked of other hosts and its console errors; `script` runs before its own."""
    seen = Seen()
    page = context.new_page()
    page.add_init_script(script)
    page.set_viewport_size({"width": width, "height": height})
    page.on("request", lambda request: _note_request(seen, request.url, address))
    page.on("console", lambda message: seen.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.goto(address)
    page.wait_for_selector(".kc-welcome")
    try:
        yield page, seen
    finally:
        page.close()


def _note_request(seen: Seen, url: str, address: str) -> None:
    if not url.startswith((address, "data:", "blob:")):
        seen.outside.append(url)


def ask(page: Any, question: str) -> None:
    """Types a question, sends it and waits for what comes of it."""
    before = page.locator(".kc-turn").count()
    page.fill("#kc-question textarea", question)
    page.click("#kc-send")
    page.wait_for_function(
        "n => document.querySelectorAll('.kc-turn').length > n && !document.querySelector('.kc-wait')",
        arg=before,
    )


def kept(page: Any, words: str) -> None:
    """Waits until the browser keeps the words for after a reload."""
    page.wait_for_function(
        "words => Object.values(sessionStorage).some(kept => kept.includes(words))", arg=words
    )
