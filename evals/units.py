"""What baselines search: whole exchanges, or fixed chunks that know nothing of questions and answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.types import Meeting, Speaker

if TYPE_CHECKING:
    from corpus.store import Store

CHUNK = 500
"""Characters of a fixed chunk: the usual size for Japanese text in retrieval pipelines, and the one compared against."""
OVERLAP = 50
"""Characters that a chunk repeats of the one before: a tenth, the usual share."""
SEPARATORS = ("\n\n", "\n", "。", "、", "")
"""Where chunks may be cut, best first. The library's defaults hold no 「。」 and would cut Japanese mid-sentence."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A thing to be found: its text to search in, the text that may be quoted as reply, and where it is from."""

    id: str
    source: str
    question: str
    reply: str
    meeting: Meeting
    topic: str = ""
    speaker: Speaker = field(default_factory=Speaker)

    @property
    def text(self) -> str:
        """What is searched: topic, question and reply. Town and date are left out, as fixed chunks have none."""
        return "\n".join(part for part in (self.topic, self.question, self.reply) if part)


def exchange_units(store: Store) -> tuple[Unit, ...]:
    """Every exchange and statement of the store, whole."""
    return tuple(
        Unit(
            id=stored.exchange.id,
            source=stored.source.name,
            question=stored.exchange.question_text,
            reply=stored.exchange.answer_text,
            meeting=stored.meeting,
            topic=stored.exchange.topic,
            speaker=stored.exchange.answers[0].speaker if stored.exchange.answers else Speaker(),
        )
        for stored in store.exchanges(statements=True)
    )


def chunk_units(store: Store) -> tuple[Unit, ...]:
    """The text of every meeting in chunks of `CHUNK` characters; a chunk's speaker is unknown."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        separators=list(SEPARATORS),
        chunk_size=CHUNK,
        chunk_overlap=OVERLAP,
        keep_separator="end",
        add_start_index=True,
    )
    units = []
    for name, meeting, text in _texts(store):
        for chunk in splitter.create_documents([text]):
            start = chunk.metadata["start_index"]
            units.append(Unit(f"{name}@{start}", name, "", chunk.page_content, meeting))
    return tuple(units)


def _texts(store: Store) -> Iterator[tuple[str, Meeting, str]]:
    """(file name, meeting, text) of all minutes of the store."""
    for summary in store.sources():
        for minutes_id in store.minutes_of(summary.source.id):
            context = store.context(minutes_id)
            if context is not None:
                yield summary.source.name, context[1], store.minutes_text(minutes_id)[0]
