"""Who stands in one line of a roster: one person, or several that commas, blanks or their offices set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.people.departments import is_department
from ingest.people.names import is_full_name, is_name, is_person, is_surname, opens_with_surname
from ingest.people.offices import base_of, is_office, is_title
from ingest.people.speakers import parse_label
from ingest.text.normalize import squeeze

OFFICE_WORDS = 8
"""Letters of a spaced office (企 画 環 境 課 参 事) at most."""
ROW_MAX = 80
"""Characters of a line with several people at most."""
FULL_NAME = 3
"""Letters of a surname and a given name written as one word; 八木 or 正樹 alone is half a name."""
_SEAT_ROW = re.compile(r"^\s*\d{1,3}\s*番[^（()）、]{2,40}(?:議員|委員|君)\s*$")


def names_person(text: str) -> bool:
    """Whether a label holds a name."""
    found = parse_label(text)
    return bool(found and found.name)


NOBODY = re.compile(r"[○〇◯●]|支所|新聞|新報|民報|放送|テレビ")
"""○三瀬支所, 神戸新聞: whom a list names beside the people."""


def full_name(text: str) -> bool:
    """Whether a word is surname and given name: 小池りさ, 小池　りさ."""
    word = squeeze(text)
    return len(word) >= FULL_NAME and is_name(word) and not is_office(word) and not NOBODY.search(word)


def _row(words: Sequence[str]) -> list[str]:
    """The people of a line that sets each off by a blank: 柴田福祉課長　田村係長, 小池りさ　わたなべ修, 委員　小池りさ　わたなべ修.

    Two words of three letters may be one long name (佐々木　小次郎), and a surname alone goes with the given name behind it
    (勅使河原　健太郎).
    """
    titled = [titled_word(word) for word in words]
    # a name that no dictionary has, among others: it is glued to its office as theirs are
    glued = [is_office(word) and not _plain_office(word) for word in words]
    if sum(titled) > 1 and all(map(any, zip(titled, glued, strict=True))):
        return list(words)
    office = [words[0]] if words and is_office(words[0]) and not names_person(words[0]) else []
    names = words[len(office) :]
    if len(names) > 1 and all(map(full_name, names)) and len("".join(names)) > 2 * FULL_NAME:
        people = _whole(names)
        return [" ".join((*office, name)) for name in people] if len(people) > 1 else []
    return []


_MEMBERS = re.compile(
    r"(?<![^ 　])(?:副[ 　]?)?(?:委[ 　]?員[ 　]?長|議[ 　]{0,2}長|委[ 　]{0,2}員|議[ 　]{0,2}員)(?=[ 　])"
)
GIVEN_MAX = 7
"""Letters of a member's full name at most."""


def each_with_kind(text: str) -> list[str]:
    """委 員 長 森 山 葉 子 副委員長 桜 田 悟, 委 員 村 井 博 委 員 斉 木 芳: each name with the kind of member in front, all spread by blanks."""
    heads = list(_MEMBERS.finditer(text))
    if len(heads) < 2 or heads[0].start():
        return []
    ends = [*(head.start() for head in heads[1:]), len(text)]
    names = [squeeze(text[head.end() : end]) for head, end in zip(heads, ends, strict=True)]
    if not all(1 < len(name) <= GIVEN_MAX and is_name(name) and not is_office(name) for name in names):
        return []
    return [f"{squeeze(head[0])} {name}" for head, name in zip(heads, names, strict=True)]


def _whole(words: Sequence[str]) -> list[str]:
    """The names of a line, a surname and the given name behind it as one."""
    out: list[str] = []
    for word in words:
        if out and is_surname(out[-1]) and not opens_with_surname(word):
            out[-1] += " " + word
        else:
            out.append(word)
    return out


def titled_word(word: str) -> bool:
    """柴田福祉課長, 小池りさ委員: a name with its office behind it, in one word."""
    found = parse_label(word)
    return bool(found and found.name and found.office and word.startswith(squeeze(found.name)))


def people_of(text: str) -> list[str]:
    """A line as one person, or as several where it lists them (、 or wide gaps between persons)."""
    if re.search("[、，,]", text):
        return [p for p in re.split("[、，,]", text) if p.strip()]
    if row := _row(text.split()) or each_with_kind(text):
        return row
    seats = [p for p in re.split(r"(?<![ \u3000])[ \u3000]+(?=\d{1,3}\s*番)", text) if p.strip()]
    if len(seats) > 1:
        return seats
    if len(seats) == 1 and _SEAT_ROW.match(text):  # ２番　竹　浪　　　敦　議員
        return [text]
    named = [p for p in re.split(r"(?<=君)[ \u3000]+(?=\S)", text) if p.strip()]
    if len(named) > 1 and all(p.endswith("君") for p in named):
        return named
    gaps = sorted({len(g) for g in re.findall(r"[ \u3000]{3,}", text)}, reverse=True)
    for gap in gaps:  # letter-spaced names hold gaps too: the widest part the people
        pieces = [p for p in re.split(rf"[ \u3000]{{{gap},}}", text) if p.strip()]
        if text.endswith("君") and not all(p.endswith("君") for p in pieces):
            continue  # 建設部長　　東　　　　　聡　　男　君: one name
        if len(pieces) > 1 and all(map(names_person, pieces)):
            return pieces
    pieces = _by_offices(text)
    titled = _by_titles(text.split())
    if len(titled) > len(pieces):
        return titled
    return pieces if len(pieces) > 1 and all(names_person(p) for p in pieces) else [text]


def is_people_row(text: str) -> bool:
    """村 長 萩原 晃 副 村 長 山田 実, 1番 三浦 豊 2番 籠田 香: several people of a roster, each with his office or seat, and nothing said."""
    if re.search("[。、，？]", text) or not 8 <= len(text) <= ROW_MAX:
        return False
    people = people_of(text)
    each = all(
        (who := parse_label(person.strip())) is not None and bool(who.name and who.office)
        for person in people
    )
    return (each and len(people) > 1) or _kind_and_names(text)


_LISTED = re.compile(r"[ \u3000]{3,}|(?<=[君氏])[ \u3000]+")
LISTED_MAX = 10
"""Characters of a name in a list at most, its blanks and the courtesy behind it counted."""


_COURTEOUS_ROW = re.compile(
    r"(?:[^。、，「」（()）：:\d君氏]{2,8}君){2,}|(?:[^。、，「」（()）：:\d君氏]{2,8}氏){2,}"
)
"""Nothing but names with the courtesy behind each."""


def is_names_row(text: str) -> bool:
    """早川　　守君　　　　宇野　直人君: names alone, set apart by wide blanks: those whom the chair appoints, who voted."""
    if _COURTEOUS_ROW.fullmatch(squeeze(text)):
        return True  # 石坂　　　太君　　　沖　　ひとみ君: as wide within a name as between two
    pieces = [piece.strip() for piece in _LISTED.split(text) if piece.strip()]
    short = len(pieces) > 1 and all(len(piece) <= LISTED_MAX for piece in pieces)
    return short and all(piece[-1] in "君氏" or is_person(squeeze(piece)) for piece in pieces)


_KIND = re.compile(r"(?:委[ \u3000]*員|議[ \u3000]*員)[ \u3000]+(?=\S)")


def _kind_and_names(text: str) -> bool:
    """委　員　沖　　ひ と み       野 村 たつや: the kind of member in front of the first of several names that wide gaps set apart."""
    kind = _KIND.match(text)
    pieces = [squeeze(p) for p in re.split(r"[ \u3000]{3,}", text[kind.end() :] if kind else "") if p.strip()]
    return len(pieces) > 1 and all(full_name(p) and is_full_name(p) for p in pieces)


def _by_offices(text: str) -> list[str]:
    """The line cut before each office: 町長　氏名　副町長　氏名, letter-spaced or not, be its department known or a name spread behind it."""
    words = list(re.finditer(r"[^ 　]+", text))
    cuts = [0]
    for index, word in enumerate(words[1:], 1):
        joined = ""
        for later in words[index : index + OFFICE_WORDS]:
            if joined and len(later.group()) > 1:
                break
            joined += later.group()
            if len(later.group()) > 1 or _plain_office(joined):
                break
        before = text[cuts[-1] : word.start()]
        office = _plain_office(joined) or _before_spread_name(words, index)
        if office and names_person(before) and not _plain_office(squeeze(before) + joined):
            cuts.append(word.start())
    return [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _before_spread_name(words: Sequence[re.Match[str]], place: int) -> bool:
    """みどりスタイル課長 高 石 大 地: whether a word is an office, as the letters of one name stand behind it."""
    title = words[place].group()
    behind = "".join(takewhile(lambda one: len(one) == 1, (word.group() for word in words[place + 1 :])))
    return len(title) > 2 and is_title(title) and is_office(title) and len(behind) > 1 and is_name(behind)


def _by_titles(words: Sequence[str]) -> list[str]:
    """総務課長 原 守 海峡創生課長 大須賀 宏明: each office, whatever its department is, with the one or two words of a name behind it."""
    people: list[list[str]] = []
    for word in words:
        if len(word) > 2 and is_title(word) and is_office(word):
            people.append([word])
        elif people:
            people[-1].append(word)
        else:
            return []
    named = all(
        1 < len(person) <= 3 and is_name(name := "".join(person[1:])) and not is_office(name)
        for person in people
    )
    return [" ".join(person) for person in people] if len(people) > 1 and named else []


def _plain_office(text: str) -> bool:
    """An office with nothing but its department before it: 教育長, 企画環境課参事; 崎貞二教育長 holds a name."""
    if "兼" in text.strip("兼"):  # 教育次長兼学校教育課長
        return all(map(_plain_office, text.split("兼")))
    if len(text) < 2 or not is_title(text) or not (base := base_of(text)):
        return False
    rest = text.removesuffix(base)
    return not rest or is_department(rest)
