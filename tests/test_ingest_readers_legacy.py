"""Old Office files: real ones made by LibreOffice from our own documents, and what is said where it is absent, hangs or fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from corpus.errors import ReadError
from ingest.parse import parse
from ingest.readers import legacy, read_bytes, read_documents
from ingest.types import Document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
WORD = OLE + "WordDocument\0".encode("utf-16-le") + bytes(500)


def one(path: Path) -> Document:
    (document,) = read_documents(path)
    return document


@pytest.fixture(scope="module")
def old_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """minutes.docx/.doc and opinions.xlsx/.xls: the old ones saved by LibreOffice from the new ones."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip(
            "LibreOffice is not installed (apt-get install libreoffice-writer-nogui libreoffice-calc-nogui)"
        )
    folder = tmp_path_factory.mktemp("old")
    _minutes().save(str(folder / "minutes.docx"))
    _opinions().save(folder / "opinions.xlsx")
    for name, ending in (("minutes.docx", "doc"), ("opinions.xlsx", "xls")):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            office,
            profile,
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            str(folder),
            str(folder / name),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=200)
    return folder


def _minutes():  # type: ignore[no-untyped-def]
    import docx

    source = docx.Document()
    source.add_heading("令和6年第2回青葉台市議会定例会 会議録", 1)
    source.add_paragraph("令和6年6月3日")
    source.add_paragraph("◆１番（佐藤花子君）　避難所の毛布は何枚ありますか。お答えください。")
    source.add_paragraph("◎総務部長（髙橋次郎君）　避難所の毛布は1,250枚あります。")
    table = source.add_table(rows=3, cols=2)
    for y, row in enumerate((("質問", "回答"), ("甲\n乙", "丙"), ("丁", ""))):
        for x, text in enumerate(row):
            table.cell(y, x).text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    source.add_paragraph("以上。")
    return source


def _opinions():  # type: ignore[no-untyped-def]
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "意見と回答"
    sheet.append(["No", "意見の内容", "市の考え方"])
    sheet.append([1, "自転車の道を\n広げてほしい。", "駅の南側から順に広げます。"])
    sheet.append([2, "街灯を増やしてほしい。", None])
    sheet.merge_cells("C2:C3")
    return book


def test_a_doc_reads_as_the_docx_it_was_made_from(old_files: Path) -> None:
    """Text letter for letter, headings, table cells with merges, and the same exchange."""
    old, new = one(old_files / "minutes.doc"), one(old_files / "minutes.docx")
    assert old.text == new.text
    assert (old.name, old.headings, old.tables) == ("minutes.doc", new.headings, new.tables)
    (minutes,) = parse(old, "k")
    assert minutes.exchanges == parse(new, "k")[0].exchanges
    (answer,) = minutes.exchanges[0].answers
    assert answer.speaker.name == "髙橋次郎"
    assert answer.text.startswith("避難所の毛布は1,250枚あります。")


def test_an_xls_reads_as_the_xlsx_it_was_made_from(old_files: Path) -> None:
    """Cells, line breaks in them and merges; each opinion with the reply that covers both."""
    old, new = one(old_files / "opinions.xls"), one(old_files / "opinions.xlsx")
    assert (old.text, old.tables) == (new.text, new.tables)
    (minutes,) = parse(old, "k")
    assert [exchange.question_text for exchange in minutes.exchanges][:1] == ["自転車の道を 広げてほしい。"]


def test_a_damaged_doc_is_refused_not_read_as_text(old_files: Path) -> None:
    """Its head is overwritten: LibreOffice would guess at a text file."""
    data = bytearray((old_files / "minutes.doc").read_bytes())
    data[512:2048] = bytes(range(256)) * 6
    with pytest.raises(ReadError, match="壊れているか"):
        list(read_bytes(bytes(data), "minutes.doc"))


def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program named soffice that does what `script` says."""
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin:/bin")


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        list(read_bytes(data, "old.doc"))
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_without_libreoffice_the_line_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Install it, or save in the new format."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(WORD) == (
        "古い形式（.doc）を読むには LibreOffice が要ります（LibreOffice を入れるか、Word・Excel で .docx / .xlsx に保存し直してください）"
    )


def test_a_conversion_that_hangs_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LibreOffice's starter waits for the real program: both must go, or they pile up."""
    office(tmp_path, monkeypatch, f"sleep 300 & echo $! > {tmp_path}/child; wait")
    monkeypatch.setattr(legacy, "TIMEOUT_S", 1.0)
    started = time.monotonic()
    assert "終わりません" in refused(WORD)
    assert time.monotonic() - started < 20
    child = Path("/proc") / (tmp_path / "child").read_text().strip() / "cmdline"
    until = time.monotonic() + 10
    while child.exists() and child.read_bytes() and time.monotonic() < until:
        time.sleep(0.05)
    assert not (child.exists() and child.read_bytes())


def test_a_conversion_that_makes_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice ends with status 0 for a damaged file, too; each run has a profile of its own."""
    office(tmp_path, monkeypatch, f'echo "$1" >> {tmp_path}/profiles; exit 0')
    for _ in range(2):
        assert "変換できません（壊れているか、パスワードで保護されています）" in refused(WORD)
    profiles = (tmp_path / "profiles").read_text().splitlines()
    assert len(set(profiles)) == 2
    assert all(line.startswith("-env:UserInstallation=file:///") for line in profiles)


@pytest.mark.parametrize(
    "data",
    [OLE, OLE + "PowerPoint Document\0".encode("utf-16-le"), OLE + "DocumentText\0".encode("utf-16-le")],
)
def test_other_ole_files_are_not_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Presentations, mails and documents of other word processors share the container."""
    office(tmp_path, monkeypatch, "touch started")
    assert "ほかの種類の文書" in refused(data)
    assert list(tmp_path.rglob("started")) == []
