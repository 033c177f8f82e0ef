"""Questions put in writing and their written reply on one page (質問主意書と答弁書, 文書質問と回答書).

一　…されたい。　二　…か。　右質問する。
…に関する質問に対する答弁書　一及び二について　…
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import KANJI_NUMERAL
from corpus.types import Speaker
from ingest.marks.mark import Mark
from ingest.people.speakers import parse_label
from ingest.text.lines import Line
from ingest.text.normalize import ordinal, squeeze

_N = rf"(?:\d{{1,2}}|{KANJI_NUMERAL}{{1,3}})"
_TITLE = re.compile(r"質問[主趣]意書|文書質問|文書による質問")
_REPLY = re.compile(
    r"^[^。]{0,80}(?:答弁書|回答書)(?:[（(][^（()）]{0,20}[)）])?$"
    # 沖議員の文書質問に対し、次のとおり答弁します。
    r"|^[^。]{0,60}質問に(?:対し(?:て|まして)?|ついて)、?(?:次|下記|別紙|以下)の(?:とおり|通り)、?(?:答弁|回答)[^。]{0,10}。$"
)
_ASKED = re.compile(rf"^({_N})(?:[\s．.、：:]+|$)")
_ANSWERED = re.compile(
    rf"^({_N})(?:の[（(]?{_N}[)）]?)?((?:(?:、|及び|並びに|から){_N}(?:の[（(]?{_N}[)）]?)?)*)(?:まで)?(?:の質問)?に(?:ついて|対する(?:答弁|回答))(?:。?$|[\s：:]+(?=\S))"
)
_PART = re.compile(rf"(、|及び|並びに|から)({_N})")
_BY = re.compile(
    r"議員\s?([^\s、。君]{2,8})君提出|^提出者[\s:：]*([^\s、。]{2,8})$|議会議員\s+([^\s、。]{1,5}\s+[^\s、。]{1,5}|[^\s、。]{3,8})$"
)
_SIGNED = re.compile(r"^[^\s、。]{1,6}?((?:市|町|村|区)長|知事)\s+([^\s、。]{1,5}(?:\s+[^\s、。]{1,5})?)$")
"""由良市長　沖　太郎."""
LETTER_HEAD = 4
"""Lines above the sentence that announces the reply, among which a letter has who signs it."""


def written_marks(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks of numbered questions above the reply's title and of its headings below; none unless every heading's numbers
    are those of questions."""
    if not any(_TITLE.search(line.text) for line in lines):
        return ()
    titles = (i for i, line in enumerate(lines) if _REPLY.match(line.text))
    begin = next((i for i in titles if any(_questions(lines[:i]))), 0)  # 質問及び答弁書 heads both
    asked = list(_questions(lines[:begin]))
    answered = [
        (i, numbers) for i in range(begin + 1, len(lines)) if (numbers := numbers_answered(lines[i].text))
    ]
    known = {number for _, number, _ in asked}
    if not asked or not answered or not all(known.issuperset(n) for _, n in answered):
        return ()
    names = (m for line in lines if (m := _BY.search(line.text)))
    name = next((squeeze(m[1] or m[2] or m[3]) for m in names), "")
    asker = Speaker(name, "議員" if name else "", "member")
    replier = _replier(lines[max(begin - LETTER_HEAD, asked[-1][0] + 1) : answered[0][0]])
    out = [Mark(i, "qa", f"問{n}", asker, body, numbers=(n,)) for i, n, body in asked]
    for index, numbers in answered:
        # 一の２について goes on with 一の１
        if out[-1].speaker is not replier or out[-1].numbers[-1:] != numbers[:1]:
            out.append(Mark(index, "qa", "答", replier, _behind(lines[index]), numbers=numbers))
    return tuple(out)


def _questions(lines: Sequence[Line]) -> Iterator[tuple[int, int, int]]:
    """(line, number, offset of the words) of the questions, which count from one."""
    last = 0
    for index, line in enumerate(lines):
        found = _ASKED.match(line.text)
        if found and ordinal(found[1]) == last + 1:
            last += 1
            yield index, last, line.start + found.end()


def _behind(line: Line) -> int:
    """Where the words of a reply begin: behind its heading in the line, or below it."""
    found = _ANSWERED.match(line.text)
    return line.start + found.end() if found else line.end


def numbers_answered(text: str) -> tuple[int, ...]:
    """一及び二について → 1, 2; 三から五までについて → 3, 4, 5."""
    found = _ANSWERED.match(text)
    if found is None:
        return ()
    out = [ordinal(found[1])]
    for part in _PART.finditer(found[2]):
        number = ordinal(part[2])
        out += range(out[-1] + 1, number + 1) if part[1] == "から" else [number]
    return tuple(dict.fromkeys(out))


def _replier(lines: Sequence[Line]) -> Speaker:
    """内閣総理大臣　沖太郎, 由良市長　沖太郎: who signs the reply."""
    for line in lines:
        if signed := _SIGNED.match(line.text):
            return Speaker(squeeze(signed[2]), signed[1], "executive")
        speaker = parse_label(line.text) if len(line.text) <= 30 else None
        if speaker and speaker.side == "executive" and speaker.name:
            return speaker
        if re.match(r"^内閣総理大臣\s", line.text):
            return Speaker("", "内閣総理大臣", "executive")
    return Speaker("", "", "executive")
