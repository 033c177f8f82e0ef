"""Speaker labels: `議長（氏名君）`, `（氏名議長）`, `２２番（氏名議員）`, `氏名委員長`, `情報管理課長` … → name and office.

A label is what stands where the speaker is announced, without the mark before it and the words after it. Its spellings
differ from council to council; what is common to them is that an office (役職) or a title (君, 議員) stands in it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from corpus.types import Side, Speaker
from ingest.names import is_name, split_glued
from ingest.normalize import squeeze
from ingest.offices import (
    base_of,
    is_department,
    is_house,
    is_office,
    is_presiding,
    is_spread_office,
    is_title,
    side_of,
)
from ingest.sidewords import is_answering, is_asking, says_side, without_code

ROW_MIN = 3
"""People on one line from which it is a roster's."""
LABEL_MAX = 64
"""Longest label: a double office with a name in brackets."""
GROUPS = frozenset(["事務局", "執行部", "当局", "理事者", "説明員", "行政", "担当課", "説明者"])
"""Those who answer, taken together; a person in brackets after it has an office of his own."""

_SECTIONS = re.compile(r"^[一-鿿]{2,6}(?:・[一-鿿]{2,6})+$")
"""（看護・人材）: what an officer is in charge of; a dot in a name stands between kana."""
_GROUPED = re.compile(r"^([^・／/]{2,4})[・／/]([^・／/]{1,8})$")
"""事務局・高野: the group that answers, and who of it."""
_AFFILIATION = re.compile(
    r"(?:会|社|協会|大学|学校|組合|団体|連合|連盟|法人|クラブ|センター|[省庁署局長授])$"
)
"""（飛島村区長会）: whom a member of a board stands for."""
_SUFFIX_NOTE = re.compile(
    r"[（(](?:初|再|再々|再[々再]?(?:質問|質疑|答弁|回答)|続き?|つづき|登壇(?:して)?|(?:自席|質問者?席|発言席|演壇)(?:から|へ|にて|で|より)?|[0-9０-９①-⑳]{1,2}(?:回目)?|代理|リモート|オンライン)[）)]$|(?<=議員)[（(](?:無所属|[^（()）]{0,14}[会団党派]|[^（()）]{0,14}(?:クラブ|フォーラム|ネット|維新))[）)]$"
)
_SUFFIX_SIDE = re.compile(
    r"(?<=[員長事監幹])再?(?:質疑|質問|答弁)$|(?<=事務局)(?:説明|回答)$|(?<=担当課)(?:説明|回答)$"
)
"""３番　山田太郎議員質疑, 総務課長答弁, 事務局説明: what the words below are."""
_PAREN = re.compile(r"^([^（()）]*)[（(]([^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)?)[）)]$")
_DOUBLED = re.compile(r"[・･]?[（(]兼[）)]")
"""財政部長・(兼)会計管理者: a second office, in brackets that hold no name."""
_TITLE = re.compile(r"(?:議員|委員|君|くん|さん|氏|様|先生)$")
_HONORIFIC = re.compile(r"(?:君|くん|さん|氏|様)$")
_SEAT = re.compile(r"^(?:議席)?(?:番号)?[0-9０-９一二三四五六七八九十百]{1,4}番")
_SEAT_WHOLE = re.compile(r"^(?:議席)?[0-9０-９一二三四五六七八九十百]{1,4}番(?:議員|委員)?$")
_ANONYMOUS = re.compile(
    r"^([A-ZＡ-Ｚ○〇◯●△▲▽▼◇◆□■×＊*]{1,3}[0-9０-９]{0,2}|[0-9０-９①-⑳]{1,3})(専門委員|委員|議員|構成員|職員|氏|課長|さん|副?(?:部会長|会長|委員長|座長))$"
)
_LETTERED = re.compile(
    r"^(委員|議員|構成員|参加者|市民|町民|村民|住民|質問者|発言者|傍聴者)([A-ZＡ-Ｚ○〇◯●0-9０-９①-⑳]{1,2})$"
)
_OUTSIDE = re.compile(r"^番外(?:[0-9０-９一二三四五六七八九十]+番?)?")
_SAME_NAME = re.compile(r"^([^（()）]{1,8})[（(]([^（()）]{1,4})[）)](.+)$")


_HELD = re.compile(r"^(?:副?(?:会長|委員長|議長|座長|市長|町長|村長)|教育長)(?=[^\s（(]{2,6}$)")
_STAGE = re.compile(
    r"^(?:開会|閉会|挨拶|報告|議事|協議|審議|その他|質疑|採決)(?=(?:議長|会長|委員長|座長|教育長|事務局長?|[市町村区]長|[0-9０-９]{1,2}番)$)"
)
"""開　会　会　長: the part of the meeting in a column of its own, before who speaks."""


def _strip_title(text: str) -> str:
    while (shorter := _TITLE.sub("", text)) != text and shorter:
        text = shorter
    return text


def _from_paren(before: str, inside: str, roster: tuple[str, ...]) -> Speaker | None:
    if not before:
        return parse_label(inside, roster) if "（" not in inside and "(" not in inside else None
    if says_side(before):
        inner = parse_label(inside, roster)
        side: Side = "member" if is_asking(before) else "executive"
        return Speaker(inner.name, inner.office, side) if inner else Speaker("", "", side)
    inside = re.sub(r"[（(].*$", "", inside)
    if before in ("議員", "委員") and (seat := _SEAT.match(inside)) and seat.end() < len(inside):
        name = _strip_title(inside[seat.end() :])  # 議員（８番　山田太郎君）
        return Speaker(name, seat.group() + before, "member") if is_name(name) else None
    if before.startswith("番外"):
        before = _OUTSIDE.sub("", before)
        if not before:
            return parse_label(inside, roster)
    if inside.endswith(("兼務", "取扱", "代理", "兼任")):
        return parse_label(before, roster)
    if _SEAT_WHOLE.match(before):
        if inside in ("議員", "委員"):  # ６番（議員）: the seat alone
            return Speaker("", before + ("" if before.endswith("員") else inside), "member")
        office = before + ("議員" if inside.endswith("議員") and not before.endswith("員") else "")
        name = _strip_title(inside)
        return Speaker(name, office, "member") if is_name(name) else None
    name = _strip_title(inside)
    base = base_of(before)
    if base and inside.endswith(base) and is_name(inside.removesuffix(base)) and is_office(before):
        return Speaker(inside.removesuffix(base), before, side_of(before))  # 町長（若狭町長）
    if besides := _HELD.match(name):
        name = name[besides.end() :]  # 議長（会長　西野）: the office held besides, before the name
    section = is_department(inside) or _SECTIONS.match(inside) is not None
    own = split_glued(before, roster) if before.endswith(("議員", "委員", "会長", "座長")) else None
    if own and own[0] and name.startswith(own[0]) and is_name(name):
        before = own[1]  # 谷口議員（谷口貴）
    elif own and own[0] and not is_presiding(inside):
        whole = len(own[0]) > 2 and not is_office(
            inside
        )  # 服部正子議員（みらいの会）: the name is there already
        if whole or _AFFILIATION.search(inside):
            return Speaker(own[0], own[1], side_of(own[1]))  # 服部委員（区長会）, 久野会長（村長）
    if is_office(before) and not is_office(inside) and is_name(name) and not section:
        return Speaker(name, before, side_of(before))
    if is_office(inside):
        if is_name(_strip_title(before)) and not is_office(before):
            return Speaker(_strip_title(before), inside, side_of(inside))
        glued = split_glued(before, roster) if is_office(before) else None
        if glued and inside.endswith("担当"):
            return Speaker(glued[0], f"{glued[1]}（{inside}）", side_of(glued[1]))  # 松永副参事（計画担当）
        if glued:  # 佐伯委員（会長）: the office held in the meeting is in brackets; 栗山総務課長（事務局）: the group
            return Speaker(glued[0], glued[1] if inside in GROUPS else inside, side_of(inside))
        held = split_glued(inside, roster)
        if before in GROUPS:  # 事務局（佐々木経営企画課長）: the person's own office says more
            return Speaker(held[0] if held else "", held[1] if held else inside, side_of(before))
        if is_office(before) and held:  # 議長（山田副議長)
            return Speaker(held[0], before, side_of(before))
        if is_office(before) and not inside.endswith("担当"):
            return Speaker("", before, side_of(before))
    if is_office(before) and (section or inside.endswith(("係", "担当", "グループ", "課", "部", "局", "室"))):
        return Speaker("", before + "（" + inside + "）", side_of(before))
    if _HONORIFIC.search(inside) and is_name(name) and len(before) <= 30 and not re.search(r"[。、]", before):
        return Speaker(name, before, side_of(before))
    return None


@lru_cache(maxsize=65536)
def parse_label(label: str, roster: tuple[str, ...] = ()) -> Speaker | None:
    """The speaker that a label names, or None where the label is no speaker's.

    `roster` holds the squeezed names of those who attend; it settles where a name ends and a department begins.
    """
    if not label or len(label) > LABEL_MAX:
        return None
    text = _SUFFIX_SIDE.sub("", without_note(label.strip(" \t\u3000：:・･")))
    tokens = [token for token in text.split() if token]
    if len(tokens) > 1 and _OUTSIDE.fullmatch(tokens[0]):
        tokens = tokens[1:]  # 番外　三河町長: not of the members' seats
    if len(tokens) == 2 and tokens[0].isdecimal() and not _SEAT.match(tokens[1]):
        person = parse_label(tokens[1], roster)  # 2 前田哲也委員長: the page counts the speeches
        if person and person.name and person.office:
            return person
    if not tokens or (len(tokens) > ROW_MIN and sum(map(is_title, tokens)) >= ROW_MIN):
        return None  # 事務局　梶谷課長　橋本主幹　井上主査: a row of a roster
    whole = _STAGE.sub("", "".join(tokens))
    tokens = tokens if len(whole) == sum(map(len, tokens)) else [whole]
    role = re.sub(r"[0-9０-９①-⑳.．\-－・,、]+$", "", without_code(whole))
    if is_asking(role):
        return Speaker("", "", "member")
    if is_answering(role):
        return Speaker("", "", "executive")
    if _SEAT_WHOLE.match(whole):
        return Speaker("", whole, "member")
    if doubled := _DOUBLED.search(whole):
        found = parse_label(whole.replace(doubled[0], "兼", 1), roster)
        return replace(found, office=found.office.replace("兼", doubled[0], 1)) if found else None
    paren = _PAREN.match(whole)
    if paren:
        return _from_paren(paren[1], paren[2], roster)
    same = _SAME_NAME.match(whole)
    if same and is_office(same[3]) and is_name(same[1]):  # 鈴木（博）委員長: two of one surname
        return Speaker(f"{same[1]}（{same[2]}）", same[3], side_of(same[3]))
    grouped = _GROUPED.match(whole)
    if grouped and grouped[1] in GROUPS and is_name(grouped[2]) and not is_office(grouped[2]):
        return Speaker(grouped[2], grouped[1], side_of(grouped[1]))
    if len(tokens) > 1:
        if is_spread_office(whole):
            return Speaker("", whole, side_of(whole))
        if all(len(token) == 1 for token in tokens) and (glued := _from_word(whole, roster)):
            return glued
        found = _from_tokens(tokens, roster)
        if found:
            return found
    found = _from_word(whole, roster)
    if found and not found.name and (second := whole.find("兼")) > 0 and is_office(whole[:second]):
        first = _from_word(
            whole[:second], roster
        )  # 奥建設水道課長兼処理場長: the name before the first of two offices
        if first and first.name:
            return replace(first, office=first.office + whole[second:])
    return found


def _from_tokens(tokens: list[str], roster: tuple[str, ...]) -> Speaker | None:
    """`塩田　委員長`, `議長　山田　太郎君`, `６番　山田太郎議員`, `植竹　貴副区長`."""
    if _SEAT_WHOLE.match(tokens[0]):
        rest = "".join(tokens[1:])
        name = _strip_title(rest)
        office = tokens[0] + ("議員" if rest.endswith("議員") and not tokens[0].endswith("員") else "")
        return Speaker(name, office, "member") if is_name(name) else None
    if (
        len(tokens) == 2
        and re.search(r"(?:局|部|課|室|係|担当|協議会|連合会|自治会)$", tokens[0])
        and (own := split_glued(tokens[1], roster))
    ):
        return Speaker(own[0], tokens[0] + own[1], side_of(own[1]))  # 水道課　大木係長
    if len(tokens) == 2 and tokens[0].endswith("会") and not is_office(tokens[0]):
        own = split_glued(tokens[1], roster)
        if own and own[1]:
            return Speaker(own[0], tokens[0] + own[1], side_of(own[1]))  # 東区協議会　金指会長
    if len(tokens) == 2 and is_house(tokens[0]) and is_office(tokens[1]):
        return Speaker("", "".join(tokens), side_of(tokens[1]))  # 図書館　主査
    cuts = [("".join(tokens[:cut]), "".join(tokens[cut:])) for cut in range(1, len(tokens))]
    for head, tail in reversed(cuts):
        if is_office(tail) and not is_office(head) and is_name(head):
            glued = split_glued(tail, roster)  # 植竹　貴副区長
            placed = tail.startswith("副") or _PLACED.search(tail) is not None
            if glued and len(glued[0]) <= 3 and len(head) <= 3 and not placed:
                return Speaker(head + glued[0], glued[1], side_of(glued[1]))
            return Speaker(head, tail, side_of(tail))
    spread = all(len(token) == 1 for token in tokens)  # 事 務 局 長 芹 沢 久 美
    for head, tail in reversed(cuts[:-1]) if spread else cuts:
        if is_office(head) and is_name(_strip_title(tail)):
            return Speaker(_strip_title(tail), head, side_of(head))
    return None


_PLACED = re.compile(r"支所|出張所|センター|病院|学校|保健所|公民館|図書館")
"""砧総合支所長: what stands before such a house is where it is, not somebody's given name."""
_TOGETHER = frozenset(["全員", "委員全員", "全委員", "各委員", "委員一同", "議員全員", "全議員"])


def _from_word(word: str, roster: tuple[str, ...]) -> Speaker | None:
    if word in _TOGETHER:
        return Speaker("", word, "member")
    lettered = _LETTERED.match(word)
    if lettered:
        return Speaker(lettered[2], lettered[1], side_of(lettered[1]))
    anonymous = _ANONYMOUS.match(word)
    if anonymous:
        office = "" if anonymous[2] in ("氏", "さん") else anonymous[2]
        return Speaker(anonymous[1], office, side_of(office))
    seat = _SEAT.match(word)
    if seat and seat.end() < len(word):
        rest = word[seat.end() :]
        name = _strip_title(rest)
        office = seat.group() + ("議員" if rest.endswith("議員") else "")
        return Speaker(name, office, "member") if is_name(name) and rest != name else None
    if _HONORIFIC.search(word) and not is_office(word):
        name = _strip_title(word)
        for cut in range(len(name) - 2, 1, -1):  # 総務課長鈴木君
            if (
                (is_title(name[:cut]) or name[:cut] in GROUPS)
                and is_name(name[cut:])
                and len(name) - cut <= 6
            ):
                return Speaker(name[cut:], name[:cut], side_of(name[:cut]))
        return Speaker(name, "", "other") if is_name(name) and len(name) >= 2 else None
    glued = split_glued(word, roster)
    if glued:
        return Speaker(glued[0], glued[1], side_of(glued[1]))
    return Speaker("", word, side_of(word)) if is_office(word) else None


def without_note(label: str) -> str:
    """若松（再） without what says which time the speaker has the floor."""
    while (shorter := _SUFFIX_NOTE.sub("", label)) != label:
        label = shorter
    return label


def has_note(label: str) -> bool:
    """中田議員（質問者席へ）: what stands in the bracket is no name."""
    return _SUFFIX_NOTE.search(label) is not None


def is_lettered(label: str) -> bool:
    """委員Ｂ, 市民３: a member by letter or number, complete as it stands."""
    return _LETTERED.match(squeeze(label)) is not None


def parse_name(label: str, roster: tuple[str, ...] = ()) -> Speaker | None:
    """As `parse_label`, and a bare name is taken too: for places that can hold nothing but a speaker."""
    found = parse_label(label, roster)
    if found:
        return found
    name = squeeze(without_note(label.strip(" \t\u3000：:")))
    return Speaker(name, "", "other") if is_name(name) else None
