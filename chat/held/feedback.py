"""Votes on answers: kept with what was answered, and given out as gold candidates that a person may take over.

A vote counts for every exchange that the answer quotes; a vote on a refusal for none (`exchange_id` is empty). The last vote on
an answer (by its `key`) counts alone. A question with a vote for an exchange is a candidate whose answer that exchange is;
exchanges voted against are listed beside it, and votes for and against the same exchange cancel out. Nothing becomes gold by
itself: `answerable` is null where no vote says so, and a person fills in `answer_facts`.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from chat.contract import filter_to_dict
from chat.types import Answer
from corpus.store import Store

LONGEST_COMMENT = 2_000
"""Characters of a comment; as many as a question may have."""

Vote = dict[str, str | int]
"""A row of `Store.feedback`; `answer` is JSON where `record` wrote it."""


def program_version() -> str:
    """The installed version of this program; empty where it runs from a folder that was never installed."""
    try:
        return version("kaigiroku-chat")
    except PackageNotFoundError:
        return ""


def record(
    store: Store, answer: Answer, value: int, comment: str, key: str, versions: dict[str, str]
) -> None:
    """Keeps a vote on an answer: a row an exchange that it quotes, one without an exchange for a refusal.

    Args:
        store: where it is kept.
        answer: what was voted on.
        value: +1 useful, −1 not, 0 takes an earlier vote back.
        comment: in the voter's words; cut at `LONGEST_COMMENT`.
        key: names the answer, so that a later vote on it replaces an earlier one; empty: each vote stands by itself.
        versions: what made the answer.
    """
    kept = json.dumps(
        {
            "key": key,
            "cast": time.time_ns(),
            "status": answer.status,
            "text": answer.text,
            "hits": [found.stored.exchange.id for found in answer.hits],
            "filters": filter_to_dict(answer.filters),
            "confidence": round(answer.confidence, 4),
            "versions": versions,
        },
        ensure_ascii=False,
    )
    cited = dict.fromkeys(citation.exchange_id for citation in answer.citations)
    for exchange_id in cited or ("",):
        store.record_feedback(answer.question, exchange_id, value, comment.strip()[:LONGEST_COMMENT], kept)


def gold_candidates(store: Store) -> Iterator[dict[str, Any]]:
    """One JSON object a question, in the order in which they were first voted on; keys are those of a gold file."""
    grouped: dict[str, list[Vote]] = {}
    for vote in _counted(store.feedback()):
        grouped.setdefault(" ".join(str(vote["question"]).split()), []).append(vote)
    for number, (question, votes) in enumerate(grouped.items(), 1):
        yield {"id": f"vote-{number:03d}", "question": question, **_candidate(store, votes)}


def _counted(votes: list[Vote]) -> list[Vote]:
    """The votes that count: of those on one answer the last; what was taken back is left out."""
    last = {key: _made(vote)["cast"] for vote in votes if (key := _key(vote))}
    return [
        vote for vote in votes if vote["vote"] and (not _key(vote) or last[_key(vote)] == _made(vote)["cast"])
    ]


def _candidate(store: Store, votes: list[Vote]) -> dict[str, Any]:
    balance: Counter[str] = Counter()
    for vote in votes:
        balance[str(vote["exchange_id"])] += int(vote["vote"])
    refusal = balance.pop("", 0)
    found = store.get_many(balance)
    good = [identity for identity, value in balance.items() if value > 0 and identity in found]
    towns = dict.fromkeys(filter(None, (found[one].meeting.town for one in good)))
    hits = (hit for vote in votes for hit in _made(vote).get("hits", ()))
    return {
        # Where a refusal was found right, the record has no answer; where it was found wrong, it should have one.
        "answerable": True if good or refusal < 0 else False if refusal > 0 else None,
        "gold": good,
        "gold_groups": [good] if good else [],
        "also_ok": [],
        "answer_facts": [],
        "filters": {"municipality": list(towns)} if towns else {},
        "rejected": [one for one, value in balance.items() if value < 0],
        "found": list(dict.fromkeys(hits)),
        "sources": sorted({found[one].source.name for one in good}),
        "comments": list(dict.fromkeys(str(vote["comment"]) for vote in votes if vote["comment"])),
        "votes": len({_key(vote) or str(place) for place, vote in enumerate(votes)}),
        "versions": _made(votes[-1]).get("versions", {}),
        "last_vote": max(str(vote["at"]) for vote in votes),
    }


def _key(vote: Vote) -> str:
    return str(_made(vote).get("key", ""))


def _made(vote: Vote) -> dict[str, Any]:
    """What `record` kept beside a vote; empty where it is no such record."""
    try:
        made = json.loads(str(vote["answer"]) or "{}")
    except ValueError:
        return {}
    return made if isinstance(made, dict) else {}
