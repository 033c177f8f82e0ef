"""Marked lines to utterances: what the three dialogue layouts share.

1. content lines (furniture out) and all candidates for speaker marks, once a document;
2. the marks of the layout's styles, rosters and title lines dropped;
3. header: the text before the first mark; its attendees settle names that are glued to offices;
4. the words of each mark up to the next, headings, stage directions and the page's tail told apart;
5. sides, as this meeting shows them.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.spans import Span
from corpus.types import Meeting, Speaker, Utterance
from ingest.furniture import STAGE, TIME_NOTICE
from ingest.header import read_header
from ingest.lines import Line, Wrap, content_lines, is_bullet, join, wrap_of
from ingest.markforms import SIGNS, Mark
from ingest.marks import find_marks, is_speech, trimmed
from ingest.names import squeeze
from ingest.sides import settle
from ingest.speakers import parse_label, parse_name
from ingest.types import Document

HEADING_MAX = 70
"""A heading is at most this long; printed agenda items reach 60 characters."""
LABEL_REPEATS = 3
"""A page that prints each speaker twice (list entry, then text) does so at least this often."""

_AGENDA = re.compile(
    r"^(?:[#＃]+\s*)?(?:議[\s\u3000]*題|議[\s\u3000]*事(?!録)|案件|審議事項|協議事項|報告事項|調査事項|諮問事項|検討事項|議案第|日程第|追加日程|報告第|請願第|陳情第|発議第|認定第|承認第|同意第|諮問第|意見書案第|議員提出議案"
    r"|第[0-9０-９一二三四五六七八九十]+[\s\u3000]*(?:号議案|議案|　)|その他$|(?:[（(]?[0-9０-９一二三四五六七八九十]{1,2}[)）．.、]?[\s\u3000]*)(?:議[\s\u3000]*題|議[\s\u3000]*事|開[\s\u3000]*会|閉[\s\u3000]*会|報告|協議|審議|その他|挨拶|あいさつ))"
)
_STRUCTURE = re.compile(
    r"(?:日程|議題|議案|議事|会議|開会|開議|閉会|散会|休憩|再開|報告|出席|欠席|説明員|説明のため|一般質問|代表質問|質疑|討論|採決|表決|あいさつ|挨拶|指名|事件|署名|請願|陳情|諸般|会期|選挙|選任|付託|案件|委員会|宣告|次第|名簿|配付|資料)"
)
_NUMBERED = re.compile(
    r"^(?:[（(][0-9０-９一二三四五六七八九十ア-ンⅠ-Ⅹ]{1,3}[)）]|[0-9０-９一二三四五六七八九十Ⅰ-Ⅹ]{1,3}[．.、\s\u3000]|第[0-9０-９一二三四五六七八九十]+[章節項]|[①-⑳]|[■□◇▼▽◎])"
)
_NOUN_END = re.compile(
    r"(?:について|に関して|件|事項|報告|選任|選出|その他|案|計画|説明|質疑(?:応答)?|意見交換|挨拶|あいさつ|開会|閉会|概要|協議|審議|議事)(?:[（(][^（()）]{1,30}[)）])?$"
)
_TAIL = re.compile(
    r"^(?:お?問い?合わ?せ(?:先)?|この(?:ページ|記事)[にのが]|より良い|アンケート|関連(?:情報|リンク|ファイル|ページ|記事)|ダウンロード|添付(?:ファイル|資料)|ページの?(?:先頭|トップ|上)|情報発信元|担当(?:課|部署)[:：]?$"
    r"|ご意見をお聞かせ|本文ここまで|ここまで(?:が)?本文|[（(]?引用元|シェア|Copyright|©|プライバシー|(?:前|次)の(?:ページ|記事)|トップページ|サイトマップ|PDF(?:形式|ファイル)|Adobe|配[付布]資料(?:一覧)?[:：]?$|会議資料|署名(?:議員|委員)|上記会議|以上、?会議|地方自治法第|会議録署名|議事録署名"
    r"|この会議録|会議の経過を記載)"
)
_NO_TOPIC = re.compile(
    r"^(?:会議録|議事録|審議結果|会議結果|会議内容|内容|概要|議事(?:要旨|概要|内容)?|質疑応答|主な(?:質疑|意見|内容)|発言(?:内容)?|本文|議題|資料|出席者|結果|会議の(?:概要|内容|結果)|まとめ|目次)$"
)


@dataclass(frozen=True, slots=True)
class Scan:
    """The content lines of a document, how they are wrapped, and every candidate mark."""

    lines: tuple[Line, ...]
    wrap: Wrap
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the turns of a document are: utterances with the styles and numbers of their marks."""

    utterances: tuple[Utterance, ...]
    styles: tuple[str, ...]
    numbers: tuple[tuple[int, ...], ...]
    breaks: frozenset[int]
    """Indices of utterances that a heading stands before."""
    header: Span
    meeting: Meeting
    unplaced: int
    """Characters after the first mark that are in no utterance and are no furniture."""


@lru_cache(maxsize=2)
def scan(text: str, pages: tuple[tuple[int, int], ...] = ()) -> Scan:
    """The scan of a text; all layouts look at the same one."""
    lines = content_lines(text, pages)
    return Scan(lines, wrap_of(lines), find_marks(lines))


def marks_of(document: Document, style: Callable[[str], bool]) -> tuple[Mark, ...]:
    """The marks whose style the layout takes, from the first to the last that speak."""
    scanned = scan(document.text, document.pages)
    return trimmed([m for m in scanned.marks if style(m.style)], scanned.lines)


def read_turns(document: Document, marks: Sequence[Mark]) -> Reading:
    """The utterances that the marks announce."""
    scanned = scan(document.text, document.pages)
    lines = scanned.lines
    header = (0, lines[marks[0].line].start)
    meeting = read_header(document, header)
    roster = tuple(sorted({squeeze(a.name) for a in meeting.attendees if a.name}, key=len, reverse=True))
    headings = {span[0]: level for span, level in document.headings}
    starts = [offset for offset, _ in document.pages]
    utterances: list[Utterance] = []
    styles: list[str] = []
    numbers: list[tuple[int, ...]] = []
    breaks: set[int] = set()
    agenda = topic = ""
    unplaced = 0
    for position, mark in enumerate(marks):
        stop = marks[position + 1].line if position + 1 < len(marks) else len(lines)
        body, after, rest = _split(lines, mark, stop, headings, scanned.wrap, last=stop == len(lines))
        unplaced += sum(len(line.text) for line in rest)
        text, spans = join(document.text, body, scanned.wrap, mark.body)
        if text:
            page = document.pages[max(bisect_right(starts, spans[0][0]) - 1, 0)][1] if starts else None
            speaker = _named(mark, roster)
            utterances.append(Utterance(len(utterances), speaker, text, spans, page, agenda, topic))
            styles.append(mark.style)
            numbers.append(mark.numbers)
        for line in after:
            label = _label(line.text)
            breaks.add(len(utterances))
            if _AGENDA.match(line.text) or _AGENDA.match(label):
                agenda, topic = label, ""
            elif any(h in headings for h in range(line.start, line.start + 8)) or line.text.startswith("#"):
                topic = "" if _NO_TOPIC.match(label) else label
            else:
                agenda, topic = label, ""
    kept = _without_repeats(utterances)
    utterances = [replace(utterances[old], index=new) for new, old in enumerate(kept)]
    places = {old: new for new, old in enumerate(kept)}
    breaks = {min((places[k] for k in kept if k >= b), default=len(kept)) for b in breaks}
    settled = settle(utterances, [styles[k] for k in kept], meeting.attendees)
    return Reading(
        settled,
        tuple(styles[k] for k in kept),
        tuple(numbers[k] for k in kept),
        frozenset(breaks),
        header,
        meeting,
        unplaced,
    )


def _named(mark: Mark, roster: tuple[str, ...]) -> Speaker:
    """The speaker of a mark, its label read once more with the names of those who attend."""
    if not roster or mark.style in ("qa", "arrow"):
        return mark.speaker
    return parse_label(mark.label, roster) or parse_name(mark.label, roster) or mark.speaker


def _split(
    lines: Sequence[Line], mark: Mark, stop: int, headings: dict[int, int], wrap: Wrap, last: bool
) -> tuple[list[Line], list[Line], list[Line]]:
    """(lines of speech, headings, lines that are neither) from a mark to the next."""
    own = [lines[mark.line]] if mark.body < lines[mark.line].end else []
    if not own and mark.style != "line" and mark.line + 1 < stop:
        pass
    speech: list[Line] = []
    after: list[Line] = []
    rest: list[Line] = []
    closed = False
    chunk = lines[mark.line + 1 : stop]
    for offset, line in enumerate(chunk):
        following = chunk[offset + 1] if offset + 1 < len(chunk) else None
        if last and _TAIL.match(line.text) and len(line.text) <= 60 and not line.text.endswith("。"):
            break
        if TIME_NOTICE.match(line.text):
            closed = True
        elif STAGE.match(line.text):
            continue
        elif _is_heading(line, following, speech or own, headings, wrap):
            after.append(line)
            closed = closed or _hard(line, headings)
        elif closed:
            rest.append(line)
        else:
            if after and not any(_hard(a, headings) for a in after):
                speech += after  # what looked like a heading stands amid the words
                after = []
            speech.append(line)
    while speech and speech[-1].text in ("以上", "以　上", "以 上"):
        speech.pop()
    if not own:
        return speech, after, rest
    return own + speech, after, rest


def _hard(line: Line, headings: dict[int, int]) -> bool:
    """A heading that the format itself marks."""
    return (
        line.text.startswith("#")
        or line.start in headings
        or any(line.start + k in headings for k in range(1, 8))
    )


def _is_heading(
    line: Line, following: Line | None, speech: Sequence[Line], headings: dict[int, int], wrap: Wrap
) -> bool:
    text = line.text
    if len(text) > HEADING_MAX or text[-1] in "。、，":
        return False
    if _hard(line, headings):
        return True
    if text[0] in SIGNS and len(text) > 1:
        return _STRUCTURE.search(text) is not None and not is_speech(text)
    if following is not None and not (line.gap and following.gap):
        return False
    # A line cut by the margin goes on in the next utterance's page, it is no heading.
    if speech and speech[-1].text[-1] not in "。．？?！!」』）)…" and not line.gap:
        return False
    return (
        bool(_AGENDA.match(text))
        or bool(_NUMBERED.match(text) and _NOUN_END.search(text))
        or (line.gap and following is None and bool(_NOUN_END.search(text)) and not is_bullet(text))
    )


def _label(text: str) -> str:
    return re.sub(rf"^[#＃{SIGNS}\s\u3000]+|[\s\u3000*_]+$", "", text).strip("*_ ")


def _without_repeats(utterances: Sequence[Utterance]) -> list[int]:
    """Indices without the list entries of pages that print each speaker twice: a label, a line of the page, the label again."""
    doubled = [
        i
        for i, (a, b) in enumerate(itertools.pairwise(utterances))
        if a.speaker == b.speaker and len(a.text) < 60 and not is_speech(a.text) and is_speech(b.text)
    ]
    if len(doubled) < LABEL_REPEATS:
        return list(range(len(utterances)))
    texts = [utterances[i].text for i in doubled]
    common = {t for t in texts if texts.count(t) >= LABEL_REPEATS}
    gone = {i for i in doubled if utterances[i].text in common or "※" in utterances[i].text}
    return [i for i in range(len(utterances)) if i not in gone]
