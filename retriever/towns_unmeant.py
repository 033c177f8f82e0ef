"""Places that a question names and does not ask about: persons and buildings that are called so, examples, what is ruled out, where somebody comes
from, the prefecture of a town."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.patterns import any_of
from corpus.places import Mention
from corpus.register import register


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place that the text names `[start, end)`. `kind`: loaded, prefecture, missing."""

    start: int
    end: int
    name: str
    kind: str


def only_places_a_town(text: str, mentions: tuple[Mention, ...], index: int) -> bool:
    """Whether a prefecture only says where the town beside it lies (石川県金沢市, 神奈川県三浦郡葉山町, 府中市(広島県), Fuchu, Tokyo)."""
    here = mentions[index]
    if here.entry.level != "prefecture":
        return False
    before, after = mentions[max(0, index - 1) : index], mentions[index + 1 : index + 2]
    return any(
        town.entry.municipality.prefecture == here.entry.name != town.entry.name
        and re.fullmatch(between, text[min(town.end, here.end) : max(town.start, here.start)])
        for near, between in ((after, r"の?(?:[一-鿿]{1,4}郡)?"), (before, r"\s*[,(（]\s*"))
        for town in near
    )


def towns_alone(text: str) -> str:
    """`text` with the towns by their names alone: the prefecture before one tells which is meant, さん behind it is how one office
    speaks of another; neither is asked for.

    >>> towns_alone("長崎県長崎市さんの備蓄と長崎県の備蓄、中村さんの備蓄")
    '長崎市の備蓄と長崎県の備蓄、中村さんの備蓄'
    """
    if not _BESIDE_A_TOWN.search(text):
        return text
    found = register().find(text)
    for index in reversed(range(len(found))):
        here, after = found[index], found[index + 1 : index + 2]
        if text.startswith("さん", here.end) and text[here.end - 1] in "市区町村":
            text = text[: here.end] + text[here.end + 2 :]
        elif after and here.end <= after[0].start and only_places_a_town(text, (here, *after), 0):
            text = text[: here.start] + text[after[0].start :]
    return text


_BESIDE_A_TOWN = re.compile("[都道府県]|[市区町村]さん")
_TITLES = (
    "Councillor Councilor Councilman Councilwoman Councilmember Mayor Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Member Chair Chairman Chairwoman "
    "Chairperson Director Governor"
).split()
_TITLE = re.compile(rf"\b(?:{'|'.join(map(re.escape, _TITLES))}) $", re.IGNORECASE)


def is_behind_a_title(text: str, start: int) -> bool:
    """Whether a title stands right before (Mayor Ikeda): the name that begins there is a person's."""
    return bool(_TITLE.search(text[:start]))


def is_a_person(text: str, mention: Mention) -> bool:
    """Whether a town's name in Latin letters is that of a person with a title."""
    return text[mention.start].isascii() and is_behind_a_title(text, mention.start)


_OPENS_A_QUESTION = any_of(
    *"How What Which When Where Who Why Does Did Do Is Are Was Were Has Have Will Would Can Could".split(),
    *"In At Of For To From And Like The".split(),
    *"City Town Ward Village".split(),
)
_NAME_BEFORE = re.compile(rf"\b(?!{_OPENS_A_QUESTION}\b)[A-Z][A-Za-z]+ $")


def in_a_name(text: str, start: int) -> bool:
    """Whether a name in Latin letters is a piece of a longer one (City Tower Ayase): then no town need be meant."""
    return text[start].isascii() and bool(_NAME_BEFORE.search(text[:start]))


_NOT_MEANT_AFTER = re.compile(
    r"(?:など|等)?"
    + any_of(
        # 「石浜市の話ではなく」「石浜市じゃなく」
        r"(?:の|で|では)?(?:話|こと|ほう|方)?(?:では|じゃ|で)なく",
        # 「石浜市以外」「石浜市とは別に」
        *"以外 とは別".split(),
        # 「石浜市のように」「石浜市並みに」「石浜市に負けない」
        *"の?(?:よう[なにで]|みたい[なにで]) 並み と同じよう と同様 に負け".split(),
        # 「石浜市の条例を手本に」「石浜市にならって」
        r"(?:の[^、。をにはが]{0,14}?)?"
        + any_of(
            r"を(?:お?手本|参考|見習|見なら|例[にと示]|モデル|引き合い|先例)",
            *"になら[っい] に倣".split(),
        ),
    )
)
_NOT_MEANT_BEFORE = re.compile(
    r"\b"
    + any_of(
        # "like Ishihama", "similar to the city of Ishihama"
        *("not", "like", "unlike", "such as", "similar to"),
        # "other than in Ishihama"
        *("instead of", "rather than", "except", "other than", "outside", "apart from", "aside from"),
    )
    + r"(?: (?:in|of|for|from|the (?:city|town) of))? $",
    re.IGNORECASE,
)
"""An example from elsewhere, or what is ruled out: no town that the question asks about."""
JOINED = re.compile(r"\s*(?:と|や|、|,|・|も|及び|および|並びに|and|or|vs\.?)\s*")


def is_an_example(text: str, end: int) -> bool:
    """Whether what follows a name makes an example of it or rules it out (石浜市のように, 石浜市ではなく)."""
    return bool(_NOT_MEANT_AFTER.match(text[end:]))


def without_examples(text: str, places: Iterable[Place]) -> list[Place]:
    """`places` without examples and what is ruled out; what is joined to an example is one (富山市や宇都宮市のような)."""
    ordered = list(places)
    out: set[Place] = set()
    for place in sorted(ordered, reverse=True):
        joined = any(
            JOINED.fullmatch(text[place.end : other.start]) for other in out if other.start >= place.end
        )
        if joined or is_an_example(text, place.end) or _NOT_MEANT_BEFORE.search(text[: place.start]):
            out.add(place)
    return [place for place in ordered if place not in out]


_ORIGIN = re.compile(
    any_of(
        # 「石浜市内の業者が」
        r"内?の(?:会社|業者|事業者|企業|住民|人|方|住人|業者さん)(?:[がはにをへ])",
        # 「石浜市からの転入」「石浜市から通う」
        r"から(?:の)?(?:移住|転入|転居|引っ越|来[たる]|通[うっ勤学])",
        *"出身 在住".split(),
    )
)


def without_origins(text: str, places: list[Place]) -> list[Place]:
    """`places` without those somebody comes from (大田区の会社が), where another one is left to be asked about."""
    rest = [place for place in places if not _ORIGIN.match(text[place.end :])]
    return rest if any(place.kind == "loaded" for place in rest) else places
