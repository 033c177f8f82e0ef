"""From a model's claims to an answer: every sentence is checked, cited letter for letter, or withheld.

1. the exchanges that the extractive answer rests on (a question it refuses is refused; no model is asked) go to the model;
2. for each returned sentence the turn that holds its quotations is looked up, the verifier decides;
3. sentences that stay get marks and citations that pass the same gate as any quotation; the others are counted;
4. where the model fails, or less than half of its sentences stay, the extractive answer is given and says so.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from chat.answers.citations import Texts, cite, verified
from chat.answers.claims import Claim, claims, fitting
from chat.answers.drafts import Draft
from chat.answers.extractive import Quote
from chat.framing import origin
from chat.llm import Streams
from chat.types import Citation, FoundExchange
from chat.verification import Evidence, Verifier
from corpus.errors import AnswerError
from corpus.folding import plain
from corpus.sentences import in_cells
from corpus.types import StoredExchange, Turn

log = logging.getLogger(__name__)

MOST_DROPPED = 0.5
"""Share of sentences that may fail. A model that gets more than every second one wrong has not understood the exchanges."""

MOST_SENTENCES = 12
"""Sentences of a model that are looked at: an answer of more is read by nobody, and each is set against the record."""

LARGEST_CONTEXT = 4
"""Exchanges given to the model: those that the extractive answer was chosen from."""

_UNFIT = re.compile(
    r"https?:|www\.|[<>\[\]{}`|\\]|!\(|[\x00-\x1f\x7f]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Markup, addresses and invisible characters: no sentence of an official's note has them."""


Heard = Callable[[str], None]
"""Called with each sentence (with its marks) once it has been verified."""


@dataclass(frozen=True, slots=True)
class Written:
    """An answer in the model's words, or the extractive one. `notes` say what was withheld or why."""

    draft: Draft
    notes: tuple[str, ...] = ()
    kept: int = 0
    dropped: int = 0


class Writer:
    """Turns an extractive draft into a checked note. Thread-safe."""

    def __init__(self, model: Streams, texts: Texts) -> None:
        self._model = model
        self._texts = texts
        self._verifier = Verifier()

    def write(
        self,
        question: str,
        draft: Draft,
        found: Sequence[FoundExchange],
        foreign: bool,
        heard: Heard | None = None,
    ) -> Written:
        """The draft in the model's words where all goes well, else the draft itself with a note; what was `heard` until then
        counts for nothing."""
        if not draft.citations:
            return Written(draft)
        if foreign:
            return Written(draft, ("言語モデルの文は日本語だけを照合できるため、引用で答えています。",))
        exchanges = fitting(_chosen(draft, found))
        if not exchanges:
            return Written(draft, ("質疑が長いため、言語モデルを使わずに引用で答えています。",))
        try:
            return self._checked(claims(self._model, question, exchanges), exchanges, draft, heard)
        except AnswerError as error:
            log.warning("language model: %s", error)
            return Written(draft, (f"{error}。言語モデルを使わずに引用で答えています。",))

    def _checked(
        self,
        found: Iterable[Claim],
        exchanges: Sequence[StoredExchange],
        draft: Draft,
        heard: Heard | None,
    ) -> Written:
        kept: list[tuple[str, list[Citation]]] = []
        mark, dropped = 1, 0
        for number, claim in enumerate(found):
            citations = self._citations(claim, exchanges, mark) if number < MOST_SENTENCES else []
            if not citations:
                dropped += 1
                continue
            kept.append((claim.text.strip(), citations))
            mark += len(citations)
            if heard is not None:
                heard(_marked(*kept[-1]))
        if not kept or dropped > MOST_DROPPED * (dropped + len(kept)):
            note = "言語モデルの文が記録と合わないため、引用で答えています。"
            return Written(draft, (note,), 0, dropped + len(kept))
        text = _composed(kept)
        cited = tuple(citation for _, citations in kept for citation in citations)
        notes: tuple[str, ...] = ("言語モデルが書き、一文ごとに記録と照合した文です。",)
        if dropped:
            notes += (f"記録で裏づけられない{dropped}文は表示していません。",)
        return Written(replace(draft, text=text, citations=cited), notes, len(kept), dropped)

    def _citations(self, claim: Claim, exchanges: Sequence[StoredExchange], mark: int) -> list[Citation]:
        """The citations of a sentence that is borne out; none where it is not."""
        if claim.exchange > len(exchanges) or _UNFIT.search(claim.text.strip()):
            return []
        stored = exchanges[claim.exchange - 1]
        for role, turn in _turns(stored):
            places = [_place(quote, turn.text) for quote in claim.quotes]
            if any(place is None for place in places):
                continue
            evidence = Evidence(turn.text, turn.speaker, stored.meeting, role, stored.exchange.topic)
            if faults := self._verifier.faults(claim.text, claim.quotes, evidence):
                log.info("withheld %r for %r: %s", claim.text, claim.quotes, faults)
                continue
            pieces = (cell for place in places if place is not None for cell in in_cells(turn.text, *place))
            unique = list(dict.fromkeys(pieces))
            made = [cite(Quote.of(role, turn, *place), stored, mark + i) for i, place in enumerate(unique)]
            good = verified(made, stored, self._texts)
            return good if len(good) == len(made) else []
        return []


def _chosen(draft: Draft, found: Sequence[FoundExchange]) -> list[StoredExchange]:
    """The exchanges of the draft's citations first, then those read after them."""
    stored = {item.stored.exchange.id: item.stored for item in found}
    ids = dict.fromkeys((*(c.exchange_id for c in draft.citations), *draft.order))
    cited = {c.exchange_id for c in draft.citations}
    chosen = [stored[i] for i in ids if i in stored]
    return chosen[: max(LARGEST_CONTEXT, len(cited))]


def _turns(stored: StoredExchange) -> list[tuple[str, Turn]]:
    exchange = stored.exchange
    out = [("answer", turn) for turn in exchange.answers]
    out += [("note", turn) for _, turn in exchange.note_turns]
    return out + [("question", turn) for turn in exchange.questions]


def _place(quote: str, text: str) -> tuple[int, int] | None:
    """Where `quote` stands in `text`, compared by NFKC without white space; half-open offsets of the text itself."""
    folded: list[str] = []
    origins: list[int] = []
    for i, char in enumerate(text):
        for part in unicodedata.normalize("NFKC", char):
            if not part.isspace():
                folded.append(part)
                origins.append(i)
    wanted = plain(quote)
    at = "".join(folded).find(wanted) if wanted else -1
    return None if at < 0 else (origins[at], origins[at + len(wanted) - 1] + 1)


def _marked(sentence: str, citations: Sequence[Citation]) -> str:
    return sentence + "".join(f"[{citation.mark}]" for citation in citations)


def _composed(kept: Sequence[tuple[str, list[Citation]]]) -> str:
    """Sentences with their marks, a paragraph for each exchange in the order of the model, then its origin."""
    blocks: list[tuple[str, list[str], list[Citation]]] = []
    for sentence, citations in kept:
        line = _marked(sentence, citations)
        if blocks and blocks[-1][0] == citations[0].exchange_id:
            blocks[-1][1].append(line)
            blocks[-1][2].extend(citations)
        else:
            blocks.append((citations[0].exchange_id, [line], list(citations)))
    return "\n\n".join("".join(lines) + "\n" + origin(cited, False, str) for _, lines, cited in blocks)
