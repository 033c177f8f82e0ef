"""Japanese text → the words under which it is indexed and searched.

1. `prepared`: NFKC (full width, half-width kana), variant kanji (髙 → 高), letter-spaced Latin squeezed (H E M S → HEMS);
2. SudachiPy cuts it into its longest units (mode C) and gives each its normalised form (取組 → 取り組み, 附属 → 付属);
3. what belongs together is joined (避難+所, 3+年, LG+-+WAN), function words are dropped;
4. each word has its form and its `parts` (the short units of a compound, mode A), so that 情報セキュリティ is found by
   セキュリティ and the other way round.

The same code serves documents and questions. Anything that changes what it returns must raise `RULES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from corpus.cache import LeastRecentlyUsed
from corpus.sentences import sentences
from corpus.sudachi import Sudachi
from retriever.more_words import begins_as_no_word, notice_numbers, torn_names
from retriever.spelling import prepared, reading_key, word_form

__all__ = ["PIECE", "RULES", "Kind", "Tokenizer", "Word", "prepared", "reading_key", "tokens_of", "version"]

Kind = Literal["noun", "name", "number", "latin", "verb", "adjective", "other"]

RULES = 6
"""Number of these rules; an index made with another one is refused."""

PIECE = 12_000
"""Characters handed to Sudachi at once: it refuses 49,149 bytes, and a character has at most 4."""

UNITS = 100_000
"""Units of the dictionary kept in memory, ~1 kB each; a year of one council's minutes has about half as many."""

LINE = 200
"""Characters up to which tokens of a text are kept: names of bodies, agenda items and speakers come with every exchange, and the
sentences of an exchange with every question that finds it."""

LINES = 16_384
"""Such texts kept, ~1 kB each: the sentences that some twelve dossiers read."""

EMPTY_NOUNS = frozenset(
    "事 物 為 訳 様 所 時 方 内 上 下 中 間 他 際 点 形 等 通り 旨 件 皆 皆様 皆さん 今 此れ 其れ こと もの ため ところ とき ほう わけ うち ほか とおり".split()
)
"""Nouns that stand in nearly every sentence of a record and name nothing."""

EMPTY_VERBS = frozenset(
    "つく 付く 就く 於く 於ける 因る 依る 関する 対する 言う 致す 申す 申し上げる 頂く".split()
)
"""Verbs that serve as particles (について, によって, に関する) or as courtesy."""

PLAIN_SUFFIXES = frozenset("等 など 達 たち ら 様 さん 君 氏 殿".split())
"""Suffixes that leave the word before them what it is; the others make a new word (避難+所, 部+長, 交付+率)."""

COURTESY = frozenset("お ご 御".split())
"""Prefixes that leave a word what it is (ご答弁); the others make a new one (新+庁舎, 第+2回)."""

PLAIN: tuple[Kind, ...] = ("latin", "number")
"""Kinds that run together without a blank between: 5+G, AI+-+OCR."""

COUNTERS = frozenset(("年度",))
"""Counters that the dictionary does not mark as such."""


@dataclass(frozen=True, slots=True)
class Word:
    """A content word. `form` is what is compared, `parts` shorter forms in it, `reading` its devoiced katakana."""

    form: str
    parts: tuple[str, ...]
    kind: Kind
    surface: str
    reading: str


@dataclass(frozen=True, slots=True)
class _Unit:
    """One unit of Sudachi. `glue`: suffix or counter (joins to the left), prefix (to the right), hyphen, or none."""

    form: str
    parts: tuple[str, ...]
    kind: Kind | None
    glue: Literal["", "suffix", "counter", "prefix", "hyphen"]
    surface: str
    reading: str
    word: Word | None
    """What it is when it stands alone; None where that is nothing."""
    sticky: bool
    """Whether it may join what stands before it."""
    scrap: bool
    """Whether it begins as no word does: what is left of a name that the dictionary tore."""


class Tokenizer:
    """SudachiPy with the rules above. One object serves all threads; the dictionary is loaded at the first call (0.3 s)."""

    def __init__(self) -> None:
        self._sudachi = Sudachi("C")
        self._units: dict[tuple[str, int], _Unit] = {}
        self._lines: LeastRecentlyUsed[tuple[str, ...]] = LeastRecentlyUsed(LINES)

    def words(self, text: str) -> list[Word]:
        """The content words of `text`, in order."""
        words: list[Word] = []
        for piece in _pieces(prepared(text)):
            units = self._cut(piece)
            _join(units, words)
            words += (
                Word(forms[-1], forms[:-1], "name", surface, "") for forms, surface in notice_numbers(piece)
            )
            if any(unit.scrap for unit in units):
                torn = torn_names(piece, [unit.surface for unit in units])
                words += (Word(name, (), "name", name, reading_key(name)) for name in torn)
        return words

    def tokens(self, text: str) -> list[str]:
        """All forms under which `text` is found: words and their parts, repeated as they occur."""
        known = self._lines.get(text)
        if known is None:
            known = tuple(tokens_of(self.words(text)))
            if len(text) <= LINE:
                self._lines.put(text, known)
        return list(known)

    def forms(self, text: str) -> frozenset[str]:
        """The different forms of `text`, cut sentence by sentence: those of an exchange are looked at again with its parts, with what is
        quoted of it and with the next question that finds it, and are kept."""
        return frozenset(form for start, end in sentences(text) for form in self.tokens(text[start:end]))

    def reading_keys(self, text: str) -> list[str]:
        """The readings of the content words, as `reading_key` compares them: for questions typed in kana."""
        return [word.reading for word in self.words(text)]

    def readings(self, text: str) -> list[str]:
        """The katakana readings of the units of `text` (行政経営部長 → ギョウセイ, ケイエイ, ブチョウ)."""
        found: list[str] = []
        for unit in (unit for piece in _pieces(text) for unit in self._sudachi(piece)):
            # The dictionary cuts 部長 and 課長 behind other words in two.
            if found and unit.surface() == "長":
                found[-1] += unit.reading_form()
            else:
                found.append(unit.reading_form())
        return found

    def _cut(self, piece: str) -> list[_Unit]:
        units, cut = self._units, []
        for morpheme in self._sudachi(piece):
            key = (morpheme.surface(), morpheme.part_of_speech_id())
            try:
                unit = units[key]
            except KeyError:
                # Minutes repeat their words: with this cache indexing is about twice as fast.
                if len(units) > UNITS:
                    units.clear()
                unit = units[key] = _unit(morpheme)
            cut.append(unit)
        return cut


@cache
def shared_tokenizer() -> Tokenizer:
    """The tokenizer of this process: what is made with it (the words by their reading, the groups of synonyms) is made once, however many
    stores are opened."""
    return Tokenizer()


def version() -> str:
    """Names tokenizer, dictionary and rules; an index is only valid with the version that made it."""
    from importlib.metadata import version as installed

    return f"sudachipy {installed('sudachipy')}, core {installed('sudachidict-core')}, rules {RULES}"


def tokens_of(words: Iterable[Word]) -> list[str]:
    """The forms under which words are found: each word's own, then those of its parts."""
    return [form for word in words for form in (word.form, *word.parts)]


def _pieces(text: str) -> Iterator[str]:
    """`text` in pieces of at most `PIECE` characters, cut after a line or sentence where there is one."""
    start = 0
    while len(text) - start > PIECE:
        window = text[start : start + PIECE]
        cut = max(window.rfind("\n"), window.rfind("。")) + 1 or PIECE
        yield text[start : start + cut]
        start += cut
    yield text[start:]


def _unit(morpheme: Any) -> _Unit:
    surface: str = morpheme.surface()
    pos: Sequence[str] = morpheme.part_of_speech()
    kind, glue = _sort(surface, pos)
    form = word_form(surface if kind == "latin" else morpheme.normalized_form())
    if kind == "latin" and len(surface) > 3 and surface[:-1].isupper() and surface[-1] == "s":
        form = form[:-1]  # CSIRTs
    parts: tuple[str, ...] = ()
    if kind in ("noun", "name") and len(surface) > 2:
        from sudachipy import SplitMode

        short = [word_form(part.normalized_form()) for part in morpheme.split(SplitMode.A, add_single=False)]
        parts = tuple(dict.fromkeys(part for part in short if len(part) > 1 and part != form))
    if form in (EMPTY_VERBS if kind == "verb" else EMPTY_NOUNS):
        kind = None
    reading = reading_key(morpheme.reading_form())
    telling = kind is not None and _telling(form)
    word = Word(form, parts, kind, surface, reading) if kind is not None and telling else None
    sticky = glue in ("suffix", "counter", "hyphen") or kind in PLAIN
    return _Unit(form, parts, kind, glue, surface, reading, word, sticky, begins_as_no_word(surface))


def _sort(
    surface: str, pos: Sequence[str]
) -> tuple[Kind | None, Literal["", "suffix", "counter", "prefix", "hyphen"]]:
    """Kind of content word (None: none) and how it joins its neighbours."""
    if surface in ("-", "‐", "−", "‑") or (surface == "ー" and pos[0] == "補助記号"):
        return None, "hyphen"
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", surface):
        return "latin", ""
    match pos[0]:
        case "名詞":
            if pos[1] == "数詞":
                return "number", ""
            if pos[1] == "助動詞語幹":
                return None, ""
            name: Kind = "name" if pos[1] == "固有名詞" else "noun"
            return name, "counter" if pos[2] == "助数詞可能" or surface in COUNTERS else ""
        case "接尾辞":
            return None, "suffix" if pos[1] == "名詞的" and surface not in PLAIN_SUFFIXES else ""
        case "接頭辞":
            return None, "" if surface in COURTESY else "prefix"
        case "動詞":
            return ("verb" if pos[1] == "一般" else None), ""
        case "形容詞":
            return ("adjective" if pos[1] == "一般" else None), ""
        case "形状詞":
            return ("adjective" if pos[1] == "一般" else None), ""
        case "副詞":
            return "other", ""
    return None, ""


def _telling(form: str) -> bool:
    """Whether a short unit says enough to be searched by: not one kana, digit or letter."""
    return len(form) > 1 or (bool(form) and "一" <= form <= "鿿")


def _join(units: Iterable[_Unit], words: list[Word]) -> None:
    """Appends the words of units: numbers with their counters, nouns with suffixes and prefixes, hyphenated Latin."""
    run: list[_Unit] = []
    last: _Unit | None = None
    for unit in units:
        if last is not None:
            if (unit.sticky or last.glue == "prefix") and _joins(last, unit):
                run = run or [last]
                run.append(unit)
            elif run:
                _close(run, words)
                run = []
            elif last.word is not None:  # most words stand alone
                words.append(last.word)
        last = unit
    if last is not None:
        _close(run or [last], words)


def _joins(left: _Unit, right: _Unit) -> bool:
    if right.glue == "suffix":
        return left.kind in ("noun", "name", "number", "latin") or left.glue in ("suffix", "counter")
    if right.glue == "counter" and left.kind == "number":
        return True
    if left.glue == "prefix":
        return right.kind in ("noun", "number")
    if right.glue == "hyphen":
        return left.kind in PLAIN
    return right.kind in PLAIN and (left.kind in PLAIN or left.glue == "hyphen")


def _close(run: list[_Unit], words: list[Word]) -> None:
    """Appends the word that a run of joined units makes, if any."""
    while run[-1].glue == "hyphen" and len(run) > 1:
        run = run[:-1]
    if len(run) == 1:
        if run[0].word is not None:
            words.append(run[0].word)
        return
    kind = next((unit.kind for unit in run if unit.kind), None)
    if kind is None:
        return
    joined = [unit for unit in run if unit.glue != "hyphen"]
    form = "".join(unit.form for unit in joined)
    parts = [
        part
        for unit in joined
        if unit.kind is not None and unit.glue != "counter"
        for part in (unit.form, *unit.parts)
        if len(part) > 1 and part != form
    ]
    surface = "".join(unit.surface for unit in run)
    reading = "".join(unit.reading for unit in joined)
    words.append(Word(form, tuple(dict.fromkeys(parts)), kind, surface, reading))
