"""Labels that head what follows, or say whom something is asked: （質疑） above the lines of named speakers, 沖ひとみ議員 above 質問, 答弁者：市長、教育長."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import NUMERAL
from ingest.marks.headingforms import heading_label
from ingest.marks.mark import Mark
from ingest.marks.nomarks.letterfields import is_signature_field
from ingest.marks.speaks import is_speech
from ingest.people.askers import named_title, names_member
from ingest.people.names import is_name
from ingest.people.offices import is_office
from ingest.people.sidewords import bare_label, is_asking, says_side
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

_ARTICLE = re.compile(rf"^第{NUMERAL}+条(?:の{NUMERAL}+)?(?=\s)")
"""（議員） above 第２条　… heads an article of an ordinance; 第２条の構成員に… is speech."""


def without_heading_labels(marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """Without （質疑）, 【意見】 … that stand above the lines of named speakers: they head what follows."""
    places = {mark.line: mark for mark in marks}
    out = []
    for mark in marks:
        following = places.get(mark.line + 1)
        heads = (
            says_side(mark.label)
            and mark.is_alone(lines)
            and (
                (following is not None and bool(following.speaker.office))
                or (mark.line + 2 in places and _is_heading(lines[mark.line + 1].text))
            )
        )
        below = lines[mark.line + 1].text if mark.line + 1 < len(lines) else ""
        names = (
            "質問者" in mark.label
            or mark.label.startswith("主な")
            or (mark.style in ("line", "paren") and mark.speaker.side == "member")
            or named_title(heading_label(lines[mark.line].text)) is not None
        )
        if (names and _names_asker(mark, marks, lines)) or _lists_offices(mark, lines):
            continue
        if is_signature_field(lines[mark.line].text):
            continue
        if not heads and not (mark.is_alone(lines) and _ARTICLE.match(below)):
            out.append(mark)
    return tuple(out)


_MATTER = re.compile(r"[（(【〔＜<《][^（()）。？?]{2,40}(?:について|の件|関係|関連|対応|状況)[）)】〕＞>》]")
"""（減便について）: the matter of the questions below it."""


def _is_heading(text: str) -> bool:
    return names_member(text) or _MATTER.fullmatch(text) is not None


_ANSWERERS = re.compile(r"^(?:答弁|回答)(?:者|を求める者)[\s：:]+([^。]{1,60})$")


def _lists_offices(mark: Mark, lines: Sequence[Line]) -> bool:
    """答弁者：市長、教育長 in a list of announced questions says who is asked; nobody speaks."""
    listed = _ANSWERERS.match(lines[mark.line].text) if mark.style == "qa" else None
    below = lines[mark.line + 1].text if mark.line + 1 < len(lines) else ""
    return (
        listed is not None
        and all(is_office(w.strip()) for w in re.split("[、，・,]", listed[1]))
        and not is_speech(below)
    )


def _names_asker(mark: Mark, marks: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """質問者　沖　ひとみ above 【質問要旨】, 沖ひとみ議員 above 質問, says who asks; it is no question itself."""
    following = next((m for m in marks if m.line > mark.line), None)
    if following is None or following.label == mark.label:
        return False
    if not is_asking(bare_label(re.split(r"[（(]", following.label)[0])):
        return False
    words = mark.words(lines)
    # 質問者　沖まどか asks nothing
    between = [words] if lines[mark.line].text[0] != "#" and not is_name(squeeze(words)) else []
    between += [line.text for line in lines[mark.line + 1 : following.line]]
    return not any("。" in words or words[-1:] in "かは？?" for words in between if words)
