"""What is told of all that is loaded: which meetings, of which towns, how many exchanges, the newest and the oldest, what was added last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from chat.framing import place_en, place_ja, town_name_en
from chat.questions.holdings_words import Holdings, all_asked, body_named
from chat.types import Reach
from corpus.types import Meeting, SourceSummary

LISTED, NAMED = 5, 20
"""Meetings, and towns or people, that are listed: what is read in one look."""

LISTED_ALL = 50
"""Meetings that are listed where all are asked for: the page of documents shows more."""


def told_of_holdings(
    wanted: Holdings,
    bare: str,
    sources: Sequence[SourceSummary],
    reach: Reach,
    of_towns: Collection[str],
    english: bool,
) -> str | None:
    """What is told of what is `wanted` (see `chat.questions.holdings_words.holdings_asked`, as for `bare`); None where it cannot be told.
    `of_towns`: of which towns the newest and the oldest are meant; empty: of all."""
    meetings = [meeting for summary in sources for meeting in summary.meetings]
    if wanted == "span":
        theirs = [one for one in meetings if not of_towns or one.town in of_towns]
        return _span(of_body(bare, theirs), english)
    if wanted == "added":
        return _added(sources, english)
    if wanted == "towns":
        return _by_town(sources, english)
    if body_named(bare):
        return held(of_body(bare, meetings), english)
    return _holdings(meetings, reach, LISTED_ALL if all_asked(bare) else LISTED, english)


def of_body(bare: str, meetings: Sequence[Meeting]) -> list[Meeting]:
    """Those of the meetings that are of the body or session which a question names; all where it names none."""
    body = body_named(bare)
    return [one for one in meetings if re.search(body, f"{one.body} {one.title}")]


def newest_first(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Meetings by their day; those without one last."""
    return sorted(meetings, key=lambda one: one.date, reverse=True)


def _lines(meetings: Sequence[Meeting], english: bool, most: int = LISTED) -> str:
    place = place_en if english else place_ja
    shown = list(dict.fromkeys(place(one) for one in newest_first(meetings)))
    rest = len(shown) - most
    more = (f"\n… and {rest} more" if english else f"\nほか{rest}件") if rest > 0 else ""
    return "\n".join(f"・{one}" for one in shown[:most]) + more


def held(meetings: Sequence[Meeting], english: bool) -> str:
    """That these meetings are loaded, or that none such is."""
    if not meetings:
        return "No such minutes are loaded." if english else "その会議録は読み込まれていません。"
    if english:
        return f"Minutes of {len(meetings)} meeting{'' if len(meetings) == 1 else 's'} are loaded:\n{_lines(meetings, english)}"
    return f"{len(meetings)}件の会議の記録が読み込まれています。\n{_lines(meetings, english)}"


def _holdings(meetings: Sequence[Meeting], reach: Reach, most: int, english: bool) -> str:
    towns = reach.towns[:NAMED]
    rest = len(reach.towns) - len(towns)
    if english:
        of = ", ".join(map(town_name_en, towns)) + (f" and {rest} more" if rest > 0 else "")
        of += f"; {reach.unnamed:,} of them with no town given" if towns and reach.unnamed else ""
        head = f"Minutes of {len(meetings)} meetings with {reach.exchanges:,} exchanges are loaded ({of})."
    else:
        of = "、".join(towns) + (f"ほか{rest}自治体" if rest > 0 else "")
        of += f"。うち{reach.unnamed:,}件の質疑は自治体名の記載なし" if towns and reach.unnamed else ""
        head = f"{len(meetings)}件の会議、{reach.exchanges:,}件の質疑が読み込まれています（{of}）。"
    return f"{head}\n{_lines(meetings, english, most)}"


def _span(meetings: Sequence[Meeting], english: bool) -> str | None:
    dated = newest_first([one for one in meetings if one.date])
    if not dated:
        return None
    if len(dated) == 1 or place_ja(dated[0]) == place_ja(dated[-1]):
        return held(dated[:1], english)
    if english:
        return f"The newest is {place_en(dated[0])}, the oldest {place_en(dated[-1])}."
    return f"最も新しいものは{place_ja(dated[0])}、最も古いものは{place_ja(dated[-1])}です。"


def _added(sources: Sequence[SourceSummary], english: bool) -> str | None:
    newest = max(sources, key=lambda one: one.source.added_at, default=None)
    if newest is None or not newest.meetings:
        return None
    day = newest.source.added_at[:10]
    if english:
        return (
            f"The last document was added on {day}: {newest.source.name}\n{_lines(newest.meetings, english)}"
        )
    return f"最後に追加された資料は、{day}の{newest.source.name}です。\n{_lines(newest.meetings, english)}"


def _by_town(sources: Sequence[SourceSummary], english: bool) -> str:
    """How many exchanges of each town are loaded, the most first; a document of several towns counts to the first of its meetings."""
    counted = Counter[str]()
    for summary in sources:
        counted[next((one.town for one in summary.meetings if one.town), "")] += summary.exchanges
    unnamed = "no town given" if english else "自治体名の記載なし"
    shown = [
        f"{(town_name_en(town) if english else town) or unnamed}: {number:,}{'' if english else '件'}"
        for town, number in counted.most_common(NAMED)
    ]
    rest = len(counted) - len(shown)
    more = (f"\n… and {rest} more" if english else f"\nほか{rest}自治体") if rest > 0 else ""
    head = "Exchanges loaded of each town:" if english else "読み込まれている質疑の件数です。"
    return "\n".join((head, *(f"・{line}" for line in shown))) + more
