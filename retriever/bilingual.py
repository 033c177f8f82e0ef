"""English questions → Japanese search forms, by JMdict read backwards (CC BY-SA 3.0, see `retriever.jmdict`).

1. `retriever.english` gives the phrases of the question, and for each the glosses under which it may stand;
2. a gloss counts that is the phrase, or the phrase with a remark in brackets: "school (esp. …)", not "school building";
3. each entry is weighed: first sense and gloss before later ones, words marked as common and words of council speech
   (`data/word_frequency.tsv`) before others; archaic, slang and irregularly written ones never count;
4. what local government calls a thing (`data/english_terms.txt`) goes before all of them: its employees are 職員, not 従業員;
5. the longest phrase wins its words; a capitalised word that no gloss has is a name: JMnedict, and its romaji as a reading.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from corpus.kana import hiragana
from corpus.register import register
from retriever.english import Phrase, english_tokens, phrases
from retriever.jmdict import Dictionary, Gloss, Sense, dictionary_path
from retriever.romaji import (
    long_vowel_spellings,
    may_be_name,
    romaji_kana,
    romaji_readings,
    romanised_runs,
    sounds_like,
)
from retriever.terms import ASKING, PART, rarity, word_weight
from retriever.tokenize import Tokenizer, Word

LOAN = 0.2
"""What being the English word itself in katakana adds to an entry's commonness: that it is the right sense is certain."""

MOST = 5
"""Entries of one phrase; beyond them come other senses of the English word."""

TRIED = 16
"""Entries of one phrase that are cut into words and weighed in full."""

FAINT = 0.45
"""Share of the best entry's score below which an entry is left out."""

SINGLE = 0.8
"""Weight of a single English word beside a phrase of several: it is more often ambiguous."""

SPOKEN = 3.0
"""What being a frequent word of council speech adds to an entry's commonness (0–1)."""

REMARK = 0.75
"""What a gloss with a remark in brackets counts for beside a bare one."""

STEEP = 2.0
"""How fast the weight falls with the score."""

LEAST = 0.05
"""Weight from which a form is worth searching."""

SPECIAL = 0.5
"""What a sense of a field foreign to councils counts for."""

NAME = 0.7
"""Weight of the ways of writing a name together: romaji fit several."""

SPELLINGS = 6
"""A name with more ways of writing than this tells nothing by its characters; it is searched by its reading alone."""

NEXT_TERM = 0.85
"""What a further term of a line of `data/english_terms.txt` counts for beside the one before it."""

_UNMARKED = 0.25
"""Commonness of a word that is written in kana alone (ごみ)."""

_LONGEST = 3
"""Content words of an expression; longer ones explain what Japanese has no word for."""


class Bilingual:
    """Looks English words up. Opens nothing before the first use; one object serves all threads."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._opened: Dictionary | None = None
        self._cached = lru_cache(maxsize=256)(self._look_up)
        self._cut = lru_cache(maxsize=16_384)(self._words)

    def of(self, text: str) -> dict[str, dict[str, float]]:
        """English word or phrase of `text`, lower case → Japanese forms (as `Tokenizer` makes them) with weights, best first.

        The weight is how sure the translation is (0–1) × `retriever.terms.word_weight` of the Japanese word, so that it may
        stand beside the weights of Japanese words. Municipalities (they are filters), function words and the words by which
        one asks have no entry; nor have the words of a longer phrase that was found. Empty without dictionary.
        """
        return {phrase: dict(forms) for phrase, forms in self._cached(text)[0].items()}

    def expressions(self, text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
        """As `of`, but the forms of each Japanese expression together, the best expression first; names have none."""
        return dict(self._cached(text)[2])

    def readings(self, text: str) -> list[str]:
        """Readings (`retriever.tokenize.reading_key`) that the romanised names in `text` may have, municipalities aside.

        Several for each name, shortest first: romaji do not tell long vowels, the index does. Empty without dictionary,
        since it takes one to tell "Daitoku" from an English word.
        """
        return list(self._cached(text)[1])

    def surnames(self, word: str) -> list[str]:
        """How a surname in Latin letters may be written. Empty without dictionary."""
        opened = self._open()
        return opened.surnames(long_vowel_spellings(word)) if opened else []

    def _open(self) -> Dictionary | None:
        path = dictionary_path()
        if self._opened is None and path is not None:
            self._opened = Dictionary(path)
        return self._opened

    def _look_up(
        self, text: str
    ) -> tuple[dict[str, dict[str, float]], tuple[str, ...], dict[str, tuple[tuple[str, ...], ...]]]:
        opened = self._open()
        tokens = english_tokens(_without_towns(text))
        if opened is None or not tokens:
            return {}, (), {}
        wanted = list(phrases(tokens, text, official_terms()))
        glosses = opened.glosses({gloss for phrase in wanted for gloss in phrase.glosses})
        senses = opened.senses({gloss.sense for found in glosses.values() for gloss in found})
        scored = [(phrase, *self._forms(phrase, glosses, senses)) for phrase in wanted]
        # Of two phrases of one length that overlap the commoner: "free school lunch" is about school lunch.
        scored.sort(key=lambda each: (each[0].first - each[0].last, -each[1], each[0].first))
        result: dict[str, dict[str, float]] = {}
        whole: dict[str, tuple[tuple[str, ...], ...]] = {}
        taken: set[int] = set()
        for phrase, _, forms, expressions in scored:
            places = set(range(phrase.first, phrase.last))
            if forms and not places & taken:
                result[phrase.key] = forms
                whole[phrase.key] = expressions
                taken |= places
        for first, last in romanised_runs(tokens, taken):
            key = " ".join(token.key for token in tokens[first:last])
            if found := self._romanised("".join(token.text for token in tokens[first:last]), opened):
                result[key], whole[key] = found
                taken |= set(range(first, last))
        readings: list[str] = []
        for place, token in enumerate(tokens):
            if place not in taken and may_be_name(token):
                readings += romaji_readings(token.text)
                if forms := self._names(opened.names(token.text)):
                    result[token.key] = forms
        return result, tuple(dict.fromkeys(readings)), whole

    def _romanised(
        self, word: str, opened: Dictionary
    ) -> tuple[dict[str, float], tuple[tuple[str, ...], ...]] | None:
        """What a Japanese word in Latin letters (furusato nozei) may be: its Japanese forms with weights, and the forms of each
        expression. Of homophones those that councils speak of come first. None where there is no such word."""
        spellings = {hiragana(kana) for kana in romaji_kana(word)}
        heard = {*opened.read_as(spellings), *((kana, _UNMARKED) for kana in spellings if _heard(kana))}
        cut = [(common, self._cut(expression)) for expression, common in heard]
        ranked = [
            ((common + SPOKEN * _spoken(words)) / math.sqrt(len(words)), words)
            for common, words in cut
            if 0 < len(words) <= _LONGEST
        ]
        ranked.sort(key=lambda each: (-each[0], each[1][0].form))
        forms = _weights(ranked[:MOST], SINGLE)
        return (
            (forms, tuple(tuple(word.form for word in words) for _, words in ranked[:MOST]))
            if forms
            else None
        )

    def _forms(
        self, phrase: Phrase, glosses: Mapping[str, Sequence[Gloss]], senses: Mapping[int, Sense]
    ) -> tuple[float, dict[str, float], tuple[tuple[str, ...], ...]]:
        """(score of the best entry, Japanese forms with weights, the forms of each expression); nothing where no entry is fit to be
        searched."""
        scores: dict[str, float] = defaultdict(float)
        for text, share in phrase.glosses.items():
            for gloss in glosses.get(text, ()):
                if (sense := senses.get(gloss.sense)) is not None:
                    score = share * (REMARK if gloss.remark else 1.0) * _prominence(sense, gloss)
                    scores[sense.expression] = max(scores[sense.expression], score)
        common = {sense.expression: sense.common for sense in senses.values() if sense.expression in scores}
        tried = sorted(scores, key=lambda each: -scores[each] * (SPOKEN / 2 + common[each]))[:TRIED]
        ranked: list[tuple[float, Sequence[Word]]] = []
        for expression in tried:
            words = self._cut(expression)
            if 0 < len(words) <= _LONGEST and not all(word.form in ASKING for word in words):
                loan = sounds_like(expression, phrase.key)
                score = scores[expression] * (common[expression] + SPOKEN * _spoken(words) + LOAN * loan)
                ranked.append((score / math.sqrt(len(words)), words))
        ranked.sort(key=lambda each: -each[0])
        ranked = [*self._official(phrase, ranked[0][0] if ranked else 1.0), *ranked]
        weights = _weights(ranked[:MOST], 1.0 if phrase.last - phrase.first > 1 else SINGLE)
        whole = tuple(dict.fromkeys(tuple(word.form for word in words) for _, words in ranked[:MOST]))
        return (ranked[0][0] if ranked else 0.0), weights, whole

    def _official(self, phrase: Phrase, best: float) -> list[tuple[float, Sequence[Word]]]:
        """The terms of local government for a phrase, all scored above the dictionary's `best`: a bus is operated (運行) before it runs
        (走る)."""
        known = [(share, text) for text, share in phrase.glosses.items() if text in official_terms()]
        if not known:
            return []
        _, text = max(known)
        terms = official_terms()[text]
        return [
            (best / NEXT_TERM ** (len(terms) - place), words)
            for place, expression in enumerate(terms)
            if (words := self._cut(expression))
        ]

    def _names(self, spellings: Sequence[str]) -> dict[str, float]:
        words = [word for spelling in spellings for word in self._cut(spelling)[:1]]
        if not words or len(spellings) > SPELLINGS:
            return {}
        return {word.form: NAME / math.sqrt(len(spellings)) for word in words}

    def _words(self, expression: str) -> tuple[Word, ...]:
        return tuple(self._tokenizer.words(expression))


@lru_cache(maxsize=1)
def official_terms() -> Mapping[str, tuple[str, ...]]:
    """English terms of local government, as `english_tokens` divides them, lower case → what records call them, the usual one first;
    see `data/english_terms.txt`."""
    lines = (files("retriever") / "data" / "english_terms.txt").read_text("utf-8").splitlines()
    split = [line.split(", ") for line in lines if line and not line.startswith("#")]
    return {" ".join(token.key for token in english_tokens(term)): tuple(found) for term, *found in split}


def _prominence(sense: Sense, gloss: Gloss) -> float:
    """1 for the first gloss of the first sense, less for later ones: 郡 is a county before it is a district."""
    return (
        (SPECIAL if sense.special else 1)
        / (1 + 0.4 * sense.position)
        / (1 + 0.12 * (gloss.row - sense.first_gloss))
    )


def _weights(ranked: Sequence[tuple[float, Sequence[Word]]], most: float) -> dict[str, float]:
    """Forms with weights: `most` for the best entry, less for others by their score, × how telling the Japanese word is.

    None is taken for more telling than the best entry: a rare word far down is a rare sense, not a precise one.
    """
    found: dict[str, float] = {}
    if not ranked:
        return found
    best, words = ranked[0]
    limit = max(word_weight(word) for word in words)
    for place, (score, words) in enumerate(ranked):
        sure = most * (score / best) ** STEEP / math.sqrt(len(words))
        if score < FAINT * best:
            continue
        for word in words:
            found[word.form] = max(found.get(word.form, 0.0), sure * min(limit, word_weight(word)))
            for part in filter(_tells, word.parts) if place == 0 else ():
                found[part] = max(found.get(part, 0.0), sure * PART * min(limit, rarity(part)))
    return {form: min(1.0, weight) for form, weight in found.items() if weight >= LEAST}


def _spoken(words: Sequence[Word]) -> float:
    """How much the words belong to council speech: 0 where they are not in its list, 0.4 for the rarest of it, up to 1.

    A compound that is not in the list counts by its parts, at most like the rarest word that is; an expression of several
    words is not a common one because each of its words is."""
    if len(words) > 1:
        return 0.1
    return sum(
        _heard(word.form) or 0.4 * all(map(_heard, word.parts)) * bool(word.parts) for word in words
    ) / len(words)


def _tells(part: str) -> bool:
    """Whether a part of a compound is a word: the short ones of a loanword (スマ, ニュ) are not."""
    return len(part) > 2 or not re.fullmatch(r"[ァ-ヺー]+", part)


def _heard(form: str) -> float:
    rare = rarity(form)
    return 0.4 + 0.6 * (1 - rare) if rare < 1 else 0.0


def _without_towns(text: str) -> str:
    """`text` with blanks for the names of municipalities, so that places stay where they are; of a "City Hall" behind one the name alone."""
    for mention in register().find(text):
        end = mention.end
        if hall := _ITS_HALL.search(text, mention.start, end + len(" office")):
            end = hall.start()
        text = text[: mention.start] + " " * (end - mention.start) + text[end:]
    return text


_ITS_HALL = re.compile(r"\b(?:city|town|village|ward) (?:hall\b|office\b)", re.IGNORECASE)
