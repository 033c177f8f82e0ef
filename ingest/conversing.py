"""Whether the rows of a table are a conversation: who speaks in each, and whether people of two sides speak again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from ingest.exportcolumns import Column
from ingest.fieldspeakers import side_said, speaker_of, tells_part
from ingest.normalize import squeeze
from ingest.types import Record
from ingest.wording import asks


def heard(columns: Mapping[str, Column], sides: Mapping[str, str]) -> tuple[list[tuple[str, str]], list[str]]:
    """(who, side) of each row and its words; a row that names nobody goes on with the one above."""
    people: list[tuple[str, str]] = []
    size = len(columns["text"].cells)
    for y in range(size):
        cell = {role: column.cells[y] for role, column in columns.items()}
        part = sides.get(cell.get("part", ""), "")
        speaker = speaker_of(Record((0, 0), cell.get("speaker", ""), cell.get("role", "") or part))
        side = (
            "chair"
            if speaker.side == "other" and tells_part(part) and side_said(part) is None
            else speaker.side
        )
        who = speaker.name + speaker.office or part
        people.append((who, side) if who or not people else people[-1])
    return people, list(columns["text"].cells)


def no_conversation(people: Sequence[tuple[str, str]], texts: Sequence[str]) -> str:
    """Why the rows are no conversation; empty where they are one."""
    runs = [
        (who, "\n".join(t for _, t in run))
        for who, run in groupby(zip(people, texts, strict=True), lambda r: r[0])
    ]
    turns = Counter(who for who, _ in runs)
    sides = {side for _, side in turns}
    if len(turns) < 2 or max(turns.values()) < 2:
        return "同じ人が二度話すところがない（名簿や一覧か）"
    if sides == {"other"}:
        called = {name for name, _ in turns if sum(_calls(text, name) for text in texts)}
        return "" if len(called) > 1 else "誰の立場も分からない（役職がなく、名前を呼ばれてもいない）"
    if not sides & {"member", "chair", "other"}:
        return "尋ねる側の発言がない（部署ごとの一覧か）"
    if len(sides) < 2:
        return "一方の側の発言だけ"
    presided = sum(n for (_, side), n in turns.items() if side == "chair") > 1
    answered = sum(
        before[0][1] != after[0][1] and after[0][1] != "member" and asks(before[1]) and bool(after[1])
        for before, after in pairwise(runs)
    )
    return "" if presided or answered > 1 else "尋ねて答えるところがない"


def _calls(text: str, name: str) -> bool:
    return (
        len(name) > 1
        and re.search(re.escape(squeeze(name)[:2]) + r"[^、。]{0,6}(?:議員|委員|君|さん|氏|[長監])", text)
        is not None
    )
