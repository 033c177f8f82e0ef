"""Gold questions and the record that they are about.

A gold set is a file of questions (one JSON object a line) with an annotation of the exchanges that answer them. The
annotation comes in two forms:

1. `parse.json`: documents with exchanges, parts and statements whose texts are given by spans into the document files;
2. an exchange file (one JSON object a line): the same records with their texts written out, a `file` each.

A question's `gold_groups` are its needs: one list of item ids per need, any of which satisfies it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import GoldError
from corpus.spans import text_at
from evals.documents import decoded, holds_all, readable
from evals.text import bare

ANNOTATION_NAME = "parse.json"
NO_OFFICE = "記載なし"
"""Stands in an annotated office that the document does not print; such an office is asked of nobody."""


@dataclass(frozen=True, slots=True)
class GoldItem:
    """An annotated exchange, part or statement. Texts are bare (no tags, no white space); absent ones are empty."""

    id: str
    source: str
    question: str = ""
    answer: str = ""
    status: str = ""
    text: str = ""
    municipality: str = ""
    date: str = ""
    offices: tuple[str, ...] = ()
    topic: str = ""
    parent: str = ""

    @property
    def body(self) -> str:
        """Everything that belongs to the item: what a hit must show."""
        return self.question + self.answer + self.status + self.text

    @property
    def reply(self) -> str:
        """What may be quoted as the answer: the reply with its status, else the only text that there is."""
        return self.answer + self.status or self.text or self.question


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
    source = annotation or _annotation_beside(questions)
    records = tuple(_json_lines(source)) if source.suffix == ".jsonl" else ()
    document_annotation = {} if records else _json_object(source)
    names = {str(r.get("file", "")) for r in records} or {d["file"] for d in document_annotation["documents"]}
    folder = documents or _documents_near(questions, names)
    if not holds_all(folder, names):
        raise GoldError(
            f"{folder} に正解データの文書がありません", "--docs で文書のフォルダを指定してください"
        )
    items = dict(_inline_items(records) if records else _span_items(document_annotation, folder))
    asked = tuple(_question(r, items, questions) for r in _json_lines(questions))
    files = tuple(sorted(p for p in folder.iterdir() if p.is_file()))
    return Gold(
        name=questions.stem,
        questions=asked,
        items=items,
        record=_record(files, items),
        documents=folder,
        fingerprint=fingerprint((questions, source, *files)),
    )


def fingerprint(files: Iterable[Path]) -> str:
    """SHA-256 over names and contents, in the order given."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _annotation_beside(questions: Path) -> Path:
    """`NAME_exchanges.jsonl` for `NAME.jsonl`, else `parse.json` in the same folder."""
    for path in (
        questions.with_name(f"{questions.stem}_exchanges.jsonl"),
        questions.with_name(ANNOTATION_NAME),
    ):
        if path.is_file():
            return path
    raise GoldError(
        f"{questions.name} の注釈が見つかりません",
        "--exchanges で質疑のファイルか parse.json を指定してください",
    )


def _documents_near(questions: Path, names: set[str]) -> Path:
    """The nearest folder that holds every annotated document: beside the questions, or in a sibling folder."""
    home = questions.resolve().parent
    for folder in (home, *sorted(home.glob("*/")), *sorted(home.parent.glob("*/"))):
        if holds_all(folder, names):
            return folder
    raise GoldError(
        f"{questions.name} の文書のフォルダが見つかりません", "--docs で文書のフォルダを指定してください"
    )


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file; blank lines are passed over."""
    if not path.is_file():
        raise GoldError(f"{path} がありません", "正解データのファイル名を確かめてください")
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise GoldError(f"{path.name} の{number}行目はJSONではありません: {error}") from error
        if not isinstance(value, dict):
            raise GoldError(f"{path.name} の{number}行目はJSONオブジェクトではありません")
        yield value


def _json_object(path: Path) -> dict[str, Any]:
    """The annotation of the first form."""
    try:
        value = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path.name} を読めません: {error}") from error
    if not isinstance(value, dict) or not isinstance(value.get("documents"), list):
        raise GoldError(f"{path.name} に documents がありません")
    return value


def _span_items(annotation: Mapping[str, Any], folder: Path) -> Iterator[tuple[str, GoldItem]]:
    """Items of `parse.json`; spans count code points of the file as it is (line ends untouched)."""
    for document in annotation["documents"]:
        raw = decoded(folder / document["file"])

        def texts(field: Any, raw: str = raw) -> str:
            return "".join(bare(text_at(raw, [(a, b)])) for a, b in field["spans"])

        for item in (*document["exchanges"], *document.get("statements", ())):
            yield from _with_parts(item, document, texts)


def _inline_items(records: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, GoldItem]]:
    """Items of an exchange file, which carry their document's data themselves."""
    for record in records:
        yield from _with_parts(record, record, lambda field: bare(str(field.get("text", ""))))


def _with_parts(
    item: Mapping[str, Any], document: Mapping[str, Any], texts: Any
) -> Iterator[tuple[str, GoldItem]]:
    """The item itself, then its parts, which answer with their exchange's people where they name none."""
    whole = _item(item, document, texts, None)
    yield whole.id, whole
    for part in item.get("parts") or ():
        found = _item(part, document, texts, item)
        yield found.id, found


def _item(
    item: Mapping[str, Any], document: Mapping[str, Any], texts: Any, parent: Mapping[str, Any] | None
) -> GoldItem:
    try:
        fields = {
            name: texts(item[name]) if item.get(name) else ""
            for name in ("question", "answer", "status", "text")
        }
        return GoldItem(
            id=item["id"],
            source=document["file"],
            **fields,
            municipality=document.get("municipality") or "",
            date=document.get("date") or "",
            offices=_offices(item, parent or {}),
            topic=item.get("label") or item.get("topic") or "",
            parent=parent["id"] if parent else "",
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"注釈の項目 {item.get('id', '?')} が正しい形ではありません: {error!r}") from error


def _offices(item: Mapping[str, Any], parent: Mapping[str, Any]) -> tuple[str, ...]:
    """The printed offices of those who reply; none where the document prints none."""
    people = item.get("responders") or parent.get("responders") or item.get("speaker") or ()
    roles = [person.get("role") for person in people]
    if not people and item.get("answer"):
        roles = [person.get("office") for person in item["answer"].get("speakers", ())]
    return tuple(role for role in roles if role and NO_OFFICE not in role)


def _question(record: Mapping[str, Any], items: Mapping[str, GoldItem], path: Path) -> GoldQuestion:
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
    if question.answerable and not (question.needs and all(question.needs)):
        raise GoldError(f"{path.name} の質問 {question.id} に gold_groups がありません")
    return question


def _record(files: Iterable[Path], items: Mapping[str, GoldItem]) -> dict[str, str]:
    """All bare text by file name, with every annotated text appended: page breaks in it count as joined."""
    texts = {path.name: [bare(readable(path))] for path in files}
    for item in items.values():
        texts.setdefault(item.source, [""]).extend((item.question, item.answer, item.status, item.text))
    return {name: "\n".join(parts) for name, parts in texts.items()}
