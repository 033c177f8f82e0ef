"""Parts of a meeting whose headings say who speaks below them.

    開　会（課長補佐）                      知事発表
    ただいまから…を開催する。               伝統工芸品の指定につきまして、…
    副会長挨拶                              質疑
    昨年の地震から一年がたちました。        Ｑ　代表幹事　…

In the order of the day the same headings have no words below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.patterns import any_of
from corpus.types import Speaker
from ingest.marks.mark import Mark, mark_at
from ingest.marks.speaks import is_speech, speech_below
from ingest.people.offices import is_public
from ingest.people.speakers import parse_label
from ingest.text.lines import Line

LABELS_MIN = 3
"""Labels of others, or such headings, from which the record is one of speakers."""
PAIR = 2
"""Labels of a digest: one question and its reply."""

_GREETING = r"(?:挨\s*拶|あいさつ)"
_HEAD = r"(?:知事|市長|町長|村長|区長|大臣|長官|総裁|議長|教育長|管理者|企業長|理事長)"
_PART = re.compile(
    r"^(?:\d{1,2}[．.、\s]*|[（(]\d{1,2}[）)]\s*|[①-⒇]\s*)?[【〔［〈＜]?"
    + any_of(
        # 「１　開　会」
        *r"開\s*会 閉\s*会".split(" "),
        # 「町長あいさつ」「教育長から御挨拶」
        rf"(?P<office>[^\s（()）。、]{{0,8}}?)(?:(?:から|より)の?)?(?:ご|御)?{_GREETING}",
        # 「町長冒頭発言」「市長からの報告事項」
        rf"(?P<head>[^\s（()）。、]{{0,6}}{_HEAD})(?:(?:から|より)の?)?"
        + any_of(
            r"(?:冒頭|発表|コメント){1,2}(?:説明|発言|挨拶|あいさつ)?",
            r"(?<=から)の?(?:報告|説明|話題|お知らせ)",
            r"(?<=からの)(?:報告|説明|話題|お知らせ)",
        )
        + r"(?:事項|項目|内容)?",
    )
    + r"[】〕］〉＞]?(?:\s*[（(](?P<who>[^\s（()）。、：:]{1,14}(?:\s+[^\s（()）。、：:]{1,14}){0,2})[）)])?$"
)
"""開　会（課長補佐）, 7 副会長挨拶, (2)教育長挨拶（水谷直　教育長）, 【会長よりあいさつ】, 知事発表, 市長からの報告."""


_OPENING = re.compile(
    r"^(?:\d{1,2}[．.、\s]*)?[【〔［〈＜]?(?:冒頭(?:の?発言|の?説明|の?挨拶|の?あいさつ)|発言要旨)[】〕］〉＞]?$"
)
"""１．冒頭発言 above the questions of the press: the words of the one who then replies."""


def part_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of such lines above what is said, in the style of the other speakers, or one of their own where they are all."""
    heads = list(_heads(lines, {mark.line for mark in found}))
    heads += _opening(lines, found)
    style = _style(found, len(heads))
    for index, start, end, speaker in heads if style else ():
        yield replace(mark_at(index, lines[index], style, start, end, speaker), body=lines[index].end)


def _style(found: Sequence[Mark], heads: int) -> str:
    styles = Counter(m.style for m in found if m.sure and m.speaker.office)
    style, count = next(iter(styles.most_common(1)), ("", 0))
    if count >= LABELS_MIN:
        return style
    if styles["qa"] >= PAIR:
        return "qa"
    return "line" if heads >= LABELS_MIN else ""


def _opening(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[tuple[int, int, int, Speaker]]:
    """冒頭発言, where one alone replies below it to those who ask."""
    index = next((i for i, line in enumerate(lines) if _OPENING.match(line.text)), None)
    if index is None or not speech_below(lines, index):
        return
    below = {m.speaker for m in found if m.sure and m.line > index and (m.speaker.office or m.speaker.name)}
    replying = [speaker for speaker in below if speaker.side == "executive"]
    if len(replying) == 1 and any(is_public(speaker.office) for speaker in below):
        yield index, 0, len(lines[index].text), replying[0]


def _heads(lines: Sequence[Line], known: set[int]) -> Iterator[tuple[int, int, int, Speaker]]:
    for index, line in enumerate(lines[:-1]):
        match = _PART.match(line.text)
        if match is None or index + 1 in known:
            continue
        group = next((name for name in ("who", "office", "head") if match[name]), "")
        words = lines[index + 1].text
        speaker = parse_label(match[group]) if group and is_speech(words) else None
        if speaker is None or not speaker.office:
            continue
        if not re.match(rf"{re.escape(speaker.office)}(?:が|から|より|は)", words):  # 課長が開会を宣言した。
            yield index, match.start(group), match.end(group), speaker
