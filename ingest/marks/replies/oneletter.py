"""A page with one letter to the town: its title, what a resident writes, 回答 on a line of its own, the reply.

    「町長への手紙」　遊歩道の明かりについて
    …明かりを増やしてください。
    （40代）
    回答
    …来年の春に増やします。

Pages with several such letters are read by `ingest.layouts.marked_replies`; here nothing repeats, so the page itself must be one of
letters: its head says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.types import Speaker
from ingest.marks.mark import Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.text.lines import Line

HEAD_LINES = 8
"""Lines at the top of a page, one of which says that it holds a letter."""
HEAD_MAX = 120
"""Characters of such a line that are looked at."""
LABEL_MAX = 24
"""Characters of the line that heads the reply at most, its brackets among them."""

_LETTERS = re.compile(
    r"(?:[市町村区県都府道]長|知事|[市町村区県都府道]政?)への?(?:お?手紙|お?便り|提言|提案|意見|要望|メール|はがき|ひとこと|一言|質問)"
    r"|(?:[市町村区県都府道]民|皆(?:さん|様|さま)|みな(?:さん|さま))(?:から)?の(?:お?声|ご?意見|ご?提言|ご?要望)|[市町村区県]長(?:メール|ポスト|直行便)"
)
_REPLY = re.compile(
    r"(?:(?:[市町村区県都府道]長?|担当課|所管課)(?:から)?の?)?(?:ご|お)?(?:回答|返事|返答|答え)(?:内容|要旨)?(?:[（(][^（()）]{1,12}[）)])?"
)
_FRAME = re.compile(r"^[\W_]+|[\W_]+$")
"""■, 【】 and colons around the label."""
_ASIDE = re.compile(r"^[（(][^（()）。]{1,24}[）)]$")
"""（40代・女性）: who wrote, below the words."""
_DATA = re.compile(r"(?:更新|掲載|公開|受付|受理)[^。]{0,10}\d|ページ|番号")


def one_letter_marks(lines: Sequence[Line], known: Sequence[Mark]) -> tuple[Mark, ...]:
    """The two marks of a page of one letter and its reply; empty where it is no such page, or somebody else speaks on it."""
    replies = [i for i, line in enumerate(lines) if _heads_reply(line.text)]
    if len(replies) != 1 or not any(_LETTERS.search(line.text[:HEAD_MAX]) for line in lines[:HEAD_LINES]):
        return ()
    reply = replies[0]
    if any(mark.line < reply and not _LETTERS.search(mark.label) for mark in known):
        return ()  # ご意見 above the words: they bear a label of their own
    first = _first_words(lines, reply)
    below = lines[reply + 1 : reply + 3]
    if first is None or not any(is_speech(line.text) for line in below):
        return ()
    asked = mark_at(first, lines[first], "qa", 0, 0, Speaker("", "", "member"))
    told = mark_at(reply, lines[reply], "qa", 0, len(lines[reply].text), Speaker("", "", "executive"))
    return asked, told


def _heads_reply(text: str) -> bool:
    return len(text) <= LABEL_MAX and _REPLY.fullmatch(_FRAME.sub("", text)) is not None


def _first_words(lines: Sequence[Line], reply: int) -> int | None:
    """Where the letter begins: at the first of the running words above the reply; None where nothing is written there."""
    first = reply
    while first and (is_speech(lines[first - 1].text) or _ASIDE.match(lines[first - 1].text)):
        if (
            _LETTERS.search(lines[first - 1].text)
            and first - 1 < HEAD_LINES
            and "。" not in lines[first - 1].text
        ):
            break  # the title
        if _DATA.search(lines[first - 1].text) and "。" not in lines[first - 1].text:
            break
        first -= 1
    return first if first < reply and any(is_speech(line.text) for line in lines[first:reply]) else None
