"""How a document was read: as JSON under `/api`, and as a page that sets the original beside what was read from it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path
from fastapi.responses import HTMLResponse

from chat.inspection import inspection_to_dict
from chat.page.record_page import page_html as gone_html
from chat.ports import AnswerService
from chat.render.inspection import page_html
from chat.words import Language, speaking

NO_SOURCE = "この番号の資料はありません。削除されたか、番号が違います。"


def inspection_router(service: AnswerService, errors: dict[int | str, dict[str, Any]]) -> APIRouter:
    """The routes; `errors` documents the problems that each of them may answer."""
    router = APIRouter(responses=errors)

    missing: dict[int | str, dict[str, Any]] = {404: {**errors[400], "description": "その番号の資料がない"}}

    @router.get("/api/sources/{source_id}/inspection", summary="資料の読み取りを調べる", responses=missing)
    def inspection(source_id: Annotated[str, Path(examples=["4f1c"])]) -> dict[str, Any]:
        """発言に置けた割合、発言者と名簿、置けなかった行、答弁の見つからない質問、注意、読み方の理由です。"""
        _check(service, source_id)
        return inspection_to_dict(service.inspect(source_id))

    @router.get("/inspect/{source_id}", include_in_schema=False)
    def page(source_id: str) -> HTMLResponse:
        return _page(service, source_id, "ja")

    @router.get("/en/inspect/{source_id}", include_in_schema=False)
    def english_page(source_id: str) -> HTMLResponse:
        return _page(service, source_id, "en")

    return router


def _page(service: AnswerService, source_id: str, lang: Language) -> HTMLResponse:
    with speaking(lang):
        if service.source(source_id) is None:
            return HTMLResponse(gone_html(None), 404)
        return HTMLResponse(page_html(service.inspect(source_id)))


def _check(service: AnswerService, source_id: str) -> None:
    if service.source(source_id) is None:
        raise HTTPException(404, NO_SOURCE)
