"""Example questions that the loaded record answers, made from its own topic labels.

In English a label is named by a word of it that the dictionary has, and the question counts only where what it finds is the
very exchange of that label: the dictionary may have another sense first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from itertools import chain, islice

from chat.framing import town_en
from chat.types import Answer
from corpus.store import Store
from corpus.types import StoredExchange
from retriever.jmdict import Dictionary, dictionary_path
from retriever.terms import INFORMATIVE, word_weight
from retriever.tokenize import Word, shared_tokenizer

SHOWN = 3
"""Questions offered on the first screen: enough to see what can be asked."""
OF_TOWN, OF_DOCUMENT = 60, 20
"""Exchanges looked through for labels, of one town and of one of its documents: reading one takes some milliseconds."""

_NUMBERING = re.compile(
    r"^[\s0-9０-９()（）.．、①-⑳]+|^[アイウエオ一二三四五六七八九十]+[\s()（）.．、]+|(?:について|に関して|に関すること|の件)$"
)
_REMARK = re.compile(r"[(（][^()（）]*[)）]$")
_STEP = re.compile(r"(?:質問|質疑|答弁|説明|報告|討論|採決|挨拶|あいさつ|開会|閉会)$")
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
    stretches = list(_stretches(shared_tokenizer().words(label), label))
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
    """Short topic labels of answered exchanges: one of each town, then a second of each, and so on; read as they are wanted,
    since one town may have nearly all of a large store."""
    by_town: dict[str, list[str]] = {}
    for one in store.sources():
        if one.exchanges and one.meetings[0].town:
            by_town.setdefault(one.meetings[0].town, []).append(one.source.id)
    waiting = [_labels_of(store, sources) for sources in by_town.values()]
    while waiting:
        found = [(labels, next(labels, None)) for labels in waiting]
        yield from (labelled for _, labelled in found if labelled)
        waiting = [labels for labels, labelled in found if labelled]


def _labels_of(store: Store, sources: Sequence[str]) -> Iterator[Labelled]:
    """The labels of a town's documents, each once."""
    seen: set[str] = set()
    opened = chain.from_iterable(islice(store.exchanges(source), OF_DOCUMENT) for source in sources)
    for stored in islice(opened, OF_TOWN):
        label = _label(stored)
        if label and label not in seen:
            seen.add(label)
            yield label, stored


def _label(stored: StoredExchange) -> str:
    exchange = stored.exchange
    label = exchange.topic or exchange.agenda
    while (shorter := _NUMBERING.sub("", label)) != label:
        label = shorter
    if (
        exchange.status != "answered"
        or not SHORTEST_LABEL <= len(label) <= LONGEST_LABEL
        or not stored.meeting.town
        or not names_subject(label)
    ):
        return ""
    # The question names the town already: 長崎市は、長崎市行政経営プランについて… would name it twice.
    rest = label.removeprefix(stored.meeting.town)
    return rest if len(rest) >= SHORTEST_LABEL and names_subject(rest) else label


def names_subject(label: str) -> bool:
    """Whether a label can be asked about: from noun to noun (not 昨日に引き続き), and no step of the proceedings (一般質問)."""
    text = _REMARK.sub("", label)
    words = shared_tokenizer().words(text)
    return (
        bool(words)
        and not _STEP.search(text)
        and text.startswith(words[0].surface)
        and text.endswith(words[-1].surface)
        and words[-1].kind in _SUBJECTS
    )


@cache
def _dictionary() -> Dictionary | None:
    path = dictionary_path()
    return Dictionary(path) if path else None
