"""The register of municipalities and prefectures (全国地方公共団体コード): find them by name, kana, romaji, address.

The list is `corpus/data/municipalities.tsv` (47 prefectures, all cities, wards, towns and villages; code, names, kana,
romaji, address of the minutes and of the website, population). It is read once, when it is first needed.

A name counts in running text only with its suffix (調布市, 品川区, 東京都): 「市川委員」 is a person. Several towns share a
name (府中市 in 東京都 and 広島県): the prefecture that stands nearby decides, then the larger town comes first.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from corpus.errors import RegisterError
from corpus.types import Municipality


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
        return self.municipality.name


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text, `[start, end)`, that names a municipality; `candidates` best first (never empty)."""

    start: int
    end: int
    candidates: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        return self.candidates[0]


_FOLD = str.maketrans(
    {
        "ヶ": "ケ",
        "ｹ": "ケ",
        "が": "ガ",
        "之": "ノ",
        "籠": "篭",
        "竈": "釜",
        "檜": "桧",
        "龍": "竜",
        "﨑": "崎",
        "瀨": "瀬",
        "㟢": "崎",
    }
)
"""Spellings that are used for the same name (龍ケ崎市/龍ヶ崎市/竜ヶ崎市); one character each, so positions stay."""

_NOT_AFTER = {
    "市": ("場", "販", "況", "松", "川委", "川議", "川氏"),
    "区": ("域", "間", "分", "画", "別"),
    "町": ("内会", "並み", "づくり"),
    "村": ("長会",),
}
"""What follows where the suffix belongs to another word: 中央市場 is no 中央市, 中央区間 no 中央区."""

_KANJI = re.compile(r"[一-鿿々〆ヶ]")
_KANA_RUN = re.compile(r"[ぁ-ゖァ-ヺー]+")
_KANA_SUFFIX = ("シ", "ク", "チョウ", "マチ", "ムラ", "ソン", "ケン", "フ", "ト", "ドウ")
_PARTICLES = "ノハヲニデトガモヘカヤ"
_ROMAJI_SUFFIX = r"(?:[- ]?(?:shi|ku|cho|machi|mura|son|to|fu|ken)\b|\s+(?:city|ward|town|village|prefecture|metropolis)\b)"
_ROMAJI = re.compile(
    rf"(?<![A-Za-z@./])(?P<of>(?:city|ward|town|village|prefecture)\s+of\s+)?(?P<w>[A-Za-z]{{2,}})(?P<s>{_ROMAJI_SUFFIX})?",
    re.IGNORECASE,
)
_ENGLISH = frozenset(
    [
        "date",
        "mine",
        "mori",
        "sai",
        "toma",
        "hiro",
        "oma",
        "tone",
        "come",
        "ban",
        "ami",
        "oe",
        "oi",
        "ono",
        "ora",
        "ina",
        "naka",
        "ten",
        "sue",
        "kami",
        "taki",
        "toga",
        "one",
        "time",
        "make",
        "same",
        "sake",
        "ogi",
        "abu",
        "aga",
        "ota",
        "asahi",
        "minami",
    ]
)
"""Romaji that is also an English (or very general) word: counts only with City, -shi, or 「City of」."""

_LEVEL_WORDS = {
    "city": "city",
    "ward": "ward",
    "town": "town",
    "village": "village",
    "prefecture": "prefecture",
    "metropolis": "prefecture",
    "shi": "city",
    "ku": "ward",
    "cho": "town",
    "machi": "town",
    "mura": "village",
    "son": "village",
    "ken": "prefecture",
    "fu": "prefecture",
    "to": "prefecture",
}


def _ascii(text: str) -> str:
    """Lower-case Latin letters without macrons: Chōfu → chofu, Ōsaka → osaka."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def _katakana(text: str) -> str:
    return "".join(
        chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in unicodedata.normalize("NFKC", text)
    )


class Register:
    """The loaded list with its look-ups. Use `register()`, which loads it once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._names = self._by(lambda e: e.name.translate(_FOLD))
        self._kana = self._by(lambda e: _katakana(e.municipality.kana))
        self._romaji = self._by(lambda e: _ascii(e.municipality.romaji))
        self._codes = {e.municipality.code: e for e in self.entries}
        self._longest = max(map(len, self._names))
        self._firsts = frozenset(name[0] for name in self._names)
        self._prefectures = {e.name: e for e in self.entries if e.level == "prefecture"}
        self._hosts = self._read_hosts()

    def _by(self, key) -> Mapping[str, tuple[Entry, ...]]:  # type: ignore[no-untyped-def]
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[key(entry)].append(entry)
        return {
            k: tuple(sorted(v, key=lambda e: (e.level == "prefecture", -e.population)))
            for k, v in found.items()
        }

    def _read_hosts(self) -> dict[str, Entry]:
        """Host names that belong to exactly one municipality (a vendor's common host belongs to none)."""
        owners: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            for url in (entry.minutes_url, entry.website):
                if host := (urlsplit(url).hostname or "").removeprefix("www."):
                    owners[host].add(entry.municipality.code)
        return {host: self._codes[next(iter(codes))] for host, codes in owners.items() if len(codes) == 1}

    def by_code(self, code: str) -> Entry | None:
        """The entry of a five- or six-digit code (the sixth is a check digit)."""
        return self._codes.get(code) or next(
            (e for c, e in self._codes.items() if c[:5] == code[:5] and len(code) >= 5), None
        )

    def by_name(self, name: str, prefecture: str = "") -> tuple[Entry, ...]:
        """Entries of exactly this name (調布市, 東京都調布市), the larger first; `prefecture` narrows."""
        name = re.sub(r"\s", "", unicodedata.normalize("NFKC", name))
        found = self._names.get(name.translate(_FOLD), ())
        if not found:
            head = next((p for p in self._prefectures if name.startswith(p) and len(name) > len(p)), "")
            if head:
                return self.by_name(re.sub(r"^\S{1,4}郡", "", name[len(head) :]), head)
        if prefecture:
            found = tuple(e for e in found if e.municipality.prefecture.startswith(prefecture))
        return found

    def by_kana(self, kana: str) -> tuple[Entry, ...]:
        """Entries of this reading with suffix: ちょうふし, チョウフシ."""
        return self._kana.get(_katakana(kana), ())

    def by_romaji(self, word: str) -> tuple[Entry, ...]:
        """Entries of this romaji name, with or without suffix: Chofu, Chofu-shi, Chōfu City, Tokyo."""
        match = _ROMAJI.fullmatch(_ascii(word).strip())
        return self._romaji_entries(match) if match else ()

    def _romaji_entries(self, match: re.Match[str]) -> tuple[Entry, ...]:
        words, suffix = match["w"].lower(), (match["s"] or match["of"] or "").lower()
        found = self._romaji.get(words, ())
        level = next((v for k, v in _LEVEL_WORDS.items() if re.search(rf"\b{k}\b", suffix)), "")
        return tuple(e for e in found if e.level == level) or found if level else found

    def by_url(self, url: str) -> Entry | None:
        """The municipality whose web address it is: known hosts, city.chofu.….jp, chofucity.gijiroku.com, …/tenant/chofu/."""
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = (parts.hostname or "").removeprefix("www.")
        if host in self._hosts:
            return self._hosts[host]
        tenant = re.search(r"/tenant/([a-z-]+)", parts.path)
        labels = [tenant[1], *host.split(".")] if tenant else host.split(".")
        if tenant:
            for entry in self.entries:
                if f"/tenant/{tenant[1]}/" in entry.minutes_url:
                    return entry
        prefectures = {_ascii(e.municipality.romaji): e.name for e in self._prefectures.values()}
        named = next((prefectures[label] for label in labels[1:] if label in prefectures), "")
        for kind in ("city", "town", "vill", "pref", "metro"):
            if kind in labels[:-1]:
                word = labels[labels.index(kind) + 1].rsplit("-", 1)[-1]
                level = {"vill": "village", "pref": "prefecture", "metro": "prefecture"}.get(kind, kind)
                return self._one(word, {level, "ward"} if kind == "city" else {level}, named)
        word = re.sub(r"[-_]?(?:city|shi|town|gikai|council|c)$", "", labels[0])
        vendor = re.search(r"gijiroku\.com|kaigiroku\.net|dbsr\.jp|kensakusystem\.jp", host)
        return self._one(word, set(), named) if vendor else None

    def _one(self, word: str, levels: set[str], prefecture: str) -> Entry | None:
        found = [e for e in self._romaji.get(word, ()) if not levels or e.level in levels]
        narrowed = [e for e in found if prefecture and e.municipality.prefecture == prefecture] or found
        return narrowed[0] if len(narrowed) == 1 else None

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
        position, folded = 0, text.translate(_FOLD)
        while position < len(folded):
            step = 1
            if folded[position] in self._firsts:
                for size in range(min(self._longest, len(folded) - position), 1, -1):
                    found = self._names.get(folded[position : position + size])
                    if found and self._fits(folded, position, position + size, mentions):
                        mentions.append(Mention(position, position + size, found))
                        step = size
                        break
            position += step
        return mentions

    def _fits(self, text: str, start: int, end: int, before: list[Mention]) -> bool:
        """Whether the name stands by itself: 「環境町づくり」 is no 境町, 「中央市場」 no 中央市."""
        if text[end : end + 2].startswith(_NOT_AFTER.get(text[end - 1], ())):
            return False
        if end - start > 2 or start == 0 or not _KANJI.match(text[start - 1]):
            return True
        return bool(before and before[-1].end == start) or text[start - 1] in "郡県府都道回度"

    def _find_kana(self, text: str) -> list[Mention]:
        mentions: list[Mention] = []
        for run in _KANA_RUN.finditer(text):
            kana = _katakana(run[0])
            for size in range(len(kana), 3, -1):
                if (
                    kana[:size].endswith(_KANA_SUFFIX)
                    and kana[:size] in self._kana
                    and (size == len(kana) or kana[size] in _PARTICLES)
                ):
                    mentions.append(Mention(run.start(), run.start() + size, self._kana[kana[:size]]))
                    break
        return mentions

    def _find_romaji(self, text: str) -> list[Mention]:
        mentions: list[Mention] = []
        plain = "".join(a if len(a := _ascii(c)) == 1 else c for c in text)
        for match in _ROMAJI.finditer(plain):
            word = match["w"].lower()
            suffixed = bool(match["s"] or match["of"])
            if not suffixed and (
                word in _ENGLISH or (len(word) < 5 and not text[match.start("w")].isupper())
            ):
                continue
            if found := self._romaji_entries(match):
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


def _fold(text: str) -> str:
    """Full-width letters and digits to half, character by character (positions stay); kana and kanji are left alone."""
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "　" else c for c in text)


@lru_cache(maxsize=1)
def register() -> Register:
    """The register, read at the first call.

    Raises RegisterError where the list is missing from the installation or unreadable.
    """
    try:
        lines = (files("corpus") / "data" / "municipalities.tsv").read_text("utf-8").splitlines()
        return Register(_entry(line) for line in lines[1:] if line)
    except (OSError, ValueError, KeyError) as error:
        raise RegisterError("自治体の一覧を読めません", "インストールし直してください") from error


def _entry(line: str) -> Entry:
    code, prefecture, name, kana, romaji, level, minutes_url, website, population = line.split("\t")
    place = Municipality(code, name, prefecture, kana, romaji)
    return Entry(place, level, minutes_url, website, int(population or 0))
