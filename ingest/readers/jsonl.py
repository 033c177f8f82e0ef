"""JSON Lines of utterances, for import from other systems: one object a line, read as a stream.

Fields: `municipality`, `meeting`, `date`, `speaker`, `role`, `text`, `order` (Japanese names are understood too). Lines of
one meeting stand together; each meeting becomes a Document of its own, so that memory holds one meeting at a time.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from corpus.errors import ReadError
from ingest.columns.fieldnames import NAMES, plain_name
from ingest.columns.speakers import role_of
from ingest.marks.mark import SIGNS
from ingest.readers.limits import Limits, check_count
from ingest.readers.linestream import lines_ahead, lines_held
from ingest.readers.spaced import unspaced
from ingest.readers.unnamed import plain_table, unnamed_turns
from ingest.readers.woven import REORDERED, unwoven
from ingest.text.formatting import HTML_TAG
from ingest.types import Document, Record

CODES = tuple(
    "memberid speakerid personid participantid attendeeid membercode speakercode 発言者id 発言者コード 議員id 委員id".split()
)
"""Names of the field that holds a code for the speaker (as `with_plain_names` writes them)."""
_BESIDE_NAME = ("内容", "要旨", "message", "words")
"""Names of the words of a speech where its speaker stands beside them; alone they name anything."""
_AROUND = " \u3000\t\n:："
"""Blanks and signs around the name of a meeting."""
_EMPTY = frozenset(["null", "none", "nan"])
"""What programs write into a field that holds nothing."""

_SHORT_DATE = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
_ERA_YEAR = re.compile(r"(令和|平成|昭和)(\d{1,2})")

Item = dict[str, str]


def with_plain_names(raw: Any) -> Any:
    """A JSON value with the names of its fields in small letters, without joints: speaker_name and SpeakerName are one."""
    if isinstance(raw, list):
        return [with_plain_names(value) for value in raw]
    if isinstance(raw, dict):
        return _flat({plain_name(key): with_plain_names(value) for key, value in raw.items()})
    return unmarked(raw) if isinstance(raw, str) else raw


_BREAK = re.compile(r"</?(?:p|br|div|li)\b[^<>]*>", re.IGNORECASE)


def unmarked(value: str) -> str:
    """A value without its markup (<p>今月中に直します。</p><p>費用は…</p>): its paragraphs are lines."""
    if _BREAK.search(value) is None:
        return value
    lines = html.unescape(HTML_TAG.sub("", _BREAK.sub("\n", value))).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


_PIECES = (*NAMES["text"], "paragraphs", "lines", "sentences", "段落")
_PARAGRAPH = ("p", "para", "paragraph", "line", "sentence")
_SURNAMES = ("family", "familyname", "lastname", "surname", "姓", "氏")
_GIVEN = ("given", "givenname", "firstname", "名")
_PERSON = ("fullname", "displayname", "name", "氏名", "名前", *NAMES["speaker"])
_POST = (*NAMES["role"], "title", "post", "job", "kind", "type", "side")


def _flat(raw: dict[str, Any]) -> dict[str, Any]:
    """A speech whose speaker is an object of his own ({"speaker": {"name": …, "role": …}}), whose words are a list of paragraphs:
    with the fields that other exports have. Anything else stays."""
    field = next((n for n in NAMES["speaker"] if isinstance(raw.get(n), dict)), None)
    pieces = next((words for n in _PIECES if (words := _pieces(raw.get(n)))), ())
    beside = NAMES["text"] if field is None else (*NAMES["text"], *_BESIDE_NAME)
    if not pieces and not any(isinstance(raw.get(n), str) for n in beside):
        return raw
    if field is None and not _names_speaker(raw):
        return raw
    flat = dict(raw)
    if pieces:
        flat["text"] = "\n".join(pieces)
    if field is not None and (person := raw[field]):
        told = {key: value for key, value in person.items() if value != ""}
        name = worded(told, _PERSON) or worded(told, _SURNAMES) + worded(told, _GIVEN)
        flat = {key: value for key, value in flat.items() if key != field}
        flat |= {"speaker": name, "role": worded(raw, NAMES["role"]) or worded(told, _POST)}
    return flat


def _pieces(value: Any) -> list[str]:
    """The paragraphs of a field that holds a list of them, or one under their element's name ({"p": […]}); else none."""
    if isinstance(value, dict) and len(value) == 1 and next(iter(value)) in _PARAGRAPH:
        value = next(iter(value.values()))
        value = [value] if isinstance(value, str) else value
    return value if isinstance(value, list) and all(isinstance(piece, str) for piece in value) else []


def worded(raw: dict[str, Any], names: Iterable[str]) -> str:
    """The value of the first of these fields that an object has, as text."""
    value = str(next((raw[n] for n in names if isinstance(raw.get(n), (str, int, float))), ""))
    return "" if value.casefold() in _EMPTY else value


_HOUSE = re.compile(r"院$|(?<![審協評])議会$")


def of_house(raw: dict[str, Any], meeting: str) -> str:
    """本会議 of the Diet is told from that of the other house; 審議会 says what kind of body it is, and no house."""
    house = raw.get("house")
    named = isinstance(house, str) and _HOUSE.search(house) and house not in meeting
    return f"{house}{meeting}" if named else meeting


COUNCIL = re.compile(r"\S{1,10}議会")


def council_in(raw: dict[str, Any]) -> str:
    """{"council": "青潮町議会", "meeting": {"name": …}}: whose meeting it is, where another field names the meeting."""
    named = worded(raw, ("council", "councilname", "assembly"))
    return named if COUNCIL.fullmatch(named) else ""


def of_era(date: str, meeting: str) -> str:
    """23-9-28 of a meeting of 平成23年: the year of two digits is that of the era which the meeting's name states."""
    short = _SHORT_DATE.fullmatch(date.strip())
    stated = _ERA_YEAR.search(meeting)
    if not short or not stated or int(short[1]) != int(stated[2]):
        return date
    return f"{stated[0]}年{short[2]}月{short[3]}日"


def normalise(raw: dict[str, Any]) -> Item | None:
    """The fields of one utterance under their usual names; None where there is no text."""
    item = {key: worded(raw, names) for key, names in NAMES.items()}
    item["code"] = worded(raw, CODES)
    item["role"] = role_of(worded(raw, (name,)) for name in NAMES["role"])
    if "comment" in raw and not item["role"] and not any(name in raw for name in NAMES["text"][:-1]):
        return None  # comments on a page have names, but no offices
    if not item["text"] and _names_speaker(raw):
        item["text"] = worded(raw, _BESIDE_NAME)
    item["meeting"] = of_house(raw, item["meeting"])
    if (council := council_in(raw)) != item["meeting"]:
        item["municipality"] = item["municipality"] or council
    item["text"] = item["text"].replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip("\n")
    return item if item["text"].strip() else None


def looks_like_records(raw: object) -> bool:
    """Whether a parsed first line is an utterance; the names of its fields are `with_plain_names`."""
    if not isinstance(raw, dict):
        return False
    names = NAMES["text"] + (_BESIDE_NAME if _names_speaker(raw) else ())
    return any(isinstance(raw.get(n), str) for n in names)


def _names_speaker(raw: dict[str, Any]) -> bool:
    return any(isinstance(raw.get(n), str) for n in NAMES["speaker"][:-1])


def read_lines(lines: Iterable[bytes], name: str, limits: Limits) -> Iterator[Document]:
    """A Document for every run of lines of one meeting.

    Lines that are no utterance are counted in the warnings of the meeting in which they stand. Raises ReadError where no
    line is one, or where a line is longer than `limits.max_line`.
    """
    lines = iter(lines)
    ahead = lines_ahead(lines)
    if _may_be_unnamed(ahead):
        ahead = [*ahead, *lines_held(lines, limits)]
        if table := _unnamed(ahead, name):
            yield table
            return
    lines = chain(ahead, lines)
    group: list[Item] = []
    bad: list[int] = []
    found, size = False, 0
    for number, line in enumerate(lines, 1):
        if len(line) > limits.max_line:
            raise ReadError(f"{number} 行目が長すぎます", "一行に一発言の形にしてください")
        if not line.strip():
            continue
        item = _parse(line)
        if item is None:
            bad.append(number)
            continue
        if group and _meeting(item) != _meeting(group[-1]):
            yield document(group, name, bad)
            group, bad = [], []
        group.append(item)
        size = size + len(item["text"]) if len(group) > 1 else len(item["text"])
        check_count(len(group), limits.max_lines, "一つの会議の発言")
        check_count(size, limits.max_tree, "一つの会議の文字")
        found = True
    if group:
        yield document(group, name, bad)
    if not found:
        raise ReadError("発言の入った行がありません", "一行に一つ、text などを持つ JSON の形にしてください")


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        raw = with_plain_names(json.loads(line.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        return None
    return raw if isinstance(raw, dict) else None


def _may_be_unnamed(ahead: list[bytes]) -> bool:
    """Whether the names of the fields do not tell who speaks, and another field than that of the words may."""
    objects = [raw for line in ahead if (raw := _object(line))]
    items = [normalise(raw) for raw in objects]
    if any(item and (item["speaker"] or item["role"] or item["code"]) for item in items):
        return False
    known = [item for item in items if item]
    return not known or (not speakers_in_words(known) and bool(unnamed_turns(objects, "", _LINES)))


def _unnamed(lines: list[bytes], name: str) -> Document | None:
    """The lines as a table where their words tell who speaks, or where no line has words under a known name but is about a council."""
    objects = [raw for line in lines if (raw := _object(line))]
    if told := unnamed_turns(objects, name, _LINES):
        return told[0]
    return None if any(map(normalise, objects)) else plain_table(objects, name, _LINES)


_LINES = "application/jsonl"

NAMELESS = (
    "発言者の氏名がなく、記号（memberId など）だけで区別した書き出しです（発言者1、発言者2 … は現れた順です）"
)
"""What is said of minutes whose speakers have codes and no names."""


def speakers_known(items: list[Item]) -> bool:
    """Whether the fields of the speeches tell who speaks: a name, an office, or at least who is not the same (see `CODES`)."""
    if any(item["speaker"] or item["role"] for item in items):
        return True
    return len({item["code"] for item in items} - {""}) > 1 and not speakers_in_words(items)


def speakers_in_words(items: list[Item]) -> bool:
    """Whether the words of most speeches open with the sign of the printed record: they name the speaker."""
    return 2 * sum(item["text"].lstrip(_AROUND)[:1] in SIGNS for item in items) >= max(1, len(items))


def _with_codes(items: list[Item]) -> tuple[list[Item], tuple[str, ...]]:
    """The speeches of a meeting, and a warning where their speakers have codes instead of names: they are then called by number,
    one code one number."""
    if any(item["speaker"] or item["role"] for item in items) or not speakers_known(items):
        return items, ()
    codes = dict.fromkeys(item["code"] for item in items if item["code"])
    called = {code: f"発言者{number}" for number, code in enumerate(codes, 1)}
    return [{**item, "speaker": called.get(item["code"], "")} for item in items], (NAMELESS,)


def _meeting(item: Item) -> tuple[str, str, str]:
    return item["municipality"], item["meeting"], item["date"]


def _parse(line: bytes) -> Item | None:
    raw = _object(line)
    return normalise(raw) if raw is not None else None


def document(
    items: list[Item], name: str, bad: Iterable[int] = (), media_type: str = "application/jsonl"
) -> Document:
    """The Document of one meeting's utterances, in their `order` where every one states it."""
    if all(_is_number(i["order"]) for i in items):
        items = sorted(items, key=lambda i: int(i["order"]))
    # whole records, as they came from a PDF
    reordered = False
    if not any(i["speaker"] or i["role"] or i["code"] for i in items):
        items = [{**i, "text": unspaced(i["text"])} for i in items]
        read = [unwoven(i["text"]) for i in items]
        reordered = any(text != i["text"] for text, i in zip(read, items, strict=True))
        items = [{**i, "text": text} for text, i in zip(read, items, strict=True)]
    items, nameless = _with_codes(items)
    skipped = list(bad)
    warnings = (
        (f"発言として読めない行を除きました: {len(skipped)} 行（最初は {skipped[0]} 行目）",)
        if skipped
        else ()
    )
    title = items[0]["meeting"].strip(_AROUND)
    return Document(
        "\n".join(item["text"] for item in items) + "\n",
        media_type,
        name,
        records=tuple(_records(items)),
        title=title,
        warnings=(*nameless, *((REORDERED,) if reordered else ()), *warnings),
    )


def _records(items: Iterable[Item]) -> Iterator[Record]:
    """What is known of each utterance, with where it stands in the text: a line each, in their order."""
    position = 0
    for index, item in enumerate(items):
        span = (position, position + len(item["text"]))
        position = span[1] + 1
        yield Record(
            span,
            item["speaker"].strip(),
            item["role"].strip(),
            item["meeting"].strip(_AROUND),
            item["municipality"].strip(),
            of_era(item["date"].strip(), item["meeting"]),
            int(item["order"]) if _is_number(item["order"]) else index,
            item["topic"].strip(),
        )


def _is_number(text: str) -> bool:
    return text.strip().lstrip("-").isdigit()
