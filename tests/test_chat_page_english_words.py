"""Every tab of the English page used to its end: what is Japanese on it are quotations, and names that stand in the record."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx as word
import pytest
from chat_browser import ask, chromium, launched, opened, served
from english_page import EnglishPage, left, words_of
from test_evals_reports import GOLD, RIGHT, WRONG, made

from chat.service import Service
from chat.settings import Settings
from corpus.progress import Progress
from evals.evaluation import Plan
from evals.run import Run
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


def canned(plan: Plan, progress: Progress | None) -> list[Run]:
    """Stands for the product and two of its baselines."""
    if progress:
        progress("会議録チャット", 1, 2)
    runs = zip(("kaigiroku", "keyword-and", "chunks-fused"), (WRONG, RIGHT, WRONG), strict=True)
    return [replace(made(answers, plan.name), system=system) for system, answers in runs]


def known_of(service: Service) -> str:
    """All that the record and the gold set of the evaluation say and name, and what is typed here, without white space."""
    said = [*TYPED, *words_of(service.store), *(item.body for item in GOLD.items.values())]
    said += [text for question in GOLD.questions for text in (question.question, question.summary)]
    said.append("プールの話です。百円です四月")
    return "\n".join("".join(text.split()) for text in said)


@pytest.fixture(scope="module")
def english(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EnglishPage]:
    """The page over a copy of the sample: its documents are added to and removed here."""
    chromium()
    folder = tmp_path_factory.mktemp("english-words")
    shutil.copytree(sample_store, folder / "store")
    service = Service.open(Settings(store=folder / "store"))
    tab = EvaluationTab(folder / "reports", evaluate=canned)
    with (
        served(service, folder, more_tabs=[tab]) as address,
        launched() as context,
        opened(context, address + "en/") as (page, seen),
    ):
        yield EnglishPage(page, seen, known_of(service))


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


def test_chat(english: EnglishPage) -> None:
    """Examples in English that are answered, an answer to a Japanese question, a refusal, follow-ups, the record, the Word file."""
    page = english.page
    assert page.locator(".kc-example").count() == 3
    page.locator(".kc-example").first.click()
    page.wait_for_selector(".kc-quote")
    # Read out: 調布市議会 among the words of the line below a quotation was read as English.
    spoken = "[...document.querySelectorAll('#kc-live span')].filter((e) => /[ぁ-ん一-龠]/.test(e.textContent)).map((e) => e.lang)"
    assert set(page.evaluate(spoken)) == {"ja"}
    assert english.left() == []
    for question, wait in ((TYPED[0], ".kc-none"), (TYPED[1], ".kc-turn:nth-child(3) .kc-chips")):
        ask(page, question)
        page.wait_for_selector(wait)
    page.locator(".kc-thumb").first.click()
    page.wait_for_selector(".kc-comment")
    page.locator(".kc-mark").first.click()
    page.wait_for_selector(".kc-record[data-focus]")
    assert english.left() == []
    paragraphs = word.Document(io.BytesIO(english.downloaded("Save the conversation (Word)"))).paragraphs
    said = [one.text for one in paragraphs if "「" not in one.text and not one.style.name.startswith("Quote")]
    assert any(
        "Chofu City Council (調布市議会), 1st regular session of 2024, 7 March 2024" in text for text in said
    )
    assert english.seen.errors == []


def test_compare(english: EnglishPage) -> None:
    """The error, the boxes of the towns, the captions of the Excel file."""
    page = english.page
    assert english.left_in_error("Compare", "#kc-compare") == []
    page.fill("#kc-compare-question textarea", "How is the CSIRT organised?")
    page.click("#kc-compare")
    page.wait_for_selector("text=of 5 towns have a reply")
    assert page.locator(".kc-town[aria-label='Chofu City'] .kc-quote").count()
    assert english.left() == []
    assert english.left_in_table("Save the table (Excel)") == []
    assert english.seen.errors == []


def test_promises(english: EnglishPage) -> None:
    """List, plots by year, office and kind with their axes and legend, a record, the captions of the file."""
    page = english.page
    english.open("Promises")
    page.wait_for_selector(".kc-ledger")
    page.get_by_text("Plot of the numbers").click()
    for by, axis in (("year", "2024"), ("office", "Gyosei Keiei Bucho"), ("kind", "Considering")):
        page.get_by_role("radio", name=by, exact=True).check()
        page.wait_for_selector(f".xtick text:text-is('{axis}')")
        assert english.left() == []
    page.get_by_label("Considering").check()
    page.get_by_role("button", name="Show the list").click()
    page.wait_for_function(
        "[...document.querySelectorAll('.kc-kind')].every(e => e.textContent === 'Considering')"
    )
    page.locator(".kc-ledger .kc-link").first.click()
    page.wait_for_selector("mark.kc-hl:visible")
    assert english.left() == []
    assert english.left_in_table("Save the list (Excel)", most=16) == []
    page.get_by_label("Considering").uncheck()
    page.fill("#kc-promise-words textarea, #kc-promise-words input", "telework")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Searched for the Japanese words “テレワーク”.")
    rows = page.locator(".kc-ledger tbody tr").all_inner_texts()
    assert rows
    assert english.left() == []
    assert english.seen.errors == []


def test_prepare(english: EnglishPage) -> None:
    """The error, the dossier with its text to edit."""
    page = english.page
    assert english.left_in_error("Prepare", "#kc-brief") == []
    page.fill("#kc-brief-theme textarea", TYPED[2])
    english.pick("Your town", "Chofu City")
    page.click("#kc-brief")
    page.wait_for_selector(".kc-brief .kc-quote")
    text = page.locator("#kc-brief-text textarea").input_value()
    framing = [
        line
        for line in re.sub(r"「(?:[^「」]|「[^「」]*」)*」", "", text).splitlines()
        if not line.startswith("  >")
    ]
    assert left(framing, english.known) == []
    page.locator("#kc-brief-text textarea").fill("")
    assert english.left() == []
    assert english.seen.errors == []


def test_check(english: EnglishPage) -> None:
    """The error, a draft set against earlier replies, the captions of the Excel file."""
    page = english.page
    english.open("Check")
    page.fill("#kc-check-text textarea", "")  # what a run before this one has typed
    assert english.left_in_error("Check", "#kc-check") == []
    page.fill("#kc-check-text textarea", DRAFT)
    page.click("#kc-check")
    page.wait_for_selector("text=Checked 2 sentences")
    assert "was “昨年10月 (October 2020)” in the earlier reply" in page.locator(".kc-checked").inner_text()
    assert english.left() == []
    assert english.left_in_table("Save the table (Excel)") == []
    warning = page.locator(".kc-results").get_by_text("Please check a Japanese text.")
    assert warning.count() == 0
    page.fill("#kc-check-text textarea", "The flying castle opens in spring.")
    page.click("#kc-check")
    warning.wait_for()  # English words that stand nowhere in a Japanese record may have been answered all the same
    said = page.locator(".kc-results:visible").inner_text()
    assert "No earlier reply found" in said
    assert "Never answered" not in said
    assert "1 without (“No earlier reply found”)" in said
    assert english.seen.errors == []


def test_documents(english: EnglishPage) -> None:
    """The list, read anew, a backup, nothing found, and the page that shows how a document was read."""
    page = english.page
    english.open("Documents")
    page.locator("[data-act=reread]").first.click()
    page.wait_for_selector("text=anew:")
    page.get_by_text("Backup", exact=True).first.click()
    page.click("#kc-backup-make")
    page.wait_for_selector("text=Backup made")
    assert english.left() == []
    with page.context.expect_page() as other:
        page.get_by_role("link", name="chofu_2024-03-07.txt: see how it was read (new tab)").click()
    other.value.get_by_text("Why it was read in this way").click()
    other.value.wait_for_selector("table.f")
    assert other.value.evaluate("document.documentElement.lang") == "en"
    outside = "() => [...document.querySelectorAll('h1, h2, th, td, summary, .p, .w, .u')].map((e) => e.textContent)"
    assert left(other.value.evaluate(outside), english.known) == []
    other.value.close()
    page.fill("#kc-documents-words textarea", "Mars")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=No document has")
    assert english.left() == []
    assert english.seen.errors == []


def test_evaluation(english: EnglishPage) -> None:
    """A run with its tables, misses and plots, the report to keep, one's own gold set without its files, a comparison."""
    page = english.page
    english.open("Evaluation")
    page.click("#kc-evaluate")
    page.wait_for_selector("text=Wrong or imperfect (Kaigiroku Chat): 2 of 2 questions")
    page.wait_for_function("document.querySelectorAll('.kc-plot .js-plotly-plot').length === 3")
    for plot in page.locator(
        ".kc-plot .js-plotly-plot"
    ).all():  # the tool that saves it stands on none of its names
        tool = plot.locator(".modebar-btn").bounding_box()
        assert tool["width"] == tool["height"] == 44
        assert tool["y"] + 22 < plot.bounding_box()["y"]
    for fold in page.locator(".kc-block details > summary").locator("visible=true").all():
        fold.click()
    assert english.left() == []
    report = english.downloaded("Save the report (HTML)").decode()
    body = re.sub(r"<(script|style)[^>]*>.*?</\1>|<[^>]+>", " ", report, flags=re.DOTALL)
    assert left(body.split("  "), english.known) == []
    for label in ("Compare: before", "Compare: after"):
        english.pick(label, "Kaigiroku Chat")
    page.wait_for_selector("text=Questions that became better")
    assert english.left() == []
    page.get_by_label("Your own gold set (choose files)").check()
    page.wait_for_selector("#kc-gold:visible")
    page.click("#kc-evaluate")
    page.wait_for_selector("text=There is no file of questions")
    assert english.left() == []
    assert english.seen.errors == []


@pytest.mark.parametrize(("lang", "last"), [("", "評価"), ("en/", "Evaluation")])
def test_tabs_on_a_phone(english: EnglishPage, lang: str, last: str) -> None:
    """All seven tabs in two rows at most, from 360 px on, none of them wider than the screen."""
    first = english.page
    with opened(first.context, first.url.split("en/")[0] + lang, 360, 740) as (page, seen):
        rows = "() => new Set([...document.querySelectorAll('button[role=tab]')].filter((b) => b.checkVisibility() && "
        rows += "!b.closest('.visually-hidden')).map((b) => Math.round(b.getBoundingClientRect().top))).size"
        for width in (360, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.get_by_role("tab", name=last, exact=True).click()
            page.wait_for_function(f"document.documentElement.scrollWidth <= {width}")
            assert page.evaluate(rows) <= (2 if width < 768 else 1)
        assert seen.errors == []
