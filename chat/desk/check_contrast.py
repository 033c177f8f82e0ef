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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from rapidfuzz.fuzz import ratio

from chat.commitments.acts import SAID_HERE
from chat.commitments.masks import single
from chat.commitments.shell import bare
from chat.commitments.state_words import NO_VERB
from chat.commitments.states import is_effect
from chat.commitments.tense import is_passive, stem_of
from chat.desk.facts import RELATIVE, Contrast, Fact, contrast, facts, is_of_that_deed
from chat.types import Citation
from corpus.folding import plain
from corpus.sentences import sentences
from retriever.languages import is_english

_CLAUSE = re.compile(r"(?:が|けれども|し|り|て|き|い|み|え|べ|め|とともに|ほか|ため)[、，](?!それ)")
_WORD = re.compile(r"(?P<word>[一-鿿々〇ァ-ヶーA-Za-zＡ-Ｚａ-ｚ0-9０-９]+)(?P<after>[ぁ-ん]{0,2})")
_PARTICLE = re.compile(r"$|[をがはにのでともやへ]|から|まで|より")
"""What follows a name; 申し上げ and 続き are no names."""
_TURNS = re.compile(r"[副正新旧元前次準非未不無反再]$")
"""Letters before a word that make another of it."""
_NO_THING = re.compile(
    r"[一-鿿ヶケ]{1,5}[市区町村都道府県]|実施|実行|取組|推進|対応|検討|研究|開始|拡大|拡充|今後|現在"
)
"""A town, and acts of any kind: they tell not what a clause speaks of."""
_NUMBERED = re.compile(r"[0-9０-９〇一二三四五六七八九十百千万]")

SPEAKS_OF_IT, OF_THE_SAME = 0.5, 0.75
"""Share of the sentence's words from which a clause of the record speaks of the same thing; and for a further clause beside the best
one, the share of what that has."""

WEIGHTY = 3
"""See `_things`."""

CLOSE = 0.6
"""Share of what the closest quotation has of the sentence's words from which a further one is shown beside it."""

NAMED = 2
"""Words that a clause of the record must share with the sentence for a differing name beside them to be told."""

NEARLY = 0.6
"""Likeness of two clauses (0–1) from which one word in the place of another is told whatever it is; below it only where both are
called alike (…課 and …課)."""


_HEARD = re.compile(r"(?:と(?:の|いう)(?:こと|話|ご意見|意見|声)|伺|聞)[^、。]{0,16}$")

ATTITUDES = ("努める", "目指す", "困難", "していない")
"""What a clause says of itself alone: 「会議を組織し、周知に努めています」 does not strive to organise."""


_MINDFUL = re.compile(r"(?:見据え|踏まえ|視野に入れ|考慮し|勘案し|注視し)[、，]$")
"""「事業の活用も見据え、人材を育成してまいります」 does not promise to use it."""


_KNOWN = re.compile(r"(?:承知|認識|理解|存じ|伺って|受け止めて)[^、，]{0,6}(?:おり|いる)[^、，]{0,2}[、，]$")
"""「求める声は承知しており、検討しています」 has done nothing yet."""

_WEIGHED = ("検討", "研究")
_TOLD = ("実施済", "していない")
"""Said of what is, not of what is to come."""
_OF_ITS_OWN = re.compile(
    r"[一-鿿ァ-ヶー」）](?<!今後)(?<!現在)(?<!当面)(?:に|で|と)?[はも]|について|につき|に関し|を(?:検討|研究)"
)
"""A topic or an object: a sentence that weighs something and has neither weighs what the one before it names."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause at `start` of its sentence; `strength` is its commitment, or that of the clause that it leads to."""

    text: str
    start: int
    words: tuple[tuple[str, str], ...]
    """Words in kanji, katakana, letters and digits, each with the kana after it."""
    strength: Fact | None


def closest(text: str, quoted: Sequence[Citation]) -> tuple[Citation, ...]:
    """Those of the citations of one reply that speak of the same as the sentence. All of them where nothing tells them apart, as
    for a sentence in English."""
    said: dict[str, int] = {}
    for clause in _clauses(text):
        said |= _things(clause)
    scores = [_shared(said, one.quote) for one in quoted]
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
    others = [clause for one, day in said for clause in _clauses(one, day)]
    if is_english(text):
        return (*out, *_in_one_word(mine, others))
    own = _clauses(text)
    meant = next((fact for fact in mine if fact.kind == "commitment"), None)
    if meant is not None and (meant.key != "実施済" or _done(text)):
        spoken = next(clause for clause in reversed(own) if clause.start <= meant.start)
        out += contrast((meant,), _strengths(spoken, [*others, *_leaning(quoted)]))
    return (*out, *_names(own, others, theirs))


def _in_one_word(mine: Sequence[Fact], others: Sequence[_Clause]) -> tuple[Contrast, ...]:
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


def _clauses(text: str, day: str = "") -> list[_Clause]:
    ends = [*(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    out: list[_Clause] = []
    strength: Fact | None = None
    for start, end in reversed(list(zip([0, *ends], ends, strict=False))):
        part = text[start:end]
        passes = strength and strength.key not in ATTITUDES and not _MINDFUL.search(part)
        passed = strength if passes else None
        own = () if _KNOWN.search(part) else facts(part, day)
        strength = next((fact for fact in own if fact.kind == "commitment"), passed)
        words = tuple((match["word"], match["after"]) for match in _WORD.finditer(part))
        out.append(_Clause(part, start, words, strength))
    return out[::-1]


def _leaning(quoted: Sequence[Citation]) -> Iterator[_Clause]:
    """Sentences that weigh what the one before them names, together with that."""
    for citation in quoted:
        told = [citation.quote[start:end] for start, end in sentences(citation.quote)]
        for before, text in pairwise(told):
            (*_, last) = _clauses(text, citation.meeting.date)
            if last.strength and last.strength.key in _WEIGHED and not _OF_ITS_OWN.search(text):
                yield replace(last, text=before + text)


def _strengths(mine: _Clause, others: Sequence[_Clause]) -> list[Fact]:
    """The commitments of the clauses that speak of the same thing, in their order. What is promised is set against what was promised or
    weighed, and only where nothing was against what is done: 「端末を活用しており、端末の在り方を検討します」 promises no other terminals."""
    promises = mine.strength is not None and mine.strength.key not in _TOLD
    ahead = [other for other in others if promises and other.strength and other.strength.key not in _TOLD]
    return _of_the_same(mine, ahead) or _of_the_same(mine, others)


def _of_the_same(mine: _Clause, others: Sequence[_Clause]) -> list[Fact]:
    said = _things(mine)
    if mine.strength is not None and mine.strength.key in _TOLD:
        others = [other for other in others if is_of_that_deed(other.text, mine.text)]
    scores = [_shared(said, other.text) for other in others]
    least = max(SPEAKS_OF_IT * sum(said.values()), OF_THE_SAME * max(scores, default=0), 1)
    likest = _likest(mine, others)
    return [
        other.strength
        for other, score in zip(others, scores, strict=True)
        if other.strength is not None and (score >= least or other is likest)
    ]


def _alike(mine: _Clause, other: _Clause) -> float:
    return ratio(plain(mine.text), plain(other.text)) / 100


def _likest(mine: _Clause, others: Sequence[_Clause]) -> _Clause | None:
    """The clause of the record that stands there nearly as `mine`, if there is one."""
    best = max(others, key=lambda other: _alike(mine, other), default=None)
    return best if best and _alike(mine, best) >= NEARLY else None


def _shared(said: Mapping[str, int], text: str) -> float:
    """How much of what is spoken of stands in the text."""
    return sum(weight * _held(word, text) for word, weight in said.items())


_PARTS = re.compile(r"[ァ-ヶー]{2,}|[一-鿿々〇]{2,}|[A-Za-zＡ-Ｚａ-ｚ]{2,}")


def _held(word: str, text: str) -> float:
    """1 where the word stands in the text, else the share of its parts that do (テレワーク and 端末 of テレワーク端末)."""
    if word in text:
        return 1.0
    parts = _PARTS.findall(word)
    return sum(part in text for part in parts) / len(parts) if len(parts) > 1 else 0.0


def _things(clause: _Clause) -> dict[str, int]:
    """What a clause speaks of, with weights: its words but for those that commit it and those with numbers; at most `WEIGHTY` of a
    word's characters, so that the thing does not outweigh what is done with it."""
    committing = clause.strength.text if clause.strength else ""
    named = {
        word: min(len(word), WEIGHTY)
        for word, _ in clause.words
        if len(word) > 1
        and not _NUMBERED.search(word)
        and not RELATIVE.search(word)
        and not _NO_THING.fullmatch(word)
    }
    # 「来年度に導入します」 alone speaks of nothing but what it does.
    return {word: weight for word, weight in named.items() if word not in committing} or named


def _names(own: Sequence[_Clause], others: Sequence[_Clause], theirs: Sequence[Fact]) -> Iterator[Contrast]:
    """Differing names, each once, beside what the likest clause of the record has in their place."""
    everywhere = "".join(other.text for other in others)
    dated = [fact.text for fact in theirs]
    for mine in own:
        if not others:
            continue
        said = _things(mine)
        like = max(others, key=lambda other: (_shared(said, other.text), _alike(mine, other)))
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
    numbered = _NUMBERED.search(word) or _NUMBERED.search(instead)
    return len(word) > 1 and not numbered and not _narrower(word, instead)


def _exchanged(mine: _Clause, other: _Clause, near: bool) -> Iterator[tuple[str, str]]:
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
