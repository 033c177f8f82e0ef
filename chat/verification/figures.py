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
from chat.verification.words import alike
from corpus.types import Meeting

_NEARER = 4
"""Letters around a number by which another number's place must look more alike before it is taken for that one's."""

_NAMES_MEETING = re.compile(r"定例会|臨時会|議会|会議|答弁")

_SEASONS = re.compile(
    r"年度内|年度末|年度当初|年度中|年内|年末|年始|年明け|月末|上旬|中旬|下旬|上半期|下半期|先月|来月|今月|先週|来週|今週|昨日|本日|明日"
    r"|(?:(?<![一-鿿])|(?<=[年度今来昨]))[春夏秋冬](?![一-鿿])"
)
"""Times that are named by a word alone; they are held letter for letter."""


@dataclass(frozen=True, slots=True)
class _Near:
    """The sentences of the record that a clause renders, and all that is quoted."""

    texts: tuple[str, ...]
    scope: tuple[str, ...]


def figure_faults(said: Reading, record: Reading, evidence: Evidence) -> list[Fault]:
    """Faults of the numbers and dates of `said` against the quoted sentences `record`."""
    faults: list[Fault] = []
    for clause in said.clauses:
        near = _Near(
            tuple(record.sentences[n] for n in sentences_like(clause, said, record)), record.sentences
        )
        mine, rest = mentions_in(clause.text, evidence.meeting.date)
        faults += _date_faults(mine, clause.text, near, evidence)
        faults += _number_faults(rest, near, evidence)
    return faults


def _number_faults(text: str, near: _Near, evidence: Evidence) -> list[Fault]:
    faults = []
    mine = figures_in(text)
    close = [f for sentence in near.texts for f in _figures(sentence, evidence)]
    everywhere = [f for sentence in near.scope for f in _figures(sentence, evidence)]
    for figure in mine:
        same = [f for f in close if figure.same(f)] or [f for f in everywhere if figure.same(f)]
        rivals = [f for f in close if not figure.same(f) and figure.counts_like(f)]
        if not same or _belongs_elsewhere(figure, same, rivals, close):
            faults.append(Fault("number", f"{figure.quantity.value}{figure.quantity.unit}"))
        elif all(figure.bound != f.bound for f in same):
            faults.append(
                Fault("number", f"{figure.quantity.value}{figure.quantity.unit}{figure.bound or 'ちょうど'}")
            )
    return faults


def _figures(sentence: str, evidence: Evidence) -> tuple[Figure, ...]:
    """Those of a sentence of the record; digits of dates too, since 「5年」 may be a span or a year."""
    _, rest = dates_in(sentence, evidence.meeting.date)
    return (*figures_in(rest), *figures_in(sentence))


def _belongs_elsewhere(
    figure: Figure, same: Sequence[Figure], rivals: Sequence[Figure], close: Sequence[Figure]
) -> bool:
    """Whether the sentences that the clause renders count the same thing otherwise."""
    if not rivals:
        return False
    if not any(f in close for f in same):
        return True
    own = max(figure.looks_like(f) for f in same)
    return max(figure.looks_like(f) for f in rivals) >= own + _NEARER


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
    held = "".join(near.texts) or "".join(near.scope)
    words = [m[0] for m in _SEASONS.finditer(text) if m[0] not in held]
    return [Fault("date", str(m.dated)) for m in wrong] + [Fault("date", word) for word in words]


def _anothers(mention: Mention, close: Sequence[Mention]) -> bool:
    """Whether the sentences that the clause renders have another date at its place."""
    here = (mention.before, mention.after)
    own = [alike(here, (m.before, m.after)) for m in close if mention.dated.borne_out_by(m.dated)]
    others = [alike(here, (m.before, m.after)) for m in close if not mention.dated.borne_out_by(m.dated)]
    return bool(own and others) and max(others) >= max(own) + _NEARER


def _has_year(dated: Dated) -> bool:
    return dated.year is not None or bool(dated.relative) or dated.bare is not None


def _sayable(close: Sequence[Dated], quoted: Sequence[Dated], turn: Sequence[Dated]) -> tuple[Dated, ...]:
    """The dates that a clause may name: those of the sentences that it renders; where they have no year, one of the quoted
    sentences, and where these have none, one of the turn."""
    if any(_has_year(d) for d in close):
        return tuple(close)
    years = [d for d in quoted if _has_year(d)] or [d for d in turn if _has_year(d)]
    return (*close, *years, *(replace(y, month=d.month, day=d.day) for y in years for d in close))


def meeting_text(meeting: Meeting) -> str:
    """Session and day of a meeting as text, so that a sentence may name them."""
    return place_ja(meeting) + meeting.title
