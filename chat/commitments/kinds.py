"""The kinds of statement that the executive side makes."""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal["実施済", "実施する", "検討", "研究", "困難", "その他"]

DONE: Final = "実施済"
WILL: Final = "実施する"
CONSIDER: Final = "検討"
STUDY: Final = "研究"
DECLINE: Final = "困難"
OTHER: Final = "その他"

KINDS: tuple[Kind, ...] = (DONE, WILL, CONSIDER, STUDY, DECLINE, OTHER)

OPEN_KINDS: tuple[Kind, ...] = (WILL, CONSIDER, STUDY)
"""Kinds after which something is still to come."""

Verdict = Kind | Literal["none"] | None
"""What one of several rules, asked in their order, says of a clause; None where it says nothing."""
NO_KIND: Final = "none"
"""The clause makes no statement, whatever the rules behind would say."""


def settled(verdict: Verdict) -> Kind | None:
    """The kind that a verdict gives."""
    return None if verdict == NO_KIND else verdict
