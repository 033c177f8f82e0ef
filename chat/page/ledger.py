"""The tab 答弁の約束: what the executive side promised, planned, considered, declined or reported done, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from chat import naming
from chat.commitment_types import Commitment, Count, Grouping, Wanted, kinds_of
from chat.commitment_words import KINDS
from chat.page.narrowing import filter_of, period_fields
from chat.page.parts import (
    QUIET,
    Page,
    event_data,
    failed_html,
    html_block,
    open_record,
    record_pane,
    show_record,
    takes_event,
)
from chat.ports import AnswerService
from chat.render_ledger import introduction_html, summary_html, table_html
from chat.render_record import EMPTY_BESIDE_LIST
from chat.romaji import romanise
from chat.types import Citation
from chat.words import language, t

TITLE = "答弁の約束"

SIZE = 30
"""Statements shown at once."""

OFFICES = 12
"""Offices in the plot; the others are left to the list."""

EVERY = "すべて"
GROUPINGS: dict[str, Grouping] = {"年ごと": "year", "役職ごと": "office", "種類ごと": "kind"}
"""What the plot can be drawn by, as the page and as the ledger call it."""

_COLOURS = ("#197a4b", "#0017c1", "#927200", "#7b3fa0", "#ce0000", "#666666")
"""In the order of `KINDS`; each has 4.5:1 on white, and the bars are also named in the legend and on hover."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The components of the tab."""

    wishes: tuple[Any, ...]
    """Towns, first day, last day, kinds, office, words, open only."""
    show: Any
    grouping: Any
    plot: Any
    summary: Any
    table: Any
    record: Any


def build(page: Page) -> None:
    """Puts the tab into the page."""
    parts = _layout(page.service)
    _wire(page, parts)
    towns, office = parts.wishes[0], parts.wishes[4]
    page.refreshed.append((towns, lambda chosen: _towns(page.service, chosen), [towns]))
    page.refreshed.append((office, lambda chosen: _offices(page.service, chosen), [office]))
    inputs = list(parts.wishes)
    page.refreshed.append((parts.table, lambda *wishes: _drawn(page.service, wishes, 0)[1], inputs))
    page.refreshed.append((parts.summary, lambda *wishes: _drawn(page.service, wishes, 0)[0], inputs))
    page.refreshed.append(
        (parts.plot, lambda *wishes: _plotted(page.service, wishes), [*inputs, parts.grouping])
    )


def _layout(service: AnswerService) -> _Parts:
    import gradio as gr

    html_block(introduction_html(), "答弁の約束の説明")
    with gr.Row():
        towns = gr.Dropdown(
            choices=naming.town_choices(service.towns()),
            multiselect=True,
            label=t("自治体（選ばなければすべて）"),
            min_width=240,  # a row of its own on a phone
        )
        since, until = period_fields()
        office = gr.Dropdown(choices=[(t(EVERY), EVERY)], value=EVERY, label=t("役職"), min_width=160)
    with gr.Row():
        kinds = gr.CheckboxGroup([t(kind) for kind in KINDS], label=t("種類（選ばなければすべて）"), scale=3)
        words = gr.Textbox(
            label=t("ことば"),
            placeholder=t("例: 避難所"),
            max_length=100,
            scale=2,
            min_width=240,
            elem_id="kc-promise-words",
        )
    with gr.Row(elem_classes="kc-row"):
        still = gr.Checkbox(False, label=t("その後の言及がないものだけ"), scale=3, min_width=200)
        show = gr.Button(t("一覧を表示"), variant="primary", scale=1, min_width=128)
    with gr.Accordion(t("件数のグラフ"), open=False):
        grouping = gr.Radio([(t(name), name) for name in GROUPINGS], value="年ごと", label=t("まとめ方"))
        plot = gr.Plot(show_label=False)
    with gr.Row(elem_id="kc-ledger"):
        with gr.Column(scale=3, min_width=320):
            summary = html_block("", "件数と保存", live=True)
            table = html_block("", "答弁の約束の一覧")
        with gr.Column(scale=2, min_width=320):
            record = record_pane(EMPTY_BESIDE_LIST)
    return _Parts(
        (towns, since, until, kinds, office, words, still), show, grouping, plot, summary, table, record
    )


def _wire(page: Page, parts: _Parts) -> None:
    """Listing, turning over, drawing, opening the record of a row."""
    import gradio as gr

    service, inputs = page.service, list(parts.wishes)
    listing: dict[str, Any] = {**QUIET, "concurrency_limit": 4, "concurrency_id": "ledger"}
    asked = gr.on(
        [parts.show.click, parts.wishes[5].submit],
        lambda *wishes: _drawn(service, wishes, 0),
        inputs=inputs,
        outputs=[parts.summary, parts.table],
        **listing,
    )
    for event in (asked.then, parts.grouping.change):
        event(
            lambda *wishes: _plotted(service, wishes),
            inputs=[*inputs, parts.grouping],
            outputs=[parts.plot],
            **listing,
        )

    def turn(event: Any, *wishes: Any) -> tuple[str, str]:
        start = event_data(event).get("offset", "")
        return _drawn(service, wishes, int(start) if start.isdecimal() else 0)

    def show(event: Any) -> str:
        return _opened(service, event_data(event))

    parts.summary.open(takes_event(turn), inputs=inputs, outputs=[parts.summary, parts.table], **listing)
    for block in (parts.table, parts.record):
        block.open(takes_event(show), outputs=[parts.record], trigger_mode="always_last", **listing)


def wanted_of(
    towns: Sequence[str] | None,
    since: str | None,
    until: str | None,
    kinds: Sequence[str] | None,
    office: str | None,
    words: str | None,
    still: bool,
) -> Wanted:
    """What the fields ask for. Raises SettingsError for a date that cannot be read."""
    filters = filter_of(towns, since, until)
    if office and office != EVERY:
        filters = replace(filters, office=office)
    # What a box is called is also what a browser shows when it is pointed at.
    named = {t(kind): kind for kind in KINDS}
    chosen = [named.get(kind, kind) for kind in kinds or ()]
    return Wanted(filters, kinds_of(chosen), (words or "").strip(), bool(still))


def _drawn(service: AnswerService, wishes: Sequence[Any], offset: int) -> tuple[str, str]:
    """(line with files and pages, table)."""
    try:
        wanted = wanted_of(*wishes)
        total = service.ledger.count(wanted)
        offset = offset if 0 <= offset < total else 0
        found = service.ledger.find(wanted, "newest", SIZE, offset)
    except Exception as error:
        return failed_html(error), ""
    return summary_html(wanted, total, offset, SIZE), table_html(found)


def _plotted(service: AnswerService, wishes: Sequence[Any]) -> Any:
    *rest, grouping = wishes
    try:
        by = GROUPINGS.get(grouping, "year")
        counts = service.ledger.counts(wanted_of(*rest), by)
    except Exception:
        return None  # the list beside it says what is wrong
    return figure(counts, by)


def _group_name(group: str, by: Grouping) -> str:
    if by == "kind":
        return t(group)
    if by == "year":
        return t("{year}年", year=group)
    return group if language() == "ja" else romanise(group) or group


def figure(counts: Sequence[Count], by: Grouping) -> Any:
    """Stacked bars: how many of each kind by year, by the offices with most, or by kind alone."""
    import plotly.graph_objects as go

    if not counts:
        return None
    missing = t("役職の記載なし") if by == "office" else t("日付なし")
    groups = list(dict.fromkeys(count.group for count in counts))[: OFFICES if by == "office" else None]
    names = [_group_name(group, by) if group else missing for group in groups]
    shown = go.Figure()
    for kind, colour in zip(KINDS, _COLOURS, strict=True):
        numbers = {count.group: count.number for count in counts if count.kind == kind}
        shown.add_bar(
            x=names,
            y=[numbers.get(group, 0) for group in groups],
            name=t(kind),
            marker={"color": colour},
            hovertemplate="%{x} " + t(kind) + " %{y:,}<extra></extra>",
        )
    shown.update_layout(
        barmode="stack", height=360, margin={"l": 56, "r": 16, "t": 16, "b": 80}, font={"size": 14},
        yaxis={"title": t("件数"), "rangemode": "tozero"}, xaxis={"type": "category"},
        paper_bgcolor="#ffffff", plot_bgcolor="#ffffff", legend={"orientation": "h", "y": 1.12, "traceorder": "normal"},
    )  # fmt: skip
    return shown


def _opened(service: AnswerService, data: dict[str, str]) -> str:
    """The record of a statement with its words highlighted, or of a later exchange."""
    number = data.get("statement", "")
    if not number:
        return open_record(service, (), data)
    try:
        one = service.ledger.get(int(number)) if number.isdecimal() else None
        citation = _citation(service, one) if one else None
    except Exception as error:
        return failed_html(error)
    return show_record(service, one.exchange_id if one else "", citation, focus=True)


def _citation(service: AnswerService, one: Commitment) -> Citation | None:
    """The citation of a statement, so that the record marks its words."""
    stored = service.exchange(one.exchange_id)
    if stored is None:
        return None
    return Citation(
        mark=1,
        exchange_id=one.exchange_id,
        source_id=one.source_id,
        source=one.source,
        quote=one.quote,
        spans=one.spans,
        speaker=one.speaker,
        meeting=stored.meeting,
        topic=one.topic,
        page=one.page,
        url=stored.source.url,
        role=one.role,
    )


def _towns(service: AnswerService, chosen: Sequence[str] | None) -> Any:
    import gradio as gr

    names = service.towns()
    return gr.Dropdown(
        choices=naming.town_choices(names), value=[town for town in chosen or () if town in names]
    )


def _offices(service: AnswerService, chosen: str | None) -> Any:
    import gradio as gr

    try:
        names = service.ledger.offices()[:500]
    except Exception:
        names = []
    choices = [(t(EVERY), EVERY), *((naming.office(name), name) for name in names)]
    return gr.Dropdown(choices=choices, value=chosen if chosen in names else EVERY)
