"""The columns of a table of speech by the names in its header row (発言者｜発言内容), by its sides, or by the cells of a table without one."""

from __future__ import annotations

import re

from corpus.folding import folded
from corpus.patterns import any_of
from ingest.columns.grid import grid_of, is_export
from ingest.columns.roles import Roles, by_content, roles_of
from ingest.layouts.column_labels import SITTING_COLUMNS
from ingest.layouts.table_columns import columns_of, speak_in_turn
from ingest.layouts.turn_columns import turn_columns, turns_below
from ingest.marks.speaks import is_speech
from ingest.people.sidewords import is_answering, is_asking, says_side
from ingest.people.speakers import parse_label
from ingest.text.normalize import unbracketed
from ingest.types import Cell, Document, Table

HEADLESS_MIN, HEADLESS_SHARE = 6, 0.75
"""Rows of a table without a header, and share of them with a speaker and with speech, from which it is one of speech."""

_OFFICE = r"(?:役職(?:名)?|肩書き?|職名?|所属)"
"""「役職」「役職・所属」: what the speaker is, or where he belongs."""
_BELONGS = re.compile(r"所属(?:等|団体)?")
"""Where he belongs, which says what he is only where no other column does."""
_AND = r"(?:・|及び|並びに|と|／|/)"
_SAID = any_of(
    # 「主な発言の要旨・決定事項」
    rf"(?:主な)?発言等?(?:の)?(?:内容|要旨|概要|要点|等)?(?:{_AND}(?:決定事項|結果|資料))?",
    # 「会議の経過」「内容」「会議のてん末」
    r"(?:会議|議事|審議)?(?:の)?(?:内容|要旨|概要|経過|てん末|顛末)",
    r"本文",
    r"(?:主な)?(?:意見|質問)(?:内容|要旨|概要)",
    r"意見・?質問等?",
    r"質疑(?:応答)?(?:の)?(?:内容|要旨)?",
)
_COLUMNS = {
    "speaker": re.compile(
        r"^(?:発言者|話者|(?:発言者|話者)の?(?:氏)?名|発言(?:委員|(?:した)?者)等?|役職・?氏名|氏名・?役職|発言者・役職|氏名|委員名|委員|出席者名)$"
    ),
    "text": re.compile(
        # 「議題及び発言内容」「議事・主な意見の要旨」「会議の経過及び発言要旨」
        rf"^(?:(?:議題|次第|議事){_AND})?{_SAID}(?:{_AND}{_SAID})?$"
    ),
    "role": re.compile(rf"^(?:(?:発言者|話者)の?)?{_OFFICE}(?:(?:・|及び|／|/){_OFFICE})?等?$"),
    **SITTING_COLUMNS,
}


_SIDES = {
    "asks": re.compile(r"^(?:質問|質疑)者?(?:名|氏名)?$"),
    "replies": re.compile(r"^(?:回答|答弁)者?(?:名|氏名)?$"),
}
"""Columns of names, one of which is filled in each row of an export (質問｜回答｜内容): who asks, or who replies."""
_KIND = re.compile(r"^(?:人|発言者の?|話者)(?:分類|区分|種別)$")
"""議長/委員長: what the speaker of a row is, where neither column names one."""
NAME_MAX = 24
"""Characters of a name with its office, from which a cell of those columns is words."""


def roles_in(table: Table, y: int) -> dict[str, int] | None:
    """Column numbers by what they hold, if row `y` is the header of a table of speech; 質疑｜委員｜黒部 before a sentence is a turn."""
    row = table.rows[y]
    labels = [unbracketed(folded(cell.text)) if cell else "" for cell in row]
    if any("。" in label and is_speech(label) for label in labels):
        return None
    found = {
        name: next(i for i, label in enumerate(labels) if pattern.match(label))
        for name, pattern in _COLUMNS.items()
        if any(pattern.match(label) for label in labels)
    }
    if "speaker" not in found or "text" not in found:
        return None
    opinions = columns_of(row)
    if opinions is not None and not speak_in_turn(opinions, table, y):
        return None
    if "role" in found and _BELONGS.fullmatch(labels[found["role"]]):
        found["belongs"] = found["role"]
        further = (i for i, label in enumerate(labels) if _COLUMNS["role"].match(label))
        found["role"] = next((i for i in further if not _BELONGS.fullmatch(labels[i])), found["role"])
    head = row[found["speaker"]]
    if head and head.columns == 2 and "role" not in found:
        found["beside"] = found["speaker"] + 1  # 発言者 above 会長 and 江崎, a cell each
    return found


def named_sides(table: Table) -> dict[str, int] | None:
    """Column numbers where the first row heads a table whose speakers stand in two columns, by what they do."""
    labels = [folded(cell.text) if cell else "" for cell in table.rows[0]]
    patterns = {**_SIDES, "text": _COLUMNS["text"], "meeting": _COLUMNS["meeting"], "date": _COLUMNS["date"]}
    found = {
        name: places[-1]
        for name, pattern in patterns.items()
        if (places := [i for i, label in enumerate(labels) if pattern.match(label)])
    }
    if not {"asks", "replies", "text"} <= found.keys() or found["text"] in (found["asks"], found["replies"]):
        return None
    kind = next((i for i, label in enumerate(labels) if _KIND.match(label)), None)
    if kind is not None:
        found["kind"] = kind
    below = [
        [row[found[side]] if found[side] < len(row) else None for side in _SIDES] for row in table.rows[1:]
    ]
    words = [[cell.text.strip() if cell else "" for cell in pair] for pair in below]
    if any(all(pair) or any(len(w) > NAME_MAX or "。" in w for w in pair) for pair in words):
        return None
    return found if all(sum(bool(pair[i]) for pair in words) for i in (0, 1)) else None


_SIDE_COLUMN = re.compile(r"^(?:区分|種別|種類|分類|内訳|q/a|q&a|質問[・/]回答|意見[・/]回答)$")


def said_sides(table: Table) -> dict[str, int] | None:
    """Column numbers where a column says of each row whether it asks or replies (区分: 意見, 回答), and another holds the words."""
    labels = [folded(cell.text) if cell else "" for cell in table.rows[0]]
    text = next((i for i, label in enumerate(labels) if _COLUMNS["text"].match(label)), None)
    kind = next((i for i, label in enumerate(labels) if _SIDE_COLUMN.match(label)), None)
    if text is None or kind is None:
        return None
    cells = [row[kind] for row in table.rows[1:] if kind < len(row)]
    words = [cell.text.strip() for cell in cells if cell and cell.text.strip()]
    both = any(map(is_asking, words)) and any(map(is_answering, words))
    return {"speaker": kind, "text": text} if both and all(map(says_side, words)) else None


def _is_counted(table: Table) -> bool:
    """Whether the first of three columns counts the speeches."""
    cells = [row[0] for row in table.rows if len(row) == 3]
    return (
        bool(cells) and len(cells) == len(table.rows) and all(c and c.text.strip().isdecimal() for c in cells)
    )


def headless(table: Table) -> dict[str, int] | None:
    """The columns of a table without a header whose first cells are nearly all speakers: the others are speakers too."""
    first = int(_is_counted(table))
    cut = [row[first:] for row in table.rows]
    rows = [row for row in cut if len(row) == 2 and row[0] and row[1] and row[0].text.strip()]
    if len(rows) < HEADLESS_MIN or len(rows) < HEADLESS_SHARE * len(table.rows):
        return None
    labels = [parse_label(row[0].text) for row in rows if row[0]]
    named = sum(speaker is not None and bool(speaker.office) for speaker in labels)
    sides = {speaker.side for speaker in labels if speaker}
    said = sum(is_speech(row[1].text) for row in rows if row[1])
    enough = HEADLESS_SHARE * len(rows)
    return {"speaker": first, "text": first + 1} if len(sides) > 1 and min(named, said) >= enough else None


def packed(table: Table, roles: dict[str, int], head: tuple[Cell | None, ...]) -> dict[str, int] | None:
    """The places of the columns in a table that goes on overleaf, where they are others; None where they are the same. Above its
    first part stood a table of other columns, so that the first part has empty places between its own."""
    filled = [place for place, cell in enumerate(head) if cell is not None]
    first = table.rows[0] if table.rows else ()
    now = [place for place, cell in enumerate(first) if cell is not None]
    roles = {name: place for name, place in roles.items() if name != "beside" or place in filled}
    if len(now) != len(filled) or now == filled or not set(roles.values()) <= set(filled):
        return None
    return {name: now[filled.index(place)] for name, place in roles.items()}


def _parted(table: Table, y: int, roles: dict[str, int]) -> dict[str, int] | None:
    """The column numbers where the row below the header parts the column of the speakers: 発言者 above 区分, 所属, 氏名."""
    if y + 1 >= len(table.rows):
        return None
    head, row = table.rows[y], table.rows[y + 1]
    who = roles.get("speaker", len(head))
    labels = [folded(cell.text) if cell else "" for cell in row]
    stop = next((i for i in range(who + 1, len(head)) if (cell := head[i]) and cell.text.strip()), len(head))
    name = next((i for i in range(who, min(stop, len(row))) if _NAME.fullmatch(labels[i])), None)
    office = next((i for i in range(who, min(stop, len(row))) if _PART.fullmatch(labels[i])), None)
    if name is None or office is None or any(label for i, label in enumerate(labels) if not who <= i < stop):
        return None
    return {role: place for role, place in roles.items() if role != "beside"} | {
        "speaker": name,
        "role": office,
    }


_NAME = re.compile(r"(?:委員)?(?:氏名|名前|名)")
_PART = re.compile(rf"{_OFFICE}|区分|役割|立場")
"""What the speaker is, below 発言者."""


def named_columns(table: Table) -> tuple[int, dict[str, int]] | None:
    """(header row, column numbers) where the names of the columns say what they hold."""
    own = next(((y, r) for y in range(len(table.rows)) if (r := roles_in(table, y))), None)
    if own is not None:
        told = turn_columns(table, own[0]) or {}
        own = (own[0], {name: told[name] for name in ("part", "role") if name in told} | own[1])
    if own is None and table.rows and (sides := named_sides(table)):
        own = (0, sides)
    if own is None and table.rows and (said := said_sides(table)):
        own = (0, said)
    below = turns_below(table)
    if below and (own is None or below[0] < own[0]):
        own = below  # 委員 and 質疑 in a row of speech name no columns
    parts = _parted(table, *own) if own else None
    return (own[0] + 1, parts) if own and parts else own


def reasons_of(document: Document) -> tuple[str, ...]:
    """Why the columns of an export whose names say nothing were taken for what they are, or for nothing."""
    return tuple(dict.fromkeys(reason for told in _by_content(document) for reason in told.reasons))


def warning_of(document: Document) -> tuple[str, ...]:
    """The warning that columns of speech were told by their words; none where no table's were."""
    told = [roles for roles in _by_content(document) if "text" in roles.places]
    return by_content(tuple(dict.fromkeys(reason for roles in told for reason in roles.reasons)))


def _by_content(document: Document) -> list[Roles]:
    tables = document.tables if is_export(document.media_type) else ()
    return [roles_of(grid_of(table.rows)) for table in tables if not named_columns(table)]
