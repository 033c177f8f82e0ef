"""The words around the quotations: where they come from is said once."""

from __future__ import annotations

import pytest
from chat_fake import cite
from made_record import stored

from chat.framing import compose
from chat.offices_en import office_en


def test_where_it_comes_from_is_said_once_below_all_that_comes_from_there() -> None:
    """Two exchanges with one office on one day stand above one line; another town's, and the first again after it, have their own."""
    chofu = stored("a.pdf", "調布市", "花壇", "いかがか。", "花壇を増やします。")
    again = stored("a.pdf", "調布市", "街路樹", "いかがか。", "街路樹を植えます。")
    other = stored("b.pdf", "府中市", "花壇", "いかがか。", "花壇はありません。")
    blocks = [
        [cite(item, item.exchange.answer_text, mark)]
        for mark, item in enumerate([chofu, again, other, chofu], 1)
    ]
    assert compose(blocks, False, str) == (
        "「花壇を増やします。」[1]\n\n"
        "「街路樹を植えます。」[2]\n"
        "— 調布市議会 令和6年3月7日 行政経営部長\n\n"
        "「花壇はありません。」[3]\n"
        "— 府中市議会 令和6年3月7日 行政経営部長\n\n"
        "「花壇を増やします。」[4]\n"
        "— 調布市議会 令和6年3月7日 行政経営部長"
    )


def test_the_line_below_a_quotation_names_the_session_only_where_no_day_is_known() -> None:
    """A day and a body name a meeting; without the day the session must."""
    for day, line in (
        ("2024-03-07", "— 調布市議会 令和6年3月7日 行政経営部長"),
        ("2024-03", "— 調布市議会 令和6年第1回定例会 2024-03 行政経営部長"),
        ("", "— 調布市議会 令和6年第1回定例会 行政経営部長"),
    ):
        item = stored("a.pdf", "調布市", "花壇", "いかがか。", "花壇を増やします。", day=day)
        quoted = [[cite(item, item.exchange.answer_text, 1)]]
        assert compose(quoted, False, str).splitlines()[1] == line
        assert ("1st regular session of 2024" in compose(quoted, True, str)) == (day != "2024-03-07")


@pytest.mark.parametrize(
    ("office", "english"),
    [
        ("市長", "市長 (mayor)"),
        ("６番議員", "６番議員 (councillor, seat 6)"),
        ("委員", "委員 (committee member)"),
        ("総務部長", "総務部長 (reading)"),
        ("CIO", "CIO"),
    ],
)
def test_an_office_in_english(office: str, english: str) -> None:
    """One English word where there is one; any other title is read out."""
    assert office_en(office, lambda _: "reading") == english
