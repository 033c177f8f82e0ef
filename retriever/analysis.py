"""A question as the search and the answer need it: scope, kinds, weighted words, the query itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain, product
from pathlib import Path

from corpus.kana import hiragana
from corpus.register import register
from retriever.answer_kinds import Kind, answer_kinds
from retriever.asked import Question, completed
from retriever.bilingual import Bilingual
from retriever.chinese import chinese_in_japanese
from retriever.english_places import english_places
from retriever.in_time import Order, order_asked
from retriever.kana import KANJI_OR_KATAKANA, KanaSpelling, is_phrased, typed_apart
from retriever.korean import in_japanese_words, is_korean
from retriever.languages import is_english, is_japanese
from retriever.mixed_spelling import MixedSpelling, towns_spelled
from retriever.offices import asked_official
from retriever.overviews import overview_asked
from retriever.persons import named_members
from retriever.persons_english import EnglishPersons, LatinName, side_wanted_of, without_persons
from retriever.question import asking_why, asks_across_towns, focus, normalise
from retriever.scope import Scope, japanese_forms, read_scope
from retriever.sides import asks_for_both
from retriever.synonyms import Synonyms
from retriever.terms import Terms, asks, question_terms
from retriever.tokenize import Tokenizer, reading_key
from retriever.town_clauses import mentions, spellings, town_clauses, without_comparing, without_names
from retriever.towns_unmeant import towns_alone
from retriever.types import Filter, Known, SearchQuery

CHOICES, WORDS = 4, 3
"""Japanese expressions of an English word that are tried beside those of the others, and words for which that is done: the tries are
multiplied, each takes a millisecond."""

NOT_LATIN = re.compile(r"[ぁ-ヺ一-鿿가-힣]")


@dataclass(frozen=True, slots=True)
class _Wording:
    """A question as it was `typed`, in Japanese or English words, and made plain (`text`); the last two without those that ask for the newest or the oldest reply or for one of each year (`order`)."""

    typed: str
    question: str
    text: str
    whole: str
    """The plain one with the words that ask for one of each year (答弁をすべて教えて); empty where none do."""
    order: Order
    english: bool
    persons: Mapping[LatinName, tuple[str, ...]]
    """Whom an English question names; see `EnglishPersons.of`."""


@dataclass(frozen=True, slots=True)
class _ForeignWords:
    """Of a question in English: its words as Japanese forms with their weights (None for other questions), how they may be read, and the places
    of it that are asked about as towns are."""

    translated: Mapping[str, Mapping[str, float]] | None = None
    readings: tuple[str, ...] = ()
    asked_about: tuple[str, ...] = ()


class Analyser:
    """Reads questions with one tokenizer and one set of synonyms."""

    def __init__(
        self,
        tokenizer: Tokenizer,
        own_synonyms: Path | None = None,
        speaks: Callable[[str], bool] = lambda form: False,
    ) -> None:
        """`speaks`: whether a form stands in the name of a speaker of the record."""
        self._tokenizer, self._speaks = tokenizer, speaks
        self._own = own_synonyms
        self._bilingual = Bilingual(tokenizer)
        self._persons = EnglishPersons(self._bilingual.surnames, speaks)
        self._kana = KanaSpelling(tokenizer)
        self._mixed = MixedSpelling(tokenizer, self._kana)

    @cached_property
    def _synonyms(self) -> Synonyms:
        return Synonyms.load(self._tokenizer, self._own)

    def analyse(
        self, question: str, towns: Collection[str], today: date, given: Filter, known: Known | None = None
    ) -> Question:
        """Reads a question that stands by itself; see `retriever.scope.read_scope` for the arguments. `known`: whether a form stands
        in the record."""
        put = self._wording(question, towns, known)
        scope = read_scope(without_persons(put.question, put.persons), towns, today, given)
        rest = without_persons(scope.rest, put.persons)
        foreign_words = self._foreign_words(rest, scope) if put.english else _ForeignWords()
        across, clauses = self._town_by_town(put.question, put.text, scope, given)
        read = self._read(put, scope, rest, foreign_words, across, known)
        each = {town: self.analyse(clause, towns, today, given, known) for town, clause in clauses.items()}
        return replace(read, each=each)

    def _read(
        self,
        put: _Wording,
        scope: Scope,
        rest: str,
        foreign: _ForeignWords,
        across: bool,
        known: Known | None,
    ) -> Question:
        """The question as a whole; `rest`: what is left of it without its scope and the persons that it names."""
        both = asks_for_both(put.text)
        # Who asked is told by the question that stands before the reply.
        side = "reply" if both else side_wanted_of(normalise(put.typed), put.persons)
        kinds = _kinds(put.typed, side)
        towns_named = (*spellings(scope.named_towns), *foreign.asked_about)
        persons = chain.from_iterable(put.persons.values())
        members = (*named_members(put.text, self._tokenizer, self._speaks), *persons)
        # Whose replies are wanted year by year, all of them or a list is said beside the words that say so.
        office = asked_official(put.whole or put.question, self._tokenizer, scope.filters.towns)
        named = (*members, *filter(None, [office.name]))
        searched = " ".join((rest, *members)) if put.persons else rest
        every = self.terms(searched, towns_named, foreign.translated, known)
        # Who is named is looked for; what is asked about is the rest, if there is any.
        matter = self.terms(rest, (*towns_named, *named), foreign.translated, known) if named else every
        wording = _without_whom(put.text, scope, towns_named, put.persons, across)
        return Question(
            text=put.text,
            terms=matter if matter.content else every,
            query=SearchQuery(wording, tuple(every.all.items()), foreign.readings),
            filters=scope.filters,
            kinds=kinds,
            missing_towns=scope.missing,
            across=across,
            about_question=side == "member",
            both=both,
            overview=overview_asked(put.whole or put.text, kinds, bool(office)),
            order=put.order,
            who_said=side == "either",
            english=put.english,
            foreign=not is_japanese(put.typed),
            partly=is_korean(put.typed),
            focus=tuple(self.terms(focus(put.question), (), known=known).own),
            office=office,
            members=members,
            names=frozenset(form for name in named for form in self._tokenizer.tokens(name)),
        )

    def _wording(self, typed: str, towns: Collection[str], known: Known | None) -> _Wording:
        """A question as it is typed, put in the words by which it is read."""
        question = chinese_in_japanese(in_japanese_words(typed, towns, known or (lambda word: True)))
        text = japanese_forms(normalise(question))
        whole = towns_alone(text)
        order, bare = order_asked(whole)
        if bare != text:
            question = text = bare
        english = is_english(question) or self._names_in_english(question)
        persons = self._persons.of(text) if english else {}
        return _Wording(typed, question, text, whole if order == "each" else "", order, english, persons)

    def _town_by_town(
        self, question: str, text: str, scope: Scope, given: Filter
    ) -> tuple[bool, Mapping[str, str]]:
        """Whether a question asks across towns; of one that asks each about a matter of its own, what it asks each. A town that is set by
        hand is asked for alone, whatever towns the wording compares."""
        if len(given.towns) == 1:
            return False, {}
        if len(scope.named_towns) > 1:
            return True, town_clauses(text, mentions(text, scope.named_towns), self._tells)
        return asks_across_towns(question) and not scope.named_towns, {}

    def _foreign_words(self, rest: str, scope: Scope) -> _ForeignWords:
        """What the Latin letters of a question without its towns and persons stand for."""
        places = english_places(rest, self._tokenizer, scope.named_towns, scope.filters.prefecture)
        return _ForeignWords(
            self._bilingual.of(places.rest) | places.spoken_of,
            tuple(self._bilingual.readings(places.rest)),
            tuple(places.asked_about),
        )

    def _tells(self, piece: str) -> bool:
        return self.terms(piece, ()).content > 0

    def _names_in_english(self, text: str) -> bool:
        """True for a matter named in a word or two of English (school lunch, Social Media). What is written like a name (LINE, CSIRT,
        Microsoft Teams) is one, unless the dictionary has a phrase of it."""
        words = re.findall(r"[A-Za-z]{2,}", text)
        if not words or NOT_LATIN.search(text):
            return False
        if any(len(word) > 3 and word.islower() for word in words):
            return True
        return any(" " in phrase for phrase in self._bilingual.of(text))

    def in_japanese(self, asked: Question, together: Callable[[Sequence[str]], int]) -> str:
        """An English question in Japanese words, with blanks between.

        An English word may mean several expressions: those are taken that stand together most often in the record (自転車 with 駐車
        rather than with 園). A word without any is left as it is; so is a question that is not English. `together` says in how many
        passages some forms stand.
        """
        if not asked.english:
            return asked.text
        whole = self._bilingual.expressions(asked.text)
        choices = []
        text = asked.text.lower()
        for form in sorted(asked.terms.own, key=text.find):
            held = [each for each in whole.get(form, ()) if together(each)]
            choices.append(held[:CHOICES] or [whole.get(form, ((form,),))[0]])
        if len(choices) > WORDS:
            best = tuple(choice[0] for choice in choices)
        else:  # of equals the first: that of the best expressions
            best = max(product(*choices), key=lambda one: together([form for each in one for form in each]))
        words = dict.fromkeys(form for each in best for form in each)
        return " ".join(word for word in words if not asks(word))

    def spelled(self, question: str, known: Known, towns: Collection[str]) -> str:
        """A question in kana phrases in the usual spelling; see `retriever.kana`. `known`: whether a form stands in the record."""
        question = asking_why(question)
        kana: dict[str, str] = {}
        if (phrased := is_phrased(question)) or typed_apart(question):
            entries = ((entry, name) for name in towns for entry in register().by_name(name))
            kana = {read: name for entry, name in entries if (read := hiragana(entry.municipality.kana))}
        if not phrased:
            question = self._kana.with_town(question, kana)
            found = self._kana.with_loans(
                towns_spelled(question, towns), lambda form: known(form) or self._synonyms.has(form)
            )
            return self._mixed.spelled(found, known)
        question = self._mixed.phrase_spelled(normalise(question), known)
        return self._kana.spelled(question, known, kana)

    def by_reading(self, asked: Question, readings: Collection[str], known: Known) -> Question:
        """A question typed in kana only, as it is searched: by the readings of words that the record has, and by the words that the
        dictionary makes of it (おとしより → 年寄り) with their synonyms.

        `known` tells whether a form stands in the record: what a wrong cut makes (谷地 of やちよし) mostly does not.
        """
        towns = {
            reading_key(entry.municipality.kana)
            for name in asked.filters.towns
            for entry in register().by_name(name)
        }
        terms = asked.terms
        words = {
            form: weight
            for form, weight in terms.own.items()
            if KANJI_OR_KATAKANA.search(form) and (known(form) or form in terms.synonyms)
        }
        others = {form: terms.synonyms[form] for form in words if form in terms.synonyms}
        found = {form for groups in others.values() for forms in groups for form in forms}
        own = {**words, **{key: 1.0 for key in readings if key not in towns}}
        every = tuple((form, weight) for form, weight in terms.all.items() if form in words or form in found)
        return replace(
            asked,
            terms=Terms(own, dict(every) | own, others, len(own)),
            query=replace(asked.query, terms=every),
            kana=True,
            focus=(),
        )

    def follow_up(
        self,
        asked: Question,
        previous: str,
        answered: str,
        towns: Collection[str],
        today: date,
        given: Filter,
    ) -> Question:
        """`asked` completed by what was asked and answered before: their words count less, their scope is taken over where
        the new question names none."""
        before = self.analyse(previous, towns, today, given)
        return completed(asked, before, answered, self.terms(answered, ()).own)

    def terms(
        self,
        text: str,
        without: Collection[str],
        translated: Mapping[str, Mapping[str, float]] | None = None,
        known: Known | None = None,
    ) -> Terms:
        """The weighted words of `text`; see `retriever.terms.question_terms`."""
        return question_terms(text, self._tokenizer, self._synonyms, without, translated, known)


def _kinds(question: str, side: str) -> frozenset[Kind]:
    """What kinds of answer are wanted; of who asked about a number (`side`: the member's) the question holds none."""
    kinds = answer_kinds(question)
    return frozenset({Kind.PERSON}) if Kind.PERSON in kinds and side == "member" else kinds


def _without_whom(
    text: str, scope: Scope, towns: Sequence[str], persons: Iterable[LatinName], across: bool
) -> str:
    """The wording of a question without the names of several towns, or of persons, and without what only compares."""
    wording = without_names(text, towns) if len(scope.named_towns) > 1 else without_persons(text, persons)
    return without_comparing(wording) if across else wording
