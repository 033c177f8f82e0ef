"""The frame of the page: header, tabs, and what is drawn anew when documents come or go."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any, Protocol

from chat.page import brief_tab, check_tab, compare_tab, documents, ledger, redrawing, talk
from chat.page.in_order import in_order
from chat.page.parts import Page, html_block
from chat.page.runs import Keeping
from chat.ports import AnswerService
from chat.render.frame import header_html
from chat.words import Language, speaking, spoken, t


class Tab(Protocol):
    """A tab of the page: usually a module."""

    @property
    def TITLE(self) -> str:  # noqa: N802 -- a module's constant serves as well
        """What the tab is called."""
        ...

    def build(self, page: Page) -> None:
        """Puts the tab into the page."""
        ...


LOOK_S = 0.01
"""Seconds between two looks of Gradio's queue for something to do. Its own is 1 ms, for each of the two pages: 1,500 wakings a second,
6% of a core while nobody uses the page; with this 2%, and what is pressed waits 5 ms longer on average."""

TABS: tuple[ModuleType, ...] = (talk, compare_tab, ledger, brief_tab, check_tab, documents)
"""The tabs from left to right: modules with `TITLE` and `build(page)`. A new tab is one module here."""


def build_page(
    service: AnswerService,
    max_upload_bytes: int,
    more: Sequence[Tab] = (),
    lang: Language = "ja",
    keeping: Keeping | None = None,
) -> Any:
    """The page as Gradio blocks, to be mounted by `chat.api.app`. Each browser tab has a conversation of its own.

    Args:
        service: what answers.
        max_upload_bytes: largest file that is taken.
        more: tabs to the right of `TABS`, of folders that may not be imported here.
        lang: the language of labels, notes and errors.
        keeping: what is shared with the page in the other language.
    """
    import gradio as gr

    with (
        speaking(lang),
        gr.Blocks(
            title=t("会議録チャット"), analytics_enabled=False, fill_width=True, delete_cache=(3600, 86400)
        ) as blocks,
    ):
        _build(Page(service, max_upload_bytes, keeping or Keeping()), (*TABS, *more), blocks)
    blocks._queue.sleep_when_free = LOOK_S
    for function in blocks.fns.values():
        if function.fn is not None:
            function.fn = in_order(spoken(lang, function.fn), function.outputs)
    return blocks


def _build(page: Page, tabs: Sequence[ModuleType | Tab], blocks: Any) -> None:
    """Header and tabs, and what is drawn anew when documents come or go."""
    import gradio as gr

    header = html_block(header_html(page.service.reach()), "会議録チャット")
    page.refresh([header], lambda: header_html(page.service.reach()))
    with gr.Tabs() as chosen:
        for number, tab in enumerate(tabs):
            with gr.Tab(t(tab.TITLE), elem_id=f"kc-tab-{number}"):
                page.tab = number
                tab.build(page)
    redrawing.wire(page, blocks, chosen, header)
