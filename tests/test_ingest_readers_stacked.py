"""Tables whose cells stand one below the other: read where the rows are certain, left as text elsewhere."""

from __future__ import annotations

import pytest
from soon import within

from ingest.readers.stacked import stacked_tables

HEAD = ["番号", "ご意見", "町の回答"]
ROWS = ["1", "橋の名は公募しますか。", "公募します。", "2", "灯りを増やしてほしい。", "８基を加えます。"]


def rows_of(lines: list[str]) -> list[list[str]]:
    return [
        [cell.text if cell else "" for cell in row]
        for t in stacked_tables("\n".join(lines))
        for row in t.rows
    ]


def test_a_number_begins_each_row() -> None:
    assert rows_of(["説明会のまとめ", *HEAD, *ROWS, "以上"]) == [HEAD, ROWS[:3], ROWS[3:]]


def test_blank_lines_part_the_cells() -> None:
    split = "\n\n".join([*HEAD, *(cell.replace("、", "、\n") for cell in ROWS)])
    assert rows_of([split.replace("灯りを", "灯りを\n")])[1] == ROWS[:3]


@pytest.mark.parametrize(
    "lines",
    [
        [*HEAD, *ROWS[:2], "まだ決めていません。", *ROWS[2:]],
        [*HEAD, "2", *ROWS[1:]],
        ["番号", "氏名", "町の回答", *ROWS],
        ["番号", "質問の項目", "回答の方法", "1", "年齢", "選択", "2", "自由な意見", "記述"],
        ["ご意見", "回答", *[cell for n in (1, 2) for cell in ROWS[3 * n - 2 : 3 * n]]],
        [
            "ご意見",
            "回答",
            "道が狭い。",
            "橋が古い。",
            "川が浅い。",
            "山が高い。",
            "空が広い。",
            "海が遠い。",
        ],
    ],
    ids=["a cell of two lines", "no first row", "nobody asks", "nothing said", "two pairs", "nothing asked"],
)
def test_what_is_not_certain_stays_text(lines: list[str]) -> None:
    assert rows_of(lines) == []


def test_many_labels_take_no_time() -> None:
    with within(2):
        stacked_tables("番号\nご意見\n回答\n1\n" * 8_000)
