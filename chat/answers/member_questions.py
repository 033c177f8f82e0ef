"""The sentence of a question that asks: what a dossier quotes of it.

1. A turn falls into items, each opened by a sentence that announces it (「次に、備蓄について伺います。」「3点目は備蓄の話です。」).
2. Of the sentences that ask, the one that shares most with the theme; where its item announces the theme and asks in words without
   it, the first that asks in the item.
3. An announcement is quoted only where nothing in its item asks; stage directions and greetings never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chat.answers import wording
from chat.answers.fillers import TAKES_UP
from chat.ports import AnswerService
from chat.types import Citation
from chat.verification.words import pairs as pairs_of
from corpus.patterns import FOLDED_NUMERAL, IS, any_of
from corpus.sentences import quotable
from corpus.types import StoredExchange

ASKS = re.compile(
    any_of(
        *r"か のか (?:は|点)(?:いかが|どう)[^。]{0,10} 伺[いうえっ][^。]{0,16}".split(),
        *r"(?:お)?(?:尋ね|聞)[^。]{0,14} 問う 求め(?:る|ます|たい)[^。]{0,10}".split(),
        r"願[いう][^。]{0,12}",
        r"(?:教え|説明し|示し|答え)て(?:いただ|くださ|下さ|もらい|ほし)[^。]{0,14}",
        r"(?:見解|所見|考え|現状|見通し|状況|見込み|方針)(?:は|を)?",
    )
    + r"[。？?]?$"
)
"""How the sentence that asks ends, in speech and in a 通告."""

_ANNOUNCES = re.compile(
    any_of(
        # 「次に、備蓄について伺います」「3点目は備蓄の話です」
        r"^(?:.{0,24}、)?"
        + any_of(
            rf"(?:{TAKES_UP}|次は|また|それでは|では)[、は]?",
            rf"(?:大)?項目の?{FOLDED_NUMERAL}+(?:つ目|番目)?[、はです]*",
            rf"第?{FOLDED_NUMERAL}+(?:点目|つ目|番目|に)?[、はの]",
        )
        + r".{0,60}"
        + any_of(
            rf"について{IS}",
            r"(?:について|に関して|のこと(?:で|を))(?:、)?(?:お)?(?:尋ね|伺|質問|聞)[^。]{0,14}",
            rf"(?:の話|の件|のこと){IS}",
            r"(?:質問|お尋ね|伺い)(?:を)?(?:し|いたし|させて)[^。]{0,12}",
        )
        + r"。?$",
        # 「備蓄についてです」
        r"^.{0,40}について(?:です|であります|でございます|(?:お)?(?:尋ね|伺|質問)[^。]{0,10})。?$",
        # 「3点ほどお尋ねします」
        rf"{FOLDED_NUMERAL}+(?:点|項目|問)(?:ほど|を|について)?、?(?:お)?(?:尋ね|伺|質問|聞)[^。]{{0,14}}。?$",
    )
)
"""A sentence that opens an item and asks nothing yet."""

_POINT = re.compile(rf"{FOLDED_NUMERAL}+(?:点目|つ目|点)")
"""A point of an item goes on with it."""

_STAGE = re.compile(
    r"^[〔（(【［\[].{0,40}(?:登壇|降壇|着席|退席|起立|拍手)|^[○◎◆△▲●].{0,30}(?:議長|委員長|会長)"
)

SHORT = 24
"""Characters of a sentence that asks without a word of the theme (「見解をお聞かせください。」) and is quoted with the one before it."""

OF_THE_THEME = 0.3
"""Share of the theme's pairs of letters from which a sentence is of the theme: of a turn that asks nothing in its words, nothing is
quoted as its question."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a question: its turn, `[start, end)`, the share of the theme, the item of the turn that it stands in."""

    turn: int
    start: int
    end: int
    plain: str
    share: float
    item: int
    announces: bool

    @property
    def asks(self) -> bool:
        return bool(ASKS.search(self.plain)) and not self.announces


def request_of(service: AnswerService, stored: StoredExchange, theme: str) -> Citation | None:
    """A verified citation of the sentence by which the exchange asks about `theme`; of an opinion without reply, of the sentence that
    shares most with it. None for a statement, and where nothing of the question is of the theme."""
    said = list(_sentences(stored, theme))
    found = _asked(said) or (
        None if stored.exchange.answers else max(said, key=lambda s: s.share, default=None)
    )
    if found is None:
        return None
    start = found.start
    if len(found.plain) < SHORT and found.share < OF_THE_THEME:
        before = [one for one in said if one.turn == found.turn and one.end <= found.start]
        start = before[-1].start if before else start
    return service.quote(stored.exchange.id, "question", found.turn, start, found.end)


def requests(stored: StoredExchange, saying: bool = False) -> list[tuple[int, int, int]]:
    """Turn and `[start, end)` of the sentences by which an exchange asks (announces a matter, or asks), in order; with `saying` of all that
    say something."""
    said = _sentences(stored, "")
    return [(one.turn, one.start, one.end) for one in said if saying or one.announces or one.asks]


def _asked(said: list[_Sentence]) -> _Sentence | None:
    announced = max((one for one in said if one.announces), key=lambda one: one.share, default=None)
    best = max((one for one in said if one.asks), key=lambda one: one.share, default=None)
    if announced and announced.share > (best.share if best else 0.0):
        return _next_that_asks(said, announced) or announced
    if best and best.share >= OF_THE_THEME:
        return best
    told = max(said, key=lambda one: one.share, default=None)
    return _next_that_asks(said, told) if told and told.share >= OF_THE_THEME else None


def _next_that_asks(said: list[_Sentence], first: _Sentence) -> _Sentence | None:
    """The first sentence after `first` that asks in the same item."""
    after = (
        one for one in said if (one.turn, one.item) == (first.turn, first.item) and one.start >= first.end
    )
    return next((one for one in after if one.asks), None)


def _sentences(stored: StoredExchange, theme: str) -> Iterator[_Sentence]:
    for turn, spoken in enumerate(stored.exchange.questions):
        item = 0
        for start, end in quotable(spoken.text):
            plain = wording.plain(spoken.text[start:end])
            announces = bool(_ANNOUNCES.search(plain))
            item += announces and not _POINT.search(plain)
            if (
                len(plain) < wording.SHORTEST
                or _STAGE.search(plain)
                or (wording.FILLER.search(plain) and not announces)
            ):
                continue
            yield _Sentence(turn, start, end, plain, shared(theme, plain), item, announces)


def shared(theme: str, text: str) -> float:
    """Which share of the pairs of letters in the theme's words (divided by blanks) stands in `text`, 0–1."""
    pairs = set[str]().union(*(pairs_of(wording.plain(word)) for word in theme.split()))
    return len(pairs & pairs_of(wording.plain(text))) / (len(pairs) or 1)
