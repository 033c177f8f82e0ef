"""The conversation on paper, printed by a real headless Chromium: answer and record are whole, no control is on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import chat_fake
import pypdfium2
import pytest
from chat_browser import ask, chromium, opened, served

ABOVE = range(270, 350, 10)
"""CSS pixels of room above the record by which it begins at the foot of the first sheet, or just not on it."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page."""
    chromium()
    with served(chat_fake.service(), tmp_path_factory.mktemp("print")) as address:
        yield address


def _sheets(page: Any) -> list[list[str]]:
    """The lines of each sheet."""
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    return [
        [line.strip() for line in sheet.get_textpage().get_text_range().splitlines()] for sheet in printed
    ]


@pytest.mark.browser
def test_the_record_begins_with_whose_it_is(context: Any, address: str) -> None:
    """Protects: its caption stood alone at the foot of a sheet, the meeting on the next one."""
    with opened(context, address) as (page, seen):
        ask(page, "備蓄は")
        page.click(".kc-turn .kc-mark")
        page.wait_for_selector(".kc-record mark.kc-hl >> visible=true")
        title = page.locator(".kc-record h2 >> visible=true").inner_text()
        begins = set()
        for above in ABOVE:
            page.add_style_tag(content=f".kc-log {{ padding-bottom: {above}px !important; }}")
            ((number, sheet),) = [each for each in enumerate(_sheets(page)) if "原文" in each[1]]
            assert title in sheet, above
            begins.add(number)
        assert begins == {0, 1}
        lines = [line for sheet in _sheets(page) for line in sheet]
        assert not {"質問する", "役に立った", "新しい会話", "English"} & set(lines)
        assert seen.errors == []
