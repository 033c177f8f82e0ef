"""Speakers that the record itself explains: a legend of signs (○：委員　●：事務局), names of the roster before a colon.

Neither says who speaks by its own form; the header tells what the sign or the bare name stands for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.types import Speaker
from ingest.marks.mark import PRESS, SIGNS, Mark, mark_at
from ingest.marks.speaks import speech_below
from ingest.people.institution import parse_institution
from ingest.people.names import NAME_MAX, is_name, is_person, is_surname
from ingest.people.offices import is_office, side_of
from ingest.people.sidewords import is_answering, is_asking
from ingest.people.speakers import parse_label
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

LEGEND_LINES = 60
"""Lines from the top among which a legend is looked for."""
NAMED_MIN, NAMES_MIN = 4, 2
"""Lines with a bare name and a colon, and different names, from which they are the speakers."""

LABELS_MIN = 3
"""Labels of one kind (a colon, a sign) from which lines that look alike but for what is missing are labels too."""

_SIGNS = SIGNS + "・→⇒➡▲▼"
_LEGEND = re.compile(
    rf"(?P<sign>[{_SIGNS}])\s*(?:印)?(?:[：:＝=…]|は|\.{{2,3}}|-)\s*(?P<who>[^\s、，。：:）)」{_SIGNS}]{{1,16}}?)(?=の(?:発言|意見|質問|回答)|を(?:示|表)|[\s、，。）)」]|$)"
)
NAMED = re.compile(
    rf"^[・{SIGNS}]?([一-鿿々ぁ-んァ-ヶー]{{1,5}}(?:\s[一-鿿々ぁ-んァ-ヶー]{{1,4}})?)\s*[：:]\s*(?=\S)"
)


_LETTERS = re.compile(
    r"(?<![^\s、，。（(「【〕】）)※＊・])[「【（(]?(?P<sign>[一-鿿])[」】）)]?\s*[：:＝=…→]\s*(?P<who>[^\s、，。：:（()）「」【】]{2,8})"
)
"""会：会長　委：委員　事＝事務局: letters that stand for the offices they are of."""


def legend(lines: Sequence[Line]) -> dict[str, Speaker]:
    """What the signs, or letters, at the head of lines stand for; empty unless two of them are explained on one line or two in a row."""
    found: dict[str, Speaker] = {}
    for line in lines[:LEGEND_LINES]:
        if len(line.text) > 120:
            continue
        letters = [match for match in _LETTERS.finditer(line.text) if match["sign"] in match["who"]]
        for match in (*_LEGEND.finditer(line.text), *(letters if len(letters) > 1 else ())):
            speaker = _meant(match["who"])
            if speaker:
                found.setdefault(match["sign"], speaker)
    if len(found) < 2 or len({s.side for s in found.values()}) < 2:
        return _usual_letters(lines)
    return found


_USUAL = {
    letter: Speaker("", office, side_of(office))
    for letter, office in zip("委事会座", "委員 事務局 会長 座長".split(), strict=True)
}
"""What everybody takes the letters for."""


def _usual_letters(lines: Sequence[Line]) -> dict[str, Speaker]:
    """委）… and 事）… in a record that explains no letter; empty where the two are not often at the head of lines."""
    counts = Counter(match[1] for line in lines if (match := _LETTER_CLOSED.match(line.text)))
    often = counts["委"] + counts["事"] >= NAMED_MIN and min(counts["委"], counts["事"]) >= NAMES_MIN
    return {letter: speaker for letter, speaker in _USUAL.items() if counts[letter]} if often else {}


def _meant(words: str) -> Speaker | None:
    word = (
        re.sub(r"(?:から)?(?:の)?(?:主な)?(?:発言|意見|質問|質疑|回答|説明|答弁)?(?:等)?$", "", words)
        or words
    )
    if is_asking(words) or is_asking(word):
        return Speaker("", "", "member")
    if is_answering(words) or is_answering(word):
        return Speaker("", "", "executive")
    speaker = parse_label(word)
    return speaker if speaker and speaker.side != "other" else None


_SIGN = re.compile(rf"([{_SIGNS}])")
_LETTER_CLOSED = re.compile(r"[【（(]?([一-鿿])[：:】）)]")
_LETTER = re.compile(r"[【（(]?([一-鿿])(?:[：:】）)．]|\s+(?=\S))")


def legend_marks(lines: Sequence[Line], signs: dict[str, Speaker]) -> Iterator[Mark]:
    """Lines that open with an explained sign; the legend itself, which explains two on a line, is none."""
    for index, line in enumerate(lines):
        label = _LETTER.match(line.text) or _SIGN.match(line.text)
        speaker = signs.get(label[1]) if label else None
        if label and speaker and len(line.text) > 2 and not _LEGEND.match(line.text):
            letter = label.re is _LETTER
            mark = mark_at(index, line, "colon" if letter else "arrow", 0, label.end(), speaker)
            yield replace(mark, label=speaker.office) if letter else mark


_PRESS_COLON = re.compile(rf"^({PRESS})\s*[：:]\s*(?=\S)")
_SELF = r"(?:です|と申し|でございます|といいます)"


def introduced_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """`北浜新聞：…`, `沖：フリーの沖です。…` where others speak before a colon: the words say who that is."""
    taken = {m.line for m in found}
    if sum(m.style == "colon" and m.sure for m in found) < LABELS_MIN:
        return
    named = {i: m for i, line in enumerate(lines) if i not in taken and (m := NAMED.match(line.text))}
    own = {
        squeeze(m[1]): person
        for i, m in named.items()
        if (person := _introduced(m[1], lines[i].text[m.end() :])) is not None
    }
    for index, line in enumerate(lines):
        match = _PRESS_COLON.match(line.text) if index not in taken else None
        if not match and index in named and squeeze(named[index][1]) in own:
            match = named[index]
        if match:
            speaker = own.get(squeeze(match[1])) or Speaker(squeeze(match[1]), "", "member")
            yield mark_at(index, line, "colon", match.start(1), match.end(1), speaker)


_SIGNED_NAME = re.compile(
    rf"^([{SIGNS}])\s*((?:[^\s（()）。、，「」：:\d]{{1,5}} ?){{1,2}})(?:[\u3000]+|[ \u3000]{{2,}}|$)"
)


_SIGNED_COLON = re.compile(
    rf"^([{SIGNS}])\s*([^\s（()）。、，「」：:\d]{{2,9}}(?:[ \u3000][^\s（()）。、，「」：:\d]{{1,4}})?)[：:]"
)


def signed_askers(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """`▼沖ひとみ：…` beside `△副大臣：…`: a page of one member's questions, a sign of its own for each side."""
    signs = Counter(m.style[-1] for m in found if m.signed and m.speaker.side == "executive")
    taken = {m.line for m in found}
    named = [
        (index, m)
        for index, line in enumerate(lines)
        if index not in taken and (m := _SIGNED_COLON.match(line.text)) and is_person(squeeze(m[2]))
    ]
    counts = Counter((m[1], squeeze(m[2])) for _, m in named if not signs[m[1]])
    for index, m in named:
        if signs and counts[m[1], squeeze(m[2])] >= 2:
            speaker = Speaker(squeeze(m[2]), "", "member")
            yield mark_at(index, lines[index], "sign:" + m[1], m.start(2), m.end(2), speaker)


def signed_names(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """`◯浜中 えつ子　…` beside `◯委員長　…`: a record that prints the members' names without 議員 or 君."""
    signs = Counter(m.style[-1] for m in found if m.sure and m.signed)
    taken = {m.line for m in found}
    for index, line in enumerate(lines):
        match = _SIGNED_NAME.match(line.text) if index not in taken else None
        if match and signs[match[1]] >= LABELS_MIN and (match[2] == "不明" or is_person(squeeze(match[2]))):
            following = (
                lines[index + 1].text if match.end() == len(line.text) and index + 1 < len(lines) else ""
            )
            if re.search("[。？?]", line.text[match.end() :] or following):
                speaker = Speaker(squeeze(match[2]), "", "other")
                yield mark_at(index, line, "sign:" + match[1], match.start(2), match.end(), speaker)


def _introduced(name: str, words: str) -> Speaker | None:
    """沖 before フリーの沖です, or 教育長の沖です, at the beginning of what is said: who asks, or an officer."""
    found = re.search(rf"([^\s、。]{{0,20}})の{re.escape(name)}{_SELF}", words[:40])
    if found is None or not is_name(squeeze(name)):
        return None
    officer = is_office(found[1]) and side_of(found[1]) in ("executive", "secretariat")
    return Speaker(squeeze(name), found[1] if officer else "", side_of(found[1]) if officer else "member")


_TITLE = re.compile(r"^((?:[一-鿿々ヶ]{1,4}|[ぁ-んァ-ヴー]{2,5}(?=\s))\s*[一-鿿々ぁ-んァ-ヶー]{1,5})\s*議員$")
_SURNAME = re.compile(r"^([一-鿿々ヶ]{1,4}|[ぁ-んァ-ヴー]{2,5})\s+(?=\S)")


def surname_marks(lines: Sequence[Line]) -> Iterator[Mark]:
    """`清水　…` below `清水眞人議員`: a council's paper prints the member's surname alone before what he asks."""
    titles = {i: squeeze(m[1]) for i, line in enumerate(lines) if (m := _TITLE.match(line.text))}
    if not titles:
        return
    asker = ""
    found: list[Mark] = []
    for index, line in enumerate(lines):
        asker = titles.get(index, asker)
        match = _SURNAME.match(line.text) if asker and index not in titles else None
        if match and asker != match[1] and asker.startswith(match[1]):
            found.append(mark_at(index, line, "qa", 0, match.end(1), Speaker(match[1], "議員", "member")))
    if len(found) >= NAMED_MIN:
        yield from found


_WIDE = re.compile(r"^(\S{2,5})\s{2,}(?=\S)")


def wide_names(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """`くれは　　…` beside `総務部長　　…`: a member's own page prints the name alone where offices answer."""
    wide = [m for m in found if m.style == "wide" and m.sure]
    if sum(m.speaker.side == "executive" for m in wide) < NAMES_MIN or any(
        m.speaker.side == "member" for m in wide
    ):
        return
    taken = {m.line for m in wide}
    matches = {i: m for i, line in enumerate(lines) if i not in taken and (m := _WIDE.match(line.text))}
    counts = Counter(m[1] for m in matches.values() if is_name(m[1]) and not is_office(m[1]))
    name, count = next(iter(counts.most_common(1)), ("", 0))
    if count > NAMES_MIN:
        for index, match in matches.items():
            if match[1] == name:
                yield mark_at(index, lines[index], "wide", 0, match.end(1), Speaker(name, "", "member"))


def name_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """A name on lines of its own, again and again, between replies headed （市の答弁）: who asks on a member's own page."""
    replies = {
        m.line for m in found if m.style in ("qa", "tag:（", "tag:(", "tag:【") and is_answering(m.label)
    }
    if len(replies) < NAMES_MIN + 1 or any(is_asking(m.label) and m.sure for m in found):
        return
    counts = Counter(
        line.text
        for line in lines
        if len(line.text) <= NAME_MAX and is_name(squeeze(line.text)) and len(squeeze(line.text)) > 2
    )
    name, count = next(iter(counts.most_common(1)), ("", 0))
    if count < max(NAMES_MIN + 1, len(replies) // 2):
        return
    for index, line in enumerate(lines):
        if line.text == name:
            mark = mark_at(index, line, "qa", 0, len(name), Speaker(squeeze(name), "", "member"))
            yield replace(mark, body=line.end)


_BRACKETED = re.compile(r"^[（(]([^\s（()）。、：:]{2,8})[）)]$")
_PARTY = re.compile(r"^[（(]([^\s（()）。、：:]{1,8})[）)]$")
_HONOURED = re.compile(r"(?=\s?(?:議員|委員|県議|市議|町議|村議|区議|府議|都議|道議))")


def bracketed_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """`（中里あかり）` on lines of its own beside `（町長）`, where another line says 中里あかり 議員: who asks."""
    tags = [m for m in found if m.style == "tag:（" and m.sure and m.is_alone(lines)]
    if not tags:
        yield from _parties(lines)
        return
    if sum(m.speaker.side == "executive" for m in tags) < NAMES_MIN:
        return
    matches = {i: m[1] for i, line in enumerate(lines) if (m := _BRACKETED.match(line.text))}
    matches = {i: name for i, name in matches.items() if is_name(name) and not is_office(name)}
    titled = {
        name
        for name in set(matches.values())
        for line in lines
        if (at := line.text.find(name)) >= 0 and _HONOURED.match(line.text, at + len(name))
    }
    for index, name in matches.items():
        if name in titled:
            speaker = Speaker(name, "議員", "member")
            yield mark_at(index, lines[index], "tag:（", 1, len(lines[index].text), speaker)


def _parties(lines: Sequence[Line]) -> Iterator[Mark]:
    """`（企業団）` and `（沖）` on lines of their own, each again and nothing else so: an institution answers those who visit it."""
    labels = {
        i: m[1] for i, line in enumerate(lines) if (m := _PARTY.match(line.text)) and speech_below(lines, i)
    }
    counts = Counter(labels.values())
    known = {label: party for label in counts if (party := parse_institution(label))}
    people = {label: Speaker(label, "", "member") for label in counts if is_surname(label)}
    if not known or not people or len(known) + len(people) < len(counts) or max(counts.values()) < NAMES_MIN:
        return
    if len(labels) < NAMED_MIN:
        return
    for index, label in labels.items():
        speaker = known.get(label) or people[label]
        mark = mark_at(index, lines[index], "tag:（", 1, len(lines[index].text), speaker)
        yield replace(mark, label=label)
