"""Runs and comparisons as tables on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from evals.compare import HEADLINES, TEST_NOTE, Comparison, Row, caution, contests
from evals.metrics import METRICS, Metric, Value, group_label, groups, latency, measure
from evals.run import Run

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDE = 200
"""Columns of a table that goes into a file or pipe: seven systems with their intervals."""
GROUP_METRICS = ("success@1", "recall@5", "facts", "cite_p", "cite_r", "answered", "refused", "truth")


def shown(metric: Metric, value: Value, interval: bool = True) -> str:
    """`0.842 [0.71–0.95]`, or – where there was nothing to measure."""
    if value.value is None:
        return "–"
    text = f"{value.value:+.3f}" if metric.name == "truth" else f"{value.value:.{metric.digits}f}"
    if not interval:
        return text
    digits = min(2, metric.digits)
    return f"{text} [{value.low:.{digits}f}–{value.high:.{digits}f}]"


def p_shown(row: Row) -> str:
    """`0.012 *`; the star marks what is unlikely to be chance."""
    return ("<0.001" if row.test.p < 0.001 else f"{row.test.p:.3f}") + (" *" if row.significant else "")


def systems_table(runs: Sequence[Run]) -> Table:
    """Metrics down, systems across."""
    from rich.table import Table

    table = Table(title=f"{runs[0].gold}: {len(runs[0].asked)}問", title_justify="left")
    table.add_column("指標", no_wrap=True)
    for run in runs:
        table.add_column(run.system, no_wrap=True)
    for metric in METRICS:
        cells = [shown(metric, measure(metric, run.scores)) for run in runs]
        table.add_row(f"{metric.label} {metric.name}", *cells)
    times = [latency(run.scores) for run in runs]
    table.add_row("応答 中央値／95%点 (ms)", *(f"{half:.0f} / {most:.0f}" for half, most in times))
    return table


def groups_table(run: Run) -> Table:
    """One system by style and language, without intervals: the groups are small."""
    from rich.table import Table

    metrics = [metric for metric in METRICS if metric.name in GROUP_METRICS]
    table = Table(title=f"{run.label}: 質問の型と言語別", title_justify="left")
    table.add_column("型・言語", no_wrap=True)
    table.add_column("問")
    for metric in metrics:
        table.add_column(metric.name, no_wrap=True)
    for name, scores in groups(run.scores).items():
        cells = [shown(metric, measure(metric, scores), interval=False) for metric in metrics]
        table.add_row(group_label(name), str(len(scores)), *cells)
    return table


def contests_table(runs: Sequence[Run]) -> Table:
    """Differences between systems with the paired test's p."""
    from rich.table import Table

    table = Table(title="方式の差", title_justify="left")
    for column in ("比較", *HEADLINES):
        table.add_column(column, no_wrap=True)
    for contest in contests(runs):
        table.add_row(
            f"{contest.second.system} − {contest.first.system}", *map(difference_shown, contest.rows)
        )
    return table


def difference_shown(row: Row) -> str:
    """`+0.211 (p 0.004 *)`."""
    return "–" if row.difference is None else f"{row.difference:+.3f} (p {p_shown(row)})"


def comparison_table(comparison: Comparison) -> Table:
    """Both runs, the difference, and the paired test's p; * marks what is unlikely to be chance."""
    from rich.table import Table

    first, second = comparison.first, comparison.second
    table = Table(title=f"{_title(first)} → {_title(second)}", title_justify="left")
    for column in ("指標", _title(first), _title(second), "差", "p", "問"):
        table.add_column(column, no_wrap=True)
    for row in comparison.rows:
        difference = row.difference
        table.add_row(
            f"{row.metric.label} {row.metric.name}",
            shown(row.metric, row.first),
            shown(row.metric, row.second),
            "–" if difference is None else f"{difference:+.{row.metric.digits}f}",
            p_shown(row),
            str(row.test.questions),
        )
    return table


def print_runs(runs: Sequence[Run], stream: TextIO | None = None) -> None:
    """The systems side by side, the first one by group, and what the numbers can show."""
    console = _console(stream)
    console.print(systems_table(runs))
    if len(runs) > 1:
        console.print(contests_table(runs))
        console.print(TEST_NOTE)
    console.print(groups_table(runs[0]))
    console.print(caution(len(runs[0].asked)))


def print_comparison(comparison: Comparison, stream: TextIO | None = None) -> None:
    """The comparison, with the questions that went from wrong to right or back."""
    console = _console(stream)
    console.print(comparison_table(comparison))
    for title, pairs in (("よくなった質問", comparison.better), ("悪くなった質問", comparison.worse)):
        console.print(f"{title}: {len(pairs)}問")
        for before, after in pairs:
            change = f"{before.score.truth:+d} → {after.score.truth:+d}"
            console.print(f"  {after.question.id} {change} {after.question.question}")
    console.print(TEST_NOTE)
    console.print(caution(len(comparison.first.asked)))


def _title(run: Run) -> str:
    return f"{run.name}/{run.system}"


def _console(stream: TextIO | None) -> Console:
    """Plain text (no markup: brackets in it are intervals), as wide as the table needs where there is no terminal."""
    from rich.console import Console

    out = stream or sys.stdout
    return Console(file=out, width=None if out.isatty() else WIDE, markup=False, highlight=False)
