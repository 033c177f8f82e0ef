"""The header of minutes: rosters, schedules and subjects, with the spread letters and wraps of print."""

from __future__ import annotations

import pytest
from header_reading import header


def test_spread_rosters_and_schedules() -> None:
    """Spread names, numbered rosters with absentees left out, staff of the office, and an agenda with wrapped items."""
    text = """令和 7年第1回定例会（第1日 2月14日）
３　出席議員（３名）
　　１番　　む　ら　つとむ　　　　２番　　岸　　　大　介
　　３番　　竹　浪　　　敦　議員
４　欠席議員（１名）
　　４番　　吉　野　正　人
５　出席説明員
　　区　長　　　　　　　　　青　木　英　二
　区議会事務局
　　事務局長　　　　　杉　立　敏　也　　　　　次長　　　　　　　南　部　　　剛
　第１回目黒区議会定例会議事日程　第１号
　　　　　　　　　　　　　　令和７年２月１４日　午後１時開議
　第　１　　会期について
　第　２　　議　　案　　第　１号　後期高齢者医療事業特別会計補正予
　　　　　　　　　　　　　　　算（第２号）
　　　〇午後１時開会
"""
    found = header(text)
    assert found.agenda == ("会期について", "議案第１号　後期高齢者医療事業特別会計補正予算（第２号）")
    assert [(a.name.replace(" ", ""), a.office) for a in found.attendees] == [
        ("むらつとむ", "１番"),
        ("岸大介", "２番"),
        ("竹浪敦", "３番議員"),
        ("青木英二", "区長"),
        ("杉立敏也", "事務局長"),
        ("南部剛", "次長"),
    ]


def test_staff_of_the_office_with_spread_titles() -> None:
    """事 務 局 長 芹 沢 久 美: the office's head, no group named 事務局."""
    found = header(
        "３、職務のため出席した職員は次のとおりである。\n事 務 局 長 芹 沢 久 美\n事 務 局 主 査 楠 み ど り\n"
    )
    assert [(a.name.replace(" ", ""), a.office) for a in found.attendees] == [
        ("芹沢久美", "事務局長"),
        ("楠みどり", "事務局主査"),
    ]


def test_subjects_without_numbers() -> None:
    """５、本会議の付議事件は次のとおりである。 above items that bear no numbers, one of them wrapped."""
    text = """令和６年栗山町議会定例会７月臨時会議会議録
５、本会議の付議事件は次のとおりである。
　　会議録署名議員の指名
　　①会務報告
　　議案第２１号　学生寮別館新築本体製作工事の請負契約につ
　　　　　　　　　いて

開会　午前９時３０分
"""
    assert header(text).agenda == (
        "会議録署名議員の指名",
        "会務報告",
        "議案第２１号　学生寮別館新築本体製作工事の請負契約について",
    )


def test_bold_labels_in_markdown() -> None:
    """- **場所**: …: the stars of a label in bold keep neither place nor people away."""
    found = header("- **場所**: 中央図書館 2階\n- **出席委員**: 森下委員長、田島委員\n")
    assert found.place == "中央図書館 2階"
    assert [a.name for a in found.attendees] == ["森下", "田島"]


@pytest.mark.parametrize("end", ["各委員", "の各委員(永井副委員長は欠席)"])
def test_a_list_closed_by_each_member(end: str) -> None:
    """◎保科昌子 … 真木謙治各委員: neither the signs of the chairs nor what closes the list is of a name."""
    found = header(f"1.出席委員 ◎保科昌子 ○能登谷茂男\n笹川高行 真木謙治{end}\n1.欠席委員 なし\n")
    assert [a.name for a in found.attendees] == ["保科昌子", "能登谷茂男", "笹川高行", "真木謙治"]


def test_bills_under_one_number() -> None:
    """第２　議案第１号 …, and 議案第２号 below it without a number of its own: both keep the bill's number."""
    found = header("議事日程\n　第１　議案第１号　許可申請について\n　　　　議案第２号　届出について\n")
    assert found.agenda == ("議案第１号　許可申請について", "議案第２号　届出について")


def test_labels_in_angle_brackets() -> None:
    """<会議場所>, <委員出欠>: labels of a web page; who is absent is left out."""
    found = header("<会議場所>\n教育委員室\n\n<委員出欠>\n井藤忠(出席)\n水住忍(欠席)\n")
    assert found.place == "教育委員室"
    assert [a.name for a in found.attendees] == ["井藤忠"]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("午後２時から町立資料館研修室において開催された", "町立資料館研修室"),
        ("午後２時から議場で開会した", "議場"),
        ("午後２時、みさき町役場３階にて定例会を開会した", "みさき町役場３階"),
        ("午後２時より町民会館（２階）で開催した", "町民会館（２階）"),
        ("午後２時から全員協議会室で開いた", "全員協議会室"),
        ("午後２時からオンラインで開催した", "オンライン"),
        ("午後２時から委員全員の出席のもと第一会議室で開会した", "第一会議室"),
        ("午後1時から委員全員の出席で開会した", ""),
        ("午後1時から議員全員で開会した", ""),
        ("午後1時から各会派の協議で開催した", ""),
        ("午後1時から町長の立場で開催した", ""),
        ("午後1時から引き続きこの場で開会した", ""),
    ],
)
def test_the_place_that_a_sentence_tells(told: str, place: str) -> None:
    """Where no label says it, words that end like a place; who came, and how, is none."""
    assert header(f"みさき町文化財保護審議会　会議録\n令和５年１１月９日、{told}。\n").place == place


def test_people_set_apart_by_commas_of_half_width() -> None:
    """And the town's side under its own name."""
    read = header(
        "施設のあり方特別委員会\n出席委員 早瀬裕子委員長,浜名育子副委員長,栗本真委員\n"
        "市執行部 管財部長(梶谷俊平),管財課長(乾卓也)\n"
    )
    assert [(one.office, one.name) for one in read.attendees] == [
        ("委員長", "早瀬裕子"),
        ("副委員長", "浜名育子"),
        ("委員", "栗本真"),
        ("管財部長", "梶谷俊平"),
        ("管財課長", "乾卓也"),
    ]


def test_what_an_officer_is_in_charge_of_stands_between_office_and_name() -> None:
    """副参事（学校再編担当）　　氏　名 is on the roster as the other officers are."""
    read = header(
        "○出席した関係職員\n指導室長　　　　　　　梶　谷　俊　平\n副参事（学校再編担当）　　　乾　　卓　也\n"
    )
    assert [(one.office, one.name.replace("　", "")) for one in read.attendees] == [
        ("指導室長", "梶谷俊平"),
        ("副参事（学校再編担当）", "乾卓也"),
    ]
