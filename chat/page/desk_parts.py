"""What the tabs of the desk share: two columns with the record, a list of towns that follows the store, how their results are made, files to
keep."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from chat import naming
from chat.exports import NAMED_FORMS, Form
from chat.page.parts import QUIET, Page, record_pane
from chat.words import t

AT_ONCE = 2
"""Runs of one tab at the same time; further ones wait. Each takes up to some seconds of one core."""

EVERY_S = 0.4
"""Seconds between two pictures of a growing result: the whole of it is drawn each time."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Growing:
    """The components of a tab by which a result is made that grows, can be stopped, and is kept."""

    start: Any
    stop: Any
    result: Any
    files: list[Any]
    """Buttons for the result as tables."""


def running(tab: str) -> dict[str, Any]:
    """How the event that makes the result of a tab is run: what is pressed meanwhile is done after it, not lost."""
    return {
        **QUIET,
        "trigger_mode": "always_last",
        "concurrency_limit": AT_ONCE,
        "concurrency_id": tab,
    }


def growing(states: Iterable[Found], stop: Callable[[], bool]) -> Iterator[tuple[Found | None, bool, bool]]:
    """Of the states of a growing result those that are drawn: one every `EVERY_S`, and the last.

    Yields:
        The state, whether it is the last, and whether `stop` ended it there. The last is None where there was no state at all.
    """
    found, stopped, drawn = None, False, time.monotonic()
    for found in states:
        if stopped := stop():
            break
        if time.monotonic() - drawn > EVERY_S:
            drawn = time.monotonic()
            yield found, False, False
    yield found, True, stopped


@contextmanager
def beside_record() -> Iterator[list[Any]]:
    """A column for the tab, with the record beside it; the pane is put into the list when the column is done."""
    import gradio as gr

    pane: list[Any] = []
    with gr.Row(elem_classes="kc-desk"):
        with gr.Column(scale=3, min_width=320):
            yield pane
        with gr.Column(scale=2, min_width=320):
            pane.append(record_pane())


def town_list(page: Page, label: str, several: bool, min_width: int = 160) -> Any:
    """A dropdown of the loaded towns; drawn anew when documents come or go, what is chosen stays. `min_width`: in CSS pixels."""
    import gradio as gr

    def drawn(chosen: Any) -> Any:
        names = page.service.towns()
        towns = (chosen or []) if several else [chosen] if chosen else []
        left = [town for town in towns if town in names]
        # What is chosen while this is on its way stays: the value is sent only where a chosen town has gone.
        gone = {} if left == list(towns) else {"value": left if several else None}
        return gr.Dropdown(choices=naming.town_choices(names), **gone)

    made = gr.Dropdown(
        choices=naming.town_choices(page.service.towns()),
        value=None,
        multiselect=several,
        label=t(label),
        min_width=min_width,
    )
    page.refresh([made], drawn, [made])
    return made


def table_buttons() -> list[Any]:
    """A button for each of `NAMED_FORMS`, hidden as long as there is no result."""
    import gradio as gr

    with gr.Row():
        return [
            gr.DownloadButton(t("表を保存（{form}）", form=name), visible=False) for name, _ in NAMED_FORMS
        ]


def hidden(buttons: Sequence[Any]) -> list[Any]:
    """The buttons, with no file behind them any more."""
    import gradio as gr

    return [gr.DownloadButton(visible=False) for _ in buttons]


def filled(buttons: Sequence[Any], title: str, table: Callable[[Form], bytes]) -> list[Any]:
    """The buttons of `table_buttons` with the table behind them; the files are called `title`."""
    import gradio as gr

    cache = buttons[0].GRADIO_CACHE
    return [
        gr.DownloadButton(value=kept(cache, f"{title}.{ending}", table(ending)), visible=True)
        for _, ending in NAMED_FORMS
    ]


def kept(cache: str, name: str, data: bytes) -> str:
    """Path of a file with `data` that the page may hand out; old ones are taken away by the page (`delete_cache`)."""
    folder = Path(cache) / uuid.uuid4().hex
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    return str(folder / name)
