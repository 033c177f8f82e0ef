"""What a sentence of a draft and an earlier reply say differently: figures, dates, words of commitment, names and offices.

1. Figures and dates are set against all that is quoted.
2. Words of commitment against the clauses that speak of the same thing, for beside 「活用しておりません」 another clause may well say that
   something has been done; 「設置し、…」 is said as strongly as the clause that it leads to.
   「給食費の無償化についてお答えします。状況を見て検討します。」: what is considered stands in the sentence before.
3. Names (課長級 for 次長級, 総務課 for デジタル行政推進課) where a clause of the record stands there nearly word for word: the words
   around the differing ones are the same. That names are equal is not said: it is what the eye sees first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from rapidfuzz.fuzz import ratio

from chat.commitments.acts import SAID_HERE
from chat.commitments.cuts import single
from chat.commitments.shell import bare
from chat.commitments.state_words import NO_VERB
from chat.commitments.states import is_effect
from chat.commitments.tense import is_passive, stem_of
from chat.desk.check_clauses import NUMBERED, Clause, clauses_of, shared, things_of
from chat.desk.check_opposites import opposites
from chat.desk.facts import Contrast, Fact, contrast, facts, is_of_that_deed
from chat.types import Citation
from corpus.folding import plain
from corpus.sentences import sentences
from retriever.languages import is_english

_PARTICLE = re.compile(r"$|[をがはにのでともやへ]|から|まで|より")
"""What follows a name; 申し上げ and 続き are no names."""
_TURNS = re.compile(r"[副正新旧元前次準非未不無反再]$")
"""Letters before a word that make another of it."""
SPEAKS_OF_IT, OF_THE_SAME = 0.5, 0.75
"""Share of the sentence's words from which a clause of the record speaks of the same thing; and for a further clause beside the best
one, the share of what that has."""

CLOSE = 0.6
"""Share of what the closest quotation has of the sentence's words from which a further one is shown beside it."""

NAMED = 2
"""Words that a clause of the record must share with the sentence for a differing name beside them to be told."""

NEARLY = 0.6
"""Likeness of two clauses (0–1) from which one word in the place of another is told whatever it is; below it only where both are
called alike (…課 and …課)."""


_HEARD = re.compile(r"(?:と(?:の|いう)(?:こと|話|ご意見|意見|声)|伺|聞)[^、。]{0,16}$")

_ABSENT = re.compile("(?:あり|ござい)ません")
_WEIGHED = ("検討", "研究")
_TOLD = ("実施済", "していない")
"""Said of what is, not of what is to come."""
_OF_ITS_OWN = re.compile(
    r"[一-鿿ァ-ヶー」）](?<!今後)(?<!現在)(?<!当面)(?:に|で|と)?[はも]|について|につき|に関し|を(?:検討|研究)"
)
"""A topic or an object: a sentence that weighs something and has neither weighs what the one before it names."""


def closest(text: str, quoted: Sequence[Citation]) -> tuple[Citation, ...]:
    """Those of the citations of one reply that speak of the same as the sentence. All of them where nothing tells them apart, as
    for a sentence in English."""
    said: dict[str, int] = {}
    for clause in clauses_of(text):
        said |= things_of(clause)
    scores = [shared(said, one.quote) for one in quoted]
    least = CLOSE * max(scores, default=0)
    kept = [one for one, score in zip(quoted, scores, strict=True) if score >= least]
    return tuple(replace(one, mark=mark) for mark, one in enumerate(kept, 1))


def contrasts(text: str, mine: Sequence[Fact], quoted: Sequence[Citation]) -> tuple[Contrast, ...]:
    """The facts of a sentence that the quotations also speak of.

    Args:
        text: the sentence.
        mine: its facts.
        quoted: citations of one reply.
    """
    said = [
        (citation.quote[start:end], citation.meeting.date)
        for citation in quoted
        for start, end in sentences(citation.quote)
    ]
    theirs = [fact for one in said for fact in facts(*one)]
    out = list(contrast(_plain(mine), _plain(theirs)))
    told = {one.mine for one in out}
    out += [one for one in opposites(text, mine, _nearest(text, said)) if one.mine not in told]
    others = [clause for one, day in said for clause in clauses_of(one, day)]
    if is_english(text):
        return (*out, *_in_one_word(mine, others))
    own = clauses_of(text)
    meant = next((fact for fact in mine if fact.kind == "commitment"), None)
    if meant is not None and (meant.key != "実施済" or _done(text)):
        spoken = next(clause for clause in reversed(own) if clause.start <= meant.start)
        out += contrast((meant,), _strengths(spoken, [*others, *_leaning(quoted)]))
    return (*out, *_names(own, others, theirs))


def _nearest(text: str, said: Sequence[tuple[str, str]]) -> list[str]:
    """The sentences of a reply that speak most of what a sentence does."""
    things: dict[str, int] = {}
    for clause in clauses_of(text):
        things |= things_of(clause)
    scores = [shared(things, sentence) for sentence, _ in said]
    least = max(OF_THE_SAME * max(scores, default=0), 1)
    return [sentence for (sentence, _), score in zip(said, scores, strict=True) if score >= least]


def _in_one_word(mine: Sequence[Fact], others: Sequence[Clause]) -> tuple[Contrast, ...]:
    """The commitment of a sentence in English, whose words stand in no clause, where all that is quoted commits to one thing."""
    theirs = [other.strength for other in others if other.strength]
    meant = [fact for fact in mine if fact.kind == "commitment"]
    return contrast(meant, theirs) if len({fact.key for fact in theirs}) == 1 else ()


def _done(text: str) -> bool:
    """Whether what ends in ました or ています is done, not said (お話をしました), heard or how things are (数が増えています)."""
    core = bare(single(text))
    stem = stem_of(core)
    return not (
        SAID_HERE.search(stem[-14:])
        or NO_VERB.search(stem)
        or is_effect(stem)
        or _HEARD.search(core)
        or is_passive(core)
    )


def _plain(found: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in found if fact.kind != "commitment"]


def _leaning(quoted: Sequence[Citation]) -> Iterator[Clause]:
    """Sentences that weigh what the one before them names, together with that."""
    for citation in quoted:
        told = [citation.quote[start:end] for start, end in sentences(citation.quote)]
        for before, text in pairwise(told):
            (*_, last) = clauses_of(text, citation.meeting.date)
            if last.strength and last.strength.key in _WEIGHED and not _OF_ITS_OWN.search(text):
                yield replace(last, text=before + text)


def _strengths(mine: Clause, others: Sequence[Clause]) -> list[Fact]:
    """The commitments of the clauses that speak of the same thing, in their order. What is promised is set against what was promised or
    weighed, and only where nothing was against what is done: 「端末を活用しており、端末の在り方を検討します」 promises no other terminals. What is
    not there yet (「館は現在ございません」) is no reply to a promise of it."""
    promises = mine.strength is not None and mine.strength.key not in _TOLD
    ahead = [other for other in others if promises and other.strength and other.strength.key not in _TOLD]
    if promises:
        others = [other for other in others if not (other.strength and _ABSENT.match(other.strength.text))]
    return _of_the_same(mine, ahead) or _of_the_same(mine, others)


def _of_the_same(mine: Clause, others: Sequence[Clause]) -> list[Fact]:
    said = things_of(mine)
    if mine.strength is not None and mine.strength.key in _TOLD:
        others = [other for other in others if is_of_that_deed(other.text, mine.text)]
    scores = [shared(said, other.text) for other in others]
    least = max(SPEAKS_OF_IT * sum(said.values()), OF_THE_SAME * max(scores, default=0), 1)
    likest = _likest(mine, others)
    return [
        other.strength
        for other, score in zip(others, scores, strict=True)
        if other.strength is not None and (score >= least or other is likest)
    ]


def _alike(mine: Clause, other: Clause) -> float:
    return ratio(plain(mine.text), plain(other.text)) / 100


def _likest(mine: Clause, others: Sequence[Clause]) -> Clause | None:
    """The clause of the record that stands there nearly as `mine`, if there is one."""
    best = max(others, key=lambda other: _alike(mine, other), default=None)
    return best if best and _alike(mine, best) >= NEARLY else None


def _names(own: Sequence[Clause], others: Sequence[Clause], theirs: Sequence[Fact]) -> Iterator[Contrast]:
    """Differing names, each once, beside what the likest clause of the record has in their place."""
    everywhere = "".join(other.text for other in others)
    dated = [fact.text for fact in theirs]
    for mine in own:
        if not others:
            continue
        said = things_of(mine)
        like = max(others, key=lambda other: (shared(said, other.text), _alike(mine, other)))
        near = _alike(mine, like) >= NEARLY
        for word, instead in _exchanged(mine, like, near):
            if not _stands(word, everywhere) and not any(text in instead for text in dated):
                at = mine.start + mine.text.index(word)
                there = like.text.index(instead)
                yield Contrast(
                    Fact("name", word, word, "", at, at + len(word)),
                    (Fact("name", instead, instead, "", there, there + len(instead)),),
                    False,
                )


def _stands(word: str, record: str) -> bool:
    """Whether a word stands in the record, not only as the end of a longer one (市長 in 副市長)."""
    return re.search(rf"(?<![一-鿿々ァ-ヶーA-Za-z]){re.escape(word)}", record) is not None


def _narrower(word: str, instead: str) -> bool:
    """Whether one word only says more closely what the other says (サービス, 区民サービス); 副市長 and 市長 are two."""
    longer, shorter = sorted((word, instead), key=len, reverse=True)
    return longer.endswith(shorter) and not _TURNS.search(longer[: -len(shorter)])


def _another(word: str, instead: str) -> bool:
    """Whether two words may be names of two things; numbers are set against each other as figures."""
    numbered = NUMBERED.search(word) or NUMBERED.search(instead)
    return len(word) > 1 and not numbered and not _narrower(word, instead)


def _exchanged(mine: Clause, other: Clause, near: bool) -> Iterator[tuple[str, str]]:
    """(word, what stands in its place) of two clauses: beside the same word, followed by the same kana."""
    own, theirs = [word for word, _ in mine.words], [word for word, _ in other.words]
    if len(set(own) & set(theirs)) < NAMED:
        return
    for (i, (word, after)), (j, (instead, then)) in product(enumerate(mine.words), enumerate(other.words)):
        if word in theirs or instead in own or after[:1] != then[:1] or not _PARTICLE.match(after):
            continue
        before = i > 0 and j > 0 and own[i - 1] == theirs[j - 1]
        behind = own[i + 1 : i + 2] == theirs[j + 1 : j + 2] != []
        # Whatever it is in a sentence that else is the same; called alike (…課 and …課) in any.
        alike = (before or behind) and word[-1] == instead[-1] and len(instead) > 1
        if (alike or (near and before and behind)) and _another(word, instead):
            yield word, instead
