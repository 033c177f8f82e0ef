"""Which parts of the page are drawn on which occasion, and which drawing counts; without a browser."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import Any

import chat_fake
import gradio as gr
from made_record import stored

from chat.page import documents
from chat.page import ledger as promises
from chat.page.parts import Page
from chat.page.redrawing import View, _drawn
from chat.page.runs import Keeping
from retriever.types import Filter


def test_only_what_is_seen_is_drawn_and_only_once_a_state() -> None:
    """The header and the tab in view; the others keep their places among the outputs. A part with a state of its own is drawn again
    when that is another."""
    store, ledger, drawn = SimpleNamespace(generation=1), SimpleNamespace(read=None), []
    page = Page(store, 1, Keeping())  # type: ignore[arg-type]

    def draw(name: str, *values: str) -> Any:
        drawn.append(name)
        return [f"{name} of {value}" for value in values] or name

    page.refresh(["header"], partial(draw, "head"))
    page.tab = 0
    page.refresh(["welcome"], partial(draw, "talk"))
    page.tab = 1
    page.refresh(
        ["line", "table"], lambda _, *values: draw("list", *values), ["towns", "kinds"], lambda: ledger.read
    )
    view, none = View(), gr.skip()

    def event() -> list[Any]:
        mine = SimpleNamespace(session_hash="mine")
        return list(_drawn(store, page.refreshed, mine, view, ["調布市", "検討"]))  # type: ignore[arg-type]

    assert event() == ["head", "talk", none, none]
    assert event() == [none, none, none, none]
    view.tab = 1
    assert event() == [none, none, "list of 調布市", "list of 検討"]
    store.generation = 2
    assert event() == ["head", none, "list of 調布市", "list of 検討"]
    ledger.read = (1, 2)
    assert event() == [none, none, "list of 調布市", "list of 検討"]
    view.tab = 0
    assert event() == [none, "talk", none, none]
    assert drawn == ["head", "talk", "list", "head", "list", "list", "talk"]


def test_tabs_drawn_at_another_state_of_the_store_are_not_said_to_be_drawn() -> None:
    """Those drawn at this state are said together: a browser that takes two messages for one misses none."""
    view = View()
    assert [view.drew(3, 1), view.drew(0, 1), view.drew(2, 2)] == [[3], [0, 3], [2]]


class EndsMeanwhile(chat_fake.NoPromises):
    """A ledger whose table is ready when it has been asked twice how far that is."""

    asked = 0

    def behind(self) -> tuple[int, int] | None:
        self.asked += 1
        return (1, 2) if self.asked <= 2 else None

    def offices(self, filters: Filter = Filter()) -> list[str]:
        return ["市長"]


def test_a_list_of_promises_that_is_ready_between_two_parts_of_the_tab() -> None:
    """The offices to choose from come with the table, though it was not ready when theirs was the turn: as long as one of them waits,
    the browser asks again."""
    service, view = chat_fake.service(), View()
    service.ledger = EndsMeanwhile()
    page = Page(service, 1, Keeping(), tab=0)
    with gr.Blocks():
        promises.build(page)
    values = [one.value for part in page.refreshed for one in part.inputs]
    mine = SimpleNamespace(session_hash="mine")
    choices: list[Any] = []
    again = True
    while again:
        shown = list(_drawn(service, page.refreshed, mine, view, values))
        choices += [one.choices for one in shown if isinstance(one, gr.Dropdown)]
        html = "".join(one for one in shown if isinstance(one, str))
        again = "data-again" in html if html else again  # what is not drawn anew stays
    assert choices[-1] == [("すべて", "すべて"), ("市長", "市長")]


def test_a_list_that_is_turned_over_while_it_is_drawn_anew_stays_turned_over() -> None:
    """Reported as a row that never came: what is drawn after a change of the store was asked for before the list was turned over,
    begins after it and is shown after it."""
    service, view = chat_fake.service(), View(tab=0)
    service.items = [
        stored(f"{n:02}.txt", "調布市", "花壇", "いかがか。", "花壇を増やします。") for n in range(52)
    ]
    page = Page(service, 1 << 20, Keeping(), tab=0)
    with gr.Blocks() as blocks:
        documents.build(page)
    asked = [one.value for part in page.refreshed for one in part.inputs]
    mine = SimpleNamespace(session_hash="mine")
    turn = next(one for one in blocks.fns.values() if one.name == "turn")
    event = SimpleNamespace(_data={"offset": "50"})
    turned = turn.fn(event, mine, *(one.value for one in turn.inputs))
    assert "52件の資料のうち51〜52件目" in str(turned)
    (drawn,) = _drawn(service, page.refreshed, mine, view, asked)
    assert "52件の資料のうち51〜52件目" in drawn


def test_what_was_shown_meanwhile_is_not_covered_by_what_was_drawn_before_it() -> None:
    """A list is drawn anew, and the plot beside it takes its time: meanwhile the list is turned over, and stays so. What is not shown is
    drawn again at the next occasion."""
    store, view, none = SimpleNamespace(generation=1), View(tab=0), gr.skip()
    page, mine = Page(store, 1, Keeping(), tab=0), SimpleNamespace(session_hash="mine")  # type: ignore[arg-type]
    newest = page.refresh(["list"], lambda: "first page")

    def plot() -> str:
        assert newest(mine, lambda: "second page") == "second page"
        return "plot"

    page.refresh(["plot"], plot)
    assert _drawn(store, page.refreshed, mine, view, []) == [none, "plot"]  # type: ignore[arg-type]
    assert _drawn(store, page.refreshed, mine, view, []) == ["first page", none]  # type: ignore[arg-type]
