"""What a clause denies: every word that can be denied, with the denials that reach it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chat.verification.words import TRANSPARENT, Morpheme, content
from corpus.patterns import any_of


@dataclass(eq=False, slots=True)
class _Said:
    form: str
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that says something, and whether it is denied."""

    form: str
    negative: bool


PROPAGATES = frozenset("考える 考え 予定 行う 行なう 実施 計画 出来る 可能 至る 困難 難しい 必要".split())
"""What is said of an action: 導入は考えていない, 導入は困難だ deny 導入."""

_NEGATIONS = frozenset("ない ず ぬ 無い まい 兼ねる".split())
_ADVERBIAL = frozenset(
    "関わる 拘わる 係わる 問う 限る 留まる 止まる 及ぶ だけ のみ ばかり 図る 絶える 少ない 間違い 相違 言う".split()
)
"""Before ず・なく these make an adverb (問わず, だけでなく), not a denial."""

_OBLIGES = re.compile(
    any_of(
        # 「直さなければならない」
        r"(?:なければ|なくては|ないと|ねば|なけりゃ)(?:なら|いけ|いか)",
        # 「直さざるを得ない」「少なくない」「遅れるかもしれない」
        *r"ざるを得 ほかない にほかなら かもしれな に違いな にすぎな 少なく(?:な|ござ|あり) (?:では|じゃ)ない(?:でしょう)?か".split(),
        # 「できないでしょうか」「それだけではなく」
        *r"ないでしょうか ませんか だけで(?:は)?なく のみならず ばかりで(?:は)?なく".split(),
    )
)
"""Words that deny in form only: 「直さなければならない」 says that it is to be done."""

LEXICAL_NO = re.compile(
    r"困難|難しい|難しく|見送|控え|中止|廃止|断念|未(?:定|実施|整備|設置|策定)|不(?:可能|要|明|足)"
)


def predicates(piece: Sequence[Morpheme], text: str) -> tuple[Predicate, ...]:
    """The words of a clause that say something, denied or not."""
    formal = len(_OBLIGES.findall(text))
    out: list[_Said] = []
    nominal: list[_Said] = []
    chain: list[_Said] = []
    for i, (surface, form, pos) in enumerate(piece):
        if _denies(form, pos):
            if surface == "なく" and i and piece[i - 1][2][0] == "名詞":
                continue  # 切れ目なく, ことなく: how, not whether
            if formal or any(m[1] in _ADVERBIAL for m in piece[max(0, i - 2) : i]):
                formal = max(0, formal - 1)
                continue
            _deny(chain, nominal)
            continue
        if not (pos[0] in ("動詞", "形容詞", "形状詞") or (pos[0] == "名詞" and pos[1] != "数詞")):
            chain = [] if pos[0] == "補助記号" else chain
            continue
        follower = piece[i + 1][0] if i + 1 < len(piece) else ""
        if pos[0] == "形状詞" and follower == "に":
            chain = []  # 新たに: how, not whether
            continue
        # A denial reaches back from the word before it through what it goes through, to the first word of its own.
        said = _Said(form)
        chain = [*(chain if form in TRANSPARENT else []), said]
        out.append(said)
        if pos[0] == "名詞" and pos[2] == "サ変可能" and follower in ("は", "が", "を", "も"):
            nominal.append(said)
        if form in ("困難", "難しい"):
            for each in nominal:
                each.negative = True
    return tuple(Predicate(said.form, said.negative) for said in out)


def end_denied(piece: Sequence[Morpheme]) -> bool:
    """Whether what is said at the end is denied: an odd number of denials from the last word of its own on."""
    at = max((i for i, m in enumerate(piece) if content(*m)), default=0)
    tail = piece[at:]
    text = "".join(surface for surface, _, _ in tail)
    count = sum(_denies(form, pos) for _, form, pos in tail) - len(_OBLIGES.findall(text))
    return (max(0, count) + len(LEXICAL_NO.findall(text))) % 2 == 1


def _denies(form: str, pos: Sequence[str]) -> bool:
    return form in _NEGATIONS and pos[0] in ("助動詞", "形容詞", "動詞", "接尾辞", "助詞")


def _deny(chain: Sequence[_Said], nominal: Sequence[_Said]) -> None:
    for each in chain:
        each.negative = not each.negative
    if chain and all(said.form in PROPAGATES or said.form in TRANSPARENT for said in chain):
        for each in nominal:
            if each not in chain:
                each.negative = True
