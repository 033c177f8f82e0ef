"""A check as JSON and as a table file: a row for every sentence and earlier reply, to be passed round in the office."""

from __future__ import annotations

from typing import Any

from chat import naming
from chat.contract import citation_to_dict, filter_to_dict
from chat.desk.check_types import ELSEWHERE, Check, CheckedSentence, contrast_line, never_line
from chat.exports import Cell, Form, Sheet, to_file
from chat.words import t, translated

COLUMNS = (
    "番号", "文", "結果", "以前の答弁（記録のことば）", "引用表記", "同じところ", "違うところ", "資料名", "ページ", "公式の会議録", "質疑のID",
)  # fmt: skip

PRINTED = 7
"""Of these as many go on paper."""

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
                "\n".join(contrast_line(c) for c in earlier.contrasts if c.same is agrees) or None
                for agrees in (True, False)
            )
            rows.append(
                (
                    *head, "\n".join(c.quote.strip() for c in earlier.near.citations),
                    naming.citation(first.meeting, first.speaker, first.role), same, differing,
                    first.source, first.page, first.url or None, first.exchange_id,
                )
            )  # fmt: skip
    return Sheet(t("答弁確認"), tuple(map(t, COLUMNS)), tuple(rows), PRINTED)


def to_table(found: Check, form: Form) -> bytes:
    """The table as a file; the XLSX has a second sheet with the counts and what it was set against."""
    counts: tuple[tuple[Cell, ...], ...] = (
        (t("照らし合わせた記録"), naming.filters(found.filters) or t("すべて")),
        (t("以前の答弁あり"), found.count("answered")),
        (t("うち違いあり"), found.differing),
        (t(found.never), found.count("never")),
        (t("確認していない文"), found.cut),
    )
    return to_file(sheet(found), form, Sheet(t("条件"), (t("項目"), t("内容")), counts))


def to_dict(found: Check) -> dict[str, Any]:
    """The check as JSON; `spans` and `start`/`end` count code points."""
    return {
        "filters": filter_to_dict(found.filters),
        "sentences": [_sentence(sentence) for sentence in found.sentences],
        "counts": {status: found.count(status) for status in ("answered", "never", "passed")}
        | {"differing": found.differing, "not_checked": found.cut},
        "elapsed_ms": round(found.elapsed_ms, 1),
    }


def _sentence(sentence: CheckedSentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "status": sentence.status,
        "message": never_line(sentence),
        "towns": list(sentence.towns),
        "earlier": [
            {
                "exchange_id": one.near.found.stored.exchange.id,
                "confidence": round(one.near.confidence, 3),
                "elsewhere": one.elsewhere,
                "citations": [citation_to_dict(citation) for citation in one.near.citations],
                "contrasts": [
                    {
                        "kind": c.mine.kind,
                        "draft": c.mine.text,
                        "record": [fact.text for fact in c.theirs],
                        "same": c.same,
                    }
                    for c in one.contrasts
                ],
            }
            for one in sentence.earlier
        ],
    }
