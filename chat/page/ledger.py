"""The tab 答弁の約束: what the executive side promised, planned, considered, declined or reported done, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from chat import naming
from chat.commitments.kinds import KINDS
from chat.commitments.reading import Statements
from chat.commitments.types import Grouping, Wanted, kinds_of
from chat.notices import NOTHING_LOADED
from chat.page import ledger_files
from chat.page.desk_parts import town_list
from chat.page.ledger_figure import figure
from chat.page.ledger_files import Files, now
from chat.page.narrowing import filter_of, in_the_record, period_fields
from chat.page.newest import Newest, Place
from chat.page.parts import (
    FOLLOWS,
    PRESSES,
    QUIET,
    Page,
    event_data,
    failed_html,
    html_block,
    number_in,
    open_record,
    record_pane,
    said,
    show_record,
    takes,
)
from chat.page.plots import named
from chat.ports import AnswerService, LedgerService
from chat.render.answers import belt
from chat.render.desk import lead_html
from chat.render.ledger import behind_html, summary_html, table_html
from chat.render.record import EMPTY_BESIDE_LIST
from chat.words import t

TITLE = "答弁の約束"

LEAD = (
    "答弁のうち、実施した、実施する、検討する、研究する、難しい、努めると述べた箇所を、記録のことばのまま並べます。"
    "種類は述べたことばだけで分けています。その後の質疑は、同じ自治体で同じ話題が出たものを日付の順に示します。"
)

SIZE = 30
"""Statements shown at once."""

MOST_OFFICES = 500
"""Offices to choose from, those with most statements: a browser draws no longer list at once."""

EVERY = "すべて"
Behind = Callable[[], tuple[int, int] | None]
"""Says how far the table of statements is while it is being made (`chat.commitments.ledger.Ledger.behind`)."""
GROUPINGS: dict[str, Grouping] = {"年ごと": "year", "役職ごと": "office", "種類ごと": "kind"}
"""What the plot can be drawn by, as the page and as the ledger call it."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The components of the tab."""

    wishes: tuple[Any, ...]
    """Towns, first day, last day, kinds, office, words, open only."""
    show: Any
    grouping: Any
    plot: Any
    progress: Any
    summary: Any
    files: Files
    table: Any
    record: Any

    @property
    def office(self) -> Any:
        """The list of offices, which follows the store."""
        return self.wishes[4]

    @property
    def words(self) -> Any:
        """The field for words, which Enter sends."""
        return self.wishes[5]


def build(page: Page) -> None:
    """Puts the tab into the page."""
    parts = _layout(page)
    behind = page.service.ledger.behind
    page.refresh([parts.office], partial(_offices, page.service), [parts.office], behind)
    _wire_list(page, parts)
    _wire_record(page.service, parts)
    ledger_files.wire(page.service, parts.summary, parts.files, TITLE)


def _layout(page: Page) -> _Parts:
    import gradio as gr

    html_block(lead_html("執行部の約束をたどる", LEAD), "答弁の約束の説明")
    with gr.Row():
        # a row of its own on a phone
        towns = town_list(page, "自治体（選ばなければすべて）", several=True, min_width=240)
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
        plot = gr.Plot(show_label=False, elem_classes=FOLLOWS, elem_id="kc-counts")
    with gr.Row(elem_id="kc-ledger"):
        with gr.Column(scale=3, min_width=320):
            progress = html_block("", "一覧の進み具合", live=True, classes=(FOLLOWS,))
            summary = html_block("", "件数と保存", live=True, classes=(FOLLOWS,))
            files = ledger_files.layout()
            table = html_block("", "答弁の約束の一覧", classes=(FOLLOWS,))
        with gr.Column(scale=2, min_width=320):
            record = record_pane(EMPTY_BESIDE_LIST)
    return _Parts(
        (towns, since, until, kinds, office, words, still),
        show,
        grouping,
        plot,
        progress,
        summary,
        files,
        table,
        record,
    )


LISTING: dict[str, Any] = {"concurrency_limit": 4, "concurrency_id": "ledger"}
"""Lists, plots and records drawn at the same time; further ones wait."""


def _wire_list(page: Page, parts: _Parts) -> None:
    """Listing, turning over, the plot."""
    import gradio as gr

    service, inputs, shown = page.service, list(parts.wishes), [parts.progress, parts.summary, parts.table]
    behind = service.ledger.behind
    place = gr.State(Place())
    newest = page.refresh(
        shown, lambda told, at, *wishes: _drawn(service, told, wishes, at), [place, *inputs], behind
    )
    drawn = page.refresh([parts.plot], partial(_plotted, service), [*inputs, parts.grouping], behind)

    def search(request: Any, at: Place, *wishes: Any) -> Any:
        at.offset = 0
        return newest(request, lambda: _drawn(service, behind, wishes, at))

    def turn(event: Any, request: Any, at: Place, *wishes: Any) -> Any:
        at.offset = number_in(event_data(event), "offset") or 0
        return newest(request, lambda: _drawn(service, behind, wishes, at))

    def plot(request: Any, *wishes: Any) -> Any:
        return drawn(request, lambda: _plotted(service, behind, *wishes))

    last: dict[str, Any] = {**QUIET, **LISTING, "trigger_mode": "always_last"}
    asked = gr.on(
        [parts.show.click, parts.words.submit],
        takes(search, "Request"),
        inputs=[place, *inputs],
        outputs=shown,
        **last,
    )
    for event in (asked.then, parts.grouping.change):
        event(takes(plot, "Request"), inputs=[*inputs, parts.grouping], outputs=[parts.plot], **last)
    for turned in (parts.summary.open, parts.table.turn):
        turned(
            takes(turn, "EventData", "Request"), inputs=[place, *inputs], outputs=shown, **PRESSES, **LISTING
        )


def _wire_record(service: AnswerService, parts: _Parts) -> None:
    """Opening the record of a row."""
    newest = Newest()

    def show(event: Any, request: Any) -> Any:
        return newest(request, lambda: _opened(service, event_data(event)))

    for block in (parts.table, parts.record):
        block.open(takes(show, "EventData", "Request"), outputs=[parts.record], **PRESSES, **LISTING)


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


def _listed(service: AnswerService, read: tuple[int, int] | None) -> LedgerService | Statements | None:
    """What is shown: while the table of statements is being made (`read`), what is there meanwhile; None where nothing is."""
    return service.ledger if read is None else service.ledger.standing()


def _drawn(service: AnswerService, behind: Behind, wishes: Sequence[Any], at: Place) -> tuple[str, str, str]:
    """(how far the table of statements is while it is being made, line with files and pages, table); the last two of what is there
    meanwhile, empty where nothing is."""
    try:
        written = wanted_of(*wishes)
        read = behind()
        listed = _listed(service, read)
        progress = "" if read is None else behind_html(read, listed is not None)
        if listed is None:
            return progress, "", ""
        wanted = in_the_record(service, listed, written)
        total = listed.count(wanted)
        if not total and service.reach().empty:
            # Looked at before anything was loaded, which is no error.
            return "", belt(f'<p class="kc-note">{t(NOTHING_LOADED)}</p>'), ""
        offset = at.offset if 0 <= at.offset < total else 0
        found = listed.find(wanted, "newest", SIZE, offset)
    except Exception as error:
        return "", failed_html(error), ""
    summary = summary_html(wanted, total, offset, SIZE, wanted.text != written.text)
    return progress, summary, table_html(found, total, offset, SIZE)


def _plotted(service: AnswerService, behind: Behind, *wishes: Any) -> Any:
    import gradio as gr

    *rest, grouping = wishes
    drawn = None
    try:
        by = GROUPINGS.get(grouping, "year")
        listed = _listed(service, behind())
        made = None
        if listed:
            made = figure(listed.counts(in_the_record(service, listed, wanted_of(*rest)), by), by)
        drawn = made and named(made, f"{t(TITLE)}_{t(grouping)}")
    except Exception as error:
        said(error)  # for the log; the list beside it tells the user
    return gr.Plot(value=drawn, visible=drawn is not None)


def _opened(service: AnswerService, data: dict[str, str]) -> str:
    """The record of a statement with its words highlighted, or of a later exchange."""
    if "statement" not in data:
        return open_record(service, (), data)
    number = number_in(data, "statement")
    try:
        one = now(service.ledger).get(number) if number is not None else None
        citation = service.recite(one.exchange_id, one.role, one.spans, one.quote) if one else None
    except Exception as error:
        return failed_html(error)
    return show_record(service, one.exchange_id if one else "", citation, focus=True)


def _offices(service: AnswerService, behind: Behind, chosen: str | None) -> Any:
    import gradio as gr

    try:
        listed = _listed(service, behind())
        if listed is None:
            return gr.skip()
        names = listed.offices()[:MOST_OFFICES]
    except Exception as error:
        said(error)  # for the log; the list under it tells the user
        names = []
    choices = [(t(EVERY), EVERY), *((naming.office(name), name) for name in names)]
    # What is chosen while this is on its way stays: the value is sent only where the chosen office has gone.
    gone = {} if chosen in (EVERY, *names) else {"value": EVERY}
    return gr.Dropdown(choices=choices, **gone)
