"""Two columns of sentences of which one asks and the other replies, and what the columns beside them say (see `ingest.columns.roles`)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.columns.cells import (
    is_matter,
    is_member,
    is_of_office,
    is_person,
    replies,
    rises,
    seeks,
)
from ingest.columns.grid import FILLED, LABEL, MOST, Column
from ingest.phrases.wording import asks

REPLIED = 0.5
"""Share of a column of replies that must sound as an office does."""


def pairs_of(
    columns: Sequence[Column], told: Sequence[Column]
) -> tuple[dict[str, int], tuple[str, ...]] | None:
    """(columns by role, why) where one column of sentences asks and another replies; None where they do not."""
    asked = next((c for c in told if c.share(seeks) >= MOST and c.share(replies) < MOST), None)
    others = [c for c in told if c is not asked and c.share(asks) <= 1 - FILLED]
    replied = max(others, key=lambda c: c.share(replies), default=None)
    if asked is None or replied is None or replied.share(replies) < REPLIED:
        return None
    rest = [c for c in columns if c is not asked and c is not replied and c.within(LABEL)]
    found = {"question": asked, "answer": replied, **_people(rest)}
    free = [c for c in rest if c not in found.values()]
    number = next((c for c in free if rises(c)), None)
    topic = next((c for c in free if c.in_stretches() and c.share(is_matter) == 1), None)
    found |= {role: column for role, column in (("number", number), ("topic", topic)) if column}
    shares = {"question": asked.share(seeks), "answer": replied.share(replies)}
    reasons = (
        f"{c.called}を{_SAID[r]}とした" + (f"（{shares[r]:.0%}）" if r in shares else "")
        for r, c in found.items()
    )
    return {role: column.place for role, column in found.items()}, tuple(reasons)


_SAID = {
    "question": "問い（尋ねる・求める文）",
    "answer": "回答（答える文）",
    "who": "尋ねた人",
    "office": "答えた人の役職",
    "responder": "答えた人・課",
    "topic": "件名",
    "number": "番号",
}


def _people(columns: Sequence[Column]) -> dict[str, Column]:
    """Who asks and who replies: a department or an office, the name of its holder beside it, and other names."""
    offices = [c for c in columns if c.share(is_of_office) >= FILLED]
    members = [c for c in columns if c not in offices and c.share(is_member) >= FILLED]
    names = [c for c in columns if c not in offices and c.share(is_person) >= FILLED]
    found: dict[str, Column] = {}
    if offices:
        beside = next((c for c in names if abs(c.place - offices[0].place) == 1), None)
        found = {"office": offices[0], "responder": beside} if beside else {"responder": offices[0]}
    who = [*members, *(c for c in names if c not in found.values())]
    return found | ({"who": who[0]} if who else {})
