"""Marks that name a side or stand in brackets: 【委員】, （会長）, 問 and 答, Q1. and A1., 【答弁】（総務部長）."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.types import Side, Speaker
from ingest.lines import Line
from ingest.mark import ENDS_LIKE_OFFICE, OPENING, Mark, mark_at
from ingest.speakers import LABEL_MAX, is_asking, parse_government, parse_label, parse_name, says_side

_QA = re.compile(
    r"^(?P<open>[「【〔［\[＜<（(]?)(?P<word>質問者?|ご質問|御質問|再々?質問|質疑|要望|意見|再々?答弁|回答者?|ご回答|御回答|答弁者?|問|答|[QＱAＡ])"
    r"(?P<number>(?:[\s\u3000]*[0-9０-９①-⑳]+(?:(?:[\-－‐・,、，~〜～]\s*[0-9０-９①-⑳]+|[.．][0-9０-９]{1,2}(?=[\s\u3000.．:：、)）」】])))*)?)(?P<close>[」】〕］\]＞>）)]?)(?P<gap>[\s\u3000]*[：:.．、)）|｜]?[\s\u3000]*)"
)
_STAGED = re.compile(r"(?:登壇|降壇|起立|着席|退席|退室|入室|挙手|朗読|報告|の声|呼ぶ者|拍手)\s*$")
_NAMED = re.compile(
    r"^[（(【]?([^。、「」（）()\s：:]{2,20}?)(?:[）)】][\s\u3000：:]*|[\s\u3000：:]+)(?=\S|$)"
)
_NUMBER = re.compile(r"[0-9０-９]+|[①-⑳]")


def tagged(index: int, line: Line, start: int, roster: tuple[str, ...]) -> Mark | None:
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
    speaker = parse_label(label, roster) or parse_government(label)
    sure = speaker is not None
    alone = close + 1 >= len(text.rstrip("*_ "))
    # 〔議場閉鎖〕: in this bracket, alone on a line, stands what happens rather than a name.
    if speaker is None and bracket in "【［[〔＜《〈≪" and not (bracket == "〔" and alone):
        speaker = parse_name(label, roster)
    if speaker is None:
        return None
    printed = says_side(re.sub(r"[0-9０-９①-⑳・,、\-\s]", "", label))
    numbers = numbers_of(label) if printed else ()
    mark = mark_at(index, line, "tag:" + bracket, start + 1, close + 1, speaker, sure)
    return replace(
        (_with_name(mark, line) if printed else None) or mark,
        label=label,
        numbers=numbers,
    )


def _with_name(mark: Mark, line: Line) -> Mark | None:
    """The mark of 問 or 答 with the speaker who is named behind it: 問　山田委員　…, 【答弁】（総務部長）."""
    behind = mark.body - line.start
    named = _NAMED.match(line.text[behind:])
    inner = parse_label(named[1]) if named and ENDS_LIKE_OFFICE.search(named[1]) else None
    if named is None or inner is None or not inner.office:
        return None
    speaker = Speaker(inner.name, inner.office, mark.speaker.side)
    return mark_at(mark.line, line, mark.style, behind + named.start(1), behind + named.end(), speaker)


def numbers_of(label: str) -> tuple[int, ...]:
    values = []
    for piece in _NUMBER.findall(label):
        values.append(ord(piece) - 0x245F if "①" <= piece <= "⑳" else int(piece))
    if len(values) == 2 and re.search(r"[~〜～\-－]", label) and values[0] < values[1] <= values[0] + 20:
        return tuple(range(values[0], values[1] + 1))
    return tuple(values)


def asked(index: int, line: Line, start: int) -> Mark | None:
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
    mark = _with_name(mark, line) or mark
    return replace(mark, label=match["word"], numbers=numbers_of(match["number"] or ""))
