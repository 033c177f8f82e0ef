"""A conversation to keep: as Markdown, as a Word file, as a table with a row a quotation (CSV).

Quotations stand letter for letter with their citation line; signs of Markdown in the record's words are escaped.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from chat import naming
from chat.desk.brief_files import docx, escaped, source_lines
from chat.exports import Cell, to_csv
from chat.refusals import parts
from chat.render.answers import ShownTurn
from chat.types import Answer
from chat.words import t, translated

COLUMNS = (
    "番号", "質問", "結果", "引用", "引用表記", "自治体", "会議", "日付", "役職", "氏名",
    "資料名", "ページ", "公式の会議録", "質疑のID", "検索した範囲",
)  # fmt: skip


def markdown(turns: Sequence[ShownTurn], today: datetime.date) -> str:
    """The conversation as Markdown: each answer as it was shown, under it the sources of its marks."""
    return "\n".join(_lines(turns, today)) + "\n"


def _lines(turns: Sequence[ShownTurn], today: datetime.date) -> Iterator[str]:
    yield f"# {t('会議録チャットの記録')}{t('（{day}）', day=today.isoformat())}"
    yield ""
    yield t("「」の中は会議録のことばそのままです。")
    for number, turn in enumerate(turns, 1):
        yield ""
        yield f"## {t('質問{number}', number=number)}: {escaped(_one_line(turn.question))}"
        yield ""
        if turn.answer is None:
            yield escaped(turn.error)
            continue
        yield from _answer(turn.answer)


def _answer(answer: Answer) -> Iterator[str]:
    inside = False  # a quotation of several lines
    # Of a refusal conditions and reach stand below, as of every answer.
    for line in answer.text.splitlines() if answer.citations else _told(answer):
        inside = inside or (bool(answer.citations) and line.startswith(("「", "…「")))
        yield f"{'> ' if inside else ''}{escaped(line)}" if line.strip() else ""
        inside = inside and not re.search(r"」…?\[\d+\]$", line)
    for note in answer.notes:
        yield f"- {escaped(translated(note))}"
    yield ""
    yield from source_lines(answer.citations)
    if narrowed := naming.filters(answer.filters):
        yield f"- {t('検索した条件')}: {escaped(narrowed)}"
    if answer.searched and not answer.searched.empty:
        yield f"- {naming.reach(answer.searched)}"


def word(turns: Sequence[ShownTurn], today: datetime.date) -> bytes:
    """The same as a Word file."""
    return docx(markdown(turns, today))


def table(turns: Sequence[ShownTurn]) -> bytes:
    """A row a quotation as CSV; a question without an answer has one row without a quotation."""
    rows = [row for number, turn in enumerate(turns, 1) for row in _rows(number, turn)]
    return to_csv(rows, [t(name) for name in COLUMNS])


def _rows(number: int, turn: ShownTurn) -> Iterator[tuple[Cell, ...]]:
    answer = turn.answer
    reach = naming.reach(answer.searched) if answer and answer.searched else ""
    if answer is None or not answer.citations:
        said = turn.error if answer is None else " ".join((*_told(answer), *map(translated, answer.notes)))
        yield (number, turn.question, said, *([""] * 11), reach)
        return
    for one in answer.citations:
        yield (
            number, turn.question, t("答弁あり"), one.quote.strip(),
            naming.citation(one.meeting, one.speaker, one.role), naming.town(one.meeting.town),
            one.meeting.body, one.meeting.date, one.speaker.office, one.speaker.name,
            one.source, one.page, one.url, one.exchange_id, reach,
        )  # fmt: skip


def _told(answer: Answer) -> list[str]:
    """What is said where nothing is quoted: that nothing was found, or the line to what asked for nothing of the record."""
    head, told = (answer.text, ()) if answer.aside else parts(answer)
    return [translated(one) for one in (*head.splitlines(), *told)]


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
