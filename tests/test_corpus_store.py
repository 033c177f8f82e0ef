"""The store on disk: what goes in comes out, changes are whole, nothing is left behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from small_store import CHIEF, MEMBER, minutes, passages_of, source

from corpus import schema
from corpus.errors import StoreError, StoreLocked
from corpus.spans import text_at
from corpus.store import Store
from corpus.types import Exchange, Meeting, Minutes, Passage, Speaker, Turn, Utterance

PAIRS = [("歩道", "歩道を広げますか。", "来年度に広げます。"), ("", "", "開会します。")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "store")
    yield store
    store.close()


def rich() -> Minutes:
    """Minutes with all that the vocabulary knows: parts, notes, split spans, pages, offset."""
    text = "問一です。\n―頁―\n答えの前半、後半です。\n措置済み。"
    asked = Turn(MEMBER, "問一です。", ((100, 105),), 1, 0)
    said = Turn(CHIEF, "答えの前半、後半です。", ((110, 116), (116, 121)), 2, 1)
    note = Turn(Speaker(), "措置済み。", ((122, 127),))
    part = Exchange(
        "x-a", "前半", "answered", (asked,), (replace(said, text="答えの前半、", spans=((110, 116),)),)
    )
    exchange = Exchange(
        "x",
        "歩道",
        "answered",
        (asked,),
        (said,),
        "議題1",
        (("対応区分", "反映"),),
        (("対応状況", note),),
        (part,),
        0.5,
    )
    return Minutes(
        Meeting(None, "審議会", "会議録", "第2回", "", 2020, "市役所", ("議題1",), (MEMBER, CHIEF)),
        text,
        (
            Utterance(0, MEMBER, asked.text, asked.spans, 1, "議題1", "歩道"),
            Utterance(1, CHIEF, said.text, said.spans, 2),
        ),
        (exchange,),
        ("位置の分からない行があります",),
        100,
        ((100, 1), (110, 2)),
    )


def test_what_is_stored_comes_back_equal(store: Store) -> None:
    """Every field survives, and every text still stands at its spans."""
    whole = rich()
    assert store.put(source("r"), [whole], passages_of, b"original" * 9) == "added"
    (number,) = store.minutes_of(source("r").id)
    assert store.minutes(number) == whole
    found = store.exchange("x")
    assert found is not None
    assert (found.exchange, found.meeting, found.source) == (whole.exchanges[0], whole.meeting, source("r"))
    text, offset = store.minutes_text(number)
    assert [text_at(text, turn.spans, offset) for turn in found.exchange.answers] == [
        "答えの前半、後半です。"
    ]
    assert store.original(source("r").id) == b"original" * 9
    (summary,) = store.sources()
    assert (summary.meetings, summary.exchanges, summary.statements) == ((whole.meeting,), 1, 0)
    assert summary.warnings == whole.warnings


def test_a_part_is_found_by_its_own_id(store: Store) -> None:
    """A part comes with the exchange that it is part of, and has its neighbours."""
    store.put(source("r"), [rich()], passages_of)
    part = store.exchange("x-a")
    assert part is not None
    assert (part.parent_id, part.exchange.topic) == ("x", "前半")
    assert store.neighbours("x-a") == (None, None)
    assert [stored.exchange.id for stored in store.exchanges()] == ["x"]


def _halved(exchange: Exchange) -> Iterator[Passage]:
    """The same passages without the last."""
    return iter([*passages_of(exchange)][:-1])


def test_same_content_is_unchanged_other_content_replaces(store: Store) -> None:
    """The key is the uri: same bytes and parser change nothing, nor does a newer parser that reads the same; one that reads it otherwise
    and other bytes replace."""
    assert store.put(source("a"), [minutes("a", PAIRS)], passages_of) == "added"
    generation = store.generation
    assert store.put(source("a"), [minutes("a", PAIRS)], passages_of) == "unchanged"
    assert store.generation == generation
    rows = list(store.db.execute("SELECT id FROM passages"))
    assert store.put(source("a", parser="test/2"), [minutes("a", PAIRS)], passages_of) == "unchanged"
    assert store.generation == generation
    assert list(store.db.execute("SELECT id FROM passages")) == rows
    assert store.removals_since(0) == []
    assert [one.source.parser for one in store.sources()] == ["test/2"]
    assert store.put(source("a", parser="test/3"), [minutes("a", PAIRS)], _halved) == "replaced"
    assert store.put(source("a", parser="test/4"), [minutes("a", PAIRS[::-1])], _halved) == "replaced"
    assert store.put(source("a", "other"), [minutes("a", PAIRS[:1])], passages_of) == "replaced"
    assert [summary.statements for summary in store.sources()] == [0]
    assert [stored.exchange.id for stored in store.exchanges(statements=True)] == ["a-0"]


def test_two_files_of_one_name_are_two_sources(store: Store) -> None:
    """Only the path or URL makes a source the same."""
    store.put(source("a"), [minutes("a", PAIRS)], passages_of)
    twin = replace(source("a"), id="other", uri="/elsewhere/a.txt")
    assert store.put(twin, [minutes("b", PAIRS)], passages_of) == "added"
    assert {stored.exchange.id for stored in store.exchanges("a.txt")} == {"a-0", "b-0"}


def test_removal_leaves_nothing_but_the_note_for_the_index(store: Store) -> None:
    """All rows go; ids are not given again, so that an index that lags behind cannot mistake one for another."""
    store.put(source("a"), [minutes("a", PAIRS)], passages_of)
    before = store.passage_ranges()
    assert store.remove(source("a").id)
    assert not store.remove(source("a").id)
    assert store.exchange("a-0") is None
    assert store.passage_ranges() == []
    for table in ("minutes", "minutes_texts", "exchanges", "passages", "exchange_offices", "originals"):
        assert store.db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    store.put(source("a"), [minutes("a", PAIRS)], passages_of)
    assert store.passage_ranges()[0][0] > before[-1][1]
    assert store.removals_since(0) == [(1, 1)]


def test_a_document_that_fails_midway_leaves_nothing(store: Store) -> None:
    """A document is in the store wholly or not at all; the old version stays."""
    store.put(source("a"), [minutes("a", PAIRS)], passages_of)
    generation = store.generation

    def broken() -> Iterator[Minutes]:
        yield minutes("new", PAIRS)
        raise RuntimeError("the second meeting cannot be read")

    with pytest.raises(RuntimeError):
        store.put(source("a", "other"), broken(), passages_of)
    assert store.exchange("a-0") is not None
    assert store.exchange("new-0") is None
    assert (store.generation, store.check()) == (generation, [])


def test_a_passage_must_be_a_piece_of_its_turn(store: Store) -> None:
    """A passage that could not be quoted is a defect of the cutter and stops the document."""

    def wrong(exchange: Exchange) -> Iterator[Passage]:
        yield Passage(exchange.id, "question", "歩道は広げない。", exchange.questions[0].spans)

    with pytest.raises(ValueError, match="no piece of its turn"):
        store.put(source("a"), [minutes("a", PAIRS[:1])], wrong)
    assert store.sources() == []


def test_passages_keep_text_spans_and_page(store: Store) -> None:
    """Passages are stored as places in their turns and come back with the spans of the source."""

    def pieces(exchange: Exchange) -> Iterator[Passage]:
        yield Passage(exchange.id, "answer", "前半、後半", ((113, 116), (116, 118)), 0, 2)
        yield Passage("x-a", "answer", "答え", ((110, 112),), 0, 2)
        yield Passage(exchange.id, "note", "済み", ((124, 126),), 0, None)

    store.put(source("r"), [rich()], pieces)
    assert [entry.passage for entry in store.passages("x")] == list(pieces(rich().exchanges[0]))
    places = store.places([1, 2, 3, 4])
    assert [(place.exchange_id, place.part_id) for place in places.values()] == [
        ("x", "x"),
        ("x", "x-a"),
        ("x", "x"),
    ]


def test_one_writer_at_a_time(store: Store) -> None:
    """A second writer is told so instead of waiting for ever; the same one may nest."""
    other = Store.open(store.folder)
    with store.writing(), store.writing():
        with pytest.raises(StoreLocked, match="書き込み中"), other.writing(timeout=0):
            pass
        assert other.sources() == []
    with other.writing(timeout=0):
        pass


def test_votes_survive_a_reread(store: Store) -> None:
    """Feedback hangs on the exchange's id, not on its row."""
    store.put(source("a"), [minutes("a", PAIRS)], passages_of)
    store.record_feedback("歩道は?", "a-0", 1, "よい")
    store.put(source("a", "other"), [minutes("a", PAIRS)], passages_of)
    (vote,) = store.feedback()
    assert (vote["exchange_id"], vote["vote"], vote["comment"]) == ("a-0", 1, "よい")


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_a_store_of_an_older_version_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    """What it holds stays; its tables are then those of a new store."""
    store = Store.open(tmp_path / "old")
    new = _tables(store)
    store.close()
    old = tmp_path / "old" / "corpus.sqlite"
    old.unlink()
    with sqlite3.connect(old) as db:
        for migration in schema.MIGRATIONS[:version]:
            db.executescript(migration)
        db.execute("INSERT INTO feedback VALUES (1, '2026-04-01', '歩道は?', 'a-0', 1, 'よい', '')")
        db.execute(f"PRAGMA user_version = {version}")
    store = Store.open(tmp_path / "old")
    assert [vote["question"] for vote in store.feedback()] == ["歩道は?"]
    assert _tables(store) == new
    store.close()


def _tables(store: Store) -> list[tuple[str, str]]:
    return list(store.db.execute("SELECT name, sql FROM sqlite_master WHERE sql <> '' ORDER BY name"))


def test_a_newer_store_and_a_broken_one_are_refused_in_one_line(tmp_path: Path) -> None:
    """Neither is touched; the line says what to do."""
    store = Store.open(tmp_path / "newer")
    store.db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    store.close()
    with pytest.raises(StoreError, match="プログラムを更新"):
        Store.open(tmp_path / "newer")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "corpus.sqlite").write_bytes(b"not a database " * 100)
    with pytest.raises(StoreError, match="kaigiroku doctor"):
        Store.open(tmp_path / "broken")
    (tmp_path / "foreign").mkdir()
    with sqlite3.connect(tmp_path / "foreign" / "corpus.sqlite") as foreign:
        foreign.execute("CREATE TABLE addresses (name TEXT)")
    with pytest.raises(StoreError, match="別のフォルダー"):
        Store.open(tmp_path / "foreign")
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="フォルダー"):
        Store.open(tmp_path / "file")


def test_threads_share_a_store(store: Store) -> None:
    """Each thread has its own connection."""
    from concurrent.futures import ThreadPoolExecutor

    store.put(source("a"), [minutes("a", PAIRS)], passages_of)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: store.exchange("a-0"), range(40)))
    assert all(one is not None and one.exchange.topic == "歩道" for one in found)


def test_check_names_a_damaged_page(store: Store) -> None:
    """`doctor` reads every page of the database."""
    many = [("歩道", f"{number}番の歩道を広げますか。" * 20, "広げます。") for number in range(200)]
    store.put(source("a"), [minutes("a", many)], passages_of)
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    file = store.folder / "corpus.sqlite"
    data = bytearray(file.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 8192] = b"\xff" * 8192
    file.write_bytes(data)
    assert Store.open(store.folder).check() != []


def test_what_ended_a_transaction_is_what_is_raised() -> None:
    """A full disk makes SQLite roll back by itself: the next change begins anew, and the cause is not lost."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE rows (n INTEGER)")

    def breaks_off(number: int, *statements: str) -> None:
        with schema.transaction(db):
            db.execute("INSERT INTO rows VALUES (?)", (number,))
            for statement in statements:
                db.execute(statement)
            raise ValueError(number)

    with pytest.raises(ValueError, match="1"):
        breaks_off(1)
    with pytest.raises(ValueError, match="2"):
        breaks_off(2, "ROLLBACK")
    with schema.transaction(db):
        db.execute("INSERT INTO rows VALUES (3)")
    assert db.execute("SELECT n FROM rows").fetchall() == [(3,)]
