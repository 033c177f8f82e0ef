"""The forms of speaker marks in one line: a sign, a tag, 問 and 答, a colon, a tab, a wide blank, a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.types import Side, Speaker
from ingest.furniture import STAGE
from ingest.lines import BLANK, Line
from ingest.names import squeeze
from ingest.speakers import LABEL_MAX, is_asking, parse_label, parse_name, says_side

SIGNS = "○◯〇◆◎●◇△▲□■☆★◈⚪⚫"
OPENING = {
    "【": "】",
    "〔": "〕",
    "［": "］",
    "[": "]",
    "〈": "〉",
    "＜": "＞",
    "《": "》",
    "（": "）",
    "(": ")",
    "「": "」",
    "『": "』",
    "≪": "≫",
    "<": ">",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate: `line` is its place among the content lines, `body` the offset where the words begin.

    `sure` is False where the label's end is a guess (a name without a title before a blank).
    """

    line: int
    style: str
    label: str
    speaker: Speaker
    body: int
    sure: bool = True
    numbers: tuple[int, ...] = ()
    """Numbers in 問1, 答弁1・2: which questions are meant."""


_PREFIX = re.compile(
    r"^(?:#{1,6}\s+|>\s+|[-*+]\s+(?=[【*])|[\[(]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?[\])]?\s+|[0-9０-９]{1,4}[:：]\s*(?=[○◯〇◆◎●])|[・･]\s*(?=[【（(［\[]))*(?:\*\*|__)?"
)
_SEPARATOR = " \t\u3000:：・|｜"
_COLON = re.compile(r"^(?:[・･•\-‐－＊*※→⇒]\s*)?([^：:。、「」\t]{1,40}?)\s*[：:](?!//)")
_TAB = re.compile(r"^([^\t。]{1,30})\t+(?=\S)")
_SPACED = re.compile(
    r"^((?:[^\s。、「」：:]{1,3}[\s\u3000]){1,6}[^\s。、「」：:]{1,3})(?:[\s\u3000]*[：:]|[\s\u3000]{2,})(?=\S)"
)
_SPREAD = re.compile(
    r"^((?:副[\s\u3000]*)?(?:(?:議|会|座|委[\s\u3000]*員|部[\s\u3000]*会|市|町|村|区|教[\s\u3000]*育|局|部|課|室)[\s\u3000]+長|事[\s\u3000]+務[\s\u3000]+局|委[\s\u3000]+員|議[\s\u3000]+員))"
    r"[\s\u3000]+(?=\S)"
)
"""A title spread over the width of the name column (議　　長, 委 員 長), one blank before the words."""
_PAREN = re.compile(r"^([^。、「」（()）]{1,30}[（(][^（()）。]{1,30}[）)])")
_ENDS_LIKE_OFFICE = re.compile(
    r"(?:長|員|番|民|者|臣|記|授|士|代表|事|幹|監|者|局|課|部|室|君|氏|官|査|任|師|与|佐|人|役|当|Ａ|A)[)）]?(?:[（(][^（()）]{1,24}[)）])?$"
)
_QA = re.compile(
    r"^(?P<open>[「【〔［\[＜<（(]?)(?P<word>質問者?|ご質問|御質問|再々?質問|質疑|要望|意見|再々?答弁|回答者?|ご回答|御回答|答弁者?|問|答|[QＱAＡ])"
    r"(?P<number>(?:[\s\u3000]*[0-9０-９①-⑳]+(?:[\-－‐・,、，.．~〜～]\s*[0-9０-９①-⑳]+)*)?)(?P<close>[」】〕］\]＞>）)]?)(?P<gap>[\s\u3000]*[：:.．、)）|｜]?[\s\u3000]*)"
)
_STAGED = re.compile(r"(?:登壇|降壇|起立|着席|退席|退室|入室|挙手|朗読|報告|の声|呼ぶ者|拍手)\s*$")
_TITLED = re.compile(r"^([^。、「」\t]{2,36}?(?:君|議員|委員|氏|さん))[\s\u3000]+(?=\S)")
_NAMED = re.compile(r"^[（(【]?([^。、「」（）()\s：:]{2,20}?)(?:[）)】][\s\u3000：:]*|[\s\u3000：:]+)(?=\S)")
_ASCENDED = re.compile(r"[〔（(]?(?:登壇|自席|質問席)[〕）)]?[\s\u3000]+")
"""Where the speaker stands, printed between the label and the words."""
_ITEM_AFTER = re.compile(r"[\s\u3000][（(][0-9０-９]{1,2}[)）]$")
"""A number of an item that opens the words: ○事務局長　（４）その他について…"""
_NUMBER = re.compile(r"[0-9０-９]+|[①-⑳]")


def candidates(index: int, line: Line, roster: tuple[str, ...]) -> Iterable[Mark]:
    """The candidates of one line."""
    text = line.text
    if text[0] in "〔（(［[【" and STAGE.match(text):
        return
    start = 0
    if text[0] in "#>*-+_[(・･" or text[0].isdigit():
        start = _PREFIX.match(text).end()  # type: ignore[union-attr]  # it matches the empty string
        if start >= len(text):
            return
    first = text[start]
    if first in SIGNS:
        yield from _signed(index, line, start, roster)
        return
    if first in OPENING:
        tag = _tagged(index, line, start, roster)
        if tag:
            yield tag
            return
    if first in "問答質回再ご御QＱAＡ「【〔［[＜（(":
        asked = _asked(index, line, start)
        if asked:
            yield asked
            return
    yield from _bare(index, line, start, roster)


def _signed(index: int, line: Line, start: int, roster: tuple[str, ...]) -> Iterable[Mark]:
    text, sign = line.text, line.text[start]
    inner = start + 1
    while inner < len(text) and text[inner] in BLANK:
        inner += 1
    if inner < len(text) and text[inner] in "【〔［":
        tag = _tagged(index, line, inner, roster)
        if tag:
            yield replace(tag, style="sign:" + sign)
        return
    asked = _asked(index, line, inner)
    if asked:
        yield replace(asked, style="sign:" + sign)
        return
    paren = re.match(
        r"[^（()）。、「」：:]{0,40}[（(][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)?[）)](?:[（(][^（()）]{1,4}[）)])?",
        text[inner:],
    )
    if paren and not _ITEM_AFTER.search(paren.group()):
        speaker = parse_label(paren.group(), roster)
        if speaker:
            yield mark_at(index, line, "sign:" + sign, inner, inner + paren.end(), speaker)
            return
    yield from _worded(index, line, "sign:" + sign, inner, roster)


def _worded(index: int, line: Line, style: str, start: int, roster: tuple[str, ...]) -> Iterable[Mark]:
    """A label without brackets: as many blank-separated words as read as a speaker."""
    text = line.text
    found: list[Mark] = []
    ends = [m.start() for m in re.finditer(r"[\s\u3000：:]+|\*\*|$", text[start : start + LABEL_MAX + 1])][:9]
    if len(text) - start > LABEL_MAX:
        ends = [end for end in ends if end <= LABEL_MAX]
    for end in ends:
        label = text[start : start + end]
        if not label or re.search(r"[。「」！？!?]", label):
            break
        speaker = parse_label(label, roster)
        if speaker is None:
            continue
        last = re.split(r"[\s\u3000]+", label)[-1]
        titled = bool(speaker.office and squeeze(label).endswith(speaker.office)) or last.endswith(
            ("君", "さん", "氏", "議員", "委員", "長")
        )
        whole = start + end >= len(text)
        sure = titled or whole or not speaker.name or squeeze(speaker.name) in roster
        found.append(mark_at(index, line, style, start, start + end, speaker, sure))
        if speaker.name and speaker.office and titled:
            break  # the label is complete; what follows are words, though they might read as a name
    yield from found


def mark_at(
    index: int, line: Line, style: str, start: int, end: int, speaker: Speaker, sure: bool = True
) -> Mark:
    text = line.text
    body = end
    while body < len(text) and (text[body] in _SEPARATOR or text[body] in BLANK):
        body += 1
    if ascended := _ASCENDED.match(text, body):
        body = ascended.end()
    if text.startswith("**", body):
        body += 2
        while body < len(text) and text[body] in _SEPARATOR:
            body += 1
    return Mark(index, style, text[start:end].strip(_SEPARATOR + "*_"), speaker, line.start + body, sure)


def _tagged(index: int, line: Line, start: int, roster: tuple[str, ...]) -> Mark | None:
    text = line.text
    close = text.find(OPENING[text[start]], start + 1, start + LABEL_MAX + 2)
    if close < 0:
        return None
    label = text[start + 1 : close]
    if _STAGED.search(label):
        return None
    nested = (
        text[start + 1 : close + 2]
        if text[start] in "（(" and close + 1 < len(text) and text[close + 1] in "）)"
        else ""
    )
    if nested and parse_label(nested, roster):  # （議長（山田太郎））
        label, close = nested, close + 1
    bracket = text[start]
    speaker = parse_label(label, roster)
    sure = speaker is not None
    alone = close + 1 >= len(text.rstrip("*_ "))
    # 〔議場閉鎖〕: in this bracket, alone on a line, stands what happens rather than a name.
    if speaker is None and bracket in "【［[〔＜《〈≪" and not (bracket == "〔" and alone):
        speaker = parse_name(label, roster)
    if speaker is None:
        return None
    numbers = _numbers(label) if says_side(re.sub(r"[0-9０-９①-⑳・,、\-\s]", "", label)) else ()
    return replace(
        mark_at(index, line, "tag:" + bracket, start + 1, close + 1, speaker, sure),
        label=label,
        numbers=numbers,
    )


def _numbers(label: str) -> tuple[int, ...]:
    values = []
    for piece in _NUMBER.findall(label):
        values.append(ord(piece) - 0x245F if "①" <= piece <= "⑳" else int(piece))
    if len(values) == 2 and re.search(r"[~〜～\-－]", label) and values[0] < values[1] <= values[0] + 20:
        return tuple(range(values[0], values[1] + 1))
    return tuple(values)


def _asked(index: int, line: Line, start: int) -> Mark | None:
    """問 and 答, Q and A: the word must stand apart from what follows."""
    text = line.text[start:]
    match = _QA.match(text)
    if not match:
        return None
    closed = bool(match["open"]) and match["close"] == {**OPENING}.get(match["open"], "")
    apart = closed or bool(match["gap"].strip("") and match["gap"]) or match.end() == len(text)
    if bool(match["open"]) != closed or not apart:
        return None
    if (
        match["word"] in "QＱAＡ"
        and not closed
        and not re.search(r"[：:.．、)）|｜\s\u3000]", match["gap"])
        and match.end() != len(text)
    ):
        return None
    if match["word"] in ("要望", "意見") and not (closed and match["open"] not in "「"):
        return None  # a word of running text, unless a bracket makes it a mark
    asking = is_asking(match["word"]) or match["word"] == "質問者"
    side: Side = "member" if asking else "executive"
    mark = mark_at(index, line, "qa", start, start + match.end(), Speaker("", "", side))
    named = _NAMED.match(text[match.end() :])  # 問　山田委員　…
    inner = parse_label(named[1]) if named and _ENDS_LIKE_OFFICE.search(named[1]) else None
    if named and inner and inner.office:
        speaker = Speaker(inner.name, inner.office, side)
        mark = mark_at(
            index,
            line,
            "qa",
            start + match.end() + named.start(1),
            start + match.end() + named.end(1),
            speaker,
        )
    return replace(mark, label=match["word"], numbers=_numbers(match["number"] or ""))


def _bare(index: int, line: Line, start: int, roster: tuple[str, ...]) -> Iterable[Mark]:
    """Labels without sign or tag: before a colon, a tab, a wide blank, in front of （name）, or a line of their own."""
    text = line.text[start:] if start else line.text
    head = text[: LABEL_MAX + 2]
    for style, pattern in (("colon", _COLON), ("tab", _TAB), ("paren", _PAREN)):
        match = pattern.match(head)
        label = match[1].strip("*_ \u3000") if match else ""
        if match and (_ENDS_LIKE_OFFICE.search(label) or says_side(label)):
            speaker = parse_label(label, roster)
            if speaker and (speaker.office or says_side(label) or style != "paren"):
                yield mark_at(index, line, style, start + match.start(1), start + match.end(), speaker)
                return
    plain = text.rstrip("*_ \u3000")
    if len(text) <= 30 and text[-1] not in "。、" and _ENDS_LIKE_OFFICE.search(plain):
        speaker = parse_label(plain, roster)
        # 渡部茂君: a name with a title of courtesy alone; rosters are full of them (see `marks._settle`).
        courtesy = speaker is not None and not speaker.office and bool(speaker.name)
        if speaker and (speaker.side != "other" or courtesy):
            sure = speaker.side != "other"
            yield replace(
                mark_at(index, line, "line", start, start + len(plain), speaker, sure), body=line.end
            )
            return
    for pattern in (_TITLED, _SPACED, _SPREAD):
        match = pattern.match(head)
        speaker = parse_label(match[1], roster) if match and _ENDS_LIKE_OFFICE.search(match[1]) else None
        if match and speaker and (speaker.office or match[1].endswith("君")):
            yield mark_at(index, line, "wide", start, start + match.end(1), speaker)
            return
    for blank in list(re.finditer(r"[\s\u3000]+(?=\S)", head))[
        :3
    ]:  # 迫 俊哉市長　…: the name may hold a blank
        label = head[: blank.start()]
        if len(label) > 40 or re.search(r"[。、「」]", label):
            break
        if _ENDS_LIKE_OFFICE.search(label) or says_side(label):
            yield from _worded(index, line, "wide", start, roster)
            break
