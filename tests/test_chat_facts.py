"""Figures, dates and words of commitment read from sentences and set side by side."""

from __future__ import annotations

from datetime import date

import pytest
from soon import within

from chat.desk.facts import contrast, facts
from corpus.period_rules import spans


def keys(text: str, kind: str, day: str = "2026-11-22") -> list[str]:
    """Keys with units of the facts of one kind."""
    return [
        f"{fact.key}{fact.unit if kind == 'figure' else ''}" for fact in facts(text, day) if fact.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("職員２，５００名に端末を３０台配った", ["2500人", "30台"]),
        ("経費は1億2,000万円、うち2割は国の補助である", ["120000000円", "20%"]),
        ("避難所は十二か所ある", ["12か所"]),
        ("13時30分から30分間", ["30分"]),
        ("令和6年3月7日の第2回会議では12.5％であった", ["12.5%"]),
    ],
)
def test_figures_are_read_as_numbers_with_their_counter(text: str, found: list[str]) -> None:
    """Protects: width, 万・億, kanji and spelling of counters do not matter; dates and ordinals are no figures."""
    assert keys(text, "figure") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("昨年10月に開始し、来年度に終える", ["2025-10", "FY2027"]),
        ("令和元年5月1日から平成30年度分まで", ["2019-05-01", "FY2018"]),
        ("5年度の末、3月31日まで", ["FY2023", "03-31"]),
        ("３か月間", []),
        ("5月1日から10月末日まで", ["05-01", "10-31"]),
        ("対前年5％の増、前年の2倍", ["2025"]),
    ],
)
def test_dates_are_brought_to_one_form(text: str, found: list[str]) -> None:
    """Protects: eras, fiscal years and relative years become comparable; a stretch of time is no date."""
    assert keys(text, "date") == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("導入に向けて検討してまいります。", "検討"),
        ("調査、研究してまいりたい。", "研究"),
        ("現時点で導入する考えはございません。", "困難"),
        ("周知に努めてまいります。", "努める"),
        ("来年度に設置する予定です。", "実施する"),
        ("既に全校に配備しました。", "実施済"),
        ("無償化は、令和6年4月から実施することといたしました。", "実施する"),
        ("来年度に導入することにしました。", "実施する"),
        ("市独自の利用は行っておりません。", "していない"),
        ("外部のクラウドは利用しないこととしております。", "実施しない"),
        ("年度末までの完了を目指しております。", "目指す"),
        ("来年度から共同の窓口を活用します。", "実施する"),
    ],
)
def test_a_commitment_is_never_read_stronger_than_its_words(text: str, kind: str) -> None:
    """Protects: the most reserved wording of a sentence counts."""
    assert keys(text, "commitment") == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "負担は軽くなると考えております。",
        "次の点についてご説明いたします。",
        "空調を設置している学校は2校です。",
    ],
)
def test_what_is_thought_or_said_commits_to_nothing(text: str) -> None:
    """Protects: 考えております reports nothing done, and to explain is no plan."""
    assert keys(text, "commitment") == []


@pytest.mark.parametrize(
    "text", ["誰一人取り残しません。", "誰1人残さない町にします。", "事故を1件でも減らします。"]
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    """Protects: 「1人」 stood among the figures of a dossier for 誰1人取り残されない."""
    assert keys(text, "figure") == []


def test_only_facts_of_one_sort_are_set_side_by_side() -> None:
    """Protects: 30台 differs from 50台 but says nothing of 30人; the place of a fact is its own."""
    text = "端末を30台、職員30人に配る"
    found = contrast(facts(text), facts("端末は50台ある"))
    assert [(c.mine.text, c.same, c.theirs[0].text) for c in found if c.mine.kind == "figure"] == [
        ("30台", False, "50台")
    ]
    assert text[found[0].mine.start : found[0].mine.end] == "30台"


def test_a_line_of_thousands_of_days_is_read_at_once() -> None:
    """Protects: each of 6,000 days was set beside all the others, in 30 s for a sentence that was checked."""
    with within(8):
        assert len(facts("令和5年3月7日" * 6_000)) == 6_000
        assert len(list(spans("令和5年3月7日、" * 6_000, date(2026, 11, 22)))) == 6_000
