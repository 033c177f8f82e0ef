"""The sample corpus: its files say what its sources say, in the layouts of real minutes, in the project's own words."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from corpus.sample import DOCUMENTS
from corpus.sample.build import EXCHANGES, build
from corpus.sample.source import NOTICE, SOURCES, load, names, turns

CHOFU, HIRATSUKA = DOCUMENTS / "chofu_2024-03-07.txt", DOCUMENTS / "hiratsuka_r2-2.xlsx"
KANAZAWA, NAGASAKI = DOCUMENTS / "kanazawa_2021-06-03.docx", DOCUMENTS / "nagasaki_2022-03-30.html"
YACHIYO = DOCUMENTS / "yachiyo_2021-03-10.pdf"

ITEMS = {e["id"]: e for e in map(json.loads, EXCHANGES.read_text("utf-8").splitlines())}


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def gold(item: str, side: str) -> str:
    return bare(ITEMS[item][side]["text"])


def pages() -> list[str]:
    import pypdfium2

    return [
        page.get_textpage().get_text_bounded().replace("\r", "") for page in pypdfium2.PdfDocument(YACHIYO)
    ]


def sheet_rows() -> list[tuple[object, ...]]:
    import openpyxl

    return list(openpyxl.load_workbook(HIRATSUKA).active.iter_rows(values_only=True))


def word_tables() -> list[list[list[str]]]:
    import docx

    return [
        [[cell.text for cell in row.cells] for row in t.rows] for t in docx.Document(str(KANAZAWA)).tables
    ]


def printed(path: Path) -> str:
    """All text of a document as its own library reads it."""
    if path == YACHIYO:
        return "\n".join(pages())
    if path == HIRATSUKA:
        return "\n".join(str(value) for row in sheet_rows() for value in row if value is not None)
    if path == KANAZAWA:
        import docx

        cells = [cell for table in word_tables() for row in table for cell in row]
        return "\n".join([*(p.text for p in docx.Document(str(path)).paragraphs), *cells])
    return path.read_text("utf-8")


def test_folder_holds_the_five_documents_and_nothing_else() -> None:
    """Whatever lies there is ingested by `make chat`, so no source or script may."""
    assert sorted(DOCUMENTS.iterdir()) == [CHOFU, HIRATSUKA, KANAZAWA, NAGASAKI, YACHIYO]


def test_build_gives_what_is_committed(tmp_path: Path) -> None:
    """Nobody edits a document by hand: the plain-text sources say what it says (compared inside the archives)."""
    pytest.importorskip("reportlab", reason="the PDF is written with the dev extra")
    build(tmp_path / "documents", tmp_path / "exchanges.jsonl")
    assert (tmp_path / "exchanges.jsonl").read_bytes() == EXCHANGES.read_bytes()
    for path in DOCUMENTS.iterdir():
        new, old = (tmp_path / "documents" / path.name).read_bytes(), path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(BytesIO(new)) as a, zipfile.ZipFile(BytesIO(old)) as b:
                assert {n: a.read(n) for n in a.namelist()} == {n: b.read(n) for n in b.namelist()}
        elif path != YACHIYO:  # the PDF's streams depend on the zlib in use; its text is compared below
            assert new == old


@pytest.mark.parametrize("path", sorted(DOCUMENTS.iterdir()), ids=lambda p: p.stem)
def test_each_document_says_once_that_it_is_a_digest(path: Path) -> None:
    """Readers must not take it for the record; and the notice is nobody's speech."""
    text = bare(printed(path))
    assert text.count(bare(NOTICE)) == 1
    assert text.index(bare(NOTICE)) < min(i for m in "○【〔①人" if (i := text.find(m)) >= 0)
    assert all(bare(NOTICE) not in bare(json.dumps(e, ensure_ascii=False)) for e in ITEMS.values())


def test_text_record_has_marks_outline_and_the_address_of_the_original() -> None:
    """○◆◎ with offices only, the 通告 with ア–エ, and who answers what about the CSIRT."""
    lines = CHOFU.read_text("utf-8").splitlines()
    marks = {m[0] for line in lines if (m := re.match(r"[○◆◎][^ ]+  ", line))}
    assert marks == {"○議長  ", "◆6番(議員)  ", "◎市長  ", "◎行政経営部長  "}
    assert [line.strip()[:1] for line in lines if line.startswith("　　")] == list("アイウエアイウ")
    assert lines[2].startswith("http://chofucity.gijiroku.com/voices/")
    assert lines.count("ーーーーー") == 2
    reply = "いわゆるCSIRTは、監視役でもあるデジタル行政推進課が中心となって組織しております。"
    assert f" {reply}" in "\n".join(lines)
    [part] = [p for p in ITEMS["chofu-1-4"]["parts"] if p["id"] == "chofu-1-4-a"]
    assert reply in part["answer"]["text"]
    assert part["answer"]["speakers"] == [{"name": "", "office": "行政経営部長"}]


def test_web_page_has_chrome_around_the_record() -> None:
    """Navigation, contact and footer stand outside the turns; the day of the update is not the day of the meeting."""
    html = NAGASAKI.read_text("utf-8")
    order = ["<nav>", "ここから本文です。", "更新日:2022年6月6日", "令和4年3月30日（水曜日）", "【会長】"]
    places = [html.index(mark) for mark in [*order, "以上で令和3年度第2回", "お問い合わせ先", "<footer>"]]
    assert places == sorted(places)
    assert re.findall("【(.+?)】", html) == [turn.who for turn in turns(load("nagasaki"))]


def test_pdf_text_layer_is_whole_and_pages_end_in_mid_sentence() -> None:
    """Every paragraph can be put together again from the pages; four of the page ends cut a sentence."""
    found = [p.strip().splitlines() for p in pages()]
    assert [p[-1] for p in found] == [f"- {n} -" for n in range(1, len(found) + 1)]
    assert sum(p[-2][-1] not in "。】」" for p in found) == 4
    text = bare("".join("".join(p[:-1]) for p in found))
    source = load("yachiyo")
    wanted = "".join(f"【{t.who}】" + "".join(p.text for p in t.paragraphs) for t in turns(source))
    assert text.endswith(bare(source["heading"] + wanted))


def test_pdf_reads_the_same_with_both_libraries() -> None:
    """The CID font without an embedded program is mapped to Unicode by pdfplumber, too."""
    import pdfplumber

    with pdfplumber.open(YACHIYO) as document:
        assert [bare(page.extract_text()) for page in document.pages] == [bare(page) for page in pages()]


def test_word_tables_split_rows_at_page_ends() -> None:
    """A continued row repeats the heads and has an empty No; joined column by column it is the expected exchange."""
    rows: list[list[str]] = []
    continued = 0
    for table in word_tables()[1:]:
        assert table[0] == ["No", "委員の意見要旨", "回答要旨"]
        for number, question, answer in table[1:]:
            if number:
                rows.append([question, answer])
            else:
                continued += 1
                rows[-1] = [rows[-1][0] + question, rows[-1][1] + answer]
    expected = [e for e in ITEMS.values() if e["id"].startswith("kanazawa")]
    assert continued == 7
    assert [bare(q) for q, _ in rows] == [
        f"〔{e['label']}〕に関して" + gold(e["id"], "question") for e in expected
    ]
    offices = [e["answer"]["speakers"][0]["office"] for e in expected]
    assert [bare(a) for _, a in rows] == [
        f"（{office}）" + gold(e["id"], "answer") for office, e in zip(offices, expected, strict=True)
    ]


def test_sheet_repeats_its_heads_and_merges_a_reply() -> None:
    """Rows 2 and 3 share one reply; title and heads come a second time before row 4."""
    import openpyxl

    merged = {str(r) for r in openpyxl.load_workbook(HIRATSUKA).active.merged_cells.ranges}
    rows = sheet_rows()
    assert "E7:E8" in merged
    assert (
        rows[4]
        == rows[9]
        == ("番号", "委員名", "対象項目", "意見、質問等", "市の考え方", "対応区分", "対応状況")
    )
    numbered = [row for row in rows if isinstance(row[0], int)]
    assert [row[0] for row in numbered] == [1, 2, 3, 4, 5, 6, 7]
    assert numbered[2][4] is None
    assert gold("hiratsuka-1-02", "answer") == gold("hiratsuka-1-03", "answer") == bare(str(numbered[1][4]))
    assert [bare(str(row[6])) for row in numbered] == [
        gold(f"hiratsuka-1-{n:02}", "status") for n in range(1, 8)
    ]


def test_same_exchanges_as_in_the_five_meetings(shared_dir: Path) -> None:
    """Each exchange and part of the real documents has its digest, of the same kind."""
    documents = json.loads((shared_dir / "gold" / "parse.json").read_text("utf-8"))["documents"]
    real = {
        e["id"]: (e["kind"], [p["id"] for p in e.get("parts", [])]) for d in documents for e in d["exchanges"]
    }
    ours = {e["id"]: (e["kind"], [p["id"] for p in e.get("parts", [])]) for e in ITEMS.values()}
    assert {i: k for i, k in ours.items() if k[0] in ("qa", "opinion_only")} == real


def test_no_personal_name(shared_dir: Path) -> None:
    """Offices stand for people: no name of the real attendees occurs."""
    documents = json.loads((shared_dir / "gold" / "parse.json").read_text("utf-8"))["documents"]
    people = {n for d in documents for a in d["attendees"] for n in (bare(a["name"]), a["name"].split()[0])}
    text = "".join(bare(printed(path)) for path in DOCUMENTS.iterdir()) + EXCHANGES.read_text("utf-8")
    assert [name for name in sorted(people) if len(name) > 1 and name in text] == []


def test_nothing_is_copied_from_the_real_documents(shared_dir: Path) -> None:
    """No run of 20 characters, but for names: titles, agenda items, places, the address of the original."""
    run = 20
    real = "".join(bare(p.read_text("utf-8")) for p in sorted((shared_dir / "seeds").glob("*.txt")))
    assert len(real) > 10_000
    names_of_things = {
        "「かなざわコミュニティ防災士ネットワーク」",
        "八千代市ICT利活用推進計画（令和3年度版）",
    }
    for source in map(load, names()):
        names_of_things |= {
            str(source.get(k, "")) for k in ("title", "place", "original", "updated", "group_left")
        }
        names_of_things |= {str(source.get("heading", "")), *source.get("labels", {}).values()}
        agenda = source.get("agenda", {})
        entries = agenda if isinstance(agenda, list) else []
        names_of_things |= {a["title"] for a in entries} | {r["label"] for a in entries for r in a["row"]}
        names_of_things |= set(agenda.values() if isinstance(agenda, dict) else ())
    own = [SOURCES / f"{name}.toml" for name in names()] + [EXCHANGES.with_name("gold_sample.jsonl")]
    lines = [bare(line.replace("¦", "")) for path in own for line in path.read_text("utf-8").splitlines()]
    for line in lines:
        for name in sorted(filter(None, map(bare, names_of_things)), key=len, reverse=True):
            line = line.replace(name, "\n").replace(name.removesuffix("（要旨）"), "\n")
        pieces = [p[i : i + run] for p in line.split("\n") for i in range(len(p) - run + 1)]
        assert [p for p in pieces if p in real] == []
