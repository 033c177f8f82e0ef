"""Words of a question of the usual spelling that were typed in kana as a whole or in part: いりょう費, 職いん, けんしゅう.

Whoever does not know the character, or types in a hurry on a telephone, leaves it in kana, and the dictionary then cuts what it
can (けん + 周). Looked at is only what cannot be meant: a word in kana that the record does not have. In its place stands the word of
council speech of that reading which the record has; where there is none, the question stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, product

from corpus.kana import hiragana, katakana
from corpus.register import register
from retriever.kana import KanaSpelling, words_by_reading
from retriever.kana_words import JOINING, PARTICLES
from retriever.spelling import word_form
from retriever.tokenize import Tokenizer, Word
from retriever.types import Known

_RUN = re.compile(r"(?<![ぁ-ゖー])[ぁ-ゖー]{2,40}(?![ぁ-ゖー])")
_KATAKANA_WORD = re.compile(r"(?<![ァ-ヺー])[ァ-ヺ][ァ-ヺー]{3,20}(?![ァ-ヺー])")
_KATAKANA_VERB = re.compile(r"(?<![ァ-ヺー])[ァ-ヺ]{2,6}(?=[ぁ-ゖ])")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_KANJI_BEFORE, _KANJI_BEHIND = re.compile(r"[一-鿿々]{1,2}$"), re.compile(r"[一-鿿々]{1,4}")

LEAST = 3
"""Kana of a word that is looked for; with a character of it written in kanji 2 are enough (職いん)."""

MOST = 20
"""Katakana words, verbs in katakana and doubtful words that are looked at, of each: a question has one or two, pasted nonsense thousands."""


_KANA_TOWN = re.compile(r"[ぁ-ゖ]{2,12}[市区町村]")
"""May be a town's name of which only the suffix is written in kanji."""


@cache
def _words_by_first(tokenizer: Tokenizer) -> Mapping[str, Sequence[tuple[str, str, float]]]:
    """(reading, word, share of the passages) of the words that begin with a character and have no ending in kana."""
    found: dict[str, list[tuple[str, str, float]]] = {}
    for reading, forms in words_by_reading(tokenizer).items():
        for form, share in forms.items():
            if not _HIRAGANA.search(form):
                found.setdefault(form[0], []).append((reading, form, share))
    return found


class MixedSpelling:
    """Puts single words into the usual spelling. `kana` brings the words of council speech by their reading."""

    def __init__(self, tokenizer: Tokenizer, kana: KanaSpelling) -> None:
        self._tokenizer = tokenizer
        self._kana = kana

    def spelled(self, text: str, known: Known) -> str:
        """`text` with the words that are typed in kana, or as a slip of the finger leaves them (グレチング, フードドラィブ), as the record (`known`) has them."""
        text = self.loans_spelled(text, known)
        words = self._tokenizer.words(text)
        doubtful = list(islice(_doubtful(text, words, known), MOST))
        if not doubtful:
            return text
        forms = {word.form for word in words}
        out, done = [], 0
        for run in _RUN.finditer(text):
            if not any(start < run.end() and run.start() < end for start, end in doubtful):
                continue
            if found := self._word(text, run.start(), run.end(), known):
                start, end, word = found
                doubted = any(first < end and start < last for first, last in doubtful)
                if doubted and start >= done and word not in forms:  # くるま is read as 車 anyway
                    out += [text[done:start], word]
                    done = end
        return "".join((*out, text[done:]))

    def loans_spelled(self, text: str, known: Known) -> str:
        """`text` with its katakana words as the record (`known`) has them, where a slip of the finger left them otherwise."""
        return _KATAKANA_WORD.sub(lambda word: self._as_recorded(word[0], known), text, count=MOST)

    def phrase_spelled(self, text: str, known: Known) -> str:
        """`loans_spelled` of a question in kana phrases, in which verbs are typed in katakana as well (half-width, on a telephone)."""
        text = self.loans_spelled(text, known)
        return _KATAKANA_VERB.sub(
            lambda word: word[0] if known(word_form(word[0])) else self._as_verb(word[0], known),
            text,
            count=MOST,
        )

    def _word(self, text: str, start: int, end: int, known: Known) -> tuple[int, int, str] | None:
        """The longest word that stands in a run of kana, with the kanji beside the run that belong to it: (start, end, the word in
        its usual spelling). None where there is none."""
        run = text[start:end]
        before = _KANJI_BEFORE.search(text, max(0, start - 2), start)
        behind = _KANJI_BEHIND.match(text, end)
        for length in range(len(run), 1, -1):
            for first in range(len(run) - length + 1):
                last = first + length
                if not JOINING.fullmatch(run, last) or (first and run[first - 1] not in PARTICLES):
                    continue
                read = katakana(run[first:last])
                if before and not first:
                    for size in range(len(before[0]), 0, -1):
                        kept = before[0][-size:]
                        if word := self._beside(kept, read, known):
                            return start - size, start + last, word
                if length >= LEAST:
                    follows = behind[0] if behind and last == len(run) else ""
                    if word := self._by_reading(read, follows, known):
                        return start + first, start + last, word
        return None

    def _by_reading(self, reading: str, follows: str, known: Known) -> str | None:
        """The noun of this reading, without an ending (使いたい is no 痛い): first one that makes a word with the characters behind it
        (ほけん証: 保険, not 保健)."""
        words = {
            form: share
            for form, share in self._kana.by_reading.get(reading, {}).items()
            if not _HIRAGANA.search(form) and known(form)
        }
        return max(
            words, key=lambda form: (bool(follows) and known(form + follows), words[form]), default=None
        )

    def _beside(self, kept: str, reading: str, known: Known) -> str | None:
        """The word that begins with the characters `kept` and whose reading ends as typed (職 + いん: 職員)."""
        words = {
            form: share
            for whole, form, share in _words_by_first(self._tokenizer).get(kept[0], ())
            if whole.endswith(reading) and len(whole) > len(reading)
            if form.startswith(kept) and len(form) > len(kept) and known(form)
        }
        first = "".join(self._tokenizer.readings(kept))
        exact = [form for form in words if "".join(self._tokenizer.readings(form)) == first + reading]
        return max(exact, key=lambda form: words[form], default=None)

    def _as_recorded(self, word: str, known: Known) -> str:
        """A katakana word that the record has only with a long vowel more or less than typed, with letters of another size (フードドラィブ), or
        with two of them in the other order (スマトーフォン)."""
        if known(word_form(word)):
            return word
        pieces = self._tokenizer.tokens(word)
        if any(map(known, pieces)):
            return word if all(map(known, pieces)) else self._only(_swapped(word), known) or word
        variants = {word[:i] + "ー" + word[i:] for i in range(1, len(word))} | {
            word[:i] + word[i + 1 :] for i, letter in enumerate(word) if letter == "ー"
        }
        variants |= {*_in_either_size(word), *_swapped(word)}
        return self._only(variants, known) or word

    def _only(self, variants: Iterable[str], known: Known) -> str:
        """The one of some spellings of a word that the record has; empty where it has none or several."""
        found = {word_form(variant) for variant in variants if self._has(variant, known)}
        return found.pop() if len(found) == 1 else ""

    def _as_verb(self, typed: str, known: Known) -> str:
        """A verb of the record that was typed in katakana (フヤスのは) in hiragana."""
        words = self._tokenizer.words(hiragana(typed))
        is_verb = len(words) == 1 and words[0].kind == "verb" and known(words[0].form)
        return hiragana(typed) if is_verb else typed

    def _has(self, word: str, known: Known) -> bool:
        """Whether the record has a katakana word, or the words that it is made of (フード, ドライブ)."""
        pieces = self._tokenizer.tokens(word)
        made = bool(pieces) and all(len(piece) >= LEAST and known(piece) for piece in pieces)
        return made or known(word_form(word))


_BIG, _SMALL = "アイウエオツヤユヨワ", "ァィゥェォッャュョヮ"
_SIZES = dict(zip(_BIG + _SMALL, _SMALL + _BIG, strict=True))
_MOST_SIZES = 5
"""Letters of a word that have two sizes: more are no slip of the finger (32 spellings)."""


def _in_either_size(word: str) -> Iterator[str]:
    """A katakana word with each of its letters that have two sizes in either."""
    places = [i for i, letter in enumerate(word) if letter in _SIZES]
    for sizes in product((False, True), repeat=len(places)) if len(places) <= _MOST_SIZES else ():
        letters = list(word)
        for i, other in zip(places, sizes, strict=True):
            letters[i] = _SIZES[letters[i]] if other else letters[i]
        yield "".join(letters)


def _swapped(word: str) -> Iterator[str]:
    """A word with two neighbouring letters in the other order, as quick fingers leave them, or without one that was typed twice."""
    for i in range(len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        else:
            yield word[:i] + word[i + 1 :]


def _doubtful(text: str, words: Sequence[Word], known: Known) -> Iterator[tuple[int, int]]:
    """Where words in kana stand that cannot be meant as they are: the record does not have them, or the dictionary makes one
    character of them."""
    position = 0
    for word in words:
        start = text.find(word.surface, position)
        if start < 0:
            continue
        position = start + len(word.surface)
        inflected = word.kind in ("verb", "adjective") and _KANJI_BEHIND.match(word.surface)
        if not inflected and _HIRAGANA.search(word.surface) and _cannot_be_meant(word, known):
            yield start, position


def _cannot_be_meant(word: Word, known: Known) -> bool:
    one_syllable = len(word.form) == 1 and not _KANJI_BEHIND.search(word.surface)
    return one_syllable or not known(word.form)


def towns_spelled(question: str, towns: Collection[str]) -> str:
    """A question with the towns that have minutes as they are written (のべおか市 → 延岡市)."""
    out, done = [], 0
    for mention in register().find(question) if _KANA_TOWN.search(question) else ():
        if mention.start < done or not _KANA_TOWN.match(question, mention.start):
            continue
        name = next((entry.name for entry in mention.candidates if entry.name in towns), "")
        if name:
            out += [question[done : mention.start], name]
            done = mention.end
    return "".join((*out, question[done:]))
