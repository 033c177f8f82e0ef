"""Persons whom an English question names in Latin letters (Councillor Morikawa, Ms. Iwamoto, Morikawa-giin), and how the record writes them.

The dictionary of names gives the ways in which a surname that is read so may be written; those count in which somebody speaks in the
record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import dropwhile

from corpus.patterns import any_of
from corpus.register import register
from retriever.romaji import is_romaji
from retriever.sides import names_a_speaker, wanted_side
from retriever.sides_foreign import Side

_NAME = r"[A-Z][A-Za-zāīūēōĀĪŪĒŌ]+"
_TITLE = any_of(
    r"councill?ors?",
    r"council[ -]?(?:wo)?m[ae]n",
    # "Committee Member Morikawa", "Assemblywoman Morikawa"
    r"(?:(?:council|committee|board|assembly|panel)[ -]?)?members?",
    r"assembly(?:wo)?m[ae]n",
    r"representative",
    r"(?:vice[- ])?chair(?:person|woman|man)?",
    *"mr mrs ms dr".split(),
)
_TITLED = re.compile(
    any_of(
        rf"\b(?i:{_TITLE})\b\.?\s+(?P<after>{_NAME}(?:\s+{_NAME})?)",
        # "Morikawa-giin"
        rf"\b(?P<before>{_NAME}(?:\s+{_NAME})?)-(?i:giin|iin|san|shi|sensei)\b",
    )
)
_ASKS = re.compile(
    r"\b(?:ask|rais|question|request|propos|suggest|demand|urg|worr|complain|concern)", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?:sa(?:y|id)|mention|think|thought|point|remark|comment|opinion|view|state)", re.IGNORECASE
)
_OF_MEMBERS = re.compile(r"councill?or|m[ae]n\b|member|representative|-(?:giin|iin)$", re.IGNORECASE)
_DOES = any_of(
    *"ask say said raise want suggest propose request mention think point argue".split(),
    *"worr complain call demand answer repl explain tell respond state".split(),
)
_WORDS = any_of(
    *"question speech point opinion request proposal remark concern suggestion comment view".split()
)
_SPEAKS = re.compile(
    any_of(
        # "What did Morikawa ask"
        rf"\b(?i:did|does|do|has|had)\s+(?P<subject>{_NAME}(?:\s+{_NAME})?)\s+(?i:{_DOES})",
        # "Morikawa's second question"
        rf"\b(?P<whose>{_NAME}(?:\s+{_NAME})?)['’]s?\s+(?:[a-z]+\s+)?(?i:{_WORDS})",
        # "the point raised by Morikawa"
        rf"\b(?i:asked|raised|made|said|put|given|expressed)\s+by\s+(?P<by>{_NAME}(?:\s+{_NAME})?)",
    )
)
"""Somebody who acts without a title: whether a person is meant only the record can tell."""


@dataclass(frozen=True, slots=True)
class LatinName:
    """A person in an English question: `said` as it stands there (Ms. Yoko Morikawa), `name` without title, whether it has one."""

    said: str
    name: str
    titled: bool


def named_in_english(text: str) -> list[LatinName]:
    """The persons whom an English question may name: with a title (Councillor, Mr., -giin) or as somebody who acts or is quoted."""
    found: dict[str, LatinName] = {}
    for pattern, titled in ((_TITLED, True), (_SPEAKS, False)):
        for match in pattern.finditer(text):
            # "List Morikawa's questions": a capital begins the sentence, too.
            words = list(
                dropwhile(lambda word: not is_romaji(word), next(filter(None, match.groups())).split())
            )
            name = " ".join(words)
            if words and all(map(is_romaji, words)):
                found.setdefault(name, LatinName(match[0] if titled else name, name, titled))
    return list(found.values())


def without_persons(text: str, names: Iterable[LatinName], instead: str = " ") -> str:
    """`text` without what `named_in_english` found."""
    for each in names:
        text = re.sub(rf"\b{re.escape(each.said)}\b", instead, text)
    return text


class EnglishPersons:
    """Finds persons in English questions."""

    def __init__(self, surnames: Callable[[str], Iterable[str]], speaks: Callable[[str], bool]) -> None:
        """`surnames`: how a surname in Latin letters may be written; `speaks`: whether a form stands in the name of a speaker of the record."""
        self._surnames, self._speaks = surnames, speaks

    def of(self, text: str) -> dict[LatinName, tuple[str, ...]]:
        """The persons of a question, each with the ways in which speakers of the record are written who are called so. Who has a title
        and speaks nowhere stays as written: it is nobody else's words that are asked for."""
        found: dict[LatinName, tuple[str, ...]] = {}
        for each in named_in_english(text):
            written = [spelling for word in each.name.split() for spelling in self._surnames(word)]
            speakers = tuple(dict.fromkeys(filter(self._speaks, written)))
            if each.titled or (speakers and not register().find(each.name)):
                found[each] = speakers or (each.name,)
        return found


def side_wanted_of(text: str, persons: Collection[LatinName]) -> Side:
    """`retriever.sides.wanted_side` of a question that may name persons: who is called a member, or asks, is read as one; of what somebody
    else said the record tells on which side he sits."""
    asks = bool(_ASKS.search(text))
    members = [each for each in persons if asks or _OF_MEMBERS.search(each.said)]
    side = wanted_side(without_persons(text, members, "the councillor"))
    said = persons and _SAYS.search(text) and not names_a_speaker(text)
    return "either" if side == "reply" and said else side
