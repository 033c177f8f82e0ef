"""Archives: the files in a ZIP are read as if they stood alone; one that hides too much is refused."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from corpus.errors import ReadError
from ingest.readers import Limits, read_bytes

SPEECH = "○議長（山田太郎君）　これより会議を開きます。\n◎総務部長（鈴木花子君）　お答えします。髙い塀は直します。\n"


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_zip_reads_its_files_and_names_what_it_cannot() -> None:
    """Each readable member is a document; a broken one is named in a warning; other kinds are passed over."""
    archive = packed({"b.pdf": b"%PDF-1.4 broken", "a.txt": SPEECH.encode(), "photo.jpg": b"\xff\xd8\xff"})
    (document,) = read_bytes(archive, "m.zip")
    assert (document.name, document.text) == ("a.txt", SPEECH)
    assert "b.pdf" in document.warnings[0]


def test_a_zip_that_explodes_is_refused() -> None:
    """Ratio of unpacked to packed size."""
    with pytest.raises(ReadError, match="大きすぎ"):
        list(read_bytes(packed({"a.txt": b"0" * 50_000_000}), "m.zip"))
    with pytest.raises(ReadError, match="大きすぎ"):
        list(read_bytes(gzip.compress(b"0" * 50_000_000), "m.txt.gz", Limits(max_bytes=1_000_000)))


def test_a_zip_may_hold_a_zip_but_no_deeper() -> None:
    """The year's folder with a ZIP a session is read; the third layer is not, and that is said with the others."""
    inner = packed({"a.txt": SPEECH.encode()})
    (document,) = read_bytes(packed({"r6.zip": inner}), "m.zip")
    assert (document.name, document.text) == ("a.txt", SPEECH)
    found = list(read_bytes(packed({"b.txt": SPEECH.encode(), "r6.zip": packed({"q.zip": inner})}), "m.zip"))
    assert [one.name for one in found] == ["b.txt"]
    assert "何重にも" in found[0].warnings[0]


def test_too_many_files_are_refused_over_all_layers() -> None:
    """Nine files in three ZIPs are nine files (and three); a limit on each ZIP would let their product through."""
    small = {f"{number}.txt": SPEECH.encode() for number in range(3)}
    archive = packed({f"{number}.zip": packed(small) for number in range(3)})
    assert len(list(read_bytes(archive, "m.zip", Limits(max_members=12)))) == 9
    with pytest.raises(ReadError, match="多すぎます"):
        list(read_bytes(archive, "m.zip", Limits(max_members=10)))


def test_what_unpacks_to_too_much_is_refused_over_all_layers() -> None:
    """A ZIP of packed files, each within bounds by itself, also where the outer one hardly packs."""
    text = SPEECH.encode() * 2_000
    limits = Limits(max_unpacked=len(text) * 3)
    for inner in (gzip.compress(text), packed({"a.txt": text})):
        ending = "gz" if inner.startswith(b"\x1f\x8b") else "zip"
        archive = packed({f"{number}.txt.{ending}": inner for number in range(4)}, zipfile.ZIP_STORED)
        with pytest.raises(ReadError, match="展開すると大きすぎます"):
            list(read_bytes(archive, "m.zip", limits))


def test_a_member_that_fails_last_is_named_too() -> None:
    """After the last document there is none to carry the warning: the last one carries it."""
    (document,) = read_bytes(packed({"a.txt": SPEECH.encode(), "z.pdf": b"%PDF-1.4 broken"}), "m.zip")
    assert [warning.split(":")[0] for warning in document.warnings] == ["z.pdf"]


def test_a_document_cut_off_is_not_called_a_zip_alone() -> None:
    """Who adds a document of Word knows of no ZIP."""
    with pytest.raises(ReadError, match="Word・Excel・ZIP"):
        list(read_bytes(b"PK\x03\x04 cut off", "答弁案.docx"))
