"""Every tab of the page with 20,000 exchanges of real councils, in a real browser (run by `make check`; some 15 minutes)."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest
from chat_browser import chromium, launched, opened, served
from desk_load import measured, percentile_95

from chat.service import Service
from chat.settings import Settings

EXCHANGES = 20_000
TOWN = "品川区"

SLOWEST_S = 1.0
SLOWEST_DOSSIER_S = 3.0


def _meetings(file: Path) -> Iterator[list[bytes]]:
    """The lines of one meeting after the other."""
    group: list[bytes] = []
    key: object = None
    with lzma.open(file) as lines:
        for line in lines:
            item = json.loads(line)
            this = tuple(item.get(name) for name in ("municipality", "meeting", "date"))
            if group and this != key:
                yield group
                group = []
            key = this
            group.append(line)
    if group:
        yield group


@pytest.fixture(scope="module")
def service(shared_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Service:
    """A store of `EXCHANGES` exchanges: every third meeting, a file each, and the five real documents."""
    chromium()
    file = shared_dir / "data" / "minutes.jsonl.xz"
    if not file.is_file():
        pytest.skip("../shared/data/minutes.jsonl.xz (real minutes) is not there")
    folder = tmp_path_factory.mktemp("load")
    service = Service.open(Settings(store=folder / "store"))
    service.add([shared_dir / "seeds"])
    batch: list[Path] = []
    for number, lines in enumerate(_meetings(file)):
        if number % 3 == 0:
            (folder / f"{number:05d}.jsonl").write_bytes(b"".join(lines))
            batch.append(folder / f"{number:05d}.jsonl")
        if len(batch) == 100:
            service.add(batch)
            batch = []
            if service.reach().exchanges >= EXCHANGES:
                break
    service.add(batch)
    assert service.reach().exchanges >= EXCHANGES
    return service


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.timeout(5400)
def test_every_action_is_quick(service: Service, tmp_path: Path) -> None:
    """From the press to the result on the screen: 95 in 100 within a second, the dossier within three; no console error."""
    with (
        served(service, tmp_path) as address,
        launched() as context,
        opened(context, address) as (page, seen),
    ):
        slow = {}
        for name, times in measured(page, TOWN, tmp_path):
            limit = SLOWEST_DOSSIER_S if name == "dossier" else SLOWEST_S
            if percentile_95(times) > limit:
                slow[name] = times
        assert slow == {}
        assert seen.errors == []
