"""Where a question is searched: a wrong town or year must not be answered from another one."""

from __future__ import annotations

from datetime import date

import pytest

from retriever.hangul import romanise_hangul
from retriever.scope import japanese_forms, read_scope
from retriever.types import Filter

LOADED = ("金沢市", "調布市", "長崎市", "平塚市")
TODAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("question", "towns"),
    [
        ("調布市の避難所は？", ("調布市",)),
        ("How does Chofu organise it?", ("調布市",)),
        ("ちょうふしの こうえん", ("調布市",)),
        ("避難所 備蓄 金沢", ("金沢市",)),
        ("平冢市的避难所在哪里？", ("平塚市",)),
        ("가나자와시는 어떻게 했습니까?", ("金沢市",)),
        ("長崎市と調布市では違うか", ("長崎市", "調布市")),
        ("金沢港の整備", ()),
    ],
)
def test_towns_are_found_in_every_spelling(question: str, towns: tuple[str, ...]) -> None:
    """Written, romaji, kana, bare, Chinese and Korean forms; 金沢港 is not the town."""
    assert read_scope(question, LOADED, TODAY).filters.towns == towns


def test_town_without_minutes_is_named_as_missing() -> None:
    """So that the refusal can say so instead of answering from another town."""
    scope = read_scope("横浜市の待機児童は何人か", LOADED, TODAY)
    assert (scope.filters.towns, scope.missing) == ((), ("横浜市",))


@pytest.mark.parametrize(
    "question",
    [
        "東村山駅の踏切はどうなるか",
        "北海道新幹線の影響は",
        "小川町駅前の駐輪場は",
        "中央市民病院の医師は何人か",
        "東京都心への通勤は",
    ],
)
def test_a_town_inside_a_longer_name_sets_no_filter(question: str) -> None:
    """東村 of 東村山駅 is no town, loaded or not, and nobody is told that its minutes are missing."""
    for loaded in (LOADED, ("東村", "小川町", "中央市", "北海道")):
        scope = read_scope(question, loaded, TODAY)
        assert (scope.filters.towns, scope.filters.prefecture, scope.missing) == ((), "", ())


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("2024年3月の調布市議会で何を答えたか", "2024-03-01", "2024-03-31"),
        ("昨年度の答弁では？", "2025-04-01", "2026-03-31"),
        ("令和3年4月1日現在で職員は何人か", "", ""),
        ("2025年度までに完了するのか", "", ""),
        ("令和2年度に臨時の議会を何度開いたか", "", ""),
    ],
)
def test_only_the_meetings_period_narrows(question: str, since: str, until: str) -> None:
    """A date of a fact is no date of a meeting."""
    filters = read_scope(question, LOADED, TODAY).filters
    assert (filters.since, filters.until) == (since, until)


def test_what_is_set_by_hand_wins() -> None:
    """A chip that the user sets is not overruled by the question's wording."""
    given = Filter(towns=("長崎市",), since="2022-01-01")
    assert read_scope("調布市は？", LOADED, TODAY, given).filters == given


def test_chinese_forms_and_hangul() -> None:
    """Only for finding; Japanese text is left as it is."""
    assert japanese_forms("网络安全") == "網絡安全"
    assert japanese_forms("網の安全は？") == "網の安全は？"
    assert romanise_hangul("가나자와") == romanise_hangul("Kanazawa")


def test_a_town_s_name_within_a_longer_latin_name_is_no_town() -> None:
    """「City Tower Ayase」 is a building; 「in Ayase」 asks about a town that has no minutes."""
    assert (
        read_scope("How many homes of City Tower Ayase are occupied?", ("足立区",), TODAY, Filter()).missing
        == ()
    )
    assert read_scope("How many homes in Ayase are occupied?", ("足立区",), TODAY, Filter()).missing == (
        "綾瀬市",
    )


@pytest.mark.parametrize(
    ("question", "towns"),
    [
        ("What did the mayor of Ikeda promise?", ("池田市",)),
        ("Ikeda's plan for the hospital", ("池田市",)),
        ("What did councillor Ikeda ask?", ()),
        ("What did Councillor Ikeda's question concern?", ()),
        ("Mayor Ikeda's office", ()),
        ("What was asked by Ikeda?", ()),
        ("Does in Ikeda Taro's question stand a figure?", ()),
    ],
)
def test_a_loaded_town_that_is_a_surname_too(question: str, towns: tuple[str, ...]) -> None:
    """Where a town stands (of Ikeda, Ikeda's) it is the one that has minutes; a person of that name is none."""
    assert read_scope(question, ("池田市", "調布市"), TODAY).filters.towns == towns
