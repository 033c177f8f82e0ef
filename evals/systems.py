"""What is evaluated: anything that answers a question in the JSON form of `chat.contract`.

The product and the baselines stand behind the same one-method seam, so one run measures them alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from evals.gold import GoldQuestion

if TYPE_CHECKING:
    from chat.service import Service

PRODUCT = "kaigiroku"
"""Name of the product's own run, beside those of the baselines."""

SAVED = "saved"
"""Name of a run of answers that were given before."""

SYSTEMS: Mapping[str, str] = {
    PRODUCT: "会議録チャット",
    SAVED: "保存した回答",
    "keyword-and": "すべての語を含む質疑",
    "bm25-default": "語の検索（空白で区切る）",
    "bm25-japanese": "語の検索（日本語の単語）",
    "chunks-dense": "固定500字・意味の検索",
    "chunks-fused": "固定500字・併用",
    "exchanges-fused": "質問・答弁単位・併用",
}
"""What users read, of every system by its name."""


@dataclass(frozen=True, slots=True)
class SystemAnswer:
    """An answer in its JSON form; `confidence` is the system's own score, higher where it is surer (any scale)."""

    body: Mapping[str, Any]
    confidence: float = 0.0


class System(Protocol):
    """Something that answers questions. `label` is what users read."""

    @property
    def name(self) -> str: ...

    @property
    def label(self) -> str: ...

    def answer(self, question: GoldQuestion) -> SystemAnswer:
        """Answers from the record alone: the gold's needs, facts and filters are not for it to look at."""
        ...


@dataclass(frozen=True, slots=True)
class Product:
    """The product itself, asked in process as the page, the API and the command ask it."""

    service: Service
    today: date | None = None
    """What 「昨年度」 counts from (None: the day on which it is asked)."""
    name: str = PRODUCT
    label: str = SYSTEMS[PRODUCT]
    written: list[tuple[int, int] | None] = field(default_factory=list)
    """What became of the model's sentences, a question each: `Answer.written`."""

    def answer(self, question: GoldQuestion) -> SystemAnswer:
        """Only question and history are handed on: filters are the product's to understand."""
        from chat.contract import answer_to_dict
        from chat.types import Message

        history = tuple(Message(role, content) for role, content in question.history)
        found = self.service.ask(question.question, history=history, today=self.today)
        self.written.append(found.written)
        return SystemAnswer(answer_to_dict(found, question.id), found.confidence)


@dataclass(frozen=True, slots=True)
class Canned:
    """Answers given beforehand, by question id: a saved file of answers scored again, or a fake in tests."""

    answers: Mapping[str, Mapping[str, Any]]
    name: str = SAVED
    label: str = SYSTEMS[SAVED]

    def answer(self, question: GoldQuestion) -> SystemAnswer:
        """A question without an answer counts as refused."""
        body = self.answers.get(question.id)
        return SystemAnswer(body or {"status": "no_evidence", "text": "", "citations": [], "hits": []})
