"""The last gate: a citation that the stored record does not bear out is never shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from small_store import put

from chat.answers.citations import cite, verified
from chat.answers.extractive import Quote
from chat.page.conversation_files import markdown
from chat.render.answers import ShownTurn, copy_text, quotations_html
from chat.service import Service
from chat.settings import Settings
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
QUOTE = Quote("answer", REPLY, "水を備えた。", ((11, 17),))


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


def test_a_quotation_out_of_an_endless_sentence_says_so(tmp_path: Path) -> None:
    """Protects: a reply that runs on for 50,000 characters without a full stop was quoted whole; what is quoted of it stands at its
    place, letter for letter, with … outside the quotation."""
    filling = "水を配り、毛布を配り、"
    reply = filling * 2300 + "移動図書館の巡回は三か所を増やし、" + filling * 2300 + "終えました。"
    service = Service.open(Settings(store=tmp_path, encoder="none"))
    put(service, "a", [("巡回", "移動図書館の巡回はどうなりますか。", reply)], "青山市")
    answer = service.ask("移動図書館の巡回は何か所増やしますか")
    (citation,) = answer.citations
    assert len(citation.quote) < 500
    assert "移動図書館の巡回は三か所を増やし、" in citation.quote
    assert citation.quote in reply
    assert citation.torn == (True, True)
    assert answer.text.startswith(f"…「{citation.quote}」…[1]\n— 青山市議会")
    assert copy_text(citation).startswith(f"…「{citation.quote}」…（青山市議会")
    assert f">…「{citation.quote}」…<button" in quotations_html(answer, 0)
    assert markdown([ShownTurn(answer.question, answer)], date(2026, 1, 1)).count("\n> …「") == 1
