"""The last gate: a citation that the stored record does not bear out is never shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chat.citations import cite, verified
from chat.extractive import Quote
from corpus.types import Exchange, Meeting, Municipality, Source, Speaker, StoredExchange, Turn

TEXT = "委員 備蓄は。\n部長 水を備えた。"
REPLY = Turn(Speaker("", "部長", "executive"), "水を備えた。", ((11, 17),), page=2)
QUESTION = Turn(Speaker("", "委員", "member"), "備蓄は。", ((3, 7),))
STORED = StoredExchange(
    Exchange("abc", "備蓄", "answered", (QUESTION,), (REPLY,)),
    Meeting(Municipality("132080", "調布市", "東京都"), "調布市議会", date="2024-03-07"),
    Source("s1", "a.txt", "/a.txt", "0", "text/plain", "verbatim", "1", "2026-01-01"),
    minutes_id=1,
    position=0,
)
QUOTE = Quote("answer", 0, REPLY, "水を備えた。", ((11, 17),))


class Texts:
    """A store with one stored text."""

    def minutes_text(self, minutes_id: int) -> tuple[str, int]:
        return TEXT, 0


def test_a_right_citation_passes_with_town_date_office_and_page() -> None:
    """What is shown is what the record has."""
    citation = cite(QUOTE, STORED, 1)
    assert verified([citation], STORED, Texts()) == [citation]
    assert (citation.quote, citation.speaker.office, citation.meeting.date, citation.page) == (
        "水を備えた。",
        "部長",
        "2024-03-07",
        2,
    )


@pytest.mark.parametrize(
    "fault",
    [
        {"quote": "水を備えました。"},
        {"spans": ((10, 16),)},
        {"quote": " ", "spans": ((10, 11),)},
        {"speaker": Speaker("", "市長", "executive")},
        {"meeting": replace(STORED.meeting, date="2023-03-07")},
        {"role": "question"},
        {"source_id": "s2"},
    ],
    ids=["changed word", "shifted span", "blank", "other office", "other date", "other side", "other source"],
)
def test_a_wrong_citation_is_withheld(fault: dict[str, object], caplog: pytest.LogCaptureFixture) -> None:
    """Each fault alone is enough, and it is logged as a defect."""
    wrong = replace(cite(QUOTE, STORED, 1), **fault)  # type: ignore[arg-type]
    assert verified([wrong], STORED, Texts()) == []
    assert "withheld" in caplog.text
