"""Lists of points in digests, where only the reply bears a mark of its own.

・プールの開く日を増やしてほしい。
→来年から増やす。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.marks.forms.namedbehind import named_point
from ingest.marks.mark import BULLETS, SIGNS, Mark
from ingest.marks.replies.arrowlines import ARROWS
from ingest.people.sidewords import is_asking
from ingest.text.lines import Line

ARROWS_MIN = 2
"""One arrow is a decision (⇒承認); several after list items are replies."""


def arrow_points(lines: Sequence[Line], found: Sequence[Mark]) -> Iterable[Mark]:
    """The marks of such a list: `・question` and `→reply` or `（答）reply`: lists of points in digests, where only the reply bears a mark of its own."""
    asked = any(is_asking(m.label) for m in found)
    ends = {
        i: end
        for i, line in enumerate(lines)
        if len(line.text) > 2 and (end := _reply_mark(line.text, tags=not asked))
        if not _DECIDED.match(line.text)
    }
    if len(ends) < ARROWS_MIN:
        return
    before = Counter(lines[i - 1].text[0] for i in ends if i and lines[i - 1].text[0] in BULLETS + SIGNS)
    if not before or before.most_common(1)[0][1] * 2 < len(ends):
        return
    bullet = before.most_common(1)[0][0]
    first = next(i for i in range(min(ends), -1, -1) if i == 0 or lines[i].text[0] == bullet)
    for index in range(first, len(lines)):
        line = lines[index]
        if index in ends:
            yield named_point(index, line, ends[index], "executive")
        elif line.text[0] == bullet and len(line.text) > 2:
            yield named_point(index, line, 1, "member")


_DECIDED = re.compile(
    rf"^[{ARROWS}]\s*[^。]{{0,30}}(?:決定|承認|了承|可決|同意|異議なし|合意|作成|継続審議|再検討)(?:した|する|とする|こととする)?。?$"
)
"""⇒原案のとおり決定: what came of the points above, no reply."""
_REPLY_TAG = re.compile(r"^[（(【〔［\[「＜<](?:ご|御|市の?|町の?)?(?:回答|答弁|答|[AＡ])[）)】〕］\]」＞>]")


def _reply_mark(text: str, tags: bool) -> int:
    """Length of the mark of a reply at the head of a line, 0 where there is none."""
    if text[0] in ARROWS:
        return 1
    tag = _REPLY_TAG.match(text) if tags else None
    return tag.end() if tag else 0
