"""JSON exports of minutes systems: DiscussNet (ssp.kaigiroku.net), 国会会議録検索システム API, plain lists of utterances."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from corpus.errors import ReadError
from ingest.readers.jsonl import Item, document, looks_like_records, normalise
from ingest.types import Document

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_DIET_MARK = re.compile(r"^○\S{1,40}?[　 ]+")


def read_json(text: str, name: str) -> Iterator[Document]:
    """The Documents of a JSON export, one a meeting. Raises ReadError where its form is not known."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError("JSON として読めません", "書き出し直してください") from error
    if isinstance(raw, dict) and isinstance(raw.get("tenant_minutes"), list):
        yield _discussnet(raw["tenant_minutes"], name)
    elif isinstance(raw, dict) and isinstance(raw.get("meetingRecord"), list):
        yield from _diet_meetings(raw["meetingRecord"], name)
    elif isinstance(raw, dict) and isinstance(raw.get("speechRecord"), list):
        yield from _groups([_diet_item(r, r) for r in raw["speechRecord"] if isinstance(r, dict)], name)
    else:
        found = list(_lists(raw, ""))
        if not found:
            raise ReadError("会議録の JSON の形を判別できません", "text などを持つ発言の一覧にしてください")
        for above, listed in found:
            yield from _listed(above, listed, name)


_MEETING = re.compile(r"定例会|臨時会|委員会|審議会|協議会|会議|議会")
DEPTH_MAX = 8
"""Objects within each other below which nothing is looked for; the deepest exports met have four."""


def _lists(raw: Any, above: str, depth: int = 0) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The lists of utterances in a JSON value, each with the name of the meeting that an object around it states."""
    if depth > DEPTH_MAX:
        return
    if isinstance(raw, list):
        items = [r for r in raw if looks_like_records(r)]
        if items:
            yield above, items
            return
        for each in raw:
            yield from _lists(each, above, depth + 1)
    elif isinstance(raw, dict):
        own = next((v for k in ("name", "title", "会議名") if isinstance(v := raw.get(k), str)), "")
        for value in raw.values():
            if isinstance(value, (list, dict)):
                yield from _lists(value, own if _MEETING.search(own) else above, depth + 1)


def _listed(above: str, listed: list[dict[str, Any]], name: str) -> Iterator[Document]:
    """The meetings of a list; where nobody is named as a speaker, the texts are the record's own, one after another."""
    items = [i for r in listed if (i := normalise(r))]
    if above and items and not any(i["speaker"] or i["role"] for i in items):
        text = "\n".join(i["text"] for i in items)
        yield Document(text + "\n", "application/json", name, title=above)
        return
    yield from _groups([{**i, "meeting": i["meeting"] or above} for i in items], name)


def _groups(items: list[Item | None], name: str) -> Iterator[Document]:
    groups: dict[tuple[str, str, str], list[Item]] = {}
    for item in items:
        if item:
            groups.setdefault((item["municipality"], item["meeting"], item["date"]), []).append(item)
    if not groups:
        raise ReadError("JSON に発言がありません", "書き出しの条件を確かめてください")
    for group in groups.values():
        yield document(group, name, media_type="application/json")


def _diet_meetings(meetings: list[Any], name: str) -> Iterator[Document]:
    """A meeting of the 国会 API (`recordPacking=json`, meeting form): its speeches with their speakers."""
    for meeting in meetings:
        if isinstance(meeting, dict):
            speeches = meeting.get("speechRecord")
            listed = speeches if isinstance(speeches, list) else []
            yield from _groups([_diet_item(meeting, s) for s in listed if isinstance(s, dict)], name)


def _diet_item(meeting: dict[str, Any], speech: dict[str, Any]) -> Item | None:
    """One speech; the mark 「○氏名君　」 that the API leaves at its head is not speech. Order 0 is the meeting's data."""
    title = f"第{meeting.get('session') or ''}回国会 {meeting.get('nameOfHouse') or ''}{meeting.get('nameOfMeeting') or ''} {meeting.get('issue') or ''}"
    text = _DIET_MARK.sub("", str(speech.get("speech") or ""))
    speaker = str(speech.get("speaker") or "")
    return normalise(
        {
            "meeting": title.strip(),
            "date": meeting.get("date"),
            "speaker": "" if speaker == "会議録情報" else speaker,
            "role": speech.get("speakerPosition") or speech.get("speakerRole"),
            "text": text,
            "order": speech.get("speechOrder"),
        }
    )


def _discussnet(minutes: list[Any], name: str) -> Document:
    """DiscussNet: bodies in <pre>, the roster first; written one after another, as the council's own text file is.

    The bodies hold the speaker marks (○議長（氏名）), so the text layouts read them; no records are made.
    """
    parts = [str(m.get("body") or "") for m in minutes if isinstance(m, dict)]
    text = "\n".join(
        html.unescape(_TAG.sub("", p)).replace("\r\n", "\n").strip("\n") for p in parts if p.strip()
    )
    if not text.strip():
        raise ReadError("JSON に発言がありません", "書き出しの条件を確かめてください")
    return Document(text + "\n", "application/json", name)
