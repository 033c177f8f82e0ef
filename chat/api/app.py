"""The application: page at `/`, API for programs at `/api` with `/docs` to describe it. All of it asks the one service.

Errors are problem details (RFC 9457, `application/problem+json`) with a sentence in `detail` that says what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, FastAPI, HTTPException, Path, Query, Request
from fastapi.responses import RedirectResponse

from chat.api.desk import desk_router
from chat.api.doors import add_doors, add_guards
from chat.api.errors import ERRORS, add_error_handlers, add_unknown_paths
from chat.api.forms import (
    AnswerOut,
    AskBody,
    ExchangeOut,
    HealthOut,
    PageParameters,
    ProblemOut,
    SearchOut,
    SearchParameters,
    SourcesOut,
)
from chat.api.inspection import inspection_router
from chat.api.ledger import ledger_router
from chat.api.record import record_router
from chat.api.stopping import Finishing, UnderWay
from chat.api.tokens import Tokens
from chat.api.web import PROBLEM, MissingPage, PageHead, ProblemBodies, SecurityHeaders
from chat.contract import (
    answer_to_dict,
    exchange_to_dict,
    hit_to_dict,
    source_to_dict,
)
from chat.limits import LARGEST_BODY, LARGEST_FILE_MIB
from chat.ports import AnswerService
from chat.words import LANGUAGES, Language

if TYPE_CHECKING:
    from chat.page.frame import Tab


def create_app(
    service: AnswerService,
    max_upload_bytes: int = LARGEST_FILE_MIB * 2**20,
    page: bool = True,
    more_tabs: Sequence[Tab] = (),
    tokens: Tokens | None = None,
    per_minute: int = 0,
) -> FastAPI:
    """The application.

    Args:
        service: what answers.
        max_upload_bytes: largest file that the page takes.
        page: whether the page is mounted at `/` (it needs Gradio, which takes seconds to load).
        more_tabs: tabs of the page that folders above this one bring.
        tokens: asked for where given (a server on the network).
        per_minute: requests that a caller may make; 0: any number.
    """
    from fastapi_offline import FastAPIOffline

    app = FastAPIOffline(
        title="会議録チャット API",
        version="1",
        description="会議録への質問に、記録のことばのままの引用と出典で答えます。",
        redoc_url=None,
        static_url="/docs-assets",
        # Measurements of requests go nowhere, whatever the environment asks for.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    _add_routers(app, service)
    add_doors(app, service)
    add_error_handlers(app)
    add_unknown_paths(app)
    if page:
        app = _mount_page(app, service, max_upload_bytes, more_tabs)
    app.add_middleware(ProblemBodies)
    app.state.under_way = UnderWay()
    app.add_middleware(Finishing, under_way=app.state.under_way)
    app.add_middleware(SecurityHeaders)
    add_guards(app, tokens, per_minute, service)
    return app


def _add_routers(app: FastAPI, service: AnswerService) -> None:
    """The paths of the API and of the record, in the order in which the documentation lists them."""
    app.include_router(_router(service))
    app.include_router(desk_router(service, ERRORS))
    app.include_router(ledger_router(service, ERRORS))
    for lang in LANGUAGES:
        app.include_router(record_router(service, lang))
    app.include_router(inspection_router(service, ERRORS))


def _add_english_ways(app: FastAPI) -> None:
    """What is typed or linked at the English page and stands elsewhere."""

    @app.get("/en/api/{path:path}", include_in_schema=False)
    def beside_english_page(path: str, request: Request) -> RedirectResponse:
        """The links of the page name what is beside it; of these there is one for both languages."""
        return RedirectResponse(str(request.url.replace(path=request.url.path.replace("/en/", "/", 1))))

    @app.get("/en", include_in_schema=False)
    def english_page() -> RedirectResponse:
        """`/en` without the stroke behind it, as people type it, leads to the page."""
        return RedirectResponse("en/")


def _mount_page(
    app: FastAPI, service: AnswerService, max_upload_bytes: int, more_tabs: Sequence[Tab]
) -> FastAPI:
    """The page in each language: Japanese at `/`, English at `/en/`."""
    from chat.page.frame import build_page
    from chat.page.loading import load_gradio
    from chat.page.record_page import missing_html
    from chat.page.runs import Keeping
    from chat.page.theme import css, head_js, theme

    gr = load_gradio()
    _add_english_ways(app)
    places: tuple[tuple[Language, str], ...] = (("en", "/en"), ("ja", "/"))
    keeping = Keeping()
    app.state.turn = keeping.turn  # who ends the server ends what is being read
    for lang, path in places:  # what is mounted at / takes every path that is left
        app = gr.mount_gradio_app(
            app,
            build_page(service, max_upload_bytes, more_tabs, lang, keeping),
            path=path,
            theme=theme(),
            css=css(),
            max_file_size=max_upload_bytes,
            app_kwargs={"openapi_url": None},
            show_error=False,  # unexpected errors go to the log, not to everybody's screen
            # Everything that records, reports or shows developers' pages is off.
            run_history=False,
            footer_links=[],
            enable_monitoring=False,
            mcp_server=False,
            ssr_mode=False,
            pwa=False,
        )
        app.add_middleware(PageHead, script=head_js(lang), path=path.rstrip("/") + "/", lang=lang)
    app.add_middleware(MissingPage, page=missing_html)
    return app


_NOT_THERE: dict[int | str, dict[str, Any]] = {
    404: {"model": ProblemOut, "description": "その番号の質疑がない", "content": {PROBLEM: {}}}
}


def _router(service: AnswerService) -> APIRouter:
    router = APIRouter(responses=ERRORS, max_body_size=LARGEST_BODY)

    @router.post("/api/ask", response_model=AnswerOut, summary="質問する")
    def ask(body: AskBody) -> dict[str, Any]:
        """引用と出典つきの回答、または記録に答えがないこと（`no_evidence`）を返します。"""
        return answer_to_dict(service.ask(body.question, *body.beside()), body.id)

    @router.get("/api/search", response_model=SearchOut, summary="質疑を探す")
    def search(query: Annotated[SearchParameters, Query()]) -> dict[str, Any]:
        """見つかった質疑を、よく合う順に返します。多くのことを尋ねた長い質疑は、その中の合う項目で示します。続きは `next` を `offset` に入れて受け取ります（`next` が null なら終わりです）。"""
        end = query.offset + query.k
        hits = service.search(query.q, query.as_filter(), end + 1)
        shown = [hit_to_dict(hit) for hit in hits[query.offset : end]]
        return {"query": query.q, "hits": shown, "offset": query.offset, "next": end if hits[end:] else None}

    @router.get("/api/sources", response_model=SourcesOut, summary="資料の一覧")
    def sources(query: Annotated[PageParameters, Query()]) -> dict[str, Any]:
        """読み込んだ資料と、それぞれから読み取った件数・注意です。`total` は全体の件数です。"""
        found = service.sources()
        shown = map(source_to_dict, found[query.offset : query.offset + query.limit])
        return {"total": len(found), "sources": list(shown)}

    @router.get(
        "/api/exchanges/{exchange_id}", response_model=ExchangeOut, summary="質疑を開く", responses=_NOT_THERE
    )
    def exchange(exchange_id: Annotated[str, Path(examples=["4f1c-12"])]) -> dict[str, Any]:
        """質問と答弁の全文です。"""
        stored = service.exchange(exchange_id)
        if stored is None:
            raise HTTPException(404, "この番号の質疑はありません。資料が削除されたか、番号が違います。")
        return exchange_to_dict(stored)

    @router.get("/healthz", response_model=HealthOut, summary="動いているか")
    def healthz() -> dict[str, Any]:
        """保管場所を開けて読めるときに ok を返します。"""
        reach = service.reach()
        return {"status": "ok", "exchanges": reach.exchanges, "towns": len(reach.towns)}

    return router
