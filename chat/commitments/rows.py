"""The rows of the table of statements (`chat.commitments.table`), drawn from one exchange: what it states, what it may come back to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from sys import intern
from typing import cast

from chat.commitments.clauses import statements
from chat.commitments.due import still_due
from chat.commitments.kinds import DONE
from chat.commitments.links import NEAR_SHARE, OWN, TOPIC_SHARE, matter, mentioned, tells_matter
from chat.commitments.theme import leading_up, theme
from chat.commitments.topics import Level
from corpus.feed import Indexable
from corpus.folding import folded
from corpus.kana import hiragana
from corpus.selection import dates_of
from corpus.sentences import torn
from corpus.spans import Span, cut
from corpus.types import Exchange, Meeting, Municipality, Turn
from retriever.tokenize import Tokenizer, Word

QUESTION_HEAD, QUESTION_TAIL = 400, 200
"""Characters of a question that say what it is about: a long one opens with its theme and ends with what is asked."""

EXECUTIVE = ("executive", "secretariat")
"""Sides whose words bind the town."""

COLUMNS = (
    "minutes exchange whole kind quote spans role due name office side town prefecture body meeting date first_date "
    "last_date topic page source_id source searched place words goes_before goes_on"
).split()
"""Of a statement; the table adds what is known of it afterwards."""

MENTION_COLUMNS = "minutes exchange place day words done".split()

TOLD = "told"
"""Key of a row, no column: the words by which its statement may itself come back to an earlier one."""

ACTED = "acted"
"""Key beside it: the same without those of the agenda item, under which much is done; by these it tells that its matter was acted on."""

Row = dict[str, object]


def statement_rows(item: Indexable, tokenizer: Tokenizer, minutes_id: int) -> Iterator[Row]:
    """What the executive side states in the exchange, a row with `COLUMNS`, `TOLD` and `ACTED` each."""
    exchange, meeting, source = item.stored.exchange, item.stored.meeting, item.stored.source
    town = meeting.town
    prefecture = meeting.municipality.prefecture if meeting.municipality else ""
    first, last = dates_of(meeting)
    without = _own_names(meeting.municipality, tokenizer) if meeting.municipality else frozenset()
    topic = exchange.topic or exchange.agenda
    level = _level(meeting)
    topics: dict[str, list[Word]] = {}  # most statements of an exchange share theirs
    for role, turn in _turns(exchange):
        if turn.speaker.side not in EXECUTIVE:
            continue
        for one in statements(turn.text, level, role == "note"):
            quote = turn.text[one.start : one.end]
            spans = cut(turn.spans, one.start, one.end)
            part = _part(exchange, spans)
            goes_before, goes_on = torn(turn.text, one.start, one.end)
            named = part.topic or topic
            if named not in topics:
                topics[named] = tokenizer.words(named) if tells_matter(named) else []
            said = tokenizer.words(quote)
            about = tokenizer.words(theme(turn.text, one.start, one.end))
            near = tokenizer.words(leading_up(turn.text, one.start))
            named_by = [(said, 1.0), (near, NEAR_SHARE), (about, TOPIC_SHARE), (topics[named], TOPIC_SHARE)]
            yield {
                "minutes": minutes_id, "exchange": part.id, "whole": exchange.id, "kind": one.kind, "quote": quote,
                "spans": json.dumps(spans), "role": role, "due": still_due(one.due, one.kind, first), "name": turn.speaker.name,
                "office": turn.speaker.office, "side": turn.speaker.side, "town": town, "prefecture": prefecture,
                "body": meeting.body, "meeting": meeting.title or meeting.session, "date": meeting.date,
                "first_date": first, "last_date": last, "topic": named, "page": turn.page,
                "source_id": source.id, "source": source.name, "searched": folded(f"{named} {quote}"),
                "place": _place(meeting), "words": packed(matter(named_by, without), mentioned(said)),
                "goes_before": goes_before, "goes_on": goes_on,
                TOLD: mentioned(word for words, _ in named_by for word in words),
                ACTED: mentioned(word for words, _ in named_by[:-1] for word in words),
            }  # fmt: skip


def mention_rows(
    item: Indexable, tokenizer: Tokenizer, minutes_id: int, stated: Iterable[Row]
) -> Iterator[Row]:
    """What the exchange asks, and each thing that it states: apart, since a long speech as a whole touches everything.

    A row with `MENTION_COLUMNS` each; none where day or town are unknown, for then nothing can come after anything.

    Args:
        item: the exchange.
        tokenizer: cuts its words.
        minutes_id: of the minutes that it is in.
        stated: the rows of its statements.
    """
    exchange, meeting = item.stored.exchange, item.stored.meeting
    day, place = dates_of(meeting)[0], _place(meeting)
    if not day or not place:
        return
    asked = exchange.question_text
    topic = exchange.topic if tells_matter(exchange.topic) else ""
    asking = "\n".join([topic, asked[:QUESTION_HEAD], asked[QUESTION_HEAD:][-QUESTION_TAIL:]])
    told = [(mentioned(tokenizer.words(asking)), 0)]
    for row in stated:
        whole, acted = (cast("frozenset[str]", row[key]) for key in (TOLD, ACTED))
        acts = row["kind"] == DONE
        told += [(acted, 1)] if acts else []
        told += [(whole, 0)] if not acts or whole != acted else []
    for words, done in told:
        if words:
            values = (minutes_id, exchange.id, place, day, " ".join(sorted(words)), done)
            yield dict(zip(MENTION_COLUMNS, values, strict=True))


_DIET = re.compile(r"国会|衆議院|参議院|両院")


def _level(meeting: Meeting) -> Level:
    """Who replies in the meeting: a town, a prefecture, in the Diet the state."""
    if meeting.municipality is None:
        return "state" if _DIET.match(meeting.body) else "town"
    return "prefecture" if meeting.town == meeting.municipality.prefecture else "town"


def _place(meeting: Meeting) -> str:
    """Within what later mentions are looked for: the town, of a body of no town the body."""
    return meeting.town or meeting.body


_SUFFIX = re.compile(r"(?:シ|ク|チョウ|マチ|ムラ|ソン|ケン|ト|フ)$")


def _own_names(own: Municipality, tokenizer: Tokenizer) -> frozenset[str]:
    """What a town and its prefecture are called, also in hiragana (広報しながわ): no matter of its record is known by these."""
    kana = hiragana(_SUFFIX.sub("", own.kana))
    names = [name for name in (own.name, own.prefecture, kana) if name]
    return frozenset([*names, *(form for name in names for form in tokenizer.tokens(name))])


def _turns(exchange: Exchange) -> Iterator[tuple[str, Turn]]:
    for turn in exchange.answers:
        yield "answer", turn
    for _, turn in exchange.note_turns:
        yield "note", turn


def _part(exchange: Exchange, spans: Iterable[Span]) -> Exchange:
    """The part of the exchange in whose answers the quote stands, or the exchange."""
    pieces = tuple(spans)
    for part in exchange.parts:
        held = [span for turn in part.answers for span in turn.spans]
        if all(any(a <= start and end <= b for a, b in held) for start, end in pieces):
            return part
    return exchange


def packed(words: Mapping[str, float], own: frozenset[str]) -> str:
    """The column `words`: see `unpacked`."""
    return "\n".join(
        f"{word}\t{weight:.3f}\t{int(word in own and weight >= OWN)}" for word, weight in words.items()
    )


def unpacked(text: str) -> tuple[dict[str, float], frozenset[str]]:
    """The words of a statement with their weights, and those that its quote says itself, from its column `words`."""
    rows = [line.split("\t") for line in text.split("\n") if line]
    words = [(intern(row[0]), row) for row in rows]  # 130,000 statements have the same words over and over
    return {word: float(row[1]) for word, row in words}, frozenset(
        word for word, row in words if row[2] == "1"
    )


def first_words(text: str, count: int) -> list[str]:
    """The first (most telling) words of the column `words` of a statement, without reading the others."""
    return [line.partition("\t")[0] for line in text.split("\n", count)[:count]]
