"""The columns of a table that a program wrote, one turn a row: id, title, speaker, body, date, type, in any order and number.

They are called as the fields of any other export (`ingest.columns.fieldnames`). Such names are common words (name, content), so that
what stands below them must be people and speech: a table of facilities has columns of these names too.
"""

from __future__ import annotations

from corpus.folding import folded
from ingest.columns.fieldnames import NAMES, plain_name
from ingest.columns.speakers import tells_part
from ingest.header.bodies import names_of_bodies
from ingest.header.sessions import find_session
from ingest.layouts.table_columns import columns_of
from ingest.marks.speaks import is_speech
from ingest.people.offices import is_title
from ingest.people.speakers import has_office
from ingest.text.normalize import share
from ingest.types import Cell, Table

_SPEAKERS = (*NAMES["speaker"], "氏名", "名前")
_TEXTS = (*NAMES["text"], "message", "words", "内容", "要旨")
_KINDS = tuple(
    "type kind side category classification 種別 種類 区分 分類 発言種別 発言区分 発言種類 発言者区分 発言者種別 speakertype speakerkind speakerside".split()
)
"""Columns that tell of each row what its speaker does (質問, 答弁, 議長), or which body met (総務委員会)."""
SPEECH_SHARE, KNOWN_SHARE = 1 / 3, 0.5
"""Share of the rows whose words are speech (between them the chair only calls names), and whose speaker is told by an office or
a side, or whose kind is one, from which a table is one of turns."""
HEAD_ROWS = 4
"""Rows from the top among which the names of the columns stand."""


def turn_columns(table: Table, y: int) -> dict[str, int] | None:
    """Column numbers by what they hold, if row `y` names the fields of a turn and turns stand below it; else None."""
    row = table.rows[y]
    labels = [plain_name(folded(cell.text)).removesuffix("等") if cell else "" for cell in row]
    found: dict[str, int] = {}
    for role, names in (NAMES | {"speaker": _SPEAKERS, "text": _TEXTS}).items():
        place = next((labels.index(n) for n in names if n in labels), None)
        if place is not None and place not in found.values():
            found[role] = place
    if "text" not in found or columns_of(row) is not None:
        return None
    kind = next((labels.index(n) for n in _KINDS if n in labels), None)
    if kind is not None and kind not in found.values():
        values = _words(table, y, kind)
        if share(values, tells_part) >= KNOWN_SHARE:
            found["part"] = kind
        elif share(values, _names_meeting) >= KNOWN_SHARE:
            found["body"] = kind
    title = found.get("meeting")
    named = title is not None and labels[title] == "title" and "speaker" in found and "role" not in found
    if title is not None and named and share(_words(table, y, title), is_title) >= KNOWN_SHARE:
        found["role"], title = found.pop("meeting"), None  # Speaker | Title: 建設課長
    if title is not None and labels[title] == "title" and share(_words(table, y, title), _names_meeting) < 1:
        del found["meeting"]
    if "title" in labels and labels.index("title") not in found.values():
        found.setdefault("topic", labels.index("title"))  # the matter of each turn
    who = found.get("speaker")
    return found if _holds_turns(table, y, found, labels[who] if who is not None else "") else None


def turns_below(table: Table) -> tuple[int, dict[str, int]] | None:
    """(row, columns) of the row among the first ones that names the fields of turns; above it may stand a title."""
    return next(
        ((y, found) for y in range(len(table.rows[:HEAD_ROWS])) if (found := turn_columns(table, y))), None
    )


def _holds_turns(table: Table, y: int, found: dict[str, int], label: str) -> bool:
    if share(_words(table, y, found["text"]), is_speech) < SPEECH_SHARE:
        return False
    if label.startswith(("speaker", "発言者", "話者")):
        return True
    told = [_words(table, y, found[role]) for role in ("part", "role") if role in found]
    if not label:  # nobody is named: the part alone says who speaks
        return any(len(set(words)) > 1 and share(words, tells_part) == 1 for words in told)
    return share(_words(table, y, found["speaker"]), has_office) >= KNOWN_SHARE or any(
        share(words, tells_part) >= KNOWN_SHARE for words in told
    )


def _names_meeting(word: str) -> bool:
    return bool(names_of_bodies(word) or find_session(word))


def _words(table: Table, y: int, place: int) -> list[str]:
    """What stands in a column below the header, empty cells left out."""
    cells: list[Cell | None] = [row[place] if place < len(row) else None for row in table.rows[y + 1 :]]
    return [cell.text.strip() for cell in cells if cell and cell.text.strip()]
