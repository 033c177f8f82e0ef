"""Adding files: one result each, nothing half-stored, also after kill -9."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.spans import text_at
from corpus.store import Store
from ingest import add as add_module
from ingest.add import add_paths
from ingest.found import NOTHING, Incoming
from retriever.doctor import examine
from retriever.index import Index
from retriever.search import Searcher
from retriever.types import SearchQuery

ROOT = Path(__file__).resolve().parent.parent

RECORD = """会議録
日時　令和5年9月5日（火）
○議長（川上一郎）　これより一般質問を行います。
◆3番（{name}議員）　{subject}の点検についてお尋ねします。市内の{subject}は何か所ありますか。
◎都市整備部長（谷口正）　{subject}は市内に{number}か所あり、五年ごとに点検しています。
○議長（川上一郎）　以上で一般質問を終わります。
"""


def record(subject: str, number: int = 12, name: str = "石田春") -> str:
    return RECORD.format(subject=subject, number=number, name=name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "store")
    yield store
    store.close()


def results(store: Store, *paths: Path, **more: int) -> list[tuple[str, str]]:
    return [(Path(one.path).name, one.status) for one in add_paths(paths, store, **more)]


def test_added_unchanged_replaced(store: Store, tmp_path: Path) -> None:
    """The same content again is unchanged, other content under the same path replaces it."""
    file = tmp_path / "橋.txt"
    file.write_text(record("橋"), "utf-8")
    (result,) = add_paths([file], store)
    assert (result.status, result.message) == ("added", "質疑 1、その他の発言 0、自治体名の記載なし")
    assert store.sources()[0].source.id == result.source_id
    assert results(store, file) == [("橋.txt", "unchanged")]
    before = [stored.exchange.id for stored in store.exchanges()]
    os.utime(file)
    file.write_text(record("橋") + "（終了）\n", "utf-8")
    assert results(store, file) == [("橋.txt", "replaced")]
    assert [stored.exchange.id for stored in store.exchanges()] == before
    assert store.original(store.sources()[0].source.id) == file.read_bytes()


def test_a_newer_parser_reads_again(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A better parser reads the same bytes anew; where it reads them as the older one did nothing is replaced."""
    file = tmp_path / "a.txt"
    file.write_text(record("橋"), "utf-8")
    results(store, file)
    monkeypatch.setattr(add_module, "PARSER", "kaigiroku next")
    assert results(store, file) == [("a.txt", "unchanged")]
    assert [summary.source.parser for summary in store.sources()] == ["kaigiroku next"]
    monkeypatch.setattr(add_module, "PARSER", "kaigiroku after that")
    monkeypatch.setattr(add_module, "passages_of", lambda _: ())
    assert results(store, file) == [("a.txt", "replaced")]


def test_a_folder_is_read_to_the_bottom_and_failures_do_not_stop_it(store: Store, tmp_path: Path) -> None:
    """One line each: what holds no minutes is skipped, what cannot be read fails, the others are in."""
    folder = tmp_path / "files"
    (folder / "b").mkdir(parents=True)
    (folder / "a.txt").write_text(record("橋"), "utf-8")
    (folder / "b" / "c.txt").write_text(record("公園", 40), "cp932")
    (folder / "b" / "empty.txt").write_text("")
    (folder / "b" / "song.mp3").write_bytes(b"ID3")
    (folder / ".hidden.txt").write_text(record("池"), "utf-8")
    found = add_paths([folder, tmp_path / "missing.txt"], store)
    assert [(Path(one.path).name, one.status) for one in found] == [
        ("a.txt", "added"),
        ("c.txt", "added"),
        ("empty.txt", "failed"),
        ("song.mp3", "skipped"),
        ("missing.txt", "failed"),
    ]
    assert all("\n" not in one.message and one.message for one in found)
    assert len(store.sources()) == 2


def test_a_folder_with_nothing_to_read_fails(store: Store, tmp_path: Path) -> None:
    """The wrong folder is said, not passed over in silence; what lies in it is still told."""
    (tmp_path / "empty" / "b").mkdir(parents=True)
    (tmp_path / "songs").mkdir()
    (tmp_path / "songs" / "song.mp3").write_bytes(b"ID3")
    found = add_paths([tmp_path / "empty", tmp_path / "songs"], store)
    assert [(Path(one.path).name, one.status) for one in found] == [
        ("empty", "failed"),
        ("song.mp3", "skipped"),
        ("songs", "failed"),
    ]
    assert found[0].message == NOTHING


def test_the_store_itself_is_never_read(store: Store) -> None:
    """Adding a folder that the store lies in leaves the store's own files alone."""
    (store.folder.parent / "a.txt").write_text(record("橋"), "utf-8")
    Index(store, None).update()
    assert results(store, store.folder.parent) == [("a.txt", "added")]


def test_a_file_over_the_limit_fails(store: Store, tmp_path: Path) -> None:
    """The size limit is named, and nothing is stored."""
    file = tmp_path / "large.txt"
    file.write_text(record("橋"), "utf-8")
    (result,) = add_paths([file], store, max_bytes=100)
    assert result.status == "failed"
    assert "大きすぎます" in result.message
    assert store.sources() == []


def test_a_defect_in_the_parser_is_one_line(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of our own must not cost the other files."""

    def broken(*_: object) -> None:
        raise IndexError("no such row")

    monkeypatch.setattr(add_module, "choose", broken)
    (tmp_path / "a.txt").write_text(record("橋"), "utf-8")
    (result,) = add_paths([tmp_path / "a.txt"], store)
    assert result.status == "failed"
    assert "IndexError" in result.message
    assert store.sources() == []


def test_an_upload_is_known_by_its_name_not_its_temporary_file(store: Store, tmp_path: Path) -> None:
    """The same upload twice is one source although each lies in a folder of its own."""
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "x.txt").write_text(record("橋"), "utf-8")
        (result,) = add_paths([Incoming(folder / "x.txt", "橋.txt", "upload:橋.txt")], store)
        assert result.status == ("added", "unchanged")[number - 1]
    assert [summary.source.name for summary in store.sources()] == ["橋.txt"]


def test_meetings_of_one_export_keep_their_places(store: Store, tmp_path: Path) -> None:
    """An export of two meetings with equal words: two minutes, other ids, spans that count through the whole source."""
    lines = []
    for date in ("2023-09-05", "2023-12-05"):
        for role, text in (("議員", "橋の点検は済みましたか。"), ("部長", "橋の点検は済みました。")):
            lines.append(
                f'{{"municipality": "調布市", "meeting": "定例会", "date": "{date}", "speaker": "谷", "role": "{role}",'
                f' "text": "{text}"}}'
            )
    file = tmp_path / "export.jsonl"
    file.write_text("\n".join(lines), "utf-8")
    (result,) = add_paths([file], store)
    assert result.status == "added", result.message
    first, second = store.minutes_of(result.source_id)
    ids = [stored.exchange.id for stored in store.exchanges(statements=True)]
    assert len(set(ids)) == len(ids) == 2
    end = len(store.minutes_text(first)[0])
    assert store.minutes_text(second)[1] >= end
    for stored in store.exchanges(statements=True):
        text, offset = store.minutes_text(stored.minutes_id)
        turns = (*stored.exchange.questions, *stored.exchange.answers)
        assert [text_at(text, turn.spans, offset) for turn in turns] == [turn.text for turn in turns]


def test_progress_names_files_and_the_index_is_brought_up(store: Store, tmp_path: Path) -> None:
    """A person sees which file is being read; the index follows."""
    (tmp_path / "a.txt").write_text(record("橋"), "utf-8")
    seen: list[tuple[str, int, int]] = []
    index = Index(store, None)
    add_paths(
        [tmp_path / "a.txt"], store, progress=lambda *step: seen.append(step), update_index=index.update
    )
    assert seen == [("a.txt", 0, 1), ("索引", 2, 2), ("", 1, 1)]
    assert index.view().manifest.generation == store.generation


def test_kill_9_at_any_moment(tmp_path: Path) -> None:
    """A real process is killed at many moments of `add`: each document is in wholly or not at all, and search works."""
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(12):
        text = "".join(record(f"第{number}号橋{part}", part + 1) for part in range(6))
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    whole = Store.open(tmp_path / "whole")
    add_paths([folder], whole)
    expected = {one.source.name: one.exchanges + one.statements for one in whole.sources()}
    assert len(expected) == 12
    store = Store.open(tmp_path / "store")
    for delay in (0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.85, 1.0):
        worker = _adding(folder, store.folder)
        time.sleep(delay)
        worker.send_signal(signal.SIGKILL)
        worker.wait(30)
        again = Store.open(store.folder)
        assert again.check() == []
        held = {one.source.name: one.exchanges + one.statements for one in again.sources()}
        assert held.items() <= expected.items()
        again.close()
    add_paths([folder], store)
    assert {one.source.name: one.exchanges + one.statements for one in store.sources()} == expected
    searcher = Searcher(store)
    asked = SearchQuery("橋", tuple((word, 1.0) for word in searcher.index.tokenizer.tokens("第7号橋")))
    assert len(searcher.search(asked)) == 6
    report = examine(store, Index(store, None))
    assert report.ok, report.lines
    assert "追いついて" not in "".join(report.lines)


def _adding(folder: Path, store: Path) -> subprocess.Popen[str]:
    """A process that adds `folder`, indexing after each file; it has said that it begins."""
    code = f"""
        import sys
        from pathlib import Path
        sys.path.insert(0, {str(ROOT)!r})
        from corpus.store import Store
        from ingest import add
        from retriever.index import Index
        add.INDEX_EVERY_S = 0.0
        store = Store.open(Path({str(store)!r}))
        index = Index(store, None)
        print("go", flush=True)
        add.add_paths([Path({str(folder)!r})], store, update_index=index.update)
        """
    worker = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout is not None
    assert worker.stdout.readline() == "go\n"
    return worker


def test_a_record_that_names_no_town_is_said_with_what_to_do(tmp_path: Path, store: Store) -> None:
    """Its town is known from the file's name, or a hint says to put it there."""
    text = "○委員長（山田）　質疑はありますか。\n○委員（佐藤）　橋の点検はいつですか。\n○課長（鈴木）　来月です。\n"
    for name in ("record.txt", "kakegawa_iinkai.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    nameless = add_paths([tmp_path / "record.txt"], store)[0]
    assert "自治体名の記載なし" in nameless.message
    assert "ファイル名に自治体名を入れて" in nameless.warnings[0]
    named = add_paths([tmp_path / "kakegawa_iinkai.txt"], store)[0]
    assert "自治体" not in named.message
