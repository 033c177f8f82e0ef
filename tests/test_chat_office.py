"""Every file that the desk hands out opens in LibreOffice, with what was put into it, and text that looks like a formula as text."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from chat.commitments.files import to_table as promise_table
from chat.desk.brief import brief
from chat.desk.brief_files import docx, markdown
from chat.desk.check import check
from chat.desk.check_files import to_table as check_table
from chat.desk.compare import compare
from chat.desk.compare import to_table as compare_table
from chat.exports import Sheet, to_xlsx
from chat.render.documents import documents_sheet, matching
from chat.service import Service

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed (make office)"
)


@pytest.fixture(scope="module")
def converted(sample_service: Service, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all files of the desk, each converted by LibreOffice: tables to CSV, the dossier to text."""
    folder = tmp_path_factory.mktemp("office")
    hostile = Sheet(
        "約束", ("日付", "引用"), ((date(2024, 3, 8), '=HYPERLINK("http://x")'), ("＋1", "@SUM(A1)\n二行目"))
    )
    tables = {
        "ledger": promise_table(sample_service.ledger.find(), "xlsx"),
        "compare": compare_table(compare(sample_service, "テレワークの状況は"), "xlsx"),
        "check": check_table(check(sample_service, "CSIRTは80台です。猫の駅を作ります。"), "xlsx"),
        "documents": to_xlsx([documents_sheet(matching(sample_service.sources(), ""))]),
        "hostile": to_xlsx([hostile]),
    }
    for name, data in tables.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    (folder / "dossier.docx").write_bytes(docx(markdown(brief(sample_service, "情報セキュリティ", "調布市"))))
    _convert(folder, "csv:Text - txt - csv (StarCalc):44,34,76", [folder / f"{name}.xlsx" for name in tables])
    _convert(folder, "txt:Text (encoded):UTF8", [folder / "dossier.docx"])
    return folder


def _convert(folder: Path, form: str, files: list[Path]) -> None:
    """A file that LibreOffice has to repair is not converted headless: it would ask."""
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to",
        form,
    ]
    command += ["--outdir", str(folder), *map(str, files)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=180)
    assert "Error" not in done.stderr + done.stdout, done.stderr


def _rows(folder: Path, name: str) -> list[list[str]]:
    return list(csv.reader((folder / f"{name}.csv").read_text("utf-8").splitlines()))


def test_tables_open(converted: Path, sample_service: Service) -> None:
    """Heading and number of rows of each table."""
    assert _rows(converted, "ledger")[0][5:7] == ["種類", "発言（原文）"]
    promises = {row[6].split("\n")[0] for row in _rows(converted, "ledger")}
    assert {one.quote.split("\n")[0] for one in sample_service.ledger.find()} <= promises
    assert {row[0] for row in _rows(converted, "compare")} >= {"自治体", "調布市", "長崎市"}
    assert {row[2] for row in _rows(converted, "check")} == {"結果", "以前の答弁あり", "これまでに答弁がない"}
    assert _rows(converted, "documents")[0][4] == "質疑"
    assert len(_rows(converted, "documents")) == 6


def test_formulas_are_text(converted: Path) -> None:
    """What looks like a formula stands there as it was written."""
    rows = _rows(converted, "hostile")
    assert rows[1][1] == '=HYPERLINK("http://x")'
    assert rows[2][:2] == ["＋1", "@SUM(A1)"] or rows[2][0] == "＋1"


def test_dossier_opens(converted: Path) -> None:
    """The sections of the dossier stand in the Word file."""
    text = (converted / "dossier.txt").read_text("utf-8-sig")
    assert "質問準備: 情報セキュリティ（調布市）" in text
    assert "通告の骨子（案）" in text
    assert "出典" in text
