"""The pairs that training makes of minutes and dictionaries, on a few lines of our own."""

from __future__ import annotations

import random

from retriever.jmdict import dictionary_path
from retriever.train.data import Place
from retriever.train.glossary import Glossary, dictionary_glosses, joined_glosses
from retriever.train.recipe import thinned
from retriever.train.synthetic import (
    cloze_pairs,
    era_pairs,
    glossed_pairs,
    place_pairs,
    synonym_pairs,
    turn_pairs,
)


def test_gloss_takes_the_word_that_translations_use() -> None:
    """Protects: among a headword's glosses the one of parallel sentences wins; runs of katakana count as a whole."""
    dictionary = [("予算", "budget"), ("予算", "estimate"), ("公園", "park"), ("タイ", "necktie")]
    glossary = Glossary(dictionary, [("予算です。", "the budget")] * 200)
    generator = random.Random(0)
    words = [glossary.gloss("公園の予算のタイミング", generator).split() for _ in range(40)]
    assert sum("budget" in one for one in words) >= 38
    assert all("park" in one and "necktie" not in one for one in words)
    pairs = glossed_pairs(["公園の予算を伺います。"], glossary, 5, generator)
    assert pairs
    assert all(japanese in "公園の予算を伺います。" for _, japanese in pairs)


def test_glosses_of_the_dictionary() -> None:
    """Protects: entries of several words and plain forms of verbs get their glosses; particles and 〜です get none."""
    path = dictionary_path()
    assert path is not None
    wanted = ("待機児童", "中小企業", "減らす", "支援")
    rows = [row for row in dictionary_glosses(path) if row[0] in wanted]
    glossary = Glossary(rows, [])
    text = "待機児童を減らし、中小企業を支援するのです。"
    assert list(glossary.headwords(text)) == ["待機児童", "減らす", "中小企業", "支援"]
    assert "small and medium-sized" in glossary.gloss(text, random.Random(2))
    assert glossary.used["待機児童"] == 1


def test_glosses_in_one_row() -> None:
    """Protects: every gloss finds its headword, and so do all of them together."""
    assert joined_glosses([("予算", "budget"), ("予算", "estimate")]) == [
        ("budget", "予算"),
        ("estimate", "予算"),
        ("budget; estimate", "予算"),
    ]


def test_cloze_leaves_the_sentence_out() -> None:
    """Protects: the passage is the speech around the sentence, without it; short speeches give none."""
    parts = [
        f"第{number}の論点として、地域の防災に関わる取組の進み具合を順に御説明いたします。"
        for number in range(1, 6)
    ]
    [(sentence, around)] = cloze_pairs([["はい。", "".join(parts)]], 10, random.Random(1))
    assert sentence in parts
    assert around == "".join(part for part in parts if part != sentence)


def test_era_and_place_pairs() -> None:
    """Protects: 平成31年 is 2019, the first year is written 元年, and names go with kana and English spelling."""
    pairs = era_pairs()
    assert ("2019年", "平成31年") in pairs
    assert ("2019年", "令和元年") in pairs
    assert ("FY2021", "令和3年") in pairs
    place = Place("試験市", "試験県", "シケンシ", "Shiken", "Shiken")
    assert place_pairs([place]) == [
        ("Shiken City", "試験市"),
        ("Shiken, Shiken", "試験県試験市"),
        ("シケンシ", "試験市"),
    ]


def test_turns_are_questions_and_what_follows() -> None:
    """Protects: only a turn that asks is paired with the next one, and replies known already are not taken again."""
    asks = "学校図書館の開館日を増やすことについて、これまでの検討の経過と今後の予定を順に伺います。"
    tells = (
        "学校図書館の開館日につきましては、学校と調整をしておりまして、来年度から段階的に増やしてまいります。"
    )
    assert turn_pairs([[asks, tells, asks]], []) == [(asks, tells)]
    assert turn_pairs([[asks, tells]], [tells[:20] + " " + tells[20:]]) == []
    assert turn_pairs([[asks, "はい。"]], []) == []


def test_synonyms_are_paired() -> None:
    """Protects: every two words of a group once."""
    assert synonym_pairs([("借金", "市債", "地方債", "市債")]) == [
        ("借金", "市債"),
        ("借金", "地方債"),
        ("市債", "地方債"),
    ]


def test_less_than_a_pass_takes_runs() -> None:
    """Protects: a share of a part is drawn in runs of neighbours, so that hard negatives stay together."""
    rows = [(str(number), str(number)) for number in range(40)]
    drawn = [int(left) for left, _ in thinned(rows, 0.5, 4, random.Random(0))]
    assert len(drawn) == 20
    assert all(
        drawn[start : start + 4] == list(range(drawn[start], drawn[start] + 4)) for start in range(0, 20, 4)
    )
    assert thinned(rows, 1.0, 4, random.Random(0)) == rows
