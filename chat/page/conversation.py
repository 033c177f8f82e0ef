"""A conversation as the browser keeps it: enough to show it again after a reload, each quotation checked against the record anew.

The text of an answer and its quotations are kept as they were shown; what the record no longer bears out (a document that was
removed or read anew in other words) is not shown again: the question stays, with a note.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from chat.contract import filter_from_dict, filter_to_dict
from chat.ports import AnswerService
from chat.render.answers import ShownTurn
from chat.types import Answer, Citation, FoundExchange, Message, Reach
from chat.words import t
from corpus.errors import KaigirokuError
from retriever.types import Hit

MAX_TURNS = 50
"""Turns that a conversation keeps; older ones scroll out. Some 3 kB each, a small part of what a browser keeps (5 MB)."""

LONGEST_KEPT = 1 << 20
"""Characters of a kept conversation that are read back; a longer one is none of ours."""

GONE = "この回答の資料が削除されたか、読み込み直されたため、表示できません。もう一度質問してください。"


def history(turns: Sequence[ShownTurn]) -> tuple[Message, ...]:
    """The conversation so far as the service takes it; turns that failed are left out."""
    return tuple(
        message
        for turn in turns
        if turn.answer
        for message in (
            Message("user", turn.question, turn.answer.filters.towns if turn.exact else None),
            Message("assistant", turn.answer.text),
        )
    )


def kept(turns: Sequence[ShownTurn]) -> str:
    """The conversation as JSON; empty where there is none."""
    return json.dumps([_kept(turn) for turn in turns], ensure_ascii=False) if turns else ""


def _kept(turn: ShownTurn) -> dict[str, Any]:
    said: dict[str, Any] = {"question": turn.question, "key": turn.key, "exact": turn.exact}
    said |= {"vote": turn.vote, "comment": turn.comment, "error": turn.error}
    if answer := turn.answer:
        reach = answer.searched
        said["answer"] = {
            "status": answer.status,
            "text": answer.text,
            "citations": [_kept_citation(citation) for citation in answer.citations],
            "hits": [found.stored.exchange.id for found in answer.hits],
            "filters": filter_to_dict(answer.filters),
            "confidence": answer.confidence,
            "searched": reach and asdict(reach),
            "notes": list(answer.notes),
            "missing": list(answer.missing_towns),
            "aside": answer.aside,
        }
    return said


def _kept_citation(citation: Citation) -> dict[str, Any]:
    return {
        "mark": citation.mark,
        "exchange": citation.exchange_id,
        "role": citation.role,
        "spans": [list(span) for span in citation.spans],
        "quote": citation.quote,
    }


def restored(service: AnswerService, text: str) -> list[ShownTurn]:
    """The conversation that `kept` wrote, with its quotations checked; empty where `text` is none."""
    if len(text) > LONGEST_KEPT:
        return []
    try:
        turns = json.loads(text)
        return [_restored(service, turn) for turn in turns[-MAX_TURNS:]]
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError, KaigirokuError):
        return []  # of an earlier version of this program, or not ours


def _restored(service: AnswerService, said: Mapping[str, Any]) -> ShownTurn:
    question = str(said["question"])
    made = said.get("answer")
    answer = _answer(service, question, made) if made else None
    error = str(said.get("error", "")) or ("" if answer else t(GONE))
    return ShownTurn(
        question,
        answer,
        error,
        key=str(said.get("key", "")),
        vote=int(said.get("vote", 0)),
        comment=str(said.get("comment", "")),
        exact=bool(said.get("exact", False)),
    )


def _answer(service: AnswerService, question: str, made: Mapping[str, Any]) -> Answer | None:
    """The answer, None where one of its quotations no longer stands in the record."""
    citations = [_recited(service, one) for one in made["citations"]]
    if any(citation is None for citation in citations):
        return None
    found = [service.exchange(str(exchange_id)) for exchange_id in made["hits"]]
    hits = [FoundExchange(Hit(n, 0.0, one.exchange.id), one) for n, one in enumerate(found, 1) if one]
    reach = made["searched"]
    return Answer(
        question,
        "answered" if citations else "no_evidence",
        str(made["text"]),
        tuple(citation for citation in citations if citation),
        tuple(hits),
        filter_from_dict(made["filters"]),
        float(made["confidence"]),
        Reach(**{**reach, "towns": tuple(map(str, reach["towns"]))}) if reach else None,
        missing_towns=tuple(map(str, made.get("missing", ()))),
        notes=tuple(map(str, made["notes"])),
        aside=bool(made.get("aside", False)),
    )


def _recited(service: AnswerService, one: Mapping[str, Any]) -> Citation | None:
    spans = tuple((int(start), int(end)) for start, end in one["spans"])
    return service.recite(str(one["exchange"]), str(one["role"]), spans, str(one["quote"]), int(one["mark"]))
