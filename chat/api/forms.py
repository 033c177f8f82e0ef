"""The forms of the HTTP API, for its checks and its documentation; the keys are those of `chat.contract`."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from chat.contract import filter_from_dict, messages_from_list, today_of
from chat.limits import LONGEST_QUESTION
from chat.types import Message
from corpus.types import Side
from retriever.types import Filter

QUESTION = "調布市のCSIRTはどのように組織されていますか"


class Filters(BaseModel):
    """Narrows a search; what is left out narrows nothing."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"town": ["調布市"], "since": "2024-01-01"}]}
    )

    town: list[str] = Field(
        default_factory=list, max_length=2000, description="自治体名（例: 調布市）", examples=[["調布市"]]
    )
    prefecture: str = Field(default="", max_length=100, description="都道府県名の一部", examples=["東京"])
    body: str = Field(default="", max_length=200, description="会議体名の一部", examples=["市議会"])
    since: str = Field(
        default="", max_length=10, description="この日から（例: 2021-04-01）", examples=["2021-04-01"]
    )
    until: str = Field(
        default="", max_length=10, description="この日まで（例: 2024-03-31）", examples=["2024-03-31"]
    )
    office: str = Field(default="", max_length=200, description="発言者の役職の一部", examples=["部長"])
    side: Side | None = Field(default=None, description="発言した側", examples=["executive"])

    def as_filter(self) -> Filter:
        """As the service takes them. Raises SettingsError for a period that makes no sense."""
        return filter_from_dict(self.model_dump(include=set(Filters.model_fields)))


MAX_RESULTS = 100
"""Hits a search may ask for; who wants all exchanges reads them by `kaigiroku exchanges`."""


MAX_DEPTH = 1_000
"""Hits that may be passed over: nobody reads on so far, and every one costs the time of its exchange."""


class SearchParameters(Filters):
    """Words to search for, with filters."""

    q: str = Field(
        min_length=1, max_length=LONGEST_QUESTION, description="探すことば", examples=["避難所 備蓄"]
    )
    k: int = Field(default=10, ge=1, le=MAX_RESULTS, description="件数", examples=[10])
    offset: int = Field(default=0, ge=0, le=MAX_DEPTH, description="先頭から飛ばす件数", examples=[0])


class PageParameters(BaseModel):
    """A page of a list."""

    limit: int = Field(default=1_000, ge=1, le=10_000, description="件数", examples=[100])
    offset: int = Field(default=0, ge=0, le=10_000_000, description="先頭から飛ばす件数", examples=[0])


class HistoryMessage(BaseModel):
    """One message of the conversation so far."""

    role: Literal["user", "assistant"]
    content: str = Field(max_length=100_000)


class AskBody(BaseModel):
    """A question, with the conversation before it if it goes on from there."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"question": QUESTION, "filters": {"town": ["調布市"]}}]},
    )

    question: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    history: list[HistoryMessage] = Field(default_factory=list, max_length=200)
    filters: Filters = Field(default_factory=Filters)
    id: str = Field(default="", max_length=200, description="呼び出し側の番号。回答にそのまま返る")
    today: str = Field(default="", max_length=10, description="「昨年度」などを数える日（既定は今日）")

    def beside(self) -> tuple[tuple[Message, ...], Filter, date | None]:
        """What the service takes beside the question: the conversation, the filters, the day. Raises SettingsError for what makes no sense."""
        past = messages_from_list([message.model_dump() for message in self.history])
        return past, self.filters.as_filter(), today_of(self.today)


class SpeakerOut(BaseModel):
    name: str
    office: str


class CitationOut(BaseModel):
    """A verbatim quotation: `quote` is the stored text at `spans`, joined."""

    mark: int
    exchange_id: str
    source: str = Field(description="資料のファイル名")
    quote: str
    speaker: SpeakerOut
    municipality: str
    body: str
    date: str
    topic: str
    page: int | None
    spans: list[tuple[int, int]]
    url: str


class HitOut(BaseModel):
    """An exchange that was found; a statement has an empty `question_text`."""

    rank: int
    score: float
    exchange_id: str
    source: str
    topic: str
    question_text: str
    answer_text: str


class AnswerOut(BaseModel):
    """An answer; with `no_evidence` the record holds none and `hits` are near topics."""

    id: str
    question: str
    status: Literal["answered", "no_evidence"]
    text: str
    citations: list[CitationOut]
    hits: list[HitOut]
    filters: Filters
    elapsed_ms: float
    notes: list[str] = Field(
        default_factory=list, description="差し控えた文があることなど、回答についての注意"
    )
    aside: bool = Field(
        default=False,
        description="会議録に書かれたことを尋ねていない（お礼、使い方、読み込まれている会議録）。`text` がすべてで、`status` は no_evidence",
    )


class SearchOut(BaseModel):
    query: str
    hits: list[HitOut]
    offset: int
    next: int | None = Field(description="続きの offset。終わりなら null")


class SideOut(BaseModel):
    text: str
    speakers: list[SpeakerOut]
    page: int | None


class ExchangeOut(BaseModel):
    """A question and its reply with where they are from."""

    id: str
    source: str
    municipality: str
    body: str
    meeting: str
    date: str
    agenda: str
    topic: str
    status: Literal["answered", "opinion", "unanswered", "statement"]
    question: SideOut
    answer: SideOut
    parts: list[ExchangeOut]
    notes: dict[str, str]


class MeetingOut(BaseModel):
    municipality: str
    body: str
    meeting: str
    date: str


class SourceOut(BaseModel):
    """One document with what was read from it."""

    id: str
    name: str
    uri: str
    url: str
    media_type: str
    layout: str
    parser: str
    added_at: str
    meetings: list[MeetingOut]
    exchanges: int
    statements: int
    warnings: list[str]


class SourcesOut(BaseModel):
    total: int
    sources: list[SourceOut]


class HealthOut(BaseModel):
    status: Literal["ok"]
    exchanges: int
    towns: int


class ProblemOut(BaseModel):
    """An error as of RFC 9457."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={
            "examples": [
                {
                    "type": "about:blank",
                    "title": "Not Found",
                    "status": 404,
                    "detail": "この番号の質疑はありません。",
                }
            ]
        },
    )

    type: str
    title: str
    status: int
    detail: str
