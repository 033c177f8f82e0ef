"""Labels in round or pointed brackets amid lines that lost their ends: …お伺いしたい。 （委員）問題が多いとは思わない。 （事務局）…

A blank stands before the bracket; behind the words (…できないか。（委員） …, and nothing behind the last of them) it is a signature.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.patterns import NUMERAL
from ingest.people.offices import is_title
from ingest.people.speakers import parse_label
from ingest.people.speakerwords import GROUPS
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

TAGS_MIN, SPEAKERS_MIN = 4, 2
"""Such labels in the long lines of a document, and different ones of them, from which it is written so."""
_TAG = re.compile(
    r"(?:^|(?<=\s))(?:[⇒→]\s?)?[（(＜<〈《]"
    r"([^\s。、（()）「」＜<〈《＞>〉》]{2,24}|[^\s。、（()）「」]{1,4}[（(][^\s（()）]{1,2}[）)][^\s。、（()）「」]{2,12}|[一-鿿](?:\s[一-鿿]){1,4})[）)＞>〉》]"
    rf"(?=[ \u3000]?[^\s。、（(])(?!第{NUMERAL}+条)"
)
"""（委 員）…, ⇒（沖議員）…, （川辺（米）委員）…; （会長）第５条 heads an article of rules."""


def round_tags(lines: Sequence[Line], long: int) -> dict[int, list[int]]:
    """Where such labels begin in the lines of `long` characters and more; one of them returns, and each has a sentence behind it."""
    found = {i: tags for i, line in enumerate(lines) if len(line.text) >= long and (tags := _tags(line.text))}
    labels = Counter(label for tags in found.values() for _, label in tags)
    amid = any(start > 0 for tags in found.values() for start, _ in tags[1:])
    named = all(
        (who := parse_label(label)) and who.name and who.office for label in labels
    )  # nobody speaks twice
    returned = len(labels) < labels.total()
    if not amid or labels.total() < TAGS_MIN or len(labels) < SPEAKERS_MIN or not (returned or named):
        return {}
    return {i: [start for start, _ in tags] for i, tags in found.items()}


def _tags(text: str) -> list[tuple[int, str]]:
    """(start, label) of the tags of a line that name who speaks, with a sentence behind each."""
    matches = [match for match in _TAG.finditer(text) if _speaks(match[1])]
    ends = [*(match.start() for match in matches[1:]), len(text)]
    said = [
        (match.start(), match[1])
        for match, end in zip(matches, ends, strict=False)
        if "。" in text[match.end() : end]
    ]
    apart = any(text[match.end()].isspace() for match in matches)
    return [] if apart and said[-1:] != [(matches[-1].start(), matches[-1][1])] else said


def _speaks(label: str) -> bool:
    speaker = parse_label(squeeze(label))
    return speaker is not None and (speaker.office in GROUPS or is_title(speaker.office))
