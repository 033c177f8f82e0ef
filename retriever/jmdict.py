"""JMdict and JMnedict as the package `jamdict-data` carries them: an SQLite file, opened read-only, read from English.

JMdict/JMnedict: © the Electronic Dictionary Research and Development Group, CC BY-SA 3.0,
https://www.edrdg.org/edrdg/licence.html. Nothing of them is copied into this project or into the store.

Its table of glosses has an index on the text, and so have all tables on the numbers by which they are joined; lists of values
are handed over as one JSON array, so that a question takes a fixed number of statements.
"""

from __future__ import annotations

import json
import re
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_NEVER = frozenset(
    """archaism|obsolete term|obscure term|rare|dated term|poetical term|historical term|proverb|slang|Internet slang|
    manga slang|vulgar expression or word|derogatory|sensitive|children's language|jocular, humorous term|familiar language|
    female term or language|male term or language|colloquialism|humble (kenjougo) language""".replace(
        "\n    ", ""
    ).split("|")
)
"""Senses that nobody has in mind who asks about a council."""

_NO_WORD = frozenset(
    """suffix|prefix|counter|noun, used as a suffix|noun, used as a prefix|particle|pronoun|numeric|conjunction|auxiliary|
    auxiliary verb|auxiliary adjective|interjection (kandoushi)""".replace("\n    ", "").split("|")
)
"""Parts of speech that are no search word of their own; a sense is left out where it has no other."""

_KANA_ALONE = "word usually written using kana alone"

_FIELDS = frozenset(
    """computing|law|business|economics|finance|medicine|pharmacy|engineering|architecture, building|statistics|sports|
    telecommunications|electricity, elec. eng.|electronics|trademark|ecology|food, cooking""".replace(
        "\n    ", ""
    ).split("|")
)
"""Fields whose words occur in councils; a sense of another field (chess, grammar, physics) is seldom meant."""

PLACE_TYPES = ("place", "station", "surname", "unclass", "organization")
"""Kinds of names that records hold; given names stand in them by the thousand and are asked for with a surname."""

SURNAME_TYPES = ("surname", "unclass")
"""Kinds of names by which a member is called."""

_UNMARKED = 0.25
"""Commonness of a word without any mark. The marks cover about 22,000 of the 191,000 entries."""

_MARKED = dict.fromkeys("ichi1 spec1 gai1 news1".split(), 0.8) | dict.fromkeys(
    "ichi2 spec2 gai2 news2".split(), 0.5
)
"""Commonness of a word by the list that it stands in; see `_commonness`."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """A gloss that was found: its sense, its row, and whether a remark in brackets follows it."""

    sense: int
    row: int
    remark: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """A sense of an entry: how the entry is written, its commonness (0–1), the sense's place in it, its first gloss's row,
    and whether it belongs to a field that councils do not speak of."""

    expression: str
    common: float
    position: int
    first_gloss: int
    special: bool


@lru_cache(maxsize=1)
def dictionary_path() -> Path | None:
    """The file of `jamdict-data`; None where the package is not installed. The package itself is not imported."""
    spec = find_spec("jamdict_data")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / "jamdict.db"
        if path.is_file():
            return path
    return None


class Dictionary:
    """The dictionary at `path`; statements run one at a time, from any thread. Opened at the first statement."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def glosses(self, texts: Collection[str]) -> dict[str, list[Gloss]]:
        """For each of `texts` the glosses that are it, or it and a remark in brackets."""
        found: dict[str, list[Gloss]] = defaultdict(list)
        rows = self._rows(
            "SELECT j.value, g.sid, g.rowid, 0 FROM json_each(:list) j CROSS JOIN SenseGloss g ON g.text = j.value "
            "UNION ALL SELECT j.value, g.sid, g.rowid, 1 FROM json_each(:list) j CROSS JOIN SenseGloss g "
            "ON g.text >= j.value || ' (' AND g.text < j.value || ' )' AND g.text LIKE '%)'",
            sorted(texts),
        )
        for text, sense, row, remark in rows:
            found[text].append(Gloss(sense, row, bool(remark)))
        return found

    def senses(self, numbers: Collection[int]) -> dict[int, Sense]:
        """The senses by number; without those that are archaic, slang or no word of their own."""
        wanted = sorted(numbers)
        special = {number for number, field in self._of_senses("field", wanted) if field not in _FIELDS}
        kana: set[int] = set()
        out: set[int] = set()
        for number, text in self._of_senses("misc", wanted):
            if text in _NEVER:
                out.add(number)
            elif text == _KANA_ALONE:
                kana.add(number)
        parts: dict[int, list[str]] = defaultdict(list)
        for number, text in self._of_senses("pos", wanted):
            parts[number].append(text)
        out |= {number for number, texts in parts.items() if all(text in _NO_WORD for text in texts)}
        places = self._rows(
            "SELECT s.ID, s.idseq, s.ID - (SELECT min(ID) FROM Sense WHERE idseq = s.idseq), "
            "(SELECT min(rowid) FROM SenseGloss WHERE sid = s.ID) FROM json_each(:list) j CROSS JOIN Sense s ON s.ID = j.value",
            [number for number in wanted if number not in out],
        )
        entries = sorted({place[1] for place in places})
        written = self._written("Kanji", "KJP", "KJI", entries)
        in_kana = {entry for number, entry, _, _ in places if number in kana or entry not in written}
        spoken = self._written("Kana", "KNP", "KNI", sorted(in_kana))
        found = {}
        for number, entry, position, first in places:
            best = (spoken if number in kana or entry not in written else written).get(entry)
            if best:
                found[number] = Sense(best[0], best[1], position, first, number in special)
        return found

    def meanings(self, words: Collection[str]) -> dict[str, str]:
        """For each of `words` that is an entry as it is written: the first gloss of its first sense, of homographs the first."""
        found: dict[str, str] = {}
        for table in ("Kanji", "Kana"):
            rows = self._rows(
                "SELECT j.value, (SELECT g.text FROM Sense s JOIN SenseGloss g ON g.sid = s.ID WHERE s.idseq = k.idseq "
                f"ORDER BY s.ID, g.rowid LIMIT 1) FROM json_each(:list) j CROSS JOIN {table} k ON k.text = j.value ORDER BY k.ID",
                sorted(words),
            )
            for word, gloss in rows:
                found.setdefault(word, gloss or "")
        return found

    def read_as(self, readings: Collection[str]) -> list[tuple[str, float]]:
        """The entries that have one of these readings in kana, the commonest first: (how it is written, how common that is, 0–1)."""
        rows = self._rows(
            "SELECT DISTINCT k.idseq FROM json_each(:list) j CROSS JOIN Kana k ON k.text = j.value",
            sorted(readings),
        )
        written = self._written("Kanji", "KJP", "KJI", sorted(entry for (entry,) in rows))
        return sorted(written.values(), key=lambda each: -each[1])

    def common_words(self) -> list[str]:
        """The ways of writing that are marked as common, in the dictionary's order."""
        return [
            text
            for (text,) in self._rows(
                "SELECT DISTINCT k.text FROM KJP p JOIN Kanji k ON k.ID = p.kid ORDER BY k.ID", []
            )
        ]

    def korean_readings(self) -> dict[str, list[str]]:
        """Of each character of KANJIDIC2 how it is read in Korean, a syllable each."""
        rows = self._rows(
            "SELECT c.literal, r.value FROM reading r JOIN rm_group g ON g.ID = r.gid JOIN character c ON c.ID = g.cid "
            "WHERE r.r_type = 'korean_h' AND length(r.value) = 1 ORDER BY r.rowid",
            [],
        )
        found: dict[str, list[str]] = defaultdict(list)
        for character, value in rows:
            found[character].append(value)
        return found

    def names(self, word: str) -> list[str]:
        """How the name that is romanised as `word` is written, in the dictionary's order."""
        return self._named([word], PLACE_TYPES)

    def surnames(self, spellings: Sequence[str]) -> list[str]:
        """How the surname is written that is romanised in one of these ways, in the dictionary's order."""
        return self._named(spellings, SURNAME_TYPES)

    def _named(self, spellings: Sequence[str], kinds: Sequence[str]) -> list[str]:
        rows = self._rows(
            "SELECT DISTINCT k.text FROM json_each(:list) j CROSS JOIN NETransGloss g ON g.text = j.value "
            "JOIN NETranslation n ON n.ID = g.tid JOIN NETransType t ON t.tid = n.ID JOIN NEKanji k ON k.idseq = n.idseq "
            f"WHERE t.text IN ({','.join(repr(kind) for kind in kinds)})",
            list(spellings),
        )
        return [text for (text,) in rows]

    def _of_senses(self, table: str, numbers: list[int]) -> list[Any]:
        return self._rows(
            f"SELECT t.sid, t.text FROM json_each(:list) j CROSS JOIN {table} t ON t.sid = j.value", numbers
        )

    def _written(
        self, table: str, marks: str, remarks: str, entries: list[int]
    ) -> dict[int, tuple[str, float]]:
        """By entry: its commonest regular way of writing (the first of equals), and how common that is."""
        rows = self._rows(
            f"SELECT k.idseq, k.text, (SELECT group_concat(text) FROM {marks} WHERE kid = k.ID), "
            f"EXISTS (SELECT 1 FROM {remarks} WHERE kid = k.ID AND (text LIKE '%rregular%' OR text LIKE 'out-dated%' "
            "OR text LIKE '%out-dated%')) "
            f"FROM json_each(:list) j CROSS JOIN {table} k ON k.idseq = j.value ORDER BY k.ID",
            entries,
        )
        best: dict[int, tuple[str, float]] = {}
        for entry, text, marked, irregular in rows:
            common = _commonness(marked or "")
            if not irregular and (entry not in best or common > best[entry][1]):
                best[entry] = (text, common)
        return best

    def _rows(self, statement: str, values: list[Any]) -> list[Any]:
        with self._lock:
            if self._connection is None:
                uri = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
                self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            return self._connection.execute(statement, {"list": json.dumps(values)}).fetchall()


def _commonness(marks: str) -> float:
    """0–1 from JMdict's marks: `nf01` the 500 commonest words of a newspaper, `nf02` the next …, `ichi1` of a school list …"""
    found = [_UNMARKED, *(_MARKED.get(mark, 0.0) for mark in marks.split(","))]
    found += [1.0 - 0.4 * int(rank) / 48 for rank in _ranks(marks)]
    return max(found)


def _ranks(marks: str) -> Iterator[str]:
    return iter(re.findall(r"nf(\d\d)", marks))
