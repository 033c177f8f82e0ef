"""The frame of the page: header, tabs, and what is drawn anew when documents come or go."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any, Protocol

from chat.page import brief_tab, check_tab, compare_tab, documents, ledger, talk
from chat.page.parts import QUIET, Page, html_block
from chat.ports import AnswerService
from chat.render_documents import header_html


class Tab(Protocol):
    """A tab of the page: usually a module."""

    @property
    def TITLE(self) -> str:  # noqa: N802 -- a module's constant serves as well
        """What the tab is called."""
        ...

    def build(self, page: Page) -> None:
        """Puts the tab into the page."""
        ...


TABS: tuple[ModuleType, ...] = (talk, compare_tab, ledger, brief_tab, check_tab, documents)
"""The tabs from left to right: modules with `TITLE` and `build(page)`. A new tab is one module here."""


def build_page(service: AnswerService, max_upload_bytes: int, more: Sequence[Tab] = ()) -> Any:
    """The page as Gradio blocks, to be mounted by `chat.api`. Each browser tab has a conversation of its own.

    Args:
        service: what answers.
        max_upload_bytes: largest file that is taken.
        more: tabs to the right of `TABS`, of folders that may not be imported here.
    """
    import gradio as gr

    page = Page(service, max_upload_bytes)
    with gr.Blocks(
        title="会議録チャット", analytics_enabled=False, fill_width=True, delete_cache=(3600, 86400)
    ) as blocks:
        header = html_block(header_html(service.reach()), "会議録チャット")
        page.refreshed.append((header, lambda: header_html(service.reach()), []))
        with gr.Tabs():
            for tab in (*TABS, *more):
                with gr.Tab(tab.TITLE):
                    tab.build(page)
        for component, draw, inputs in page.refreshed:
            blocks.load(draw, inputs=inputs, outputs=[component], **QUIET)
            for change in page.changes:
                change.then(draw, inputs=inputs, outputs=[component], **QUIET)
    return blocks
