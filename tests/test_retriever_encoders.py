"""Encoders: the bundled model, a transformer on disk, errors."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from corpus.errors import EncoderError
from retriever.encoders import FEW_TEXTS, MODEL_FOLDER, StaticEncoder, load_encoder
from retriever.models import CHOICES, known_choice
from retriever.train.export import save_model

TEXTS = (
    "避難所の開設は何時ですか。",
    "髙﨑さんと𠮷野家さんの件",
    "How many shelters were opened after the typhoon?",
    "ＡＩを使った窓口、令和５年度は１,２００件です。",
    "長い発言です。保育園の待機児童について伺います。" * 120,
)


@pytest.fixture
def small_model(tmp_path: Path) -> Path:
    """A static model of two words with vectors (3, 4) and (0, -2)."""
    tokenizer = Tokenizer(Unigram([("[UNK]", 0.0), ("避難", -1.0), ("予算", -1.0)], unk_id=0))
    save_model(tmp_path / "small", np.array([[0, 0], [3, 4], [0, -2]], dtype=np.float32), tokenizer, ["ja"])
    return tmp_path / "small"


@pytest.fixture(scope="module")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transformer of random weights on disk, with prompts of its own."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from tokenizers.models import WordPiece
    from tokenizers.pre_tokenizers import BertPreTokenizer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("transformer")
    words = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "query",
        "passage",
        "q",
        "d",
        ":",
        "town",
        "budget",
        "of",
    ]
    tokenizer = Tokenizer(WordPiece({word: n for n, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = BertPreTokenizer()
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    )
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
    )
    BertModel(config).save_pretrained(folder / "raw")
    fast.save_pretrained(folder / "raw")
    module = Transformer(str(folder / "raw"))
    model = SentenceTransformer(
        modules=[module, Pooling(16)], prompts={"query": "q: ", "document": "d: "}, device="cpu"
    )
    model.save(str(folder / "model"))
    return folder / "model"


def test_static_vectors_are_the_mean(small_model: Path) -> None:
    """Protects: the mean of the words' vectors at length 1; unknown words do not count; no words give zeros."""
    encoder = StaticEncoder(small_model, "small")
    vectors = encoder.encode_queries(["避難", "避難予算", "避難ヰヱ", "", "ヰ"])
    middle = np.array([3, 2]) / np.sqrt(13)
    np.testing.assert_allclose(vectors, [[0.6, 0.8], middle, [0.6, 0.8], [0, 0], [0, 0]], atol=0.01)
    assert vectors.dtype == np.float32
    assert (encoder.id, encoder.dimension) == ("small", 2)


def test_many_texts_as_few(small_model: Path) -> None:
    """Protects: the fast way for many texts gives the vectors of the one for few."""
    encoder = StaticEncoder(small_model, "small")
    texts = ["避難", "避難避難予算", "", "予算"] * FEW_TEXTS
    one_by_one = np.concatenate([encoder.encode_passages([text]) for text in texts])
    np.testing.assert_allclose(encoder.encode_passages(texts), one_by_one, atol=1e-6)
    assert encoder.encode_passages([]).shape == (0, 2)


def test_fingerprint_follows_the_files(small_model: Path) -> None:
    """Protects: another vocabulary or other weights are another fingerprint; the place of the files is not."""
    before = StaticEncoder(small_model, "small").fingerprint
    moved = shutil.copytree(small_model, small_model.parent / "moved")
    assert StaticEncoder(moved, "other").fingerprint == before
    content = json.loads((moved / "tokenizer.json").read_text(encoding="utf-8"))
    content["model"]["vocab"][1][1] = -2.0
    (moved / "tokenizer.json").write_text(json.dumps(content), encoding="utf-8")
    assert StaticEncoder(moved, "other").fingerprint != before


def test_bundled_model_is_small_and_safe() -> None:
    """Protects: at most 30 MB with its tokenizer, no pickle."""
    files = [path for path in MODEL_FOLDER.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 30_000_000
    assert {path.suffix for path in files} <= {".safetensors", ".json", ".md"}


def test_bundled_model_loads_everywhere_alike() -> None:
    """Protects: our reader, model2vec and sentence-transformers give the same vectors, also beyond 512 pieces."""
    from model2vec import StaticModel
    from sentence_transformers import SentenceTransformer

    encoder = load_encoder()
    assert encoder is not None
    ours = encoder.encode_passages(TEXTS)
    for theirs in (
        StaticModel.from_pretrained(MODEL_FOLDER).encode(list(TEXTS)),
        SentenceTransformer(str(MODEL_FOLDER), device="cpu").encode(list(TEXTS)),
    ):
        assert (ours * theirs / np.linalg.norm(theirs, axis=1, keepdims=True)).sum(axis=1).min() >= 0.9999


def test_bundled_model_knows_both_languages() -> None:
    """Protects: English questions find Japanese replies, and a reply without a word of the question is found."""
    encoder = load_encoder("bundled")
    assert encoder is not None
    passages = [
        "保育園の待機児童は四月一日現在で十二人でございます。",
        "避難所には段ボールベッドを備蓄しております。",
        "道路の舗装は五年計画で補修してまいります。",
        "図書館の開館時間を夜八時まで延ばします。",
    ]
    questions = [
        "How many children are on the waiting list for nursery schools?",
        "What is stockpiled for evacuation shelters?",
        "When will the road pavement be repaired?",
        "Will the library stay open later?",
    ]
    scores = encoder.encode_queries(questions) @ encoder.encode_passages(passages).T
    assert scores.argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_none_is_no_encoder() -> None:
    """Protects: `none` means search by words only."""
    assert load_encoder("none") is None


def test_transformer_uses_its_saved_prompts(transformer: Path) -> None:
    """Protects: a folder's own prompts go before queries and passages; empty texts give zeros."""
    from sentence_transformers import SentenceTransformer

    encoder = load_encoder(str(transformer))
    assert encoder is not None
    model = SentenceTransformer(str(transformer), device="cpu")
    expected = model.encode(["q: town budget", "d: town budget"], prompt="", normalize_embeddings=True)
    np.testing.assert_allclose(
        encoder.encode_queries(["town budget", ""]), [expected[0], np.zeros(16)], atol=1e-5
    )
    np.testing.assert_allclose(encoder.encode_passages(["", "town budget"])[1], expected[1], atol=1e-5)
    assert encoder.dimension == 16
    assert encoder.id == str(transformer)


def test_known_models_get_the_prompts_of_their_authors(transformer: Path, tmp_path: Path) -> None:
    """Protects: a folder that bears a listed model's name is used with that model's prompts."""
    from sentence_transformers import SentenceTransformer

    folder = shutil.copytree(transformer, tmp_path / "multilingual-e5-small")
    encoder = load_encoder(str(folder))
    assert encoder is not None
    expected = SentenceTransformer(str(folder), device="cpu").encode(
        ["query: town", "passage: town"], prompt="", normalize_embeddings=True
    )
    np.testing.assert_allclose(encoder.encode_queries(["town"])[0], expected[0], atol=1e-5)
    np.testing.assert_allclose(encoder.encode_passages(["town"])[0], expected[1], atol=1e-5)
    plain = load_encoder(str(transformer))
    assert plain is not None
    assert encoder.fingerprint != plain.fingerprint


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (lambda path: path.mkdir(), "埋め込みモデルではないフォルダです"),
        (lambda path: None, "フォルダがありません"),
        (lambda path: (path.mkdir(), (path / "modules.json").write_text("[]")), "読み込めません"),
    ],
)
def test_folder_that_is_no_model(tmp_path: Path, make: object, part: str) -> None:
    """Protects: one clear line that names the folder, whatever is wrong with it."""
    assert callable(make)
    folder = tmp_path / "folder"
    make(folder)
    with pytest.raises(EncoderError, match=part) as caught:
        load_encoder(str(folder))
    assert str(folder) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_closed_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: without a way out the error comes within seconds, not after a minute and a half of retries."""
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    began = time.monotonic()
    with pytest.raises(EncoderError, match="つながりません: kaigiroku-test/no-such-model") as caught:
        load_encoder("kaigiroku-test/no-such-model")
    assert time.monotonic() - began < 10
    assert "\n" not in str(caught.value)


def test_damaged_bundled_files(tmp_path: Path) -> None:
    """Protects: missing or damaged files of a static model are one clear line."""
    with pytest.raises(EncoderError, match="読めません"):
        StaticEncoder(tmp_path, "bundled")


def test_choices() -> None:
    """Protects: the bundled model stands first; hub names and folders of that name are recognised."""
    assert CHOICES[0].name == "bundled"
    e5 = known_choice("intfloat/multilingual-e5-small")
    assert e5 is not None
    assert e5.prompts == ("query: ", "passage: ")
    assert known_choice("D:\\models\\ruri-v3-30m\\") is known_choice("cl-nagoya/ruri-v3-30m")
    assert known_choice("/srv/anything") is None
