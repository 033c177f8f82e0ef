"""Words and phrases that stand for each other: everyday wording beside the words of the record.

1. a word is matched as a word of the question (スマホ), in another spelling too (ひとり親: 一人親);
2. a phrase as it is written (町内会長, 外の専門機関);
3. a phrase of several words also where all of them stand close together in the question, in other forms or another order
   (席を決めない働き方: 自分の席を決めずに働く).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import SettingsError
from corpus.folding import folded
from corpus.kana import hiragana
from retriever.terms import rarity, word_weight
from retriever.tokenize import Tokenizer, Word

SYNONYM = 0.5
"""A synonym's share of the weight of the word it stands for: the word itself must win. A starting value, not tuned; re-measure
with `kaigiroku eval run`."""

PHRASE_WEIGHT = 0.8
"""Weight of a phrase of several words that has synonyms: as a fairly rare word."""

LOOSE_WEIGHT = 0.6
"""Weight of a phrase whose words stand there in other forms or another order: less sure than one as it is written."""

APART = 2
"""Further words that may stand among those of such a phrase."""

LETTERS = 0.4
"""Share of a phrase's letters but hiragana that must stand in the question or in the forms of its words: a phrase with 寄附 or 産む is searched
by 寄付 and 生む, one with ネズミ may be asked for as ねずみ. Of 1,625 questions none finds other phrases than where all 13,600 are cut."""

_KANA = re.compile("[ぁ-ん]")
_LETTER = re.compile("[一-鿿々ァ-ヴーA-Za-z0-9]")
_NEGATION = re.compile(r"な[いくけか]|ず(?:に|、|$)|ません|ぬ")
_NOT_YET = re.compile(
    r"(?<=[えけげせぜてでねべめれ])てい?(?=な[いくけか])|(?<=[えけげせぜてでねべめれ])て(?:い|お)?(?:りま|ま)せん(?=[。、かが]|$)"
)
_DENIED_POLITELY = re.compile(r"(?<=[えけげせぜてでねべめれ])ません|(?<=でき)ません")
"""払えていない, 払えていません and 払えません deny what 払えない does."""


class Synonyms:
    """Groups of words that stand for each other; the shipped file and, after it, one of the user's own."""

    def __init__(self, groups: Iterable[Sequence[str]], tokenizer: Tokenizer) -> None:
        # In the order of the file: a set would put the words of a search, and so the sums of its scores, in an order of chance.
        self._phrases: dict[str, dict[str, None]] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        for group in groups:
            for phrase in group:
                others = dict.fromkeys(p for p in group if p != phrase)
                self._phrases.setdefault(folded(phrase), {}).update(others)
        self._begun: dict[str, list[str]] = {}
        for phrase in self._phrases:
            self._begun.setdefault(phrase[:2], []).append(phrase)
        self._tokenizer = tokenizer
        self._loose: dict[str, tuple[str, tuple[str, ...], bool]] = {}

    @classmethod
    def load(cls, tokenizer: Tokenizer, own: Path | None = None) -> Synonyms:
        """Raises SettingsError where the user's file cannot be read."""
        text = (files("retriever") / "data" / "synonyms.txt").read_text("utf-8")
        if own is not None:
            try:
                text += "\n" + own.read_text("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsError(
                    f"同義語のファイルを読めません: {own}", "UTF-8 のテキストにしてください"
                ) from error
        return _of_text(text, tokenizer)

    def has(self, phrase: str) -> bool:
        """Whether a word stands in a group."""
        return folded(phrase) in self._phrases

    def searched(self, phrase: str) -> bool:
        """Whether a member of a group is searched for, not only asked with."""
        return bool(self._forms_of(phrase))

    def of(self, words: Sequence[Word], text: str) -> dict[str, dict[tuple[str, ...], float]]:
        """For each form of the question that has synonyms: the forms of each, with the weight at which they are searched.

        A phrase of several words (町内会長, 外の専門機関) is matched in `text` as written, or by its words (see `_otherwise_put`); its
        synonyms then stand for each of its words. So is a word of two characters that the dictionary does not know and cuts in two
        (信息), as written.
        """
        found: dict[str, dict[tuple[str, ...], float]] = {}
        keys = {folded(name): word for word in words for name in (word.form, word.surface)}
        by_form = {word.form: word for word in words}
        key = _as_in_phrases(folded(text))
        surfaces = [(word.form, folded(word.surface)) for word in words]
        split = {
            folded(a.surface + b.surface) for a, b in pairwise(words) if len(a.surface) == len(b.surface) == 1
        }
        for name, word in keys.items():
            if name in self._phrases:
                self._stand_for([word.form], self._phrases[name], word_weight(word), found)
        for phrase in dict.fromkeys(
            phrase for start in range(len(key)) for phrase in self._begun.get(key[start : start + 2], ())
        ):
            if phrase not in keys and (len(phrase) >= 3 or phrase in split) and phrase in key:
                owners = [form for form, surface in surfaces if surface in phrase]
                self._stand_for(owners, self._phrases[phrase], PHRASE_WEIGHT, found)
        for phrase, forms in self._otherwise_put(words, text):
            if phrase not in keys and phrase not in key:
                base = word_weight(by_form[forms[0]]) if len(forms) == 1 else LOOSE_WEIGHT
                self._stand_for(forms, self._phrases[phrase], base, found)
        return found

    def _stand_for(
        self,
        owners: Iterable[str],
        others: Iterable[str],
        base: float,
        found: dict[str, dict[tuple[str, ...], float]],
    ) -> None:
        for forms in filter(None, map(self._forms_of, others)):
            weight = SYNONYM * base / math.sqrt(len(forms))
            for owner in owners:
                of_owner = found.setdefault(owner, {})
                of_owner[forms] = max(of_owner.get(forms, 0.0), weight)

    def _otherwise_put(self, words: Sequence[Word], text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The phrases all of whose words stand close together in the question, in other forms or another order (席を決めずに働く,
        働く席を決めない), with these words; and the words that it spells otherwise (一人親)."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            places.setdefault(word.form, []).append(place)
        negated = bool(_NEGATION.search(text))
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for phrase in self._sharing_letters(hiragana("".join((*places, text)))):
            rarest, forms, denies = self._cut(phrase)
            if rarest not in places or (denies and not negated):
                continue
            if len(forms) == 1 and not self._forms_of(phrase):  # 順番に is more than its word
                continue
            if all(one in places for one in forms) and _close([places[one] for one in forms]):
                found.setdefault(rarest, []).append((phrase, forms))
        for form in places:
            yield from found.get(form, ())

    def _sharing_letters(self, text: str) -> list[str]:
        """The phrases of several words, in the order of the file, that may stand in a text (in hiragana) in other forms, told by their letters: to
        cut all into words takes half a second of a cold start."""
        phrases, least, having = self._lettered
        none = np.empty(0, np.int64)
        places = np.concatenate([having.get(letter, none) for letter in {"", *text}])
        shared = np.bincount(places, minlength=len(phrases))
        return [phrases[place] for place in np.flatnonzero((shared >= least) & (shared > 0))]

    @cached_property
    def _lettered(self) -> tuple[list[str], NDArray[np.float64], dict[str, NDArray[np.int64]]]:
        """The phrases of several words, how many of their letters must be shared, and the places of the phrases that have a letter (""
        those of kana alone)."""
        phrases = [phrase for phrase in self._phrases if len(phrase) >= 4 and _KANA.search(phrase)]
        least, having = [], dict[str, list[int]]()
        for place, phrase in enumerate(phrases):
            letters = set(hiragana("".join(_LETTER.findall(phrase))))
            least.append(LETTERS * len(letters))
            for letter in letters or {""}:
                having.setdefault(letter, []).append(place)
        return phrases, np.array(least), {letter: np.array(places) for letter, places in having.items()}

    def _cut(self, phrase: str) -> tuple[str, tuple[str, ...], bool]:
        """The rarest word of a phrase, its words, and whether it denies: what that does (保育園に入れない) is not what it affirms."""
        if phrase not in self._loose:
            forms = tuple(dict.fromkeys(word.form for word in self._tokenizer.words(phrase)))
            rarest = max(forms, key=rarity, default="")
            self._loose[phrase] = rarest, forms, bool(_NEGATION.search(phrase))
        return self._loose[phrase]

    def _forms_of(self, phrase: str) -> tuple[str, ...]:
        if phrase not in self._forms:
            words = self._tokenizer.words(phrase)
            forms = tuple(dict.fromkeys(w.form for w in words))
            # Only to ask with: what is cut into characters (信息 → 信, 息), which mean something else, and what is more than
            # its content words (学校に行けない), which alone would find something else.
            cut = len(forms) > 1 and 2 * sum(len(form) == 1 for form in forms) > len(forms)
            whole = folded("".join(w.surface for w in words)) == folded(phrase).replace("・", "")
            self._forms[phrase] = () if cut or not whole else forms
        return self._forms[phrase]


@lru_cache(maxsize=4)
def _of_text(text: str, tokenizer: Tokenizer) -> Synonyms:
    """Kept for the next store that is opened: to read 14,000 phrases takes a third of a second."""
    return Synonyms(read_groups(text), tokenizer)


def _as_in_phrases(text: str) -> str:
    """A folded text with a second wording behind it where it denies in another form than the phrases do (払えない).

    >>> _as_in_phrases("税を払えていない人").splitlines()
    ['税を払えていない人', '税を払えない人']
    """
    plain = _DENIED_POLITELY.sub(
        "ない", _NOT_YET.sub(lambda found: "" if found[0][-1] != "ん" else "ない", text)
    )
    return text if plain == text else f"{text}\n{plain}"


def _close(places: Sequence[Sequence[int]]) -> bool:
    """Whether a place of each word can be chosen so that at most `APART` others stand among them."""
    reach = len(places) + APART
    starts = {place for of_one in places for place in of_one}
    return any(
        all(any(start <= place < start + reach for place in of_one) for of_one in places) for start in starts
    )


def read_groups(text: str) -> list[tuple[str, ...]]:
    """The groups of a synonym file: a line each, words divided by commas, `#` starts a remark."""
    lines = (line.split("#", 1)[0].replace("、", ",").replace("，", ",") for line in text.splitlines())
    groups = (tuple(word.strip() for word in line.split(",") if word.strip()) for line in lines)
    return [group for group in groups if len(group) > 1]
