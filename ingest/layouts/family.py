"""Reading that the dialogue families share: a Draft for each day of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corpus.eras import find_dates
from corpus.types import Meeting, Utterance
from ingest.days.sittings import Sitting, sittings
from ingest.header.published import day_after
from ingest.pairing.exchanges import pair
from ingest.sides.publicmeetings import as_member, by_members, is_told_by_members
from ingest.text.lines import Line
from ingest.turns.displaced import DISPLACED_MIN, displaced
from ingest.turns.lead import lead_of
from ingest.turns.reading import Reading, read_turns
from ingest.turns.scanning import DIGEST, marks_of, scan
from ingest.types import Document, Draft


def read(document: Document, style: Callable[[str], bool]) -> tuple[Draft, ...]:
    """A Draft for each day of the document: utterances and the exchanges among them."""
    marks = marks_of(document, style)
    if not marks:
        return (Draft(warnings=("発言者の印が見つかりません",)),)
    lines = scan(document.text, document.pages).lines
    days = sittings(lines, marks, document.heading_starts)
    apart = tuple(_apart(document, style, lines))
    drafts: list[Draft] = []
    for day in days:
        # Each day states its own date and attendees; the file's title is that of the first.
        own = document if day.first == 0 else replace(document, title="")
        start = lines[day.first].start if day.first else 0
        stop = lines[day.stop].start if day.stop < len(lines) else len(document.text)
        about = replace(own, text=alone(document.text, start, stop)) if day.apart else own
        draft = draft_of(document, read_turns(own, day.marks, day.first, day.stop, about))
        if day.marks[0].style in DIGEST and (lead := lead_of(document, draft.header)):
            draft = replace(draft, exchanges=(lead, *draft.exchanges))
        if len(days) > 1:
            first = drafts[0].meeting if drafts else None
            if day.apart and not day.series:
                first = _shared(first, document.text[start:stop])
            held = draft.meeting
            if day.series and drafts:
                last = first if day.series == "section" else drafts[-1].meeting
                held, first = _next_of(day, held, last, lines[day.first].text)
            draft = replace(draft, span=(start, stop), meeting=completed(held, first))
        drafts.append(replace(draft, warnings=(*draft.warnings, *apart)))
    return tuple(drafts)


def _apart(document: Document, style: Callable[[str], bool], lines: Sequence[Line]) -> Iterator[str]:
    """A warning where some labels on lines of their own do not stand above their words."""
    headings = document.heading_starts
    out, _ = displaced(lines, marks_of(document, style), headings)
    if out >= DISPLACED_MIN:
        yield f"発言者だけの行が{out}か所で発言と離れています（そのあたりの発言者を確かめてください）"


def alone(text: str, start: int, stop: int) -> str:
    """A text with nothing but one meeting in it, in its place."""
    return " " * start + text[start:stop]


def _next_of(
    day: Sitting, own: Meeting | None, last: Meeting | None, head: str
) -> tuple[Meeting | None, Meeting | None]:
    """The meeting of the next issue, day or section of one newsletter or page, and the meeting that completes it (see `completed`).

    `last` is the meeting before it; for a section it is the first one, whose title is that of the page. Where a section was held
    and who came is its own.
    """
    if own is None or last is None:
        return own, None
    own = replace(own, municipality=last.municipality, body=last.body)
    if day.series == "issue":
        return own, Meeting()
    if day.series == "section":
        page = () if find_dates(last.title) else (last.title,)  # the first section's day is of no other
        own = replace(own, title="　".join(filter(None, dict.fromkeys((*page, own.title)))))
        return own, replace(last, place="", attendees=())
    return replace(own, date=own.date or day_after(head, last.date)), last


def _shared(first: Meeting | None, words: str) -> Meeting | None:
    """What the first meeting's header says that holds for another meeting of the file too: the town, and the body if its words
    name it."""
    if first is None:
        return None
    town = first.municipality
    named = first.body.removeprefix(town.name if town else "").removeprefix("立")
    body = first.body if named and named in words else ""
    return Meeting(municipality=town, body=body)


def completed(meeting: Meeting | None, first: Meeting | None) -> Meeting | None:
    """A later day's meeting with what only the first day's header says."""
    if meeting is None or first is None:
        return meeting
    town = meeting.municipality
    if town is None or (first.municipality and first.municipality.prefecture == town.name):
        town = first.municipality  # the prefecture was named in passing
    return replace(
        meeting,
        municipality=town,
        body=meeting.body or first.body,
        title=meeting.title or first.title,
        session=meeting.session or first.session,
        fiscal_year=meeting.fiscal_year or first.fiscal_year,
        place=meeting.place or first.place,
        attendees=meeting.attendees or first.attendees,
    )


def draft_of(document: Document, reading: Reading) -> Draft:
    """The Draft of the turns of one meeting, paired to exchanges."""
    warnings = _warnings(reading)
    utterances, exchanges = reading.utterances, pair(document, reading)
    if is_told_by_members(utterances):
        utterances, exchanges = tuple(map(as_member, utterances)), tuple(map(by_members, exchanges))
    if _nobody_replies(utterances):
        warnings.append("委員の発言だけです（答えた側の発言は載っていません）")
        exchanges = tuple(
            replace(one, status="opinion") if one.status == "unanswered" else one for one in exchanges
        )
    return Draft(utterances, exchanges, reading.meeting, reading.header, None, tuple(warnings))


def _nobody_replies(utterances: Sequence[Utterance]) -> bool:
    """Whether members of a board alone speak (【沖委員】, 【早川委員】): that nobody replied is not said by a record that leaves the officers out."""
    members = [u.speaker for u in utterances if u.speaker.side == "member" and u.speaker.office == "委員"]
    return len(members) == len(utterances) and len({one.name for one in members}) > 1


def _warnings(reading: Reading) -> list[str]:
    out = []
    sides = Counter(
        u.speaker.side for u in reading.utterances if u.speaker.side != "other" or not u.speaker.office
    )
    if sides["other"] > 0.2 * len(reading.utterances):
        out.append(f"立場の分からない発言が{sides['other']}件あります")
    if len({u.speaker for u in reading.utterances}) == 1 and not sides["chair"]:
        out.append("一人の発言だけです（質問と答弁の対応はありません）")
    elif not sides["member"] and len(reading.utterances) > 3:
        out.append("議員・委員の発言が見つかりません")
    return out
