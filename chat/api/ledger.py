"""The ledger over HTTP: a page of promises as JSON, or all of them as a table file."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BaseModel, Field

from chat.api.forms import Filters
from chat.commitments.files import commitment_to_dict, to_table
from chat.commitments.kinds import Kind
from chat.commitments.types import Wanted
from chat.exports import MEDIA_TYPES, Form, disposition
from chat.ports import AnswerService
from chat.words import Language, speaking, t

MAX_LISTED = 1_000
"""Statements in one answer; who wants all takes the file or `offset`."""


class LedgerFilters(Filters):
    """Narrows the list; what is left out narrows nothing."""

    kind: list[Kind] = Field(
        default_factory=list, max_length=6, description="種類（例: 検討）", examples=[["検討"]]
    )
    text: str = Field(default="", max_length=500, description="発言か議題に含まれることば", examples=["備蓄"])
    open: bool = Field(default=False, description="その後の言及がないものだけ", examples=[False])

    def wanted(self) -> Wanted:
        """The filters as the ledger takes them."""
        return Wanted(self.as_filter(), tuple(self.kind), self.text, self.open)


class LedgerParameters(LedgerFilters):
    """The filters of the ledger, and which part of the list is wanted."""

    limit: int = Field(default=100, ge=1, le=MAX_LISTED, description="件数", examples=[100])
    offset: int = Field(default=0, ge=0, le=10_000_000, description="先頭から飛ばす件数", examples=[0])


class LedgerFile(LedgerFilters):
    """The filters of the ledger, and the language of the heads of a file."""

    lang: Language = Field(default="ja", description="見出しの言語（ja か en）", examples=["ja"])


class CommitmentSpeaker(BaseModel):
    """Who made the promise."""

    name: str
    office: str


class CommitmentOut(BaseModel):
    """A statement of the executive side; `quote` is the record letter for letter."""

    exchange_id: str
    source: str
    municipality: str
    body: str
    meeting: str
    date: str
    topic: str
    speaker: CommitmentSpeaker
    kind: Kind
    quote: str
    spans: list[tuple[int, int]]
    page: int | None
    due: str | None
    state: str
    later: list[str]
    torn: tuple[bool, bool]


class CommitmentsOut(BaseModel):
    """A page of statements and how many there are in all."""

    total: int
    commitments: list[CommitmentOut]


def ledger_router(service: AnswerService, errors: dict[int | str, dict[str, Any]]) -> APIRouter:
    """The routes; `errors` are the documented error answers."""
    router = APIRouter(responses=errors)

    @router.get("/api/commitments", response_model=CommitmentsOut, summary="答弁の約束")
    def commitments(query: Annotated[LedgerParameters, Query()]) -> dict[str, Any]:
        """執行部が約束・予定・検討・研究・困難・実施済と述べた答弁を、新しい順に返します。"""
        wanted = query.wanted()
        found = service.ledger.find(wanted, "newest", query.limit, query.offset)
        return {
            "total": service.ledger.count(wanted),
            "commitments": [commitment_to_dict(one) for one in found],
        }

    def saved(query: LedgerFile, form: Form) -> Response:
        with speaking(query.lang):
            data = to_table(service.ledger.find(query.wanted(), "newest"), form)
            name = f"{t('答弁の約束')}.{form}"
        return Response(
            data, media_type=MEDIA_TYPES[form], headers={"Content-Disposition": disposition(name)}
        )

    @router.get("/api/commitments.csv", summary="答弁の約束（CSV）", response_class=Response)
    def as_csv(query: Annotated[LedgerFile, Query()]) -> Response:
        """同じ一覧を CSV（BOM 付き UTF-8）で返します。"""
        return saved(query, "csv")

    @router.get("/api/commitments.xlsx", summary="答弁の約束（Excel）", response_class=Response)
    def as_xlsx(query: Annotated[LedgerFile, Query()]) -> Response:
        """同じ一覧を Excel のファイルで返します。"""
        return saved(query, "xlsx")

    return router
