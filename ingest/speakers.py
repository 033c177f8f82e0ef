"""Speaker labels: `議長（氏名君）`, `（氏名議長）`, `２２番（氏名議員）`, `氏名委員長`, `情報管理課長` … → name and office.

A label is what stands where the speaker is announced, without the mark before it and the words after it. Its spellings
differ from council to council; what is common to them is that an office (役職) or a title (君, 議員) stands in it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from corpus.types import Side, Speaker
from ingest.offices import (
    ORGAN_WORDS,
    base_of,
    is_department,
    is_office,
    is_title,
    name_before_department,
    side_of,
)

LABEL_MAX = 64
"""Longest label: a double office with a name in brackets."""
NAME_MAX = 12
"""Longest personal name, blanks squeezed (names of foreign origin in kana reach 11)."""

ASKING = frozenset(
    "問 質問 質疑 質問者 Q Ｑ ご質問 御質問 質 意見 ご意見 御意見 要望 質問・意見 意見・質問 主な質問 委員質問".split()
)
ANSWERING = frozenset(
    "答 回答 答弁 A Ａ ご回答 御回答 応答 市回答 市の回答 事務局回答 当局答弁 回答者 答弁者 町の回答 回答要旨".split()
)

PERSONAL = frozenset(
    "委員 議員 会長 委員長 座長 副会長 副委員長 副座長 議長 副議長 構成員 部会長 副部会長 分科会長 評議員 参考人 証人 公述人 書記 理事 リーダー".split()
)
"""Offices that nothing but a name (or a kind of member) stands before."""
WHOLE = PERSONAL | frozenset(
    "市長 町長 村長 区長 知事 副市長 副町長 副村長 副区長 副知事 教育長 副教育長 助役 事務局長".split()
)
OF_PLACE = frozenset("市長 町長 村長 区長 知事 副市長 副町長 副村長 副区長 副知事".split())
OF_DEPARTMENT = frozenset(
    "部長 局長 課長 室長 係長 所長 館長 園長 支所長 センター長 場長 署長 次長 参事 副参事 課長補佐 室長補佐 消防長".split()
)

_KANA_NAME = re.compile(r"^[ぁ-んァ-ンー]{2,8}$")
_BLANKS = re.compile(r"[\s\u3000]+")
_SUFFIX_NOTE = re.compile(
    r"[（(](?:初|再|再々|再質問|続き?|つづき|登壇|自席|[0-9０-９①-⑳]{1,2}(?:回目)?|代理|リモート|オンライン)[）)]$"
)
_PAREN = re.compile(r"^([^（()）]*)[（(]([^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)?)[）)]$")
_TITLE = re.compile(r"(?:議員|委員|君|くん|さん|氏|様|先生)$")
_HONORIFIC = re.compile(r"(?:君|くん|さん|氏|様)$")
_SEAT = re.compile(r"^(?:議席)?(?:番号)?[0-9０-９一二三四五六七八九十百]{1,4}番")
_SEAT_WHOLE = re.compile(r"^(?:議席)?[0-9０-９一二三四五六七八九十百]{1,4}番(?:議員|委員)?$")
_NAME = re.compile(
    r"^[\u3005-\u3007\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々ヶ・A-Za-zＡ-Ｚａ-ｚ.．○〇◯●×＊*]+$"
)
_NOT_NAME = re.compile(
    r"(?:出席|欠席|欠員|空席|不在|以上|^次に?$|本日|午前|午後|開会|閉会|休憩|議題|議案|日程|資料|全員|異議|賛成|反対|起立|挙手|なし|多数|少数|氏名|名簿|略|敬称"
    r"|令和|平成|昭和|について|です|ます|ました|それでは|ただいま|おはよう|はい|ありがとう|一同|議会|委員会|審議会|協議会|市議会|町議会)"
)
_ANONYMOUS = re.compile(r"^([A-ZＡ-Ｚ○〇◯●△×＊*0-9０-９①-⑳]{1,3})(委員|議員|構成員|職員|氏|課長|さん)$")
_LETTERED = re.compile(r"^(委員|議員|構成員|参加者|市民)([A-ZＡ-Ｚ○〇◯●0-9０-９①-⑳]{1,2})$")
_OUTSIDE = re.compile(r"^番外(?:[0-9０-９一二三四五六七八九十]+番?)?")
_SAME_NAME = re.compile(r"^([^（()）]{1,8})[（(]([^（()）]{1,4})[）)](.+)$")


def squeeze(text: str) -> str:
    """The text without blanks: names and offices are often letter-spaced (工　藤　秀　一)."""
    return _BLANKS.sub("", text)


def is_name(text: str) -> bool:
    """Whether a squeezed string can be a personal name (or an anonymous letter)."""
    return (
        0 < len(text) <= NAME_MAX
        and _NAME.match(text) is not None
        and not _NOT_NAME.search(text)
        and not re.fullmatch(r"[A-Za-zＡ-Ｚａ-ｚ]{2,}", text)
        and not is_title(text)
        and not is_department(text)
    )


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    """SudachiPy's tokenizer; loaded (0.15 s) only when a glued label with a department turns up."""
    from sudachipy import Dictionary

    dictionary = Dictionary(dict="core")
    return dictionary.tokenizer() if hasattr(dictionary, "tokenizer") else dictionary.create()


@lru_cache(maxsize=16384)
def split_glued(text: str, roster: tuple[str, ...] = ()) -> tuple[str, str] | None:
    """`荒井情報管理課長` → (荒井, 情報管理課長); None where no name can be told from the office.

    1. A name of the roster (attendees), or its surname, that the text opens with.
    2. Person before 委員, 議員, 会長 …: whatever is not a word for a kind of member.
    3. The dictionary's surnames and given names at the head, before the department.
    """
    for name in roster:
        for size in range(len(name), 0, -1):
            if (size >= 2 or len(name) == 1) and text.startswith(name[:size]) and is_office(text[size:]):
                return name[:size], text[size:]
    base = base_of(text)
    if not base or base == text:
        return None
    rest = text[: -len(base)]
    if base in ("君", "氏", "さん"):
        return (rest, "") if is_name(rest) else None
    if base in PERSONAL:
        return _split_member(rest, base)
    return _split_by_dictionary(rest, base)


def _split_member(rest: str, base: str) -> tuple[str, str] | None:
    """`久保洋子教育` + 委員 → (久保洋子, 教育委員): a name, then perhaps words for a kind of member."""
    name = rest
    while name:
        word = max(
            (w for w in ORGAN_WORDS if name.endswith(w) and (len(w) > 1 or name == w)), key=len, default=""
        )
        if not word:
            break
        name = name[: -len(word)]
    if not name or is_department(name) or not is_name(name):
        return None
    if name == rest or len(name) >= 2:
        return (name, rest[len(name) :] + base) if len(name) <= 6 or _KANA_NAME.match(name) else None
    return None


def _split_by_dictionary(rest: str, base: str) -> tuple[str, str] | None:
    if is_department(rest) or rest in ORGAN_WORDS:
        return None
    pieces = [(m.surface(), m.part_of_speech()) for m in _tokenizer().tokenize(rest)]
    place = pieces[0][1][2] == "地名" and len(pieces) == 1
    if base in WHOLE and len(rest) <= 6 and is_name(rest):
        return None if place and base in OF_PLACE else (rest, base)
    if base in OF_DEPARTMENT and len(rest) <= 2 and is_name(rest):
        return rest, base
    size = 0
    for index, (surface, pos) in enumerate(pieces):
        person = pos[1] == "固有名詞" and (pos[2] == "人名" or (index == 0 and pos[2] == "地名"))
        # A given name of one or two characters is often read as a common word or a prefix (貴, 一行).
        given = (
            size and index <= 2 and len(surface) <= 3 and not is_department(surface) and _given(surface, pos)
        )
        if not person and not given:
            break
        size += len(surface)
    if place and base in OF_DEPARTMENT:
        return None  # 椴法華支所長 is an office
    if not size or is_department(rest[:size]):
        name = name_before_department(rest)
        return (name, rest[len(name) :] + base) if name and is_name(name) else None
    name, office = rest[:size], rest[size:] + base
    return (name, office) if is_office(office) and is_name(name) else None


def _given(surface: str, pos: tuple[str, ...]) -> bool:
    if pos[0] == "接頭辞" and surface in ("副", "総", "各", "新", "前"):
        return False
    return (
        pos[0] in ("接頭辞", "動詞", "形容詞", "副詞")
        or (pos[1] == "固有名詞")
        or surface in ("一行", "正", "実", "学", "薫", "望")
    )


def _strip_title(text: str) -> str:
    while (shorter := _TITLE.sub("", text)) != text and shorter:
        text = shorter
    return text


def _from_paren(before: str, inside: str, roster: tuple[str, ...]) -> Speaker | None:
    if not before:
        return parse_label(inside, roster) if "（" not in inside and "(" not in inside else None
    if before in ASKING or before in ANSWERING:
        inner = parse_label(inside, roster)
        side: Side = "member" if before in ASKING else "executive"
        return Speaker(inner.name, inner.office, side) if inner else Speaker("", "", side)
    inside = re.sub(r"[（(].*$", "", inside)
    if before.startswith("番外"):
        before = _OUTSIDE.sub("", before)
        if not before:
            return parse_label(inside, roster)
    if inside.endswith(("兼務", "取扱", "代理", "兼任")):
        return parse_label(before, roster)
    if _SEAT_WHOLE.match(before):
        office = before + ("議員" if inside.endswith("議員") and not before.endswith("員") else "")
        name = _strip_title(inside)
        return Speaker(name, office, "member") if is_name(name) else None
    name = _strip_title(inside)
    if is_office(before) and not is_office(inside) and is_name(name):
        return Speaker(name, before, side_of(before))
    if is_office(inside):
        if is_name(_strip_title(before)) and not is_office(before):
            return Speaker(_strip_title(before), inside, side_of(inside))
        glued = split_glued(before, roster) if is_office(before) else None
        if glued:  # 金子委員（会長）: the office held in the meeting is the one in brackets
            return Speaker(glued[0], inside, side_of(inside))
        held = split_glued(inside, roster)
        if is_office(before) and held:  # 議長（山田副議長)
            return Speaker(held[0], before, side_of(before))
        if is_office(before):
            return Speaker("", before, side_of(before))
    if is_office(before) and inside.endswith(("係", "担当", "グループ", "課", "部", "局", "室")):
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
    text = label.strip(" \t\u3000：:・･")
    while (shorter := _SUFFIX_NOTE.sub("", text)) != text:
        text = shorter
    tokens = [token for token in _BLANKS.split(text) if token]
    if not tokens:
        return None
    whole = "".join(tokens)
    role = re.sub(r"[0-9０-９①-⑳.．\-－・,、]+$", "", whole)
    if role in ASKING:
        return Speaker("", "", "member")
    if role in ANSWERING:
        return Speaker("", "", "executive")
    if _SEAT_WHOLE.match(whole):
        return Speaker("", whole, "member")
    paren = _PAREN.match(whole)
    if paren:
        return _from_paren(paren[1], paren[2], roster)
    same = _SAME_NAME.match(whole)
    if same and is_office(same[3]) and is_name(same[1]):  # 鈴木（博）委員長: two of one surname
        return Speaker(f"{same[1]}（{same[2]}）", same[3], side_of(same[3]))
    if len(tokens) > 1:
        if all(len(token) == 1 for token in tokens) and (glued := _from_word(whole, roster)) and glued.name:
            return glued
        found = _from_tokens(tokens, roster)
        if found:
            return found
    return _from_word(whole, roster)


def _from_tokens(tokens: list[str], roster: tuple[str, ...]) -> Speaker | None:
    """`塩田　委員長`, `議長　山田　太郎君`, `６番　山田太郎議員`, `植竹　貴副区長`."""
    if _SEAT_WHOLE.match(tokens[0]):
        rest = "".join(tokens[1:])
        name = _strip_title(rest)
        office = tokens[0] + ("議員" if rest.endswith("議員") and not tokens[0].endswith("員") else "")
        return Speaker(name, office, "member") if is_name(name) else None
    if (
        len(tokens) == 2
        and re.search(r"(?:局|部|課|室|係|担当)$", tokens[0])
        and (own := split_glued(tokens[1], roster))
    ):
        return Speaker(own[0], tokens[0] + own[1], side_of(own[1]))  # 水道課　大木係長
    cuts = [("".join(tokens[:cut]), "".join(tokens[cut:])) for cut in range(1, len(tokens))]
    for head, tail in reversed(cuts):
        if is_office(tail) and not is_office(head) and is_name(head):
            glued = split_glued(tail, roster)  # 植竹　貴副区長
            if glued and len(glued[0]) <= 2 and not tail.startswith("副"):
                return Speaker(head + glued[0], glued[1], side_of(glued[1]))
            return Speaker(head, tail, side_of(tail))
    for head, tail in cuts:
        if is_office(head) and is_name(_strip_title(tail)):
            return Speaker(_strip_title(tail), head, side_of(head))
    return None


def _from_word(word: str, roster: tuple[str, ...]) -> Speaker | None:
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
            if is_title(name[:cut]) and is_name(name[cut:]) and len(name) - cut <= 6:
                return Speaker(name[cut:], name[:cut], side_of(name[:cut]))
        return Speaker(name, "", "other") if is_name(name) and len(name) >= 2 else None
    glued = split_glued(word, roster)
    if glued:
        return Speaker(glued[0], glued[1], side_of(glued[1]))
    return Speaker("", word, side_of(word)) if is_office(word) else None


def parse_name(label: str, roster: tuple[str, ...] = ()) -> Speaker | None:
    """As `parse_label`, and a bare name is taken too: for places that can hold nothing but a speaker."""
    found = parse_label(label, roster)
    if found:
        return found
    text = label.strip(" \t\u3000：:")
    while (shorter := _SUFFIX_NOTE.sub("", text)) != text:
        text = shorter
    name = squeeze(text)
    return Speaker(name, "", "other") if is_name(name) else None
