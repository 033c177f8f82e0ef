"""Between Latin letters and kana: readings of romanised names, and whether a katakana word is an English one; and the Japanese words among
those of an English question: names (Daitoku), words of the administration for which English has none (furusato nozei).

Long vowels are not written in most romaji (Chofu is ちょうふ, Kyoto きょうと), so each `o` and `u` may be short or long; the index tells
which of the readings occurs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, product

from corpus.wordlists import pairs
from retriever.english import Token
from retriever.english_words import ASKING, FUNCTION
from retriever.tokenize import reading_key

MOST = 16
"""Readings that one word may give: four places where a vowel may be long."""

MOST_SPELLINGS = 27
"""Spellings of one name: three places where a vowel may be long."""

_MACRONS = str.maketrans({"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ee", "ō": "ou"})
_HEAD = r"(?:ky|gy|sh|ch|ny|hy|by|py|my|ry|ts|[kgsztdnhfbpmyrwj])"
_SYLLABLE = re.compile(rf"(?:{_HEAD}?[aiueo]|n(?![aiueoy])|m(?=[bpm])|[kstpgdbj](?=[kstpgdbj])|t(?=ch))")
_NASAL = re.compile(r"m(?=[bpm])")


def _lower(word: str) -> str:
    """In small letters without macrons; the `oh` of names (Ohno, Satoh) as o."""
    return re.sub(r"oh(?![aiueoy])", "o", word.lower().translate(_MACRONS))


def is_romaji(word: str) -> bool:
    """Whether `word` is made of the syllables of romanised Japanese, at least two of them."""
    lower = _lower(word)
    cut = [match[0] for match in _SYLLABLE.finditer(lower)]
    return "".join(cut) == lower and len(cut) >= 2


def romaji_readings(word: str) -> list[str]:
    """The readings of a romanised word as `retriever.tokenize.reading_key` folds them, the one as written first; empty where it is none.

    >>> romaji_readings("Daitoku")
    ['タイトク', 'タイトクウ', 'タイトウク', 'タイトウクウ']
    """
    return list(dict.fromkeys(map(reading_key, romaji_kana(word))))


def romaji_kana(word: str) -> list[str]:
    """How a romanised word may be written in katakana, the shortest first; empty where it is none.

    >>> romaji_kana("nozei")
    ['ノゼイ', 'ノウゼイ']
    """
    import jaconv

    if not is_romaji(word):
        return []
    lower = _NASAL.sub("n", _lower(word))
    parts = re.split(r"(?<=[ou])(?![ou])", lower)
    choices = [(part, part + "u") if re.search(r"(?<![aiue])[ou]$", part) else (part,) for part in parts]
    found: list[str] = []
    for choice in product(*choices):
        kana = unicodedata.normalize("NFKC", jaconv.alphabet2kata("".join(choice)))
        if re.fullmatch(r"[ァ-ヺー]+", kana):
            found.append(kana)
        if len(found) >= MOST:
            break
    return list(dict.fromkeys(sorted(found, key=len)))


def long_vowel_spellings(word: str) -> list[str]:
    """How a dictionary that writes long vowels out may spell a romanised name, the name as it is first; empty where it is none.

    >>> long_vowel_spellings("Sato"), long_vowel_spellings("Homma")
    (['Sato', 'Satoo', 'Satou'], ['Honma', 'Hoonma', 'Hounma'])
    """
    if not is_romaji(word):
        return []
    parts = re.split(r"(?<=[ou])(?![ou])", _NASAL.sub("n", _lower(word)))
    choices = [
        (part, part + "o", part + "u")
        if re.search(r"(?<![aiueo])o$", part)
        else (part, part + "u")
        if re.search(r"(?<![aiueo])u$", part)
        else (part,)
        for part in parts
    ]
    found = ("".join(choice).capitalize() for choice in product(*choices))
    return list(islice(found, MOST_SPELLINGS))


ALIKE = 75.0
"""Likeness (0–100) of two skeletons from which a katakana word is taken for the English one: an `r` is often unheard."""

_HEARD = pairs("th=s ph=f ck=k sh=s ch=t ts=t tion=sn x=ks qu=k ce=s ci=s cy=s c=k l=r v=b z=s j=s")
"""English letters, longer ones first, and the consonants that a katakana word has for them."""


def sounds_like(japanese: str, english: str) -> bool:
    """Whether `japanese` is katakana for `english`: the consonants that are heard are nearly the same.

    >>> sounds_like("スマートフォン", "smart phones"), sounds_like("センター", "smart phones")
    (True, False)
    """
    if not re.fullmatch(r"[ァ-ヺー・]+", japanese):
        return False
    import jaconv
    from rapidfuzz.fuzz import ratio

    romaji = jaconv.kata2alphabet(japanese.replace("・", "").replace("ー", ""))
    return ratio(_skeleton(romaji), _skeleton(english.lower())) >= ALIKE


def _skeleton(word: str) -> str:
    for written, heard in _HEARD.items():
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^bdfghkmnprst]", "", word))


_RUN, _LETTERS = 4, 4
"""Words of which a romanised one may be made (kokumin kenko hoken), and its letters at least: "mono", not "to"."""


def romanised_runs(tokens: Sequence[Token], taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """The runs `[first, last)` of `tokens` that may be a Japanese word in Latin letters, the longest first.

    No token of `taken` is in them, which the dictionary has as English, and a single capitalised token is none: it is a name.
    `taken` may grow while the runs are looked at.
    """
    may = [is_romaji(token.text) and token.key not in FUNCTION | ASKING for token in tokens]
    for length in range(min(_RUN, len(tokens)), 0, -1):
        for first in range(len(tokens) - length + 1):
            places = range(first, first + length)
            written = "".join(tokens[place].text for place in places)
            if (
                all(may[place] and place not in taken for place in places)
                and len(written) >= _LETTERS
                and (length > 1 or written.islower())
            ):
                yield first, first + length


def may_be_name(token: Token) -> bool:
    """Whether a word of an English question may be the name of a Japanese place or person."""
    return token.text[0].isupper() and token.key not in FUNCTION and is_romaji(token.text)
