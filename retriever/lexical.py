"""The lexical index: BM25 over Japanese words, in tantivy.

Two shelves, because two sizes of text are worth finding: `EXCHANGES` holds a document per exchange or statement, with a field
for each side of it (a question's words often stand partly in the question, partly in the reply); `PASSAGES` holds a document
per passage, so that a short place in a long turn is found too, and it is known which. They are separate indexes, since document
frequencies and mean lengths of one would spoil the other's BM25.

Words are joined with spaces and cut again by tantivy's own `whitespace` tokenizer: the same postings as with
`add_pre_tokenized_text`, but without a Python object a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from corpus.errors import IndexMismatch
from retriever.fusion import lexical_bound
from retriever.linked import opened
from retriever.manifest import REBUILD
from retriever.writer import merge_on, open_writer

WRITER_MEMORY = 60_000_000
"""Bytes that a writer gathers before it writes a segment: ~15,000 passages. More did not make it faster."""


@dataclass(frozen=True, slots=True)
class FieldWeights:
    """Weight of a word found in a field of an exchange.

    Starting values by what the fields are: a topic label is a heading written to be found by (with it in front, BM25's
    recall@1 on Tokyo assembly pairs went from 0.68 to 0.87); a question's words are nearest to a new question's; the answer
    holds what is asked for; office, agenda and meeting are matched mostly by filters and only tip the balance.
    To be measured again with `kaigiroku eval run` whenever layouts or tokenising change.
    """

    topic: float = 2.0
    question: float = 1.0
    answer: float = 1.0
    agenda: float = 0.5
    speaker: float = 0.5
    meeting: float = 0.3


TIE = 0.3
"""How much the other fields add to the best one for the same word (dis_max): 0 the best alone, 1 the sum."""

EXCHANGES = ("topic", "question", "answer", "agenda", "speaker", "meeting", "reading")
PASSAGES = ("text",)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A filter as the index knows it: numbers of minutes, of voices; None does not narrow. `gone`: minutes taken out."""

    minutes: tuple[int, ...] | None = None
    voices: tuple[int, ...] | None = None
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a shelf: `key` (row of the exchange, or id of the passage) and words by field."""

    key: int
    minutes: int
    voices: Sequence[int]
    words: Mapping[str, Iterable[str]]


class Shelf:
    """One tantivy index in `folder` with the text fields `names`. Searching is thread-safe, writing is for one process."""

    def __init__(self, folder: Path, names: Sequence[str], create: bool = False) -> None:
        """Opens the index, or makes it where `create`; FileNotFoundError where there is none.

        In a folder that cannot be written it is read by way of links. Raises IndexMismatch where what is there cannot be read.
        """
        self._schema = _schema(names)
        self._names = tuple(names)
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        elif not (folder / "meta.json").exists():
            raise FileNotFoundError(2, "no index", str(folder))
        try:
            self._index, self._linked = opened(folder, self._opened)
        except (ValueError, OSError) as error:
            raise IndexMismatch(f"検索用の索引が壊れています: {folder} ({error})", REBUILD) from error
        self._writer: Any = None

    def _opened(self, folder: Path) -> Any:
        import tantivy

        index = tantivy.Index(self._schema, path=str(folder), reuse=True)
        index.config_reader(reload_policy="manual")
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("words", analyzer)
        return index

    def reload(self) -> None:
        """Sees what has been committed since, also by other processes."""
        if self._linked is not None:
            self._linked.follow(self._index.reload)
        else:
            self._index.reload()

    @property
    def count(self) -> int:
        """Number of documents."""
        return int(self._index.searcher().num_docs)

    def keys(self) -> list[int]:
        """The keys of all documents, unordered. For checks."""
        import tantivy

        searcher = self._index.searcher()
        hits = searcher.search(tantivy.Query.all_query(), limit=max(1, searcher.num_docs), count=False).hits
        return [
            int(value or 0) for value in searcher.fast_field_values("key", [address for _, address in hits])
        ]

    def has_term(self, field: str, term: str) -> bool:
        """Whether any document has the word in the field."""
        return bool(self._index.searcher().doc_freq(field, term))

    def together(self, field: str, terms: Sequence[str], narrowing: Narrowing | None = None) -> int:
        """How many documents have all of the words in the field."""
        query = self._having_all(field, terms, narrowing)
        return int(self._index.searcher().search(query, limit=1, count=True).count or 0)

    def having(
        self, field: str, terms: Sequence[str], limit: int, narrowing: Narrowing | None = None
    ) -> list[int]:
        """The keys of at most `limit` documents that have all of the words in the field, the best first."""
        searcher = self._index.searcher()
        hits = searcher.search(self._having_all(field, terms, narrowing), limit=limit, count=False).hits
        return [int(key or 0) for key in searcher.fast_field_values("key", [address for _, address in hits])]

    def _having_all(self, field: str, terms: Sequence[str], narrowing: Narrowing | None) -> Any:
        from tantivy import Occur, Query

        clauses = [(Occur.Must, Query.term_query(self._schema, field, term)) for term in terms]
        return Query.boolean_query([*clauses, *self._narrowed(narrowing or Narrowing())])

    def search(
        self,
        terms: Sequence[tuple[str, float]],
        weights: Mapping[str, float],
        limit: int,
        narrowing: Narrowing | None = None,
    ) -> list[tuple[int, float]]:
        """(key, score) of the best documents, best first. `terms` are (word, boost), `weights` by field."""
        import tantivy

        wanted = self._wanted(terms, weights)
        if wanted is None or limit <= 0:
            return []
        clauses = [(tantivy.Occur.Must, wanted), *self._narrowed(narrowing or Narrowing())]
        query = wanted if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)
        searcher = self._index.searcher()
        hits = searcher.search(query, limit=limit, count=False).hits
        keys = searcher.fast_field_values("key", [address for _, address in hits])
        return [(int(key or 0), float(score)) for key, (score, _) in zip(keys, hits, strict=True)]

    def bound(self, terms: Sequence[tuple[str, float]], weights: Mapping[str, float]) -> float:
        """The most that `search` can give for these terms: each word's boost at its best field (see `retriever.fusion`).

        A word that stands in several fields may give `TIE` of each of the others more; that is left out, since it seldom
        does, and a bound that is never reached would make all scores small.
        """
        searcher = self._index.searcher()
        documents = searcher.num_docs
        used = [(name, weight) for name, weight in weights.items() if weight > 0 and name in self._names]
        return sum(
            boost
            * max(
                weight * lexical_bound([(1.0, searcher.doc_freq(name, term))], documents)
                for name, weight in used
            )
            for term, boost in terms
            if boost > 0
        )

    def _wanted(self, terms: Sequence[tuple[str, float]], weights: Mapping[str, float]) -> Any:
        """For each word the best of its fields plus a share of the others; the words summed. None where none counts."""
        from tantivy import Occur, Query

        boosts: dict[str, float] = {}
        for term, boost in terms:
            boosts[term] = boosts.get(term, 0.0) + boost
        used = [(name, weight) for name, weight in weights.items() if weight > 0 and name in self._names]
        clauses = []
        for term, boost in boosts.items():
            if boost <= 0 or not term:
                continue
            alternatives = [
                Query.boost_query(Query.term_query(self._schema, name, term, "freq"), weight * boost)
                for name, weight in used
            ]
            if len(alternatives) > 1:
                clauses.append((Occur.Should, Query.disjunction_max_query(alternatives, TIE)))
            elif alternatives:
                clauses.append((Occur.Should, alternatives[0]))
        return Query.boolean_query(clauses) if clauses else None

    def _narrowed(self, narrowing: Narrowing) -> list[tuple[Any, Any]]:
        from tantivy import Occur, Query

        clauses = []
        for name, values in (("minutes", narrowing.minutes), ("voice", narrowing.voices)):
            if values is not None:
                members = Query.term_set_query(self._schema, name, list(values))
                clauses.append((Occur.Must, Query.const_score_query(members, 0.0)))
        if narrowing.gone:
            members = Query.term_set_query(self._schema, "minutes", list(narrowing.gone))
            clauses.append((Occur.MustNot, members))
        return clauses

    def add(self, entry: Entry) -> None:
        """Adds a document; seen after `commit`."""
        import tantivy

        document = tantivy.Document()
        document.add_unsigned("key", entry.key)
        document.add_unsigned("minutes", entry.minutes)
        for voice in entry.voices:
            document.add_unsigned("voice", voice)
        for name, words in entry.words.items():
            text = " ".join(words)
            if text:
                document.add_text(name, text)
        self._writing().add_document(document)

    def remove_minutes(self, minutes: Iterable[int]) -> None:
        """Takes out all documents of these minutes."""
        import tantivy

        # Not delete_documents_by_term: tantivy 0.27 takes the number for a signed one and deletes nothing.
        numbers = list(minutes)
        if numbers:
            members = tantivy.Query.term_set_query(self._schema, "minutes", numbers)
            self._writing().delete_documents_by_query(members)

    def remove_after(self, minutes: int) -> None:
        """Takes out all documents of minutes with a higher number than this (left by a run that did not finish)."""
        import tantivy

        above = tantivy.Query.range_query(
            self._schema,
            "minutes",
            tantivy.FieldType.Unsigned,
            lower_bound=minutes + 1,
            use_inverted_index=True,
        )
        self._writing().delete_documents_by_query(above)

    def commit(self) -> None:
        """Makes all changes seen and durable, in one step."""
        if self._writer is not None:
            self._writer.commit()
            self.reload()

    def close(self) -> None:
        """Ends writing; what was not committed is dropped. Merging goes on by itself (see `retriever.writer`)."""
        if self._writer is not None:
            merge_on(self._writer)
            self._writer = None
        self.reload()

    def abandon(self) -> None:
        """Ends writing after an error; what was not committed is dropped, and the next writer can begin."""
        self._writer = None

    def _writing(self) -> Any:
        if self._writer is None:
            try:
                self._writer = open_writer(self._index, WRITER_MEMORY)
            except (ValueError, OSError) as error:
                raise IndexMismatch(f"索引に書き込めません: {error}", REBUILD) from error
        return self._writer


def by_field(weights: FieldWeights) -> dict[str, float]:
    """The weights as a mapping."""
    return {field.name: getattr(weights, field.name) for field in fields(weights)}


def _schema(names: Sequence[str]) -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_unsigned_field("minutes", indexed=True)
    builder.add_unsigned_field("voice", indexed=True)
    for name in names:
        builder.add_text_field(name, tokenizer_name="words", index_option="freq")
    return builder.build()
