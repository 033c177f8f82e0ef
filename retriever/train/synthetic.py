"""Further pairs made from the data: glossed English, cloze, eras, place names.

* **Gloss.** Words of a Japanese sentence are replaced by English words of the dictionary, choosing the
  gloss that parallel sentences use: an English-like query for official text, of which there is no parallel
  corpus here.
* **Cloze.** A sentence of a speech against the rest of the speech (inverse cloze task, Lee et al. 2019,
  arXiv:1906.00300): unlabelled minutes teach which words keep company.
* **Eras and places.** 令和3年 = 2021, 札幌市 = サッポロシ = Sapporo.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from retriever.train.data import Place, TextPair

_CONTENT_RUN = re.compile(r"[一-龠々]+|[ァ-ヶー]+")
_KATAKANA = re.compile(r"[ァ-ヶー]+")
_WORD = re.compile(r"[a-z][a-z'-]+")
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_FUNCTION_WORDS = ("of", "for", "the", "on", "in", "and", "to", "about", "is", "are", "how", "what")
LONGEST_HEADWORD = 8
UNSEEN_GLOSS_WEIGHT = 0.3
"""Weight of a gloss that no parallel sentence confirms, against 1 per sentence that does."""
ERAS = (("令和", "Reiwa", 2018, 8), ("平成", "Heisei", 1988, 31), ("昭和", "Showa", 1925, 64))


class Glossary:
    """Japanese headwords with English glosses, weighted by how often parallel sentences use them."""

    def __init__(self, dictionary: Iterable[TextPair], parallel: Iterable[TextPair]) -> None:
        glosses: dict[str, dict[str, float]] = defaultdict(dict)
        for headword, gloss in dictionary:
            if _CONTENT_RUN.fullmatch(headword) and len(headword) >= 2:
                glosses[headword][gloss.lower()] = UNSEEN_GLOSS_WEIGHT
        self._glosses = glosses
        frequency: Counter[str] = Counter()
        for japanese, english in parallel:
            words = set(_WORD.findall(english.lower()))
            frequency.update(words)
            for headword in self._headwords(unicodedata.normalize("NFKC", japanese)):
                for gloss in glosses[headword]:
                    if gloss in words or (len(gloss) > 4 and any(w.startswith(gloss[:-1]) for w in words)):
                        glosses[headword][gloss] += 1.0
        # A gloss in everyday use is likelier wanted than a rare one of the same headword.
        for options in glosses.values():
            for gloss in options:
                options[gloss] *= 1.0 + min(frequency[gloss], 50) / 10

    def _headwords(self, text: str) -> Iterator[str]:
        """Headwords: a run of katakana as a whole, a run of kanji by longest match."""
        for run in _CONTENT_RUN.findall(text):
            if _KATAKANA.fullmatch(run):
                if run in self._glosses:
                    yield run
                continue
            start = 0
            while start < len(run) - 1:
                for end in range(min(len(run), start + LONGEST_HEADWORD), start + 1, -1):
                    if run[start:end] in self._glosses:
                        yield run[start:end]
                        start = end
                        break
                else:
                    start += 1

    def gloss(self, text: str, generator: random.Random) -> str:
        """An English-like rendering of the content words of ``text``, in their order."""
        words: list[str] = []
        for headword in self._headwords(unicodedata.normalize("NFKC", text)):
            options = self._glosses[headword]
            words.append(generator.choices(list(options), weights=list(options.values()))[0])
            if generator.random() < 0.3:
                words.append(generator.choice(_FUNCTION_WORDS))
        return " ".join(words)


def sentences(text: str) -> list[str]:
    """Sentences of a speech, each with its full stop."""
    return [found for found in _SENTENCE.findall(text) if found.strip()]


def glossed_pairs(
    texts: Sequence[str], glossary: Glossary, count: int, generator: random.Random
) -> list[TextPair]:
    """(English-like words, Japanese sentence or two, or a title) from ``count`` texts drawn at random."""
    pairs: list[TextPair] = []
    for text in generator.choices(texts, k=count if texts else 0):
        parts = sentences(text)
        start = generator.randrange(len(parts)) if parts else 0
        piece = "".join(parts[start : start + generator.choice((1, 1, 2))])
        if generator.random() < 0.5:  # titles and terms, as on notices, are short
            runs = re.findall(r"[一-龠々ァ-ヶー0-9の・]{4,}", piece)
            piece = generator.choice(runs) if runs else piece
        english = glossary.gloss(piece, generator)
        if english.count(" ") >= 1:
            pairs.append((english, piece))
    return pairs


def cloze_pairs(meetings: Sequence[Sequence[str]], count: int, generator: random.Random) -> list[TextPair]:
    """(sentence, the speech around it): about ``count`` speeches of at least three sentences, in order."""
    speeches = [text for meeting in meetings for text in meeting if len(text) >= 150]
    keep = min(1.0, count / max(1, len(speeches)))
    pairs: list[TextPair] = []
    for speech in speeches:
        if generator.random() > keep:
            continue
        parts = sentences(speech)
        candidates = [i for i, part in enumerate(parts) if 20 <= len(part) <= 150]
        if len(parts) < 3 or not candidates:
            continue
        chosen = generator.choice(candidates)
        around = parts[max(0, chosen - 4) : chosen] + parts[chosen + 1 : chosen + 5]
        pairs.append((parts[chosen], "".join(around)[:600]))
    return pairs


def era_pairs() -> list[TextPair]:
    """Years by era, by common era, in figures of both kinds and in English."""
    pairs: list[TextPair] = []
    for japanese, romaji, before_first, last in ERAS:
        for year in range(1, last + 1):
            era = f"{japanese}{year if year > 1 else '元'}年"
            common = before_first + year
            for other in (f"{common}年", f"{romaji} {year}", f"fiscal year {common}", f"FY{common}"):
                pairs.append((other, era))
            pairs.append((f"{era}度", f"{common}年度"))
    return pairs


def place_pairs(places: Iterable[Place]) -> list[TextPair]:
    """Names of municipalities in kana and in English spelling."""
    pairs: list[TextPair] = []
    for place in places:
        kinds = {"市": "City", "町": "Town", "村": "Village", "区": "Ward"}
        kind = kinds.get(place.name[-1:], "")
        if place.romaji:
            pairs.append((f"{place.romaji} {kind}".strip(), place.name))
            pairs.append((f"{place.romaji}, {place.prefecture_romaji}", f"{place.prefecture}{place.name}"))
        if place.kana:
            pairs.append((place.kana, place.name))
    return pairs
