"""Labels of a page that lost its line ends and the sign and the opening bracket of its labels: 議長斎藤秀雄君) …."""

from __future__ import annotations

import re
from collections import Counter

from ingest.marks.lineless.unbrokenlabels import NAMED, names_speaker
from ingest.marks.mark import SIGNS

LABELS_MIN = 3
"""Speaker labels amid long lines from which the line ends are lost."""
_LOST = re.compile(
    rf"([^\s。、（()）「」〔〕【】\-─━―△{SIGNS}]{{2,30}}(?:\s[^\s。、（()）「」〔〕【】\-─━―△{SIGNS}]{{1,4}})?君)[）)](?=\s)"
)
"""議長斎藤秀雄君): a page that lost the sign and the opening bracket of its labels, and the blank before them."""


_TIMED = re.compile(r"\d[時分]|宣告")
"""午前10時00分開議の宣告議長…: a time and a heading, glued to the label."""


def lost_brackets(text: str) -> list[int]:
    """Where such labels begin; one that is glued to what stands above it (開議の宣告議長斎藤秀雄君)) ends as another one does."""
    if "君）" not in text and "君)" not in text:
        return []  # most lines; the pattern looks at each of their letters
    matches = list(_LOST.finditer(text))
    found = [_undoubled(m.start(1), m[1]) for m in matches]
    begins = {m.start(1) for m in matches}
    whole = Counter(
        label
        for start, label in found
        if start
        and (text[start - 1] in f"。」』？?」〕】 \u3000{SIGNS}" or start not in begins)
        and names_speaker(label + "）")
        and not _TIMED.search(label)
    )
    if len(found) < LABELS_MIN or not whole or whole.most_common(1)[0][1] < 2:
        return []
    out = []
    for start, label in found:
        known = max((w for w in whole if label.endswith(w)), key=len, default="")
        place = start + len(label) - len(known)
        if known and text[place - 1] not in SIGNS:
            out.append(place)
    kept = [match.start(1) for match in NAMED[0].finditer(text) if names_speaker(match[1])]
    return sorted({*out, *kept})  # 5番(川辺守君) beside them kept its bracket


_DOUBLED = re.compile(r"([一-鿿ァ-ヴー]{2,14})(?=\1)")


def _undoubled(start: int, label: str) -> tuple[int, str]:
    """総務課長総務課長橋本晋君: the chair's call, which lost its full stop, before the label."""
    called = _DOUBLED.match(label)
    return (start + called.end(), label[called.end() :]) if called else (start, label)
