"""Which of several exchanges goes first: not the one that holds the words only because it is long."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from small_store import put, quotes

from chat.answers.announcing import announces
from chat.answers.drafts import Reading
from chat.answers.evidence import Features
from chat.answers.preference import NAMES, Preference, preference, shares, weighed
from chat.service import Service
from corpus.types import Exchange, Speaker, Turn

ALIKE = Features(0.6, 0.5, 0.4, 0, 0, 0, 0.9, 0.5, 0, 0, 0, 0.0)


def exchange(asked: str, replied: str) -> Exchange:
    """One question and its reply."""
    member, officer = Speaker("", "議員", "member"), Speaker("", "部長", "executive")
    asking, replying = Turn(member, asked, ((0, len(asked)),)), Turn(officer, replied, ((0, len(replied)),))
    return Exchange("x", "", "answered", (asking,), (replying,))


def test_of_two_that_speak_alike_for_themselves_the_shorter_goes_first() -> None:
    """A long speech holds the words of any question by chance; what is found much more easily goes first all the same."""
    short, long = (
        exchange("備蓄は十分か。", "十分です。"),
        exchange("備蓄は十分か。" * 200, "十分です。" * 400),
    )
    weights = Preference()
    assert preference(ALIKE, short, weights) > preference(ALIKE, long, weights)
    found_last = replace(ALIKE, found=0.1)
    assert preference(found_last, short, weights) < preference(ALIKE, long, weights)


def test_what_lacks_the_telling_words_goes_behind() -> None:
    """Of two on the same school the one that speaks of its pool, which is asked about, goes first."""
    pair, weights = exchange("備蓄は十分か。", "十分です。"), Preference()
    lacks = replace(ALIKE, focus_missing=1.0)
    assert preference(lacks, pair, weights) < preference(ALIKE, pair, weights)


def test_what_announces_the_answer_goes_first() -> None:
    """Of two that speak alike, the one that says 「理由といたしましては」 answers なぜ."""
    pair, weights = exchange("備蓄を増やすのはなぜか。", "増やします。"), Preference()
    assert preference(ALIKE, pair, weights, announced=True) > preference(ALIKE, pair, weights)
    assert announces("増やすのはなぜですか", ["増やします。", "理由といたしましては、地震です。"])
    assert not announces("増やすのはなぜですか", ["増やします。"])
    assert not announces("いつ増やしますか", ["理由といたしましては、地震です。"])


def test_every_weight_has_its_value() -> None:
    """A feature that is renamed must not silently count for nothing."""
    values = weighed(ALIKE, exchange("備蓄は十分か。", "十分です。"))
    assert tuple(values) == NAMES
    assert values["quote_cover"] == ALIKE.quote_cover
    assert values["asked_length"] > 0 < values["replied_length"]


def test_shares_are_chances_of_one_being_the_answer() -> None:
    """A second exchange is quoted by its chance: of two as good each has half, one that is ahead by 2.2 nine times the other's."""
    assert shares([1.0, 1.0]) == [0.5, 0.5]
    assert shares([]) == []
    assert [round(each, 2) for each in shares([4.2, 2.0])] == [0.9, 0.1]


def test_the_preferred_exchange_gives_way_where_it_does_not_answer(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Preference orders what was found; whether it answers is another measure, by which a further exchange may be sure."""
    pairs = [
        ("", "井戸の水質検査を伺います。", "井戸の水質検査は毎月です。"),
        ("", "井戸の水質検査を伺います。", "井戸の水質検査は業者が行います。"),
    ]
    put(service, "a", pairs, "青山市")
    read = service.answerer._weighed

    def weighed_anew(*given: Any) -> list[Reading]:
        first, second = read(*given)
        return [
            replace(first, preference=9.0, confidence=0.1),
            replace(second, preference=1.0, confidence=0.9),
        ]

    _, second = (each.quote for each in service.ask("青山市の井戸の水質検査は").citations)
    monkeypatch.setattr(service.answerer, "_weighed", weighed_anew)
    assert quotes(service.ask("青山市の井戸の水質検査は")) == second
