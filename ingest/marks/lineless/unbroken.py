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
from functools import lru_cache

from corpus.bills import BILL_KINDS
from corpus.patterns import NUMERAL, any_of
from corpus.types import Speaker
from ingest.marks.forms.markforms import candidates
from ingest.marks.handover import opens_meeting
from ingest.marks.lineless.gluedlabels import glued_labels
from ingest.marks.lineless.lostbrackets import LABELS_MIN, lost_brackets
from ingest.marks.lineless.roundtags import round_tags
from ingest.marks.lineless.unbrokenlabels import chair_among, plain_labels, unsigned
from ingest.marks.mark import SIGNS, Mark
from ingest.people.offices import is_title
from ingest.people.speakers import LABEL_MAX, parse_label
from ingest.text.furniture import NOTED, STAGE, TIME_NOTICE, is_rule
from ingest.text.lines import BLANK, Line
from ingest.text.normalize import squeeze
from ingest.text.pageheads import without_page_heads

LONG_MIN = 120
"""Characters of a line from which it is no line of a column."""
OPENING_MAX = 300
"""Characters of a first speech that are looked at."""
HEADS_SHARE = 3
"""Times as many labels without a sign as with one, from which the signs are those of headings."""
BEFORE_MIN = 20
"""Characters before a label from which they are words of another and not the number of the speech (12: ◯議長 …)."""

_LABEL = re.compile(
    any_of(
        # a sign that speakers bear, behind a blank or a full stop: 「…。○総務課長（杉野一）」
        r"(?<=[\s。」）)\]］】〕])"
        rf"(?=[{SIGNS}](?:\S|[ \u3000][^\s。、（()）]{{2,20}}(?:[（(][^（()）。、\s]{{2,14}})?[)）]))",
        # 「…議長○早川 守君」
        r"(?<=[長員君])"
        r"(?=[○◯][^\s。、（()）]{2,20}(?:\s[^\s。、（()）]{1,4})?(?:[（(][^（()）。]{2,14}[)）]|君[)）]))",
    )
)
"""Where a label may begin, a blank behind its sign where a name in brackets follows (◎ 議長（岸本静香議員）…, ◎ 議長岸本静香議員）…); behind a call (…を求めます。沖委員長◯総務委員長（沖 太郎君）) only one that names a person in brackets."""
_SPACED = re.compile(
    rf"(?<=[\s。」）)\]］】〕])[{SIGNS}][ \u3000]([^\s。、（()）]{{2,12}}[ \u3000][^\s。、（()）]{{1,4}}(?:[ \u3000][^\s。、（()）]{{1,4}})?)(?=[ \u3000])"
)
"""○ 議長 川辺 守 …, ○ 町長 沖太郎 …: blanks behind the sign, the office and the name, and no bracket."""
_NAMED_FIRST = re.compile(
    rf"(?<=[\s。」）)\]］】〕])[{SIGNS}][ \u3000]?([^\s。、（()）]{{1,8}}[ \u3000][^\s。、（()）]{{2,16}})(?=[ \u3000])"
)
"""◎ 川辺 病院局長 …, ◆石田 委員 …: the name before the office."""
_NAMED = re.compile(rf"[{SIGNS}][^\s。、（()）]{{2,24}}[（(][^（()）。、]{{2,16}}[)）]")
_CALLED = re.compile(r"[^\s。、（()）]{1,12}(?:君|さん|議員|委員)")
_NUMBER = re.compile(r"\s([0-9]{1,4}[:：]?\s*)$")
NUMBER_MAX = 12
"""Characters before a label in which its number stands: a search of the whole line for each label of a line of a day takes minutes."""
_PAGED = re.compile(rf"[{SIGNS}]([^\s。、（(\[［]{{2,24}})\s*[\[［]\s*\d{{1,4}}頁[\]］]")
"""◯川辺守君[ 230頁]: the page of the print behind a name, be there an office or not."""
_FOLIO = re.compile(r"[\[［]\s*\d{1,4}頁[\]］]")
"""The same behind any label: of two such labels either begins a speech."""
_PAGE = re.compile(r"^([－―\-])\s?\d{1,4}\s?\1$")
_PAGE_ABOVE = re.compile(r"[。？?！!」』）)]\s+([0-9]{1,3}\s*)$")
"""…伺います。 13 （議長） …: the number of the page, between what was said and the label at the head of the next one."""
_ITEM = re.compile(r"[（(]\d{1,2}[)）]\s*[^。、（()）]{4,50}?について(?=[\s（(])")
_NUMBERED = r"\s+(?:[0-9]{1,4}[:：]?\s*)?"
"""A blank, and the number of the speech before the sign of its label."""
_APART = re.compile(
    any_of(
        # an item: 「…。 議案第３号　」「…。 ５ 次回の開催について」「…。 ４ 公開について ○」
        r"(?<=。\s)(?P<item>"
        + any_of(
            rf"{_ITEM.pattern}",
            rf"(?:{BILL_KINDS})第\d{{1,3}}号(?={_NUMBERED}[○◯〇◆◎])",
            r"\d{1,2}[\s．.]+次回の?(?:開催|会議|日程|予定)[^。]*",
            rf"\d{{1,2}}[\s．.]+[^\s。、（()）{SIGNS}]{{2,30}}(?:について|の件|の選任|の指名)(?=\s+[○◯〇◆◎])",
        )
        + r")",
        # a title behind six blanks
        r"(?<=\s{6})(?P<title>[^\s。、（()）]{4,40}(?:について|の件))"
        rf"(?={_NUMBERED}[○◯〇◆◎])",
        # a heading with a sign, and the number of the speech before it: 「12      ◎閉会の宣告 ◯議長（…）」
        r"(?<=\s)(?:[0-9]{1,4}\s+)?(?P<signed>[△▽◎●□■◇◆]\s?[^\s。、（()）○◯〇]{3,40})"
        rf"(?={_NUMBERED}[○◯〇])",
        # a rule, a stage direction
        # none between 「 and 」: words that were struck from the record
        r"(?<![「『─━―—…‥＝=\-−ー])(?P<rule>[─━―—…‥＝=\-−ー]{6,}+)(?![」』])",
        r"(?P<stage>[〔［\[（(][^〔［\[（(〕］\]）)]{1,40}[〕］\]）)])(?=\s|$)",
        # 「…。 【質疑】」
        r"(?<=。\s)(?P<head>[〔【＜<][^〔〕【】＜＞<>。]{2,30}[〕】＞>])(?=\s|$)",
        # 「－ 12 －」
        r"(?<=\s)(?P<page>(?P<dash>[－―\-])\s?\d{1,4}\s?(?P=dash))(?=\s|$)",
        r"(?<=\s)"
        r"(?P<recess>(?P<bar>[―—─－\-]\s?)?(?:開会|開議|休憩|再開|散会|閉会)\s?午[前後]\s?\d{1,2}\s?時\s?(?:\d{1,2}\s?分)?(?(bar)\s?[―—─－\-]))"
        r"(?=\s|$)",
        # 「午後３時15分休憩」
        rf"(?<=\s)(?P<time>(?:午[前後])?{NUMERAL}{{1,3}}時[^\s。]{{0,8}}\s?(?:開会|開議|休憩|再開|散会|閉会))"
        r"(?=\s|$)",
    )
)


def cut_speeches(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of `text`, the very long ones cut where the speaker labels in them stand."""
    lines = without_page_heads(lines)
    long = {i: line for i, line in enumerate(lines) if len(line.text) >= LONG_MIN}
    pages = plain_labels([*long.values()])
    labels = {i: found for i, line in long.items() if (found := _labels(line, pages))}
    tags = round_tags(lines, LONG_MIN)
    among = all(
        set(found) <= set(tags.get(i, ())) for i, found in labels.items()
    )  # 次第 （会長） …: the first too
    if among or sum(map(len, tags.values())) > HEADS_SHARE * sum(map(len, labels.values())):
        labels = tags  # ■ 報告事項（沖議員・東議員）: the sign is the heading's
    places = [(lines[i], start) for i, found in labels.items() for start in found]
    headed = sum(line.text[0] in SIGNS and _is_label(line, 0) for i in labels for line in (lines[i],))
    folios = len(places) > 1 and all(_FOLIO.search(*_head(*at)) for at in places)
    if len(places) + headed < LABELS_MIN and not folios and not _is_opened(places):
        labels = glued_labels(lines)
    out: list[Line] = []
    for index, line in enumerate(lines):
        found = labels.get(index) or _behind_note(line)
        out += _pieces(line, found, len(text)) if found else [line]
    return tuple(out)


_DONE = re.compile(rf"(?:【[^【】。]{{4,40}}】|〔[^〔〕。]{{4,40}}〕|＜[^＜＞。]{{4,40}}＞)\s+(?=[{SIGNS}])")
"""【課長から資料の説明】 ○会長　…: what was done between two speeches, in the line of the second."""


def _behind_note(line: Line) -> list[int]:
    """Where the label of a line begins that opens with what was done."""
    done = _DONE.match(line.text)
    return [done.end()] if done and _is_label(line, done.end()) else []


def _is_opened(places: Sequence[tuple[Line, int]]) -> bool:
    """Whether two people with name and office are all that speak, in one line, and the first of them opens the meeting; his label
    may stand at its head, where nothing is cut."""
    if len(places) == 1 and places[0][0].text[0] in SIGNS:
        places = [(places[0][0], 0), *places]
    if len(places) != 2 or places[0][0] is not places[1][0]:
        return False
    line, starts = places[0][0], [start for _, start in places]
    named = [_speaker(line, start) for start in starts]
    said = line.text[starts[0] : starts[1]][:OPENING_MAX]
    return all(who and who.name and who.office for who in named) and opens_meeting(said)


def _labels(line: Line, pages: Counter[str]) -> list[int]:
    """Where in the line a signed speaker label begins that words follow, or an office with a name in brackets."""
    first = len(line.text) - len(line.text.lstrip(BLANK))
    begins = sorted({*(m.end() for m in _LABEL.finditer(line.text)), *_spaced(line.text)})
    places = [start for start in begins if _is_apart(line.text[first:start])]
    signed = _speaking(line, places)
    lost = lost_brackets(line.text)
    other = max(unsigned(line, pages), _lettered(line.text), key=len)
    if signed and len(other) <= HEADS_SHARE * len({*signed, *lost}):
        return sorted({_numbered(line, start) for start in (*signed, *lost)})
    return max(lost, other, key=len)  # ◎一般質問 議長（岸本静香）：…: the sign is the heading's


def _speaking(line: Line, places: Sequence[int]) -> list[int]:
    """Where a label begins that a sentence follows; or a note of what was done (◎沖課長 （説明） ○…); behind the
    first of them also one before a call or a note (○議長（…） 川辺君 ○…), and one with a name in brackets that spoke before
    (○議長（…） 番外、福祉課長 ○…)."""
    out: list[int] = []
    known: set[str] = set()
    for start, stop in itertools.pairwise([*places, len(line.text)]):
        named = _NAMED.match(line.text, start)
        words = line.text[named.end() : stop].strip(BLANK) if named and out else ""
        piece = line.text[start:stop].rstrip(BLANK)
        said = (
            re.search("[。！!]", piece)
            or NOTED.search(piece)
            or _CALLED.fullmatch(words)
            or STAGE.match(words)
        )
        label = named[0] if named else ""
        if (said or label in known) and _is_label(line, start):
            out.append(start)
            known |= {label} - {""}
    return out


def _spaced(text: str) -> list[int]:
    """Where ○ 議長 川辺 守 stands; nowhere unless several people speak so, and the chair more than once."""
    found = [m for m in _SPACED.finditer(text) if is_title(m[1].replace("\u3000", " ").split(" ")[0])]
    if not found:
        found = [
            m for m in _NAMED_FIRST.finditer(text) if is_title(m[1].replace("\u3000", " ").split(" ")[1])
        ]
    counts = Counter(match[1] for match in found)
    chaired = chair_among(label for label, count in counts.items() if count > 1)
    return [match.start() for match in found] if chaired and len(counts) > 1 else []


def _is_apart(before: str) -> bool:
    """Whether what stands before the first label is more than its number: words, the edge of a table, when the meeting
    opened, or a short speech."""
    words = before.strip(BLANK)
    called = words[:1] in tuple(SIGNS) and words.endswith("。")  # ○川辺委員長 沖一郎君。 ○沖委員 …
    return len(before) >= BEFORE_MIN or called or words == "|" or TIME_NOTICE.match(words) is not None


_LETTER = re.compile(r"(?<=[。？?）)\]］]\s)\s*([QＱAＡCＣ])\s?\d{0,3}\s?[：:.．]\s*(?=\S)")
LETTERS_MIN = 2
"""Questions Q: and replies A: in one line at least, of each."""


def _lettered(text: str) -> list[int]:
    """Where `Q: …か。 A: …。` begin in a page that lost its line ends."""
    found = list(_LETTER.finditer(text))
    both = min(sum(m[1] in letter for m in found) for letter in ("QＱ", "AＡ"))
    return [m.start(1) for m in found] if both >= LETTERS_MIN else []


def _numbered(line: Line, start: int) -> int:
    """Where the number of the speech before its label begins (12 ◯議長 …, 12: ◯議長 …), else where the label does."""
    found = _NUMBER.search(line.text, max(0, start - NUMBER_MAX), start)
    return found.start(1) if found else start


def _head(line: Line, start: int) -> tuple[str, int, int]:
    """Where the label that begins at `start`, with its number before and its page behind, may stand."""
    return line.text, start, start + LABEL_MAX + NUMBER_MAX


_CALLS = re.compile(r"[^\s。、（()）〔〕［］\[\]]{2,24}君(?=登壇|に発言)")
"""[川辺守君登壇], 川辺守君に発言を許可いたします: whom the chair has called, perhaps behind his office or seat."""


@lru_cache(maxsize=4)
def _called(text: str) -> tuple[str, ...]:
    """Those whom the chair calls anywhere in a line; he who is called once may go on without."""
    return tuple(set(_CALLS.findall(squeeze(text))))


def _is_called(text: str, start: int) -> bool:
    """Whether ◯川辺守君 is one whom the chair calls (川辺守君に発言を許可いたします。 [川辺守君登壇]): members without an office."""
    named = re.compile(rf"[{SIGNS}]([^\s。、（()）]{{2,8}}君)\s").match(text, start)
    return named is not None and any(who.endswith(named[1]) for who in _called(text))


def _is_label(line: Line, start: int) -> bool:
    if (paged := _PAGED.match(line.text, start)) and parse_label(paged[1]):
        return True
    if _is_called(line.text, start):
        return True
    return any(m.speaker.office or m.label[-2:] in ("君)", "君）") for m in _signed(line, start))


def _speaker(line: Line, start: int) -> Speaker | None:
    """Whom the signed label that begins at `start` names."""
    return next((m.speaker for m in reversed(_signed(line, start))), None)


def _signed(line: Line, start: int) -> list[Mark]:
    head = line.text[start : start + LABEL_MAX + 2]
    cut = replace(line, text=head, start=line.start + start, end=line.start + start + len(head))
    return [m for m in candidates(0, cut) if m.sure and m.signed]


def _pieces(line: Line, labels: Sequence[int], stop: int) -> list[Line]:
    """The line in pieces; rules are left out, stage directions and times of recess stand alone."""
    cuts, heads = _cuts(line, labels)
    places = [0, *sorted(cuts - {0, len(line.text)}), len(line.text)]
    out: list[Line] = []
    gap = line.gap
    for start, end in itertools.pairwise(places):
        words = line.text[start:end]
        start += len(words) - len(words.lstrip(BLANK))
        piece = words.strip(BLANK)
        if _PAGE.match(piece) or (piece.isdecimal() and (not out or end in labels or end in heads)):
            continue
        if piece and not is_rule(piece):
            alone = TIME_NOTICE.match(piece) is not None or STAGE.match(piece) is not None
            at = line.start + start
            out.append(Line(at, at + len(piece), piece, line.indent, stop, gap or alone))
            gap = False
        elif piece:
            gap = True
    return [*out[:-1], replace(out[-1], newline=line.newline)] if out else []


def _cuts(line: Line, labels: Sequence[int]) -> tuple[set[int], set[int]]:
    """Where the line is cut, and where signed headings begin that stand among the speeches."""
    cuts = set(labels)
    heads: set[int] = set()
    for match in _APART.finditer(line.text):
        speech = match.start() >= labels[0]
        if (
            match["rule"]
            or match["page"]
            or match["head"]
            or match["item"]
            or match["title"]
            or (speech and (match["time"] or match["recess"] or STAGE.match(match.group())))
        ):
            cuts |= {match.start(), match.end()}
        elif speech and match["signed"]:
            heads.add(match.start("signed"))
            cuts |= {match.start(), match.start("signed"), match.end()}
    cuts |= {m.start(1) for start in labels if (m := _PAGE_ABOVE.search(line.text, max(0, start - 8), start))}
    if above := list(_ITEM.finditer(line.text, 0, labels[0]))[-1:]:
        cuts |= set(above[0].span())  # the item on which the first label speaks
    return cuts, heads
