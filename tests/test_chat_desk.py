"""Compare and check over the sample corpus: real quotations only, and said where there is none."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import chat_fake
import openpyxl
import pytest
from made_record import stored

from chat.commands.desk_lines import check_lines, compare_lines
from chat.desk.brief import brief
from chat.desk.check import check, read_text, spans_of
from chat.desk.check_files import to_dict as check_dict
from chat.desk.check_files import to_table as check_table
from chat.desk.check_towns import Whose, towns_of
from chat.desk.check_types import NEVER, contrast_line, never_line
from chat.desk.compare import COLUMNS, compare, to_dict, to_table
from chat.render.desk import check_html, comparison_html
from chat.render.documents import matching
from chat.service import Service
from chat.settings import Settings
from chat.types import Citation
from corpus.errors import SettingsError
from corpus.spans import text_at
from retriever.types import Filter


def stands_in_the_record(service: Service, citation: Citation) -> bool:
    """Whether the stored text at the spans is the quotation."""
    stored = service.exchange(citation.exchange_id)
    assert stored is not None
    text, offset = service.store.minutes_text(stored.minutes_id)
    return text_at(text, citation.spans, offset) == citation.quote


def test_every_town_answers_for_itself_or_has_no_record(sample_service: Service) -> None:
    """Protects: quotations are of their own town and stand in the record; a town without says so, one not loaded too."""
    found = compare(sample_service, "テレワークの状況は", ["金沢市", "八千代市", "長崎市", "横浜市"])
    assert [row.town for row in found.towns] == ["金沢市", "八千代市", "長崎市", "横浜市"]
    assert [row.status for row in found.towns][::3] == ["answered", "no_minutes"]
    for row in found.towns:
        for citation in row.answer.citations if row.answer else ():
            assert citation.meeting.town == row.town
            assert stands_in_the_record(sample_service, citation)
    nothing = compare(sample_service, "市民プールの水温は何度ですか")
    assert {row.status for row in nothing.towns} == {"no_evidence"}
    assert len(nothing.towns) == 5


@pytest.mark.parametrize(
    ("theme", "towns"),
    [
        ("テレワークの状況", {"八千代市", "平塚市", "調布市", "金沢市"}),
        ("情報セキュリティ対策", {"平塚市", "調布市", "長崎市"}),
        ("業務システムの標準化", {"調布市", "長崎市"}),
        ("デジタルデバイド対策", {"八千代市"}),
        ("職員研修", {"平塚市", "調布市", "長崎市"}),
    ],
)
def test_a_comparison_and_the_conversation_show_the_same_towns(
    sample_service: Service, theme: str, towns: set[str]
) -> None:
    """Protects: a town's best reply is weighed beside the best of all in both; alone every town's best looked sure, so that towns
    without a word on the matter were compared, while 「各市では」 left out towns that speak of it."""
    compared = compare(sample_service, f"{theme}について、どのように答弁していますか")
    assert {row.town for row in compared.towns if row.status == "answered"} == towns
    for asked in (
        f"各市では、{theme}についてどのように答弁していますか",
        f"{theme}について、各自治体の答弁を比べてください",
    ):
        told = {one.meeting.municipality for one in sample_service.ask(asked).citations}
        assert {town.name for town in told if town} == towns


def test_an_english_question_compares_the_towns_of_the_japanese_one(sample_service: Service) -> None:
    """Protects: a record holds translations only, which were counted as if a third of every word were missing: two towns of four."""
    for english, towns in (
        ("What is the status of introducing telework?", {"八千代市", "調布市", "金沢市"}),
        (
            "What is the organisation of information security?",
            {"八千代市", "平塚市", "調布市", "金沢市", "長崎市"},
        ),
    ):
        found = compare(sample_service, english)
        assert {row.town for row in found.towns if row.status == "answered"} == towns
    none = compare(sample_service, "How do I bake sourdough bread?")
    assert none.answered == 0


def test_towns_named_in_the_question_are_the_ones_compared(sample_service: Service) -> None:
    """Protects: 「金沢市と横浜市で」 compares these two; one town alone in the wording chooses nothing."""
    named = compare(sample_service, "テレワークの状況を金沢市と横浜市で比べてください")
    assert [(row.town, row.status) for row in named.towns] == [
        ("金沢市", "answered"),
        ("横浜市", "no_minutes"),
    ]
    assert len(compare(sample_service, "金沢市のようなLINEの活用は").towns) == 5
    with pytest.raises(SettingsError, match="質問がありません"):
        compare(sample_service, "  ")


def test_towns_without_record_stand_behind_those_that_have_one(sample_service: Service) -> None:
    """Protects: the one reply stood somewhere among empty boxes; towns that were named keep their order and a box each."""
    question = "CSIRTはどう組織されていますか"
    html = comparison_html(found := compare(sample_service, question))
    names = [row.town for row in found.towns]
    assert names[0] == "調布市"
    assert f"該当する記録なし（4自治体）: {'、'.join(names[1:])}" in html
    shown, folded = html.split("<details>", 1)
    assert shown.count("kc-town") == 1
    assert folded.count("<strong>該当する記録なし</strong>") == 4
    assert [line[:15] for line in compare_lines(found)] == [
        "■ 調布市: 答弁あり",
        found.towns[0].answer.text[:15],
        "■ 該当する記録なし（4自治体",
    ]
    named = compare(sample_service, question, ["金沢市", "調布市"])
    assert [row.town for row in named.towns] == ["金沢市", "調布市"]
    assert "検索範囲と近い話題" not in comparison_html(named)
    many = replace(found, towns=found.towns[:1] + found.towns[1:2] * 300)
    assert "該当する記録なし（300自治体）: " in comparison_html(many)
    assert "ほか280自治体" in comparison_html(many)


def test_minutes_that_name_no_town_are_said_to_name_none(service: Service, tmp_path: Path) -> None:
    """Protects: they were said not to be loaded, and a town was to be chosen from an empty list."""
    (tmp_path / "a.txt").write_text("○山本委員 花壇は増やしますか。\n○館長 花壇を増やします。\n", "utf-8")
    service.add([tmp_path / "a.txt"])
    for asked in (lambda: compare(service, "花壇は"), lambda: brief(service, "花壇", "")):
        with pytest.raises(SettingsError, match="どれも自治体名がありません"):
            asked()


def test_that_something_was_explained_is_no_reply() -> None:
    """Protects: ・…について説明, a line of a digest's agenda, stood in the comparison as a town's reply."""
    items = [
        stored("a.txt", "調布市", "備蓄", "", "・備蓄の見直しの方向について説明。"),
        stored("b.txt", "八千代市", "備蓄", "備蓄は足りますか。", "備蓄は三日分あります。"),
    ]
    rows = compare(chat_fake.FakeService(items), "備蓄の状況は", ["調布市", "八千代市"]).towns
    assert [(row.town, row.status) for row in rows] == [("調布市", "no_evidence"), ("八千代市", "answered")]


def test_a_period_without_minutes_is_said(sample_service: Service) -> None:
    """Protects: 「0自治体のうち0自治体」 would say nothing to anybody."""
    found = compare(sample_service, "備蓄は", filters=Filter(since="2040-01-01"))
    assert "この条件の会議録は読み込まれていません。" in comparison_html(found)


def test_the_comparison_as_csv_xlsx_and_json(sample_service: Service) -> None:
    """Protects: the files open, hold a row a quotation and one for a town without, letter for letter."""
    found = compare(sample_service, "CSIRTはどう組織されていますか", ["調布市", "金沢市", "横浜市"])
    rows = list(csv.reader(io.StringIO(to_table(found, "csv").decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1][0] == "調布市"
    assert re.search(
        r"令和6年3月7日 行政経営部長(答弁|発言)$", dict(zip(rows[0], rows[1], strict=True))["引用表記"]
    )
    assert any("デジタル行政推進課" in row[5] for row in rows if row[0] == "調布市")
    assert rows[-1][:2] == ["横浜市", "会議録が読み込まれていない"]
    book = openpyxl.load_workbook(io.BytesIO(to_table(found, "xlsx")))
    assert book.sheetnames == ["比較", "条件"]
    assert book["比較"]["F2"].value == rows[1][5]
    assert book["条件"]["B2"].value == "CSIRTはどう組織されていますか"
    assert [town["status"] for town in to_dict(found)["towns"]][::2] == ["answered", "no_minutes"]


DRAFT = """初めに、テレワークについてお答えします。
本市は昨年10月に、80台で同時にテレワークができる環境を入れました。
野良猫の避妊手術への補助金は年間30万円です。
以上です。"""


def test_a_draft_is_set_against_earlier_replies(sample_service: Service) -> None:
    """Protects: the differing figure is marked with the record's own, the agreeing one not; a new matter is said to be new;
    greetings are passed over."""
    found = check(sample_service, DRAFT, Filter(towns=("八千代市",)))
    assert [sentence.status for sentence in found.sentences] == ["passed", "answered", "never", "passed"]
    lines = [contrast_line(c) for c in found.sentences[1].earlier[0].contrasts]
    assert "数値「80台」が以前の答弁では「50台」" in lines
    assert found.differing == 1
    for earlier in found.sentences[1].earlier:
        assert all(stands_in_the_record(sample_service, citation) for citation in earlier.near.citations)
    said = check_dict(found)
    assert said["sentences"][2]["message"] == NEVER
    assert DRAFT[said["sentences"][1]["start"] :].startswith("本市は")


def test_a_draft_in_english(sample_service: Service) -> None:
    """Protects: an English draft is cut at its full stops, each sentence set against the Japanese replies; what nobody said, never."""
    draft = "The city set up an environment in which 50 staff can telework. We will build a new swimming pool next year."
    telework, pool = check(sample_service, draft, own="八千代市").sentences
    assert (telework.status, pool.status) == ("answered", "never")
    assert "50台で同時にテレワークができる環境" in telework.earlier[0].near.citations[0].quote
    assert pool.earlier == ()


def test_a_draft_that_says_the_opposite_is_no_repetition(sample_service: Service) -> None:
    """Protects: 「活用しています」 beside the record's 「活用は行っていません」 was called the same, for another quoted sentence said that
    something had been done."""
    found = check(sample_service, "調布市はマイナンバーカードの空き領域を独自に活用しています。")
    lines = [contrast_line(c) for c in found.sentences[0].earlier[0].contrasts]
    assert "約束のことば「実施済」が以前の答弁では「していない」" in lines


def test_figures_of_another_town_are_not_the_own_ones(sample_service: Service) -> None:
    """Protects: with the own town known, another's 50台 is neither the same nor different; it stands below, called so, and the own
    town has no reply. A sentence that names a town is set against that town."""
    telework = "本市は昨年10月に、50台で同時にテレワークができる環境を入れました。"
    found = check(sample_service, telework + telework.replace("本市", "八千代市"), own="長崎市")
    ours, named = found.sentences
    assert (ours.status, ours.towns, ours.earlier[0].elsewhere) == ("never", ("長崎市",), True)
    assert {one.contrasts for one in ours.earlier} == {()}
    assert never_line(ours) == "長崎市ではこれまでに答弁がない"
    assert (named.status, named.towns, named.earlier[0].elsewhere) == ("answered", ("八千代市",), False)
    assert "数値「50台」は以前の答弁と同じ" in [contrast_line(c) for c in named.earlier[0].contrasts]
    lines = list(check_lines(found))
    assert lines.index("   → 長崎市ではこれまでに答弁がない") < lines.index("   〈他の自治体の答弁〉")
    rows = list(csv.reader(io.StringIO(check_table(found, "csv").decode("utf-8-sig"))))
    assert [row[2] for row in rows[1:3]] == ["長崎市ではこれまでに答弁がない", "他の自治体の答弁"]
    html = check_html(found)
    assert html.index("長崎市ではこれまでに答弁がない") < html.index("他の自治体の答弁")


def test_whose_a_sentence_is(sample_service: Service) -> None:
    """Protects: 「金沢市のように本市でも」 speaks of both; of a town without minutes no figure is called the same; the own town must be
    loaded; a record of one town has no others."""
    towns = towns_of(sample_service.towns(), Filter(), "調布市", date(2026, 11, 1))
    assert towns.of("金沢市のように本市でも実施します。") == Whose(("金沢市", "調布市"))
    assert towns.of("金沢市では本町通りで実施しています。") == Whose(("金沢市",))
    assert towns.of("三条市のように本市でも8種類に活用します。") == Whose(("調布市",), True)
    assert towns.of("三条市では8種類に活用しています。") == Whose(("調布市",), True)
    one = towns_of(sample_service.towns(), Filter(towns=("調布市",)), "", date(2026, 11, 1))
    assert one.beside(Filter(), one.of("本市では行いません。")) == (Filter(towns=("調布市",)), None)
    with pytest.raises(SettingsError, match="横浜市の会議録は読み込まれていません"):
        check(sample_service, "備蓄は三日分です。", own="横浜市")


def test_documents_are_found_by_words_of_several_columns(sample_service: Service) -> None:
    """Protects: the search field's own example, town and year, finds the document."""
    assert [one.source.name for one in matching(sample_service.sources(), "調布市　令和6年")] == [
        "chofu_2024-03-07.txt"
    ]


def test_a_draft_is_pasted_from_a_word_processor() -> None:
    """Protects: a break within a paragraph ends a line, so that a heading is not read with what stands under it; a line of soft
    hyphens and other unseen characters is no sentence."""
    draft = "一 テレワークについて\v環境を整えます。\n\u00ad\n\ufeff\u200b\t\n①\u3000研修を行います。"
    assert [draft[start:end] for start, end in spans_of(draft)] == [
        "一 テレワークについて", "環境を整えます。", "①\u3000研修を行います。",
    ]  # fmt: skip


def test_a_draft_comes_from_a_word_file(tmp_path: Path) -> None:
    """Protects: what is uploaded as docx is read as its paragraphs; a missing file and an empty text are said."""
    import docx

    document = docx.Document()
    document.add_paragraph("避難所の備蓄について伺う。")
    document.save(str(tmp_path / "通告.docx"))
    assert "避難所の備蓄について伺う。" in read_text(tmp_path / "通告.docx")
    with pytest.raises(SettingsError, match="がありません"):
        read_text(tmp_path / "なし.docx")


def test_an_empty_store_answers_nothing(tmp_path: Path) -> None:
    """Protects: every sentence of a draft was 「これまでに答弁がない」 where no record was loaded, and of a dossier's town was said that
    it is to be chosen, where none can be. Town by town a comparison still says that there is no record."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    with pytest.raises(SettingsError, match="会議録がまだ読み込まれていません"):
        check(service, "避難所の備蓄を増やします。")
    with pytest.raises(SettingsError, match="会議録がまだ読み込まれていません"):
        brief(service, "避難所の備蓄", "")
    with pytest.raises(SettingsError, match="会議録がまだ読み込まれていません"):
        compare(service, "備蓄は")
    assert [row.status for row in compare(service, "備蓄は", ["調布市"]).towns] == ["no_minutes"]
