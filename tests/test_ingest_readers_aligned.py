"""Tables without lines whose first column counts nothing: where a row ends, and what is no such table."""

from __future__ import annotations

from soon import within

from ingest.readers.aligned import RUNS_MAX, aligned_tables

HEAD = "意見の概要          市の考え方\n"


def rows(text: str) -> list[list[str]]:
    return [
        [cell.text if cell else "" for cell in row] for table in aligned_tables(text) for row in table.rows
    ]


def test_cells_run_on_below_themselves() -> None:
    """Without empty lines a row ends where question and reply have both come to their full stop."""
    text = (
        HEAD
        + "バスを増やして      来年増やしま\nほしい。            す。\n道が暗い。          街灯を足します。\n花が少ない。        植えます。\n"
    )
    assert rows(text)[1:] == [
        ["バスを増やしてほしい。", "来年増やします。"],
        ["道が暗い。", "街灯を足します。"],
        ["花が少ない。", "植えます。"],
    ]


def test_what_goes_on_below_the_next_label_ends_the_table() -> None:
    """The sentence behind the table is none of its cells; a table of less than three rows is none."""
    table = (
        HEAD
        + "道が暗い。          街灯を足します。\n\n花が少ない。        植えます。\n\n待合が寒い。        風よけを付けます。\n\n"
    )
    behind = "寄せられた意見は計画に生かしてまいります。\n"
    assert rows(table + behind) == rows(table)
    assert rows(HEAD + "道が暗い。          街灯を足します。\n") == []


def test_two_columns_of_text_are_no_table() -> None:
    """Lines that never come to an end are columns; heads without rows take no time, however many there are."""
    assert rows(HEAD + "長い文が続いて      右でも続いて\n" * (RUNS_MAX + 5)) == []
    with within(5):
        assert rows(HEAD * 3000) == []


def test_a_line_of_tags_alone_is_no_row() -> None:
    """Such a cell has no words and stands nowhere."""
    assert (
        rows(
            HEAD
            + "道が暗い。          街灯を足します。\n<v>\n花が少ない。        植えます。\n<br>\n<p></p>\n"
        )
        == []
    )
    assert rows(HEAD) == []
