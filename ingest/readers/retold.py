"""JSON digests in prose: 山田議員は…と提案した。市長は…と答弁した。 A question and its reply are told apart by sentence.

1. Who a sentence is about says whose it is (…議員は, 市長は, …と教育長が説明した); else what is done in it (提案した, 答弁した); else
   it goes on with the sentence before.
2. A sentence that holds both (…を求め、市長は…と答えた) is cut where the officer takes over.
3. Date and member stand in the object, or in the key it is filed under (山田太郎|2024-03-01).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ingest.lines import sentences
from ingest.offices import is_office
from ingest.readers.jsonl import NAMES, of_house, worded
from ingest.readers.pairs import HEAD, table_of
from ingest.types import Document

DEPTH = 6
"""Levels of lists and objects in which digests are looked for."""
TOLD_SHARE = 0.6
"""Share of an object's sentences that must tell who asked or replied: a speech itself does so now and then."""
SAID_MIN = 12
"""Characters from which a value is a sentence and no title."""

_WHO = r"(?P<who>[^\s。、は（）()「」]{1,40})"
_MEMBER = re.compile(rf"(?:^|、){_WHO}(?<=議員|委員)(?:は|が|から|より)(?!会)")
_OFFICER = re.compile(rf"(?:^|、|と){_WHO}(?:は|が|から)")
_TAKES_OVER = re.compile(
    r"(?:求め|尋ね|訴え|問い|質し|ただし|促し|(?:提案|質問|要望|提言|主張|指摘|要請|質疑)(?:を)?し)(?:た(?:が|ところ|のに対し)?)?、"
)
_ASKED = re.compile(
    r"(?:(?:提案|質問|質疑|要望|要請|提言|主張|指摘|要求|追及|批判)(?:を)?し|求め|尋ね|訴え|問う|問い|問うた|質し|ただし|促し|取り上げ|迫っ)(?:た|ている|ました)?[。、が]*$"
)
_REPLIED = re.compile(
    r"(?:(?:答弁|回答|説明|報告|表明|明言)(?:を)?し|答え|述べ|示し|明らかにし|と(?:し|され))(?:た|ている|ました)[。]?$"
)
_DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[/.年]?([01]?[0-9])[/.月]?([0-3][0-9])日?(?![0-9])")
"""A day in a key, whose joints are left out (`jsonl.with_plain_names`)."""
_NOTES = ("note", "注記", "備考", "disclaimer", "remark", "注意")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence or half of one: whose it is, who (member or offices, empty: as before), whether the words say so."""

    text: str
    side: str
    who: str
    told: bool


def read_retold(raw: Any, name: str) -> Iterator[Document]:
    """A Document for each meeting of a digest in prose; none where the value holds no such digest."""
    meetings: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for above, row in _rows(raw, {}, DEPTH):
        meetings.setdefault(tuple(above.get(key, "") for key, _ in HEAD), []).append(row)
    note = worded(raw, _NOTES) if isinstance(raw, dict) else ""
    for head, rows in meetings.items():
        yield table_of(head, rows, name, note)


def _rows(raw: Any, above: dict[str, str], depth: int) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    if depth < 0:
        return
    if isinstance(raw, list):
        for value in raw:
            yield from _rows(value, above, depth - 1)
    elif isinstance(raw, dict):
        here = {key: worded(raw, NAMES[key]) for key, _ in HEAD}
        here["meeting"] = of_house(raw, here["meeting"])
        above = above | {key: value for key, value in here.items() if value}
        row = _row(raw)
        if row:
            yield above, row
            return
        for key, value in raw.items():
            day = _DAY.search(key)
            yield from _rows(value, above | ({"date": "-".join(day.groups())} if day else {}), depth - 1)


def _row(raw: dict[str, Any]) -> dict[str, str]:
    """The question and the reply that an object tells of, with who spoke; empty where it tells of none."""
    pieces: list[_Piece] = []
    for value in raw.values():
        texts = value if isinstance(value, list) else [value]
        if all(isinstance(text, str) for text in texts):
            for text in texts:
                if len(text) >= SAID_MIN and text.rstrip()[-1:] in "。た":
                    pieces += _pieces(text, pieces[-1] if pieces else None)
    asked = [piece for piece in pieces if piece.side == "member"]
    replied = [piece for piece in pieces if piece.side == "executive"]
    if not asked or not replied or sum(p.told for p in pieces) < TOLD_SHARE * len(pieces):
        return {}
    row = {"質問者": next((p.who for p in asked if p.who), ""), "質問": "".join(p.text for p in asked)}
    row["答弁者"] = replied[0].who
    said: list[str] = []
    who = replied[0].who
    for piece in replied:
        if piece.who != who:
            who = piece.who
            said += [f"（{who}）", ""]
        said = said or [""]
        said[-1] += piece.text
    return row | {"答弁": "\n".join(said)}


def _pieces(text: str, before: _Piece | None) -> Iterator[_Piece]:
    for start, end in sentences(text):
        for words in _halves(text[start:end].strip()):
            before = _piece(words, before)
            yield before


def _halves(sentence: str) -> list[str]:
    """A sentence, cut where an officer takes over from the member."""
    for over in _TAKES_OVER.finditer(sentence):
        rest = sentence[over.end() :]
        subject = _OFFICER.match(rest)
        if subject and _offices(subject["who"]):
            return [sentence[: over.end()], rest]
    return [sentence]


def _piece(words: str, before: _Piece | None) -> _Piece:
    if member := _MEMBER.search(words):
        return _Piece(words, "member", member["who"], True)
    offices = next((o for found in _OFFICER.finditer(words) if (o := _offices(found["who"]))), "")
    if offices:
        return _Piece(words, "executive", offices, True)
    side = "member" if _ASKED.search(words) else "executive" if _REPLIED.search(words) else ""
    same = before if before and side in ("", before.side) else None
    return _Piece(words, side or (before.side if before else ""), same.who if same else "", bool(side))


def _offices(words: str) -> str:
    """市長・教育長 as offices, separated as a table prints them; empty where the words are no offices."""
    found = re.split("[・、]", words)
    return "、".join(found) if all(is_office(one) and one[-1] not in "員民者" for one in found) else ""
