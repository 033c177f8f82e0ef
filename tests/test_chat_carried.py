"""What a question leaves out because the member has just named it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from small_store import put, quotes

from chat.answers.carried import Carried, without_figures
from chat.service import Service
from retriever.types import Filter

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


ANNOUNCED = (
    "本日は、昨年度の御審議と意見の募集の結果を踏まえまして、事務局で川辺市水道ビジョンの計画の案を作成しましたので、"
    "御説明をさせていただきます。"
)
PERIOD = "次に、計画の期間は、来年度から五年間といたします。"
FILLING = "管の更新は計画に沿って順に進めており、来年度も続けてまいります。"


def explained(folder: Path) -> Path:
    """A committee's record: an explanation that is kept in three pieces, and a short question."""
    speech = (
        f"{ANNOUNCED}{FILLING * 18}{PERIOD}{FILLING * 18}最後に、意見の募集は九月に行います。{FILLING * 3}"
    )
    path = folder / "record.txt"
    path.write_text(
        "川辺市上下水道審議会会議録\n令和6年5月20日\n\n"
        f"○会長（林一郎） 議題に入ります。事務局、説明をお願いします。\n○水道課長（森次郎） {speech}\n"
        "○会長（林一郎） 質問はありますか。\n○委員（石川三郎） 料金は変わりますか。\n○水道課長（森次郎） 料金は変わりません。\n",
        encoding="utf-8",
    )
    return path


def test_a_piece_of_a_speech_is_of_what_its_beginning_announces(service: Service, tmp_path: Path) -> None:
    """Of the beginning only what is announced, and nothing for the beginning itself."""
    service.add([explained(tmp_path)])
    spoken = [one for one in service.store.exchanges(statements=True) if one.exchange.status == "statement"]
    carried = Carried(service.store)
    assert [one.exchange.answer_text[:5] for one in spoken] == ["本日は、昨", "次に、計画", "最後に、意"]
    assert [carried.subject(one) for one in spoken] == ["", ANNOUNCED, ANNOUNCED]


def test_an_announcement_is_no_answer(service: Service) -> None:
    """It holds the name of the plan and both words of the question; what is asked is told after it."""
    put(service, "a", [("", "", ANNOUNCED + PERIOD + "次に、水源の井戸は四か所でございます。")], "川辺市")
    answer = service.ask("川辺市の水道ビジョンの案では、計画の期間はどうなっていますか。")
    assert quotes(answer) == PERIOD


def test_a_question_that_goes_back_to_an_item_takes_its_subject_over(service: Service) -> None:
    """「１項目の件で再質問いたします」 opens nothing new."""
    put(
        service,
        "a",
        [
            ("", "青空橋の塗り替えを伺う。", "青空橋の塗り替えの手続を進めております。"),
            (
                "",
                "１項目の件で再質問いたします。なぜこれほど遅いのですか。",
                "前例がなく、慎重に進めているためです。",
            ),
        ],
        "青山市",
    )
    again = service.store.around("a-0", 1)[-1]
    assert "青空橋の塗り替え" in Carried(service.store).subject(again)


def test_what_is_carried_has_no_figures() -> None:
    """A number is said of what it stands beside; a year or a day is taken for granted as a subject is."""
    words = {"給付", "16件", "16", "1,503人", "7割", "2024", "2024年", "6年度", "12月"}
    assert without_figures(words) == {"給付", "2024", "2024年", "6年度", "12月"}


def test_a_value_is_said_of_what_is_carried_on(service: Service) -> None:
    """The reply to what goes on names the matter nowhere, not even beside the figures: 「費用はいくらですか。」 after the pool."""
    told = (
        "規模は昨年度とあまり変わらない予定でございます。総額は五千万円で行う考えでございます。"
        "それぞれの分担につきましては、国が二千万円、県が一千万円、市が二千万円でございます。"
    )
    put(
        service,
        "a",
        [*ROUND[:3], ("", "費用はいくらですか。" + "財源も含めて伺います。" * 15, told)],
        "青山市",
    )
    asked = service.analyser.analyse(
        "青山市の学校のプールの改修で、市の分担はいくらですか。", (), date(2026, 11, 29), Filter()
    )
    readings = service.answerer.readings(asked, service._finder.find(asked))
    (apart,) = (one.asking.apart for one in readings if one.found.stored.exchange.answer_text == told)
    assert apart < 0.1
