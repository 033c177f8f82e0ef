"""Numbers with their counters, read from digits, kanji or both, so that 百四十万円 and 1,400,000円 are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from chat.verification.words import AROUND, alike, pairs, segment
from corpus.numerals import value_of
from corpus.patterns import KANJI_NUMERAL


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its counter: 2,500万円 → (25000000, 円). `unit` is empty where none follows."""

    value: str
    unit: str

    def same(self, other: Quantity) -> bool:
        """Equal value, and equal counters where both have one."""
        return self.value == other.value and self.counts_like(other)

    def counts_like(self, other: Quantity) -> bool:
        """Whether both count the same kind of thing, as far as their counters say."""
        return self.unit.startswith(other.unit) or other.unit.startswith(self.unit)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity where it stands: `bound` (≥ > ≤ < or empty), the letters `before` and `after` it, what stands from comma to comma
    without the topic of the sentence, which belongs to all of its numbers (`own`), the `part` up to the numbers beside it, the
    `topic`; whether it `spans` time (五年間), and what stands `onward` to the comma."""

    quantity: Quantity
    bound: str
    before: str
    after: str
    own: str
    start: int
    part: str
    topic: str
    spans: bool
    onward: str

    @property
    def leaves(self) -> bool:
        """Whether it is what something was before it changed: 三名から五名に."""
        return bool(
            re.match(r"(?:から|より)[^、。0-9]{0,6}[0-9][0-9,.]*(?!\s*(?:ポイント|[0-9.,]))", self.onward)
        )

    @property
    def own_part(self) -> str:
        """Its part without the topic."""
        return self.part.removeprefix(self.topic)

    def same(self, other: Figure) -> bool:
        """Whether both name the same quantity, whatever its bound."""
        return self.quantity.same(other.quantity)

    def counts_like(self, other: Figure) -> bool:
        """Whether both have the same counter, or both none (資料の3, 予定表2)."""
        mine, theirs = self.quantity.unit, other.quantity.unit
        return bool(mine) == bool(theirs) and self.quantity.counts_like(other.quantity)

    def counted_otherwise(self, other: Figure) -> bool:
        """The same value of something else: 1,170回 and 1,170日間."""
        mine, theirs = self.quantity, other.quantity
        return bool(mine.unit and theirs.unit) and mine.value == theirs.value and not mine.counts_like(theirs)

    def looks_like(self, other: Figure) -> int:
        """Letters that stand around both: those that follow, and those that precede."""
        return alike((self.before, self.after), (other.before, other.after))

    def shares_with(self, other: Figure) -> int:
        """Pairs of letters of this one's part that the other's own stretch has: what is counted is named there."""
        return len(pairs(self.part) & pairs(other.own))


COUNTERS = (
    "円 ドル ユーロ % パーセント ポイント 割 人 名 件 枚 台 回 か所 箇所 カ所 ヶ所 ヵ所 個所 個 校 世帯 社 団体 種類 戸 棟 冊 本 自治体 市区町村 区市町村 "
    "市町村 市 区 町 村 都県 都道府県 年間 年 か月 カ月 ヶ月 ヵ月 箇月 月 週間 週 日間 日 時間 時 分 秒 項目 つ 点 床 ヘクタール 平方メートル 平方キロメートル 立方メートル 立方キロメートル "
    "キロメートル メートル センチメートル ミリメートル ミリ センチ キログラム キロ グラム トン リットル km cm mm kg ha m ページ 業務 事業 施設 チーム グループ 班 "
    "部 課 倍 歳 代 階 基 隻 頭 匹 羽 食 席 室 路線 便 店舗 店 法人 組織 分野 職種 編成 両 駅 団地 区間 地区 区画 流域 機 期 次 番 号 条 款 項 級 位 類 問 段階 園 院 館 線 圏 県 国 橋 品目 語 面 拠点 会場 教室 クラス 学級 学年 学区 講座 か国 カ国 か年 カ年 世代 部門 分団 隊 局 所 案 議席 株 口 組 坪 条件 要件 視点 柱"
).split()
_UNIT = "|".join(sorted(map(re.escape, COUNTERS), key=len, reverse=True))
_SAME = {
    "名": "人", "箇所": "か所", "カ所": "か所", "ヶ所": "か所", "ヵ所": "か所", "個所": "か所", "カ月": "か月",
    "ヶ月": "か月", "ヵ月": "か月", "箇月": "か月", "パーセント": "%", "年間": "年", "日間": "日", "週間": "週", "つ": "個",
    "キロ": "km", "キロメートル": "km", "メートル": "m", "センチ": "cm", "センチメートル": "cm", "ミリ": "mm",
    "ミリメートル": "mm", "キログラム": "kg", "ヘクタール": "ha", "団地": "団地",
}  # fmt: skip
_K = "〇一二三四五六七八九十百千万億兆"
_FRACTION = re.compile(rf"([0-9{_K}]+)分の([0-9{_K}]+)")
_POINT = re.compile(rf"[{_K}]+・[{_K}]+(?=\s*(?:%|パーセント|ポイント|倍))")
_MIXED = re.compile(rf"[0-9][0-9,]*(?:\.[0-9]+)?[十百千万億兆][0-9,{_K}]*|[{_K}]{{2,}}(?:・[{_K}]+)?")
_LEXICAL = "部|時|日中|定|方|本化|級|層|番(?!目)|つ一|人一人|期|次|切|区切|点|元|体|面|国|口|組|線|所|局|案|隊|問|類|位|条|行|課|室|席|代|階|倍|機|両|分"
"""After 一 these make words (一部, 一時, 一方, 一層), not numbers, unless 間 follows (一時間)."""

_SINGLE = re.compile(
    rf"(?<![{_K}0-9])(?:一(?!(?:{_LEXICAL})(?!間))|[二三四五六七八九百](?!次元|番目)|十(?!分(?!間|の))|千(?!代|葉))(?=(?:{_UNIT}))"
)
_ORDINAL = re.compile(rf"(?<=第){KANJI_NUMERAL}(?![一二三四五六七八九十百〇])")
_NUMBER = re.compile(
    rf"(?P<o>第)?(?<![A-Za-z0-9.])(?P<n>[0-9][0-9,]*(?:\.[0-9]+)?|(?<![一-鿿])数(?=(?:{_UNIT})))\s*(?P<u>{_UNIT}|[一-鿿ァ-ヶ]{{1,2}})?"
)

_PART = re.compile(r"[0-9]+/[0-9]+倍")
"""四分の一, as `digits` writes it."""


def digits(text: str) -> str:
    """`text` (NFKC) with numbers in kanji as digits; a single numeral only before a counter (一層, 統一 stay)."""
    text = _FRACTION.sub(lambda m: f"{amount(m[2])}/{amount(m[1])}倍", text)
    text = _POINT.sub(lambda m: amount(m[0]) or m[0], text)
    text = _MIXED.sub(lambda m: amount(m[0]) or m[0], text)
    text = _ORDINAL.sub(lambda m: amount(m[0]) or m[0], text)
    return _SINGLE.sub(lambda m: amount(m[0]) or m[0], text)


_BOUNDS = (
    ("≥", re.compile(r"以上|余(?!り?地|裕|剰)|を?超")),
    ("≤", re.compile(r"以下|以内|を?上限|まで(?:を上限|の範囲)")),
    ("<", re.compile(r"未満|を?下回|に満たな|弱(?!者|い|点)")),
    (">", re.compile(r"を?上回")),
)
"""What may follow a number and its counter. 以上 and 超 are not told apart: minutes use them for one another."""


@lru_cache(maxsize=1024)  # as `dated.mentions_in`
def figures_in(text: str) -> tuple[Figure, ...]:
    """The quantities of a text that has passed through `digits`, with where they stand."""
    whole, places = text, [m.span() for pattern in (_PART, _NUMBER) for m in pattern.finditer(text)]
    found = [_figure(Quantity(m[0].removesuffix("倍"), ""), text, m, places) for m in _PART.finditer(text)]
    text = _PART.sub(lambda m: " " * len(m[0]), text)
    for match in _NUMBER.finditer(text):
        value = "数" if match["n"] == "数" else amount(match["n"])
        if value is None:
            continue
        unit = match["u"] or ""
        unit = ("第" if match["o"] else "") + _SAME.get(unit, unit)
        quantity = (
            Quantity(shown(float(value) * 10), "%")
            if unit == "割" and value != "数"
            else Quantity(value, unit)
        )
        found.append(_figure(quantity, whole, match, places))
    return tuple(found)


_TOPIC = re.compile(r"^[^、。は]{1,30}は")
"""備蓄倉庫は三か所増設し、十二か所です: of both numbers."""


_CAP = re.compile(r"上限(?:額|金額)?(?:[はがを][^、。]{0,12})?$")
"""上限は一件当たり五万円, 一件につき上限五十万円."""


def _figure(quantity: Quantity, text: str, match: re.Match[str], places: Sequence[tuple[int, int]]) -> Figure:
    after = text[match.end() :]
    bound = next((sign for sign, pattern in _BOUNDS if pattern.match(after)), "")
    before = text[: match.start()]
    bound = bound or ("≤" if _CAP.search(before) and not re.match(r"\d|当たり|につき|ごと", after) else "")
    rest = re.split(r"[、。]|,(?!\d)", after)[0]
    own = re.split(r"[、。,]", _TOPIC.sub("", before))[-1] + rest
    part = segment(text, match.start(), match.end(), places)
    topic = m[0] if (m := _TOPIC.match(before)) else ""
    spans = match[0].endswith("間")
    return Figure(
        quantity, bound, before[-AROUND:], after[:AROUND], own, match.start(), part, topic, spans, rest
    )


def amount(text: str) -> str | None:
    """The value of a number in digits, kanji or both, as digits: 1億2,000万 → 120000000; None where it is none.

    >>> amount("百四十万"), amount("二〇二〇"), amount("13.6"), amount("1,234")
    ('1400000', '2020', '13.6', '1234')
    """
    text = unicodedata.normalize("NFKC", text).replace(",", "").replace("・", ".").replace("、", "")
    value = value_of(text)
    return None if value is None else shown(value)


def shown(value: float) -> str:
    """A number without needless zeros."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")
