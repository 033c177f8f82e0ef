"""Verbs typed in kana (かおうと, はらえる) in the spelling of minutes (買おうと, 払える).

The dictionary of the tokenizer reads most of them; where several verbs sound alike (買う, 飼う) it leaves them in kana, and no record
has them so. Of those of council speech the one counts that the record has, then the commonest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from corpus.kana import hiragana
from retriever.terms import frequencies
from retriever.tokenize import Tokenizer
from retriever.types import Known

_KANJI = re.compile(r"[一-鿿々]")
_KANA = re.compile(r"[ぁ-ゖー]+")
_SHORTEST = 2
"""Kana of a verb in its dictionary form: shorter ones (いる, える are two) are particles and endings."""

_POTENTIAL = str.maketrans("えけげせぜてでねへべぺめれ", "うくぐすずつづぬふぶぷむる")
"""つかえる is 使う that one can: the last kana but one of the first, in the row of う."""

_GRAMMAR = frozenset(
    "いる ある なる できる する くる いく みる おく しまう くれる もらう あげる いう よる おる あく".split()
)
"""Verbs that stand behind another one, or mean nothing by themselves; あく is 空く or 開く, which the list has as ひらく alone."""


CLEARLY = 3.0
"""How many times as common as the next one a verb must be that no record decides on: あく is 空く or 開く."""


def _surest(verbs: Mapping[str, float], known: Known) -> str:
    """Of verbs that sound alike the one that is meant; "" where neither the record nor their commonness tells."""
    first, *others = sorted(verbs, key=lambda verb: (known(verb), verbs[verb]), reverse=True) or [""]
    if others and known(first) == known(others[0]) and verbs[first] < CLEARLY * verbs[others[0]]:
        return ""
    return first


@cache
def _verbs_by_reading(tokenizer: Tokenizer) -> Mapping[str, Mapping[str, float]]:
    """Of each reading (hiragana) the verbs that have it, with their share of the passages of council speech."""
    found: dict[str, dict[str, float]] = {}
    for form, share in frequencies().items():
        words = tokenizer.words(form) if _KANJI.match(form) else []
        if len(words) == 1 and words[0].kind == "verb":
            found.setdefault(hiragana("".join(tokenizer.readings(form))), {})[form] = share
    return found


class KanaVerbs:
    """Puts verbs in kana into their usual spelling. Reads the word list at the first question of that kind."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer

    def spelled(self, text: str, known: Known) -> str:
        """`text` with its kana verbs in the usual spelling; `known` tells whether a form stands in the record."""
        out, place = [], 0
        for word in self._tokenizer.words(text):
            start = text.find(word.surface, place)
            if start < 0:
                continue
            written = self._verb(word.surface, word.form, known) if word.kind == "verb" else word.surface
            out += [text[place:start], written]
            place = start + len(word.surface)
        return "".join((*out, text[place:]))

    def _verb(self, surface: str, form: str, known: Known) -> str:
        if not _KANA.fullmatch(form) or len(form) < _SHORTEST or form in _GRAMMAR:
            return surface
        for kana in (form, form[:-2] + form[-2].translate(_POTENTIAL) if form.endswith("る") else form):
            verb = _surest(_verbs_by_reading(self._tokenizer).get(kana, {}), known)
            ending = len(verb) - len(_KANJI.sub("", verb))  # kanji before what is written in kana
            stem = kana[: len(kana) - (len(verb) - ending)]
            if verb and surface.startswith(stem):
                return verb[:ending] + surface[len(stem) :]
        return surface
