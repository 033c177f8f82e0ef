"""What a check is made of: sentences of a draft, earlier replies near to them, what agrees and what differs; and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chat import naming
from chat.desk.facts import RELATIVE, Contrast, Fact
from chat.desk.facts_en import RELATIVE_EN
from chat.types import Near
from chat.words import t
from retriever.languages import is_english
from retriever.types import Filter

NEVER = "これまでに答弁がない"
"""What is said of a sentence to which no earlier reply is near."""

NOT_FOUND = "近い答弁が見つからない"
"""The same of a sentence in English: the record is Japanese, and that nothing was found does not say that nothing was answered."""

ELSEWHERE = "他の自治体の答弁"
"""What replies of other towns than the sentence's are called."""

_SAID = {
    "figure": ("数値「{mine}」は以前の答弁と同じ", "数値「{mine}」が以前の答弁では「{theirs}」"),
    "date": ("日付「{mine}」は以前の答弁と同じ", "日付「{mine}」が以前の答弁では「{theirs}」"),
    "commitment": (
        "約束のことば「{mine}」は以前の答弁と同じ",
        "約束のことば「{mine}」が以前の答弁では「{theirs}」",
    ),
    "name": ("", "名称「{mine}」が以前の答弁では「{theirs}」"),
    "word": ("", "「{mine}」が以前の答弁では「{theirs}」"),
}
"""What is said of a fact that is the same, and of one that differs; that a name is the same is never said."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier reply near to a sentence; `contrasts`: facts of the sentence that the quotation also speaks of. `elsewhere`:
    another town's, which has none."""

    near: Near
    contrasts: tuple[Contrast, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence at `[start, end)` of the text, set against the replies of `towns` (empty: all). `answered` and `never` are said of
    these; `passed`: a greeting or heading that nothing can be compared with."""

    text: str
    start: int
    end: int
    status: Literal["answered", "never", "passed"]
    facts: tuple[Fact, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    towns: tuple[str, ...] = ()

    @property
    def unsure(self) -> bool:
        """Whether a reply to it may well have been missed."""
        return self.status == "never" and is_english(self.text)


@dataclass(frozen=True, slots=True)
class Check:
    """What became of a text. `cut`: sentences beyond `MOST_SENTENCES` that were not looked at."""

    sentences: tuple[CheckedSentence, ...]
    filters: Filter
    cut: int = 0
    elapsed_ms: float = 0.0

    def count(self, status: str) -> int:
        """How many sentences are of that status."""
        return sum(sentence.status == status for sentence in self.sentences)

    @property
    def differing(self) -> int:
        """How many sentences differ from an earlier reply in a figure, date or commitment."""
        return sum(any(not c.same for e in s.earlier for c in e.contrasts) for s in self.sentences)

    @property
    def never(self) -> str:
        """What the sentences to which no earlier reply is near are called together."""
        return NOT_FOUND if any(sentence.unsure for sentence in self.sentences) else NEVER


def never_line(sentence: CheckedSentence) -> str:
    """That nothing like the sentence has been answered, and where; empty where something has."""
    if sentence.status != "never":
        return ""
    said = NOT_FOUND if sentence.unsure else NEVER
    return f"{'・'.join(sentence.towns)}では{said}" if sentence.towns and sentence.earlier else said


def contrast_line(c: Contrast) -> str:
    """数値「50台」が以前の答弁では「30台」, in the language of the page: the sort of fact, what the draft says and what the record says,
    letter for letter but for a commitment, which is named by its kind."""
    mine, *record = [
        t(fact.key) if fact.kind == "commitment" else _shown(fact) for fact in (c.mine, *c.theirs)
    ]
    same, other = _SAID[c.mine.kind]
    return t(same, mine=mine) if c.same else t(other, mine=mine, theirs=naming.listed(dict.fromkeys(record)))


def _shown(fact: Fact) -> str:
    """The words of a fact, with the year that is meant where they are relative (昨年10月＝2025年10月)."""
    if fact.kind != "date" or not (RELATIVE.match(fact.text) or RELATIVE_EN.match(fact.text)):
        return fact.text
    return t("{fact}（{meant}）", fact=fact.text, meant=naming.month(fact.key))
