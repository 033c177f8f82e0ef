"""What every plot of the page has in common."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from chat.words import language, t

OTHER_TOOLS = ("zoom", "pan", "select", "lasso", "zoomin", "zoomout", "autoscale", "resetscale")
"""Tools of a plot that the page has no use for, named in English under the pointer; what stays is saving it as a picture."""


def as_text(name: str) -> str:
    """A name from outside (of an office, a style of questions) as a plot shows it letter for letter: Plotly takes `<b>` and
    `<a href>` in it for markup, and reads `&lt;` as the sign."""
    return escape(name, quote=False)


SAYS = {
    "Download plot as a PNG": "グラフを画像で保存",
    "Taking snapshot - this may take a few seconds": "画像を作っています…",
    "Snapshot succeeded": "画像を保存しました",
    "Sorry, there was a problem downloading your snapshot!": "画像を保存できませんでした",
    "Sorry, there was a problem downloading your image!": "画像を保存できませんでした",
    "Double-click on legend to isolate one trace": "続けて2回押すと、その項目だけを表示します",
}
"""What Plotly says, in English on any page, and what is said in its place."""


def settings(name: str) -> dict[str, Any]:
    """How Plotly draws on a page: in the page's language, never with a tool that sends the plot away (Plotly offers one by itself);
    saved as a picture, a plot is called `name` (newplot otherwise), after the words of the page."""
    said = {english: t(japanese) for english, japanese in SAYS.items()}
    return {
        "displaylogo": False,
        "showSendToCloud": False,
        "locale": language(),
        "locales": {language(): {"dictionary": said}},
        "toImageButtonOptions": {"filename": f"{t('会議録チャット')}_{name}"},
    }


def settled(figure: Any) -> Any:
    """A Plotly figure that stays as it is drawn, with the one tool beside its legend: a finger on it scrolls the page."""
    tool = {
        "remove": OTHER_TOOLS,
        "orientation": "v",
        "color": "#4d4d4d",
        "activecolor": "#0017c1",
    }  # pale else
    figure.update_layout(dragmode=False, modebar=tool)
    figure.update_xaxes(fixedrange=True)
    figure.update_yaxes(fixedrange=True)
    return figure


def named(figure: Any, name: str) -> Any:
    """The figure for a `gr.Plot`; saved as a picture it is called `name`."""
    from gradio.components.plot import PlotData

    drawn = json.loads(figure.to_json())
    drawn["config"] = settings(name)
    return PlotData(type="plotly", plot=json.dumps(drawn, ensure_ascii=False))
