"""How far a store reaches: exchanges, statements, towns and days of what a selection leaves of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from small_store import meeting, minutes, passages_of, source

from corpus.selection import Selection
from corpus.store import Store
from corpus.types import Meeting

PAIRS = [("歩道", "歩道を広げますか。", "来年度に広げます。"), ("", "", "開会します。")]


def test_reach_counts_what_a_selection_leaves(tmp_path: Path) -> None:
    """The figures of 「n件の質疑を調べました」; a meeting known only by fiscal year counts for that year."""
    store = Store.open(tmp_path)
    store.put(source("a"), [minutes("a", PAIRS, meeting(date="2021-06-03"))], passages_of)
    store.put(
        source("b"), [minutes("b", PAIRS, replace(meeting("緑市"), date="", fiscal_year=2022))], passages_of
    )
    store.put(source("c"), [minutes("c", PAIRS, Meeting())], passages_of)
    everything = store.reach()
    assert (everything.exchanges, everything.statements, everything.towns) == (3, 3, ("緑市", "青山市"))
    assert everything.unnamed == 1
    assert store.reach(Selection(towns=("緑市",))).unnamed == 0
    assert (everything.first_date, everything.last_date) == ("2021-06-03", "2023-03-31")
    assert store.reach(Selection(since="2022-01-01", until="2022-12-31")).towns == ("緑市",)
    assert store.reach(Selection(since="2023-04-01")).exchanges == 0
    assert store.reach(Selection(office="総務", side="executive")).exchanges == 3
    assert store.reach(Selection(office="総務", side="member")).exchanges == 0


def test_what_names_no_town_is_counted_among_what_there_is(tmp_path: Path) -> None:
    """Protects: the head of the page counted it as the towns'; of minutes without any exchange their statements count."""
    store = Store.open(tmp_path)
    store.put(source("a"), [minutes("a", [("", "", "報告します。")] * 2, Meeting())], passages_of)
    assert store.reach().unnamed == 2
    store.put(source("b"), [minutes("b", PAIRS)], passages_of)
    assert (store.reach().exchanges, store.reach().unnamed) == (1, 0)
