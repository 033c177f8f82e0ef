"""The baselines: each search does what it stands for, and all read alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from corpus.types import Meeting, Municipality, Speaker
from evals.baselines import Baseline, read
from evals.dense import Dense, fused
from evals.gold import GoldQuestion
from evals.lexical import Bm25, KeywordAnd, default_words, japanese_words
from evals.units import Unit

TOWN = Municipality("000000", "森川市", "山県")


def unit(name: str, question: str, reply: str, date: str = "2023-06-01") -> Unit:
    return Unit(
        name, "a.txt", question, reply, Meeting(municipality=TOWN, date=date), "", Speaker("", "課長")
    )


UNITS = (
    unit("bus", "市営バスの減便はいつ戻るのか。", "運転手が足りません。来年四月の再開を目標とします。"),
    unit("pool", "市民プールの料金は。", "改定の予定はありません。"),
    unit("bus2", "市営バスの運転手の採用は。", "五人を採用しました。", date="2024-03-01"),
)


class Letters:
    """A stand-in encoder: a text's vector counts some letters, so likeness is by shared letters."""

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray[Any, Any]:
        return np.array([[text.count(c) + 0.01 for c in "バプ料採減"] for text in texts], dtype=np.float32)

    encode_passages = encode_queries


def names(found: list[tuple[int, float]]) -> list[str]:
    return [UNITS[n].id for n, _ in found]


def test_keyword_and_wants_every_word_newest_first() -> None:
    """Protects: all words must occur; the newest meeting comes first; a sentence is one word and is found nowhere."""
    search = KeywordAnd(UNITS)
    assert names(search("市営バス 運転手", 10)) == ["bus2", "bus"]
    assert names(search("市営バス　プール", 10)) == []
    assert names(search("市営バスの減便はいつ元に戻りますか", 10)) == []
    assert search(" ？", 10) == []


def test_default_words_keep_japanese_runs_whole() -> None:
    """Protects: the default analyser takes a run of letters for a word, and drops one of more than 40 bytes."""
    assert default_words("LINEの 開設、あ") == ["lineの", "開設", "あ"]
    assert default_words("市営バスの減便はいつ元に戻りますか") == []


def test_japanese_words_find_what_default_words_do_not() -> None:
    """Protects: with Japanese words a question finds the exchange that shares its words, particles not counted."""
    words = japanese_words()
    assert words("バスの運転手は、") == ["バス", "運転", "手"]
    question = "バスの減便について"
    assert names(Bm25(UNITS, words)(question, 10))[0] == "bus"
    assert Bm25(UNITS, default_words)(question, 10) == []


def test_dense_and_fusion() -> None:
    """Protects: dense finds the nearest by cosine; fusion adds 1 / (60 + rank) over the searches."""
    dense = Dense(UNITS, Letters())
    assert names(dense("プールの料金", 10))[0] == "pool"
    both = fused(lambda q, k: [(0, 9.0), (1, 8.0)], lambda q, k: [(1, 0.5)])
    assert both("q", 10) == [(1, 1 / 62 + 1 / 61), (0, 1 / 61)]
    assert both("q", 1)[0][0] == 1


def test_reader_takes_the_sentences_most_like_the_question() -> None:
    """Protects: the three sentences that share most words, in the record's order, within 400 characters."""
    words = japanese_words()
    reply = "御質問にお答えします。料金は三百円です。利用は午前九時からです。改定の時期は未定です。"
    assert read("料金の改定の時期はいつか", reply, words)[-1] == "改定の時期は未定です。"
    assert len(read("料金", reply, words)) == 3
    long = "料金は" + "あ" * 500 + "。料金です。"
    assert read("料金", long, words) == ["料金は" + "あ" * 500 + "。"]
    assert read("料金", "", words) == []


def test_baseline_answers_in_the_contract_form() -> None:
    """Protects: quotes are letter for letter of the first hit, with its data; nothing found is no evidence."""
    words = japanese_words()
    baseline = Baseline("bm25-japanese", Bm25(UNITS, words), UNITS, words)
    given = baseline.answer(GoldQuestion("q", "プールの料金"))
    assert given.body["status"] == "answered"
    assert given.body["text"] == "改定の予定はありません。"
    citation = given.body["citations"][0]
    assert (citation["municipality"], citation["date"], citation["speaker"]["office"]) == (
        "森川市",
        "2023-06-01",
        "課長",
    )
    assert given.confidence == pytest.approx(given.body["hits"][0]["score"], abs=1e-5)
    refused = baseline.answer(GoldQuestion("q", "zzz"))
    assert (refused.body["status"], refused.body["hits"], refused.body["text"]) == ("no_evidence", [], "")


def test_follow_up_is_asked_with_what_the_user_said_before() -> None:
    """Protects: BM25 sees the user's earlier message; the council site sees only what is typed."""
    asked: list[str] = []

    def search(question: str, k: int) -> list[tuple[int, float]]:
        asked.append(question)
        return []

    follow = GoldQuestion("q", "いつから", history=(("user", "バスは"), ("assistant", "減便です")))
    for name in ("bm25-japanese", "keyword-and"):
        Baseline(name, search, UNITS, str.split).answer(follow)
    assert asked == ["バスは\nいつから", "いつから"]
