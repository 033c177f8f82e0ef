"""Training of the bundled model, on a few lines of data of our own."""

from __future__ import annotations

import dataclasses
import json
import lzma
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import SettingsError
from retriever.encoders import StaticEncoder
from retriever.train.__main__ import train
from retriever.train.data import read_training_data
from retriever.train.general import GENERAL, TRANSLATED, main_axes, read_word_vectors, with_general_part
from retriever.train.loop import Schedule
from retriever.train.recipe import Part, Recipe

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
    # All of the product's synonyms are 50,000 pairs beside a few of each other kind.
    parts={**Recipe().parts, "synonyms": Part(0.1, dropout=0.0)},
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
