"""What the links of the page open: the record of an exchange at its permanent address, the stored original, the list of documents.

Originals come from anywhere. Only PDF and plain text are shown by the browser; everything else is handed over as a download,
under a policy that lets nothing in it run.
"""

from __future__ import annotations

from pathlib import PurePath

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from chat.exports import MEDIA_TYPES, Form, disposition, to_file
from chat.page.record_page import page_html
from chat.ports import AnswerService
from chat.record import citation_at, record_of, spans_at
from chat.render.documents import documents_sheet, matching
from chat.words import Language, speaking, t

_PLAIN = (".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xml")

_SEALED = "default-src 'none'; sandbox"
"""Nothing in the response is loaded or run, should a browser show it after all."""

_PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'"
"""The browsers' own readers of PDF put the file into an `embed` of a page of theirs; a sandbox would leave it blank."""


def record_router(service: AnswerService, lang: Language = "ja") -> APIRouter:
    """The routes beside the page of this language; they belong to the page, not to the API."""
    router = APIRouter(include_in_schema=False, prefix="" if lang == "ja" else f"/{lang}")

    @router.get("/record/{exchange_id}")
    def record(exchange_id: str, at: str = "") -> HTMLResponse:
        found = record_of(service, exchange_id)
        spans = spans_at(found.stored, at) if found else ()
        citation = citation_at(service, found.stored, spans) if found else None
        with speaking(lang):
            return HTMLResponse(page_html(found, citation, spans), 200 if found else 404)

    @router.get("/originals/{source_id}")
    def original(source_id: str, save: bool = False) -> Response:
        source, data = service.source(source_id), service.original(source_id)
        if source is None or data is None:
            with speaking(lang):
                return HTMLResponse(page_html(None), 404)
        return original_response(source.name, data, save)

    @router.get("/documents.{form}")
    def documents(form: Form, words: str = "") -> Response:
        with speaking(lang):
            data = to_file(documents_sheet(matching(service.sources(), words)), form)
            name = f"{t('資料の一覧')}.{form}"
        return Response(
            data, media_type=MEDIA_TYPES[form], headers={"content-disposition": disposition(name)}
        )

    return router


def original_response(name: str, data: bytes, save: bool = False) -> Response:
    """The file as a response that a browser can open without harm.

    Args:
        name: what it was called; used for the name of the download and for how text is told from the rest.
        data: its bytes; of text the characters are sent as UTF-8 where it is shown, the bytes themselves where it is saved.
        save: whether it is to be saved even where it could be shown.
    """
    suffix = PurePath(name).suffix.lower()
    kind, policy, shown = "application/octet-stream", _SEALED, False
    if data.startswith(b"%PDF-"):
        kind, policy, shown = "application/pdf", _PDF_POLICY, not save
    elif suffix in _PLAIN and not save and (text := _text(data)) is not None:
        data, kind, shown = text.encode("utf-8"), "text/plain; charset=utf-8", True
    headers = {
        "content-disposition": disposition(name, "inline" if shown else "attachment"),
        "content-security-policy": policy,
        "cache-control": "private, no-cache",
    }
    return Response(data, media_type=kind, headers=headers)


def _text(data: bytes) -> str | None:
    from corpus.errors import ReadError
    from ingest.readers.encoding import decode

    try:
        return decode(data)
    except ReadError:
        return None
