"""True sentences for testing the verifier: what a faithful model makes of a sentence of a reply, without change of meaning.

`faithful` writes it plainly (plain style, digits, calendar years); `renderings` varies that as notes of officials do:
framed by who said it, other counters and spellings of numbers, a clause alone, a noun at the end (体言止め).
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator

from chat.verification.quantities import amount
from corpus.eras import era_year, number

Rules = tuple[tuple[str, str], ...]

_LEAD = re.compile(
    r"^(?:まず|次に|また|さらに|このため|なお|加えて|あわせて|最後に|こうしたことから|そのため)、"
)
_PLAIN: Rules = (
    (r"ているところで(?:ございます|あります|す)", "ている"),
    (r"(?:ところで)(?:ございます|あります|す)。", "ところである。"),
    (r"まいりたいと(考え|思っ)て(?:おり|い|ござい)ます", r"いきたいと\1ている"),
    (r"てございます。", "ている。"),
    (r"まいりたいと(考え|思っ)て", r"いきたいと\1て"),
    (r"まいります", "いく"),
    (r"ております", "ている"),
    (r"ておりません", "ていない"),
    (r"(?:で)(?:ございます|あります)。", "である。"),
    (r"ございません。", "ない。"),
    (r"ありません。", "ない。"),
    (r"ございます。", "ある。"),
    (r"いたしました", "した"),
    (r"しました", "した"),
    (r"いたします", "する"),
    (r"します。", "する。"),
    (r"(?<=[てで])います。", "いる。"),
    (r"思います。", "思う。"),
    (r"行います。", "行う。"),
    (r"あります。", "ある。"),
)
_COUNTED = re.compile(
    r"(?<![0-9.・一二三四五六七八九〇十百千万億])([一二三四五六七八九〇十百千万億]+)(?=人|名|件|円|か所|カ所|社|校|台|回|世帯|団体|戸|メートル|トン|％|%|基|施設|事業|市町村|団地|棟)"
)
_ERA_YEAR = re.compile(r"(令和|平成)([元0-9０-９一二三四五六七八九十]{1,3})(?=年)")


def faithful(sentence: str) -> str:
    """The same in plain style, with digits and calendar years."""
    out = _LEAD.sub("", unicodedata.normalize("NFKC", sentence).strip())
    for pattern, plain in _PLAIN:
        out = re.sub(pattern, plain, out)
    out = _COUNTED.sub(lambda m: amount(m[1]) or m[1], out)
    return _ERA_YEAR.sub(_calendar, out)


def _calendar(match: re.Match[str]) -> str:
    year = era_year(match[1], number(match[2]) or 0)
    return match[0] if year is None else str(year)


_NOUN_END: Rules = (
    (r"(検討|研究|支援|推進|整備|実施|活用|拡大|強化|設置|開始|対応|連携)(?:し|を進め|を行っ|を図っ)?ていく。$", r"\1していく方針。"),
    (r"(検討|支援|推進|整備|実施|活用|設置|開始|対応|連携|作成|策定)した。$", r"\1済み。"),
    (r"に努め(?:ていく|る)。$", "に努める考え。"),
    (r"(検討|研究|支援|推進|整備|活用|拡大|強化|設置|開始|対応|連携|策定|補助|助成)する。$", r"\1する予定。"),
)  # fmt: skip
_SPELLINGS: Rules = (
    (r"か所|カ所", "箇所"),
    (r"(?<=\d)名", "人"),
    (r"[%％]", "パーセント"),
    (r"取り組み", "取組"),
    (r"ヵ月|カ月|か月", "か月"),
)


def renderings(sentence: str, rng: random.Random, office: str = "") -> Iterator[str]:
    """True sentences that rest on `sentence`; the first is `faithful` alone.

    Args:
        sentence: of a reply, whole.
        rng: what varies.
        office: who said it; without one the frames name 答弁 only.
    """
    plain = faithful(sentence)
    yield plain
    body = plain.rstrip("。")
    frames = [f"{body}と答弁した。", f"{body}との答弁があった。", f"答弁によると、{plain}"]
    if office:
        frames += [f"{office}は、{body}と答弁した。", f"{office}から、{body}との説明があった。"]
    yield rng.choice(frames)
    spelled = _varied(plain, _SPELLINGS)
    if spelled != plain:
        yield spelled
    if (ended := _first(_NOUN_END, plain)) and not re.search(r"(?:ない|ず)", plain[-12:]):
        yield ended
    if alone := _last_clause(plain):
        yield alone


def _varied(text: str, rules: Rules) -> str:
    for pattern, other in rules:
        text = re.sub(pattern, other, text)
    return text


def _first(rules: Rules, text: str) -> str:
    for pattern, other in rules:
        if (changed := re.sub(pattern, other, text)) != text:
            return changed
    return ""


def _last_clause(plain: str) -> str:
    """What stands after the last joint of equals (…し、…): said by itself it is as true. Nothing where a condition leads."""
    head, joint, tail = plain.rpartition("し、")
    if not joint or len(tail) < 25 or re.search(r"(?:場合|であれば|なければ|たら|限り)", head):
        return ""
    return tail
