"""From found exchanges to verified quotations: which exchange, which sentences, and whether at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chat.answers.admission import admitted, may_answer, may_be_meant, may_be_quoted, roles_of
from chat.answers.announcing import announces
from chat.answers.carried import Carried, without_figures
from chat.answers.choosing import choose
from chat.answers.citations import cite, verified
from chat.answers.drafts import Draft, Parameters, Reading
from chat.answers.evidence import (
    PARTLY,
    SYNONYM_COVERS,
    Features,
    as_asked,
    asking,
    more_elsewhere,
    probability,
)
from chat.answers.extractive import quotes
from chat.answers.going_on import bears_out, meaning, of_what_was_spoken_of, own_likeness, telling_of_it
from chat.answers.halves import halves, with_each_half
from chat.answers.measuring import Measures
from chat.answers.other_towns import OtherTowns
from chat.answers.preference import preference
from chat.answers.quoting import of_each_town, preferred, with_next
from chat.answers.reading import (
    closing_first,
    in_time,
    of_closing_speech,
    of_each_year,
    of_office,
    of_one_who_asked,
    other_years,
)
from chat.answers.scoring import Sentences
from chat.answers.sides import Sides, of_his_words, telling_all
from chat.answers.subject import lacks_its_rarest_word
from chat.answers.towns import BESIDE, READ_PER_TOWN, READ_TOWNS, Quota, best_scores, in_its_own_words, shown
from chat.answers.wanted import Wanted
from chat.answers.years import told_of_another_year
from chat.framing import compose
from chat.types import AmongTowns, Citation, FoundExchange, Near, town_of
from corpus.store import Store
from retriever.asked import Question
from retriever.types import Filter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from retriever.encoders import Encoder
    from retriever.tokenize import Tokenizer

    Vector = NDArray[np.float32]

CANDIDATES = 4
"""Exchanges that may answer whose sentences are looked at for one answer: the right one is among the first three for nine of ten sample questions
(recall@3 0.895), and each more costs some 10 ms."""

IN_ITS_PLACE = 0.5
"""Confidence from which another exchange answers in place of the preferred one, where that is not sure enough to be shown: preference and
confidence are two measures. Of 1,425 questions answered .946 -> .951, facts .854 -> .856, truth 1,026 -> 1,028 points; of 121 over seven other
records none changes, while from the threshold itself three points are lost there."""

OF_AN_EXCHANGE = 6
"""Passages that an exchange is cut into, about: 87,000 of 15,000 exchanges of two councils."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """A question with what exchanges are compared with (`meaning`), of its two halves too where it has them; made once for all exchanges."""

    asked: Question
    wanted: Wanted
    vector: Vector | None
    halves: Sequence[tuple[Question, Vector | None]]
    sayable: float
    """See `Measures.sayable`."""
    heaviest: tuple[tuple[str, ...], ...]
    """See `Measures.heaviest`."""
    searched: int
    """Passages among which the answer is looked for."""


class Answerer:
    """Reads found exchanges for a question. Thread-safe."""

    def __init__(
        self,
        store: Store,
        tokenizer: Tokenizer,
        encoder: Encoder | None,
        romanise: Callable[[str], str],
        known: Callable[[str], bool],
        spoken_by: Callable[[str, Filter], int],
        find: Callable[[Question, Filter, int], Sequence[FoundExchange]],
    ) -> None:
        """`known`: whether a form stands in the record; `spoken_by`: in how many exchanges of a filter somebody of a name speaks; `find`: the
        best exchanges of a filter."""
        self._store = store
        self._spoken_by = spoken_by
        self._encoder = encoder
        self._romanise = romanise
        self._measures = Measures(tokenizer, known, encoder is not None)
        self._other_towns = OtherTowns(find, store.passages_in, self._measures)
        self._carried = Carried(store)
        self._sentences = Sentences(encoder, self._measures)
        self.parameters = Parameters()
        self._sides = Sides(encoder, self._sentences, self.parameters.weights)

    def draft(
        self, asked: Question, found: Sequence[FoundExchange], beside: AmongTowns | None = None
    ) -> Draft:
        """The answer that the found exchanges bear out; `beside`: those of a town that is asked for beside others."""
        draft = self._by_reply(asked, found, beside)
        his = None if draft.citations or beside else of_his_words(asked)
        return (self._told(his, found) if his else None) or draft

    def _told(self, asked: Question, found: Sequence[FoundExchange]) -> Draft | None:
        """The answer by what a member told, where one told it."""
        readings = self.readings(asked, admitted(asked, found))
        told = telling_all(asked, readings, self._measures.forms(asked))
        block = self._cited(told, 1) if told else []
        if told is None or not block:
            return None
        text = compose([block], asked.english, self._romanise)
        order = (told.found.stored.exchange.id,)
        return Draft(text, tuple(block), told.confidence, told.features, order)

    def _by_reply(self, asked: Question, found: Sequence[FoundExchange], beside: AmongTowns | None) -> Draft:
        """The answer by the side that a question asks for."""
        found = closing_first(asked, admitted(asked, found))
        readings = self._weighed(asked, found, beside)
        if not readings:
            return Draft()
        threshold = PARTLY if asked.partly else self.parameters.calibration.threshold
        named = beside.named if beside else len(asked.filters.towns) > 1
        best = max(readings, key=lambda reading: reading.preference)
        if best.confidence < threshold:
            sure = (one for one in readings if one.confidence >= max(threshold, IN_ITS_PLACE))
            best = max(sure, key=lambda reading: reading.preference, default=best)
        if asked.across:
            kept = of_each_town(readings, asked, self.parameters, threshold, named)
        elif asked.order == "each" and not beside:
            kept = of_each_year(readings, threshold)
        elif beside:
            least = max(threshold, BESIDE) if beside.offered else threshold
            kept = [best] if shown(best, 0.0, least, named, beside.top) else []
        else:
            best = of_what_was_spoken_of(asked, readings, best, found, self._measures.forms(asked))
            best = of_office(readings, of_closing_speech(readings, best, asked), asked.office, threshold)
            best = in_time(readings, best, asked, threshold)
            best = of_one_who_asked(readings, best, asked, threshold)
            kept = self._of_one_town(asked, best, readings, found, threshold)
        blocks = self._blocks(kept)
        if not blocks:
            return Draft(confidence=best.confidence, features=best.features)
        # What is quoted first stands first among what was found.
        ranked = (
            *([] if asked.across or asked.order == "each" else kept[:1]),
            *preferred(readings, asked.across),
        )
        order = tuple(dict.fromkeys(reading.found.stored.exchange.id for reading in ranked))
        text = compose(blocks, asked.english, self._romanise)
        citations = tuple(citation for block in blocks for citation in block)
        years = other_years(readings, kept, asked, threshold) if not beside else ()
        return Draft(text, citations, best.confidence, best.features, order, years)

    def _weighed(
        self, asked: Question, found: Sequence[FoundExchange], beside: AmongTowns | None
    ) -> list[Reading]:
        """The readings with the confidence that counts: of one town by how the question is put, of several by what their record can hold."""
        most = len(found) if asked.order else CANDIDATES
        readings = self.readings(asked, found, most, beside.top if beside and not beside.named else 0.0)
        if not (beside or asked.across):
            return self._as_asked(asked, readings)
        return [self._in_its_own_words(reading) for reading in readings] if asked.english else readings

    def _as_asked(self, asked: Question, readings: Sequence[Reading]) -> list[Reading]:
        """The readings of one town with the confidence that the question leaves them; other towns are looked at where one would be shown."""
        put = self.parameters.calibration
        sure = (one for one in readings if as_asked(one.confidence, one.asking, put) >= put.threshold)
        held = (
            self._other_towns.cover(asked) if any(more_elsewhere(1.0, one.features) for one in sure) else 0.0
        )
        asking = [replace(one.asking, elsewhere=more_elsewhere(held, one.features)) for one in readings]
        return [
            replace(one, asking=how, confidence=as_asked(one.confidence, how, put))
            for one, how in zip(readings, asking, strict=True)
        ]

    def _of_one_town(
        self,
        asked: Question,
        best: Reading,
        readings: Sequence[Reading],
        found: Sequence[FoundExchange],
        threshold: float,
    ) -> list[Reading]:
        """The best reading, where it answers, and the next one beside it."""
        if not self._answers(asked, best, found, threshold):
            return []
        if asked.elliptic and asked.spoken_of:
            return [replace(best, chosen=telling_of_it(asked, best, self._measures.forms(asked)))]
        if asked.order:  # beside the newest reply nothing older is shown
            day = best.found.stored.meeting.date
            readings = [reading for reading in readings if reading.found.stored.meeting.date == day]
        kept = with_next(best, readings, asked, self.parameters)
        kept[0] = self._sides.with_the_other(asked, kept[0])
        return kept

    def _blocks(self, kept: Sequence[Reading]) -> list[list[Citation]]:
        """The verified citations of each reading, marked through; a reading without any is left out."""
        blocks: list[list[Citation]] = []
        mark = 1
        for reading in kept:
            if block := self._cited(reading, mark):
                blocks.append(block)
                mark += len(block)
        return blocks

    def _answers(
        self, asked: Question, best: Reading, found: Sequence[FoundExchange], threshold: float
    ) -> bool:
        like = own_likeness(asked, best.chosen, self._encoder)
        if like is None or asked.partly:
            return best.confidence >= threshold
        words = self._measures.words_for(asked, best.found.stored)
        return bears_out(asked, best, like, found, words, threshold, self._measures.forms(asked))

    def _in_its_own_words(self, reading: Reading) -> Reading:
        features = in_its_own_words(reading.features)
        return replace(reading, features=features, confidence=self._sure(features))

    def nearest(
        self, asked: Question, found: Sequence[FoundExchange], least: float = 0.0, covering: float = 0.0
    ) -> list[Near]:
        """The exchanges of `found` that are near to a text, read for it, the surest first, each with verified citations.

        Args:
            asked: the text, read as a question.
            found: exchanges, the best first.
            least: confidence that an exchange must reach.
            covering: share of the text's words that its quotation must hold. Of an English text the record can hold translations
                only, which count `SYNONYM_COVERS` of the words.

        An exchange without the rarest word of what the text is about is left out.
        """
        if asked.english:
            covering *= SYNONYM_COVERS
        readings = self.readings(asked, found, len(found), least=least, covering=covering)
        out = []
        for reading in sorted(readings, key=lambda reading: -reading.confidence):
            cover = reading.features.quote_cover
            if lacks_its_rarest_word(asked, self._measures.words_for(asked, reading.found.stored)):
                continue
            if reading.confidence >= least and cover >= covering and (cited := self._cited(reading, 1)):
                out.append(Near(reading.found, tuple(cited), reading.confidence, cover))
        return out

    def readings(
        self,
        asked: Question,
        found: Sequence[FoundExchange],
        most: int = CANDIDATES,
        top: float = 0.0,
        least: float = 0.0,
        covering: float = 0.0,
    ) -> list[Reading]:
        """The best exchanges that may answer, read for the question, in the order found; across towns some of each.

        Args:
            asked: the question.
            found: exchanges, the best first.
            most: how many of them are looked at.
            top: the score of the best exchange of a wider search, which `found` are a part of.
            least: confidence below which a reading is of no use: what cannot reach it is not read.
            covering: the same for the share of the question's words in the quotation.
        """
        searched = self._searched(asked)
        meant = {town: self._meant(one, searched) for town, one in {"": asked, **asked.each}.items()}
        best = best_scores(asked, found, top)
        quota = Quota(READ_PER_TOWN, READ_TOWNS) if asked.across else None
        readings: list[Reading] = []
        for item in found:
            if not asked.across and len(readings) == most:
                break
            town = town_of(item.stored)
            if quota and not quota.wants(town):
                continue
            each = meant.get(town, meant[""])
            subject, words, prospect = self._looked_at(each, item, item.hit.score / best(item))
            if prospect.quote_cover < covering or self._sure(prospect) < least:
                continue
            if not may_answer(each.asked, item.stored.exchange, words, prospect):
                continue
            if quota:
                quota.took(town)
            reading = self._read(each, item, prospect, subject)
            if _is_of_the_question(each.asked, reading):
                readings.append(reading)
        return readings

    def _looked_at(
        self, meant: _Meant, item: FoundExchange, rank: float
    ) -> tuple[frozenset[str], frozenset[str], Features]:
        """Of an exchange, before it is read: the words of what it is carried on from, all of its words, and the features that a reading can
        have at the most. `rank`: its score beside the best one's."""
        asked = meant.asked
        subject = without_figures(self._measures.words_of(asked, self._carried.subject(item.stored)))
        words = self._measures.words_for(asked, item.stored) | subject
        prospect = self._measures.prospect(asked, item, words, rank, meant.searched, meant.heaviest)
        return subject, words, prospect

    def _searched(self, asked: Question) -> int:
        """The passages among which an answer was looked for: of whom a question names, those of the exchanges in which they speak."""
        every = self._store.passages_in(asked.filters)
        theirs = sum(self._spoken_by(name, asked.filters) for name in asked.persons)
        return min(every, OF_AN_EXCHANGE * theirs) if theirs else every

    def _meant(self, asked: Question, searched: int) -> _Meant:
        two = halves(asked, self._measures.forms(asked))
        return _Meant(
            asked,
            Wanted.of(asked),
            meaning(asked, self._encoder),
            [(one, meaning(one, self._encoder)) for one in two],
            self._measures.sayable(asked),
            self._measures.heaviest(asked),
            searched,
        )

    def _sure(self, features: Features) -> float:
        return probability(features, self.parameters.calibration)

    def _read(
        self, meant: _Meant, item: FoundExchange, prospect: Features, subject: frozenset[str]
    ) -> Reading:
        asked, vector = meant.asked, meant.vector
        exchange = item.stored.exchange
        meeting = item.stored.meeting
        every = self._sentences.said(asked, item.stored, roles_of(asked, exchange))
        found = [each for each in every if may_be_quoted(each.sentence, asked, meeting)]
        found = [each for each in found if asked.office.is_(each.sentence.turn.speaker)] or found
        parts = self._sentences.parts(item.stored, asked, vector)
        opened = self._sentences.opened(asked, item.stored)
        weights = self.parameters.weights
        scored = self._sentences.scored(asked, found, vector, weights, parts, meeting.date, opened)
        chosen = choose(scored, weights, meant.wanted)
        if scored and meant.halves:
            each = [self._sentences.scored(half, found, own, weights) for half, own in meant.halves]
            chosen = with_each_half(scored, chosen, each, weights)
        features = self._measures.features(asked, prospect, item.stored, scored, chosen, subject)
        told = announces(asked.text, [one.sentence.text for one in chosen])
        weight = preference(features, exchange, self.parameters.preference, told)
        apart = self._measures.apart(asked, item.stored, scored, chosen, features, subject)
        words, member = asked.terms.content, asked.about_question
        put = asking(words, asked.follow_up, member, features, apart, meant.sayable, meant.searched)
        return Reading(item, tuple(chosen), features, self._sure(features), put, weight, tuple(scored))

    def _cited(self, reading: Reading, mark: int) -> list[Citation]:
        stored = reading.found.stored
        made = [cite(quote, stored, mark + i) for i, quote in enumerate(quotes(reading.chosen))]
        good = verified(made, stored, self._store)
        return [replace(citation, mark=mark + i) for i, citation in enumerate(good)]


def _is_of_the_question(asked: Question, reading: Reading) -> bool:
    """Whether what a reading quotes says anything of the year and the town that are asked for."""
    stored = reading.found.stored
    quoted = tuple(span for one in reading.chosen for span in one.sentence.spans)
    if told_of_another_year(asked.text, stored, quoted):
        return False
    return may_be_meant(asked, stored.exchange, reading.chosen)
