"""A question that asks each of several towns about a matter of its own, taken apart.

「蓮田市の備蓄と長瀞町の給食費では、それぞれいくらか」 is two questions: searched as one, each town is measured by words that are
the other's. What stands between a town's name and the next one is that town's; what stands before the first name and after
the last town's matter is everyone's. Where a town has no matter of its own (「蓮田市と長瀞町の給食費は」), the question stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from corpus.kana import hiragana
from corpus.patterns import any_of
from corpus.register import register

_OPENS = re.compile(r"(?:では|には|での|への|は|の|で|が|も|に)(?=[^はのでがもにと、])")
"""The particle by which a town's matter hangs on its name; 「と」 and 「より」 put the town beside another."""

_MATTER = re.compile(
    any_of(
        # 「…については、」「…はどう」
        r"(?:では|については?|に関しては?|とで|と|や|は|を|が|も|で)"
        r"(?:、|(?=それぞれ|どう|どの|どれ|どち|何|いくら|いつ|誰|答え|違))",
        # 「…、」「…に関して」
        *r"、 について に関して [。?？]".split(),
    )
)
"""Where the last town's matter ends and the words for all begin (「…の給食費では、それぞれ」)."""


def town_clauses(
    text: str, names: Sequence[tuple[str, int, int]], tells: Callable[[str], bool]
) -> dict[str, str]:
    """The question of each town, each with one town in it; empty where the matter is one for all.

    Args:
        text: the question, normalised.
        names: (town, start, end) of every mention in `text`, in order.
        tells: whether a stretch of text has a word of some weight.

    >>> names = [("蓮田市", 0, 3), ("長瀞町", 7, 10)]
    >>> town_clauses("蓮田市の備蓄と長瀞町の給食費では、いくらか", names, lambda text: len(text) > 1)
    {'蓮田市': '蓮田市の備蓄と、いくらか', '長瀞町': '長瀞町の給食費では、いくらか'}
    """
    if len({town for town, _, _ in names}) != len(names) or len(names) < 2:
        return {}
    ends = [start for _, start, _ in names[1:]] + [len(text)]
    own = [text[end:until] for (_, _, end), until in zip(names, ends, strict=True)]
    last = _OPENS.match(own[-1])
    if last is None:
        return {}
    closed = _MATTER.search(own[-1], last.end())
    if closed is not None:
        own[-1] = own[-1][: closed.end()]
    opened = [_OPENS.match(piece) for piece in own]
    before, after = text[: names[0][1]], text[names[-1][2] + len(own[-1]) :]
    # 「LINEは、青山市は何人が使い、赤川町はどうしているか」: of one matter, each town is asked something else
    asked = all(_ASKS.search(piece) for piece in own) and tells(before)
    if not all(
        found and (asked or tells(piece[found.end() :])) for found, piece in zip(opened, own, strict=True)
    ):
        return {}
    return {
        town: before + text[start:end] + (piece if town == names[-1][0] else _parted(piece)) + after
        for (town, start, end), piece in zip(names, own, strict=True)
    }


_ASKS = re.compile(r"何(?!か[、がをはも一-龥])|いく[つら]|幾|ど(?:[うれ]|の|ん|こ|ちら)|いつ|だれ|誰|なぜ")

_TOLD = r"(?:答え|答弁|説明|考え|見解|回答|言い分|対応|様子|状況|進み具合|仕組み|やり方|中身|内容)"
_SIDE_BY_SIDE = re.compile(
    any_of(
        # 「それぞれの答弁を並べて」「市ごとに比べたい」
        rf"(?:(?:それぞれ|両者|両市|各市|市ごと)?の?{_TOLD}(?:や{_TOLD})?を)?(?:[市町村]ごとに|自治体ごとに|それぞれ)?"
        r"(?:並べ|比べ|比較し|一覧にし|挙げ|集め|見比べ|対比し)"
        + any_of(
            r"て(?:ほしい|欲しい|ください|下さい|知りたい|みたい|見たい|教えて(?:ください|ほしい)?|います|いる)?",
            *r"たい(?:です)? ます".split(),
        ),
        # 「自治体ごとに教えて」
        r"(?:[市町村]|自治体)ごとに(?:教えて(?:ください|ほしい)|知りたい)",
        # 「答えはどう違うか」
        r"(?:では|で)?(?:答え|説明|考え|扱い)?[がは]?どう違(?:いますか|うか|うのか|う)",
        *r"それぞれ 両者の".split(),
    )
)
"""That towns are to be set side by side, with what of them: 「…の答えを並べてください」「市ごとに教えて」「説明はどう違うか」."""

LEAST_MATTER = 8
"""Characters that a question must have left to be searched without the words that set towns side by side."""


def without_comparing(text: str) -> str:
    """A question across towns without the words that only set them side by side: no record of one town holds them.

    >>> without_comparing("水道料金の見直しについて、答えを並べてください。")
    '水道料金の見直しについて。'
    >>> without_comparing("給食費はどう違うか")
    '給食費はどう違うか'
    """
    rest = re.sub(r"、+(?=。)", "", _SIDE_BY_SIDE.sub("", text)).strip(" 、・")
    return rest if len(rest) >= LEAST_MATTER else text


def _parted(piece: str) -> str:
    return piece if piece.endswith(("、", "。")) else piece + "、"


def mentions(text: str, towns: Collection[str]) -> list[tuple[str, int, int]]:
    """Mentions of `towns` in `text`, in order: by their names, or without 市 or 町 where that is no piece of a longer word."""
    if not towns:
        return []
    named = {town: town for town in towns} | {town[:-1]: town for town in towns if len(town) > 2}
    pattern = re.compile(
        "|".join(
            re.escape(name) if name == town else rf"(?<![一-鿿]){re.escape(name)}(?![一-鿿ァ-ヺー])"
            for name, town in sorted(named.items(), key=lambda item: -len(item[0]))
        )
    )
    return [(named[found.group()], found.start(), found.end()) for found in pattern.finditer(text)]


def spellings(names: Collection[str]) -> tuple[str, ...]:
    """The names of towns with the ways in which a question may write them: without 市 or 町, in kana, and in Latin letters, in which they need
    not stand in a Japanese record."""
    stems = [name[:-1] for name in names if len(name) > 2 and name[-1] in "市区町村都道府県"]
    towns = [entry.municipality for name in names for entry in register().by_name(name)]
    written = [word for town in towns for word in (hiragana(town.kana), town.romaji.lower())]
    return (*names, *stems, *filter(None, written))


def without_names(text: str, names: Collection[str]) -> str:
    """`text` without `names` and the particles by which they hang together (「蓮田市と長瀞町では、給食費は」 → 「給食費は」): what is asked of
    every one of several towns. In meaning a text that names other towns is nearer to what is said of towns than to its matter.

    >>> without_names("給食費は蓮田市と長瀞町でいくらか", ["蓮田市", "長瀞町"])
    '給食費はいくらか'
    """
    if not names:
        return text
    name = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    rest = re.sub(rf"(?i:{name})(?:では|での|[とやはのでも]|、|・)*", "", text)
    return rest.strip(" 、・") or text
