"""Whether the rows of a table are a conversation: who speaks in each, and whether people of two sides speak again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from corpus.patterns import any_of
from ingest.columns.grid import Column
from ingest.columns.speakers import side_said, speaker_of, tells_part
from ingest.phrases.wording import asks
from ingest.text.normalize import squeeze
from ingest.types import Record


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
    if sum(map(asks, texts)) > MOST_ASK * len(texts):
        return "尋ねる文ばかり（要望や問い合わせの一覧か）"
    if sides == {"other"}:
        return "" if _is_chaired(runs) else "誰の立場も分からない（役職がなく、名前を呼ぶ進行役もいない）"
    if not sides & {"member", "chair", "other"}:
        return "尋ねる側の発言がない（部署ごとの一覧か）"
    if len(sides) < 2:
        return "一方の側の発言だけ"
    chaired = [text for (_, side), text in runs if side == "chair"]
    moderated = sum(_MODERATES.search(text) is not None for text in chaired)
    presided = moderated > 1 and 2 * moderated >= len(chaired)
    if not presided and _in_rounds([who for who, _ in runs]):
        return "皆が同じ順に一人ずつ書いている（寄稿の一覧か）"
    answered = sum(
        before[0][1] != after[0][1] and asks(before[1]) and not asks(after[1])
        for before, after in pairwise(runs)
        if after[0][1] != "member" or before[0][1] == "other"
    )
    return "" if presided or answered > 1 else "尋ねて答えるところがない"


MOST_ASK = 0.8
"""Share of the rows that ask, above which nobody replies to them."""
_MODERATES = re.compile(
    any_of(
        # 「ただいまから」「次に」「休憩します」「お諮りします」
        *r"ただいま これより これで それでは では、 次に 次の 以上で 開(?:き|会|議) 閉(?:じ|会) 散会 休憩 再開 質疑 発言を お諮り".split(),
        *r"異議 採決 議題".split(),
        # 「御意見を」「説明をお願いします」「早川議員。」
        r"(?:御|ご)?(?:説明|意見|質問|答弁|報告)(?:を|は|が|等)",
        *r"お願い(?:い?た)?し (?:議員|委員|君|[長監])。".split(),
    )
)
"""What a chair says to lead a meeting; 会期を決めます in a list of dates leads none."""


def _in_rounds(order: Sequence[tuple[str, str]]) -> bool:
    """Whether three people or more take turns in one and the same order, as the columns of a newsletter do, issue by issue."""
    size = len(set(order))
    return size > 2 and all(who == order[place % size] for place, who in enumerate(order))


def _is_chaired(runs: Sequence[tuple[tuple[str, str], str]]) -> bool:
    """Whether one of people without offices calls others by name and title, again and again, and the one called speaks then."""
    names = {name for (name, _), _ in runs}
    callers = Counter(who for (who, _), text in runs if any(_calls(text, name) for name in names - {who}))
    followed = {before[0][0] for before, after in pairwise(runs) if _calls(before[1], after[0][0])}
    return any(callers[who] > 1 for who in followed)


def _calls(text: str, name: str) -> bool:
    surname = re.escape(squeeze(name)[:2])
    return len(name) > 1 and re.search(surname + r"[^、。]{0,6}(?:議員|委員|君|[長監])", text) is not None
