"""What a question leaves out because the member has just named it."""

from __future__ import annotations

from dataclasses import replace

from small_store import put, quotes

from chat.answers.carried import Carried
from chat.service import Service

ROUND = [
    ("", "次に、鳥獣の被害についてです。イノシシの捕獲頭数を伺います。", "昨年度は七十二頭でございます。"),
    ("", "捕まえた後の処分はどうしていますか。", "職員が山の中に埋めております。"),
    ("", "次に、学校のプールについてです。改修の予定を伺います。", "来年度に行います。"),
    ("", "費用はいくらですか。", "三千万円を見込んでおります。"),
]


def test_the_subject_reaches_back_to_the_question_that_takes_it_up(service: Service) -> None:
    """Neither the pool is carried into the boars, nor the boars into the pool."""
    put(service, "a", ROUND, "青山市")
    first, disposal, pool, cost = service.exchanges()
    carried = Carried(service.store)
    assert [carried.subject(one).split() for one in (first, disposal, pool, cost)] == [
        [],
        ["次に、鳥獣の被害についてです。イノシシの捕獲頭数を伺います。", "昨年度は七十二頭でございます。"],
        [],
        ["次に、学校のプールについてです。改修の予定を伺います。", "来年度に行います。"],
    ]


def test_nothing_is_carried_from_another_member_or_item(service: Service) -> None:
    """Who asks next has a subject of his own, and so has the next item of the agenda."""
    put(service, "a", ROUND[:2], "青山市")
    _, after = service.exchanges()
    carried = Carried(service.store)
    other = replace(
        after.exchange.questions[0], speaker=replace(after.exchange.questions[0].speaker, name="林")
    )
    assert (
        carried.subject(replace(after, minutes_id=-1, exchange=replace(after.exchange, questions=(other,))))
        == ""
    )
    assert (
        carried.subject(replace(after, minutes_id=-2, exchange=replace(after.exchange, agenda="第二"))) == ""
    )
    assert "イノシシ" in carried.subject(after)


def test_a_question_that_leaves_its_subject_out_is_found_by_it(service: Service) -> None:
    """The exchange before has both words of the question; what is asked stands in the one that follows."""
    put(service, "a", ROUND, "青山市")
    answer = service.ask("青山市では、イノシシを捕まえた後の処分はどうしていますか。")
    assert quotes(answer).endswith("職員が山の中に埋めております。")
