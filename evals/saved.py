"""Runs on disk: `reports/NAME/SYSTEM.json`, and beside it the ranking in TREC form for outside tools.

`SYSTEM.run` has a line per hit (`qid Q0 document rank score tag`), `SYSTEM.qrels` the judgements that the run was measured
with (`qid 0 document gain`): the needs that a hit is the first to satisfy, and a document that was not retrieved for each
need that none satisfies. `ir_measures SYSTEM.qrels SYSTEM.run nDCG@10` gives the reported figure.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from corpus.errors import GoldError
from evals.gold import GoldQuestion
from evals.metrics import Value, summary
from evals.ranking import gains, hit_name
from evals.run import Asked, Run
from evals.scoring import QuestionScore
from evals.systems import PRODUCT

SCHEMA = 1
"""Form of the JSON; a run of another form is measured anew."""
REPORTS = Path("reports")
"""Where runs are kept by default: in the folder in which the command is given, away from the record."""

_UNSAFE = re.compile(r"[^\w.@+-]+")


def safe_name(name: str) -> str:
    """`name` as a file name: letters, digits and ._@+- stay, the rest becomes one hyphen."""
    return _UNSAFE.sub("-", name).strip("-.") or "run"


def save(run: Run, folder: Path = REPORTS) -> Path:
    """Writes a run under `folder`/its name and returns the JSON file; an earlier one of the same name is replaced."""
    home = folder / safe_name(run.name)
    home.mkdir(parents=True, exist_ok=True)
    target = home / f"{safe_name(run.system)}.json"
    _write(target, json.dumps(_to_json(run), ensure_ascii=False, indent=1))
    _write(target.with_suffix(".run"), "".join(_trec_run(run)))
    _write(target.with_suffix(".qrels"), "".join(_trec_qrels(run)))
    return target


def load(path: Path) -> Run:
    """Reads a saved run.

    Raises:
        GoldError: no such file, or not a run of this schema.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        if data.get("schema") != SCHEMA:
            raise GoldError(f"{path} は別の版の評価結果です", "eval run をやり直してください")
        return _from_json(data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"評価結果 {path} を読めません: {error}") from error


def find(name: str, folder: Path = REPORTS) -> Path:
    """The file of a run: a path, `NAME` (its product run) or `NAME/SYSTEM` under `folder`.

    Raises:
        GoldError: there is none; the names that there are are listed.
    """
    for path in (
        Path(name),
        Path(name) / f"{PRODUCT}.json",
        folder / f"{name}.json",
        folder / name / f"{PRODUCT}.json",
    ):
        if path.is_file():
            return path
    known = ", ".join(sorted({p.parent.name for p in saved_runs(folder)})) or "なし"
    raise GoldError(f"評価結果「{name}」がありません", f"保存済み: {known}")


def saved_runs(folder: Path = REPORTS) -> list[Path]:
    """All saved runs, newest first."""
    files = [path for path in folder.glob("*/*.json") if path.with_suffix(".run").is_file()]
    return sorted(files, key=lambda path: (-path.stat().st_mtime, path.name))


def _write(path: Path, text: str) -> None:
    """Whole or not at all: a reader never sees half a file."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, "utf-8")
    os.replace(part, path)


def _to_json(run: Run) -> dict[str, Any]:
    head = {f.name: getattr(run, f.name) for f in fields(run) if f.name != "asked"}
    return {
        "schema": SCHEMA,
        **head,
        "settings": dict(run.settings),
        "summary": {name: _value(value) for name, value in summary(run.scores).items()},
        "asked": [
            {"question": asdict(a.question), "score": asdict(a.score), "answer": a.answer} for a in run.asked
        ],
    }


def _value(value: Value) -> dict[str, float | None]:
    return asdict(value)


def _from_json(data: Mapping[str, Any]) -> Run:
    head = {f.name: data[f.name] for f in fields(Run) if f.name not in {"asked", "settings"}}
    asked = tuple(
        Asked(
            GoldQuestion(**{key: _tuples(value) for key, value in entry["question"].items()}),
            entry["answer"],
            QuestionScore(**{key: _tuples(value) for key, value in entry["score"].items()}),
        )
        for entry in data["asked"]
    )
    return Run(**head, asked=asked, settings=tuple(data["settings"].items()))


def _tuples(value: Any) -> Any:
    """JSON lists back to tuples, all the way down."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _trec_run(run: Run) -> Iterator[str]:
    for asked in run.asked:
        names = documents(asked.answer["hits"])
        size = len(names)
        for rank, name in enumerate(names, start=1):
            yield f"{asked.question.id} Q0 {name} {rank} {size - rank + 1} {safe_name(run.system)}\n"


def _trec_qrels(run: Run) -> Iterator[str]:
    for asked in run.asked:
        if not asked.score.answerable:
            continue
        names = {hit_name(rank): name for rank, name in enumerate(documents(asked.answer["hits"]), start=1)}
        for document, gain in gains(asked.score).items():
            yield f"{asked.question.id} 0 {names.get(document, document)} {gain}\n"


def documents(hits: Iterable[Mapping[str, Any]]) -> list[str]:
    """A name without blanks for each hit, in order; a second hit on the same exchange is told apart by its rank."""
    names: list[str] = []
    for rank, hit in enumerate(hits, start=1):
        name = re.sub(r"\s+", "_", str(hit.get("exchange_id") or hit_name(rank)))
        names.append(f"{name}~{rank}" if name in names else name)
    return names
