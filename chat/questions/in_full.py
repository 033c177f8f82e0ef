"""What was said about the words that were shown, in full: the whole of a reply (全文を見せて), what was replied to a member's words that
were shown (これに対する答弁は), and what was asked to which they reply (質問の全文).

A reply is that to the matter that was shown: where one turn asks several things, of its part.
"""

from __future__ import annotations

from collections.abc import Sequence

from chat.answers import wording
from chat.framing import quotations_in, without_blanks
from chat.questions.spoken_words import BOTH_SIDES, REPLY_TO_IT, THE_QUESTION, WHOLE, WHOLE_QUESTION
from corpus.sentences import quotable
from corpus.types import Exchange, Turn

LONGEST = 3_000
"""Characters of a reply that is shown whole, some two printed pages; of a longer one as much around what was shown. More is read at the
record itself, which opens at a click."""

FIRST, FIRST_OF_MANY = 8, 3
"""Sentences of a reply to words that were shown: of one exchange, and of each of several."""

Said = tuple[str, Turn, int, int]
"""The role of a turn in its exchange, the turn, and from where to where it is quoted."""


def asks_for_the_whole(text: str) -> bool:
    """Whether a question asks for nothing but the whole of what is shown."""
    return bool(WHOLE.fullmatch(text))


def asks_for_the_reply(text: str) -> bool:
    """Whether a question asks for nothing but what was replied to what is shown."""
    return bool(REPLY_TO_IT.fullmatch(text))


def asks_for_the_question(text: str) -> bool:
    """Whether a question asks for nothing but what was asked to which what is shown replies."""
    return bool(THE_QUESTION.fullmatch(text))


def question(
    exchange: Exchange, answered: str, asking: Sequence[tuple[Turn, int, int]], text: str
) -> list[Said]:
    """What the member asked of the matter that was shown: the sentences by which he asks (`asking`), all of his words where the whole is wanted (by
    `text`) or none of them asks."""
    of_it = _of_the_matter(exchange, _shown(answered))
    said = [
        ("question", turn, start, end)
        for turn in of_it.questions
        for start, end in ([] if WHOLE_QUESTION.search(text) else quotable(turn.text))
        if any(one.text[a:b] == turn.text[start:end] for one, a, b in asking)
    ]
    return said[:FIRST] or [
        ("question", turn, *_around(turn, [])) for turn in of_it.questions if quotable(turn.text)
    ]


def whole(exchange: Exchange, answered: str, text: str) -> list[Said]:
    """What was shown, from the first word of each speech to its last: the replies (of many long ones those of which a sentence was), and
    the member's words where they were shown or are wanted (このやりとりを全部, by `text`)."""
    shown = _shown(answered)
    of_it = _of_the_matter(exchange, shown)
    length = sum(len(turn.text) for turn in of_it.answers)
    told = list(of_it.answers) if length <= LONGEST else _holding(of_it.answers, shown)
    asked = of_it.questions if BOTH_SIDES.search(text) else _holding(of_it.questions, shown)
    both = [*(("question", turn) for turn in asked), *(("answer", turn) for turn in told)]
    return [(role, turn, *_around(turn, shown)) for role, turn in both if quotable(turn.text)]


def replies(exchange: Exchange, answered: str, alone: bool) -> list[Said]:
    """The first sentences of the replies to the words that were shown; `alone`: no other exchange was."""
    of_it = _of_the_matter(exchange, _shown(answered))
    said = [("answer", turn, start, end) for turn in of_it.answers for start, end in quotable(turn.text)]
    telling = [one for one in said if not wording.says_nothing(wording.plain(one[1].text[one[2] : one[3]]))]
    return telling[: FIRST if alone else FIRST_OF_MANY]


def _shown(answered: str) -> list[str]:
    return [without_blanks(quote) for quote in quotations_in(answered)]


def _of_the_matter(exchange: Exchange, shown: Sequence[str]) -> Exchange:
    """The part of an exchange whose words were shown; the exchange where they are of several, or it has none."""
    parts = [
        part
        for part in exchange.parts
        if part.answers and (_holding(part.answers, shown) or _holding(part.questions, shown))
    ]
    return parts[0] if len(parts) == 1 else exchange


def _holding(turns: Sequence[Turn], shown: Sequence[str]) -> list[Turn]:
    return [turn for turn in turns if any(quote in without_blanks(turn.text) for quote in shown)]


def _around(turn: Turn, shown: Sequence[str]) -> tuple[int, int]:
    """From where to where a turn is quoted: whole, or as many sentences before and behind those that were shown as there is room for."""
    spans = quotable(turn.text)
    first, last = 0, len(spans) - 1
    if spans[last][1] - spans[first][0] <= LONGEST:
        return spans[first][0], spans[last][1]
    pieces = [without_blanks(turn.text[start:end]) for start, end in spans]
    held = [i for i, piece in enumerate(pieces) if any(piece in quote or quote in piece for quote in shown)]
    first = last = held[0] if held else 0
    while True:
        wider = [(first, last + 1), (first - 1, last)]
        room = [
            (a, b) for a, b in wider if a >= 0 and b < len(spans) and spans[b][1] - spans[a][0] <= LONGEST
        ]
        if not room:
            return spans[first][0], spans[last][1]
        first, last = room[0]
