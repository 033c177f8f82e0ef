"""Where a wording stands in the record, letter for letter: in which meetings, on which day, whose words.

1. Passages that hold all of its words but the first and the last, which may be cut off.
2. Their exchanges in whose turns it stands, without regard to white space and the width of letters; copies of one are one.
3. The newest of them, each with the whole sentences in which it stands, as any other verified quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chat.answers.citations import cite, verified
from chat.answers.drafts import Draft
from chat.answers.extractive import Quote
from chat.finding import without_copies
from chat.framing import compose
from chat.offices_en import Romanise
from chat.saying import Saying
from chat.types import Citation, FoundExchange
from corpus.folding import folded
from corpus.sentences import in_cells, quotable, sentences
from corpus.store import Store
from corpus.types import StoredExchange, Turn
from retriever.asked import Question
from retriever.tokenize import Word
from retriever.types import Hit

if TYPE_CHECKING:
    from retriever.search import Searcher

LOOKED_THROUGH = 400
"""Passages with all of its words in which a wording is looked for; a formula (「検討してまいります」) stands in thousands."""

SEARCHED_BY = 40
"""Words by which a wording is searched; whether it stands there is checked with all of its letters."""

SHOWN = 3
"""Places that are quoted, the newest: what fits on a screen."""

SEVERAL = Saying(
    "この文言は{count}件の質疑にあり、新しいもの{shown}件を示しています。",
    "These words stand in {count} exchanges; the newest {shown} are shown.",
)
NOWHERE = Saying(
    "引用された文言は、検索した会議録にそのままの形では見つかりませんでした。",
    "The quoted words do not stand in the searched minutes as they are.",
)


class WhereItStands:
    """Finds the places of a wording. Thread-safe."""

    def __init__(
        self, store: Store, searcher: Searcher, words: Callable[[str], Sequence[Word]], romanise: Romanise
    ) -> None:
        self._store, self._searcher, self._words, self._romanise = store, searcher, words, romanise

    def of(self, wording: str, asked: Question) -> tuple[tuple[FoundExchange, ...], Draft] | None:
        """The exchanges in which a wording stands, of those that the question leaves (town, period), the newest first, and the draft that
        quotes it; None where it stands in none."""
        sought = folded(wording.rstrip("。．"))
        held = sorted(self._holding(wording, sought, asked), key=lambda one: one.meeting.date, reverse=True)
        found = without_copies(
            FoundExchange(Hit(rank, 1.0, one.exchange.id), one) for rank, one in enumerate(held, start=1)
        )
        blocks: list[list[Citation]] = []
        mark = 1
        for item in found[:SHOWN]:
            if cited := self._cited(item.stored, sought):
                blocks.append([replace(one, mark=mark + i) for i, one in enumerate(cited)])
                mark += len(cited)
        if not blocks:
            return None
        citations = tuple(one for block in blocks for one in block)
        several = SEVERAL.of(asked.english)
        more = (several.format(count=len(found), shown=len(blocks)),) if len(found) > len(blocks) else ()
        return found, Draft(compose(blocks, asked.english, self._romanise), citations, 1.0, notes=more)

    def _holding(self, wording: str, sought: str, asked: Question) -> list[StoredExchange]:
        whole = max((wording[start:end] for start, end in sentences(wording)), key=len, default=wording)
        forms = [word.form for word in self._words(whole[: SEARCHED_BY * 5])]
        inner = forms[1:-1][:SEARCHED_BY] if len(forms) > 3 else forms
        ids = self._searcher.having(inner, asked.filters, LOOKED_THROUGH)
        stored = self._store.get_many(ids).values()
        return [one for one in stored if any(sought in folded(turn.text) for _, turn in _turns(one))]

    def _cited(self, stored: StoredExchange, sought: str) -> list[Citation]:
        """The sentences of the first turn of an exchange in which the wording stands."""
        for role, turn in _turns(stored):
            if place := _place(turn.text, sought):
                made = [
                    cite(Quote.of(role, turn, start, end), stored, 1)
                    for start, end in in_cells(turn.text, *place)
                ]
                return verified(made, stored, self._store)
        return []


def _turns(stored: StoredExchange) -> list[tuple[str, Turn]]:
    """The turns of an exchange with their roles: the replies, then the questions, then notes of the record."""
    exchange = stored.exchange
    role = "statement" if exchange.status == "statement" else "answer"
    return [
        *((role, turn) for turn in exchange.answers),
        *(("question", turn) for turn in exchange.questions),
        *(("note", turn) for _, turn in exchange.note_turns),
    ]


def _place(text: str, sought: str) -> tuple[int, int] | None:
    """From where to where the whole sentences of `text` reach in which the folded wording stands.

    >>> _place("お答えします。橋は 来年、直します。以上です。", "来年、直し")
    (7, 18)
    """
    letters = [(folded(letter), place) for place, letter in enumerate(text)]
    places = [place for letter, place in letters for _ in letter]
    start = "".join(letter for letter, _ in letters).find(sought)
    if start < 0 or not sought:
        return None
    first, last = places[start], places[start + len(sought) - 1]
    touched = [span for span in quotable(text) if span[1] > first and span[0] <= last]
    return (touched[0][0], touched[-1][1]) if touched else None
