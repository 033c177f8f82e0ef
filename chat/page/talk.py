"""The tab 会話: question box, conversation, record beside it (below it on a phone)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from chat.framing import describe
from chat.page.parts import (
    QUIET,
    Page,
    event_data,
    html_block,
    record_pane,
    said,
    show_record,
    takes_event,
    wire_record,
)
from chat.ports import AnswerService
from chat.render import ShownTurn, conversation_html
from chat.render_documents import welcome_html
from chat.render_record import EMPTY
from chat.types import Message
from corpus.errors import SettingsError
from corpus.periods import parse_period
from retriever.types import Filter

TITLE = "会話"

MAX_QUESTION = 2_000
"""Characters of a question; a pasted 通告 of one item fits, a whole document belongs into the tab for checking."""

MAX_TURNS = 50
"""Turns that a conversation keeps on the page; older ones scroll out of the record of the session."""

AT_ONCE = 4
"""Questions answered at the same time; further ones wait. An answer takes a small part of a second of one core."""

NARROW = "対象を絞る"


@dataclass(frozen=True, slots=True)
class _Parts:
    """The components of the tab."""

    welcome: Any
    log: Any
    box: Any
    send: Any
    fresh: Any
    record: Any
    turns: Any
    narrow: Any
    narrowing: tuple[Any, ...]
    """Towns, first day, last day."""


def build(page: Page) -> None:
    """Puts the tab into the page."""
    parts = _layout(page.service)
    _wire(page, parts)
    wire_record(page, parts.record, parts.log, parts.turns)
    # The conversation itself is never drawn anew: that would race with an answer that is on its way.
    page.refreshed.append((parts.welcome, lambda: _opening(page.service), []))
    page.refreshed.append((parts.narrowing[0], lambda: _choices(page.service), []))


def _layout(service: AnswerService) -> _Parts:
    """Conversation, question box and filters on the left, the record on the right."""
    import gradio as gr

    with gr.Row(elem_id="kc-talk"):
        with gr.Column(scale=3, min_width=320):
            # Shown by the style sheet as long as the conversation is empty.
            welcome = html_block(_opening(service), "はじめに", classes=("kc-opening",))
            log = html_block("", "質問と回答", live=True)
            with gr.Column(elem_id="kc-ask"):
                with gr.Row(elem_classes="kc-row"):
                    # One line: Enter sends (not while an input method is composing), Shift+Enter breaks the line.
                    box = gr.Textbox(
                        label="質問", placeholder="質問を入力", lines=1, max_lines=6,
                        max_length=MAX_QUESTION, scale=5, elem_id="kc-question", autofocus=True,
                    )  # fmt: skip
                    send = gr.Button("質問する", variant="primary", scale=1, min_width=128)
                with gr.Row(elem_classes="kc-row"):
                    with gr.Accordion(f"{NARROW}: すべて", open=False, elem_id="kc-narrow") as narrow:
                        narrowing = _filters(service)
                    fresh = gr.Button("新しい会話", size="sm", elem_id="kc-fresh", min_width=96)
        with gr.Column(scale=2, min_width=320):
            record = record_pane()
    return _Parts(welcome, log, box, send, fresh, record, gr.State([]), narrow, narrowing)


def _filters(service: AnswerService) -> tuple[Any, ...]:
    import gradio as gr

    towns = gr.Dropdown(choices=list(service.towns()), multiselect=True, label="自治体（選ばなければすべて）")
    with gr.Row():
        since = gr.Textbox(label="いつから", placeholder="例: 令和3年4月", max_length=30, min_width=140)
        until = gr.Textbox(label="いつまで", placeholder="例: 令和5年度", max_length=30, min_width=140)
    return towns, since, until


def _wire(page: Page, parts: _Parts) -> None:
    """Asking (typed, or an example pressed), starting over, the line that says what the filters are."""
    import gradio as gr

    outputs = [parts.log, parts.box, parts.turns, parts.record]
    narrowing = list(parts.narrowing)

    def ask(question: str, shown: list[ShownTurn], *narrowed: Any) -> Iterator[tuple[Any, ...]]:
        for step in answer_steps(page.service, question, shown, *narrowed):
            yield tuple(gr.skip() if part is None else part for part in step)

    def ask_example(event: Any, shown: list[ShownTurn], *narrowed: Any) -> Iterator[tuple[Any, ...]]:
        yield from ask(event_data(event).get("question", ""), shown, *narrowed)

    asking: dict[str, Any] = {
        **QUIET,
        "outputs": outputs,
        "trigger_mode": "once",
        "concurrency_limit": AT_ONCE,
        "concurrency_id": "ask",
    }
    gr.on([parts.box.submit, parts.send.click], ask, inputs=[parts.box, parts.turns, *narrowing], **asking)
    parts.welcome.ask(takes_event(ask_example), inputs=[parts.turns, *narrowing], **asking)
    parts.fresh.click(lambda: ("", "", [], EMPTY), outputs=outputs, **QUIET)
    gr.on(
        [part.change for part in narrowing],
        lambda *narrowed: gr.Accordion(label=f"{NARROW}: {_narrowed(*narrowed)}"),
        inputs=narrowing,
        outputs=[parts.narrow],
        **QUIET,
    )


def answer_steps(
    service: AnswerService,
    question: str,
    shown: Sequence[ShownTurn],
    towns: Sequence[str],
    since: str,
    until: str,
) -> Iterator[tuple[Any, ...]]:
    """What the page shows step by step: (conversation, question box, turns, record), None where it stays as it is.

    First the question with a note that it is being searched, then the answer and the record of its first quotation.
    """
    question = (question or "").strip()[:MAX_QUESTION]
    if not question:
        yield None, None, None, None
        return
    shown = list(shown)[-MAX_TURNS:]
    yield conversation_html([*shown, ShownTurn(question)]), "", None, None
    record = EMPTY
    try:
        answer = service.ask(question, history(shown), filter_of(towns, since, until))
        turn = ShownTurn(question, answer)
        if answer.citations:
            record = show_record(service, answer.citations[0].exchange_id, answer.citations[0], focus=False)
    except Exception as error:
        turn = ShownTurn(question, error=said(error))
    shown.append(turn)
    yield conversation_html(shown), None, shown, record


def history(shown: Sequence[ShownTurn]) -> tuple[Message, ...]:
    """The conversation so far as the service takes it; turns that failed are left out."""
    return tuple(
        message
        for turn in shown
        if turn.answer
        for message in (Message("user", turn.question), Message("assistant", turn.answer.text))
    )


def filter_of(towns: Sequence[str] | None, since: str | None, until: str | None) -> Filter:
    """The filter of the fields on the page; a period may be written as 2021-04-01, 2021年4月 or 令和3年度.

    Raises:
        SettingsError: a date that cannot be read, or a period that ends before it begins.
    """
    first, last = _days(since, "いつから")[0], _days(until, "いつまで")[1]
    if first and last and first > last:
        raise SettingsError(
            "期間の終わりが始まりより前になっています", "「いつから」「いつまで」を直してください"
        )
    return Filter(towns=tuple(towns or ()), since=first, until=last)


def _days(value: str | None, name: str) -> tuple[str, str]:
    """First and last day of what was written; both empty where nothing was."""
    value = (value or "").strip()
    if not value:
        return "", ""
    if days := parse_period(value, date.today()):
        return days
    raise SettingsError(
        f"「{name}」の「{value}」は日付として読めません", "例: 令和3年4月1日、2021-04-01、令和3年度"
    )


def _narrowed(*narrowed: Any) -> str:
    try:
        return describe(filter_of(*narrowed)) or "すべて"
    except SettingsError:
        return "期間を確かめてください"


def _opening(service: AnswerService) -> str:
    return welcome_html(service.examples(), service.reach())


def _choices(service: AnswerService) -> Any:
    """The towns that can be chosen; what is chosen stays as it is."""
    import gradio as gr

    return gr.Dropdown(choices=list(service.towns()))
