"""Speaker marks: how a line announces who speaks, in the spellings of published minutes.

A mark has a *style*, and styles belong to layout families: signs before the label (○議長, ◆6番), tags around it
(【委員】), and what has neither (a colon, a tab, a wide blank, a line of its own, 問 and 答). A line is only a
candidate; whether a style is the document's is decided by all candidates together (the layouts count them).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.patterns import NUMERAL
from ingest.marks.forms.markforms import candidates
from ingest.marks.forms.namedbehind import named_point
from ingest.marks.headingforms import heading_label
from ingest.marks.joined import ditto_marks, lone_sign_marks, noted_marks, with_unsigned
from ingest.marks.labels.askernames import asking_names
from ingest.marks.labels.gluedheads import glued_marks
from ingest.marks.labels.headedlabels import headed_labels
from ingest.marks.labels.lettered import without_letters
from ingest.marks.labels.lonelabels import with_called_labels, with_lone_labels
from ingest.marks.labels.lostsigns import with_lost_signs
from ingest.marks.labels.namesbehind import with_names_behind
from ingest.marks.labels.numberednames import numbered_names
from ingest.marks.labels.partheads import part_marks
from ingest.marks.labels.pressnames import press_marks, with_askers
from ingest.marks.labels.rosternames import bare_named_marks, named_marks
from ingest.marks.labels.sameform import same_form_marks
from ingest.marks.labels.seatlabels import seat_above_name, seat_marks
from ingest.marks.labels.shortnames import with_short_names
from ingest.marks.labels.sidesabove import with_repliers, with_sides_above
from ingest.marks.labels.stated import (
    bracketed_marks,
    introduced_marks,
    is_title_of_member,
    legend,
    legend_marks,
    name_marks,
    signed_names,
    surname_marks,
    wide_names,
)
from ingest.marks.labels.stoplabels import stop_marks
from ingest.marks.mark import BULLETS, SIGNS, Mark
from ingest.marks.nomarks.contacts import contact_of
from ingest.marks.nomarks.headlines import without_headlines
from ingest.marks.nomarks.letterfields import is_signature_field
from ingest.marks.replies.alternation import alternating_marks
from ingest.marks.replies.arrowlines import ARROWS, labels_behind_arrows, replies_below
from ingest.marks.replies.askedpoints import asked_points
from ingest.marks.replies.countedreplies import counted_marks
from ingest.marks.replies.departmentlabels import with_departments
from ingest.marks.replies.gluedasks import glued_asks
from ingest.marks.replies.lostreplies import with_lost_replies
from ingest.marks.replies.oneletter import one_letter_marks
from ingest.marks.replies.taggedreplies import points_above
from ingest.marks.replies.written import written_marks
from ingest.marks.reported.explainednotes import explained_marks
from ingest.marks.reported.heardcalls import with_heard_calls
from ingest.marks.reported.signedpoints import signed_marks
from ingest.marks.settle import settled, with_sides
from ingest.marks.speaks import is_speech, speaking
from ingest.marks.spread.brokenlabels import broken_label, name_below
from ingest.marks.spread.marginheads import below_cover, with_margin_heads
from ingest.marks.spread.splitlabels import (
    broken_name,
    long_label,
    over_two_lines,
    stacked_marks,
    with_piled,
    with_split,
)
from ingest.people.askers import named_title, names_member
from ingest.people.names import is_name
from ingest.people.offices import is_office
from ingest.people.roster import is_people_row
from ingest.people.sidewords import bare_label, is_asking, says_side
from ingest.people.speakers import ROW_MIN, parse_label
from ingest.text.furniture import ROSTER, SIGNER
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

ARROWS_MIN = 2
"""One arrow is a decision (⇒承認); several after list items are replies."""


def find_marks(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """All candidates, in order; a line has at most one of each family, the signed one first."""
    if written := written_marks(lines) or counted_marks(lines) or numbered_names(lines):
        return written
    out: list[Mark] = []
    used = -1
    for index, line in enumerate(lines):
        if index == used:
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        above = lines[index - 1].text if index else ""
        if (
            SIGNER.match(above)
            or ROSTER.match(above)
            or _ends_roster(line.text, above)
            or contact_of(line.text)
        ):
            continue  # who wrote the reply above, who was absent: no speech of its own
        two = over_two_lines(index, line, following) if following else None
        if two := two or seat_above_name(lines, index):
            used = index + 1
            out.append(two)
            continue
        broken = broken_label(index, line, following) if following else None
        broken = broken or (long_label(index, line, following) if following else None)
        broken = broken or (broken_name(index, line, following) if following else None)
        broken = broken or (name_below(index, line, following) if following else None)
        out += [broken] if broken else candidates(index, line)
    out += headed_labels(lines, {mark.line for mark in out})
    signs = legend(lines)
    if signs:
        signed = list(legend_marks(lines, signs))
        lone = {mark.line for mark in signed}
        out = [mark for mark in out if mark.line not in lone] + signed
    out = without_letters(with_piled(with_split(out, lines), lines)) + stacked_marks(lines)
    out += [*named_marks(lines), *bare_named_marks(lines)]
    out += [*introduced_marks(lines, out), *signed_names(lines, out)]
    surnames = list(surname_marks(lines))
    if surnames:  # 清水眞人議員 above them is a title, and speaks no words of its own
        out = [mark for mark in out if not (mark.style == "line" and is_title_of_member(lines[mark.line]))]
    out += surnames
    out += [*seat_marks(lines, out), *glued_marks(lines, out)]
    out += [*noted_marks(lines, out), *lone_sign_marks(lines, out)]
    out += [*part_marks(lines, out), *bracketed_marks(lines, out)]
    out += explained_marks(lines, out)
    out += [*name_marks(lines, out), *wide_names(lines, out), *stop_marks(lines, out)]
    out = with_short_names(out + list(asking_names(lines, out)), lines)
    out += [*same_form_marks(lines, out), *press_marks(lines, out), *glued_asks(lines, out)]
    out = _outside_labels(out, lines)
    arrows = list(_arrows(lines, out)) or labels_behind_arrows(lines, out) or list(replies_below(lines, out))
    arrows = (
        arrows
        or list(points_above(lines, out))
        or list(signed_marks(lines, out))
        or list(asked_points(lines, out))
    )
    out = [mark for mark in out if mark.style[:4] == "sign" or not is_people_row(lines[mark.line].text)]
    marks = with_askers(
        _without_headings(with_sides_above(settled(out + arrows, lines), lines), lines), lines
    )
    marks = tuple(sorted((*marks, *ditto_marks(lines, marks)), key=lambda mark: mark.line))
    marks = with_called_labels(below_cover(with_margin_heads(marks, lines), lines), lines)
    marks = with_lost_signs(with_unsigned(marks, speaking(marks, lines)), lines)
    marks = with_names_behind(with_heard_calls(marks, lines), lines)
    marks = with_repliers(with_lone_labels(without_headlines(marks, lines), lines), lines)
    marks = (
        with_sides(alternating_marks(lines, marks), marks, lines) or one_letter_marks(lines, marks) or marks
    )
    return with_departments(with_lost_replies(marks, lines), lines)


def _ends_roster(text: str, above: str) -> bool:
    """市川主査 below 井上副主幹　大野副主幹　夏刈副主幹: the last of a roster, alone on its line."""
    row = above.split() if len(text) <= 12 and "。" not in above else []
    if len(row) <= ROW_MIN or (own := parse_label(text)) is None or not own.name:
        return False
    return all((who := parse_label(word)) is not None and bool(who.office) for word in row)


def _outside_labels(found: Sequence[Mark], lines: Sequence[Line]) -> list[Mark]:
    """Without marks inside a label that goes on over lines (豊津健朗君 below ○教育政策係長)."""
    out: list[Mark] = []
    body = 0
    for mark in sorted(found, key=lambda mark: mark.line):
        if lines[mark.line].start >= body or any(m.line == mark.line for m in out[-1:]):
            out.append(mark)
            body = max(body, mark.body)
    return out


def _arrows(lines: Sequence[Line], found: Sequence[Mark]) -> Iterable[Mark]:
    """`・question` and `→reply` or `（答）reply`: lists of points in digests, where only the reply bears a mark of its own."""
    asked = any(is_asking(m.label) for m in found)
    ends = {
        i: end
        for i, line in enumerate(lines)
        if len(line.text) > 2 and (end := _reply_mark(line.text, tags=not asked))
        if not _DECIDED.match(line.text)
    }
    if len(ends) < ARROWS_MIN:
        return
    before = Counter(lines[i - 1].text[0] for i in ends if i and lines[i - 1].text[0] in BULLETS + SIGNS)
    if not before or before.most_common(1)[0][1] * 2 < len(ends):
        return
    bullet = before.most_common(1)[0][0]
    first = next(i for i in range(min(ends), -1, -1) if i == 0 or lines[i].text[0] == bullet)
    for index in range(first, len(lines)):
        line = lines[index]
        if index in ends:
            yield named_point(index, line, ends[index], "executive")
        elif line.text[0] == bullet and len(line.text) > 2:
            yield named_point(index, line, 1, "member")


_DECIDED = re.compile(
    rf"^[{ARROWS}][\s\u3000]*[^。]{{0,30}}(?:決定|承認|了承|可決|同意|異議なし|合意|作成|継続審議|再検討)(?:した|する|とする|こととする)?。?$"
)
"""⇒原案のとおり決定: what came of the points above, no reply."""
_REPLY_TAG = re.compile(r"^[（(【〔［\[「＜<](?:ご|御|市の?|町の?)?(?:回答|答弁|答|[AＡ])[）)】〕］\]」＞>]")


def _reply_mark(text: str, tags: bool) -> int:
    """Length of the mark of a reply at the head of a line, 0 where there is none."""
    if text[0] in ARROWS:
        return 1
    tag = _REPLY_TAG.match(text) if tags else None
    return tag.end() if tag else 0


_ARTICLE = re.compile(rf"^第{NUMERAL}+条(?:の{NUMERAL}+)?(?=[\s\u3000])")
"""（議員） above 第２条　… heads an article of an ordinance; 第２条の構成員に… is speech."""


def _without_headings(marks: tuple[Mark, ...], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """Without （質疑）, 【意見】 … that stand above the lines of named speakers: they head what follows."""
    places = {mark.line: mark for mark in marks}
    out = []
    for mark in marks:
        following = places.get(mark.line + 1)
        heads = (
            says_side(mark.label)
            and mark.body >= lines[mark.line].end
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
        if not heads and not (mark.body >= lines[mark.line].end and _ARTICLE.match(below)):
            out.append(mark)
    return tuple(out)


_MATTER = re.compile(r"[（(【〔＜<《][^（()）。？?]{2,40}(?:について|の件|関係|関連|対応|状況)[）)】〕＞>》]")
"""（減便について）: the matter of the questions below it."""


def _is_heading(text: str) -> bool:
    return names_member(text) or _MATTER.fullmatch(text) is not None


_ANSWERERS = re.compile(r"^(?:答弁|回答)(?:者|を求める者)[\s\u3000：:]+([^。]{1,60})$")


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
    own = lines[mark.line].text
    words = own[mark.body - lines[mark.line].start :]
    between = (
        [words] if own[0] != "#" and not is_name(squeeze(words)) else []
    )  # 質問者　沖まどか asks nothing
    between += [line.text for line in lines[mark.line + 1 : following.line]]
    return not any("。" in words or words[-1:] in "かは？?" for words in between if words)
