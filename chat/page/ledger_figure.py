"""The plot of the tab 答弁の約束: how many statements of each kind, by year, by office or by kind alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chat.commitments.kinds import KINDS
from chat.commitments.types import Count, Grouping
from chat.page.plots import as_text, settled
from chat.romaji import romanise
from chat.words import language, t

OFFICES = 12
"""Offices in the plot; the others are left to the list."""

FEW = 5
"""Statements up to which each has its line on the axis: Plotly would draw halves, which read as 1, 1, 2, 2."""

_COLOURS = ("#197a4b", "#0017c1", "#927200", "#7b3fa0", "#ce0000", "#666666")
"""In the order of `KINDS`; each has 4.5:1 on white, and the bars are also named in the legend and on hover."""


def _group_name(group: str, by: Grouping) -> str:
    if by == "kind":
        return t(group)
    if by == "year":
        return t("{year}年", year=group)
    return as_text(group if language() == "ja" else romanise(group) or group)


def figure(counts: Sequence[Count], by: Grouping) -> Any:
    """Stacked bars: how many of each kind by year, by the offices with most, or by kind alone."""
    import plotly.graph_objects as go

    if not counts:
        return None
    missing = t("役職の記載なし") if by == "office" else t("日付なし")
    groups = list(dict.fromkeys(count.group for count in counts))[: OFFICES if by == "office" else None]
    names = [_group_name(group, by) if group else missing for group in groups]
    tallest = max(sum(count.number for count in counts if count.group == group) for group in groups)
    shown = go.Figure()
    for kind, colour in zip(KINDS, _COLOURS, strict=True):
        numbers = {count.group: count.number for count in counts if count.kind == kind}
        shown.add_bar(
            x=names,
            y=[numbers.get(group, 0) for group in groups],
            name=t(kind),
            marker={"color": colour},
            hovertemplate="%{x} " + t(kind) + " %{y:,}<extra></extra>",
        )
    shown.update_layout(
        barmode="stack", height=400, margin={"l": 56, "r": 56, "t": 48, "b": 80}, font={"size": 14},
        yaxis={"title": t("件数"), "rangemode": "tozero", "tickformat": ",d", "dtick": 1 if tallest <= FEW else None},
        xaxis={"type": "category"},
        paper_bgcolor="#ffffff", plot_bgcolor="#ffffff",
        # The legend grows upwards, beside the one tool.
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "traceorder": "normal"},
    )  # fmt: skip
    return settled(shown)
