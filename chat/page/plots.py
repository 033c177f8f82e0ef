"""What every plot of the page has in common."""

from __future__ import annotations

from typing import Any

OTHER_TOOLS = ("zoom", "pan", "select", "lasso", "zoomin", "zoomout", "autoscale", "resetscale")
"""Tools of a plot that the page has no use for, named in English under the pointer; what stays is saving it as a picture."""


def settled(figure: Any) -> Any:
    """A Plotly figure that stays as it is drawn, with the one tool beside its legend: a finger on it scrolls the page."""
    figure.update_layout(dragmode=False, modebar={"remove": OTHER_TOOLS, "orientation": "v"})
    figure.update_xaxes(fixedrange=True)
    figure.update_yaxes(fixedrange=True)
    return figure
