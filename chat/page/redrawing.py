"""What follows the store: the header and the tab in view at once, every other tab when it is looked at.

One event draws what is seen and no longer true. Drawing every tab after every change, an event a part, made each of several changes in
a row wait for the drawing of those before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from chat.page.newest import Counts
from chat.page.parts import EVERYWHERE, QUIET, Page, Refreshed, said, takes
from chat.ports import AnswerService


@dataclass(slots=True)
class View:
    """What one browser tab shows."""

    tab: int = 0
    """The tab in view, from the left."""
    pressed: float = 0
    """Which press of a tab that is, counted by the browser: presses in quick succession may come in another order."""
    drawn: dict[int, object] = field(default_factory=dict)
    """Of each part, by its place among all: the state of the store as it was last drawn."""
    fresh: tuple[object, frozenset[int]] = (None, frozenset())
    """A state of the store, and the tabs that were drawn at it."""

    def drew(self, tab: int, generation: object) -> list[int]:
        """The tab is drawn as the store was at this generation: all that are."""
        before, tabs = self.fresh
        self.fresh = generation, frozenset((tab,)) | (tabs if before == generation else frozenset())
        return sorted(self.fresh[1])


DRAWING: dict[str, Any] = {**QUIET, "concurrency_limit": 4, "concurrency_id": "redraw"}
"""Drawn at the same time for different browser tabs; further ones wait."""


def wire(page: Page, blocks: Any, tabs: Any, header: Any) -> None:
    """Draws what is seen when the page is opened, after each of `page.changes`, when one of `tabs` is selected, and as long as
    something in view asks for it (`data-again`, see page.js; `header` has the event)."""
    import gradio as gr

    parts, service = page.refreshed, page.service
    wiring = {
        "inputs": [gr.State(View()), *(one for part in parts for one in part.inputs)],
        "outputs": [one for part in parts for one in part.outputs],
        **DRAWING,
    }

    def draw(request: Any, view: View, *values: Any) -> tuple[Any, ...]:
        return tuple(_drawn(service, parts, request, view, values))

    def select(event: Any, request: Any, view: View, pressed: float, *values: Any) -> tuple[Any, ...]:
        if pressed > view.pressed:
            view.tab, view.pressed = event.index, pressed
        generation, tab = _generation(service), view.tab
        shown = draw(request, view, *values)
        return *shown, view.drew(tab, generation)

    seen = takes(draw, "Request")
    blocks.load(seen, **wiring)
    header.again(seen, **wiring)
    for change in page.changes:
        # A change that comes while the one before is still being drawn is drawn after it: what stays is the last.
        change.then(seen, trigger_mode="always_last", **wiring)
        # What is not in view is out of date until it is drawn: it is not shown before (see desk.css).
        change.then(None, js="() => window.kcStale()", **QUIET)
    # Which tabs are drawn: by then another may be in view, whose drawing is still on its way. All of them, because the browser may take
    # two messages for one, and knows the last.
    drawn, pressed = gr.JSON(visible=False), gr.Number(visible=False)
    view, *rest = wiring["inputs"]
    wiring |= {"inputs": [view, pressed, *rest], "outputs": [*wiring["outputs"], drawn]}
    chosen = tabs.select(
        takes(select, "SelectData", "Request"), trigger_mode="multiple",
        js="(view, pressed, ...rest) => [view, window.kcPressed = (window.kcPressed || 0) + 1, ...rest]", **wiring,
    )  # fmt: skip
    chosen.then(None, inputs=[drawn], js="(drawn) => window.kcFresh(drawn)", **QUIET)


def _drawn(
    service: AnswerService, parts: Sequence[Refreshed], request: Any, view: View, values: Sequence[Any]
) -> list[Any]:
    """A value for each output of all parts: nothing new for those that are out of view, or as the store is."""
    import gradio as gr

    shown: list[Any] = []
    made: list[tuple[int, object, slice, Counts]] = []
    start, tab = 0, view.tab
    # Asked once an event: parts that were told differently would not all be drawn.
    asked: dict[Callable[[], object], Callable[[], object]] = {}
    for number, part in enumerate(parts):
        mine = values[start : start + len(part.inputs)]
        start += len(part.inputs)
        place = slice(len(shown), len(shown) + len(part.outputs))
        shown += [gr.skip()] * len(part.outputs)
        told = [asked.setdefault(part.state, cache(part.state))] if part.state else []
        state = _state(service, told) if part.tab in (EVERYWHERE, tab) else None
        if state is None or view.drawn.get(number) == state:
            continue
        counts = part.newest.begin(request)
        drawn = part.draw(*told, *mine)
        shown[place] = drawn if len(part.outputs) > 1 else [drawn]
        made.append((number, state, place, counts))
    # Asked at the end: while the parts after it were drawn, one may have been turned over or searched, and that was shown already.
    for number, state, place, counts in made:
        if counts():
            view.drawn[number] = state
        else:
            shown[place] = [gr.skip()] * len(shown[place])
    return shown


def _generation(service: AnswerService) -> object:
    """That of the store; of one that cannot be read each is another one."""
    try:
        return service.generation
    except Exception:
        return object()  # drawing says what is wrong


def _state(service: AnswerService, told: Sequence[Callable[[], object]]) -> object:
    """What a part is drawn from. Where the store cannot be read, something new each time, so that the part is drawn and says what
    is wrong."""
    try:
        return service.generation, *(one() for one in told)
    except Exception as error:
        said(error)  # for the log
        return object()
