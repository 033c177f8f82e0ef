"""The same few questions and replies, and the same short dialogue, in the files that councils publish them as."""

from __future__ import annotations

import io
import json

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml

from ingest.parse import parse
from ingest.readers import read_bytes

ASKED = (
    "川辺の遊歩道に街灯を増やしてほしい。",
    "朝市は雨の日も開かれますか。",
    "図書室の机が足りない。",
    "園の申込みはいつまでですか。",
)
SAID = (
    "秋までに四基を建てる予定です。",
    "屋根の下で開いております。",
    "机を六台加えます。",
    "二月末まで受け付ける見込みです。",
)
PAIRS = tuple(zip(ASKED, SAID, strict=True))
TALK = (
    ("早川委員長", "ただいまから会議を開きます。"),
    ("沢渡委員", "橋の工事はいつ終わりますか。"),
    ("建設課長", "三月に終わります。"),
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def said(data: str | bytes, name: str) -> list[tuple[str, str, str]]:
    """(asks, replies, office) of the exchanges that were answered."""
    raw = data if isinstance(data, bytes) else data.encode()
    (minutes,) = (m for document in read_bytes(raw, name) for m in parse(document, name))
    answered = [e for e in minutes.exchanges if e.status == "answered"]
    return [(e.question_text, e.answer_text, e.answers[0].speaker.office) for e in answered]


def heard(data: str | bytes, name: str) -> list[tuple[str, str]]:
    """(speaker, words) of the utterances."""
    raw = data if isinstance(data, bytes) else data.encode()
    (minutes,) = (m for document in read_bytes(raw, name) for m in parse(document, name))
    return [(u.speaker.name + u.speaker.office, u.text) for u in minutes.utterances]


def pairs(data: str | bytes, name: str) -> tuple[tuple[str, str], ...]:
    """(asks, replies) of the exchanges that were answered."""
    return tuple((q, a) for q, a, _ in said(data, name))


def rows(*labels: str) -> str:
    """A page with the pairs as a table; the labels are its header, the columns before the pairs hold the department."""
    head = "".join(f"<th>{label}</th>" for label in labels)
    body = "".join(
        "<tr>" + "<td>土木課</td>" * (max(0, len(labels) - 2)) + f"<td>{q}</td><td>{a}</td></tr>"
        for q, a in PAIRS
    )
    return f"<html><body><h1>みどり町の声</h1><table><tr>{head}</tr>{body}</table></body></html>"


def test_a_table_of_a_page_without_a_header_is_told_by_its_words() -> None:
    assert pairs(rows(), "a.html") == PAIRS


def test_words_beside_the_department_that_replies_are_the_question() -> None:
    """担当課｜内容｜対応: nobody who asks has a column, so 内容 is no reply."""
    assert pairs(rows("担当課", "内容", "対応"), "a.html") == PAIRS


def test_text_boxes_of_a_word_file_are_read_once() -> None:
    """Word writes each a second time for older programs."""
    document = docx.Document()
    document.add_paragraph("みどり町議会産業委員会会議録")
    for who, words in TALK:
        paragraph = document.add_paragraph(words)
        box = f"<w:txbxContent><w:p><w:r><w:t>{who}</w:t></w:r></w:p></w:txbxContent>"
        both = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        paragraph._p.append(
            parse_xml(f"<w:r {_W} {_MC}><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")
        )
    file = io.BytesIO()
    document.save(file)
    assert heard(file.getvalue(), "a.docx") == [("早川委員長", TALK[0][1]), ("沢渡委員", TALK[1][1]), TALK[2]]


def test_a_sheet_names_in_a_column_which_row_replies() -> None:
    """Opinions ask nothing; the column says whose words they are."""
    book = openpyxl.Workbook()
    for number, (asked, reply) in enumerate(PAIRS, 1):
        book.active.append([number, "ご意見", asked])
        book.active.append(["", "町の考え方", reply])
    file = io.BytesIO()
    book.save(file)
    assert pairs(file.getvalue(), "a.xlsx") == PAIRS


@pytest.mark.parametrize(
    "tree",
    [
        [{"番号": "1", "意見": q, "考え方": a} for q, a in PAIRS],
        {"一覧": [{"opinion": q, "response": {"text": a, "dept": "土木課"}} for q, a in PAIRS]},
        {
            "@type": "FAQPage",
            "mainEntity": [
                {"@type": "Question", "name": q, "acceptedAnswer": {"@type": "Answer", "text": f"<p>{a}</p>"}}
                for q, a in PAIRS
            ],
        },
    ],
)
def test_fields_of_opinions_and_of_pages_of_questions(tree: object) -> None:
    assert pairs(json.dumps(tree, ensure_ascii=False), "a.json") == PAIRS


def test_paragraphs_of_a_page_in_a_json_text() -> None:
    page = "".join(f"<p>{who}：{words}</p>\n" for who, words in TALK)
    data = json.dumps(
        [{"title": {"rendered": "みどり町議会産業委員会会議録"}, "content": {"rendered": page}}]
    )
    assert [words for _, words in heard(data, "a.json")] == [words for _, words in TALK]


def _page(inner: str) -> str:
    return f"<html><head><meta charset='utf-8'></head><body><h1>みどり町議会産業委員会会議録</h1>{inner}</body></html>"


def test_a_page_saved_in_one_file_is_read_as_the_page() -> None:
    page = _page("".join(f"<p>{who}：{words}</p>" for who, words in TALK))
    letter = (
        "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=b\n\n--b\n"
        f"Content-Type: text/html\nContent-Location: https://example.com/a\n\n{page}\n--b--\n"
    )
    (document,) = read_bytes(letter.encode(), "a.mht")
    assert document.url == "https://example.com/a"
    assert heard(letter, "a.mht") == heard(page, "a.html") != []


def test_what_a_page_offers_beside_its_words_is_left_out() -> None:
    """Links that edit a section, the address of the bureau, a form that asks what the reader thinks."""
    talk = "".join(
        f"<h3>{who}<span class='mw-editsection'>[<a>編集</a>]</span></h3><p>{words}</p>"
        for who, words in TALK
    )
    foot = "<p>お問い合わせ先</p><p>議会事務局<br>電話番号：0123-45-6789</p><form><input type='radio'>役に立った</form>"
    assert [words for _, words in heard(_page(talk + foot), "a.html")] == [words for _, words in TALK]


def test_a_list_of_opinions_under_a_head_that_names_their_replies() -> None:
    """The numbers of the questions and the department that signs a reply are none of the words."""
    listed = "".join(
        f"<dt>{number}　{q}</dt><dd>{a}（土木課）</dd>" for number, (q, a) in enumerate(PAIRS, 1)
    )
    page = f"<html><body><h1>計画案への意見と町の考え方</h1><dl>{listed}</dl></body></html>"
    assert said(page, "a.html") == [(q, a, "土木課") for q, a in PAIRS]


COUNTED = "# 町民の集い\n\n**Q1. 朝市は雨の日も開かれますか。**\n\n{}\n\n**Q2. 園の申込みはいつまでですか。**\n\n{}\n\n**Q3. 橋は直りますか。**\n\n{}\n"


def test_numbered_questions_with_the_reply_below() -> None:
    found = pairs(COUNTED.format(*SAID[:3]), "a.md")
    assert found == (
        ("朝市は雨の日も開かれますか。", SAID[0]),
        ("園の申込みはいつまでですか。", SAID[1]),
        ("橋は直りますか。", SAID[2]),
    )


def test_a_form_with_answers_to_choose_from_holds_no_replies() -> None:
    assert pairs(COUNTED.format("１　はい\n２　いいえ", "１　知っている", "１　わからない"), "a.md") == ()


def test_classes_say_which_paragraph_asks() -> None:
    inner = "".join(f"<p class='faq-q'>{q}</p><p class='faq-a'>{a}</p>" for q, a in PAIRS)
    page = f"<html><body><h1>意見募集の結果（意見と町の考え方）</h1>{inner}</body></html>"
    assert pairs(page, "a.html") == PAIRS


def test_a_button_that_is_all_of_a_heading_holds_its_words() -> None:
    """What is read aloud only, and not shown, is none of them."""
    talk = "".join(
        f"<h3><button><span class='sr-only'>開く</span>{who}</button></h3><div>{words}</div>"
        for who, words in TALK
    )
    assert heard(_page(talk), "a.html") == [("早川委員長", TALK[0][1]), ("沢渡委員", TALK[1][1]), TALK[2]]


def test_the_department_in_a_field_of_its_own_says_nothing() -> None:
    cards = "".join(
        f"<h3>No.{n}</h3><dl><dt>質問内容</dt><dd>{q}</dd><dt>回答</dt><dd>{a}</dd><dt>担当課</dt><dd>土木課</dd></dl>"
        for n, (q, a) in enumerate(PAIRS, 1)
    )
    assert pairs(f"<html><body><h1>町民の集い</h1>{cards}</body></html>", "a.html") == PAIRS
