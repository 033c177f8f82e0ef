"""Kinds of what a council is asked to decide or is told of, as minutes number them: 議案第3号, 報告第1号, 陳情第5号."""

from __future__ import annotations

BILL_KINDS = "議案|報告|認定|承認|同意|諮問|発議|請願|陳情"
"""Alternatives of a regular expression; who needs rarer ones (意見書案) adds them."""
