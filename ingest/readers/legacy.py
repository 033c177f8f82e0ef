"""Old Office files (.doc, .xls): converted by LibreOffice where it is installed, refused with a clear line where not.

Each conversion has a folder and a LibreOffice profile of its own, so that any number may run beside each other and beside a
LibreOffice that the user has open. The profile runs no macro and follows no link; the filter is named, so that a damaged file
is refused instead of being read as text.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ReadError
from ingest.readers.limits import Limits
from ingest.types import Document

TIMEOUT_S = 120.0
"""LibreOffice needs 2–8 s a file and up to 20 s for its first start; on a busy machine three times as long was seen."""
PROGRAMS = ("soffice", "libreoffice")
SAVE_AS = "Word・Excel で .docx / .xlsx に保存し直してください"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of OLE file: a stream that it alone has, LibreOffice's filter for it, and what it becomes."""

    streams: tuple[str, ...]
    filter: str
    ending: str
    target: str


KINDS = (
    Kind(("WordDocument",), "MS Word 97", ".doc", "docx"),
    Kind(("Workbook", "Book"), "MS Excel 97", ".xls", "xlsx"),
)

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link"><value>2</value></prop></item>
</oor:items>
"""


def read_ole(data: bytes, name: str, limits: Limits) -> Iterator[Document]:
    """The Documents of an OLE file.

    Raises ReadError: password-protected, neither Word nor Excel, LibreOffice absent, not convertible, not in `TIMEOUT_S`.
    """
    if _names(data, "EncryptedPackage"):
        raise ReadError("パスワードで保護された Office 文書です", "保護を外して保存し直してください")
    kind = next((k for k in KINDS if any(_names(data, stream) for stream in k.streams)), None)
    if kind is None:
        raise ReadError(
            "古い形式の Word・Excel として読めません（ほかの種類の文書か、壊れています）",
            "PDF・Word・Excel・テキストで保存し直してください",
        )
    office = next((found for program in PROGRAMS if (found := shutil.which(program))), None)
    if office is None:
        raise ReadError(
            f"古い形式（{kind.ending}）を読むには LibreOffice が要ります",
            f"LibreOffice を入れるか、{SAVE_AS}",
        )
    with tempfile.TemporaryDirectory(prefix="kaigiroku-", ignore_cleanup_errors=True) as folder:
        target = _converted(office, kind, data, Path(folder))
        from ingest.readers.registry import read_documents

        yield from read_documents(target, limits, name)


def _names(data: bytes, stream: str) -> bool:
    """Whether a stream of this name is in the file's directory (entries are UTF-16, ended by a zero)."""
    return (stream + "\0").encode("utf-16-le") in data


def _converted(office: str, kind: Kind, data: bytes, folder: Path) -> Path:
    source = folder / f"source{kind.ending}"
    source.write_bytes(data)
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
    command = [
        office,
        f"-env:UserInstallation={user.parent.as_uri()}",
        "--headless",
        "--norestore",
        f"--infilter={kind.filter}",
        "--convert-to",
        kind.target,
        "--outdir",
        str(folder),
        str(source),
    ]
    _run(command, folder)
    target = folder / f"source.{kind.target}"
    if not target.is_file():
        raise ReadError(
            f"{kind.ending} として変換できません（壊れているか、パスワードで保護されています）", SAVE_AS
        )
    return target


def _run(command: list[str], folder: Path) -> None:
    """Runs LibreOffice; at the limit it is ended with all that it started. Its own exit status says little (0 for damaged files)."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, cwd=folder, start_new_session=True
        )
    except OSError as error:
        raise ReadError(f"LibreOffice を起動できません（{error.__class__.__name__}）", SAVE_AS) from error
    try:
        process.wait(TIMEOUT_S)
    except subprocess.TimeoutExpired as error:
        raise ReadError(f"LibreOffice の変換が {TIMEOUT_S:.0f} 秒で終わりません", SAVE_AS) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
