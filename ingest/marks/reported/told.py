"""Minutes told in short that give the words themselves: 委員から「…」旨の質問があり、事務局から「…」旨の説明があった。

What stands in the quotation marks is the speech, and who it came from its speaker; the frame around it is no word of anybody. So
it is with …から、夜間は開けるのかとの質問があり, where the words stand bare between two fixed phrases. Sentences that only tell what
was done (…について報告があった。) are left out of the lines that are read on: they belong to no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from corpus.spans import Span
from corpus.types import Speaker
from ingest.marks.mark import Mark
from ingest.marks.speaks import trimmed
from ingest.people.institution import parse_institution
from ingest.people.otherlabels import parse_government
from ingest.people.speakers import parse_label
from ingest.text.lines import BLANK, Line

TOLD_MIN = 3
"""Speeches of this form from which it is the document's; one or two are a remark of a record of another form."""

_ASKED = r"質問|質疑|意見|要望|発言|提案|指摘|感想|提言|確認|要請|お?尋ね"
_REPLIED = r"説明|回答|答弁|報告|補足|見解"
_TO_THAT_EFFECT = r"(?:と(?:の|いう|いった)?|(?:趣)?旨の?)"
_HAPPENED = r"[等など]{0,2}(?:[がも](?=[、，あ出寄な])|を?し(?=[たてま、，]))"
"""…との質問があり, …旨の答弁をした."""
_WHO = r"(?<![^\s。、，」）)・])(?P<who>[^\s。、，「」『』（()）：:]{1,24}?)(?:から|より)[はも]?[、，]?\s*"
_QUOTED = re.compile(
    _WHO
    + r"「(?P<words>[^「」]++(?:「[^「」]*+」[^「」]*+)*+)」\s*(?:と(?:の|いう|いった)?|(?:趣)?旨の?|等の?)"
    rf"\s*(?P<kind>{_ASKED}|{_REPLIED}|述べ)"
)
_BARE = re.compile(
    _WHO + r"(?P<words>[^「」。]{4,300}?)"
    rf"(?:{_TO_THAT_EFFECT}\s*(?P<kind>{_ASKED}|{_REPLIED}){_HAPPENED}"
    r"|(?<=について)の?(?P<matter>質問|質疑)[等など]{0,2}[がも](?=[、，あ出寄な]))"
)
"""…との質問があり, …旨説明があった, …と回答した; …について質問があり, where the matter is all that is told of the question."""
_UNNAMED = re.compile(
    r"これに対(?:しまして|して|し(?!て|まして))[はも]?+[、，]?+\s*+(?![^\s。、，]{1,24}(?:から|より|は)[はも]?[、，])(?P<words>[^「」。]{4,300}?)"
    rf"{_TO_THAT_EFFECT}\s*(?P<kind>{_REPLIED}){_HAPPENED}"
)
"""これに対し、…との答弁がありました: the reply alone, whoever gave it."""
_NAMED = re.compile(r"(?P<who>[^\s。、，]{1,24}?)(?:(?:から|より)(?P<topic>[はも])?(?!の)|(?P<subject>は))")
"""これに対し、委員からは異論がなく…: whom such a sentence names after all."""
_SUBJECT = re.compile(
    r"(?<![^\s。、，」）)・])(?P<who>[^\s。、，「」『』（()）：:は]{2,24})は[、，]\s*(?P<words>[^「」。]{4,300}?)"
    r"と(?P<kind>答え|答弁し|回答し|説明し)(?=[たてま、，])"
)
"""教育課長は、…と答えました."""
_OTHER = re.compile(r"^(?:別の|他の|ほかの|複数の|[\d一二三四五六七八九]{1,2}(?:人の)?)")
_DEPARTMENT = re.compile(r"\S{1,16}(?:本部|部|課|局|署|室|センター|当局|側)$")
_REPORTS = re.compile(r"[^。「」]{0,8}まし")
"""…との答弁がありました: somebody reports on a meeting to another one, as a committee does to its council."""
_REPORTER = re.compile(r"報告(?:を)?(?:いた|申し上げ|し)(?:し)?ます")
"""審査の経過をご報告いたします。: the speech of one person, who tells his council."""
_QUESTION = re.compile("質問|質疑|尋ね|確認")
_DEALT = re.compile(r"(?<=\S)[（(](?:審議|協議|議決|報告|説明|決裁)[：:][^（()）]{1,24}[）)]$")
_FRAME = re.compile(
    rf"^」?(?:(?:と(?:の|いう|いった)?|(?:趣)?旨の?|[等の])?(?:{_ASKED}|{_REPLIED}|述べ)[^。「」]{{0,24}}[。、，]?)?"
    r"(?:これに対(?:しまして|して|し)[、，]?)?(?:[^\s。、，「」]{1,24}(?:から|より)[はも]?[、，]?)?「?$"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A speech that is told: its words, the whole with the frame, who it came from, whether it is told as a question."""

    words: Span
    whole: Span
    label: str
    speaker: Speaker
    asks: bool


def told_speech(
    text: str, lines: Sequence[Line], marks: Sequence[Mark]
) -> tuple[tuple[Line, ...], tuple[Mark, ...], tuple[int, ...]]:
    """The lines with the told speeches alone on theirs, their marks, and where the other lines among them begin, all of them
    headings; the lines as they were and neither in any other record.

    `marks` are those found without regard to quotations: a record with more speakers at the heads of its lines has its speech
    there, and what stands in quotation marks is told by them.
    """
    found = tuple(_speeches(text))
    reported = any(_REPORTS.match(text, speech.whole[1]) for speech in found)
    voices = {speech.label for speech in found}
    spoken = len(trimmed(marks, lines))
    if len(found) < TOLD_MIN or len(voices) < 2 or spoken >= len(found):
        return tuple(lines), (), ()
    if reported and (spoken or not _all_replied(found) or _REPORTER.search(text)):
        return tuple(lines), (), ()
    out: list[Line] = []
    told: list[Mark] = []
    heads: list[int] = []
    for line in lines:
        if line.end <= found[0].whole[0]:
            out.append(_bare(line))
            continue
        inside = [t for t in found if t.words[0] < line.end and line.start < t.words[1]]
        for speech in inside:
            start, end = max(line.start, speech.words[0]), min(line.end, speech.words[1])
            words = text[start:end]
            if not words.strip(BLANK):
                continue
            if not told or told[-1].body != speech.words[0]:
                told.append(Mark(len(out), "told", speech.label, speech.speaker, speech.words[0]))
            newline = line.newline if end == line.end else len(text)
            out.append(replace(line, start=start, end=end, text=words, newline=newline))
        framed = any(t.whole[0] < line.end and line.start < t.whole[1] for t in found)
        if not inside and not framed and "。" not in line.text:
            out.append(_bare(line))
            heads.append(line.start)
    return tuple(out), tuple(told), tuple(heads)


def _all_replied(found: Sequence[_Told]) -> bool:
    """Whether a reply stands behind each question: then a report leaves no doubt of what belongs together."""
    return all(
        following is not None and not following.asks and following.speaker.is_officer
        for speech, following in zip_longest(found, found[1:])
        if speech.asks
    )


def _bare(line: Line) -> Line:
    """（報告：交通部） behind a heading says how it was dealt with, and is no part of the matter."""
    found = _DEALT.search(line.text)
    return replace(line, text=line.text[: found.start()], end=line.start + found.start()) if found else line


def is_frame(words: str) -> bool:
    """」旨の質問があり、事務局から「: what stands between two told speeches, or behind the last."""
    return bool(words) and _FRAME.match(words) is not None


def _speeches(text: str) -> Iterator[_Told]:
    end = 0
    forms = (_QUOTED, _BARE, _UNNAMED, _SUBJECT)
    found = sorted(
        (match for form in forms for match in form.finditer(text)), key=lambda match: match.start()
    )
    for match in found:
        told = match.groupdict()
        kind = told["kind"] or told["matter"]
        who = told.get("who") or ""
        speaker = _speaker(who, kind) if match.start() >= end else None
        if match.re is _UNNAMED and _is_anothers(told["words"] or "", kind):
            continue
        if match.re is _SUBJECT and speaker and not speaker.is_officer:
            continue
        if speaker is None:
            continue
        start, stop = match.span("words")
        while text[start] in BLANK:
            start += 1
        end = match.end()
        yield _Told(
            (start, stop),
            match.span(),
            _OTHER.sub("", who) or kind,
            speaker,
            _QUESTION.search(kind) is not None,
        )


def _is_anothers(words: str, kind: str) -> bool:
    """Whether the words of `_UNNAMED` open with whose they are; 県から補助が出る and 町は直す are what a reply says."""
    named = _NAMED.match(words)
    speaker = _speaker(named["who"], kind) if named else None
    if named is None or speaker is None:
        return False
    answered = kind in ("答弁", "回答") and not named["subject"]
    return named["topic"] is not None or (speaker.side == "member" and not answered)


def _speaker(who: str, kind: str) -> Speaker | None:
    who = _OTHER.sub("", who)
    if not who:
        return Speaker("", "", "executive")
    known = parse_label(who) or parse_government(who) or parse_institution(who)
    if known is None and re.fullmatch(_REPLIED, kind) and _DEPARTMENT.match(who):
        return Speaker("", who, "executive")
    if known and known.side == "chair":
        # what is told of him is his own word, not how he led the meeting
        return replace(known, side="member")
    return known
