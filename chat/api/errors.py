"""Errors of the API as problem details (RFC 9457), with a sentence in `detail` that says what to do."""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.routing import compile_path

from chat.api.forms import ProblemOut
from chat.api.web import PROBLEM, TOO_LARGE, UNEXPECTED, problem
from corpus.errors import GoldError, KaigirokuError, RegisterError, SettingsError

log = logging.getLogger(__name__)

MEANINGS = {
    400: "条件が正しくない",
    401: "トークンが要る",
    403: "このトークンではできない",
    413: "大きすぎる",
    422: "形が正しくない",
    429: "回数の上限をこえた",
    503: "会議録の保管場所を使えない",
}
"""The codes of problems in the description of the API."""

ERRORS: dict[int | str, dict[str, Any]] = {
    code: {"model": ProblemOut, "description": MEANINGS[code], "content": {PROBLEM: {}}}
    for code in (400, 413, 422, 503)
}
"""What any route of the API may answer besides."""

UNREADABLE = "There was an error parsing the body"
"""What the framework says of a body that is no text in UTF-8 (Shift_JIS from a command line) or is nested too deep."""

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE"]

PROGRAMS = ("/api", "/v1", "/healthz", "/readyz", "/metrics")
"""Where programs ask: an unknown path or method below is told as a problem, not as a page."""


def respond(request: Request, status: int, detail: str, **more: Any) -> JSONResponse:
    """The response that tells an error, as RFC 9457 has it; `more` are further members of it."""
    body = problem(status, detail, request.url.path, **more)
    return JSONResponse(body, status_code=status, media_type=PROBLEM)


def add_unknown_paths(app: FastAPI) -> None:
    """Answers what no route of `PROGRAMS` takes; after all of them, before the page."""

    def unknown(request: Request) -> None:
        path = request.url.path.removeprefix(request.scope.get("root_path", ""))
        if allowed := _allowed(app, path):
            detail = f"このアドレスで使えるのは {'、'.join(allowed)} です。"
            raise HTTPException(405, detail, headers={"Allow": ", ".join(allowed)})
        raise HTTPException(404, f"「{path}」はありません。使い方は /docs にあります。")

    for prefix in PROGRAMS:
        for path in (prefix, prefix + "/{path:path}"):
            app.add_api_route(path, unknown, methods=METHODS, include_in_schema=False)


def _allowed(app: FastAPI, path: str) -> list[str]:
    """The methods that are described for a path; none where it is not known."""
    for template, operations in app.openapi()["paths"].items():
        if compile_path(template)[0].match(path):
            return sorted(method.upper() for method in operations)
    return []


def add_error_handlers(app: FastAPI) -> None:
    """Turns what routes raise into problem details."""

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        errors = [{"where": ".".join(map(str, e["loc"])), "what": _what(e)} for e in error.errors()]
        where = "、".join(f"{e['where']}: {e['what']}" for e in errors)
        detail = f"送られた内容の形が正しくありません（{where}）。/docs の例を見てください。"
        return respond(request, 422, detail, errors=errors)

    @app.exception_handler(StarletteHTTPException)
    def http(request: Request, error: StarletteHTTPException) -> JSONResponse:
        response = respond(request, error.status_code, _detail(request, error))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(KaigirokuError)
    def ours(request: Request, error: KaigirokuError) -> JSONResponse:
        wrong_use = isinstance(error, SettingsError | RegisterError | GoldError)
        return respond(request, 400 if wrong_use else 503, str(error))

    @app.exception_handler(Exception)
    def unexpected(request: Request, error: Exception) -> JSONResponse:
        log.error("unexpected error in %s", request.url.path, exc_info=error)
        return respond(request, 500, UNEXPECTED)


_WRONG = {
    "missing": "必要な項目です",
    "extra_forbidden": "使えない項目です",
    "string_too_long": "{max_length}字までです",
    "string_too_short": "{min_length}字以上書いてください",
    "too_long": "{max_length}個までです",
    "too_short": "{min_length}個以上書いてください",
    "less_than_equal": "{le} 以下にしてください",
    "greater_than_equal": "{ge} 以上にしてください",
    "json_invalid": "JSON として読めません",
    "model_attributes_type": "JSON のオブジェクト（{{…}}）を Content-Type: application/json で送ってください",
    "dict_type": "JSON のオブジェクト（{{…}}）にしてください",
    "list_type": "並び（[…]）にしてください",
    "string_type": "文字列にしてください",
    "string_unicode": "文字として読めません（\\ud800 のような片方だけの文字があります）",
    "int_type": "整数にしてください",
    "int_parsing": "整数にしてください",
    "int_from_float": "整数にしてください",
    "float_type": "数にしてください",
    "float_parsing": "数にしてください",
    "bool_type": "true か false にしてください",
    "bool_parsing": "true か false にしてください",
}


def _what(error: dict[str, Any]) -> str:
    """What is wrong with a field; the framework's words for what is not listed."""
    context = error.get("ctx", {})
    if error["type"] == "literal_error":
        allowed = re.findall("'([^']*)'", context["expected"])
        return f"{'、'.join(allowed)} のどれかにしてください"
    said = _WRONG.get(error["type"])
    return said.format(**context) if said else str(error["msg"])


def _detail(request: Request, error: StarletteHTTPException) -> str:
    """Our own words; in place of the framework's English ones where a route gave none."""
    if error.status_code == 413:
        return TOO_LARGE
    if str(error.detail) == UNREADABLE:
        return "送られた内容を読めません（JSON を UTF-8 の文字で送ってください）。/docs の例を見てください。"
    if str(error.detail) != HTTPStatus(error.status_code).phrase:
        return str(error.detail)
    if error.status_code == 404:
        return f"「{request.url.path}」はありません。使い方は /docs にあります。"
    return f"受け付けられませんでした（{error.detail}）。使い方は /docs にあります。"
