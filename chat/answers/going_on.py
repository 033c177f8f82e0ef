"""Whether a follow-up is answered: its own few words must bear on what is quoted, for the conversation has found the exchange.

Nearly all that speaks for the exchange of a follow-up (rank, likeness) comes from the words of the conversation, so that 「では、火星への
移住計画は？」 found the reply that was spoken of before and quoted it. What is new in the question is therefore held against the quotation
by itself: by its meaning, and by the words that council speech hardly has.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from chat.answers import going_on_words
from chat.answers.announcing import announces
from chat.answers.counters import counts, folded
from chat.answers.drafts import Reading
from chat.answers.evidence import TELLING, stands
from chat.answers.extractive import Scored
from chat.answers.kinds import VALUES
from chat.answers.subject import telling_words
from chat.answers.wording import OPENS
from chat.answers.years import years_named
from chat.framing import quotations_in
from chat.notices import is_refusal
from chat.types import FoundExchange
from corpus.folding import plain
from retriever.answer_kinds import Kind
from retriever.asked import Question
from retriever.terms import INFORMATIVE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retriever.encoders import Encoder

    Vector = NDArray[np.float32]

OWN_LIKE = 0.12
"""Cosine of a follow-up's own meaning and the most alike of the quoted sentences from which it bears on them."""

ONWARD, ONWARD_LIKE, APART = 0.2, 0.16, 0.75
"""Confidence and cosine from which a follow-up is answered from the exchange that the conversation is about, which is ahead of the
next one found by so much: 「足りない分はどこから出したの？」 shares no word with its answer. Of 69 answerable follow-ups 65 instead of 62 are
answered, of 1,140 that hardly any record answers (its telephone number, Mars, whether lunch was served) 291 instead of 416; without an
encoder the usual threshold decides alone. Measured on conversations of the gold sets, each gone on with in fifteen such ways."""

IN_WORDS = 0.7
"""Share of a follow-up's own words that the quotation holds, a synonym counted in part, from which it bears on them whatever the cosine: of two or three
words (それは誰がお金を出したの) it says little."""

OWN_MEANING = 0.5
"""Of a follow-up, the share that its own meaning has beside that of the conversation in choosing sentences: with 0 it is the first
question that is answered again. Of 35 follow-ups 0.3 answers 27, 0.5 29, 0.7 28, 1.0 27 with the right sentence."""

BARE = 2
"""Informative words up to which a question asked after others cannot stand by itself (「どういうときに使えるお金ですか」), unless one of them is
a subject of its own. On 20 follow-ups 1 to 3 gave 0.90 of the facts, 0 (only the wording decides) 0.81."""

WEIGHTY = 0.6
"""Share of the weightiest word's weight from which a word says what a conversation is about."""

ABOUT = 0.25
"""Cosine from which the quotation is of the matter though none of its telling words stands in the exchange: of several, or of one that the question may be
about instead of what was spoken of before."""


def meaning(asked: Question, encoder: Encoder | None) -> Vector | None:
    """What exchanges and sentences are compared with in meaning: (d,), L2-normalised, or None without an encoder."""
    if encoder is None:
        return None
    whole: Vector = encoder.encode_queries([asked.query.text])[0]
    if not asked.follow_up:
        return whole
    mixed: Vector = (1 - OWN_MEANING) * whole + OWN_MEANING * encoder.encode_queries([asked.text])[0]
    return mixed / max(float(np.linalg.norm(mixed)), 1e-9)


def own_likeness(asked: Question, chosen: Sequence[Scored], encoder: Encoder | None) -> float | None:
    """Of a follow-up: cosine of its own meaning, without the conversation, and the most alike of the chosen sentences; None of other
    questions and without an encoder."""
    if not asked.follow_up or encoder is None or not chosen:
        return None
    sentences = encoder.encode_passages([item.sentence.text for item in chosen])
    return float((sentences @ encoder.encode_queries([asked.text])[0]).max())


def of_what_was_spoken_of(
    asked: Question,
    readings: Sequence[Reading],
    best: Reading,
    found: Sequence[FoundExchange],
    forms: Callable[[str], Collection[str]],
) -> Reading:
    """The reading of the exchange that the conversation is about, where a follow-up has no word of its own that says anything
    (誰が答えましたか, いつ変わりましたか); for any other question the best one."""
    if asked.elliptic and asked.spoken_of:
        ordered = sorted(readings, key=lambda reading: reading.found.hit.rank)
        return next((one for one in ordered if tells_of_it(asked, one, forms)), best)
    if not asked.follow_up:
        return best
    if asked.terms.content:
        return _telling_more(asked, readings, best, forms)
    if announces(asked.text, [item.sentence.text for item in best.chosen]):
        return best
    return next((reading for reading in readings if reading.found is found[0]), best)


def _telling_more(
    asked: Question,
    readings: Sequence[Reading],
    best: Reading,
    forms: Callable[[str], Collection[str]],
) -> Reading:
    """The best reading of a follow-up; where a value is asked for and the best one is of the exchange that was shown, in sentences without
    the word that is new in the question (検査はいつ), the likeliest one that has the word in the sentence that tells the value."""
    own = [
        form for form, weight in asked.terms.own.items() if weight >= INFORMATIVE and form not in asked.about
    ]
    if not own or not VALUES & asked.kinds or best.found.stored.exchange.id not in asked.spoken_of:
        return best
    new = max(own, key=asked.terms.own.__getitem__)

    def has_it(reading: Reading) -> bool:
        return any(
            item.fits and stands(new, asked.terms.synonyms, set(forms(item.sentence.text)))
            for item in reading.chosen
        )

    if has_it(best):
        return best
    having = [one for one in readings if one.confidence >= ONWARD and has_it(one)]
    return max(having, key=lambda one: one.preference, default=best)


def tells_of_it(asked: Question, reading: Reading, forms: Callable[[str], Collection[str]]) -> bool:
    """Whether a reading answers an elliptic follow-up: a sentence of the kind asked for that is about the matter, not any date or sum
    of the exchange. Of the exchange that is spoken of it shares an informative word with the conversation's question or was shown
    before; of one after it a telling word. `forms`: the words of a sentence."""
    return bool(telling_of_it(asked, reading, forms))


def telling_of_it(
    asked: Question, reading: Reading, forms: Callable[[str], Collection[str]]
) -> tuple[Scored, ...]:
    """The sentences by which a reading does (`tells_of_it`)."""
    if reading.features.kind_missing or reading.features.unit_missing:
        return ()
    own = reading.found.stored.exchange.id in asked.spoken_of
    about = {form for form, weight in asked.about.items() if own or weight >= TELLING}
    shown = "".join(quotations_in(asked.answered)) if own else ""
    counted = folded(going_on_words.COUNTED.findall(asked.text))
    until = going_on_words.UNTIL.search(asked.text)
    of_it = any(about & set(forms(item.sentence.text)) for item in reading.chosen)

    def tells(item: Scored) -> bool:
        text = item.sentence.text
        if not item.fits or item.filler or (counted and not counts(plain(text), counted)):
            return False
        if until and not going_on_words.END.search(text):
            return False
        announced = of_it and announces(asked.text, [text])
        return announced or text.strip() in shown or bool(about & set(forms(text)))

    telling = [item for item in reading.chosen if tells(item)]
    if (
        Kind.REASON not in asked.kinds
        or not telling
        or not going_on_words.SO.match(telling[-1].sentence.text.lstrip())
    ):
        return tuple(telling)
    return tuple(reading.chosen[: reading.chosen.index(telling[-1]) + 1])


def bears_out(
    asked: Question,
    reading: Reading,
    like: float,
    found: Sequence[FoundExchange],
    words: Collection[str],
    threshold: float,
    forms: Callable[[str], Collection[str]],
) -> bool:
    """Whether a reading answers a follow-up.

    Args:
        asked: the follow-up.
        reading: the best reading.
        like: the `own_likeness` of its quotation.
        found: the exchanges found, the best first.
        words: the forms of the reading's exchange.
        threshold: confidence from which other questions are answered.
        forms: the words of a sentence.
    """
    if asked.elliptic and asked.spoken_of:
        return tells_of_it(asked, reading, forms)
    if _is_of_another_matter(asked, reading, words, forms):
        return False
    if _tells_what_took_its_place(asked, reading):
        return True
    telling = telling_words(asked)
    own = len(telling) > 1 or (asked.unsure and telling)
    strange = own and not any(stands(form, asked.terms.synonyms, words) for form in telling)
    # Who replied to it is seen of any exchange, however little of it the quotation tells.
    sure = reading.confidence >= ONWARD or asked.kinds == {Kind.PERSON}
    if not asked.terms.content and sure and _is_its_exchange(reading, found):
        return True
    worded = asked.terms.content > 0 and not strange and reading.features.quote_cover >= IN_WORDS
    if like < (ABOUT if strange and not asked.foreign else OWN_LIKE) and not worded:
        return False
    if reading.confidence >= threshold:
        return True
    return reading.confidence >= ONWARD and like >= ONWARD_LIKE and _is_its_exchange(reading, found)


def _is_of_another_matter(
    asked: Question, reading: Reading, words: Collection[str], forms: Callable[[str], Collection[str]]
) -> bool:
    """Whether a reading is of another year or matter than a follow-up asks about; arguments as of `bears_out`."""
    if (
        asked.terms.content <= BARE
        and going_on_words.BESIDE.search(asked.text)
        and not going_on_words.BESIDE.search(reading.quoted)
    ):
        return True
    if going_on_words.OF_EACH.search(asked.text) and not going_on_words.TOLD_OF_EACH.search(
        plain(reading.quoted)
    ):
        return True
    says_no_matter = asked.restated or _says_only_a_year(asked)
    if (says_no_matter and not _is_of_its_matter(asked, words)) or (
        _after_nothing(asked) and not _is_of_its_matter(asked, words, all)
    ):
        return True
    if _leaves_what_is_shown(asked, reading) and not _tells_in_one_sentence(asked, reading, forms):
        return True
    if _turns_to_another(asked, reading, forms):
        return True
    return bool(going_on_words.IS_THERE.search(asked.text)) and lacks_what_is_to_be_there(asked, words)


def _turns_to_another(asked: Question, reading: Reading, forms: Callable[[str], Collection[str]]) -> bool:
    """Whether a value is asked for of what was shown (いくら支給しますか), and every sentence of its exchange that tells one opens another matter
    (「次に、国保料の…」): it holds no word of the question or of the conversation."""
    if asked.terms.content > 1 or asked.unsure or asked.restated or not VALUES & asked.kinds:
        return False
    if reading.found.stored.exchange.id not in asked.spoken_of:
        return False
    of_it = {
        form for form, weight in (*asked.terms.own.items(), *asked.about.items()) if weight >= INFORMATIVE
    }
    shown = "".join(quotations_in(asked.answered))
    telling = [item.sentence.text for item in reading.chosen if item.fits]
    return bool(telling) and all(
        OPENS.match(text)
        and text.strip() not in shown
        and not any(stands(form, asked.terms.synonyms, set(forms(text))) for form in of_it)
        for text in telling
    )


def _tells_what_took_its_place(asked: Question, reading: Reading) -> bool:
    """Whether nothing is asked but what is done instead (その代わりに何をするの), and the exchange that was shown tells it."""
    own = asked.spoken_of and reading.found.stored.exchange.id in asked.spoken_of
    bare = asked.terms.content <= 1 and not asked.unsure and going_on_words.INSTEAD.search(asked.text)
    return bool(
        own and bare and any(going_on_words.REPLACED.search(item.sentence.text) for item in reading.chosen)
    )


def _after_nothing(asked: Question) -> bool:
    """Whether a question that cannot stand by itself (対策は, 認知件数は何件ですか) goes on from others to which nothing was found."""
    bare = asked.terms.content <= BARE and not (asked.spoken_of or asked.unsure)
    return bare and bool(asked.about) and is_refusal(asked.answered)


def _leaves_what_is_shown(asked: Question, reading: Reading) -> bool:
    """Whether a value is asked for in a question that only goes on (「検証はいつまで？」), and read in another exchange than those that were shown."""
    shown = asked.spoken_of
    bare = asked.terms.content == 1 and not (asked.unsure or asked.restated)
    return bare and bool(shown and VALUES & asked.kinds) and reading.found.stored.exchange.id not in shown


def _tells_in_one_sentence(
    asked: Question, reading: Reading, forms: Callable[[str], Collection[str]]
) -> bool:
    """Whether a sentence holds both the value and the one word of the question."""
    own = [form for form, weight in asked.terms.own.items() if weight >= INFORMATIVE]
    return any(
        item.fits and any(stands(form, asked.terms.synonyms, set(forms(item.sentence.text))) for form in own)
        for item in reading.chosen
    )


def lacks_what_is_to_be_there(asked: Question, words: Collection[str]) -> bool:
    """Whether nothing of what is asked after (反対の声はありますか) stands in an exchange (of these `words`)."""
    named = [form for form, weight in asked.terms.own.items() if weight >= INFORMATIVE]
    sought = [form for form in named if form not in going_on_words.VOICED] or named
    return bool(sought) and not any(stands(form, asked.terms.synonyms, words) for form in sought)


def _says_only_a_year(asked: Question) -> bool:
    """Whether a follow-up has no word of its own but a year (2017年は？): a reply that tells of that year may be of any matter."""
    return bool(years_named(asked.text)) and all(
        going_on_words.YEAR_FORM.fullmatch(form) for form in asked.terms.own
    )


def _is_of_its_matter(
    asked: Question, words: Collection[str], own_words: Callable[[Iterable[bool]], bool] = any
) -> bool:
    """Whether an exchange of another town or time has one of the weightiest words of what the question and the conversation are about; of those
    of the question, where `own_words` is all, each: any reply may have 「件数」."""
    own, about = (
        {form: weight for form, weight in each.items() if not going_on_words.YEAR_FORM.fullmatch(form)}
        for each in (asked.terms.own, asked.about)
    )
    least = WEIGHTY * max((*own.values(), *about.values()), default=0.0)
    weighty = [form for form, weight in own.items() if weight >= least]
    return any(form in words for form, weight in about.items() if weight >= least) or (
        bool(weighty) and own_words(stands(form, asked.terms.synonyms, words) for form in weighty)
    )


def _is_its_exchange(reading: Reading, found: Sequence[FoundExchange]) -> bool:
    """Whether a reading is of the exchange that the conversation is about, and its quotation is of the kind asked for."""
    first = found[0]
    apart = len(found) == 1 or found[1].hit.score <= APART * first.hit.score
    lacking = reading.features.kind_missing or reading.features.unit_missing
    return reading.found is first and apart and not lacking and any(item.fits for item in reading.chosen)
