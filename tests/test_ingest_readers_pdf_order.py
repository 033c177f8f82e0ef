"""PDF: the reading order comes from the coordinates: columns, headings between them, upright tiers, labels drawn apart."""

from __future__ import annotations

import pytest
from pdf_pages import canvas_pdf

from ingest.parse import parse
from ingest.readers import read_bytes
from ingest.readers.pdf import REORDERED


def text_of(page: list[tuple[float, float, str]]) -> str:
    (document,) = read_bytes(canvas_pdf(page), "a.pdf")
    return document.text


def found_lines(page: list[tuple[float, float, str]]) -> list[str]:
    return [line.strip() for line in text_of(page).split("\n") if line.strip()]


def test_two_columns_are_read_one_after_the_other() -> None:
    """A page that is written across both columns comes out column by column."""
    page = [
        (x, 780 - 16 * i, f"{side}の段の{i:02}行目にある長めの文の一部")
        for i in range(30)
        for x, side in ((50, "左"), (320, "右"))
    ]
    (document,) = read_bytes(canvas_pdf(page), "a.pdf")
    found = [line[0] for line in document.text.split("\n") if line.strip()]
    assert found == ["左"] * 30 + ["右"] * 30
    assert document.warnings == (f"{REORDERED}: 1",)


def test_titles_above_the_columns_of_a_short_page_stay_whole() -> None:
    """The lines that run across both columns come first and uncut, then the left column, then the right one."""
    titles = ["教育民生常任委員会の会議録をここに記します", "令和五年十月十七日の午前十時に開会しました"]
    page = [(190.0, 810.0 - 18 * i, title) for i, title in enumerate(titles)]
    page += [
        (x, 760.0 - 18 * i, f"{side}の段の{i:02}行目にある長めの文の一部")
        for i in range(12)
        for x, side in ((45.0, "左"), (315.0, "右"))
    ]
    (document,) = read_bytes(canvas_pdf(page), "a.pdf")
    found = [line.strip() for line in document.text.split("\n") if line.strip()]
    assert found[:2] == titles
    assert [line[0] for line in found[2:]] == ["左"] * 12 + ["右"] * 12


def test_a_heading_amid_the_page_parts_the_columns() -> None:
    """What stands above a heading over both columns is read before it, and the page's number comes last."""
    page = [(120.0, 810.0, "からまつ町議会だより第十二号一般質問の要旨をお知らせします")]
    for top, part in ((780.0, "上"), (560.0, "下")):
        page += [
            (x, top - 18 * i, f"{part}{side}の{i:02}行目にある長めの文の一部です")
            for i in range(10)
            for x, side in ((45.0, "左"), (315.0, "右"))
        ]
    page += [(140.0, 580.0, "図書館の夜の開館について大場議員が町に尋ねました"), (285.0, 30.0, "- 4 -")]
    lines = found_lines(page)
    assert lines[0] == "からまつ町議会だより第十二号一般質問の要旨をお知らせします"
    assert [line[:2] for line in lines[1:21]] == ["上左"] * 10 + ["上右"] * 10
    assert lines[21] == "図書館の夜の開館について大場議員が町に尋ねました"
    assert [line[:2] for line in lines[22:42]] == ["下左"] * 10 + ["下右"] * 10
    assert lines[42:] == ["- 4 -"]


def test_three_columns_the_last_of_them_short() -> None:
    """A newsletter in three columns whose title has a wide blank of its own."""
    page = [(40.0, 810.0, "からまつ町議会だより　第１２号　　一般質問")]
    page += [
        (x, 780.0 - 17 * i, f"{column}の段の{i:02}行目の文の一部です")
        for i in range(24)
        for x, column, rows in ((40.0, "一", 24), (222.0, "二", 24), (404.0, "三", 5))
        if i < rows
    ]
    lines = found_lines(page)
    assert lines[0] == "からまつ町議会だより　第１２号　　一般質問"
    assert [line[0] for line in lines[1:]] == ["一"] * 24 + ["二"] * 24 + ["三"] * 5


def test_upright_lines_in_two_tiers() -> None:
    """Right to left, the upper tier first; lines across above and below them stay so, an indent becomes a blank, 12 stands whole."""
    upper = ["問　橋の歩道を広げる考え", "　はあるか。", "答　来年度に設計する。"]
    lower = [
        "問　街灯の数は。",
        "答　12基である。",
        "問　橋の下の道は暗くはないか。",
        "答　明かりを二つ足すことにした。",
    ]
    page = [(40.0 + 10 * i, 810.0, character) for i, character in enumerate("からまつ町議会だより")]
    for top, tier in ((770.0, upper), (600.0, lower)):
        for column, line in enumerate(tier):
            x = 540.0 - 18 * column
            for at, character in enumerate(line.replace("12", "*")):
                if character == "*":
                    page += [(x, top - 10 * at, "1"), (x + 5, top - 10 * at, "2")]
                elif character != "\u3000":
                    page.append((x, top - 10 * at, character))
    box = ["編集の委員会から", "次の号は二月です"]
    page += [(60.0, 400.0 - 14 * row, line) for row, line in enumerate(box)]
    assert found_lines(page) == ["からまつ町議会だより", *(line.strip() for line in upper + lower), *box]
    assert "\n　はあるか。\n" in text_of(page)


def test_labels_drawn_before_all_words_are_put_beside_them() -> None:
    """A table without rules, drawn column by column: each speech is its speaker's."""
    said = [
        ("議長", ["一般質問を行います。３番。"]),
        ("３番", ["橋の歩道を広げる考えはありますか。雪の日に子どもが車道を歩い", "ています。"]),
        ("議長", ["町長。"]),
        ("町長", ["設計を来年度に行い、その翌年度に工事を行う予定です。"]),
        ("議長", ["３番。"]),
        ("３番", ["街灯は何基ありますか。"]),
        ("町長", ["十二基ございます。"]),
        ("議長", ["これで終わります。"]),
    ]
    labels, words, y = [], [], 780.0
    for label, lines in said:
        labels.append((45.0, y, label))
        for line in lines:
            words.append((150.0, y, line))
            y -= 17
    (document,) = read_bytes(canvas_pdf([*labels, *words]), "a.pdf")
    (minutes,) = parse(document, "a.pdf")
    assert [(u.speaker.office, u.text) for u in minutes.utterances] == [
        (label, "".join(lines)) for label, lines in said
    ]
    assert [(e.question_text, e.answer_text) for e in minutes.exchanges] == [
        ("".join(said[1][1]), said[3][1][0]),
        (said[5][1][0], said[6][1][0]),
    ]


SPEECHES = [
    ("会長", ["それでは、遊歩道の灯りについて、", "事務局から説明をお願いします。"]),
    ("事務局", ["資料をご覧ください。灯りは", "二十年前に付けたもので、", "半分が切れています。"]),
    ("沖委員", ["取り替えはいつ行うのですか。"]),
    ("事務局", ["来年の春に行います。費用は", "今の予算で足ります。"]),
    ("会長", ["以上で終わります。"]),
]


def speeches(label_first: bool, middle: bool) -> list[tuple[float, float, str]]:
    """The lines of `SPEECHES`, labels at the head or in the middle of their words, drawn before or behind them."""
    page, y = [], 760.0
    for who, lines in SPEECHES:
        words = [(140.0, y - 16 * i, line) for i, line in enumerate(lines)]
        label = (60.0, y - 8 * (len(lines) - 1) if middle else y, who)
        page += [label, *words] if label_first else [*words, label]
        y -= 16 * len(lines) + 6
    return page


@pytest.mark.parametrize("label_first", [True, False])
@pytest.mark.parametrize("middle", [True, False])
def test_labels_amid_their_words_are_put_before_them(label_first: bool, middle: bool) -> None:
    """A label in the middle of the height of its words, or drawn behind them, is read before their first line."""
    page = [
        (60.0, 800.0, "第二回いずみ市遊歩道懇談会会議録を次のとおり作成しました"),
        *speeches(label_first, middle),
    ]
    (document,) = read_bytes(canvas_pdf(page), "a.pdf")
    (minutes,) = parse(document, "a.pdf")
    assert [(u.speaker.office, u.text) for u in minutes.utterances] == [
        ("委員" if who == "沖委員" else who, "".join(lines)) for who, lines in SPEECHES
    ]
    assert [(e.question_text, e.answer_text) for e in minutes.exchanges if e.status == "answered"] == [
        ("取り替えはいつ行うのですか。", "来年の春に行います。費用は今の予算で足ります。")
    ]


def test_a_label_of_two_lines_is_one() -> None:
    """What stands in brackets below a label, beside the second line of the words or beside none, is part of it; an item stands alone."""
    said = [
        ("事務局", "(総務課長)", ["ただいまから会議を開きます。八人の方に", "お越しいただいております。"]),
        ("会長", "", ["使用料の案について、説明をお願い", "します。"]),
        ("事務局", "(総務課長)", ["半分を使う方に、残りを町に持っていただく", "案といたしました。"]),
        ("副会長", "", ["子どもは無料のままですか。"]),
        ("事務局", "(主査)", ["無料のままといたします。"]),
        ("会長", "", ["以上で終わります。"]),
    ]
    page, y = [(60.0, 800.0, "３　会議の内容")], 780.0
    for who, below, lines in said:
        pieces = [(60.0, who), (150.0, lines[0]), (60.0, below), *((150.0, line) for line in lines[1:])]
        heights = [y, y, y - 17, y - 17]
        page += [(x, at, text) for (x, text), at in zip(pieces, heights, strict=False) if text]
        y -= 17 * max(len(lines), 1 + bool(below))
    (document,) = read_bytes(canvas_pdf(page), "a.pdf")
    (minutes,) = parse(document, "a.pdf")
    assert [u.text for u in minutes.utterances] == ["".join(lines) for _, _, lines in said]
    assert [u.speaker.office for u in minutes.utterances] == [
        below.strip("()") or who for who, below, _ in said
    ]
    assert [(e.question_text, e.answer_text) for e in minutes.exchanges if e.status == "answered"] == [
        ("子どもは無料のままですか。", "無料のままといたします。")
    ]


def test_labels_that_belong_to_no_words_for_certain_stay_as_drawn() -> None:
    """Where sentences do not end at the labels, neither reading is sure and the page keeps its own order."""
    page = [(140.0, 760.0 - 16 * i, f"{i}行目はまだ続く長めの文の一部で") for i in range(12)]
    page += [(60.0, 752.0 - 32 * i, "事務局") for i in range(5)]
    assert not any(line.startswith("事務局\u3000") for line in found_lines(page))
