"""The header of minutes in the forms that councils use: town, body, session, day, place, agenda, attendees."""

from __future__ import annotations

import pytest
from header_reading import header
from soon import within

from ingest.header.meeting import read_header
from ingest.types import Document, Record

PLENARY = """令和６年第１回
武蔵野市議会定例会会議録　第３号

招集年月日　令和６年２月２０日
会　　　期　令和６年２月２０日から３月２７日まで
令和６年３月７日（木曜日）
　　　　　　　　　　　　　　午前１０時開議
出席議員（３名）
　　１番　　青　山　　　誠　　　　　　２番　　い の　 ま さ こ
　　３番　　川　端　良　平
欠席議員（１名）
　　４番　　谷　口　　　進
説明のため出席した者の職氏名
　　市　　長　　小　西　春　子　　　　　副　市　長　　森　　　一　郎
　　総務部長　　堀　　　健　二
事務局職員出席者
　　事務局長　　野　村　　　勝
議事日程
日程第１
　会議録署名議員の指名
日程第２
　一般質問
"""

ADVISORY = """第３回行政改革推進委員会　議事録

更新日：2024年8月1日

会議名	令和６年度第３回三鷹市行政改革推進委員会
開催日時	令和６年７月１１日（木）１０：００～１１：３０
開催場所	市役所第二庁舎　２２１会議室
出席者	青山会長、川端副会長、谷口委員、
議題	（１）計画の進み具合について
	（２）その他
"""

LABELS_ABOVE = """ここから本文です。

会議の名称

令和5年度第2回 多摩市子ども・子育て会議

開催日

令和5年11月8日(水曜日)

開催場所

多摩市役所

議題

(1)計画の見直しについて

(2)その他

出席者

委員　青山委員(会長)
川端委員
(欠席)谷口委員
事務局　小西子育て支援課長
"""


def test_a_plenary() -> None:
    """The council itself is the body; the day is that of the sitting, not of convening or of the whole session."""
    found = header(PLENARY)
    assert found.municipality is not None
    assert (found.municipality.name, found.body, found.date, found.fiscal_year) == (
        "武蔵野市",
        "武蔵野市議会",
        "2024-03-07",
        2023,
    )
    assert found.agenda == ("会議録署名議員の指名", "一般質問")
    people = [(a.name.replace(" ", ""), a.office) for a in found.attendees]
    assert people[:3] == [("青山誠", "１番"), ("いのまさこ", "２番"), ("川端良平", "３番")]
    assert ("谷口進", "４番") not in people
    assert {
        ("小西春子", "市長"),
        ("森一郎", "副市長"),
        ("堀健二", "総務部長"),
        ("野村勝", "事務局長"),
    } <= set(people)


def test_an_advisory_body_in_a_table() -> None:
    """Labels and values in two columns; the full name stands in the table, the day of updating is not the meeting's."""
    found = header(ADVISORY)
    assert found.municipality is not None
    assert (found.municipality.name, found.body) == ("三鷹市", "三鷹市行政改革推進委員会")
    assert (found.session, found.date, found.fiscal_year) == ("令和６年度第３回", "2024-07-11", 2024)
    assert found.place == "市役所第二庁舎　２２１会議室"
    assert found.agenda == ("計画の進み具合について", "その他")
    assert [(a.name, a.office) for a in found.attendees] == [
        ("青山", "会長"),
        ("川端", "副会長"),
        ("谷口", "委員"),
    ]


def test_labels_above_their_values() -> None:
    """Web pages put the value on the line after the label; absentees are left out."""
    found = header(LABELS_ABOVE)
    assert found.municipality is not None
    assert (found.municipality.name, found.body, found.date) == (
        "多摩市",
        "多摩市子ども・子育て会議",
        "2023-11-08",
    )
    assert found.agenda == ("計画の見直しについて", "その他")
    assert [(a.name, a.office) for a in found.attendees] == [
        ("青山", "会長"),
        ("川端", "委員"),
        ("小西", "子育て支援課長"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("日 時 令和元年５月１０日（金）午後２時", "2019-05-10"), ("１　日時：平成三十年七月三日", "2018-07-03"),
        ("令和6年第1回定例会（3月7日）", "2024-03-07"), ("令和5年度第4回審議会\n日時 2月9日(金)", "2024-02-09"),
        ("掲載日 2024年5月1日\n○○審議会 令和6年4月3日(水)開催", "2024-04-03"), ("計画は令和3年4月1日現在の数字", ""),
        ("令和６年　総務委員会　３月４日（月曜日）", "2024-03-04"),
        ("4月16日受付\n令和元年度の募集では、計画に対する意見が少ないように思う。", ""),
        ("日時　令和６年５月３１日(金)\n次回　令和６年６月２８日(金)", "2024-05-31"), ("開催日：2024/12/26", "2024-12-26"),
    ],
)  # fmt: skip
def test_days(text: str, day: str) -> None:
    """和暦, numerals of every kind, a month and day that take the session's year; days of other things do not count."""
    assert header(text).date == day


def test_the_day_in_an_export_s_title_takes_the_session_s_year() -> None:
    """A budget of 年度 among the bills does not move a sitting of March into the year after."""
    text = "令和８年第１回２月定例会　予算審査特別委員会\n議案第３号　令和８年度一般会計予算\n"
    title = "令和 ８年第１回 ２月定例会 予算審査特別委員会 03月11日－02号"
    found = read_header(Document(text, "application/json", "921.json", title=title), (0, len(text)))
    assert found.date == "2026-03-11"


def test_a_town_that_is_only_mentioned_is_not_the_town() -> None:
    """The address settles whose page it is, whatever other towns the header names."""
    found = header(
        "一般質問 令和6年第1回定例会\n三条市の取組を参考に\n", url="https://www.city.chofu.lg.jp/gikai/1.html"
    )
    assert found.municipality is not None
    assert (found.municipality.name, found.body) == ("調布市", "調布市議会")
    assert header("会議録\n日時 令和6年3月7日\n").municipality is None


def test_a_prefecture_in_passing_gives_way_to_its_town() -> None:
    """A blog's category holds the prefecture; the mayor of a town speaks, and names the town again and again."""
    text = "一般質問と答弁\n日記｜その他北海道\n○町長（桑島君）　清里町の森、清里町の水、清里町の道を守ります。\n"
    found = read_header(Document(text, "text/html", "blog.html"), (0, 20)).municipality
    assert found is not None
    assert found.name == "清里町"


def test_a_sentence_that_the_page_broke_is_no_title() -> None:
    """The page's own title stands, though a line below it names the session."""
    text = "平成23年9月議会報告\n山本議員は9月定例会において水源林の保全について\n質問をしました。\n"
    assert header(text).title == "平成23年9月議会報告"


def test_a_committee_of_the_council_carries_its_name() -> None:
    """A standing or special committee belongs to the council, also where the council is called 市会."""
    found = header("総務常任委員会\n令和6年5月1日(水)\n", title="総務常任委員会 | 仙台市議会会議録")
    assert found.body == "仙台市議会総務常任委員会"
    assert (
        header("京都市会会議録\n第２回　まちづくり委員会記録\n令和6年5月1日(水)").body
        == "京都市会まちづくり委員会"
    )


def test_a_record_is_no_part_of_the_bodys_name() -> None:
    """委員会会議記録 is the record of a 委員会."""
    found = header("葛城市議会\n総務市民委員会会議記録（要点）\n令和6年10月4日（金）\n")
    assert found.body == "葛城市議会総務市民委員会"


def test_a_committee_beside_the_council() -> None:
    """The council's name alone stands in the title, the committee on the line above; several items stand on one line."""
    text = "令和６年　観光文化委員会　１０月２１日　０１号\n石垣市議会\n令和６年１０月２１日（月曜日）\n次　第：１　開会　２　議事　（１）港の整備について　３　閉会\n"
    found = read_header(Document(text, "text/plain", "a.txt"), (0, len(text)))
    assert (found.body, found.date) == ("石垣市議会観光文化委員会", "2024-10-21")
    assert found.agenda == ("開会", "議事", "港の整備について", "閉会")


def test_the_chairs_own_words_name_the_council() -> None:
    """A record that begins with the opening: 「…議会定例会を開会します」."""
    found = header("○議長　ただいまから第５回安平町議会定例会を開会します。\n")
    assert (found.body, found.session) == ("安平町議会", "第５回定例会")


def test_a_title_spread_letter_by_letter_before_the_rest_of_one_line() -> None:
    """The spaces of the title are single, those behind it wide; names of the roster keep theirs."""
    text = "第 ７ 回 糸 島 市 農 業 委 員 会 議 事 録   令和元年12月19日（木）   文化会館 第２学習室 出席委員     １番委員  吉 井 美 穂"
    found = header(text, name="chofu.txt")
    assert (found.town, found.body, found.date) == ("糸島市", "糸島市農業委員会", "2019-12-19")


def test_a_row_of_single_digits_is_read_at_once() -> None:
    """Protects: each digit could be read in two ways, and 24 of them took 9 s; a table of figures opens with such a row."""
    with within(4):
        assert header("糸島市農業委員会議事録\n" + "0 " * 45 + "計").body == "糸島市農業委員会"


def test_the_mayor_before_the_press_is_no_meeting_of_the_council() -> None:
    """定例会前の記者会見を開催しました: the council is named, and did not meet."""
    found = header(
        "令和6年度9月第6回糸島市議会定例会前の記者会見を開催しましたので、内容をお知らせします。\nとき\n令和6年8月28日"
    )
    assert (found.town, found.body, found.date) == ("糸島市", "", "2024-08-28")


def test_shared_names_are_settled_by_the_prefecture() -> None:
    """府中市 of 広島県, when the header says so."""
    found = header("広島県府中市議会会議録\n令和6年5月1日(水)")
    assert found.municipality is not None
    assert (found.municipality.prefecture, found.body) == ("広島県", "府中市議会")


def test_shared_names_are_settled_by_the_prefecture_that_speech_names() -> None:
    """松前町 lies in 北海道 and in 愛媛県: the one that is spoken of where no head of the record names either."""
    text = "松前町議会会議録\n令和７年６月３０日\n○議長（谷口進君）　開会します。\n" + "道路の話。\n" * 60
    for prefecture in ("北海道", "愛媛県"):
        town = header(text + prefecture + "の基準による。").municipality
        assert town is not None
        assert town.prefecture == prefecture


def test_structured_exports_state_their_data() -> None:
    """JSON Lines: municipality, meeting and date of the utterances themselves."""
    record = Record((0, 2), "議長", "", "平成18年_第１回臨時会（第１日目）", "品川区", "2006-01-17")
    found = read_header(Document("開会", "application/jsonl", "u", records=(record,)), (0, 0))
    assert found.municipality is not None
    assert (found.municipality.code, found.body, found.date) == ("131091", "品川区議会", "2006-01-17")
    committee = Record((0, 2), "", "", "総務委員会", "品川区", "2006-01-17")
    assert read_header(Document("開会", "", "u", records=(committee,)), (0, 0)).body == "品川区議会総務委員会"


def test_what_a_document_says_of_itself_is_kept() -> None:
    """A digest or an uncorrected version must not be taken for the final record."""
    notice = "この文書は職員が作成した要旨であり、会議録の原文ではありません。"
    assert header(f"{notice}\n令和6年第1回調布市議会定例会\n令和6年3月7日\n").remark == notice
    assert header("令和6年第1回調布市議会定例会 会議録（速報版）\n令和6年3月7日\n").remark.endswith(
        "（速報版）"
    )
    assert header("令和6年第1回調布市議会定例会\n令和6年3月7日\n").remark == ""


@pytest.mark.parametrize(
    ("speech", "town"),
    [
        (
            "議案第５０号、令和６年度つくば市一般会計補正予算（第６号）の修正案について協議します。",
            "つくば市",
        ),
        ("つくば市税条例の一部を改正する条例が提出されました。", "つくば市"),
        ("先日、つくば市の条例を視察で学びました。", ""),
        ("つくば市一般会計予算と土浦市一般会計予算を比べてみました。", ""),
    ],
)
def test_the_bills_at_hand_tell_whose_record_it_is(speech: str, town: str) -> None:
    """A saved page of one utterance has no header; its council votes on its own town's budget and ordinances only."""
    text = f"○塩田　委員長　　ただいまから協議を始めます。{speech}\n"
    found = read_header(Document(text, "text/html", "page.html"), (0, 0)).municipality
    assert (found.name if found else "") == town


def test_labels_below_each_other_name_no_place() -> None:
    """開催場所 above 協議会委員数: the values stand elsewhere; a label is none."""
    text = "合併協議会会議録\n開催年月日\n開催場所\n協議会委員数\n平成１６年７月２日\n公民館\n２８名\n"
    assert read_header(Document(text, "text/plain", "記録.txt"), (0, len(text))).place == ""


def test_speech_above_an_excerpt_names_no_body() -> None:
    """An excerpt that begins amid a turn: a line that the page broke off within its sentence is no title."""
    head = "水防のこと、それから青潮県の水害対策協議会に町がどのような形で加わるのかをお答えいただきた\nいと思います。\n"
    assert (header(head).title, header(head).body) == ("", "")
    named = "これからの子育てを支える施設の整備、運営と職員の育成を進めることについて"
    assert header(named + "\n").title == named
