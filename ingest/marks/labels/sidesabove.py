"""The side on a line of its own above who speaks: 質問 above 川辺守議員, 答弁 above 町長, the words below both.

One such line heads a part of the meeting (質疑, and all who speak in it); where nearly every speaker has one, it belongs to his label.
Who asks again (再質問) is the one who asked before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Speaker
from ingest.marks.mark import Mark
from ingest.marks.speaks import is_speech
from ingest.marks.support import QA_MIN
from ingest.people.sidewords import bare_label, says_side
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

SHARE = 0.8
"""Share of the speakers on lines of their own that have their side above them at least."""
TITLE_LINES = 2
"""Lines of a title between who asks and the words at most."""


def with_sides_above(marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks, each side joined to the speaker below it; as they were where it is no part of the labels."""
    places = {mark.line: mark for mark in marks}
    pairs = {
        mark.line: places[mark.line + 1]
        for mark in marks
        if _is_side(mark, lines) and mark.line + 1 in places
    }
    pairs = {line: who for line, who in pairs.items() if _fits(places[line], who, lines)}
    alone = [m for m in marks if m.style == "line" and _speaks_below(m, lines)]
    sides = {places[line].speaker.side for line in pairs}
    if len(pairs) < QA_MIN or len(sides) < 2 or len(pairs) < SHARE * len(alone):
        return marks
    out: list[Mark] = []
    asker = None
    for mark in marks:
        if mark.line - 1 in pairs:
            continue
        if who := pairs.get(mark.line):
            speaker = replace(who.speaker, side=mark.speaker.side)
            mark = replace(mark, style="qa", speaker=speaker, body=max(who.body, lines[who.line].end))
            asker = speaker if speaker.side == "member" else asker
        elif _is_side(mark, lines) and squeeze(mark.label).startswith("再") and mark.speaker.side == "member":
            mark = replace(mark, style="qa", speaker=asker or mark.speaker)
        out.append(mark)
    return tuple(out)


def with_repliers(marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks without 答弁者　町長 right above 答弁の要旨　…, which says who gives that reply."""
    out: list[Mark] = []
    for mark in marks:
        above = out[-1] if out else None
        named = above is not None and above.style == mark.style == "qa" and bool(above.speaker.office)
        alone = above is not None and above.line + 1 == mark.line and above.is_alone(lines)
        if above and named and alone and mark.speaker == Speaker("", "", above.speaker.side):
            out[-1] = replace(mark, line=above.line, speaker=above.speaker)
        else:
            out.append(mark)
    return tuple(out)


def _is_side(mark: Mark, lines: Sequence[Line]) -> bool:
    return mark.is_alone(lines) and says_side(bare_label(squeeze(mark.label)))


def _fits(side: Mark, who: Mark, lines: Sequence[Line]) -> bool:
    """Whether the line below a side names somebody of that side, and his words follow."""
    own = who.speaker.side in (side.speaker.side, "other", "secretariat")
    return own and bool(who.speaker.office) and _speaks_below(who, lines)


def _speaks_below(mark: Mark, lines: Sequence[Line]) -> bool:
    below = lines[mark.line + 1 : mark.line + 2 + TITLE_LINES]
    return mark.is_alone(lines) and any(is_speech(line.text) for line in below)
