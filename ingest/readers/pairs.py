"""JSON of questions with their replies (質問者, 件名, 質問, 答弁 side by side): read as the table that it is.

Every object with a question and a reply is a row; what stands above the list (会議名, 開催日, 自治体) or in each row is written
before the rows of its meeting, so that the header is read as any other. A reply may be empty; a list in which no
object has one is a list of questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from corpus.patterns import any_of
from ingest.columns.fieldnames import NAMES
from ingest.readers.builder import Builder, RawCell
from ingest.readers.jsonl import of_era, of_house, worded
from ingest.types import Document

DEPTH = 4
"""Levels of lists and objects in which rows are looked for."""
_KIND = r"(?:[_\s]?(?:content|text|body|summary|points|plain|の?内容|の?要旨|の?概要|の?本文|文))?$"
_COLUMNS = (
    (
        "質問者",
        re.compile(
            r"^(?:質問者|質問議員|質疑者|発言者|議員|委員|提出者)(?:名|氏名)?$|^(?:questioner|questionspeaker|asker|speaker|member)(?:name)?$",
            re.IGNORECASE,
        ),
    ),
    (
        "件名",
        re.compile(
            r"^(?:質問)?(?:件名|テーマ|項目|題名|議題|タイトル)$|^(?:sub)?(?:topic|theme|title|subject)(?:_?plain)?$|^(?:topic|bill|question|議案|案件)(?:title|名)$",
            re.IGNORECASE,
        ),
    ),
    ("質問", re.compile(rf"^(?:q|question|opinion|asked|query|質問|質疑|問い?|意見){_KIND}", re.IGNORECASE)),
    (
        "答弁者",
        re.compile(
            r"^(?:答弁者|回答者|説明者)(?:名|氏名)?$|^(?:answerers?|answerspeaker|respondents?|responders?)(?:names?)?$",
            re.IGNORECASE,
        ),
    ),
    (
        "役職",
        re.compile(
            r"^(?:答弁者|回答者|説明者)の?(?:役職|職名|職|肩書)(?:名)?$|^(?:answerer|respondent|responder)(?:role|office|title|position)$",
            re.IGNORECASE,
        ),
    ),
    (
        "答弁",
        re.compile(
            r"^(?:"
            r"a|answer(?:ed|s)?|acceptedanswer|repl(?:y|ies)|responses?|答弁|回答|答え?"
            r"|(?:(?:本?[市町村区県]|行政|事務局)の?)?(?:考え方|見解|対応|対応方針)"
            rf"){_KIND}",
            re.IGNORECASE,
        ),
    ),
)
"""The columns that are written, and the names of fields that fill them."""
_CODE = re.compile(r"[A-Za-z]{0,4}[-_]?[0-9]{1,6}")
"""M005: the number of a member in a list of the export's own."""
_PEOPLE = ("質問者", "答弁者")
_NO_REPLY = re.compile(
    r"^(?=.{0,80}$)(?:この|その)?[^。]{0,24}(?:に対する)?(?:答弁|回答)(?:は|を)[^。]{0,24}"
    + any_of(
        # 「答弁はありませんでした。」
        *r"ありません(?:でした)? ございません できませんでした なし".split(),
        # 「回答は記録されていません。」
        r"(?:記録|記載|掲載|収録)され(?:てい?|てお)?(?:ません|りません|ない)(?:でした)?",
    )
    + r"(?:。[^。]{0,24})?。?$"
)
"""答弁を求める発言ではないため、これに対する答弁はありません。: a note of the export in the place of a reply."""
_MATTER = re.compile(r"(?:topic|bill)title|議案名|案件名")
"""Fields that name a matter wherever they stand; a title may be that of the meeting."""
_NO_THEME = re.compile(r"(?:質疑|質問|答弁|応答|発言)$")
"""委員会での質疑: a title of questions that says nothing of their matter."""
_ASKED, _REPLIED = "質問", "答弁"
HEAD = (("municipality", "自治体"), ("meeting", "会議名"), ("date", "開催日"))


def read_pairs(raw: Any, name: str) -> Iterator[Document]:
    """A Document for each meeting whose questions and replies stand side by side in the JSON value; none where there are none."""
    meetings: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for above, row in _rows(raw, {}, DEPTH):
        meetings.setdefault(tuple(above[key] for key, _ in HEAD), []).append(row)
    for head, rows in meetings.items():
        if any(row.get(_REPLIED) for row in rows) or all(_REPLIED in row for row in rows):
            yield table_of(head, rows, name)


def _rows(raw: Any, above: dict[str, str], depth: int) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    if depth < 0:
        return
    if isinstance(raw, list):
        for item in raw:
            yield from _rows(item, above, depth)
    elif isinstance(raw, dict):
        row = _row(raw)
        # The title of what holds the questions is the meeting's, of a question's own object its matter.
        holds = not row.keys() & {_ASKED, _REPLIED} and not above.get("meeting")
        own = {k: v for k, v in raw.items() if holds or not (row and _column(k))}
        here = {key: worded(own, NAMES[key]) for key, _ in HEAD}
        here["meeting"] = of_house(own, here["meeting"])
        here["date"] = of_era(here["date"], here["meeting"] or above.get("meeting", ""))
        named = any(_MATTER.match(key) for key in raw)
        theme = row.get("件名", "") if above.get("meeting") or named else ""
        theme = "" if _NO_THEME.search(theme) else theme
        above = {key: value or above.get(key, "") for key, value in here.items()}
        if row.get(_ASKED) and _REPLIED in row:
            for turns in _told_in_full(raw, row) or [row]:
                yield above, turns
            return
        for key, value in raw.items():
            if isinstance(value, (dict, list)):
                asker = row.get("質問者") or (_asker(key) if isinstance(value, dict) else "")
                given = {k: v for k, v in (("質問者", asker), ("件名", theme)) if v}
                for place, inner in _rows(value, above, depth - 1):
                    yield place, given | inner


def _row(raw: dict[str, Any]) -> dict[str, str]:
    """The columns that an object fills; the first field of each kind counts."""
    row: dict[str, str] = {}
    for field, value in raw.items():
        column = _column(field)
        if column == _REPLIED and column not in row and (told := _replies(value))[1]:
            row.setdefault("答弁者", told[0])
            row[column] = told[1]
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            # answerers: ["市長", "企画部長"]; question_points: [...], answer_points beside answer_summary
            value = ("\n" if column in (_ASKED, _REPLIED) else "、").join(value)
            if column in row and column in (_ASKED, _REPLIED):
                row[column] = "\n".join(filter(None, (row[column], value)))
        if (
            column
            and column not in row
            and isinstance(value, str)
            and not (column in _PEOPLE and _CODE.fullmatch(value))
        ):
            row[column] = "" if column == _REPLIED and _NO_REPLY.match(value) else value
    if _ASKED not in row and row.get(_REPLIED) and raw.get("@type") == "Question":
        row[_ASKED] = worded(raw, ("name",))  # schema.org, in the head of a page of questions
    if _ASKED not in row and row.get(_REPLIED) and row.get("質問者"):
        row[_ASKED] = worded(raw, NAMES["text"])  # questioner, content, answer
    return row


def _replies(value: Any) -> tuple[str, str]:
    """(who replies first, what all say) of a list of replies with their own fields ({"答弁者": …, "内容": …}); empty where it is none."""
    value = [value] if isinstance(value, dict) else value
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        return "", ""
    rows = [(_respondent(one), worded(one, (*_TEXTS, *_SAID))) for one in value]
    if not rows or not all(text for _, text in rows):
        return "", ""
    rest = (f"（{who}）\n{text}" if who else text for who, text in rows[1:])
    return rows[0][0], "\n".join((rows[0][1], *rest))


def _respondent(reply: dict[str, Any]) -> str:
    """Who gives one reply, by the fields that name respondents, or any speaker."""
    told = {_column(field): value for field, value in reply.items() if isinstance(value, str)}
    name, office = told.get("答弁者", ""), told.get("役職", "")
    return (name if office in name else f"{office}\u3000{name}") or _named(reply)


_SAID = ("内容", "答弁", "回答", "答弁内容", "回答内容", "answer", "reply", "response")
_TURNS_MIN = 2
"""Turns of a list from which it is what was said (a question and its reply), not one more field of the summary."""
_KINDS, _TEXTS = ("type", "kind", "side", "speaker", "role"), (*NAMES["text"], "summary", "要旨", "要約")
_NAMES = ("name", "speakername", "speaker", "氏名", "発言者")
_ASKS = re.compile(r"question|質問|質疑|^問")
_REPLIES = re.compile(r"answer|respon|reply|答弁|回答|^答")


def _told_in_full(raw: dict[str, Any], row: dict[str, str]) -> list[dict[str, str]]:
    """The turns inside an object that sums them up, as rows of questions and replies; none where the summary says more."""
    inner = next((v for v in raw.values() if isinstance(v, list) and len(v) >= _TURNS_MIN), [])
    rows: list[dict[str, str]] = []
    for turn in inner:
        text = worded(turn, _TEXTS) if isinstance(turn, dict) else ""
        kind = " ".join(str(turn.get(k) or "") for k in _KINDS) if text else ""
        if _ASKS.search(kind) and not _REPLIES.search(kind):
            if not rows or rows[-1].get(_REPLIED):
                rows.append({k: v for k, v in row.items() if k in ("質問者", "件名")} | {_REPLIED: ""})
            rows[-1][_ASKED] = "\n".join(filter(None, (rows[-1].get(_ASKED), text)))
        elif rows and _REPLIES.search(kind):
            who = _named(turn)
            said = f"（{who}）\n{text}" if rows[-1][_REPLIED] and who else text
            rows[-1].setdefault("答弁者", who)
            rows[-1][_REPLIED] = "\n".join(filter(None, (rows[-1][_REPLIED], said)))
        else:
            return []
    told = sum(len(r[_ASKED]) + len(r[_REPLIED]) for r in rows)
    return rows if told > len(row[_ASKED]) + len(row[_REPLIED]) else []


def _named(turn: dict[str, Any]) -> str:
    """Who replies: office and name; 藤本市長 holds both."""
    name = next((n for k in _NAMES if (n := worded(turn, (k,))) and not _REPLIES.search(n)), "")
    office = next((o for k in NAMES["role"] if (o := worded(turn, (k,))) and not _REPLIES.search(o)), "")
    return name if office in name else "\u3000".join(filter(None, (office, name)))


_NAME = re.compile(r"([ぁ-んァ-ヶー一-鿿々\u3000]{2,12})[|｜/／:：#][^|｜]{0,20}")
"""山田太郎|2: pairs that stand under who asks, counted."""


def _asker(key: str) -> str:
    found = _NAME.fullmatch(key)
    return found[1] if found else ""


def _column(field: str) -> str:
    return next((column for column, pattern in _COLUMNS if pattern.match(field)), "")


def _with_office(row: dict[str, str]) -> dict[str, str]:
    """A row whose respondent's office stands before the name, as in a printed table."""
    office, name = row.get("役職", ""), row.get("答弁者", "")
    who = name if office in name else "\u3000".join(filter(None, (office, name)))
    rest = {column: value for column, value in row.items() if column != "役職"}
    return rest | {"答弁者": who} if who else rest


def table_of(
    head: tuple[str, ...], rows: list[dict[str, str]], name: str, note: str = "", rest: Sequence[str] = ()
) -> Document:
    """The table of a meeting's questions and replies under its data (`HEAD`) and what the export says of itself; `rest` below it."""
    builder = Builder()
    if note:
        builder.line(note)
    for value, (_, label) in zip(head, HEAD, strict=True):
        if value:
            builder.line(f"{label}　{value}")
    rows = [_with_office(row) for row in rows]
    columns = [c for c, _ in _COLUMNS if any(row.get(c) for row in rows) or c in (_ASKED, _REPLIED)]
    table = [[RawCell((c,)) for c in columns]]
    table += [[RawCell(tuple(row.get(c, "").split("\n"))) for c in columns] for row in rows]
    builder.table(table)
    for words in rest:
        builder.line(words)
    return builder.document("application/json", name, head[1])
