"""Questions written for everybody (やさしい日本語), in kana with blanks between the phrases: put into the spelling of minutes.

「しやくしょの まどぐちを なくしますか」 shares no word with 「市役所の窓口」. Between blanks stands a phrase (文節): one or
more content words and what inflects or joins them. Each phrase is read as words of council speech, by their readings
(`data/word_frequency.tsv`), the fewest and commonest; what is none stays as it was typed, and so do verbs, which the
dictionary of the tokenizer reads in kana too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from corpus.kana import katakana
from retriever.kana_unbroken import phrases_of
from retriever.kana_verbs import KanaVerbs
from retriever.kana_words import (
    COUNTERS,
    GRAMMAR,
    HOW_MANY,
    JOINING,
    MONTH,
    MONTHS,
    PARTICLES,
    PLACE,
    PLACES,
    PRONOUN,
    PUBLIC,
    SAYING,
    SUFFIXES,
    TO_ITS_AUXILIARY,
)
from retriever.spelling import word_form
from retriever.terms import ASKING, RAREST, frequencies
from retriever.tokenize import Tokenizer
from retriever.types import Known

_PHRASE = re.compile(r"(?<![ぁ-ゖー])[ぁ-ゖー]{3,40}(?![ぁ-ゖー])")
"""A phrase, or a loan word typed in hiragana; nobody writes a longer one, and reading it takes its length squared."""
_BEHIND_KATAKANA = re.compile(r"(?<![ァ-ヺー])([ァ-ヺー]{2,20})([ぁ-ゖ]{2,20})(?![ぁ-ゖー])")
"""A word that is written in katakana as usual and ends in kana instead of kanji (バスていまで), with what joins it."""
_BLANK = re.compile(r"(?<=[ぁ-ゖー])、?[ \u3000]+(?=[ぁ-ゖァ-ヺー])")
_KANJI = re.compile(r"[一-鿿々]+")
KANJI_OR_KATAKANA = re.compile(r"[一-鿿々ァ-ヺ]")
LONGEST_WORD, LEAST_WORD, MOST_WORDS = 12, 2, 4
"""Kana of a word, and words of a phrase (うんてん＋めんきょ＋しょう)."""

ANOTHER_WORD = 6.0
"""What a further word of a phrase costs beside rarity (natural logarithm of a share): one rare word before two common ones."""
JOINED = 0.7
"""What each kana costs that is not read as part of a word: として in おとしよりに is no particle."""
LEAST_LOAN = 4
"""Kana of a loan word that is looked for in a question of the usual spelling; shorter ones are particles and endings."""
SUFFIX_COST = 3.0
"""What a character that makes a longer word of the one before it costs, as a word that stands in one of 20 passages."""

NOUNS = ("noun", "name", "adjective")
"""Kinds of words that are looked for: verbs are read in kana by the tokenizer, and sound like other words when cut short."""

_TOWN_SUFFIX, LEAST_STEM = re.compile(r"(?:し|く|ちょう|まち|むら|そん)$"), 3
"""What a town's name may lack (いしがきから), and kana of such a name; shorter ones, and those that
are words (さくら), are not taken for it."""

_APART = re.compile(r"([ぁ-ゖー]+)(?=[ \u3000]+\S+[ \u3000]+\S)")
"""The first of words typed apart from each other, in kana."""

UNBROKEN = 200
"""Characters of a question without a blank whose runs of kana are cut into phrases: a typed one, not a pasted text."""
BLANKS = 2
"""Blanks between kana from which a question is taken for one written in phrases."""


@dataclass(frozen=True, slots=True)
class _Reading:
    cost: float
    words: tuple[str, ...]


@cache
def words_by_reading(tokenizer: Tokenizer) -> Mapping[str, Mapping[str, float]]:
    """Of each reading (katakana) the words that have it, with their share of the passages of council speech; of the offices of towns
    and villages (町長), which the passages of cities and prefectures lack, the least. Made at the first call (a second, 35 MB)."""
    found: dict[str, dict[str, float]] = {}
    offices = {form: RAREST for form in ASKING if KANJI_OR_KATAKANA.search(form)}
    for form, share in {**offices, **frequencies()}.items():
        if not KANJI_OR_KATAKANA.search(form) or _is_noun(form, tokenizer):
            found.setdefault("".join(tokenizer.readings(form)), {})[form] = share
    for reading, forms in PUBLIC.items():
        found.setdefault(reading, {}).update(forms)
    return found


def _is_noun(form: str, tokenizer: Tokenizer) -> bool:
    words = tokenizer.words(form)
    return len(words) == 1 and words[0].kind in NOUNS and form[0] != "何"


class KanaSpelling:
    """Puts kana phrases into the usual spelling. Reads the word list at the first question of that kind."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._verbs = KanaVerbs(tokenizer)

    @property
    def by_reading(self) -> Mapping[str, Mapping[str, float]]:
        """See `words_by_reading`."""
        return words_by_reading(self._tokenizer)

    def spelled(self, text: str, known: Known, towns: Mapping[str, str]) -> str:
        """`text` with its kana phrases in the usual spelling; as it is where it is not written in phrases.

        `known` tells whether a form stands in the record: of words that sound alike (公園, 講演) those come first. `towns`: the kana
        of the towns that have minutes, with their names.
        """
        if not is_phrased(text):
            return text
        text = self.with_town(text, towns)
        for kana, name in towns.items():
            text = text.replace(kana, name)
            stem = _TOWN_SUFFIX.sub("", kana)
            # Looked for first: each town has a pattern of its own. さくら is a tree as well.
            if len(stem) >= LEAST_STEM and stem in text and katakana(stem) not in self.by_reading:
                behind = r"[ 　、]" if _BLANK.search(text) else ""  # it begins a question without one
                text = re.sub(
                    rf"(?<![ぁ-ゖ]){stem}(?=(?:から|では?|は|にも?|の|へ|が|と|も){behind})", name, text
                )
        text = TO_ITS_AUXILIARY.sub("", text)
        for saying, written in SAYING:
            text = saying.sub(written, text)
        text = MONTH.sub(lambda month: f"{MONTHS[month[1]]}月", text)
        text = HOW_MANY.sub(lambda counter: self._how_many(counter, known), text)
        text = self.ended(text, known)
        read = self._phrase if _BLANK.search(text) or len(text) > UNBROKEN else self._run
        spelled = _PHRASE.sub(lambda run: read(run[0], known), text)
        return self._verbs.spelled(spelled, known)

    def with_town(self, text: str, towns: Mapping[str, str]) -> str:
        """A question of words typed apart of which the first is a town's name in kana (いしがき　図書館　いつ) with it as it is written."""
        first = typed_apart(text)
        for kana, name in towns.items() if len(first) >= LEAST_STEM else ():
            if first == _TOWN_SUFFIX.sub("", kana) and katakana(first) not in self.by_reading:
                return name + text[len(first) :]
        return text

    def with_loans(self, text: str, known: Known) -> str:
        """`text`, in the usual spelling, with loan words that were typed in hiragana in katakana."""
        return _PHRASE.sub(lambda run: self._loan(run[0], known), self.ended(text, known))

    def ended(self, text: str, known: Known) -> str:
        """`text` with words of katakana and kanji of which the kanji were typed in hiragana (バスてい) as the record has them (バス停)."""
        return _BEHIND_KATAKANA.sub(lambda run: self._ended(run[1], run[2], known), text)

    def _ended(self, kept: str, behind: str, known: Known) -> str:
        for end in range(len(behind), LEAST_WORD - 1, -1):
            forms = (
                self.by_reading.get(kept + katakana(behind[:end]), ())
                if JOINING.fullmatch(behind, end)
                else ()
            )
            for form in forms:
                if _KANJI.fullmatch(form.removeprefix(kept)) and known(form):
                    return form + behind[end:]
        return kept + behind

    def _loan(self, run: str, known: Known) -> str:
        """らんさむうぇあ as ランサムウェア, where the record has it so and nothing else is read in it."""
        least = LEAST_LOAN - ("ー" in run)  # こーど can be nothing else
        for start in range(len(run) - least + 1):
            if start and run[start - 1] not in PARTICLES:
                continue
            for end in range(min(len(run), start + LONGEST_WORD), start + least - 1, -1):
                if end < len(run) and run[end] not in PARTICLES:
                    continue
                loan = katakana(run[start:end])
                if known(word_form(loan)) and set(self.by_reading.get(loan, ())) <= {word_form(loan)}:
                    if self._is_name(run[start:end], known):
                        continue
                    return run[:start] + loan + run[end:]
        return run

    def _is_name(self, run: str, known: Known) -> bool:
        """Whether the record writes a word in hiragana as a name (みずほ会館), also one that the dictionary tears (`retriever.more_words`),
        where council speech at large has no such loan word: a scrap of another name stands in せきゅりてぃ too."""
        if known(word_form(run)):
            return True
        names = (word.form for word in self._tokenizer.words(run) if word.kind == "name")
        return katakana(run) not in self.by_reading and any(name in run and known(name) for name in names)

    def _how_many(self, counter: re.Match[str], known: Known) -> str:
        """何回 of なんかい, unless the record has another word that sounds so (南海)."""
        if any(known(form) for form in self.by_reading.get(katakana(counter[0]), ()) if form[0] != "何"):
            return counter[0]
        return "何" + COUNTERS[counter[1]]

    def _run(self, run: str, known: Known) -> str:
        """A run of kana of a question without blanks, as one phrase, or as several where it is none."""
        read = self._phrase(run, known)
        if read != run:
            return read

        def cost(kana: str) -> float | None:
            if HOW_MANY.fullmatch(kana):
                return ANOTHER_WORD
            found = self._words(katakana(kana), known)
            return found.cost if found and all(map(known, found.words)) else None

        phrases = (
            HOW_MANY.sub(lambda one: self._how_many(one, known), phrase) for phrase in phrases_of(run, cost)
        )
        return "".join(self._phrase(phrase, known) for phrase in phrases)

    def _phrase(self, phrase: str, known: Known) -> str:
        if PRONOUN.match(phrase):
            return phrase
        best: tuple[float, str, int] | None = None
        for start in (0, 1) if phrase[0] in "おご" else (0,):
            for end in range(len(phrase), start + LEAST_WORD - 1, -1):
                if not JOINING.fullmatch(phrase, end) or phrase[start:end] in GRAMMAR:
                    continue
                if known(word_form(loan := katakana(phrase[start:end]))):
                    return loan + phrase[end:]  # すくーるばす is スクールバス
                read = self._words(loan, known)
                cost = read.cost + JOINED * (len(phrase) - end) if read else math.inf
                if read and (best is None or cost < best[0]):
                    best = cost, "".join(read.words) + phrase[end:], end
        if best is None and (place := PLACE.match(phrase)) and JOINING.fullmatch(phrase, place.end()):
            return katakana(place["name"]) + PLACES[place["place"]] + phrase[place.end() :]
        return best[1] if best and not self._reads(phrase, best[2]) else phrase

    def _reads(self, phrase: str, length: int) -> bool:
        """Whether the tokenizer itself knows a longer word at the start of the phrase (おとしより → 年寄り, not 都市 and より)."""
        first = next(iter(self._tokenizer.words(phrase)), None)
        if first is None or not KANJI_OR_KATAKANA.search(first.form):
            return False
        return phrase.find(first.surface) + len(first.surface) > length

    def _words(self, reading: str, known: Known) -> _Reading | None:
        """The cheapest way to read all of `reading` as words, one that the record has before others; None where there is none or it is
        usually written in kana."""
        whole = self._word(reading, known)
        if whole and known(whole[1]) and KANJI_OR_KATAKANA.search(whole[1]):
            return _Reading(whole[0], (whole[1],))
        best: list[_Reading | None] = [_Reading(0.0, ())] + [None] * len(reading)
        for end in range(LEAST_WORD, len(reading) + 1):
            for start in range(max(0, end - LONGEST_WORD), end):
                before = best[start]
                if before is None or len(before.words) == MOST_WORDS:
                    continue
                last = before.words[-1] if before.words else ""
                if (
                    KANJI_OR_KATAKANA.search(last)
                    and end == len(reading)
                    and (suffix := SUFFIXES.get(reading[start:]))
                ):
                    word, further = (SUFFIX_COST, suffix), 0.0
                else:
                    found_word = self._word(reading[start:end], known) if end - start >= LEAST_WORD else None
                    if found_word is None or (len(found_word[1]) == 1 and (start, end) != (0, len(reading))):
                        continue
                    word, further = found_word, ANOTHER_WORD * bool(before.words)
                cost = before.cost + further + word[0]
                now = best[end]
                if now is None or cost < now.cost:
                    best[end] = _Reading(cost, (*before.words, word[1]))
        found = best[-1]
        if found is None or not any(map(KANJI_OR_KATAKANA.search, found.words)):
            return None
        in_kana = (word for word in found.words if not KANJI_OR_KATAKANA.search(word))
        return found if all(map(known, in_kana)) else None  # がん＋検診

    def _word(self, reading: str, known: Known) -> tuple[float, str] | None:
        forms = self.by_reading.get(reading)
        if not forms:
            return None
        form = max(forms, key=lambda form: (known(form) or not KANJI_OR_KATAKANA.search(form), forms[form]))
        return -math.log(forms[form]), form


def typed_apart(text: str) -> str:
    """The first of the words of a question that are typed apart from each other, where it is in kana; else an empty string.

    >>> typed_apart("いしがき　図書館　いつ"), typed_apart("いしがきの 図書館は いつ開く")
    ('いしがき', 'いしがきの')
    """
    found = _APART.match(text)
    return found[1] if found else ""


def is_phrased(text: str) -> bool:
    """Whether a question is written in kana phrases: blanks between kana, or no kanji at all.

    >>> is_phrased("しやくしょの まどぐちを なくしますか"), is_phrased("市役所の窓口は、なくなりますか")
    (True, False)
    """
    if len(_BLANK.findall(text)) >= BLANKS:
        return True
    return not re.search(r"[一-鿿々A-Za-z가-힣]", text) and bool(_PHRASE.search(text))
