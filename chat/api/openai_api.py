"""The chatbot as a model for clients of the OpenAI protocol (Open WebUI and others): `/v1/models`, `/v1/chat/completions`.

The text has its citations as Markdown links; the field `citations` has them in the form of `/api/ask`. Settings such as
temperature mean nothing here and are ignored: an answer is a quotation of the record, or a sentence held against it.
"""

from __future__ import annotations

import json
import re
import time
import uuid
from collections.abc import Iterator
from typing import Any, Literal

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from chat.api.forms import Filters
from chat.api.web import PROBLEM
from chat.contract import citation_to_dict
from chat.framing import place_ja, speaker_ja
from chat.limits import LARGEST_BODY, LONGEST_QUESTION
from chat.ports import AnswerService
from chat.types import Answer, Citation, Message

MODEL = "kaigiroku"
PIECE = 60
"""Characters of a streamed piece."""


class ChatPart(BaseModel):
    """A piece of a message; only text is read."""

    type: str
    text: str = Field(default="", max_length=100_000)


class ChatMessage(BaseModel):
    """One message; what is neither user nor assistant (system prompts of clients) is not read."""

    role: str = Field(max_length=40)
    content: str | list[ChatPart] | None = None


class ChatBody(BaseModel):
    """A request for a completion. `filters` is an addition of this server."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "model": MODEL,
                    "messages": [{"role": "user", "content": "調布市のCSIRTはどのように組織されていますか"}],
                }
            ]
        }
    )

    model: str = Field(default=MODEL, max_length=200)
    messages: list[ChatMessage] = Field(min_length=1, max_length=400)
    stream: bool = False
    filters: Filters = Field(default_factory=Filters)


class ChatOut(BaseModel):
    """A completion; `citations` in the form of `/api/ask`."""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[dict[str, Any]]
    usage: dict[str, int]
    citations: list[dict[str, Any]]
    status: str


_ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"description": "質問がない・長すぎる・条件が正しくない", "content": {PROBLEM: {}}},
    413: {"description": "大きすぎる", "content": {PROBLEM: {}}},
    422: {"description": "形が正しくない", "content": {PROBLEM: {}}},
    503: {"description": "会議録の保管場所を使えない", "content": {PROBLEM: {}}},
}


def openai_router(service: AnswerService) -> APIRouter:
    """The two paths over `service`."""
    router = APIRouter(prefix="/v1", max_body_size=LARGEST_BODY)

    @router.get("/models", summary="モデルの一覧（OpenAI 互換）")
    def models() -> dict[str, Any]:
        """このチャットだけです。"""
        model = {"id": MODEL, "object": "model", "created": 0, "owned_by": "kaigiroku"}
        return {"object": "list", "data": [model]}

    @router.post(
        "/chat/completions", summary="質問する（OpenAI 互換）", response_model=ChatOut, responses=_ERRORS
    )
    def completions(body: ChatBody, request: Request) -> Any:
        """最後の user の質問に答えます。引用は Markdown のリンクと `citations` に入ります。"""
        history, question = _asked(body.messages)
        if not question.strip() or len(question) > LONGEST_QUESTION:
            raise HTTPException(
                400, f"最後の user のメッセージに、{LONGEST_QUESTION}字までの質問を書いてください。"
            )
        answer = service.ask(question, history, body.filters.as_filter())
        base = str(request.base_url).rstrip("/")
        text, cited = markdown(answer, base), [citation_to_dict(c) for c in answer.citations]
        if body.stream:
            chunks = _chunks(text, cited, answer.status)
            return StreamingResponse(
                chunks, media_type="text/event-stream", headers={"cache-control": "no-store"}
            )
        return {
            **_frame("chat.completion"),
            "choices": [
                {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
            ],
            "usage": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
            "citations": cited,
            "status": answer.status,
        }

    return router


def _asked(messages: list[ChatMessage]) -> tuple[list[Message], str]:
    """The conversation before, and the last question."""
    said = [Message(m.role, _text(m)) for m in messages if m.role in ("user", "assistant")]
    while said and said[-1].role != "user":
        said.pop()
    return said[:-1], said[-1].content if said else ""


def _text(message: ChatMessage) -> str:
    if isinstance(message.content, list):
        return "\n".join(part.text for part in message.content if part.type == "text")
    return message.content or ""


def markdown(answer: Answer, base: str) -> str:
    """The answer's text with each mark linked, then the list of sources; what the record says is escaped."""
    links = {citation.mark: link(citation, base) for citation in answer.citations}

    def linked(match: re.Match[str]) -> str:
        mark = int(match[1])
        return f"[\\[{mark}\\]]({links[mark]})" if mark in links else match[0]

    pieces = re.split(r"(\[\d+\])", answer.text)
    text = "".join(
        re.sub(r"\[(\d+)\]", linked, p) if re.fullmatch(r"\[\d+\]", p) else escaped(p) for p in pieces
    )
    lines = [text.replace("\n", "  \n")]
    if answer.citations:
        lines.append("")
        lines += [_source_line(citation, links[citation.mark]) for citation in answer.citations]
    lines += ["", *(f"*{escaped(note)}*" for note in answer.notes)] if answer.notes else []
    return "\n".join(lines)


def _source_line(citation: Citation, address: str) -> str:
    where = " ".join(
        filter(None, (place_ja(citation.meeting), speaker_ja(citation.speaker), citation.source))
    )
    return f"- [\\[{citation.mark}\\] {escaped(where)}]({address})"


def link(citation: Citation, base: str) -> str:
    """The published original where the document names it by http(s), else the exchange on this server."""
    if re.fullmatch(r"https?://[^\s()<>\"']+", citation.url):
        return citation.url
    return f"{base}/record/{citation.exchange_id}"


def escaped(text: str) -> str:
    """Text of a document that no Markdown reader takes for markup."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)


def _frame(kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{uuid.uuid4().hex}", "object": kind, "created": int(time.time()), "model": MODEL}


def _chunks(text: str, citations: list[dict[str, Any]], status: str) -> Iterator[str]:
    frame = _frame("chat.completion.chunk")

    def line(delta: dict[str, Any], finish: str | None, **more: Any) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return f"data: {json.dumps({**frame, 'choices': [choice], **more}, ensure_ascii=False)}\n\n"

    yield line({"role": "assistant", "content": ""}, None)
    for at in range(0, len(text), PIECE):
        yield line({"content": text[at : at + PIECE]}, None)
    yield line({}, "stop", citations=citations, status=status)
    yield "data: [DONE]\n\n"
