"""What the page and the report call systems, metrics and groups, in the language of the page.

The identifiers of runs and metrics (`chunks-fused`, `success@1`) stay in files and on the terminal.
"""

from __future__ import annotations

from collections.abc import Mapping

from chat.words import t
from evals.metrics import Metric, group_label
from evals.run import Run
from evals.systems import SYSTEMS

SYSTEM_NOTES: Mapping[str, str] = {
    "keyword-and": "入力した語をすべて含むものを探す、議会の検索サイトの方式です。",
    "bm25-default": "英語のように、空白と記号で語を区切って探します。",
    "bm25-japanese": "日本語の単語に分けて探します。",
    "chunks-dense": "会議録を500字ずつに切り、意味の近さで探します。",
    "chunks-fused": "会議録を500字ずつに切り、語の検索と意味の検索を合わせます。",
    "exchanges-fused": "質問と答弁の組ごとに、語の検索と意味の検索を合わせます（固定500字との違いは単位だけです）。",
}


def system_name(run: Run) -> str:
    """What the system of a run is called; a system of another version keeps the label that it was saved with."""
    return system_label(run.system, run.label)


def system_label(system: str, label: str = "") -> str:
    """What the system with this identifier is called; `label` where the program does not know it."""
    return t(SYSTEMS[system]) if system in SYSTEMS else label or system


def metric_name(metric: Metric) -> str:
    """What a metric is called."""
    return t(metric.label)


def metric_note(metric: Metric) -> str:
    """What a metric says, in a sentence."""
    return t(metric.note)


def group_name(name: str) -> str:
    """A style or language of questions; a style of one's own stays as it is."""
    return t(group_label(name))
