"""`inspect`: the same figures from a file and from the store, as lines, JSON and a page on which nothing of a document runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from made_record import HOSTILE

import kaigiroku
from chat.api.app import create_app
from chat.inspection import inspect_file, inspect_source, inspection_to_dict
from chat.render.inspection import LAYOUT_WORDS, page_html
from chat.service import Service
from corpus.errors import KaigirokuError
from corpus.sample import DOCUMENTS
from ingest.layouts import LAYOUTS


def test_a_file_and_its_stored_reading_give_the_same_figures(sample_service: Service) -> None:
    """Of all five sample documents, with the layout's reasons; nothing is lost on the way through the store."""
    for path in sorted(DOCUMENTS.iterdir()):
        as_file, stored = inspect_file(path), inspect_source(sample_service.store, path.name)
        first, second = inspection_to_dict(as_file), inspection_to_dict(stored)
        for meeting in (*first["meetings"], *second["meetings"]):
            assert meeting["placed"] >= 0.94, path.name
            for one in meeting["unpaired"]:
                del one["exchange_id"]  # it follows from the source's key
        assert first == second


def test_the_page_sets_the_original_beside_what_was_read() -> None:
    """Row by row: the line of the original with the spoken stretch set off, and who says it as what."""
    page = page_html(inspect_file(DOCUMENTS / "chofu_2024-03-07.txt"))
    left, _, right = page.partition('<div class="r">')[2].partition("</div><div>")
    assert page.count("<script") == 0
    assert "default-src 'none'" in page
    assert 'class="l header"' in left + right
    assert "行政経営部長" in page
    assert page.count("質疑1") >= 2
    assert "<b>" in page


def test_nothing_of_a_document_runs_on_the_page(tmp_path: Path) -> None:
    """Words, names and the file's own name are text, whatever they look like."""
    path = tmp_path / "<img src=x onerror=alert(1)>.txt"
    path.write_text(
        f"令和6年第2回青葉台市議会定例会 会議録\n令和6年6月3日\n◆１番（佐藤花子君）　{HOSTILE}橋はいつ直りますか。\n"
        f"◎総務部長（高橋次郎君）　{HOSTILE}来年直します。\n",
        "utf-8",
    )
    page = page_html(inspect_file(path))
    for tag in ("<script", "<img", "</article", "javascript:window.hacked=3)</"):
        assert tag not in page
    assert page.count("&lt;script&gt;window.hacked=1&lt;/script&gt;") >= 4  # left and right, twice


def test_a_source_is_named_by_id_or_by_a_name_that_only_it_has(sample_service: Service) -> None:
    """Unknown names say where to look."""
    source = sample_service.sources()[0].source
    assert inspect_source(sample_service.store, source.id).name == source.name
    with pytest.raises(KaigirokuError, match="ファイルも資料もありません"):
        inspect_source(sample_service.store, "なし.pdf")


def test_the_command(
    sample_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines for people, JSON for programs, a page where asked; exit status 1 for what is not there."""

    def run(*words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["kaigiroku", "--store", str(sample_store), "inspect", *words])
        status = 0
        try:
            kaigiroku.main()
        except SystemExit as error:
            status = int(error.code or 0)
        return status, capsys.readouterr().out

    status, out = run("chofu_2024-03-07.txt", "-o", str(tmp_path / "r.html"))
    assert status == 0
    assert "読み方: verbatim" in out
    assert "発言に置いた割合 100.0%" in out
    assert "（名簿なし）" in out
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!doctype html>")
    found = json.loads(run(str(DOCUMENTS / "chofu_2024-03-07.txt"), "--json")[1])
    assert (found["layout"], found["evidence"][0]["layout"]) == ("verbatim", "verbatim")
    assert found["meetings"][0]["exchanges"]["answered"] > 0
    assert run("なし.pdf")[0] == 1
    assert run(str(DOCUMENTS / "chofu_2024-03-07.txt"), "-o", str(tmp_path / "no" / "r.html"))[0] == 1


def test_the_api_and_the_page_of_a_source(sample_service: Service) -> None:
    """The same JSON under /api, the page at /inspect; an unknown source is 404."""
    client = TestClient(create_app(sample_service, page=False))
    source = sample_service.sources()[0].source
    answer = client.get(f"/api/sources/{source.id}/inspection")
    assert answer.json() == inspection_to_dict(sample_service.inspect(source.id))
    page = client.get(f"/inspect/{source.id}")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert source.name in page.text
    assert client.get("/api/sources/none/inspection").status_code == 404
    assert client.get("/inspect/none").status_code == 404


def test_every_way_of_reading_has_a_name() -> None:
    """Protects: among the reasons for a choice stood `marked_replies`, `folded` and `prose`."""
    assert {layout.name for layout in LAYOUTS} == set(LAYOUT_WORDS)
