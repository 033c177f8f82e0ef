"""A small service with real types, for what the page and the API do with answers that a real record seldom gives.

It finds an exchange by a word that the question shares with its topic; nothing here imitates retrieval.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from threading import Event

from made_record import HOSTILE, LONG, cite, stored

from chat.commitments.reading import Statements
from chat.commitments.types import Commitment, Count, Grouping, Order, Wanted
from chat.framing import compose
from chat.inspection import Inspection, Reading
from chat.refusals import refusal
from chat.types import AmongTowns, Answer, Citation, FoundExchange, Message, Near, Reach, Stage
from corpus.errors import KaigirokuError
from corpus.spans import Spans
from corpus.types import (
    Minutes,
    Source,
    SourceSummary,
    StoredExchange,
)
from ingest.found import Incoming
from ingest.quality import quality
from retriever.types import Filter, Hit


@dataclass
class Outcome:
    """What became of one file."""

    path: str
    status: str
    message: str = ""
    warnings: tuple[str, ...] = ()


class NoPromises:
    """A ledger in which nothing stands."""

    def find(
        self, wanted: Wanted = Wanted(), order: Order = "record", limit: int | None = None, offset: int = 0
    ) -> list[Commitment]:
        return []

    def get(self, number: int) -> Commitment | None:
        return None

    def count(self, wanted: Wanted = Wanted()) -> int:
        return 0

    def counts(self, wanted: Wanted = Wanted(), by: Grouping = "year") -> list[Count]:
        return []

    def offices(self, filters: Filter = Filter()) -> list[str]:
        return []

    def update(self, progress: Callable[[str, int, int], None] | None = None) -> None:
        pass

    def behind(self) -> tuple[int, int] | None:
        return None

    def standing(self) -> Statements | None:
        return None


def _passed() -> Event:
    event = Event()
    event.set()
    return event


def _within(item: StoredExchange, filters: Filter) -> bool:
    inside = not filters.towns or item.meeting.town in filters.towns
    return inside and item.meeting.date >= filters.since and item.meeting.date <= (filters.until or "9999")


@dataclass
class FakeService:
    """Answers from `items`: the first sentence of each reply whose topic stands in the question."""

    items: list[StoredExchange] = field(default_factory=list)
    asked: list[tuple[str, tuple[Message, ...], Filter]] = field(default_factory=list)
    failing: KaigirokuError | RuntimeError | None = None
    ledger: NoPromises = field(default_factory=NoPromises)
    waits: bool = False
    """Whether `add` goes on until it is stopped."""
    originals: dict[str, bytes] = field(default_factory=dict)
    votes: list[tuple[str, int, str]] = field(default_factory=list)
    waiting: Event = field(default_factory=_passed)
    """Cleared, `ask` waits for it: a service that is slow."""

    @property
    def generation(self) -> int:
        return hash(tuple(item.exchange.id for item in self.items))

    def ask(
        self,
        question: str,
        history: Sequence[Message] = (),
        filters: Filter = Filter(),
        today: date | None = None,
        exact: bool = False,
        stage: Callable[[Stage], None] = lambda _: None,
        heard: Callable[[str], None] | None = None,
        beside: AmongTowns | None = None,
    ) -> Answer:
        self.asked.append((question, tuple(history), filters))
        stage("search")
        self.waiting.wait()
        if self.failing:
            raise self.failing
        found = [item for item in self.items if item.exchange.topic in question and _within(item, filters)]
        hits = tuple(
            FoundExchange(Hit(n, 1 / n, i.exchange.id), i) for n, i in enumerate(found or self.items, 1)
        )
        if not found:
            text = refusal(filters, self.reach(), (), False)
            return Answer(question, "no_evidence", text, (), hits, filters, searched=self.reach())
        cited = tuple(
            cite(item, item.exchange.answer_text.split("。")[0] + "。", mark)
            for mark, item in enumerate(found, 1)
        )
        text = compose([[citation] for citation in cited], False, str)
        return Answer(question, "answered", text, cited, hits, filters, 1.0, self.reach(), elapsed_ms=3.0)

    def search(
        self, query: str, filters: Filter = Filter(), k: int = 10, whole: bool = False
    ) -> tuple[FoundExchange, ...]:
        return self.ask(query, (), filters).hits[:k]

    def nearest(
        self,
        text: str,
        filters: Filter = Filter(),
        k: int = 10,
        least: float = 0.0,
        covering: float = 0.0,
        each: int = 0,
    ) -> tuple[Near, ...]:
        answer = self.ask(text, (), filters)
        return tuple(
            Near(hit, tuple(c for c in answer.citations if c.exchange_id == hit.stored.exchange.id), 1.0, 1.0)
            for hit in answer.hits[: k if answer.citations else 0]
        )

    def in_japanese(self, text: str) -> str:
        return text

    def quote(self, exchange_id: str, role: str, turn: int, start: int, end: int) -> Citation | None:
        item = self.exchange(exchange_id)
        assert item is not None
        said = (item.exchange.questions if role == "question" else item.exchange.answers)[turn]
        base = cite(item, item.exchange.answer_text, 1)
        spans = ((said.spans[0][0] + start, said.spans[0][0] + end),)
        return replace(base, quote=said.text[start:end], spans=spans, speaker=said.speaker, role=role)

    def quoted(
        self,
        question: str,
        history: Sequence[Message] = (),
        filters: Filter = Filter(),
        exact: bool = False,
        beside: AmongTowns | None = None,
    ) -> Answer:
        return self.ask(question, history, filters, exact=exact)

    def recite(self, exchange_id: str, role: str, spans: Spans, quote: str, mark: int = 1) -> Citation | None:
        item = self.exchange(exchange_id)
        if item is None or quote not in item.exchange.answer_text:
            return None
        return cite(item, quote, mark)

    def vote(self, answer: Answer, value: int, comment: str = "", key: str = "") -> None:
        self.votes.append((answer.question, value, comment))

    def sources(self) -> list[SourceSummary]:
        names = dict.fromkeys(item.source.id for item in self.items)
        return [
            SourceSummary(mine[0].source, (mine[0].meeting,), len(mine), 1, ("12行目: 発言者が分かりません",))
            for name in names
            if (mine := [item for item in self.items if item.source.id == name])
        ]

    def exchange(self, exchange_id: str) -> StoredExchange | None:
        return next((item for item in self.items if item.exchange.id == exchange_id), None)

    def neighbours(self, exchange_id: str) -> tuple[str | None, str | None]:
        ids = [item.exchange.id for item in self.items]
        at = ids.index(exchange_id)
        return (ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None)

    def around(self, exchange_id: str, count: int) -> list[StoredExchange]:
        at = [item.exchange.id for item in self.items].index(exchange_id)
        return self.items[max(0, at - count) : at + count + 1]

    def source(self, source_id: str) -> Source | None:
        return next((item.source for item in self.items if item.source.id == source_id), None)

    def keeps_original(self, source_id: str) -> bool:
        return source_id in self.originals

    def original(self, source_id: str) -> bytes | None:
        return self.originals.get(source_id)

    def towns(self) -> tuple[str, ...]:
        return tuple(filter(None, dict.fromkeys(item.meeting.town for item in self.items)))

    def reach(self, filters: Filter = Filter()) -> Reach:
        items = [item for item in self.items if _within(item, filters)]
        days = sorted(item.meeting.date for item in items)
        towns = filters.towns or self.towns()
        return Reach(len(items), towns, *((days[0], days[-1]) if days else ("", "")))

    def examples(self, english: bool = False) -> tuple[str, ...]:
        return tuple(f"{item.exchange.topic}について教えてください" for item in self.items[:3])

    def inspect(self, source_id: str) -> Inspection:
        items = [item for item in self.items if item.source.id == source_id]
        text = "\n".join(t.text for i in items for t in (*i.exchange.questions, *i.exchange.answers))
        minutes = Minutes(items[0].meeting, text, (), ())
        return Inspection(
            items[0].source.name, "text/plain", "marks", (), (Reading(minutes, quality(minutes)),)
        )

    url_import = False

    def add_addresses(
        self,
        addresses: Sequence[str],
        progress: Callable[[str, int, int], None] | None = None,
        list_name: str = "",
        report: Callable[[Outcome], None] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> list[Outcome]:
        stopped = self._waited(stop)
        out = [
            Outcome(address, "stopped") if stopped else Outcome(address, "failed", "ページがありません")
            for address in addresses
        ]
        for one in out if report else ():
            report(one)
        return out

    def add(
        self,
        paths: Sequence[Path | Incoming],
        progress: Callable[[str, int, int], None] | None = None,
        report: Callable[[Outcome], None] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> list[Outcome]:
        stopped = self._waited(stop)
        out = [
            Outcome(str(getattr(item, "path", item)), "stopped") if stopped else self._added(item, progress)
            for item in paths
        ]
        if report:
            for one in out:
                report(one)
        return out

    def _waited(self, stop: Callable[[], bool] | None) -> bool:
        """Where the fake `waits`: until it is to stop; whether it is."""
        deadline = time.monotonic() + 20
        while self.waits and stop and not stop() and time.monotonic() < deadline:
            time.sleep(0.05)
        return self.waits and stop is not None and stop()

    def _added(self, item: Path | Incoming, progress: Callable[[str, int, int], None] | None) -> Outcome:
        path, name = (item.path, item.name) if isinstance(item, Incoming) else (item, item.name)
        text = path.read_text("utf-8", errors="replace")
        if not text.strip():
            return Outcome(str(path), "failed", "空のファイルです")
        if progress:
            progress(name, 1, 2)
        self.items.append(stored(name, "調布市", Path(name).stem, "いかがか。", text))
        return Outcome(str(path), "added", "質疑1件")

    def remove(self, source_id: str) -> bool:
        before = len(self.items)
        self.items = [item for item in self.items if item.source.id != source_id]
        return len(self.items) < before


def service() -> FakeService:
    """Two towns, a topic that both have (備蓄), one of hostile words, one of a very long line."""
    return FakeService(
        [
            stored("a.pdf", "調布市", "備蓄", "避難所の備蓄は足りているか。", "食料は三日分を備えています。毛布は増やします。", url="https://minutes.example/a"),
            stored("b.xlsx", "金沢市", "備蓄", "備蓄の見直しは。", "見直しは今年度に終えました。", "2021-06-03"),
            stored(HOSTILE[:60] + ".txt", "調布市", "攻撃", HOSTILE, HOSTILE, url="javascript:window.hacked=5"),
            stored("long.txt", "調布市", "長文", LONG, f"結論から申します。{LONG}"),
        ]
    )  # fmt: skip
