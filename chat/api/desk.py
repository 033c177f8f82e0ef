"""The desk over HTTP: compare, brief, check. Bodies are checked here; the forms of the answers are those of the modules."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from chat.api.forms import AnswerOut, CitationOut, Filters
from chat.contract import filter_from_dict, today_of
from chat.limits import LARGEST_BODY, LONGEST_QUESTION
from chat.ports import AnswerService

MAX_DRAFT = 100_000
"""Characters of a draft: an hour of speech has some 20,000."""


class CompareBody(BaseModel):
    """A question for several towns; without `town` in `filters` all (or those that the question names)."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"question": "テレワークの状況は", "filters": {"town": ["金沢市", "八千代市"]}}]
        },
    )

    question: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    filters: Filters = Field(default_factory=Filters)
    today: str = Field(default="", max_length=10)


class BriefBody(BaseModel):
    """A theme and one's own town."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"theme": "情報セキュリティ", "town": "調布市"}]}
    )

    theme: str = Field(min_length=1, max_length=500)
    town: str = Field(min_length=1, max_length=100)
    since: str = Field(default="", max_length=10)
    until: str = Field(default="", max_length=10)


class CheckBody(BaseModel):
    """A draft, with the own town (its replies come first, those of others apart) and filters for the record that it is set against."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"text": "本市は50台を導入しました。", "own": "八千代市"}]},
    )

    text: str = Field(min_length=1, max_length=MAX_DRAFT)
    own: str = Field(default="", max_length=100)
    filters: Filters = Field(default_factory=Filters)
    today: str = Field(default="", max_length=10)


class TownOut(BaseModel):
    """`answer` is null where no minutes of the town are loaded (`no_minutes`)."""

    town: str
    status: str
    message: str
    answer: AnswerOut | None = None


class ComparisonOut(BaseModel):
    question: str
    filters: Filters
    towns: list[TownOut]
    elapsed_ms: float


class QuotedOut(BaseModel):
    label: str
    mark: int


class LineOut(BaseModel):
    text: str
    quotes: list[QuotedOut]


class SectionOut(BaseModel):
    title: str
    message: str
    lines: list[LineOut]


class DossierOut(BaseModel):
    theme: str
    town: str
    sections: list[SectionOut]
    citations: list[CitationOut]
    markdown: str
    elapsed_ms: float


class ContrastOut(BaseModel):
    kind: str
    draft: str
    record: list[str]
    same: bool


class EarlierOut(BaseModel):
    exchange_id: str
    confidence: float
    elsewhere: bool
    citations: list[CitationOut]
    contrasts: list[ContrastOut]


class SentenceOut(BaseModel):
    """`status`: answered, never (no earlier reply of `towns`; empty: of any), passed (a greeting or heading). Replies of other towns
    are `elsewhere`, with no contrasts."""

    text: str
    start: int
    end: int
    status: str
    message: str
    towns: list[str]
    earlier: list[EarlierOut]


class CheckOut(BaseModel):
    filters: Filters
    sentences: list[SentenceOut]
    counts: dict[str, int]
    elapsed_ms: float


def desk_router(service: AnswerService, errors: dict[int | str, dict[str, Any]]) -> APIRouter:
    """The routes; `errors` documents what may go wrong."""
    router = APIRouter(responses=errors, max_body_size=LARGEST_BODY)

    @router.post("/api/compare", response_model=ComparisonOut, summary="自治体ごとに比べる")
    def compare(body: CompareBody) -> dict[str, Any]:
        """同じ質問への各自治体の答弁、または記録がないことを返します。"""
        from chat.desk.compare import compare as compared
        from chat.desk.compare import to_dict

        today = today_of(body.today)
        filters = body.filters.as_filter()
        return to_dict(compared(service, body.question, (), filters, today))

    @router.post("/api/brief", response_model=DossierOut, summary="質問準備の資料を作る")
    def brief(body: BriefBody) -> dict[str, Any]:
        """テーマについての、すべての行に出典のある資料です。`markdown` は編集用の文章です。"""
        from chat.desk.brief import brief as made
        from chat.desk.brief_files import to_dict

        period = filter_from_dict({"since": body.since, "until": body.until})
        return to_dict(made(service, body.theme, body.town, period.since, period.until))

    @router.post("/api/check", response_model=CheckOut, summary="文章をこれまでの答弁と照らし合わせる")
    def check(body: CheckBody) -> dict[str, Any]:
        """一文ごとに、近い答弁と、数値・日付・約束のことばの異同、違う名称を返します。"""
        from chat.desk.check import check as checked
        from chat.desk.check_files import to_dict

        today = today_of(body.today)
        filters = body.filters.as_filter()
        return to_dict(checked(service, body.text, filters, today, body.own))

    return router
