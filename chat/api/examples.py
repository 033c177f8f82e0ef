"""An example of what each route answers, for the documentation at `/docs`; a test holds them against the forms."""

from __future__ import annotations

from typing import Any

_FILTERS = {
    "town": ["調布市"], "prefecture": "", "body": "", "since": "", "until": "", "office": "", "side": None,
}  # fmt: skip
_SPEAKER = {"name": "", "office": "行政経営部長"}
_QUOTE = "避難所の食料は三日分を備えています。"
_CITATION: dict[str, Any] = {
    "mark": 1,
    "exchange_id": "4f1c-12",
    "source": "定例会.pdf",
    "quote": _QUOTE,
    "speaker": _SPEAKER,
    "municipality": "調布市",
    "body": "調布市議会",
    "date": "2024-03-07",
    "topic": "避難所の備蓄",
    "page": 4,
    "spans": [[1024, 1042]],
    "url": "",
}
_HIT = {
    "rank": 1,
    "score": 0.92,
    "exchange_id": "4f1c-12",
    "source": "定例会.pdf",
    "topic": "避難所の備蓄",
    "question_text": "避難所の備蓄は足りていますか。",
    "answer_text": _QUOTE,
}
_ANSWER: dict[str, Any] = {
    "id": "",
    "question": "避難所の備蓄は足りていますか",
    "status": "answered",
    "text": f"「{_QUOTE}」[1]\n— 調布市議会 令和6年3月7日 行政経営部長",
    "citations": [_CITATION],
    "hits": [_HIT],
    "filters": _FILTERS,
    "elapsed_ms": 41.5,
    "notes": [],
    "aside": False,
}
_MEETING = {
    "municipality": "調布市", "body": "調布市議会", "meeting": "令和6年第1回定例会", "date": "2024-03-07",
}  # fmt: skip
_TURN = {"text": _QUOTE, "speakers": [_SPEAKER], "page": 4}
_MARKDOWN = f"「{_QUOTE}」[\\[1\\]](http://127.0.0.1:7860/record/4f1c-12)"

EXAMPLES: dict[str, Any] = {
    "POST /api/ask": _ANSWER,
    "POST /api/ask/stream": f'event: sentence\ndata: {{"text": "「{_QUOTE}」[1]"}}\n\nevent: answer\ndata: {{"status": "answered", …}}\n\n',
    "GET /api/search": {"query": "避難所 備蓄", "hits": [_HIT], "offset": 0, "next": 10},
    "GET /api/sources": {
        "total": 1,
        "sources": [
            {
                "id": "4f1c", "name": "定例会.pdf", "uri": "file:///minutes/定例会.pdf", "url": "", "media_type": "application/pdf",
                "layout": "roles", "parser": "4", "added_at": "2026-11-01T09:00:00+00:00", "meetings": [_MEETING],
                "exchanges": 30, "statements": 4, "warnings": [],
            }
        ],
    },
    "GET /api/exchanges/{exchange_id}": {
        **_MEETING, "id": "4f1c-12", "source": "定例会.pdf", "agenda": "一般質問", "topic": "避難所の備蓄", "status": "answered",
        "question": {"text": "避難所の備蓄は足りていますか。", "speakers": [{"name": "森川", "office": "議員"}], "page": 4},
        "answer": _TURN, "parts": [], "notes": {},
    },
    "GET /healthz": {"status": "ok", "exchanges": 30, "towns": 1},
    "GET /readyz": {"status": "ok"},
    "GET /metrics": 'kaigiroku_requests_total{path="/api/ask",method="POST",status="200"} 12\n',
    "POST /api/compare": {
        "question": "避難所の備蓄は", "filters": _FILTERS, "elapsed_ms": 80.2,
        "towns": [
            {"town": "調布市", "status": "answered", "message": "", "answer": _ANSWER},
            {"town": "狛江市", "status": "no_minutes", "message": "会議録がありません。", "answer": None},
        ],
    },
    "POST /api/brief": {
        "theme": "避難所", "town": "調布市", "elapsed_ms": 210.0, "citations": [_CITATION], "markdown": f"# 避難所\n\n「{_QUOTE}」[1]\n",
        "sections": [
            {"title": "これまでの答弁", "message": "", "lines": [{"text": "避難所の備蓄", "quotes": [{"label": "行政経営部長", "mark": 1}]}]}
        ],
    },
    "POST /api/check": {
        "filters": _FILTERS, "counts": {"answered": 1}, "elapsed_ms": 60.3,
        "sentences": [
            {
                "text": "食料は五日分を備えています。", "start": 0, "end": 14, "status": "answered", "message": "", "towns": ["調布市"],
                "earlier": [
                    {
                        "exchange_id": "4f1c-12", "confidence": 0.83, "elsewhere": False, "citations": [_CITATION],
                        "contrasts": [{"kind": "figure", "draft": "五日", "record": ["三日"], "same": False}],
                    }
                ],
            }
        ],
    },
    "GET /api/commitments": {
        "total": 1,
        "commitments": [
            {
                **_MEETING, "exchange_id": "4f1c-12", "source": "定例会.pdf", "topic": "避難所の備蓄", "speaker": _SPEAKER, "kind": "検討",
                "quote": "備蓄の増強を検討してまいります。", "spans": [[1043, 1059]], "page": 4, "due": None, "state": "open", "later": [],
                "torn": [False, False],
            }
        ],
    },
    "GET /v1/models": {
        "object": "list", "data": [{"id": "kaigiroku", "object": "model", "created": 0, "owned_by": "kaigiroku"}],
    },
    "POST /v1/chat/completions": {
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1764000000, "model": "kaigiroku", "status": "answered",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": _MARKDOWN}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}, "citations": [_CITATION],
    },
}  # fmt: skip
"""By method and path. Files (CSV, Excel) and the inspection, whose form follows the document, have none."""
