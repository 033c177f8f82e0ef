"""The register of municipalities and prefectures (全国地方公共団体コード): find them by name, kana, romaji, address.

The list is `corpus/data/municipalities.tsv` (47 prefectures, all cities, wards, towns and villages; code, names, kana,
romaji, address of the minutes and of the website, population). It is read once, when it is first needed.
How names are found in running text stands in `corpus.places`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from corpus.errors import RegisterError
from corpus.folding import plain
from corpus.places import FOLD, ROMAJI, Entry, Finder, Mention, latin
from corpus.types import Municipality


class Register:
    """The loaded list with its look-ups. Use `register()`, which loads it once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        names = self._by(lambda e: e.name.translate(FOLD))
        self._finder = Finder(
            names,
            self._by(lambda e: e.municipality.kana),
            self._by(lambda e: latin(e.municipality.romaji)),
            max(map(len, names)),
            frozenset(name[:2] for name in names),
            _longer(self.entries),
        )
        self._prefectures = {e.name: e for e in self.entries if e.level == "prefecture"}
        self._hosts = self._read_hosts()

    def _by(self, key: Callable[[Entry], str]) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[key(entry)].append(entry)
        return {
            k: tuple(sorted(v, key=lambda e: (e.level == "prefecture", -e.population)))
            for k, v in found.items()
        }

    def _read_hosts(self) -> dict[str, Entry]:
        """Host names that belong to exactly one municipality (a vendor's common host belongs to none)."""
        owners: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in self.entries:
            for url in (entry.minutes_url, entry.website):
                if host := (urlsplit(url).hostname or "").removeprefix("www."):
                    owners[host][entry.municipality.code] = entry
        return {host: next(iter(owner.values())) for host, owner in owners.items() if len(owner) == 1}

    def by_name(self, name: str, prefecture: str = "") -> tuple[Entry, ...]:
        """Entries of exactly this name (調布市, 東京都調布市), the larger first; `prefecture` narrows."""
        name = plain(name)
        found = self._finder.names.get(name.translate(FOLD), ())
        if not found:
            head = next((p for p in self._prefectures if name.startswith(p) and len(name) > len(p)), "")
            if head:
                return self.by_name(re.sub(r"^\S{1,4}郡", "", name[len(head) :]), head)
        if prefecture:
            found = tuple(e for e in found if e.municipality.prefecture.startswith(prefecture))
        return found

    def by_romaji(self, word: str) -> tuple[Entry, ...]:
        """Entries of this romaji name, with or without suffix: Chofu, Chofu-shi, Chōfu City, Tokyo."""
        match = ROMAJI.fullmatch(latin(word).strip())
        return self._finder.romaji_entries(match) if match else ()

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
        prefectures = {latin(e.municipality.romaji): e.name for e in self._prefectures.values()}
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
        found = [e for e in self._finder.romaji.get(word, ()) if not levels or e.level in levels]
        narrowed = [e for e in found if prefecture and e.municipality.prefecture == prefecture] or found
        return narrowed[0] if len(narrowed) == 1 else None

    def find(self, text: str) -> tuple[Mention, ...]:
        """All places of `text` that name a municipality: written name, kana with suffix, romaji; in order."""
        return self._finder.find(text)

    def find_names(self, text: str) -> tuple[Mention, ...]:
        """As `find`, written names only: what the header of minutes needs."""
        return self._finder.find_names(text)


def _longer(entries: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    """See `Finder.longer`. The wards of a designated city begin with its whole name and are no other town."""
    names = {entry.name.translate(FOLD) for entry in entries}
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        stem = entry.name.translate(FOLD)[:-1]
        for size in range(2, len(stem)):
            if stem[:size] in names and not (stem[size - 1] == "市" and entry.name.endswith("区")):
                found[stem[:size]].append(stem)
    return {name: tuple(stems) for name, stems in found.items()}


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
