"""Which clauses and sentences of the record a generated clause renders: those that share the most of its words."""

from __future__ import annotations

import re
from collections.abc import Collection

from chat.verification.clauses import Clause, Reading
from chat.verification.words import pairs

ALIGNED = 0.85
"""Clauses of the record that share at least this part of the best one's words are what a clause may be said of."""

_GENERIC = frozenset("実施 行う 進める 図る 取り組む 取り組み 開始 推進 今後 引き続く".split())
_SLIGHT = 0.3
"""Words that stand with any object say little about which clause is meant."""

_SAME_SENTENCE = 0.25
"""What a word of the rest of the sentence counts for beside one of the clause itself."""


def shared(words: Collection[str], others: Collection[str]) -> float:
    """How much two sets of words have in common; long words count more, words of any object little."""
    return sum(len(w) * (_SLIGHT if w in _GENERIC else 1.0) for w in words if w in others)


def clauses_like(clause: Clause, record: Reading) -> list[Clause]:
    """The clauses of the record that `clause` most likely renders; none where no word is shared."""
    scores = [_likeness(clause, other) for other in record.clauses]
    best = max(scores, default=0.0)
    return (
        [o for o, score in zip(record.clauses, scores, strict=True) if score >= ALIGNED * best]
        if best
        else []
    )


_NUMBER = 2.0
"""The same for a number that both have: 残る38地区 is the clause of the 38."""

_DIGITS = re.compile(r"[0-9][0-9,.]*")

_PAIR = 0.1
"""What two letters in a row that both clauses have count for: they tell apart clauses of the same words."""


def _likeness(clause: Clause, other: Clause) -> float:
    words = shared(clause.words, other.words)
    words += _NUMBER * len(set(_DIGITS.findall(clause.text)) & set(_DIGITS.findall(other.text)))
    return words and words + _PAIR * len(pairs(clause.text) & pairs(other.text))


_VERBATIM = 0.7
"""Least share of the pairs of letters of a sentence that one of the record has, for it to be that one in other words."""


def rendered(number: int, said: Reading, record: Reading) -> str:
    """The one sentence of the record that the sentence `number` gives nearly letter for letter; "" where there is none."""
    own = pairs(said.sentences[number])
    best = max(record.sentences, key=lambda text: len(own & pairs(text)), default="")
    return best if len(own & pairs(best)) >= _VERBATIM * len(own) else ""


def sentences_like(clause: Clause, said: Reading, record: Reading) -> list[int]:
    """Places of the sentences of the record that `clause` most likely renders, with the words around it as a help."""
    around = said.words_of(clause.sentence) - clause.words
    scores = []
    for number in range(len(record.sentences)):
        words = record.words_of(number)
        scores.append(shared(clause.words, words) + _SAME_SENTENCE * shared(around, words))
    best = max(scores, default=0.0)
    return [n for n, score in enumerate(scores) if best and score >= ALIGNED * best]
