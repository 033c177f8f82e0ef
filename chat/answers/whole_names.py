"""Whether an exchange says a name of a question as one, or only its words here and there.

Among the words of a record are those of most names: データ and オープン of オープンデータ, 窓口 of どこでも窓口.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from chat.answers.evidence import TELLING, Features, stands
from chat.answers.phrases import NOUNS, phrase_of, without_its_towns
from chat.answers.subject import LATIN_NAME, NEAR
from corpus.sentences import sentences
from corpus.types import Exchange
from retriever.asked import OF_A_MATTER, Question, outermost
from retriever.question import normalise
from retriever.terms import INFORMATIVE

_LOAN, _COMPOUND = re.compile(r"[ァ-ヴー]{5,}"), re.compile(r"[一-龥々ァ-ヴー]{4,}")
"""May be a loanword of several words (オープンデータ), written as one; or, among nouns typed alone, a compound of two (電子図書館)."""

LONGEST = 200
"""Characters of a question that is about each of its names; a longer text is a draft or a page, and each name costs time."""


def has_its_name_in_pieces(
    asked: Question, exchange: Exchange, words: Collection[str], features: Features
) -> bool:
    """Whether a name that a Japanese question writes as one, a loanword of several words (オープンデータ) or an abbreviation in Latin letters
    that stands for several (CDO), is in an exchange (of these `words`) in pieces alone, no two of them of one sentence: 「オープンにはできない」
    and, elsewhere, 「データ」. Where the meaning is near it may be called otherwise."""
    if asked.foreign or len(asked.text) > LONGEST or features.likeness >= NEAR:
        return False
    names = list(_written_as_one(asked, words))
    if not names:
        return False
    said = [normalise(text[start:end]).lower() for text in _texts(exchange) for start, end in sentences(text)]
    return any(not any(all(part in one for part in way) for way in ways for one in said) for ways in names)


def _written_as_one(asked: Question, words: Collection[str]) -> Iterator[list[tuple[str, ...]]]:
    """Of each name that a question writes as one the ways in which its pieces stand among `words`; a name that stands whole is left out."""
    own, synonyms = asked.terms.own, asked.terms.synonyms
    for form, weight in own.items():
        if weight >= TELLING and LATIN_NAME.search(form) and form not in words:
            ways = [way for way in synonyms.get(form, ()) if all(part in words for part in way)]
            if ways and all(len(way) > 1 for way in ways):
                yield ways
    for run in _LOAN.findall(asked.text):
        pieces = tuple(form for form in own if form in run and form != run)
        if len(pieces) > 1 and _make_up(pieces, run) and not stands(run, synonyms, words):
            yield [pieces]
    for run in _COMPOUND.findall(phrase_of(asked)[0]):
        pieces = tuple(outermost(form for form in own if form in run and form != run))
        telling = all(own[form] >= INFORMATIVE and form not in OF_A_MATTER for form in pieces)
        if len(pieces) == 2 and telling and _make_up(pieces, run) and not stands(run, synonyms, words):
            first, second = (((form,), *synonyms.get(form, ())) for form in pieces)
            yield [(*one, *other) for one in first for other in second]


def _make_up(pieces: Collection[str], run: str) -> bool:
    return sum(map(len, pieces)) >= len(run) - len(pieces)


_FIRST = "(?:どこ|いつ|なん|何|だれ|誰)でも"
_SAID_WHOLE = re.compile(rf"{_FIRST}(?=[一-龥々ァ-ヴー]{{2}})")
"""What a name begins with that is none of its words: どこでも (どこでも窓口), なんでも (なんでも相談). What begins otherwise (行かない窓口, 使わない施設) is called otherwise
in records, as the synonyms know."""
_ASKED_OF_IT = r"(?:は|って)?(?:何(?:です)?か?|や[っりる][^。]{0,8}|ある(?:の|か)?)?[?？。]*"
_NAMED_SO = re.compile(rf"(?:{_FIRST})?{NOUNS}{_ASKED_OF_IT}", re.IGNORECASE)


def lacks_how_its_name_begins(asked: Question, exchange: Exchange, features: Features) -> bool:
    """Whether nouns typed alone have a name that begins so (`_SAID_WHOLE`), which an exchange does not say: its other words (窓口, 構想) are common.
    Where the meaning is near it may be called otherwise."""
    begins = _SAID_WHOLE.findall(asked.text)
    if not begins or features.likeness >= NEAR or not _NAMED_SO.fullmatch(without_its_towns(asked)):
        return False
    said = normalise("\n".join(_texts(exchange)))
    return any(begin not in said for begin in begins)


def _texts(exchange: Exchange) -> tuple[str, ...]:
    return (exchange.topic, exchange.agenda, *(turn.text for turn in exchange.turns))
