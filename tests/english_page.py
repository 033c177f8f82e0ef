"""Reads the English page for Japanese that is ours: shared by the tests that use every tab of it.

A run of Japanese outside the elements that quote counts as a name only where the record (or what was typed) has it, and no
town's name or date does: towns have names in Latin letters, days are written in English.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from chat_browser import Seen

from corpus.eras import find_dates
from corpus.register import register
from corpus.store import Store

RUN = re.compile(r"[0-9]*[\u3005-\u3007\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff](?:[\w・ー]*[\u3005-\u9fff])?")
"""A run of Japanese with the digits and letters inside it."""

SHOWN = """() => {
  // Quotations of the record, what a person typed, the name of the other language.
  const quoting = 'blockquote, mark, .kc-words, .kc-draft, .kc-said, .kc-q, .kc-ledger .kc-link, .kc-lang, #kc-live [lang=ja], script, style, noscript';
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const e = texts.currentNode.parentElement;
    if (!e.checkVisibility() || e.closest(quoting)) continue;
    found.push(texts.currentNode.textContent);
    // What a style sheet puts before it; what it takes from an attribute stands there in the language of the page.
    found.push(getComputedStyle(e, '::before').content);
  }
  for (const e of document.querySelectorAll('[aria-label], [placeholder], [title], input, textarea')) {
    if (!e.checkVisibility() || e.closest(quoting)) continue;
    found.push(...['aria-label', 'placeholder', 'title'].map((name) => e.getAttribute(name) || ''));
    if (['text', 'textarea'].includes(e.type)) found.push(e.value);
  }
  return found;
}"""


def words_of(store: Store) -> list[str]:
    """All that the record says and names."""
    minutes = [store.minutes(n) for _, source in store.source_rows() for n in store.minutes_of(source.id)]
    said: list[str] = []
    for one in filter(None, minutes):
        meeting = one.meeting
        said += [one.text, meeting.body, meeting.session, meeting.title, meeting.place, meeting.remark]
        said += [part for turn in one.utterances for part in (turn.speaker.office, turn.speaker.name)]
    for stored in store.exchanges():
        said += [stored.exchange.topic, stored.exchange.agenda]
    return said


def left(texts: Sequence[str], record: str) -> list[str]:
    """The texts with Japanese that is neither in the record nor a name that has no Latin letters."""
    out = []
    for text in texts:
        for run in RUN.findall(text):
            plain = "".join(run.split())
            if plain not in record or register().by_name(plain) or find_dates(run):
                out.append(text.strip())
    return list(dict.fromkeys(out))


def cells(data: bytes) -> list[str]:
    """Names of the sheets, and every text of the first row and the second sheet."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    heads = [str(cell.value) for cell in next(iter(book.worksheets[0].iter_rows()))]
    rest = [str(c.value) for sheet in book.worksheets[1:] for row in sheet.iter_rows() for c in row]
    return [*book.sheetnames, *heads, *rest]


@dataclass(frozen=True, slots=True)
class EnglishPage:
    """The page in a browser; `known` is all that the record says and names and what is typed, without white space."""

    page: Any
    seen: Seen
    known: str

    def open(self, tab: str) -> None:
        """Goes to a tab."""
        self.page.get_by_role("tab", name=tab, exact=True).click()

    def left(self) -> list[str]:
        """What is in Japanese on the page as it is now, and should not be."""
        return left(self.page.evaluate(SHOWN), self.known)

    def left_in_error(self, tab: str, button: str) -> list[str]:
        """The same where a tab's button is pressed with nothing filled in, which is an error."""
        self.open(tab)
        self.page.click(button)
        self.page.wait_for_selector(".kc-error:visible")
        return self.left()

    def pick(self, label: str, option: str) -> None:
        """Chooses from a list."""
        self.page.get_by_label(label).locator("visible=true").first.click()
        self.page.get_by_role("option", name=option).locator("visible=true").first.click()
        self.page.keyboard.press("Escape")

    def downloaded(self, name: str) -> bytes:
        """The file behind a button."""
        with self.page.expect_download() as waiting:
            self.page.get_by_text(name, exact=True).locator("visible=true").click()
        return Path(waiting.value.path()).read_bytes()

    def left_in_table(self, name: str, most: int | None = None) -> list[str]:
        """What is left in the captions of the XLSX behind a button; `most` of them are looked at."""
        return left(cells(self.downloaded(name))[:most], self.known)
