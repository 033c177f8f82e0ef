"""Where a sentence of a draft says the opposite of an earlier reply without a figure or a date of its own that differs.

1. Ways and ranks: 「3,309人増えました」 beside 「3,309人の減」, 「県内で一番高い」 beside 「一番低い」.
2. A number beside a reply that there was none: 「使用は3件ありました」 beside 「事例はございませんでした」.

Both are told only beside the sentence of the record that speaks of the same, and the first only where it does not say the draft's word as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chat.answers.counters import NONE
from chat.desk.facts import Contrast, Fact
from corpus.folding import plain

_MOST = r"(?:一番|いちばん|最も|もっとも)(?:に)?"

_PAIRS = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        # 「一番高い」 and 「一番低い」: 「さほど高くはなく」 beside them decides nothing
        (rf"{_MOST}(?:高|多|大き)[いくか]|最[高多大]", rf"{_MOST}(?:低|少な|小さ)[いくか]|最[低少小]"),
        # 「増えました」「10人増」 and 「減りました」「人口減」
        (
            r"増(?:え|や|加)|(?<=[人件円%割])の?増(?![減一-龥])",
            r"減(?:っ|り|ら|少)|人口減(?!少)|(?<=[人件円%割])の?減(?![免一-龥])",
        ),
        (r"上が[っりる]|上昇|引き?上げ", r"下が[っりる]|下降|低下|引き?下げ"),
        ("黒字", "赤字"),
        ("賛成", "反対"),
        ("可決|採択(?!さ?れ?な)", "否決|不採択"),
        ("有料|有償", "無料|無償"),
    )
)
"""Words of which a reply that says the one denies the other."""


def opposites(text: str, mine: Sequence[Fact], theirs: Sequence[str]) -> Iterator[Contrast]:
    """What `text` says and `theirs`, the sentences of a reply that speak of the same, deny.

    Args:
        text: a sentence of a draft.
        mine: its facts.
        theirs: those sentences of the record.
    """
    said = plain(text)
    told = [plain(sentence) for sentence in theirs]
    for pair in _PAIRS:
        for own, other in (pair, pair[::-1]):
            word, instead = own.search(said), next(filter(None, map(other.search, told)), None)
            if word and instead and not other.search(said) and not any(map(own.search, told)):
                yield Contrast(_named(word[0], text), (_named(instead[0]),), False)
    for fact in mine:
        none = next(filter(None, map(NONE.search, told)), None)
        if fact.kind == "figure" and fact.unit in _COUNTED and fact.key != "0" and none:
            yield Contrast(fact, (Fact("figure", none[0], "0", fact.unit, 0, len(none[0])),), False)


_COUNTED = frozenset("人 件 回 社 世帯 施設 台 か所 校".split())
"""Counters of what there may be none of."""


def _named(word: str, text: str = "") -> Fact:
    at = max(0, text.find(word))
    return Fact("word", word, word, "", at, at + len(word))
