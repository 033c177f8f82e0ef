"""What the tabs of the page are made of: the page under construction, HTML blocks with actions, the record pane."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from chat.page.newest import Newest
from chat.page.theme import actions_js
from chat.ports import AnswerService
from chat.record import record_of
from chat.render.answers import ShownTurn, error_html
from chat.render.record import EMPTY, GONE, record_html
from chat.types import Answer, Citation
from chat.words import t, translated
from corpus.errors import KaigirokuError

if TYPE_CHECKING:
    from chat.page.runs import Keeping

log = logging.getLogger(__name__)

UNEXPECTED = "処理の途中で問題が起きました。もう一度お試しください。続くときは、起動した画面に出た記録を管理者にお伝えください。"


EVERYWHERE = -1
"""In place of a tab's number: what is in view on each of them."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """Components that are drawn together when documents come or go, the function that gives their new values, its inputs."""

    outputs: Sequence[Any]
    draw: Callable[..., Any]
    inputs: Sequence[Any]
    tab: int
    """The tab in which they stand, from the left."""
    state: Callable[[], object] | None
    """Asks for what they are drawn from beside the documents; `draw` is given it before the inputs."""
    newest: Newest = field(default_factory=Newest)


@dataclass(slots=True)
class Page:
    """The page while it is built. A tab tells with `refresh` what must be drawn anew when documents come or go, and adds to
    `changes` the events after which that is so; the frame wires them together at the end (see `chat.page.redrawing`)."""

    service: AnswerService
    max_upload_bytes: int
    keeping: Keeping
    tab: int = EVERYWHERE
    """The tab that is being built, from the left."""
    refreshed: list[Refreshed] = field(default_factory=list)
    changes: list[Any] = field(default_factory=list)

    def refresh(
        self,
        outputs: Sequence[Any],
        draw: Callable[..., Any],
        inputs: Sequence[Any] = (),
        state: Callable[[], object] | None = None,
    ) -> Newest:
        """The outputs are drawn anew by `draw` when documents come or go, or what `state` gives is another: `draw` then takes a
        function before the inputs that gives the same to all parts of one event. Whatever else draws them asks what is returned whether
        its drawing still counts."""
        one = Refreshed(outputs, draw, inputs, self.tab, state)
        self.refreshed.append(one)
        return one.newest


FOLLOWS = "kc-follows"
"""CSS class of what shows the store as it is; hidden while it is out of date (see `chat.page.redrawing`)."""


def html_block(value: str, name: str, live: bool = False, classes: Sequence[str] = ()) -> Any:
    """An HTML component whose `data-act` buttons become its events (see `page.js`).

    Args:
        value: HTML that `chat.render.answers` made; it is shown as it is.
        name: what a screen reader calls the region.
        live: whether changes are announced.
        classes: CSS classes.
    """
    import gradio as gr

    # The template holds no document text: Gradio evaluates templates, but puts `value` in unevaluated.
    role = 'role="log" aria-live="polite" aria-relevant="additions"' if live else 'role="region"'
    return gr.HTML(
        value,
        html_template=f'<div class="kc" {role} aria-label="{t(name)}">${{value}}</div>',
        js_on_load=actions_js(),
        apply_default_css=False,
        elem_classes=["kc-block", *classes],
    )


def record_pane(empty: str = EMPTY) -> Any:
    """A pane for the record; its own buttons (前の質疑, 次の質疑) are wired by `wire_record`."""
    return html_block(t(empty), "原文", classes=("kc-pane",))


def wire_record(page: Page, pane: Any, opener: Any, turns: Any, *more: Any) -> None:
    """Lets the buttons of `opener` and `more` (marks, near topics) and of the pane itself open a record in the pane."""

    newest = Newest()

    def show(event: Any, request: Any, shown: list[ShownTurn]) -> Any:
        return newest(request, lambda: open_record(page.service, shown, event_data(event)))

    for block in (opener, *more, pane):
        block.open(
            takes(show, "EventData", "Request"),
            inputs=[turns],
            outputs=[pane],
            concurrency_limit=4,
            concurrency_id="open",
            **PRESSES,
        )


QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "queue": True}
"""For every event: no spinner over the text that is being read, and no public endpoint (programs use `/api`)."""

PRESSES: dict[str, Any] = {**QUIET, "trigger_mode": "multiple"}
"""For every event with data of what was pressed (`event_data`): Gradio would drop a press that comes while one before it is at work
("once", its default), or do the one before again in its place ("always_last" keeps the first one's data)."""


Kind = Literal["EventData", "Request", "SelectData"]

LONGEST_NUMBER = 9
"""Digits of a place in a list or of a statement's id."""


def takes_event(function: Callable[..., Any]) -> Callable[..., Any]:
    """Marks the parameter `event` as Gradio wants it."""
    return takes(function, "EventData")


def takes(function: Callable[..., Any], *kinds: Kind) -> Callable[..., Any]:
    """Marks the parameters `event` and `request` as Gradio wants them; by hand, because Gradio is loaded only when a page is built."""
    import gradio as gr

    names: dict[Kind, str] = {"EventData": "event", "Request": "request", "SelectData": "event"}
    function.__annotations__ = {names[kind]: getattr(gr, kind) for kind in kinds}
    return function


def event_data(event: Any) -> dict[str, str]:
    """The `data-*` of the button that was pressed; empty where the browser sent something else."""
    data = getattr(event, "_data", None)
    return {str(key): str(value) for key, value in data.items()} if isinstance(data, Mapping) else {}


def number_in(data: Mapping[str, str], name: str) -> int | None:
    """A whole number among the data of a button; None where the browser sent something else (what is longer is no number of ours)."""
    text = data.get(name, "")
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def open_record(service: AnswerService, turns: Sequence[ShownTurn], data: Mapping[str, str]) -> str:
    """The record that a button names: by turn and mark of this conversation, or by the exchange's id."""
    citation = _cited(turns, data)
    if "mark" in data and citation is None:
        return t(GONE)
    return show_record(
        service, citation.exchange_id if citation else data.get("exchange", ""), citation, True
    )


def show_record(service: AnswerService, exchange_id: str, citation: Citation | None, focus: bool) -> str:
    """The whole exchange as HTML. Where `exchange_id` is a part of one, the exchange that it is a part of."""
    try:
        record = record_of(service, exchange_id)
        if record is None:
            return t(GONE)
    except Exception as error:
        return failed_html(error)
    # A stamp, so that opening the same record again is a change, after which the page moves to the quotation.
    return record_html(record, citation, focus=str(time.monotonic_ns()) if focus else "")


def answer_in(turns: Sequence[ShownTurn], data: Mapping[str, str]) -> Answer | None:
    """The answer of the turn that a button names; None where there is no such turn, or it has no answer."""
    turn = number_in(data, "turn")
    return turns[turn].answer if turn is not None and turn < len(turns) else None


def _cited(turns: Sequence[ShownTurn], data: Mapping[str, str]) -> Citation | None:
    answer, mark = answer_in(turns, data), number_in(data, "mark")
    return next((c for c in answer.citations if c.mark == mark), None) if answer else None


def said(error: Exception) -> str:
    """What the user is told, in the language of the page: our own errors in their words, anything else in general words (details go to the log)."""
    if isinstance(error, KaigirokuError):
        message = translated(str(error.args[0]) if error.args else str(error))
        return (
            t("{message}（{hint}）", message=message, hint=translated(error.hint)) if error.hint else message
        )
    log.error("unexpected error on the page", exc_info=error)
    return t(UNEXPECTED)


def failed_html(error: Exception) -> str:
    """The same where a result would stand."""
    return error_html(said(error))
