"""The tab 会話: question box, conversation, record beside it (below it on a phone)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from chat import naming
from chat.contract import filter_from_dict
from chat.limits import LONGEST_QUESTION
from chat.page import desk_parts
from chat.page.asking import Step, answer_steps, followed, voted
from chat.page.conversation import kept, restored
from chat.page.conversation_files import markdown, table, word
from chat.page.narrowing import Narrowing, filled, filter_of, narrowing
from chat.page.parts import (
    FOLLOWS,
    PRESSES,
    QUIET,
    Page,
    answer_in,
    event_data,
    html_block,
    number_in,
    record_pane,
    said,
    takes,
    takes_event,
    wire_record,
)
from chat.page.waits import Stops
from chat.ports import AnswerService
from chat.render.answers import ShownTurn
from chat.render.frame import welcome_html
from chat.render.record import EMPTY
from chat.render.talk import conversation_html
from chat.words import language, t
from corpus.errors import SettingsError
from retriever.types import Filter

TITLE = "会話"

AT_ONCE = 4
"""Questions answered at the same time; further ones wait. An answer takes a small part of a second of one core."""

FORMS = (("Markdown", "md"), ("Word", "docx"), ("CSV", "csv"))
"""The files that a conversation is given out as: name, ending."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The components of the tab."""

    welcome: Any
    log: Any
    after: Any
    fresh: Any
    record: Any
    turns: Any
    narrow: Narrowing
    forms: tuple[Any, ...]
    file: Any

    @property
    def shown(self) -> list[Any]:
        """What asking changes: conversation, turns, record."""
        return [self.log, self.turns, self.record]


def build(page: Page) -> None:
    """Puts the tab into the page."""
    parts = _layout(page.service)
    _wire_asking(page.service, parts)
    _wire_keeping(page.service, parts)
    wire_record(page, parts.record, parts.log, parts.turns, parts.after)
    # The conversation itself is never drawn anew: that would race with an answer that is on its way.
    page.refresh([parts.welcome], lambda: _opening(page.service))
    page.refresh([parts.narrow.towns], lambda: _choices(page.service))


def _layout(service: AnswerService) -> _Parts:
    """Conversation, question box and filters on the left, the record on the right."""
    import gradio as gr

    with gr.Row(elem_id="kc-talk"):
        with gr.Column(scale=3, min_width=320):
            # Shown by the style sheet as long as the conversation is empty; the files as soon as it is not.
            welcome = html_block(_opening(service), "はじめに", classes=("kc-opening", FOLLOWS))
            # Answers are announced by the script: a live region would read the whole conversation again each time.
            log = html_block("", "質問と回答", classes=("kc-log",))
            html_block("<ol></ol>", "順番を待つ質問", live=True, classes=("kc-queue",))
            after = html_block("", "続けて確かめる", classes=("kc-after",))
            with gr.Row(elem_id="kc-export"):
                forms = tuple(
                    gr.Button(t("会話を保存（{form}）", form=name), size="sm", min_width=96)
                    for name, _ in FORMS
                )
                file = gr.DownloadButton(t("保存したファイル"), elem_id="kc-export-file")
            with gr.Column(elem_id="kc-ask"):
                with gr.Row(elem_classes="kc-row"):
                    # Read and emptied by queue.js: Enter asks, Shift+Enter or Ctrl+Enter breaks the line.
                    gr.Textbox(
                        label=t("質問"), placeholder=t("質問を入力"), lines=1, max_lines=6,
                        max_length=LONGEST_QUESTION, scale=5, elem_id="kc-question", autofocus=True,
                    )  # fmt: skip
                    gr.Button(t("質問する"), variant="primary", scale=1, min_width=128, elem_id="kc-send")
                with gr.Row(elem_classes="kc-row"):
                    narrow = narrowing(service.towns())
                    fresh = gr.Button(t("新しい会話"), size="sm", elem_id="kc-fresh", min_width=96)
        with gr.Column(scale=2, min_width=320):
            record = record_pane()
    return _Parts(welcome, log, after, fresh, record, gr.State([]), narrow, forms, file)


def _wire_asking(service: AnswerService, parts: _Parts) -> None:
    """Asking, stopping, starting over."""
    fields, stops = list(parts.narrow.fields), Stops()

    def ask(event: Any, request: Any, turns: list[ShownTurn], *narrowed: Any) -> Iterator[tuple[Any, ...]]:
        data = event_data(event)
        again, given = bool(data.get("again")), data.get("filters", "")
        question = (turns[-1].question if turns else "") if again else data.get("question", "")
        filters = partial(_given, given) if given else partial(filter_of, *narrowed)
        stop = stops.begin(request)
        yield from _asked(service, question, turns, filters, again or bool(given), stop)

    # The browser hands over one question at a time (see queue.js), whatever it comes from: the box, an example, a chip.
    asked = parts.log.ask(
        takes(ask, "EventData", "Request"), inputs=[parts.turns, *fields], outputs=parts.shown, trigger_mode="multiple",
        concurrency_limit=AT_ONCE, concurrency_id="ask", **QUIET,
    )  # fmt: skip
    asked.failure(None, js="() => window.kcFailed()", **QUIET)
    parts.narrow.again.click(None, js="() => window.kcAsk({ again: '1' })", **QUIET)
    stops.wire(parts.log.stop)
    _wire_leading_on(service, parts, stops, asked)
    parts.fresh.click(None, js="() => window.kcStartOver()", **QUIET)
    _done(parts.log.fresh(lambda: ("", [], t(EMPTY)), outputs=parts.shown, **QUIET))

    def narrow(event: Any, turns: list[ShownTurn]) -> tuple[Any, ...]:
        answer = answer_in(turns, event_data(event))
        return filled(answer.filters if answer else Filter(), unfold=True)

    opened = parts.log.narrow(
        takes_event(narrow), inputs=[parts.turns], outputs=[parts.narrow.fold, *fields], **PRESSES
    )
    opened.success(None, js="() => window.kcUnfold()", **QUIET)


def _wire_leading_on(service: AnswerService, parts: _Parts, stops: Stops, asked: Any) -> None:
    """The conversation of before, after a reload, and what an answer leads on to; `asked`: the event of asking."""

    def restore(event: Any) -> tuple[Any, ...]:
        turns = restored(service, event_data(event).get("kept", ""))
        return _outputs((turns, None) if turns else None)

    came_back = parts.log.restore(takes_event(restore), outputs=parts.shown, **QUIET)
    _done(came_back)

    def lead_on(request: Any, turns: list[ShownTurn]) -> str:
        return followed(service, turns, stops.overtaken(request))

    # What an answer leads on to comes after it, in an event and a block of its own: the next question need not wait for it.
    for event in (asked, came_back):
        event.success(
            takes(lead_on, "Request"),
            inputs=[parts.turns],
            outputs=[parts.after],
            trigger_mode="always_last",
            **QUIET,
        )


def _done(event: Any) -> None:
    """Lets the next change of the conversation begin once this one is done, or has failed (see queue.js)."""
    for end in (event.success, event.failure):
        end(None, js="() => window.kcDone()", **QUIET)


def _wire_keeping(service: AnswerService, parts: _Parts) -> None:
    """What stays: the conversation over a reload, votes, files."""

    def vote(event: Any, turns: list[ShownTurn], comment: bool = False) -> tuple[Any, ...]:
        data = event_data(event)
        words = data.get("comment", "") if comment else None
        try:
            turns = voted(service, turns, number_in(data, "turn"), data.get("value", ""), words)
        except Exception as error:
            import gradio as gr

            gr.Warning(said(error))
        return _outputs((turns, None))

    def remark(event: Any, turns: list[ShownTurn]) -> tuple[Any, ...]:
        return vote(event, turns, comment=True)

    for event, function in ((parts.log.vote, vote), (parts.log.comment, remark)):
        _done(event(takes_event(function), inputs=[parts.turns], outputs=parts.shown, **PRESSES))
    for button, (_, ending) in zip(parts.forms, FORMS, strict=True):
        made = button.click(
            partial(_file, parts.file, ending), inputs=[parts.turns], outputs=[parts.file], **QUIET
        )
        made.success(None, js="() => document.querySelector('#kc-export-file').click()", **QUIET)


def _asked(
    service: AnswerService, question: str, turns: Sequence[ShownTurn], filters: Any, exact: bool, stop: Any
) -> Iterator[tuple[Any, ...]]:
    """The steps of asking as outputs."""
    question = (question or "").strip()[:LONGEST_QUESTION]
    if not question:
        yield _outputs(None)
        return
    for step in answer_steps(service, question, turns, filters, exact, stop):
        yield _outputs(step)


def _outputs(step: Step | None) -> tuple[Any, ...]:
    """(conversation, turns, record); what is None stays as it is on the page."""
    import gradio as gr

    if step is None:
        return (gr.skip(),) * 3
    turns, record = step
    waits = bool(turns) and not turns[-1].answer and not turns[-1].error
    html = conversation_html(turns, "" if waits else kept(turns))
    return tuple(gr.skip() if part is None else part for part in (html, turns, record))


def _given(text: str) -> Filter:
    """The filters that a chip carries. Raises SettingsError where they are none of ours."""
    try:
        return filter_from_dict(json.loads(text))
    except ValueError as error:
        raise SettingsError(t("この条件は読めません"), t("もう一度質問してください")) from error


def _file(button: Any, ending: str, turns: list[ShownTurn]) -> str:
    """The path of the conversation as a file, which the page may hand out."""
    today = date.today()
    if ending == "csv":
        data = table(turns)
    else:
        data = word(turns, today) if ending == "docx" else markdown(turns, today).encode("utf-8")
    return desk_parts.kept(button.GRADIO_CACHE, f"{t('会議録チャット')}_{today.isoformat()}.{ending}", data)


def _opening(service: AnswerService) -> str:
    return welcome_html(service.examples(language() == "en"), service.reach())


def _choices(service: AnswerService) -> Any:
    """The towns that can be chosen; what is chosen stays as it is."""
    import gradio as gr

    return gr.Dropdown(choices=naming.town_choices(service.towns()))
