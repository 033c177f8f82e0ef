"""Whether heads of two kinds take turns down a page, those that ask and those that reply, for `alternation`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.marks.replies.headkinds import Head, Key, asks_by_label, replies_by_label
from ingest.marks.speaks import is_speech
from ingest.people.names import is_surname
from ingest.people.speakers import parse_label
from ingest.phrases.wording import asks, wishes
from ingest.text.lines import Line
from ingest.text.normalize import share

PAIRS_MIN = 3
"""Questions with a reply from which two kinds of heads take turns; two are a coincidence."""
NAMED_MIN = 2
"""The same where a surname asks and an office replies, each before a colon (沖：…, 水道課長：…): of lists nothing else looks so."""
EXTRA_MAX = 0.34
"""Heads without their counterpart, as a share of the pairs: opinions without a reply, second replies."""
ASKING_MIN, ASKING_BY_LABEL, REPLIES_ASK_MAX = 0.6, 0.5, 0.25
"""Share of the questions that ask, wish or hold something ought to be, where a sign or where a label heads the replies, and of
the replies that ask."""
SAID_MIN = 0.7
"""Share of the heads, of either kind, below which words are said (a full stop)."""
JUDGED, WORDS_MAX = 80, 800
"""Heads of two kinds whose words are judged, and characters of each, at most: enough to tell, and quick in a text of any size."""

_OPINES = re.compile(
    # 「運用の変更を。」「情報を載せてみては。」
    r"(?:[一-鿿]を|て(?:みて)?は)。?$|(?:べき|思う|思い(?:ます)?|感じる|感じた|よい|良い|いい|必要(?:だ|である|です)?|困る|心配|不安|反対|賛成)[^。]{0,12}。?$"
)
ABOVE: Key = ("above",)
UNDER: Key = ("above", "under")
"""The kinds of a question without a head: the paragraph above a reply, what stands between it and a heading."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Heads of questions and of replies in their order (line, head, whether it asks), and how much speaks for them."""

    order: tuple[tuple[int, Head, bool], ...]
    weight: float
    labels: int
    """How many of the two kinds are labels in words."""


def turns_of(
    questions_at: Sequence[tuple[int, Head]],
    replies_at: Sequence[tuple[int, Head]],
    kinds: tuple[Key, Key],
    lines: Sequence[Line],
) -> Turns | None:
    """The turns of heads that ask and heads that reply; None where they do not take turns."""
    a, b = kinds
    taken = {index for index, _ in replies_at}
    asked = [(index, head, True) for index, head in questions_at if index not in taken]
    order = sorted([*asked, *((i, h, False) for i, h in replies_at)], key=lambda one: one[0])
    while order and not order[0][2]:
        order.pop(0)
    pairs = sum(one[2] and not following[2] for one, following in pairwise(order))
    extra = 1 if a == UNDER else EXTRA_MAX  # several officers reply under one heading
    least_pairs = NAMED_MIN if is_named_asker(a) and is_named_replier(b) else PAIRS_MIN
    if pairs < least_pairs or len(order) - 2 * pairs > extra * pairs:
        return None
    stops = [*(index for index, _, _ in order[1:]), len(lines)]
    judged = range(0, len(order), 1 + 2 * (len(order) // (2 * JUDGED)))  # an odd step meets both kinds
    words = [(order[n][2], words_below(lines, order[n], stops[n])) for n in judged]
    questions = [said for asking, said in words if asking]
    replies = [said for asking, said in words if not asking]
    if min(share(questions, is_said), share(replies, is_said)) < SAID_MIN:
        return None
    demands = replies_by_label(b[-1]) and b[0] == "label"  # …を広げること。 above 【回答】
    asking = share(questions, lambda words: seeks(words) or (demands and words.endswith("こと。")))
    asks_back = share(replies, asks)
    told = a[0] == b[0] == "label" and asks_by_label(a[-1]) and replies_by_label(b[-1])
    least = ASKING_MIN if b[0] == "list" else ASKING_BY_LABEL  # who replies is named: complaints count, too
    most = REPLIES_ASK_MAX if b[0] == "list" else max(REPLIES_ASK_MAX, 1 / len(replies))
    if not told and (asking < least or asks_back > most):
        return None
    if a[0] == b[0] == "list" and 2 * share(replies, seeks) > asking:
        return None  # （1） below １ goes on with it
    labels = (a[0] == "label") + (b[0] == "label")
    return Turns(tuple(order), pairs * (1 + asking - asks_back + 0.2 * labels + told), labels)


def is_named_asker(key: Key) -> bool:
    """Whether a kind of head is one surname before a colon."""
    return key[:2] == ("label", "colon") and is_surname(key[-1])


def is_named_replier(key: Key) -> bool:
    """Whether a kind of head is one office of the executive before a colon."""
    who = parse_label(key[-1]) if key[:2] == ("label", "colon") else None
    return who is not None and bool(who.office) and who.is_officer


def words_below(lines: Sequence[Line], one: tuple[int, Head, bool], stop: int) -> str:
    """What stands below a head: of long words their beginning and their end; nothing below 答弁者：町長, which says who is asked."""
    index, head, _ = one
    own = lines[index].text[head.end :]
    if own and parse_label(own) is not None and own[0] not in "（(":  # 【回答】（土木課）: by whom
        return ""
    said = "".join([own, *(line.text for line in lines[index + 1 : stop])])
    return said if len(said) <= WORDS_MAX else said[: WORDS_MAX // 2] + said[-WORDS_MAX // 2 :]


def is_said(words: str) -> bool:
    """Whether words below a head are some: speech, or a short question."""
    return is_speech(words) or (len(words) >= 8 and words[-1] in "か？?")


def seeks(words: str) -> bool:
    """Whether words ask, wish, or hold that something ought to be."""
    return asks(words) or wishes(words) or _OPINES.search(words) is not None
