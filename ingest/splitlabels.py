"""Signed labels that the page broke over lines, as saved pages do that put every linked word on a line of its own.

    ○
    仁田為吉 議長
    ◎大里
    総合政策部長 第三十九号議案中、…
    ◆24番(
    由良千鶴 議員) 再質疑をいたします。

One such label may be a sign that stands before something else; several are how the page is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.lines import BLANK, Line
from ingest.mark import SIGNS, Mark
from ingest.markforms import candidates

SPLIT_MIN = 3
"""Labels broken over lines from which the page breaks them."""
HEAD_MAX = 16
"""Characters of a label before the break at most (◎議会運営委員長(, ◆24番()."""


def with_split(found: Sequence[Mark], lines: Sequence[Line], roster: tuple[str, ...] = ()) -> list[Mark]:
    """The marks with those whose label goes on in the next lines, where the page breaks labels; else as they were."""
    broken = list(_split(lines, roster))
    if len(broken) < SPLIT_MIN:
        return list(found)
    heads = {mark.line for mark in broken}
    gone = {m.line + k for m in broken for k in (1, 2) if m.body > lines[m.line + k].start}
    return [
        m for m in found if m.line not in heads and (m.line not in gone or m.style.startswith("sign"))
    ] + broken


def _split(lines: Sequence[Line], roster: tuple[str, ...]) -> Iterator[Mark]:
    for index, line in enumerate(lines[:-1]):
        head, following = line.text, lines[index + 1]
        if (
            head[0] not in SIGNS
            or len(head) > HEAD_MAX
            or following.text[0] in SIGNS
            or re.search("[。、]", head)
        ):
            continue
        if len(head) > 1 and head[1] in BLANK and head[-1] not in "（(":
            continue  # ◎　開議宣告: a heading above the label
        if len(head) == 1 and len(following.text) <= HEAD_MAX and following.text[-1] in "（(":
            head += following.text  # ○ above 農政課長( above the name
            following = lines[index + 2] if index + 2 < len(lines) else following
        whole = replace(line, text=head + following.text, end=line.start + len(head) + len(following.text))
        mark = next(iter(candidates(index, whole, roster)), None)
        if mark is None or not mark.speaker.office or not _goes_on(mark, head):
            continue
        body = following.start + mark.body - line.start - len(head)
        while body < following.end and following.text[body - following.start] in BLANK:
            body += 1
        yield replace(mark, body=body)


def _goes_on(mark: Mark, head: str) -> bool:
    """Whether the label needs the next line: its end lies there."""
    return len(mark.label) > len(head[1:].strip(BLANK))
