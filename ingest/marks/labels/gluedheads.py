"""Labels glued to the words at the head of a line: ○雨宮議長ただいまから…, 雨宮総務課長資料１を…, ○会長雨宮守本日は….

No blank and no bracket ends such a label. It is one because other lines open with it too, and because what follows goes on as speech
does: words about somebody go on with a particle (雨宮委員から質問があった).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.patterns import any_of
from corpus.types import Speaker
from ingest.header.attendees import people_listed
from ingest.marks.mark import SIGNS, Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.people.names import OF_DEPARTMENT, PERSONAL, WHOLE
from ingest.people.speakers import parse_label
from ingest.people.speakerwords import GROUPS
from ingest.text.lines import BLANK, Line
from ingest.text.normalize import squeeze

GLUED_MAX = 20
"""Characters of a glued label at most: a name, a department and 課長."""
GLUED_REPEATS = 3
"""Lines that open with the same glued label at least, for one label of the document; the others may stand once."""
UNSIGNED_MIN = 6
"""Lines with such a label and no sign at least, two of the labels more than once."""
OPENINGS_SHARE = 0.6
"""Share of the lines that open a paragraph, from the first such label on, that have one."""
NAME_MIN = 3
"""Letters of a full name of the roster at least, behind an office."""

_OFFICES = tuple(sorted(PERSONAL | WHOLE | OF_DEPARTMENT | GROUPS, key=len))
_GOES_ON = re.compile(r"長|会|補佐|代理|代行|心得|担当|[次局職]員")
"""Behind 委員, 課長, 事務局: the office is a longer one."""
PARTICLE = re.compile(
    any_of(
        r"[がのにをへ、。，．：:；;（()）「」・／/～〜]",
        # 「も」, not the beginning of 「もちろん」; 「と」, not that of 「とりあえず」
        *"も(?!う|ちろん|し) と(?!いうこと|りあえず|にかく|ころで|ても) や(?!はり|っぱり) か(?!しこまり|なり)".split(),
        *"は(?!い) から(?!は) より まで".split(),
        *"さん 君 氏 側 名 席 宛 別 案 間 選 職 室".split(),
        *r"あて など ほか\d 及び 並びに".split(),
    )
)
"""What no speech begins with: 雨宮委員から…, 会長の選出, 委員名簿; 雨宮委員もう一点…, 雨宮委員ということは… are speech."""


def glued_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of such labels: of signed lines, else of lines without a sign where nearly every paragraph opens so."""
    taken = {mark.line for mark in found}
    people: tuple[Speaker, ...] | None = None
    labels: dict[int, tuple[int, int, Speaker]] = {}
    for index, line in enumerate(lines):
        start = 1 if line.text[0] in SIGNS or line.text[0] in "・･" else 0
        if index in taken or (size := label_end(line.text, start)) == 0:
            continue
        speaker = parse_label(line.text[start:size])
        if speaker and not speaker.name:
            people = people_listed([one.text for one in lines[:index]]) if people is None else people
            name = _name_at(line.text, size, people)
            speaker, size = Speaker(name or speaker.name, speaker.office, speaker.side), size + len(name)
        if speaker and speaker.office and not PARTICLE.match(line.text, size):
            labels[index] = (start, size, speaker)
    signed = {i: label for i, label in labels.items() if lines[i].text[0] in SIGNS}
    if _returns(signed, lines):
        labels = signed
    elif told := {
        i: label
        for i, label in signed.items()
        if (i and _calls(lines[i - 1].text, label[2])) or _speaks_too(lines[i].text, label, found)
    }:
        labels = signed = told
    elif signed or not _opens_paragraphs(labels, lines):
        return
    for index, (start, size, speaker) in labels.items():
        style = "sign:" + lines[index].text[0] if index in signed else "wide"
        mark = mark_at(index, lines[index], style, start, size, speaker)
        behind = bool(speaker.name) and mark.label.endswith(speaker.name)
        yield replace(mark, label=f"{speaker.office}（{speaker.name}）") if behind else mark


def _calls(above: str, speaker: Speaker) -> bool:
    """Whether the line above gives the floor to whom a label names: 建設課長、雨宮守君。 above ○雨宮建設課長三戸です。"""
    return bool(speaker.name) and above.endswith("。") and speaker.name in above and speaker.office in above


def _speaks_too(text: str, label: tuple[int, int, Speaker], found: Sequence[Mark]) -> bool:
    """○三戸委員今の… of somebody who speaks behind the same sign elsewhere (○24番三戸良子議員 …): the blank got lost."""
    _, size, speaker = label
    same = (mark for mark in found if mark.style == "sign:" + text[0] and mark.sure)
    return (
        bool(speaker.name)
        and is_speech(text[size:])
        and any(mark.speaker.name.startswith(speaker.name) for mark in same)
    )


def label_end(text: str, start: int) -> int:
    """Where the shortest label ends that words stand right behind; 0 where there is none."""
    for end in range(start + 2, min(len(text) - 1, start + GLUED_MAX)):
        if text[end - 1] in BLANK or text[end - 1] in "。、（(「：:":
            return 0
        if text.endswith(_OFFICES, start, end) and not _GOES_ON.match(text, end):
            speaker = parse_label(text[start:end])
            if speaker and speaker.office:
                return 0 if text[end] in BLANK or text[end] in "（(：:" else end
    return 0


def _name_at(text: str, place: int, people: Sequence[Speaker]) -> str:
    """The full name of the roster that stands at a place of the text."""
    names = (squeeze(person.name) for person in people)
    return max((n for n in names if len(n) >= NAME_MIN and text.startswith(n, place)), key=len, default="")


def _returns(labels: dict[int, tuple[int, int, Speaker]], lines: Sequence[Line]) -> bool:
    """Whether labels are those of speakers: one of them returns, and where they name nobody, speech follows and there is more than
    one office."""
    counts = Counter(lines[i].text[start:size] for i, (start, size, _) in labels.items())
    if not counts or counts.most_common(1)[0][1] < GLUED_REPEATS:
        return False
    alone = [i for i, (_, _, speaker) in labels.items() if not speaker.name]
    spoken = [i for i in alone if is_speech(lines[i].text[labels[i][1] :])]
    return not alone or (len(spoken) == len(alone) and len(counts) > 1)


def _opens_paragraphs(labels: dict[int, tuple[int, int, Speaker]], lines: Sequence[Line]) -> bool:
    """Whether nearly every paragraph below the header opens with such a label, some of them again and again."""
    spoken = {i: label for i, label in labels.items() if is_speech(lines[i].text[label[1] :])}
    counts = Counter(lines[i].text[start:size] for i, (start, size, _) in spoken.items())
    sides = {speaker.side for _, _, speaker in spoken.values()}
    if sum(counts.values()) < UNSIGNED_MIN or sum(n > 1 for n in counts.values()) < 2 or len(sides) < 2:
        return False
    first = min(spoken)
    opened = [first] + [
        index
        for index, (above, line) in enumerate(pairwise(lines[first:]), first + 1)
        if above.text[-1] in "。）)？?" and is_speech(line.text)
    ]
    return len([i for i in opened if i in spoken]) >= OPENINGS_SHARE * len(opened)
