"""The part 控え of the tab 資料: the store as one file to keep, and a kept file taken in."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from chat.page import again
from chat.page.parts import QUIET, Page, event_data, html_block, takes
from chat.page.runs import Run, Runs, Tell, at_its_turn, begun, followed, gone_on
from chat.page.waits import Stops
from chat.render.answers import belt
from chat.render.runs import Line, ended_html, result_html, run_html
from chat.words import t

_ABOUT = (
    "読み込んだ資料（原本を含む）と、回答への評価（役に立った・立たなかった）を一つのファイルにまとめて保存し、別のパソコンや新しい保管場所に取り込めます。"
    "取り込むと、いまある資料に加わります。同じ資料は、控えの内容に置き換わります。"
)


TAB = "backup"
"""Under which name the browser keeps the key of what was taken in."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The components of the part."""

    make: Any
    file: Any
    take: Any
    stop: Any
    result: Any


def build(page: Page, writing: dict[str, Any]) -> None:
    """Puts the part into the page; `writing` is how events that change the store are run."""
    parts = _laid_out()
    _wire_making(page, parts, writing)
    _wire_taking_in(page, parts, writing)


def _laid_out() -> _Parts:
    import gradio as gr

    with gr.Accordion(t("控え（バックアップ）"), open=False, elem_id="kc-backup"):
        html_block(belt(f"<p>{t(_ABOUT)}</p>"), "控えの説明")
        with gr.Row(elem_classes="kc-row"):
            make = gr.Button(t("控えを作る"), size="sm", elem_id="kc-backup-make")
            file = gr.DownloadButton(t("控えを保存"), visible=False, size="sm", elem_id="kc-backup-file")
            take = gr.UploadButton(
                t("控えから取り込む"), file_types=[".zip"], size="sm", elem_id="kc-backup-take"
            )
            stop = gr.Button(t("取り込みを止める"), size="sm", elem_classes="kc-stop")
        result = html_block(again.place(TAB), "控えの結果", live=True)
    return _Parts(make, file, take, stop, result)


def _wire_making(page: Page, parts: _Parts, writing: dict[str, Any]) -> None:
    """Lets the store be made one file, which the button then hands out."""
    import gradio as gr

    def save() -> Iterator[tuple[Any, Any]]:
        name = f"{t('会議録の控え')}_{date.today():%Y%m%d}.zip"
        path = Path(parts.file.GRADIO_CACHE) / uuid.uuid4().hex / name
        path.parent.mkdir(parents=True)

        def work(tell: Tell) -> None:
            made = page.service.shelf.backup(path)
            size = path.stat().st_size / 2**20
            counts = t(
                "資料 {sources}件、質疑 {exchanges}件、{size} MiB",
                sources=made.sources, exchanges=made.exchanges, size=f"{size:.1f}",
            )  # fmt: skip
            tell(Line(path.name, "made", counts))

        for lines, step in followed(work, path.name, page.keeping.turn):
            html = _making() if step else result_html(lines)
            ready = step is None and path.is_file()
            yield (
                html,
                gr.DownloadButton(value=str(path), visible=True)
                if ready
                else gr.DownloadButton(visible=False),
            )

    # One that is asked for while one is being made is that one.
    parts.make.click(save, outputs=[parts.result, parts.file], **{**writing, "trigger_mode": "once"})


def _wire_taking_in(page: Page, parts: _Parts, writing: dict[str, Any]) -> None:
    """Lets a kept file be taken in, and be stopped; after a reload of the page it is said how far that is."""
    import gradio as gr

    taken = gr.State(Runs())
    stops = Stops()

    def take_in(chosen: str | None, runs: Runs, request: Any) -> Iterator[str]:
        if not chosen:
            yield gr.skip()
            return
        path, run = Path(chosen), begun(runs, page.keeping.kept, stops, request)
        states = followed(partial(_take_in, page, path, run), path.name, page.keeping.turn, run)
        for lines, step in at_its_turn(states, run, stops, request):
            yield run_html(lines, step) + again.token(TAB, runs.key)

    def restore(event: Any, request: Any) -> Iterator[tuple[str, Runs]]:
        runs = page.keeping.kept.get(event_data(event).get("wish", ""))
        yield gr.skip() if runs else again.place(TAB), runs or Runs()
        if runs is None:
            return
        going = False
        for lines, step in gone_on(runs, stops, request):
            going = True
            yield run_html(lines, step) + again.token(TAB, runs.key), runs
        if runs.ended and not going:
            yield belt(ended_html(runs.ended[0])) + again.token(TAB, runs.key), runs

    page.changes.append(
        parts.take.upload(
            takes(take_in, "Request"), inputs=[parts.take, taken], outputs=[parts.result], **writing
        )
    )
    # Not among the changes of the store, of which one at a time is made: it would wait for the end of what it is to show.
    restored = parts.result.restore(
        takes(restore, "EventData", "Request"),
        outputs=[parts.result, taken],
        concurrency_limit=None,
        **QUIET,
    )
    page.changes.append(restored)
    stops.wire(parts.stop.click)


def _take_in(page: Page, path: Path, run: Run, tell: Tell) -> None:
    got = page.service.shelf.take_in(
        path, lambda name, done, total: tell((name, done, total)), run.stop.is_set
    )
    counts = t(
        "新しい資料 {added}件、置き換え {replaced}件、同じもの {unchanged}件",
        added=got.added, replaced=got.replaced, unchanged=got.unchanged,
    )  # fmt: skip
    tell(Line(path.name, "taken", counts))
    if got.stopped:
        tell(Line(t("控えの残り"), "stopped"))


def _making() -> str:
    """As a note: what is being made cannot be stopped, and beside a progress stands the button that does."""
    return belt(f'<p class="kc-note" role="status">{t("控えを作っています…")}</p>')
