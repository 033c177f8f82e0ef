"""The metrics of a run: each a sum over questions divided by a sum over questions, with a 95% interval.

A metric is two pure functions of a `QuestionScore`, its share of the numerator and of the denominator. So a value, its
bootstrap interval, a cut by style or language and a paired test all come from the same per-question numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.scoring import QuestionScore
from evals.stats import interval, quantile

Part = Callable[[QuestionScore], float]


@dataclass(frozen=True, slots=True)
class Metric:
    """A named metric; `label` is what users read, `note` what it says, `digits` how many decimals are shown."""

    name: str
    label: str
    note: str
    numerator: Part
    denominator: Part
    digits: int = 3


@dataclass(frozen=True, slots=True)
class Value:
    """A metric's value with its 95% interval and the sums that it is made of; None where nothing was to measure."""

    value: float | None
    low: float | None
    high: float | None
    numerator: float
    denominator: float


def _asked(score: QuestionScore) -> float:
    return float(score.answerable)


def _ranked(name: str) -> Part:
    return lambda score: score.ranking.get(name, 0.0)


METRICS: tuple[Metric, ...] = (
    Metric(
        "success@1", "第1候補の正答率", "最初に示した質疑が正解だった質問の割合", _ranked("success@1"), _asked
    ),
    Metric(
        "recall@1",
        "再現率（1件目）",
        "求める事項のうち、1件目で見つかった割合",
        _ranked("recall@1"),
        lambda s: s.needs,
    ),
    Metric(
        "recall@3",
        "再現率（3件目まで）",
        "求める事項のうち、3件目までに見つかった割合",
        _ranked("recall@3"),
        lambda s: s.needs,
    ),
    Metric(
        "recall@5",
        "再現率（5件目まで）",
        "求める事項のうち、5件目までに見つかった割合",
        _ranked("recall@5"),
        lambda s: s.needs,
    ),
    Metric(
        "recall@10",
        "再現率（10件目まで）",
        "求める事項のうち、10件目までに見つかった割合",
        _ranked("recall@10"),
        lambda s: s.needs,
    ),
    Metric("mrr", "正解の順位（逆数の平均）", "いつも1件目が正解なら1、2件目なら0.5", _ranked("mrr"), _asked),
    Metric(
        "ndcg@10",
        "並び順のよさ（10件まで）",
        "求める事項を上から順に並べられたら1",
        _ranked("ndcg@10"),
        _asked,
    ),
    Metric(
        "facts",
        "事実の再現率",
        "答えに要る数値や名前のうち、回答にある割合",
        lambda s: sum(s.facts),
        lambda s: len(s.facts),
    ),
    Metric(
        "cite_p",
        "出典の適合率",
        "示した引用のうち、正解の箇所のものの割合",
        lambda s: s.citations_right,
        lambda s: s.citations,
    ),
    Metric(
        "cite_r",
        "出典の再現率",
        "求める事項のうち、引用で示した割合",
        lambda s: s.needs_cited,
        lambda s: s.needs,
    ),
    Metric(
        "meta",
        "出典の正確さ",
        "自治体・日付・役職が正しい引用の割合",
        lambda s: s.data_right,
        lambda s: s.citations_right,
    ),
    Metric(
        "verbatim", "逐語一致率", "記録と一字一句同じ引用の割合", lambda s: s.verbatim, lambda s: s.quotes
    ),
    Metric(
        "own",
        "地の文の割合",
        "回答のうち、引用でも出典でもない文字の割合",
        lambda s: s.own,
        lambda s: s.answered,
    ),
    Metric(
        "answered",
        "回答した割合",
        "答えのある質問のうち、回答したものの割合",
        lambda s: s.answerable and s.answered,
        _asked,
    ),
    Metric(
        "refused",
        "正しく断った割合",
        "答えのない質問のうち、「見つかりませんでした」としたものの割合",
        lambda s: bool(s.refused_right),
        lambda s: not s.answerable,
    ),
    Metric("chars", "回答の長さ（字）", "回答一つの字数の平均", lambda s: s.chars, lambda s: s.answered, 0),
    Metric(
        "truth",
        "正誤点",
        "正しい回答と正しい断りは+1、誤りは−1、答えられるのに断ると0の平均",
        lambda s: s.truth,
        lambda s: 1.0,
    ),
)
"""Truth: +1 right or rightly refused, 0 refused though answerable, −1 wrong, over all questions."""

GROUP_LABELS: Mapping[str, str] = {
    "natural": "自然な文",
    "keyword": "キーワード",
    "numeric": "数値",
    "who": "人・役職",
    "cross": "複数の自治体",
    "councillor": "議員の質問準備",
    "followup": "続きの質問",
    "easy": "やさしい日本語",
    "variant": "表記の揺れ",
    "unanswerable": "答えのない質問",
    "lang:ja": "日本語",
    "lang:en": "英語",
    "lang:zh": "中国語",
    "lang:ko": "韓国語",
}

BY_NAME: Mapping[str, Metric] = {metric.name: metric for metric in METRICS}
LATENCY_QUANTILES = (0.5, 0.95)
"""Of the time of an answer: what one usually waits, and what one in twenty waits at least."""


def measure(metric: Metric, scores: Sequence[QuestionScore]) -> Value:
    """The metric over `scores`."""
    above = [float(metric.numerator(score)) for score in scores]
    below = [float(metric.denominator(score)) for score in scores]
    if not sum(below):
        return Value(None, None, None, sum(above), 0.0)
    low, high = interval(above, below)
    return Value(sum(above) / sum(below), low, high, sum(above), sum(below))


def summary(scores: Sequence[QuestionScore]) -> dict[str, Value]:
    """All metrics over `scores`, by name."""
    return {metric.name: measure(metric, scores) for metric in METRICS}


def groups(scores: Iterable[QuestionScore]) -> dict[str, tuple[QuestionScore, ...]]:
    """The scores by style (`numeric`, …), then by language (`lang:en`, …), names in order."""
    found: dict[str, list[QuestionScore]] = defaultdict(list)
    for score in scores:
        found[score.style].append(score)
        found[f"lang:{score.lang}"].append(score)
    return {name: tuple(found[name]) for name in sorted(found, key=lambda name: (name[:5] == "lang:", name))}


def group_label(name: str) -> str:
    """A group's name for users; a style of one's own stays as it is."""
    return GROUP_LABELS.get(name, name)


def per_question(metric: Metric, score: QuestionScore) -> float | None:
    """The metric of one question, None where it has none (no citation, not answerable)."""
    below = float(metric.denominator(score))
    return float(metric.numerator(score)) / below if below else None


def latency(scores: Sequence[QuestionScore]) -> tuple[float, ...]:
    """Milliseconds per answer at `LATENCY_QUANTILES`; zeros for no scores."""
    times = [score.elapsed_ms for score in scores]
    return tuple(quantile(times, q) if times else 0.0 for q in LATENCY_QUANTILES)
