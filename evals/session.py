"""Evaluations started from the page: which gold set, one run at a time with its progress, what is saved.

Nothing here knows Gradio; `evals.tab` puts it on the page.
"""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from corpus.errors import GoldError
from corpus.sample import DOCUMENTS
from evals.evaluation import Plan
from evals.gate import QUESTIONS
from evals.report import write
from evals.run import Progress, Run
from evals.saved import load, safe_name, save, saved_runs

Step = tuple[str, int, int]
"""(what is being done, how much is done, how much there is)."""
Evaluate = Callable[[Plan, Progress | None], Sequence[Run]]

TICK = 0.2
"""Seconds between looks at the work: a bar that moves five times a second looks alive."""


@dataclass(frozen=True, slots=True)
class GoldFiles:
    """The files of a gold set, told apart."""

    questions: Path
    annotation: Path | None
    documents: Path


def sample_files() -> GoldFiles:
    """The project's own gold set."""
    return GoldFiles(QUESTIONS, None, DOCUMENTS)


def sorted_uploads(uploads: Sequence[Path], folder: Path) -> GoldFiles:
    """Copies uploads into `folder` and says which file is which: by their first record, not by their names.

    Raises:
        GoldError: there is no question file, more than one, or no annotation.
    """
    documents = folder / "documents"
    documents.mkdir(parents=True)
    found: dict[str, list[Path]] = {"questions": [], "annotation": []}
    for upload in uploads:
        kind = _kind(upload)
        target = (documents if kind == "document" else folder) / upload.name
        shutil.copyfile(upload, target)
        if kind != "document":
            found[kind].append(target)
    if len(found["questions"]) != 1 or len(found["annotation"]) != 1:
        raise GoldError(
            f"質問のファイルが{len(found['questions'])}個、注釈のファイルが{len(found['annotation'])}個あります",
            "質問の .jsonl を一つ、注釈（質疑の .jsonl か parse.json）を一つ、会議録の文書と一緒に選んでください",
        )
    return GoldFiles(found["questions"][0], found["annotation"][0], documents)


def _kind(path: Path) -> str:
    """questions, annotation or document, by the keys of the first record."""
    if path.suffix not in {".jsonl", ".json"}:
        return "document"
    try:
        text = path.read_text("utf-8-sig")
        first = json.loads(text if path.suffix == ".json" else text.lstrip().splitlines()[0])
    except (ValueError, IndexError):
        return "document"
    keys = set(first) if isinstance(first, dict) else set()
    if {"id", "question", "answerable"} <= keys:
        return "questions"
    return "annotation" if {"id", "file"} <= keys or {"documents", "rules"} <= keys else "document"


def run_with_progress(plan: Plan, evaluate: Evaluate, reports: Path) -> Iterator[Step | Path]:
    """Runs an evaluation in a thread; yields its steps, and at last the file of the first run that was saved.

    Raises:
        KaigirokuError: whatever the evaluation raises.
    """
    steps: SimpleQueue[Step] = SimpleQueue()
    with ThreadPoolExecutor(1, thread_name_prefix="evaluation") as pool:
        work = pool.submit(evaluate, plan, lambda what, done, total: steps.put((what, done, total)))
        while not work.done():
            try:
                yield steps.get(timeout=TICK)
            except Empty:
                continue
        runs = list(work.result())
    paths = [save(run, reports) for run in runs]
    write(runs, reports / safe_name(plan.name) / "report.html")
    yield paths[0]


def plan_for(files: GoldFiles, name: str, encoder: str | None, baselines: bool) -> Plan:
    """The plan of an evaluation; without a name it is called after gold set and time."""
    called = name.strip() or f"{files.questions.stem}-{datetime.datetime.now():%Y%m%d-%H%M%S}"
    return Plan(files.questions, called, None, encoder, files.documents, files.annotation, baselines)


def choices(reports: Path) -> list[tuple[str, str]]:
    """(what users read, value) of every saved run, newest first; the value is `NAME/SYSTEM`."""
    found = []
    for path in saved_runs(reports):
        found.append((f"{path.parent.name}（{path.stem}）", f"{path.parent.name}/{path.stem}"))
    return found


def loaded(value: str, reports: Path) -> Run:
    """A saved run by its choice.

    Raises:
        GoldError: it is not among the saved ones (any more).
    """
    for path in saved_runs(reports):
        if f"{path.parent.name}/{path.stem}" == value:
            return load(path)
    raise GoldError(f"評価結果「{value}」はもうありません", "一覧から選び直してください")


def together(value: str, reports: Path) -> list[Run]:
    """The run of a choice first, then the others of the same evaluation."""
    first = loaded(value, reports)
    home = value.partition("/")[0]
    others = [load(path) for path in saved_runs(reports) if path.parent.name == home]
    return [first, *sorted((r for r in others if r.system != first.system), key=lambda r: r.system)]


def offered(value: str, reports: Path, folder: Path) -> Path | None:
    """A copy of the HTML report of a choice in `folder`, from which the page may hand out files; None without report."""
    name = value.partition("/")[0]
    saved = reports / name / "report.html"
    if not saved.is_file():
        return None
    target = folder / "reports" / f"{safe_name(name)}.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(saved, target)
    return target
