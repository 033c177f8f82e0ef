"""The tab 比較: one question, the answers of several towns side by side, as a table to keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from chat.desk.compare import steps, to_table
from chat.limits import LONGEST_QUESTION
from chat.notices import need_minutes
from chat.page import again
from chat.page.desk_parts import (
    Growing,
    beside_record,
    filled,
    growing,
    hidden,
    running,
    table_buttons,
    town_list,
)
from chat.page.narrowing import filter_of, period_fields
from chat.page.parts import Page, failed_html, html_block, takes, wire_record
from chat.page.waits import Stops
from chat.render.desk import comparison_html, comparison_turns, lead_html, working_html
from chat.words import t

TITLE = "比較"

LEAD = "一つの質問に、自治体ごとに答えます。記録にない自治体は「該当する記録なし」と示します。"


@dataclass(frozen=True, slots=True)
class _Parts(Growing):
    """The components of the tab."""

    question: Any
    towns: Any
    period: tuple[Any, Any]


def build(page: Page) -> None:
    """Puts the tab into the page."""
    import gradio as gr

    with beside_record() as pane:
        parts = _laid_out(page)
    turns = gr.State([])
    _wire_comparing(page, parts, turns)
    again.wire(page, "compare", parts.result, parts.towns, parts.period, "比べる", several=True)
    wire_record(page, pane[0], parts.result, turns)


def _laid_out(page: Page) -> _Parts:
    import gradio as gr

    html_block(lead_html("自治体の答弁を比べる", LEAD), "比較の説明")
    question = gr.Textbox(
        label=t("比べたい質問"), placeholder=t("例: テレワークの導入状況は"), max_length=LONGEST_QUESTION, elem_id="kc-compare-question"
    )  # fmt: skip
    towns = town_list(page, "比べる自治体（選ばなければすべて）", several=True)
    with gr.Row():
        period = period_fields()
    with gr.Row():
        start = gr.Button(t("比べる"), variant="primary", elem_id="kc-compare")
        stop = gr.Button(t("止める"), elem_classes="kc-stop")
    # live, all that every town said would be read out
    result = html_block(again.place("compare"), "比較の結果")
    return _Parts(start, stop, result, table_buttons(), question, towns, period)


def _wire_comparing(page: Page, parts: _Parts, turns: Any) -> None:
    """Lets the button and Enter compare: the result grows with each town that is answered, its tables come when all are."""
    import gradio as gr

    stops = Stops()

    def run(
        request: Any, text: str, chosen: Sequence[str] | None, first: str, last: str
    ) -> Iterator[tuple[Any, ...]]:
        nothing = hidden(parts.files)
        stop = stops.begin(request)
        going = again.wish_html("compare", chosen or (), first, last, going=True)
        yield working_html(t("調べています…")) + going, [], *nothing
        try:
            need_minutes(page.service.reach())
            states = steps(page.service, text or "", chosen or (), filter_of((), first, last))
            for found, done, stopped in growing(states, stop):
                if found is None:
                    yield again.place("compare"), [], *nothing
                elif not done:
                    yield comparison_html(found), comparison_turns(found), *nothing
                else:
                    html = comparison_html(found, stopped)
                    made_for = again.wish_html("compare", chosen or (), first, last)
                    saved = filled(parts.files, t(TITLE), partial(to_table, found))
                    yield html + made_for, comparison_turns(found), *saved
        except Exception as error:
            yield failed_html(error) + again.place("compare"), [], *nothing

    gr.on(
        [parts.start.click, parts.question.submit],
        takes(run, "Request"),
        inputs=[parts.question, parts.towns, *parts.period],
        outputs=[parts.result, turns, *parts.files],
        **running("compare"),
    )
    stops.wire(parts.stop.click)
