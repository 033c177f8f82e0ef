"""What of an exchange goes into the index: words by field, and the text that is embedded. Neither is ever quoted."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.feed import Indexable, StoredPassage
from corpus.sentences import sentences
from corpus.types import Exchange, Meeting, Passage, StoredExchange
from retriever.lexical import Entry
from retriever.tokenize import Tokenizer, Word, tokens_of

FORM = 2
"""Number of the form of what is indexed: fields and embedded text. An index of another form is refused."""

GIST = 80
"""Characters of the question's gist in front of a passage: about one sentence. Vectors are means over words; a longer one
would drown the passage itself."""

READABLE = ("noun", "name")


def embed_text(passage: Passage, stored: StoredExchange) -> str:
    """The passage with what it is about in front: topic (or agenda item), and before a reply the gist of its question.

    Town and body are left out: a question that names them is filtered by them, and they are no part of what is meant. On
    the 38 answerable development questions, ranked by vectors alone, recall@5 was 0.909 for the bare passage, 0.932 with
    the topic, 0.955 with topic and gist, 0.955 with town and body besides; success@1 0.816, 0.789, 0.816, 0.816.
    """
    exchange = stored.exchange
    gist = "" if passage.role == "question" else question_gist(_part(exchange, passage.exchange_id))
    front = " ".join(part for part in (exchange.topic or exchange.agenda, gist) if part)
    return f"{front}\n{passage.text}" if front else passage.text


def question_gist(exchange: Exchange) -> str:
    """The last sentence of the question, which is where it asks, cut to `GIST` characters."""
    text = exchange.question_text
    places = sentences(text)
    if not places:
        return ""
    start, end = places[-1]
    return text[start:end][-GIST:]


def exchange_entry(tokenizer: Tokenizer, indexable: Indexable, words: dict[int, list[Word]]) -> Entry:
    """The document of the `EXCHANGES` shelf; `words` are those of its passages by id, so that nothing is cut twice."""
    stored = indexable.stored
    exchange, meeting = stored.exchange, stored.meeting
    sides: dict[str, list[Word]] = {"question": [], "answer": []}
    seen: set[tuple[str, int]] = set()
    for entry in indexable.passages:
        side = "question" if entry.passage.role == "question" else "answer"
        # A part's passage may repeat a piece of the whole exchange (one answer to two questions): counted once.
        place = (side, entry.passage.spans[0][0] if entry.passage.spans else -1)
        if place not in seen:
            seen.add(place)
            sides[side] += words[entry.id]
    turns = (*exchange.questions, *exchange.answers)
    speakers = dict.fromkeys(f"{turn.speaker.office} {turn.speaker.name}" for turn in turns)
    topics = " ".join(
        dict.fromkeys((exchange.topic, *(part.topic for part in exchange.parts), *exchange.outline_numbers))
    )
    topic = tokenizer.words(topics)
    fields = {
        "topic": tokens_of(topic),
        "question": tokens_of(sides["question"]),
        "answer": tokens_of(sides["answer"]),
        "agenda": tokenizer.tokens(exchange.agenda),
        "speaker": tokenizer.tokens("\n".join(speakers)),
        "meeting": tokenizer.tokens(_meeting_line(meeting)),
        "reading": _readings([*topic, *sides["question"], *sides["answer"]]),
    }
    return Entry(indexable.row, stored.minutes_id, indexable.voices, fields)


def passage_entry(indexable: Indexable, entry: StoredPassage, words: list[Word]) -> Entry:
    """The document of the `PASSAGES` shelf."""
    return Entry(entry.id, indexable.stored.minutes_id, indexable.voices, {"text": tokens_of(words)})


def _meeting_line(meeting: Meeting) -> str:
    return "\n".join((meeting.town, meeting.body, meeting.title, meeting.session))


def _readings(words: Iterable[Word]) -> list[str]:
    """Each reading once: they only serve questions typed in kana, where it counts that a word occurs."""
    readable = (word.reading for word in words if word.kind in READABLE and len(word.reading) > 2)
    return list(dict.fromkeys(reading for reading in readable if " " not in reading))


def _part(exchange: Exchange, part_id: str) -> Exchange:
    return next((part for part in exchange.parts if part.id == part_id), exchange)
