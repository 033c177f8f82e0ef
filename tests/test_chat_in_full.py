"""After an answer: the whole of it, what was replied to it, and what a later question is about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_store import asked_in_turn, quotes, read_in

from chat.questions.asides import THANKS, aside
from chat.questions.elsewhere import newest_alone, period_alone
from chat.questions.in_full import asks_for_the_question, asks_for_the_reply, asks_for_the_whole
from chat.questions.talk import OF_WHICH
from chat.service import Service
from retriever.question import normalise

AOYAMA = """青山市議会 令和6年第1回定例会
令和6年3月7日

○議長（谷口進君）　一般質問を行います。３番、河野光議員。
○３番（河野光君）　除雪についてお尋ねします。除雪車の台数は何台でしょうか。また、除雪車の格納庫は足りているのでしょうか。
○建設部長（早瀬実君）　除雪車は現在14台を配備しております。うち3台は昨年度に更新しました。格納庫は2棟あります。
○議長（谷口進君）　５番、平山岳議員。
○５番（平山岳君）　除雪車の運転手の研修はどのくらい行っていますか。
○建設部長（早瀬実君）　運転手の研修は年に2回行っております。
"""
KAWABE = """川辺町議会 令和5年第2回定例会
令和5年6月12日

○議長（西村守君）　一般質問を行います。１番、中田海議員。
○１番（中田海君）　桟橋の改修工事についてお尋ねします。桟橋の改修工事の費用はいくらでしょうか。
○産業課長（南原学君）　桟橋の改修工事の費用は380万円を見込んでおります。
○議長（西村守君）　２番、北川空議員。
○２番（北川空君）　桟橋の照明はどの部分に取り付けるのでしょうか。
○産業課長（南原学君）　桟橋の照明は先端の東側に取り付けます。
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """Two towns with two exchanges each."""
    folder: Path = tmp_path_factory.mktemp("two")
    return read_in(folder, {"aoyama.txt": AOYAMA, "kawabe.txt": KAWABE})


@pytest.mark.parametrize(
    ("text", "whole", "reply"),
    [
        ("全文を見せて", True, False),
        ("原文を全部出して", True, False),
        ("答弁を全部読みたい", True, False),
        ("show me the full text", True, False),
        ("続きを見せて", False, False),
        ("除雪の答弁を全部見せて", False, False),
        ("これに対する答弁は？", False, True),
        ("それへの回答はどうですか", False, True),
        ("市はどう答えましたか", False, True),
        ("理事者の答弁だけ見せて", False, True),
        ("答弁だけを表示して", False, True),
        ("教育長の答弁だけ見せて", False, False),
        ("What was the reply to that?", False, True),
        ("格納庫についての答弁は？", False, False),
    ],
)
def test_the_whole_or_the_reply(text: str, whole: bool, reply: bool) -> None:
    """Only what asks for nothing else."""
    assert asks_for_the_whole(normalise(text)) is whole
    assert asks_for_the_reply(normalise(text)) is reply


def test_the_whole_is_all_that_was_replied(service: Service) -> None:
    """What was shown stands in it, not only what was left out."""
    first = asked_in_turn(service, "青山市の除雪車は何台ですか")
    whole = asked_in_turn(service, "青山市の除雪車は何台ですか", "全文を見せて")
    assert "14台" in quotes(first)
    assert "除雪車は現在14台を配備しております。うち3台は昨年度に更新しました。" in quotes(whole)
    assert {citation.speaker.office for citation in whole.citations} == {"建設部長"}


def test_what_was_replied_to_a_members_words(service: Service) -> None:
    """After a list of what a member asked, the replies to it."""
    answer = asked_in_turn(service, "青山市議会の平山議員は何を質問しましたか", "これに対する答弁は？")
    assert quotes(answer) == "運転手の研修は年に2回行っております。"


def test_the_town_of_the_newest_reply(service: Service) -> None:
    """A town named before is left where another's record has answered since; of what was not shown nothing is told."""
    answer = asked_in_turn(
        service,
        "青山市の除雪車は何台ですか",
        "桟橋の改修工事の費用はいくらですか",
        "照明はどこに付けるのですか",
    )
    assert {citation.meeting.town for citation in answer.citations} == {"川辺町"}
    answer = asked_in_turn(service, "青山市の除雪車は何台ですか", "川辺町の給食費は", "もっと詳しく")
    assert (answer.status, answer.text) == ("no_evidence", OF_WHICH.ja)


@pytest.mark.parametrize(
    "message", ["🙏thanks", "ありがと！助かりました(^^)", "ありがとうございますｗｗ", "どうも♪"]
)
def test_thanks_with_pictures(message: str) -> None:
    """Signs beside the words are no question."""
    assert aside(message) is THANKS


def test_a_time_alone() -> None:
    """It says of when the question before it is asked, in whatever words."""
    today = date(2026, 1, 1)
    assert period_alone("2018年はどう言ってた？", today)
    assert period_alone("平成30年の時点では？", today)
    assert period_alone("2018年の予算は？", today) is None
    assert newest_alone("最新だと？")
    assert newest_alone("今は？")
    assert not newest_alone("今年は？")
    assert not newest_alone("最新の設備は？")


def test_a_year_alone_keeps_the_matter(service: Service) -> None:
    """The year is no matter, though it stands in some reply; what was not found in any year is in none."""
    answer = asked_in_turn(service, "青山市の除雪車は何台ですか", "令和6年はどう言ってた？")
    assert "14台" in quotes(answer)
    assert not asked_in_turn(service, "青山市の遊覧船は何隻ですか", "令和6年は？").citations


def test_a_year_alone_after_what_was_shown(service: Service) -> None:
    """全文を見せて is no matter that could be asked of a year: the one before it is."""
    answer = asked_in_turn(service, "青山市の除雪車は何台ですか", "全文を見せて", "2024年は？")
    assert "14台" in quotes(answer)


@pytest.mark.parametrize(
    "asks",
    [
        "どんな質問でしたか",
        "質問を見せて",
        "元の質問は？",
        "質問の内容を教えてください",
        "何に対する答弁ですか",
        "何と聞かれたのですか",
        "What was the question?",
    ],
)
def test_what_was_asked_is_shown(service: Service, asks: str) -> None:
    """Protects: after an answer it was read as a question of its own, and more of the reply was shown as what was asked."""
    answer = asked_in_turn(service, "青山市の除雪車は何台ですか", asks)
    assert quotes(answer) == (
        "除雪についてお尋ねします。除雪車の台数は何台でしょうか。また、除雪車の格納庫は足りているのでしょうか。"
    )
    assert {citation.role for citation in answer.citations} == {"question"}


@pytest.mark.parametrize(
    "asks", ["質問です", "質問があります", "別の質問をします", "平山議員の質問は", "どんな質問がありましたか"]
)
def test_what_asks_for_no_question_that_was_asked(asks: str) -> None:
    """What announces one, and a list of what a member or a meeting asked."""
    assert not asks_for_the_question(normalise(asks))


@pytest.mark.parametrize("asks", ["質問と答弁を全部見せて", "やりとりを見せて"])
def test_both_sides_in_full(service: Service, asks: str) -> None:
    """「答弁を全部」 behind a question asks for no list of all replies."""
    answer = asked_in_turn(service, "青山市の除雪車は何台ですか", asks)
    assert [citation.role for citation in answer.citations] == ["question", "answer"]
