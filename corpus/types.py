"""The vocabulary: what minutes (会議録) consist of. Frozen dataclasses, tuples inside.

Text that is quoted is always the record itself: every `text` below equals the source's stored text at its `spans`,
joined with nothing between (see `corpus.spans`). Text that is indexed is computed from a `Passage` and never quoted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from corpus.spans import Spans

Side = Literal["member", "executive", "chair", "secretariat", "other"]
"""Who speaks: 議員・委員, 執行部, 議長・委員長・会長, 事務局, anybody else (参考人, unknown)."""

Status = Literal["answered", "opinion", "unanswered", "statement"]
"""`opinion`: nobody was asked to answer, or nobody did and it was no question; `unanswered`: a question without a
reply in the record; `statement`: an explanation, notice or closing speech (説明・事務連絡・まとめ), not an exchange."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality or prefecture of the register; `code` is the six-digit 全国地方公共団体コード."""

    code: str
    name: str
    prefecture: str
    kana: str = ""
    romaji: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as printed: `name` without title or 君, `office` (役職) such as 行政経営部長; either may be empty."""

    name: str = ""
    office: str = ""
    side: Side = "other"

    @property
    def is_officer(self) -> bool:
        """Whether it is one of those who reply: of the executive (執行部) or the secretariat (事務局)."""
        return self.side in ("executive", "secretariat")


@dataclass(frozen=True, slots=True)
class Source:
    """One ingested document. `uri` (URL or absolute path) is its key; `id` follows from `uri` and content."""

    id: str
    name: str
    uri: str
    sha256: str
    media_type: str
    layout: str
    parser: str
    added_at: str
    url: str = ""
    """Public address of the original, where the document or its URL states one."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting's header. `date` is ISO (2024-03-07) or empty; `body` the full name of the 会議体 (調布市議会)."""

    municipality: Municipality | None = None
    body: str = ""
    title: str = ""
    session: str = ""
    date: str = ""
    fiscal_year: int | None = None
    place: str = ""
    agenda: tuple[str, ...] = ()
    attendees: tuple[Speaker, ...] = ()
    remark: str = ""
    """What the document says of itself where it is not the final record: a digest, a preliminary or uncorrected version."""

    @property
    def town(self) -> str:
        """The municipality's name; empty where the document names none."""
        return self.municipality.name if self.municipality else ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One turn of one speaker, without its speaker mark. `page` counts from 1, None where there are no pages."""

    index: int
    speaker: Speaker
    text: str
    spans: Spans
    page: int | None = None
    agenda: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A piece of an utterance (or table cell) that serves as question or answer in an exchange."""

    speaker: Speaker
    text: str
    spans: Spans
    page: int | None = None
    utterance: int | None = None
    """Index of the utterance that it is a piece of; None for a table cell."""


OUTLINE = "通告"
"""Label of an exchange's note that holds its number in the member's outline."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answers (質疑), or a statement (`status == "statement"`: no questions, text in `answers`).

    `notes` are labelled extras such as (対応区分, 反映); `note_turns` are those that are text of the record that may be
    quoted (対応状況). `parts` pair question and answer where one turn asks several things; they are of the same form.
    """

    id: str
    topic: str
    status: Status
    questions: tuple[Turn, ...] = ()
    answers: tuple[Turn, ...] = ()
    agenda: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    note_turns: tuple[tuple[str, Turn], ...] = ()
    parts: tuple[Exchange, ...] = ()
    confidence: float = 1.0
    """How sure the pairing is, 0–1; 1 where the document itself prints it."""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """All that is said: questions, answers, labelled extras."""
        return (*self.questions, *self.answers, *self.turns_of("note"))

    def turns_of(self, role: str) -> tuple[Turn, ...]:
        """The turns that `Passage.turn` counts, by the passage's role."""
        if role == "question":
            return self.questions
        return tuple(turn for _, turn in self.note_turns) if role == "note" else self.answers

    @property
    def question_text(self) -> str:
        """All that was asked, a turn below the other."""
        return "\n".join(turn.text for turn in self.questions)

    @property
    def answer_text(self) -> str:
        """All that was replied, a turn below the other."""
        return "\n".join(turn.text for turn in self.answers)

    @property
    def outline_numbers(self) -> tuple[str, ...]:
        """通告1(3): the numbers of the member's outline under which it and its parts stand, each with its label."""
        notes = (note for one in (self, *self.parts) for note in one.notes)
        return tuple(f"{label}{value}" for label, value in notes if label == OUTLINE)


@dataclass(frozen=True, slots=True)
class Minutes:
    """One meeting read from a source (a source may hold several, such as an export of a year).

    `text` is the stretch of the source's stored text that holds the meeting; it starts at `offset` in the source, and all
    spans count from the start of the source. What the parser could not place is listed in `warnings`, never dropped.
    """

    meeting: Meeting
    text: str
    utterances: tuple[Utterance, ...]
    exchanges: tuple[Exchange, ...]
    warnings: tuple[str, ...] = ()
    offset: int = 0
    pages: tuple[tuple[int, int], ...] = ()
    """(offset at which a page starts, page number), ascending; empty where there are no pages."""


PassageRole = Literal["question", "answer", "statement", "note"]


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is indexed: a piece of one turn of an exchange; `exchange_id` names the part that it falls into, if any."""

    exchange_id: str
    role: PassageRole
    text: str
    spans: Spans
    turn: int = 0
    """Position of the turn among `questions`, `answers` or `note_turns` (by `role`)."""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class StoredExchange:
    """An exchange as the store returns it: with its meeting and source, so that it can be cited."""

    exchange: Exchange
    meeting: Meeting
    source: Source
    minutes_id: int
    position: int
    """Place of the exchange in its minutes, from 0."""
    parent_id: str = ""
    """Set where this is a part: the exchange that it is part of."""


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """One line of `list`: a source with what was read from it."""

    source: Source
    meetings: tuple[Meeting, ...] = ()
    exchanges: int = 0
    statements: int = 0
    warnings: tuple[str, ...] = field(default=())
