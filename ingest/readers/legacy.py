"""Old Office files (.doc, .xls): converted by LibreOffice where it is installed, refused with a clear line where not."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import ReadError
from ingest.readers.limits import Limits
from ingest.types import Document

TIMEOUT_S = 60
"""LibreOffice needs 2–8 s a file, its first start up to 20 s."""


def read_ole(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The Documents of an OLE file. Raises ReadError: password-protected, LibreOffice absent, not convertible."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ReadError("パスワードで保護された Office 文書です", "保護を外して保存し直してください")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise ReadError(
            "古い形式（.doc / .xls）です",
            "Word・Excel で .docx / .xlsx に保存し直すか、LibreOffice を入れてください",
        )
    spreadsheet = "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / ("source.xls" if spreadsheet else "source.doc")
        source.write_bytes(data)
        target = source.with_suffix(".xlsx" if spreadsheet else ".docx")
        command = [
            office,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            target.suffix[1:],
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=TIMEOUT_S, check=True)
        except (subprocess.SubprocessError, OSError) as error:
            raise ReadError(
                "LibreOffice で変換できません", "Word・Excel で .docx / .xlsx に保存し直してください"
            ) from error
        if not target.is_file():
            raise ReadError(
                "LibreOffice で変換できません", "Word・Excel で .docx / .xlsx に保存し直してください"
            )
        from ingest.readers.registry import read_documents

        yield from read_documents(target, limits, name)
