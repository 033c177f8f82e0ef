"""What is quoted of a table that holds no questions (votes, budgets): the cells, each letter for letter, none joined to the next."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import docx
import openpyxl
import pytest

from chat.answers.choosing import choose
from chat.answers.extractive import Ask, Quote, Scored, Weights, quotes, score
from chat.answers.said import candidates, said
from ingest.parse import parse
from ingest.readers import read_bytes

Rows = Sequence[Sequence[str]]
SHEET = "四月"

VOTES: Rows = (
    ("葉山台町議会　議案への賛否", "", ""),
    ("議席", "氏名", "図書館の移転"),
    ("1", "糸井　千早", "賛成"),
    ("2", "牧　遼太", "反対"),
    ("3", "野々口　澄", "欠席"),
)
BUDGET: Rows = (
    ("款", "項目と使いみち", "予算額（千円）", "前の年度と比べて"),
    ("土木費", "橋の塗り替え。三つの橋（東橋。西橋。中橋）を塗る。", "48,200", "増えた、"),
    ("土木費", "街路樹の手入れ、落ち葉の収集、水やりの委託に充てる費用で、前の年度までは別の款で計上していたもの", "9,150", ""),
    ("", "教育費の部", "", ""),
    ("教育費", "図書館の本を買う費用で、雑誌を含む。\n新聞は別の費目から払う。", "6,300", "同じ"),
)  # fmt: skip


def _csv(rows: Rows) -> tuple[bytes, str]:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(), "表.csv"


def _xlsx(rows: Rows) -> tuple[bytes, str]:
    book, data = openpyxl.Workbook(), io.BytesIO()
    book.active.title = SHEET
    for row in rows:
        book.active.append([cell or None for cell in row])
    book.save(data)
    return data.getvalue(), "表.xlsx"


def _html(rows: Rows) -> tuple[bytes, str]:
    lines = ("".join(f"<td>{cell.replace(chr(10), '<br>')}</td>" for cell in row) for row in rows)
    page = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<html><body><table>{page}</table></body></html>".encode(), "表.html"


def _docx(rows: Rows) -> tuple[bytes, str]:
    made, data = docx.Document(), io.BytesIO()
    table = made.add_table(len(rows), len(rows[0]))
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            table.cell(y, x).text = cell
    made.save(data)
    return data.getvalue(), "表.docx"


def _scored(data: bytes, name: str) -> list[list[Scored]]:
    """The sentences of each statement of a file, all of them."""
    documents = read_bytes(data, name)
    exchanges = [e for document in documents for minutes in parse(document, name) for e in minutes.exchanges]
    assert {exchange.status for exchange in exchanges} == {"statement"}
    found = (candidates(exchange, ("answer", "note")) for exchange in exchanges)
    ask = Ask({"牧": 1.0, "賛成": 0.1})
    return [score(ask, said(one, lambda text: [w for w in ask.terms if w in text], None), Weights()) for one in found]  # fmt: skip


@pytest.mark.parametrize("rows", [VOTES, BUDGET])
@pytest.mark.parametrize("write", [_csv, _xlsx, _html, _docx])
def test_no_quotation_goes_over_the_border_of_a_cell(
    write: Callable[[Rows], tuple[bytes, str]], rows: Rows
) -> None:
    """Even where all is quoted, each quotation stands in one cell, and every cell is in one."""
    made: list[Quote] = [quote for scored in _scored(*write(rows)) for quote in quotes(scored)]
    cells = {SHEET, *(cell for row in rows for cell in row if cell)}
    pieces = {piece for cell in cells - {SHEET} for piece in cell.split("\n")}
    stands = {text: any(text in cell for cell in cells) for text in (quote.text for quote in made)}
    title = (
        f"{SHEET}\n{VOTES[0][0]}"  # a sheet's name and the title in its first row are two lines, as on a page
    )
    assert [text for text, inside in stands.items() if not inside and text != title] == []
    assert pieces <= {line for text in stands for line in text.split("\n")}


def test_the_cells_of_a_short_row_are_quoted_together() -> None:
    """A name without its vote answers nothing."""
    chosen = [[quote.text for quote in quotes(choose(found, Weights()))] for found in _scored(*_csv(VOTES))]
    assert any({"2", "牧　遼太", "反対"} <= set(texts) for texts in chosen)
