"""Gold questions and the record that they are about.

A gold set is a file of questions (one JSON object a line) with an annotation of the exchanges that answer them
(`evals.annotation`). A question's `gold_groups` are its needs: one list of item ids per need, any of which satisfies it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from corpus.errors import GoldError
from corpus.sample import DOCUMENTS
from evals.annotation import GoldItem, file_of, inline_items, json_lines, json_object, span_items
from evals.documents import holds_all, readable
from evals.text import bare

ANNOTATION_NAME = "parse.json"


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with what a right answer finds, cites and states; `facts` are lists of accepted surfaces.

    `related` and `not_given` belong to unanswerable questions: the place worth pointing to, and the words by which the
    record itself says that it does not give the figure.
    """

    id: str
    question: str
    style: str = "natural"
    lang: str = "ja"
    answerable: bool = True
    needs: tuple[tuple[str, ...], ...] = ()
    also_ok: tuple[str, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()
    history: tuple[tuple[str, str], ...] = ()
    related: tuple[str, ...] = ()
    not_given: tuple[tuple[str, ...], ...] = ()
    summary: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold set, ready to score: `record` maps a file name to all its bare text, pieces of split rows joined too."""

    name: str
    questions: tuple[GoldQuestion, ...]
    items: Mapping[str, GoldItem]
    record: Mapping[str, str]
    documents: Path
    fingerprint: str
    """SHA-256 over questions, annotation and document files: two runs compare only where it is the same."""


def load_gold(questions: Path, *, annotation: Path | None = None, documents: Path | None = None) -> Gold:
    """Reads a gold set; `annotation` and `documents` are looked for near the question file where not given.

    Raises:
        GoldError: a file is missing or not of the expected form, or a question names an unknown item.
    """
    lines = tuple(json_lines(questions))  # first: of a wrong name not the annotation is missing
    source = annotation or _annotation_beside(questions)
    records = tuple(json_lines(source)) if source.suffix == ".jsonl" else ()
    document_annotation = {} if records else json_object(source)
    names = files_named(source)
    if "" in names:
        raise GoldError(
            f"{source.name} に文書の名のない質疑があります", "file に文書のファイル名を書いてください"
        )
    folder = documents or _documents_near(questions, names)
    if not holds_all(folder, names):
        missing = [name for name in sorted(names) if not (folder / name).is_file()]
        raise GoldError(
            f"{folder} に正解データの文書がありません: {', '.join(missing)}",
            "--docs で文書のフォルダを指定してください",
        )
    items = dict(inline_items(records) if records else span_items(document_annotation, folder))
    asked = tuple(_question(r, items, questions) for r in lines)
    if not asked:
        raise GoldError(f"{questions.name} に質問がありません", "一行に一つの質問を書いてください")
    if twice := [name for name, count in Counter(one.id for one in asked).items() if count > 1]:
        raise GoldError(f"{questions.name} に同じ id の質問があります: {', '.join(twice)}")
    files = tuple(sorted(p for p in folder.iterdir() if p.is_file()))
    return Gold(
        name=questions.stem,
        questions=asked,
        items=items,
        record=_record(files, items),
        documents=folder,
        fingerprint=fingerprint((questions, source, *files)),
    )


def files_named(annotation: Path) -> set[str]:
    """The document files that an annotation is about."""
    records = tuple(json_lines(annotation)) if annotation.suffix == ".jsonl" else ()
    if records:
        return {file_of(record) for record in records}
    return {str(document["file"]) for document in json_object(annotation)["documents"]}


def ids_named(questions: Path) -> set[str]:
    """The annotated items that a file of questions points to."""
    found: set[str] = set()
    for record in json_lines(questions):
        groups = (*record.get("gold_groups", ()), record.get("also_ok", ()), record.get("related", ()))
        found.update(str(identity) for group in groups for identity in group)
    return found


def fingerprint(files: Iterable[Path]) -> str:
    """SHA-256 over names and contents, in the order given."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def has_annotation(questions: Path) -> bool:
    """Whether the annotation of a file of questions stands beside it."""
    return any(path.is_file() for path in _annotations_of(questions))


def _annotations_of(questions: Path) -> tuple[Path, Path]:
    """`NAME_exchanges.jsonl` for `NAME.jsonl`, else `parse.json` in the same folder."""
    return questions.with_name(f"{questions.stem}_exchanges.jsonl"), questions.with_name(ANNOTATION_NAME)


def _annotation_beside(questions: Path) -> Path:
    for path in _annotations_of(questions):
        if path.is_file():
            return path
    raise GoldError(
        f"{questions.name} の注釈が見つかりません",
        "--exchanges で質疑のファイルか parse.json を指定してください",
    )


def _documents_near(questions: Path, names: set[str]) -> Path:
    """The nearest folder that holds every annotated document: beside the questions, in a sibling folder, else the sample's."""
    home = questions.resolve().parent
    for folder in (home, *sorted(home.glob("*/")), *sorted(home.parent.glob("*/")), DOCUMENTS):
        if holds_all(folder, names):
            return folder
    raise GoldError(
        f"{questions.name} の文書のフォルダが見つかりません", "--docs で文書のフォルダを指定してください"
    )


_WORDS, _GROUPS = TypeAdapter(list[str]), TypeAdapter(list[list[str]])
_FORMS: tuple[tuple[str, TypeAdapter[Any], str], ...] = (
    ("question", TypeAdapter(Annotated[str, Field(pattern=r"\S")]), '文字列（"…"）'),
    ("answerable", TypeAdapter(bool), "true か false"),
    ("gold_groups", _GROUPS, '質疑の id の並びの並び（[["会議-1"]]）'),
    ("also_ok", _WORDS, '質疑の id の並び（["会議-1"]）'),
    ("related", _WORDS, '質疑の id の並び（["会議-1"]）'),
    ("answer_facts", _GROUPS, '語の並びの並び（[["300円", "三百円"]]）'),
    ("not_given", _GROUPS, '語の並びの並び（[["未定"]]）'),
    ("history", TypeAdapter(list[dict[str, str]]), "role と content のある組の並び"),
)
"""What each key must hold, and how that is told: 「"no"」 would be an answer that there is, "300円" four words of one letter each."""


_KEYS = (
    "id",
    *(key for key, _, _ in _FORMS),
    *"style lang answer_summary_ja unanswerable_kind gold gold_kind".split(),
)

LIKE = 0.85
"""Likeness (`difflib`) from which an unknown key is taken for a known one misspelt: answer_fact (0.96) and goldgroups (0.95), not date (0.57)."""


def _formed(record: Mapping[str, Any], path: Path) -> None:
    """Raises GoldError where a question is not of the expected form."""
    number = record.get("id", "?")
    for key in ("id", "question", "answerable"):
        if key not in record:
            raise GoldError(f"{path.name} の質問 {number} に {key} がありません")
    for key in sorted(record.keys() - set(_KEYS)):
        if meant := get_close_matches(key, _KEYS, 1, LIKE):
            raise GoldError(f"{path.name} の質問 {number} の {key} は、{meant[0]} の書き誤りではありませんか")
    for key, form, told in _FORMS:
        try:
            form.validate_python(record.get(key, []), strict=True)
        except ValidationError as error:
            raise GoldError(f"{path.name} の質問 {number} の {key} は、{told}にしてください") from error


def _question(record: Mapping[str, Any], items: Mapping[str, GoldItem], path: Path) -> GoldQuestion:
    _formed(record, path)
    try:
        question = GoldQuestion(
            id=str(record["id"]),
            question=str(record["question"]),
            style=record.get("style", "natural"),
            lang=record.get("lang", "ja"),
            answerable=bool(record["answerable"]),
            needs=tuple(tuple(group) for group in record.get("gold_groups", ())),
            also_ok=tuple(record.get("also_ok", ())),
            facts=tuple(tuple(fact) for fact in record.get("answer_facts", ())),
            history=tuple((m["role"], m["content"]) for m in record.get("history", ())),
            related=tuple(record.get("related", ())),
            not_given=tuple(tuple(fact) for fact in record.get("not_given", ())),
            summary=record.get("answer_summary_ja", ""),
            kind=record.get("unanswerable_kind", ""),
        )
    except (KeyError, TypeError) as error:
        raise GoldError(
            f"{path.name} の質問 {record.get('id', '?')} が正しい形ではありません: {error!r}"
        ) from error
    named = {i for group in (*question.needs, question.also_ok, question.related) for i in group}
    if unknown := sorted(named - items.keys()):
        raise GoldError(
            f"{path.name} の質問 {question.id} が注釈にない質疑を指しています: {', '.join(unknown)}"
        )
    if not question.answerable and question.needs:
        raise GoldError(
            f"{path.name} の質問 {question.id} は、answerable が false なのに gold_groups があります",
            "記録に答えがあれば answerable を true にし、なければ gold_groups を除いてください",
        )
    if question.answerable and not (question.needs and all(question.needs)):
        raise GoldError(f"{path.name} の質問 {question.id} に gold_groups がありません")
    return question


def _record(files: Iterable[Path], items: Mapping[str, GoldItem]) -> dict[str, str]:
    """All bare text by file name, with every annotated text appended: page breaks in it count as joined."""
    texts = {path.name: [bare(readable(path))] for path in files}
    for item in items.values():
        texts.setdefault(item.source, [""]).extend((item.question, item.answer, item.status, item.text))
    return {name: "\n".join(parts) for name, parts in texts.items()}
