"""Replies behind an arrow below questions that bear no mark at all: lists that a word processor numbered, whose numbers are no text.

夏のあいだ、プールは何時まで開いているのか。
⇒午後六時まで開けています。

Or below questions whose own labels name who asks (沖委員　…か。 above →　事務局　…): then the reply names who answers. Where the labels
stand in brackets, so do those behind the arrows (（委員）…か。 or （町民）…か。 above ⇒（事務局）…).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.marks.forms.namedbehind import named_point
from ingest.marks.forms.tagforms import tagged
from ingest.marks.mark import Mark
from ingest.marks.speaks import is_speech
from ingest.phrases.wording import asks, wishes
from ingest.text.lines import Line

ARROWS = "→⇒➡⇨➔"
_OPINION = re.compile(
    r"(?:べき(?:だ|である|です|と考え(?:る|ます)|と思(?:う|います))?|(?:て|で)(?:ほしい|もらいたい|いただきたい))。$"
)
"""A line below a reply that is no reply: 分かりやすい指針にすべきである。"""
LABELS = ("wide", "colon", "tab")
"""Labels before the words of a question."""
REPLIES_MIN, SHARE = 3, 0.8
"""Replies of such a list, and the share of them with a sentence above them; most of those sentences ask or wish."""


def replies_below(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of such a list: a question, whole in the line above each reply; none in a document of another form."""
    replies = [i for i, line in enumerate(lines) if line.text[0] in ARROWS and len(line.text) > 2]
    taken = {mark.line for mark in found}
    labelled = {mark.line for mark in found if mark.speaker.office and mark.style in LABELS}
    above = [
        i - 1
        for i in replies
        if i
        and (
            _is_question(lines[i - 1], i - 1 in taken)
            or (i - 1 in labelled and named_point(i, lines[i], 1, "other").speaker.office)
        )
    ]
    asking = sum(asks(lines[i].text) or wishes(lines[i].text) for i in above)
    if len(replies) < REPLIES_MIN or len(above) < SHARE * len(replies) or 2 * asking < len(above):
        return
    for index in replies:
        if index - 1 in above and index - 1 not in labelled:
            yield named_point(index - 1, lines[index - 1], 0, "member")
        yield named_point(index, lines[index], 1, "executive")
        below = index + 1
        if (
            below < len(lines)
            and below not in above
            and _is_question(lines[below], below in taken)
            and lines[index].text.endswith("。")
            and _OPINION.search(lines[below].text)
        ):
            yield named_point(below, lines[below], 0, "member")


_LABEL = re.compile(rf"^[{ARROWS}]\s*(?=[（(【〔［\[])")
BRACKETS_MIN = 2
"""Labels in a bracket without an arrow, and as many behind arrows, from which the arrow stands before a speaker."""


def labels_behind_arrows(lines: Sequence[Line], found: Sequence[Mark]) -> list[Mark]:
    """The marks of ⇒（事務局）… in a record whose members speak in the same bracket."""
    asking = Counter(m.style for m in found if m.tagged and m.sure and m.speaker.side in ("member", "other"))
    out = []
    for index, line in enumerate(lines):
        head = _LABEL.match(line.text)
        mark = tagged(index, line, head.end()) if head else None
        if mark and mark.sure and mark.speaker.office and asking[mark.style] >= BRACKETS_MIN:
            out.append(mark)
    return out if len(out) >= BRACKETS_MIN else []


def _is_question(line: Line, marked: bool) -> bool:
    return not marked and line.text[0] not in ARROWS and is_speech(line.text)
