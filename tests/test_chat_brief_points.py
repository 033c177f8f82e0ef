"""What a dossier quotes and draws from its exchanges: the sentence that asks, figures that are some, what was promised last."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_chat_check_contrast import cited

from chat.answers.member_questions import request_of
from chat.desk.brief import brief
from chat.desk.brief_outline import excerpt
from chat.desk.brief_types import Dossier
from chat.render.desk import dossier_html
from chat.service import Service
from chat.settings import Settings
from ingest.add import add_paths

SPEECH = """狛江市議会 令和{year}年第1回定例会 会議録
令和{year}年3月{day}日
○議長（田中一郎君）　次に、山田花子君の一般質問を許します。
〔12番山田花子君登壇〕
◆12番（山田花子君）　{asked}
◎防災課長（佐藤次郎君）　{told}
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """Two sessions on the stock of food."""
    folder = tmp_path_factory.mktemp("theme")
    texts = [
        SPEECH.format(
            year=5,
            day=2,
            asked="初めに、避難所の備蓄について伺います。現在の量はどれほどか、市の考えをお聞かせください。次に、駅前の広場について伺います。いつ広げますか。",
            told="避難所の備蓄についてお答えします。令和4年請願第3号のとおり、避難所の備蓄は十分とは言えません。避難所の備蓄は食料が三日分であります。備蓄の増強を検討してまいります。",
        ),
        SPEECH.format(
            year=6,
            day=4,
            asked="避難所の備蓄の増強を求めます。見解をお聞かせください。",
            told="避難所の備蓄についてお答えします。備蓄は一人当たり五食であります。備蓄の増強を検討してまいります。備蓄の費用は未定であります。",
        ),
    ]
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    made = Service.open(Settings(store=folder / "store", encoder="none"))
    add_paths(sorted(folder.glob("*.txt")), made.store)
    return made


@pytest.fixture(scope="module")
def dossier(service: Service) -> Dossier:
    return brief(service, "避難所の備蓄", service.towns()[0])


def section(dossier: Dossier, number: int) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (line.text, tuple(f"{q.label}{q.citation.quote.strip()}" for q in line.quotes))
        for line in dossier.sections[number].lines
    ]


def test_the_question_is_the_sentence_that_asks(dossier: Dossier) -> None:
    """Protects: neither the stage direction nor 「初めに…について伺います」 nor the next item; a bare 「見解を」 is not taken alone."""
    asked = [quotes[0] for _, quotes in section(dossier, 0)]
    assert asked == [
        "問現在の量はどれほどか、市の考えをお聞かせください。",
        "問避難所の備蓄の増強を求めます。",
    ]


def test_a_promise_is_listed_once_where_it_was_said_last(dossier: Dossier) -> None:
    """Protects: the same words of two sessions are one promise, and the outline names the day of the reply."""
    promised = section(dossier, 1)
    assert [quotes for _, quotes in promised] == [("答備蓄の増強を検討してまいります。",)]
    assert promised[0][0].startswith("検討・")
    assert "令和6年3月4日" in promised[0][0]


def test_the_outline_is_read_by_itself(dossier: Dossier) -> None:
    """Protects: 「次の答弁の…」 stood there without the reply; each item holds the words of the record that it rests on."""
    assert [text for text, _ in section(dossier, 5)] == [
        "避難所の備蓄について、前回の答弁（狛江市議会 令和6年第1回定例会 令和6年3月4日）以降の取組と現状の課題は。",
        "答弁「備蓄の増強を検討してまいります。」のその後の進み具合と、今後の見通しは（狛江市議会 令和6年第1回定例会 令和6年3月4日）。",
        "「備蓄の費用は未定であります。」について、改めて見解は。",
    ]


def test_what_the_outline_quotes_is_marked_as_the_record(dossier: Dossier) -> None:
    """Protects: on the English page the record's words stood there as ours, read aloud in English."""
    assert '<span class="kc-said" lang="ja">「備蓄の費用は未定であります。」</span>' in dossier_html(dossier)


@pytest.mark.parametrize(
    ("quote", "place", "head", "torn", "shown"),
    [
        ("備えは足ります。検討します。", -1, False, (False, False), "「検討します。」"),
        ("備えは足ります。検討します。", 0, True, (True, True), "…「備えは足ります。」"),
        (
            f"{'長い前置きが続く中で' * 8}、今後の備えは窓口の在り方も含めて検討します。",
            -1,
            False,
            (False, False),
            "…「今後の備えは窓口の在り方も含めて検討します。」",
        ),
        (
            f"備えについては町として十分なものと受け止めており、{'長い話が続き' * 12}ます。",
            0,
            True,
            (False, False),
            "「備えについては町として十分なものと受け止めており、」…",
        ),
        ("あ" * 81, 0, True, (False, False), f"「{'あ' * 80}」…"),
    ],
)
def test_an_excerpt_stands_in_the_quotation(
    quote: str, place: int, head: bool, torn: tuple[bool, bool], shown: str
) -> None:
    """A long sentence is cut at a comma, and … says where it goes on."""
    assert excerpt(replace(cited(quote), torn=torn), place, head) == shown


def test_figures_are_figures(dossier: Dossier) -> None:
    """Protects: 十分, 一人当たり and the year in the name of a petition are none."""
    assert [text.split("（")[0] for text, _ in section(dossier, 3)] == ["三日", "五食"]


def test_what_is_not_given_is_its_own_sentence(dossier: Dossier) -> None:
    """Protects: only the sentence that says so is quoted, not the reply around it."""
    assert [quotes for _, quotes in section(dossier, 4)] == [("答備蓄の費用は未定であります。",)]


def test_a_question_without_a_word_of_the_theme_is_not_quoted(service: Service) -> None:
    """Protects: an unrelated sentence stood as the question where a long speech had touched the theme in its reply only."""
    stored = service.search("避難所の備蓄")[0].stored
    assert request_of(service, stored, "水泳教室の月謝") is None


LEANING = """狛江市議会 令和6年第3回定例会 会議録
令和6年9月4日
○議長（田中一郎君）　次に、山田花子君の一般質問を許します。
◆12番（山田花子君）　避難所の備蓄について伺います。保管の場所をどう確保しますか。
◎防災課長（佐藤次郎君）　避難所の備蓄は、空き教室を借りて保管の場所を広げる手法があります。そうした手法も取り入れてまいります。
"""


@pytest.fixture(scope="module")
def leaning(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier of a promise that says 「そうした手法」 of the sentence before it."""
    folder = tmp_path_factory.mktemp("leaning")
    (folder / "a.txt").write_text(LEANING, "utf-8")
    made = Service.open(Settings(store=folder / "store", encoder="none"))
    add_paths([folder / "a.txt"], made.store)
    return brief(made, "避難所の備蓄", made.towns()[0])


def test_a_promise_is_quoted_with_the_sentence_that_it_leans_on(leaning: Dossier) -> None:
    """Protects: 「そうした手法も取り入れてまいります。」 stood there alone, and nobody knew which."""
    assert [quotes for _, quotes in section(leaning, 1)] == [
        (
            "答避難所の備蓄は、空き教室を借りて保管の場所を広げる手法があります。そうした手法も取り入れてまいります。",
        )
    ]


def test_the_outline_excerpts_no_promise_that_cannot_be_read_alone(leaning: Dossier) -> None:
    """Protects: a 通告 asked what became of 「そうした手法も取り入れてまいります」."""
    assert section(leaning, 5)[1] == (
        "避難所の備蓄についての答弁（狛江市議会 令和6年第3回定例会 令和6年9月4日）のその後の進み具合と、今後の見通しは。",
        (
            "答避難所の備蓄は、空き教室を借りて保管の場所を広げる手法があります。そうした手法も取り入れてまいります。",
        ),
    )


def test_the_parts_of_a_dossier_are_a_press_away(dossier: Dossier) -> None:
    """Protects: the outline stood many screens below; each part is linked with how many lines it has."""
    html = dossier_html(dossier)
    assert (
        '<a class="kc-link" href="#kc-dossier-6" rel="noopener noreferrer">通告の骨子（案）</a> 3</li>'
        in html
    )
    assert '<section id="kc-dossier-6"><h3>通告の骨子（案）</h3>' in html
