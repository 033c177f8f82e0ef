"""What the tab 資料 hands on to be added, without a browser: names of uploads, folders, addresses, stopping, reading anew."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from chat.page.runs import Run, Turn
from chat.page.uploads import add_uploads, addresses_in, documents_of
from chat.render.runs import result_html
from chat.service import Service
from chat.settings import Settings
from corpus.errors import SettingsError
from ingest.add import AddResult
from ingest.found import Incoming

MINUTES = """令和5年度 第{n}回 青葉台市民会議 会議録
日時 令和5年10月1{n}日
○山本委員 {matter}の場所は、いつ決まりますか。
○図書館長 {matter}の場所は、来年の春までに決めます。
"""


def test_addresses_as_they_are_pasted() -> None:
    """A line each, or in a row with commas; a comma inside an address is part of it."""
    pasted = "https://a.example/1、https://a.example/2\n\nhttps://a.example/3,https://a.example/4?days=1,2 https://a.example/1"
    assert addresses_in(pasted) == [
        "https://a.example/1", "https://a.example/2", "https://a.example/3", "https://a.example/4?days=1,2",
    ]  # fmt: skip


def test_names_of_uploads(tmp_path: Path) -> None:
    """Replaced under its name, or a free name; two files of one name in one upload are two documents either way."""
    files = [tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt"]
    for file in files:
        file.parent.mkdir()
        file.write_text(file.parent.name)
    taken = {"upload:x.txt": "of another file"}
    assert [one.name for one in documents_of(files, taken, replace=True)] == ["x.txt", "x (2).txt"]
    assert [one.name for one in documents_of(files, taken, replace=False)] == ["x (2).txt", "x (3).txt"]


def test_one_file_in_two_folders_is_one_document(tmp_path: Path) -> None:
    """Protects: a copy in another folder stood in the store as 会議録 (2).txt, and its replies were quoted twice."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    files = [tmp_path / folder / "会議録.txt" for folder in ("a", "b", "c")]
    for file, matter in zip(files, ("図書館", "図書館", "公民館"), strict=True):
        file.parent.mkdir()
        file.write_text(MINUTES.format(n=1, matter=matter), "utf-8")
    *_, (lines, _) = add_uploads(service, files, True, Turn(), Run(), folder=True)
    assert [(line.name, line.status) for line in lines] == [
        ("会議録.txt", "added"), ("会議録.txt", "unchanged"), ("会議録 (2).txt", "added"),
    ]  # fmt: skip


def test_both_kept_are_two_files(tmp_path: Path) -> None:
    """Not replaced, another content gets a free name; the very same file is there already, under whichever name."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    file = tmp_path / "会議録.txt"
    outcomes = []
    for matter in ("図書館", "図書館", "公民館", "公民館", "図書館"):
        file.write_text(MINUTES.format(n=1, matter=matter), "utf-8")
        *_, (lines, _) = add_uploads(service, [file], False, Turn(), Run())
        outcomes += [(line.name, line.status) for line in lines]
    assert outcomes == [
        ("会議録.txt", "added"), ("会議録.txt", "unchanged"),
        ("会議録 (2).txt", "added"), ("会議録 (2).txt", "unchanged"), ("会議録.txt", "unchanged"),
    ]  # fmt: skip


def test_stopping_keeps_what_is_in(tmp_path: Path) -> None:
    """The files before the stop are stored and found, the one at work and those after it are not, and all are named."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    files = [tmp_path / f"{n}.txt" for n in (1, 2, 3)]
    for n, file in enumerate(files, 1):
        file.write_text(MINUTES.format(n=n, matter="図書館" * n), "utf-8")
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        # before the first file, at its meeting, before the second file; then at its meeting
        return len(asked) > 3

    run = Run()
    run.stop = SimpleNamespace(is_set=stop)  # type: ignore[assignment]
    *_, (lines, step) = add_uploads(service, files, True, Turn(), run)
    assert step is None
    assert [(line.name, line.status) for line in lines] == [
        ("1.txt", "added"), ("2.txt", "stopped"), ("3.txt", "stopped"),
    ]  # fmt: skip
    assert [one.source.name for one in service.sources()] == ["1.txt"]
    assert service.search("図書館の場所")[0].stored.source.name == "1.txt"


def test_reading_anew_uses_the_kept_original(tmp_path: Path) -> None:
    """The file is gone: what the store keeps is read, ids and address of the document stay."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    file = tmp_path / "a.txt"
    file.write_text(MINUTES.format(n=1, matter="図書館"), "utf-8")
    service.add([Incoming(file, "会議録.txt", "upload:会議録.txt")])
    file.unlink()
    before = [one.exchange.id for one in service.exchanges()]
    source = service.sources()[0].source
    assert service.shelf.reread(source.id).status == "unchanged"
    service.store.db.execute("UPDATE sources SET parser = 'older'")
    service.store.db.execute("UPDATE minutes SET warnings = '[\"older\"]'")
    assert service.shelf.reread(source.id).status == "replaced"
    assert [one.exchange.id for one in service.exchanges()] == before


def test_reading_anew_opens_no_path_that_a_backup_names(tmp_path: Path) -> None:
    """A backup that names /etc/hostname as a document: it is read from the original that is in it, else not at all."""
    away, secret = Service.open(Settings(store=tmp_path / "away", encoder="none")), Path("/etc/hostname")
    assert secret.is_file()
    for number, uri in enumerate((str(secret), str(tmp_path / "秘密.txt"))):
        file = tmp_path / f"{number}.txt"
        file.write_text(MINUTES.format(n=number + 1, matter=("図書館", "自転車置場")[number]), "utf-8")
        away.add([Incoming(file, f"{number}.txt", uri)])
    (tmp_path / "秘密.txt").write_text(MINUTES.format(n=3, matter="金庫"), "utf-8")
    kept, lost = away.sources()
    away.store.db.execute(
        "DELETE FROM originals WHERE source = (SELECT row FROM sources WHERE id = ?)", (lost.source.id,)
    )
    away.store.db.execute("UPDATE sources SET parser = 'older'")
    away.store.db.execute("UPDATE minutes SET warnings = '[\"older\"]'")
    away.shelf.backup(tmp_path / "控え.zip")
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    service.shelf.take_in(tmp_path / "控え.zip")
    assert service.shelf.reread(kept.source.id).status == "replaced"
    with pytest.raises(SettingsError, match="原本は保存されていません"):
        service.shelf.reread(lost.source.id)
    said = [turn.text for one in service.exchanges() for turn in one.exchange.answers]
    assert len(said) == 2
    assert "図書館の場所は" in said[-1]
    assert not any("金庫" in text or secret.read_text().strip() in text for text in said)


def test_a_folder_on_the_page_takes_what_the_command_takes(tmp_path: Path) -> None:
    """Minutes in YAML were passed over as no minutes; settings in YAML are."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    records = "- speaker: 山本委員\n  text: 花壇は増えますか。\n- speaker: 図書館長\n  text: 花壇は来年に増やします。\n"
    (tmp_path / "会議録.yaml").write_text(records, "utf-8")
    (tmp_path / "settings.yml").write_text("port: 80\n", "utf-8")
    *_, (lines, step) = add_uploads(
        service, [tmp_path / "会議録.yaml", tmp_path / "settings.yml"], True, Turn(), Run(), folder=True
    )
    assert (sorted((line.name, line.status) for line in lines), step) == (
        [("settings.yml", "skipped"), ("会議録.yaml", "added")],
        None,
    )


def test_each_file_of_a_folder_is_compared_with_no_other(tmp_path: Path) -> None:
    """Protects: a folder of thousands of pictures beside minutes stood still while each file was sought among those passed."""
    compared = []

    class Counted(type(tmp_path)):  # type: ignore[misc]
        def __eq__(self, other: object) -> bool:
            compared.append(other)
            return bool(super().__eq__(other))

        __hash__ = type(tmp_path).__hash__

    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    files = [Counted(tmp_path / f"{number}.png") for number in range(50)]
    *_, (lines, _) = add_uploads(service, files, True, Turn(), Run(), folder=True)
    assert [line.status for line in lines] == ["skipped"] * 50
    assert compared == []


def test_a_folder_is_read_by_name_and_what_failed_stands_first(tmp_path: Path) -> None:
    """Protects: 150 files in the order of the disk, and the three that could not be read anywhere among them."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    for number in (3, 1, 2):
        file = tmp_path / f"{number}.txt"
        file.write_text("" if number == 2 else MINUTES.format(n=number, matter="図書館"), "utf-8")
    files = [tmp_path / f"{number}.txt" for number in (3, 1, 2)]
    *_, (lines, _) = add_uploads(service, files, True, Turn(), Run(), folder=True)
    assert [line.name for line in lines] == ["1.txt", "2.txt", "3.txt"]
    shown = re.findall(r"<strong><span class=\"kc-short\">(.*?)</span></strong>", result_html(lines))
    assert shown == ["2.txt", "1.txt", "3.txt"]


def test_the_list_of_documents_follows_what_another_program_adds(tmp_path: Path) -> None:
    """It is kept between two looks: 690 documents took 20 ms each time. What changes in the store is seen all the same."""
    page, command = (Service.open(Settings(store=tmp_path / "store", encoder="none")) for _ in "12")
    assert page.sources() == []
    file = tmp_path / "a.txt"
    file.write_text(MINUTES.format(n=1, matter="図書館"), "utf-8")
    command.add([file])
    assert [one.source.name for one in page.sources()] == ["a.txt"]
    page.sources().clear()
    assert len(page.sources()) == 1
    command.remove(page.sources()[0].source.id)
    assert page.sources() == []


def test_who_stops_does_not_wait_for_the_list_of_promises(tmp_path: Path) -> None:
    """Protects: 止める was of no effect while the list was made anew, for minutes where 20,000 exchanges are loaded."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    file = tmp_path / "1.txt"
    file.write_text(MINUTES.format(n=1, matter="図書館"), "utf-8")
    added: list[AddResult] = []
    with service.ledger._updating:  # another is at it
        service.add([file], report=added.append, stop=lambda: bool(added))
        service.shelf.backup(tmp_path / "控え.zip")
        service.shelf.take_in(tmp_path / "控え.zip", stop=lambda: True)
    assert [one.status for one in added] == ["added"]
    service.ledger.update()  # and it is made nevertheless
    assert service.ledger.behind() is None
