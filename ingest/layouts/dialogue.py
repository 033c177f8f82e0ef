"""Dialogues with tags: 【委員】, #### 【会長】, **【事務局】**, ［委員］, 〈事務局〉, （会長）; name, office or both inside."""

from __future__ import annotations

from collections import Counter

from ingest.layouts import family, fit
from ingest.marks.speaks import speaking
from ingest.marks.stretches import with_stretches
from ingest.people.offices import is_public
from ingest.turns.scanning import scan
from ingest.types import Document, Draft, Evidence, Layout

MIXED_MIN = 3
"""A second kind of bracket counts as a tag from this many occurrences on; below it is a remark in brackets."""

BARE = ("close", "colon", "line", "wide")
"""Styles of labels without a sign or a bracket around them."""

SIGNED_MIN = 3
"""Signed labels (○教育長) to each tag, from which the tags are something else."""

SIDED_MIN = 2
"""Questions （問） and replies （答） among the tags at least, of each."""


def _styles(document: Document) -> frozenset[str]:
    scanned = scan(document.text, document.pages)
    counts = Counter(m.style for m in scanned.marks if m.tagged)
    if not counts:
        return frozenset()
    signed = sum(m.sure and bool(m.speaker.office) for m in scanned.marks if m.signed)
    if signed >= SIGNED_MIN * sum(counts.values()):
        return frozenset()  # <総務課> behind an item of the agenda, above ○教育長, ○委員
    most = counts.most_common(1)[0][0]
    own = frozenset({most} | {s for s, n in counts.items() if n >= MIXED_MIN or s == "tag:【"})
    sided = Counter(
        m.speaker.side for m in scanned.marks if m.style == "qa" and scanned.lines[m.line].text[0] == most[-1]
    )
    chaired = sum(m.style == most and m.speaker.side == "chair" for m in scanned.marks)
    asked = sum(m.style == most and is_public(m.speaker.office) for m in scanned.marks)
    replied = sum(m.style == most and m.speaker.side == "executive" for m in scanned.marks)
    talk = chaired > 1 or min(asked, replied) >= SIDED_MIN
    if talk and min(sided["member"], sided["executive"]) >= SIDED_MIN:
        # （会長）…, （問）…, （答）…, or （参加者）…, （町長）… and （意見）…, （回答）…: sides in the bracket of those who speak
        own |= {"qa"}
    if sided["member"] >= SIDED_MIN and not sided["executive"] and replied == counts[most]:
        own |= {"qa"}  # 【問】…, 【村長】…: who asks is named above, who replies in the bracket
    return with_stretches(own, scanned.marks, scanned.lines)


def _signed(document: Document) -> frozenset[str]:
    """The signs of ○部長（山田太郎） that stand among the tags: copied from the minutes as printed, so speakers all the same."""
    marks = scan(document.text, document.pages).marks
    tagged = [m.line for m in marks if m.tagged]
    between = (m for m in marks if m.signed and tagged and m.line > tagged[0])
    return frozenset(m.style for m in between if m.sure and m.speaker.office and m.speaker.name)


def _points(document: Document) -> frozenset[str]:
    """`・…` and `⇒（事務局）…` between the turns of a （委員長）: nameless points to which named officers reply."""
    marks = scan(document.text, document.pages).marks
    replies = [m for m in marks if m.style == "arrow" and m.speaker.is_officer]
    asked = any(m.style == "arrow" and m.speaker.side == "member" for m in marks)
    if asked and not replies and all(m.speaker.side != "member" for m in marks if m.tagged):
        return frozenset({"arrow"})  # ・… above （市長）…
    named = sum(bool(m.speaker.office) for m in replies)
    return frozenset({"arrow"} if named and 2 * named >= len(replies) else ())


def _heads_sections(document: Document, styles: frozenset[str]) -> bool:
    """【総務課】 above 問）… and 答）…: the tags name the departments whose questions follow, and nobody who speaks."""
    marks = scan(document.text, document.pages).marks
    sides = {m.speaker.side for m in marks if m.style in styles}
    asked = Counter(m.speaker.side for m in marks if m.style == "qa")
    return sides == {"executive"} and min(asked["member"], asked["executive"]) >= SIDED_MIN


def _fills_stretch(document: Document, styles: frozenset[str]) -> bool:
    """（委員） in one of several meetings that print 委員：… or 委員）… before and after it: most who speak bear no brackets."""
    scanned = scan(document.text, document.pages)
    tagged = [m.line for m in scanned.marks if m.style in styles]
    outside = [
        m
        for m, speaks in zip(scanned.marks, speaking(scanned.marks, scanned.lines), strict=True)
        if speaks and m.sure and m.style in BARE and not tagged[0] < m.line < tagged[-1]
    ]
    sides = Counter(m.speaker.side == "member" for m in outside)
    return len(outside) > len(tagged) and min(sides[True], sides[False]) > len(tagged) // 2


def detect(document: Document) -> Evidence:
    styles = _styles(document)
    tags = frozenset(style for style in styles if style.startswith("tag:"))
    if tags and _fills_stretch(document, tags):
        return Evidence(0.0, ("括弧の発言者は文書の一部だけで、ほかは括弧のない発言者",))
    if "qa" not in styles and _heads_sections(document, styles):
        return Evidence(0.0, ("括弧は部署の見出しで、その下に問と答がある",))
    return fit.evidence(document, lambda s: s in styles, 0.95, "括弧（【】など）の発言者")


def read(document: Document) -> tuple[Draft, ...]:
    styles = _styles(document) | _signed(document) | _points(document)
    return family.read(document, lambda s: s in styles)


DIALOGUE = Layout("dialogue", detect, read)
