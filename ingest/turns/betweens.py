"""What stands between two speeches of one line and is no speech: a label, what is printed before it, the frame of told words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.marks.mark import SIGNS
from ingest.marks.replies.arrowlines import ARROWS
from ingest.marks.reported.signed import is_signature
from ingest.marks.reported.told import is_frame
from ingest.people.sidewords import bare_label, says_side
from ingest.people.speakers import parse_label
from ingest.text.furniture import STAGE, TIME_NOTICE
from ingest.turns.endings import is_narrated

BRACKETS = "【】〔〕［］[]〈〉＜＞《》「」（）()"
"""What stands around a label that says a side (【市の考え方】)."""
MARK_MAX = 60
"""Characters of a line that may announce a speaker; offices and names of the longest kind stay below."""
_REST = re.compile(
    rf"^(?:[一二三四五六七八九十\d]{{1,3}}[．.、]|[（(]|[）)]|[^（(。、]{{0,6}}(?:君|議員)[）)]{{1,2}}|[{SIGNS}][^。、（()）：:]{{2,8}}(?:君|議員))$"
)
"""What a page that breaks labels over lines leaves of one; ◇由良千鶴君 above the questions of a member."""
_ASCENDS = re.compile(r"([^（(〔]{2,9})[（(〔](?:登壇|自席|質問席)[）)〕]")
_RULES = re.compile(r"[─━―—…‥＝=-]{6,}")
_DIRECTION = re.compile(r"[（(〔［\[「『][^（()）〔〕［］\[\]]+[）)〕］\]」』]")
_TIMES = re.compile(r"[^)）]+[)）]?")
_ITEM = re.compile(
    r"^(?:[（(]\d{1,2}[)）][^。、]{4,50}?について(?:[（(][^（()）]{1,12}[)）])?)?(?P<told>[^。]{4,160}。)?(?P<label>[^。：:]{2,14})[：:]$"
    r"|^(?:\d{1,2}[．.]|[（(]\d{1,2}[)）])[^。【】]{1,80}[【〔［](?P<tag>[^【】〕］]{2,16})[】〕］]$"
)


_PAGE = re.compile(r"(?:発言が指定されていません。?)?[↑↓]?(?:本文|発言者)の先頭へ$")
"""What a vendor's page prints behind the last speech."""


def is_no_speech(words: str) -> bool:
    """Whether what stands between two speeches of a line, or behind the last, belongs to neither; blanks are left out."""
    words = _PAGE.sub("", words)
    return (
        not words
        or TIME_NOTICE.match(words) is not None
        or is_signature(words, bracketed=False)
        or is_label_between(words)
        or is_frame(words)
        or _is_item_and_label(words)
    )


def _is_item_and_label(words: str) -> bool:
    """（4）…について交通課長から報告があった。委員：: the next item, what was done about it, and who speaks first."""
    found = _ITEM.match(words)
    if found is None or (found["told"] and not is_narrated(found["told"])):
        return False
    who = parse_label(found["label"] or found["tag"])
    return who is not None and bool(who.office)


def is_label_between(words: str) -> bool:
    """A label between two speeches of one line, with what stands before it: (A.M.11:02休憩)―――◎一般質問―――3◯議長（…）."""
    words = re.sub(r"([－―-])\d{1,4}\1", "", words)
    while (piece := _DIRECTION.match(words)) and _is_between(piece[0]):
        words = words[piece.end() :]
    label = words.lstrip(ARROWS)  # →（事務局）, （Ａ）
    if not label or says_side(bare_label(label.strip(BRACKETS))):
        return True
    if any((who := parse_label(one)) and who.office for one in (label, label.strip(BRACKETS)) if one):
        return True
    sign = max(words.rfind(one) for one in SIGNS)
    before = (part for piece in _RULES.split(words[: max(sign, 0)]) for part in _TIMES.findall(piece))
    ruled = _RULES.search(words) is not None  # ──── 諸報告 2 ◯議長（…）
    return sign >= 0 and len(words) - sign <= MARK_MAX and all(_is_between(piece, ruled) for piece in before)


def _is_between(piece: str, ruled: bool = False) -> bool:
    heading = (ruled or piece[0] in SIGNS) and len(piece) <= MARK_MAX and not re.search("[。、]", piece)
    return heading or piece.rstrip(":：").isdecimal() or bool(TIME_NOTICE.match(piece) or STAGE.match(piece))


def is_rest_of_label(words: str, following: Sequence[str]) -> bool:
    """Whether a line (squeezed) is a piece of a label that the page broke; `following`: name and office of who speaks below it."""
    if words[0] in SIGNS and words[-1] in "（(" and len(words) <= MARK_MAX:
        return True  # ◆24番(, the name below
    ascends = _ASCENDS.fullmatch(words)  # 都市建設課（登壇） above 長（相馬秀夫君）
    begun = ascends is not None and any(word.startswith(ascends[1]) for word in following)
    return begun or _REST.match(words) is not None
