"""The title that stands where the words of a question begin, on the line of its mark or below it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from corpus.types import Speaker
from ingest.marks.headingforms import TITLE_MAX, heading_label, is_item_title
from ingest.marks.mark import SIGNS, Mark
from ingest.marks.speaks import is_speech
from ingest.people.askers import named_at_end
from ingest.people.sidewords import bare_label, is_asking
from ingest.phrases.wording import asks
from ingest.text.lines import Line
from ingest.turns.scanning import DIGEST


def own_title(
    mark: Mark, lines: Sequence[Line], body: Sequence[Line], headings: Container[int]
) -> tuple[str, Speaker | None] | None:
    """●質問１：木造住宅の耐震改修について above the words of the question: its topic, and the member where the title ends in the name."""
    own = lines[mark.line]
    if mark.body >= own.end and len(body) > 1 and _heads_words(body[0]):
        return heading_label(body[0].text), None  # ○横田委員 above ◎説明の方法について
    if (quoted := _quoted_title(mark, own, body)) is not None:
        return quoted, None
    digest = mark.style in DIGEST or is_asking(
        own.text[: mark.body - own.start].partition(mark.style[-1])[0].strip()
    )
    if not digest or mark.speaker.side != "member" or len(body) < 2 or body[0] is not own:
        return None
    words = own.text[mark.body - own.start :].strip()
    if named := named_at_end(words):  # 質問　空き家の活用について　沖　ひとみ
        return words[: named[1]], named[0]
    titled = own.start in headings or is_item_title(words)  # ご意見：街灯の増設 as a heading of the page
    return (words, None) if titled and len(words) <= TITLE_MAX and not asks(words) else None


_QUOTED_TITLE = re.compile(r"[「『]([^「」『』。？?]{2,40})[」』]")


def _quoted_title(mark: Mark, own: Line, body: Sequence[Line]) -> str | None:
    """○質問　沖ひとみ議員「歩道の整備」 above the words of the question: its topic."""
    found = _QUOTED_TITLE.fullmatch(own.text[max(mark.body - own.start, 0) :].strip())
    asked = found is not None and len(body) > 1 and body[0] is own and is_asking(bare_label(mark.label))
    return found[1] if found and asked and not asks(found[1]) else None


def _heads_words(line: Line) -> bool:
    return line.text[0] in SIGNS and is_item_title(line.text) and not is_speech(line.text)
