"""Makes small documents and stores for tests: no reader and no layout needed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from chat.service import Service
from chat.settings import Settings
from chat.types import Answer, Message
from corpus.spans import Spans
from corpus.types import (
    Exchange,
    Meeting,
    Minutes,
    Municipality,
    Passage,
    Source,
    Speaker,
    StoredExchange,
    Turn,
    Utterance,
)

MEMBER = Speaker("石川", "", "member")
CHIEF = Speaker("森", "総務部長", "executive")


def passages_of(exchange: Exchange) -> Iterator[Passage]:
    """One passage a turn."""
    answers = "statement" if exchange.status == "statement" else "answer"
    for role, turns in (("question", exchange.questions), (answers, exchange.answers)):
        for number, turn in enumerate(turns):
            yield Passage(exchange.id, role, turn.text, turn.spans, number, turn.page)


def meeting(
    town: str = "青山市", date: str = "2024-03-07", body: str = "議会", prefecture: str = "山川県"
) -> Meeting:
    return Meeting(Municipality("999999", town, prefecture), f"{town}{body}", date=date)


def minutes(
    key: str,
    pairs: Sequence[tuple[str, str, str]],
    header: Meeting | None = None,
    chief: Speaker = CHIEF,
    member: Speaker = MEMBER,
) -> Minutes:
    """Minutes of (topic, question, answer); an empty question makes a statement. Exchange ids are `key-0`, `key-1` …"""
    text = ""
    utterances: list[Utterance] = []
    exchanges: list[Exchange] = []

    def said(speaker: Speaker, words: str) -> Turn:
        nonlocal text
        spans: Spans = ((len(text), len(text) + len(words)),)
        text += words + "\n"
        utterances.append(Utterance(len(utterances), speaker, words, spans))
        return Turn(speaker, words, spans, utterance=len(utterances) - 1)

    for number, (topic, question, answer) in enumerate(pairs):
        questions = (said(member, question),) if question else ()
        answers = (said(chief, answer),) if answer else ()
        status = "answered" if question else "statement"
        exchanges.append(Exchange(f"{key}-{number}", topic, status, questions, answers))
    return Minutes(header or meeting(), text, tuple(utterances), tuple(exchanges))


def source(key: str, content: str = "", parser: str = "test/1") -> Source:
    """A source with the key `key`; other `content` is another version of it."""
    sha = hashlib.sha256(content.encode()).hexdigest()
    identity = hashlib.sha256(f"{key}{sha}".encode()).hexdigest()[:16]
    return Source(
        identity, f"{key}.txt", f"/documents/{key}.txt", sha, "text/plain", "test", parser, "2026-01-01"
    )


class ConceptEncoder:
    """An encoder whose vectors are known: words of one concept share a direction (an `Encoder` for tests)."""

    def __init__(self, concepts: Sequence[Sequence[str]], name: str = "concepts") -> None:
        self.id = name
        self.concepts = concepts
        self.fingerprint = hashlib.sha256(repr(concepts).encode()).hexdigest()
        self.dimension = len(concepts) + 1

    def encode_queries(self, texts: list[str]) -> NDArray[np.float32]:
        """Shape (n, number of concepts + 1), rows of length 1."""
        rows = np.full((len(texts), self.dimension), 0.01, dtype=np.float32)
        for row, text in enumerate(texts):
            for column, words in enumerate(self.concepts):
                rows[row, column] += sum(text.count(word) for word in words)
        normed: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return normed

    encode_passages = encode_queries


def put(
    service: Service,
    key: str,
    pairs: Sequence[tuple[str, str, str]],
    town: str,
    chief: Speaker = CHIEF,
    body: str = "議会",
    content: str = "",
    date: str = "2024-03-07",
    member: Speaker = MEMBER,
) -> None:
    """Stores minutes of a town and makes them searchable; other `content` replaces what was stored under the key."""
    held = meeting(town, date, body)
    service.store.put(source(key, content), [minutes(key, pairs, held, chief, member)], passages_of)
    service.searcher.index.update()


def read_in(folder: Path, documents: Mapping[str, str]) -> Service:
    """A service for the words alone over documents that are written into `folder`, by name, and read as a user's are."""
    for name, text in documents.items():
        (folder / name).write_text(text, "utf-8")
    service = Service.open(Settings(store=folder / "store", encoder="none"))
    service.add([folder / name for name in documents])
    return service


def stored_exchange(reply: str) -> StoredExchange:
    """An exchange with this reply, as a store gives it."""
    made = minutes("a", [("", "どうですか。", reply)])
    return StoredExchange(made.exchanges[0], made.meeting, source("a"), 1, 0)


def quotes(answer: Answer) -> str:
    """What an answer quotes, without its marks."""
    return "".join(citation.quote for citation in answer.citations)


def asked_in_turn(service: Service, *questions: str) -> Answer:
    """The answer to the last of some questions asked one after another."""
    history: list[Message] = []
    for question in questions:
        answer = service.ask(question, history)
        history += [Message("user", question), Message("assistant", answer.text)]
    return answer
