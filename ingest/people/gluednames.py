"""Where a name that is glued to an office ends (浜田情報管理課長 → 浜田, 情報管理課長)."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.register import register
from ingest.people.departments import is_department
from ingest.people.dictionarynames import MINISTRIES, heads_department, split_by_dictionary
from ingest.people.names import (
    BY_CALLING,
    PERSONAL,
    WHOLE,
    is_name,
    is_surname,
    words_of,
)
from ingest.people.offices import ORGAN_WORDS, base_of, is_office
from ingest.text.normalize import modern

_KANA_NAME = re.compile(
    r"^[ぁ-んァ-ンー]{2,8}$|^[ぁ-んー]{3,5}[一-鿿々]{2,3}$|^[一-鿿々]{1,3}[ァ-ヴー]{4,8}$"
)
"""A name in kana, or its surname (みつなか美由紀), or its given name (早川アレクサンダー): longer than one in kanji may be."""


_ORGAN_AFTER = re.compile(
    r"^([一-鿿々ヶ]{1,3}[^市町村区県都府道\s])((?:議会事務局|議会局|教育委員会|農業委員会|選挙管理委員会|監査委員事務局|監査事務局|消防本部|内閣府|内閣官房|(?:総務|法務|外務|財務|文部科学|厚生労働|農林水産|経済産業|国土交通|環境|防衛)省|こども家庭庁|デジタル庁|消防庁)\S{1,16})$"
)
"""南部議会事務局次長: before an organ stands a name, though the word be one that departments bear too."""


_GIVEN = re.compile(
    rf"[ァ-ヴー]{{2,5}}(?:{'|'.join(sorted(WHOLE - PERSONAL, key=lambda word: (-len(word), word)))})$"
)
"""クララ町長 behind a surname: a given name in kana, and no office of that name."""
_OF_COUNCIL = re.compile(r"^([一-鿿々ヶ]{2,4})([市町村区県]議会事務局\S{1,8})$")
"""市岡区議会事務局長: 市岡 of the ward's council; in 大郷町議会事務局長 the town is named, nobody."""


SURNAME_MAX = 2
"""Letters of a name on a roster that may be the surname alone, at most."""

_KANA_BROKEN = re.compile(r"[ぁ-ん]{2}[一-鿿]")
"""…は|た公園担当課長: a name in kana that the roster breaks at a line's end."""


@lru_cache(maxsize=16384)
def split_glued(text: str, roster: tuple[str, ...] = ()) -> tuple[str, str] | None:
    """`浜田情報管理課長` → (浜田, 情報管理課長); None where no name can be told from the office.

    1. A name of the roster (attendees), or its surname, that the text opens with; the longest.
    2. Person before 委員, 議員, 会長 …: whatever is not a word for a kind of member.
    3. The dictionary's surnames and given names at the head, before the department.
    """
    if listed := _by_roster(text, roster):
        return listed
    if own := _OF_COUNCIL.match(text):
        town = own[1] + own[2][0]
        return None if register().find_names(town) else (own[1], own[2]) if is_name(own[1]) else None
    organ = _ORGAN_AFTER.match(text)
    if organ and organ[1] not in ORGAN_WORDS and is_office(organ[2]):
        return organ[1], organ[2]
    if committee := _of_committee(text):
        return committee
    if text.endswith("本部長") and len(text) >= 4 and is_surname(text[:-2]):
        return text[:-2], "部長"  # 山本部長
    if state := _of_cabinet(text):
        return state
    calling = _CALLING.search(text)
    if calling and (called := _of_calling(text[: calling.start()], calling[0])):
        return called
    return _by_base(text)


def _by_roster(text: str, roster: tuple[str, ...]) -> tuple[str, str] | None:
    """The longest name of the roster, or head of one, that the text opens with before an office."""
    held = [
        size
        for name in roster
        for size in range(len(name), 0, -1)
        if (size >= 2 or len(name) == 1) and text.startswith(name[:size]) and is_office(text[size:])
        if not _GIVEN.match(text[size:])
    ]
    if held:  # 小池春樹委員 is he, though 小池秋人 attends too
        size = max(held)
        short = text[:size] not in roster or size <= SURNAME_MAX or _KANA_BROKEN.match(text[size - 1 :])
        if short and text[size:] not in WHOLE and not heads_department(text[size:]):
            whole = split_glued(text)  # 森山夏男消防署長, where 森山冬子 attends, or 森山 alone is listed
            if whole and len(whole[0]) > size and whole[0].startswith(text[:size]):
                return whole
        return text[:size], text[size:]
    if any(name[0] == text[:1] for name in roster) and heads_department(text[1:]):
        return text[:1], text[1:]  # 林保健福祉部長, where 林春男 attends
    return None


def _by_base(text: str) -> tuple[str, str] | None:
    """What stands before the word for a member, or before the department of an office, where it is a name."""
    base = base_of(text)
    if not base or base == text:
        return None
    rest = text[: -len(base)]
    if base in ("君", "氏", "さん"):
        return (rest, "") if is_name(rest) else None
    if base in PERSONAL:
        return _split_member(rest, base)
    found = split_by_dictionary(rest, base) or _of_one_letter(rest, base)
    return None if found and re.fullmatch(r".{2,}[市区県]", found[0]) else found  # 品川区保健所長


_CABINET = re.compile(
    r"^(\S{1,7}?)((?:国務大臣|内閣総理大臣|内閣官房長官|政府参考人|政府特別補佐人)|副大臣|大臣政務官)$"
)
"""沢渡資麿国務大臣, 沢渡副大臣: the offices of the state before which no department stands, and those before which a ministry may."""


def _of_cabinet(text: str) -> tuple[str, str] | None:
    """A name of more than one letter before such an office; 財務副大臣 and 内閣府大臣政務官 name none."""
    found = _CABINET.match(text)
    if found is None or len(found[1]) < 2 or not is_name(found[1]):
        return None
    ministry = found[2] in ("副大臣", "大臣政務官") and (
        found[1] in MINISTRIES or found[1].endswith(("府", "庁", "省", "本部")) or is_department(found[1])
    )
    return None if ministry or found[1] in ORGAN_WORDS else (found[1], found[2])


_COMMITTEE = re.compile(r"^(\S{3,24}委員会)副?委員長$")
_HEADS_COMMITTEE = ("議会", "市民", "町民", "村民", "区民", "県民", "常任", "特別")
"""What a council's committees are named by, besides the words of departments."""


def _of_committee(text: str) -> tuple[str, str] | None:
    """渡辺議会報告実行委員会委員長: the surname before the name of a council's committee; a place (中村地域…委員会) is none."""
    found = _COMMITTEE.match(text)
    pieces = words_of(modern(found[1])) if found else []
    if len(pieces) < 2 or pieces[0].part_of_speech()[3] != "姓":
        return None
    surname, word = text[: len(pieces[0].surface())], pieces[1].surface()
    named = word.startswith(_HEADS_COMMITTEE) or word in ORGAN_WORDS or is_department(word)
    return (surname, text[len(surname) :]) if named and word != "地域" else None


_BEFORE_BU = frozenset("渡 岡 磯 綾 園 長谷 曽我 日下".split())
"""Surnames that are far less common than the same with 部 behind them: 太田部会長 heads a 部会, 岡部会長 does not."""


_BODY = re.compile(r"(?:..会|組合|クラブ|連合|連盟|団体|法人|[農社]協)$")
"""弁護士会委員, 農協委員: whom a member of a board stands for, and no name; 瓦会 is a surname."""


_OF_CLUB = re.compile(
    r"(?:町内|婦人|女性|老人|青年|壮年|子供|父母|母親|保護者|同窓|後援|商店|遺族|育成|敬老|仏教|[医薬護祉養][師士]|PTA|ＰＴＡ|協|連合|組合|区長|委員|団)$"
)
"""町内会長, 観光協会長: whom the head of a club is the head of, and no name."""


def _split_member(rest: str, base: str) -> tuple[str, str] | None:
    """`久保花江教育` + 委員 → (久保花江, 教育委員): a name, then perhaps words for a kind of member."""
    if base == "部会長" and is_surname(rest + "部") and (rest in _BEFORE_BU or not is_surname(rest)):
        return rest + "部", "会長"  # 服部会長, 阿部会長
    if len(rest) > 1 and is_department(rest) and is_surname(rest):
        return rest, base  # 南部委員
    name = rest
    while name:
        word = max(
            (w for w in ORGAN_WORDS if name.endswith(w) and (len(w) > 1 or name == w)), key=len, default=""
        )
        if not word:
            break
        name = name[: -len(word)]
    if not name or is_department(name) or not is_name(name) or _BODY.search(name):
        return None
    if base.removeprefix("副") == "会長" and _OF_CLUB.search(rest):
        return None
    single = name not in tuple("市町村区県都府道国省全各両") and is_surname(name)  # 森教育委員
    if name == rest or len(name) >= 2 or single:
        return (name, rest[len(name) :] + base) if len(name) <= 6 or _KANA_NAME.match(name) else None
    return None


_CALLING = re.compile(rf"(?:{'|'.join(sorted(BY_CALLING))})$")


def _of_calling(rest: str, base: str) -> tuple[str, str] | None:
    """鈴木司書, 水谷社会教育指導員, 川辺主任保育士: a surname, then at most a word for the kind of calling."""
    for size in range(min(len(rest), 4), 0, -1):
        name, kind = rest[:size], rest[size:]
        own = is_surname(name) and name not in ORGAN_WORDS and not is_department(name)
        of_school = kind.startswith("学校") and name[-1] in "小中高"  # 高山小学校教頭
        known = not kind or kind in _KINDS or (kind[0] != "の" and is_department(kind))
        if own and known and name not in _PLACES and not of_school:
            return name, kind + base
    return None


_PLACES = tuple("市町村区県都府道国本各全両")
_KINDS = ("主任", "上級", "統括", "総括", "主幹", "学校", "相談", "専門", "地域")
"""主任保育士, 学校司書: what a calling is of."""


_THINGS = frozenset(
    "水緑花米茶梅桜松竹栗桃柿雪海川山空木土火牛馬鳥駅島港道里町村市区県国新前元本東西南北中上下左右内外副各両全"
)
"""Letters that name what a department is for, or which of several it is, though somebody is called so."""
_HOUSED = re.compile(
    r"地区|地域|支所|出張所|分署|保育|幼稚|小学|中学|高校|公民館|図書館|消防|病院|診療所|公園|センター|駅|港"
)
"""What stands behind the name of a place."""


def _of_one_letter(rest: str, base: str) -> tuple[str, str] | None:
    """林健康増進課長, 関事務長: a surname of one letter before a word that the dictionary begins there; 林業課長 and 緑政策課長 name nobody."""
    pieces = words_of(modern(rest + base))
    letter, office = rest[:1], rest[1:] + base
    known = len(pieces) > 1 and len(pieces[0].surface()) == 1 < len(pieces[1].surface())
    if not known or letter in _THINGS or not is_surname(letter) or _HOUSED.match(office):
        return None
    return (letter, office) if is_office(office) else None
