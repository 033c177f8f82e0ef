"""Where a name that is glued to an office ends (浜田情報管理課長 → 浜田, 情報管理課長)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.register import register
from corpus.sudachi import parts_of_speech
from ingest.people.departments import is_department, name_before_department
from ingest.people.names import (
    BY_CALLING,
    OF_DEPARTMENT,
    OF_PLACE,
    PERSONAL,
    WHOLE,
    is_name,
    is_surname,
    words_of,
)
from ingest.people.offices import ORGAN_WORDS, base_of, is_office
from ingest.text.normalize import modern

_OF_KIND = tuple("市町村区都道府県")
_KANA_NAME = re.compile(
    r"^[ぁ-んァ-ンー]{2,8}$|^[ぁ-んー]{3,5}[一-鿿々]{2,3}$|^[一-鿿々]{1,3}[ァ-ヴー]{4,8}$"
)
"""A name in kana, or its surname (みつなか美由紀), or its given name (早川アレクサンダー): longer than one in kanji may be."""
_NUMERALS = "一二三四五六七八九十"


_ORGAN_AFTER = re.compile(
    r"^([一-鿿々ヶ]{1,3}[^市町村区県都府道\s])((?:議会事務局|議会局|教育委員会|農業委員会|選挙管理委員会|監査委員事務局|監査事務局|消防本部|内閣府|内閣官房|(?:総務|法務|外務|財務|文部科学|厚生労働|農林水産|経済産業|国土交通|環境|防衛)省|こども家庭庁|デジタル庁|消防庁)\S{1,16})$"
)
"""南部議会事務局次長: before an organ stands a name, though the word be one that departments bear too."""


_GIVEN = re.compile(rf"[ァ-ヴー]{{2,5}}(?:{'|'.join(sorted(WHOLE - PERSONAL, key=len, reverse=True))})$")
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
        if short and text[size:] not in WHOLE and not _heads_department(text[size:]):
            whole = split_glued(text)  # 森山夏男消防署長, where 森山冬子 attends, or 森山 alone is listed
            if whole and len(whole[0]) > size and whole[0].startswith(text[:size]):
                return whole
        return text[:size], text[size:]
    if any(name[0] == text[:1] for name in roster) and _heads_department(text[1:]):
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
    found = _split_by_dictionary(rest, base) or _of_one_letter(rest, base)
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
        found[1] in _MINISTRIES or found[1].endswith(("府", "庁", "省", "本部")) or is_department(found[1])
    )
    return None if ministry or found[1] in ORGAN_WORDS else (found[1], found[2])


_COMMITTEE = re.compile(r"^(\S{3,24}委員会)副?委員長$")
_HEADS_COMMITTEE = ("議会", "市民", "町民", "村民", "区民", "県民", "常任", "特別")
"""What a council's committees are named by, besides the words of departments."""


def _of_committee(text: str) -> tuple[str, str] | None:
    """渡辺議会報告実行委員会委員長: the surname before the name of a council's committee; a place (中村地域…委員会) is none."""
    found = _COMMITTEE.match(text)
    pieces = words_of(found[1]) if found else []
    if len(pieces) < 2 or pieces[0].part_of_speech()[3] != "姓":
        return None
    surname, word = pieces[0].surface(), pieces[1].surface()
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
_OF_STATE = ("大臣", "政務官", "長官", "次官", "事務次官", "官房長")
_MINISTRIES = frozenset(
    "厚生労働 厚生 文部科学 文部 総務 法務 外務 財務 農林水産 経済産業 国土交通 環境 防衛".split()
)
"""Words before an office of state that name its ministry; a dictionary reads some of them as surnames."""


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


_OF_PEOPLE = OF_DEPARTMENT - frozenset("所長 館長 園長 支所長 センター長 場長 署長".split())
"""Offices that no house bears: before them a word that is a place as well is a surname."""
_Piece = tuple[str, tuple[str, ...]]
"""A word as the dictionary cuts it, and its part of speech."""


def _split_by_dictionary(rest: str, base: str) -> tuple[str, str] | None:
    """A name at the head of `rest`, told from the department's words behind it by the dictionary's surnames and given names."""
    if is_department(rest) or rest in ORGAN_WORDS or (base in _OF_STATE and rest in _MINISTRIES):
        return None
    if base in _OF_STATE and len(rest) == 1:
        return None if rest in "副各両前元現新同当全" else (rest, base)  # 平大臣: no ministry has one letter
    pieces = [(m.surface(), m.part_of_speech()) for m in words_of(modern(rest))]
    place = pieces[0][1][2] == "地名" and len(pieces) == 1
    if whose := _of_town(rest, base):
        return whose
    housed = name_before_department(rest) if base == "事務局長" else ""
    if len(housed) >= 2 and is_name(housed):
        return housed, rest[len(housed) :] + base  # 高橋市民病院事務局長
    if base in WHOLE and len(rest) <= 6 and is_name(rest):
        placed = base in OF_PLACE or rest.endswith(_OF_KIND)
        return None if place and placed else (rest, base)
    if base.removeprefix("副") in OF_DEPARTMENT and len(rest) <= 2 and is_name(rest) and not _is_common(rest):
        return rest, base
    if place and base in _OF_PEOPLE and is_surname(rest):
        return rest, base  # 小笠原課長
    size = _name_size(rest, pieces)
    if place and base in OF_DEPARTMENT:
        return None  # 青葉支所長 is an office
    if not size or is_department(rest[:size]):
        return _before_department(rest, base, pieces)
    size = _without_office_words(size, rest, base, len(pieces[0][0]))
    name, office = rest[:size], rest[size:] + base
    return (name, office) if is_office(office) and is_name(name) and office[0] != "の" else None


def _without_office_words(size: int, rest: str, base: str, first: int) -> int:
    """The characters of a name at the head of `rest`, of which the dictionary reads `size`, the `first` of them as one word: those that
    belong to the office left out, or one more where the surname is longer."""
    if is_surname(rest[: size + 1]) and is_department(rest[size + 1 :]) and not is_department(rest[size:]):
        size += 1  # 大久保障がい福祉課長
    if size > 1 and rest[size - 1] == "新" and size < len(rest) and is_surname(rest[: size - 1]):
        size -= 1  # 中沢新庁舎整備室長: rarely a given name
    if size > 1 and rest[size : size + 1] in ("部", "局") and is_surname(rest[: size - 1]):
        size -= 1  # 岡東部公民館主査: no office begins so
    if rest[size : size + 1] == "と" and first < size:
        size = first  # 大林花と緑観光課長: what と joins is the office's
    if first < size or not (size == len(rest) or is_department(rest[size:])):
        return _surname_end(size, rest, base)  # 岡市 is no surname in 岡市民課長
    water = rest[size - 1] in "上下" and rest.startswith("水道", size)
    return size - 1 if water and (size > 2 or not is_surname(rest[:size])) else size  # 山田下水道課長


def _name_size(rest: str, pieces: Sequence[_Piece]) -> int:
    """Characters at the head of `rest` that the dictionary reads as a name, surname and given name; 0 where it begins with none."""
    size = 0
    for index, (surface, pos) in enumerate(pieces):
        person = pos[1] == "固有名詞" and (
            pos[2] == "人名" or (index == 0 and pos[2] == "地名" and not _is_water(surface, pos))
        )
        # A given name of one or two characters is often read as a common word or a prefix (貴, 一行).
        given = (
            size and index <= 2 and len(surface) <= 3 and not is_department(surface) and _given(surface, pos)
        )
        # 細井東京オリンピック…部長, 大野千葉駅周辺…課長: a place before further words belongs to the office.
        # 高木政成総務課長: the second character of a given name is no place.
        second = index == 2 and len(surface) == len(pieces[1][0]) == 1
        belongs = (
            size
            and not second
            and pos[1] == "固有名詞"
            and pos[2] in ("地名", "一般")
            and index + 1 < len(pieces)
        )
        # 谷田部健康課長: a given name that is a department's word; 佐藤九博・文化施設課長: a numeral within one.
        heads = size and index + 1 == len(pieces) and len(surface) > 1 and is_department(surface)
        named = rest[size + len(surface) :].split("・")[0]
        counted = size and surface in _NUMERALS and bool(named) and not is_department(named)
        if belongs or heads or counted or (not person and not given):
            break
        size += len(surface)
    return size


def _before_department(rest: str, base: str, pieces: Sequence[_Piece]) -> tuple[str, str] | None:
    """The name that stands before a department's words, where the dictionary reads none at the head."""
    name = "" if _is_water(*pieces[0]) else name_before_department(rest)
    # 緑のまちづくり課長, 義務教育課長: words that name departments and nobody
    own = name and is_name(name) and rest[len(name)] != "の"
    own = own and (not _is_common(name) or rest[len(name) + 1 :][:1] == "政")  # 篠都政情報担当部長
    # 企画ダム対策課長: who bears a department's word that is no surname is a department
    own = own and not (is_department(name[:2]) and len(name) > 2 and not is_surname(name[:2]))
    return (name, rest[len(name) :] + base) if own else None


def _of_town(rest: str, base: str) -> tuple[str, str] | None:
    """西尾関市助役, 後藤美濃市長: a surname before the office of a town, where several towns meet; 鈴木大和市長 has a given name."""
    if base not in WHOLE - PERSONAL or is_surname(rest):
        return None
    kind = base[0] if base in OF_PLACE and base != "知事" else ""
    for size in range(2, len(rest)):
        stem = rest[size:]
        if is_surname(rest[:size]) and register().by_name(stem + kind):
            given = kind and any(part[3] == "名" for part in parts_of_speech(stem))
            return None if given else (rest[:size], stem + base)
    return None


def _heads_department(office: str) -> bool:
    """Whether an office is a department's words and the title of its head, nothing else (保健福祉部長)."""
    base = base_of(office)
    return bool(base) and len(office) - len(base) >= 2 and is_department(office.removesuffix(base))


def _surname_end(size: int, rest: str, base: str) -> int:
    """1 for 林保健福祉 of 林保健福祉部長: where a name of several words runs into a department's, it ends before that."""
    return next((end for end in range(1, size) if _heads_department(rest[end:] + base)), size)


def _is_common(word: str) -> bool:
    """義務, 公民: the dictionary has the word as a common one and as nobody's name; or two such together (組織犯罪)."""
    if word in tuple("県市町村区府都道"):
        return True
    kinds = {kind for part in parts_of_speech(word) for kind in part[:2]}
    if not kinds and len(word) == 4:
        return _is_common(word[:2]) and _is_common(word[2:])
    return bool(kinds & {"普通名詞", "形状詞"}) and "固有名詞" not in kinds


def _is_water(surface: str, pos: tuple[str, ...]) -> bool:
    """琵琶湖環境部長: a lake or harbour is a place, never somebody's name."""
    return pos[2] == "地名" and surface[-1] in "湖湾港"


def _given(surface: str, pos: tuple[str, ...]) -> bool:
    if pos[0] == "接頭辞" and surface in ("副", "総", "各", "新", "前"):
        return False
    return (
        pos[0] in ("接頭辞", "動詞", "形容詞", "副詞")
        or (pos[1] == "固有名詞")
        or surface in ("一行", "正", "実", "学", "薫", "望")
    )
