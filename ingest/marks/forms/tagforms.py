"""Marks that name a side or stand in brackets: 【委員】, （会長）, 問 and 答, Q1. and A1., 【答弁】（総務部長）."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.types import Side, Speaker
from ingest.marks.mark import ENDS_LIKE_OFFICE, OPENING, PRESS, SIGNS, Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.people.departments import is_department
from ingest.people.names import is_name, opens_with_surname
from ingest.people.offices import side_of
from ingest.people.otherlabels import parse_government, parse_press
from ingest.people.sidewords import bare_label, is_asking, is_letter, says_side
from ingest.people.speakers import KIND_OF_SPEECH, LABEL_MAX, parse_label, parse_name
from ingest.people.speakerwords import GROUPS
from ingest.text.lines import Line
from ingest.text.normalize import ordinal, squeeze

_QA = re.compile(
    r"^(?P<open>[「【〔［\[＜<（(]?)(?P<word>質問者?|ご質問|御質問|再々?質問|質疑|要望|意見|再々?答弁|回答者?|ご回答|御回答|答弁者?|問い?|答え?|[QＱAＡCＣ])"
    r"(?P<number>(?:[\s\u3000]*[0-9０-９①-⒇]+(?:(?:[\-－‐・,、，~〜～]\s*[0-9０-９①-⒇]+|[.．][0-9０-９]{1,2}(?=[\s\u3000.．:：、)）」】])))*)?)(?P<close>[」】〕］\]＞>）)]?)(?P<bold>(?:\*\*|__)?)(?P<gap>[\s\u3000]*[：:.．、)）|｜]?[\s\u3000]*)"
)
_SPREAD_WORD = re.compile(r"答[\s\u3000]+(?:弁|え)(?:[\s\u3000]+者)?[\s\u3000]*")
"""答　弁: a word spread over its line, and no 答 with a word behind it."""
_SIGN_WITHIN = re.compile(rf"^[{SIGNS}][\s\u3000]*[：:][\s\u3000]*")
_VOICE = re.compile(r"v(?:\.[\w\-.]+)?[ \t]+")
"""<v 議長>: whose voice it is, in the captions of a recording (WebVTT)."""
_PART = re.compile(r"[^（()）]{0,10}(?:説明|報告|挨拶|あいさつ)[（(]([^（()）]{2,24})[）)]")
"""【議題の趣旨説明（総務課長）】: what part of the meeting it is, and who speaks in it."""
_STAGED = re.compile(r"(?:登壇|降壇|起立|着席|退席|退室|入室|挙手|朗読|報告|の声|呼ぶ者|拍手)\s*$")
_NAMED = re.compile(
    r"^[（(【]?([^。、「」（）()\s：:]{2,36}?)(?:[）)】][\s\u3000：:]*|[\s\u3000：:]+|(?=「)|$)(?=\S|$)"
)
_OFFICE_AND_NAME = re.compile(
    r"^([^。、「」（）()\s：:]{2,36})[（(]([^。、：:（()）]{2,14})[）)][\s\u3000：:]*(?=\S|$)"
)
"""【答】経済振興部長（香川隆）: the office with its holder behind it."""
_MEMBER_OF = re.compile(r"^([^（()）]{1,6})([都道府県市区町村]議)$")
"""質問：山田市議: in a digest's label, where no town can stand."""
RANGE_MAX, UNDER = 20, 1000
"""Numbers that one reply answers at most; what an upper number counts for in 3-1."""
_NUMBER = re.compile(r"[0-9０-９]+|[①-⒇]")


def tagged(index: int, line: Line, start: int) -> Mark | None:
    """The mark in the bracket that opens at `start` of line `index`; None where it names no speaker."""
    text = line.text
    close = text.find(OPENING[text[start]], start + 1, start + LABEL_MAX + 2)
    if close < 0:
        return None
    label = text[start + 1 : close]
    if text[start] == "<" and (voice := _VOICE.match(label)):
        label = label[voice.end() :]
    signed = _SIGN_WITHIN.match(label)
    if signed:  # （○：企画課長）, （■：山陰日報）
        label = label[signed.end() :]
    if _STAGED.search(label):
        return None
    label = part[1] if (part := _PART.fullmatch(label)) else label
    nested = (
        text[start + 1 : close + 1]
        if text[start] in "（(" and close + 1 < len(text) and text[close + 1] in "）)"
        else ""
    )
    if nested and parse_label(nested):  # （議長（山田太郎））
        label, close = nested, close + 1
    bracket = text[start]
    tokens = label.split()
    spaced = len(tokens) == 2 and says_side(tokens[0])  # （回答　市長）
    speaker = None if spaced else parse_label(label) or parse_government(label)
    if speaker is None and (speaker := _with_office(label)):
        label = label if speaker.name and speaker.office in GROUPS else _SIDED.sub("", label)
    speaker = speaker or (parse_label(label) if spaced else None) or parse_press(label)
    alone = close + 1 >= len(text.rstrip("*_ "))
    if speaker is None and bracket in "（(" and not alone:
        speaker = _lost_title(label)
    said = alone or is_speech(text[close + 1 :])
    if speaker is None and said and bracket in "（(" and re.fullmatch(PRESS, label):
        speaker = Speaker(
            squeeze(label), "", "member"
        )  # （青葉新聞） beside （知事）, above the words or before them
    signs = bool(line.text[:start].strip()) and line.text[:start].strip()[-1] in SIGNS
    letter = (
        speaker is None and bracket not in "（(" and (signs or not alone) and is_letter(bare_label(label))
    )
    if letter and not _SAID_OF.match(text, close + 1):
        speaker = Speaker(
            "", "", "member"
        )  # ■［手紙］…; a letter's title stands alone too, but bears no sign
    sure = speaker is not None or signed is not None
    # 〔議場閉鎖〕: in this bracket, alone on a line, stands what happens rather than a name.
    if speaker is None and (signed or (bracket in "【［[〔＜《〈≪" and not (bracket == "〔" and alone))):
        press = re.fullmatch(PRESS, label) is not None
        speaker = Speaker(squeeze(label), "", "member") if press else parse_name(label)
        sure = sure or press
    if speaker is None:
        return None
    printed = says_side(bare_label(label))
    numbers = numbers_of(label, is_asking(bare_label(label))) if printed else ()
    dated = _DATED.match(text, close + 1) if printed else None
    noted = dated or (_NOTED.match(text, close + 1) if speaker.office and not printed else None)
    end = noted.end() if noted else close + 1
    mark = mark_at(index, line, "tag:" + bracket, start + 1, end, speaker, sure)
    return replace(
        (with_name(mark, line) if printed else None) or mark,
        label=label,
        numbers=numbers,
    )


_SAID_OF = re.compile(r"を|(?:は|に|で|が|と|の|へ|から|として)(?:[^ぁ-ん]|いただ|よせ|ついて|よる|より)")
"""「町長への手紙」を通じて…: words about the letters, which begin a sentence of the page."""
_KINDS = frozenset("公務 事務 研究 乗務 警備 作業 支援 客室 司令 審議 選考 運営 臨時 正規 組合".split())
"""Words before 員 that are nobody's name."""


def _lost_title(label: str) -> Speaker | None:
    """（阿部員）　…: a member in a text that lost some of its letters (委)."""
    name = label.removesuffix("員")
    known = name == label or len(name) < 2 or name in _KINDS or not is_name(name)
    return None if known else Speaker(name, "員", "member")


_DATED = re.compile(
    r"[\s\u3000]*(?:[0-9０-９]{1,4}年)?[0-9０-９]{1,2}月[0-9０-９]{1,2}日[\s\u3000]*(?:受付|受理|回答|提出|到着)?$"
)
"""【回答】5月25日回答: the day behind the side."""
_NOTED = re.compile(
    r"[（(][^（()）。、：:]{0,10}(?:報告|説明|理由|答弁|質問|質疑|討論|朗読|挨拶|あいさつ)[）)](?=[\s\u3000]|$)"
)
"""「町長」（提案理由）: what he has the floor for, with the words below or behind a blank."""
_SIDED = re.compile(r"(?:[：:]|[\s\u3000]+)[^：:\s\u3000]{2,24}$")


def _with_office(label: str) -> Speaker | None:
    """（回答：総合政策部）, 【質問：３番】: the side, and behind a colon who it is."""
    behind = _SIDED.search(label)
    if behind and (group := squeeze(label[: behind.start()])) in GROUPS:
        name = squeeze(behind.group().strip("：: \u3000\t"))
        return Speaker(name, group, side_of(group)) if is_name(name) else None  # ［事務局：工藤］
    side = bare_label(label[: behind.start()].strip()) if behind else ""
    if behind is None:
        return None
    words = behind.group().strip("：: \u3000\t")
    if behind.group()[0] in "：:" and re.fullmatch(PRESS, words):
        name = squeeze(label[: behind.start()])  # （吉田：青葉新聞）
        return Speaker(name, words, "member") if is_name(name) and opens_with_surname(name) else None
    if not says_side(side):
        return _with_rest(label[: behind.start()], words) if behind.group()[0] in "：:" else None
    person = parse_label(words) or (Speaker("", squeeze(words)) if is_department(squeeze(words)) else None)
    if person is None:
        return None
    return Speaker(person.name, person.office, "member" if is_asking(side) else "executive")


def _with_rest(label: str, rest: str) -> Speaker | None:
    """（委員長：石田）, （Ｃ委員：バス事業者）: an office, and behind the colon who holds it or whom he stands for."""
    person = parse_label(label)
    if person is None or not person.office:
        return None
    named = not person.name and is_name(rest) and opens_with_surname(rest)
    return replace(person, name=rest) if named else person if person.name else None


def with_name(mark: Mark, line: Line) -> Mark | None:
    """The mark of 問 or 答 with the speaker who is named behind it: 問　山田委員　…, 【答弁】（総務部長）."""
    behind = mark.body - line.start
    holder = _OFFICE_AND_NAME.match(line.text[behind:].rstrip("*_ "))
    if (
        holder
        and ENDS_LIKE_OFFICE.search(holder[1])
        and (inner := parse_label(holder[0].strip("：: \u3000")))
    ):
        return _named(mark, line, behind, behind + holder.end(), inner)
    named = _NAMED.match(line.text[behind:].rstrip("*_ "))
    inner = parse_label(named[1]) if named and ENDS_LIKE_OFFICE.search(named[1]) else None
    if named and (member := _MEMBER_OF.match(named[1])) and is_name(member[1]):
        inner = Speaker(member[1], member[2], "member")
    if named is None or inner is None or not inner.office:
        return None
    return _named(mark, line, behind + named.start(1), behind + named.end(), inner, named[1])


def _named(mark: Mark, line: Line, start: int, end: int, who: Speaker, label: str = "") -> Mark:
    """The mark with the person behind it, who stands in `[start, end)` of the line, on the side that the mark says."""
    speaker = Speaker(who.name, who.office, mark.speaker.side)
    found = mark_at(mark.line, line, mark.style, start, end, speaker, mark.sure)
    return replace(found, label=label or line.text[start:end].strip("：: \u3000"))


def numbers_of(label: str, asking: bool = False) -> tuple[int, ...]:
    """The numbers of a label: 答弁1・2 → 1, 2; 回答1～3 → 1, 2, 3; 質問3-1 → 3001, the first one under 3.

    回答1-2 may be either; both are given, and those count that questions bear.
    """
    values: list[int] = []
    for piece in re.split(r"[、,，・･]", label):
        found = [ordinal(number) for number in _NUMBER.findall(piece)]
        if len(found) != 2:
            values += found
            continue
        first, second = found
        if not asking and first < second <= first + RANGE_MAX:
            values += range(first, second + 1)
        if not re.search(r"[~〜～]", piece):
            values.append(first * UNDER + second)
    return tuple(values)


_SPELLED = re.compile(
    r"(?:再々?|第[0-9０-９]回)?([^。、]{0,20}?)の?(?:質問|質疑|答弁|回答)(?:[（(]([^（()）]{2,20})[）)])?[：:]?"
)
"""A4-②.市民協働部長答弁, Q5.質問: the side once more in words, with the office, and nothing else on the line."""


_FLOOR = re.compile(rf"[【〔［\[＜<〈《]{KIND_OF_SPEECH}[】〕］\]＞>〉》][\s\u3000：:]*")


def with_the_floor(index: int, line: Line, start: int) -> Mark | None:
    """The mark of one who is named behind what he has the floor for, in a record of 【問】 and 【答】; None where nobody is."""
    match = _FLOOR.match(line.text, start)
    if match is None:
        return None
    mark = mark_at(index, line, "qa", start, match.end(), Speaker("", "", "executive"), True)
    named = with_name(mark, line)
    side = side_of(named.speaker.office) if named else "other"
    return replace(named, speaker=replace(named.speaker, side=side)) if named and side != "other" else None


_WHO = re.compile(r"[（(][^（()）。、，,：:]{1,20}(?:[員長事監幹]|[課室部局])[）)](?:$|[\s\u3000：:])")
"""Q1（大野委員）, A1（住宅課長）: who speaks, right behind the number."""
_GLUED = re.compile(r"(?!判|版|型|サイズ|用紙|コープ)[ぁ-んァ-ヶ一-鿿]")
"""A1ごみの分け方は…: words right behind the number, in a record whose other labels stand apart."""


def asked(index: int, line: Line, start: int) -> Mark | None:
    """問 and 答, Q and A: the word must stand apart from what follows. 意見 and 要望 without a bracket are not sure.

    Nor is C:, a comment of those who ask.
    """
    text = line.text[start:]
    match = _QA.match(text)
    if not match or _SPREAD_WORD.fullmatch(text):
        return None
    emphasis = line.text[max(0, start - 2) : start]
    closed = bool(match["open"]) and match["close"] == {**OPENING}.get(match["open"], "")
    bold = bool(match["bold"]) and match["bold"] == emphasis
    number, end = match["number"], match.end()
    halved = not match["open"] and match["close"] in tuple("）)")  # 問）…
    apart = closed or bold or halved or bool(match["gap"]) or end == len(text)
    apart = apart or (len(match["word"]) == 1 and text[end] in "「『")  # 問「ごみ袋の券」は…
    if not apart and number[:1] in tuple(" \u3000\t"):
        number, end, apart = "", match.start("number") + 1, True  # 答　６８％である
    glued = not apart and bool(number) and match["word"] in "QＱAＡ" and _GLUED.match(text, end) is not None
    named = bool(number) and not apart and _WHO.match(text, end) is not None
    if bool(match["open"]) != closed or not (apart or glued or named):
        return None
    if match["word"] in "QＱAＡ" and not (
        closed or bold or match["gap"] or end == len(text) or glued or named
    ):
        return None
    comment = match["word"] in "CＣ"
    if comment and not re.search("[：:]", match["gap"]):
        return None
    sure = closed and match["open"] not in "「" if match["word"] in ("要望", "意見") else not comment
    asking = comment or is_asking(match["word"]) or match["word"] == "質問者"
    side: Side = "member" if asking else "executive"
    sure = (sure or bold) and not glued
    mark = mark_at(index, line, "qa", start, start + end, Speaker("", "", side), sure)
    mark = with_name(mark, line) or mark
    if mark.speaker.name and mark.body >= line.end:
        mark = replace(mark, sure=True)  # 要望　沖委員, alone on its line
    spelled = _SPELLED.fullmatch(line.text, start + end) if number else None
    words = spelled and (spelled[1] or spelled[2])
    person = parse_label(words) if words else None
    if spelled and (person or not words):
        speaker = Speaker(person.name, person.office, side) if person else mark.speaker
        mark = replace(mark, speaker=speaker, body=line.end)
    return replace(mark, label=match["word"], numbers=numbers_of(number, asking))


_POINT_NAMED = re.compile(
    r"[\s\u3000]*(?:[（(【〔［\[]([^（()）【】〔〕［］\[\]。、]{2,24})[）)】〕］\]][\s\u3000：:]*|([^\s\u3000（()）「」。、：:]{2,20})(?:[：:][\s\u3000]*|[\s\u3000]+))(?=\S)"
)


def named_point(index: int, line: Line, start: int, side: Side) -> Mark:
    """A point of a digest (`・…`, `→…`) with the speaker who is named behind its sign: `→（環境課長）…`, `・佐久間委員：…`."""
    named = _POINT_NAMED.match(line.text, start)
    speaker = parse_label(named[1] or named[2]) if named else None
    if named is None or speaker is None or not speaker.office:
        return mark_at(index, line, "arrow", 0, start, Speaker("", "", side))
    told = speaker.side in ("member", "executive", "secretariat")
    speaker = Speaker(speaker.name, speaker.office, speaker.side if told else side)
    return mark_at(index, line, "arrow", start, named.end(), speaker)
