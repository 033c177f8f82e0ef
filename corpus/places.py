"""Places of a text that name a municipality: written names, kana with suffix, romaji.

A name counts in running text only with its suffix (調布市, 品川区, 東京都): 「市川委員」 is a person. Several towns share a
name (府中市 in 東京都 and 広島県): the prefecture that stands nearby decides, then the larger town comes first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.kana import katakana
from corpus.place_bounds import stands_alone
from corpus.types import Municipality
from corpus.wordlists import pairs


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register. `level`: prefecture, city, ward, town, village; `hosts`: host names of its web pages."""

    municipality: Municipality
    level: str
    minutes_url: str
    website: str
    population: int

    @property
    def name(self) -> str:
        """The whole name (調布市)."""
        return self.municipality.name


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text, `[start, end)`, that names a municipality; `candidates` best first (never empty)."""

    start: int
    end: int
    candidates: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The likeliest of the candidates."""
        return self.candidates[0]


_OLD = "ヶｹが之籠竈檜龍﨑瀨㟢澤濱濵廣會國區縣鹽邊櫻萬齋豐德惠瀧澁壽榮圓靜橫眞嶽關藏寶舊藝來佛淺曾莊兒淸靑戶鄕總綠舘蘆豫鎭條與龜彌繩齒學驛氣當禮黑髙舩"
_NEW = "ケケガノ篭釜桧竜崎瀬崎沢浜浜広会国区県塩辺桜万斎豊徳恵滝渋寿栄円静横真岳関蔵宝旧芸来仏浅曽荘児清青戸郷総緑館芦予鎮条与亀弥縄歯学駅気当礼黒高船"
FOLD = str.maketrans(_OLD, _NEW)
"""Spellings that are used for the same name (龍ケ崎市/龍ヶ崎市/竜ヶ崎市), old forms of characters among them (金澤市); one character
each, so positions stay."""

_KANA_RUN = re.compile(r"[ぁ-ゖァ-ヺー]+")
_KANA_STEM = re.compile(
    r"(?:^|(?<=[\s、。「『（(・,])|(?<=[都道府県]の)|(?<=[都道府県]))[ぁ-ゖァ-ヺー]{2,12}(?=[市区町村](?:[^一-鿿々]|役[所場]|議会|内|立|長|民(?!課)|$))"
)
SUFFIX_READINGS = {"市": ("シ",), "区": ("ク",), "町": ("チョウ", "マチ"), "村": ("ムラ", "ソン")}
_KANA_SUFFIX = ("シ", "ク", "チョウ", "マチ", "ムラ", "ソン", "ケン", "フ", "ト", "ドウ")
_PARTICLES = "ノハヲニデトガモヘカヤ"
_ROMAJI_SUFFIX = r"(?:[- ](?:shi|ku|cho|machi|mura)\b|-(?:son|to|fu|ken)\b|\s+(?:city|ward|town|village|prefecture|metropolis)\b)"
ROMAJI = re.compile(
    rf"(?<![A-Za-z@./])(?P<of>(?:city|ward|town|village|prefecture)\s+of\s+)?(?P<w>[A-Za-z]{{2,}})(?P<s>{_ROMAJI_SUFFIX})?",
    re.IGNORECASE,
)
_ENGLISH = frozenset(
    (
        "abu aga aka ami anan asahi ban china come date hiro ide ie ina isa kami kin make mine mori naka nose oe oga ogi oi "
        "oma one ono ora ota sai sake same shinto so sue taki ten time tobe toga toma tome tone usa wake obama minami higashi "
        "aoki asakura hashimoto ikeda ito kanda kato matsuda murayama noda oda ogawa shimizu takahashi tamura ueda yamada "
        "yamamoto yoshida"
    ).split()
)
"""Romaji that is also an English word or a common surname: counts only with City, -shi, or 「City of」."""

_LEVEL_WORDS = pairs(
    "city=city ward=ward town=town village=village prefecture=prefecture metropolis=prefecture "
    "shi=city ku=ward cho=town machi=town mura=village son=village ken=prefecture fu=prefecture to=prefecture"
)
"""Suffixes of names in Latin letters, and the `level` of an entry that each names."""


def latin(text: str) -> str:
    """Lower-case Latin letters without macrons: Chōfu → chofu, Ōsaka → osaka."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    """A character as `latin` writes it, where that is one too: places stay. Kept: a text repeats its characters."""
    written = latin(character)
    return written if len(written) == 1 else character


_OH = re.compile(r"oh(?![aiueoy])")


def _short(word: str) -> str:
    """A romanised name as the register has it, without the long vowels that some write: hiroo → hiro, ohtsu → otsu, kouchi → kochi. Of
    26,000 English words three are a town then (sou, wakou)."""
    return _OH.sub("o", word).replace("uu", "u").replace("ou", "o").replace("oo", "o")


Names = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds places by three indexes: folded name, katakana reading with suffix, romaji without suffix (lower case)."""

    names: Names
    kana: Names
    romaji: Names
    longest: int
    """Characters of the longest name."""
    firsts: frozenset[str]
    """The two characters that names begin with: few places of a text have them, and only there a name is looked for."""
    longer: Mapping[str, tuple[str, ...]]
    """Names that begin the stem of another one, not their own ward's: 東村 → 東村山."""

    def find(self, text: str) -> tuple[Mention, ...]:
        """All places of `text` that name a municipality: written name, kana with suffix, romaji; in order."""
        folded = _fold(text)
        mentions = [*self._find_names(folded), *self._find_kana(folded), *self._find_romaji(folded)]
        return tuple(self._resolved(sorted(mentions, key=lambda m: m.start)))

    def find_names(self, text: str) -> tuple[Mention, ...]:
        """As `find`, written names only: what the header of minutes needs."""
        return tuple(self._resolved(self._find_names(_fold(text))))

    def _find_names(self, text: str) -> list[Mention]:
        mentions: list[Mention] = []
        position, folded = 0, text.translate(FOLD)
        while position < len(folded):
            step = 1
            if folded[position : position + 2] in self.firsts:
                for size in range(min(self.longest, len(folded) - position), 1, -1):
                    found = self.names.get(folded[position : position + size])
                    if not found:
                        continue
                    # no name begins within one that is a piece of something else: 東[京都市]計画
                    step = max(step, size)
                    if self._fits(folded, position, position + size, mentions):
                        mentions.append(Mention(position, position + size, found))
                        step = size
                        break
            position += step
        return mentions

    def _fits(self, text: str, start: int, end: int, before: list[Mention]) -> bool:
        """Whether the name is meant: by itself, and not the beginning of a longer one (東村山 is no 東村)."""
        if any(text.startswith(stem, start) for stem in self.longer.get(text[start:end], ())):
            return False
        return stands_alone(text, start, end, bool(before and before[-1].end == start))

    def _find_kana(self, text: str) -> list[Mention]:
        mentions: list[Mention] = []
        for run in _KANA_RUN.finditer(text):
            kana = katakana(run[0])
            for size in range(len(kana), 3, -1):
                if (
                    kana[:size].endswith(_KANA_SUFFIX)
                    and kana[:size] in self.kana
                    and (size == len(kana) or kana[size] in _PARTICLES)
                ):
                    mentions.append(Mention(run.start(), run.start() + size, self.kana[kana[:size]]))
                    break
        return [*mentions, *self._find_half_kana(text)]

    def _find_half_kana(self, text: str) -> Iterator[Mention]:
        """Names of which only the suffix is written in kanji (あしょろ町, 青森県のおいらせ町): where a phrase begins only, for inside one
        it may be anything (整備できた区域, 役所のなかの市民課); a name that is written so (さくら市) is no other town's."""
        for run in _KANA_STEM.finditer(text):
            stem, suffix = run[0], text[run.end()]
            if stem + suffix in self.names or not stands_alone(text, run.start(), run.end() + 1, False):
                continue
            found = [
                entry
                for reading in SUFFIX_READINGS[suffix]
                for entry in self.kana.get(katakana(stem) + reading, ())
                if entry.name.endswith(suffix) and "一" <= entry.name[0] <= "鿿"
            ]
            if found:
                yield Mention(run.start(), run.end() + 1, tuple(found))

    def _find_romaji(self, text: str) -> list[Mention]:
        mentions: list[Mention] = []
        plain = "".join(map(_letter, text))
        for match in ROMAJI.finditer(plain):
            word = match["w"].lower()
            suffixed = bool(match["s"] or match["of"])
            if not suffixed and (
                word in _ENGLISH or (len(word) < 5 and not text[match.start("w")].isupper())
            ):
                continue
            if found := self.romaji_entries(match):
                end = match.end() if match["s"] else match.end("w")
                mentions.append(Mention(match.start(), end, found))
        return mentions

    def _resolved(self, mentions: list[Mention]) -> list[Mention]:
        """Candidates of shared names reordered: first those whose prefecture is named right before, then anywhere."""
        named = {e.name for m in mentions for e in m.candidates if e.level == "prefecture"}
        out: list[Mention] = []
        for index, mention in enumerate(mentions):
            if len({e.municipality.prefecture for e in mention.candidates}) > 1:
                last = mentions[index - 1] if index else None
                near = (
                    {e.name for e in last.candidates if e.level == "prefecture"}
                    if last and mention.start - last.end <= 6
                    else set()
                )
                ordered = sorted(
                    mention.candidates,
                    key=lambda e: (
                        e.municipality.prefecture not in near,
                        e.municipality.prefecture not in named,
                    ),
                )
                mention = Mention(mention.start, mention.end, tuple(ordered))
            out.append(mention)
        return out

    def romaji_entries(self, match: re.Match[str]) -> tuple[Entry, ...]:
        """Entries of a match of `ROMAJI`, narrowed to the level that its suffix names."""
        word, suffix = match["w"].lower(), (match["s"] or match["of"] or "").lower()
        found = self.romaji.get(word) or self.romaji.get(_short(word), ())
        if not found and (glued := re.fullmatch(r"([a-z]{2,}?)(shi|ku|cho|machi|mura)", word)):
            # Without a hyphen the suffix must be the town's own: Chofushi, but Daitoku is no ward of Daito.
            own = _LEVEL_WORDS[glued[2]]
            found, suffix = tuple(e for e in self.romaji.get(glued[1], ()) if e.level == own), glued[2]
        level = next((v for k, v in _LEVEL_WORDS.items() if re.search(rf"\b{k}\b", suffix)), "")
        # The wards of Tokyo call themselves City in English; a city of the same name comes first.
        levels = (level, "ward") if level == "city" else (level,)
        narrowed = sorted((e for e in found if e.level in levels), key=lambda e: e.level != level)
        return tuple(narrowed) or found


def _fold(text: str) -> str:
    """Full-width letters and digits to half, character by character (positions stay); kana and kanji are left alone."""
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "　" else c for c in text)
