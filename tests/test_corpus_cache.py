"""What is kept of values that were used, and that it stays within its bound."""

from __future__ import annotations

from corpus.cache import LeastRecentlyUsed


def test_what_was_used_longest_ago_is_let_go_of() -> None:
    kept: LeastRecentlyUsed[int] = LeastRecentlyUsed(2)
    kept.put("a", 1)
    kept.put("b", 2)
    assert kept.get("a") == 1
    kept.put("c", 3)
    assert [kept.get(key) for key in "abc"] == [1, None, 3]


def test_values_that_weigh_more_leave_room_for_fewer() -> None:
    kept: LeastRecentlyUsed[str] = LeastRecentlyUsed(5, len)
    kept.put("a", "xx")
    kept.put("b", "xxx")
    assert (kept.get("a"), kept.get("b")) == ("xx", "xxx")
    kept.put("c", "x")
    assert [kept.get(key) for key in "abc"] == [None, "xxx", "x"]


def test_a_value_put_anew_counts_once() -> None:
    kept: LeastRecentlyUsed[str] = LeastRecentlyUsed(5, len)
    for value in ("xxx", "xx", "xxx"):
        kept.put("a", value)
    kept.put("b", "xx")
    assert (kept.get("a"), kept.get("b")) == ("xxx", "xx")


def test_a_value_heavier_than_all_there_is_room_for_is_not_kept() -> None:
    kept: LeastRecentlyUsed[str] = LeastRecentlyUsed(2, len)
    kept.put("a", "xxx")
    assert kept.get("a") is None
    kept.put("b", "xx")
    assert kept.get("b") == "xx"


def test_values_without_weight_are_bounded_too() -> None:
    kept: LeastRecentlyUsed[str] = LeastRecentlyUsed(2, len)
    for key in "abc":
        kept.put(key, "")
    assert [kept.get(key) for key in "abc"] == [None, "", ""]
