"""What an answer leads on to, and what is said of the record after it: over the sample minutes and a small service."""

from __future__ import annotations

import chat_fake
import made_record

from chat.follow_ups import FollowUp, Since, follow_ups, renamed
from chat.service import Service
from retriever.types import Filter


def test_every_follow_up_is_answered_when_it_is_chosen(sample_service: Service) -> None:
    """Protects: a chip never leads to a refusal. Over questions to several towns and a refusal within a period."""
    chosen = 0
    for question, filters in (
        ("テレワークはどう進めていますか", Filter(towns=("八千代市",))),
        ("調布市のCSIRTはどのように組織されていますか", Filter()),
        ("デジタル化はどう進めますか", Filter(towns=("金沢市",))),
        ("CSIRTはどのように組織されていますか", Filter(until="2020-12-31")),
    ):
        found = follow_ups(sample_service, sample_service.ask(question, (), filters))
        later = [since.later for since in found.since if since.later]
        for one in (*later, *found.others, *((found.wider,) if found.wider else ())):
            assert sample_service.ask(one.question, (), one.filters, exact=True).status == "answered"
            chosen += 1
    assert chosen >= 2


def test_a_town_that_says_nothing_of_it_is_not_offered(sample_service: Service) -> None:
    """Protects: asked alone every town's best reply looks sure; beside the answer, 電子決済 is no other town's matter."""
    for question, towns in (
        ("八千代市の電子決済の導入について教えてください", []),
        ("八千代市のデジタルデバイド対策について教えてください", []),
        ("長崎市の業務システムの標準化について教えてください", ["調布市"]),
    ):
        found = follow_ups(sample_service, sample_service.ask(question))
        assert [one.town for one in found.others] == towns


def test_the_question_about_another_town_names_that_town(sample_service: Service) -> None:
    """Protects: over an answer of 調布市 no question may stand that names 長崎市, however its name was written."""
    for question, asked in (
        (
            "長崎市の業務システムの標準化について教えてください",
            "調布市の業務システムの標準化について教えてください",
        ),
        (
            "長崎の業務システムの標準化について教えてください",
            "調布市の業務システムの標準化について教えてください",
        ),
    ):
        found = follow_ups(sample_service, sample_service.ask(question))
        assert [one.question for one in found.others] == [asked]
    assert renamed("What does Nagasaki City say?", "長崎市", "調布市") == "What does Chofu City say?"
    assert renamed("Standards in Nagasaki?", "長崎市", "調布市") == "Standards in Chofu?"


def test_nothing_since_names_until_when_was_searched() -> None:
    """Nothing newer on the matter, though the town's record goes on: the last day of it is named."""
    service = chat_fake.FakeService(
        [
            made_record.stored("a", "調布市", "備蓄", "問。", "三日分です。", "2023-03-01"),
            made_record.stored("b", "調布市", "道路", "問。", "直します。", "2024-09-05"),
        ]
    )
    found = follow_ups(service, service.ask("備蓄は"))
    assert found.since == (Since("調布市", "2023-03-01", "2024-09-05", None),)
    assert found.others == ()
    assert found.next is not None
    assert found.next.exchange.topic == "道路"


def test_refusal_within_a_period_offers_all_time() -> None:
    """The same question without the period, with the day of what answers it."""
    service = chat_fake.FakeService(
        [made_record.stored("a", "調布市", "備蓄", "問。", "三日分です。", "2023-03-01")]
    )
    found = follow_ups(service, service.ask("備蓄は", (), Filter(since="2024-01-01")))
    assert found.wider == FollowUp("備蓄は", Filter(), "", "2023-03-01")
    assert found.since == ()


def test_exact_filters_are_all_there_is(sample_service: Service) -> None:
    """A town that the question names does not narrow what is asked with exact filters; stages are told in order."""
    told: list[str] = []
    question = "調布市ではテレワークをいつ導入しましたか"
    named = sample_service.ask(question)
    free = sample_service.ask(question, (), Filter(), exact=True, stage=told.append)
    assert named.filters.towns == ("調布市",)
    assert free.filters == Filter()
    assert free.searched is not None
    assert len(free.searched.towns) == 5
    assert told == ["search", "read"]


def test_nothing_more_is_tried_once_another_question_is_asked() -> None:
    """Each question that is tried costs as much as an answer: the next question would wait for all of them."""
    service = chat_fake.FakeService(
        [
            made_record.stored("a", "調布市", "備蓄", "問。", "三日分です。", "2023-03-01"),
            made_record.stored("b", "金沢市", "備蓄", "問。", "二日分です。", "2024-09-05"),
        ]
    )
    answer = service.ask("調布市の備蓄は", (), Filter(towns=("調布市",)))
    service.asked.clear()
    left = iter((False, True, True, True))
    follow_ups(service, answer, (), lambda: next(left))
    tried = [filters.towns for _, _, filters in service.asked]
    assert tried == [
        ("金沢市",),
        ("金沢市",),
        ("金沢市",),
    ]  # the search, and one question (beside the answer too)
    service.asked.clear()
    assert follow_ups(service, answer, (), lambda: True).others == ()
    assert len(service.asked) == 1
