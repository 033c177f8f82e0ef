"""A record that lost all its line ends is read in time that grows with its length."""

from __future__ import annotations

from pathlib import Path

from soon import within

from ingest.parse import parse
from ingest.readers import read_documents

SPEECHES = (
    "○議長（山田太郎君）　これより質問を行います。"
    "◆3番（川口花子君）　備蓄の食料は何日分ありますか。"
    "◎総務部長（木村茂君）　食料は三日分を備えております。"
)
CHARACTERS, SECONDS = 300_000, 9.0
"""Takes 2 s of processor time; when each label was sought for in the whole line it took 17 s."""


def test_a_day_on_one_line_takes_no_minutes(tmp_path: Path) -> None:
    """An export of a day or a year may be one line; every exchange of it is found."""
    many = CHARACTERS // len(SPEECHES)
    path = tmp_path / "day.txt"
    path.write_text("令和6年3月5日　青葉市議会定例会　" + SPEECHES * many, encoding="utf-8")
    with within(SECONDS):
        (minutes,) = parse(next(iter(read_documents(path))), path.name)
    assert len(minutes.exchanges) == many
    assert minutes.exchanges[-1].answers[0].speaker.name == "木村茂"
