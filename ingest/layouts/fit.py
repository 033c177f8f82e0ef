"""How far the marks of a dialogue family carry a document; the families differ in the styles of marks that they take."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ingest.layouts.exams import is_exam
from ingest.layouts.flattened import TORN_SHARE, torn_joins
from ingest.layouts.narrow import cut_labels
from ingest.marks.handover import is_handed_over, opens_meeting
from ingest.marks.mark import Mark
from ingest.marks.speaks import is_speech
from ingest.people.roster import is_names_row
from ingest.people.sidewords import bare_label, says_side
from ingest.people.speakers import parse_label
from ingest.phrases.wording import asks
from ingest.text.furniture import TIME_NOTICE
from ingest.text.lines import Line, width
from ingest.text.normalize import is_spaced
from ingest.turns.displaced import breaks_sentence, displaced, is_drawn_apart
from ingest.turns.scanning import DIGEST, Scan, marks_of, scan
from ingest.types import Document, Evidence

MARKS_MIN = 2
"""Fewer marks than this say nothing about a document, unless one alone opens it."""
OPENS_AT, ALONE = 3, 0.6
"""Line up to which one mark alone opens a document, and how far it then carries it."""
MIDLINE_MAX = 0.2
"""Share of speaker marks that stand in the middle of lines, from which two columns were read as one: in one column a mark
opens a line."""
BROKEN_MAX = 0.35
"""Share of marks that break into an unfinished sentence, from which columns are taken to be interleaved. Records with
careless ends of sentences stay below 0.15; two columns read line by line lie above 0.5."""
BROKEN_MARKS = 6
"""Marks from which their share says something."""
LISTED = 6
"""Marks below which labels that stand once each, with nobody asking, are a list of roles (町：…, 町民：…) and no dialogue."""
UNKNOWN = 0.6
"""Factor where nobody's side is known from the labels: bare names in brackets may be anything."""
GAPPED_MAX, GAPPED_LINES = 0.4, 4
"""Share of the lines without a mark that have a wide blank at one place, from which the text is two columns side by side,
and such lines at least."""

HALVED_MAX, HALVED_LINES = 0.25, 6
"""Share of the long lines that one blank cuts in two halves of running words, from which the same is so, and such lines at least."""

_EXAMPLE = re.compile("(?:記載|記入|記述|作成|書き方)の?(?:例|要領|要項|見本)")
_BLANK = re.compile("[○〇◯△□×＊…]{2}")
"""How minutes are to be written, and what stands in the examples for the words."""
_GUIDE = re.compile(
    r"^[^。]{0,30}(?:(?:会議録|議事録|発言)[^。]{0,10}(?:作成|記載|書き方|作り方)[^。]{0,8}(?:要領|要項|要綱|手引き?|基準|例|マニュアル|方法)"
    r"|(?:条例|規則|会議)の?(?:手引き?|(?:逐条)?解説|マニュアル|運用例?))(?:（[^（）]{1,16}）)?$"
)
_SAMPLE = re.compile(r"^[（(【〔<＜]?(?:記載|記入|文)?例[\d一二三四五六①-⑨]*[）)】〕>＞：:]")
"""The title of such a guide, or of one to the rules of a council, and the line above an example in it whose words are written out."""

OPINIONS_MIN = 3
"""Members of a board by whom a record without its officers is one."""

TOLD_IN_SHORT = 5
"""Marks for each line with a full stop, above which a record is told in short and its sentences have no ends."""

OPENING = 3
"""Lines at the head of the first turn in which a meeting is opened."""
PLAIN_MIN = 4
"""Lines above marks, all of which end as whole sentences do without a full stop, from which the record puts none."""
_PLAIN_END = re.compile(r"(?:[うくすつぬむるぐぶただいかん]|こと|もの|ため|予定)$")
"""課長 - 早めに日程を調整し実施したい: whole sentences all, without full stops; a line that is cut ends in anything."""

SIDE_NAMES = {
    "chair": "進行",
    "member": "質問する側",
    "executive": "答える側",
    "secretariat": "事務局",
    "other": "不明",
}


def evidence(document: Document, style: Callable[[str], bool], base: float, name: str) -> Evidence:
    """How far the marks of a family carry a document.

    Score: `base` for the kind of mark, scaled (see `_score`); nothing where one speaker alone talks, or where marks break sentences.
    """
    scanned = scan(document.text, document.pages)
    marks = marks_of(document, style)
    if not marks:
        return Evidence(0.0, (f"{name}の印がない",))
    labels = Counter(m.label for m in marks)
    first = "、".join(label for label, _ in labels.most_common(4))
    total = sum(len(line.text) for line in scanned.lines) or 1
    covered = sum(len(line.text) for line in scanned.lines[marks[0].line :]) / total
    reasons = [
        f"{name} {len(marks)}か所、発言者{len(labels)}通り（{first}）",
        f"本文の{covered:.0%}が印のあとにある",
    ]
    if fault := next(_mixed(document, style, marks, scanned), ""):
        return Evidence(0.0, (*reasons, fault))
    sides = {m.speaker.side for m in marks}
    if len(marks) < MARKS_MIN:
        alone = _stands_alone(marks[0], scanned.lines, style)
        return Evidence(ALONE if alone else 0.0, (*reasons, "発言が一つだけ"))
    if fault := next(_no_dialogue(marks, scanned.lines), ""):
        return Evidence(0.0, (*reasons, fault))
    asked = any(m.speaker.side == "member" for m in scanned.marks)
    if sides == {"secretariat"} and len(labels) == 1 and not asked:
        return Evidence(0.0, (*reasons, "事務局の発言だけ（尋ねた側に印がない）"))
    reasons.append("立場: " + "、".join(name for side, name in SIDE_NAMES.items() if side in sides))
    return Evidence(_score(base, covered, marks, scanned.lines), tuple(reasons))


def _score(base: float, covered: float, marks: Sequence[Mark], lines: Sequence[Line]) -> float:
    """`base`, scaled by the share of the text that the marks cover, of them that words follow, and by how many they are."""
    speaking = sum(is_speech(lines[m.line].text) or _next_speaks(m, lines) for m in marks) / len(marks)
    score = (
        base
        * min(1.0, 0.3 + 0.7 * covered + 0.1)
        * (0.4 + 0.6 * speaking)
        * min(1.0, 0.6 + 0.1 * len(marks))
        * (UNKNOWN if {m.speaker.side for m in marks} == {"other"} else 1.0)
    )
    return round(min(score, 0.99), 3)


def _stands_alone(mark: Mark, lines: Sequence[Line], style: Callable[[str], bool]) -> bool:
    """Whether the one mark of a document opens it with a sign; not a member's, to whom nobody replies."""
    opens = mark.line <= OPENS_AT or _opens_meeting(mark, lines)
    return opens and style("sign:○") and mark.signed and mark.speaker.side != "member"


def _opens_meeting(mark: Mark, lines: Sequence[Line]) -> bool:
    """Whether the presiding officer, by office and name, speaks right below the time at which the meeting opens."""
    chairs = mark.speaker.side == "chair" and bool(mark.speaker.name)
    return chairs and mark.line > 0 and TIME_NOTICE.match(lines[mark.line - 1].text) is not None


def _mixed(
    document: Document, style: Callable[[str], bool], marks: Sequence[Mark], scanned: Scan
) -> Iterator[str]:
    """Why the text does not follow its lines: columns that were read as one, or names apart from their words."""
    lines = scanned.lines
    headings = document.heading_starts
    cut = [m for m in marks if m.style != "told"]  # told words need not end as sentences do
    broken = broken_share(lines, cut, headings)
    if len(marks) >= BROKEN_MARKS and broken > BROKEN_MAX:
        yield f"印の{broken:.0%}が文の途中に割り込んでいる（段組みの混ざった文か）"
    if cut_off := cut_labels(lines, marks):
        yield f"印{cut_off}か所が段の途中の行に続いている（段組みの行が交互に並んだ文か）"
    out, column = displaced(lines, [m for m in scanned.marks if style(m.style)], headings)
    if is_drawn_apart(out, column):
        yield f"発言者だけの行{column}のうち{out}が発言と離れている（発言者の欄が別に並んだ文か）"
    midline = midline_marks(lines)
    if midline >= 2 and midline > MIDLINE_MAX * len(marks):
        yield f"行の途中に発言者の印が{midline}か所ある（段組みの混ざった文か）"
    doubled = sum(_DOUBLED.match(line.text) is not None for line in lines)
    if doubled >= 2 and 2 * doubled >= len(marks) - doubled:
        yield f"{doubled}行に同じ印が二つ並んでいる（段組みが一行に並んだ文か）"
    if (torn := torn_joins(document.text.split("\n"))) > TORN_SHARE:
        yield f"空きの{torn:.0%}で文がつながらない（段組みが一行に混ざった文か）"
    if (halved := halved_share(_behind(lines, marks))) > HALVED_MAX:
        yield f"行の{halved:.0%}が一つの空きで二つの文に分かれる（段組みが一行に並んだ文か）"
    gapped = gapped_share(_unmarked(lines, marks))
    if gapped > GAPPED_MAX:
        yield f"行の{gapped:.0%}に大きな空きがある（段組みが一行に並んだ文か）"


def _no_dialogue(marks: Sequence[Mark], lines: Sequence[Line]) -> Iterator[str]:
    """Why nobody talks with anybody: one person, one side, an exam, a list of roles."""
    sides = {m.speaker.side for m in marks}
    labels = {m.label for m in marks}
    if (
        sides <= {"member", "executive", "other"}
        and sides != {"executive"}
        and one_person({m.speaker.name for m in marks})
    ):
        yield "一人の発言だけ"
    if 2 * sum(m.style in DIGEST for m in marks) >= len(marks) and is_exam(lines, marks):
        yield "試験の問題と解答"
    if len(sides) == 1 and all(m.style in DIGEST for m in marks):
        yield "問いと答えの一方だけ"
    if sides == {"member"} and not (_one_presides(marks, lines) or _opinions_of_several(marks)):
        yield "議員の質問だけ（答えた側に印がない）"
    if 2 * sum(bool(_BLANK.search(lines[m.line].text)) for m in marks) >= len(marks) and any(
        _EXAMPLE.search(line.text) for line in lines[: marks[0].line]
    ):
        yield "会議録の書き方の例"
    above = lines[: marks[0].line]
    if any(_GUIDE.match(line.text) for line in above[:3]) and any(_SAMPLE.match(line.text) for line in above):
        yield "会議録の書き方の例"
    # 【提案】 and 【回答】, once each
    told = all(m.style == "qa" or says_side(bare_label(m.label)) for m in marks)
    named = all(m.signed and m.speaker.office and m.speaker.name for m in marks)
    once = len(labels) == len(marks) < LISTED and not named  # ◎知事（氏名君） greets, ○議長（氏名君） opens
    asked = any(asks(one.text) for m in marks for one in lines[m.line : m.line + 2])
    if once and not told and not asked and not is_handed_over(marks, lines):
        yield "一人一回で、尋ねる発言がない（役割の一覧か）"
    styles = {m.style for m in marks}
    if len(labels) < 2 and ("other" in sides or styles <= {"wide", "line", "tab", "colon"}):
        yield "発言者が区別できない"


def _one_presides(marks: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """Whether the first of several named members opens the meeting: the eldest, until a chair is elected (○沖委員)."""
    first, *rest = marks
    named = all(m.signed and m.speaker.name for m in marks)
    opening = lines[first.line : rest[0].line][:OPENING]
    return named and opens_meeting("".join(line.text[max(0, first.body - line.start) :] for line in opening))


def _opinions_of_several(marks: Sequence[Mark]) -> bool:
    """Whether members of a board alone say what they think: 【沖委員】, 【早川委員】, … above their points, the officers told in prose."""
    named = {m.speaker.name for m in marks if m.speaker.office.endswith("委員")} - {""}
    boxed = all(m.tagged and m.speaker.office.endswith("委員") for m in marks)
    return boxed and len(named) >= OPINIONS_MIN


def one_person(names: set[str]) -> bool:
    """Whether the names are one person's: 沖, 沖　ひとみ, whatever office he held."""
    longest = max(names, key=len)
    return bool(re.search(r"[^xXｘＸ○〇●×＊*]", longest)) and all(
        name and longest.startswith(name) for name in names
    )


def _next_speaks(mark: Mark, lines: Sequence[Line]) -> bool:
    return any(is_speech(line.text) for line in lines[mark.line + 1 : mark.line + 4])


def broken_share(lines: Sequence[Line], marks: Sequence[Mark], headings: frozenset[int]) -> float:
    """Share of marks that stand in the middle of a sentence."""
    broken = [lines[mark.line - 1].text for mark in marks if breaks_sentence(lines, mark.line, headings)]
    # no sentence has an end
    if TOLD_IN_SHORT * sum("。" in line.text for line in lines) < max(1, len(marks)):
        return 0.0
    unstopped = len(broken) >= PLAIN_MIN and all(map(_PLAIN_END.search, broken))
    return len(broken) / len(marks) if marks and not unstopped else 0.0


_GAP = re.compile(r"(?<=\S)(?:\s{2,})(?=\S)")
_DOUBLED = re.compile(
    r"[【〔［\[（(]?(問|答|質問|答弁|回答|要望|意見|[QＱAＡ])[】〕］\]）)]?[\s：:．.]{1,3}\S[^。]{2,40}?\s{2,}[【〔［\[（(]?\1[】〕］\]）)]?[\s：:．.]{1,3}\S"
)
"""問　町道の舗装を早　　　問　学校のトイレは: two columns, each with a question of its own."""
_NAME_COLUMN = 13
"""Width within which a wide blank only sets the name off from the words (full-width characters)."""


def _unmarked(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Line]:
    """The lines after the first mark that bear none, and no row of names nor a letter-spaced heading: a name column, the list of
    those whom the chair appoints, 議　事　日　程　の　報　告 set wide blanks of their own."""
    marked = {mark.line for mark in marks}
    unmarked = (lines[i] for i in range(marks[0].line, len(lines)) if i not in marked)
    return [line for line in unmarked if not (is_names_row(line.text) or is_spaced(line.text))]


def _behind(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Line]:
    """The lines without their marks: 「○森まちづくり課長　」 before the words is no half of a sentence."""
    body = {mark.line: mark.body for mark in marks}
    return [
        replace(line, start=body[i], text=line.text[max(0, body[i] - line.start) :]) if i in body else line
        for i, line in enumerate(lines)
    ]


def gapped_share(lines: Sequence[Line]) -> float:
    """Share of the lines in which a wide blank ends at one and the same place: two columns printed side by side."""
    if len(lines) < GAPPED_LINES:
        return 0.0
    ends = Counter(
        place
        for line in lines
        for place in {round(line.indent + width(line.text[: m.end()])) for m in _GAP.finditer(line.text)}
        if place > _NAME_COLUMN
    )
    most = max((count + ends[place + 1] for place, count in ends.items()), default=0)
    return most / len(lines)


_HALVES = re.compile(r"\S{8,}[ぁ-ん一-鿿、][ \u3000]\S{8,}")
_KANA = re.compile("[ぁ-ん]")


def halved_share(lines: Sequence[Line]) -> float:
    """Share of the lines of running words that a blank halves in mid-sentence: nobody writes so, but a program that reads a
    page of two columns line by line does."""
    words = [line.text for line in lines if len(_KANA.findall(line.text)) > 3 and len(line.text) > 24]
    halved = sum(
        all(len(_KANA.findall(half)) > 1 for half in text.split())
        for text in words
        if _HALVES.fullmatch(text)
    )
    return halved / len(words) if halved >= HALVED_LINES else 0.0


_MIDLINE = re.compile(
    r"(?<=[^\s:：])\s+[○◯〇◆◎●]([^\s。、（()）【】]{0,16}[（(【][^（()）【】。、]{1,16}[）)】]|[^\s。、（()）【】]{4,16}君(?=\s))"
)
"""A signed label with a bracket or an honorific (○議長（木下 敏）, ●議長木下敏君) behind other words of its line."""


def midline_marks(lines: Sequence[Line]) -> int:
    """Lines with a signed speaker label after words of another speech."""
    found = 0
    for line in lines:
        for match in _MIDLINE.finditer(line.text):
            # 12 ◯議長（…）: the page counts the speeches; ### ○議長（…）: the sign of a heading
            before = line.text[: match.start()]
            if not (before.isdigit() or not before.strip("#>*-+")) and parse_label(match[1]):
                found += 1
    return found
