"""The units of a turn that its parts are made of: paragraphs, or sentences where paragraphs are few or ask more than once."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.patterns import NUMERAL
from corpus.types import Turn
from ingest.pairing.pieces import Unit
from ingest.phrases.fluent import fluent
from ingest.phrases.openers import ANNOUNCES, COUNTED, ITEM, THANKS, TOPIC, takes_up
from ingest.phrases.wording import asks
from ingest.text.lines import paragraphs, sentences
from ingest.text.normalize import ordinal


def units_of(turns: Sequence[Turn], asking: bool = False, listed: bool = False) -> list[Unit]:
    """The paragraphs of turns; sentences where a turn has fewer than three paragraphs.

    `asking`: a paragraph that asks twice or more is taken by sentences too; a reply's is cut where a number takes up the next.
    `listed`: it is cut before each 1、… 2、… too, since the question lists its points in this way.
    """
    out = []
    for place, turn in enumerate(turns):
        spans: Sequence[tuple[int, int]] = paragraphs(turn.text)
        if len(spans) < 3:
            spans = tuple(sentences(turn.text))
        elif asking:
            spans = tuple(piece for span in spans for piece in _asked(turn.text, span))
        else:
            spans = tuple(piece for span in spans for piece in _counted(turn.text, span))
            spans = tuple(piece for span in spans for piece in _replied(turn.text, span))
            if listed:
                spans = tuple(piece for span in spans for piece in _by_list(turn.text, span))
        if asking:
            spans = tuple(piece for span in spans for piece in _next(turn.text, span))
        out += [Unit(place, start, end, fluent(turn.text[start:end])) for start, end in spans]
    return out


def _asked(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A paragraph, or its sentences where it asks more than once, or an item after the first by its own number (…か。②、…か。)."""
    start, end = span
    said = [(start + a, start + b) for a, b in sentences(text[start:end])]
    listed = any(
        (ITEM.match(text[a:b]) or COUNTED.match(fluent(text[a:b]))) and asks_indeed(text[a:b])
        for a, b in said[1:]
    )
    if any(counted_at_end(text[a:b]) for a, b in said):
        return said
    headed = any(COUNTED.match(fluent(text[a:b])) for a, b in said[1:])  # …伺います。２点目です。…
    if headed and sum(asks_indeed(text[a:b]) for a, b in said) > 1:
        return said
    asking = sum(asks_indeed(text[a:b]) for a, b in said)
    return said if listed or asking > 1 else _counted(text, span)


_POINT = re.compile(r"\d{1,2}[、，．.](?!\d)")
"""1、防災行政無線につきましては…: a point of a list amid a paragraph."""


def lists_points(turns: Sequence[Turn]) -> bool:
    """Whether a paragraph of a question lists its points in line (…。1、…伺います。2、…)."""
    return any(_points(turn.text, span) for turn in turns for span in paragraphs(turn.text))


def _points(text: str, span: tuple[int, int]) -> list[int]:
    """Where the sentences 1、… 2、… of a paragraph begin; empty where it does not count from one to two at least."""
    start, end = span
    found = [start + a for a, _ in sentences(text[start:end]) if _POINT.match(text, start + a, end)]
    numbers = [int(re.split(r"\D", text[place:end])[0]) for place in found]
    return found if len(found) > 1 and numbers == list(range(1, len(found) + 1)) else []


def _by_list(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A paragraph, cut before each point that it lists."""
    cuts = sorted({span[0], *_points(text, span)})
    return list(zip(cuts, [*cuts[1:], span[1]], strict=True))


def _counted(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A paragraph, cut before each 二つ目の…についてであります。 in it: a margin without indents hides where paragraphs end."""
    start, end = span
    said = [(start + a, start + b) for a, b in sentences(text[start:end])]
    cuts = [
        start,
        *(
            a
            for a, b in said[1:]
            if COUNTED.match(fluent(text[a:b])) and _follows(text, a, TOPIC.match(text[a:b]) is not None)
        ),
    ]
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _next(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A paragraph of a question, cut where 次に、…について takes up another matter after a sentence that asked."""
    start, end = span
    said = [(start + a, start + b) for a, b in sentences(text[start:end])]
    cuts = [
        a
        for (c, d), (a, b) in itertools.pairwise(said)
        if takes_up(fluent(text[a:b])) and asks_indeed(text[c:d])
    ]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


def _replied(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A paragraph of a reply, cut before each 次に、…につきましては、 in it: where line ends are lost several stand in one."""
    start, end = span
    said = [(start + a, start + b) for a, b in sentences(text[start:end])]
    cuts = [a for a, b in said[1:] if _NEXT_MATTER.match(fluent(text[a:b]))]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


_NEXT_MATTER = re.compile(
    r"^(?:次に|続いて|続きまして|最後に)、[^。、]{2,60}?(?:について|につきまして|に関して|に関しまして|の(?:御|ご)?質問)"
)
_COUNT = re.compile(rf"(?:^|(?<=[。\n]))[^。\n]{{0,12}}?({NUMERAL}+)(?:点目|件目|つ目|番目|問目|項目)")


def _follows(text: str, place: int, named: bool) -> bool:
    """Whether the count at a place goes on from one before: １つ目は道、２つ目は橋。３つ目は… list a matter.

    `named`: its sentence names a matter (…について); from the third on the count says enough."""
    counts = [ordinal(found[1]) for found in _COUNT.finditer(text)]
    own = _COUNT.match(text, place)
    if own is None or ordinal(own[1]) <= 2:
        return named
    return ordinal(own[1]) - 1 in counts


_AT_END = re.compile(
    rf"(?P<asked>[^。]{{6,}}?)(?:(?:という|といった|って(?:いう)?)?(?:の|こと|点)?(?:が|は)|、これが|、これは)、?(?:まず|次に|最後に)?、?"
    rf"(?P<number>{NUMERAL}+)(?:点目?|つ目|番目|問目|件目?)(?:の(?:御|ご)?(?:質問|質疑|問い))?"
    r"(?:です(?:ね)?|であります|でございます|になります|と(?:いた)?します|となります)?。?$"
)
_ASKED = re.compile(r"か(?:、|と|どうか|$)|について|[どなん](?:う|こ|れ|に|の)|何|いつ|なぜ|(?:こと|点|方)$")


def counted_at_end(sentence: str) -> int:
    """The number of a question that bears it at its end (橋はいつ塗り替えるのか、というのが１点目です。), else 0.

    学校の件が２点目です。 and １点目は橋です。 head what follows.
    """
    found = _AT_END.match(sentence.strip())
    if found is None or COUNTED.match(sentence) or not _ASKED.search(found["asked"]):
        return 0
    return ordinal(found["number"])


def paragraph_starts(text: str) -> frozenset[int]:
    """Where the paragraphs of a turn begin."""
    return frozenset(start for start, _ in paragraphs(text))


@lru_cache(maxsize=4096)
def asks_indeed(text: str) -> bool:
    """Asks for something; 質問をいたします alone only announces it."""
    said = (text[a:b] for a, b in sentences(text))
    return any(asks(one) and not ANNOUNCES.match(one) and not THANKS.match(one) for one in said)
