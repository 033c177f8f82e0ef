"""A promise that is part of its sentence is marked as such wherever it is listed; the quote stays as it is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from chat.commitments.files import COLUMNS, commitment_to_dict, table_rows
from chat.commitments.ledger import Ledger
from chat.commitments.types import Commitment
from chat.render.ledger import table_html
from chat.service import Service
from chat.settings import Settings

MINUTES = """令和4年度 第1回 青葉台市民会議 会議録
日時 令和4年10月12日（水）
○山本委員 図書館の移動車と駐輪場はどうなりますか。
○図書館長 移動車の巡回先に団地を加えることを検討してまいりますが、駐輪場の拡張は困難でございます。返却箱は来年度に設置します。
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Commitment]:
    """The statements of a sentence that holds two, and of a whole one."""
    folder = tmp_path_factory.mktemp("torn")
    (folder / "a.txt").write_text(MINUTES, "utf-8")
    service = Service.open(Settings(store=folder / "store", encoder="none"))
    service.add([folder / "a.txt"])
    ledger: Ledger = service.ledger
    return ledger.find()


def test_where_the_sentence_goes_on_is_told(found: list[Commitment]) -> None:
    """… outside the quotation on the page and in the command, flags in JSON, words in a column of its own in a table file."""
    assert [one.torn for one in found] == [(False, True), (True, False), (False, False)]
    assert [one.shown for one in found] == [
        "「移動車の巡回先に団地を加えることを検討してまいりますが、」…",
        "…「駐輪場の拡張は困難でございます」",
        "「返却箱は来年度に設置します。」",
    ]
    assert [commitment_to_dict(one)["torn"] for one in found] == [
        [False, True],
        [True, False],
        [False, False],
    ]
    rows = list(table_rows(found))
    assert [row[COLUMNS.index("抜き書き")] for row in rows] == ["文の途中まで", "文の途中から", ""]
    assert [row[6] for row in rows] == [one.quote for one in found]
    drawn = table_html(found, 3, 0, 50)
    assert "」…</button>" in drawn
    assert ">…「駐輪場" in drawn


def test_a_table_of_before_is_read_without_it(tmp_path: Path) -> None:
    """A table that does not tell torn quotes yet is shown until the new one is made."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    (tmp_path / "a.txt").write_text(MINUTES, "utf-8")
    service.add([tmp_path / "a.txt"])
    assert service.ledger.count() == 3
    db = service.ledger._db
    for column in ("goes_before", "goes_on"):
        db.execute(f"ALTER TABLE statements DROP COLUMN {column}")
    assert {one.torn for one in service.ledger.find()} == {(False, False)}
