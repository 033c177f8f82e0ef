"""The listed promises as a file: how far it is while it is made, a button that stops that, and then the file itself.

A file holds all that the list was made of, also where the fields were changed since; 40,000 promises take six seconds as XLSX.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from chat.commitments.files import to_table, wanted_from_json
from chat.commitments.reading import Statements
from chat.exports import FORMS, Form
from chat.page import desk_parts
from chat.page.background import stoppable
from chat.page.parts import PRESSES, QUIET, event_data, failed_html, html_block, takes
from chat.page.waits import Stops
from chat.ports import AnswerService, LedgerService
from chat.render.answers import belt
from chat.render.ledger import saved_html, saving_html
from chat.words import t

DOWNLOAD = (
    "() => document.querySelector('#kc-promises-made') && document.querySelector('#kc-promise-file').click()"
)
"""Hands the file over where one was made: not where it was stopped or failed."""


@dataclass(frozen=True, slots=True)
class Files:
    """How far it is, the button that stops it, the file (never shown itself)."""

    state: Any
    stop: Any
    file: Any


def layout() -> Files:
    """The components, to stand beside the buttons that save."""
    import gradio as gr

    state = html_block("", "ファイルの保存", live=True)
    stop = gr.Button(t("止める"), size="sm", elem_classes="kc-stop")
    return Files(state, stop, gr.DownloadButton(t("保存したファイル"), elem_id="kc-promise-file"))


def wire(service: AnswerService, summary: Any, files: Files, title: str) -> None:
    """Lets the buttons of the summary make the file, which is called `title`."""
    import gradio as gr

    stops = Stops()

    def save(event: Any, request: Any) -> Iterator[tuple[Any, Any]]:
        data = event_data(event)
        form: Form = next((form for form in FORMS if form == data.get("form")), "csv")
        name = f"{t(title)}.{form}"
        try:
            for step in _made(service, data.get("wanted", ""), form, stops.begin(request)):
                if isinstance(step, tuple):
                    yield saving_html(name, *step), None
                else:
                    path, rows = desk_parts.kept(files.file.GRADIO_CACHE, name, step.data), step.rows
                    yield saved_html(name, rows), gr.DownloadButton(value=path)
        except _Stopped:
            yield belt(f'<p class="kc-note">{t("保存を止めました。ファイルはできていません。")}</p>'), None
        except Exception as error:
            yield failed_html(error), None

    made = summary.save(
        takes(save, "EventData", "Request"), outputs=[files.state, files.file],
        concurrency_limit=1, concurrency_id="promises", **PRESSES,  # two at a time would take twice as long each
    )  # fmt: skip
    made.success(None, js=DOWNLOAD, **QUIET)
    stops.wire(files.stop.click)


def now(ledger: LedgerService) -> LedgerService | Statements:
    """What is listed: where the table of statements is being made, what is there meanwhile."""
    return ledger if ledger.behind() is None else ledger.standing() or ledger


class _Stopped(Exception):
    """Nobody wants the file any more."""


@dataclass(frozen=True, slots=True)
class _File:
    data: bytes
    rows: int


def _made(
    service: AnswerService, wanted: str, form: Form, stop: Callable[[], bool]
) -> Iterator[tuple[int, int] | _File]:
    """(rows written, rows in all) now and then, then the file. Raises _Stopped."""

    def work(tell: Callable[[tuple[int, int]], None]) -> _File:
        tell((0, 0))
        found = now(service.ledger).find(wanted_from_json(wanted), "newest")
        return _File(to_table(found, form, lambda rows: tell((rows, len(found)))), len(found))

    yield (yield from stoppable(work, stop, _Stopped))
