"""Headlines that are put as question and reply (問 避難所に暖房を / 答 順次設置していく) above the member whose questions follow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.marks.mark import Mark
from ingest.people.askers import names_member
from ingest.text.lines import Line

_ASKED = re.compile(r"^(?:問|[QＱ])[\s：:.．]+(?=[^。]{4,40}$)")
_REPLIED = re.compile(r"^(?:答|[AＡ])[\s：:.．]+[^。]{2,40}$")


def without_headlines(marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks without those of headlines: no sentence in either line, the name of the member right below, and
    other words for what he asks."""
    gone = {
        mark.line
        for asked, replied, below in zip(marks, marks[1:], marks[2:], strict=False)
        if replied.line == asked.line + 1
        and below.label[:1] != asked.label[:1]  # 質問 below 問
        and headline(lines[asked.line].text)
        and is_reply_of_headline(lines[replied.line].text)
        and replied.line + 1 < len(lines)
        and names_member(lines[replied.line + 1].text)
        for mark in (asked, replied)
    }
    return tuple(mark for mark in marks if mark.line not in gone)


def headline(text: str) -> str:
    """避難所に暖房を of 問 避難所に暖房を; empty for any other line."""
    found = _ASKED.match(text)
    return text[found.end() :] if found else ""


def is_reply_of_headline(text: str) -> bool:
    """答 順次設置していく: no topic of its own."""
    return _REPLIED.match(text) is not None


def without_replies(lines: Sequence[Line]) -> list[Line]:
    """Headings without the replies of headlines."""
    return [line for line in lines if not is_reply_of_headline(line.text)]


_BARE_MATTER = re.compile(r"^[一-鿿ぁ-んァ-ヴーA-Za-z][^。、：:「」（()）]{4,28}について$")


def is_bare_matter(text: str) -> bool:
    """介護予防事業の導入について without a number or a sign: one title among others (市民病院の充実を), however it ends."""
    return _BARE_MATTER.match(text) is not None
