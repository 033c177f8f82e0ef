"""Marks without sign or bracket: a label before a colon, a tab, a wide blank, in front of （name）, or a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.types import Speaker
from ingest.marks.mark import ENDS_LIKE_OFFICE, Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.marks.tagforms import numbers_of, with_name
from ingest.people.institution import parse_institution
from ingest.people.labelnotes import has_note
from ingest.people.names import is_name, is_person, opens_with_surname
from ingest.people.offices import is_public
from ingest.people.otherlabels import parse_government, people_row
from ingest.people.sidewords import is_asking, says_side
from ingest.people.speakers import LABEL_MAX, SUFFIX_SIDE, parse_label
from ingest.people.speakerwords import is_lettered
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

_COLON = re.compile(
    r"^(?:[・･•\-‐－＊*※→⇒]\s*)?(?![（(][^（()）：:]*[：:])([^：:。、「」\t]{1,40}?)\s*[：:](?!//)"
)
_TAB = re.compile(r"^([^\t。]{1,30})\t+(?=\S)")
_SPACED = re.compile(
    r"^((?:[^\s。、「」：:]{1,3}[\s\u3000]){1,6}[^\s。、「」：:]{1,3})(?:[\s\u3000]*[：:]|[\s\u3000]{2,})(?=\S)"
)
_SPREAD = re.compile(
    r"^((?:副[\s\u3000]*)?(?:(?:議|会|座|委[\s\u3000]*員|部[\s\u3000]*会|市|町|村|区|教[\s\u3000]*育|局|部|課|室)[\s\u3000]+長|事[\s\u3000]+務[\s\u3000]+局|委[\s\u3000]+員|議[\s\u3000]+員))"
    r"[\s\u3000]+(?=\S)"
)
"""A title spread over the width of the name column (議　　長, 委 員 長), one blank before the words."""
_PAREN = re.compile(r"^([^。、「」（()）\t]{1,30}[（(][^（()）。]{1,30}[）)])")
_SIDE_OF_ORGAN = re.compile(
    r"^(?:再?質問|再?質疑|再?答弁|回答|問|答)[（(]([一-鿿ァ-ヶー・]{1,14}(?:委員会|部会|分科会|会派|クラブ|議員団|党|[課部局室係]))[）)]$"
)
"""問（総務常任委員会）, 答（健康課）: the side, and the organ that speaks."""
_SIDE_OF_PERSON = re.compile(r"^(?:[QＱ]|問|質問|再質問)[（(][一-鿿々ヶ]{1,4}[ぁ-んァ-ヶー]{0,3}[）)]$")
"""Q（沖）：, 質問（川辺）：: the side, and who asks."""
_CLOSED = re.compile(
    r"^([^（()）。、，,「」：:]{2,24}|[^（()）。、，,「」：:\s]{1,6}[（(][^（()）\s]{1,3}[）)][^（()）。、，,「」：:\s]{2,14})[)）]"
)
"""委員長）ただ今から…, 会長） …, 川辺（米）委員長）…: nothing but a closing bracket sets the label off."""
_LOST = re.compile(
    r"^([^\s\u3000（()）。、「」：:]{2,20}(?:[\s\u3000][^\s\u3000（()）。、「」：:]{1,4})?君)[）)](?=[\s\u3000]+\S)"
)
"""副議長山田太郎君) …: a saved page whose link took sign and opening bracket with it."""
_DASHED = re.compile(r"^([^―—–－\-。、,，「」：:]{2,16})[―—–－]{1,2}(?=[^\s\u3000―—–－])")
"""委員―…: a dash between label and words."""
_DASHED_APART = re.compile(r"^([^―—–－\-。、,，「」：:（()）]{2,16}?)[\s\u3000]+[―—–－\-][\s\u3000]+(?=\S)")
"""教 育 長 - 報告: the same with blanks around it."""
_QUOTED = re.compile(r"^([^「」『』。、（()）：:]{2,20}?)[\s\u3000]*(?=「[^「」]{2,}」?$)")
"""校長「五月末で九人です」: words in quotation marks right behind the label, and nothing after them."""
_CALLS = re.compile(
    r"^(?:議席)?[0-9０-９一二三四五六七八九十]{1,3}番[\s\u3000]*[^\s\u3000。、（()）]{1,10}(?:[\s\u3000][^\s\u3000。、（()）]{1,6}?)?(?:議員|委員|君|(?<!皆)さん)(?:の|に|を|から|より|[。、])"
    r"|^(?![^\s\u3000]{0,12}(?:議長|委員長|会長|座長)[\s\u3000])[^\s\u3000。、（()）：:]{2,24}[\s\u3000]+[^\s\u3000。、（()）：:]{1,8}(?:[\s\u3000][^\s\u3000。、（()）：:]{1,5})?(?:君|議員|委員|さん|氏)。$"
)
"""The chair gives somebody the floor by seat or office and name (１０番　岡田ゆり議員の質問を許可します; 町長 持木一茂君。):
words, no label."""
_SEAT_LIST = re.compile(
    r"^(?:議席)?[0-9０-９]{1,3}番[\s\u3000]+(?:[^。、]{2,24}?[\s\u3000]{2,}(?:議席)?[0-9０-９]{1,3}番[\s\u3000]|(?:[一-鿿々ぁ-んァ-ヶー]{1,3}[\s\u3000]+){2,4}[一-鿿々ぁ-んァ-ヶー]{1,3}$)"
)
"""１７番　小　川　ゆうた　　　１８番　夏　目　佳代子: a line of the members' seats."""
_SEATED = re.compile(r"^((?:議席)?[0-9０-９]{1,3}番)([一-鿿々ヶノ]{1,4})[\s\u3000]+(?=\S)")
"""３番小林　…: seat and surname without a title; only where the document repeats it."""
_TITLED = re.compile(r"^([^。、「」\t]{2,36}?(?:君|議員|委員|氏|さん))[\s\u3000]+(?=\S)")


_APART = re.compile(r"[\s\u3000]{2,}(?=\S)")
"""６番　星野みどり　　ページ数は…: office and name set off from the words by a wide blank."""


_GROUP_BEHIND = re.compile(r"(?<=[）)][員長議委]{2})[（(][^（()）]{2,16}[）)]$")


def worded(index: int, line: Line, style: str, start: int) -> Iterable[Mark]:
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
        speaker = parse_label(label)
        if speaker is None:
            continue
        own = SUFFIX_SIDE.sub("", _GROUP_BEHIND.sub("", label))  # 伊藤（建）委員（みらいの会）, 川辺市長答弁
        last = re.split(r"[\s\u3000]+", own)[-1]
        titled = bool(speaker.office and squeeze(own).endswith(speaker.office)) or last.endswith(
            ("君", "さん", "氏", "議員", "委員", "長")
        )
        whole = start + end >= len(text)
        apart = bool(speaker.office) and _APART.match(text, start + end) is not None
        sure = titled or is_lettered(label) or whole or not speaker.name or apart
        found.append(mark_at(index, line, style, start, start + end, speaker, sure))
        if speaker.name and speaker.office and titled:
            break  # the label is complete; what follows are words, though they might read as a name
    yield from found


_CHARGED = re.compile(r"[^（()）\s\u3000]{2,12}[（(][^（()）]{2,24}担当[）)][\s\u3000]+\S")
"""An office, what it is in charge of, a blank and the words."""
_HEREAFTER = re.compile(r"[（(]以下[、，,]?[^（()）。]{1,20}[）)]$")
"""次長（総括担当）　関　照一（以下，関次長）: a line of a roster says what somebody is called below."""
_ROSTER_FIELD = re.compile(r"(?:説明者|説明員|出席者|列席者|同席者)[\s\u3000：:]+[^。]+[長員者事査監]")
"""説明者 法制係長: a field of the head, with who was there."""
_GREETING = re.compile(r"(?<=[員長])(?:挨拶|あいさつ)$")
"""委員長挨拶：…: what the words are, behind who says them."""
SEAT_LINE = re.compile(
    r"^[0-9０-９]{1,2}番[\s\u3000]+[^\s\u3000。、（()）：:]{1,5}(?:[\s\u3000]+[^\s\u3000。、（()）：:]{1,4})?$"
)
"""４番　志岐義臣: on a line of its own; a roster is full of them."""
_DOTTED = re.compile(r"^([^\s\u3000。、「」（()）・]{2,14}・[一-鿿々ヶノ]{2,6})[\s\u3000]+(?=\S)")
"""会長・川辺守　…: a dot between office and name."""
_DRAWN_APART = re.compile(r"(?:[一-鿿々ヶノ][ \u3000]){3,6}(?=[^\s\u3000]{2})")
_LETTER_BEHIND = re.compile(
    r"([^。、「」（()）]{3,40}?[員長])[\s\u3000]+([QＱAＡⓆⒶ\u2c00-\u2c5f\ue000-\uf8ff])(?:[\s\u3000]+(?=[^\s\u3000])|$)"
)
"""尾 形 浩 一 議 員　Ｑ　…, 藤 沢 村 長　Ａ　…: the letter of the side behind who speaks, or the sign that a font of
its own left of it."""
_NUMBERED_SIDE = re.compile(
    r"([^\s\u3000（()）。、]{1,10})[\s\u3000]*[（(]([0-9０-９]{1,2})[）)]([（(][^（()）。]{2,24}[）)])?[\s\u3000：:]*"
)
"""質問要旨（１）, 答弁（１）（町長）: the side on a line of its own, with the number of the question in brackets."""
_POINTED = re.compile(r"[・･•][\s\u3000]*(?=\S{3})")
"""A bullet before a label that heads what was sent in, or the reply to it."""
_DATED = re.compile(r"[0-9０-９][年月日]")
"""令和8年3月16日・発言者　2名: no label begins with a day."""


def _is_whole(label: str) -> bool:
    """会長　川辺守: office and full name."""
    speaker = parse_label(label) if re.search(r"[\s\u3000]", label) else None
    return speaker is not None and bool(speaker.office and speaker.name) and opens_with_surname(speaker.name)


def bare(index: int, line: Line, start: int) -> Iterable[Mark]:
    """Labels without sign or tag: before a colon, a tab, a wide blank, in front of （name）, or a line of their own."""
    text = line.text[start:] if start else line.text
    head = text[: LABEL_MAX + 2]
    numbered = _NUMBERED_SIDE.fullmatch(head) if len(text) <= LABEL_MAX else None
    if numbered and says_side(numbered[1]) and (side := parse_label(numbered[1] + (numbered[3] or ""))):
        mark = mark_at(index, line, "qa", start, start + len(text), side)
        yield replace(mark, body=line.end, numbers=numbers_of(numbered[2], is_asking(numbered[1])))
        return
    if (
        _HEREAFTER.search(text)
        or _CALLS.match(head)
        or _SEAT_LIST.match(text)
        or (len(text) <= LABEL_MAX and (people_row(text) or _ROSTER_FIELD.fullmatch(text)))
    ):
        return
    for form, pattern in (
        ("colon", _COLON),
        ("tab", _TAB),
        ("paren", _PAREN),
        ("paren", _LOST),
        ("close", _CLOSED),
        ("dash", _DASHED),
        ("dash", _DASHED_APART),
        ("quote", _QUOTED),
    ):
        style = form
        match = pattern.match(head)
        label = match[1].strip("*_ \u3000") if match else ""
        if (
            match
            and not _DATED.search(label)
            and (
                ENDS_LIKE_OFFICE.search(_GREETING.sub("", label) if style == "colon" else label)
                or says_side(label)
                or is_public(label)
                or parse_government(label)
                or (style == "paren" and _SIDE_OF_ORGAN.match(label))
                or (style == "colon" and (_SIDE_OF_PERSON.match(label) or _is_whole(label)))
            )
        ):
            speaker = parse_label(label) or (parse_government(label) if style == "colon" else None)
            greeting = style == "colon" and is_speech(text[match.end() :]) and _GREETING.search(label)
            if greeting:
                label = label[: greeting.start()]
                speaker = parse_label(label)
            if speaker and not speaker.office and _SIDE_OF_PERSON.match(label):
                who = re.split(r"[（()）]", label)[1]
                speaker = Speaker(who, "", "member") if is_person(who) else speaker
            if speaker and not speaker.office and (organ := _SIDE_OF_ORGAN.match(label)):
                speaker = replace(speaker, office=organ[1])
            if speaker and (
                speaker.office or says_side(label) or style not in ("paren", "close", "dash", "quote")
            ):
                # 答弁（町長）: the side is printed, as in 問 and 答
                if has_note(label) and start + match.end() >= len(text):
                    style = "line"
                if style == "paren" and text[match.end() : match.end() + 1] in tuple("―—─"):
                    style = "dash"  # 事務局（小池）――…
                if style == "paren" and not speaker.name and start + match.end() >= len(text):
                    style = "line"  # 副参事（学校担当） above the words
                if style == "paren" and not speaker.name and _CHARGED.match(text):
                    style = "wide"  # 副参事（学校担当）　…: the bracket holds no name
                printed = form in ("paren", "tab") and says_side(re.split(r"[（(]", label)[0])
                mark = mark_at(
                    index,
                    line,
                    "qa" if printed else style,
                    start + match.start(1),
                    start + match.end(),
                    speaker,
                )
                mark = replace(mark, label=label) if greeting else mark
                yield (with_name(mark, line) if style == "colon" and says_side(label) else None) or mark
                return
    plain = text.rstrip("*_ \u3000")
    if (pointed := _POINTED.match(plain)) and says_side(plain[pointed.end() :]):
        start, plain = start + pointed.end(), plain[pointed.end() :]  # **・お送りいただいた「声」**
    if len(text) <= 30 and text[-1] not in "。、" and (ENDS_LIKE_OFFICE.search(plain) or says_side(plain)):
        speaker = parse_label(plain)
        # 渡部茂君: a name with a title of courtesy alone; rosters are full of them (see `settle.settled`).
        courtesy = speaker is not None and not speaker.office and bool(speaker.name)
        public = speaker is not None and is_public(speaker.office)
        if speaker and (speaker.side != "other" or courtesy or speaker.office):
            sure = speaker.side != "other" or public
            style = "qa" if says_side(plain) else "line"
            yield replace(
                mark_at(index, line, style, start, start + len(plain), speaker, sure), body=line.end
            )
            return
    if len(text) <= 30 and SEAT_LINE.match(plain) and (speaker := parse_label(plain)):
        yield replace(mark_at(index, line, "line", start, start + len(plain), speaker, False), body=line.end)
        return
    if len(text) <= 30 and (institution := parse_institution(plain)):
        yield replace(
            mark_at(index, line, "line", start, start + len(plain), institution, False), body=line.end
        )
        return
    if (dotted := _DOTTED.match(head)) and (named := parse_label(dotted[1])) and named.office and named.name:
        yield mark_at(index, line, "wide", start, start + dotted.end(1), named)
        return
    for pattern in (_TITLED, _SPACED, _SPREAD):
        match = pattern.match(head)
        speaker = parse_label(match[1]) if match and ENDS_LIKE_OFFICE.search(match[1]) else None
        if pattern is _SPACED and match and speaker is None:
            # 委　員　平取　信　　…: office and name, both spread, set off by a wide blank
            whole = parse_label(match[1])
            speaker = whole if whole and whole.office and whole.name else None
        if match and speaker and (speaker.office or match[1].endswith("君")):
            yield mark_at(index, line, "wide", start, start + match.end(1), speaker)
            return
    seated = _SEATED.match(head)
    if seated and is_name(seated[2]):
        speaker = Speaker(seated[2], seated[1], "member")
        yield mark_at(index, line, "wide", start, start + seated.end(2), speaker, sure=False)
        return
    if (lettered := _LETTER_BEHIND.match(head)) and (who := parse_label(lettered[1])) and who.office:
        asks = lettered[2] not in "QＱAＡ" or (who.side == "member") == (lettered[2] in "QＱ")
        mark = mark_at(index, line, "qa", start, start + lettered.end(), who)
        if asks and who.name:
            yield replace(mark, label=lettered[1])
            return
    drawn = _DRAWN_APART.match(head)
    for blank in list(re.finditer(r"[\s\u3000]+(?=\S)", head))[
        : 3 + (drawn[0].count(drawn[0][1]) if drawn else 0)
    ]:  # 迫 俊哉市長　…: the name may hold a blank, or one behind each letter
        label = head[: blank.start()]
        if len(label) > 40 or re.search(r"[。、「」]", label):
            break
        if ENDS_LIKE_OFFICE.search(label) or says_side(label):
            for mark in worded(index, line, "wide", start):
                yield (with_name(mark, line) if says_side(mark.label) else None) or mark
            break
