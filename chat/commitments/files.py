"""Promises as JSON and as a table for CSV and Excel."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from chat import naming
from chat.commitments.types import Commitment, State, Wanted, kinds_of
from chat.contract import filter_from_dict, filter_to_dict
from chat.exports import Cell, Form, Sheet, Told, to_file
from chat.words import t
from corpus.errors import SettingsError


def commitment_to_dict(one: Commitment) -> dict[str, Any]:
    """The JSON form that command and API share; keys are only ever added."""
    return {
        "exchange_id": one.exchange_id,
        "source": one.source,
        "municipality": one.municipality,
        "body": one.body,
        "meeting": one.meeting,
        "date": one.date,
        "topic": one.topic,
        "speaker": {"name": one.speaker.name, "office": one.speaker.office},
        "kind": one.kind,
        "quote": one.quote,
        "spans": [list(span) for span in one.spans],
        "page": one.page,
        "due": one.due or None,
        "state": one.state,
        "later": list(one.later),
        "torn": list(one.torn),
    }


def wanted_to_json(wanted: Wanted) -> str:
    """A wish as a button of the page carries it."""
    return json.dumps(
        {
            "filters": filter_to_dict(wanted.filters),
            "kind": wanted.kinds,
            "text": wanted.text,
            "open": wanted.open,
        },
        ensure_ascii=False,
    )


def wanted_from_json(text: str) -> Wanted:
    """The wish of `wanted_to_json`. Raises SettingsError where it is none."""
    try:
        given = json.loads(text)
        words, still = str(given["text"]), given["open"] is True
        return Wanted(filter_from_dict(given["filters"]), kinds_of(given["kind"]), words, still)
    except (ValueError, KeyError, TypeError) as error:
        raise SettingsError("この条件は読めません", "一覧をもう一度表示してください") from error


STATES: dict[State, str] = {
    "open": "その後の言及なし",
    "mentioned": "その後に言及あり",
    "done": "その後に実施の答弁あり",
    "closed": "",
}
"""What the states are called."""

PIECES = {
    (False, False): "",
    (True, False): "文の途中から",
    (False, True): "文の途中まで",
    (True, True): "文の途中から途中まで",
}
"""What is said of a quote that is part of its sentence, by where that goes on; the quote itself stays as it is recorded."""

COLUMNS = (
    "自治体", "会議体", "会議", "日付", "議題", "種類", "発言（原文）", "抜き書き", "期限・時期", "役職", "氏名", "その後",
    "その後の質疑", "質疑のID", "資料名", "ページ",
)  # fmt: skip

PRINTED = 12
"""Of these as many go on paper: a quote with what it is, who said it, where and when, and what came of it."""


def to_table(found: Iterable[Commitment], form: Form, told: Told | None = None) -> bytes:
    """The statements as a file; `told` as of `to_file`."""
    sheet = Sheet(t("答弁の約束"), tuple(map(t, COLUMNS)), tuple(table_rows(found)), PRINTED)
    return to_file(sheet, form, told=told)


def table_rows(found: Iterable[Commitment]) -> Iterator[tuple[Cell, ...]]:
    """Rows of `COLUMNS` for a table file."""
    for one in found:
        yield (
            naming.town(one.municipality), one.body, one.meeting, one.date, one.topic, t(one.kind), one.quote,
            t(PIECES[one.torn]) if PIECES[one.torn] else "", one.due, one.speaker.office, one.speaker.name,
            t(STATES[one.state]) if STATES[one.state] else "", " ".join(one.later), one.exchange_id, one.source, one.page,
        )  # fmt: skip
