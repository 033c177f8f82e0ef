"""A check as a table file: a row for every sentence and earlier reply, to be passed round in the office."""

from __future__ import annotations

from chat import naming
from chat.check import ELSEWHERE, NEVER, Check, contrast_line, never_line
from chat.exports import Cell, Form, Sheet, to_file
from chat.words import t, translated

COLUMNS = (
    "番号", "文", "結果", "以前の答弁（記録のことば）", "出典", "同じところ", "違うところ", "資料", "ページ", "公式の会議録", "質疑のID",
)  # fmt: skip

_STATUS = {"answered": "以前の答弁あり", "passed": "確認の対象外"}


def sheet(found: Check) -> Sheet:
    """The sentences in their order, each earlier reply in a row of its own, those of other towns called so."""
    rows: list[tuple[Cell, ...]] = []
    for number, sentence in enumerate(found.sentences, 1):
        said = number, sentence.text.strip()
        head = *said, translated(never_line(sentence)) or t(_STATUS[sentence.status])
        if sentence.status != "answered":
            rows.append((*head, *[None] * (len(COLUMNS) - len(head))))
        for earlier in sentence.earlier:
            head = *said, t(ELSEWHERE if earlier.elsewhere else _STATUS["answered"])
            first = earlier.near.citations[0]
            same, differing = (
                "\n".join(translated(contrast_line(c)) for c in earlier.contrasts if c.same is agrees) or None
                for agrees in (True, False)
            )
            rows.append(
                (
                    *head, "\n".join(c.quote.strip() for c in earlier.near.citations),
                    naming.citation(first.meeting, first.speaker, first.role), same, differing,
                    first.source, first.page, first.url or None, first.exchange_id,
                )
            )  # fmt: skip
    return Sheet(t("答弁確認"), tuple(map(t, COLUMNS)), tuple(rows))


def to_table(found: Check, form: Form) -> bytes:
    """The table as a file; the XLSX has a second sheet with the counts and what it was set against."""
    counts: tuple[tuple[Cell, ...], ...] = (
        (t("照らし合わせた記録"), naming.filters(found.filters) or t("すべて")),
        (t("以前の答弁あり"), found.count("answered")),
        (t("うち違いあり"), found.differing),
        (t(NEVER), found.count("never")),
        (t("確認していない文"), found.cut),
    )
    return to_file(sheet(found), form, Sheet(t("条件"), (t("項目"), t("内容")), counts))
