"""Waits for what stands on a page. The browser itself looks, once a frame: Playwright's own waiting looks twice a second at last, and
looking from here every 10 ms took a quarter of a second of processor time a second, which what is waited for then lacked."""

from __future__ import annotations

from typing import Any


def shown(page: Any, selector: str, words: str = "") -> None:
    """Until something of the CSS selector is in view that has the words."""
    page.wait_for_function(f"asked => {_IN_VIEW}", arg=[selector, words])


def gone(page: Any, selector: str, words: str = "") -> None:
    """Until nothing of the CSS selector is in view that has the words."""
    page.wait_for_function(f"asked => !{_IN_VIEW}", arg=[selector, words])


_IN_VIEW = """[...document.querySelectorAll(asked[0])].some(
    one => one.checkVisibility({ visibilityProperty: true }) && one.textContent.includes(asked[1]))"""
