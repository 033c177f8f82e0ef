"""What a Japanese sentence claims, read clause by clause: its words, how strongly it commits, what it denies, its numbers.

For comparing a generated sentence with the record; never for searching. Council language has fixed ways to commit itself:
研究する is less than 検討する, that less than 努める, that less than 実施する (予定), that less than what is or was done.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from chat.quantities import Quantity, digits, quantities_in
from corpus.sentences import sentences


class Strength(IntEnum):
    """How far a clause commits the speaker."""

    NONE = 0
    """Says nothing about doing: a noun alone, a description."""
    STUDY = 1
    CONSIDER = 2
    AIM = 3
    WILL = 4
    DONE = 5
    """Done, or being done."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that says something, and whether it is denied."""

    form: str
    negative: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence up to its own predicate; forms are Sudachi's normalised ones."""

    words: frozenset[str]
    predicates: tuple[Predicate, ...]
    strength: Strength
    tense: Strength
    """WILL or DONE, whatever holds it back."""
    negative: bool
    """Whether anything in it is denied."""
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read: clauses in order, quantities, proper names."""

    clauses: tuple[Clause, ...] = ()
    quantities: frozenset[Quantity] = frozenset()
    names: frozenset[str] = field(default=frozenset())

    @property
    def words(self) -> frozenset[str]:
        return frozenset().union(*(clause.words for clause in self.clauses))


_HEDGES = {
    Strength.STUDY: "研究 勉強 注視 受け止める 受けとめる 参考 見守る 学ぶ 研鑽",
    Strength.CONSIDER: "検討 協議 調整 議論 模索 考慮 審議 話し合う 探る 検証",
    Strength.AIM: "努める 勤める 務める 目指す 目差す 働き掛ける 働きかける 要望 要請 期待 促す 必要 重要 課題 求める 望ましい",
}
HEDGES = {form: strength for strength, forms in _HEDGES.items() for form in forms.split()}
"""Words that hold a commitment back, by what they leave of it."""

_HEDGE_NOUN_FOLLOWERS = frozenset(
    "を する 為る 致す 中 。 、 は も が に さ 頂く 課題 段階 状況 だ で と だけ です 進める 行う 重ねる 開始 予定 として".split()
)
"""What follows 検討 where it is done; 検討会, 検討結果, 検討の上 only name it."""

_JOINTS = frozenset("為 ため よう 様 際 場合 上 うえ とともに 共 等 など ほか 外 他".split())
"""Nouns that end a clause before a comma: …を検討するため、…した上で、…."""

_AFTER_HEDGE = frozenset("進める 行う 重ねる 開始 続ける 着手 深める 加える 段階 状況 認識 継続".split())
"""Words that may follow 検討 or 研究 without making it the object of something stronger."""

_PLANNED = re.compile(
    r"予定|方針|^見込|^見通|考え|思(?:い|う|って)|計画|^想定|つもり|(?:する|いく|おる|とする)(?:こと|もの)と(?:し|いたし|致し)|(?:て|で)(?:まい|参)|[てで]い(?:く|き)|たい(?:と|。|です|$)"
)
"""After the last word that says something: what is planned or wished."""

_PAST = re.compile(
    r"(?:た|だ)(?:もの|こと|ところ|わけ)?(?:が|けれど|けれども|ので|ため)?(?:で(?:す|ある|あります|ございます))?$"
)
_GOING_ON = re.compile(
    r"(?:て|で)(?:い(?:る|ます|た)|お(?:り|る)|き(?:た|ました)|ござい)|中(?:で(?:す|ある|あります|ございます))?$|済み$"
)

_PASSED = re.compile(r"^を(?:踏まえ|経て|経た|受け(?!止)|基に|もとに|終え)|^(?:に(?:つい|関|基|当た|際)|の)")
"""検討を踏まえ、検討を経て: what comes after the considering is meant."""

TRANSPARENT = frozenset(
    "為る する 致す 居る おる 有る ある 参る 行く いく 来る くる 下さる 頂く いただく 貰う 御座る 成る なる 見る おく 置く しまう 事 こと 訳 わけ 物 もの "
    "所 ところ の 予定 考え 考える 積もり つもり 思う 方針 状況 段階 計画 出来る できる 必要 可能 為 よう 言う 方 程度 以上 得る".split()
)
"""Words that a denial goes through: 導入する考えはない denies 導入."""

PROPAGATES = frozenset("考える 考え 予定 行う 行なう 実施 計画 出来る 可能 至る 困難 難しい 必要".split())
"""What is said of an action: 導入は考えていない, 導入は困難だ deny 導入."""

_NEGATIONS = frozenset("ない ず ぬ 無い まい 兼ねる".split())
_ADVERBIAL = frozenset(
    "関わる 拘わる 係わる 問う 限る 留まる 止まる 及ぶ だけ のみ ばかり 図る 絶える 少ない 間違い 相違 言う".split()
)
"""Before ず・なく these make an adverb (問わず, だけでなく), not a denial."""

_OBLIGES = re.compile(
    r"(?:なければ|なくては|ないと|ねば|なけりゃ)(?:なら|いけ|いか)|ざるを得|ほかない|にほかなら|かもしれな|に違いな|にすぎな|少なく(?:な|ござ|あり)|だけで(?:は)?なく|のみならず|ばかりで(?:は)?なく"
)
"""Denials in form only."""

_LEXICAL_NO = re.compile(
    r"困難|難しい|難しく|見送|控え|中止|廃止|断念|未(?:定|実施|整備|設置|策定)|不(?:可能|要|明|足)"
)

Morpheme = tuple[str, str, tuple[str, ...]]
"""Surface, normalised form, part of speech."""


def plain(text: str) -> str:
    """NFKC without white space: the only liberty that is taken when a quotation is looked for."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


class Reader:
    """Reads texts. Thread-safe; the dictionary is loaded at the first call (0.3 s)."""

    def __init__(self) -> None:
        self._local = threading.local()
        self._lock = threading.Lock()
        self._dictionary: Any = None

    def read(self, text: str) -> Reading:
        """The claims of `text`; empty for blank text."""
        clauses: list[Clause] = []
        quantities: set[Quantity] = set()
        names: set[str] = set()
        for start, end in sentences(text):
            plain_text = digits(unicodedata.normalize("NFKC", text[start:end]))
            morphemes = self._morphemes(plain_text)
            quantities |= quantities_in(plain_text)
            names |= {s for s, _, pos in morphemes if pos[1] == "固有名詞" and len(s) > 1}
            clauses += _clauses(morphemes)
        return Reading(tuple(clauses), frozenset(quantities), frozenset(names))

    def _morphemes(self, text: str) -> list[Morpheme]:
        return [
            (m.surface(), m.normalized_form(), tuple(m.part_of_speech()))
            for m in self._sudachi().tokenize(text[:12_000])
        ]

    def _sudachi(self) -> Any:
        found = getattr(self._local, "sudachi", None)
        if found is None:
            from sudachipy import Dictionary, SplitMode

            with self._lock:
                if self._dictionary is None:
                    self._dictionary = Dictionary()
            found = self._local.sudachi = self._dictionary.tokenizer(mode=SplitMode.A)
        return found


def _clauses(morphemes: Sequence[Morpheme]) -> list[Clause]:
    """Cut at commas after a predicate; a clause without tense of its own has that of the one after it."""
    pieces: list[list[Morpheme]] = [[]]
    for i, morpheme in enumerate(morphemes):
        pieces[-1].append(morpheme)
        before = morphemes[i - 1][2] if i else ("",)
        ends = (
            before[0] in ("動詞", "助動詞", "形容詞")
            or before[:2] == ("助詞", "接続助詞")
            or (i > 0 and morphemes[i - 1][1] in _JOINTS)
            or (i > 1 and morphemes[i - 2][1] in _JOINTS and before[0] == "助詞")
        )
        if morpheme[0] in ("、", ",", "，") and ends:
            pieces.append([])
    pieces = [piece for piece in pieces if any(pos[0] not in ("補助記号", "空白") for _, _, pos in piece)]
    out: list[Clause] = []
    following: Strength | None = None
    for piece in reversed(pieces):
        clause, tense = _clause(piece, following)
        following = tense
        out.append(clause)
    return out[::-1]


def _clause(piece: Sequence[Morpheme], following: Strength | None) -> tuple[Clause, Strength]:
    text = "".join(surface for surface, _, _ in piece)
    predicates = _predicates(piece, text)
    tense = _tense(piece, following)
    strength = min([tense, *_hedges(piece)])
    words = frozenset(form for surface, form, pos in piece if _content(surface, form, pos))
    negative = any(p.negative for p in predicates) or bool(_LEXICAL_NO.search(text))
    return Clause(words, predicates, strength, tense, negative, text), tense


def _content(surface: str, form: str, pos: Sequence[str]) -> bool:
    if pos[0] == "名詞":
        return (
            pos[1] != "数詞" and pos[2] != "助数詞可能" and form not in TRANSPARENT and surface not in ("等",)
        )
    if pos[0] in ("動詞", "形容詞", "形状詞"):
        return (
            pos[1] == "一般"
            and form not in TRANSPARENT
            and form not in ("つく", "因る", "於く", "対する", "関する", "向ける", "伴う", "取る", "基づく")
        )
    return False


def _hedges(piece: Sequence[Morpheme]) -> list[Strength]:
    found = []
    for i, (_, form, pos) in enumerate(piece):
        strength = HEDGES.get(form)
        if strength is None:
            continue
        after = piece[i + 1] if i + 1 < len(piece) else ("。", "。", ("補助記号",))
        rest = "".join(surface for surface, _, _ in piece[i + 1 : i + 6])
        if pos[0] in ("名詞", "形状詞") and (
            (after[0] not in _HEDGE_NOUN_FOLLOWERS and after[1] not in _HEDGE_NOUN_FOLLOWERS)
            or _PASSED.match(rest)
        ):
            continue
        if form in ("必要", "重要", "課題") and not re.match(
            r"(?:が|は|も)?(?:ある|あり|ござい|であ|です|でご|だ|と考|と認|。|$)|となって", rest
        ):
            continue
        later = {f for s, f, p in piece[i + 1 :] if _content(s, f, p)}
        if later - _AFTER_HEDGE - set(HEDGES):
            continue
        found.append(strength)
    return found


def _tense(piece: Sequence[Morpheme], following: Strength | None) -> Strength:
    """DONE for た and ている, WILL for the plain form; that of the clause after it where it has none."""
    tail = [m for m in piece if m[2][0] not in ("補助記号", "空白")]
    at = max((i for i, m in enumerate(tail) if _content(*m)), default=0)
    text = "".join(surface for surface, _, _ in tail[at:])
    if _PLANNED.search(text):
        return Strength.WILL
    if _PAST.search(text) and any(form == "た" and pos[0] == "助動詞" for _, form, pos in tail[-6:]):
        return Strength.DONE
    if _GOING_ON.search(text):
        return Strength.DONE
    if _names_only(tail):
        return Strength.NONE
    last = tail[-1][2] if tail else ("",)
    if last[0] == "助動詞" or (last[0] == "動詞" and len(last) > 5 and last[5].startswith("終止形")):
        return Strength.WILL
    if last[0] == "名詞" and last[2] == "サ変可能":
        return Strength.AIM  # 「支援を強化。」 leaves open how firmly
    if following is not None:
        return following or Strength.DONE  # 「増設し、現在は12か所です」 leaves open when
    return Strength.WILL if last[0] == "動詞" else Strength.NONE


def _names_only(tail: Sequence[Morpheme]) -> bool:
    """Whether it says what something is (…は12か所です), not what is done."""
    rest = list(tail)
    while rest and rest[-1][1] in ("です", "だ", "有る", "ます", "御座る", "で"):
        rest.pop()
    if not rest or len(rest) == len(tail):
        return False
    _, form, pos = rest[-1]
    return pos[0] in ("名詞", "接尾辞") and form not in TRANSPARENT and pos[2] != "サ変可能"


def _predicates(piece: Sequence[Morpheme], text: str) -> tuple[Predicate, ...]:
    """Every word that can be denied, with the denials that reach it."""
    formal = len(_OBLIGES.findall(text))
    out: list[list[Any]] = []
    nominal: list[int] = []
    chain: list[int] = []
    for i, (surface, form, pos) in enumerate(piece):
        if form in _NEGATIONS and pos[0] in ("助動詞", "形容詞", "動詞", "接尾辞", "助詞"):
            before = [m[1] for m in piece[max(0, i - 3) : i]]
            if surface == "なく" and i and piece[i - 1][2][0] == "名詞":
                continue  # 切れ目なく, ことなく: how, not whether
            if formal or any(word in _ADVERBIAL for word in before[-2:]):
                formal = max(0, formal - 1)
                continue
            for k in chain:
                out[k][1] = not out[k][1]
            if chain and all(out[k][0] in PROPAGATES or out[k][0] in TRANSPARENT for k in chain):
                for k in nominal:
                    if k not in chain:
                        out[k][1] = True
            continue
        said = pos[0] in ("動詞", "形容詞", "形状詞") or (pos[0] == "名詞" and pos[1] != "数詞")
        if not said:
            if pos[0] == "補助記号":
                chain = []
            continue
        # A denial reaches back from the word before it through what it goes through, to the first word of its own.
        if form not in TRANSPARENT:
            chain = []
        follower = piece[i + 1][0] if i + 1 < len(piece) else ""
        if pos[0] == "名詞" and pos[2] == "サ変可能" and follower in ("は", "が", "を", "も"):
            nominal.append(len(out))
        out.append([form, False])
        chain.append(len(out) - 1)
        if form in ("困難", "難しい"):
            for k in nominal:
                out[k][1] = True
    return tuple(Predicate(form, negative) for form, negative in out)
