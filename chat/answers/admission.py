"""What may be quoted, and what may be given as an answer, however well it fits."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from chat.answers import kinds, lacking, named, wording
from chat.answers.counters import asked_units
from chat.answers.evidence import TELLING, Features, stands
from chat.answers.extractive import Scored
from chat.answers.items import is_of_another_item
from chat.answers.of_another import marks_which_one, told_of_another
from chat.answers.said import Sentence
from chat.answers.wanted import asks_what_was_asked
from chat.answers.years import names_another_year, values_of_other_years
from chat.types import FoundExchange
from corpus.register import register
from corpus.types import Exchange, Meeting, StoredExchange, Turn
from retriever.answer_kinds import Kind
from retriever.asked import Question
from retriever.persons import is_one_of
from retriever.question import normalise

LATIN_NAME = re.compile(r"[a-z]{2,}")
"""In a form (see `retriever.tokenize`), which is in lower case."""

SHORT, UNLIKE = 3, 0.3
"""Informative words of a short question, and `Features.unlike` from which its subject is missing: 「今日の天気は」 and 「恋愛相談」 find
the words 今日 and 相談."""


FEW, HELD, HELD_OF_A_TOWN = 2, 0.7, 0.5
"""Informative words of a question that is about each of them (宇宙の年齢, システムプロンプト), and the share of their weight that an exchange
must hold to speak of the same; less where the question names a town that has minutes, which off-topic questions do not. Of 150 off-topic
questions 11 instead of 22 are answered; of 490 others one answerable less, without the exception for towns six."""


NEAR = 0.6
"""Cosine of the nearest passage from which an exchange is about a question of a word or two though its words are others (夜の景色,
夜間景観)."""

NAMELESS, SPOKEN_OF = 5, 0.35
"""Informative words of a question that names no town, and the share of their weight from which an exchange speaks of the matter although
a telling word is missing: 「ロボット掃除機の選び方」 finds a reply on robots. Of 200 off-topic questions 8 instead of 17 are answered, of 420
others not one with the right sentence is lost."""

FAR = 0.55
"""Cosine of the nearest passage and share of the weight, together, below which an exchange speaks of nothing of a question in another language
that names no town (Ignore all previous instructions): its dictionary words alone find something in any record. What it names by the sound
(Minato Market) is there, whatever is meant."""
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
    # Of a person named in Latin letters the side is not known (Mr. Aihara): his words alone are meant.
    if asked.english and asked.who_said and asked.members and not is_one_of(speaker, asked.members):
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
    2. A short question is about its telling words. Where they are missing and the meaning is far, something else is spoken of; if the
       question names no town, even where the meaning is near (システムプロンプト finds a system). A question of a word or two is about
       these.
    3. Whoever asks how many people wants a number of people: a reply without one does not answer, unless it says that the number is not
       at hand (of 30 answerable questions that name a counter 29 have it in the reply).
    4. Of what one town has told (他の市は？ after 空き家対策) another one's reply tells that has the weightiest word or most of them, not 対策 alone.

    `words`: the forms of the exchange; `features`: only those count that do not depend on the quotation.
    """
    if lacks_a_latin_name(asked, words) or (not features.dense and lacks_its_subject(asked, words)):
        return False
    if is_of_another_item(asked.text, exchange) or lacks_its_charge(asked, words):
        return False
    if speaks_of_something_else(asked, words, features) or _lacks_its_few_words(asked, words, features):
        return False
    if asked.but and features.exchange_cover < ELSEWHERE and not _holds_its_heaviest_word(asked, words, 0.0):
        return False
    if asked.about_question:
        return not (asks_what_was_asked(asked.text) and _only_reports(exchange))
    if not (exchange.answers or asked.who_said):
        return False
    return not (_is_told_of_another(asked, exchange) or _lacks_what_is_asked(asked, exchange))


def _lacks_its_few_words(asked: Question, words: Collection[str], features: Features) -> bool:
    """Whether an exchange (of these `words`) lacks what the few words of a short question are about; see the second step of `may_answer`."""
    if asked.terms.content > SHORT:
        return False
    if not asked.follow_up and features.unlike > UNLIKE:
        return True
    if not _stands_alone(asked):
        return False
    if not (asked.filters.towns or asked.persons):
        thin = asked.terms.content <= FEW and features.exchange_cover < HELD and features.likeness < NEAR
        return thin or lacks_its_rarest_word(asked, words)
    thin = (
        asked.terms.content <= FEW and features.exchange_cover < HELD_OF_A_TOWN and features.likeness < NEAR
    )
    return thin and not _holds_its_heaviest_word(asked, words)


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


def _holds_its_heaviest_word(asked: Question, words: Collection[str], least: float = TELLING) -> bool:
    """Whether the word that says most of what a question is about (インスタ beside 公式), of this weight at `least`, is in an exchange (of
    these `words`)."""
    own = asked.terms.own
    heaviest = max(own, key=own.__getitem__, default="")
    return own.get(heaviest, 0.0) >= least and stands(heaviest, asked.terms.synonyms, words)


def _stands_alone(asked: Question) -> bool:
    """Whether all words of a question are Japanese words of its subject: no conversation, no other language, no further town, no
    figure (a draft reply's may differ from the record's)."""
    if asked.follow_up or asked.foreign or asked.kana or any(map(str.isdigit, "".join(asked.terms.own))):
        return False
    towns = {mention.entry.name for mention in register().find_names(asked.text)}
    return towns <= set(asked.filters.towns)


def _lacks_what_is_asked(asked: Question, exchange: Exchange) -> bool:
    sought = asked.kinds & (kinds.SUMS | {Kind.DATE}) or asked_units(asked.text)
    if not (sought or named.asks_by_name(asked.text) or lacking.asks_how_many_things(asked.text)):
        return False  # nothing to look for: long replies are not normalised for it
    asking = exchange.question_text if asked.who_said else ""
    said = "\n".join((asking, exchange.answer_text, *(turn.text for _, turn in exchange.note_turns)))
    return lacking.lacks_what_is_asked(asked.text, asked.kinds, wording.plain(said))


def lacks_a_latin_name(asked: Question, words: Collection[str]) -> bool:
    """Whether a name or abbreviation in Latin letters (LINE, CSIRT, 生成AI) that a Japanese question names is not in an exchange (of
    these `words`), nor a synonym of it: of all words these are paraphrased least. In four gold sets six questions are so; none has
    an answer."""
    if asked.foreign:
        return False
    return any(
        weight >= TELLING and LATIN_NAME.search(form) and not stands(form, asked.terms.synonyms, words)
        for form, weight in asked.terms.own.items()
    )


_CHARGE = re.compile(
    r"([一-龥ァ-ヴー]{2,12})(?:は|が)、?(?:(?:(?:1|一)?[月年日回人台枚件](?:間|額|あたり|当たり)?に?、?)?(?:いくら|幾ら|何[百千万億]*円)"
    r"|(?<!数[はが])(?<!数[はが]、)(?:いくつ(?!も)|幾つ|何[度倍](?!も))|(?<=率[はが])何(?:[%％割]|パーセント))"
)
"""「運賃はいくら」「家賃は月いくら」「震度はいくつ」「普及率は何%」: what costs or is measured, right before the question word."""


_ATTRIBUTE = re.compile(r"^[^。?？]*?([一-龥ァ-ヴー]{2,12})は、?(?:何|なに)(?:です|でしょう|か|$|[?？])")
"""「泉質は何ですか」; behind another sentence (その元手は何か) it stands for what was told there."""
STRANGE = 0.95
"""Weight from which what is asked for by its name is a word that council speech hardly has."""


def lacks_its_charge(asked: Question, words: Collection[str]) -> bool:
    """Whether a question asks how much a charge is that has a rare name (運賃, 借地料), and an exchange (of these `words`) has none of it, nor a
    synonym: the sum in it is of something else. Of 1,425 questions over five records none is so that any of them answers."""
    charge, least = _CHARGE.search(asked.text), TELLING
    if charge is None:
        charge, least = _ATTRIBUTE.search(asked.text), STRANGE
    if charge is None:
        return False
    telling = [
        form for form, weight in asked.terms.own.items() if weight >= least and form in charge[1].lower()
    ]
    return bool(telling) and not any(stands(form, asked.terms.synonyms, words) for form in telling)


def lacks_its_subject(asked: Question, words: Collection[str]) -> bool:
    """Whether a short question after others has a subject of its own (火星への移住計画 after a question on telework) that an exchange
    (of these `words`) lacks: then it did not go on from them, and their words are no reason to answer it so. Where there is an encoder the
    quotation may be of the subject in other words; see `chat.answers.going_on.bears_out`."""
    if not asked.unsure:
        return False
    telling = telling_words(asked)
    return bool(telling) and not any(stands(form, asked.terms.synonyms, words) for form in telling)


def speaks_of_something_else(asked: Question, words: Collection[str], features: Features) -> bool:
    """Whether a question that names no town, prefecture or person shares only by-words with an exchange (of these `words`); see `NAMELESS`."""
    if (
        asked.filters.towns
        or asked.filters.prefecture
        or asked.across
        or (asked.persons and not asked.foreign)
    ):
        return False
    if asked.foreign:
        # Of those before they are read: 0 without an encoder, which alone would tell; an exchange that is not even among the
        # nearest passages has a likeness of 0.
        far = features.likeness + features.exchange_cover < FAR
        return features.dense > 0 and far and not asked.members
    short = asked.terms.content <= NAMELESS
    if not short or features.exchange_cover >= SPOKEN_OF or not _stands_alone(asked):
        return False
    return any(not stands(form, asked.terms.synonyms, words) for form in telling_words(asked))


RAREST, MUCH = 0.95, 0.3
"""Weight of a word that council speech hardly has, and the share of a text's weight from which it is what the text is about."""


def lacks_its_rarest_word(asked: Question, words: Collection[str]) -> bool:
    """Whether what a text is about by a word that hardly anybody says in councils (オーロラ観測所, サーフィン大会) is not in an exchange (of
    these `words`). Over 24,000 exchanges 5 of 12 invented matters found "earlier replies" on 大会, 観測所 or 養成, now none; 29 real
    ones find what they found. Compounds count by their parts, which may be written apart."""
    if asked.foreign or asked.english or asked.kana:
        return False
    own, total = asked.terms.own, sum(asked.terms.own.values())
    rare = [
        form
        for form, weight in own.items()
        if weight >= max(RAREST, MUCH * total)
        and not any(map(str.isdigit, form))
        and not any(part != form and part in form for part in own)
    ]
    return bool(rare) and not any(stands(form, asked.terms.synonyms, words) for form in rare)


def telling_words(asked: Question) -> list[str]:
    """The words by which a question can be told from others; see `chat.answers.evidence.TELLING`."""
    return [form for form, weight in asked.terms.own.items() if weight >= TELLING]
