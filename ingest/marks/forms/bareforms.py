"""Marks without sign or bracket: a label before a colon, a tab, a wide blank, in front of （name）, or a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.patterns import NUMERAL, any_of
from corpus.types import Speaker
from ingest.marks.forms.labelnumbers import numbers_of
from ingest.marks.forms.namedbehind import with_name
from ingest.marks.forms.punctuated import punctuated
from ingest.marks.mark import ENDS_LIKE_OFFICE, SET_OFF, Mark, mark_at
from ingest.people.institution import parse_institution
from ingest.people.names import is_name
from ingest.people.offices import is_public, is_title
from ingest.people.sidewords import is_asking, says_side
from ingest.people.speakers import LABEL_MAX, SUFFIX_SIDE, fully_named, parse_label
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

_SPACED = re.compile(r"^((?:[^\s。、「」：:]{1,3}\s){1,6}[^\s。、「」：:]{1,3})(?:\s*[：:]|\s{2,})(?=\S)")
_SPREAD = re.compile(
    # 「議　長」「副 委 員 長」「事 務 局」
    r"^((?:副\s*)?"
    + any_of(
        any_of(
            *r"議 会 座 委\s*員 部\s*会 市 町 村 区 教\s*育 局 部 課 室".split(" "),
        )
        + r"\s+長",
        *r"事\s+務\s+局 委\s+員 議\s+員".split(" "),
    )
    + r")\s+(?=\S)"
)
"""A title spread over the width of the name column (議　　長, 委 員 長), one blank before the words."""
_DRAWN_OFFICE = re.compile(r"^((?:[一-鿿][ \u3000]){2,7}[長員])\s+(?=\S{4})")
"""事 務 局 長　…, 農 政 課 長　…: every letter of an office apart, one blank before the words."""
_MEMBER_CALLED = re.compile(
    r"((?:議|会|委\s+員)\s+長)\s+(?=(?:[^\s。、（()）]{1,8}(?:議員|委員)|[^\s。、（()）]{2,16}[長監])$)"
)
"""議　長　沖議員: a column of labels spreads 議長 over its width; what stands closed up beside it are the chair's words."""
_CALLS = re.compile(
    any_of(
        # 「６番 早川議員の質問を許します。」
        rf"^(?:議席)?{NUMERAL}{{1,3}}番\s*[^\s。、（()）]{{1,10}}(?:\s[^\s。、（()）]{{1,6}}?)?"
        r"(?:議員|委員|君|(?<!皆)さん)(?:の|に|を|から|より|[。、])",
        # 「総務課長　杉野一君。」
        r"^(?!\S{0,12}(?:議長|委員長|会長|座長)\s)[^\s。、（()）：:]{2,24}\s+"
        r"[^\s。、（()）：:]{1,8}(?:\s[^\s。、（()）：:]{1,5})?(?:君|議員|委員|さん|氏)。$",
    )
)
"""The chair gives somebody the floor by seat or office and name (１０番　岡田ゆり議員の質問を許可します; 町長 持木一茂君。):
words, no label."""
_SEAT_LIST = re.compile(
    r"^(?:議席)?\d{1,3}番\s+"
    + any_of(
        # 「６番 早川守　　７番 」
        r"[^。、]{2,24}?\s{2,}(?:議席)?\d{1,3}番\s",
        # 「６番 早 川 守」
        r"(?:[一-鿿々ぁ-んァ-ヶー]{1,3}\s+){2,4}[一-鿿々ぁ-んァ-ヶー]{1,3}$",
    )
)
"""１７番　小　川　ゆうた　　　１８番　夏　目　佳代子: a line of the members' seats."""
_SEATED = re.compile(r"^((?:議席)?\d{1,3}番)([一-鿿々ヶノ]{1,4})\s+(?=\S)")
"""３番小林　…: seat and surname without a title; only where the document repeats it."""
_TITLED = re.compile(r"^([^。、「」\t]{2,36}?(?:君|議員|委員|氏|さん))\s+(?=\S)")
_APART = re.compile(r"\s{2,}(?=\S)")
"""６番　星野みどり　　ページ数は…: office and name set off from the words by a wide blank."""
_GROUP_BEHIND = re.compile(r"(?<=[）)][員長議委]{2})[（(][^（()）]{2,16}[）)]$")


def worded(index: int, line: Line, style: str, start: int) -> Iterable[Mark]:
    """A label without brackets: as many blank-separated words as read as a speaker."""
    text = line.text
    found: list[Mark] = []
    ends = [
        m.start()
        for m in re.finditer(rf"[\s：:]+|{SET_OFF.pattern}|\*\*|$", text[start : start + LABEL_MAX + 1])
    ][:9]
    if len(text) - start > LABEL_MAX:
        ends = [end for end in ends if end <= LABEL_MAX]
    for end in ends:
        label = text[start : start + end]
        if not label or re.search(r"[。「」！？!?]", label):
            break
        speaker = parse_label(label)
        if speaker is None:
            continue
        if found and _calls_behind(found[-1].speaker, text[start + len(found[-1].label) :]):
            found[-1] = replace(found[-1], sure=True)  # ◇議長　西川守　町長　沖　太郎君。
            break
        own = SUFFIX_SIDE.sub("", _GROUP_BEHIND.sub("", label))  # 伊藤（建）委員（みらいの会）, 川辺市長答弁
        last = re.split(r"\s+", own)[-1]
        titled = bool(speaker.office and squeeze(own).endswith(speaker.office)) or last.endswith(
            ("君", "さん", "氏", "議員", "委員", "長")
        )
        whole = start + end >= len(text)
        behind = _APART.match(text, start + end) or SET_OFF.match(text, start + end)
        apart = bool(speaker.office) and behind is not None
        glued = bool(speaker.office) and own == speaker.office + speaker.name  # 委員長川辺直人
        sure = titled or glued or whole or not speaker.name or apart
        found.append(mark_at(index, line, style, start, start + end, speaker, sure))
        if speaker.name and speaker.office and titled:
            break  # the label is complete; what follows are words, though they might read as a name
    yield from found


_CALLED_BEHIND = re.compile(
    r"\s+([^\s。、（()）：:]{2,16})\s+[^。、（()）：:]{1,12}(?:君|議員|委員|さん|氏)[。]?"
)


def _calls_behind(chair: Speaker, rest: str) -> bool:
    """Whether the chair's label is whole before `rest` (　町長　沖　太郎君。), by which he gives the next one the floor."""
    called = _CALLED_BEHIND.fullmatch(rest) if chair.side == "chair" and chair.name else None
    return called is not None and is_title(called[1])


_HEREAFTER = re.compile(r"[（(]以下[、，,]?[^（()）。]{1,20}[）)]$")
"""次長（総括担当）　関　照一（以下，関次長）: a line of a roster says what somebody is called below."""
_ROSTER_FIELD = re.compile(r"(?:説明者|説明員|出席者|列席者|同席者)[\s：:]+[^。]+[長員者事査監]")
"""説明者 法制係長: a field of the head, with who was there."""
SEAT_LINE = re.compile(r"^\d{1,2}番\s+[^\s。、（()）：:]{1,5}(?:\s+[^\s。、（()）：:]{1,4})?$")
"""４番　志岐義臣: on a line of its own; a roster is full of them."""
_DOTTED = re.compile(r"^([^\s。、「」（()）・／/]{2,14}[・／/][一-鿿々ヶノぁ-ん]{2,7})\s+(?=\S)")
"""会長・川辺守　…, 会長／川辺守　…: a dot or a stroke between office and name."""
_DRAWN_APART = re.compile(r"(?:[一-鿿々ヶノ][ \u3000]){3,6}(?=\S{2})")
_LETTER_BEHIND = re.compile(
    r"([^。、「」（()）]{3,40}?[員長])\s+([QＱAＡⓆⒶ\u2c00-\u2c5f\ue000-\uf8ff])(?:\s+(?=\S)|$)"
)
"""尾 形 浩 一 議 員　Ｑ　…, 藤 沢 村 長　Ａ　…: the letter of the side behind who speaks, or the sign that a font of
its own left of it."""
_NUMBERED_SIDE = re.compile(
    r"([^\s（()）。、]{1,10})\s*[（(](\d{1,2})[）)]([（(][^（()）。]{2,24}[）)])?[\s：:]*"
)
"""質問要旨（１）, 答弁（１）（町長）: the side on a line of its own, with the number of the question in brackets."""
_POINTED = re.compile(r"[・･•]\s*(?=\S{3})")
"""A bullet before a label that heads what was sent in, or the reply to it."""


def bare(index: int, line: Line, start: int) -> Iterable[Mark]:
    """Labels without sign or tag: before a colon, a tab, a wide blank, in front of （name）, or a line of their own.

    The forms are tried in turn, the plainest first; the first that fits is the line's.
    """
    text = line.text[start:] if start else line.text
    head = text[: LABEL_MAX + 2]
    if numbered := _numbered_side(index, line, start):
        return (numbered,)
    if (
        _HEREAFTER.search(text)
        or _CALLS.match(head)
        or _SEAT_LIST.match(text)
        or (len(text) <= LABEL_MAX and _ROSTER_FIELD.fullmatch(text))
    ):
        return ()
    for form in (punctuated, _alone_on_line, _before_blank):
        if found := form(index, line, start):
            return (found,)
    return tuple(_behind_spread_name(index, line, start))


def _numbered_side(index: int, line: Line, start: int) -> Mark | None:
    """質問要旨（１）, 答弁（１）（町長） on a line of its own."""
    text = line.text[start:]
    numbered = _NUMBERED_SIDE.fullmatch(text) if len(text) <= LABEL_MAX else None
    if numbered and says_side(numbered[1]) and (side := parse_label(numbered[1] + (numbered[3] or ""))):
        mark = mark_at(index, line, "qa", start, start + len(text), side)
        return replace(mark, body=line.end, numbers=numbers_of(numbered[2], is_asking(numbered[1])))
    return None


def _alone_on_line(index: int, line: Line, start: int) -> Mark | None:
    """A label, a seat with a name, or an institution on a line of its own."""
    text = line.text[start:]
    plain = text.rstrip("*_ \u3000")
    if (pointed := _POINTED.match(plain)) and says_side(plain[pointed.end() :]):
        start, plain = start + pointed.end(), plain[pointed.end() :]  # **・お送りいただいた「声」**
    if len(text) > 30:
        return None
    if (called := _MEMBER_CALLED.match(text)) and (chair := parse_label(called[1])):
        return mark_at(index, line, "wide", start, start + called.end(1), chair)
    if text[-1] not in "。、" and (ENDS_LIKE_OFFICE.search(plain) or says_side(plain)):
        speaker = parse_label(plain)
        # 渡部茂君: a name with a title of courtesy alone; rosters are full of them (see `settle.settled`).
        courtesy = speaker is not None and not speaker.office and bool(speaker.name)
        public = speaker is not None and is_public(speaker.office)
        if speaker and (speaker.side != "other" or courtesy or speaker.office):
            sure = speaker.side != "other" or public
            style = "qa" if says_side(plain) else "line"
            mark = mark_at(index, line, style, start, start + len(plain), speaker, sure)
            return replace(mark, body=line.end)
    seated = parse_label(plain) if SEAT_LINE.match(plain) else None
    if whose := seated or parse_institution(plain):
        return replace(mark_at(index, line, "line", start, start + len(plain), whose, False), body=line.end)
    return None


def _before_blank(index: int, line: Line, start: int) -> Mark | None:
    """A label that a wide blank or the form of its own sets off: a dot, a title behind, a seat before, a letter of the side."""
    head = line.text[start:][: LABEL_MAX + 2]
    if (dotted := _DOTTED.match(head)) and (named := parse_label(dotted[1])) and named.office and named.name:
        return mark_at(index, line, "wide", start, start + dotted.end(1), named)
    for pattern in (_TITLED, _SPACED, _DRAWN_OFFICE, _SPREAD):
        match = pattern.match(head)
        speaker = parse_label(match[1]) if match and ENDS_LIKE_OFFICE.search(match[1]) else None
        if pattern is _SPACED and match and speaker is None:
            speaker = fully_named(match[1])  # 委　員　平取　信　　…: both spread, set off by a wide blank
        if pattern is _DRAWN_OFFICE and speaker and speaker.name:
            continue  # 藤 沢 村 長　Ａ　…: see _LETTER_BEHIND
        if match and speaker and (speaker.office or match[1].endswith("君")):
            return mark_at(index, line, "wide", start, start + match.end(1), speaker)
    seated = _SEATED.match(head)
    if seated and is_name(seated[2]):
        speaker = Speaker(seated[2], seated[1], "member")
        return mark_at(index, line, "wide", start, start + seated.end(2), speaker, sure=False)
    if (lettered := _LETTER_BEHIND.match(head)) and (who := parse_label(lettered[1])) and who.office:
        asks = lettered[2] not in "QＱAＡ" or (who.side == "member") == (lettered[2] in "QＱ")
        if asks and who.name:
            mark = mark_at(index, line, "qa", start, start + lettered.end(), who)
            return replace(mark, label=lettered[1])
    return None


def _behind_spread_name(index: int, line: Line, start: int) -> Iterator[Mark]:
    """迫 俊哉市長　…: labels whose name holds a blank, or one behind each letter."""
    head = line.text[start:][: LABEL_MAX + 2]
    drawn = _DRAWN_APART.match(head)
    blanks = list(re.finditer(r"\s+(?=\S)", head))
    for blank in blanks[: 3 + (drawn[0].count(drawn[0][1]) if drawn else 0)]:
        label = head[: blank.start()]
        if len(label) > 40 or re.search(r"[。、「」]", label):
            break
        if ENDS_LIKE_OFFICE.search(label) or says_side(label):
            for mark in worded(index, line, "wide", start):
                yield (with_name(mark, line) if says_side(mark.label) else None) or mark
            break
