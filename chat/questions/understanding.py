"""The ways in which a question may be meant, after a conversation and across towns: by rules, or helped by a language model.

Both stand behind one method. The model's reading is put before those by rules, never in place of them: the surest answer is taken,
and a model that fails or invents changes nothing.
"""

from __future__ import annotations

import datetime
import logging
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Protocol

from chat.answers.counters import asked_units
from chat.answers.evidence import TELLING
from chat.framing import quotations_in
from chat.llm import Streams
from chat.questions.again import Again
from chat.questions.elsewhere import means_the_others, period_alone
from chat.questions.from_then import counted
from chat.questions.history import SUBJECT, Context, Said, context_of, is_bare, said_before
from chat.questions.one_of_them import one_of_them
from chat.questions.rewriting import Rewriting, rewriting
from chat.questions.spoken_of import is_about_the_last
from chat.types import Message
from corpus.errors import AnswerError
from corpus.register import register
from retriever.analysis import Analyser
from retriever.answer_kinds import Kind, without_kinds
from retriever.asked import Question, names_no_matter
from retriever.question import normalise
from retriever.terms import INFORMATIVE
from retriever.types import Filter, Known

log = logging.getLogger(__name__)

LONGEST_REWRITTEN = 2_000
"""Characters of a question that is worth rewriting: who writes more has said all."""

OWN_SUBJECT = 3
"""Informative words from which a question that names its town stands by itself, whatever was asked before."""

KNOWN_WORDS = 0.8
"""Least share of a rewriting's words that the question or the conversation has; the rest may be wording (状況, 内容)."""


A_MATTER = 2
"""Informative words that make a matter: 「じゃあ公園の使用料は」, not 「いつからですか」."""

_POINTS_BACK = re.compile("(?<![一-龥])[そこ](?:れ|の)|(?:it|that|this|they)\\b")
"""What was shown last is meant, of whichever town it is."""

_TO_IT = re.compile(
    "(?:[そこ]れ|[そこ]の(?:質問|問い|意見|要望|指摘))ら?(?:への|に対(?:する|して(?:の|は)?|し)|に(?:は|、))"
)
"""「それに対する部長の答えは」 after what a member asked: the replies to him."""

_OF_A_MATTER = re.compile("考え|見解|所見|認識|意見|思い")
"""What an office thinks (区長の考えは) is, after other questions, what it thinks of the matter that is spoken of."""


_ITS_BEGINNING = re.compile(
    r"(?<=いつ)(?:頃|ごろ)?(?:から|に)?、?(?:始ま|始め|開始|スタート|実施|導入)|(?<=いつ)(?:頃|ごろ)?に?、?(?:終わ|終了)"
    r"|(?<=\bwhen )(?:did|does|do|will|was|is|has) (?:it|this|that|they) (?:start|begin|begun|end|finish|introduced)(?:ed|s)?\b",
    re.IGNORECASE,
)
"""What begins, or ends, with what is asked of its time alone: whatever is spoken of does, under another name mostly (発足, 運用)."""


class Understands(Protocol):
    """Reads a question: the likeliest way first, the question as it stands last."""

    def read(
        self, question: str, history: Sequence[Message], filters: Filter, today: datetime.date
    ) -> list[Question]: ...


class ByRules:
    """After a conversation a short question may go on from it or stand by itself (then both), one that points back (「その」) only
    goes on."""

    def __init__(
        self,
        analyser: Analyser,
        kana: Callable[[str], Collection[str]],
        towns: Callable[[], tuple[str, ...]],
        vocabulary: Callable[[], Known],
        spoken_by: Callable[[str, Filter], int],
    ) -> None:
        """`kana`: readings of a question typed in kana only, of words that the record has; `towns`: those that have minutes;
        `vocabulary`: tells whether a form stands in the record; `spoken_by`: in how many exchanges of a filter somebody of a name speaks."""
        self.analyser, self._kana, self.towns, self._vocabulary = analyser, kana, towns, vocabulary
        self._spoken_by = spoken_by
        self._again = Again(self, towns)

    def read(
        self, question: str, history: Sequence[Message], filters: Filter, today: datetime.date
    ) -> list[Question]:
        """See `Understands`."""
        said = said_before(history)
        if said:
            question, answer = one_of_them(question, said[-1].answer)
            said = (*said[:-1], replace(said[-1], answer=answer))
        question = counted(question, said, today)
        if going_back := self._again.back(question, said, filters, today):
            return going_back
        alone = self.alone(question, filters, today)
        if again := self._again.of(alone, question, said, filters, today):
            return again
        if alone.terms.content >= A_MATTER and not _POINTS_BACK.search(alone.text):
            # Who has looked at the other towns and asks of a new matter means the town from which that was asked.
            while said and means_the_others(said[-1].question):
                said = said[:-1]
        content, telling = alone.terms.content, max(alone.terms.own.values(), default=0.0)
        if is_about_the_last(alone.text) or (
            said and (period_alone(question, today) or self._is_elliptic(alone) or names_no_matter(alone))
        ):
            # A year alone (「令和5年は？」), a noun of number (「枚数は？」) or what any matter has (「改善策は？」) is no matter, however
            # seldom it stands in the record.
            content, telling = 0, 0.0
        context = self._context(question, alone, said, content, telling)
        if not context:
            return [alone]
        goes_on = self._going_on(alone, context, said, filters, today)
        if self._again.leaves_period(alone, telling >= SUBJECT, said, today):
            goes_on = replace(goes_on, filters=replace(goes_on.filters, since="", until=""))
        if not context.certain:
            return self._either(alone, goes_on, telling)
        goes_on = replace(goes_on, elliptic=self._is_elliptic(goes_on))
        dated = self._again.dated(question, said, filters, today)
        if dated and not quotations_in(said[-1].answer):
            # What was not found at all is not in what a reply says of that year.
            return dated
        to_it = self._to_the_member(alone, said[-1].question, filters, today)
        # The number of another thing of the matter may stand in another reply (「台数は？」 after how many people).
        wide = [replace(goes_on, elliptic=False)] if goes_on.elliptic and asked_units(goes_on.text) else []
        return [goes_on, *wide, *self._overviews(to_it, goes_on), *dated]

    def _context(
        self, question: str, alone: Question, said: Sequence[Said], content: int, telling: float
    ) -> Context:
        """What a question goes on from; `content` and `telling`: how much it says itself (see `context_of`)."""
        context = context_of(question, said, content, telling, _is_scoped(alone), self._is_bare)
        if context and is_about_the_last(alone.text):
            # Of what was shown last, whatever was asked in vain since.
            shown = (one.answer for one in reversed(said) if quotations_in(one.answer))
            context = replace(context, answer=next(shown, context.answer))
        return context

    def _going_on(
        self, alone: Question, context: Context, said: Sequence[Said], filters: Filter, today: datetime.date
    ) -> Question:
        """The question as it goes on from its context, and of which towns."""
        goes_on = self.analyser.follow_up(
            alone, context.question, context.answer, self.towns(), today, filters
        )
        if not _is_scoped(alone):
            return self._where_it_was(goes_on, said, today)
        if not alone.across or filters.towns or alone.filters.towns:
            return goes_on
        between = self._again.scope(said, today)[0]
        return replace(goes_on, filters=replace(goes_on.filters, towns=between if len(between) > 1 else ()))

    def _either(self, alone: Question, goes_on: Question, telling: float) -> list[Question]:
        """The ways in which a question may be meant that may go on or stand by itself."""
        if alone.filters.towns and alone.terms.content >= OWN_SUBJECT:
            return [alone]
        towns, missing = goes_on.filters.towns, goes_on.missing_towns
        if (towns == alone.filters.towns and not missing) or _is_scoped(alone):
            return [replace(goes_on, unsure=True), alone]
        # Who has asked about a town and names no other one means it still; another town's only with a subject of its own.
        here = replace(alone, filters=replace(alone.filters, towns=towns), missing_towns=missing)
        elsewhere = [replace(alone, wider=True)] if telling >= TELLING and not missing else []
        return [replace(goes_on, unsure=True), here, *elsewhere]

    def towns_of(self, history: Sequence[Message], today: datetime.date) -> tuple[str, ...]:
        """The towns with minutes that a conversation is about."""
        return self._again.scope(said_before(history), today)[0]

    def _where_it_was(self, goes_on: Question, said: Sequence[Said], today: datetime.date) -> Question:
        """A follow-up that names no town, of those that the conversation is about."""
        towns, missing = self._again.scope(said, today)
        return replace(goes_on, filters=replace(goes_on.filters, towns=towns), missing_towns=missing)

    def _is_elliptic(self, asked: Question) -> bool:
        """Whether besides the kind of thing that it asks for a question has no informative word (何％増えましたか: hardly 増える, いつ始まりましたか); who spoke is
        another matter."""
        rest = self.analyser.terms(without_kinds(_ITS_BEGINNING.sub("", asked.text)), ()).own
        return (
            bool(asked.kinds - {Kind.YES_NO, Kind.PERSON}) and max(rest.values(), default=0.0) < INFORMATIVE
        )

    def _is_bare(self, question: str) -> bool:
        if is_about_the_last(normalise(question)):
            return True
        terms = self.analyser.terms(question, ())
        return is_bare(terms.content, max(terms.own.values(), default=0.0))

    @staticmethod
    def _overviews(alone: Question, goes_on: Question) -> list[Question]:
        """What stands by itself after any conversation: what a meeting, a member or an office that it names took up at all."""
        if not alone.overview or not (alone.filters or alone.members or alone.office):
            return []
        if alone.office and not alone.members and _OF_A_MATTER.search(alone.text):
            return []
        here = replace(alone, filters=goes_on.filters)
        if here.filters == alone.filters:
            return [alone]
        # An office is that of the town that is spoken of; a member is one of few of that name.
        return [here, alone] if alone.members or not alone.office else [here]

    def _to_the_member(self, alone: Question, before: str, filters: Filter, today: datetime.date) -> Question:
        """Of what an office replied 「to that」 (それに対する部長の答えは) what it replied to the members of whom the question `before` was."""
        if not (alone.overview == "replies" and alone.office and _TO_IT.search(alone.text)):
            return alone
        theirs = self.alone(before, filters, today)
        return replace(alone, members=theirs.members, names=alone.names | theirs.names)

    def alone(self, question: str, filters: Filter, today: datetime.date) -> Question:
        """A question that stands by itself."""
        towns, known = self.towns(), self._vocabulary()
        question = self.analyser.spelled(question, known, towns)
        asked = self.analyser.analyse(question, towns, today, filters, known)
        asked = asked if filters.towns else self._where_they_speak(asked)
        readings = self._kana(asked.text)
        return self.analyser.by_reading(asked, readings, known) if readings else asked

    def _where_they_speak(self, asked: Question) -> Question:
        """Of a question that names members and towns, none of which has one of them speak, one to where they do: what he says of another
        place is asked (森川議員が触れた北海道の条例)."""
        filters = asked.filters
        if not (asked.members and filters.towns) or self._speak_in(asked.members, filters):
            return asked
        elsewhere = replace(filters, towns=())
        if not self._speak_in(asked.members, elsewhere):
            return asked
        return replace(asked, filters=elsewhere, across=False, each={})

    def _speak_in(self, names: Sequence[str], filters: Filter) -> bool:
        return any(self._spoken_by(name, filters) for name in names)


class ByModel:
    """The same with a reading by the model before it, for follow-ups and questions across towns; others need none."""

    def __init__(self, rules: ByRules, model: Streams) -> None:
        self._rules, self._model = rules, model

    def read(
        self, question: str, history: Sequence[Message], filters: Filter, today: datetime.date
    ) -> list[Question]:
        """See `Understands`."""
        found = self._rules.read(question, history, filters, today)
        if not (history or found[0].across) or found[0].foreign or len(question) > LONGEST_REWRITTEN:
            return found
        try:
            made = rewriting(self._model, question, history, self._rules.towns())
        except AnswerError as error:
            log.warning("language model (rewriting): %s", error)
            return found
        if not self._faithful(made, question, history):
            log.info("rewriting %r of %r is not taken", made, question)
            return found
        return [self._asked(made, filters, today), *found]

    def _asked(self, made: Rewriting, filters: Filter, today: datetime.date) -> Question:
        asked = self._rules.alone(made.question, filters, today)
        if filters.towns or not made.towns:
            return asked
        towns = tuple(dict.fromkeys(made.towns))
        return replace(asked, filters=replace(asked.filters, towns=towns), across=len(towns) > 1)

    def _faithful(self, made: Rewriting, question: str, history: Sequence[Message]) -> bool:
        """Whether a rewriting keeps to the words and towns that were said."""
        said = "\n".join([question, *(message.content for message in history)])
        known = self._words(said)
        own = self._words(made.question)
        named = {m.entry.name for m in register().find_names(made.question)}
        heard = {m.entry.name for m in register().find_names(said)}
        if not set(made.towns) <= set(self._rules.towns()) or named - heard:
            return False
        return not own or len(own & known) >= KNOWN_WORDS * len(own)

    def _words(self, text: str) -> set[str]:
        return set(self._rules.analyser.terms(text, ()).own)


def scoped(understood: list[Question], filters: Filter, exact: bool) -> list[Question]:
    """Where the filters are `exact`, they replace what the question names."""
    return [_narrowed(asked, filters) for asked in understood] if exact else understood


def _is_scoped(asked: Question) -> bool:
    """Whether a question says itself of which towns it is asked."""
    return bool(asked.filters.towns or asked.across or asked.missing_towns)


def _narrowed(asked: Question, filters: Filter) -> Question:
    """`asked` with these filters alone; where another choice of towns is left than it names, each of them is asked."""
    several = len(filters.towns) != 1 and (asked.across or filters.towns != asked.filters.towns)
    return replace(asked, filters=filters, missing_towns=(), across=several)
