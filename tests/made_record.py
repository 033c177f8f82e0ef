"""Exchanges and citations of a record that was never held, also such as a real one seldom has: markup, endless lines."""

from __future__ import annotations

from dataclasses import replace

from chat.types import Citation
from corpus.types import (
    Exchange,
    Meeting,
    Municipality,
    Source,
    Speaker,
    StoredExchange,
    Turn,
)

HOSTILE = (
    '<script>window.hacked=1</script> <img src=x onerror="window.hacked=2"> [押す](javascript:window.hacked=3) '
    "![絵](https://outside.example/x.png) ${window.hacked=4} {{constructor}} </div></article> &lt;b&gt; \"' --> end。"
)
LONG = "長い行" * 16_700
"""A line of 50,100 characters."""


def stored(
    name: str,
    town: str,
    topic: str,
    question: str,
    answer: str,
    day: str = "2024-03-07",
    url: str = "",
    offset: int = 100,
) -> StoredExchange:
    """One exchange of one document; the reply's spans begin at `offset` + length of the question + 10."""
    member, head = Speaker("森川", "議員", "member"), Speaker("", "行政経営部長", "executive")
    begin = offset + len(question) + 10
    meeting = Meeting(
        Municipality("132080", town, "東京都"),
        f"{town}議会",
        "会議録",
        "令和6年第1回定例会",
        day,
        agenda=("一般質問",),
    )
    exchange = Exchange(
        f"{name}-{topic}",
        topic,
        "answered",
        (Turn(member, question, ((offset, offset + len(question)),), 4),),
        (Turn(head, answer, ((begin, begin + len(answer)),), 5),),
        agenda="一般質問",
    )
    source = Source(
        f"s-{name}", name, f"/{name}", "0", "text/plain", "marks", "1", "2026-11-22T00:00:00Z", url
    )
    return StoredExchange(exchange, meeting, source, 1, 0)


def cite(item: StoredExchange, quote: str, mark: int) -> Citation:
    """A citation of `quote`, which stands once in the reply."""
    turn = item.exchange.answers[0]
    start = turn.spans[0][0] + turn.text.index(quote)
    return Citation(
        mark, item.exchange.id, item.source.id, item.source.name, quote, ((start, start + len(quote)),),
        turn.speaker, item.meeting, item.exchange.topic, turn.page, item.source.url,
    )  # fmt: skip


def with_question_only(item: StoredExchange) -> StoredExchange:
    """The same exchange as an opinion without a reply."""
    return replace(item, exchange=replace(item.exchange, status="opinion", answers=()))
