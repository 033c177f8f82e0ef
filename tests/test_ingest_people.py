"""Who attends, however the list is written: groups in brackets, people apart by a blank, names without an office."""

from __future__ import annotations

import pytest

from ingest.header.attendees import people_listed
from ingest.marks.speaks import lists_people
from ingest.people.gluednames import split_glued
from ingest.people.roster import full_name, people_of

MEMBERS = [("江崎のり子", "会長"), ("ふかみまこと", "委員")]
STAFF = [("館野", "図書館長"), ("小森", "主査")]
BARE = [("江崎のり子", ""), ("ふかみまこと", "")]


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        (["出席者　（委員）江崎のり子会長、ふかみまこと委員", "（事務局）館野図書館長、小森主査"], MEMBERS + STAFF),
        (["【出席委員】江崎のり子会長、ふかみまこと委員", "【事務局】館野図書館長、小森主査"], MEMBERS + STAFF),
        (["＜委員＞江崎のり子会長　ふかみまこと委員", "＜事務局＞館野図書館長　小森主査"], MEMBERS + STAFF),
        (["【出席者】", "江崎のり子、ふかみまこと", "【事務局】", "館野図書館長、小森主査"], BARE + STAFF),
        (["出席者", "・会長　江崎のり子", "・委員　ふかみまこと　多賀よしえ"], [*MEMBERS, ("多賀よしえ", "委員")]),
        (["出席者　江崎のり子（会長）、ふかみまこと"], [MEMBERS[0], BARE[1]]),
        (["出席者", "委員　佐々木　小次郎"], [("佐々木 小次郎", "委員")]),
        (["出席者", "教育長　勅使河原　健太郎"], [("勅使河原健太郎", "教育長")]),
        (
            ["○出席委員（４人）", "委 員 長 江 崎 葉 子 副委員長 福 原 弘", "委 員 相 馬 一 委 員 門 田 佑 太 郎"],
            [("江崎葉子", "委員長"), ("福原弘", "副委員長"), ("相馬一", "委員"), ("門田佑太郎", "委員")],
        ),
        (
            ["◎出席議員", "議 員 江 崎 葉 子", "〃 福 原 弘", "◎出席説明者", "町 長 門 田 徹"],
            [("江崎葉子", "議員"), ("福原弘", "議員"), ("門田徹", "町長")],
        ),
        (
            ["〇説明のため出席した者", "野の原町監査委員　小倉勝", "○書記", "事 務 局 長 江 崎 葉 子 君"],
            [("小倉勝", "野の原町監査委員"), ("江崎葉子", "事務局長")],
        ),
        (
            ["出席者", "教育長　勅使河原　健太郎", "委員　勅使河原　さくらこ"],
            [("勅使河原健太郎", "教育長"), ("勅使河原 さくらこ", "委員")],
        ),
        (
            ["説明のため出席した者", "清　水　正　剛\t市　　長\t桜　井　正　史\t教　育　長"],
            [("清水正剛", "市長"), ("桜井正史", "教育長")],
        ),
        (
            [
                "出席者",
                "会　長：江崎",
                "委　員：みさき交通㈱南営業所　福原正彦(代)、(社)みさき県バス協会　相馬洋輔",
                "オブザーバー：野の原運輸局みさき支局　門田芳昭、小倉誠一",
                "事務局：館野、小森(記)",
            ],
            [
                ("江崎", "会長"),
                ("福原正彦", "委員"),
                ("相馬洋輔", "委員"),
                ("門田芳昭", "オブザーバー"),
                ("小倉誠一", "オブザーバー"),
                ("館野", "事務局"),
                ("小森", "事務局"),
            ],
        ),
        (["傍聴　なし", "事務局：館野図書館長、小森主査", "みさき新聞、岬放送局"], STAFF),
    ],
)  # fmt: skip
def test_lists_of_people(lines: list[str], people: list[tuple[str, str]]) -> None:
    """Each once, with the office that stands before, behind or above the name."""
    assert [(person.name, person.office) for person in people_listed(lines)] == people


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("館野図書館長　小森主査", ["館野図書館長", "小森主査"]),
        ("江崎のり子　ふかみまこと", ["江崎のり子", "ふかみまこと"]),
        ("江崎　のり子", ["江崎　のり子"]),
        ("長谷川　さおり", ["長谷川　さおり"]),
        ("東海林　さくらこ", ["東海林　さくらこ"]),
        ("教育長　勅使河原　健太郎", ["教育長　勅使河原　健太郎"]),
        ("委員　勅使河原　健太郎　江崎のり子", ["委員 勅使河原 健太郎", "委員 江崎のり子"]),
        ("委員　五十嵐　さくらこ", ["委員　五十嵐　さくらこ"]),
        ("佐々木　江崎のり子", ["佐々木", "江崎のり子"]),
        ("勅使河原　五十嵐", ["勅使河原", "五十嵐"]),
        (
            "税務課長　木村 健　岬スタイル課長　高 石 大 地",
            ["税務課長　木村 健　", "岬スタイル課長　高 石 大 地"],
        ),
        ("委 員 長　森 山 葉 子　副委員長　桜 田 悟", ["委員長 森山葉子", "副委員長 桜田悟"]),
        ("委　　員　村 井 博　委　　員　斉 木 芳", ["委員 村井博", "委員 斉木芳"]),
        ("総務課長 深見 守 渡船みらい課長 長谷川 誠", ["総務課長 深見 守", "渡船みらい課長 長谷川 誠"]),
    ],
)
def test_people_of_a_line(line: str, people: list[str]) -> None:
    """A blank parts two people, and the two halves of one name."""
    assert people_of(line) == people


def test_halves_and_papers_are_no_names() -> None:
    assert [full_name(word) for word in ("江崎のり子", "江崎", "みさき新聞", "○岬支所")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_list_of_people_is_no_speech() -> None:
    """委　員　江崎のり子会長、ふかみまこと委員 is a row of the roster, whatever label stands before it."""
    assert lists_people("江崎のり子会長、ふかみまこと委員")
    assert not lists_people("江崎のり子会長、続けてください")
    assert not lists_people("ふかみまこと委員")


def test_of_two_of_one_surname_the_whole_name_is_meant() -> None:
    assert split_glued("江崎まなぶ委員", ("江崎のり子", "江崎まなぶ")) == ("江崎まなぶ", "委員")


def test_somebody_else_of_a_surname_in_the_roster_keeps_his_given_name() -> None:
    assert split_glued("江崎まなぶ委員", ("江崎のり子",)) == ("江崎まなぶ", "委員")
    assert split_glued("福原哲也消防署長", ("福原友子",)) == ("福原哲也", "消防署長")
    assert split_glued("福原総務課長", ("福原友子",)) == ("福原", "総務課長")


def test_a_name_in_kana_that_the_roster_breaks_is_read_whole() -> None:
    """なぎさ千代 at the end of a line leaves なぎ on the roster."""
    assert split_glued("なぎさ公園担当課長", ("なぎ",)) == ("なぎさ", "公園担当課長")
