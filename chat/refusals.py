"""What is said where the record holds no answer: that, what was searched, and of it what a page or a file does not say elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from chat.notices import (
    NOTHING_FOUND,
    NOTHING_FOUND_EN,
    NOTHING_LOADED,
    describe,
    not_loaded,
    reach_ja,
    towns_en,
)
from chat.types import Answer, Reach
from retriever.types import Filter


def refusal(
    filters: Filter,
    reach: Reach | None,
    missing: Sequence[str],
    english: bool,
    members: Sequence[str] = (),
) -> str:
    """Says that the record holds no answer and what was searched.

    Args:
        filters: what narrowed the search.
        reach: how far the record reaches that was searched; None where nothing is loaded.
        missing: towns that were asked for and have no minutes loaded.
        english: English instead of Japanese.
        members: those whom the question names: only their exchanges were looked at.
    """
    told = _told(missing, members, english)
    if english:
        return " ".join(filter(None, (NOTHING_FOUND_EN, *told, _searched_en(reach))))
    searched = _searched(filters, reach)
    if (reach is None or reach.empty) and not searched and not missing:
        return NOTHING_LOADED
    return "".join((f"{NOTHING_FOUND}。", *told, searched))


def parts(answer: Answer) -> tuple[str, tuple[str, ...]]:
    """A refusal in two parts: that nothing was found, and the sentences told beside it. The line on conditions and reach is left
    out, for places that show these elsewhere. Of an answer that is no refusal: its whole text, and ()."""
    for head, english in ((f"{NOTHING_FOUND}。", False), (NOTHING_FOUND_EN, True)):
        if not answer.text.startswith(head):
            continue
        searched = _searched_en(answer.searched) if english else _searched(answer.filters, answer.searched)
        rest = answer.text.removeprefix(head).removesuffix(searched).strip()
        told = [one for one in rest.replace("。", "。\n").replace(". ", ".\n").splitlines() if one]
        return NOTHING_FOUND_EN if english else NOTHING_FOUND, tuple(told)
    return answer.text, ()


def _told(missing: Sequence[str], members: Sequence[str], english: bool) -> tuple[str, ...]:
    """Sentences on what could not be searched, or was searched alone."""
    whose = ""
    if members and english:
        whose = f"Searched only exchanges with the name of {', '.join(members)}."
    elif members:
        whose = f"「{'」「'.join(members)}」の名のある質疑だけを探しました。"
    return tuple(filter(None, (not_loaded(missing, english), whose)))


def _searched(filters: Filter, reach: Reach | None) -> str:
    narrowed = describe(filters)
    if reach is None or reach.empty:
        return f"（対象: {narrowed}）" if narrowed else ""
    return f"{'対象: ' + narrowed + '。' if narrowed else ''}{reach_ja(reach)}しました。"


def _searched_en(reach: Reach | None) -> str:
    if reach is None or reach.empty:
        return ""
    span = " to ".join(dict.fromkeys((reach.first_date[:7], reach.last_date[:7])))
    where = ", ".join(filter(None, (towns_en(reach.towns), span)))
    held = f"{reach.exchanges:,} exchanges" if reach.exchanges else f"{reach.statements:,} statements"
    return f"Searched {held}{f' ({where})' if where else ''}."
