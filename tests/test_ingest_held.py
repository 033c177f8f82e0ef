"""The day of a record told from days of another kind: those on which opinions could be sent in."""

from __future__ import annotations

import pytest
from header_reading import header

from ingest.parse import parse
from ingest.types import Document

HEAD = "汐見町子ども計画（案）への意見と町の考え方\n\n"


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("１　募集期間　令和５年１２月１日（金）～令和６年１月４日（木）\n２　件数　７件\n", ""),
        ("意見の募集期間\n令和５年１２月１日（金）から令和６年１月４日（木）まで\n", ""),
        ("募集期間：令和５年１２月１日（金）から\n公表日：令和６年２月９日\n", "2024-02-09"),
        (
            "更新日：令和７年４月１日\n結果の公表日　令和６年２月９日\n意見募集期間　令和５年１２月１日（金）から\n",
            "2024-02-09",
        ),
        (
            "令和６年２月１日　こども課\n○募集期間　令和５年１２月１日（金）から１２月２８日（木）まで\n",
            "2024-02-01",
        ),
    ],
)
def test_a_period_for_comments_is_no_day_of_the_replies(lines: str, day: str) -> None:
    """The replies are of the day on which they were made public, where the page says it, and of none otherwise."""
    assert header(HEAD + lines).date == day


def test_a_meeting_keeps_its_day_beside_such_a_period() -> None:
    """A council that speaks of the period in its agenda was held on its own day."""
    read = header(
        "汐見町環境審議会　会議録\n日時　令和６年１月２３日（火）午後２時\n議題　意見の募集期間（令和６年２月１日から）について\n"
    )
    assert read.date == "2024-01-23"


def test_a_day_of_which_figures_are_is_no_day_of_the_meeting() -> None:
    """Neither with its year nor in that which the head names."""
    head = "汐見町船着場計画（案）に寄せられた声\n令和６年度版の単価によります。\n"
    assert header(head + "船の数は令和５年１０月１日時点のものです。\n").date == ""


def test_the_year_of_a_day_is_that_of_the_session_that_is_opened() -> None:
    """Above a table of speakers and words the day stands alone; the chair opens the session of a year."""
    text = (
        "発 言 者 議 事\n〔９月１１日〕\n"
        "議 長 出席は７名でありますので、令和７年第３回長崎市議会定例会を開会します。\n"
        "議 長 ７番、森川議員、どうぞ。\n"
        "森 川 議 員 一般質問をいたします。公園の柵をいつ直しますか。\n"
        "議 長 建設課長\n建 設 課 長 来月に直す予定です。\n議 長 これをもって終結します。\n"
    )
    (minutes,) = parse(Document(text, "text/plain", "a.txt"), "a")
    assert minutes.meeting.date == "2025-09-11"
