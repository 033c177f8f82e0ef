"""Evaluations started from the page: which gold set, one run at a time with its progress, what is saved.

Nothing here knows Gradio; `evals.tab` puts it on the page.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from chat.page.background import stoppable
from chat.words import language, speaking, t
from corpus.errors import GoldError
from corpus.progress import Progress
from evals.evaluation import Plan
from evals.gate import QUESTIONS
from evals.names import system_label
from evals.report import write
from evals.run import Run
from evals.saved import load, safe_name, save, saved_runs
from evals.uploads import GoldFiles

Step = tuple[str, int, int]
"""(what is being done, how much is done, how much there is)."""
Evaluate = Callable[[Plan, Progress | None], Sequence[Run]]


class Stopped(Exception):
    """The evaluation was stopped before its end: nothing of it is kept, for runs compare only whole."""


def run_with_progress(
    plan: Plan, evaluate: Evaluate, reports: Path, stop: Callable[[], bool] = lambda: False
) -> Iterator[Step | Path]:
    """Runs an evaluation in a thread; yields its steps, and at last the file of the first run that was saved.

    Args:
        plan: what is evaluated.
        evaluate: what evaluates it; tells before every file and question.
        reports: where runs are saved.
        stop: asked at every step; True ends the evaluation.

    Raises:
        Stopped: it was asked to stop.
        KaigirokuError: whatever the evaluation raises.
    """

    def work(tell: Callable[[Step], None]) -> list[Run]:
        return list(evaluate(plan, lambda what, done, total: tell((what, done, total))))

    # The uploaded documents that it reads are deleted as soon as this ends, also for who leaves the page.
    runs = yield from stoppable(work, stop, Stopped)
    paths = [save(run, reports) for run in runs]
    with speaking("ja"):
        write(runs, reports / safe_name(plan.name) / "report.html")
    yield paths[0]


def plan_for(files: GoldFiles, name: str, encoder: str | None, baselines: bool, reports: Path) -> Plan:
    """The plan of an evaluation; without a name it is called after gold set and time. A name that one in `reports` has gets a
    number: an earlier evaluation is never replaced, nor its methods taken for those of the new one."""
    stem = t("見本") if files.questions == QUESTIONS else files.questions.stem
    called = name.strip() or f"{stem}-{datetime.datetime.now():%Y%m%d-%H%M%S}"
    called = _free(called, reports)
    return Plan(files.questions, called, None, encoder, files.documents, files.annotation, baselines)


def _free(name: str, reports: Path) -> str:
    free, number = name, 2
    while (reports / safe_name(free)).exists():
        free, number = f"{name}-{number}", number + 1
    return free


def choices(reports: Path) -> list[tuple[str, str]]:
    """(what users read, value) of every saved run, newest first; the value is `NAME/SYSTEM`."""
    found = []
    for path in saved_runs(reports):
        shown = t("{name}（{system}）", name=path.parent.name, system=system_label(path.stem))
        found.append((shown, f"{path.parent.name}/{path.stem}"))
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
    """The HTML report of a choice in `folder`, from which the page may hand out files; None without report.

    It is kept in Japanese; on a page in another language it is made anew.
    """
    name = value.partition("/")[0]
    saved = reports / name / "report.html"
    if not saved.is_file():
        return None
    target = folder / "reports" / f"{safe_name(name)}.html"
    if language() != "ja":
        return write(together(value, reports), target.with_stem(f"{target.stem}-{language()}"))
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(saved, target)
    return target
