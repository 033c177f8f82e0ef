"""Questions and replies that only take turns: whatever words or signs head them, they are read; what nobody asks stays plain."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.types import Minutes
from ingest.parse import choose, parse
from ingest.types import Document

HEAD = "磯辺町地区懇談会の概要\n\n日時　令和６年８月２０日\n\n"
SAID = (
    ("渡し船は冬も動くのか。", "十二月から二月まで休みます。"),
    ("浜の松が枯れている。切ってほしい。", "十月に伐採します。"),
    ("公民館の畳はいつ替わるのか。", "来年度に替えます。"),
    ("消防団に入る若い人が少ない。どう集めるのか。", "勤め先を回ってお願いしています。"),
)
NUMBERS = "１２３４"


def _document(text: str) -> Document:
    return Document(HEAD + text, "text/plain", "概要.txt")


def _read(text: str) -> Minutes:
    return parse(_document(text), "概要.txt")[0]


def _labels(asks: str, replies: str) -> Callable[[int], tuple[str, str]]:
    return lambda i: (asks.replace("#", NUMBERS[i]), replies.replace("#", NUMBERS[i]))


@pytest.mark.parametrize(
    "heads",
    [
        ("ご指摘：", "措置の内容："),
        ("●地区の声　", "●町の動きと対応　"),
        ("【区長会】\n", "【町】\n"),
        ("■自治会長\n", "■議会\n"),
        ("**お尋ね**　", "**本町**　"),
        ("№#　質問　", "　　　回答　"),
        ("（#）", "※"),
        ("#　", "町の考え方："),
        ("－", "【町長】"),
        ("", "［町］"),
        ("", "▲"),
    ],
)
def test_heads_that_take_turns(heads: tuple[str, str]) -> None:
    """Labels of any words, signs, numbers, or a head of the replies alone."""
    named = _labels(*heads)
    read = _read("".join(f"{named(i)[0]}{q}\n{named(i)[1]}{a}\n" for i, (q, a) in enumerate(SAID)))
    assert [(e.status, e.question_text, e.answer_text) for e in read.exchanges] == [
        ("answered", q, a) for q, a in SAID
    ]
    sides = {(q.speaker.side, a.speaker.side) for e in read.exchanges for q in e.questions for a in e.answers}
    assert sides == {("member", "executive")}
    assert not read.warnings


@pytest.mark.parametrize("heads", [("#　", "　　"), ("Ｑ．", ""), ("質問#　", "\n"), ("### ", ""), ("①", "")])
def test_replies_without_a_head(heads: tuple[str, str]) -> None:
    """Only the questions are numbered or lettered: what stands below is the reply."""
    named = _labels(*heads)
    read = _read("".join(f"{named(i)[0]}{q}\n{named(i)[1]}{a}\n\n" for i, (q, a) in enumerate(SAID)))
    assert [(e.question_text, e.answer_text) for e in read.exchanges] == list(SAID)


def test_who_speaks_is_kept() -> None:
    """An office in the label is the speaker's, on the side that its words show."""
    read = _read("".join(f"・{q}（傍聴席より）\n→（水産課長）{a}\n" for q, a in SAID))
    assert {a.speaker.office for e in read.exchanges for a in e.answers} == {"水産課長"}


ROWS = (
    ("渡し船の便が減った。見直すべきである。", "便数を戻す。", "町長"),
    ("浜の松が枯れている。伐採が必要である。", "年度内に切る。", "水産課長"),
    ("公民館の畳が古い。替えるべきではないか。", "順に替える。", "教育長"),
    ("消防団員が減っている。どう集めるかが問われる。", "勤め先を回る。", "総務課長"),
)


@pytest.mark.parametrize(
    "row",
    [
        "現状と課題　{0}\n今後の取組　{1}\n",
        "事業名　その{3}\n課題　{0}\n対応方針　{1}\n",
        "質問事項　その{3}\n質問の要旨　{0}\n答弁を求める者　{2}\n",
        "陳情第{3}号　{0}\n結果　採択とした。\n",
        "第{3}条　{0}\n【解説】\n{1}\n",
        "{3}　{0}\n（1）{0}\n答弁者：{2}\n",
    ],
)
def test_what_nobody_asks_is_plain(row: str) -> None:
    """Plans, reviews, announced questions, petitions, ordinances print labels in turns too: no exchange comes of them."""
    text = "".join(row.format(*values, NUMBERS[i]) for i, values in enumerate(ROWS))
    assert choose(_document(text)).name == "plain"
    read = _read(text)
    assert {e.status for e in read.exchanges} == {"statement"}
    assert any("判別できない" in warning for warning in read.warnings)


def test_a_survey_is_no_dialogue() -> None:
    """Below the questions of a survey stand figures."""
    rows = "".join(
        f"問{NUMBERS[i]}　{q}\nはいと答えた人が{i + 3}割であった。\n" for i, (q, _) in enumerate(SAID)
    )
    document = Document("住民アンケートの結果\n\n" + rows, "text/plain", "結果.txt")
    assert choose(document).name == "plain"


def test_names_stay_with_their_words() -> None:
    """≪沖 ひとみ≫ beside ≪町長≫ are speakers by name, and a bare surname before a colon is whom the head of the page names."""
    named = _read("".join(f"≪沖ひとみ≫{q}\n≪町長≫{a}\n" for q, a in SAID))
    assert {q.speaker.name for e in named.exchanges for q in e.questions} == {"沖ひとみ"}
    surname = _read("一般質問\n沖　ひとみ\n\n" + "".join(f"沖：{q}\n林町長：{a}\n" for q, a in SAID))
    assert {q.speaker.name for e in surname.exchanges for q in e.questions} == {"沖"}
    assert {a.speaker.name for e in surname.exchanges for a in e.answers} == {"林"}


def test_two_questions_of_a_surname_to_an_office_are_enough() -> None:
    """前田：… and 水産課長：… are people who speak; two of what may head a list (経過：, 冬期：) are none."""
    read = _read("".join(f"前田:{q}\n水産課長:{a}\n" for q, a in SAID[:2]))
    assert [(e.question_text, e.answer_text) for e in read.exchanges] == list(SAID[:2])
    assert {q.speaker.name for e in read.exchanges for q in e.questions} == {"前田"}
    assert choose(_document("".join(f"経過:{q}\n冬期:{a}\n" for q, a in SAID[:2]))).name == "plain"


def test_a_wish_without_its_verb_asks() -> None:
    """便の増発を。 and 松を切ってみては。 wish as 増やしてほしい does; 前 田： is a short surname set wide."""
    rows = [("渡し船の便の増発を。", "船主と話す。"), ("浜の松を切ってみては。", "良い案と思う。")]
    read = _read(
        "".join(f"前 田：{q}\n町側：{a}\n" for q, a in [*rows, ("畳の入替を。", "来年度に替える。")])
    )
    assert [(e.question_text, e.answer_text) for e in read.exchanges][:2] == rows
    assert {q.speaker.name.replace(" ", "") for e in read.exchanges for q in e.questions} == {"前田"}


def test_what_a_printed_reply_answers_is_a_question() -> None:
    """反対の立場を示すべきだ。 is no motion where the mayor's reply is printed below it."""
    rows = [("国の改定に反対の立場を示すべきだ。", "国に要望しています。"), *SAID]
    read = _read("".join(f"{q}\n（町長）{a}\n" for q, a in rows))
    assert [(e.status, e.question_text, e.answer_text) for e in read.exchanges] == [
        ("answered", q, a) for q, a in rows
    ]


def test_columns_cut_to_letters_are_plain() -> None:
    """The heads of columns that a drawn page cut to one letter a line: what stands around them is not in order."""
    rows = "".join(f"質問{NUMBERS[i]}　{q}\n町\n方\n番\n号\n※{a}\n" for i, (q, a) in enumerate(SAID))
    assert choose(_document(rows)).name == "plain"
