"""Speaker labels without brackets: the words of which an office, a seat and a name are put together.

`塩田　委員長`, `６番　山田太郎議員`, `総務課長鈴木君`, `委員Ｂ`; see `ingest.people.speakers` for labels in full.
"""

from __future__ import annotations

import re

from corpus.patterns import any_of
from corpus.types import Speaker
from ingest.people.departments import is_department
from ingest.people.gluednames import split_glued
from ingest.people.names import is_full_name, is_name, is_person, is_surname
from ingest.people.offices import is_house, is_office, is_title, side_of

GROUPS = frozenset(["事務局", "執行部", "当局", "理事者", "説明員", "行政", "担当課", "説明者"])
"""Those who answer, taken together; a person in brackets after it has an office of his own."""

_TITLE = re.compile(r"(?:議員|委員|君|くん|さん|氏|様|先生)$")
HONORIFIC = re.compile(r"(?:君|くん|さん|氏|様)$")
SEAT = re.compile(r"^(?:議席)?(?:番号)?[\d一二三四五六七八九十百]{1,4}番")
SEAT_ALONE = re.compile(r"^(?:議席)?[\d一二三四五六七八九十百]{1,4}番(?:議員|委員)?$")
_ANONYMOUS = re.compile(
    r"^([A-ZＡ-Ｚ○〇◯●△▲▽▼◇◆□■×＊*]{1,3}\d{0,2}|[\d①-⒇]{1,3})(専門委員|委員|議員|構成員|職員|氏|課長|さん|副?(?:部会長|会長|委員長|座長))$"
)
_LETTERED = re.compile(
    r"^("
    + any_of(
        # 「委員Ａ」「傍聴者１」
        *r"委員 議員 構成員 参加者 出席者 来場者 保護者 生徒 学生 高校生 中学生 大学生 児童 会員 市民 区民 町民 村民 県民 住民".split(),
        *r"質問者 発言者 傍聴者 公述人 陳述人 参考人 仕分け?人 判定人 評価者 モニター 記者 請求人 申立人".split(),
    )
    + r")([A-ZＡ-Ｚ○〇◯●\d①-⒇]{1,2})$"
)


def without_title(text: str) -> str:
    """山田太郎議員 without 議員, 君, さん …; a title alone stays."""
    while (shorter := _TITLE.sub("", text)) != text and shorter:
        text = shorter
    return text


def from_words(tokens: list[str], roster: tuple[str, ...]) -> Speaker | None:
    """`塩田　委員長`, `議長　山田　太郎君`, `６番　山田太郎議員`, `植竹　貴副区長`."""
    if SEAT_ALONE.match(tokens[0]):
        return _seated(tokens)
    if len(tokens) == 2 and (one := _of_two(tokens[0], tokens[1], roster)):
        return one
    if len(tokens) > 2 and tokens[-1] == "議員" and PARTY.fullmatch(tokens[0]):
        tokens = tokens[1:]  # みらいの会　沢口　健　議員
    if len(tokens) > 2 and tokens[0] in GROUPS and (one := from_words(tokens[1:], roster)) and one.office:
        return Speaker(one.name, one.office, side_of(tokens[0]))  # 事務局　企画課長　沢口美雪
    cuts = [("".join(tokens[:cut]), "".join(tokens[cut:])) for cut in range(1, len(tokens))]
    for head, tail in reversed(cuts):
        if is_office(tail) and not is_office(head) and is_name(head):
            return _name_and_office(head, tail, roster)
    spread = all(len(token) == 1 for token in tokens)  # 事 務 局 長 芹 沢 久 美
    for head, tail in reversed(cuts[:-1]) if spread else cuts:
        if is_office(head) and is_name(without_title(tail)):
            return Speaker(without_title(tail), head, side_of(head))
    return None


def _seated(tokens: list[str]) -> Speaker | None:
    """`６番　山田太郎議員`: by the number of the seat."""
    rest = "".join(tokens[1:])
    name = without_title(rest)
    office = tokens[0] + ("議員" if rest.endswith("議員") and not tokens[0].endswith("員") else "")
    return Speaker(name, office, "member") if is_name(name) else None


_DEPARTMENT = re.compile(r"(?:局|部|課|室|係|担当|協議会|連合会|自治会)$")


def _of_two(first: str, second: str, roster: tuple[str, ...]) -> Speaker | None:
    """A department, a body or a house, and who speaks for it."""
    if _DEPARTMENT.search(first) and (own := split_glued(second, roster)) and not _is_full(first, own[1]):
        if first in GROUPS:
            return Speaker(own[0], own[1], side_of(first))  # 事務局　沖課長
        return Speaker(own[0], first + own[1], side_of(own[1]))  # 水道課　大木係長
    if first.endswith("会") and not is_office(first):
        own = split_glued(second, roster)
        if own and own[1]:
            return Speaker(own[0], first + own[1], side_of(own[1]))  # 東区協議会　金指会長
    if is_house(first) and is_office(second):
        return Speaker("", first + second, side_of(second))  # 図書館　主査
    return None


def _name_and_office(head: str, tail: str, roster: tuple[str, ...]) -> Speaker:
    """A name and the office behind it (塩田　委員長), which may begin with the given name (植竹　貴副区長)."""
    glued = split_glued(tail, roster)
    surname = len(head) <= 3 or is_surname(head)
    placed = tail.startswith("副") or _PLACED.search(tail) is not None
    if glued and len(glued[0]) <= 3 and surname and not placed and not glued[1].startswith("対策"):
        return Speaker(head + glued[0], glued[1], side_of(glued[1]))
    return Speaker(head, tail, side_of(tail))  # 茂木　雪対策室長: against what, the office itself says


def _is_full(surname: str, office: str) -> bool:
    """Whether 阿部　誠君, 阿部　誠議員 name one person: no department is called so, nor does one have members (南部　誠議員)."""
    return is_surname(surname) and (office in ("", "議員", "委員") or not is_department(surname))


_PLACED = re.compile(r"支所|出張所|センター|病院|学校|保健所|公民館|図書館")
"""砧総合支所長: what stands before such a house is where it is, not somebody's given name."""
PARTY = re.compile(r"\S{2,12}(?<!委員)(?:会|党|クラブ|フォーラム|ネット|ネットワーク|維新)|無所属")
_TOGETHER = frozenset(
    ["一同", "出席者一同", "全員", "委員全員", "全委員", "各委員", "委員一同", "議員全員", "全議員"]
)


_NOBODY = frozenset(["姫君", "奥様", "奥さん", "神様", "王様", "何様"])
"""Words that end as a person of one letter (林君, 沖さん) does."""


def from_word(word: str, roster: tuple[str, ...]) -> Speaker | None:
    """`総務課長鈴木君`, `３番山田議員`, `Ａ委員`, `情報管理課長`: one word; None where it is no speaker's."""
    if word in _TOGETHER:
        return Speaker("", word, "member")
    lettered = _LETTERED.match(word)
    if lettered:
        return Speaker(lettered[2], lettered[1], side_of(lettered[1]))
    anonymous = _ANONYMOUS.match(word)
    if anonymous:
        office = "" if anonymous[2] in ("氏", "さん") else anonymous[2]
        return Speaker(anonymous[1], office, side_of(office))
    seat = SEAT.match(word)
    if seat and seat.end() < len(word):
        rest = word[seat.end() :]
        name = without_title(rest)
        office = seat.group() + ("議員" if rest.endswith("議員") else "")
        return Speaker(name, office, "member") if is_name(name) and rest != name else None
    if HONORIFIC.search(word) and not is_office(word):
        name = without_title(word)
        for cut in range(len(name) - 2, 1, -1):  # 総務課長鈴木君
            if (
                (is_title(name[:cut]) or name[:cut] in GROUPS)
                and is_name(name[cut:])
                and len(name) - cut <= 6
            ):
                return Speaker(name[cut:], name[:cut], side_of(name[:cut]))
        known = len(name) >= 2 or (is_surname(name) and word not in _NOBODY)
        named = is_name(name) or (len(name) > 1 and is_surname(name))  # 南部君: no department is addressed so
        return Speaker(name, "", "other") if named and known else None
    glued = split_glued(word, roster)
    if glued:
        return Speaker(glued[0], glued[1], side_of(glued[1]))
    if whole := _office_and_full_name(word):
        return whole
    return Speaker("", word, side_of(word)) if is_office(word) else None


def _office_and_full_name(word: str) -> Speaker | None:
    """`委員長川辺直人`: nothing but the dictionary tells where the office ends and a whole name begins."""
    for end in range(min(len(word) - 3, 14), 1, -1):
        person = word[end:]
        if (
            word[end - 1] in "長員事幹監"
            and is_title(word[:end])
            and is_person(person)
            and is_full_name(person)
        ):
            return Speaker(person, word[:end], side_of(word[:end]))
    return None
