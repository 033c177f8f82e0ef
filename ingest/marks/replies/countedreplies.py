"""Numbered questions with all their replies together below one heading (回答, 【市長答弁】), told apart by the same numbers.

    問１　給食センターについて            回答
    （１）建て替えはいつか。              問１
    （２）場所はどこか。                  （１）令和４年度とします。　（２）今の場所とします。

1. A number stands under the one above it of another kind (１ → (1) → ①); the whole path tells the question.
2. The replies begin right below the heading, and every number among them is one of the questions'; else the form is another.
3. A reply to a number with others under it (問１) is one to all of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.patterns import KANJI_NUMERAL
from corpus.types import Speaker
from ingest.marks.forms.namedbehind import with_name
from ingest.marks.mark import Mark
from ingest.marks.speaks import is_speech
from ingest.people.offices import is_title, side_of
from ingest.people.speakers import parse_label
from ingest.phrases.wording import asks
from ingest.text.lines import Line
from ingest.text.normalize import ordinal, squeeze

REPLIES_MIN, REPLIES_MAX = 2, 400
"""Replies from which their numbers tell the questions, and beyond which a text is no such paper: each is held against every one."""
ASKED_SHARE, ASKING_MAX = 0.5, 0.34
"""Share of the questions that must ask, and of the replies that may."""
SIGNED_LINES = 6
"""Lines at the top, and above the questions, among which who replies and who asks are named."""

_HEAD = re.compile(
    r"^[【〔［\[（(■□●○◎◆《＜<]?\s*(?P<who>[^\s。、：:（()）【】]{2,12}?)?の?(?:ご|御)?(?:回答|答弁|お?答え)\s*[】〕］\]）)》＞>：:]?$"
)
_N = rf"(?:\d{{1,2}}|{KANJI_NUMERAL}{{1,3}})"
_TOKEN = re.compile(
    rf"[（(](?P<paren>{_N})[)）]|(?P<circle>[①-⑳])|(?P<kana>[ア-ン])(?=[\s．.、])"
    rf"|(?:(?:ご|御)?(?:質問事項|質問|問い?|項目|回答|答弁|答))?\s*(?P<number>{_N})(?=[．.、：:\s（(①-⑳]|$)"
)
_BETWEEN = re.compile(r"[．.、：:\s]*")
_MATTER = re.compile(r"[^。？?]{2,40}(?:について|に関して|に関すること|の件)")
_SIGNED = re.compile(r"(?:^|\s)[^\s。、]{1,8}?((?:市|町|村|区)長|知事|教育長)$")

Path = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered line: its place, the numbers from the uppermost down, and the offset in the line where its words begin."""

    line: int
    path: Path
    words: int
    top: int
    """The line above where its label begins: a number alone (問２) that heads it; else `line`."""


def counted_marks(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks of the questions and of the replies below the one heading; none where the form is another."""
    heads = [index for index, line in enumerate(lines) if index and _HEAD.match(line.text)]
    if len(heads) != 1:
        return ()
    replies = _leaves(_items(lines, heads[0] + 1, len(lines)), lines)
    if not REPLIES_MIN <= len(replies) <= REPLIES_MAX:
        return ()
    questions = _questions(lines, heads[0], replies)
    known = {item.path: number for number, item in enumerate(questions, 1)}
    answered = [tuple(n for path, n in known.items() if _under(path, item.path)) for item in replies]
    if not all(answered) or not _asked(questions, replies, lines):
        return ()
    asker, replier = _asker(lines[: questions[0].line]), _replier(lines, heads[0])
    out = [_mark(item, lines, "問", asker, (number,)) for number, item in enumerate(questions, 1)]
    return (
        *out,
        *(_mark(item, lines, "答", replier, ns) for item, ns in zip(replies, answered, strict=True)),
    )


def _items(lines: Sequence[Line], start: int, end: int) -> list[_Item]:
    """The numbered lines of a stretch, each with its path."""
    out: list[_Item] = []
    path: list[tuple[str, int]] = []
    for index in range(start, end):
        text, at = lines[index].text, 0
        while found := _TOKEN.match(text, at):
            kind = found.lastgroup or ""
            held = [name for name, _ in path]
            path = path[: held.index(kind)] if kind in held else path
            path.append((kind, _value(kind, found[kind])))
            at = _BETWEEN.match(text, found.end()).end()  # type: ignore[union-attr]  # it matches the empty string
        if at:
            out.append(_Item(index, tuple(path), at, index))
    return out


def _value(kind: str, digits: str) -> int:
    return ord(digits) if kind == "kana" else ordinal(digits)


def _leaves(items: Sequence[_Item], lines: Sequence[Line]) -> list[_Item]:
    """The items without those that only head the numbers under them."""
    out = []
    top: int | None = None
    for place, item in enumerate(items):
        below = items[place + 1] if place + 1 < len(items) else None
        words = lines[item.line].text[item.words :]
        heads = below is not None and _under(below.path, item.path) and len(below.path) > len(item.path)
        if heads and below and below.line == item.line + 1 and not is_speech(words):
            top = item.line if not words else None
            continue
        out.append(replace(item, top=item.line if top is None else top))
        top = None
    return out


def _questions(lines: Sequence[Line], head: int, replies: Sequence[_Item]) -> list[_Item]:
    """The questions above the heading, from the last line on that bears the first number of the kind that the replies open with."""
    if not replies or replies[0].line > head + 2:
        return []
    top = replies[0].path[0][0]
    above = _items(lines, 0, head)
    first = max(
        (
            i
            for i, item in enumerate(above)
            if item.path[0][0] == top and item.path[0][1] == 1 == len(item.path)
        ),
        default=-1,
    )
    if first < 0:
        return []
    return _leaves(_items(lines, above[first].line, head), lines)


def _under(path: Path, above: Path) -> bool:
    return path[: len(above)] == above


def _asked(questions: Sequence[_Item], replies: Sequence[_Item], lines: Sequence[Line]) -> bool:
    """Whether the questions ask and the replies do not."""
    ends = [item.line for item in questions[1:]] + [replies[0].line - 1]
    told = [
        "".join(line.text for line in lines[q.line : end]) for q, end in zip(questions, ends, strict=False)
    ]
    asking = sum(map(asks, told))
    replying = sum(asks(lines[item.line].text) for item in replies)
    return asking >= ASKED_SHARE * len(questions) and replying <= ASKING_MAX * len(replies)


def _mark(item: _Item, lines: Sequence[Line], label: str, who: Speaker, numbers: tuple[int, ...]) -> Mark:
    """The mark of an item; a matter alone beside its number is the heading of the words below."""
    line = lines[item.line]
    below = lines[item.line + 1] if item.line + 1 < len(lines) else None
    bare = item.words >= len(line.text) or _MATTER.fullmatch(line.text, item.words)
    if bare and below is not None and is_speech(below.text) and not _TOKEN.match(below.text):
        return Mark(item.line + 1, "qa", label, who, below.start, numbers=numbers)
    mark = Mark(item.top, "qa", label, who, line.start + item.words, numbers=numbers)
    named = with_name(mark, line) if label == "答" else None  # １（１）教育長　八千万円である。
    return replace(named, numbers=numbers, line=item.top) if named else mark


def _asker(above: Sequence[Line]) -> Speaker:
    """The member who is named above the questions; 議員 or residents without a name else."""
    for line in reversed(above[-SIGNED_LINES:]):
        found = parse_label(line.text)
        if found and found.side == "member" and found.name:
            return found
    return Speaker("", "", "member")


def _replier(lines: Sequence[Line], head: int) -> Speaker:
    """Who replies: named in the heading (市長答弁), else who signs at the top or the foot."""
    found = _HEAD.match(lines[head].text)
    office = squeeze(found["who"] or "") if found else ""
    if office and is_title(office):
        return Speaker("", office, side_of(office))
    for line in (*lines[:SIGNED_LINES], *lines[-SIGNED_LINES:]):
        if signed := _SIGNED.search(line.text):
            return Speaker("", signed[1], "executive")
    return Speaker("", "", "executive")
