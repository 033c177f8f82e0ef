"""Labelled sets of wordings, which hold for minutes in general: each row's labels are what its wording alone says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evals.annotation import json_lines


def labelled(name: str) -> list[dict[str, Any]]:
    """The rows of `questions`, `scopes`, `sentences` or `commitments`."""
    return list(json_lines(Path(__file__).parent / "fixtures" / "wordings" / f"{name}.jsonl"))
