"""Which column of an opinion table holds what: found by the labels of its header row, in any number and order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.folding import folded
from ingest.layouts.column_labels import (
    GIST,
    GROUP,
    MATTER,
    PERSON,
    TITLE,
    WEAK_ANSWER,
    WEAK_QUESTION,
    role_of,
)
from ingest.layouts.reason_columns import reason_column, with_reasons
from ingest.marks.replies.headkinds import Key, asks_by_label, may_ask, may_reply, replies_by_label
from ingest.marks.speaks import is_speech
from ingest.people.offices import is_title
from ingest.people.speakers import parse_label
from ingest.phrases.wording import asks
from ingest.text.lines import width
from ingest.text.normalize import squeeze, unbracketed
from ingest.types import Cell, Table

HEADER_MAX = 26
"""Longest label of a column, of English ones twice as many letters; a longer cell is a title or the text of a row."""

_WORDS_OF = {"who": "question", "responder": "answer"}
"""What a column of 内容 holds right of the one that says whose it is."""


_AGAIN = re.compile(r"\s*再")
"""再質問, 再答弁, 再々質問."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of the columns, left to right: number, who, topic, question, answer, responder, office, status, note, or empty."""

    roles: tuple[str, ...]
    labels: tuple[str, ...]

    def at(self, role: str) -> int | None:
        """The first column of this role."""
        return self.roles.index(role) if role in self.roles else None

    def all(self, role: str) -> tuple[int, ...]:
        """Every column of this role."""
        return tuple(i for i, r in enumerate(self.roles) if r == role)

    def further(self) -> tuple[tuple[int, int], ...]:
        """The columns of what was asked again in the same row, and of the reply to it (再質問 | 再答弁)."""
        kinds = [role_of(label) if _AGAIN.match(label) else "" for label in self.labels]
        return tuple((x, x + 1) for x, pair in enumerate(pairwise(kinds)) if pair == ("question", "answer"))

    def is_head(self, row: Sequence[Cell | None]) -> bool:
        """Whether a row is these labels once more, at the head of another page."""
        cells = [squeeze(cell.text) if cell else "" for cell in row]
        return cells == list(map(squeeze, self.labels)) and sum(map(bool, cells)) > 1


def _size(label: str) -> float:
    return width(label) if label.isascii() else len(label)


def columns_of(row: Sequence[Cell | None]) -> Columns | None:
    """The columns if `row` is the header of an opinion table: short labels, a question and an answer among them."""
    labels = [cell.text.strip() if cell else "" for cell in row]
    filled = [label for label in labels if label]
    if len(filled) < 2 or max(map(_size, filled)) > HEADER_MAX:
        return None
    roles = [role_of(label) if label else "" for label in labels]
    for place, role in enumerate(roles[:-1]):
        gist = GIST.search(folded(labels[place + 1])) and roles[place + 1] in ("", "note")
        if role in _WORDS_OF and gist and (role == "who" or "question" in roles):
            roles[place + 1] = _WORDS_OF[role]  # 質問者｜内容｜回答者｜内容; 担当課｜内容｜対応 has no asker
    for role, weak in (("question", WEAK_QUESTION), ("answer", WEAK_ANSWER)):
        if role not in roles:
            found = next(
                (
                    i
                    for i, label in enumerate(labels)
                    if roles[i] in ("", "status") and weak.match(folded(label))
                ),
                None,
            )
            if found is None and role == "answer":
                found = next((i for i, r in enumerate(roles) if r == "status"), None)
                reason = reason_column(labels)
                found = reason if found is None or reason is not None else found
            if found is None:
                return None
            roles[found] = role
    _settle_doubles(roles, labels)
    if "who" not in roles and (person := _person(roles, labels)) is not None:
        roles[person] = "who"
    if not roles[0] and not labels[0] and "number" not in roles:
        roles[0] = "number"
    return Columns(tuple(roles), tuple(labels))


def header_at(table: Table, y: int) -> tuple[Columns, int] | None:
    """(columns, rows of the header) if a header begins in row `y`: one row, or two where labels stand under a common one."""
    row = table.rows[y]
    grouped = any(c and c.columns > 1 for c in row) and any(c and c.rows > 1 for c in row)
    if grouped and y + 1 < len(table.rows):
        lower = table.rows[y + 1]
        both = tuple(lower[x] or row[x] for x in range(min(len(row), len(lower))))
        if (columns := columns_of(both)) is not None:
            return columns, 2
    columns = columns_of(row)
    if columns is None:
        columns = _told_by_words(table, y)
        return (columns, 1) if columns is not None else None
    if _says_who_replies(table, y, columns.at("answer")) or speak_in_turn(columns, table, y):
        return None
    columns = _with_topics(columns, table, y)
    roles = with_reasons(columns.roles, columns.labels, _below(table, y))
    return _spread(Columns(roles, columns.labels), table, y), 1


def _says_who_replies(table: Table, y: int, answer: int | None) -> bool:
    """Whether the cells below 答弁内容 hold the officer who replies and no reply: what he said is a recording behind a link."""
    if answer is None:
        return False
    cells = [
        cell.text for row in _below(table, y) if answer < len(row) and (cell := row[answer]) and cell.text
    ]
    return len(cells) >= OFFICERS_MIN and all(
        is_title(one) for cell in cells for one in re.split(r"[、，・\s]+", cell.strip())
    )


_SPEAKERS = re.compile(r"(?:発言|話)者(?:の?(?:氏)?名)?")
STAFF_MIN = 2
"""Cells of a column of speakers that name staff or an officer, from which they speak in turn with those who ask."""


def speak_in_turn(columns: Columns, table: Table, y: int) -> bool:
    """Whether the column of speakers below row `y` names those who reply, too, and that of replies (対応) is empty in most rows: the rows
    are speeches, one below the other."""
    who, answer = columns.at("who"), columns.at("answer")
    if who is None or answer is None or not _SPEAKERS.fullmatch(unbracketed(folded(columns.labels[who]))):
        return False
    below = [[cell.text.strip() if cell else "" for cell in row] for row in _below(table, y)]
    told = [row for row in below if len(row) > max(who, answer) and row[who]]
    labels = [parse_label(row[who]) for row in told]
    staff = sum(label is not None and label.is_officer for label in labels)
    return staff >= STAFF_MIN and sum(bool(row[answer]) for row in told) < len(told) / 2


def _with_topics(columns: Columns, table: Table, y: int) -> Columns:
    """The columns, where 論点 holds titles and another column (委員の発言) what is asked about them."""
    below, asked, answer = _below(table, y), columns.at("question"), columns.at("answer")
    if asked is None or answer is None or _share(below, asked, is_speech) > 1 - SHARE:
        return columns
    said = [x for x in columns.all("note") if x < answer and _share(below, x, asks) >= SHARE]
    if len(said) != 1 or "topic" in columns.roles:
        return columns
    roles = list(columns.roles)
    roles[asked], roles[said[0]] = "topic", "question"
    return Columns(tuple(roles), columns.labels)


ROWS_MIN, SHARE, SPEAKS = 3, 0.6, 0.9
"""Rows below a header of unknown labels, and the share of them that must ask on the left and be said without asking
on the right; the share of speech from which a column of 参加者 or 担当課 holds what they say, not who they are."""

COLUMNS_MAX = 200
"""Columns of a table at most whose words tell which ask: each is compared with those on its right (3,000 of them took 50 s)."""
OFFICERS_MIN = 2
"""Cells at least that name an officer and nothing else, from which a column of replies says only who replied."""
LOOKED = 300
"""Rows below a row that are looked at for what its columns hold: all of them, below each row of an export of 24,800, took 67 s of 91."""


def _below(table: Table, y: int) -> Sequence[Sequence[Cell | None]]:
    return table.rows[y + 1 : y + 1 + LOOKED]


def _told_by_words(table: Table, y: int) -> Columns | None:
    """The columns where the labels are no known ones (区長 | 町) but the words below them ask and reply; None where they do not."""
    labels = [cell.text.strip() if cell else "" for cell in table.rows[y]]
    below = _below(table, y)
    if len(below) < ROWS_MIN or len(set(filter(None, labels))) < 2 or max(map(_size, labels)) > HEADER_MAX:
        return None
    if len(labels) > COLUMNS_MAX:
        return None
    kinds: list[Key] = [("label", "cell", squeeze(label)) for label in labels]
    free = [
        x
        for x, label in enumerate(labels)
        if label and (role_of(label) in ("", "question", "answer") or _share(below, x, is_speech) >= SPEAKS)
    ]
    asked = [x for x in free if may_ask(kinds[x])]
    replied = [x for x in free if may_reply(kinds[x]) and _share(below, x, is_speech) >= SHARE]
    for x in asked:
        for after in (one for one in replied if one > x):
            told = asks_by_label(kinds[x][-1]) and replies_by_label(kinds[after][-1])
            if told or (_share(below, x, asks) >= SHARE and _share(below, after, asks) <= 1 - SHARE):
                roles = [role_of(label) if label else "" for label in labels]
                roles = ["note" if role in ("question", "answer", "") else role for role in roles]
                roles[x], roles[after] = "question", "answer"
                return Columns(tuple(roles), tuple(labels))
    return None


def _share(rows: Sequence[Sequence[Cell | None]], x: int, holds: Callable[[str], bool]) -> float:
    texts = [cell.text.strip() for row in rows if x < len(row) and (cell := row[x]) and cell.text.strip()]
    return sum(map(holds, texts)) / max(len(texts), ROWS_MIN)


def _spread(columns: Columns, table: Table, y: int) -> Columns:
    """The columns, where 意見の内容 stands over two (第３条｜手話の…): the one with the words is the question, the other its topic."""
    roles, labels = list(columns.roles), list(columns.labels)
    for x, cell in enumerate(table.rows[y]):
        if cell is None or cell.columns < 2 or roles[x] not in ("question", "answer"):
            continue
        below = range(x, min(x + cell.columns, len(roles)))
        sizes = {
            k: sum(len(c.text) for row in table.rows[y + 1 :] if k < len(row) and (c := row[k]))
            for k in below
        }
        most = max(below, key=lambda k: sizes[k])
        if most != x:
            roles[most], roles[x] = roles[x], "topic" if "topic" not in roles else "note"
            labels[most] = labels[x]
    return Columns(tuple(roles), tuple(labels))


def _person(roles: Sequence[str], labels: Sequence[str]) -> int | None:
    """The column of members (委員, 議員) beside that of what they asked."""
    return next(
        (i for i, label in enumerate(labels) if roles[i] == "note" and PERSON.match(folded(label))), None
    )


def _settle_doubles(roles: list[str], labels: Sequence[str]) -> None:
    """A second question or answer column: kept as a quotable extra (意見 … 市の考え方 … 修正後の考え方).

    質問事項 beside 質問要旨 is the topic of what is asked there.
    """
    who = [i for i, r in enumerate(roles) if r == "who"]
    groups = [i for i in who if GROUP.match(folded(labels[i]))]
    for index in groups if len(groups) < len(who) else ():
        roles[index] = "note"
    asked = [i for i, r in enumerate(roles) if r == "question"]
    if len(asked) > 1 and "topic" not in roles and not all(MATTER.search(folded(labels[i])) for i in asked):
        named = next((i for i in asked if MATTER.search(folded(labels[i]))), None)
        if named is not None:
            roles[named] = "topic"
    topics = [i for i, r in enumerate(roles) if r == "topic"]
    if any(TITLE.search(folded(labels[i])) for i in topics):
        for index in topics:  # 分野 beside 件名: a kind of matters, and the matter
            roles[index] = "topic" if TITLE.search(folded(labels[index])) else "note"
    for role in ("question", "answer"):
        places = [i for i, r in enumerate(roles) if r == role]
        for place in places[1:]:
            roles[place] = "status"
    for index, role in enumerate(roles):
        if not role:
            roles[index] = "note"
