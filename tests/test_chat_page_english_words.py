"""Every tab of the English page used to its end: what is Japanese on it are quotations, and names that stand in the record.

A run of Japanese outside the elements that quote counts as a name only where the record (or what was typed here) has it, and no
town's name or date does: towns have names in Latin letters, days are written in English.
"""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx as word
import openpyxl
import pytest
from chat_browser import Seen, ask, chromium, launched, opened, served
from test_evals_reports import GOLD, RIGHT, WRONG, made

from chat.service import Service
from chat.settings import Settings
from corpus.eras import find_dates
from corpus.register import register
from evals.evaluation import Plan
from evals.run import Progress, Run
from evals.tab import EvaluationTab

pytestmark = pytest.mark.browser

DRAFT = "本市は昨年10月に、80台で同時にテレワークができる環境を入れました。野良猫の避妊手術に補助を出します。"
TYPED = (
    "火星の駅はいつ開業しますか",
    "調布市のテレワークはどう進めていますか",
    "情報セキュリティ",
    "避難所",
    DRAFT,
)

RUN = re.compile(r"[0-9]*[\u3005-\u3007\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff](?:[\w・ー]*[\u3005-\u9fff])?")
"""A run of Japanese with the digits and letters inside it."""

SHOWN = """() => {
  // Quotations of the record, what a person typed, the name of the other language, what is only read out (a copy of an answer).
  const quoting = 'blockquote, mark, .kc-words, .kc-draft, .kc-q, .kc-ledger .kc-link, .kc-lang, #kc-live, script, style, noscript';
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const e = texts.currentNode.parentElement;
    if (e.checkVisibility() && !e.closest(quoting)) found.push(texts.currentNode.textContent);
  }
  for (const e of document.querySelectorAll('[aria-label], [placeholder], [title], input, textarea')) {
    if (!e.checkVisibility() || e.closest(quoting)) continue;
    found.push(...['aria-label', 'placeholder', 'title'].map((name) => e.getAttribute(name) || ''));
    if (['text', 'textarea'].includes(e.type)) found.push(e.value);
  }
  return found;
}"""


def canned(plan: Plan, progress: Progress | None) -> list[Run]:
    """Stands for the product and two of its baselines."""
    if progress:
        progress("会議録チャット", 1, 2)
    runs = zip(("kaigiroku", "keyword-and", "chunks-fused"), (WRONG, RIGHT, WRONG), strict=True)
    return [replace(made(answers, plan.name), system=system) for system, answers in runs]


@pytest.fixture(scope="module")
def record(sample_service: Service) -> str:
    """All that the record says and names, without white space, and what is typed here."""
    store = sample_service.store
    minutes = [store.minutes(n) for _, source in store.source_rows() for n in store.minutes_of(source.id)]
    said: list[str] = [*TYPED]
    for one in filter(None, minutes):
        meeting = one.meeting
        said += [one.text, meeting.body, meeting.session, meeting.title, meeting.place, meeting.remark]
        said += [part for turn in one.utterances for part in (turn.speaker.office, turn.speaker.name)]
    for stored in store.exchanges():
        said += [stored.exchange.topic, stored.exchange.agenda]
    said += [question.question for question in GOLD.questions] + [item.body for item in GOLD.items.values()]
    said += [question.summary for question in GOLD.questions] + ["プールの話です。百円です四月"]
    return "\n".join("".join(text.split()) for text in said)


def left(texts: Sequence[str], record: str) -> list[str]:
    """The texts with Japanese that is neither in the record nor a name that has no Latin letters."""
    out = []
    for text in texts:
        for run in RUN.findall(text):
            plain = "".join(run.split())
            if plain not in record or register().by_name(plain) or find_dates(run):
                out.append(text.strip())
    return list(dict.fromkeys(out))


def test_what_counts_as_left() -> None:
    """A sentence of ours, a town, a date of the era are found; an office and a body of the record are not."""
    texts = [
        "Reply by 総務部長 (Somu Bucho)",
        "調布市 and 4 other towns",
        "on 令和6年3月7日",
        "見つかりません",
        "Chofu City Council (調布市議会)",
    ]
    record = "総務部長\n調布市議会\n令和6年3月7日\n調布市"
    assert left(texts, record) == ["調布市 and 4 other towns", "on 令和6年3月7日", "見つかりません"]


@pytest.fixture(scope="module")
def browser(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Seen]]:
    """The page over a copy of the sample: its documents are added to and removed here."""
    chromium()
    folder = tmp_path_factory.mktemp("english-words")
    shutil.copytree(sample_store, folder / "store")
    service = Service.open(Settings(store=folder / "store"))
    tab = EvaluationTab(folder / "reports", evaluate=canned)
    with (
        served(service, folder, more_tabs=[tab]) as address,
        launched() as context,
        opened(context, address + "en/") as page,
    ):
        yield page


def open_tab(page: Any, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()


def pick(page: Any, label: str, option: str) -> None:
    page.get_by_label(label).locator("visible=true").first.click()
    page.get_by_role("option", name=option).locator("visible=true").first.click()
    page.keyboard.press("Escape")


def downloaded(page: Any, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_text(name, exact=True).locator("visible=true").click()
    return Path(waiting.value.path()).read_bytes()


def cells(data: bytes) -> list[str]:
    """Names of the sheets, and every text of the first row and the second sheet."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    heads = [str(cell.value) for cell in next(iter(book.worksheets[0].iter_rows()))]
    rest = [str(c.value) for sheet in book.worksheets[1:] for row in sheet.iter_rows() for c in row]
    return [*book.sheetnames, *heads, *rest]


def test_chat(browser: tuple[Any, Seen], record: str) -> None:
    """Examples in English that are answered, an answer to a Japanese question, a refusal, follow-ups, the record, the Word file."""
    page, seen = browser
    assert page.locator(".kc-example").count() == 3
    page.locator(".kc-example").first.click()
    page.wait_for_selector(".kc-quote")
    assert left(page.evaluate(SHOWN), record) == []
    for question, wait in ((TYPED[0], ".kc-none"), (TYPED[1], ".kc-turn:nth-child(3) .kc-chips")):
        ask(page, question)
        page.wait_for_selector(wait)
    page.locator(".kc-thumb").first.click()
    page.wait_for_selector(".kc-comment")
    page.locator(".kc-mark").first.click()
    page.wait_for_selector(".kc-record[data-focus]")
    assert left(page.evaluate(SHOWN), record) == []
    paragraphs = word.Document(io.BytesIO(downloaded(page, "Save as Word"))).paragraphs
    said = [one.text for one in paragraphs if "「" not in one.text and not one.style.name.startswith("Quote")]
    assert any(
        "Chofu City Council (調布市議会), 1st regular session of 2024, 7 March 2024" in text for text in said
    )
    assert seen.errors == []


def test_compare(browser: tuple[Any, Seen], record: str) -> None:
    """The error, the boxes of the towns, the captions of the Excel file."""
    page, seen = browser
    open_tab(page, "Compare")
    page.click("#kc-compare")
    page.wait_for_selector(".kc-error:visible")
    assert left(page.evaluate(SHOWN), record) == []
    page.fill("#kc-compare-question textarea", "How is the CSIRT organised?")
    page.click("#kc-compare")
    page.wait_for_selector("text=of 5 towns have a reply")
    assert page.locator(".kc-town[aria-label='Chofu City'] .kc-quote").count()
    assert left(page.evaluate(SHOWN), record) == []
    assert left(cells(downloaded(page, "Save the table (Excel)")), record) == []
    assert seen.errors == []


def test_promises(browser: tuple[Any, Seen], record: str) -> None:
    """List, plots by year, office and kind with their axes and legend, a record, the captions of the file."""
    page, seen = browser
    open_tab(page, "Promises")
    page.wait_for_selector(".kc-ledger")
    page.get_by_text("Plot of the numbers").click()
    for by, axis in (("year", "2024"), ("office", "Gyosei Keiei Bucho"), ("kind", "Considering")):
        page.get_by_role("radio", name=by, exact=True).check()
        page.wait_for_selector(f".xtick text:text-is('{axis}')")
        assert left(page.evaluate(SHOWN), record) == []
    page.get_by_label("Considering").check()
    page.get_by_role("button", name="Show the list").click()
    page.wait_for_function(
        "[...document.querySelectorAll('.kc-kind')].every(e => e.textContent === 'Considering')"
    )
    page.locator(".kc-ledger .kc-link").first.click()
    page.wait_for_selector("mark.kc-hl:visible")
    assert left(page.evaluate(SHOWN), record) == []
    assert left(cells(downloaded(page, "Save as XLSX"))[:16], record) == []
    assert seen.errors == []


def test_prepare_and_check(browser: tuple[Any, Seen], record: str) -> None:
    """Errors, the dossier with its text to edit and its files; a draft set against earlier replies."""
    page, seen = browser
    open_tab(page, "Prepare")
    page.click("#kc-brief")
    page.wait_for_selector(".kc-error:visible")
    assert left(page.evaluate(SHOWN), record) == []
    page.fill("#kc-brief-theme textarea", TYPED[2])
    pick(page, "Your town", "Chofu City")
    page.click("#kc-brief")
    page.wait_for_selector(".kc-brief .kc-quote")
    text = page.locator("#kc-brief-text textarea").input_value()
    framing = [line for line in re.sub(r"「[^」]*」", "", text).splitlines() if not line.startswith("  >")]
    assert left(framing, record) == []
    page.locator("#kc-brief-text textarea").fill("")
    assert left(page.evaluate(SHOWN), record) == []
    open_tab(page, "Check")
    page.click("#kc-check")
    page.wait_for_selector(".kc-error:visible")
    page.fill("#kc-check-text textarea", DRAFT)
    page.click("#kc-check")
    page.wait_for_selector("text=Checked 2 sentences")
    assert "was “昨年10月 (October 2020)” in the earlier reply" in page.locator(".kc-checked").inner_text()
    assert left(page.evaluate(SHOWN), record) == []
    assert left(cells(downloaded(page, "Save the table (Excel)")), record) == []
    assert seen.errors == []


def test_documents(browser: tuple[Any, Seen], record: str) -> None:
    """The list, read anew, a backup, nothing found, and the page that shows how a document was read."""
    page, seen = browser
    open_tab(page, "Documents")
    page.locator("[data-act=reread]").first.click()
    page.wait_for_selector("text=anew:")
    page.get_by_text("Backup", exact=True).first.click()
    page.click("#kc-backup-make")
    page.wait_for_selector("text=Backup made")
    assert left(page.evaluate(SHOWN), record) == []
    with page.context.expect_page() as other:
        page.get_by_role("link", name="chofu_2024-03-07.txt: see how it was read (new tab)").click()
    other.value.get_by_text("Why it was read in this way").click()
    other.value.wait_for_selector("table.f")
    assert other.value.evaluate("document.documentElement.lang") == "en"
    outside = "() => [...document.querySelectorAll('h1, h2, th, td, summary, .p, .w, .u')].map((e) => e.textContent)"
    assert left(other.value.evaluate(outside), record) == []
    other.value.close()
    page.fill("#kc-documents-words textarea", "Mars")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=No document has")
    assert left(page.evaluate(SHOWN), record) == []
    assert seen.errors == []


def test_evaluation(browser: tuple[Any, Seen], record: str) -> None:
    """A run with its tables, misses and plots, the report to keep, one's own gold set without its files, a comparison."""
    page, seen = browser
    open_tab(page, "Evaluation")
    page.click("#kc-evaluate")
    page.wait_for_selector("text=Wrong or imperfect (Kaigiroku Chat): 2 of 2 questions")
    page.wait_for_function("document.querySelectorAll('.kc-plot .js-plotly-plot').length === 3")
    for fold in page.locator(".kc-block details > summary").locator("visible=true").all():
        fold.click()
    assert left(page.evaluate(SHOWN), record) == []
    report = downloaded(page, "Save the report (HTML)").decode()
    body = re.sub(r"<(script|style)[^>]*>.*?</\1>|<[^>]+>", " ", report, flags=re.DOTALL)
    assert left(body.split("  "), record) == []
    for label in ("Compare: before", "Compare: after"):
        pick(page, label, "Kaigiroku Chat")
    page.wait_for_selector("text=Questions that became better")
    assert left(page.evaluate(SHOWN), record) == []
    page.get_by_label("Your own gold set (choose files)").check()
    page.wait_for_selector("#kc-gold:visible")
    page.click("#kc-evaluate")
    page.wait_for_selector("text=There is no file of questions")
    assert left(page.evaluate(SHOWN), record) == []
    assert seen.errors == []


@pytest.mark.parametrize(("lang", "last"), [("", "評価"), ("en/", "Evaluation")])
def test_tabs_on_a_phone(browser: tuple[Any, Seen], lang: str, last: str) -> None:
    """All seven tabs in two rows at most, from 360 px on, none of them wider than the screen."""
    first = browser[0]
    with opened(first.context, first.url.split("en/")[0] + lang, 360, 740) as (page, seen):
        rows = "() => new Set([...document.querySelectorAll('button[role=tab]')].filter((b) => b.checkVisibility() && "
        rows += "!b.closest('.visually-hidden')).map((b) => Math.round(b.getBoundingClientRect().top))).size"
        for width in (360, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.get_by_role("tab", name=last, exact=True).click()
            page.wait_for_function(f"document.documentElement.scrollWidth <= {width}")
            assert page.evaluate(rows) <= (2 if width < 768 else 1)
        assert seen.errors == []
