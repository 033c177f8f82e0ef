"""Tables of opinions with what became of them and why: which column is the reply, and which rows are headings inside the table."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.types import Exchange
from ingest.layouts.tables import OPINION_TABLE
from ingest.readers.builder import Builder, RawCell

ROWS = (
    ("1", "池の柵が古い。取り替えてほしい", "修正", "三年のうちに取り替え、その順を巻末の表に加えます。"),
    ("2", "花壇の水やりを当番にするべきだ。", "原案どおり", "すでに六つの班で分けており、今の書き方のままとします。"),
    ("3", "苗木は誰が選ぶのか。", "原案どおり", "園芸の会と町の係が春に集まって選ぶことにしています。"),
)  # fmt: skip
CHAPTERS = ("第１編　水辺", "その他")


def read(*rows: Sequence[str | RawCell | None]) -> tuple[Exchange, ...]:
    """The exchanges of a table; none where it is no table of opinions and replies."""
    builder = Builder()
    builder.table([[RawCell((c,)) if isinstance(c, str) else c for c in row] for row in rows])
    document = builder.document("text/csv", "t.csv")
    return OPINION_TABLE.read(document)[0].exchanges if OPINION_TABLE.detect(document).score else ()


@pytest.mark.parametrize(
    "heads",
    [
        ("No", "ご意見の内容(概要)", "反映の有無", "理由"),
        ("番号", "意見", "対応", "理由"),
        ("№", "寄せられた意見", "採否", "理由（町の考え方）"),
        ("No.", "意見等の内容", "検討結果", "理由"),
        ("番号", "提出意見", "意見に対する対応", "意見を反映した理由又は反映しなかった理由"),
        ("No", "主な意見", "方針", "説明"),
        ("No", "パブリックコメントの内容", "結果", "回答"),
        ("番号", "御意見", "修正の有無", "市の考え方及び理由"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2, 3, -1])
def test_the_reason_is_the_reply_and_the_disposition_a_note(heads: Sequence[str], place: int) -> None:
    """Headings stand in one of the columns, or (-1) in each."""
    chapters = [tuple(c if place in (x, -1) else "" for x in range(4)) for c in CHAPTERS]
    found = read(heads, chapters[0], *ROWS[:2], chapters[1], ROWS[2])
    assert [(e.question_text, e.answer_text) for e in found] == [(row[1], row[3]) for row in ROWS]
    assert [e.topic for e in found] == ["第１編　水辺", "第１編　水辺", "その他"]
    assert all(row[2] in dict(e.notes).values() for e, row in zip(found, ROWS, strict=True))


def test_a_heading_merged_over_two_of_four_columns_is_one() -> None:
    """The number is not covered by it, the last column neither."""
    heading = ("", RawCell(("第２編　緑の道",), columns=2), None, "")
    found = read(("番号", "意見", "区分", "町の考え方"), heading, *ROWS)
    assert [(e.topic, e.question_text) for e in found] == [("第２編　緑の道", row[1]) for row in ROWS]


def test_the_reason_of_who_writes_in_is_no_reply() -> None:
    """該当箇所｜意見｜理由 is a form that is sent to the town; the reply is what is called so."""
    form = [(row[0], "三頁", row[1], row[3]) for row in ROWS]
    assert read(("番号", "該当箇所", "意見", "理由"), *form) == ()
    replied = [(*row, "町は来年の秋に改めて伺います。") for row in form]
    found = read(("番号", "意見箇所", "意見", "理由", "町の考え方"), *replied)
    assert [e.answer_text for e in found] == ["町は来年の秋に改めて伺います。"] * 3
    assert [e.topic for e in found] == ["三頁"] * 3


def test_what_a_page_break_cut_off_is_no_heading() -> None:
    """A row without a number goes on with an opinion that stops in mid-word, and an opinion without a reply asks for something."""
    heads = ("番号", "意見", "対応", "町の考え方")
    cut = ("1", "池の柵が古くて手を掛けると揺", "修正", ROWS[0][3])
    found = read(heads, cut, heads, ("", "れるので直す方がよい。", "", ""), *ROWS[1:])
    assert [e.question_text for e in found][:2] == [
        "池の柵が古くて手を掛けると揺れるので直す方がよい。",
        ROWS[1][1],
    ]
