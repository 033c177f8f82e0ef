"""Two things asked at once that no one reply tells together: each is asked by itself.

1. In two sentences (「点検は何年に一度ですか。また、手数料はいくらですか。」) that were refused as a whole.
2. As two nouns (「世帯数と町債の額を教えて」) of which what answers has nothing of one.

What comes of both is one answer, and for what nothing was found that is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from chat.questions.circumstances import ABOUT_ASKING
from chat.questions.spoken_words import BOTH_SIDES
from chat.saying import Saying
from chat.types import Answer, Citation, Message
from corpus.patterns import any_of
from corpus.store import Store
from retriever.analysis import Analyser
from retriever.languages import is_english
from retriever.question import leans, normalise
from retriever.terms import INFORMATIVE
from retriever.types import Filter

Ask = Callable[[str, Sequence[Message], Filter], Answer]

MOST, LEAST, LEAST_BEHIND = 3, 6, 4
"""Sentences that are asked, each by itself, and characters of the first and of a further one (いつまで?): of more the whole is a letter or a draft."""

_SENTENCE = re.compile(r"[^。？?]+[。？?]?")
_JOINED = re.compile(
    any_of(*"また さらに それと それから あと 加えて あわせて 併せて そして 次に".split()) + r"[、,]?\s*"
)
_ASKS = re.compile(
    any_of(
        *"何 誰 いつ いくら いくつ どこ どの どれ どん どう どちら なぜ".split(),
        r"(?:です|ます|でしょう|ました|ません)か[。？?]?$",
        r"(?:教えて|知りたい)[^。]{0,8}[。？?]?$",
    )
)

_MARK = re.compile(r"(」…?)\[(\d+)\]")

PART_MISSING = Saying(
    "「{part}」については、該当する答弁が見つかりませんでした。", "Nothing was found for “{part}”."
)


def sentences_that_ask(question: str) -> tuple[str, ...]:
    """The sentences of a question, each by itself; none where there are not two or three, or one of them asks nothing."""
    found = [
        _JOINED.sub("", one.strip(), count=1) if _JOINED.match(one.strip()) else one.strip()
        for one in _SENTENCE.findall(normalise(question))
        if one.strip()
    ]
    asking = all(
        len(one) >= (LEAST_BEHIND if i else LEAST) and _ASKS.search(one) for i, one in enumerate(found)
    )
    return tuple(found) if 1 < len(found) <= MOST and asking else ()


_TWO = re.compile(
    # 「世帯数と町債の額を教えて」「利用者数と、経費はいくらですか」, not 「出口にならないと言った期間は」
    r"(?P<first>[^。、?？と]{2,40}[一-龥ァ-ヴーA-Za-z0-9つ])と、?(?P<second>[^。、?？と]{2,20}?)"
    r"(?P<end>(?:を|について)、?(?:それぞれ)?(?:お?教え|知りた|聞きた|見せ|示し)[^。?？]{0,8}[。?？]?|は(?:それぞれ)?(?:いくら|何[一-龥]{1,3}|どれくらい|どのくらい)[^。?？]{0,8}[。?？]?)$"
)


def two_things(question: str) -> tuple[tuple[str, str], str] | None:
    """The two things that a question asks for by their nouns, and by which words it asks; None for any other question."""
    found = _TWO.search(normalise(question))
    if found is None or BOTH_SIDES.search(f"{found['first']}と{found['second']}"):
        return None  # 「森川議員の質問と答弁を教えて」: both sides of one matter
    return (found["first"], found["second"]), found["end"]


class OneByOne:
    """Asks what was asked at once one by one, where that tells more. Thread-safe."""

    def __init__(self, store: Store, analyser: Analyser, tokens: Callable[[str], Sequence[str]]) -> None:
        """`tokens`: the words of a text."""
        self._store, self._analyser, self._tokens = store, analyser, tokens

    def of(
        self, question: str, answer: Answer, ask: Ask, history: Sequence[Message], filters: Filter
    ) -> Answer:
        """The answer to a question, with those to what is asked in it; `ask` answers one, `filters` are those of the question."""
        if not answer.citations:
            found = self._each_sentence(question, answer, ask, history, filters)
            return found if found.citations or history else self._each_thing(question, answer, ask, filters)
        # A language model has read the whole question, and a follow-up leans on what was said.
        as_it_is = history or answer.written
        return answer if as_it_is else self._with_the_other(question, answer, ask, filters)

    def _each_sentence(
        self, question: str, refused: Answer, ask: Ask, history: Sequence[Message], filters: Filter
    ) -> Answer:
        """The answers to the sentences of a question that was refused as a whole, as one; `refused` where none is answered, one that is not
        is what another leans on, or the first says nothing of the matter (「他市の例を知りたいです。」)."""
        parts = sentences_that_ask(question)
        if not parts or not self._names_a_matter(parts[0]):
            return refused
        answers: list[Answer] = []
        for part in parts:
            answers.append(ask(part, history, filters))
            if answers[-1].status != "answered" and any(map(leans, parts)):
                return refused
            history = (*history, Message("user", part), Message("assistant", answers[-1].text))
        return _joined(question, refused, parts, answers)

    def _names_a_matter(self, text: str) -> bool:
        """Whether a question has a word that says what it is about."""
        own = self._analyser.terms(text, ()).own
        return any(weight >= INFORMATIVE and form not in ABOUT_ASKING for form, weight in own.items())

    @staticmethod
    def _each_thing(question: str, refused: Answer, ask: Ask, filters: Filter) -> Answer:
        """The answers to two things that a question asks for by their nouns and that was refused as a whole."""
        found = two_things(question)
        if found is None:
            return refused
        things, asking = found
        first = ask(things[0] + asking, (), filters)
        there = replace(filters, towns=filters.towns or first.filters.towns)
        return _joined(question, refused, things, [first, ask(things[1] + asking, (), there)])

    def _with_the_other(self, question: str, answer: Answer, ask: Ask, filters: Filter) -> Answer:
        """An answer to a question that asks for two things by their nouns, where what is quoted is of one of them only: with that to the
        other, and with a word that there is none where nothing is found."""
        found = two_things(question)
        if found is None:
            return answer
        things, asking = found
        told = [self._is_of(answer, thing) for thing in things]
        if all(told) or not any(told):
            return answer
        there = replace(filters, towns=filters.towns or answer.filters.towns)
        other = ask(things[told.index(False)] + asking, (), there)
        return _joined(question, answer, things, [answer if each else other for each in told])

    def _is_of(self, answer: Answer, thing: str) -> bool:
        """Whether what an answer quotes, or what it replies to, has one of the words of a thing."""
        terms = self._analyser.terms(thing, ())
        words = {form for form, weight in terms.own.items() if weight >= INFORMATIVE}
        words |= {form for found in terms.synonyms.values() for each in found for form in each}
        said = [citation.quote for citation in answer.citations]
        stored = self._store.get_many({citation.exchange_id for citation in answer.citations})
        # Of a speech on many matters the question is of all of them.
        whole = [one.exchange for one in stored.values() if not one.exchange.parts]
        said += [f"{exchange.topic}\n{exchange.question_text}" for exchange in whole]
        return not words or not words.isdisjoint(self._tokens("\n".join(said)))


def _joined(question: str, whole: Answer, parts: Sequence[str], answers: Sequence[Answer]) -> Answer:
    """The answers to the parts of a question as one; `whole` where there is none."""
    told = [one for one in answers if one.status == "answered"]
    if not told:
        return whole
    missing = [part for part, one in zip(parts, answers, strict=True) if one.status != "answered"]
    first = told[0]
    texts: list[str] = []
    citations: list[Citation] = []
    for one in told:
        texts.append(_marked(one.text, len(citations)))
        citations += [replace(citation, mark=citation.mark + len(citations)) for citation in one.citations]
    told_missing = PART_MISSING.of(is_english(question))
    lines = (told_missing.format(part=part) for part in missing)
    hits = {hit.stored.exchange.id: hit for one in told for hit in one.hits}
    notes = dict.fromkeys((*lines, *(note for one in told for note in one.notes)))
    return replace(
        first, question=question, text="\n\n".join(texts), citations=tuple(citations), hits=tuple(hits.values())[: len(first.hits)],
        filters=whole.filters, notes=tuple(notes), elapsed_ms=whole.elapsed_ms + sum(one.elapsed_ms for one in answers),
    )  # fmt: skip


def _marked(text: str, by: int) -> str:
    """The text of an answer with its marks counted on from `by`."""
    return _MARK.sub(lambda mark: f"{mark[1]}[{int(mark[2]) + by}]", text)
