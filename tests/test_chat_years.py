"""The year that a question names: what was said of another one is no answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_record import stored
from small_store import put, quotes

from chat.answers.years import (
    names_another_year,
    tells_of,
    told_of_another_year,
    values_of_other_years,
    words_beside,
    years_compared,
    years_named,
)
from chat.service import Service
from chat.words import speaking, translated
from retriever.types import Filter


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("令和６年度の補助はいくらですか", {2024}),
        ("平成三十一年と２０２１年では", {2019, 2021}),
        ("How much was paid in fiscal 2024?", {2024}),
        ("令和6年能登半島地震への支援は", set()),
        ("How much was spent on the 2016 Olympics?", set()),
        ("令和６年３月と令和7年末の人数は", {2024, 2025}),
        ("平成二十二年四月の児童数は", {2010}),
        ("2024人の署名はどうなりましたか", set()),
        ("Society5.0とは何ですか", set()),
    ],
)
def test_years_in_every_spelling(question: str, years: set[int]) -> None:
    assert years_named(question) == years


@pytest.mark.parametrize(
    ("reply", "question", "another"),
    [
        ("令和4年度は980万円を支援します。", "令和8年度はいくら支援しますか", True),
        ("令和4年度は980万円を支援します。", "2022年度はいくら支援しますか", False),
        ("令和7年度と8年度に支援します。", "令和8年度はいくら支援しますか", False),
        (
            "来年度に支援します。",
            "令和6年度はいくら支援しますか",
            False,
        ),  # said on 2024-03-07, in fiscal 2023
        ("一昨年から支援しています。", "令和4年にいくら支援しましたか", False),
        ("8年に1回、支援します。", "令和8年度はいくら支援しますか", True),
        (
            "令和4年度は前年度より2.8%少ない40人です。",
            "令和2年度は何人ですか",
            True,
        ),  # no year 2, but a share
        ("表の数は2.8.1現在のものです。", "令和2年は何人ですか", False),
        ("令和9年3月の人数は40人です。", "令和8年度末は何人ですか", False),
        ("支援します。", "令和6年3月の支援は", False),
        ("支援します。", "いくら支援しますか", False),
    ],
)
def test_an_exchange_is_of_the_years_that_it_names_and_of_those_around_its_day(
    reply: str, question: str, another: bool
) -> None:
    item = stored("a.pdf", "調布市", "鉄道", "いかがか。", reply, day="2024-03-07")
    assert names_another_year(question, item) is another


def test_a_sum_of_another_year_is_no_answer(service: Service) -> None:
    """The search finds the only sum that was paid; it was paid in another year."""
    put(
        service,
        "a",
        [("鉄道", "鉄道をどう支えますか。", "令和4年度は鉄道に980万円を支援しました。")],
        "青山市",
    )
    assert "980万円" in quotes(service.ask("青山市は令和4年度に鉄道へいくら支援しましたか。"))
    answer = service.ask("青山市は令和8年度に鉄道へいくら支援しますか。")
    assert (answer.status, answer.notes) == (
        "no_evidence",
        ("見つかった質疑は、いずれも2026年（年度）のことに触れていません。",),
    )
    assert service.ask("青山市の図書館は何時に開きますか。").notes == ()
    with speaking("en"):
        assert translated(answer.notes[0]) == "Nothing that was found speaks of 2026."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("平成28年度と30年度の件数は", [["平成28年度は9件です。"], ["30年度は17件です。"]]),
        ("令和4年度と2023年度を比べたい", [["4年度は多い。"], ["令和5年度は少ない。"]]),
        ("昨年度と今年度の違いは", [["前年度は5基です。"], ["本年度は8基です。"]]),
        ("令和6年度の3年計画は", []),
        ("2年間で5年分の工事か", []),
    ],
)
def test_years_that_are_set_side_by_side(question: str, told: list[list[str]]) -> None:
    """Each is known by every way in which a reply may write it; one year alone is set beside none."""
    sentences = [
        "平成28年度は9件です。",
        "30年度は17件です。",
        "4年度は多い。",
        "令和5年度は少ない。",
        "前年度は5基です。",
        "本年度は8基です。",
    ]
    assert [[s for s in sentences if year.search(s)] for year in years_compared(question)] == told


def test_of_years_side_by_side_each_is_quoted(service: Service) -> None:
    """A long sentence on the one year does not crowd out that on the other."""
    more = "、".join(
        f"{place}ヶ丘地区で{n}本" for n, place in enumerate("桜柳松杉楓桐梅桃栗柿竹菊椿榎槙楠", start=11)
    )
    reply = f"倒木の処理件数につきましては、平成28年度は60件であり、{more}でした。29年度は50件であり、{more}でした。30年度は77件であり、{more}でした。"
    put(service, "a", [("", "倒木の処理はどうか。", reply)], "青山市")
    answer = service.ask("青山市の倒木の処理件数は平成28年度と30年度でそれぞれ何件か。")
    quoted = "".join(citation.quote for citation in answer.citations)
    assert ("60件" in quoted, "77件" in quoted) == (True, True)


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("昨年度は12件です。", "2014-11-13", True),
        ("昨年度は12件です。", "2014-03-13", False),  # in fiscal 2013 it is 2012
        ("今年度は12件です。", "2014-03-13", True),
        ("平成25年度と26年度は12件です。", "2016-03-13", True),
        ("平成24年度は12件です。", "2014-03-13", False),
        ("12件です。", "2014-03-13", None),
        ("昨年度は12件です。", "", False),
    ],
)
def test_a_text_tells_of_a_year_as_its_day_has_it(text: str, day: str, told: bool | None) -> None:
    assert tells_of(frozenset({2013}), text, day) is told


@pytest.mark.parametrize(
    ("question", "reply", "others"),
    [
        ("令和6年度の応募は何件か", "令和5年度は8件、4年度は5件でした。そのうち2件が町外です。", True),
        ("令和6年度の応募は何件か", "令和5年度は8件で、今年度は9件です。", False),
        ("令和6年度の応募は何件か", "令和5年度は8件でしたが、現在は9件です。", False),
        ("令和6年度の応募は何件か", "応募は9件で、令和5年度より増えました。", False),
        ("令和6年度の応募は何件か", "令和7年2月に締め切り、9件でした。", False),  # within fiscal 2024
        ("令和6年度の委員会で、応募は何件と答えたか", "令和5年度は8件でした。", False),
    ],
)
def test_figures_of_other_years_alone(question: str, reply: str, others: bool) -> None:
    """A meeting of the year tells of the years before; none of their figures is the one asked for."""
    told = values_of_other_years(question, reply, "2024-09-10", lambda text: "件" in text)
    assert told is others


def test_no_era_is_meant_that_has_not_begun() -> None:
    """「４年度」 of 2014 is 1992, not 2022."""
    item = stored(
        "a.pdf", "調布市", "鉄道", "いかがか。", "昭和63年度と4年度に支援しました。", day="2014-03-07"
    )
    assert names_another_year("令和4年度の支援は", item)
    assert not names_another_year("平成4年度の支援は", item)


def test_the_words_of_a_meeting_for_a_year() -> None:
    assert words_beside("2013年度の相談は何件か", "2014-11-13") == ("昨年度", "前年度", "去年度")
    assert words_beside("平成25年の相談は何件か", "2014-02-13") == ("昨年", "前年", "去年")
    assert words_beside("平成25年度の相談は何件か", "2014-02-13") == ("本年度", "今年度", "当年度", "同年度")
    assert words_beside("相談は何件か", "2014-02-13") == ()


def test_a_year_is_found_under_the_name_that_its_meeting_has_for_it(service: Service) -> None:
    """今年度 of one February and 昨年度 of the next November are fiscal 2013."""
    put(
        service,
        "a",
        [
            (
                "",
                "捕獲の状況を伺う。",
                "今年度はアライグマを目撃したという情報が60件あり、箱わなで2匹を捕獲しました。",
            )
        ],
        "青山市",
        date="2014-02-20",
    )
    put(
        service,
        "b",
        [
            (
                "",
                "捕獲の状況を伺う。",
                "今年度はアライグマを目撃したという情報が75件あり、箱わなで9匹を捕獲しました。",
            )
        ],
        "青山市",
        date="2016-02-20",
    )
    assert "2匹" in quotes(service.ask("青山市はアライグマを平成25年度に何匹捕獲しましたか"))
    assert "9匹" in quotes(service.ask("青山市はアライグマを2015年度に何匹捕獲しましたか"))
    assert service.ask("青山市はアライグマを令和5年度に何匹捕獲しましたか").status == "no_evidence"


def test_a_year_told_of_another_matter_of_a_long_speech() -> None:
    """What is told of the park in 令和3年度 dates nothing of the bridge, whose own part names another year."""
    bridge = stored("a", "青山市", "橋", "橋は。", "橋は令和5年度に直します。")
    park = stored("b", "青山市", "公園", "公園は。", "公園は令和3年度に直しました。", offset=500)
    speech = stored("c", "青山市", "橋と公園", "橋と公園は。", "")
    whole = replace(speech, exchange=replace(speech.exchange, parts=(bridge.exchange, park.exchange)))
    spans = {name: part.exchange.answers[0].spans for name, part in (("橋", bridge), ("公園", park))}
    question = "令和3年度に直した橋は"
    assert [told_of_another_year(question, whole, spans[name]) for name in ("橋", "公園")] == [True, False]
    assert not told_of_another_year("直した橋は", whole, spans["橋"])


def test_a_year_is_found_behind_many_others(service: Service) -> None:
    """A matter that comes back every year fills the first places with other years."""
    for year in range(1, 31):
        put(
            service,
            f"a{year}",
            [
                (
                    "放置自転車の撤去",
                    "放置自転車の撤去は。",
                    f"放置自転車の撤去は平成{year}年度に{1000 + year}台でした。",
                )
            ],
            "青山市",
            date="2019-03-07" if year > 16 else "2005-03-07",
        )
    put(
        service,
        "b",
        [
            (
                "決算",
                "保管料について伺う。",
                "撤去した自転車は平成31年度に2万6,903台、返還は1万3,944台でございます。",
            )
        ],
        "青山市",
        date="2020-03-07",
    )
    assert "2万6,903台" in quotes(service.ask("平成31年度に撤去した放置自転車は何台？"))


def test_a_year_told_in_passing_years_later(service: Service) -> None:
    """A meeting of 2014 names 平成22年 to begin a count with: one of that time goes before it, though it says less of what is asked."""
    passing = ("", "待機児童は減ったのか。", "保育園の待機児童の数は、平成22年から減りました。")
    asking = "保育園の待機児童の数と入園の申込みはどうか。"
    then = ("", asking, "保育園の待機児童の数は66人で、入園の申込みは上回りました。")
    put(service, "2014", [passing], "青山市", date="2014-03-17")
    put(service, "2010", [then], "青山市", date="2010-11-11")
    asked = service.analyser.analyse(
        "平成22年の保育園の待機児童の数と入園の申込みは", (), date(2026, 11, 29), Filter()
    )
    assert [item.stored.meeting.date for item in service._finder.find(asked)] == ["2010-11-11", "2014-03-17"]


@pytest.mark.parametrize(
    ("question", "another"),
    [("令和3年度の受診率は", True), ("令和5年度の受診率は", False), ("令和6年度の受診率は", False)],
)
def test_the_year_before_one_that_is_named_where_no_day_is_known(question: str, another: bool) -> None:
    """A digest without a date: 「前年度」 is of the year that it names."""
    reply = "令和6年度の受診率は9.3％で、前年度を下回りました。"
    assert (
        names_another_year(question, stored("a.pdf", "青山市", "健診", "いかがか。", reply, day=""))
        is another
    )
