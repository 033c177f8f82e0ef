"""What may be quoted, and what may be given as an answer, however well it fits."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from chat.answers import kinds, lacking, named, wording
from chat.answers.counters import asked_units
from chat.answers.evidence import Features
from chat.answers.extractive import Scored
from chat.answers.items import is_of_another_item
from chat.answers.of_another import marks_which_one, told_of_another
from chat.answers.phrases import lacks_of_its_phrase
from chat.answers.said import Sentence
from chat.answers.stances import asks_for_a_stance, lacks_its_stance
from chat.answers.subject import (
    holds_its_heaviest_word,
    lacks_a_latin_name,
    lacks_its_charge,
    lacks_its_few_words,
    lacks_its_subject,
    lacks_what_can_be_done,
    speaks_of_something_else,
)
from chat.answers.wanted import asks_what_was_asked
from chat.answers.whole_names import has_its_name_in_pieces, lacks_how_its_name_begins
from chat.answers.years import names_another_year, values_of_other_years
from chat.types import FoundExchange
from corpus.types import Exchange, Meeting, StoredExchange, Turn
from retriever.answer_kinds import Kind
from retriever.asked import Question
from retriever.persons import is_one_of
from retriever.question import normalise

AROUND = 150
"""Characters before and after a quotation in which a town without minutes must be named: a reply of an hour names many in passing."""

MATTER = 0.4
"""Weight from which a word of a question says of what matter it is."""

_REPORTS = re.compile(r"委員長|議長|会長|座長|部会長|代表監査委員|監査委員")
"""Offices in which members report to the council (委員長報告) rather than speak for themselves."""
_OPENS_REPORT, OPENING = (
    re.compile(
        r"委員会[^。]{0,120}(?:報告|結果|概要)|(?:審査|調査|審議|協議)の?(?:経過|結果|概要)[^。]{0,20}報告|提案(?:の)?(?:理由|趣旨)|"
        r"(?:議員提出議案|動議|発議)[^。]{0,40}(?:説明|提案)"
    ),
    200,
)
"""How a report or the explanation of a members' bill begins, and within how many characters: some records call the chair of a committee
who reports 議員, as all members."""


def _only_reports(exchange: Exchange) -> bool:
    return not exchange.questions and all(t.speaker.side != "member" or _reports(t) for t in exchange.answers)


def _reports(turn: Turn) -> bool:
    """Whether a member speaks for a body: by office, or by how the speech begins."""
    return bool(_REPORTS.search(turn.speaker.office) or _OPENS_REPORT.search(turn.text[:OPENING]))


def roles_of(asked: Question, exchange: Exchange) -> tuple[str, ...]:
    """Which side of an exchange is quoted for a question."""
    if not exchange.answers or (asked.about_question and exchange.questions):
        return ("question",)
    return ("question", "answer", "note") if asked.who_said else ("answer", "note")


_OF_EXPERTS, _OF_COUNCIL = (
    re.compile(
        r"専門委員会|専門部会|有識者|審議会|協議会|懇談会|懇話会|研究会|検討(?:委員)?会|検討会議|調査会|策定委員会|評価委員会|評議会|フォーラム|シンポジウム"
    ),
    re.compile(r"議会(?!事務)|市会|区会|町会|村会|衆議院|参議院|全員協議会|議会改革|議員定数"),
)
"""Bodies in which members are called in for what they know: what one of them presents there is what the record holds."""


def _presents(sentence: Sentence, meeting: Meeting) -> bool:
    body = meeting.body or meeting.title
    return sentence.role == "statement" and bool(_OF_EXPERTS.search(body)) and not _OF_COUNCIL.search(body)


def may_be_quoted(sentence: Sentence, asked: Question, meeting: Meeting) -> bool:
    """Whether a sentence may stand in an answer: what a member says of his own (a closing speech) is never given as the town's
    answer, unless members are asked for or it is a report by office; what he replies (the mover of a bill, the council to
    residents) is, and what members of an expert body present. What officials say is never given as a member's."""
    speaker = sentence.turn.speaker
    if asked.about_question and speaker.side in ("executive", "secretariat"):
        return False
    if sentence.role == "statement" and speaker.side == "other" and not asked.about_question:
        # Where nobody knows who speaks, a question asked there is not what is answered.
        return not wording.QUESTION.search(wording.plain(sentence.text)[-60:])
    # Whose words are asked for is named: his alone are meant. Of a person named in Latin letters (Mr. Aihara) the side is not known.
    his = asked.about_question or (asked.english and asked.who_said)
    if his and asked.members and speaker.name and not is_one_of(speaker, asked.members):
        return False
    asked_for = sentence.role in ("question", "answer") or asked.about_question or asked.who_said
    if asked_for or speaker.side != "member" or _presents(sentence, meeting):
        return True
    return _reports(sentence.turn) if sentence.role == "statement" else bool(_REPORTS.search(speaker.office))


def admitted(asked: Question, found: Sequence[FoundExchange]) -> list[FoundExchange]:
    """Those of `found` that are worth reading. One that tells of another year alone, or every figure of one, is not; none is where the
    office that is asked for replies in none of them."""
    repliers = (turn.speaker for item in found for turn in item.stored.exchange.answers)
    if asked.office.is_absent(repliers):
        return []
    return [item for item in found if not _is_of_another_year(asked, item.stored)]


def _is_of_another_year(asked: Question, stored: StoredExchange) -> bool:
    if names_another_year(asked.text, stored):
        return True
    sought = asked_units(asked.text)
    if asked.about_question or not (sought or kinds.QUANTITIES & asked.kinds):
        return False
    return values_of_other_years(
        asked.text,
        stored.exchange.answer_text,
        stored.meeting.date,
        lambda told: kinds.gives_value(wording.plain(told), asked.kinds, sought),
    )


ELSEWHERE = 0.5
"""Share of a question's words that the reply of another town holds, where it lacks the weightiest: more than half."""


def may_answer(asked: Question, exchange: Exchange, words: Collection[str], features: Features) -> bool:
    """Whether an exchange may be quoted as an answer at all.

    1. What a member said is never given as the town's answer, so an opinion without a reply answers nothing.
    2. It speaks of the matter of the question; whoever asks whether somebody is for or against it wants that told.
    3. Whoever asks how many people wants a number of people: a reply without one does not answer, unless it says that the number is not
       at hand (of 30 answerable questions that name a counter 29 have it in the reply).

    `words`: the forms of the exchange; `features`: only those count that do not depend on the quotation.
    """
    if _speaks_of_another_matter(asked, exchange, words, features) or _lacks_its_stance(asked, exchange):
        return False
    if asked.about_question:
        return not (asks_what_was_asked(asked.text) and _only_reports(exchange))
    if not (exchange.answers or asked.who_said):
        return False
    return not (_is_told_of_another(asked, exchange) or _lacks_what_is_asked(asked, exchange))


def _speaks_of_another_matter(
    asked: Question, exchange: Exchange, words: Collection[str], features: Features
) -> bool:
    """Whether an exchange lacks what tells the matter of a question from others.

    1. What it names (in Latin letters, as an item of the agenda, as a charge, as one word) stands there as it is named.
    2. A short question is about its telling words. Where they are missing and the meaning is far, something else is spoken of; if the
       question names no town, even where the meaning is near (システムプロンプト finds a system). A question of a word or two is about
       these.
    3. Of what one town has told (他の市は？ after 空き家対策) another one's reply tells that has the weightiest word or most of them, not
       対策 alone.
    """
    return (
        lacks_a_latin_name(asked, words)
        or (not features.dense and lacks_its_subject(asked, words))
        or is_of_another_item(asked.text, exchange)
        or lacks_its_charge(asked, words)
        or speaks_of_something_else(asked, words, features)
        or lacks_its_few_words(asked, words, features)
        or lacks_of_its_phrase(asked, words, features)
        or lacks_what_can_be_done(asked, words, features)
        or lacks_how_its_name_begins(asked, exchange, features)
        or has_its_name_in_pieces(asked, exchange, words, features)
        or (
            bool(asked.but)
            and features.exchange_cover < ELSEWHERE
            and not holds_its_heaviest_word(asked, words, 0.0)
        )
    )


def _is_told_of_another(asked: Question, exchange: Exchange) -> bool:
    if asked.foreign or not marks_which_one(asked.text):
        return False
    reply = wording.plain(exchange.answer_text)
    about = "\n".join((exchange.topic, exchange.agenda, exchange.question_text, exchange.answer_text))
    return told_of_another(asked.text, wording.plain(about), reply, asked.kinds)


def may_be_meant(asked: Question, exchange: Exchange, chosen: Sequence[Scored]) -> bool:
    """Whether what is quoted says anything (not only what was asked), and, where a town is asked for that has no
    minutes, the quoted side names it: only an exchange in which an expert tells of another town can be meant."""
    if all(item.filler for item in chosen):
        return False
    quoted = [exchange.topic, *(_with_what_stands_around(item.sentence) for item in chosen)]
    names = [form for town in asked.missing_towns for form in (town, town[:-1]) if len(form) > 1]
    return (
        not asked.missing_towns
        or bool(asked.filters.towns)  # beside it a town is asked for that has some
        or any(name in text and _says_of_the_matter(asked, text) for name in names for text in quoted)
    )


def _says_of_the_matter(asked: Question, text: str) -> bool:
    """Whether beside the town's name a word of the matter stands, or a synonym: another reply that names the town is not on it."""
    names = "".join(asked.missing_towns)
    matter = [form for form, weight in asked.terms.own.items() if weight >= MATTER and form not in names]
    said = normalise(text).lower()
    return not matter or any(
        all(part in said for part in words)
        for form in matter
        for words in ((form,), *asked.terms.synonyms.get(form, ()))
    )


def _with_what_stands_around(sentence: Sentence) -> str:
    """A quoted sentence with the `AROUND` characters before and after it in its turn."""
    return sentence.turn.text[max(0, sentence.start - AROUND) : sentence.end + AROUND]


def _lacks_its_stance(asked: Question, exchange: Exchange) -> bool:
    if not asks_for_a_stance(asked.text):
        return False  # nothing to look for: long replies are not normalised for it
    said = "\n".join((exchange.topic, *(turn.text for turn in exchange.turns)))
    return lacks_its_stance(asked.text, wording.plain(said))


def _lacks_what_is_asked(asked: Question, exchange: Exchange) -> bool:
    sought = asked.kinds & (kinds.SUMS | {Kind.DATE}) or asked_units(asked.text)
    if not (sought or named.asks_by_name(asked.text) or lacking.asks_how_many_things(asked.text)):
        return False  # nothing to look for: long replies are not normalised for it
    asking = exchange.question_text if asked.who_said else ""
    said = "\n".join((asking, exchange.answer_text, *(turn.text for turn in exchange.turns_of("note"))))
    return lacking.lacks_what_is_asked(asked.text, asked.kinds, wording.plain(said))
