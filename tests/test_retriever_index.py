"""The index beside its store: incremental changes, crashes, mismatches, several processes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_store import ConceptEncoder, meeting, minutes, passages_of, source

from corpus.errors import IndexMismatch, StoreError
from corpus.selection import EVERYTHING, Selection
from corpus.store import Store
from retriever import index as index_module
from retriever import segments as segments_module
from retriever import update as update_module
from retriever.doctor import examine
from retriever.index import Index
from retriever.search import Searcher
from retriever.tokenize import shared_tokenizer
from retriever.types import SearchQuery

TOKENIZER = shared_tokenizer()
ENCODER = ConceptEncoder([("道路", "歩道"), ("水道",), ("学校",)])
TESTS = Path(__file__).parent


def add(store: Store, key: str, subject: str = "道路", content: str = "") -> None:
    one = minutes(key, [(subject, f"{subject}の整備を{key}で伺います。", f"{subject}は来年度に直します。")])
    store.put(source(key, content), [one], passages_of)


def first(index: Index, text: str) -> str:
    return search(index, text)[0]


def find(index: Index, text: str) -> set[str]:
    return set(search(index, text))


def search(index: Index, text: str, selection: Selection = EVERYTHING) -> list[str]:
    searcher = Searcher(index.store, index.encoder, index.tokenizer)
    terms = tuple((token, 1.0) for token in TOKENIZER.tokens(text))
    return [hit.exchange_id for hit in searcher.search(SearchQuery(text, terms), selection)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "store")
    add(store, "a")
    yield store
    store.close()


def test_adding_a_document_writes_only_a_small_segment(store: Store) -> None:
    """Adding to a large store must not rewrite it: older segments stay the same files."""
    index = Index(store, ENCODER, TOKENIZER)
    index.update()
    first = index.view().manifest.segments
    add(store, "b", "水道")
    index.update()
    manifest = index.view().manifest
    assert manifest.segments[:1] == first
    assert [segment.count for segment in manifest.segments] == [2, 2]
    assert (manifest.exchanges, manifest.passages) == (2, 4)
    assert examine(store, index).ok


def test_many_small_segments_are_merged(store: Store) -> None:
    """Eight small segments become one; removed passages are left out, and old files are deleted."""
    index = Index(store, ENCODER, TOKENIZER)
    index.update()
    for number in range(6):
        add(store, f"n{number}", "学校")
        index.update()
    store.remove(source("n0").id)
    index.update()
    assert len(index.view().manifest.segments) == 6
    for number in (6, 7):
        add(store, f"n{number}", "学校")
        index.update()
    manifest = index.view().manifest
    assert [segment.count for segment in manifest.segments] == [16]
    files = {path.name for path in (index.folder / manifest.folder).glob("*.faiss")}
    assert files == {f"{manifest.segments[0].name}.faiss"}
    assert find(index, "学校") >= {"n1-0", "n7-0"}
    assert examine(store, index).ok


def test_a_large_segment_is_searched_by_clusters(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """From some size on a merged segment has clusters: filters hold, a narrow one finds what is far away, removal works."""
    monkeypatch.setattr(segments_module, "APPROXIMATE_FROM", 10)
    monkeypatch.setattr(segments_module, "TRAINED", 2)
    monkeypatch.setattr(segments_module, "MERGE_AT", 3)
    index = Index(store, ENCODER, TOKENIZER)
    index.update()
    for number in range(6):
        add(store, f"n{number}", ("学校", "水道", "道路")[number % 3])
        index.update()
    far = minutes("far", [("", "水道を伺います。", "水道です。")], meeting("緑市"))
    store.put(source("far"), [far], passages_of)
    index.rebuild()
    (large, *_) = index.view().manifest.segments
    assert large.kind == "ivf-fp16"
    assert search(index, "学校")[0] in ("n0-0", "n3-0")
    assert search(index, "学校", Selection(towns=("緑市",))) == ["far-0"]
    store.remove(source("n3").id)
    index.update()
    assert "n3-0" not in search(index, "学校")
    report = examine(store, Index(store, ENCODER, TOKENIZER))
    assert report.ok, report.lines


@pytest.mark.parametrize("step", ["_write", "_merge", "save"])
def test_cut_off_between_store_and_index(store: Store, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """A run that ends anywhere before its commit point leaves the old index; the next search catches up exactly once."""
    index = Index(store, ENCODER, TOKENIZER)
    index.update()
    add(store, "b", "水道")

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(update_module.manifests if step == "save" else update_module.Update, step, die)
        with pytest.raises(KeyboardInterrupt):
            index.update()
    again = Index(store, ENCODER, TOKENIZER)
    assert again.view().manifest.passages == 2
    assert "追いついていません" in "".join(examine(store, again).lines)
    assert first(again, "水道") == "b-0"
    report = examine(store, Index(store, ENCODER, TOKENIZER))
    assert report.ok, report.lines


def test_another_model_is_refused_with_the_command_to_run(store: Store) -> None:
    """Vectors of another model mean nothing: refused until rebuilt; without a model the words still serve."""
    Index(store, ENCODER, TOKENIZER).update()
    other = Index(store, ConceptEncoder([("道",)], "other"), TOKENIZER)
    with pytest.raises(IndexMismatch, match="kaigiroku doctor --rebuild"):
        other.view()
    assert not examine(store, other).ok
    assert find(Index(store, None, TOKENIZER), "道路") == {"a-0"}
    add(store, "b")
    with pytest.raises(IndexMismatch):
        Index(store, None, TOKENIZER).update()
    other.rebuild()
    assert find(other, "道路") == {"a-0", "b-0"}
    assert examine(store, other).ok


def test_another_version_of_the_model_is_told_apart(store: Store) -> None:
    """Protects: after an update of the product, which brings new weights under the old name, the line says so."""
    Index(store, ENCODER, TOKENIZER).update()
    newer = Index(store, ConceptEncoder([("道",)], ENCODER.id), TOKENIZER)
    with pytest.raises(IndexMismatch, match="concepts → conceptsの別の版"):
        newer.view()


def test_a_new_tokenizer_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words cut by other rules would silently not match."""
    Index(store, None, TOKENIZER).update()
    monkeypatch.setattr(index_module, "version", lambda: "another")
    newer = Index(store, None, TOKENIZER)
    with pytest.raises(
        IndexMismatch, match=r"語の分け方が違います（sudachipy .* → another, form .*）.*rebuild"
    ):
        newer.view()
    assert newer.is_outdated()
    newer.rebuild()
    assert not newer.is_outdated()
    assert find(newer, "道路") == {"a-0"}


def test_only_what_an_earlier_program_made_is_outdated(store: Store) -> None:
    """Protects: `add` and `serve` make such an index anew by themselves; another model is the user's choice, damage is told."""
    index = Index(store, ENCODER, TOKENIZER)
    assert not index.is_outdated()
    index.update()
    assert not index.is_outdated()
    assert not Index(store, ConceptEncoder([("道",)], "other"), TOKENIZER).is_outdated()
    assert Index(store, ConceptEncoder([("道",)], ENCODER.id), TOKENIZER).is_outdated()
    (store.folder / "index" / "manifest.json").write_text("{")
    assert not index.is_outdated()


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _forge(path: Path) -> None:
    value = json.loads(path.read_text())
    value["last_minutes"] += 1
    path.write_text(json.dumps(value))


@pytest.mark.parametrize(
    ("pattern", "harm"),
    [
        ("manifest.json", _truncate),
        ("manifest.json", _forge),
        ("*/*.faiss", _truncate),
        ("*/*.npy", _truncate),
        ("*/*.faiss", Path.unlink),
        ("*/passages/meta.json", _truncate),
    ],
)
def test_damage_is_named_and_repaired(store: Store, pattern: str, harm: object) -> None:
    """A damaged or missing file of the index is refused in one line, and the rebuild mends it."""
    Index(store, ENCODER, TOKENIZER).update()
    (path,) = (store.folder / "index").glob(pattern)
    harm(path)  # type: ignore[operator]
    broken = Index(store, ENCODER, TOKENIZER)
    with pytest.raises(IndexMismatch, match="kaigiroku doctor --rebuild"):
        broken.view()
    broken.rebuild()
    assert find(broken, "道路") == {"a-0"}
    assert examine(store, broken).ok


def test_where_no_lock_can_be_had_it_is_read_by_way_of_links(store: Store) -> None:
    """On a share that is only read; what somebody else adds there is found, too."""
    Index(store, ENCODER, TOKENIZER).update()
    (lock,) = (store.folder / "index").glob("*/passages/.tantivy-meta.lock")
    lock.unlink()
    lock.mkdir()
    reader = Index(store, ENCODER, TOKENIZER)
    assert find(reader, "道路") == {"a-0"}
    lock.rmdir()
    add(store, "b")
    Index(store, ENCODER, TOKENIZER).update()
    lock.unlink()
    lock.mkdir()
    assert find(reader, "道路") == {"a-0", "b-0"}


def test_rebuild_leaves_readers_whole(store: Store) -> None:
    """A searcher that is open across a rebuild goes on, and uses the new index."""
    searcher = Searcher(store, ENCODER, TOKENIZER)
    asked = SearchQuery("道路", (("道路", 1.0),))
    assert len(searcher.search(asked)) == 1
    Index(store, ENCODER, TOKENIZER).rebuild()
    assert len(searcher.search(asked)) == 1
    assert searcher.index.view().manifest.folder == "g2"
    assert [path.name for path in (store.folder / "index").iterdir() if path.is_dir()] == ["g2"]


def test_removed_by_another_process_is_not_in_the_next_search(store: Store) -> None:
    """Two processes: one keeps the store open, the other removes a source."""
    add(store, "b", "水道")
    reader = _run(
        store.folder,
        """
        asked = SearchQuery("水道", (("水道", 1.0),))
        searcher = Searcher(store, None)
        print([hit.exchange_id for hit in searcher.search(asked)], flush=True)
        input()
        print([hit.exchange_id for hit in searcher.search(asked)], flush=True)
        """,
    )
    assert reader.stdout is not None
    assert reader.stdin is not None
    assert reader.stdout.readline() == "['b-0']\n"
    store.remove(source("b").id)
    reader.stdin.write("\n")
    reader.stdin.flush()
    assert reader.stdout.readline() == "[]\n"
    assert reader.wait(20) == 0


def test_killed_while_indexing(store: Store) -> None:
    """kill -9 of a real process at several moments of indexing: afterwards search finds all, exactly once."""
    for round_ in range(4):
        for number in range(30):
            add(store, f"k{round_}-{number}", "学校")
        worker = _run(store.folder, "print('go', flush=True)\nIndex(store, None).update()\nprint('done')")
        assert worker.stdout is not None
        assert worker.stdout.readline() == "go\n"
        try:
            worker.wait([0.0, 0.35, 0.5, 0.7][round_])
        except subprocess.TimeoutExpired:
            worker.send_signal(signal.SIGKILL)
        worker.wait(20)
    index = Index(store, None, TOKENIZER)
    assert len(find(index, "学校")) == 10
    report = examine(store, Index(store, None, TOKENIZER))
    assert report.ok, report.lines
    assert index.view().manifest.exchanges == 121


def _run(folder: Path, code: str) -> subprocess.Popen[str]:
    """A real Python process with `store` open, running `code`."""
    head = f"""
        import sys
        from pathlib import Path
        sys.path[:0] = [{str(TESTS.parent)!r}, {str(TESTS)!r}]
        from corpus.store import Store
        from retriever.index import Index
        from retriever.search import Searcher
        from retriever.types import SearchQuery
        store = Store.open(Path({str(folder)!r}))
        """
    text = textwrap.dedent(head) + textwrap.dedent(code)
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", text], stdin=pipe, stdout=pipe, text=True)


def test_add_makes_an_index_of_an_earlier_program_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Protects: after an update `make chat` ended with a command to type; the record is untouched, and the index is made of it."""
    from typer.testing import CliRunner

    from kaigiroku import app

    def added(name: str, words: str) -> str:
        file = tmp_path / f"{name}.txt"
        file.write_text(
            f"市民会議 会議録\n令和5年10月12日\n○委員 {words}はいつですか。\n○課長 {words}は来年です。\n",
            "utf-8",
        )
        run = ["--store", str(tmp_path / "store"), "--encoder", "none", "add", str(file)]
        return CliRunner().invoke(app, run, catch_exceptions=False).stderr

    assert added("a", "道路の工事") == ""
    monkeypatch.setattr(index_module, "version", lambda: "another")
    assert (
        added("b", "水道の工事")
        == "プログラムが新しくなったので、索引を作り直しています（会議録はそのままです）…\n"
    )
    assert added("c", "橋の工事") == ""
    store = Store.open(tmp_path / "store")
    assert examine(store, Index(store, None)).ok


@pytest.mark.parametrize(
    "error",
    [OSError(28, "No space left on device"), ValueError("An index writer was killed. A worker thread …")],
)
def test_a_full_disk_leaves_the_search_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """What is indexed is still found, and who adds is told in one line; a trace of the program was shown."""
    add(store, "a")
    index = Index(store, ENCODER, TOKENIZER)
    index.update()
    add(store, "b", "水道")

    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(update_module.Shelf, "add", fails)
    with pytest.raises(StoreError, match="索引に書き込めませんでした"):
        index.update()
    assert find(index, "道路") == {"a-0"}
