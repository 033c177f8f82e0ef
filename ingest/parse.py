"""Document to Minutes.

1. detect   every layout looks for its marks; the strongest evidence wins (`explain` shows all of them);
2. read     the layout makes utterances and exchanges, each text with its spans;
3. header   town, body, date, attendees from the text before the first speech;
4. ids      long speeches are cut into pieces (`ingest.turns.speeches`); an exchange's id follows from the source's key and its own
            words, so it survives a re-read;
5. verify   every text must stand at its spans, letter for letter; what does not is dropped, with a warning;
6. Minutes  one for each meeting that the document holds, with what its reader should know of the reading (`ingest.quality`).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.spans import text_at
from corpus.types import Exchange, Meeting, Minutes, Turn, Utterance
from ingest import quality
from ingest.header.meeting import read_header, told_by_name
from ingest.header.responsible import with_responsible
from ingest.layouts import LAYOUTS
from ingest.pairing.ordinals import sole_item
from ingest.sides.standing import is_plenary
from ingest.turns.speeches import pieces
from ingest.types import Document, Draft, Evidence, Layout

ID_LENGTH = 12
"""Hexadecimal digits of an exchange id: 48 bits, a collision among a million exchanges has the chance 1 in 560."""
PARSER = "kaigiroku 43"
"""Name and version of this pipeline; stored with a source, so that an older reading can be told."""


def explain(document: Document) -> tuple[tuple[str, Evidence], ...]:
    """Every layout with its evidence, strongest first; ties in the order of `LAYOUTS`."""
    found = [(layout.name, layout.detect(document)) for layout in LAYOUTS]
    return tuple(sorted(found, key=lambda pair: -pair[1].score))


def choose(document: Document) -> Layout:
    """The layout with the strongest evidence."""
    best, score = LAYOUTS[-1], -1.0
    for layout in LAYOUTS:
        evidence = layout.detect(document)
        if evidence.score > score:
            best, score = layout, evidence.score
    return best


def parse(document: Document, source_key: str, layout: Layout | None = None) -> tuple[Minutes, ...]:
    """The meetings that a document holds, in its order; `source_key` is the URL or absolute path of the source."""
    layout = layout or choose(document)
    drafts = layout.read(document)
    seen: Counter[str] = Counter()
    return tuple(_minutes(document, draft, source_key, seen) for draft in drafts)


def _minutes(document: Document, draft: Draft, source_key: str, seen: Counter[str]) -> Minutes:
    start, end = draft.span or (0, len(document.text))
    meeting: Meeting = draft.meeting or read_header(document, draft.header)
    meeting = _of_no_prefecture(meeting, draft.utterances)
    if meeting.municipality and not meeting.body and _in_council(draft.utterances):
        meeting = replace(meeting, body=f"{meeting.municipality.name}議会")
    warnings = [*document.warnings, *draft.warnings, *told_by_name(document, meeting, draft.header)]
    utterances = tuple(u for u in draft.utterances if _stands(document, u, warnings))
    exchanges = []
    lines = [line.strip() for line in document.text[start:end].split("\n")]
    sole, until = sole_item(meeting.agenda, utterances)
    given = with_responsible(draft.exchanges, [line for line in lines if line])
    for exchange in (piece for each in given for piece in pieces(each, document.pages)):
        if not all(_stands(document, t, warnings) for t in _turns(exchange)):
            continue
        # the one matter in full, where the chair named it in short
        if sole and exchange.agenda in sole and all((t.utterance or 0) < until for t in _turns(exchange)):
            exchange = replace(exchange, agenda=sole)
        exchanges.append(_with_id(exchange, source_key, seen))
    pages = tuple(p for p in document.pages if start <= p[0] < end)
    text = document.text[start:end]
    read = Minutes(meeting, text, utterances, tuple(exchanges), offset=start, pages=pages)
    warnings += quality.warnings(read)
    return replace(read, warnings=tuple(dict.fromkeys(warnings)))


def _of_no_prefecture(meeting: Meeting, utterances: Sequence[Utterance]) -> Meeting:
    """The meeting without a prefecture that cannot be its own: a 町長 replies, and no 知事 (the genre of a member's blog)."""
    place = meeting.municipality
    if place is None or place.name[-1] not in "都道府県" or meeting.body not in ("", f"{place.name}議会"):
        return meeting
    offices = {u.speaker.office for u in utterances}
    if not offices & _MAYORS or any(office.endswith("知事") for office in offices):
        return meeting
    return replace(meeting, municipality=None, body="")


_MAYORS = frozenset(["市長", "町長", "村長", "区長"])


_SEATED = re.compile(r"^\d{1,3}番(?:議員)?$|^議員$")


def _in_council(utterances: Sequence[Utterance]) -> bool:
    """Whether a 議長 presides and those who ask bear the seats of a council's members (５番, 議員)."""
    offices = {u.speaker.office for u in utterances}
    return (
        "議長" in offices and any(map(_SEATED.match, offices)) and is_plenary([u.speaker for u in utterances])
    )


def _turns(exchange: Exchange) -> Iterable[Turn]:
    yield from exchange.turns
    for part in exchange.parts:
        yield from _turns(part)


def _stands(document: Document, piece: Turn | Utterance, warnings: list[str]) -> bool:
    """Whether a text is what the source has at its spans."""
    if piece.text == text_at(document.text, piece.spans):
        return True
    warnings.append(f"原文の位置と一致しない発言を除きました（{piece.text[:20]}…）")
    return False


def _with_id(exchange: Exchange, source_key: str, seen: Counter[str], parent: str = "") -> Exchange:
    """The exchange with its id and those of its parts: from the key, its words, and its place among equal ones."""
    words = "\x1f".join((source_key, parent, exchange.question_text, exchange.answer_text))
    ordinal = seen[words]
    seen[words] += 1
    digest = hashlib.sha256(f"{words}\x1f{ordinal}".encode()).hexdigest()[:ID_LENGTH]
    parts = tuple(_with_id(part, source_key, seen, digest) for part in exchange.parts)
    return replace(exchange, id=digest, parts=parts)
