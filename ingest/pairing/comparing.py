"""How like each piece of a question is to each reply: words, the matter a reply names, printed numbers, the office called on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pairing.numbering import shared
from ingest.pairing.segments import Segment, number_of
from ingest.phrases.openers import FIRST_WORD, NEXT, matter
from ingest.phrases.terms import Vector, cosine, named, vector, weights

HEAD, HEAD_LENGTH = 0.5, 80
"""Weight and characters of a reply's first words. On the 14 annotated parts: 14 right at 0.25-1, 11 at 0."""
MATTER = 0.2
"""Weight of the matter that a reply names, by the share of it that a question holds, where a reply looks for its question."""
NAMED_OFFICE = 0.3
"""Added to the likeness where the question calls on the office that replies (教育長に伺います)."""
BOTH_FIRST = 0.15
"""Added where the first question and the first reply both open with まず or 初めに."""


@dataclass(frozen=True, slots=True)
class Read:
    """A reply's words, and those of its first characters (what it says that it answers), which count extra."""

    whole: Vector
    head: Vector
    matter: Vector
    """What the reply says that it answers, where it says so."""

    def fit(self, asked: Vector) -> float:
        return cosine(asked, self.whole) + HEAD * cosine(asked, self.head)


@dataclass(frozen=True, slots=True)
class Compared:
    """Of each piece of a question (row) and each reply."""

    like: list[list[float]]
    meant: list[list[float]]
    """The likeness where the matter that a reply names counts too, and the office that a piece itself calls on counts half."""
    number: list[list[float]]
    """What their printed numbers add to it."""
    paired: list[list[bool]]
    """Whether the record itself pairs them by a number."""
    read: list[Read]
    weight: dict[str, float]


def compared(pieces: Sequence[Segment], replies: Sequence[Segment], offices: Sequence[str]) -> Compared:
    """`offices`: of each reply that of its speaker."""
    weight = weights([p.text for p in pieces] + [r.text for r in replies])
    number, paired = shared(pieces, replies)
    read = [_read(reply, weight) for reply in replies]
    like: list[list[float]] = []
    meant: list[list[float]] = []
    called = [0.0] * len(offices)
    for piece, same in zip(pieces, number, strict=True):
        asks_for = vector(piece.text, weight)
        own = [NAMED_OFFICE if _names(piece.text, office) else 0.0 for office in offices]
        # 副市長に伺います。…３つ目に、…: what follows is still asked of him, unless another matter is taken up.
        called = own if any(own) or NEXT.match(piece.units[0].text) else [c / 2 for c in called]
        fits = [r.fit(asks_for) + s for r, s in zip(read, same, strict=True)]
        like.append([fit + c for fit, c in zip(fits, called, strict=True)])
        meant.append(
            [
                fit + o / 2 + MATTER * named(r.matter.words, asks_for)
                for fit, o, r in zip(fits, own, read, strict=True)
            ]
        )
    first = FIRST_WORD.match(pieces[0].units[0].text) or number_of(pieces[0]) == 1
    if first and FIRST_WORD.match(replies[0].units[0].text):
        like[0][0] += BOTH_FIRST
        meant[0][0] += BOTH_FIRST
    return Compared(like, meant, number, paired, read, weight)


def _read(reply: Segment, weight: dict[str, float]) -> Read:
    says = matter(reply.hint) + matter(reply.units[0].text)
    return Read(*(vector(text, weight) for text in (reply.text, reply.text[:HEAD_LENGTH], says)))


def _names(text: str, office: str) -> bool:
    """Whether a question calls on an office by name (総務部長に伺います), and not on its deputy."""
    return bool(office) and re.search(rf"(?<!副){re.escape(office)}", text) is not None
