"""What is left unread because it could not matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from small_store import put, quotes, read_in

from chat.answers.extractive import Weights
from chat.answers.measuring import Measures
from chat.answers.reading import of_its_particulars, of_office
from chat.answers.said import Said, Sayings
from chat.service import Service
from corpus.spans import cut
from corpus.types import Exchange, Speaker, StoredExchange, Turn
from retriever.tokenize import shared_tokenizer
from retriever.types import Filter

TEXTS = (
    "情報セキュリティの研修",
    "行政手続のオンライン申請",
    "高齢者のスマートフォン教室",
    "職員のテレワーク",
    "災害時の情報発信",
)
LEAST, COVERING = 0.3, 0.5


def test_what_cannot_be_near_enough_is_not_read(
    sample_service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The replies near a text are those that reading every exchange gives, with fewer of them read."""
    read: list[str] = []
    of = Sayings.of

    def counted(sayings: Sayings, stored: StoredExchange, *given: Any) -> tuple[Said, ...]:
        read.append(stored.exchange.id)
        return of(sayings, stored, *given)

    monkeypatch.setattr(Sayings, "of", counted)
    every = [sample_service.nearest(text, Filter(), 20) for text in TEXTS]
    of_all, read[:] = len(read), []
    near = [sample_service.nearest(text, Filter(), 20, LEAST, COVERING) for text in TEXTS]
    wanted = [
        tuple(one for one in found if one.confidence >= LEAST and one.cover >= COVERING) for found in every
    ]
    assert near == wanted
    assert any(near)
    assert sum(map(len, near)) <= len(read) < of_all


def test_an_exchange_that_was_read_anew_is_measured_anew(service: Service) -> None:
    """Its id follows from its words, which stay; the heading may be read better by a newer version."""
    put(service, "a", [("", "いつから始めるのですか。", "四月に始めます。")], "青山市")
    (found,) = service.exchanges()
    measures = Measures(shared_tokenizer(), lambda _: True, False)
    assert "斎場" not in measures.forms_of(found)
    again = replace(found, minutes_id=found.minutes_id + 1, exchange=replace(found.exchange, topic="斎場"))
    assert "斎場" in measures.forms_of(again)


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("深海魚の養殖への補助はありますか", True),
        ("Is there a subsidy for deep-sea fish farming?", True),
        ("深海鱼的养殖有补助吗？", False),
    ],
)
def test_what_an_english_question_lacks_counts_among_many_passages(
    sample_service: Service, question: str, counts: bool
) -> None:
    """Its words stand translated among its terms, so that what an exchange lacks of them is lacking; of Chinese hardly any do."""
    (asked, *_) = sample_service._reader.read(question, (), Filter(), date(2026, 4, 1))
    (item, *_) = sample_service._finder.find(asked)
    measures = sample_service.answerer._measures
    words = measures.words_for(asked, item.stored)
    prospect = measures.prospect(asked, item, words, 1.0, 300_000, measures.heaviest(asked))
    assert (prospect.chance > 0) is counts


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("青山市の図書館で会計年度任用職員は何人働いていますか。", True),
        ("青山市の図書館で読み聞かせをする学生は何人いますか。", False),
    ],
)
def test_a_number_of_something_else_is_no_answer(service: Service, question: str, answered: bool) -> None:
    """The quotation has the question's words in one sentence and a number of people in another, which is of somebody else."""
    reply = (
        "図書館の読み聞かせは、地元の学生が毎週土曜日に行っております。子どもたちにも好評であると聞いております。"
        "図書館で働く会計年度任用職員は、今年度1,503人を任用しております。"
    )
    put(service, "a", [("", "図書館の読み聞かせと職員の体制について伺う。", reply)], "青山市")
    assert (service.ask(question).status == "answered") is answered


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("青山市は不法投棄を見張るカメラを何台置いていますか。", "answered"),
        ("青山市は不法投棄を片づける車を何台持っていますか。", "no_evidence"),
    ],
)
def test_the_first_sentence_of_a_reply_is_of_what_was_asked(
    service: Service, question: str, status: str
) -> None:
    """「全部で24台でございます」 says of nothing what it counts; the question right before it does."""
    counted = "4年度に6台ふやし、今は全部で24台でございます。映像を警察に渡したのは9件です。不法投棄の知らせは131件に減りました。"
    others = [
        ("", "湯量はどうか。", "毎分200リットルです。"),
        ("", "花壇はどうか。", "町内会が世話をしています。"),
    ]
    put(service, "a", [("", "不法投棄の監視カメラは今何台あるのですか。", counted), *others], "青山市")
    answer = service.ask(question)
    assert answer.status == status
    assert ("24台" in quotes(answer)) is (status == "answered")


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("青山市の点検では、危ない遊具はいくつ見つかり、いつまでに直すのですか。", True),
        ("青山市が新しく買う遊具はいくつで、いつ置くのですか。", False),
    ],
)
def test_all_of_a_brief_reply_is_of_what_was_asked(service: Service, question: str, answered: bool) -> None:
    """A digest says the matter in the question alone, and of the reply each sentence tells a part."""
    asked = "公園の遊具の点検で、危ないものは見つかったか。"
    reply = "業者に頼み、夏に終えた。ロープのほつれが目立った。17基あり、来年3月末までに直す。"
    put(service, "a", [("", asked, reply), ("", "湯量はどうか。", "毎分200リットルだ。")], "青山市")
    assert (service.ask(question).status == "answered") is answered


@pytest.mark.parametrize(
    ("question", "with_it"),
    [
        ("スクールバスの路線は、乗る時間がどれだけですか。", True),
        ("How long is the longest school bus route?", True),
        ("How long is the longest bridge over the river?", False),
    ],
)
def test_an_english_question_is_held_by_translations(service: Service, question: str, with_it: bool) -> None:
    """They count less than the words themselves, so that less of it is enough for a brief reply to be read with its question."""
    asks = "スクールバスの乗車時間が長いと聞くが、路線はどうか。"
    put(service, "a", [("", asks, "車庫を建てている。最長で片道75分だ。")], "青山市")
    (asked, *_) = service._reader.read(question, (), Filter(), date(2026, 4, 1))
    (found,) = service.exchanges()
    sentences = service.answerer._sentences
    scored = sentences.scored(asked, sentences.said(asked, found, ("answer",)), None, Weights())
    beside = service.answerer._measures._beside(asked, found.exchange, scored, scored[-1])
    assert beside.startswith(asks) is with_it


def test_what_is_replied_to_no_part_of_a_long_speech_counts_too(service: Service) -> None:
    """Of a long exchange only the parts that hold most of the question are looked at: a piece of the reply that no part took is one."""
    asked = [f"{place}の歩道を伺います。" for place in "東西南"]
    replied = [f"{place}の歩道は直しました。" + "丁寧に進めてまいります。" * 45 for place in "東西南"]
    put(service, "a", [("", "".join(asked), "".join((*replied, "定期券は窓口で買えます。")))], "青山市")
    (whole,) = service.exchanges()
    (question,), (reply,) = whole.exchange.questions, whole.exchange.answers
    parts = []
    for number, (wish, told) in enumerate(zip(asked, replied, strict=True)):
        start = reply.text.index(told)
        answer = replace(reply, text=told, spans=cut(reply.spans, start, start + len(told)))
        parts.append(Exchange(f"a-{number}", "", "answered", (replace(question, text=wish),), (answer,)))
    (read, *_) = service._rules.read("定期券はどこで買えますか", (), Filter(), date(2026, 4, 1))
    measures = Measures(shared_tokenizer(), lambda _: True, False)
    stored = replace(whole, exchange=replace(whole.exchange, parts=tuple(parts)))
    assert "定期" in "".join(measures.words_for(read, stored))


def test_what_a_contract_costs_is_of_its_purpose() -> None:
    """Protects: 「３契約金額、…円」 names nothing that is built, and was refused as a sum of something else; 「１契約の目的」 names it."""
    before = ["議案の内容を説明します。", "１契約の目的、水門の補修工事。", "２契約の方法、一般競争入札。"]
    assert "水門の補修" in of_its_particulars(before, "３契約金額、5,000万円。")
    assert "水門の補修" in of_its_particulars(before, "内消費税は500万円。")
    assert "水門の補修" in of_its_particulars([*before, "応募は3者です。"], "なお、工期は、翌年3月までです。")
    assert not of_its_particulars([*before, "公園も開きます。"], "費用は300万円です。")
    assert not of_its_particulars(["3者が応募しました。"], "費用は300万円です。")


def test_what_all_points_of_a_question_are_about_tells_none_of_them(service: Service) -> None:
    """The name of the company stands in the opening; the sentence of the reply that repeats it is of one point like any other."""
    member, officer = Speaker("", "議員", "member"), Speaker("", "部長", "executive")
    points = ("一つ目は、売上げの理由。", "二つ目は、人の採用。", "三つ目は、倉庫の移転。")
    texts = ("株式会社青葉林業の経営について三点伺います。", *points)
    turns = [Turn(member, text, ((0, len(text)),)) for text in texts]
    reply = (Turn(officer, "お答えします。", ((0, 7),)),)
    parts = tuple(Exchange(str(i), "", "answered", (turn,), reply) for i, turn in enumerate(turns[1:]))
    put(service, "a", [("", "湯量はどうか。", "毎分200リットルです。")], "青山市")
    (stored,) = service.exchanges()
    asked = service.analyser.analyse("青葉林業の倉庫はなぜ移すのですか", (), date(2026, 4, 1), Filter())
    for kept, opens in ((parts, True), (parts[:2], False)):
        whole = Exchange("x", "", "answered", tuple(turns), reply, parts=kept)
        opened = service.answerer._sentences.opened(asked, replace(stored, exchange=whole))
        assert any("林業" in form for form in opened) is opens
        assert not any("倉庫" in form for form in opened)


@pytest.mark.parametrize(
    ("sentence", "comes"),
    [
        ("また、本人の負担の部分についてですけれども、原則は１割でございます。", True),
        ("また、会社の負担につきましては、原則は９割でございます。", False),
        ("本人の原則は１割でございます。", False),
    ],
)
def test_a_reply_comes_to_one_point_after_another(
    sample_service: Service, sentence: str, comes: bool
) -> None:
    """What it says of the point that is asked for is said of the matter of the question, of which it says no more."""
    (asked, *_) = sample_service._reader.read(
        "補聴器は本人が何割負担するのですか", (), Filter(), date(2026, 4, 1)
    )
    assert sample_service.answerer._measures._comes_to(asked, sentence) is comes


def test_what_only_says_where_it_is_told_is_no_answer(service: Service) -> None:
    """The exchanges of the page stand in the table below it."""
    put(service, "a", [("", "", "古墳の公開に寄せられた主な意見と回答は、下記のとおりです。")], "青山市")
    assert service.ask("青山市の古墳の公開に寄せられた意見は何ですか").status == "no_evidence"


def test_the_best_reply_of_the_one_who_is_asked_for_is_kept(sample_service: Service) -> None:
    """A surer one of the same person is not the better one."""

    def reading(office: str, confidence: float) -> Any:
        turn = SimpleNamespace(speaker=Speaker("森", office, "executive"))
        return SimpleNamespace(
            chosen=[SimpleNamespace(sentence=SimpleNamespace(turn=turn))], confidence=confidence
        )

    (asked, *_) = sample_service._reader.read("総務部長は何と答えましたか", (), Filter(), date(2026, 4, 1))
    best, surer, other = reading("総務部長", 0.8), reading("総務部長", 0.9), reading("福祉部長", 0.95)
    assert of_office([best, surer, other], best, asked.office, 0.4) is best
    assert of_office([best, surer, other], other, asked.office, 0.4) is surer


def test_each_point_of_an_explanation_is_of_its_heading(tmp_path: Path) -> None:
    """The bill is named by the item of the agenda alone."""
    text = (
        "石浜市議会定例会会議録\n令和6年3月4日\n"
        "日程第１　議案第１号　石浜市灯台見学料条例の一部改正について\n"
        "○議長（林一郎君）　日程第１、議案第１号を議題といたします。説明を求めます。\n"
        "○観光課長（森次郎君）　議案第１号の説明をいたします。物の値が上がりましたので、大人を４００円から５００円に改めるものです。\n"
        "○議長（林一郎君）　質疑はありませんか。\n"
    )
    service = read_in(tmp_path, {"record.txt": text})
    assert "５００円" in quotes(service.ask("石浜市の灯台の見学料はいくらになりますか"))
