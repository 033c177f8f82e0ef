"""Which towns a question asks about, of those that its wording names.

1. All places: names of the register, bare names (金沢) of towns that have minutes, romaji and Hangul.
2. Those that only serve as an example (逗子市のように), that are ruled out (調布市じゃなくて), or that are a person (Mayor Ikeda)
   are not asked about; where somebody comes from (大田区の会社が) is not, where another town is.
3. A ward of a designated city has its minutes in those of the city; a prefecture before its own town says where that lies.
4. Towns without minutes count where no other town is asked about, or beside one (調布市と三鷹市の違い).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.kana import hiragana
from corpus.places import FOLD, SUFFIX_READINGS, latin
from corpus.register import register
from retriever.hangul import romanise_hangul, sound_of
from retriever.sides_foreign import in_chinese
from retriever.towns_unmeant import (
    JOINED,
    Place,
    in_a_name,
    is_a_person,
    is_an_example,
    is_behind_a_title,
    only_places_a_town,
    without_examples,
    without_origins,
)

_SUFFIXES = "市区町村都道府県"


@dataclass(frozen=True, slots=True)
class Towns:
    """What a question asks about, each in the order in which the text names it."""

    loaded: tuple[str, ...] = ()
    prefectures: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def towns_asked(text: str, loaded: Collection[str], examples: bool = False) -> Towns:
    """The towns and prefectures that `text` asks about, with `examples` all that it names; `loaded`: names of those that have minutes."""
    written = sorted(_written(text, loaded))
    # Written names come first: they order the towns of a comparison.
    places = [*written, *_bare(text, loaded)]
    places += [p for p in latin_bare(text, loaded) if p.name not in {q.name for q in places}]
    meant = places if examples else without_origins(text, without_examples(text, places))
    towns = [p.name for p in meant if p.kind == "loaded"] or (
        [] if any(p.kind == "loaded" for p in places) else list(_hangul(text, loaded))
    )
    missing = [
        p.name
        for p in meant
        if (_beside(text, p, meant) if towns else p.kind == "missing") and p.name not in towns
    ]
    if not places and not towns:
        missing = list(_unloaded_bare(text))
    prefectures = [p.name for p in meant if p.kind == "prefecture"]
    return Towns(*(tuple(dict.fromkeys(names)) for names in (towns, prefectures, missing)))


def _written(text: str, loaded: Collection[str]) -> Iterator[Place]:
    mentions = register().find(_WILL_ZH.sub(" ", text) if in_chinese(text) else text)
    for index, mention in enumerate(mentions):
        if is_a_person(text, mention) or only_places_a_town(text, mentions, index):
            continue
        names = [entry.name for entry in mention.candidates]
        names = [*names, *(city[1] for name in names if (city := _WARD.fullmatch(name)))]
        here = next((name for name in names if name in loaded), None)
        if here:
            yield Place(mention.start, mention.end, here, "loaded")
        elif in_a_name(text, mention.start):
            continue
        else:
            kind = "prefecture" if mention.candidates[0].level == "prefecture" else "missing"
            yield Place(mention.start, mention.end, _WARD.sub(r"\1", names[0]), kind)


_WILL_ZH = re.compile(r"(?<=町)会(?!館|长|長)")
"""美瑛町会让…吗: in Chinese 会 is "will", and no 町会."""
_WARD = re.compile(r"^(.+?市).+区$")
"""横浜市港北区: it has no council of its own."""


def _beside(text: str, place: Place, places: Sequence[Place]) -> bool:
    """Whether a town without minutes is asked about together with one that has some (調布市と三鷹市). Where the latter is named again
    (調布市と三鷹市の協定を調布市は), it alone is."""
    if place.kind == "loaded":
        return False
    row, names = sorted(places), [each.name for each in places]
    at = row.index(place)
    for step in (-1, 1):
        i = at
        while 0 <= i + step < len(row):
            first, last = sorted((row[i], row[i + step]))
            if not JOINED.fullmatch(text[first.end : last.start]):
                break
            i += step
            if row[i].kind == "loaded":
                return names.count(row[i].name) == 1
    return False


_ORDINARY = frozenset("みどり さくら みやこ つるぎ あさぎり たつの おおい かつらぎ 光 燕 萩 蕨 柏".split())
"""Names that are ordinary words or pieces of them as well: meant only with their suffix."""


def _bare(text: str, loaded: Collection[str]) -> Iterator[Place]:
    """Loaded towns whose name stands without suffix (金沢, 八千代), not as a piece of a longer word of kanji or kana."""
    folded = text.translate(FOLD)
    for name in loaded:
        stem = _stem(name)
        if not stem or stem in _ORDINARY or (len(stem) == 2 and "ぁ" <= stem[0] <= "ゖ"):
            continue
        # A plain look first: of a thousand towns a text names one or two, and each has patterns of its own.
        places = list(_alone(text, folded, name, stem)) if stem in folded else []
        # the register finds the others, and knows 東村 from 東村山
        if name in text and not register().by_name(name):
            places += [m.span() for m in re.finditer(rf"(?<![一-鿿]){re.escape(name)}", text)]
        if not places and (match := _in_kana(text, name)):
            places = [match.span()]
        for start, end in places[:1]:
            yield Place(start, end, name, "loaded")


@lru_cache(maxsize=2048)  # the towns of the whole register, each asked for at every question
def _stem(name: str) -> str:
    """A town's name without its suffix, as `corpus.places.FOLD` writes it; 余市 of 余市町 ends like one itself."""
    return (name[:-1] if name[-1] in _SUFFIXES else name).translate(FOLD)


def _alone(text: str, folded: str, name: str, stem: str) -> Iterator[tuple[int, int]]:
    """Where `stem` stands by itself in `folded`. What stands around it is read in `text`, since folding makes kana of some of it
    (小樽が)."""
    if len(stem) == 1 and name[-1] != "市":
        return
    before, behind = _PHRASE if len(stem) == 1 else _NO_PIECE
    for match in re.finditer(re.escape(stem), folded):
        if before.search(text[: match.start()]) and behind.match(text[match.end() :]):
            yield match.span()


_NO_PIECE = re.compile(r"(?<![一-鿿ァ-ヺー])$"), re.compile(r"(?![一-鿿ァ-ヺー])")
_PHRASE = re.compile(r"(?:^|[、。,\s])$"), re.compile(r"(?:では?|の(?![はにでがもをか])|は|に)")
"""What must stand before and behind a bare name; one of a single character (津, 堺) counts only where a phrase begins."""


def _in_kana(text: str, name: str) -> re.Match[str] | None:
    """A name in hiragana without suffix (よねざわの), where a phrase begins and long enough to be no other word."""
    stem = _kana_stem(name)
    if len(stem) < 4 or stem not in text:
        return None
    return re.search(rf"(?:^|(?<=[、。,\s])){stem}(?=(?:では?|の|は|に)(?![ぁ-ゖ]))", text)


@lru_cache(maxsize=2048)
def _kana_stem(name: str) -> str:
    """The reading of a town's name without its suffix, in hiragana; empty where the register has none."""
    entries = register().by_name(name)
    reading = entries[0].municipality.kana if entries and len(name) > 2 else ""
    ends = (end for end in SUFFIX_READINGS.get(name[-1], ()) if reading.endswith(end))
    return next((hiragana(reading.removesuffix(end)) for end in ends), "")


@lru_cache(maxsize=1)
def _long_stems() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for names of three or more kanji without suffix, and the name of each. Shorter ones are surnames and words too."""
    prefectures = {entry.name[:-1] for entry in register().entries if entry.level == "prefecture"}
    names: dict[str, str] = {}
    for entry in sorted(register().entries, key=lambda e: -e.population):
        stem = entry.name[:-1]
        if re.fullmatch(r"[一-鿿ヶケ]{3,}", stem) and stem not in prefectures and not _WARD.match(entry.name):
            names.setdefault(stem, entry.name)
    stems = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(
        rf"(?<![一-鿿ァ-ヺー々])(?:{stems})(?=(?:の(?!質問|発言|答弁|意見|主張|姿勢)|では|で|に(?!なら|倣)|と|、|\s))"
    ), names


def _unloaded_bare(text: str) -> Iterator[str]:
    """Towns without minutes whose name stands without suffix, where it is long enough to be no other word (苫小牧の港)."""
    pattern, names = _long_stems()
    for match in pattern.finditer(text):
        if not is_an_example(text, match.end()):
            yield names[match[0]]


def latin_bare(text: str, loaded: Collection[str]) -> Iterator[Place]:
    """Loaded towns whose romaji, an English word or a surname as well (Ikeda, Date, Mine), stands where a town stands: in Ikeda,
    the mayor of Ikeda, Ikeda's; a long one's with its s alone, as it is typed in haste."""
    if not re.search(r"[A-Z][a-z]{2}", text):
        return
    for name in loaded:
        stem = _romaji(name).capitalize()
        if len(stem) < 3 or stem not in text:
            continue
        mark = "['’]" if len(stem) < _LONG_STEM else "['’]?"
        place = rf"(?:\b(?:in|of|for|does|did|will|would|has|is)\s+{stem}\b(?!\s+[A-Z])|\b{stem}{mark}s\b)"
        for match in re.finditer(place, text):
            start = match[0].index(stem) + match.start()
            if not is_behind_a_title(text, start):
                yield Place(start, start + len(stem), name, "loaded")
                break


_LONG_STEM = 6
"""Letters from which a town's romaji and an s are no English word (Dates, Mines)."""


@lru_cache(maxsize=2048)
def _romaji(name: str) -> str:
    """A town's name in Latin letters, lower case and without macrons; empty where the register has none."""
    entries = register().by_name(name)
    return latin(entries[0].municipality.romaji) if entries else ""


def _hangul(text: str, loaded: Collection[str]) -> Iterator[str]:
    """Loaded towns whose reading the Korean spelling of a name in `text` gives (가나자와 → kanazawa)."""
    words = [romanise_hangul(word) for word in re.findall(r"[가-힣]{2,}", text)]
    for name in loaded if words else ():
        sound = sound_of(name)
        if sound and any(word.startswith(sound) for word in words):
            yield name
