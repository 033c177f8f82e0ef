"""What a Japanese sentence claims, read clause by clause: its words, how strongly it commits, what it denies.

For comparing a generated sentence with the record; never for searching.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from chat.verification.polarity import LEXICAL_NO, Predicate, end_denied, predicates
from chat.verification.quantities import digits
from chat.verification.strength import Strength, hedges, purpose, tense
from chat.verification.words import Morpheme, content
from corpus.cache import LeastRecentlyUsed
from corpus.sentences import sentences
from corpus.sudachi import Sudachi

KEPT = 512
"""Readings kept: the sentences of one answer are held against the same few turns again and again."""

LONGEST_SENTENCE = 12_000
"""Characters; Sudachi refuses 49,149 bytes, and no sentence of minutes is nearly as long."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence up to its own predicate; forms are Sudachi's normalised ones."""

    words: frozenset[str]
    predicates: tuple[Predicate, ...]
    strength: Strength
    tense: Strength
    """WILL or DONE, whatever holds it back."""
    negative: bool
    """Whether anything in it is denied."""
    denies: bool
    """Whether its last predicate is denied, by form or by a word such as 困難."""
    text: str
    phrases: tuple[frozenset[str], ...]
    """Its words from comma to comma."""
    sentence: int
    """Place of its sentence in the text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read: clauses and sentences in order, with numbers as digits; proper names."""

    clauses: tuple[Clause, ...] = ()
    sentences: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        return frozenset().union(*(clause.words for clause in self.clauses))

    def words_of(self, sentence: int) -> frozenset[str]:
        """The words of one sentence."""
        return frozenset().union(*(c.words for c in self.clauses if c.sentence == sentence))


_COMMAS = ("、", ",", "，")
_JOINTS = frozenset("為 ため よう 様 際 場合 上 うえ とともに とも 共に 共 等 など ほか 外 他".split())
"""Nouns that end a clause before a comma: …を検討するため、…した上で、…."""


class Reader:
    """Reads texts. Thread-safe; the dictionary is loaded at the first call (0.3 s)."""

    def __init__(self) -> None:
        self._sudachi = Sudachi("A")
        self._known: LeastRecentlyUsed[Reading] = LeastRecentlyUsed(KEPT)

    def read(self, text: str) -> Reading:
        """The claims of `text`; empty for blank text."""
        found = self._known.get(text)
        if found is None:
            found = self._read(text)
            self._known.put(text, found)
        return found

    def _read(self, text: str) -> Reading:
        clauses: list[Clause] = []
        plain: list[str] = []
        names: set[str] = set()
        for number, (start, end) in enumerate(sentences(text)):
            plain.append(digits(unicodedata.normalize("NFKC", text[start:end])))
            morphemes = self._morphemes(plain[-1])
            names |= {s for s, _, pos in morphemes if pos[1] == "固有名詞" and len(s) > 1}
            clauses += _clauses(morphemes, number)
        return Reading(tuple(clauses), tuple(plain), frozenset(names))

    def _morphemes(self, text: str) -> list[Morpheme]:
        return [
            (m.surface(), m.normalized_form(), tuple(m.part_of_speech()))
            for m in self._sudachi(text[:LONGEST_SENTENCE])
        ]


def _clauses(morphemes: Sequence[Morpheme], sentence: int) -> list[Clause]:
    """Cut at commas after a predicate; a clause without tense of its own has that of the one after it."""
    out: list[Clause] = []
    following: Strength | None = None
    for piece in reversed(_pieces(morphemes)):
        text = "".join(surface for surface, _, _ in piece)
        found = predicates(piece, text)
        following = tense(piece, following)
        strength = min([following, *hedges(piece), *purpose(text)])
        words = _words(piece)
        negative = any(p.negative for p in found) or bool(LEXICAL_NO.search(text))
        ends = end_denied(piece)
        phrases = tuple(_words(part) for part in _parts(piece))
        out.append(Clause(words, found, strength, following, negative, ends, text, phrases, sentence))
    return out[::-1]


def _words(piece: Sequence[Morpheme]) -> frozenset[str]:
    return frozenset(form for surface, form, pos in piece if content(surface, form, pos))


def _parts(piece: Sequence[Morpheme]) -> list[list[Morpheme]]:
    parts: list[list[Morpheme]] = [[]]
    for morpheme in piece:
        parts[-1].append(morpheme)
        if morpheme[0] in _COMMAS:
            parts.append([])
    return parts


def _pieces(morphemes: Sequence[Morpheme]) -> list[list[Morpheme]]:
    pieces: list[list[Morpheme]] = [[]]
    for i, morpheme in enumerate(morphemes):
        pieces[-1].append(morpheme)
        if morpheme[0] in _COMMAS and _ends_clause(morphemes, i):
            pieces.append([])
    return [piece for piece in pieces if any(pos[0] not in ("補助記号", "空白") for _, _, pos in piece)]


_TOPIC = re.compile(r"に(?:つい|つきまし|関し|関しまし|おい|おきまし)(?:て)?は?$")
"""しゅんせつにつきましては、 says nothing yet."""


def _ends_clause(morphemes: Sequence[Morpheme], comma: int) -> bool:
    if _TOPIC.search("".join(surface for surface, _, _ in morphemes[max(0, comma - 6) : comma])):
        return False
    before = morphemes[comma - 1] if comma else ("", "", ("",) * 6)
    if before[2][0] in ("動詞", "助動詞", "形容詞") or before[2][:2] == ("助詞", "接続助詞"):
        return True
    earlier = morphemes[comma - 2][1] if comma > 1 else ""
    return before[1] in _JOINTS or (earlier in _JOINTS and before[2][0] == "助詞")
