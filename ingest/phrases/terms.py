"""Content words for comparing a question with a reply: runs of kanji, katakana, letters; no dictionary, no model.

A run of kanji counts as its pairs of characters, so 情報管理 meets 管理; words that stand everywhere weigh little.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from corpus.patterns import any_of

_RUN = re.compile(r"[\u3400-\u9fff々]+|[ァ-ヴー]{2,}|[A-Za-z][A-Za-z0-9\-]+|[0-9]{2,}")
_COMMON = frozenset(
    "質問 答弁 御質 意見 御意 説明 本市 本町 本区 市長 町長 現在 状況 取組 取り 実施 今後 考え 認識 見解 必要 対応 委員 議員 事務 務局 先ほ 関係 場合 非常 具体 体的 具体的 思い 部分 重要 検討 推進 実際 中心 点目 番目 問目 件目 項目".split()
)
_ABOUT = "について に関して に関すること の件 を問う とは は".split()
_TAIL_WORDS = re.compile(
    any_of(
        # 「除雪の取組について」「空き家への対応を問う」「給食費の件」
        r"(?:の取組|への対応)" + any_of(*_ABOUT) + "?",
        *_ABOUT,
        r"(?<![?？。])",
    )
    + r"[?？。]*$"
)
"""What a title ends in beside its matter."""


@lru_cache(maxsize=8192)
def counts(text: str) -> dict[str, int]:
    """The content words of a text with how often they stand there."""
    out: Counter[str] = Counter()
    for run in _RUN.findall(unicodedata.normalize("NFKC", text)):
        if run[0] >= "\u3400":
            out.update(run[i : i + 2] for i in range(len(run) - 1))
        else:
            out[run.lower().rstrip("ー")] += 1
    for word in _COMMON:
        out.pop(word, None)
    return dict(out)


def terms(text: str) -> frozenset[str]:
    """The content words of a text."""
    return frozenset(counts(text))


def weights(units: Iterable[str]) -> dict[str, float]:
    """Inverse document frequency over units: ln(1 + N / df)."""
    listed = [terms(unit) for unit in units]
    found = Counter(term for unit in listed for term in unit)
    return {term: math.log(1 + len(listed) / count) for term, count in found.items()}


def likeness(left: str, right: str, weight: dict[str, float]) -> float:
    """0-1: cosine of the weighted words, each counting 1 + ln(times it stands there).

    >>> round(likeness("防災計画", "防災計画", {"防災": 1.0, "災計": 1.0, "計画": 1.0}), 6)
    1.0
    """
    return cosine(vector(left, weight), vector(right, weight))


@dataclass(frozen=True, slots=True)
class Vector:
    """Weighted content words of a text; `norm` is the vector's Euclidean length."""

    words: dict[str, float]
    norm: float


def vector(text: str, weight: dict[str, float]) -> Vector:
    """A text's words, each 1 + ln(times it stands there), times the root of its weight."""
    words = {t: (1 + math.log(n)) * math.sqrt(weight.get(t, 0.0)) for t, n in counts(text).items()}
    return Vector(words, math.sqrt(sum(v * v for v in words.values())))


def cosine(a: Vector, b: Vector) -> float:
    """0-1: cosine of two vectors; 0 where they share nothing."""
    if len(a.words) > len(b.words):
        a, b = b, a
    other = b.words
    shared = sum(value * other[term] for term, value in a.words.items() if term in other)
    return shared / (a.norm * b.norm) if shared else 0.0


def named(words: dict[str, float], text: Vector) -> float:
    """0-1: the weighted share of words that stand in a text."""
    total = sum(words.values())
    return sum(value for term, value in words.items() if term in text.words) / total if total else 0.0


def plain(text: str) -> str:
    """A label or speech for finding one in the other: NFKC, without blanks and punctuation, について at the end gone."""
    return re.sub(r"(?:について|の件)$", "", _letters(text))


@lru_cache(maxsize=8192)
def bare(label: str) -> str:
    """A label's words without について, blanks and punctuation."""
    return _TAIL_WORDS.sub("", _letters(label))


def _letters(text: str) -> str:
    return re.sub(r"[\s、,。・「」『』()]", "", unicodedata.normalize("NFKC", text))


def coverage(label: str, text: str) -> float:
    """Share of a label's content words that occur in a text."""
    wanted = _label_terms(label)
    have = terms(text)
    return sum(1 for t in wanted if t in have) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=8192)
def _label_terms(label: str) -> frozenset[str]:
    out: set[str] = set()
    for run in _RUN.findall(unicodedata.normalize("NFKC", bare(label))):
        if run[0] >= "\u3400":
            out.update(run[i : i + 2] for i in range(len(run) - 1))
        else:
            out.add(run.lower().rstrip("ー"))
    return frozenset(out)
