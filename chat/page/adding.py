"""Adding to the store from the tab 資料: files, folders, addresses; what the runs before came to stays in view."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chat.page import again
from chat.page.newest import Place
from chat.page.parts import PRESSES, QUIET, Page, event_data, takes
from chat.page.runs import Runs, State, Step, at_its_turn, begun, gone_on
from chat.page.uploads import add_addresses, add_uploads, addresses_in
from chat.page.waits import Stops, Waits
from chat.render.answers import belt, error_html
from chat.render.runs import Line, before_html, ended_html, run_html
from chat.words import t

NO_ADDRESS = (
    "アドレスがありません。会議録のページか文書のアドレスを、一行に一つ、https:// から書いてください。"
)

FORGOTTEN = "前の読み込みの結果はもう残っていません。読み込めた資料は、下の一覧で確かめられます。"

TAB = "documents"
"""Under which name the browser keeps the key of the runs."""

PRESSED: dict[str, Any] = {**PRESSES, "queue": False, "js": "() => {}"}
"""For an event that only others follow (see `Waits.wire`)."""


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
    import gradio as gr

    nothing = tuple(gr.skip() for _ in parts.shown)

    def choose(chosen: Sequence[str] | None, runs: Runs, replacing: bool) -> None:
        runs.choose(chosen, False, replacing)

    def choose_folder(chosen: Sequence[str] | None, runs: Runs, replacing: bool) -> None:
        runs.choose(chosen, True, replacing)

    def add(request: Any, runs: Runs, at: Place) -> Iterator[tuple[Any, ...]]:
        if not runs.chosen:
            yield nothing  # what yields nothing empties what it might have changed
            return
        chosen, run = runs.chosen.pop(0), begun(runs, page.keeping.kept, stops, request)
        paths = [Path(name) for name in chosen.files]
        states = add_uploads(page.service, paths, chosen.replace, page.keeping.turn, run, chosen.folder)
        for _, *shown in _steps(parts, request, runs, at_its_turn(states, run, stops, request), at):
            yield tuple(shown)

    def add_left(request: Any, runs: Runs, at: Place) -> Iterator[tuple[Any, ...]]:
        yield nothing
        while runs.chosen:
            yield from add(request, runs, at)

    # The field is free for further files at once, not only when it is the turn of these: emptied while others are on their way
    # into it, it would lose them.
    at_once = {**QUIET, "trigger_mode": "multiple", "queue": False}
    inputs = [parts.files, parts.runs, parts.replace]
    taken = parts.files.upload(choose, inputs=inputs, outputs=[parts.files], **at_once)
    inputs = [parts.folder, parts.runs, parts.replace]
    brought = parts.folder.upload(choose_folder, inputs=inputs, **at_once)
    adds = {"inputs": [parts.runs, parts.place], "outputs": parts.shown, **writing}
    for chosen in (taken, brought):
        page.changes.append(chosen.then(takes(add, "Request"), **adds))
        parts.waits.wire(chosen.then)
    restored = _wire_restore(page, parts, stops)
    page.changes.append(restored)
    # What waited for its turn is added after all: the page that was left cannot ask for it any more.
    page.changes.append(restored.then(takes(add_left, "Request"), **adds))


def _wire_restore(page: Page, parts: Parts, stops: Stops) -> Any:
    """After a reload what is going on, and what the ended runs came to, is shown again; the event of it."""
    import gradio as gr

    def restore(event: Any, request: Any, at: Place) -> Iterator[tuple[Any, ...]]:
        key = event_data(event).get("wish", "")
        runs = page.keeping.kept.get(key)
        if runs is None:
            yield (
                belt(f'<p class="kc-note" role="status">{t(FORGOTTEN)}</p>') + again.place(TAB),
                *[gr.skip()] * 4,
            )
            return
        yield gr.skip(), gr.skip(), gr.skip(), gr.skip(), runs
        going = False
        before: Any = before_html(runs.ended)
        for lines, step in gone_on(runs, stops, request):
            going = True
            listed = parts.listed(request, at) if step is None else gr.skip()
            yield _shown(runs, lines, step), before, listed, gr.skip(), runs
            before = gr.skip() if step else before_html(runs.ended)  # should another follow
        if runs.ended and not going:
            last = belt(ended_html(runs.ended[0])) + again.token(TAB, key)
            yield last, before_html(runs.ended[1:]), gr.skip(), gr.skip(), runs

    # Not among the changes of the store, of which one at a time is made: it would wait for the end of what it is to show.
    outputs = [*parts.shown, parts.runs]
    return parts.result.restore(
        takes(restore, "EventData", "Request"),
        inputs=[parts.place],
        outputs=outputs,
        concurrency_limit=None,
        **QUIET,
    )


def _wire_addresses(page: Page, parts: Parts, stops: Stops, writing: dict[str, Any]) -> None:
    """What stands in the field for addresses is fetched; the field is free at once."""
    import gradio as gr

    stopped = gr.State("")

    def take(request: Any, runs: Runs, text: str, at: Place) -> Iterator[tuple[Any, ...]]:
        if not addresses_in(text):
            begun_now = parts.waits.begin(request)
            yield error_html(t(NO_ADDRESS)), before_html(runs.ended), gr.skip(), begun_now, gr.skip(), ""
            return
        run = begun(runs, page.keeping.kept, stops, request)
        field: Any = ""
        states = add_addresses(page.service, text, page.keeping.turn, run)
        for lines, *shown in _steps(parts, request, runs, at_its_turn(states, run, stops, request), at):
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

    before: Any = before_html(runs.ended)
    waiting: Any = None
    for lines, step in states:
        listed: Any = gr.skip()
        if waiting is None:  # it has begun: it was its turn
            waiting = parts.waits.begin(request)
        if step is None:
            listed, waiting = parts.listed(request, at), parts.waits.left(request)
        yield lines, _shown(runs, lines, step), before, listed, waiting
        before = waiting = gr.skip()


def _shown(runs: Runs, lines: Sequence[Line], step: Step | None) -> str:
    """A run as far as it is, and what the browser keeps to be shown it again."""
    return run_html(lines, step) + again.token(TAB, runs.key)
