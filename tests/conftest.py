"""Fixtures that several test modules share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """`../shared` with the real documents; the test is skipped where it is absent."""
    shared = ROOT.parent / "shared"
    if not (shared / "seeds").is_dir():
        pytest.skip("../shared (the real documents and their annotation) is not beside the project")
    return shared
