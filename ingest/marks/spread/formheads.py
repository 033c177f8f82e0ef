"""A form whose column head the export wrote down the page between the first speaker and his words.

教育総務課長
事
の
経
過
議題 ・ 発言内容 ・ 決定事項
定刻になりましたので、…
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.people.speakers import LABEL_MAX
from ingest.text.lines import Line

HEADS = tuple(
    a + b
    for a in ("議事", "会議", "審議", "発言")
    for b in ("の経過", "経過", "の内容", "内容", "の概要", "概要")
)
"""What such a form calls the column of the words."""
RUN_MIN = 3
"""Lines of one character from which they are a word written down the page."""
_COLUMNS = re.compile(r"(?:(?:議題|議事|発言者?|発言内容|決定事項|審議内容|内容|結果|等)[\s・、]*){2,}")


def without_form_heads(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without the rest of a column head below a label that stands on a line of its own again."""
    out = list(lines)
    texts = [line.text for line in out]
    index = 1
    while index < len(texts):
        stop = index
        while stop < len(texts) and len(texts[stop]) == 1:
            stop += 1
        label = texts[index - 1]
        is_head = stop - index >= RUN_MIN and any(h.endswith("".join(texts[index:stop])) for h in HEADS)
        if is_head and 1 < len(label) <= LABEL_MAX and label in texts[stop:]:
            stop += stop < len(texts) and _COLUMNS.fullmatch(texts[stop]) is not None
            del out[index:stop], texts[index:stop]
        index = max(index + 1, stop) if not is_head else index + 1
    return tuple(out)
