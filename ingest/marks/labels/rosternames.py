"""Speakers by name alone (八木　正樹　　それでは…), where the roster at the head of the record says who bears the name.

A bare name at the head of a line may be anything; it is a label where the header prints it beside an office or in a list of
members, where words follow it, and where several such names take turns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from corpus.types import Speaker
from ingest.header.attendees import people_listed
from ingest.marks.labels.stated import LEGEND_LINES, NAMED, NAMED_MIN, NAMES_MIN
from ingest.marks.mark import SIGNS, Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.people.names import is_name, is_person, is_surname
from ingest.people.offices import is_office, is_public
from ingest.people.speakers import fully_named
from ingest.text.lines import BLANK, Line
from ingest.text.normalize import squeeze

_LABEL = re.compile(r"^([^\s：:。、]{2,8})\s*[：:]")
_BARE = re.compile(
    rf"^(?P<sign>[{SIGNS}])?"
    r"(?P<name>[一-鿿々ヶぁ-んァ-ヴー]{1,6}(?:[ \u3000][一-鿿々ヶぁ-んァ-ヴー]{1,5}?)?)(?:(?(sign)[ \u3000]+|[ \u3000]{2,})|\t\s*|\s*[：:]?$)"
)
_DRAWN = re.compile(r"([一-鿿])[ \u3000]{2,}([一-鿿])(?=[ \u3000])")
"""議　　　　長　…: an office of two letters, drawn as wide as the longer labels below it."""
_OFFICER = re.compile(r"[一-鿿]{0,8}?(?:[課部局室係次館所園]長|主[幹査任事]|参事)")
"""課長 behind a surname that a head prints: 担当：池田課長、沖."""
SURNAME_MIN, GIVEN_MAX = 2, 3
"""Letters of a surname that a roster prints without the given name, at least, and of the given name at most."""
SURNAMES_MIN = 2
"""Known speakers beyond which a surname in the same form that stands only once is one more."""
TURNS_MIN = 6
"""Lines with a bare name and neither colon nor sign from which the names are labels; in a table of votes each stands once."""


def named_marks(lines: Sequence[Line]) -> Iterator[Mark]:
    """`三上：…` where 三上 stands in the header beside an office: the header tells who that is."""
    matches = {
        i: m
        for i, line in enumerate(lines)
        if (m := NAMED.match(line.text))
        and not is_office(squeeze(m[1]).removesuffix("より"))
        and not fully_named(m[1])
    }
    counts = Counter(squeeze(m[1]) for m in matches.values())
    offices = sum(
        is_office(squeeze(m[1])) and is_speech(line.text[m.end() :])
        for line in lines
        if (m := _LABEL.match(line.text))
    )
    roster = _roster(lines) if counts else Roster()
    known = {name for name in counts if roster.lists(name)} or _unlisted(counts, offices)
    public = sum((m := _LABEL.match(line.text)) is not None and is_public(m[1]) for line in lines)
    enough = sum(counts[n] for n in known) >= NAMED_MIN and len(known) >= NAMES_MIN
    staff = any(w.startswith(n) and _OFFICER.match(w, len(n)) for n in known for w in roster.words)
    if not enough and not (known and public >= NAMES_MIN) and not (staff and public):
        return  # 池田：… among 住民：…, or beside one of them where the head prints 池田課長
    known |= _beside(counts, known)
    for index, match in matches.items():
        name = squeeze(match[1])
        if name in known:
            speaker = Speaker(name, "", "other")
            sign = match[0][0]
            style = "sign:" + sign if sign in SIGNS else "colon"
            yield mark_at(index, lines[index], style, match.start(1), match.end(1), speaker)


def bare_named_marks(lines: Sequence[Line]) -> Iterator[Mark]:
    """`八木　正樹　　…` and `八木正樹` above the words, again and again, where the header lists 八木正樹."""
    found: dict[int, re.Match[str]] = {}
    offices = 0
    for index, line in enumerate(lines):
        match = _BARE.match(line.text)
        if match and _said(lines, index, match) and not _goes_on(line.text, match):
            drawn = _DRAWN.match(line.text)
            label = drawn[1] + drawn[2] if drawn else squeeze(match["name"])
            if is_office(label) or fully_named(match["name"]):
                offices += 1  # 町長　山岸透: the office tells who that is
            else:
                found[index] = match
    counts = Counter(squeeze(match["name"]) for match in found.values())
    if counts.total() < TURNS_MIN:
        return
    roster = _roster(lines[: min(found, default=0)])
    known = {name for name in counts if is_name(name) and roster.lists(name)}
    known |= _beside(counts, known or _unlisted(counts, offices))
    again = sum(counts[name] > 1 for name in known)
    if sum(counts[name] for name in known) < TURNS_MIN or len(known) < NAMES_MIN or again < NAMES_MIN:
        return
    for index, match in found.items():
        name = squeeze(match["name"])
        if name in known:
            style = "line" if match.end() == len(lines[index].text) else "wide"
            person = name.removesuffix("君")  # 早川由紀君: the courtesy is no part of the name
            speaker = Speaker(person if len(person) > 1 else name, "", "other")
            style = "sign:" + match["sign"] if match["sign"] else style
            yield mark_at(index, lines[index], style, match.start("name"), match.end("name"), speaker)


_NEXT_WORD = re.compile(r"[^\s：:；;＝…―（(]+")


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """○山田　太郎　委員長: behind a sign and a name, his office."""
    behind = _NEXT_WORD.match(text, match.end()) if match["sign"] else None
    return behind is not None and (
        is_office(behind[0]) or fully_named(match["name"] + " " + behind[0]) is not None
    )


def _said(lines: Sequence[Line], index: int, match: re.Match[str]) -> bool:
    """Whether words follow a name, in its line or in the next."""
    words = lines[index].text[match.end() :] or (lines[index + 1].text if index + 1 < len(lines) else "")
    return is_speech(words)


@dataclass(frozen=True, slots=True)
class Roster:
    """What a header prints beside offices (`words`), and whom it lists (`people`)."""

    words: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    def lists(self, name: str) -> bool:
        """Whether it has a name, its surname, or its surname alone (柴田福祉課長 for 柴田健)."""
        return any(entry.startswith(name) for entry in self.words | self.people) or any(
            SURNAME_MIN <= len(entry) < len(name) <= len(entry) + GIVEN_MAX
            and name.startswith(entry)
            and is_name(name)
            for entry in self.people
        )


def _is_somebody(name: str) -> bool:
    return is_person(name) or is_surname(name)


def _unlisted(counts: Counter[str], offices: int) -> set[str]:
    """The names in a record without a roster: surname and given name of several people who speak again and again.

    `offices`: lines in the same form whose label is an office (事務局　　…); beside several of them surnames alone will do.
    """
    least = 0 if offices > NAMES_MIN else SURNAME_MIN
    again = {name for name, n in counts.items() if n > 1 and len(name) > least and _is_somebody(name)}
    return again if len(again) > NAMES_MIN else set()


def _beside(counts: Counter[str], known: Set[str]) -> set[str]:
    """The known names and those in the same form that the roster lacks (who presides): persons; a surname not once alone."""
    if len(known) < NAMES_MIN:
        return set()
    return {
        name
        for name, count in counts.items()
        if name in known
        or ((count > 1 or len(name) > SURNAME_MIN) and _is_somebody(name))
        or (len(known) > SURNAMES_MIN and is_surname(name))
    }


def _roster(lines: Sequence[Line]) -> Roster:
    """The names beside an office in short lines without a sentence: 会　長　三上　義彦, 三上義彦（会長）."""
    names: set[str] = set()
    for line in lines[: 4 * LEGEND_LINES]:
        if len(line.text) > 60 or "。" in line.text:
            continue
        words = re.split(r"[\s、，・：:（()）\t]+", line.text.strip(BLANK))
        whole = "".join(words)
        if not any(is_office(w) for w in words) and not re.search(
            r"(?:委員|会長|職員|事務局|議員|課長)", whole
        ):
            continue
        for start in range(len(words)):
            names.add("".join(words[start : start + 2]))
    listed = people_listed([line.text for line in lines[: 4 * LEGEND_LINES]])
    return Roster(frozenset(n for n in names if n), frozenset(squeeze(p.name) for p in listed if p.name))
