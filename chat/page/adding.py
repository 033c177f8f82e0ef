"""Adding to the store from the tab 資料: files, folders, addresses; what the runs before came to stays in view."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chat.page.newest import Place
from chat.page.parts import PRESSES, QUIET, Page, takes
from chat.page.stops import Stops
from chat.page.uploads import State, add_addresses, add_uploads, addresses_in
from chat.page.waits import Waits
from chat.render import error_html
from chat.render_runs import Ended, Line, before_html, ended, run_html
from chat.words import t

NO_ADDRESS = (
    "アドレスがありません。会議録のページか文書のアドレスを、一行に一つ、https:// から書いてください。"
)

PRESSED: dict[str, Any] = {**PRESSES, "queue": False, "js": "() => {}"}
"""For an event that only others follow (see `Waits.wire`)."""

MOST_RUNS = 5
"""Ended runs of a browser tab whose outcome stays."""


@dataclass(slots=True)
class Runs:
    """The runs of one browser tab: files that were chosen and wait for their turn, and what the ended ones came to."""

    chosen: list[Sequence[str]] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)
    """The newest first."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The components; `addresses` and `fetch` are None where addresses may not be fetched. `place`: which part of the list of
    documents is in view; `listed` draws that for a request, unless it is being drawn anew meanwhile."""

    files: Any
    folder: Any
    stop: Any
    replace: Any
    addresses: Any
    fetch: Any
    result: Any
    before: Any
    runs: Any
    table: Any
    place: Any
    waits: Waits
    listed: Callable[[Any, Place], Any]

    @property
    def shown(self) -> list[Any]:
        """What a run changes: its own outcome, that of the runs before, the list (together with the outcome, not when the other
        tabs have been drawn anew), what waits."""
        return [self.result, self.before, self.table, self.waits.block]


def wire(page: Page, parts: Parts, writing: dict[str, Any]) -> None:
    """Lets the parts add to the store; `writing` is how events that change it are run."""
    stops = Stops()
    _wire_files(page, parts, stops, writing)
    if parts.fetch:
        _wire_addresses(page, parts, stops, writing)
    stops.wire(parts.stop.click)


def _wire_files(page: Page, parts: Parts, stops: Stops, writing: dict[str, Any]) -> None:
    """Files and folders are added as soon as they are chosen; what is being added can be stopped."""

    def choose(chosen: Sequence[str] | None, runs: Runs) -> None:
        runs.chosen.append(chosen or ())

    def add(request: Any, runs: Runs, replacing: bool, at: Place) -> Iterator[tuple[Any, ...]]:
        yield from added(request, runs, runs.chosen.pop(0) if runs.chosen else (), replacing, at, False)

    def add_folder(
        request: Any, runs: Runs, replacing: bool, at: Place, chosen: Sequence[str] | None
    ) -> Iterator[tuple[Any, ...]]:
        yield from added(request, runs, chosen or (), replacing, at, True)

    def added(
        request: Any, runs: Runs, chosen: Sequence[str], replacing: bool, at: Place, folder: bool
    ) -> Iterator[tuple[Any, ...]]:
        paths = [Path(name) for name in chosen]
        states = add_uploads(page.service, paths, replacing, stops.begin(request), folder)
        for _, *shown in _steps(parts, request, runs, states, at):
            yield tuple(shown)

    # The field is free for further files at once, not only when it is the turn of these: emptied while others are on their way
    # into it, it would lose them.
    taken = parts.files.upload(
        choose, inputs=[parts.files, parts.runs], outputs=[parts.files], trigger_mode="multiple", **{**QUIET, "queue": False}
    )  # fmt: skip
    inputs = [parts.runs, parts.replace, parts.place]
    page.changes.append(taken.then(takes(add, "Request"), inputs=inputs, outputs=parts.shown, **writing))
    inputs = [*inputs, parts.folder]
    brought = parts.folder.upload(None, **PRESSED)
    page.changes.append(
        brought.then(takes(add_folder, "Request"), inputs=inputs, outputs=parts.shown, **writing)
    )
    for chosen in (taken, brought):
        parts.waits.wire(chosen.then)


def _wire_addresses(page: Page, parts: Parts, stops: Stops, writing: dict[str, Any]) -> None:
    """What stands in the field for addresses is fetched; the field is free at once."""
    import gradio as gr

    stopped = gr.State("")

    def take(request: Any, runs: Runs, text: str, at: Place) -> Iterator[tuple[Any, ...]]:
        asked = stops.begin(request)
        if not addresses_in(text):
            yield error_html(t(NO_ADDRESS)), before_html(runs.ended), gr.skip(), gr.skip(), gr.skip(), ""
        field: Any = ""
        states = add_addresses(page.service, text, asked)
        for lines, *shown in _steps(parts, request, runs, states, at):
            yield *shown, field, "\n".join(line.name for line in lines if line.status == "stopped")
            field = gr.skip()  # what is written there meanwhile stays

    def bring_back(left: str, text: str) -> tuple[Any, str]:
        return "\n".join(filter(None, (left, text.strip()))) if left else gr.skip(), ""

    pressed = parts.fetch.click(None, **PRESSED)
    parts.waits.wire(pressed.then)
    done = pressed.then(
        takes(take, "Request"),
        inputs=[parts.runs, parts.addresses, parts.place],
        outputs=[*parts.shown, parts.addresses, stopped],
        **writing,
    )
    page.changes.append(done)
    # What was stopped stands in the field again: pressed again, the run goes on with it.
    outputs = [parts.addresses, stopped]
    done.then(
        bring_back, inputs=[stopped, parts.addresses], outputs=outputs, trigger_mode="always_last", **QUIET
    )


def _steps(
    parts: Parts, request: Any, runs: Runs, states: Iterator[State], at: Place
) -> Iterator[tuple[list[Line], str, Any, Any, Any]]:
    """A run as far as it is: its lines, the same as HTML, (once) what the runs before it came to, (at the end) the list, and (at both
    ends) what waits."""
    import gradio as gr

    before, waiting = before_html(runs.ended), parts.waits.begin(request)
    for lines, step in states:
        listed: Any = gr.skip()
        if step is None:
            runs.ended[:] = [ended(lines), *runs.ended][:MOST_RUNS]
            listed, waiting = parts.listed(request, at), parts.waits.left(request)
        yield lines, run_html(lines, step), before, listed, waiting
        before = waiting = gr.skip()
