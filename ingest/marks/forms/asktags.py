"""Marks that say only who asks and who replies, by a word or a letter: 問 and 答, 【再質問】, Q1. and A1."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.patterns import any_of
from corpus.types import Speaker
from ingest.marks.forms.labelnumbers import numbers_of
from ingest.marks.forms.namedbehind import with_name
from ingest.marks.mark import OPENING, Mark, mark_at
from ingest.people.sidewords import is_asking
from ingest.people.speakers import parse_label
from ingest.text.lines import Line

_NUMBER = r"[\d①-⒇]+"
_NUMBERS = (
    r"\s*"
    + _NUMBER
    + r"(?:"
    + any_of(
        # 「答１・２」「Ａ１～３」「問１－２」
        rf"[\-－‐・,、，~〜～]\s*{_NUMBER}",
        # 「Ｑ１．２：」, not 「問１．２世帯住宅は」
        r"[.．]\d{1,2}(?=[\s.．:：、)）」】])",
    )
    + r")*"
)
_QA = re.compile(
    r"^(?P<open>[「【〔［\[＜<（(]?)(?P<word>"
    + "|".join(
        (
            *"質問者? ご質問 御質問 再々?質問 質疑 要望 意見".split(),
            *"再々?答弁 回答者? ご回答 御回答 答弁者?".split(),
            # 「ご提案｜」
            r"(?:ご|御)?(?:提案|提言)(?=\s*[|｜])",
            *"問い? 答え? [QＱAＡCＣ]".split(),
        )
    )
    + rf")(?P<number>(?:{_NUMBERS})?)"
    r"(?P<close>[」】〕］\]＞>）)]?)(?P<bold>(?:\*\*|__)?)(?P<gap>\s*[：:.．、)）|｜]?\s*)"
)
"""「問い１　…」「【再質問】」「答弁者：」「Ｑ３．」."""
_SPREAD_WORD = re.compile(r"答\s+(?:弁|え)(?:\s+者)?\s*")
"""答　弁: a word spread over its line, and no 答 with a word behind it."""
_LETTERED = re.compile(r"[A-ZＡ-Ｚ]\s+(?:委\s*員|構\s*成\s*員)\s*[：:]")
"""Ａ 委 員：…: a member called by a letter, and no reply."""
_SPELLED = re.compile(
    r"(?:再々?|第\d回)?([^。、]{0,20}?)の?(?:質問|質疑|答弁|回答)(?:[（(]([^（()）]{2,20})[）)])?[：:]?"
)
"""A4-②.市民協働部長答弁, Q5.質問: the side once more in words, with the office, and nothing else on the line."""
_WHO = re.compile(r"[（(【][^（()）【】。、，,：:]{1,20}(?:[員長事監幹]|[課室部局])[）)】]")
"""Q1（大野委員）, A1（住宅課長）, 問1【大野委員】: who speaks, right behind the number."""
_GLUED = re.compile(r"(?!判|版|型|サイズ|用紙|コープ)[ぁ-んァ-ヶ一-鿿]")
"""A1ごみの分け方は…: words right behind the number, in a record whose other labels stand apart."""


@dataclass(frozen=True, slots=True)
class _SetOff:
    """How a word for a side stands apart from the words behind it: the number between them, where the label ends, and by what it is set off."""

    number: str
    end: int
    closed: bool
    bold: bool
    glued: bool
    """By its number alone: Q1みち…."""


def asked(index: int, line: Line, start: int) -> Mark | None:
    """問 and 答, Q and A: the word must stand apart from what follows. 意見 and 要望 without a bracket are not sure.

    Nor is C:, a comment of those who ask.
    """
    text = line.text[start:]
    match = _QA.match(text)
    if not match or _SPREAD_WORD.fullmatch(text) or _LETTERED.match(text):
        return None
    found, word = _set_off(match, line.text[max(0, start - 2) : start]), match["word"]
    comment = word in "CＣ"
    if found is None or (comment and not re.search("[：:]", match["gap"])):
        return None
    told = found.closed and match["open"] != "「" if word in ("要望", "意見") else not comment
    sure = (told or found.bold) and not found.glued
    asking = comment or is_asking(word) or word == "質問者"
    speaker = Speaker("", "", "member" if asking else "executive")
    mark = mark_at(index, line, "qa", start, start + found.end, speaker, sure)
    mark = with_name(mark, line) or mark
    if mark.speaker.name and mark.body >= line.end:
        mark = replace(mark, sure=True)  # 要望　沖委員, alone on its line
    if found.number:
        mark = _spelled_out(mark, line, start + found.end)
    return replace(mark, label=word, numbers=numbers_of(found.number, asking))


def _set_off(match: re.Match[str], emphasis: str) -> _SetOff | None:
    """What sets the word off that `_QA` found; None where it goes on with the words. `emphasis`: the two characters before it."""
    text, number, end = match.string, match["number"], match.end()
    closed = bool(match["open"]) and match["close"] == OPENING.get(match["open"])
    bold = bool(match["bold"]) and match["bold"] == emphasis
    halved = not match["open"] and match["close"] in tuple("）)")  # 問）…
    apart = closed or bold or halved or bool(match["gap"]) or end == len(text)
    apart = apart or (len(match["word"]) == 1 and text[end] in "「『")  # 問「ごみ袋の券」は…
    if counts := not apart and number[:1] in tuple(" \u3000\t"):  # 答　６８％である
        number, end, apart = "", match.start("number") + 1, True
    letter = match["word"] in "QＱAＡ"
    glued = not apart and bool(number) and letter and _GLUED.match(text, end) is not None
    named = bool(number) and not apart and _WHO.match(text, end) is not None
    by_sign = closed or bold or bool(match["gap"]) or end == len(text)
    if bool(match["open"]) != closed or not (apart or glued or named):
        return None
    if letter and not (by_sign or glued or named or counts):
        return None
    return _SetOff(number, end, closed, bold, glued)


def _spelled_out(mark: Mark, line: Line, end: int) -> Mark:
    """The mark where its side stands once more in words behind its number, at `end` of the line, with who speaks or without him."""
    found = _SPELLED.fullmatch(line.text, end)
    words = found and (found[1] or found[2])
    person = parse_label(words) if words else None
    if found is None or (words and person is None):
        return mark
    speaker = Speaker(person.name, person.office, mark.speaker.side) if person else mark.speaker
    return replace(mark, speaker=speaker, body=line.end)
