"""How like each piece of a question is to each reply: words, the matter a reply names, printed numbers, the office called on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import any_of
from ingest.pairing.numbering import shared
from ingest.pairing.segments import Segment, number_of
from ingest.phrases.openers import FIRST_WORD, NEXT, ORDINAL, matter
from ingest.phrases.terms import Vector, cosine, named, vector, weights

HEAD, HEAD_LENGTH = 0.5, 80
"""Weight and characters of a reply's first words. On the 14 annotated parts: 14 right at 0.25-1, 11 at 0."""
HINTED = 0.5
"""Weight of the words with which a speaker begins to reply, for each of his replies below them. As part of the first alone they
drew the questions of all to it: on 79 labelled points one right more, two wrong fewer."""
MATTER = 0.2
"""Weight of the matter that a reply names, by the share of it that a question holds, where a reply looks for its question."""
NAMED_OFFICE = 0.3
"""Added to the likeness where the question calls on the office that replies (教育長に伺います)."""
QUOTED = 0.2
"""Added where a reply repeats what it answers in the letters of the question (three more of 79 labelled points right); 0.4 serves
alike."""
QUOTED_MIN, QUOTED_SHARE = 6, 0.6
"""Letters in a row that are so repeated at least, and their share of what the reply says that it answers."""
QUOTED_IN = 2
"""Pieces in which such letters stand at most: what all of a matter are about (高次脳機能障害) does not tell which is answered."""
BOTH_FIRST = 0.15
"""Added where the first question and the first reply both open with まず or 初めに."""


@dataclass(frozen=True, slots=True)
class Read:
    """A reply's words, and those of its first characters (what it says that it answers), which count extra."""

    whole: Vector
    head: Vector
    matter: Vector
    """What the reply says that it answers, where it says so."""
    hint: Vector
    """What its speaker said before that he answers."""
    says: str
    """What the reply says that it answers in its letters, without what counts it."""

    def fit(self, asked: Vector) -> float:
        """How well the reply fits what is asked, by all of its words, by its beginning and by what its speaker said before."""
        of_all = HINTED * cosine(asked, self.hint)
        return cosine(asked, self.whole) + HEAD * cosine(asked, self.head) + of_all


@dataclass(frozen=True, slots=True)
class Compared:
    """Of each piece of a question (row) and each reply."""

    like: list[list[float]]
    meant: list[list[float]]
    """The likeness where the matter that a reply names counts too, and the office that a piece itself calls on counts half."""


def compared(pieces: Sequence[Segment], replies: Sequence[Segment], offices: Sequence[str]) -> Compared:
    """`offices`: of each reply that of its speaker."""
    weight = weights([p.text for p in pieces] + [r.text for r in replies])
    number = shared(pieces, replies)
    read = [_read(reply, hint, weight) for reply, hint in zip(replies, _hints(replies), strict=True)]
    asked = [piece.text for piece in pieces]
    like: list[list[float]] = []
    meant: list[list[float]] = []
    called = [0.0] * len(offices)
    for piece, same in zip(pieces, number, strict=True):
        asks_for = vector(piece.text, weight)
        titles = _titles(piece)
        own = [NAMED_OFFICE if _names(piece.text, office) else 0.0 for office in offices]
        # 副市長に伺います。…３つ目に、…: what follows is still asked of him, unless another matter is taken up.
        called = own if any(own) or NEXT.match(piece.units[0].text) else [c / 2 for c in called]
        fits = [
            r.fit(asks_for) + s + (QUOTED if _quotes(r.says, piece.text, asked) or r.says in titles else 0.0)
            for r, s in zip(read, same, strict=True)
        ]
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
    return Compared(like, meant)


def _hints(replies: Sequence[Segment]) -> list[str]:
    """Of each reply the words with which its speaker began to reply: 私からは、除雪についてお答えします。 is about all that follows."""
    out: list[str] = []
    hint, turn = "", -1
    for reply in replies:
        hint = reply.hint or (hint if reply.units[0].turn == turn else "")
        turn = reply.units[0].turn
        out.append(hint)
    return out


def _read(reply: Segment, hint: str, weight: dict[str, float]) -> Read:
    said = "".join(unit.text for unit in reply.units)
    says = matter(reply.hint) + matter(reply.units[0].text)
    own = matter(_MARKED.sub("", reply.units[0].text))
    whole, head, about, of_all = (vector(text, weight) for text in (said, said[:HEAD_LENGTH], says, hint))
    return Read(whole, head, about, of_all, own)


_MARKED = re.compile(
    rf"^(?:{any_of(*'まず 次に 次 続いて 続きまして 最後に それから'.split())}、?)?(?:{ORDINAL}の?、?)?"
)


def _quotes(says: str, text: str, asked: Sequence[str]) -> bool:
    """Whether most of what a reply says that it answers stands letter for letter in a question, and in few of those `asked`."""
    size = max(QUOTED_MIN, round(QUOTED_SHARE * len(says)))
    runs = (says[i : i + size] for i in range(len(says) - size + 1))
    return any(run in text and sum(run in other for other in asked) <= QUOTED_IN for run in runs)


def _titles(piece: Segment) -> set[str]:
    """What a piece says at its head that it asks about: 次に、井戸の手入れについてお伺いします。 is answered by 井戸の手入れについてでございます。"""
    own = matter(_MARKED.sub("", piece.units[0].text))
    return {own} if own else set()


def _names(text: str, office: str) -> bool:
    """Whether a question calls on an office by name (総務部長に伺います), and not on its deputy."""
    called = "(?:県警|府警|道警|警察)本部長" if office == "警察本部長" else re.escape(office)
    return bool(office) and re.search(rf"(?<!副){called}", text) is not None
