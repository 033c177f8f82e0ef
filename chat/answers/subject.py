"""Whether an exchange is about the subject of a question: whether the words that tell it from others stand there.

A short question is about each of its words, one that names no town about its telling words, one for a charge about that charge. What an
exchange says is told by its forms (`retriever.tokenize`); a synonym stands for the word.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from chat.answers.evidence import TELLING, Features, stands
from corpus.register import register
from retriever.asked import Question, outermost
from retriever.terms import INFORMATIVE

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


_WHETHER_IT_CAN = re.compile(
    r"(?:でき|取れ|借りられ|使え|払え|もらえ|買え|乗れ|入れ)(?:る|ます)(?:の|ん)?(?:です)?か?[?？。]*$"
)
"""「図書館で予約できるの？」「スマホで払える？」"""
_VERB = re.compile("[うくぐすつぬぶむる]$")


def lacks_what_can_be_done(asked: Question, words: Collection[str], features: Features) -> bool:
    """Whether a short question asks if something can be done, and an exchange (of these `words`) lacks one of its nouns: what is done, where or with
    what. Where the meaning is near it may be called otherwise. Of 3,000 questions over a hundred records none with an answer is refused so."""
    short = asked.terms.content <= SHORT and _stands_alone(asked)
    if not short or features.likeness >= NEAR or not _WHETHER_IT_CAN.search(asked.text):
        return False
    nouns = [
        form for form, weight in asked.terms.own.items() if weight >= INFORMATIVE and not _VERB.search(form)
    ]
    return any(not speaks_of(form, asked, words) for form in outermost(nouns))


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


def lacks_its_few_words(asked: Question, words: Collection[str], features: Features) -> bool:
    """Whether an exchange (of these `words`) lacks what the few words of a short question are about."""
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
    return thin and not holds_its_heaviest_word(asked, words)


_AROUND = re.compile("^[新旧各全](?=.{2})|(?<=.{2})[後前中時]$")


def speaks_of(form: str, asked: Question, words: Collection[str]) -> bool:
    """Whether a word, a synonym, the word without what says which or when (新庁舎, 補正後) or one that begins with it (漁業 of 漁) is among `words`."""
    said = stands(form, asked.terms.synonyms, words) or _AROUND.sub("", form) in words
    return said or any(word.startswith(form) for word in words)


def holds_its_heaviest_word(asked: Question, words: Collection[str], least: float = TELLING) -> bool:
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
