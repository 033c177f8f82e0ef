"""A gold set of one's own, as it is given to the page: files told apart, and what was not given found where it is known.

1. which upload is which is told by its first record, not by its name;
2. without annotation: the sample minutes with theirs, where it has every exchange that the questions name;
3. documents that were not given: the originals of the store.

What the command finds beside a file cannot be beside an upload, so 2 and 3 take the place of that.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from chat import naming
from chat.words import t
from corpus.errors import GoldError
from corpus.sample import DOCUMENTS
from evals.annotation import inline_items, json_lines
from evals.gate import QUESTIONS
from evals.gold import files_named, ids_named

OWN = Path(__file__).parent
"""Where the annotations of the project's own gold sets are."""

NAMED = 3
"""Files and exchanges named in a message."""

BROKEN = "一行に一つの質問を、UTF-8 の JSON で書いてください（id、question、answerable が要ります）"
"""What to do about a gold file whose first line is no record."""

Original = Callable[[str], bytes | None]
"""The bytes of a loaded document by its name; None where there is none of it."""


@dataclass(frozen=True, slots=True)
class GoldFiles:
    """The files of a gold set, told apart."""

    questions: Path
    annotation: Path | None
    documents: Path

    @property
    def of_sample(self) -> bool:
        """Whether the sample minutes are what is measured on."""
        return self.documents == DOCUMENTS


def sample_files() -> GoldFiles:
    """The project's own gold set."""
    return GoldFiles(QUESTIONS, None, DOCUMENTS)


def sorted_uploads(
    uploads: Sequence[Path], folder: Path, original: Original = lambda name: None
) -> GoldFiles:
    """Copies uploads into `folder`, says which file is which, and adds what is known of the rest.

    Raises:
        GoldError: no question file or more than one; no annotation is given or known; documents are missing.
    """
    documents = folder / "documents"
    documents.mkdir(parents=True)
    found: dict[str, list[Path]] = {"questions": [], "annotation": [], "document": []}
    for upload in uploads:
        kind = _kind(upload)
        target = (documents if kind == "document" else folder) / upload.name
        shutil.copyfile(upload, target)
        found[kind].append(target)
    if not found["questions"]:
        lines = [one for one in found["document"] if one.suffix == ".jsonl"]
        if broken := next((one for one in lines if not _first(one)), None):
            raise GoldError(f"{broken.name} の初めの行を JSON として読めません", BROKEN)
        raise GoldError(
            "質問のファイルがありません",
            "一行に id、question、answerable のある質問の .jsonl を一つ選んでください",
        )
    questions = _one(found["questions"], "質問")
    if not found["annotation"]:
        return GoldFiles(questions, _sample_annotation(questions), DOCUMENTS)
    annotation = _one(found["annotation"], "注釈")
    _complete(documents, files_named(annotation), original)
    return GoldFiles(questions, annotation, documents)


def _one(files: Sequence[Path], kind: str) -> Path:
    if len(files) > 1:
        raise GoldError(f"{kind}のファイルが{len(files)}個あります", "一つだけ選んでください")
    return files[0]


def _sample_annotation(questions: Path) -> Path:
    """The annotation of the sample that has all exchanges which the questions name."""
    wanted = ids_named(questions)
    for known in sorted(OWN.glob("*_exchanges.jsonl")):
        if wanted <= {identity for identity, _ in inline_items(json_lines(known))}:
            return known
    raise GoldError(
        f"質問が指す質疑（{_some(wanted)}）の注釈がありません",
        f"質疑の本文を書いた {questions.stem}_exchanges.jsonl か parse.json を、質問のファイルと一緒に選んでください",
    )


def _complete(documents: Path, wanted: Iterable[str], original: Original) -> None:
    """Puts the documents that are wanted and were not given into the folder.

    Raises:
        GoldError: some are known nowhere.
    """
    missing = []
    for name in sorted(wanted):
        if (documents / name).is_file():
            continue
        data = original(name)
        if data is not None:
            (documents / name).write_bytes(data)
        else:
            missing.append(name)
    if missing:
        raise GoldError(
            f"正解データの会議録がありません: {_some(missing)}",
            "この名前のファイルを質問と一緒に選ぶか、先に「資料」で読み込んでください",
        )


def _some(names: Iterable[str]) -> str:
    """The first names, and how many more there are."""
    ordered = sorted(names)
    more = t(" ほか{n}件", n=len(ordered) - NAMED) if len(ordered) > NAMED else ""
    return naming.listed(ordered[:NAMED]) + more


def _first(path: Path) -> set[str]:
    """The keys of the first record of JSON or JSON Lines; none where it cannot be read as a record."""
    try:
        text = path.read_text("utf-8-sig")
        first = json.loads(text if path.suffix == ".json" else text.lstrip().splitlines()[0])
    except (ValueError, IndexError):
        return set()
    return set(first) if isinstance(first, dict) else set()


def _kind(path: Path) -> str:
    """questions, annotation or document, by the keys of the first record."""
    if path.suffix not in {".jsonl", ".json"}:
        return "document"
    keys = _first(path)
    if {"id", "question", "answerable"} <= keys:
        return "questions"
    written = ({"id", "file"}, {"id", "source", "question", "answer"}, {"documents", "rules"})
    return "annotation" if any(form <= keys for form in written) else "document"
