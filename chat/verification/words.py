"""The words of a clause: which of them say something of their own, which only carry a sentence along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Morpheme = tuple[str, str, tuple[str, ...]]
"""Surface, normalised form, part of speech."""

TRANSPARENT = frozenset(
    "とも 為る する 致す 居る おる 有る ある 参る 行く いく 来る くる 下さる 頂く いただく 貰う 御座る 成る なる 見る おく 置く しまう 事 こと 訳 わけ 物 もの "
    "所 ところ の 予定 考え 考える 積もり つもり 所存 思う 方針 状況 段階 計画 出来る できる 必要 可能 為 よう 言う 方 程度 以上 得る".split()
)
"""Words that a denial goes through: 導入する考えはない denies 導入."""

_CARRIERS = frozenset("つく 因る 於く 対する 関する 向ける 伴う 取る 基づく".split())


def content(surface: str, form: str, pos: Sequence[str]) -> bool:
    """Whether a morpheme says something of its own: nouns but numerals and counters, verbs, adjectives."""
    if pos[0] == "名詞":
        return (
            pos[1] != "数詞" and pos[2] != "助数詞可能" and form not in TRANSPARENT and surface not in ("等",)
        )
    if pos[0] in ("動詞", "形容詞", "形状詞"):
        return pos[1] == "一般" and form not in TRANSPARENT and form not in _CARRIERS
    return False


AROUND = 8
"""Letters kept on each side of a number or date: a noun with its particle."""


def alike(one: tuple[str, str], other: tuple[str, str]) -> int:
    """How many letters stand around both of two places, each given as what precedes and what follows it."""
    return _common(one[1], other[1]) + _common(one[0][::-1], other[0][::-1])


def around(match: re.Match[str], text: str) -> tuple[str, str]:
    """The place of a match, as `alike` compares it: the `AROUND` letters of `text` before it, and those after it."""
    return text[: match.start()][-AROUND:], text[match.end() :][:AROUND]


_THING = re.compile(r"[一-鿿]{2}|[ァ-ヺー]{2}")


def things(text: str) -> set[str]:
    """All two letters in a row that are kanji or katakana: what is named, without its grammar."""
    return {pair for pair in pairs(text) if _THING.fullmatch(pair)}


def segment(text: str, start: int, end: int, bounds: Iterable[tuple[int, int]]) -> str:
    """What stands around `[start, end)` up to the next comma or the next of `bounds` on each side."""
    left = max([0, *(b for _, b in bounds if b <= start), *(m.end() for m in _STOP.finditer(text, 0, start))])
    right = min(
        [len(text), *(a for a, _ in bounds if a >= end), *(m.start() for m in _STOP.finditer(text, end))]
    )
    return f"{text[left:start]}|{text[end:right]}"


_STOP = re.compile(r"[、。]|,(?!\d)|のうち")


def pairs(text: str) -> set[str]:
    """The pairs of neighbouring letters of a text."""
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _common(one: str, other: str) -> int:
    """How many letters two words have in common from their beginning."""
    letters = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in letters if a != b), min(len(one), len(other)))
