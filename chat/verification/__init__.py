"""Is a generated sentence borne out by the words that it cites? Rules only; what fails is not shown.

1. the quotations stand in the cited turn, letter for letter after NFKC and without white space (here);
2. side and speaker: what a member said is given as a member's, what the town answered not as a member's (`attribution`),
   nor what somebody told the town, or another town does, as its own (`belonging`);
3. numbers stand in the sentences that the clause renders, of the same thing and with the same bound, dates likewise, eras and
   昨年 converted (`figures`);
4. towns, proper names and offices stand in the turn or its heading (`naming`);
5. what it denies and affirms, how far it commits, is no more than the words say (`claims`), and it turns nothing
   round, leaves out no condition (`opposites`);
6. its words are those of the turn: an invented clause has too many of its own (`support`).

What they rest on: `clauses` reads a sentence (`words`, `polarity`, `strength`, `quantities`, `dated`), `alignment` finds the clauses of the record
that it renders; `types` is what goes in and comes out.

Measured by `kaigiroku eval verification`: false keeps and false drops by kind of corruption.
"""

from __future__ import annotations

from collections.abc import Sequence

from chat.verification.attribution import side_faults, unframed
from chat.verification.belonging import belonging_faults
from chat.verification.claims import polarity_faults, strength_faults
from chat.verification.clauses import Reader
from chat.verification.figures import figure_faults
from chat.verification.naming import list_faults, name_faults, town_faults
from chat.verification.opposites import change_faults, condition_faults, opposite_faults, topic_faults
from chat.verification.support import support_faults
from chat.verification.types import Evidence, Fault, Kind
from corpus.folding import plain
from corpus.sentences import sentences

__all__ = ["Evidence", "Fault", "Kind", "Reader", "Verifier"]


class Verifier:
    """Checks sentences. Thread-safe."""

    def __init__(self) -> None:
        self.reader = Reader()

    def faults(self, sentence: str, quotes: Sequence[str], evidence: Evidence) -> tuple[Fault, ...]:
        """Why `sentence` is not borne out by `quotes` from `evidence`; empty where it is.

        Args:
            sentence: one generated sentence without its marks.
            quotes: the words of the record that it rests on, as the model gave them.
            evidence: the turn that it cites.
        """
        if fault := _quote_fault(quotes, evidence):
            return (fault,)
        framed = unframed(sentence)
        said = self.reader.read(framed.body)
        scope = _touched(quotes, evidence.text)
        record = self.reader.read(scope)
        turn = self.reader.read(evidence.text)
        about = self.reader.read(f"{evidence.heading}。{evidence.about}")
        return (
            *side_faults(sentence, framed, evidence),
            *belonging_faults(sentence, framed, scope, evidence),
            *figure_faults(said, record, evidence),
            *town_faults(sentence, scope, evidence),
            *name_faults(said, framed.body, evidence),
            *list_faults(framed.body, evidence),
            *polarity_faults(said, record),
            *strength_faults(said, record),
            *opposite_faults(said, record),
            *change_faults(said, record),
            *topic_faults(said, record),
            *condition_faults(said, record),
            *support_faults(said, record, turn, about, evidence),
        )


def _quote_fault(quotes: Sequence[str], evidence: Evidence) -> Fault | None:
    body = plain(evidence.text)
    if not any(plain(quote) for quote in quotes):
        return Fault("quote", "引用がない")
    for quote in quotes:
        if plain(quote) and plain(quote) not in body:
            return Fault("quote", quote[:40])
    return None


def _touched(quotes: Sequence[str], text: str) -> str:
    """The sentences of `text` that the quotations touch, whole: half a sentence can mean its opposite."""
    spans = sentences(text)
    plains = [plain(text[a:b]) for a, b in spans]
    joined = "".join(plains)
    taken: set[int] = set()
    for quote in quotes:
        wanted = plain(quote)
        at = joined.find(wanted) if wanted else -1
        if at < 0:
            continue
        position = 0
        for i, piece in enumerate(plains):
            if position < at + len(wanted) and at < position + len(piece):
                taken.add(i)
            position += len(piece)
    return "\n".join(text[spans[i][0] : spans[i][1]] for i in sorted(taken))
