"""Votes as gold candidates: what a person may take over into a gold set after looking at it.

A question with a vote for an exchange is a candidate whose answer that exchange is; votes against are listed beside it. Votes
for and against the same exchange cancel out. Nothing becomes gold by itself: `answerable`
is null where no vote was for an exchange, and a person fills in `answer_facts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from chat.contract import municipality_name
from corpus.store import Store


def gold_candidates(store: Store) -> Iterator[dict[str, Any]]:
    """One JSON object a question, in the order in which they were first voted on; keys are those of a gold file."""
    grouped: dict[str, list[dict[str, str | int]]] = {}
    for vote in store.feedback():
        grouped.setdefault(" ".join(str(vote["question"]).split()), []).append(vote)
    for number, (question, votes) in enumerate(grouped.items(), 1):
        balance: dict[str, int] = {}
        for vote in votes:
            identity = str(vote["exchange_id"])
            balance[identity] = balance.get(identity, 0) + int(vote["vote"])
        found = store.get_many(balance)
        good = [identity for identity, value in balance.items() if value > 0 and identity in found]
        towns = dict.fromkeys(filter(None, (municipality_name(found[one].meeting) for one in good)))
        yield {
            "id": f"vote-{number:03d}",
            "question": question,
            "answerable": True if good else None,
            "gold": good,
            "gold_groups": [good] if good else [],
            "also_ok": [],
            "answer_facts": [],
            "filters": {"municipality": list(towns)} if towns else {},
            "rejected": [one for one, value in balance.items() if value < 0],
            "sources": sorted({found[one].source.name for one in good}),
            "comments": [str(vote["comment"]) for vote in votes if vote["comment"]],
            "votes": len(votes),
            "last_vote": max(str(vote["at"]) for vote in votes),
        }
