"""False sentences for testing the verifier: copies of a true one with one thing changed that changes what it says.

Each corruption gets the true sentence and what it may draw on, and returns "" where the sentence has nothing of its kind.
A change that leaves the meaning (もう一つ → 別の) is no corruption: what the rules make was read through, a hundred of each.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from chat.verification.dated import dates_in
from chat.verification.quantities import amount
from corpus.eras import number

Rules = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Material:
    """What a corruption may draw on: the reply, sentences of other replies, the office of who really spoke."""

    reply: str
    elsewhere: tuple[str, ...] = ()
    office: str = ""


Corruption = Callable[[str, random.Random, Material], str]


def changed(rules: Rules, text: str, rng: random.Random) -> str:
    """The text after one of the rules that fit, chosen by chance; "" where none fits."""
    found = [out for pattern, other in rules if (out := re.sub(pattern, other, text, count=1)) != text]
    return rng.choice(found) if found else ""


_KANJI = "一二三四五六七八九十百千万億兆〇"
_COUNTERS = (
    r"(?:人(?!一|ひと|々)|名(?!称|前)|件|円|か所|カ所|箇所|社(?!会)|校|台|回|世帯|団体|戸|メートル|キロ|トン|％|%|割|倍|基(?!準|本|づ|礎|盤|金)|施設|事業|市町村"
    r"|団地|棟|歳|時間|分の|か月|カ月|日間|年間|週間|編成|区市|自治体|つ(?!い))"
)
_FIGURE = re.compile(rf"\d[\d,.]*\d|\d|(?<![{_KANJI}\d])[一二三四五六七八九十百千][{_KANJI}]*(?={_COUNTERS})")


def _figures(text: str) -> list[re.Match[str]]:
    _, rest = dates_in(text)
    blanked = "".join(c if c == r or not c.isdigit() else " " for c, r in zip(text, rest, strict=False))
    return [m for m in _FIGURE.finditer(blanked) if rest[m.start() : m.end()].strip()]


def _number(text: str, rng: random.Random, material: Material) -> str:
    """Another value: a digit changed, a nought more or less, or a figure of the same reply that belongs to something else."""
    places = _figures(text)
    if not places:
        return ""
    place = rng.choice(places)
    old = place[0]
    mine = {amount(m[0]) for m in places}
    others = {m[0] for m in _figures(material.reply) if amount(m[0]) not in mine}
    ways = [_other_digit(old, rng)]
    if old.isdigit() and not old.startswith("0"):
        ways.append(old + "0")
    ways += [rng.choice(sorted(others))] if others else []
    return text[: place.start()] + rng.choice(ways) + text[place.end() :]


def _other_digit(old: str, rng: random.Random) -> str:
    numerals = "123456789" if any(c.isdigit() for c in old) else "二三四五六七八九"
    at = rng.choice([i for i, c in enumerate(old) if c.isdigit() or c in "一二三四五六七八九"] or [0])
    return old[:at] + rng.choice([c for c in numerals if c != old[at]]) + old[at + 1 :]


_UNITS: Rules = (
    (r"(?<=\d)人", "世帯"), (r"(?<=\d)名", "団体"), (r"(?<=\d)件", "社"), (r"(?<=\d)円", "万円"), (r"(?<=万)円", "人"), (r"億円", "万円"), (r"万円", "億円"),
    (r"(?<=[\d一二三四五六七八九十])(?:か所|カ所|箇所)", "区市町村"), (r"(?<=[\d一二三四五六七八九十])校", "施設"), (r"[%％]", "倍"), (r"(?<=[\d一二三四五六七八九])割(?!引|合|当|り)", "%"), (r"(?<=\d)台", "か所"),
    (r"(?<=\d)回", "日間"), (r"(?<=\d)社", "校"), (r"(?<=\d)(?:か月|カ月|カ月間)", "年間"), (r"(?<=[\d一二三四五六七八九十])年間", "か月間"), (r"メートル", "キロメートル"),
)  # fmt: skip
_COMPARISONS: Rules = (
    (r"以上", "未満"), (r"以上", "以下"), (r"以下(?!の)", "以上"), (r"未満", "以上"), (r"以内", "以上"), (r"を超え(?=る|て)", "を下回"), (r"を上回(?=る|っ)", "を下回"), (r"を下回(?=る|っ)", "を上回"),
    (r"増加", "減少"), (r"減少", "増加"), (r"増え", "減っ"), (r"ふえて", "減って"), (r"減って", "増えて"), (r"上昇", "低下"), (r"低下", "上昇"), (r"拡大(?=し|する|を|に)", "縮小"), (r"縮小", "拡大"),
    (r"(?<=[てにがを、])最も多", "最も少な"), (r"全て", "一部"), (r"すべて", "一部"), (r"一部(?=を|に|の)", "全て"),
)  # fmt: skip


def _calendar_year(text: str, rng: random.Random) -> str:
    return re.sub(
        r"(?:19|20)\d\d(?=年)", lambda m: str(int(m[0]) + rng.choice((-3, -2, -1, 1, 2, 3))), text, count=1
    )


def _short_year(text: str, rng: random.Random) -> str:
    """31年度, 二十三年度 without its era."""
    return re.sub(
        r"(?<![\d一二三四五六七八九十])(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?=年(?:度|\d|[一二三四五六七八九十]+月))",
        lambda m: str(rng.choice([n for n in range(2, 31) if str(n) != m[0]])) if m[0].isdigit() else _other_digit(m[0], rng),
        text, count=1,
    )  # fmt: skip


def _month(text: str, rng: random.Random) -> str:
    return re.sub(
        r"(?<![\d一二三四五六七八九十か])(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?=月(?!間|額|報|刊))",
        lambda m: str(rng.choice([n for n in range(1, 13) if n != number(m[0])])),
        text, count=1,
    )  # fmt: skip


_RELATIVE: Rules = (
    ("来年度", "今年度"), ("来年度", "昨年度"), ("今年度", "来年度"), ("今年度", "昨年度"), ("本年度", "来年度"), ("(?<!一)昨年度", "今年度"), ("(?<!一)昨年(?!度)", "今年"), ("(?<!一)昨年(?!度)", "来年"),
    ("本年(?!度)", "昨年"), ("本年(?!度)", "来年"), ("今年(?!度)", "昨年"), ("ことし", "昨年"), ("先月", "来月"), ("先週", "先月"), ("来月", "来年"), ("昨日", "先週"), ("年内", "年度内"), ("年度内", "来年度中"),
    ("年度末", "年度当初"), ("年度当初", "年度末"), ("上半期", "下半期"), ("下半期", "上半期"), ("今春", "今秋"), ("来春", "今春"), ("この夏", "この冬"), ("月上旬", "月下旬"), ("月末", "月初め"),
    ("平成(?=[元\\d一二三四五六七八九十])", "昭和"),
)  # fmt: skip


def _date(text: str, rng: random.Random, material: Material) -> str:
    found = [
        out
        for out in (
            _calendar_year(text, rng),
            _short_year(text, rng),
            _month(text, rng),
            changed(_RELATIVE, text, rng),
        )
        if out and out != text
    ]
    return rng.choice(found) if found else ""


_TOWNS = "八王子市 横浜市 札幌市 鳥取市 由布市 埼玉県 さいたま市 世田谷区 奥多摩町 大阪府".split()


def _town(text: str, rng: random.Random, material: Material) -> str:
    other = rng.choice([town for town in _TOWNS if town not in material.reply])
    swapped = re.sub(r"^(?:本|当)?(?:都|市|区|町|村|県)(?=では|は|といたし|として)", other, text)
    ways = [f"{other}では、{text}", f"{other}は、{text}"] if swapped == text else [swapped]
    return rng.choice(ways)


_OFFICES = ("監査委員事務局長", "選挙管理委員会事務局長", "消防団長", "会計管理者", "病院事業管理者")


def _speaker(text: str, rng: random.Random, material: Material) -> str:
    body = text.rstrip("。")
    office = rng.choice([office for office in _OFFICES if office != material.office])
    return rng.choice(
        (
            f"議員は、{body}と述べた。",
            f"委員から、{body}との発言があった。",
            f"山田議員が{body}と指摘した。",
            f"質問者によると、{text}",
            f"会派は{body}と主張した。",
            f"{office}は、{body}と答弁した。",
            f"{office}から、{body}との説明があった。",
        )
    )


_NEGATIONS: Rules = (
    (r"ていない。$", "ている。"), (r"ている。$", "ていない。"), (r"ていく。$", "ていかない。"), (r"ません。$", "ます。"), (r"できる。$", "できない。"), (r"した。$", "していない。"), (r"した。$", "しなかった。"),
    (r"する。$", "しない。"), (r"ではない。$", "である。"), (r"である。$", "ではない。"), (r"がある。$", "はない。"), (r"はない。$", "がある。"), (r"ます。$", "ません。"), (r"えている。$", "えてはいない。"),
    (r"(?<=[一-鿿])する(?=。$)", "する予定はない"), (r"していく。$", "する考えはない。"), (r"(?<=[一-鿿])し、", "せず、"), (r"ており、", "ておらず、"), (r"(?<!不)可能(?=[でだな])", "不可能"),
    (r"必要がある", "必要はない"), (r"必要である", "不要である"), (r"できるよう", "できないよう"), (r"困難で", "容易で"), (r"困難な", "容易な"), (r"難しい", "容易である"),
)  # fmt: skip
_STRONGER: Rules = (
    (r"を?研究(?=し|する)", "を検討"), (r"検討(?:を(?:進め|行っ))?(?:し)?て(?:いく|いる|いきたい)", "実施している"), (r"検討(?=し|する)", "実施"), (r"検討(?=し|する)", "決定"), (r"検討。$", "実施。"), (r"研究(?=し|する)", "実施"),
    (r"検討(?=中|を進め)", "実施"), (r"していく。$", "した。"), (r"していく。$", "し終えた。"), (r"でいく。$", "だ。"), (r"ていく。$", "た。"), (r"に努め(?:ていく|ている|る)。$", "を完了した。"), (r"に努め(?:ていく|ている|る)。$", "を実現した。"),
    (r"(?<=[一-鿿ァ-ヶー])(?:する)?予定である。$", "した。"), (r"ていく予定である。$", "た。"), (r"する必要がある。$", "した。"), (r"する必要がある。$", "することを決めた。"), (r"ていきたいと(?:考え|思っ)ている。$", "た。"), (r"(?<=し)たいと(?:考え|思っ)ている。$", "た。"), (r"すべきと考えている。$", "した。"),
    (r"を目指(?:し|す|して).*。$", "を達成した。"), (r"を要望し(?:ていく|ている|た)", "が認められた"), (r"求めていく。$", "実現した。"), (r"働きかけていく。$", "実現させた。"), (r"協議(?=し|を)", "合意"), (r"見込みである。$", "ことが確定した。"),
    (r"取り組んでいく。$", "取り組み、完了した。"), (r"(?<!願い)(?<!在)する。$", "した。"), (r"図る。$", "図った。"), (r"図っていく。$", "図り終えた。"), (r"進めていく。$", "進め、完了した。"), (r"(?<=[一-鿿])予定。$", "済み。"),
)  # fmt: skip
_CONDITIONS: Rules = (
    (r"[^、。]{4,40}(?:場合(?:に(?:は|おいて)?|は)|であれば|際には|次第)、?", ""),
    (r"(?:可能な(?:限り|範囲で)|必要に応じて|できる限り|原則(?:として)?|おおむね|一定の?)、?", "必ず"),
)
_INVENTED = (
    "来年度から専任の職員を配置する", "国から高い評価を受けている", "利用者の負担は全額を補助する", "民間企業に運営を委託した", "住民説明会で反対の声はなかった", "条例案を次の定例会に提出する",
    "専門の部署を新しく設ける", "費用は寄附で賄う", "外部の有識者が監修した", "苦情は一件もない", "全国で初めての取組である",
)  # fmt: skip


def _invented(text: str, rng: random.Random, material: Material) -> str:
    """A clause of our own, or of another reply, after the true one."""
    more = rng.choice((*_INVENTED, *material.elsewhere)).rstrip("。")
    return rng.choice((f"{text.rstrip('。')}、{more}。", f"{more}とともに、{text}"))


def _by_rules(rules: Rules) -> Corruption:
    return lambda text, rng, material: changed(rules, text, rng)


CORRUPTIONS: dict[str, Corruption] = {
    "number": _number,
    "unit": _by_rules(_UNITS),
    "comparison": _by_rules(_COMPARISONS),
    "date": _date,
    "town": _town,
    "speaker": _speaker,
    "negation": _by_rules(_NEGATIONS),
    "strength": _by_rules(_STRONGER),
    "condition": _by_rules(_CONDITIONS),
    "invented": _invented,
    "elsewhere": lambda text, rng, material: rng.choice(material.elsewhere) if material.elsewhere else "",
}
"""What is changed, by kind; `elsewhere` is a sentence of another reply given for this one."""

GOALS = ("number", "date", "town", "speaker", "negation", "strength")
"""The kinds of which at most 0.02 may be kept."""
