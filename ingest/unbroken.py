"""Pages that lost their line ends: a whole meeting on a few lines, each speech behind the one before it.

Such a line is cut where a signed speaker label, a rule or a stage direction stands, so that each is a line as in any other
record. Only very long lines are: in a short one a label amid the words means two columns read as one.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.furniture import STAGE, TIME_NOTICE, is_rule
from ingest.gluedlabels import glued_labels
from ingest.lines import BLANK, Line
from ingest.mark import OPENING, SIGNS
from ingest.markforms import candidates
from ingest.offices import is_title
from ingest.speakers import LABEL_MAX, parse_label
from ingest.speakerwords import GROUPS

LONG_MIN = 200
"""Characters of a line from which it is no line of a column."""
LABELS_MIN = 3
"""Speaker labels amid long lines from which the line ends are lost."""
UNSIGNED_MIN = 4
"""Labels without a sign in one line at least."""
BEFORE_MIN = 20
"""Characters before a label from which they are words of another and not the number of the speech (12: ◯議長 …)."""

_LABEL = re.compile(rf"(?<=[\s\u3000。」）)\]］】〕])(?=[{SIGNS}][^\s\u3000])")
_NUMBER = re.compile(r"[\s\u3000]([0-9]{1,4}[:：]?[\s\u3000]*)$")
NUMBER_MAX = 12
"""Characters before a label in which its number stands: a search of the whole line for each label of a line of a day takes minutes."""
_ENDED = r"(?<=[。」』）)？?〕】＞>会議憩開分][\s\u3000])[\s\u3000]*"
_NAMED = (
    re.compile(
        _ENDED + r"([^\s\u3000。、（()）「」]{1,20}[（(][^（()）。、「」]{1,16}[）)])[\s\u3000]+(?=\S)"
    ),
    re.compile(
        _ENDED
        + r"([^\s\u3000。、（()）「」]{1,20}[（(][^（()）。、「」]{1,16}[）)]|[^\s\u3000。、（()）「」]{3,20}(?:[\s\u3000][^\s\u3000。、（()）「」]{1,4})?君[）)])[\s\u3000]+(?=\S)"
    ),
    re.compile(
        _ENDED
        + r"([（「【〔［][^\s\u3000。、（()）「」]{2,16}[）」】〕］])(?:[（(]補足説明[）)])?[\s\u3000]+(?=\S)"
    ),
    re.compile(_ENDED + r"([^\s\u3000。、，,（()）「」]{2,20}[）)])(?=\S)"),
)
"""Labels without a sign: 議長（川辺守）, 副議長川辺守君) that lost its opening bracket, （議長） and 「町長」, 川辺委員長）."""
_COLON = re.compile(
    _ENDED
    + r"([^\s\u3000。、，,（()）「」：:0-9０-９]{2,14}|[委議会座事][\s\u3000][員長務](?:[\s\u3000]局)?)[\s\u3000]?[：:][\s\u3000]*(?=\S)"
)
"""委 員: …, 交通部長: …: a colon behind the label."""
_PLAIN = re.compile(
    _ENDED
    + r"((?:[0-9０-９]{1,2}番[\s\u3000])?[^\s\u3000。、，,（()）「」0-9０-９]{2,14}(?:[（(][^\s\u3000（()）。]{1,24}[）)])?|[議会][\s\u3000]長)[\s\u3000]+(?=[^\s\u3000、。（(])"
)
"""川辺委員長 ただいまから…: nothing but a blank behind the label; also 議 長, 3番 川辺委員."""
PLAIN_MIN, PLAIN_PEOPLE = 6, 3
"""Such labels in a line at least, and different ones of them."""
_PAGED = re.compile(
    rf"[{SIGNS}]([^\s\u3000。、（(\[［]{{2,24}})[\s\u3000]*[\[［][\s\u3000]*[0-9０-９]{{1,4}}頁[\]］]"
)
"""◯川辺守君[ 230頁]: the page of the print behind a name, be there an office or not."""
_PAGE = re.compile(r"^([－―\-])[\s\u3000]?[0-9０-９]{1,4}[\s\u3000]?\1$")
_ITEM = re.compile(r"[（(][0-9０-９]{1,2}[)）][\s\u3000]*[^。、（()）]{4,50}?について(?=[\s\u3000（(])")
_APART = re.compile(
    rf"(?<=。[\s\u3000])(?P<item>{_ITEM.pattern}|[0-9０-９]{{1,2}}[\s\u3000．.]+次回の?(?:開催|会議|日程|予定)[^。]*)"
    r"|(?P<rule>[─━―—…‥＝=\-]{6,})|(?P<stage>[〔［\[（(][^〔［\[（(〕］\]）)]{1,40}[〕］\]）)])(?=[\s\u3000]|$)"
    r"|(?<=。[\s\u3000])(?P<head>[〔【＜<][^〔〕【】＜＞<>。]{2,30}[〕】＞>])(?=[\s\u3000]|$)"
    r"|(?<=[\s\u3000])(?P<page>(?P<dash>[－―\-])[\s\u3000]?[0-9０-９]{1,4}[\s\u3000]?(?P=dash))(?=[\s\u3000]|$)"
    r"|(?<=[\s\u3000])(?P<recess>(?:開会|開議|休憩|再開|散会|閉会)[\s\u3000]?午[前後][\s\u3000]?[0-9０-９]{1,2}時[\s\u3000]?(?:[0-9０-９]{1,2}分)?)(?=[\s\u3000]|$)"
    r"|(?<=[\s\u3000])(?P<time>(?:午[前後])?[0-9０-９一二三四五六七八九十]{1,3}時[^\s\u3000。]{0,8}[\s\u3000]?(?:開会|開議|休憩|再開|散会|閉会))(?=[\s\u3000]|$)"
)


def cut_speeches(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of `text`, the very long ones cut where the speaker labels in them stand."""
    labels = {
        i: found for i, line in enumerate(lines) if len(line.text) >= LONG_MIN and (found := _labels(line))
    }
    if sum(map(len, labels.values())) < LABELS_MIN:
        labels = glued_labels(lines)
    out: list[Line] = []
    for index, line in enumerate(lines):
        out += _pieces(line, labels[index], len(text)) if index in labels else [line]
    return tuple(out)


def _labels(line: Line) -> list[int]:
    """Where in the line a signed speaker label begins that words follow, or an office with a name in brackets."""
    first = len(line.text) - len(line.text.lstrip(BLANK))
    places = [m.end() for m in _LABEL.finditer(line.text) if m.end() - first >= BEFORE_MIN]
    signed = [
        start
        for start, stop in itertools.pairwise([*places, len(line.text)])
        if re.search("[。！!]", line.text[start:stop]) and _is_label(line, start)
    ]
    lost = _lost(line.text)
    if signed:
        return sorted({*(_numbered(line, start) for start in signed), *lost})
    return max(_unsigned(line), lost, _lettered(line.text), key=len)


_LETTER = re.compile(
    r"(?<=[。？?）)\]］][\s\u3000])[\s\u3000]*([QＱAＡCＣ])[\s\u3000]?[0-9０-９]{0,3}[\s\u3000]?[：:.．][\s\u3000]*(?=\S)"
)
LETTERS_MIN = 2
"""Questions Q: and replies A: in one line at least, of each."""


def _lettered(text: str) -> list[int]:
    """Where `Q: …か。 A: …。` begin in a page that lost its line ends."""
    found = list(_LETTER.finditer(text))
    both = min(sum(m[1] in letter for m in found) for letter in ("QＱ", "AＡ"))
    return [m.start(1) for m in found] if both >= LETTERS_MIN else []


_LOST = re.compile(r"([^\s\u3000。、（()）「」\-─━―△]{4,30}君)[）)](?=[\s\u3000])")
"""議長斎藤秀雄君): a page that lost the sign and the opening bracket of its labels, and the blank before them."""


def _lost(text: str) -> list[int]:
    """Where such labels begin; one that is glued to what stands above it (開議の宣告議長斎藤秀雄君)) ends as another one does."""
    found = [(m.start(1), m[1]) for m in _LOST.finditer(text)]
    whole = Counter(
        label
        for start, label in found
        if start and text[start - 1] in "。」』？?」 \u3000" and _names_speaker(label + "）")
    )
    if len(found) < LABELS_MIN or not whole or whole.most_common(1)[0][1] < 2:
        return []
    out = []
    for start, label in found:
        known = max((w for w in whole if label.endswith(w)), key=len, default="")
        if known:
            out.append(start + len(label) - len(known))
    return out


def _numbered(line: Line, start: int) -> int:
    """Where the number of the speech before its label begins (12 ◯議長 …, 12: ◯議長 …), else where the label does."""
    found = _NUMBER.search(line.text, max(0, start - NUMBER_MAX), start)
    return found.start(1) if found else start


def _unsigned(line: Line) -> list[int]:
    """Where 議長（川辺守） stands behind the end of a sentence; nowhere unless several people speak so, and one again."""
    plain = _plain(line)
    for pattern in _NAMED:
        found = [match for match in pattern.finditer(line.text) if _names_speaker(match[1])]
        counts = Counter(match[1] for match in found)
        if len(found) >= max(UNSIGNED_MIN, len(plain)) and 2 <= len(counts) < len(found):
            starts = [match.start(1) for match in found]
            return _with_headed(line.text, starts, counts)
    return max(plain, _before_colons(line), key=len)


_HEAD = re.compile(
    r"(?:^|[。」）)】\s\u3000])[\s\u3000]*((?:[0-9０-９]{1,2}[．.]|[（(][0-9０-９]{1,2}[)）])[^。【】]{1,60})$"
)
_SHORT_HEAD = re.compile(
    r"(?<=。[\s\u3000])([0-9０-９]{1,2}[\s\u3000．.]*[^。、○0-9０-９（(\s\u3000]{2,20}[\s\u3000])$"
)
"""2町長あいさつ 町長（沖太郎） …, 4 経過説明 こども課長（西） …: right behind a sentence."""
_BRACKETED = re.compile(r"(?<=[\s\u3000])[【〔［][^\s\u3000。、（()）「」]{2,16}[】〕］](?=[\s\u3000]+\S)")
_IN_BRACKETS = re.compile(
    r"(?<=[\s\u3000])[^\s\u3000。、（()）「」]{2,20}[（(][^（()）。、「」]{1,16}[）)](?=[\s\u3000]+\S)"
)


def _with_headed(text: str, starts: Sequence[int], labels: Counter[str]) -> list[int]:
    """The labels and those that a heading stands before (2.会長挨拶 【会長】 …, 5 議題 町長（沖） …), and where those begin.

    `labels`: those that are known to name speakers; 【会長】 of the line stands for any 【…】 that names one.
    """
    out = set(starts)
    signed = text[starts[0]] in "【〔［"
    for match in (_BRACKETED if signed else _IN_BRACKETS).finditer(text, 0 if signed else starts[0]):
        form = _HEAD if signed else _SHORT_HEAD
        head = form.search(text, max(0, match.start() - (160 if signed else 30)), match.start())
        known = match[0] in labels or _names_speaker(match[0])
        if match.start() not in out and head and known:
            out |= {head.start(1), match.start()}
    return sorted(out)


def _before_colons(line: Line) -> list[int]:
    """Where 委 員: stands behind the end of a sentence; nowhere unless several people speak so, and one again."""
    found = [match for match in _COLON.finditer(line.text) if _titled(match[1])]
    counts = Counter(match[1] for match in found)
    return [m.start(1) for m in found] if len(found) >= UNSIGNED_MIN and 2 <= len(counts) < len(found) else []


def _plain(line: Line) -> list[int]:
    """Where 川辺委員長 stands behind the end of a sentence and before a blank, in a line that is full of such labels."""
    found = [match for match in _PLAIN.finditer(line.text) if _titled(match[1])]
    counts = Counter(match[1] for match in found)
    found = [m for m in found if counts[m[1]] > 1 or re.search("[（(]", m[1]) or _named(m[1])]
    if (
        len(found) < PLAIN_MIN
        or len({m[1] for m in found}) < PLAIN_PEOPLE
        or max(counts.values()) < PLAIN_PEOPLE
    ):
        return []
    return [match.start(1) for match in found]


def _titled(label: str) -> bool:
    speaker = parse_label(label)
    office = re.sub(r"[（(].*", "", speaker.office) if speaker else ""
    return office in GROUPS or is_title(office)


def _named(label: str) -> bool:
    speaker = parse_label(label)
    return speaker is not None and bool(speaker.office) and bool(speaker.name)


def _names_speaker(label: str) -> bool:
    if label[0] in OPENING:
        return (speaker := parse_label(label[1:-1])) is not None and bool(speaker.office)
    if re.search("[（(]", label):
        return _named(label)
    return _titled(label[:-1])  # nothing but a closing bracket


def _is_label(line: Line, start: int) -> bool:
    if (paged := _PAGED.match(line.text, start)) and parse_label(paged[1]):
        return True
    head = line.text[start : start + LABEL_MAX + 2]
    cut = replace(line, text=head, start=line.start + start, end=line.start + start + len(head))
    return any(m.sure and m.style.startswith("sign") and m.speaker.office for m in candidates(0, cut))


def _pieces(line: Line, labels: Sequence[int], stop: int) -> list[Line]:
    """The line in pieces; rules are left out, stage directions and times of recess stand alone."""
    cuts = set(labels)
    for match in _APART.finditer(line.text):
        speech = match.start() >= labels[0]
        if (
            match["rule"]
            or match["page"]
            or match["head"]
            or match["item"]
            or (speech and (match["time"] or match["recess"] or STAGE.match(match.group())))
        ):
            cuts |= {match.start(), match.end()}
    if above := list(_ITEM.finditer(line.text, 0, labels[0]))[-1:]:
        cuts |= set(above[0].span())  # the item on which the first label speaks
    places = [0, *sorted(cuts - {0, len(line.text)}), len(line.text)]
    out: list[Line] = []
    gap = line.gap
    for start, end in itertools.pairwise(places):
        words = line.text[start:end]
        start += len(words) - len(words.lstrip(BLANK))
        piece = words.strip(BLANK)
        if _PAGE.match(piece) or (not out and piece.isdecimal()):
            continue
        if piece and not is_rule(piece):
            alone = TIME_NOTICE.match(piece) is not None or STAGE.match(piece) is not None
            out.append(
                Line(
                    line.start + start,
                    line.start + start + len(piece),
                    piece,
                    line.indent,
                    stop,
                    gap or alone,
                )
            )
            gap = False
        elif piece:
            gap = True
    return [*out[:-1], replace(out[-1], newline=line.newline)] if out else []
