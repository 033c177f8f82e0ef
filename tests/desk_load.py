"""How long each action of the desk takes in a browser, over a server that runs.

    python tests/desk_load.py http://127.0.0.1:7860/ 品川区

prints for every action the median and the 95th percentile of `TIMES` runs after one that is not counted, in seconds, from the press to
the result on the screen.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chat_browser import launched, opened
from desk_actions import Action, actions

TIMES = 20

PAUSE_S = 0.15
"""Seconds between two runs: a browser gives out no more than ten files a second."""


def measured(page: Any, town: str, folder: Path) -> Iterator[tuple[str, list[float]]]:
    """(name, seconds ascending) of every action; the page is the first screen, `folder` takes files that are uploaded."""
    for name, prepare, act in actions(page, town, folder):
        prepare()
        act(TIMES)
        yield name, sorted(_timed(act, number) for number in range(TIMES))


def percentile_95(times: list[float]) -> float:
    """The least time that 95 in 100 runs do not exceed."""
    return times[math.ceil(0.95 * len(times)) - 1]


def _timed(act: Action, number: int) -> float:
    time.sleep(PAUSE_S)
    start = time.perf_counter()
    pressed = act(number)
    return time.perf_counter() - (pressed or start)


def main(address: str, town: str) -> None:
    """Measures and prints."""
    with (
        tempfile.TemporaryDirectory() as folder,
        launched() as context,
        opened(context, address) as (page, seen),
    ):
        for name, times in measured(page, town, Path(folder)):
            print(
                f"{name:24s} median {times[len(times) // 2]:.2f} s, p95 {percentile_95(times):.2f} s",
                flush=True,
            )
        print("console errors:", seen.errors)


if __name__ == "__main__":
    main(*sys.argv[1:])
