"""What the functions of the page give reaches the browser in the order in which it was made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from inspect import isgeneratorfunction
from typing import Any


def in_order(function: Callable[..., Any], outputs: Sequence[Any]) -> Callable[..., Any]:
    """`function` (a generator function too), of whose `outputs` blocks of HTML are given as updates.

    Gradio hands each bare value to a thread of its own before it sends anything: on a busy machine what was drawn later, for fewer
    outputs, overtakes what was drawn before, which then covers it. Updates are sent at once.
    """
    import gradio as gr

    places = [number for number, one in enumerate(outputs) if isinstance(one, (gr.HTML, gr.JSON))]
    if not places:
        return function

    def given(made: Any) -> Any:
        if isinstance(made, dict):  # nothing new in any of them
            return made
        values = list(made) if len(outputs) > 1 else [made]
        for place in places:
            if not isinstance(values[place], dict):
                values[place] = gr.update(value=values[place])
        return tuple(values) if len(outputs) > 1 else values[0]

    if not isgeneratorfunction(function):
        return wraps(function)(lambda *args, **named: given(function(*args, **named)))

    @wraps(function)
    def steps(*args: Any, **named: Any) -> Iterator[Any]:
        going = function(*args, **named)
        try:
            yield from map(given, going)
        finally:
            going.close()

    return steps
