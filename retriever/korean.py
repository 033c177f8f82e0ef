"""Korean questions in Japanese words: what both languages took from Chinese is written in the same characters.

1. Towns that have minutes are found by their sound (`retriever.hangul`);
2. a word of the Sino-Korean stock (고령화) is every Japanese word whose characters are read so in Korean (高齢化): the readings are
   those of KANJIDIC2 (© EDRDG, CC BY-SA 4.0, in `jamdict-data`), with the initial sound rule of the Hangul orthography of 1988, art. 10–12;
   of several the one that councils say most often, and that tells what a question is about (선정 is 選定 rather than 先程);
3. everyday words and the words by which one asks stand in `data/korean_terms.txt`;
4. a loan word is the katakana word that sounds like it (시스템, システム).

What is left (endings, particles, other words) says nothing that could be searched.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from importlib.resources import files
from itertools import islice, product

from corpus.wordlists import pairs
from retriever.hangul import romanise_hangul, sound_of
from retriever.jmdict import Dictionary, dictionary_path
from retriever.scope import traditional
from retriever.terms import INFORMATIVE, frequencies, rarity
from retriever.types import Known

_HANGUL = re.compile(r"[가-힣]+")
_KANJI_WORD = re.compile(r"[一-鿿々]{2,4}")
_KATAKANA_WORD = re.compile(r"[ァ-ヺー]{3,}")

READINGS, CHOICES = 24, 4
"""Ways of reading a word that are kept (characters with three readings each would give 81), and Japanese words of one Korean word."""

LONGEST = 4
"""Syllables of the longest word looked up; longer ones are compounds of such."""

LOAN = 3
"""Syllables of the shortest loan word that is told by its sound; shorter ones sound like Korean verbs too often."""

ALIKE = 0.66
"""Likeness (0–1) of the whole sounds of a loan word, beside equal consonants: 디지털 and デジタル have 0.67."""

_ENDINGS = pairs(
    "율=率 률=率 료=料 세=税 비=費 자=者 소=所 관=館 원=員 액=額 화=化 부=部 국=局 실=室 장=長 회=会 법=法 제=制 용=用 형=型 적=的 별=別 내=内 간=間 측=側 들="
)
"""Words of one syllable that go with the word before them (개호보험료, 介護保険料); alone they mean too much."""

_UNITS = pairs("년도=年度 년=年 월=月 일=日 시=時 명=人 건=件 회=回 개=個 대=台 곳=か所 엔=円 퍼센트=％")
_COUNTED = re.compile(rf"(?<=\d)\s*({'|'.join(_UNITS)})")
"""What stands behind figures."""

_PARTICLE = (
    r"(?:에서는|에서의|에서도|으로는|으로의|에게는|에는|에서|에게|으로|까지|부터|보다|처럼|마다|이나|이란|이라는|이라고|라고|라는|인지|이며|이고|"
    r"은|는|이|가|을|를|의|에|도|로|와|과|만)"
)
_COPULA = r"(?:입니까|인가요|이었나요|였나요|인데|인)"
_TO_DO = r"[하했되됐된될됩한할함합해받][가-힣]*"
"""하다, 되다 and 받다 make verbs of Sino-Korean nouns (결정했습니까, 決定)."""

_HOW_MANY = re.compile(rf"몇\s*({'|'.join(_UNITS)})(?:{_PARTICLE}|{_COPULA})?(?![가-힣])")
"""몇 명입니까 asks for 何人: alone 명, 건 and 개 are other words (건의, 建議)."""

_AFTER = re.compile(rf"(?:{_PARTICLE}|{_COPULA}|{_TO_DO})?")
_AFTER_NOUN = re.compile(r"(?:을|를|의|에|에는|에서|에서는|로|으로|에게|와|과|이|가)")
"""Particles that stand after nouns; 은 and 는 end verbs as well."""

_RIEUL, _NIEUN, _NONE = 5, 2, 11
_BEFORE_I = frozenset((2, 3, 6, 7, 12, 17, 20))
"""Initials ㄹ, ㄴ and none, and the vowels ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ, by their places in a syllable block (Unicode, chapter 3.12)."""


def is_korean(text: str) -> bool:
    """Whether a question is written in Korean: more Hangul than Japanese letters."""
    return len(re.findall(r"[가-힣]", text)) > len(re.findall(r"[ぁ-ヺ一-鿿]", text))


def in_japanese_words(question: str, towns: Collection[str], known: Known = lambda word: True) -> str:
    """A Korean question as Japanese words with blanks between; any other as it is, and all without the dictionary. A noun that has
    no Japanese word stays: what is asked of is not all understood then.

    Args:
        question: as typed.
        towns: those that have minutes (調布市).
        known: of several Japanese words the first that the record has is taken.
    """
    if not is_korean(question) or not _by_reading():
        return question
    names = {name: sound for name in towns if (sound := sound_of(name))}
    text = _COUNTED.sub(lambda unit: _UNITS[unit[1]], question)
    text = _HOW_MANY.sub(lambda unit: f"何{_UNITS[unit[1]]} ", text)
    out: list[str] = []
    for piece in re.findall(r"[가-힣]+|[^가-힣\s]+", text):
        if not _HANGUL.fullmatch(piece):
            out.append(piece)
            continue
        sound = romanise_hangul(piece)
        town = next((name for name, its in names.items() if sound.startswith(its)), "")
        out.append(town or _japanese(piece, known))
    return " ".join(dict.fromkeys(filter(None, out)))


def _japanese(piece: str, known: Known) -> str:
    """The Japanese of what is written together in Korean: 고령화율은 gives 高齢化率; of a noun without any its stem, of others nothing."""
    terms = _terms()
    for length in range(min(len(piece), max(map(len, terms))), 0, -1):
        if (word := terms.get(piece[:length])) is not None and (length > 1 or _AFTER.fullmatch(piece[1:])):
            return word
    stems = [piece[:length] for length in range(len(piece), 1, -1) if _AFTER.fullmatch(piece[length:])]
    for stem in stems:
        if word := _stock(stem, known):
            return word
    nouns = [stem for stem in stems if _AFTER_NOUN.fullmatch(piece[len(stem) :])]
    loan = next((word for stem in stems if (word := _loan(stem))), "")
    return loan or next(iter(nouns), "")


def _stock(stem: str, known: Known) -> str:
    """The Sino-Korean words that `stem` is made of, joined: 개호보험료 gives 介護保険料. Empty where something else is left.

    Read from the end, so that each rest is read once: the longest word with which all of the rest is read wins.
    """
    found = _by_reading()
    read = {len(stem): ""}
    for start in range(len(stem) - 2, -1, -1):
        for length in range(min(LONGEST, len(stem) - start), 1, -1):
            words, rest = found.get(stem[start : start + length]), start + length
            if not words:
                continue
            ending = ""
            if rest not in read and stem[rest] in _ENDINGS:  # 료 of 개호보험료 goes with the word
                ending, rest = _ENDINGS[stem[rest]], rest + 1
            if (further := read.get(rest)) is not None and not (further and re.match(_TO_DO, stem[rest:])):
                read[start] = next(filter(known, words), words[0]) + ending + further
                break
    return read.get(0, "")


def _loan(stem: str) -> str:
    """The katakana word that sounds like `stem`."""
    sound = romanise_hangul(stem)
    word, its_sound = _loans().get(_skeleton(sound), ("", "")) if len(stem) >= LOAN else ("", "")
    return word if word and SequenceMatcher(None, sound, its_sound).ratio() >= ALIKE else ""


def _skeleton(sound: str) -> str:
    """What Japanese and Korean keep of a foreign word: its consonants, and its vowel where it begins with one or has two consonants only.

    >>> _skeleton("sistem"), _skeleton("sistemu"), _skeleton("kato"), _skeleton("onrain")
    ('sstm', 'sstm', 'akt', 'onrn')
    """
    sound = sound.replace("h", "p")
    consonants = re.sub(r"[aeiouwy]", "", sound)
    vowels = re.sub(r"[^aeiou]", "", sound)
    if len(consonants) < 2:
        return ""
    return (vowels[:1] if sound[:1] in "aeiou" or len(consonants) == 2 else "") + consonants


@lru_cache(maxsize=1)
def _loans() -> Mapping[str, tuple[str, str]]:
    """Skeleton → katakana word of council speech and its sound, of those that sound alike the most frequent."""
    import jaconv

    found: dict[str, tuple[str, str]] = {}
    for word in frequencies():
        if _KATAKANA_WORD.fullmatch(word):
            sound = romanise_hangul(jaconv.kata2alphabet(word).replace("-", ""))
            if key := _skeleton(sound):
                found.setdefault(key, (word, sound))
    return found


@lru_cache(maxsize=1)
def _terms() -> Mapping[str, str]:
    lines = (files("retriever") / "data" / "korean_terms.txt").read_text("utf-8").splitlines()
    pairs = (line.split("#", 1)[0].split(",") for line in lines)
    return {korean.strip(): japanese.strip() for korean, japanese in (p for p in pairs if len(p) == 2)}


@lru_cache(maxsize=1)
def _by_reading() -> Mapping[str, Sequence[str]]:
    """Korean reading → Japanese words: of council speech those that tell most of a question first, then other common words. Empty
    without dictionary."""
    path = dictionary_path()
    if path is None:
        return {}
    dictionary = Dictionary(path)
    words = [word for word in frequencies() if _KANJI_WORD.fullmatch(word)]
    words += [word for word in dictionary.common_words() if _KANJI_WORD.fullmatch(word)]
    read = {char: _sounds(readings) for char, readings in dictionary.korean_readings().items()}
    # The dictionary gives the readings of some characters in their traditional form only (收 of 収).
    older = dict(zip(new := "".join({*"".join(words)} - read.keys()), traditional(new), strict=True))
    read |= {char: read[old] for char, old in older.items() if old in read}
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(dict.fromkeys(words), key=lambda word: rarity(word) < INFORMATIVE):
        choices = [read.get(char, ()) for char in word]
        for reading in islice(product(*choices), READINGS):
            same = found["".join(reading)]
            if len(same) < CHOICES:
                same.append(word)
    return found


def _sounds(readings: Collection[str]) -> tuple[str, ...]:
    """The readings of a character, and those that they have at the beginning of a word (령 and 영, 률 and 율)."""
    return tuple(dict.fromkeys(sound for reading in readings for sound in (reading, _initial(reading))))


def _initial(syllable: str) -> str:
    code = ord(syllable) - 0xAC00
    initial, rest = divmod(code, 588)
    if initial == _RIEUL:
        initial = _NONE if rest // 28 in _BEFORE_I else _NIEUN
    elif initial == _NIEUN and rest // 28 in _BEFORE_I:
        initial = _NONE
    return chr(0xAC00 + initial * 588 + rest)
