"""Looking into how a document was read (`inspect`): from a file as it would be read, or from the store as it was.

The figures are those of `ingest.quality`; here they are brought together with the layouts' evidence and put into the forms that
other programs and people read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chat import framing, naming
from chat.words import t
from corpus.errors import KaigirokuError, ReadError
from corpus.types import Minutes, Status
from ingest.quality import Quality, quality
from ingest.types import Evidence

if TYPE_CHECKING:
    from corpus.store import Store
    from ingest.types import Document

SHOWN = 20
"""Lines of a kind that the command prints; all of them are in the JSON and on the page."""
GIST = 60
"""Characters of a line or question that are printed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Some minutes and how well they were read."""

    minutes: Minutes
    quality: Quality


@dataclass(frozen=True, slots=True)
class Inspection:
    """A document: its layout, with the evidence for each (strongest first; empty where the original is not kept)."""

    name: str
    media_type: str
    layout: str
    evidence: tuple[tuple[str, Evidence], ...]
    readings: tuple[Reading, ...]


def inspect_file(path: Path, max_bytes: int | None = None) -> Inspection:
    """How a file would be read. Raises ReadError where it cannot be."""
    from ingest.parse import choose, explain, parse
    from ingest.readers import Limits, read_documents

    limits = Limits(max_bytes=max_bytes) if max_bytes else Limits()
    first: Document | None = None
    readings: list[Reading] = []
    for document in read_documents(path, limits):
        first = first or document
        readings += (Reading(minutes, quality(minutes)) for minutes in parse(document, str(path)))
    if first is None:
        raise ReadError("読める文書がありません", "中身を確かめてください")
    return Inspection(path.name, first.media_type, choose(first).name, explain(first), tuple(readings))


def inspect_source(store: Store, source_id: str) -> Inspection:
    """How a document of the store (by id or name) was read. Raises KaigirokuError where there is none, or several."""
    found = [source for _, source in store.source_rows() if source_id in (source.id, source.name, source.uri)]
    if len(found) != 1:
        what = "同じ名前の資料がいくつもあります" if found else "ファイルも資料もありません"
        raise KaigirokuError(f"{what}: {source_id}", "kaigiroku list で示されるIDを指定してください")
    source = found[0]
    read = (store.minutes(number) for number in store.minutes_of(source.id))
    readings = tuple(Reading(minutes, quality(minutes)) for minutes in read if minutes)
    return Inspection(
        source.name, source.media_type, source.layout, _evidence(store, source.id, source.name), readings
    )


def _evidence(store: Store, source_id: str, name: str) -> tuple[tuple[str, Evidence], ...]:
    """What speaks for each layout, from the original; () where it is not kept or can no longer be read."""
    from ingest.parse import explain
    from ingest.readers import read_bytes

    original = store.original(source_id)
    try:
        document = next(read_bytes(original, name), None) if original else None
    except ReadError:
        return ()
    return explain(document) if document else ()


def inspection_to_dict(inspection: Inspection) -> dict[str, Any]:
    """The JSON form; shares are 0–1, `in_roster` is null where the document has no roster."""
    return {
        "name": inspection.name,
        "media_type": inspection.media_type,
        "layout": inspection.layout,
        "evidence": [
            {"layout": name, "score": round(evidence.score, 3), "reasons": list(evidence.reasons)}
            for name, evidence in inspection.evidence
        ],
        "meetings": [_reading_to_dict(reading) for reading in inspection.readings],
    }


def _reading_to_dict(reading: Reading) -> dict[str, Any]:
    minutes, found = reading.minutes, reading.quality
    meeting = minutes.meeting
    return {
        "municipality": meeting.town,
        "body": meeting.body,
        "meeting": meeting.title or meeting.session,
        "date": meeting.date,
        "characters": found.characters,
        "placed": round(found.placed, 4),
        "in_exchanges": round(found.in_exchanges, 4),
        "utterances": len(minutes.utterances),
        "exchanges": dict(Counter(exchange.status for exchange in minutes.exchanges)),
        "speakers": [
            {
                "name": voice.speaker.name,
                "office": voice.speaker.office,
                "side": voice.speaker.side,
                "utterances": voice.utterances,
                "in_roster": voice.in_roster,
            }
            for voice in found.voices
        ],
        "roster": len(meeting.attendees),
        "unplaced": [{"text": text_of(minutes, line.span), "page": line.page} for line in found.unplaced],
        "unpaired": [
            {
                "exchange_id": exchange.id,
                "speaker": framing.speaker_ja(exchange.questions[0].speaker) if exchange.questions else "",
                "text": exchange.question_text,
                "page": exchange.questions[0].page if exchange.questions else None,
            }
            for exchange in found.unpaired
        ],
        "warnings": list(minutes.warnings),
    }


def text_of(minutes: Minutes, span: tuple[int, int]) -> str:
    """The words at a span of the source."""
    return minutes.text[span[0] - minutes.offset : span[1] - minutes.offset]


def inspection_lines(inspection: Inspection) -> Iterator[str]:
    """What the command prints."""
    yield f"{inspection.name}　読み方: {inspection.layout}"
    for name, evidence in inspection.evidence:
        if evidence.score > 0:
            yield f"  {evidence.score:.2f} {name}: {'、'.join(evidence.reasons) or '手がかりなし'}"
    for reading in inspection.readings:
        yield ""
        yield from _reading_lines(reading)


def _reading_lines(reading: Reading) -> Iterator[str]:
    minutes, found = reading.minutes, reading.quality
    yield framing.place_ja(minutes.meeting) or "会議名なし"
    yield f"  本文 {found.characters:,}字　発言に置いた割合 {found.placed:.1%}　質疑に入った割合 {found.in_exchanges:.1%}"
    counts = Counter(exchange.status for exchange in minutes.exchanges)
    words: dict[Status, str] = {
        "answered": "答弁あり",
        "opinion": "意見・要望",
        "unanswered": "答弁が見つからない質問",
        "statement": "その他の発言",
    }
    yield "  " + "　".join(f"{word} {counts[status]}" for status, word in words.items())
    yield f"  {speakers_line(found)}"
    yield from _listed(
        "どこにも置けなかった行", [(text_of(minutes, one.span), one.page) for one in found.unplaced]
    )
    unpaired = [(e.question_text, e.questions[0].page if e.questions else None) for e in found.unpaired]
    yield from _listed("答弁が見つからない質問", unpaired)
    yield from _listed("注意", [(warning, None) for warning in minutes.warnings])


def speakers_line(found: Quality) -> str:
    """発言者 12人、うち名簿にある 11人; 名簿なし where the document has none."""
    known = [voice.in_roster for voice in found.voices]
    if not known or known[0] is None:
        return t("発言者 {n}人（名簿なし）", n=len(known))
    missing = naming.listed(
        naming.speaker(v.speaker) or t("名前なし") for v in found.voices if not v.in_roster
    )
    line = t("発言者 {n}人、うち名簿にある {known}人", n=len(known), known=sum(map(bool, known)))
    return line + (t("（ない: {names}）", names=missing) if missing else "")


def _listed(title: str, items: list[tuple[str, int | None]]) -> Iterator[str]:
    if not items:
        return
    yield f"  {title} {len(items)}件"
    for text, page in items[:SHOWN]:
        where = f"（{page}ページ）" if page else ""
        short = " ".join(text[: GIST + 1].split())
        yield f"    {short[:GIST]}{'…' if len(text) > GIST else ''}{where}"
    if len(items) > SHOWN:
        yield f"    ほか{len(items) - SHOWN}件"
