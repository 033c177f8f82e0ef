"""What speaks for an exchange as the answer to a question, in numbers: before it is read, and after.

Before it is read (`Measures.prospect`) its words alone tell how much any quotation of it could hold at most; an exchange that could
not be sure enough however well it were quoted need not be read at all. For replies of an hour reading is nearly all the work.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chat.answers import counters, evidence, kinds, lacking, wording
from chat.answers.evidence import (
    ALIKE,
    TELLING,
    Features,
    chance,
    cover,
    faint,
    heaviest_words,
    stands,
    strangeness,
)
from chat.answers.extractive import Scored
from chat.answers.matters import LONG
from chat.answers.reading import announced_before, surroundings, with_the_one_before
from chat.answers.withheld import with_its_question
from chat.answers.years import is_of_its_year, names_another_year, words_beside, year_forms, years_named
from chat.types import FoundExchange
from corpus.cache import LeastRecentlyUsed
from corpus.spans import outside, place_in
from corpus.types import Exchange, StoredExchange
from retriever.asked import Question
from retriever.terms import INFORMATIVE, is_question_word, rarity

if TYPE_CHECKING:
    from retriever.tokenize import Tokenizer

KEPT = 500_000
"""Words of exchanges, and as many of parts of them, that are kept: some 70 bytes each."""

MANY, MATTERS = 3, 2
"""Parts from which a long exchange takes up many matters; those that count as the one asked for.
Over 12 meetings with speeches of an hour 8 instead of 11 of 21 matters that none holds are answered, with 1 part the same 8; of 1,195 gold
questions no answer changes."""

SHORT_REPLY, WHOLE_REPLY, OF_THE_SUBJECT = 200, 0.8, 0.5
"""Characters of a reply that does not repeat what it replies to (「効果を見極め、前向きに進める。」), the share of it that is quoted whole,
and the share of what the question says beyond it that counts as said in the quotation. Over 1,983 questions of which 28 rest on such a
reply four more are right, one wrong; 0.8 adds nothing."""


SHORT_QUESTION, BRIEF_REPLY, NAMES_ENOUGH = 150, 120, 0.5
"""Characters of a question to which the first sentence of the reply is the answer, and of a reply all of which is; the share of what is asked that
such a question holds. A digest leaves of both what the other does not say: 「空き店舗はいくつか。」「27店舗ある。…使われたのは2件にとどまる。」 Of 70
questions on seven records, three of them digests, two more are answered right and none wrong, of 1,425 over five records none changes."""


class Measures:
    """Compares exchanges with questions by their words. Thread-safe."""

    def __init__(self, tokenizer: Tokenizer, known: Callable[[str], bool], meaning: bool) -> None:
        """`known`: whether a form stands in the record; `meaning`: whether there is an encoder."""
        self._tokenizer = tokenizer
        self._known = known
        self._meaning = meaning
        self._forms: LeastRecentlyUsed[frozenset[str]] = LeastRecentlyUsed(KEPT, len)
        self._parts: LeastRecentlyUsed[frozenset[str]] = LeastRecentlyUsed(KEPT, len)

    def forms(self, asked: Question) -> Callable[[str], Sequence[str]]:
        """How a text is cut to be compared with the question: one typed in kana is compared with words and their readings."""
        return self._with_readings if asked.kana else self._tokenizer.tokens

    def likeness(self, asked: Question, part: str) -> float:
        """How much of the question stands in the question of a part (of several in one turn), 0–1."""
        return cover(asked.terms.own, asked.terms.synonyms, self.words_of(asked, part))

    def words_of(self, asked: Question, text: str) -> frozenset[str]:
        """The forms of a piece of an exchange, kept."""
        key = (text, asked.kana)
        words = self._parts.get(key)
        if words is None:
            words = self._forms_in(text, asked.kana)
            self._parts.put(key, words)
        return words

    def prospect(
        self,
        asked: Question,
        item: FoundExchange,
        words: frozenset[str],
        rank: float,
        searched: int,
        heaviest: Sequence[Sequence[str]],
    ) -> Features:
        """The features of an exchange that were quoted as well as can be: no quotation of it can speak for it more.

        Args:
            asked: the question.
            item: the exchange found.
            words: what it says of the matter (`words_for`): an excerpt holds no more of them.
            rank: its score beside the best exchange's, 0–1.
            searched: passages among which it was found.
            heaviest: see `heaviest`.
        """
        synonyms, own = asked.terms.synonyms, self._own(asked)
        plain_words = not ((asked.foreign and not asked.english) or asked.kana or asked.follow_up)
        strange = strangeness(heaviest, synonyms, words)
        likeness = dict(item.hit.stages).get("dense", 0.0)
        held = cover(own, synonyms, words)
        features = Features(
            exchange_cover=held,
            quote_cover=held,
            dense=float(self._meaning),
            focus_missing=0.0,
            kind_missing=0.0,
            unit_missing=0.0,
            found=rank,
            likeness=likeness,
            unlike=_telling_missing(own, synonyms, words) * (1 - min(1.0, likeness / ALIKE)),
            foreign=float(asked.foreign),
            statement=float(item.stored.exchange.status == "statement"),
            faint=0.0,
            chance=chance(held, strange, searched) if plain_words else 0.0,
        )
        return replace(features, faint=faint(features))

    def features(
        self,
        asked: Question,
        prospect: Features,
        stored: StoredExchange,
        scored: Sequence[Scored],
        chosen: Sequence[Scored],
        subject: frozenset[str] = frozenset(),
    ) -> Features:
        """The features of an exchange (of this `prospect`) that was read: `chosen` of its sentences `scored` are quoted; `subject`: the words
        of those on which it follows (`chat.answers.carried`)."""
        synonyms, own, exchange = asked.terms.synonyms, self._own(asked), stored.exchange
        quoted = "".join(c.sentence.text for c in chosen)
        # The number of an outline's item is the heading under which the whole exchange stands.
        beside = "\n".join((surroundings(scored, chosen), *exchange.outline_numbers, *_explained(exchange)))
        speakers = {c.sentence.turn.speaker.name for c in chosen} if asked.persons else set()
        near = frozenset(self.forms(asked)("\n".join((beside, *speakers))))
        near |= self._years_of(asked, stored, beside)
        focus = {form: own[form] for form in asked.focus if form in own}
        plain = wording.plain(quoted)
        sought = counters.asked_units(asked.text)
        given = _in_its_place(asked, exchange, chosen)
        features = replace(
            prospect,
            quote_cover=self._quote_cover(asked, own, exchange, quoted, near | subject),
            dense=max((c.dense for c in chosen), default=0.0),
            focus_missing=1 - cover(focus, synonyms, near) if focus else 0.0,
            kind_missing=0.0 if given else lacking.kind_missing(asked.text, asked.kinds, plain),
            unit_missing=0.0 if given or not sought else float(not counters.counts(plain, sought)),
        )
        return replace(features, faint=faint(features))

    def apart(
        self,
        asked: Question,
        stored: StoredExchange,
        scored: Sequence[Scored],
        chosen: Sequence[Scored],
        features: Features,
        subject: frozenset[str] = frozenset(),
    ) -> float:
        """`chat.answers.evidence.Asking.apart` of the sentences `chosen` of `scored`: a value is said of what stands in its own sentence and in the
        one before; before the first of a reply stands what it replies to (今何台あるのか。 今は２４台でございます。). What the exchange is carried on
        from (`subject`, see `features`) all of its sentences are said of."""
        sought = counters.asked_units(asked.text)
        if (
            asked.follow_up
            or not (sought or asked.kinds & kinds.VALUES)
            or _in_its_place(asked, stored.exchange, chosen)
        ):
            return 0.0
        own, synonyms = self._own(asked), asked.terms.synonyms
        beside = [
            self._beside(asked, stored.exchange, scored, item)
            for item in chosen
            if lacking.tells_value(asked.text, asked.kinds, wording.plain(item.sentence.text))
        ]
        held = [
            cover(own, synonyms, self.words_of(asked, text) | self._years_of(asked, stored, text) | subject)
            for text in beside
        ]
        if not held and kinds.by_its_noun(asked.text, asked.kinds, sought):
            return 0.0
        return max(0.0, features.quote_cover - max(held, default=0.0))

    def _beside(self, asked: Question, exchange: Exchange, scored: Sequence[Scored], item: Scored) -> str:
        """A sentence with the one before it in its turn; the first of a reply, and any of a brief one (`BRIEF_REPLY`), with the question too,
        where that is no speech, or the sentence is the whole reply, and names what is to be counted, or where nothing is named, `NAMES_ENOUGH` of
        what is asked."""
        before = (*_explained(exchange), announced_before(scored, item))
        beside = "\n".join((*before, with_the_one_before(scored, item)))
        first = next((each for each in scored if not each.filler), None)
        opens = item is first or self._comes_to(asked, item.sentence.text)
        opens = opens and len(exchange.answers) > 0 and item.sentence.turn == exchange.answers[0]
        brief = item.sentence.role == "answer" and len(exchange.answer_text) <= BRIEF_REPLY
        alone = brief and all(each is item or each.filler for each in scored)
        if not (opens or brief) or (len(exchange.question_text) > SHORT_QUESTION and not alone):
            return beside
        own, synonyms = self._own(asked), asked.terms.synonyms
        words = self.words_of(asked, exchange.question_text)
        counted = frozenset(self.forms(asked)(counters.counted_noun(asked.text))) & own.keys()
        # Of an English question the record holds translations only.
        enough = NAMES_ENOUGH * (evidence.SYNONYM_COVERS if asked.english else 1)
        if not all(stands(form, synonyms, words) for form in counted):
            return beside
        named = bool(counted) or cover(own, synonyms, words) >= enough
        return f"{exchange.question_text}\n{beside}" if named else beside

    def _comes_to(self, asked: Question, text: str) -> bool:
        """Whether a sentence of a reply comes to what is asked for, of the points that it replies to, and to nothing narrower."""
        point = wording.NAMES_ITS_POINT.match(wording.plain(text))
        named = [form for form in self.forms(asked)(point[1]) if rarity(form) >= INFORMATIVE] if point else []
        said = {
            *self._own(asked),
            *(part for each in asked.terms.synonyms.values() for one in each for part in one),
        }
        return bool(named) and said.issuperset(named)

    def _quote_cover(
        self,
        asked: Question,
        own: Mapping[str, float],
        exchange: Exchange,
        quoted: str,
        near: frozenset[str],
    ) -> float:
        """How much of the question (of its words `own`) the quotation holds, whose words and those beside it are `near`."""
        synonyms = asked.terms.synonyms
        held = cover(own, synonyms, near)
        reply = len(exchange.answer_text)
        if asked.persons or reply > SHORT_REPLY or len(quoted) < WHOLE_REPLY * reply:
            return held  # of a member who is named it matters who asked, not what
        subject = self.words_of(asked, f"{exchange.topic}\n{exchange.question_text}")
        return held + OF_THE_SUBJECT * (cover(own, synonyms, near | subject) - held)

    def words_for(self, asked: Question, stored: StoredExchange) -> frozenset[str]:
        """The forms of what an exchange says of the matter that is asked for.

        Of an exchange that takes up many matters (see `MANY`) these are the words of its heading and of the `MATTERS` parts that
        hold most of the question; of any other, all its words. Every word of council speech stands somewhere in an hour's reply:
        taken whole, such an exchange is about anything. Of an exchange that is of a year which the question names, the forms of the
        year are among them, however its record says it (昨年度).
        """
        exchange = stored.exchange
        if len(exchange.parts) < MANY or len(exchange.question_text) + len(exchange.answer_text) < LONG:
            of_another = not years_named(asked.text) or names_another_year(asked.text, stored)
            return self.forms_of(stored, asked.kana) | (
                frozenset() if of_another else self._year_forms(asked)
            )
        synonyms, own = asked.terms.synonyms, self._own(asked)
        texts = ["\n".join((part.topic, part.question_text, part.answer_text)) for part in exchange.parts]
        of_parts = [
            (self.words_of(asked, text) | self._years_of(asked, stored, text))
            for text in (*texts, *_of_no_part(exchange))
        ]
        of_parts.sort(key=lambda words: -cover(own, synonyms, words))
        return self.words_of(asked, _heading(stored)).union(*of_parts[:MATTERS])

    def _year_forms(self, asked: Question) -> frozenset[str]:
        return year_forms(asked.text, lambda text: self.words_of(asked, text))

    def _years_of(self, asked: Question, stored: StoredExchange, text: str) -> frozenset[str]:
        return self._year_forms(asked) if is_of_its_year(asked.text, stored, text) else frozenset()

    def year_terms(self, asked: Question, date: str) -> dict[str, float]:
        """How a meeting of that day says the years that a question names, with the weight of the heaviest form of them."""
        weight = max((asked.terms.own.get(form, 0.0) for form in self._year_forms(asked)), default=0.0)
        return dict.fromkeys(words_beside(asked.text, date), weight) if weight else {}

    def forms_of(self, stored: StoredExchange, kana: bool = False) -> frozenset[str]:
        """The forms (with `kana` the readings too) of an exchange with its heading; kept, since answers look at the same ones again."""
        exchange = stored.exchange
        # By its minutes too: read anew, an exchange of the same words may stand under another heading.
        key = (stored.minutes_id, exchange.id, kana)
        known = self._forms.get(key)
        if known is None:
            notes = (turn.text for turn in exchange.turns_of("note"))
            text = "\n".join((_heading(stored), exchange.question_text, exchange.answer_text, *notes))
            known = self._forms_in(text, kana)
            self._forms.put(key, known)
        return known

    def heaviest(self, asked: Question) -> tuple[tuple[str, ...], ...]:
        """The words that say most of what a question is about; see `chat.answers.evidence.heaviest_words`."""
        return heaviest_words(self._own(asked))

    def sayable(self, asked: Question) -> float:
        """The share of a question's weight that lies on other words than those which only ask, 0–1; 1 where these stand beside a time alone
        (令和6年はどう), which any record holds."""
        own = self._own(asked)
        asking = sum(weight for form, weight in own.items() if is_question_word(form))
        matter = any(weight >= INFORMATIVE and not form[0].isdigit() for form, weight in own.items())
        return 1 - asking / sum(own.values()) if asking and matter else 1.0

    def _own(self, asked: Question) -> Mapping[str, float]:
        """The words of the question that count, with their weights."""
        synonyms = asked.terms.synonyms
        return {
            form: weight
            for form, weight in asked.terms.own.items()
            if form in synonyms or self._counts(form, asked.foreign)
        }

    def _counts(self, form: str, foreign: bool) -> bool:
        """Whether a word can be expected in a Japanese record: Latin words, and of a Chinese question any, that no document has are
        the question's language."""
        return (not form.isascii() and not foreign) or form.isdigit() or self._known(form)

    def _forms_in(self, text: str, kana: bool) -> frozenset[str]:
        """The forms (with `kana` the readings too) of a text."""
        return frozenset(self._with_readings(text)) if kana else self._tokenizer.forms(text)

    def _with_readings(self, text: str) -> list[str]:
        return [*self._tokenizer.tokens(text), *self._tokenizer.reading_keys(text)]


def _telling_missing(
    own: Mapping[str, float], synonyms: Mapping[str, Collection[tuple[str, ...]]], words: Collection[str]
) -> float:
    """The share of the weight of the telling words that `words` lack; arguments as of `cover`."""
    telling = {form: weight for form, weight in own.items() if weight >= TELLING}
    return 1 - cover(telling, synonyms, words) if telling else 0.0


def _of_no_part(exchange: Exchange) -> Iterator[str]:
    """The pieces of a reply that are given to none of the parts of an exchange: they say something too."""
    taken = [span for part in exchange.parts for turn in part.answers for span in turn.spans]
    for turn in exchange.answers:
        near = [span for span in taken if turn.spans[0][0] < span[1] and span[0] < turn.spans[-1][1]]
        for start, end in outside(turn.spans, near):
            place = place_in(turn.spans, start)
            if place is not None:
                yield turn.text[place : place + end - start]


def _heading(stored: StoredExchange) -> str:
    """What stands above an exchange, and who speaks in it."""
    exchange, meeting = stored.exchange, stored.meeting
    speakers = (
        f"{turn.speaker.office} {turn.speaker.name}" for turn in (*exchange.questions, *exchange.answers)
    )
    heading = (exchange.topic, exchange.agenda, *exchange.outline_numbers, meeting.body, meeting.title)
    return "\n".join((*heading, *speakers))


def _explained(exchange: Exchange) -> tuple[str, ...]:
    """The heading of an explanation: the item of the agenda under which a bill is explained names what each of its points is of."""
    return (exchange.topic, exchange.agenda) if exchange.status == "statement" else ()


def _in_its_place(asked: Question, exchange: Exchange, chosen: Sequence[Scored]) -> bool:
    said = wording.plain("".join(item.sentence.text for item in chosen))
    text = with_its_question(said, wording.plain(exchange.question_text))
    not_given = any(item.not_given for item in chosen)
    return lacking.says_in_its_place(asked.text, asked.kinds, text, not_given)
