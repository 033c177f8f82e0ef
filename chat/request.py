"""The sentence of a question that asks: what a dossier quotes of it."""

from __future__ import annotations

import re

from chat import wording
from chat.ports import AnswerService
from chat.types import Citation
from corpus.sentences import sentences
from corpus.types import StoredExchange

ASKS = re.compile(
    r"(?:か|のか|(?:は|点)(?:いかが|どう)[^。]{0,10}|伺[いうえっ][^。]{0,16}|(?:お)?(?:尋ね|聞)[^。]{0,14}|問う|求め(?:る|ます)|願[いう][^。]{0,12}|"
    r"(?:見解|所見|考え|現状|見通し|状況|見込み|方針)(?:は|を)?)[。？?]?$"
)
"""How the sentence that asks ends, in speech and in a 通告."""


def request_of(service: AnswerService, stored: StoredExchange, theme: str) -> Citation | None:
    """A verified citation of the sentence by which the exchange asks about `theme`: of those that ask, the one that shares
    most with it; where none asks (an opinion), of all. None for a statement."""
    best: tuple[tuple[bool, float], int, int, int] | None = None
    for number, turn in enumerate(stored.exchange.questions):
        for start, end in sentences(turn.text):
            plain = wording.plain(turn.text[start:end])
            if len(plain) < 6 or wording.FILLER.search(plain):
                continue
            share = shared(theme, plain)
            # What asks without a word of the theme asks something else of the same turn.
            rank = (bool(ASKS.search(plain)) and share > 0, share)
            if best is None or rank > best[0]:
                best = rank, number, start, end
    if best is None:
        return None
    return service.quote(stored.exchange.id, "question", best[1], best[2], best[3])


def shared(theme: str, text: str) -> float:
    """Which share of the theme's pairs of letters stands in `text`, 0–1."""
    pairs = _pairs(wording.plain(theme))
    return len(pairs & _pairs(wording.plain(text))) / (len(pairs) or 1)


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
