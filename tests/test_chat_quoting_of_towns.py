"""Which towns an answer across towns shows, and how much of each, from readings made by hand."""

from __future__ import annotations

from dataclasses import replace

from small_store import meeting, minutes, source

from chat.answers.drafts import Parameters, Reading
from chat.answers.evidence import Asking, Features
from chat.answers.extractive import Scored
from chat.answers.quoting import of_each_town
from chat.answers.said import Sentence
from chat.answers.towns import READ_PER_TOWN, READ_TOWNS, Quota
from chat.types import FoundExchange, town_of
from corpus.selection import EVERYTHING
from corpus.types import StoredExchange
from retriever.asked import Question
from retriever.terms import Terms
from retriever.types import Hit, SearchQuery

NOTHING = Features(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
THRESHOLD = 0.37
SENTENCES = ("果樹の網の購入を補助します。", "果樹の見回りを委託します。")


def reading(town: str, confidence: float, preference: float, score: float, *sentences: str) -> Reading:
    """One exchange of a town, all of whose sentences answer alike."""
    said = sentences or SENTENCES
    made = minutes(f"{town}{preference}", [("", "果樹はどうしますか。", "".join(said))], meeting(town))
    exchange = made.exchanges[0]
    turn, start, scored = exchange.answers[0], 0, []
    for each in said:
        sentence = Sentence("answer", turn, start, start + len(each))
        scored.append(Scored(sentence, 1.0, 1.0, 0.0, True, False))
        start += len(each)
    stored = StoredExchange(exchange, made.meeting, source(town), 1, 0)
    found = FoundExchange(Hit(1, score, exchange.id), stored)
    asking = Asking(1.0, 0.0, 0.0, 0.0)
    return Reading(found, tuple(scored), NOTHING, confidence, asking, preference, tuple(scored))


def shown(readings: list[Reading], named: bool) -> dict[str, int]:
    """Characters quoted of each town."""
    text = "果樹の食害への対策を市ごとに知りたい。"
    asked = Question(text, Terms({}, {}, {}, 1), SearchQuery(text), EVERYTHING, frozenset(), across=True)
    out: dict[str, int] = {}
    for one in of_each_town(readings, asked, Parameters(), THRESHOLD, named):
        town = town_of(one.found.stored)
        out[town] = out.get(town, 0) + len(one.quoted)
    return out


def test_a_named_town_is_shown_by_whichever_of_its_exchanges_is_found_as_easily() -> None:
    """Protects: the one preferred was found less easily than the other town's, and the town was left out."""
    first = reading("青山市", 0.6, 9.0, 0.2)
    preferred, found = reading("赤川町", 0.3, 6.0, 0.1), reading("赤川町", 0.5, 5.0, 0.16)
    assert set(shown([first, preferred, found], named=True)) == {"青山市", "赤川町"}
    assert set(shown([first, preferred], named=True)) == {"青山市"}
    # Who names no town asks which one speaks of it.
    assert set(shown([first, replace(preferred, confidence=0.2), found], named=False)) == {"青山市"}


def test_a_town_that_is_less_sure_is_shown_in_brief() -> None:
    """Between `NEXT_TOWN` and `AT_LENGTH` of the best; of a named town nobody doubts that it is asked for."""
    long = tuple(
        f"第{i}地区の果樹の食害への対策として防鳥網の購入の費用の半分を補助しています。" for i in range(5)
    )
    first = reading("青山市", 0.8, 9.0, 0.2, *long)
    sure, less, least = (reading("赤川町", confidence, 6.0, 0.2, *long) for confidence in (0.5, 0.44, 0.39))
    assert shown([first, sure], named=False)["赤川町"] > 150
    assert 0 < shown([first, less], named=False)["赤川町"] <= 120
    assert "赤川町" not in shown([first, least], named=False)
    assert shown([first, less], named=True)["赤川町"] > 150


def test_the_fourth_exchange_of_a_town_is_read() -> None:
    quota = Quota(READ_PER_TOWN, READ_TOWNS)
    for _ in range(3):
        quota.took("青山市")
    assert quota.wants("青山市")
    quota.took("青山市")
    assert not quota.wants("青山市")
