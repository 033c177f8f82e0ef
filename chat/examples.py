"""Example questions that the loaded record answers, made from its own topic labels.

In English a label is named by a word of it that the dictionary has, and the question counts only where what it finds is the
very exchange of that label: the dictionary may have another sense first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from itertools import islice

from chat.framing import town_en
from chat.types import Answer
from corpus.store import Store
from corpus.types import StoredExchange
from retriever.jmdict import Dictionary, dictionary_path
from retriever.terms import INFORMATIVE, word_weight
from retriever.tokenize import Tokenizer, Word

SHOWN = 3
"""Questions offered on the first screen: enough to see what can be asked."""
LOOKED_AT = 400
"""Exchanges looked through for labels: enough for several towns, and quick in any store."""

_NUMBERING = re.compile(
    r"^[\s0-9０-９()（）.．、①-⑳]+|^[アイウエオ一二三四五六七八九十]+[\s()（）.．、]+|(?:について|に関して|に関すること|の件)$"
)
_GLOSS = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+){0,2}")
"""A gloss that is a term rather than an explanation."""


_SUBJECTS = frozenset(("noun", "name", "latin"))

SHORTEST_LABEL, LONGEST_LABEL = 3, 24
"""Characters of a label that a question can hold: 予算 tells nothing, and a whole sentence reads badly in another."""

LONG, TELLING = 4, 0.6
"""Characters from which a word tells what a label is about (情報セキュリティ), and the weight from which a shorter one does (備蓄;
計画 and 情報 do not). Chosen by eye on the labels of the sample and of the five development documents."""


Labelled = tuple[str, StoredExchange]


def examples(store: Store, ask: Callable[[str], Answer], shown: int = SHOWN) -> tuple[str, ...]:
    """Up to `shown` questions, of different towns first, each of which `ask` answers."""
    found: list[str] = []
    for label, stored in islice(_labels(store), 4 * shown):
        if len(found) == shown:
            break
        question = f"{stored.meeting.town}は、{label}についてどう答えていますか。"
        if ask(question).status == "answered":
            found.append(question)
    return tuple(found)


def english_examples(store: Store, ask: Callable[[str], Answer], shown: int = SHOWN) -> tuple[str, ...]:
    """The same in English; none where the dictionary is not installed."""
    found: dict[str, str] = {}
    towns: set[str] = set()
    labels = tuple(islice(_labels(store), 8 * shown))
    for anew in (True, False):  # of towns that have none yet, then of any
        for label, stored in labels:
            if len(found) == shown:
                return tuple(found.values())
            if anew and stored.meeting.town in towns:
                continue
            if named := _english(label, stored, ask, found):
                found[named[0]] = named[1]
                towns.add(stored.meeting.town)
    return tuple(found.values())


def _english(
    label: str, stored: StoredExchange, ask: Callable[[str], Answer], known: Collection[str]
) -> tuple[str, str] | None:
    """(term, question) of the first term of a label by which its exchange is found."""
    for term in english_terms(label):
        question = f"What does {town_en(stored.meeting)} say about {term}?"
        if term not in known and _answers(ask(question), stored):
            return term, question
    return None


def english_terms(label: str) -> tuple[str, ...]:
    """English terms for what a label names, the longest stretch of its words first; words that name no subject are left out."""
    dictionary = _dictionary()
    stretches = list(_stretches(_tokenizer().words(label), label))
    glosses = dictionary.meanings(stretches) if dictionary and stretches else {}
    terms = (glosses.get(stretch, "") for stretch in stretches)
    return tuple(dict.fromkeys(term for term in terms if _GLOSS.fullmatch(term)))


def _stretches(words: Sequence[Word], label: str) -> Iterator[str]:
    """Stretches of the label's words that tell what it is about, longest first; of short ones only words that are rare."""
    for length in range(min(3, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            part = words[first : first + length]
            text = "".join(word.surface for word in part)
            least = TELLING if len(text) < LONG else INFORMATIVE
            if text in label and max(map(word_weight, part)) >= least and part[-1].kind in _SUBJECTS:
                yield text


def _answers(answer: Answer, stored: StoredExchange) -> bool:
    """Whether it quotes the exchange, or a part of it."""
    own = {stored.exchange.id, *(part.id for part in stored.exchange.parts)}
    return answer.status == "answered" and any(one.exchange_id in own for one in answer.citations)


def _labels(store: Store) -> Iterator[Labelled]:
    """Short topic labels of answered exchanges: one of each town, then a second of each, and so on."""
    by_town: dict[str, dict[str, StoredExchange]] = {}
    for stored in islice(store.exchanges(), LOOKED_AT):
        label = _label(stored)
        if label:
            by_town.setdefault(stored.meeting.town, {}).setdefault(label, stored)
    return _in_turn([tuple(labels.items()) for labels in by_town.values()])


def _in_turn(lists: Sequence[Sequence[Labelled]]) -> Iterator[Labelled]:
    for turn in range(max(map(len, lists), default=0)):
        yield from (one[turn] for one in lists if turn < len(one))


def _label(stored: StoredExchange) -> str:
    exchange = stored.exchange
    label = exchange.topic or exchange.agenda
    while (shorter := _NUMBERING.sub("", label)) != label:
        label = shorter
    if (
        exchange.status != "answered"
        or not SHORTEST_LABEL <= len(label) <= LONGEST_LABEL
        or not stored.meeting.town
    ):
        return ""
    return label


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer()


@cache
def _dictionary() -> Dictionary | None:
    path = dictionary_path()
    return Dictionary(path) if path else None
