"""The newest and the oldest reply on a matter that comes back, and a surer reply of another year beside the one preferred."""

from __future__ import annotations

import pytest
from small_store import put, quotes

from chat.answers.extractive import Scored
from chat.answers.reading import with_the_one_before
from chat.answers.said import Sentence
from chat.follow_ups import follow_ups
from chat.service import Service
from chat.types import Message
from corpus.types import Speaker, Turn

REPLIES = {
    "2010-03-05": "奨学金の返還率は、92.1％でございます。",
    "2014-03-06": "奨学金の返還率は、93.4％でございます。",
    "2018-03-09": "奨学金の返還率は、95.8％でございます。",
}
NEWEST = "質問に当てはまる答弁のうち、見つかった中で最も新しいものを示しています。"
ASKING = Speaker("森川", "6番議員", "member")
OLDEST = "質問に当てはまる答弁のうち、見つかった中で最も古いものを示しています。"


@pytest.fixture
def years(service: Service) -> Service:
    """The same question in three years, and a later one on something near."""
    for day, reply in REPLIES.items():
        pairs = [
            ("", "奨学金の返還率はどのくらいか。", reply),
            ("", "図書館は何時に閉まるのか。", "図書館は午後八時に閉館します。"),
        ]
        put(service, day, pairs, "青山市", date=day)
    put(
        service,
        "late",
        [("", "奨学金の説明会はいつ開くのか。", "奨学金の説明会は五月に開きます。")],
        "青山市",
        date="2019-06-01",
    )
    return service


@pytest.mark.parametrize(
    ("question", "value", "note"),
    [
        ("青山市の奨学金の返還率は最新で何％？", "95.8％", NEWEST),
        ("青山市の奨学金の返還率について一番古い答弁では何％ですか", "92.1％", OLDEST),
        ("青山市は奨学金の返還率を平成26年に何％と答えましたか", "93.4％", ""),
    ],
)
def test_the_reply_of_the_time_that_is_asked_for(
    years: Service, question: str, value: str, note: str
) -> None:
    answer = years.ask(question)
    assert value in quotes(answer)
    assert answer.notes == ((note,) if note else ())
    assert answer.hits[0].stored.exchange.id == answer.citations[0].exchange_id


@pytest.mark.parametrize(
    "question", ["青山市の奨学金の返還率の答弁を年ごとに並べて", "青山市の奨学金の返還率の答弁の変遷"]
)
def test_of_each_year_one_reply(years: Service, question: str) -> None:
    """From the oldest on, and nothing of another matter: one year's reply was shown, or none."""
    answer = years.ask(question)
    assert [citation.meeting.date for citation in answer.citations] == list(REPLIES)
    assert [citation.quote for citation in answer.citations] == list(REPLIES.values())
    assert answer.notes == (
        "質問に当てはまる答弁のうち、見つかったものを年に一つずつ、古い順に示しています。ほかにもあるかもしれません。",
    )


def test_a_list_of_a_members_questions_is_one_of_his_meeting(years: Service) -> None:
    """What names no matter is an overview, also by the words that ask for a list."""
    put(years, "asked", [("", "橋の点検を伺います。", "橋の点検は済みました。")], "青山市", member=ASKING)
    answer = years.ask("森川議員の質問の一覧を見せて")
    assert [citation.quote for citation in answer.citations] == ["橋の点検を伺います。"]


def test_the_newest_is_found_behind_many(service: Service) -> None:
    """Thirty older replies have more of the question's words."""
    for year in range(1980, 2010):
        pairs = [("", "奨学金の返還率はどのくらいか。", f"奨学金の返還率は、{year - 1920}.5％でございます。")]
        put(service, str(year), pairs, "青山市", date=f"{year}-03-05")
    other = [
        ("", f"{number}番目の公園の遊具は。", f"{number}番目の公園の遊具は直します。") for number in range(60)
    ]
    put(service, "other", other, "青山市", date="2019-03-05")
    reply = "奨学金の返還率につきましては、前年を少し上回る97.2％となりました。"
    pairs = [("", "奨学金の返還率の状況を伺う。", reply)]
    put(service, "new", pairs, "青山市", date="2018-10-05")
    assert quotes(service.ask("青山市の奨学金の返還率は最新で何％？")) == reply


def test_the_newest_is_found_though_older_ones_are_nearer_in_wording(service: Service) -> None:
    """It stands in a long reply on other matters; nothing later is offered below what is said to be the newest."""
    for year in range(1980, 2010):
        pairs = [("", "奨学金の返還率はどのくらいか。", f"奨学金の返還率は、{year - 1920}.5％でございます。")]
        put(service, str(year), pairs, "青山市", date=f"{year}-03-05")
    said = "奨学金の返還率につきましては、前年を少し上回る97.2％となりました。"
    before = "".join(f"{number}番目の学校の校舎は直しております。" for number in range(40))
    put(service, "new", [("", "学校はどうですか。", before + said)], "青山市", date="2018-10-05")
    put(service, "other", [("", "公園の遊具は。", "公園の遊具は直します。")], "青山市", date="2019-03-05")
    answer = service.ask("青山市の奨学金の返還率は最新で何％？")
    assert (quotes(answer), answer.notes) == (said, (NEWEST,))
    assert [one.later for one in follow_ups(service, answer).since] == [None]


def test_a_follow_up_stays_with_what_was_shown(years: Service) -> None:
    said = [
        Message("user", "青山市は奨学金の返還率を平成26年に何％と答えましたか"),
        Message("assistant", years.ask("青山市は奨学金の返還率を平成26年に何％と答えましたか").text),
    ]
    answer = years.ask("その返還率を答えたのは誰ですか", said)
    assert "93.4％" in quotes(answer)
    assert NEWEST not in answer.notes


def test_who_is_interrupted_goes_on_in_a_turn_of_its_own() -> None:
    """〔割合です〕 cuts a reply in two turns; the number in the second is of what the first takes up."""
    chief, member = Speaker("", "学務課長", "executive"), Speaker("石川", "", "member")
    first = Turn(chief, "奨学金の割合、人数でしょうか。", ((0, 15),), 1)
    second = Turn(chief, "18.3％です。", ((16, 24),), 1)
    other = Turn(member, "わかりました。", ((25, 32),), 1)
    scored = [
        Scored(Sentence("answer", turn, 0, len(turn.text)), 1.0, 1.0, 0.0, True, False)
        for turn in (first, second, other)
    ]
    assert with_the_one_before(scored, scored[1]) == "奨学金の割合、人数でしょうか。18.3％です。"
    assert with_the_one_before(scored, scored[2]) == "わかりました。"


def test_who_names_no_time_is_told_of_other_years(service: Service) -> None:
    """A matter that comes back: one year is quoted, or two; a third is named, and offered with its period."""
    for day in ("2010-03-05", "2014-03-06", "2018-03-09"):
        reply = f"奨学金の返還を待つ期間は、{day[:4]}年から延ばしました。"
        put(service, day, [("", "奨学金の返還を待つ期間は。", reply)], "青山市", date=day)
    other = [
        ("", f"{number}番目の公園の遊具は。", f"{number}番目の公園の遊具は直します。") for number in range(60)
    ]
    put(service, "other", other, "青山市", date="2018-03-09")
    answer = service.ask("青山市の奨学金の返還を待つ期間はどうなりましたか")
    quoted = {citation.meeting.date[:4] for citation in answer.citations}
    left = {"2010", "2014", "2018"} - quoted
    assert answer.other_years == tuple(sorted(map(int, left)))
    assert answer.notes == (
        f"{'・'.join(sorted(left))}年の会議にも、質問に当てはまりそうな答弁があります。年を添えて尋ねると示します。",
    )
    offered = follow_ups(service, answer)
    tried = [*offered.years, *(since.later for since in offered.since if since.later)]
    assert {one.date[:4] for one in tried} == left
    assert service.ask("青山市は奨学金の返還を待つ期間を2014年にどう答えましたか").other_years == ()
