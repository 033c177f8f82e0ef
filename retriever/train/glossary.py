"""English-like renderings of Japanese text: every content word replaced by a gloss of the dictionary.

Words are those of Sudachi; neighbouring ones that stand in the dictionary as one entry (中小企業, 待機児童) are taken as
that, verbs and adjectives by their plain form. Which gloss is taken is drawn at random, the likelier the more
parallel sentences use it and the earlier the dictionary gives it.

JMdict: see `retriever.jmdict`.
"""

from __future__ import annotations

import random
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from retriever.train.data import TextPair

if TYPE_CHECKING:
    from sudachipy import Morpheme

_REMARK = re.compile(r"\s*\([^)]*\)\s*")
_CONTENT = re.compile(r"[一-龠々ァ-ヶ]")
"""Entries without kanji and katakana are left out: する, ある, こと."""
_WORD = re.compile(r"[a-z][a-z'-]+")
_FUNCTION_WORDS = ("of", "for", "the", "on", "in", "and", "to", "about", "is", "are", "how", "what")
_NO_CONTENT = frozenset(
    {"助詞", "助動詞", "補助記号", "空白", "記号", "接続詞", "感動詞", "代名詞", "接頭辞"}
)
"""Parts of speech that get no gloss."""
LONGEST_ENTRY = 4
"""Words of Sudachi that one entry of the dictionary may span."""
UNSEEN_WEIGHT = 0.3
"""Weight of a gloss that no parallel sentence confirms, against 1 per sentence that does."""
FEW_WORDS = 5
"""Glosses longer than this explain rather than translate; they are learned as dictionary rows only."""
FUNCTION_SHARE = 0.3
"""Chance of a function word after each gloss, so that a made question has about as many as a written one."""
JOINED_GLOSSES = 6
"""Glosses of a headword that make one row; what comes later is seldom meant."""
STEM = 6
"""Letters by which two English words count as forms of one (`subsidy`, `subsidies`; not `correct`, `correspond`)."""


def dictionary_glosses(path: Path) -> list[TextPair]:
    """(headword, gloss) rows of JMdict, first sense first, archaic and vulgar senses left out."""
    statement = (
        "SELECT k.text, g.text FROM (SELECT idseq, text FROM Kanji UNION ALL SELECT idseq, text FROM Kana n WHERE NOT EXISTS "
        "(SELECT 1 FROM Kanji k WHERE k.idseq = n.idseq)) k "
        "JOIN Sense s ON s.idseq = k.idseq JOIN SenseGloss g ON g.sid = s.ID "
        "WHERE NOT EXISTS (SELECT 1 FROM misc m WHERE m.sid = s.ID AND (m.text LIKE '%arch%' OR m.text LIKE '%obs%' "
        "OR m.text LIKE '%vulg%' OR m.text LIKE '%slang%' OR m.text LIKE '%derog%')) "
        "AND NOT EXISTS (SELECT 1 FROM pos p WHERE p.sid = s.ID AND (p.text LIKE '%particle%' OR p.text LIKE '%prefix%' "
        "OR p.text LIKE '%suffix%' OR p.text LIKE '%auxiliary%')) ORDER BY s.ID, g.rowid"
    )
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return [(str(headword), str(gloss)) for headword, gloss in connection.execute(statement)]
    finally:
        connection.close()


def joined_glosses(rows: Sequence[TextPair]) -> list[TextPair]:
    """(gloss, headword) of every (headword, gloss), and all glosses of a headword in one."""
    together: dict[str, list[str]] = {}
    for headword, gloss in rows:
        together.setdefault(headword, []).append(gloss)
    return [(gloss, headword) for headword, gloss in rows] + [
        ("; ".join(glosses[:JOINED_GLOSSES]), headword) for headword, glosses in together.items()
    ]


class Glossary:
    """Japanese headwords with English glosses, weighted by how often parallel sentences use them."""

    def __init__(self, dictionary: Iterable[TextPair], parallel: Iterable[TextPair]) -> None:
        from sudachipy import Dictionary, SplitMode

        self._sudachi = Dictionary().tokenizer(mode=SplitMode.C)
        self._short = SplitMode.A
        self.used: Counter[str] = Counter()
        self._glosses: dict[str, dict[str, float]] = {}
        for headword, gloss in dictionary:
            if not _CONTENT.search(headword):
                continue
            plain = _REMARK.sub(" ", gloss.lower()).strip().removeprefix("to ")
            options = self._glosses.setdefault(headword, {})
            if plain and "..." not in plain and plain not in options and plain.count(" ") < FEW_WORDS:
                options[plain] = UNSEEN_WEIGHT / (1 + len(options))
        self._confirm(parallel)

    def _confirm(self, parallel: Iterable[TextPair]) -> None:
        """Adds the parallel sentences in which a gloss's words all stand; everyday glosses are likelier than rare ones."""
        frequency: Counter[str] = Counter()
        for japanese, english in parallel:
            found = set(_WORD.findall(english.lower()))
            frequency.update(found)
            openings = {word[:STEM] for word in found}
            for headword in set(self.headwords(japanese)):
                options = self._glosses[headword]
                for gloss in options:
                    words = _WORD.findall(gloss)
                    if words and all(
                        word in found or (len(word) > STEM and word[:STEM] in openings) for word in words
                    ):
                        options[gloss] += 1.0
        self._glosses = {headword: options for headword, options in self._glosses.items() if options}
        for options in self._glosses.values():
            for gloss in options:
                commonest = min((frequency[word] for word in _WORD.findall(gloss)), default=0)
                options[gloss] *= 1.0 + min(commonest, 50) / 10

    def headwords(self, text: str) -> Iterator[str]:
        """Entries of the dictionary for the content words of ``text``, in their order."""
        morphemes = list(self._sudachi.tokenize(unicodedata.normalize("NFKC", text)[:8_000]))
        start = 0
        while start < len(morphemes):
            width, found = self._entry(morphemes, start)
            yield from found
            start += width

    def _entry(self, morphemes: Sequence[Morpheme], start: int) -> tuple[int, Sequence[str]]:
        """How many words the entries beginning here span, and the entries."""
        first = morphemes[start]
        if first.part_of_speech()[0] in _NO_CONTENT:
            return 1, ()
        for width in range(min(LONGEST_ENTRY, len(morphemes) - start), 1, -1):
            whole = "".join(morpheme.surface() for morpheme in morphemes[start : start + width])
            if whole in self._glosses:
                return width, (whole,)
        for form in (first.surface(), first.dictionary_form(), first.normalized_form()):
            if form in self._glosses:
                return 1, (form,)
        parts = [part.surface() for part in first.split(self._short, add_single=False)]
        return 1, [part for part in parts if part in self._glosses]

    def gloss(self, text: str, generator: random.Random) -> str:
        """An English-like rendering of the content words of ``text``, in their order."""
        words: list[str] = []
        for headword in self.headwords(text):
            self.used[headword] += 1
            options = self._glosses[headword]
            words.append(generator.choices(list(options), weights=list(options.values()))[0])
            if generator.random() < FUNCTION_SHARE:
                words.append(generator.choice(_FUNCTION_WORDS))
        return " ".join(words)
