"""What a chair's turn opens the floor for: an explanation, an item, questions, a reply; and whether it hands a question on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Turn
from ingest.phrases.calls import (
    asks_explanation,
    asks_for_more,
    asks_notice,
    asks_supplement,
    calls_mover,
    ends_matter,
    opens_item,
    opens_questions,
)
from ingest.phrases.chairasks import asks_again
from ingest.phrases.moderation import is_moderation, relays
from ingest.text.lines import sentences
from ingest.text.normalize import squeeze


@dataclass(frozen=True, slots=True)
class Floor:
    """What the chair's last turn opened the floor for; `substance` counts the characters that are no moderation."""

    explanation: bool = False
    item: bool = False
    more: bool = False
    notice: bool = False
    ends: bool = False
    greeting: bool = False
    """It is a greeting (就任の挨拶) that is called for."""
    reply: bool = False
    """Somebody is called upon to reply (答弁を求めます)."""
    questions: bool = False
    """The questions on what was explained are opened (これより質疑に入ります。質疑ありませんか)."""
    substance: int = 0


def floor_of(text: str) -> Floor:
    """What a chair's turn opens the floor for."""
    notice = asks_notice(text)
    explanation = asks_explanation(text) or notice
    return Floor(
        explanation=explanation,
        item=opens_item(text),
        more=asks_for_more(text),
        notice=notice,
        ends=ends_matter(text),
        greeting=explanation and re.search("挨拶|あいさつ", text) is not None,
        reply="答弁" in text or calls_mover(text),
        questions=opens_questions(text),
        substance=sum(end - start for start, end in sentences(text) if not is_moderation(text[start:end])),
    )


def calls(text: str, office: str) -> bool:
    """町長。: whether the last word of a turn is an office, so that who holds it speaks next."""
    return bool(office) and squeeze(text).rstrip("。").endswith(squeeze(office))


def hands_on(text: str, floor: Floor, questions: Sequence[Turn]) -> bool:
    """Whether a chair's turn hands on the question that is being answered to another who answers it."""
    again = asks_supplement(text) or asks_again(text, questions)
    return again or (relays(text) and not (floor.item or floor.more))


_MATTER = re.compile(r"^[^。、]{2,20}(?:について|に関して|の件)(?:は|だが|ですが|、)")


TAKES_UP_MIN = 50
"""Characters from which such words are more than the call of a matter."""


def takes_up(text: str, floor: Floor) -> bool:
    """スケジュールについて、昨年は六回であった。…を考えたい。: the chair goes on to another matter, at some length."""
    return floor.substance >= TAKES_UP_MIN and _MATTER.match(text) is not None
