"""How replies are worded: quantities asked for and given."""

from __future__ import annotations

import pytest

from chat.wording import asked_units, plain, quantity_missing
from retriever.question import Kind


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("登録者は何人ですか", {"人"}),
        ("何名の職員が何枚使いましたか", {"人", "枚"}),
        ("How many city employees use it?", {"人"}),
        ("いつからですか", set()),
    ],
)
def test_counters_asked_for(question: str, units: set[str]) -> None:
    """Spelling variants and English are folded."""
    assert asked_units(question) == units


@pytest.mark.parametrize(
    ("kinds", "units", "reply", "missing"),
    [
        (frozenset(), {"人"}, "支援員は民間の人材が担います。令和3年に始めました。", True),
        (frozenset(), {"人"}, "支援員は12名です。", False),
        (frozenset(), {"人"}, "人数は手元にございません。", False),
        (frozenset(), {"回"}, "合計で約3万3000ビューです。", False),
        (frozenset(), {"回"}, "延長は5メートルです。", True),
        (frozenset({Kind.MONEY}), set(), "4分の3を補助します。", False),
        (frozenset({Kind.SHARE}), set(), "改定を検討しています。", True),
        (frozenset(), set(), "検討しています。", False),
    ],
)
def test_a_reply_without_the_quantity(
    kinds: frozenset[Kind], units: set[str], reply: str, missing: bool
) -> None:
    """A reply that has no such number answers nothing, unless it says so itself."""
    assert quantity_missing(kinds, units, plain(reply)) is missing
