"""Headings inside the text: agenda items, sections of a digest, titles with the member's name above 問 and 答.

A heading is structure, not speech: it is taken off the words above it and names the agenda item, the topic, or (in digests
that print the questioner in the title) the member who asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.bills import BILL_KINDS
from corpus.types import Speaker
from ingest.header.bodies import is_standing
from ingest.marks.headingforms import (
    AGENDA,
    COUNTED_END,
    HEADING_MAX,
    NOUN_END,
    NUMBERED,
    SECTION,
    STRUCTURE,
    TITLE_MAX,
    WAVED,
    heading_label,
    is_counter,
    is_item_title,
    says_no_matter,
)
from ingest.marks.mark import SIGNS
from ingest.marks.nomarks.headlines import headline, is_bare_matter, without_replies
from ingest.marks.reported.signed import signed_at_end
from ingest.marks.speaks import is_speech
from ingest.people.askers import asker_of, is_asker_alone, member_of, named_at_end, named_title
from ingest.text.lines import TERMINAL, Line, is_bullet
from ingest.text.normalize import is_spaced, squeeze

SHORT_TITLE = 20
"""Characters up to which …について below a finished sentence, right above the next speaker, is a title without an empty line."""

_NEXT_ITEM = re.compile("(?:議事|追加)?日程(?:表)?")
"""○日　程 alone: the item above is over, and the next one is named by nobody."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What the headings above a turn say; empty where they say nothing of it. `asker` is the member whose title it is."""

    agenda: str = ""
    topic: str = ""
    asker: Speaker | None = None
    sign: str = ""  # of the agenda item; what the same sign heads is another item
    bare: bool = False  # one title among others (…を): the next is no part of it

    def after(self, lines: Sequence[Line], headings: dict[int, int]) -> Heads:
        """The state after some headings, in their order."""
        state = self
        for line in without_replies(lines):
            label = headline(line.text) or heading_label(line.text)
            state = state._below(line, label, headings, alone=len(lines) == 1, above=self)
        return state

    def _below(self, line: Line, label: str, headings: dict[int, int], alone: bool, above: Heads) -> Heads:
        """The state below one heading.

        Args:
            line: the heading.
            label: its words.
            headings: start of each heading that the document itself marks as one, to its level.
            alone: whether no other heading stands beside it.
            above: the state before all of them.
        """
        if titled := named_title(label):
            return replace(self, asker=titled[0], agenda="", topic=titled[1])
        person = asker_of(line.text) or member_of(line.text, label if len(label) <= TITLE_MAX else "")
        state, label = self._signed(label, person is None)
        if asker := is_asker_alone(label):
            theme = state.agenda if state.agenda != above.agenda else state.topic
            return Heads(above.agenda, theme, asker)  # above the name stands the theme of the questions
        if person and person.side == "member" and person.name:
            return replace(state, asker=person)
        if _NEXT_ITEM.fullmatch(squeeze(label)):
            return Heads(asker=state.asker)
        if says_no_matter(label) or is_counter(label):
            return state
        if is_standing(label):  # a council's paper goes through its committees
            return replace(state, agenda=label, topic="")
        if state._is_topic(line, label, headings):
            return replace(state, topic=label)
        if state._is_item(line, label):
            bare = bool(state.topic) and not state.agenda and is_bare_matter(line.text)
            return Heads(_without_place(label), "", state.asker, line.text[0], bare)
        return replace(state, agenda="" if state.bare and alone else state.agenda, topic=label)

    def _signed(self, label: str, unnamed: bool) -> tuple[Heads, str]:
        """The state and the heading without the member's name at its end; `unnamed`: that the line names nobody otherwise."""
        state = self
        signed = signed_at_end(label)
        if signed and signed[0].side == "member" and signed[0].name:  # 空き家の活用（萩尾まどか議員）
            state, label = replace(state, asker=signed[0]), label[: signed[1]]
        if unnamed and (named := named_at_end(label)):  # 通学路の除雪について　若林　聡子
            state, label = replace(state, asker=named[0]), label[: named[1]]
            if not STRUCTURE.search(state.agenda):
                state = replace(state, agenda="")  # the matter of the member before
        return state, label

    def _is_topic(self, line: Line, label: str, headings: dict[int, int]) -> bool:
        """Whether a heading is below the item of the agenda, whatever it says."""
        if AGENDA.match(label):
            return False
        return is_standing(self.agenda) or (is_marked(line, headings) and not _counted(label, self.agenda))

    def _is_item(self, line: Line, label: str) -> bool:
        """Whether a heading is the next item of the agenda."""
        return (
            is_agenda(line, label)
            or _names_inset(line.text)
            or _counted(label, self.agenda)
            or (line.text[0] in SIGNS and line.text[0] == self.sign)
        )


_COUNT = re.compile(r"^(?:\d{1,2}[．.、]|[ア-コ](?=[一-鿿]|その他|[\s.．、]))")


def _counted(label: str, above: str = "") -> bool:
    """1. …について, and 2. … after it; ア…について, and イ…."""
    one, two = _COUNT.match(label), _COUNT.match(above)
    if one and two and one[0] != two[0]:
        return True
    return bool(NUMBERED.match(label) and NOUN_END.search(label))


def is_agenda(line: Line, label: str) -> bool:
    """Whether a heading is an item of the agenda rather than a topic; `label` is its words (`heading_label`)."""
    return bool(
        (line.text[0] in SIGNS and STRUCTURE.search(line.text))
        or AGENDA.match(line.text)
        or AGENDA.match(label)
        or (NUMBERED.match(line.text) and NOUN_END.search(line.text))
        or (NOUN_END.search(line.text) and not SECTION.match(line.text))
        or is_spaced(line.text)
    )


def is_marked(line: Line, headings: dict[int, int]) -> bool:
    """A heading that the format itself marks (#, a heading style, h1–h6)."""
    return line.text.startswith("#") or any(line.start + k in headings for k in range(min(8, len(line.text))))


def _says(text: str) -> bool:
    """A sentence, with a stage direction behind it or not: 配布のとおりであります。（別紙のとおり）."""
    return text[-1] in "。、，" or re.search(r"す。[（(]", text) is not None


def is_heading(line: Line, following: Line | None, speech: Sequence[Line], headings: dict[int, int]) -> bool:
    """Whether a line of a turn is a heading. `following` is the next line of the turn that is none by its form."""
    text = line.text
    if len(text) > HEADING_MAX or _says(text):
        return False
    if is_marked(line, headings) or WAVED.match(text):
        return True
    if text[0] in SIGNS and len(text) > 1:
        if following is None and _stands_alone(line, speech):
            return True
        return (
            STRUCTURE.search(text) is not None or (following is None and bool(NOUN_END.search(text)))
        ) and (is_item_title(text) or not is_speech(text))
    if following is not None and not (line.gap and following.gap):
        return False
    if following is None and speech and (_stands_out(line, speech) or _spaced_title(line, speech)):
        return True
    # A line cut by the margin goes on in the next utterance's page, it is no heading.
    if speech and speech[-1].text[-1] not in "。．？?！!」』）)…" and not line.gap:
        return False
    return (
        bool(AGENDA.match(text) or is_counter(text) or asker_of(text))
        or bool(NUMBERED.match(text) and NOUN_END.search(text))
        or bool(SECTION.match(text))
        or (
            following is None
            and bool(speech)
            and (_is_point(text, speech[-1].text) or _is_inset(line, speech[-1]))
        )
        or (
            (line.gap or len(text) <= SHORT_TITLE)
            and following is None
            and bool(NOUN_END.search(text) or (speech and text.endswith("宣告")))
            and not is_bullet(text)
        )
    )


_INSET = re.compile(r"^\d{1,2}\s+[^。、]{3,60}[一-鿿ァ-ヴー）)]$")
_PLACE = re.compile(rf"^\d{{1,2}}[．.、\s]+(?=(?:{BILL_KINDS}|議)第\s?\d)")


def _names_inset(text: str) -> bool:
    """Whether a line is a number, a blank, and words that are no sentence."""
    return _INSET.match(text) is not None


def _is_inset(line: Line, above: Line) -> bool:
    """１　委員長の互選 below the chair's last sentence, further in than his words; nothing but the next speaker follows it."""
    return _names_inset(line.text) and line.indent > above.indent and above.text[-1] in "。．）)"


def _without_place(label: str) -> str:
    """The label without its number in the list, where the number of a bill follows (２ 議第61号 …): the chair calls it by that of
    the bill."""
    return _PLACE.sub("", label)


_POINT = re.compile(r"^[（(]\d{1,2}[)）][^。、]{4,40}[一-鿿ァ-ヴー]$")


def _is_point(text: str, above: str) -> bool:
    """（１）都道府県連絡協議会 below a finished sentence, right above the next speaker; not the last of several points."""
    return _POINT.match(text) is not None and (
        above[-1] in "。．？?" if not NUMBERED.match(above) else AGENDA.match(above) is not None
    )


def _stands_alone(line: Line, speech: Sequence[Line]) -> bool:
    """○歳出　２款総務費 below a finished sentence: the section of what follows, unless the speech lists points so."""
    return (
        bool(speech)
        and _is_finished(speech[-1].text)
        and len(line.text) <= TITLE_MAX
        and COUNTED_END.sub("", line.text)[-1] not in TERMINAL
        and not is_speech(line.text)
        and not any(before.text[0] == line.text[0] for before in speech[1:])
    )


def _is_finished(text: str) -> bool:
    """Whether a line ends a sentence, with who said it behind it or not: …件である。（税務課長）"""
    signed = signed_at_end(text)
    return text[: signed[1] if signed else len(text)][-1] in "。．？?"


def _stands_out(line: Line, speech: Sequence[Line]) -> bool:
    """A title further left than the words above it, right above the next speaker."""
    return line.indent < min(above.indent for above in speech) and _stands_alone(line, speech)


def _spaced_title(line: Line, speech: Sequence[Line]) -> bool:
    """行 政 報 告 below words that are not letter-spaced, right above the next speaker."""
    return is_spaced(line.text) and not is_spaced(speech[-1].text)


def is_signed_title(line: Line) -> bool:
    """○参加者の意見: short words behind a sign that are no speech."""
    text = line.text
    return text[0] in SIGNS and len(text) <= SHORT_TITLE and text[-1] not in TERMINAL and not is_speech(text)


def by_form(line: Line, headings: dict[int, int]) -> bool:
    """A line that looks like a heading wherever it stands."""
    text = line.text
    if len(text) > HEADING_MAX or _says(text):
        return False
    return (
        is_marked(line, headings)
        or bool(is_counter(text) or AGENDA.match(text) or WAVED.match(text) or asker_of(text))
        or bool(NUMBERED.match(text) and NOUN_END.search(squeeze(text)))
        or bool(SECTION.match(text))
    )
