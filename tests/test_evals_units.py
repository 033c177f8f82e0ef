"""What the baselines search in: whole exchanges and fixed chunks of a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_store import ConceptEncoder, meeting, minutes, passages_of, source

from corpus.store import Store
from evals.baselines import baselines
from evals.gold import GoldQuestion
from evals.units import CHUNK, chunk_units, exchange_units

LONG = "".join(f"{n}番目の道路は今年度に舗装を直します。" for n in range(60))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store.open(tmp_path / "store")
    pairs = [("公園", "公園の遊具は安全か。", "毎年二回点検しています。"), ("", "", "次回は五月です。")]
    opened.put(source("a"), [minutes("a", pairs)], passages_of)
    roads = [("道路", "舗装の予定は。", LONG)]
    opened.put(source("b"), [minutes("b", roads, meeting("赤川市", "2023-01-05"))], passages_of)
    return opened


def test_exchanges_and_statements_whole(store: Store) -> None:
    """Protects: an exchange is one unit with topic, both sides and who replied; a statement has no question."""
    first, statement, roads = exchange_units(store)
    assert first.text == "公園\n公園の遊具は安全か。\n毎年二回点検しています。"
    assert (first.speaker.office, first.source) == ("総務部長", "a.txt")
    assert (statement.question, statement.reply) == ("", "次回は五月です。")
    assert (roads.meeting.date, roads.reply) == ("2023-01-05", LONG)


def test_chunks_are_cut_at_full_stops_and_keep_their_place(store: Store) -> None:
    """Protects: no chunk is longer than 500, each ends a sentence, each stands where its id says, nothing is lost."""
    chunks = [unit for unit in chunk_units(store) if unit.source == "b.txt"]
    text = f"舗装の予定は。\n{LONG}\n"
    assert len(chunks) == 4
    end = 0
    for chunk in chunks:
        start = int(chunk.id.split("@")[1])
        assert text[start : start + len(chunk.reply)] == chunk.reply
        assert len(chunk.reply) <= CHUNK
        assert chunk.reply.endswith("。")
        assert start <= end + 1
        end = start + len(chunk.reply)
    assert end == len(text) - 1


def test_baselines_over_one_store(store: Store) -> None:
    """Protects: five and a control with an encoder, three without; each finds the park by a word of it."""
    encoder = ConceptEncoder((("公園", "遊具"), ("道路", "舗装")))
    systems = list(baselines(store, encoder))
    assert [system.name for system in systems] == [
        "keyword-and",
        "bm25-default",
        "bm25-japanese",
        "chunks-dense",
        "chunks-fused",
        "exchanges-fused",
    ]
    assert len(list(baselines(store, None))) == 3
    for system in systems:
        found = system.answer(GoldQuestion("q", "公園 遊具"))
        if system.name != "bm25-default":
            assert "毎年二回点検しています。" in found.body["text"], system.name
    assert systems[1].answer(GoldQuestion("q", "公園の遊具は安全か")).body["status"] == "answered"
