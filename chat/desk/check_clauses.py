"""The clauses of a sentence: what each speaks of, and what it commits to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from chat.desk.facts import RELATIVE, Fact, facts

_CLAUSE = re.compile(r"(?:が|けれども|し|り|て|き|い|み|え|べ|め|とともに|ほか|ため)[、，](?!それ)")
_WORD = re.compile(r"(?P<word>[一-鿿々〇ァ-ヶーA-Za-zＡ-Ｚａ-ｚ0-9０-９]+)(?P<after>[ぁ-ん]{0,2})")
_NO_THING = re.compile(
    r"[一-鿿ヶケ]{1,5}[市区町村都道府県]|実施|実行|取組|推進|対応|検討|研究|開始|拡大|拡充|今後|現在"
)
"""A town, and acts of any kind: they tell not what a clause speaks of."""
NUMBERED = re.compile(r"[0-9０-９〇一二三四五六七八九十百千万]")

WEIGHTY = 3
"""See `things_of`."""

ATTITUDES = ("努める", "目指す", "困難", "していない")
"""What a clause says of itself alone: 「会議を組織し、周知に努めています」 does not strive to organise."""

_MINDFUL = re.compile(r"(?:見据え|踏まえ|視野に入れ|考慮し|勘案し|注視し)[、，]$")
"""「事業の活用も見据え、人材を育成してまいります」 does not promise to use it."""

_KNOWN = re.compile(r"(?:承知|認識|理解|存じ|伺って|受け止めて)[^、，]{0,6}(?:おり|いる)[^、，]{0,2}[、，]$")
"""「求める声は承知しており、検討しています」 has done nothing yet."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause at `start` of its sentence; `strength` is its commitment, or that of the clause that it leads to."""

    text: str
    start: int
    words: tuple[tuple[str, str], ...]
    """Words in kanji, katakana, letters and digits, each with the kana after it."""
    strength: Fact | None


def clauses_of(text: str, day: str = "") -> list[Clause]:
    """The clauses of a sentence in their order; `day` is what 「昨年度」 counts from."""
    ends = [*(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    out: list[Clause] = []
    strength: Fact | None = None
    for start, end in reversed(list(zip([0, *ends], ends, strict=False))):
        part = text[start:end]
        passes = strength and strength.key not in ATTITUDES and not _MINDFUL.search(part)
        passed = strength if passes else None
        own = () if _KNOWN.search(part) else facts(part, day)
        strength = next((fact for fact in own if fact.kind == "commitment"), passed)
        # 「設置済み」 speaks of 設置.
        words = tuple((match["word"].removesuffix("済"), match["after"]) for match in _WORD.finditer(part))
        out.append(Clause(part, start, words, strength))
    return out[::-1]


def shared(said: Mapping[str, int], text: str) -> float:
    """How much of what is spoken of stands in the text."""
    return sum(weight * _held(word, text) for word, weight in said.items())


_PARTS = re.compile(r"[ァ-ヶー]{2,}|[一-鿿々〇]{2,}|[A-Za-zＡ-Ｚａ-ｚ]{2,}")


def _held(word: str, text: str) -> float:
    """1 where the word stands in the text, else the share of its parts that do (テレワーク and 端末 of テレワーク端末)."""
    if word in text:
        return 1.0
    parts = _PARTS.findall(word)
    return sum(part in text for part in parts) / len(parts) if len(parts) > 1 else 0.0


def things_of(clause: Clause) -> dict[str, int]:
    """What a clause speaks of, with weights: its words but for those that commit it and those with numbers; at most `WEIGHTY` of a
    word's characters, so that the thing does not outweigh what is done with it."""
    committing = clause.strength.text if clause.strength else ""
    named = {
        word: min(len(word), WEIGHTY)
        for word, _ in clause.words
        if len(word) > 1
        and not NUMBERED.search(word)
        and not RELATIVE.search(word)
        and not _NO_THING.fullmatch(word)
    }
    # 「来年度に導入します」 alone speaks of nothing but what it does.
    return {word: weight for word, weight in named.items() if word not in committing} or named
