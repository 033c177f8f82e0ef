"""Names that stand behind the office, set off from it and from the words alike: 会 長 川 辺 守 ただいまから…, 会長：川辺守.

A name at the head of words may be whom they speak of; it is who speaks where the speeches of a record open so, one as the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.marks.mark import Mark
from ingest.people.names import is_name, is_surname, opens_with_surname
from ingest.people.offices import is_office
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

NAMED_MIN = 4
"""Labels with a name behind them in a record at least, one of the names twice."""
NAMED_SHARE = 0.8
"""Share of the labels of one form that have one."""

_SPREAD = re.compile(
    r"((?:[一-鿿々ヶノぁ-んァ-ヴー][ \u3000]){1,6}[一-鿿々ヶノぁ-んァ-ヴー])(?:[ \u3000：:]+(?=\S{2})|[ \u3000：:]*$)"
)
"""川 辺 守 before words of more than one letter."""
_WHOLE = re.compile(
    r"([一-鿿々ヶノ]{1,4}(?:[ \u3000]?[一-鿿々ヶノぁ-んァ-ヴー]{1,4})?)(?:[ \u3000]*[：:][ \u3000]*|[ \u3000]+(?=\S)|$)"
)
NAME_LETTERS = range(3, 8)
"""Letters of surname and given name together."""


def with_names_behind(marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, those of a form whose words open with names with the name as the speaker's."""
    named = {index: found for index, mark in enumerate(marks) if (found := _name(mark, lines[mark.line]))}
    alone = Counter(mark.style for mark in marks if mark.speaker.office and not mark.speaker.name)
    own = Counter(marks[index].style for index in named)
    names = Counter(squeeze(found[1]) for found in named.values())
    forms = {style for style, count in own.items() if count >= NAMED_SHARE * alone[style]}
    if sum(own[style] for style in forms) < NAMED_MIN or len(names) < 2 or max(names.values()) < 2:
        return marks
    return tuple(
        _with_name(mark, lines[mark.line], named[index]) if index in named and mark.style in forms else mark
        for index, mark in enumerate(marks)
    )


def _name(mark: Mark, line: Line) -> re.Match[str] | None:
    """The full name that the words behind a label open with."""
    if mark.speaker.name or not mark.speaker.office or not line.start < mark.body < line.end:
        return None
    for form in (_SPREAD, _WHOLE):
        found = form.match(line.text, mark.body - line.start)
        name = squeeze(found[1]) if found else ""
        alone = found is not None and found.end() == len(line.text) and is_surname(name)  # 委員長：石田
        if found and (alone or len(name) in NAME_LETTERS) and is_name(name) and opens_with_surname(name):
            return None if is_office(name) else found
    return None


def _with_name(mark: Mark, line: Line, found: re.Match[str]) -> Mark:
    label = f"{mark.label}　{squeeze(found[1])}"
    speaker = replace(mark.speaker, name=squeeze(found[1]))
    return replace(mark, label=label, speaker=speaker, body=line.start + found.end())
