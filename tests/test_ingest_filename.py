"""What a file's name tells of the minutes in it: a day, and that they are a council's."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.header.filename import council_in, date_for, date_in, is_of_council
from ingest.parse import parse
from ingest.readers import read_documents
from ingest.types import Document


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("teireikai_20251210.txt", "2025-12-10"),
        ("2025-12-10_iinkai.json", "2025-12-10"),
        ("2025_12_10.pdf", "2025-12-10"),
        ("2025_1210.pdf", "2025-12-10"),
        ("R7.12.10.txt", "2025-12-10"),
        ("r7-12-10.txt", "2025-12-10"),
        ("r071210.txt", "2025-12-10"),
        ("teireikai_r7_12_1210.txt", "2025-12-10"),
        ("h30_4_1205_gijiroku.html", "2018-12-05"),
        ("令和７年12月10日_定例会.pdf", "2025-12-10"),
        ("teireikai_r7_9_1go.txt", ""),
        ("r7_1_2.txt", ""),
        ("r7_10_12.txt", ""),
        ("r7_03_01.pdf", ""),
        ("r7_12_1210.txt", "2025-12-10"),
        ("a_20250231_20250301.txt", "2025-03-01"),
        ("r070231_r070301.txt", "2025-03-01"),
        ("r7_12_1310.txt", ""),
        ("shiryo_1210.txt", ""),
        ("20251310.txt", ""),
        ("sample.2025.txt", ""),
    ],
)
def test_days(name: str, day: str) -> None:
    """Every form of a whole date; numbers of a session and of its day are none."""
    assert date_in(name) == day


@pytest.mark.parametrize(
    ("session", "day"),
    [
        ("", "2025-03-04"),
        ("令和７年第１回定例会", "2025-03-04"),
        ("令和６年度第５回", "2025-03-04"),
        ("令和６年第１回定例会", ""),
        ("令和４年度第１回", ""),
    ],
)
def test_the_text_is_not_contradicted(session: str, day: str) -> None:
    """A session of another year in the text outweighs the name."""
    assert date_for("20250304.txt", session) == day


def test_signs_of_a_council() -> None:
    """Kinds of meetings, records, a day, a year of an era; other words say nothing."""
    assert all(
        map(
            is_of_council,
            ["a_iinkai.txt", "議会.pdf", "x_r6.txt", "x_h9_3.txt", "a_20240301.txt", "minutes.md"],
        )
    )
    assert not any(
        map(
            is_of_council,
            ["sample.txt", "date.csv", "kakegawa.txt", "notes2.txt", "h1.html", "s3_export.txt"],
        )
    )


NAMED = "○議長（沖君）　開きます。\n○３番（森君）　橋はどうしますか。\n○市長（西君）　直します。\n"


@pytest.mark.parametrize(
    ("name", "text", "note"),
    [
        (
            "kakegawa_20250304.txt",
            NAMED,
            ("自治体名（掛川市）と開催日（令和7年3月4日）は本文からは分からず、ファイル名によります",),
        ),
        ("kakegawa_gikai.txt", NAMED, ("自治体名（掛川市）は本文からは分からず、ファイル名によります",)),
        ("20250304.txt", NAMED, ("開催日（令和7年3月4日）は本文からは分からず、ファイル名によります",)),
        ("kakegawa_20250304.txt", "掛川市議会会議録\n令和７年３月４日（火曜日）\n" + NAMED, ()),
    ],
)
def test_minutes_say_what_comes_from_the_name(name: str, text: str, note: tuple[str, ...]) -> None:
    """Town and day that only the name holds are said to come from it; what the text says needs no note."""
    (minutes,) = parse(Document(text, "text/plain", name), name)
    assert tuple(w for w in minutes.warnings if "ファイル名" in w) == note
    assert minutes.meeting.date == ("2025-03-04" if "2025" in name else "")


def test_a_record_of_nothing_but_speech(tmp_path: Path) -> None:
    """The council, too, is known by its town: the chair presides, members have seats."""
    path = tmp_path / "kakegawa_teireikai_r6_12_1205.txt"
    path.write_text(NAMED + "○市長（西君）　知事に求めます。知事の答えを待ちます。\n", encoding="utf-8")
    (document,) = read_documents(path)
    (minutes,) = parse(document, path.name)
    assert (minutes.meeting.body, minutes.meeting.date) == ("掛川市議会", "2024-12-05")


def test_council_of_the_name(tmp_path: Path) -> None:
    """The council that a file is named after is the body, where its words name none; one of its committees is not the council."""
    assert council_in("小樽市議会_令和8年第2回_答弁要約.json", "小樽市") == "小樽市議会"
    assert council_in("小樽市議会総務常任委員会_R7.pdf", "小樽市") == ""
    assert council_in("小樽市_要約.json", "小樽市") == ""
    csv = "質問,回答\n橋の補修はいつか。,来年の秋に行う。\n給食費は上がるか。,今年度は上げない。\n井戸は残すのか。,三か所を残す。\n"
    path = tmp_path / "小樽市議会_令和8年第2回_要約.csv"
    path.write_text(csv, encoding="utf-8")
    (document,) = read_documents(path)
    (minutes,) = parse(document, "k")
    assert (minutes.meeting.body, minutes.meeting.session) == ("小樽市議会", "令和8年第2回")
