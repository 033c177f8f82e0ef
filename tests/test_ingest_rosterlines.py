"""Headers whose offices, names and titles are cut over lines: rosters and the day's order."""

from __future__ import annotations

from pathlib import Path

from corpus.types import Meeting
from ingest.header.centred import uncentred
from ingest.header.rosterlines import unbroken_roster, whole_lines
from ingest.parse import parse
from ingest.readers import read_documents

READINGS = Path(__file__).parent / "fixtures" / "readings"


def _meeting(name: str) -> Meeting:
    (document,) = read_documents(READINGS / name)
    (minutes,) = parse(document, name)
    return minutes.meeting


def test_offices_and_names_on_two_lines() -> None:
    """An office that fills its column has its name below; a long one goes on below its name."""
    people = [(a.office, a.name.replace(" ", "")) for a in _meeting("roster_halves.txt").attendees]
    assert people == [
        ("３番議員", "東千尋"),
        ("１番議員", "岩淵等"),
        ("２番議員", "佐久間弥生"),
        ("事務局長", "長田正美"),
        ("町長", "沼田義孝"),
        ("建設水道部長", "東晴男"),
        ("町立中央病院事務部長", "岡崎弘司"),
        ("地域福祉センター所長", "辻川浩一"),
        ("こども課長", "植草恵子"),
        ("農林課長", "真砂哲也"),
        ("ひばり保育所所長", "山室雅代"),
    ]


def test_lines_of_other_rosters_stay() -> None:
    seats = ["１番　　岩淵　等君　　　　２番　　佐久間弥生君", "３番　　東　千尋君", "町長", "沼田義孝君"]
    assert whole_lines(seats) == [*seats[:2], "町長　沼田義孝君", ""]


def test_items_cut_by_a_narrow_column() -> None:
    """Words that go on right under an item's words, or under a second bill of the same number, belong to it."""
    assert _meeting("roster_halves.txt").agenda == (
        "会期の決定",
        "あさぎ町選挙管理委員会委員及び同補充員の選挙",
        "議案第１号　あさぎ町職員の給与に関する条例の一部を改正する条例について",
        "議案第２号　あさぎ町営住宅条例の一部改正について",
    )


def test_numbers_in_the_middle_of_their_titles() -> None:
    assert _meeting("numbers_amid_titles.txt").agenda == (
        "会議録署名議員の指名",
        "会期の決定",
        "認定第１号 令和５年度かしわ野町一般会計歳入歳出決算の認定について（決算審査特別委員会報告）",
        "認定第２号 令和５年度かしわ野町簡易水道事業会計決算の認定について（決算審査特別委員会報告）",
        "報告第４号 専決処分の報告について",
    )
    below = [
        "日程第１ 会期の決定",
        "日程第２ 議案第１号",
        "町道路線の認定について",
        "日程第３ 議案第２号",
        "訴えの提起について",
    ]
    assert uncentred(below) == below


def test_contents_are_no_agenda() -> None:
    """A table of contents has no items; 諸般の報告 between two numbers is one; two offices of one person are one."""
    path = READINGS / "contents_and_day.json"
    contents, votes, day = (m for d in read_documents(path) for m in parse(d, path.name))
    assert contents.meeting.agenda == votes.meeting.agenda == ()
    assert day.meeting.agenda == (
        "会期の決定",
        "諸般の報告",
        "議案第１号 令和６年度いそべ町一般会計補正予算（第２号）について",
        "一般質問",
    )
    assert [(a.office, a.name) for a in day.meeting.attendees][-1] == (
        "総務部長（兼務）ふるさと課長",
        "高須瑞穂",
    )


def test_header_without_line_ends_is_cut_at_its_sections() -> None:
    """A header on one line is cut at its rules and labels; a short line, and one of people with 君, stay whole."""
    line = (
        "令和6年6月くるみ市議会定例会             議事日程(第2号)        令和6年6月12日(水)午前10時開議 日程第1 一般質問"
        "---------------------------------------出席議員(2名)      1番  松永敬一君     2番  森口 薫君欠席議員(1名)     6番  北原 武君"
        "---------------------------------------地方自治法第121条の規定により説明のため出席した者の職氏名  市長       黒沢 透君   総務部長     本間良平君"
    )
    rows = [row.strip() for row in unbroken_roster(line)]
    assert rows[1:] == [
        "出席議員(2名)      1番  松永敬一君     2番  森口 薫君",
        "欠席議員(1名)     6番  北原 武君",
        "地方自治法第121条の規定により説明のため出席した者の職氏名",
        "市長       黒沢 透君   総務部長     本間良平君",
    ]
    assert unbroken_roster("出席議員(2名)---------1番") == ["出席議員(2名)---------1番"]


def test_section_of_people_is_cut_at_its_wide_blanks() -> None:
    """Names without 君 are told apart by wide blanks; where they are not, the section says nothing."""
    head = "令和6年6月くるみ市議会定例会会議録" + "　" * 180 + "〇説明のため出席した者の職氏名"
    apart = unbroken_roster(
        head + "      市  長   西田三十五       副市長   利根基文      教育長    茅野達也"
    )
    assert apart[-3:] == ["市  長   西田三十五", "副市長   利根基文", "教育長    茅野達也"]
    glued = unbroken_roster(head + "   市  長   西田三十五   副市長   利根基文   教育長    茅野達也")
    assert not any("利根" in row for row in glued)
