"""A record in which many exchanges are of one matter: the one that tells what is asked is among them, not always the most alike."""

from __future__ import annotations

import pytest
from small_store import put, quotes

from chat.answers.counters import asked_units
from chat.service import Service
from corpus.types import Speaker
from retriever.answer_kinds import Kind, answer_kinds
from retriever.offices import asked_office
from retriever.persons import named_members
from retriever.tokenize import shared_tokenizer

SUM = "北町の電線の地中化には2億4,000万円を見込みます。"


def test_what_may_not_answer_takes_no_place(service: Service) -> None:
    """Protects: of seven exchanges on one matter four were read, none of which tells a sum, and the one that does was not among them."""
    question = "電線の地中化はどこまで進みましたか。電線の地中化の費用の考え方も伺います。"
    pairs = [
        ("電線の地中化", question, f"電線の地中化は、{street}から順に進め、費用は国の補助も使います。")
        for street in "駅前通り 本町通り 港通り 寺町通り 桜通り 学校通り".split()
    ]
    pairs.append(("", "北町の道路の工事ではどうですか。", SUM))
    pairs += [
        ("", f"{thing}はどうしますか。", f"{thing}は続けます。")
        for thing in "給食 祭り 図書館 体育館 消防団".split()
    ]
    put(service, "a", pairs, "青山市")
    read = service.read("電線の地中化にどのくらいの費用がかかりますか。")
    assert [reading.found.stored.exchange.answer_text for reading in read] == [SUM]


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("工事にどのぐらいの予算をかけたか", {Kind.MONEY, Kind.NUMBER}),
        ("どの程度の経費を見込むか", {Kind.MONEY, Kind.NUMBER}),
        ("どれぐらいの人が使ったか", {Kind.NUMBER}),
        ("事故の被害額と件数はどれだけでしたか", {Kind.MONEY}),
        ("費用をどの部が持つか", set()),
    ],
)
def test_how_much_of_a_sum_asks_for_money(question: str, kinds: set[Kind]) -> None:
    """The word for a sum may stand behind the one that asks how much."""
    assert answer_kinds(question) >= kinds
    assert (Kind.MONEY in answer_kinds(question)) is (Kind.MONEY in kinds)


@pytest.mark.parametrize("called", ["相原元知事", "相原証人", "相原前市長"])
def test_who_held_an_office_is_asked_for_by_name(called: str) -> None:
    """A committee hears him as a witness: he is no 知事 of the record, and what he was is no word of the matter."""
    question = f"{called}は市場の移転をだれに任せたと話しましたか。"
    assert named_members(question, shared_tokenizer(), speaks=lambda form: form == "相原") == ("相原",)
    assert named_members(question, shared_tokenizer()) == ()
    assert asked_office(question) == ""


def test_what_a_witness_says_is_his_own(service: Service) -> None:
    """Protects: 「…元知事は」 was searched among the replies of whoever is 知事 now."""
    said = "市場の移転は副知事に任せておりました。"
    put(
        service,
        "a",
        [("", "市場の移転はだれに任せたのですか。", said)],
        "青山市",
        Speaker("相原", "証人", "executive"),
    )
    put(
        service,
        "b",
        [("市場の移転", "市場の移転はだれに任せたのですか。", "市場の移転は私が進めております。")],
        "青山市",
        Speaker("今井", "知事", "executive"),
    )
    answer = service.ask("相原元知事は市場の移転をだれに任せたと話しましたか。")
    assert quotes(answer) == said
    assert not answer.notes


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("高齢化率は地区によって差がありますが、地区別の対策を取る考えはありますか。", {Kind.YES_NO}),
        ("高齢化率はどれほどかと聞きたいですが、いつ調べましたか。", {Kind.SHARE, Kind.NUMBER, Kind.DATE}),
        ("近隣の区と連絡会を開くのは何のためですか。", {Kind.REASON}),
    ],
)
def test_what_is_granted_first_is_not_asked(question: str, kinds: set[Kind]) -> None:
    """Protects: a share was looked for because the question begins with one that everybody knows."""
    assert answer_kinds(question) == kinds


def test_little_is_an_answer_to_how_much(service: Service) -> None:
    """Protects: 「それほど多くの時間は割いておりません」 was refused, since it holds no number; of a counter a number is wanted."""
    reply = "書き取りには、それほど多くの時間は割いておりません。"
    put(service, "a", [("", "英語の授業で書き取りにどのくらい時間を使いますか。", reply)], "青山市")
    assert quotes(service.ask("英語の授業で書き取りに時間をどのくらい使っていますか。")) == reply
    assert service.ask("英語の授業で書き取りに何時間使っていますか。").status == "no_evidence"


def test_a_number_named_beside_a_sum_is_sought_too() -> None:
    """Protects: of 「被害額と件数はどれだけ」 the sentence with the cases was left out."""
    assert asked_units("詐欺の被害額と件数はどれだけでしたか。") == {"件"}
    assert asked_units("詐欺の件数と増えた理由を教えてください。") == {"件"}
    assert asked_units("件数の上限はどうしますか。") == set()


def test_which_zone_is_no_number() -> None:
    """「何区域」 asks which one it is, 「何区」 how many."""
    assert (
        asked_units("法律では何区域とされていますか"),
        answer_kinds("法律では何区域とされていますか"),
    ) == (set(), {Kind.YES_NO})
    assert (asked_units("何区が回りますか"), asked_units("何区画ありますか")) == ({"区"}, {"区画"})
