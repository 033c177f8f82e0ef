"""Where a name ends that is glued to an office, by the dictionary's surnames and given names (浜田|情報管理課長)."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.register import register
from corpus.sudachi import parts_of_speech
from ingest.people.departments import is_department, name_before_department
from ingest.people.names import OF_DEPARTMENT, OF_PLACE, PERSONAL, WHOLE, is_name, is_surname, words_of
from ingest.people.offices import ORGAN_WORDS, base_of, is_office
from ingest.text.normalize import modern

_OF_KIND = tuple("市町村区都道府県")
_NUMERALS = "一二三四五六七八九十"
_OF_STATE = ("大臣", "政務官", "長官", "次官", "事務次官", "官房長")
MINISTRIES = frozenset(
    "厚生労働 厚生 文部科学 文部 総務 法務 外務 財務 農林水産 経済産業 国土交通 環境 防衛".split()
)
"""Words before an office of state that name its ministry; a dictionary reads some of them as surnames."""
_OF_PEOPLE = OF_DEPARTMENT - frozenset("所長 館長 園長 支所長 センター長 場長 署長".split())
"""Offices that no house bears: before them a word that is a place as well is a surname."""
_Piece = tuple[str, tuple[str, ...]]
"""A word as the dictionary cuts it, and its part of speech."""


def split_by_dictionary(rest: str, base: str) -> tuple[str, str] | None:
    """A name at the head of `rest`, told from the department's words behind it by the dictionary's surnames and given names."""
    if is_department(rest) or rest in ORGAN_WORDS or (base in _OF_STATE and rest in MINISTRIES):
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


def heads_department(office: str) -> bool:
    """Whether an office is a department's words and the title of its head, nothing else (保健福祉部長)."""
    base = base_of(office)
    return bool(base) and len(office) - len(base) >= 2 and is_department(office.removesuffix(base))


def _surname_end(size: int, rest: str, base: str) -> int:
    """1 for 林保健福祉 of 林保健福祉部長: where a name of several words runs into a department's, it ends before that."""
    return next((end for end in range(1, size) if heads_department(rest[end:] + base)), size)


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
