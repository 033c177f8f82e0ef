"""JSON exports: DiscussNet (ssp.kaigiroku.net), 国会会議録検索システム API, questions beside their replies, lists of utterances."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import Any

from corpus.errors import ReadError
from corpus.register import register
from ingest.header.hometown import is_of_state
from ingest.people.offices import is_office, side_of
from ingest.readers.codes import with_people
from ingest.readers.jsonl import (
    Item,
    document,
    normalise,
    speakers_in_words,
    speakers_known,
    with_plain_names,
)
from ingest.readers.leaves import read_leaves
from ingest.readers.pairs import read_pairs
from ingest.readers.retold import read_retold
from ingest.readers.script import data_in
from ingest.readers.trees import items_of, without_copies
from ingest.readers.unnamed import unnamed_turns
from ingest.text.formatting import HTML_TAG
from ingest.types import Document

_DIET_MARK = re.compile(r"^○([^\s（(]{1,40}[（(][^（()）。]{1,24}[）)]|\S{1,40}?)[　 ]+")


def read_json(text: str, name: str) -> Iterator[Document]:
    """The Documents of a JSON export, one a meeting; texts without speeches are plain text.

    Raises ReadError where its form is not known.
    """
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError("JSON として読めません", "書き出し直してください") from error
    any_read = False
    try:
        for found in read_tree(raw, name):
            any_read = True
            yield found
    except ReadError:
        plain = None if any_read else read_leaves(raw, name)
        if plain is None:
            raise
        yield plain


def read_script(text: str, name: str) -> Iterator[Document]:
    """As `read_json`, for the data inside a script."""
    raw = data_in(text)
    if raw is None:
        raise ReadError(
            "プログラムのファイルで、会議録のデータがありません",
            "会議録のデータの入ったファイルを指定してください",
        )
    yield from read_tree(raw, name)


def read_tree(raw: Any, name: str) -> Iterator[Document]:
    """As `read_json`, for a value that was parsed (of another notation)."""
    if isinstance(raw, dict) and isinstance(raw.get("tenant_minutes"), list):
        yield _discussnet(raw["tenant_minutes"], name)
    elif isinstance(raw, dict) and isinstance(raw.get("meetingRecord"), list):
        yield from _diet_meetings(raw["meetingRecord"], name)
    elif isinstance(raw, dict) and isinstance(raw.get("speechRecord"), list):
        yield from _groups([_diet_item(r, r) for r in raw["speechRecord"] if isinstance(r, dict)], name)
    else:
        url = _address(raw)
        yield from (replace(found, url=found.url or url) for found in _others(with_plain_names(raw), name))


ADDRESSES = 200
"""Addresses of an export that are looked at."""


def _address(raw: Any) -> str:
    """The first address in an export whose addresses all belong to one council, or all to the state; empty where they do not."""
    found: dict[str, str] = {}
    for url in islice(_addresses(raw), ADDRESSES):
        if entry := register().by_url(url):
            found.setdefault(entry.municipality.code, url)
        elif is_of_state(url):
            found.setdefault("", url)
    return next(iter(found.values())) if len(found) == 1 else ""


def _addresses(raw: Any) -> Iterator[str]:
    if isinstance(raw, str):
        if raw.startswith("http") and len(raw) <= 500:
            yield raw
    elif isinstance(raw, (list, dict)):
        for value in raw.values() if isinstance(raw, dict) else raw:
            yield from _addresses(value)


def _others(raw: Any, name: str) -> Iterator[Document]:
    """Exports under whatever names: questions beside their replies, or speeches."""
    pairs = list(read_pairs(raw, name))
    yield from pairs
    if not pairs:
        items = with_people(items_of(raw), raw)
        if not speakers_known(items):
            told = list(read_retold(raw, name))
            if not told and not speakers_in_words(items):
                told = unnamed_turns(raw, name, "application/json")
            if told:
                yield from told
                return
        if not items:
            raise ReadError("会議録の JSON の形を判別できません", "text などを持つ発言の一覧にしてください")
        yield from _groups(without_copies(items), name)


def _groups(items: Sequence[Item | None], name: str) -> Iterator[Document]:
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
    """One speech; the mark 「○氏名君　」 that the API leaves at its head is not speech; it says the office (○沢渡国務大臣)
    where the fields do not, as in older records. Order 0 is the meeting's data.

    A council's API of the same form names its town; its session is a name (令和5年第2回定例会), no number of a 国会.
    """
    session = str(meeting.get("session") or "")
    named = f"第{session}回国会" if session.isdecimal() or not session else session
    house, body = meeting.get("nameOfHouse") or "", meeting.get("nameOfMeeting") or ""
    title = f"{named} {house}{body} {meeting.get('issue') or ''}"
    said = str(speech.get("speech") or "")
    text = _DIET_MARK.sub("", said)
    speaker = str(speech.get("speaker") or "")
    mark = _DIET_MARK.match(said)
    label = mark[1] if mark else ""
    surname = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(label, speaker, strict=False)))
    office = label[surname:]
    if not is_office(office) or side_of(office) != "executive":
        office = ""
    return normalise(
        {
            "municipality": meeting.get("municipality"),
            "meeting": title.strip(),
            "date": meeting.get("date"),
            "speaker": "" if speaker == "会議録情報" else speaker,
            "role": speech.get("speakerPosition") or speech.get("speakerRole") or office,
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
        html.unescape(HTML_TAG.sub("", p)).replace("\r\n", "\n").strip("\n") for p in parts if p.strip()
    )
    if not text.strip():
        raise ReadError("JSON に発言がありません", "書き出しの条件を確かめてください")
    return Document(text + "\n", "application/json", name)
