"""What a question asked after others leans on."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from chat.meant import Drafted, surest
from chat.questions.history import Context, Said, context_of
from chat.service import Service
from chat.types import Message
from retriever.types import Filter

BEFORE = [Said("青山市の入学祝金はいくらですか。", "「五万円です。」")]


def test_a_question_of_hardly_a_word_cannot_stand_by_itself() -> None:
    """「どういうときに使えるお金ですか」 points back without a pronoun: no other town's money is meant."""
    assert context_of("どういうときに使えるお金ですか。", BEFORE, 1, 0.5) == Context(
        "青山市の入学祝金はいくらですか。", "「五万円です。」", certain=True
    )


def test_a_short_question_may_stand_by_itself_too() -> None:
    """Both ways are tried, the surer one is shown."""
    for question, words, telling in (("赤川市の奨学金の額は？", 3, 0.5), ("待機児童の人数", 1, 0.9)):
        assert context_of(question, BEFORE, words, telling) == Context(
            "青山市の入学祝金はいくらですか。", "「五万円です。」", certain=False
        )


def test_a_full_question_starts_anew() -> None:
    """Nothing of the conversation is carried into another town's subject; without a town it may still be about the same one."""
    assert not context_of("水道管の更新計画の期間と総事業費を赤川市に伺います", BEFORE, 6, scoped=True)
    assert not context_of("水道管の更新計画の期間と総事業費", BEFORE, 6).certain


def test_a_question_that_names_its_town_and_its_subject_stands_by_itself(sample_service: Service) -> None:
    """Protects: what was asked of another town before changes nothing in its answer; without a subject that is asked of
    the town."""
    before = [
        Message("user", "調布市のCSIRTはどのように組織されていますか"),
        Message("assistant", "デジタル行政推進課が中心となって組織しています。"),
    ]
    question = "八千代市のテレワークの利用人数は"
    assert sample_service.ask(question, before).text == sample_service.ask(question).text
    (whole,) = sample_service._rules.read(question, before, Filter(), date(2026, 1, 1))
    assert not whole.follow_up
    (again,) = sample_service._rules.read("では平塚市は", before, Filter(), date(2026, 1, 1))
    assert (again.restated, again.filters.towns) == (before[0].content, ("平塚市",))


def test_a_follow_up_without_a_subject_is_not_looked_for_in_other_towns(sample_service: Service) -> None:
    """「どういう人が使えますか」 after a town's question means that town's matter; テレワーク may be asked of all."""
    before = [Message("user", "調布市のCSIRTはどのように組織されていますか")]
    today = date(2026, 1, 1)
    for question, scopes in (
        ("どういう人が使えますか。", {("調布市",)}),
        ("テレワークの利用", {("調布市",), ()}),
    ):
        found = sample_service._rules.read(question, before, Filter(), today)
        assert {asked.filters.towns for asked in found} == scopes


def test_a_follow_up_is_after_the_words_of_whoever_was_asked_about(sample_service: Service) -> None:
    """「困る点は何を挙げていましたか」 after a member's words means his, unless it names who replies."""
    before = [Message("user", "委員はテレワークについて何を心配していましたか")]
    today = date(2026, 1, 1)
    his, theirs = (
        sample_service._rules.read(question, before, Filter(), today)[0]
        for question in ("では、困る点は何を挙げていましたか", "では、市はどう答えましたか")
    )
    assert his.who_said
    assert not theirs.who_said


@pytest.mark.parametrize(("sure", "shown"), [(0.49, 0), (0.8, 1)])
def test_another_town_is_shown_where_it_is_sure(sure: float, shown: int) -> None:
    """Protects: 「入札した会社の名前は」 after a town's mower was answered by another town's building, and the conversation went on there."""

    def drafted(wider: bool, citations: tuple[str, ...], confidence: float) -> Drafted:
        asked = SimpleNamespace(wider=wider, restated="", filters=Filter())
        draft = SimpleNamespace(citations=citations, confidence=confidence)
        return Drafted(cast("Any", asked), (), cast("Any", draft))

    drafts = [drafted(False, (), 0.0), drafted(True, ("quoted",), sure)]
    talk = SimpleNamespace(keeps_its_subject=lambda _: False, is_of_what_was_shown=lambda *_: False)
    assert surest(drafts, (), cast("Any", talk)) is drafts[shown]
