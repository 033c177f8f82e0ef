"""The column of 理由 in a table of 意見と対応: the town's reply where another column says what became of the opinion (反映の有無).

Without such a column the reason may be that of who writes in (該当箇所｜意見｜理由), unless it is called 反映しない理由.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.folding import folded
from corpus.patterns import any_of
from ingest.marks.replies.headkinds import replies_by_label
from ingest.marks.speaks import is_speech
from ingest.types import Cell

DISPOSITION_MAX = 16
"""Characters in the mean of what says only that the draft is changed, or is not;"""
TIMES = 2
"""… and how many times as many the reply beside it has."""

_ASIDE = r"[(（][^)）]*[)）]$"
_DONE = "(?:反映|修正|採用|採択|対応|変更|判断|採否|取扱い?|検討)"
_REASON = re.compile(
    rf"(?:{_DONE}(?:し(?:ない|なかった|た)|できない|の)?(?:場合の?)?)?理由(?:等|及び.{{2,12}}|・.{{2,12}}|や.{{2,12}})?"
)
_OWN = re.compile(rf".*{_DONE}.*理由")
"""What is given a reason for is what the town did."""
_DISPOSITION = re.compile(
    any_of(
        # 「反映の有無」「対応区分」
        r"(?:反映|修正|変更|採用|採択|対応|処理|取扱い?|意見|検討|回答)(?:の|状況の?|内容の?)?"
        r"(?:有無|区分|可否|要否|採否|分類|種別|状況|結果)?",
        # 「採否」「判定」
        *r"採否 可否 区分 結果 判定".split(),
        # 「素案への反映状況」
        r"(?:計画|素?案|条例)(?:等)?への反映(?:の?有無|状況|区分)?",
    )
)


def is_reason(label: str) -> bool:
    """Whether a column is called 理由, 反映しない理由, 理由及び対応."""
    name = folded(re.sub(_ASIDE, "", label))
    return _REASON.fullmatch(name) is not None or _OWN.fullmatch(name) is not None


def with_reasons(
    roles: Sequence[str], labels: Sequence[str], below: Sequence[Sequence[Cell | None]]
) -> tuple[str, ...]:
    """The roles, where 対応 or 検討結果 only holds the disposition (修正する) and the reply stands beside it (理由, 考え方)."""
    if "answer" not in roles:
        return tuple(roles)
    answer = roles.index("answer")
    texts = [[c.text.strip() for row in below if x < len(row) and (c := row[x])] for x in range(len(roles))]
    sizes = [sum(map(len, column)) / max(1, sum(map(bool, column))) for column in texts]
    free = [x for x, role in enumerate(roles) if role in ("note", "status") and _may_reply(labels[x])]
    told = [x for x in free if sizes[x] >= TIMES * sizes[answer] and _spoken(texts[x])]
    if sizes[answer] > DISPOSITION_MAX or not told:
        return tuple(roles)
    return tuple({answer: "note", told[0]: "answer"}.get(x, role) for x, role in enumerate(roles))


def _may_reply(label: str) -> bool:
    return is_reason(label) or replies_by_label(label) or label.endswith("説明")


def _spoken(texts: Sequence[str]) -> bool:
    return 2 * sum(map(is_speech, texts)) > sum(map(bool, texts)) > 0


def reason_column(labels: Sequence[str]) -> int | None:
    """The column of the town's reasons; None where there is none, or where they may be somebody else's."""
    names = [folded(re.sub(_ASIDE, "", label)) for label in labels]
    place = next((x for x, name in enumerate(names) if is_reason(name)), None)
    if place is None or _OWN.search(names[place]):
        return place
    beside = (name for name in names if not name.endswith("意見") and _DISPOSITION.fullmatch(name))
    return place if any(beside) else None
