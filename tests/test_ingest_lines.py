"""Lines, furniture and joins: words survive the paper letter for letter."""

from __future__ import annotations

import pytest
from soon import within

from corpus.spans import text_at
from ingest.marks.headingforms import heading_label
from ingest.text.formatting import visible
from ingest.text.lines import (
    content_lines,
    is_furniture,
    is_rule,
    join,
    running_lines,
    sentences,
)
from ingest.text.wraps import wrap_of

WRAPPED = (
    "　町営バスの昼の便がないことは承知しております。運転手の数が足りないこと\n"
    "が理由でありまして、来年の春に二名を採用し、昼に一往復を増やす考えでおり\n"
    "ます。なお、時刻表は三月の広報でお知らせいたしますので、御理解をいただき\n"
    "たいと存じます。\n"
    "　次に、運賃についてでありますが、据え置くこととし、回数券の割引を続けて\n"
    "まいります。ただし、隣の町まで行く便については、隣の町と相談をしながら見\n"
    "直していくことになります。その時期は来年の秋を見込んでおりまして、詳しい\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "‐ 4 ‐",
        "- 12 -",
        "－３－",
        "4",
        "12/56",
        "３ページ",
        "--------",
        "ーーーーー",
        "＝＝＝＝",
        "https://example.jp/a?b=1 3/56",
        "</div>",
        "|---|:---:| --- |",
    ],
)
def test_furniture(line: str) -> None:
    """Page numbers, rules, addresses and tags alone are paper."""
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["はい。", "○議長", "1点目です。", "３番　林　修", "令和３年", "(1) 予算について"]
)
def test_words_are_no_furniture(line: str) -> None:
    """Short lines with words stay."""
    assert not is_furniture(line)


@pytest.mark.parametrize("line", ["|" + "-" * 200 + "+---|", "|" + "---:" * 60 + "+"])
def test_a_rule_that_is_none_to_the_end_is_told_at_once(line: str) -> None:
    """|-----+-----| of a table in plain text: cut in every possible way the dashes took minutes from 50 on."""
    with within(1):
        assert not is_furniture(line)


def test_rule_of_long_vowel_marks() -> None:
    """ーーーーー is a rule, a row of ○ is not (it may be a vote)."""
    assert is_rule("ーーーーー")
    assert not is_rule("○○○")


def test_hard_wrapped_lines_join_and_paragraphs_stay() -> None:
    """A margin's line end goes, a paragraph's stays; the text stands at its spans."""
    lines = content_lines(WRAPPED)
    text, spans = join(WRAPPED, lines, wrap_of(lines))
    assert text.count("\n") == 1
    assert "足りないことが理由" in text
    assert text.split("\n")[1].startswith("次に、運賃について")
    assert text_at(WRAPPED, spans) == text


def test_what_no_sentence_begins_with_goes_on_with_the_line_above() -> None:
    """Protects: two lines at a hanging indent tell no margin, and 「…定期路線につい」 was quoted as a sentence."""
    text = "　　　　乗り場の利用は予約の便しか数えておらず、定期の路線につい\n　　　　ては数えていない。\n　　　　以上\n"
    lines = content_lines(text)
    joined, spans = join(text, lines, wrap_of(lines))
    assert joined == "乗り場の利用は予約の便しか数えておらず、定期の路線については数えていない。\n以上"
    assert text_at(text, spans) == joined


def test_a_year_that_the_margin_cuts_is_no_item_of_a_list() -> None:
    """Protects: 「7 年度の予算で…」 was quoted as a sentence, without its 令和."""
    text = (
        "助成の額は、予防接種の回数により検討しております。令和\n7 年度の予算で決めてまいります。\n3 その他\n"
    )
    lines = content_lines(text)
    joined, _ = join(text, lines, wrap_of(lines))
    assert joined.split("\n")[0].endswith("令和7 年度の予算で決めてまいります。")
    assert joined.endswith("\n3 その他")


def test_a_number_with_a_point_is_no_item_of_a_list() -> None:
    """Protects: 「4.6月分で…」 behind a page began a sentence."""
    text = "期末の手当を合わせた率が、これまでの令和六年度の分よりも上がって、\n\n- 4 -\n4.6月分で支給いたします。\n4. その他\n"
    lines = content_lines(text)
    joined, _ = join(text, lines, wrap_of(lines))
    assert joined.split("\n")[0].endswith("上がって、4.6月分で支給いたします。")
    assert joined.endswith("\n4. その他")


def test_page_break_in_mid_sentence() -> None:
    """A page number between two halves of a sentence leaves one sentence."""
    text = "玄関での受付がなくなることから、玄関での\n\n‐ 5 ‐\n\n行列がなくなることが見込まれております。\n"
    lines = content_lines(text)
    joined, spans = join(text, lines, wrap_of(lines))
    assert joined == "玄関での受付がなくなることから、玄関での行列がなくなることが見込まれております。"
    assert text_at(text, spans) == joined


def test_running_headers_go() -> None:
    """A line that returns at the page edges with another number is no speech; a sentence that returns is."""
    page = "会議録表示 1 印刷\n{}\nお答えします。\nありがとうございました。\n"
    text = "".join(page.format(f"話の{n}番目の中身です。") for n in "一二三四")
    size = len(page.format("話の一番目の中身です。"))
    pages = tuple((n * size, n + 1) for n in range(4))
    lines = content_lines(text, pages)
    assert "会議録表示 1 印刷" not in [line.text for line in lines]
    assert sum(line.text == "ありがとうございました。" for line in lines) == 4
    assert running_lines(lines, ()) == frozenset()


def test_a_label_at_the_head_of_pages_stays() -> None:
    """It stands within the pages as well, more often than at their edges."""
    page = "司会\n{0}つ目に移ります。\n沖さん\n庭は{0}つあります。\n司会\n水は足りますか。\n司会\n次の方どうぞ。\n川辺さん\n花が{0}色咲きます。\n種もあります。\nまた来てください。\n"
    text = "".join(page.format(n) for n in "一二三四")
    pages = tuple((n * len(page.format("一")), n + 1) for n in range(4))
    assert sum(line.text == "司会" for line in content_lines(text, pages)) == 12


def test_running_foot_of_the_last_page_counts() -> None:
    """Three pages bear it, of which the first is a cover without."""
    page = "話の{0}番目の中身です。\nそのとおりです。\n次に移ります。\n白川町議会定例会　第２日\n- {0} -\n"
    cover = "目次はありません。\n開会します。\n"
    text = cover + "".join(page.format(n) for n in (2, 3, 4))
    size = len(page.format(2))
    lines = content_lines(text, ((0, 1), *((len(cover) + n * size, n + 2) for n in range(3))))
    assert not any("第２日" in line.text for line in lines)
    assert len(lines) == 11


def test_running_header_of_two_pages() -> None:
    """Of two pages the very first lines alone are compared; an answer that both pages hold is speech."""
    page = "景観審議会　令和６年度\nお答えします。\n{}\n- {} -\n"
    text = page.format("一つ目です。", 1) + page.format("二つ目です。", 2)
    lines = content_lines(text, ((0, 1), (len(text) // 2, 2)))
    assert [line.text for line in lines] == [
        "お答えします。",
        "一つ目です。",
        "お答えします。",
        "二つ目です。",
    ]


def test_markup_is_left_out_by_spans() -> None:
    """Tags, link targets and emphasis are no words."""
    text = "計画は[こちらの資料](https://example.jp/a)の**三ページ**にあります<sup>*</sup>。"
    line = next(iter(content_lines(text)))
    assert text_at(text, visible(line)) == "計画はこちらの資料の三ページにあります*。"


def test_sentences_keep_closing_brackets() -> None:
    """A full stop inside a quotation ends a sentence with its bracket."""
    text = "「急ぎます。」と答えた。次です"
    assert [text[a:b] for a, b in sentences(text)] == ["「急ぎます。」", "と答えた。", "次です"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("学校の<script>x=1</script>図書館", "学校の<script>x=1</script>図書館"),
        ("<DX推進室>は[資料1](別紙)のとおり", "<DX推進室>は[資料1](別紙)のとおり"),
        (
            "[押す](javascript:x.y)と<a href='javascript:x'>押す</a>",
            "[押す](javascript:x.y)と<a href='javascript:x'>押す</a>",
        ),
        (
            "<b>太</b><a href='javascript:x'><b>押す</b></a>と<a href='x'>先</a>",
            "太<a href='javascript:x'>押す</a>と先",
        ),
        ('絵は<img src=x onerror=x>と<p onclick="x">段', '絵は<img src=x onerror=x>と<p onclick="x">段'),
        ("<b>太</b>字と**強**調、H<sub>2</sub>O<BR />", "太字と強調、H2O"),
        (
            "図は![配置図](https://town.example/a.png)のとおり",
            "図は![配置図](https://town.example/a.png)のとおり",
        ),
        ("図は![](https://town.example/a.png)のとおり", "図はのとおり"),
        ("[前の答弁](https://town.example/a?b=c)と[次](#next)と[別](../b/c.html)", "前の答弁と次と別"),
    ],
)
def test_only_what_formats_words_is_left_out(line: str, words: str) -> None:
    """Tags of format, emphasis and the addresses of links go; what else stands in brackets is a word of the record."""
    (only,) = content_lines(line)
    assert text_at(line, visible(only)) == words


def test_a_long_line_of_open_tags_is_read_at_once() -> None:
    """50,000 characters that begin tags and links and end none cost no time to speak of."""
    text = "<a on" * 5_000 + "[" * 5_000 + "<b " + "on" * 10_000
    (only,) = content_lines(text)
    with within(2):
        assert text_at(text, visible(only)) == text


def test_the_words_of_a_heading_without_the_time_beside_it() -> None:
    """Also of a line that is blank for the most part: the time was looked for from each of its blanks."""
    assert heading_label("【開会】　　(13時30分)") == "開会"
    assert heading_label("開会（午後１時30分）") == "開会（午後１時30分）"
    with within(0.5):
        assert heading_label(f"花壇は{' ' * 25_000}増やします。") == f"花壇は{' ' * 25_000}増やします。"
