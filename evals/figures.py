"""The report's figures: risk and coverage of refusing, recall by style, latency. Plotly, embedded, offline."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from chat.page.plots import as_text, settings, settled
from chat.words import t
from evals.metrics import BY_NAME, groups, latency, measure
from evals.names import group_name, metric_name, system_name
from evals.run import Run
from evals.scoring import QuestionScore

_COLOURS = ("#1f5fa8", "#c2571a", "#5a7d2a", "#8a4f9e", "#2f7878", "#6f6f6f", "#b0306a", "#1a1a1a")
"""One a system (see `evals.systems`), told apart by the colour-blind too, and dark enough on white (contrast 4.5 or more for the first)."""


def risk_coverage(scores: Sequence[QuestionScore]) -> list[tuple[float, float, float]]:
    """(threshold, coverage, risk) for each threshold at which another question would be answered, surest first.

    If only questions with a confidence of at least the threshold were answered, coverage is their share of all, and risk
    the share of them whose first hit satisfies no need (all unanswerable ones are among these). The first hit is judged,
    not the text: a refused question has no text, but it has a first hit. See El-Yaniv and Wiener, "On the foundations of
    noise-free selective classification", JMLR 2010.
    """
    ordered = sorted(scores, key=lambda score: -score.confidence)
    points: list[tuple[float, float, float]] = []
    wrong = 0
    for count, score in enumerate(ordered, start=1):
        wrong += _misleads(score)
        last = count == len(ordered)
        if last or ordered[count].confidence < score.confidence:
            points.append((score.confidence, count / len(ordered), wrong / count))
    return points


def _misleads(score: QuestionScore) -> bool:
    """Whether the first hit satisfies no need: it would be given for an answer, and is none."""
    return not (score.answerable and score.ranking.get("success@1"))


def risk_figure(runs: Sequence[Run]) -> Any:
    """Risk over coverage for every system; a diamond marks what the system does at its own threshold."""
    import plotly.graph_objects as go

    figure = go.Figure()
    for run, colour in zip(runs, _cycle(len(runs)), strict=True):
        points = risk_coverage(run.scores)
        figure.add_scatter(
            x=[p[1] for p in points],
            y=[p[2] for p in points],
            text=[t("確信度 {least} 以上", least=f"{p[0]:.3g}") for p in points],
            name=_system(run),
            mode="lines",
            line={"color": colour, "width": 3 if run is runs[0] else 1.5},
            hovertemplate="%{text}<br>"
            + t("回答する割合")
            + " %{x:.0%}<br>"
            + t("誤りの割合")
            + " %{y:.0%}<extra></extra>",
        )
        given = [score for score in run.scores if score.answered]
        wrong = sum(map(_misleads, given))
        if given:
            figure.add_scatter(
                x=[len(given) / len(run.scores)],
                y=[wrong / len(given)],
                name=t("{system}（実際）", system=_system(run)),
                mode="markers",
                marker={"color": colour, "symbol": "diamond", "size": 11},
                showlegend=False,
                hovertemplate=t("実際に回答した割合")
                + " %{x:.0%}<br>"
                + t("誤りの割合")
                + " %{y:.0%}<extra></extra>",
            )
    figure.update_xaxes(range=[0, 1.02])
    figure.update_yaxes(range=[0, 1.02])
    return _laid_out(figure, t("回答する割合（確信度の高い順）"), t("そのうち誤りの割合"), percent="xy")


def recall_figure(runs: Sequence[Run]) -> Any:
    """Recall@5 of needs by style with 95% intervals, systems side by side."""
    import plotly.graph_objects as go

    figure = go.Figure()
    for run, colour in zip(runs, _cycle(len(runs)), strict=True):
        found = {name: measure(BY_NAME["recall@5"], scores) for name, scores in groups(run.scores).items()}
        values = {name: value for name, value in found.items() if value.value is not None}
        figure.add_bar(
            x=[as_text(group_name(name)) for name in values],
            y=[value.value for value in values.values()],
            name=_system(run),
            marker={"color": colour},
            error_y={
                "type": "data",
                "symmetric": False,
                "array": [(v.high or 0) - (v.value or 0) for v in values.values()],
                "arrayminus": [(v.value or 0) - (v.low or 0) for v in values.values()],
                "thickness": 1,
                "width": 2,
            },
            hovertemplate="%{x}: %{y:.2f}<extra>" + _system(run) + "</extra>",
        )
    return _laid_out(figure, t("質問の型・言語"), metric_name(BY_NAME["recall@5"]), percent="y")


def latency_figure(runs: Sequence[Run]) -> Any:
    """Milliseconds per answer, every question a point; median and 95% point are in the legend."""
    import plotly.graph_objects as go

    figure = go.Figure()
    for run, colour in zip(runs, _cycle(len(runs)), strict=True):
        half, most = latency(run.scores)
        figure.add_box(
            x=[score.elapsed_ms for score in run.scores],
            text=[as_text(score.id) for score in run.scores],
            name=t(
                "{system}（{half} / {most} ミリ秒）",
                system=_system(run),
                half=f"{half:.0f}",
                most=f"{most:.0f}",
            ),
            boxpoints="all",
            marker={"color": colour, "size": 4},
            hovertemplate="%{text}: %{x:.1f} " + t("ミリ秒") + "<extra></extra>",
        )
    figure.update_yaxes(showticklabels=False)
    return _laid_out(figure, t("1問の応答時間（ミリ秒）"), "")


def embedded(figure: Any, with_library: bool, label: str) -> str:
    """The figure as HTML that needs nothing from outside; the first of a page brings the library along.

    `label` says to a screen reader what is drawn, and names the picture that it can be saved as.
    """
    config = {"responsive": True, **settings(label)}
    html = settled(figure).to_html(full_html=False, include_plotlyjs=with_library, config=config)
    return f'<div class="figure" role="img" aria-label="{escape(label)}">{html}</div>'


def _laid_out(figure: Any, x: str, y: str, percent: str = "") -> Any:
    figure.update_layout(
        template="plotly_white",
        height=440,
        margin={"l": 60, "r": 20, "t": 40, "b": 60},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"},
        font={
            "family": "system-ui, 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans CJK JP', sans-serif",
            "size": 14,
            "color": "#1a1a1a",
        },
    )
    figure.update_xaxes(title=x, tickformat=".0%" if "x" in percent else None)
    figure.update_yaxes(title=y, tickformat=".0%" if "y" in percent else None, rangemode="tozero")
    return figure


def _system(run: Run) -> str:
    return as_text(system_name(run))


def _cycle(count: int) -> list[str]:
    return [_COLOURS[n % len(_COLOURS)] for n in range(count)]
