"""The lexical searches of the baselines: keyword AND, and BM25 over given tokens.

They use nothing of the product's own retrieval, so that a baseline's figures stay what they are while the product changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from corpus.folding import folded
from corpus.sudachi import Sudachi
from evals.units import Unit

Tokens = Callable[[str], list[str]]
Found = list[tuple[int, float]]
"""(number of the unit, score), best first."""

_BETWEEN_WORDS = re.compile(r"[\s、。，．,.?？!！・「」『』（）()]+")
_LATIN_WORD = re.compile(r"\w+")
_LONGEST_TOKEN = 40
"""Bytes of a token beyond which default analysers drop it, as tantivy's and Lucene's do in effect for Japanese."""
_SUDACHI_BYTES = 40_000
"""Bytes of text per call of SudachiPy, which refuses more than 49,149."""
_FUNCTION_WORDS = frozenset({"助詞", "助動詞", "補助記号", "空白", "記号"})
"""Parts of speech that are left out: particles, auxiliaries, punctuation."""


def default_words(text: str) -> list[str]:
    """Tokens as an English-style default analyser makes them: runs of letters, in lower case, overlong ones dropped.

    >>> default_words("避難所の開設は？ LINE で")
    ['避難所の開設は', 'line', 'で']
    """
    return [w for w in _LATIN_WORD.findall(text.lower()) if len(w.encode()) <= _LONGEST_TOKEN]


def japanese_words() -> Tokens:
    """A tokeniser into Japanese words (SudachiPy, shortest units, normalised forms), function words left out."""
    sudachi = Sudachi("A")

    def words(text: str) -> list[str]:
        return [
            morpheme.normalized_form().lower()
            for piece in _pieces(unicodedata.normalize("NFKC", text))
            for morpheme in sudachi(piece)
            if morpheme.part_of_speech()[0] not in _FUNCTION_WORDS
        ]

    return words


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that SudachiPy takes; a character has at most four bytes."""
    size = _SUDACHI_BYTES // 4
    return (text[start : start + size] for start in range(0, len(text), size))


class KeywordAnd:
    """Search as council search sites do it: all words as typed must occur; newest meeting first.

    Words are what blanks and punctuation divide: a question typed as a sentence is one word, and is found nowhere.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self._texts = [folded(unit.text) for unit in units]
        self._newest_first = sorted(range(len(units)), key=lambda n: units[n].meeting.date, reverse=True)

    def __call__(self, question: str, k: int) -> Found:
        """The newest `k` units in which every word of the question occurs; all score alike."""
        words = [folded(word) for word in _BETWEEN_WORDS.split(question) if word]
        if not words:
            return []
        found = [n for n in self._newest_first if all(word in self._texts[n] for word in words)]
        return [(n, 1.0) for n in found[:k]]


class Bm25:
    """BM25 (tantivy's: k1 1.2, b 0.75) over the tokens of `tokens`, any of the question's words may match."""

    def __init__(self, units: Sequence[Unit], tokens: Tokens) -> None:
        import tantivy

        self._tokens = tokens
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
        schema.add_unsigned_field("number", stored=True, indexed=True)
        self._schema = schema.build()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(heap_size=50_000_000, num_threads=1)
        for number, unit in enumerate(units):
            document = tantivy.Document()
            document.add_text("text", " ".join(tokens(unit.text)))
            document.add_unsigned("number", number)
            writer.add_document(document)
        writer.commit()
        self._index.reload()

    def __call__(self, question: str, k: int) -> Found:
        """The best `k` units with their BM25 scores; none where no word of the question occurs."""
        import tantivy

        terms: list[Any] = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "text", word, "freq"))
            for word in dict.fromkeys(self._tokens(question))
        ]
        if not terms:
            return []
        searcher = self._index.searcher()
        hits = searcher.search(tantivy.Query.boolean_query(terms), k).hits
        return [(searcher.doc(address)["number"][0], float(score)) for score, address in hits]
