"""JSON trees: sessions that hold days that hold speeches, under whatever names.

1. What an object says of its town, meeting and day holds for everything inside it (`_Place`).
2. An object with a text of its own and no speeches inside is a speech.
3. Names of a session and of its day stand one after another in the meeting's title; a month and day take the session's year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from corpus.patterns import NUMERAL
from ingest.columns.fieldnames import NAMES
from ingest.columns.speakers import side_said
from ingest.header.sessions import SESSION
from ingest.readers.jsonl import COUNCIL, Item, council_in, looks_like_records, normalise, of_house, worded
from ingest.text.normalize import squeeze

DEPTH_MAX = 40
"""Levels that are looked into; real exports have fewer than eight."""
NAME_MAX = 80
"""Characters of the name of a meeting or its day; a longer text is a description."""

TOLD_MIN = 20
"""Characters from which a summary is one, and no single word."""
_OVERVIEW, _CONCLUSION = ("summary", "overview", "要旨", "概要", "要約"), ("conclusion", "結論", "結果")

_TITLES = ("name", *NAMES["meeting"], "schedulename", "session", "会期")
_MATTERS = ("title", *NAMES["topic"])
_MEETING_WORD = re.compile(rf"[会議]|{NUMERAL}\s*[日号]")
_FILE_SIZE = re.compile(
    r"(?<!\s)\s*[\[(（][^\])）]{0,40}?(?:PDF|ＰＤＦ|[KMＫＭ][BＢ])[^\])）]{0,40}[\])）]", re.IGNORECASE
)
_YEAR = re.compile(r"(?:令和|平成|昭和)\s*(?:元|\d{1,2})\s*年|(?:19|20)[0-9]{2}")
_DAY = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*日")


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds for everything inside an object."""

    municipality: str = ""
    titles: tuple[str, ...] = ()
    date: str = ""
    year: str = ""
    topic: str = ""
    asker: str = ""


def items_of(raw: Any) -> list[Item]:
    """The speeches of a JSON value, in its order; none where it holds none."""
    return list(_walk(raw, _Place(), DEPTH_MAX))


COPIED_MIN = 0.8
"""Share of the named speeches that a text without a speaker holds, from which it is the same record once more."""


def without_copies(items: list[Item]) -> list[Item]:
    """The speeches without a flat text that prints them all again (rawText, fullText beside speeches)."""
    named = [squeeze(item["text"]) for item in items if item["speaker"] or item["role"]]
    if not named:
        return items
    longest = max(map(len, named))

    def copies(item: Item) -> bool:
        if item["speaker"] or item["role"] or len(item["text"]) <= longest:
            return False
        flat = squeeze(item["text"])
        return sum(text in flat for text in named) >= COPIED_MIN * len(named)

    return [item for item in items if not copies(item)]


def _walk(raw: Any, place: _Place, depth: int) -> Iterator[Item]:
    if depth <= 0:
        return
    if isinstance(raw, list):
        for value in raw:
            yield from _walk(value, place, depth - 1)
    elif isinstance(raw, dict):
        held = [value for value in raw.values() if isinstance(value, (list, dict))]
        within = _inside(place, raw) if held else place
        inner = [item for value in held for item in _walk(value, within, depth - 1)]
        if inner:
            yield from _told(raw, _OVERVIEW, "要約", within)
            yield from inner
            yield from _told(raw, _CONCLUSION, "結論", within)
        elif looks_like_records(raw) and (item := normalise(raw)):
            yield _placed(item, raw, place)


def _told(raw: dict[str, Any], names: tuple[str, ...], label: str, place: _Place) -> Iterator[Item]:
    """What an export says itself of a meeting or a matter, beside the speeches under it."""
    text = worded(raw, names)
    item = normalise({"text": text, "role": label}) if len(text) >= TOLD_MIN else None
    if item:
        yield _placed(item, {}, place)


_ASKERS = ("questioner", "questionername", "asker", "質問者", "質問者名", "質問議員", "質問議員名")


def _asker(raw: dict[str, Any]) -> str:
    """Who asks all that an object holds: {"questioner": {"name": …}, "dialogues": […]}."""
    named = next((raw[n] for n in _ASKERS if raw.get(n)), "")
    return worded(named, NAMES["speaker"]) if isinstance(named, dict) else worded({"": named}, ("",))


_HEADS = ("meeting", "meetinginfo", "meta", "metadata", "info", "header", "会議", "会議情報")
"""Objects beside the speeches that say in which meeting they were held."""


def _with_head(raw: dict[str, Any]) -> dict[str, Any]:
    """An object with the fields of the head beside its speeches: {"meeting": {"title": …, "date": …}, "speeches": […]}."""
    name = next((n for n in _HEADS if isinstance(raw.get(n), dict)), None)
    if name is None or not any(isinstance(value, list) for value in raw.values()):
        return raw
    return {**raw[name], **{key: value for key, value in raw.items() if key != name}}


def _inside(place: _Place, raw: dict[str, Any]) -> _Place:
    raw = _with_head(raw)
    titles = place.titles
    for name in _TITLES:
        title = _FILE_SIZE.sub("", raw[name]).strip() if isinstance(raw.get(name), str) else ""
        title = of_house(raw, title) if title else ""
        if (
            title
            and len(title) <= NAME_MAX
            and _MEETING_WORD.search(title)
            and not any(title in t for t in titles)
        ):
            titles = (*(t for t in titles if t not in title), title)
            if not COUNCIL.fullmatch(title):
                break
    if not titles and (file := _named_by_file(raw))[0]:
        titles, place = (file[0],), replace(place, date=place.date or file[1])
    matter = next((raw[n].strip() for n in _MATTERS if isinstance(raw.get(n), str)), "")
    if matter and len(matter) <= NAME_MAX and not any(matter.startswith(title) for title in titles):
        place = replace(place, topic=matter)
    year = next((str(raw[n]) for n in ("japaneseyear", "year", "年度", "年") if raw.get(n)), "")
    named = _YEAR.search(" ".join(titles))
    place = replace(
        place,
        municipality=worded(raw, NAMES["municipality"]) or council_in(raw) or place.municipality,
        titles=titles,
        year=(named[0] if named else "") or year or place.year,
    )
    day = _DAY.search(" ".join(titles))
    date = worded(raw, NAMES["date"]) or (
        f"{place.year.removesuffix('年')}年{day[1]}月{day[2]}日" if day and place.year else ""
    )
    return replace(place, date=date or place.date, asker=_asker(raw) or place.asker)


_FILES = tuple("sourcefile sourceminutesfile minutesfile filename originalfile 元ファイル ファイル名".split())


_STAMP = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[\-.]?([01][0-9])[\-.]?([0-3][0-9])(?![0-9])")


def _named_by_file(raw: dict[str, Any]) -> tuple[str, str]:
    """(meeting, date) of the name of the file from which an export was made; empty where it names no session."""
    name = re.split(r"[/\\]", worded(raw, _FILES))[-1]
    name = re.sub(r"(?:[_\-](?:minutes|transcripts?))?\.[A-Za-z0-9]{2,5}$", "", name)
    day = _STAMP.search(name)
    name = _STAMP.sub("", name).replace("_", " ").strip(" -")
    named = len(name) <= NAME_MAX and SESSION.search(name) is not None
    return (name if named else "", "-".join(day.groups()) if day and named else "")


def _placed(item: Item, raw: dict[str, Any], place: _Place) -> Item:
    """A speech with what the objects around it say; its own `title` is the meeting's only where they name none."""
    own = of_house(raw, worded(raw, [n for n in NAMES["meeting"] if n != "title"]))
    named = _named_by_file(raw)
    return {
        **item,
        "municipality": item["municipality"] or place.municipality,
        "meeting": own or " ".join(place.titles) or item["meeting"] or named[0],
        "date": item["date"] or place.date or named[1],
        "topic": item["topic"] or place.topic,
        "speaker": item["speaker"] or (place.asker if side_said(item["role"]) == "member" else ""),
    }
