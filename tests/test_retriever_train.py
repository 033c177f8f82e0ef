"""Training of the bundled model, on a few lines of data of our own."""

from __future__ import annotations

import dataclasses
import json
import lzma
import random
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as functional

from corpus.errors import SettingsError
from retriever.encoders import StaticEncoder
from retriever.jmdict import dictionary_path
from retriever.train.__main__ import train
from retriever.train.batches import Texts, frequent_pieces, make_group, schedule
from retriever.train.data import Place, read_training_data
from retriever.train.export import quantised
from retriever.train.general import GENERAL, TRANSLATED, main_axes, read_word_vectors, with_general_part
from retriever.train.glossary import Glossary, dictionary_glosses, joined_glosses
from retriever.train.loop import Schedule
from retriever.train.loss import equal_pairs, info_nce, token_sums
from retriever.train.recipe import Recipe, thinned
from retriever.train.synthetic import (
    cloze_pairs,
    era_pairs,
    glossed_pairs,
    place_pairs,
    synonym_pairs,
    turn_pairs,
)
from retriever.train.vocabulary import COMPOUND_COUNT, learn_tokenizer

THEMES = (
    "図書館",
    "防災倉庫",
    "学童保育",
    "下水道",
    "路線バス",
    "公園",
    "介護保険",
    "観光案内",
    "農道",
    "空き家",
)
TINY = dataclasses.replace(
    Recipe(),
    vocabulary=400,
    dimension=32,
    general=2 / 32,
    glossed=20,
    glosses=False,
    cloze=20,
    schedule=Schedule(batch_size=8, learning_rate=0.05),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of the expected form; the last theme is held out."""
    path = tmp_path_factory.mktemp("data")
    pairs = [
        {
            "query": f"{theme}の今後の整備についてどのように進めるお考えか、また{theme}の予算の規模を市長に伺います。",
            "passage": f"{theme}につきましては、来年度から三か年で順次進めてまいりますとともに、{theme}の予算を増やします。",
            "source": "shinagawa_adjacent",
        }
        for theme in THEMES
    ]
    _write(
        path / "pairs_train.jsonl.xz", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in pairs)
    )
    _write(path / "pairs_dev.jsonl.xz", json.dumps(pairs[-1] | {"source": "dev"}, ensure_ascii=False) + "\n")
    english = [("図書館", "library"), ("公園", "park"), ("予算", "budget"), ("予算", "estimate")]
    rows = [f"{ja}の予算です。\tthe budget of the {en}\tours" for ja, en in english]
    rows += [f"{ja}\t{en}\tdict_edict" for ja, en in english]
    _write(path / "parallel_train.tsv.xz", "ja\ten\tsource\n" + "\n".join(rows) + "\n")
    utterances = [
        {
            "municipality": "試験市",
            "meeting": pair["source"],
            "date": str(number),
            "text": pair["query"] + pair["passage"] * 3,
        }
        for number, pair in enumerate(pairs)
    ]
    _write(
        path / "minutes.jsonl.xz", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in utterances)
    )
    (path / "municipalities.tsv").write_text(
        "name\tprefecture\tkana\tromaji\tprefecture_romaji\n試験市\t試験県\tシケンシ\tShiken\tShiken\n",
        encoding="utf-8",
    )
    return path


def _write(path: Path, text: str) -> None:
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(text)


def test_held_out_texts_are_not_trained_on(folder: Path) -> None:
    """Protects: pairs and whole meetings of the development files, and sources named, are left out."""
    data = read_training_data(folder)
    assert len(data.pairs["shinagawa_adjacent"]) == len(THEMES) - 1
    assert not any("空き家" in text for pair in data.pairs["shinagawa_adjacent"] for text in pair)
    assert not any("空き家" in text for meeting in data.minutes for text in meeting)
    assert read_training_data(folder, ["shinagawa_adjacent"]).pairs == {}
    assert data.dictionary[0] == ("図書館", "library")


def test_training_is_repeatable_and_learns(folder: Path, tmp_path: Path) -> None:
    """Protects: the command's steps run on any folder of that form, give the same model twice, and it finds replies."""
    lines: list[str] = []
    for name in ("first", "second"):
        train(folder, tmp_path / name, TINY, threads=1, report=lines.append)
    first, second = (StaticEncoder(tmp_path / name, name) for name in ("first", "second"))
    assert first.fingerprint == second.fingerprint
    passages = [f"{theme}については来年度から進めてまいります。" for theme in THEMES[:9]]
    questions = [f"{theme}をどう進めるのか伺います。" for theme in THEMES[:9]]
    scores = first.encode_queries(questions) @ first.encode_passages(passages).T
    assert (scores.argmax(axis=1) == np.arange(9)).mean() >= 0.8
    assert any("left" in line for line in lines), "progress is reported"


def test_vocabulary_holds_words() -> None:
    """Protects: words, frequent compounds, whole English words and figures are pieces; width, case, marks do not matter."""
    texts = ["図書館の予算について伺います。", "The library budget, 2026: 1,200 volumes"] * COMPOUND_COUNT
    tokenizer = learn_tokenizer([*texts, "水族館"], 300)
    assert tokenizer.encode("図書館の予算").tokens == ["図書館", "の", "予算"]
    assert tokenizer.encode("水族館").tokens == ["水族", "館"]
    assert tokenizer.encode("ＬＩＢＲＡＲＹ「budget」２０２６").tokens == ["library", "budget", "2026"]
    assert tokenizer.token_to_id("[UNK]") == 0
    assert tokenizer.encode("龘").ids == [0]


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


def test_schedule_covers_each_pair() -> None:
    """Protects: a pass takes every pair about once, keeps neighbours together, and mixes no groups."""
    texts = [(f"予算{number}", f"公園{number}") for number in range(40)]
    tokenizer = learn_tokenizer([" ".join(pair) for pair in texts], 200)
    silent = np.zeros(tokenizer.get_vocab_size(), dtype=np.bool_)
    groups = [
        make_group("a", texts, tokenizer, silent, passes=1.0, run=4, dropout=0.0),
        make_group("b", texts[:16], tokenizer, silent, passes=2.0, run=1, dropout=0.0),
    ]
    batches = schedule(groups, 8, np.random.default_rng(0))
    assert sorted(number for number, _ in batches) == [0] * 5 + [1] * 4
    rows = np.concatenate([found for number, found in batches if number == 0])
    assert sorted(rows.tolist()) == list(range(40))
    steps = np.concatenate([np.diff(found) for number, found in batches if number == 0])
    assert (steps == 1).mean() > 0.5


def test_pairs_without_words_are_left_out() -> None:
    """Protects: a pair of which one side has no word, or only silent ones, gives no batch a vector of zeros."""
    tokenizer = learn_tokenizer(["予算 公園 の"] * 5, 50)
    silent = np.zeros(tokenizer.get_vocab_size(), dtype=np.bool_)
    silent[tokenizer.token_to_id("の")] = True
    pairs = [("の", "公園"), ("予算の", "の公園の"), ("？", "公園")]
    group = make_group("a", pairs, tokenizer, silent, passes=1.0, run=1, dropout=0.0)
    assert len(group) == 1
    assert group.queries.ids.tolist() == [tokenizer.token_to_id("予算")]
    assert group.passages.ids.tolist() == [tokenizer.token_to_id("公園")]


def test_frequent_pieces() -> None:
    """Protects: what stands in more than a fifth of the texts is silent, however often in one of them."""
    texts = Texts(np.array([1, 2, 2, 2, 1, 3, 1, 4, 1, 5, 1], dtype=np.int32), np.array([0, 4, 6, 8, 10, 11]))
    assert frequent_pieces(texts, 6).tolist() == [False, True, False, False, False, False]


def test_quantised_rows() -> None:
    """Protects: int8 rows times their factor are the vectors, to half a step."""
    vectors = np.random.default_rng(0).standard_normal((50, 16)).astype(np.float32)
    vectors[0] = 0
    rows, factors = quantised(vectors)
    assert rows.dtype == np.int8
    np.testing.assert_allclose(rows * factors[:, None], vectors, atol=float(factors[1:].max()) / 2 + 1e-6)
    assert (rows[0], factors[0]) == (pytest.approx(np.zeros(16)), 1.0)


def test_gradients_are_those_of_pytorch() -> None:
    """Protects: sums and loss with their gradient written out give what PyTorch derives from the plain formula."""
    generator = np.random.default_rng(1)
    ids, owner = (
        generator.integers(1, 9, 40),
        np.sort(np.concatenate((np.arange(8), generator.integers(0, 8, 32)))),
    )
    numbers = np.array([0, 1, 2, 1])
    ours = torch.nn.Parameter(torch.from_numpy(generator.standard_normal((9, 5))).float())
    theirs = torch.nn.Parameter(ours.detach().clone())

    unit = functional.normalize(token_sums(ours, ids, owner, 8), dim=1)
    loss = info_nce(unit[:4], unit[4:], 20.0, equal_pairs(numbers, np.arange(4)))
    loss.backward()

    plain = torch.zeros(8, 5).index_add(0, torch.from_numpy(owner), theirs[torch.from_numpy(ids)])
    plain = functional.normalize(plain, dim=1)
    logits = plain[:4] @ plain[4:].T * 20.0
    copies = torch.from_numpy(numbers[:, None] == numbers[None, :]).fill_diagonal_(False)
    logits = logits.masked_fill(copies, -1e9)
    target = torch.arange(4)
    expected = (functional.cross_entropy(logits, target) + functional.cross_entropy(logits.T, target)) / 2
    expected.backward()

    assert loss.item() == pytest.approx(expected.item(), rel=1e-5)
    assert ours.grad is not None
    assert theirs.grad is not None
    torch.testing.assert_close(ours.grad, theirs.grad, atol=1e-5, rtol=1e-4)


@pytest.mark.skipif(dictionary_path() is None, reason="jamdict-data is not installed")
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


def test_general_knowledge_stands_beside_what_was_learned() -> None:
    """Protects: words that the web uses alike get the same direction there, of the length that the learned part asks for; a
    translation gets its words' direction; what nobody knows gets none."""
    words = {
        "見回り": np.array([1.0, 0.0, 5.0], dtype=np.float32),
        "パトロール": np.array([1.0, 0.0, 5.0], dtype=np.float32),
        "給食": np.array([-2.0, 1.0, 5.0], dtype=np.float32),
    }
    pieces = ["▁見回り", "パトロール", "給食", "patrol", "学校給食費", "the"]
    learned = np.full((6, 4), 0.5, dtype=np.float32) * np.arange(1, 7, dtype=np.float32)[:, None]
    rows = [("patrol", "パトロール"), ("(school) lunch of the day", "給食"), ("unknown", "未知")]
    table = with_general_part(learned, pieces, words, rows, 2)
    assert table.shape == (6, 6)
    np.testing.assert_array_equal(table[:, :4], learned)
    general = table[:, 4:]
    np.testing.assert_allclose(
        np.linalg.norm(general, axis=1), [GENERAL, 2 * GENERAL, 3 * GENERAL, 4 * TRANSLATED, 0, 0], atol=1e-6
    )
    np.testing.assert_allclose(general[1], 2 * general[0], atol=1e-6)
    np.testing.assert_allclose(general[3] / TRANSLATED, 4 * general[0] / GENERAL, atol=1e-5)
    assert general[0] @ general[2] < 0


def test_main_axes_keep_what_tells_texts_apart() -> None:
    """Protects: of axes that texts do not use nothing is kept, and cosines of texts stay what they were."""
    texts = np.array([[1, 0, 0, 0], [0.6, 0.8, 0, 0], [0, 1, 0, 0]], dtype=np.float32)
    kept = main_axes(np.vstack((texts, [[0, 0, 3, 0]])).astype(np.float32), texts, 2)
    np.testing.assert_allclose(kept[:3] @ kept[:3].T, texts @ texts.T, atol=1e-6)
    np.testing.assert_allclose(kept[3], 0, atol=1e-6)


def test_training_joins_general_knowledge(folder: Path, tmp_path: Path) -> None:
    """Protects: the command's steps give a model of the wanted size with the general part in it."""
    words = {word: np.eye(3, dtype=np.float32)[i] for i, word in enumerate(("公", "園", "算"))}
    train(folder, tmp_path, TINY, threads=1, words=words, report=lambda _: None)
    encoder = StaticEncoder(tmp_path, "joined")
    known, unknown = encoder.encode_passages(["公園", "令和"])
    assert known.shape == (32,)
    assert np.linalg.norm(known[-2:]) > 0.3
    assert np.linalg.norm(unknown[-2:]) == 0


def test_missing_word_vectors_are_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: without the package the training says what to install instead of shipping a lesser model."""
    monkeypatch.setattr("retriever.train.general.find_spec", lambda name: None)
    with pytest.raises(SettingsError, match="pip install --no-deps ja-ginza"):
        read_word_vectors()
