"""Japanese dates in every writing, and the periods that questions name."""

from __future__ import annotations

import pytest

from corpus.eras import find_dates, fiscal_year, fiscal_year_in, fold, number, to_wareki
from corpus.period_rules import no_such_days
from corpus.periods import find_period, parse_period

TODAY = "2026-11-22"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("令和元年５月１日（水）", "2019-05-01"), ("平成31年4月30日", "2019-04-30"), ("昭和64年1月7日", "1989-01-07"),
        ("R6.3.7", "2024-03-07"), ("二〇二四年三月七日", "2024-03-07"), ("令 和 ３ 年 ３ 月 １ ０ 日", "2021-03-10"),
        ("令和3(2021)年6月3日", "2021-06-03"), ("令和6年(2024年)3月7日", "2024-03-07"), ("2024/12/26", "2024-12-26"),
        ("開催日：令和 7年 2月14日", "2025-02-14"), ("平成十八年十二月二十三日", "2006-12-23"), ("令和3年2月30日", ""),
        ("第3回", ""), ("電話 042-481-7111", ""),
    ],
)  # fmt: skip
def test_dates_become_iso(text: str, iso: str) -> None:
    """Any width, kanji numerals, letter-spacing, a bracketed western year; days that do not exist are none."""
    assert [day.iso for day in find_dates(text)] == ([iso] if iso else [])


def test_dates_keep_their_places() -> None:
    """Positions refer to the text as it was given, so that what stands before (更新日) can be looked at."""
    text = "更新日：２０２２年６月６日　開催 令和４年３月３０日"
    assert [(text[d.start : d.end], d.iso) for d in find_dates(text)] == [
        ("２０２２年６月６日", "2022-06-06"),
        ("令和４年３月３０日", "2022-03-30"),
    ]


def test_numbers_and_years() -> None:
    """Kanji numerals with and without 十; 元年; the fiscal year begins in April."""
    assert [number(t) for t in ("二十三", "１０", "元", "百二", "x")] == [23, 10, 1, 102, None]
    assert (fiscal_year("2024-03-31"), fiscal_year("2024-04-01"), fiscal_year("")) == (2023, 2024, None)
    assert fiscal_year_in("令和3年度第1回") == 2021
    assert (to_wareki("2019-05-01"), to_wareki("1989-01-07"), to_wareki("x")) == (
        "令和元年5月1日",
        "昭和64年1月7日",
        "x",
    )


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("令和3年6月の答弁", ("2021-06-01", "2021-06-30")), ("2021年", ("2021-01-01", "2021-12-31")),
        ("令和４年度", ("2022-04-01", "2023-03-31")), ("R3年度", ("2021-04-01", "2022-03-31")),
        ("昨年度", ("2025-04-01", "2026-03-31")), ("去年", ("2025-01-01", "2025-12-31")), ("一昨年", ("2024-01-01", "2024-12-31")),
        ("2年前", ("2024-01-01", "2024-12-31")), ("先月", ("2026-10-01", "2026-10-31")), ("昨年12月", ("2025-12-01", "2025-12-31")),
        ("過去3年間", ("2023-11-22", "2026-11-22")), ("令和3年から令和5年まで", ("2021-01-01", "2023-12-31")),
        ("令和3年以降", ("2021-01-01", "")), ("2022年まで", ("", "2022-12-31")), ("令和6年3月7日", ("2024-03-07", "2024-03-07")),
        ("last year", ("2025-01-01", "2025-12-31")), ("in March 2024", ("2024-03-01", "2024-03-31")),
        ("since 2020", ("2020-01-01", "")), ("between 2020 and 2022", ("2020-01-01", "2022-12-31")),
        ("令和3年4月1日現在の人数", None), ("10年後の姿", None), ("2020年代", None), ("第3回定例会", None), ("避難所", None),
    ],
)  # fmt: skip
def test_periods(text: str, period: tuple[str, str] | None) -> None:
    """Absolute, relative and open periods; the date at which a fact holds is none."""
    assert parse_period(text, TODAY) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        # An era's calendar year begins and ends with the era; its fiscal year does not.
        ("令和元年", ("2019-05-01", "2019-12-31")), ("平成31年", ("2019-01-01", "2019-04-30")), ("昭和64年", ("1989-01-01", "1989-01-07")),
        ("令和元年度", ("2019-04-01", "2020-03-31")), ("平成31年6月", ("2019-06-01", "2019-06-30")),
        ("平成の議会", ("1989-01-08", "2019-04-30")), ("令和に入ってから", ("2019-05-01", "")), ("平成の大合併", None), ("令和橋", None),
        # Parts of a year.
        ("R5.6の会議", ("2023-06-01", "2023-06-30")), ("R5.6.20", ("2023-06-20", "2023-06-20")), ("H30年度", ("2018-04-01", "2019-03-31")),
        ("昨年の9月", ("2025-09-01", "2025-09-30")), ("昨年度の3月", ("2026-03-01", "2026-03-31")), ("令和4年度三月議会", ("2023-03-01", "2023-03-31")),
        ("2年前の6月", ("2024-06-01", "2024-06-30")), ("令和4年の冬の会議", ("2022-12-01", "2023-02-28")), ("令和4年度上半期", ("2022-04-01", "2022-09-30")),
        ("昨年後半", ("2025-07-01", "2025-12-31")),
        # Weeks begin on Monday (2026-11-22 is a Sunday).
        ("今週", ("2026-11-16", "2026-11-22")), ("先週", ("2026-11-09", "2026-11-15")), ("last week", ("2026-11-09", "2026-11-15")),
        ("この半年", ("2026-05-22", "2026-11-22")), ("yesterday", ("2026-11-21", "2026-11-21")),
        # The end of a range leans on its beginning.
        ("令和3年10月から同年12月まで", ("2021-10-01", "2021-12-31")), ("令和3年10月から翌年3月まで", ("2021-10-01", "2022-03-31")),
        ("2021年6月から9月まで", ("2021-06-01", "2021-09-30")), ("平成29年から30年まで", ("2017-01-01", "2018-12-31")),
        ("令和3年度から5年度までの", ("2021-04-01", "2024-03-31")), ("令和3年から5年間", ("2021-01-01", "")),
        ("令和5年6月と9月", ("2023-06-01", "2023-09-30")), ("令和5年6月議会と9月議会", ("2023-06-01", "2023-09-30")), ("二〇二三年", ("2023-01-01", "2023-12-31")),
        ("between June and September 2023", ("2023-06-01", "2023-09-30")), ("October to March 2023", ("2022-10-01", "2023-03-31")),
        # 「より前」 leaves out what it names, 「以前」 does not.
        ("令和5年より前", ("", "2022-12-31")), ("令和5年以前", ("", "2023-12-31")), ("令和5年より後", ("2024-01-01", "")),
        ("before 2019", ("", "2018-12-31")), ("until 2019", ("", "2019-12-31")), ("after June 2021", ("2021-07-01", "")),
        ("from June 2021 to March 2022", ("2021-06-01", "2022-03-31")), ("from 2019 to 2021", ("2019-01-01", "2021-12-31")),
        ("prior to 2020", ("", "2019-12-31")), ("up to March 2022", ("", "2022-03-31")), ("on 5 June 2023", ("2023-06-05", "2023-06-05")),
        ("two years ago", ("2024-01-01", "2024-12-31")), ("3 months ago", ("2026-08-01", "2026-08-31")), ("the 2023 session", ("2023-01-01", "2023-12-31")),
        ("fiscal 2023 meetings", ("2023-04-01", "2024-03-31")), ("2000 residents", None),
        ("from 2020 onwards", ("2020-01-01", "")), ("from last month on rubbish", ("2026-10-01", "2026-10-31")),
        ("Reiwa 5 December", ("2023-12-01", "2023-12-31")), ("June Heisei 30", ("2018-06-01", "2018-06-30")), ("Reiwa 1", ("2019-05-01", "2019-12-31")),
    ],
)  # fmt: skip
def test_parts_of_periods_and_their_ends(text: str, period: tuple[str, str] | None) -> None:
    """Eras, halves, seasons, weeks, ranges whose end leaves out its year, and what 「before」 includes."""
    assert parse_period(text, TODAY) == period


def test_a_period_knows_its_place() -> None:
    """The words of a period can be taken out of the query."""
    text = "昨年度のごみの量は"
    found = find_period(text, TODAY)
    assert found is not None
    assert text[found.start : found.end] == "昨年度"


def test_days_that_no_calendar_has() -> None:
    """A month of its year or a day of its month that is none; a fiscal year in figures, a size and a leap day are as they should be."""
    said = "２０２４年２月３０日、令和6年13月、2023-02-29とR5.2.31。2024年2月29日、2019-20年、2020.45倍、令和6年度2月"
    assert no_such_days(fold(said)) == ["2024年2月30日", "令和6年13月", "2023-02-29", "R5.2.31"]
