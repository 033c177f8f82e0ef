"""What a result was made for outlives a reload of the page, as the words do (see head.js): one press gives the result again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from chat.page.parts import QUIET, Page, event_data, takes_event
from chat.render import belt, text_html
from chat.words import t

LONGEST = 60
"""Characters of a date as it is written into a field."""


def place(tab: str) -> str:
    """Where a result will stand: tells the browser under which name it keeps what the result was made for."""
    return f'<div class="kc-wish" data-tab="{tab}" hidden></div>'


def wish_html(tab: str, towns: Sequence[str], since: str | None = "", until: str | None = "") -> str:
    """What a result was made for, beside it; the browser keeps it."""
    wish = json.dumps([list(towns), since or "", until or ""], ensure_ascii=False)
    return f'<div class="kc-wish" data-tab="{tab}" data-wish="{text_html(wish)}" hidden></div>'


def wire(
    page: Page, tab: str, result: Any, town: Any, period: Sequence[Any], button: str, several: bool
) -> None:
    """After a reload the fields say again what the result was made for, and where it stood which button makes it again."""
    import gradio as gr

    def restore(event: Any) -> tuple[Any, ...]:
        towns, *days = _wish(event_data(event).get("wish", ""))
        left = [one for one in towns if one in page.service.towns()]
        value: Any = left if several else next(iter(left), None)
        note = t(
            "画面を開き直したため、前の結果は消えています。「{button}」を押すと、同じ条件でもう一度出せます。",
            button=t(button),
        )
        shown = belt(f'<p class="kc-note" role="status">{note}</p>') + wish_html(tab, left, *days)
        return shown, gr.Dropdown(value=value), *days[: len(period)]

    result.restore(takes_event(restore), outputs=[result, town, *period], **QUIET)


def _wish(text: str) -> tuple[list[str], str, str]:
    """Towns, first and last day of what the browser kept; empty where it is none of ours."""
    try:
        towns, since, until = json.loads(text)
    except (ValueError, TypeError):
        return [], "", ""
    known = [one for one in towns if isinstance(one, str)] if isinstance(towns, list) else []
    first, last = (day[:LONGEST] if isinstance(day, str) else "" for day in (since, until))
    return known, first, last
