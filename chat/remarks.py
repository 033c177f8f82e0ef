"""What is said below an answer so that nobody takes it for more than it is."""

from __future__ import annotations

from collections.abc import Sequence

from chat.finding import NAMED_TOWNS
from chat.notices import (
    asked_anew,
    in_time,
    no_reply,
    not_loaded,
    nothing_there,
    other_office,
    other_years,
    weak_towns,
)
from chat.types import Citation, Reach
from retriever.asked import Question


def remarks(
    asked: Question, citations: Sequence[Citation], reach: Reach, whole: Reach, other: Sequence[int] = ()
) -> tuple[str, ...]:
    """What is said below an answer: which towns are not shown or have no minutes, that another office replied than the one asked for, or nobody, that
    it is the newest, or that other years (`other`) have replies too. Below a refusal: for what was searched, where that is not the question as it was typed, and how far the
    `whole` record reaches where of it nothing was searched."""
    if not citations:
        anew = asked_anew(asked.restated, bool(asked.members), asked.english) if asked.restated else ""
        outside = ""
        if reach.empty and not (whole.empty or asked.missing_towns):
            outside = nothing_there(asked.filters, whole, asked.english)
        return tuple(filter(None, (anew, outside)))
    said = [_weak_towns(asked, citations, reach)]
    if asked.missing_towns:
        said.append(not_loaded(asked.missing_towns, asked.english))
    said.append(_other_office(asked, citations))
    if not (asked.about_question or asked.who_said or asked.both) and all(
        one.role == "question" for one in citations
    ):
        said.append(no_reply(asked.english))
    if not (asked.follow_up or asked.across):
        said.append(in_time(asked.order, asked.english))
    if other:
        said.append(other_years(other, asked.english))
    return tuple(filter(None, said))


def _weak_towns(asked: Question, citations: Sequence[Citation], reach: Reach) -> str:
    """Of an answer across towns: which of the towns searched it does not show; with many towns loaded only of those named."""
    if not asked.across:
        return ""
    shown = {citation.meeting.town for citation in citations}
    wanted = asked.filters.towns or (reach.towns if len(reach.towns) <= NAMED_TOWNS else ())
    left = [town for town in wanted if town not in shown]
    return weak_towns(left, asked.english) if left else ""


def _other_office(asked: Question, citations: Sequence[Citation]) -> str:
    """A remark where the office that is asked for (教育長) is none of those whose replies are quoted, although all of them have one; else
    empty."""
    if not asked.office or asked.about_question or asked.who_said or asked.across:
        return ""
    replied = [citation for citation in citations if citation.role == "answer"]
    offices = list(dict.fromkeys(citation.speaker.office for citation in replied))
    if not replied or not all(offices) or any(asked.office.is_(citation.speaker) for citation in citations):
        return ""
    return other_office(str(asked.office), offices, asked.english)
