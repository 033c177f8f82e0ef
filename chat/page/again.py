"""What a result was made for outlives a reload of the page, as the words do (see head.js): one press gives the result again.

The browser is told as soon as a run begins, so that a reload in its middle is said to have cut it off."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from chat.page.parts import QUIET, Page, event_data, takes_event
from chat.render.answers import belt, text_html
from chat.words import t

LONGEST = 60
"""Characters of a date as it is written into a field."""

GONE = "画面を開き直したため、前の結果は消えています。「{button}」を押すと、同じ条件でもう一度出せます。"
CUT_OFF = (
    "画面を開き直したため、途中で打ち切られました。「{button}」を押すと、同じ条件で初めからやり直せます。"
)
LEFT = "編集した文章は下の欄に残っています（「{button}」を押すと、新しい資料に置き換わります）。"


def place(tab: str) -> str:
    """Where a result will stand: tells the browser under which name it keeps what the result was made for. Beside what is no result (an
    error) it tells the browser to keep nothing."""
    return f'<div class="kc-wish" data-tab="{tab}" hidden></div>'


def token(tab: str, key: str) -> str:
    """Beside what the server keeps for after a reload: the key to it, which the browser keeps."""
    return f'<div class="kc-wish" data-tab="{tab}" data-wish="{text_html(key)}" hidden></div>'


def wish_html(
    tab: str, towns: Sequence[str], since: str | None = "", until: str | None = "", going: bool = False
) -> str:
    """What a result was made for, beside it, or (`going`) beside the first that is said of its making; the browser keeps it."""
    wish = json.dumps([list(towns), since or "", until or "", going], ensure_ascii=False)
    return token(tab, wish)


def wire(
    page: Page,
    tab: str,
    result: Any,
    town: Any,
    period: Sequence[Any],
    button: str,
    several: bool,
    edited: Sequence[Any] = (),
) -> None:
    """After a reload the fields say again what the result was made for, and where it stood which button makes it again. `edited`: the
    text that was made of the result, and the column that shows it; what was written there is there again."""
    import gradio as gr

    def restore(event: Any) -> tuple[Any, ...]:
        data = event_data(event)
        towns, days, going = _wish(data.get("wish", ""))
        left = [one for one in towns if one in page.service.towns()]
        value: Any = left if several else next(iter(left), None)
        text = data.get("edited", "") if edited else ""
        note = t(CUT_OFF if going else GONE, button=t(button)) + (t(LEFT, button=t(button)) if text else "")
        shown = belt(f'<p class="kc-note" role="status">{note}</p>') + wish_html(tab, left, *days, going)
        draft = (text, gr.Column(visible=True)) if text else [gr.skip() for _ in edited]
        return shown, gr.Dropdown(value=value), *days[: len(period)], *draft

    result.restore(takes_event(restore), outputs=[result, town, *period, *edited], **QUIET)


def _wish(text: str) -> tuple[list[str], tuple[str, str], bool]:
    """Towns, first and last day of what the browser kept, and whether it was still being made; empty where it is none of ours."""
    try:
        towns, since, until, going = json.loads(text)
    except (ValueError, TypeError):
        return [], ("", ""), False
    known = [one for one in towns if isinstance(one, str)] if isinstance(towns, list) else []
    first, last = (day[:LONGEST] if isinstance(day, str) else "" for day in (since, until))
    return known, (first, last), going is True
