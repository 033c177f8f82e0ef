"""The search over store and index together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from small_store import CHIEF, ConceptEncoder, meeting, minutes, passages_of, source

from corpus.selection import EVERYTHING
from corpus.store import Store
from corpus.types import Speaker
from retriever.search import Searcher
from retriever.tokenize import shared_tokenizer
from retriever.types import Filter, SearchQuery

TOKENIZER = shared_tokenizer()

PAIRS = [
    ("防災", "避難所の備蓄はどうなっていますか。", "毛布と飲料水を三日分そろえています。"),
    ("図書館", "自動車文庫の巡回は増やせますか。", "来年度から巡回を週二回にします。"),
    ("情報セキュリティ", "CSIRTの体制を伺います。", "情報政策課長を責任者として六人で組織しています。"),
    ("", "", "本日の会議録署名議員は二番と三番です。"),
]


def query(text: str) -> SearchQuery:
    return SearchQuery(text, tuple((token, 1.0) for token in TOKENIZER.tokens(text)))


def ids(searcher: Searcher, text: str, filters: Filter = EVERYTHING, k: int = 10) -> list[str]:
    return [hit.exchange_id for hit in searcher.search(query(text), filters, k)]


def put(
    store: Store, key: str, pairs: Sequence[tuple[str, str, str]] = PAIRS, content: str = "", **header: str
) -> None:
    store.put(source(key, content), [minutes(key, pairs, meeting(**header))], passages_of)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "store")
    put(store, "a")
    return store


def test_words_of_question_and_answer_find_the_exchange(store: Store) -> None:
    """The exchange is the unit of result: its question's words and its answer's words count together."""
    searcher = Searcher(store, tokenizer=TOKENIZER)
    assert ids(searcher, "避難所に毛布はあるか", k=1) == ["a-0"]
    assert ids(searcher, "CSIRT の責任者", k=1) == ["a-2"]
    assert ids(searcher, "セキュリティーの責任者", k=1) == ["a-2"]


def test_a_statement_is_found(store: Store) -> None:
    """Statements without a question are searchable too."""
    assert ids(Searcher(store, tokenizer=TOKENIZER), "会議録署名議員", k=1) == ["a-3"]


def test_only_the_vectors_find_a_paraphrase(store: Store) -> None:
    """FAISS is in the default path whenever an encoder is set: no word of the question is in the exchange that is found."""
    encoder = ConceptEncoder([("本を載せた車", "自動車文庫"), ("毛布", "寝具")])
    asked = "本を載せた車は来るか"
    assert "a-1" not in ids(Searcher(store, tokenizer=TOKENIZER), asked)
    Searcher(store, encoder, TOKENIZER).index.rebuild()
    hits = Searcher(store, encoder, TOKENIZER).search(query(asked), k=1)
    assert [hit.exchange_id for hit in hits] == ["a-1"]
    assert [name for name, _ in hits[0].stages] == ["dense"]
    assert {name for passage in hits[0].passages for name, _ in passage.scores} == {"dense"}


@pytest.mark.parametrize("with_vectors", [False, True])
def test_filters_hold_in_every_stage(tmp_path: Path, with_vectors: bool) -> None:
    """Town, prefecture, body, period, office and side narrow what words and vectors may find."""
    store = Store.open(tmp_path / "store")
    put(store, "a", date="2021-06-03")
    put(store, "b", town="緑市", prefecture="海野県", body="総務委員会", date="2023-12-01")
    deputy = [minutes("c", PAIRS, meeting(town="緑市", date=""), Speaker("林", "副市長", "executive"))]
    store.put(source("c"), deputy, passages_of)
    encoder = ConceptEncoder([("避難所",), ("図書館",)]) if with_vectors else None
    searcher = Searcher(store, encoder, TOKENIZER)

    def found(filters: Filter) -> set[str]:
        return {name[0] for name in ids(searcher, "避難所の備蓄", filters)}

    assert found(Filter()) == {"a", "b", "c"}
    assert found(Filter(towns=("緑市",))) == {"b", "c"}
    assert found(Filter(towns=("緑市", "青山市"))) == {"a", "b", "c"}
    assert found(Filter(prefecture="海野")) == {"b"}
    assert found(Filter(body="総務委員会")) == {"b"}
    assert found(Filter(since="2022-01-01")) == {"b"}
    assert found(Filter(until="2021-06-03")) == {"a"}
    assert found(Filter(office="副市長")) == {"c"}
    assert found(Filter(office="部長", side="executive")) == {"a", "b"}
    assert found(Filter(office="副市長", side="member")) == set()
    assert found(Filter(towns=("赤市",))) == set()


def test_what_is_added_later_is_found_by_an_open_searcher(store: Store) -> None:
    """A searcher that was open brings the index up to the store by itself."""
    searcher = Searcher(store, tokenizer=TOKENIZER)
    assert ids(searcher, "水道管の更新") == []
    put(store, "b", [("水道", "水道管の更新は進んでいますか。", "年に五キロメートル更新しています。")])
    assert ids(searcher, "水道管の更新") == ["b-0"]


def test_what_is_removed_or_replaced_is_gone_before_the_index_knows(store: Store) -> None:
    """Removed passages are dropped against the store, also while another process holds the write lock."""
    encoder = ConceptEncoder([("避難所",), ("図書館",)])
    searcher = Searcher(store, encoder, TOKENIZER)
    put(store, "b")
    assert set(ids(searcher, "避難所の備蓄")) >= {"a-0", "b-0"}
    searcher.index.update = _locked  # type: ignore[method-assign]
    store.remove(source("a").id)
    assert "a-0" not in ids(searcher, "避難所の備蓄")
    put(store, "b", [("道路", "歩道を広げますか。", "広げます。")], content="new")
    assert ids(searcher, "避難所の備蓄") == []


def _locked(*_: object, **__: object) -> None:
    from corpus.errors import StoreLocked

    raise StoreLocked("test")


def test_kana_question_finds_kanji_record(store: Store) -> None:
    """A question typed without kanji is matched by readings; voicing does not count (ひなんじょ, ヒナンショ)."""
    searcher = Searcher(store, tokenizer=TOKENIZER)
    assert ids(searcher, "ひなんじょのびちくは", k=1) == ["a-0"]


def test_grammar_in_a_question_without_kanji_is_no_word_of_the_record(store: Store) -> None:
    """「について」 is read like ついで, which a record may have."""
    put(store, "b", [("橋", "橋を直しますか。", "ついでに道も直します。")])
    searcher = Searcher(store, tokenizer=TOKENIZER)
    assert "ツイテ" not in searcher.kana("ロープウエーについて")
    assert "ツイテ" in searcher.kana("ついでになおすもの")


def test_empty_store_and_empty_question(tmp_path: Path) -> None:
    """Nothing to find is no error."""
    searcher = Searcher(Store.open(tmp_path / "store"), ConceptEncoder([("a",)]), TOKENIZER)
    assert ids(searcher, "避難所") == []
    assert searcher.search(SearchQuery("", ())) == []


def test_the_speaker_is_found_by_office(store: Store) -> None:
    """Words of the office that answered help to find the exchange."""
    assert CHIEF.office == "総務部長"
    assert ids(Searcher(store, tokenizer=TOKENIZER), "総務部長の毛布の答弁", k=1) == ["a-0"]
