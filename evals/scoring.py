"""One question's answer against the gold: what was found, stated, cited, refused.

Works on the JSON form of an answer (`chat.contract`), so the product, a baseline and a saved file of answers are all
scored alike. The definitions are those by which the product is accepted:

1. a hit satisfies an item when it *shows* it: most of the hit lies in the item, or it holds most of the item without
   being much longer;
2. a fact counts when one of its surfaces stands in the first `FACT_WINDOW` characters of the answer;
3. a citation is right when its quote lies in the reply of an item that the question asks for (or that is also fine);
4. a question is answered truly when all its facts are found, or, unanswerable, when it is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.folding import folded
from evals.annotation import GoldItem
from evals.gold import Gold, GoldQuestion
from evals.text import bare, has_fact, overlap, shingles

SHOWN = 0.6
"""Share of shingles from which a hit shows an item (or an item fills a hit): "most of it", with room for a reader that
adds a speaker's mark or loses a page break."""
LONGEST_HIT, LONGEST_RATIO = 1500, 3
"""A hit that holds an item may be this many characters, or times the item: a whole meeting as a hit shows nothing."""
FACT_WINDOW = 1000
"""Characters of an answer that are read for facts: pouring out everything is no answer."""
SHORTEST_QUOTE, QUOTED = 8, 0.8
"""A quote is of an item's reply when it stands in it, or this share of its shingles does; shorter ones prove nothing."""


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """What one answer got. `satisfied` lists, hit by hit, the numbers of the needs (from 0) that the hit satisfies.

    `truth` is 1 (all facts, or rightly refused), 0 (an answerable question refused), −1 (wrong). `refused_right` is None
    for answerable questions. Counts of citations are of those of an answer that was given; `quotes` counts all.
    """

    id: str
    style: str
    lang: str
    answerable: bool
    answered: bool
    needs: int = 0
    satisfied: tuple[tuple[int, ...], ...] = ()
    facts: tuple[bool, ...] = ()
    chars: int = 0
    own: float = 0.0
    quotes: int = 0
    verbatim: int = 0
    citations: int = 0
    citations_right: int = 0
    data_right: int = 0
    needs_cited: int = 0
    refused_right: bool | None = None
    truth: int = 0
    confidence: float = 0.0
    elapsed_ms: float = 0.0
    ranking: Mapping[str, float] = field(default_factory=dict)
    """Ranking measures of the question, added by `evals.ranking`; empty for unanswerable ones."""


def shows(item: GoldItem, hit: str) -> bool:
    """Whether a hit's text shows the item."""
    share = overlap(item.body, hit)
    short = len(bare(hit)) <= max(LONGEST_HIT, LONGEST_RATIO * len(item.body))
    return share.precision >= SHOWN or (share.recall >= SHOWN and short)


def quotes_reply(item: GoldItem, quote: str) -> bool:
    """Whether the quote is from the item's reply."""
    plain = folded(bare(quote))
    if len(plain) < SHORTEST_QUOTE:
        return False
    return plain in folded(item.reply) or overlap(item.reply, quote).precision >= QUOTED


def data_right(item: GoldItem, citation: Mapping[str, Any]) -> bool:
    """Whether the citation names the item's town and date and a printed office of those who reply."""
    speaker = citation.get("speaker") or {}
    who = folded((speaker.get("office") or "") + (speaker.get("name") or ""))
    town = not item.municipality or folded(item.municipality) in folded(citation.get("municipality") or "")
    date = not item.date or item.date == citation.get("date")
    return town and date and (not item.offices or any(folded(office) in who for office in item.offices))


class Scorer:
    """Scores answers against one gold set; holds the shingles of its record, which are wanted for every answer."""

    def __init__(self, gold: Gold) -> None:
        self.gold = gold
        self._record = frozenset().union(*(shingles(text) for text in gold.record.values()))

    def score(
        self,
        question: GoldQuestion,
        answer: Mapping[str, Any],
        confidence: float = 0.0,
        elapsed_ms: float = 0.0,
    ) -> QuestionScore:
        """The score of one answer in its JSON form; `elapsed_ms` as measured from outside."""
        answered = answer["status"] == "answered"
        text, citations = answer["text"], answer["citations"]
        common: dict[str, Any] = {
            "id": question.id,
            "style": question.style,
            "lang": question.lang,
            "answerable": question.answerable,
            "answered": answered,
            "chars": len(text) if answered else 0,
            "own": self._own(text, citations) if answered else 0.0,
            "quotes": len(citations),
            "verbatim": sum(self._is_verbatim(citation) for citation in citations),
            "confidence": confidence,
            "elapsed_ms": elapsed_ms,
        }
        rest = (self._answerable if question.answerable else self._unanswerable)(question, answer, answered)
        return QuestionScore(**common, **rest)

    def _answerable(
        self, question: GoldQuestion, answer: Mapping[str, Any], answered: bool
    ) -> dict[str, Any]:
        facts = tuple(answered and has_fact(fact, answer["text"][:FACT_WINDOW]) for fact in question.facts)
        needed = [[self.gold.items[i] for i in group] for group in question.needs]
        fine = [item for group in needed for item in group]
        fine += [self.gold.items[i] for i in question.also_ok]
        cited = answer["citations"] if answered else []
        places = [[item for item in fine if quotes_reply(item, c["quote"])] for c in cited]
        return {
            "needs": len(needed),
            "satisfied": tuple(
                tuple(n for n, group in enumerate(needed) if any(shows(item, text) for item in group))
                for text in map(hit_text, answer["hits"])
            ),
            "facts": facts,
            "citations": len(cited),
            "citations_right": sum(map(bool, places)),
            "data_right": sum(
                any(data_right(item, citation) for item in found)
                for citation, found in zip(cited, places, strict=True)
            ),
            "needs_cited": sum(
                any(quotes_reply(item, c["quote"]) for item in group for c in cited) for group in needed
            ),
            "truth": (1 if all(facts) else -1) if answered else 0,
        }

    def _unanswerable(
        self, question: GoldQuestion, answer: Mapping[str, Any], answered: bool
    ) -> dict[str, Any]:
        """Refusing is right, and so is quoting the words by which the record says that it does not give it."""
        text, citations = answer["text"][:FACT_WINDOW], answer["citations"]
        related = [self.gold.items[i] for i in question.related]
        said = (
            bool(question.not_given and citations)
            and all(has_fact(fact, text) for fact in question.not_given)
            and all(any(quotes_reply(item, c["quote"]) for item in related) for c in citations)
        )
        right = not answered or said
        return {"refused_right": right, "truth": 1 if right else -1}

    def _is_verbatim(self, citation: Mapping[str, Any]) -> bool:
        quote = bare(citation["quote"])
        return quote != "" and quote in self.gold.record.get(citation["source"], "")

    def _own(self, text: str, citations: Sequence[Mapping[str, Any]]) -> float:
        """Share of the answer's shingles that are neither record nor the citations' own data: framing."""
        data = [{key: value for key, value in c.items() if key != "quote"} for c in citations]
        mine = shingles(text)
        return len(mine - self._record - shingles(json.dumps(data, ensure_ascii=False))) / max(1, len(mine))


def hit_text(hit: Mapping[str, Any]) -> str:
    """All text of a hit in its JSON form."""
    return (hit.get("question_text") or "") + (hit.get("answer_text") or "")
