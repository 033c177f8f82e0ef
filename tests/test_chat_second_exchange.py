"""A further exchange that is nearly as sure as the best one is quoted beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from small_store import put

from chat.answers.quoting import asks_for_several, with_next
from chat.service import Service
from corpus.types import OUTLINE, Speaker
from retriever.types import Filter


@pytest.mark.parametrize(
    ("second", "further"),
    [
        (
            ("", "井戸の水質検査の頻度を伺います。", "井戸の水質検査は毎月です。"),
            ["井戸の水質検査は毎月です。"],
        ),
        (("", "駅前の駐輪場の料金を伺います。", "料金は100円です。"), []),
    ],
)
def test_a_second_exchange_that_is_nearly_as_sure_is_quoted_too(
    service: Service, second: tuple[str, str, str], further: list[str]
) -> None:
    """Of two exchanges on one matter the one found second often holds the answer; one on another matter never does."""
    well = ("", "井戸の水質検査を伺います。", "井戸の水質検査は専門の業者が行います。")
    put(
        service, "a", [well, second, ("ごみ", "ごみの曜日を伺います。", "ごみの収集は火曜日です。")], "青山市"
    )
    quoted = {citation.quote for citation in service.ask("青山市の井戸の水質検査の状況は。").citations}
    assert quoted == {"井戸の水質検査は専門の業者が行います。", *further}


def test_a_long_reply_leaves_room_for_the_exchange_that_is_nearly_as_sure(service: Service) -> None:
    """What is asked may stand in the second exchange: the first is cut to sentences that leave a place for it."""
    long = "".join(
        f"井戸の水質検査は{place}{'の井戸を専門の業者が丁寧に調べ' * 6}ています。" for place in "東西南北"
    )
    put(
        service,
        "a",
        [
            ("", "井戸の水質検査を伺います。", long),
            ("", "井戸の水質検査の頻度を伺います。", "井戸の水質検査は毎月です。"),
        ],
        "青山市",
    )
    (asked, *_) = service._reader.read("青山市の井戸の水質検査の状況は。", (), Filter(), date(2026, 4, 1))
    readings = [
        replace(reading, preference=1.0, confidence=0.5)
        for reading in service.answerer.readings(asked, service._finder.find(asked))
    ]
    best = max(readings, key=lambda reading: len(reading.scored))
    first, second = with_next(best, readings, asked, service.answerer.parameters)
    assert [item.sentence.text for item in second.chosen] == ["井戸の水質検査は毎月です。"]
    assert 0 < sum(len(item.sentence.text) for item in first.chosen) <= 340 < len(long)


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("井戸の検査をする職員は年に何人、井戸の見回りをする職員は年に何人ですか。", True),
        ("井戸の検査をする職員は年に何人ですか。", False),
    ],
)
def test_what_is_asked_of_two_things_may_stand_in_two_exchanges(
    service: Service, question: str, both: bool
) -> None:
    """However sure the first exchange is, it tells nothing of the other thing."""
    put(
        service,
        "a",
        [
            ("", "井戸の検査をする職員を伺います。", "井戸の検査をする職員は年に9人です。"),
            ("", "井戸の見回りをする職員を伺います。", "井戸の見回りをする職員は年に4人です。"),
            ("", "駅前の駐輪場の料金を伺います。", "料金は100円です。"),
        ],
        "青山市",
    )
    quoted = "".join(citation.quote for citation in service.ask(question).citations)
    assert ("9人" in quoted, "4人" in quoted) == (True, both)


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("感染症の影響について、課長や局長は何と答えていますか。", True),
        ("縦割りについて、委員たちからどんな声が出ましたか。", True),
        ("感染症の影響について、課長は何と答えていますか。", False),
        ("縦割りについて、委員からどんな声が出ましたか。", False),
    ],
)
def test_who_asks_for_several_people_asks_for_several_replies(question: str, several: bool) -> None:
    """One exchange holds the reply of one of them."""
    assert asks_for_several(question) is several


def test_another_towns_exchange_is_not_quoted_beside_one_towns(service: Service) -> None:
    """Who names no town and asks for none is answered by one: what another says would be read as the same town's."""
    put(
        service, "a", [("", "井戸の水質検査を伺います。", "井戸の水質検査は専門の業者が行います。")], "青山市"
    )
    put(service, "b", [("", "井戸の水質検査の頻度を伺います。", "井戸の水質検査は毎月です。")], "赤川市")
    citations = service.ask("井戸の水質検査はどのようにしていますか。").citations
    assert len({citation.meeting.town for citation in citations}) == 1


def test_of_two_things_one_may_be_told_by_another_town(service: Service) -> None:
    """Each town tells of its own: who asks how many of each are short is shown both."""
    put(
        service,
        "a",
        [("", "井戸の検査をする職員を伺います。", "井戸の検査をする職員は年に9人です。")],
        "青山市",
    )
    put(
        service,
        "b",
        [("", "井戸の見回りをする職員を伺います。", "井戸の見回りをする職員は年に4人です。")],
        "赤川市",
    )
    question = "井戸の検査をする職員は年に何人、井戸の見回りをする職員は年に何人ですか。"
    quoted = "".join(citation.quote for citation in service.ask(question).citations)
    assert "9人" in quoted
    assert "4人" in quoted


@pytest.mark.parametrize(("confidence", "both"), [(0.8, True), (0.5, True), (0.45, False)])
def test_a_surer_exchange_is_quoted_beside_the_preferred_one(
    service: Service, confidence: float, both: bool
) -> None:
    """Less speaks for it beside the others (one in twenty), but it answers no less surely: it may be the one of the year that is meant."""
    put(service, "a", [("", "井戸の水質検査を伺います。", "井戸の水質検査は毎年です。")], "青山市")
    put(
        service,
        "b",
        [("", "井戸の水質検査を伺います。", "井戸の水質検査は毎月です。")],
        "青山市",
        date="2019-03-07",
    )
    (asked, *_) = service._reader.read("青山市の井戸の水質検査の頻度は", (), Filter(), date(2026, 4, 1))
    first, second = service.answerer.readings(asked, service._finder.find(asked))
    best = replace(first, preference=12.0, confidence=0.5)
    other = replace(second, preference=9.0, confidence=confidence)
    kept = with_next(best, [best, other], asked, service.answerer.parameters)
    assert [reading.quoted for reading in kept] == [first.quoted, *([second.quoted] if both else [])]


def test_beside_an_item_of_the_outline_stands_no_other(service: Service) -> None:
    """Protects: who asked who replied to 通告1(2) was shown the reply to 1(1) as well."""
    pairs = [("", "井戸の水質検査を伺います。", f"井戸の水質検査は{how}です。") for how in ("毎年", "毎月")]
    put(service, "a", pairs, "青山市")
    question = "青山市の通告1(2)の井戸の水質検査に答弁したのは誰ですか"
    (asked, *_) = service._reader.read(question, (), Filter(), date(2026, 4, 1))
    readings = []
    for number, reading in enumerate(service.answerer.readings(asked, service._finder.find(asked)), 1):
        stored = reading.found.stored
        exchange = replace(stored.exchange, notes=((OUTLINE, f"1({number})"),))
        found = replace(reading.found, stored=replace(stored, exchange=exchange))
        readings.append(replace(reading, found=found, preference=1.0, confidence=0.5))
    first, second = readings
    assert len(with_next(first, readings, asked, service.answerer.parameters)) == 2
    assert with_next(second, readings, asked, service.answerer.parameters) == [second]


@pytest.mark.parametrize(("behind", "shown"), [(0.7, 2), (1.2, 1)])
def test_a_second_exchange_is_nearly_as_likely(service: Service, behind: float, shown: int) -> None:
    """Of two exchanges the second is quoted with one chance of three, and left among those found with less than one of four."""
    pairs = [("", "井戸の水質検査を伺います。", f"井戸の水質検査は{how}です。") for how in ("毎年", "毎月")]
    put(service, "a", pairs, "青山市")
    (asked, *_) = service._reader.read("青山市の井戸の水質検査の頻度は", (), Filter(), date(2026, 4, 1))
    first, second = service.answerer.readings(asked, service._finder.find(asked))
    best = replace(first, preference=12.0, confidence=0.8)
    other = replace(second, preference=12.0 - behind, confidence=0.6)
    assert len(with_next(best, [best, other], asked, service.answerer.parameters)) == shown


@pytest.mark.parametrize(("places", "shown"), [(1, 2), (2, 1)])
def test_beside_an_exchange_that_comes_back_to_the_matter_less_is_quoted(
    service: Service, places: int, shown: int
) -> None:
    """Of an exchange that is about what is asked several places are quoted; of one that touches it, one. Both have two of three chances."""
    between = (
        "駅前の駐輪場の料金は、これまでどおり一日につき百円とすることを三月の会議で決めたところです。" * 2
    )
    pairs = [
        ("", "井戸の水質検査を伺います。", f"井戸の水質検査は毎年です。{between}井戸の検査は業者がします。"),
        ("", "井戸の水質検査を伺います。", "井戸の水質検査は毎月です。"),
    ]
    put(service, "a", pairs, "青山市")
    (asked, *_) = service._reader.read("青山市の井戸の水質検査の頻度は", (), Filter(), date(2026, 4, 1))
    readings = service.answerer.readings(asked, service._finder.find(asked))
    first, second = sorted(readings, key=lambda reading: -len(reading.scored))
    apart = (first.scored[0], first.scored[-1])
    best = replace(first, chosen=apart[:places], preference=10.7, confidence=0.8)
    other = replace(second, preference=10.0, confidence=0.6)
    assert len(with_next(best, [best, other], asked, service.answerer.parameters)) == shown


@pytest.mark.parametrize(("who", "shown"), [("市", 2), ("総務部長", 1)])
def test_beside_the_one_who_is_asked_for_stands_no_other_one(service: Service, who: str, shown: int) -> None:
    """Protects: who asked what a 部長 said was shown the mayor's reply to another question too."""
    put(service, "a", [("", "井戸の水質検査を伺います。", "井戸の水質検査は毎年です。")], "青山市")
    mayor = Speaker("沢田", "市長", "executive")
    put(
        service,
        "b",
        [("", "井戸の水質検査を伺います。", "井戸の水質検査は毎月です。")],
        "青山市",
        chief=mayor,
    )
    question = f"青山市の井戸の水質検査について、{who}はどう答えたか"
    (asked, *_) = service._reader.read(question, (), Filter(), date(2026, 4, 1))
    readings = service.answerer.readings(asked, service._finder.find(asked))
    readings = [replace(reading, preference=1.0, confidence=0.8) for reading in readings]
    best = next(reading for reading in readings if "毎年" in reading.quoted)
    assert len(with_next(best, readings, asked, service.answerer.parameters)) == shown


def test_what_is_quoted_first_stands_first_among_what_was_found(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects: the exchange that goes before the others but is not sure enough to be quoted stood first in the list beside the answer."""
    pairs = [("", "井戸の水質検査を伺います。", f"井戸の水質検査は{how}です。") for how in ("毎年", "毎月")]
    put(service, "a", pairs, "青山市")
    (asked, *_) = service._reader.read("青山市の井戸の水質検査の頻度は", (), Filter(), date(2026, 4, 1))
    found = service._finder.find(asked)
    preferred, sure = service.answerer.readings(asked, found)
    weighed = [
        replace(preferred, preference=9.0, confidence=0.2),
        replace(sure, preference=8.0, confidence=0.9),
    ]
    monkeypatch.setattr(service.answerer, "_weighed", lambda *_: weighed)
    draft = service.answerer.draft(asked, found)
    assert [citation.exchange_id for citation in draft.citations] == [sure.found.stored.exchange.id]
    assert draft.order == (sure.found.stored.exchange.id, preferred.found.stored.exchange.id)


@pytest.mark.parametrize(("confidence", "shown"), [(0.6, 1), (0.8, 2)])
def test_an_explanation_stands_beside_a_reply_where_it_is_as_sure(
    service: Service, confidence: float, shown: int
) -> None:
    """Protects: the heading of a plan (・DX推進計画) was quoted behind the reply that tells of the plan."""
    pairs = [("", "井戸の水質検査を伺います。", f"井戸の水質検査は{how}です。") for how in ("毎年", "毎月")]
    put(service, "a", pairs, "青山市")
    (asked, *_) = service._reader.read("青山市の井戸の水質検査の頻度は", (), Filter(), date(2026, 4, 1))
    first, second = service.answerer.readings(asked, service._finder.find(asked))
    best = replace(first, preference=12.0, confidence=0.8)
    features = replace(second.features, statement=1.0)
    other = replace(second, preference=12.0, confidence=confidence, features=features)
    assert len(with_next(best, [best, other], asked, service.answerer.parameters)) == shown
