"""A member's speech on many matters and the replies to it: what was found is shown by the matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_store import read_in

from chat.answers.matters import LONG, part_scores
from chat.service import Service
from retriever.types import Hit, PassageHit

MATTERS = (
    ("橋の点検", "老朽化した橋が増えて不安の声があります。橋の点検の進み具合を伺います。", "市内の橋214か所の点検を終えました"),
    ("学童保育", "夕方まで働く親には学童保育が欠かせません。学童保育の定員を伺います。", "学童保育の定員を40人増やしました"),
    ("森林の間伐", "手入れのない森林が荒れています。森林の間伐の面積を伺います。", "森林の間伐は年に30ヘクタールです"),
    ("図書館の開館", "仕事帰りに図書館を使いたい人がいます。図書館の開館時間を伺います。", "図書館は夜8時まで開けています"),
    ("水道の料金", "物価が上がり家計が苦しくなっています。水道の料金の見通しを伺います。", "水道の料金は据え置きます"),
    ("鹿の被害", "畑を荒らす鹿が後を絶ちません。鹿の被害への備えを伺います。", "鹿の柵を12キロメートル延ばします"),
)  # fmt: skip
MORE = "関係する皆様の御意見をよく聴きながら、限られた財源の中で優先する順を定めて取り組んでまいります。"


def record() -> str:
    """A day of general questions: all questions in one speech, all replies in another."""
    opening = "青山市議会　令和6年3月定例会\n令和6年3月7日（木曜日）\n\n○議長（森一郎君）　一般質問を行います。5番、原花子さん。\n\n"
    asked = "\n".join(f"次に、{subject}についてであります。{question}" for subject, question, _ in MATTERS)
    said = "\n".join(
        f"次に、{subject}についてであります。{reply}。{MORE * 5}" for subject, _, reply in MATTERS
    )
    return (
        f"{opening}○5番（原花子さん）　{asked}\n\n○議長（森一郎君）　市長。\n\n"
        f"○市長（谷次郎君）　原議員の御質問にお答えいたします。\n{said}\n"
    )


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """Over that day."""
    return read_in(tmp_path, {"teirei.txt": record()})


def test_a_speech_of_many_matters_is_found_by_the_matter(service: Service) -> None:
    """The hit is the question and the reply on the woods, not an hour of speech; and nothing of other matters is quoted."""
    (whole,) = service.store.exchanges()
    assert len(whole.exchange.question_text) + len(whole.exchange.answer_text) >= LONG
    assert len(whole.exchange.parts) == len(MATTERS)
    answer = service.ask("青山市の森林の間伐の面積はどれくらいですか。")
    first = answer.hits[0]
    subject, question, reply = MATTERS[2]
    assert first.stored.exchange.question_text == f"次に、{subject}についてであります。{question}"
    assert first.stored.exchange.answer_text.startswith(f"次に、{subject}についてであります。{reply}。")
    assert (first.hit.rank, first.stored.parent_id) == (1, whole.exchange.id)
    assert {citation.exchange_id for citation in answer.citations} == {whole.exchange.id}
    quoted = "".join(citation.quote for citation in answer.citations)
    assert [subject for subject, _, reply in MATTERS if reply in quoted] == ["森林の間伐"]


def test_a_search_gives_the_matter(service: Service) -> None:
    """As an answer does: command, API and other programs get the reply on the woods, can open it, and get no more than they asked for.
    Who asks for the whole gets the whole."""
    (first, *_) = found = service.search("森林の間伐の面積")
    assert first.stored.exchange.answer_text.startswith("次に、森林の間伐についてであります。")
    assert first.stored.exchange.id == first.hit.exchange_id
    assert service.exchange(first.hit.exchange_id) is not None
    assert [item.hit.rank for item in found] == [*range(1, len(found) + 1)]
    assert service.search("森林の間伐と鹿の被害", k=1) == service.search("森林の間伐と鹿の被害", k=10)[:1]
    (whole,) = service.search("森林の間伐の面積", whole=True)
    assert len(whole.stored.exchange.parts) == len(MATTERS)


@pytest.mark.parametrize("question", ["青山市の図書館の点検と料金と面積", "橋の見通しと時間と面積は"])
def test_words_of_many_matters_are_of_none(service: Service, question: str) -> None:
    """Inspection, fees and areas are all spoken of in an hour's reply, each of another thing."""
    assert service.ask(question).status == "no_evidence"


def test_a_part_counts_by_its_best_passage() -> None:
    """In words and in meaning, each beside the best passage of the whole."""
    passages = (
        PassageHit(1, "a", "question", (("lexical", 4.0),)),
        PassageHit(2, "a", "answer", (("lexical", 2.0), ("dense", 0.5))),
        PassageHit(3, "b", "answer", (("dense", 0.4),)),
    )
    assert part_scores(Hit(1, 1.0, "x", (), passages)) == {"a": 1.5, "b": 0.8}


SITE = """青山市議会　令和6年3月定例会
令和6年3月7日（木曜日）

○議長（森一郎君）　一般質問を行います。5番、原花子さん。

○5番（原花子さん）　1点目、みどり製紙株式会社青山工場跡地の使い道について伺います。去年の暮れに工場が止まり、煙突の煙も見えなくなりました。いまの進み具合とこれからの見通しを伺います。
2点目、市内の働き手についてであります。小さな店では人手の足りない日が続いております。どんな手を打つのか伺います。

○議長（森一郎君）　市長。

○市長（谷次郎君）　原議員の御質問にお答えいたします。
1点目の跡地の使い道についてお答えをいたします。去年の秋、工場が止まる前から使い道の検討を続けておりまして、三つの柱である苗畑、木工、倉庫を中心に形にしようと取り組んでおります。
2点目の市内の働き手についてお答えをいたします。仕事を探す方の二倍の求人が出ております。市といたしまして、去年の暮れに生産を止めたみどり製紙株式会社青山工場等を離れた方を市内の店が雇う場合、四十万円までを助成する制度を設けたところでございます。
"""


def test_the_part_that_was_asked_this_replies_without_its_name(tmp_path: Path) -> None:
    """The reply on the site does not say the company's name, that on the staff does."""
    service = read_in(tmp_path, {"teirei.txt": SITE})
    answer = service.ask("青山市のみどり製紙跡地はどうなるの")
    assert answer.citations
    assert "三つの柱である苗畑、木工、倉庫" in answer.citations[0].quote
