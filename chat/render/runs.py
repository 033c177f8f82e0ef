"""A run that adds to the store, as HTML: how far it is, what became of each file; the same of runs before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chat.render.answers import belt, file_name, text_html, with_names
from chat.words import t, translated

STATUS_WORDS = {
    "added": "読み込みました",
    "unchanged": "同じ資料が既にあります",
    "replaced": "新しい内容に置き換えました",
    "skipped": "会議録ではない種類のファイルのため飛ばしました",
    "failed": "読み込めませんでした",
    "stopped": "止めたため読み込んでいません",
    "made": "控えを作りました",
    "taken": "控えから取り込みました",
}

DERIVED = {"索引": "検索できるようにしています", "答弁の約束": "答弁の約束を調べています"}
"""What is made of the documents once they are read, as the service calls it and as the user is told."""

KEPT_LINES = 200
"""Lines kept of a run that is over."""

SHOWN_WARNINGS = 50
"""Warnings listed of a document; the page of `inspect` has all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outcome: what became of a file, and what in it could not be placed."""

    name: str
    status: str
    message: str = ""
    warnings: tuple[str, ...] = ()


def progress_html(name: str, done: int, total: int) -> str:
    """How far a run is: which file of how many, or which part of the work that comes after the files."""
    begun = min(done + (name not in DERIVED), total)
    step = t("（{done}/{total}）", done=begun, total=total) if total else ""
    bar = f'<progress value="{done}" max="{max(total, 1)}" aria-label="{t("読み込みの進み具合")}"></progress>'
    return belt(f'<div class="kc-progress" role="status"><p>{_doing(name)}{step}</p>{bar}</div>')


def _doing(name: str) -> str:
    return t(DERIVED[name]) if name in DERIVED else t("読み込んでいます: {name}", name=file_name(name))


def run_html(lines: Sequence[Line], step: tuple[str, int, int] | None) -> str:
    """A run as far as it is: what is being done (None at the end), and the outcome so far."""
    return (progress_html(*step) if step else "") + result_html(lines)


def result_html(lines: Sequence[Line]) -> str:
    """A line per file with what became of it, and what could not be placed; first what needs to be looked at."""
    if not lines:
        return ""
    items = "".join(map(_item, sorted(lines, key=lambda line: line.status != "failed")))
    head = _head(Counter(line.status for line in lines))
    return belt(f'<div class="kc-results" role="status"><p>{head}</p><ul>{items}</ul></div>')


def _item(line: Line) -> str:
    return (
        f'<li class="kc-{text_html(line.status)}"><strong>{file_name(line.name)}</strong> '
        f"<span>{t(STATUS_WORDS[line.status])}</span>"
        + (f"<small>{with_names(translated(line.message))}</small>" if line.message else "")
        + folded_warnings(line.warnings, t("読み取りの注意 {n}件", n=len(line.warnings)))
        + "</li>"
    )


@dataclass(frozen=True, slots=True)
class Ended:
    """What a run came to, as it is kept: what became of its files (of `KEPT_LINES` at most: first what failed or was stopped, then what has warnings),
    and how many of all they were, by status. It is put into words when it is shown: the page may then be in the other language."""

    lines: tuple[Line, ...]
    counts: Mapping[str, int]


def ended(lines: Sequence[Line]) -> Ended:
    """The outcome of a run, bounded."""
    worst = sorted(lines, key=lambda line: (line.status not in ("failed", "stopped"), not line.warnings))
    return Ended(tuple(worst[:KEPT_LINES]), Counter(line.status for line in lines))


def ended_html(run: Ended) -> str:
    """A run that is over."""
    more = sum(run.counts.values()) - len(run.lines)
    rest = f"<li>{t('ほか{n}件', n=more)}</li>" if more > 0 else ""
    items = "".join(map(_item, run.lines))
    return f'<div class="kc-results"><p>{_head(run.counts)}</p><ul>{items}{rest}</ul></div>'


def before_html(runs: Sequence[Ended]) -> str:
    """What the runs before came to, folded; how many files failed in them stands outside the fold."""
    if not runs:
        return ""
    failed = sum(run.counts.get("failed", 0) for run in runs)
    label = t("前の読み込みの結果（{n}回）", n=len(runs))
    if failed:
        label = t(
            "前の読み込みの結果（{n}回、読み込めなかったファイル {failed}件）", n=len(runs), failed=failed
        )
    return belt(
        f'<details class="kc-before"><summary>{label}</summary>{"".join(map(ended_html, runs))}</details>'
    )


def _head(counts: Mapping[str, int]) -> str:
    """How many were dealt with, how many failed or were left out because the run was stopped."""
    total, failed, stopped = sum(counts.values()), counts.get("failed", 0), counts.get("stopped", 0)
    head = t("{n}件の処理が終わりました", n=total - stopped)
    if failed:
        head = t("{n}件のうち{failed}件を読み込めませんでした", n=total, failed=failed)
    return head + (t("（止めたため、{n}件は読み込んでいません）", n=stopped) if stopped else "")


def folded_warnings(warnings: Sequence[str], label: str) -> str:
    """What the parser could not place, folded; long lists are cut with the rest counted."""
    if not warnings:
        return ""
    items = "".join(f"<li>{with_names(translated(warning))}</li>" for warning in warnings[:SHOWN_WARNINGS])
    more = len(warnings) - SHOWN_WARNINGS
    rest = f"<li>{t('ほか{n}件', n=more)}</li>" if more > 0 else ""
    return f"<details><summary>{label}</summary><ul>{items}{rest}</ul></details>"
