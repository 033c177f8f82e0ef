"""Further pairs made from the data: glossed English, cloze, eras, place names.

* **Gloss.** Words of a Japanese sentence are replaced by English words of the dictionary, choosing the
  gloss that parallel sentences use: an English-like query for official text, of which there is no parallel
  corpus here.
* **Cloze.** A sentence of a speech against the rest of the speech (inverse cloze task, Lee et al. 2019,
  arXiv:1906.00300): unlabelled minutes teach which words keep company.
* **Turns.** Questions and the turns after them in whole minutes, for councils of which there are few pairs.
* **Synonyms.** The words of a group of the search's list of synonyms.
* **Eras and places.** 令和3年 = 2021, 札幌市 = サッポロシ = Sapporo.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from retriever.train.data import Place, TextPair
from retriever.train.glossary import Glossary

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
SHORTEST_TURN = 40
"""Letters of a turn that says something; also enough to recognise a reply by."""
_ASKS = re.compile(r"(?:か|伺い|うかがい|お聞き|お尋ね|見解|答弁|お答え|教えて|ください)[^。]{0,12}[。？?]?$")
"""How a question ends, at the end of a turn."""
ERAS = (("令和", "Reiwa", 2018, 8), ("平成", "Heisei", 1988, 31), ("昭和", "Showa", 1925, 64))


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


def turn_pairs(meetings: Iterable[Sequence[str]], replies: Iterable[str]) -> list[TextPair]:
    """(end of a question, the turn after it) where two turns of a meeting follow each other and the first asks something.

    Turns that stand among ``replies`` already are left out.
    """
    known = {re.sub(r"\s+", "", reply)[:SHORTEST_TURN] for reply in replies}
    return [
        (asked[-300:], answered[:600])
        for meeting in meetings
        for asked, answered in pairwise(meeting)
        if len(asked) >= SHORTEST_TURN and len(answered) >= SHORTEST_TURN
        if answered[:SHORTEST_TURN] not in known and _ASKS.search(asked[-80:])
    ]


def synonym_pairs(groups: Iterable[Sequence[str]]) -> list[TextPair]:
    """Every two words of a group of synonyms: everyday words and those of the administration."""
    return [pair for group in groups for pair in combinations(dict.fromkeys(group), 2)]


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
