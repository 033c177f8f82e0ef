"""Text copied from a page that puts every linked word on a line of its own: the lines are no lines, a label stands on six of them.

○ / 議長 / ( / 岸本 / 静香 / 君) これより / 質疑 / に入ります。
○岸本静香 / 議長 / これより / 質疑 / に入ります。
"""

from __future__ import annotations

import itertools
import re

from ingest.people.offices import is_office, is_title
from ingest.people.speakers import parse_label

BROKEN_MIN = 3
"""Labels that are broken so, from which the text is; a sign alone on its line occurs in any record."""
LABEL_LINES = 6
"""Lines below a lone sign within which the bracket of the name opens and closes."""

_SIGN = re.compile(r"[○◯〇◎◆●△▲□■◇▽▼]")
_NAMED = re.compile(rf"{_SIGN.pattern}[^\s。、（()）]{{2,10}}")
_LABEL = re.compile(rf"{_SIGN.pattern}([^。、（()）]{{3,24}})")
_OPENS = re.compile(r"[（(][^（()）]{0,8}$")
_CLOSES = re.compile(r"[^（()）。]{0,6}[)）]")
_APART = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|^取得元|^(?:[>＞←→|/]|ツイート|シェア|前|次)$")
"""The way to the page, its buttons, and the days on which it was published and fetched."""
_BOX = re.compile("[│┃├└┌]")
_HEADER = re.compile(r"平成|令和|昭和|議事日程|[出欠]席議員|説明のため|本日$|事務局|開会")
_NUMBER = re.compile(r"(?:日程)?第[0-9]{1,2}$|[0-9]{1,2}番$")
_NUMBER_BEHIND = re.compile(r"(?<=\S) (?=(?:第[0-9]{1,2}|[0-9]{1,2}番)$)")
"""What opens a line of the header, above the first label; a number stands apart from its item or member."""


def unlinked(text: str) -> str:
    """The text with its lines joined, but before a sign and behind a full stop; any other text as it is."""
    lines = [line.rstrip() for line in text.split("\n")]
    if sum(_is_broken_label(lines, place) for place in range(len(lines))) < BROKEN_MIN:
        return text
    lines = [part for line in lines for part in _NUMBER_BEHIND.split(line)]
    out = lines[:1]
    spoken = False
    for above, line in itertools.pairwise(lines):
        spoken = spoken or _SIGN.match(line) is not None
        begins = not above or not line or _SIGN.match(line) or above.endswith("。")
        header = not spoken and (_HEADER.match(line) or (_NUMBER.match(line) and above != "議事日程"))
        boxed = _BOX.search(above) or _BOX.search(line)
        if begins or header or boxed or _APART.search(above) or _APART.search(line):
            out.append(line)
        else:
            numbered = not spoken and out[-1] == above and _NUMBER.match(above)
            out[-1] += ("\u3000" if numbered or _is_label(out[-1]) else "") + line
    return "\n".join(out)


def _is_label(joined: str) -> bool:
    """Whether a line is by now a whole label without brackets, ◆岸本静香 委員 or ◎川辺総務課長: the words begin on the next."""
    label = _LABEL.fullmatch(joined)
    speaker = parse_label(label[1]) if label else None
    return speaker is not None and bool(speaker.name and speaker.office and joined.endswith(speaker.office))


def _is_broken_label(lines: list[str], place: int) -> bool:
    """Whether a lone sign stands on a line, and below it the bracket of a name that closes further below; or a sign with a name, and
    below it nothing but the office."""
    if _NAMED.fullmatch(lines[place]) and place + 1 < len(lines) and is_title(lines[place + 1]):
        return not is_office(lines[place][1:])
    if len(lines[place]) != 1 or not _SIGN.match(lines[place]):
        return False
    below = lines[place + 1 : place + 1 + LABEL_LINES]
    opened = next((n for n, line in enumerate(below) if _OPENS.search(line)), None)
    return opened is not None and any(map(_CLOSES.match, below[opened + 1 :]))
