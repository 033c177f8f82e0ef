"""The dossier over the sample corpus: every line cited, every quotation in the record, files that open."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx as word
import pytest
from small_store import put
from test_chat_desk import stands_in_the_record

from chat.commitments.open_promises import Listed
from chat.desk.brief import ELSEWHERE, brief
from chat.desk.brief_files import docx, markdown, source_line, source_lines, to_dict
from chat.desk.brief_types import Dossier
from chat.desk.compare import compare
from chat.service import Service
from chat.settings import Settings
from chat.words import speaking
from corpus.errors import SettingsError


@pytest.fixture(scope="module")
def dossier(sample_service: Service) -> Dossier:
    return brief(sample_service, "情報セキュリティ", "調布市")


def test_every_line_rests_on_quotations_of_the_record(dossier: Dossier, sample_service: Service) -> None:
    """Protects: no line of own or other towns without a quotation, all of them verified, marks counted from 1."""
    assert [citation.mark for citation in dossier.citations] == list(range(1, len(dossier.citations) + 1))
    assert all(stands_in_the_record(sample_service, citation) for citation in dossier.citations)
    marks = {citation.mark for citation in dossier.citations}
    for section in dossier.sections:
        for line in section.lines:
            assert line.quotes
            assert {quoted.citation.mark for quoted in line.quotes} <= marks


@pytest.mark.parametrize("there", [True, False])
def test_while_the_list_of_promises_is_made_anew_the_dossier_says_so(
    sample_service: Service, dossier: Dossier, there: bool
) -> None:
    """Protects: who asked then waited two minutes. What there is stands there, under a title that says that it may not be all; where no
    list is there yet, that promises were not looked for; the rest is as ever."""
    listed = Listed(sample_service.ledger if there else None, False)
    meanwhile = brief(sample_service, "情報セキュリティ", "調布市", listed=listed)
    whole, promised = dossier.sections[1], meanwhile.sections[1]
    assert whole.lines
    assert promised.title == f"{whole.title}（一覧を作っている途中のもの）"
    assert promised.lines == (whole.lines if there else ())
    assert there or "まだできていないため、調べていません" in markdown(meanwhile)
    assert [len(section.lines) for section in meanwhile.sections[2:5]] == [
        len(section.lines) for section in dossier.sections[2:5]
    ]


def test_marks_are_counted_in_the_order_of_the_sections(sample_service: Service) -> None:
    """Protects: a reader met [16] between [3] and [4], and replies of one town out of order, since what was made first was counted first."""
    for theme in ("情報セキュリティ", "マイナンバーカード"):
        lines = [
            line for section in brief(sample_service, theme, "調布市").sections for line in section.lines
        ]
        marks = [quoted.citation.mark for line in lines for quoted in line.quotes]
        assert list(dict.fromkeys(marks)) == sorted(set(marks))


def test_own_and_other_towns_stand_in_their_sections(dossier: Dossier) -> None:
    """Protects: the own town's exchanges in the first section only, others' by town in theirs."""
    own, _, others, *_ = dossier.sections

    def towns(lines: tuple[object, ...]) -> set[str]:
        return {
            quoted.citation.meeting.town  # type: ignore[attr-defined]
            for line in lines
            for quoted in line.quotes  # type: ignore[attr-defined]
        }

    assert towns(own.lines) == {"調布市"}
    assert "調布市" not in towns(others.lines)
    assert len(towns(others.lines)) == len(others.lines) >= 2


def test_a_town_of_many_minutes_hides_no_other(tmp_path: Path) -> None:
    """Protects: one with more replies on the theme than are read left no room for the others, which the comparison shows."""
    service = Service.open(Settings(store=tmp_path, encoder="none"))
    things = (
        "毛布",
        "乾パン",
        "粉ミルク",
        "発電機",
        "投光機",
        "間仕切り",
        "おむつ",
        "電池",
        "テント",
        "担架",
    )
    many = [
        ("備蓄", f"避難所の備蓄のうち{thing}はどうか。", f"避難所に備蓄する{thing}は、来年度に{share}割ふやします。")
        for thing in things
        for share in range(2, 3 + ELSEWHERE // len(things) + 1)
    ]  # fmt: skip
    few = (
        "備蓄", "災害に備えて町ではどのような品を置いているのか、その見直しと合わせて伺う。",
        "町では、避難所に備蓄する飲料水や食料の量を、毎年見直しておりまして、本年は、簡易な寝台を新たに加え、古いものは訓練で配ることにしております。",
    )  # fmt: skip
    parks = [("公園", f"第{n}公園の芝生はどうか。", "芝生は春に植え替えます。") for n in range(200)]
    put(service, "own", parks, "青山市")
    put(service, "many", many, "赤川市")
    put(service, "few", [few], "白沢町")
    others = brief(service, "避難所の備蓄", "青山市").sections[2]
    towns = {quoted.citation.meeting.town for line in others.lines for quoted in line.quotes}
    compared = compare(service, "避難所の備蓄").towns
    assert towns == {row.town for row in compared if row.status == "answered"} == {"赤川市", "白沢町"}


def test_open_promises_come_from_the_ledger(dossier: Dossier) -> None:
    """Protects: what was promised on the theme is listed by its kind, in its own sentence, and followed up in the outline."""
    promised, outline = dossier.sections[1], dossier.sections[5]
    kinds = [line.text.split("・")[0].split("（")[0] for line in promised.lines]
    assert "検討" in kinds
    assert all("その後" in line.text for line in promised.lines)
    marks = {quoted.citation.mark for line in promised.lines for quoted in line.quotes}
    assert marks <= {quoted.citation.mark for line in outline.lines for quoted in line.quotes}


def test_a_theme_without_record_is_said(sample_service: Service) -> None:
    """Protects: nothing is made up where the record holds nothing; a town without minutes and an empty theme are said."""
    nothing = brief(sample_service, "野良猫の避妊手術", "調布市")
    assert "記録に見つかりませんでした" in nothing.sections[0].nothing
    assert "## 出典" not in markdown(nothing)
    assert [section.lines for section in nothing.sections[:5]] == [()] * 5
    assert nothing.citations == ()
    with pytest.raises(SettingsError, match="横浜市の会議録は読み込まれていません"):
        brief(sample_service, "備蓄", "横浜市")
    with pytest.raises(SettingsError, match="自分の自治体がありません"):
        brief(sample_service, "備蓄", "")
    with pytest.raises(SettingsError, match="テーマがありません"):
        brief(sample_service, " ", "調布市")


def test_the_files_hold_the_quotations_letter_for_letter(dossier: Dossier, tmp_path: Path) -> None:
    """Protects: Markdown and Word say the same words; edits made in the text come out in the Word file."""
    text = markdown(dossier) + "\n## 追記\n- 私の\\*メモ\\*\n"
    (tmp_path / "a.docx").write_bytes(docx(text))
    paragraphs = word.Document(str(tmp_path / "a.docx")).paragraphs
    said = "".join(paragraph.text for paragraph in paragraphs)
    for citation in dossier.citations:
        assert "".join(line.strip() for line in citation.quote.strip().splitlines()) in said
    assert paragraphs[0].style is not None
    assert paragraphs[0].style.name == "Title"
    assert paragraphs[-1].text == "私の*メモ*"
    assert {line["quotes"][0]["mark"] for line in to_dict(dossier)["sections"][0]["lines"]}


def test_names_and_addresses_stand_in_the_files_as_they_are(dossier: Dossier) -> None:
    """Protects: a person who edits the text sees 令和6年_01.txt, and the address opens from Markdown and from Word."""
    address = "https://town.example/cgi?TITL_SUBT=_a*b&x=[1]"
    cited = replace(dossier.citations[0], source="令和6年_01_.txt", url=address)
    line = source_line(cited)
    assert line.endswith(rf"（資料: 令和6年_01\_.txt） <{address}>")
    said = word.Document(io.BytesIO(docx(f"- [1] {line}"))).paragraphs[0].text
    assert said.endswith(f"（資料: 令和6年_01_.txt） {address}")
    assert source_line(replace(cited, url="javascript:x[1]")).endswith(r" javascript:x\[1\]")
    three = [replace(cited, mark=1), replace(cited, mark=2, page=9), replace(cited, mark=3)]
    assert [one.partition(" ")[2].partition(" ")[0] for one in source_lines(three)] == ["[1][3]", "[2]"]


def test_signs_of_markup_in_the_record_are_text_in_the_files() -> None:
    """Protects: an image, link or script in a document's words neither loads nor runs, and reads the same in Word."""
    import chat_fake

    dossier = brief(chat_fake.service(), "攻撃", "調布市")
    text = markdown(dossier)
    assert "![絵](" not in text
    assert "<script>" not in text
    assert r"\<script\>window.hacked=1\</script\>" in text
    said = "".join(p.text for p in word.Document(io.BytesIO(docx(text))).paragraphs)
    assert '<script>window.hacked=1</script> <img src=x onerror="window.hacked=2">' in said


def test_a_theme_in_english(dossier: Dossier, sample_service: Service) -> None:
    """Protects: an English theme finds what the Japanese one does, with the question that was asked; quotations stay the record's
    own, the words around them are English."""
    with speaking("en"):
        english = brief(sample_service, "information security", "調布市")
        text = markdown(english)
    assert [quoted.citation.quote for line in english.sections[0].lines for quoted in line.quotes][:1] == [
        quoted.citation.quote for line in dossier.sections[0].lines for quoted in line.quotes
    ][:1]
    exchanges = [
        {quoted.citation.exchange_id for line in found.sections[0].lines for quoted in line.quotes}
        for found in (english, dossier)
    ]
    assert exchanges[0] == exchanges[1]
    assert all(stands_in_the_record(sample_service, citation) for citation in english.citations)
    assert text.startswith("# Preparing a question: information security (Chofu")


def test_word_file_is_a4_and_japanese() -> None:
    """What an office prints: its paper, no spelling marks under Japanese, quotations upright and set in."""
    document = word.Document(io.BytesIO(docx("# 題\n\n> 「令和6年」[1]\n")))
    (page,) = document.sections
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    quote = document.styles["Quote"]
    assert quote.font.italic is False
    assert quote.paragraph_format.left_indent.mm > 5
    assert 'w:eastAsia="ja-JP"' in document.styles.element.xml
