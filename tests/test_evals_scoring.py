"""Scoring one answer: what was found, stated, cited, refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evals.annotation import GoldItem
from evals.gold import Gold, GoldQuestion
from evals.metrics import BY_NAME, groups, latency, measure, per_question, summary
from evals.ranking import with_ranking
from evals.scoring import Scorer, data_right, quotes_reply, shows

BUS = GoldItem(
    id="bus",
    source="a.txt",
    question="市営バスの減便はいつ元に戻るのか、運転手は何人足りないのか伺います。",
    answer="運転手は現在九人不足しており、来年四月の再開を目標に採用を進めてまいります。",
    municipality="森川市",
    date="2023-06-01",
    offices=("交通部長",),
)
POOL = GoldItem(
    id="pool",
    source="a.txt",
    question="市民プールの料金を見直す考えはあるか。",
    answer="料金の改定は予定しておりません。利用者数は手元に資料がございません。",
    municipality="森川市",
    date="2023-06-01",
    offices=("教育部長",),
)
GOLD = Gold(
    name="tiny",
    questions=(),
    items={"bus": BUS, "pool": POOL},
    record={"a.txt": BUS.body + "\n" + POOL.body},
    documents=Path(),
    fingerprint="",
)
ASKED = GoldQuestion(
    id="q", question="運転手の不足は", needs=(("bus",), ("pool",)), facts=(("9人", "九人"), ("来年四月",))
)
UNASKED = GoldQuestion(
    id="u",
    question="プールの利用者数は",
    answerable=False,
    related=("pool",),
    not_given=(("手元に資料がございません",),),
)


def citation(item: GoldItem, quote: str, **other: Any) -> dict[str, Any]:
    return {
        "quote": quote,
        "source": item.source,
        "municipality": item.municipality,
        "date": item.date,
        "speaker": {"name": "", "office": item.offices[0]},
    } | other


def answer(
    text: str = "", *citations: dict[str, Any], hits: tuple[str, ...] = (), status: str = "answered"
) -> dict[str, Any]:
    shown = [{"question_text": "", "answer_text": text} for text in hits]
    return {"status": status, "text": text, "citations": list(citations), "hits": shown}


def test_shows_needs_most_of_the_item_in_a_hit_of_fitting_size() -> None:
    """Protects: half an item inside its own text is a hit; the item inside a far longer text is none."""
    assert shows(BUS, BUS.answer)
    assert shows(BUS, BUS.body + "あ" * 50)
    assert not shows(BUS, POOL.body)
    far = "".join(chr(0x4E00 + i) for i in range(1600))
    assert not shows(BUS, BUS.body + far)


def test_quotes_reply_not_the_question() -> None:
    """Protects: what the member asked is not the reply; under eight characters nothing is proved."""
    assert quotes_reply(BUS, "現在九人不足しており")
    assert not quotes_reply(BUS, BUS.question)
    assert not quotes_reply(BUS, "九人不足")


def test_citation_data() -> None:
    """Protects: town, date and office must all be right; an office may be printed with the name."""
    right = citation(BUS, "")
    assert data_right(BUS, right)
    assert data_right(BUS, right | {"speaker": {"office": "", "name": "石田交通部長"}})
    assert not data_right(BUS, right | {"municipality": "林川市"})
    assert not data_right(BUS, right | {"date": ""})
    assert not data_right(BUS, right | {"speaker": None})


def test_answer_with_one_of_two_facts() -> None:
    """Protects: facts 1 of 2, so truth −1; one of two quotes right and verbatim; one of two needs cited."""
    good = citation(BUS, "運転手は現在九人不足しており")
    bad = citation(BUS, "運転手は現在二人不足しており")
    score = Scorer(GOLD).score(
        ASKED, answer("運転手は現在九人不足しており", good, bad, hits=(POOL.body, BUS.body))
    )
    assert (score.facts, score.truth) == ((True, False), -1)
    assert (score.satisfied, score.needs) == (((1,), (0,)), 2)
    assert (score.quotes, score.verbatim) == (2, 1)
    assert (score.citations, score.citations_right, score.data_right, score.needs_cited) == (2, 1, 1, 1)
    assert (score.chars, score.own) == (14, 0.0)


def test_refusing_an_answerable_question() -> None:
    """Protects: a refusal scores 0, states nothing and cites nothing, whatever its text holds; its hits still count."""
    text = "九人 来年四月"
    score = Scorer(GOLD).score(
        ASKED, answer(text, citation(BUS, BUS.answer), hits=(BUS.body,), status="no_evidence")
    )
    assert (score.truth, score.facts, score.citations, score.needs_cited, score.chars) == (
        0,
        (False, False),
        0,
        0,
        0,
    )
    assert score.satisfied == ((0,),)


def test_unanswerable_questions() -> None:
    """Protects: refused is right; so is quoting that it is not given, from that place only; all else is wrong."""
    scorer = Scorer(GOLD)
    said = "利用者数は手元に資料がございません。"
    assert scorer.score(UNASKED, answer(status="no_evidence")).truth == 1
    assert scorer.score(UNASKED, answer(said, citation(POOL, said))).refused_right
    assert scorer.score(UNASKED, answer(said)).truth == -1
    assert scorer.score(UNASKED, answer(said, citation(POOL, said), citation(BUS, BUS.answer))).truth == -1
    assert scorer.score(UNASKED, answer("五千人です", citation(POOL, said))).truth == -1


def test_own_words_are_neither_record_nor_citation_data() -> None:
    """Protects: town and date of a citation are not framing; invented sentences are."""
    scorer, quote = Scorer(GOLD), BUS.answer
    assert scorer.score(ASKED, answer(quote, citation(BUS, quote))).own == 0.0
    assert (
        scorer.score(ASKED, answer("まったく別のことばで書かれた作文です", citation(BUS, quote))).own == 1.0
    )


def test_metrics_are_sums_over_questions() -> None:
    """Protects: facts 1 of 2; recall@5 2 of 2 needs; truth (−1 + 1) / 2; answered over answerable questions only."""
    scorer = Scorer(GOLD)
    scores = with_ranking(
        [
            scorer.score(ASKED, answer("九人", hits=(POOL.body, BUS.body)), elapsed_ms=10),
            scorer.score(UNASKED, answer(status="no_evidence"), elapsed_ms=30),
        ]
    )
    values = {name: value.value for name, value in summary(scores).items()}
    assert (values["facts"], values["recall@5"], values["recall@1"], values["mrr"]) == (0.5, 1.0, 0.5, 1.0)
    assert (values["truth"], values["answered"], values["refused"], values["chars"]) == (0.0, 1.0, 1.0, 2.0)
    assert values["cite_p"] is None
    assert latency(scores) == pytest.approx((20.0, 29.0))
    assert list(groups(scores)) == ["natural", "lang:ja"]
    assert per_question(BY_NAME["refused"], scores[0]) is None
    assert per_question(BY_NAME["facts"], scores[0]) == 0.5
    assert measure(BY_NAME["truth"], scores).denominator == 2
