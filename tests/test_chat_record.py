"""The record at its permanent address, and the stored original: safe types, the words marked after a re-read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import chat_fake
import pytest
from fastapi.testclient import TestClient

from chat.api.app import create_app
from chat.api.record import original_response
from chat.record import original_path, path_of, record_of, spans_at
from chat.service import Service
from chat.settings import Settings
from ingest.found import Incoming

MINUTES = """令和5年度 第1回 青葉台市民会議 会議録
日時 令和5年10月12日（木）
○山本委員 移動図書館の巡回先に、新しい団地は入りますか。
○図書館長 新しい団地への巡回は、来年の春に月2回で始めます。
○山本委員 返却の窓口はどこに置きますか。
○図書館長 返却の窓口は、団地の集会所の玄関に置きます。
"""
WORDS = "来年の春に月2回で始めます。"


@pytest.fixture
def service(tmp_path: Path) -> Service:
    (tmp_path / "a.txt").write_text(MINUTES, "utf-8")
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    service.add([Incoming(tmp_path / "a.txt", "a.txt", "upload:a.txt")])
    return service


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    with TestClient(create_app(service, page=False)) as client:
        yield client


def _address(service: Service) -> str:
    """The permanent address of `WORDS`."""
    stored = next(service.exchanges())
    turn = stored.exchange.answers[0]
    start = turn.spans[0][0] + turn.text.index(WORDS)
    return path_of(stored, ((start, start + len(WORDS)),))


def test_address_outlives_a_new_version_of_the_document(
    service: Service, client: TestClient, tmp_path: Path
) -> None:
    """The same exchange further down in a longer document: the same address still marks the same words."""
    address = _address(service)
    page = client.get("/" + address)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert f'<mark class="kc-hl">{WORDS}</mark>' in page.text
    assert (
        f'data-text="…「{WORDS}」（青葉台市民会議 令和5年度第1回 令和5年10月12日 図書館長答弁）"' in page.text
    )
    (tmp_path / "a.txt").write_text(MINUTES.replace("○山本委員 移動", "会場 公民館\n○山本委員 移動"), "utf-8")
    assert [r.status for r in service.add([Incoming(tmp_path / "a.txt", "a.txt", "upload:a.txt")])] == [
        "replaced"
    ]
    assert f'<mark class="kc-hl">{WORDS}</mark>' in client.get("/" + address).text


def test_record_stands_among_its_neighbours(service: Service, client: TestClient) -> None:
    """The exchange after it, folded, with its beginning; the first has none before it."""
    first = next(service.exchanges())
    found = record_of(service, first.exchange.id)
    assert found is not None
    assert found.before is None
    assert found.after is not None
    assert "団地の集会所の玄関に置きます。" in client.get("/" + path_of(first)).text


@pytest.mark.parametrize("at", ["x", "5-2", "99999-100000", ",,3", "-1-2", "0-" + "9" * 30])
def test_places_that_are_none_mark_nothing(service: Service, client: TestClient, at: str) -> None:
    """A damaged address opens the record all the same."""
    stored = next(service.exchanges())
    page = client.get(f"/record/{stored.exchange.id}", params={"at": at})
    assert page.status_code == 200
    assert spans_at(stored, at) == ()
    assert spans_at(stored, f"1-2,{at}") == spans_at(stored, "1-2") != ()


def test_unknown_record_and_original_say_so(client: TestClient) -> None:
    """404 as a page that says what may have happened."""
    for path in ("/record/none", "/originals/none", "/inspect/none"):
        page = client.get(path)
        assert page.status_code == 404
        assert "原文が見つかりません" in page.text


def test_text_original_is_shown_and_saved(service: Service, client: TestClient) -> None:
    """In the browser as UTF-8 text; with `save` the bytes themselves as a download."""
    source = service.sources()[0].source
    shown = client.get("/" + original_path(source))
    assert shown.text == MINUTES
    assert shown.headers["content-type"] == "text/plain; charset=utf-8"
    assert shown.headers["content-disposition"] == "inline; filename*=UTF-8''a.txt"
    saved = client.get("/" + original_path(source) + "?save=true")
    assert saved.content == MINUTES.encode()
    assert saved.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("name", "data", "kind", "shown"),
    [
        ("会議録.pdf", b"%PDF-1.7 ...", "application/pdf", "inline"),
        ("会議録.txt", b"%PDF-1.7 ...", "application/pdf", "inline"),
        ("悪.pdf", b"<script>x</script>", "application/octet-stream", "attachment"),
        ("悪.html", b"<html><script>x</script>", "application/octet-stream", "attachment"),
        ("悪.svg", b"<svg onload=x>", "application/octet-stream", "attachment"),
        ("悪.txt", b"<script>x</script>", "text/plain; charset=utf-8", "inline"),
        ("sjis.txt", "調布市議会の会議録".encode("cp932"), "text/plain; charset=utf-8", "inline"),
        ("表.xlsx", b"PK\x03\x04", "application/octet-stream", "attachment"),
    ],
)
def test_only_pdf_and_text_are_shown(name: str, data: bytes, kind: str, shown: str) -> None:
    """What a browser could run is handed over as a download, sealed; the name is never taken as markup of the header."""
    response = original_response(name, data)
    assert response.headers["content-type"] == kind
    assert response.headers["content-disposition"].startswith(shown + "; filename*=UTF-8''")
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert response.headers["content-disposition"].isascii()


def test_page_numbers_of_a_kept_pdf_lead_to_the_page() -> None:
    """A PDF opens at the page; other originals, and those that are not kept, have no page to open at."""
    from chat.record import Record
    from chat.render.record import record_html

    item = chat_fake.service().items[0]
    kept = record_html(Record(item, original=True))
    assert 'href="originals/s-a.pdf#page=5"' in kept
    assert "原本を開く（5ページ）" in kept
    assert "originals/" not in record_html(Record(item))
    other = replace(item, source=replace(item.source, name="a.docx"))
    assert 'href="originals/s-a.pdf"' in record_html(Record(other, original=True))


def test_the_english_page_has_its_own_links(service: Service, client: TestClient) -> None:
    """Beside /en/ the record speaks English around the words of the record, which stay; the original is the same."""
    page = client.get("/en/" + _address(service))
    assert f'<mark class="kc-hl">{WORDS}</mark>' in page.text
    assert "Copy the link" in page.text
    assert '<html lang="en">' in page.text
    assert client.get("/en/" + original_path(service.sources()[0].source)).text == MINUTES
    assert client.get("/en/record/none").status_code == 404
