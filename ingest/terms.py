"""Content words for comparing a question with a reply: runs of kanji, katakana, letters; no dictionary, no model.

A run of kanji counts as its pairs of characters, so 情報管理 meets 管理; words that stand everywhere weigh little.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

_RUN = re.compile(r"[\u3400-\u9fff々]+|[ァ-ヴー]{2,}|[A-Za-z][A-Za-z0-9\-]+|[0-9]{2,}")
_COMMON = frozenset(
    "質問 答弁 御質 意見 御意 説明 本市 本町 本区 市長 町長 現在 状況 取組 取り 実施 今後 考え 認識 見解 必要 対応 委員 議員 事務 務局 先ほ 関係 場合 非常 具体 体的 具体的 思い 部分 重要 検討 推進 実際 中心".split()
)
_TAIL_WORDS = re.compile(
    r"(?:の取組|への対応)?(?:について|に関して|に関すること|の件|を問う|とは|は)?[?？。]*$"
)


@lru_cache(maxsize=8192)
def terms(text: str) -> frozenset[str]:
    """The content words of a text."""
    out: set[str] = set()
    for run in _RUN.findall(unicodedata.normalize("NFKC", text)):
        if run[0] >= "\u3400":
            out.update(run[i : i + 2] for i in range(len(run) - 1))
        else:
            out.add(run.lower().rstrip("ー"))
    return frozenset(out - _COMMON)


def weights(units: Iterable[str]) -> dict[str, float]:
    """Inverse document frequency over units: ln(1 + N / df)."""
    listed = [terms(unit) for unit in units]
    counts = Counter(term for unit in listed for term in unit)
    return {term: math.log(1 + len(listed) / count) for term, count in counts.items()}


def likeness(left: str, right: str, weight: dict[str, float]) -> float:
    """0-1: weight of the shared words over the geometric mean of both sides' weights, long sides damped.

    >>> likeness("防災計画", "防災計画", {"防災": 1.0, "災計": 1.0, "計画": 1.0})
    1.0
    """
    a, b = terms(left), terms(right)
    shared = sum(weight.get(t, 0.0) for t in a & b)
    if not shared:
        return 0.0
    size = math.sqrt(sum(weight.get(t, 0.0) for t in a) * sum(weight.get(t, 0.0) for t in b))
    return shared / size if size else 0.0


@lru_cache(maxsize=8192)
def bare(label: str) -> str:
    """A label's words without について, blanks and punctuation."""
    text = unicodedata.normalize("NFKC", label)
    return _TAIL_WORDS.sub("", re.sub(r"[\s、,。・「」『』()]", "", text))


def coverage(label: str, text: str) -> float:
    """Share of a label's content words that occur in a text."""
    wanted = _label_terms(label)
    have = terms(text)
    return sum(1 for t in wanted if t in have) / len(wanted) if wanted else 0.0


def distinct(label: str) -> int:
    """Number of content words of a label."""
    return len(_label_terms(label))


@lru_cache(maxsize=8192)
def _label_terms(label: str) -> frozenset[str]:
    out: set[str] = set()
    for run in _RUN.findall(unicodedata.normalize("NFKC", bare(label))):
        if run[0] >= "\u3400":
            out.update(run[i : i + 2] for i in range(len(run) - 1))
        else:
            out.add(run.lower().rstrip("ー"))
    return frozenset(out)


def best(query: str, candidates: Sequence[str], weight: dict[str, float]) -> int:
    """Index of the candidate most like the query."""
    return max(range(len(candidates)), key=lambda i: likeness(query, candidates[i], weight))
