"""The kinds of statement that the executive side makes, and the words of time by which a clause tells when its act was or will be done."""

from __future__ import annotations

import re
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


TO_COME = re.compile(r"(?:^|[^一-鿿])(?:来年度?|次年度|来月|来期|翌年度)(?:に|から|より|は|の|早々|、|,)")
"""「来年度に設計を行いまして、八年度の開館を目指している」: still to come, though the aim is held now."""

HAS_BEEN = re.compile(
    r"(?:^|[^一-鿿])(?:この間|昨年度?|一昨年|前年度|先日|先月|先週|既に|すでに|これまで)(?!(?:の|と同)?[^、,を]*(?:よう|同様|どおり|通り|以上))"
)
"""「この間、準備の組織を立ち上げまして、来年度は…」: done, though the sentence goes on to a plan."""

ALONE = re.compile(
    r"^\s*(?:また|なお)?(?:この間|昨年度?|一昨年|前年度|先日|先月|先週|既に|すでに|これまで|来年度?|次年度|来月)(?:は|に|も)?[、,]\s*$"
)
"""A time that stands alone before the clause that it dates: 昨年度、."""
