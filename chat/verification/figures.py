"""Numbers and dates of a sentence: they stand in the record, of the same thing, with the same bound (以上, 未満).

A figure is looked for in the sentences of the record that its clause renders. Where those count the same thing otherwise, it
does not help that the number stands elsewhere in the reply.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chat.framing import place_ja
from chat.verification.alignment import sentences_like
from chat.verification.clauses import Reading
from chat.verification.dated import Dated, Mention, dates_in, mentions_in
from chat.verification.quantities import Figure, figures_in
from chat.verification.types import Evidence, Fault
from chat.verification.words import alike, around, segment, things
from corpus.patterns import any_of
from corpus.types import Meeting

_NEARER = 4
"""Letters around a number (or pairs of letters of its stretch) by which another number's place must look more alike before it is taken for that one's."""

_NAMES_MEETING = re.compile(r"定例会|臨時会|議会|会議|答弁")

_SEASONS = re.compile(
    any_of(
        # 「来月上旬」「月末」
        r"[先今来翌]?月(?:初め|初旬|上旬|中旬|下旬|末|半ば)",
        *"年度内 年度末 年度当初 年度中 年内 年末 年始 年明け".split(),
        *"月末 上旬 中旬 下旬 上半期 下半期".split(),
        *"先月 来月 今月 先週 来週 今週 昨日 本日 明日".split(),
        # 「今年度秋」「春に」, not 「春日」
        r"(?:(?<![一-鿿])|(?<=[年度今来昨]))[春夏秋冬](?![一-鿿])",
    )
)
"""Times that are named by a word alone; they are held letter for letter."""


@dataclass(frozen=True, slots=True)
class _Near:
    """The sentences of the record that a clause renders, and all that is quoted."""

    texts: tuple[str, ...]
    scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    """A figure with the date that stands before it in its sentence, and the last one that names a year."""

    figure: Figure
    date: Dated | None = None
    year: Dated | None = None
    plain: bool = False
    """Whether it may be part of a date."""


def figure_faults(said: Reading, record: Reading, evidence: Evidence) -> list[Fault]:
    """Faults of the numbers and dates of `said` against the quoted sentences `record`."""
    faults: list[Fault] = []
    for clause in said.clauses:
        close = tuple(record.sentences[n] for n in sentences_like(clause, said, record))
        near = _Near(close, record.sentences)
        faults += _date_faults(
            mentions_in(clause.text, evidence.meeting.date)[0], clause.text, near, evidence
        )
        faults += _number_faults(clause.text, near, evidence)
    return faults


def _number_faults(text: str, near: _Near, evidence: Evidence) -> list[Fault]:
    anchor = evidence.meeting.date
    faults = []
    close = [each for sentence in near.texts for each in _counted(sentence, anchor)]
    everywhere = [
        each for sentence in near.scope for each in (*_counted(sentence, anchor), *_plain(sentence))
    ]
    for mine in _counted(text, anchor):
        figure = mine.figure
        same = [e for e in close if figure.same(e.figure)]
        rivals = [e for e in close if _rival(figure, e.figure)]
        known = same or [e for e in everywhere if figure.same(e.figure) and not (figure.spans and e.plain)]
        name = f"{figure.quantity.value}{figure.quantity.unit}"
        if not known or (rivals and (not same or _anothers_number(mine, same, rivals))):
            faults.append(Fault("number", name))
        elif same and all(e.figure.leaves for e in same) and not figure.leaves:
            faults.append(Fault("number", f"{name}から"))
        elif all(figure.bound != e.figure.bound for e in known):
            faults.append(Fault("number", f"{name}{figure.bound or 'ちょうど'}"))
    return faults


def _counted(sentence: str, anchor: str) -> list[_Counted]:
    dates, rest = mentions_in(sentence, anchor)
    out = []
    for figure in figures_in(rest):
        before = [d.dated for d in reversed(dates) if d.start < figure.start]
        year = next((d for d in before if _has_year(d)), None)
        out.append(_Counted(figure, before[0] if before else None, year))
    return out


def _rival(mine: Figure, other: Figure) -> bool:
    """Whether `other` may be what stands at the place of `mine`: another value of the same counter, or its value of another."""
    if mine.leaves != other.leaves:
        return False  # 三名から五名に増やし: neither stands at the other's place
    return (not mine.same(other) and mine.counts_like(other)) or mine.counted_otherwise(other)


def _plain(sentence: str) -> list[_Counted]:
    """Digits of dates too, since 「5年」 may be a span or a year."""
    return [_Counted(figure, plain=True) for figure in figures_in(sentence)]


def _anothers_number(mine: _Counted, same: Sequence[_Counted], rivals: Sequence[_Counted]) -> bool:
    """Whether the record says this number of something else (`same`), and of its own place, thing or date another one (`rivals`)."""
    at_date = [e for e in rivals if _same_date(mine.date, e.date)]
    if at_date and not any(_same_date(mine.date, e.date) for e in same):
        return True
    years = [e.year for e in same]
    if mine.year and all(years) and not any(_same_date(mine.year, year) for year in years):
        return True
    own, theirs = _told_apart(mine.figure, [e.figure for e in same], [e.figure for e in rivals])
    if own or theirs:
        return not own
    place = max(mine.figure.looks_like(e.figure) for e in same)
    if max(mine.figure.looks_like(e.figure) for e in rivals) >= place + _NEARER:
        return True
    thing = max(mine.figure.shares_with(e.figure) for e in same)
    return max(mine.figure.shares_with(e.figure) for e in rivals) >= thing + _NEARER


def _told_apart(mine: Figure, same: Sequence[Figure], rivals: Sequence[Figure]) -> tuple[bool, bool]:
    """Whether `mine` is named by words that only the same figure has, and by words that only another one has (前回の28.1%);
    both False where it has both kinds, or neither."""
    named = things(mine.part)
    ours = set().union(*(things(f.own_part) for f in same))
    others = set().union(*(things(f.own_part) for f in rivals))
    own, theirs = bool(named & ours - others), bool(named & others - ours)
    return (False, False) if own and theirs else (own, theirs)


def _same_date(one: Dated | None, other: Dated | None) -> bool:
    return one is not None and other is not None and one.borne_out_by(other)


def _date_faults(mine: Sequence[Mention], text: str, near: _Near, evidence: Evidence) -> list[Fault]:
    anchor = evidence.meeting.date
    close = [mention for sentence in near.texts for mention in mentions_in(sentence, anchor)[0]]
    quoted, _ = dates_in("\n".join(near.scope), anchor)
    turn, _ = dates_in(evidence.text, anchor)
    here = [mention.dated for mention in close]
    known = _sayable(here if any(_has_year(d) or d.month for d in here) else quoted, quoted, turn)
    if _NAMES_MEETING.search(text):
        known += dates_in(meeting_text(evidence.meeting), anchor)[0]
    wrong = [m for m in mine if not any(m.dated.borne_out_by(d) for d in known) or _anothers(m, close)]
    wrong += _twice(mine, close) + _of_another_thing(mine, text, near.texts, anchor)
    held = near.texts or near.scope
    words = [m[0] for m in _SEASONS.finditer(text) if not _in_season(m, text, held)]
    return [Fault("date", str(m.dated)) for m in wrong] + [Fault("date", word) for word in words]


def _anothers(mention: Mention, close: Sequence[Mention]) -> bool:
    """Whether the sentences that the clause renders have another date at its place."""
    here = (mention.before, mention.after)
    own = [alike(here, (m.before, m.after)) for m in close if mention.dated.borne_out_by(m.dated)]
    others = [alike(here, (m.before, m.after)) for m in close if not mention.dated.borne_out_by(m.dated)]
    return bool(own and others) and max(others) >= max(own) + _NEARER


def _of_another_thing(mine: Sequence[Mention], text: str, near: Sequence[str], anchor: str) -> list[Mention]:
    """令和7年度に完成する where 令和7年度 is the year of 設計 and 完成 stands with another year."""
    close = [
        (m, things(_event(m, found, sentence)))
        for sentence in near
        for found in [mentions_in(sentence, anchor)[0]]
        for m in found
    ]
    wrong = []
    for mention in mine:
        event = things(_event(mention, mine, text))
        own = [words for m, words in close if mention.dated.borne_out_by(m.dated)]
        others = [event & words for m, words in close if _comparable(mention.dated, m.dated)]
        if own and all(own) and not any(event & words for words in own) and any(others):
            wrong.append(mention)
        reach = _reach(mention)
        theirs = {_reach(m) for m, _ in close if mention.dated.borne_out_by(m.dated)}
        if reach and theirs and "" not in theirs and reach not in theirs:
            wrong.append(mention)
    return wrong


_REACH = (
    ("after", re.compile(r"(?:末|当初|中|初め|頃|ごろ|上旬|中旬|下旬)?(?:以降|以後|から|より)")),
    ("by", re.compile(r"(?:末|当初|中|初め|頃|ごろ|上旬|中旬|下旬)?(?:まで|以前)")),
)


def _reach(mention: Mention) -> str:
    """Whether it says from when, by when, or neither: 八月以降, 年度末までに."""
    return next((name for name, pattern in _REACH if pattern.match(mention.after)), "")


def _event(mention: Mention, found: Sequence[Mention], text: str) -> str:
    return segment(text, mention.start, mention.end, [(m.start, m.end) for m in found])


def _comparable(one: Dated, other: Dated) -> bool:
    """Whether both name a year, or both only a month, and not the same."""
    return _has_year(one) == _has_year(other) and not one.borne_out_by(other)


def _twice(mine: Sequence[Mention], close: Sequence[Mention]) -> list[Mention]:
    """A date named more often than in the sentences rendered, where these name another: 2年、2年 for 2年、3年."""
    named, theirs = [m.dated for m in mine], [m.dated for m in close]
    if all(any(d.borne_out_by(t) for d in named) for t in theirs):
        return []
    return [
        m for m in mine
        if named.count(m.dated) > max(1, sum(m.dated.borne_out_by(t) for t in theirs)) and _has_year(m.dated)
    ][:1]  # fmt: skip


def _in_season(word: re.Match[str], text: str, held: Sequence[str]) -> bool:
    """Whether the record has this word of time, and no other one at its place."""
    here = around(word, text)
    found = [
        (m[0], alike(here, around(m, sentence))) for sentence in held for m in _SEASONS.finditer(sentence)
    ]
    own = [likeness for other, likeness in found if other == word[0]]
    others = [likeness for other, likeness in found if other != word[0]]
    return bool(own) and max(others, default=0) < max(own) + _NEARER


def _has_year(dated: Dated) -> bool:
    return dated.year is not None or bool(dated.relative) or dated.bare is not None


def _sayable(close: Sequence[Dated], quoted: Sequence[Dated], turn: Sequence[Dated]) -> tuple[Dated, ...]:
    """The dates that a clause may name: those of the sentences that it renders. Where these have no year, it may be that of a
    quoted sentence, and where the quotations have none, of the turn."""
    if any(_has_year(d) for d in close):
        return tuple(close)
    years = [d for d in quoted if _has_year(d)] or [d for d in turn if _has_year(d)]
    return (*close, *years, *(replace(y, month=d.month, day=d.day) for y in years for d in close))


def meeting_text(meeting: Meeting) -> str:
    """Session and day of a meeting as text, so that a sentence may name them."""
    return place_ja(meeting) + meeting.title
