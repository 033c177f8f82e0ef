"""Titles of a digest's items: short unfinished lines above 問 and 答, with the member's name or without."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.marks.headingforms import TITLE_MAX
from ingest.marks.nomarks.letterfields import is_signature_field
from ingest.people.askers import named_at_end
from ingest.text.furniture import SIGNER, STAGE, TIME_NOTICE
from ingest.text.lines import TERMINAL, Line, is_bullet

TITLE_LINES = 3
"""Lines of such a title (theme, member, group) at most."""


def is_theme(line: Line, above: Sequence[Line]) -> bool:
    """高齢者の足を守れ below a finished sentence and above the member's name: the theme of the questions."""
    return could_be_title(line) and bool(above) and above[-1].text[-1] in TERMINAL


def title_lines(lines: Sequence[Line], apart: bool, alone: bool) -> int:
    """How many of the last lines are the title of the next piece of a digest: short, unfinished, set off by a blank line.

    `apart`: what stands above is known to be no speech (▼その他の質問), so it need not end as a sentence does; `alone`: 質問
    and 回答 stand on lines of their own, and a page without blank lines sets the title off by the full stop above it.
    """
    # その他質問項目, what else was asked, and the next member's title, perhaps with a second line
    if alone and apart:
        named = next((n for n in (1, 2) if len(lines) > n and named_at_end(lines[-n].text)), 0)
        if named and (named == 1 or could_be_title(lines[-1])):
            return named
    count = 0
    while count < min(TITLE_LINES, len(lines) - 1) and could_be_title(lines[-1 - count]):
        count += 1
        ended = apart or lines[-count - 1].text[-1] in TERMINAL
        if alone and lines[-count - 1].text[-1] in "。．" and not lines[-count].gap:
            return count
        if lines[-count].gap and ended and (apart or not could_be_title(lines[-count - 1])):
            return count
    return 0


_BARE = re.compile(r"^[^\d。、：:「」（()）ぁ-ん]*[^\d。、：:「」（()）]{0,14}[一-鿿ァ-ヶー]$")
_BOXED = re.compile(r"^[【〔［][^【】〔〕［］。]{2,20}[】〕］][^。、：:]{2,24}$")
"""【川西会場】５月１３日（土）"""
_COUNTED = re.compile(r"^\d{1,2}[．.\s]+[^\d\s。、：:][^。、：:]{1,24}$")
"""２　子どもの居場所 below a full stop and above the next question."""
_MATTER = re.compile(r"^[^\d・\s。、：:「」（()）][^。、：:「」]{4,28}(?:について|に関して|に向けて|を)$")
"""図書館の充実を, 介護予防事業の導入について: what no sentence of the reply ends with."""
_NOTE = re.compile(r"^[（(].{1,20}[）)]$")
_REMARK = re.compile(r"[（(]?[※＊]")
"""(※登記は明治時代のまま): a remark on the words above."""
_WRITER = re.compile(
    r"[（(](?=[^（()）]*(?:\d{2}(?:歳|才|代)|[男女]性|在[住勤学]|匿名|会社員|自営業|学生|主婦|無職))[^（()）。]{2,24}[）)]$"
)
"""（40代・女性）: who wrote the words above."""
_SENTENCE = re.compile(r"(?:ます|です|ません|ました|でした|でしょうか|ください)。.")
"""ありません。自分たちのことです。（水道、病院など）: a line that the words of a letter end in."""
BARE_MAX = 20
"""Characters of a heading that nothing sets off but its form."""


def bare_titles(lines: Sequence[Line]) -> int:
    """How many of the last lines are a heading that no blank line sets off: 埋立ごみ関係, 北浜小学校 (8月27日) below a full stop
    or the department that signs (【担当：環境課】), and above the next question. Only a noun is one: 平日 午前９時から goes on with the reply."""
    note = int(len(lines) > 2 and _NOTE.match(lines[-1].text) is not None)
    place = len(lines) - 1 - note
    if place < 1 or not (lines[place - 1].text[-1] in "。．？?" or is_signature_field(lines[place - 1].text)):
        return 0
    text = lines[place].text
    if is_boxed(text) or _COUNTED.match(text):
        return 1 + note
    if _MATTER.match(text):
        return 1 + note
    return 1 + note if len(text) <= BARE_MAX and _BARE.match(text) and could_be_title(lines[place]) else 0


def is_boxed(text: str) -> bool:
    """A heading in a bracket with the day or the hour behind it."""
    return _BOXED.match(text) is not None


def could_be_title(line: Line) -> bool:
    """Whether a line is short and unfinished enough for the title of a digest's item."""
    text = line.text
    return (
        len(text) <= TITLE_MAX
        and text[-1] not in "。、，．"
        and not is_bullet(text)
        and not _SENTENCE.search(text)
        and not _REMARK.match(text)
        and not _WRITER.match(text)
        and not re.search(r"[:：\t]", text)
        and not STAGE.match(text)
        and not SIGNER.match(text)
        and not TIME_NOTICE.match(text)
    )
