"""The page in English: nothing of it stays Japanese but the record's own words, which say so (`lang="ja"`)."""

from __future__ import annotations

import ast
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chat_browser import Seen, ask, chromium, launched, opened, served

from chat.commitments import files as commitment_files
from chat.desk import check_files, compare
from chat.held.backup import take_in
from chat.inspection import inspect_file
from chat.page.parts import said
from chat.render import documents as render_documents
from chat.service import Service
from chat.words import LANGUAGES, catalogue, speaking, t, translated
from corpus.errors import KaigirokuError, ReadError
from corpus.store import Store
from evals.compare import TEST_NOTE
from evals.metrics import GROUP_LABELS, METRICS
from evals.names import SYSTEM_NOTES
from evals.systems import SYSTEMS
from ingest.header import town
from ingest.layouts import plain
from ingest.readers import jsonl, pdf, woven

_JAPANESE = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff]")

_LEFT = """() => {
  const japanese = /[\\u3041-\\u3096\\u30a1-\\u30fa\\u3400-\\u9fff]/;
  const left = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const words = texts.currentNode.textContent.trim(), e = texts.currentNode.parentElement;
    if (!japanese.test(words) || !e.checkVisibility() || e.closest('script, style, noscript, [lang=ja]')) continue;
    if (!e.closest('[role=listbox], .token')) left.push(words);
  }
  for (const e of document.querySelectorAll('[aria-label], [placeholder]')) {
    if (!e.checkVisibility() || e.closest('[lang=ja], .kc-town, .kc-table, .token')) continue;
    for (const name of ['aria-label', 'placeholder'])
      if (japanese.test((e.getAttribute(name) || '').replace(/^e\\.g\\. .*/, ''))) left.push(`${name}: ${e.getAttribute(name)}`);
  }
  return left;
}"""
"""Visible Japanese outside elements that are marked as Japanese; names of towns that were chosen are data."""


def test_every_sentence_of_the_page_has_its_english(root: Path) -> None:
    """Each Japanese sentence that a module of the page says through `t` is in the catalogue; no translation holds Japanese
    and both have the same values."""
    missing = []
    for module in (*sorted((root / "chat").rglob("*.py")), *sorted((root / "evals").glob("*.py"))):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "t":
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and _JAPANESE.search(str(first.value)):
                    missing += [] if first.value in catalogue() else [f"{module.name}: {first.value}"]
    metrics = (text for metric in METRICS for text in (metric.label, metric.note))
    named = (*metrics, *GROUP_LABELS.values(), *SYSTEMS.values(), *SYSTEM_NOTES.values(), TEST_NOTE)
    named += (*compare.COLUMNS, *check_files.COLUMNS, *commitment_files.COLUMNS, *render_documents.COLUMNS)
    missing += [text for text in named if text not in catalogue()]
    assert missing == []
    for japanese, english in catalogue().items():
        assert set(re.findall(r"\{(\w+)", japanese)) == set(re.findall(r"\{(\w+)", english)), japanese
        assert not _JAPANESE.search(english), english


def test_plural_and_values() -> None:
    """Numbers with separators, the plural's s, no s for one."""
    with speaking("en"):
        assert t("{n}件の質疑", n=1) == "1 exchange"
        assert t("{n}件の質疑", n=1234) == "1,234 exchanges"
    assert t("{n}件の質疑", n=1234) == "1,234件の質疑"
    assert LANGUAGES == ("ja", "en")


def test_finished_messages_are_translated_by_their_sentence() -> None:
    """Errors are raised in Japanese with their values; in English they say the same, values and hint included."""
    error = ReadError("大きすぎます（12 MiB、上限 10 MiB）", "分割するか、設定の上限を上げてください")
    with speaking("en"):
        assert (
            said(error) == "Too large (12 MiB, limit 10 MiB) (split it, or raise the limit in the settings)"
        )
        assert translated(str(error)) == said(error)
        assert translated("調布市の会議録は読み込まれていません。") == "No minutes of Chofu City are loaded."
        assert said(KaigirokuError("知らない文")) == "知らない文"
        # Neither 「{kind}{due}・{since}」 nor 「質問{number}」 is what these were made from.
        assert said(KaigirokuError("知らない文・また一つ")) == "知らない文・また一つ"
        assert said(KaigirokuError("質問は知らない文")) == "質問は知らない文"
    assert said(error) == str(error)


def test_every_refusal_of_a_file_has_an_english_sentence() -> None:
    """Whatever reading, fetching or an evaluation refuses with is translated; hints that name options stand on no page."""
    modules = [
        *Path("ingest").rglob("*.py"),
        *(Path("evals") / f"{name}.py" for name in ("annotation", "gold", "uploads", "saved")),
    ]
    raised = [
        (module, _literal(argument))
        for module in modules
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Error")
        for argument in node.args
    ]
    said_so = [
        (module, text) for module, text in raised if _JAPANESE.search(text) and not _COMMAND.search(text)
    ]
    assert len(said_so) > 60
    with speaking("en"):
        assert [f"{module}: {text}" for module, text in said_so if _JAPANESE.search(translated(text))] == []
        assert translated(
            "https:// で始まるアドレスだけを取り込めます: ftp://x（https のアドレスを指定してください）"
        ) == ("Only addresses that begin with https:// can be imported: ftp://x (give an https address)")
        inside = "10.0.0.1 は取り込めません（庁内などの内部のアドレスです: 10.0.0.1）（公開されているアドレスを指定してください）"
        assert translated(inside) == (
            "10.0.0.1 cannot be imported (an address of an internal network: 10.0.0.1) (give a public address)"
        )


def test_what_is_noted_while_reading_has_an_english_sentence() -> None:
    """Protects: the notes on a document stood in Japanese on the English page: what could not be placed or read, what a file name told."""
    named = "は本文からは分からず、ファイル名によります"
    notes = (
        plain.FLAG,
        jsonl.NAMELESS,
        town.NAMELESS,
        "本文の19%を発言に置けませんでした（kaigiroku inspect で確かめられます）",
        "発言者だけの行が3か所で発言と離れています（そのあたりの発言者を確かめてください）",
        "問いの欄が空の行があります: 2, 5",
        "文字を読めないページがあります: 1-3",
        f"{pdf.REORDERED}: 2–5",
        woven.REORDERED,
        "発言として読めない行を除きました: 2 行（最初は 4 行目）",
        f"自治体名（調布市）{named}",
        f"開催日（令和6年3月7日）{named}",
    )
    with speaking("en"):
        assert [note for note in notes if _JAPANESE.search(translated(note))] == []
        assert translated(f"自治体名（調布市）と開催日（令和6年3月7日）{named}") == (
            "The municipality (Chofu City) and the date (7 March 2024) are not in the text; "
            "they were taken from the name of the file"
        )
        assert translated("質疑 1、その他の発言 2、注意 1件") == "1 exchange, 2 other statements, 1 warning"


_COMMAND = re.compile(r"--|eval run|保存済み|の一覧|リスト|一行に一つ|^7 にアドレスが|^7 を読めません$")
"""What only a command is told."""


def _literal(node: ast.expr) -> str:
    """A string, with 7 for each value in it; empty for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_files_that_cannot_be_taken_say_why_in_english(tmp_path: Path) -> None:
    """What a clerk meets who takes the wrong file: a program, a ZIP that is no backup."""
    binary, other = tmp_path / "a.exe", tmp_path / "b.zip"
    binary.write_bytes(b"MZ" + bytes(200))
    with zipfile.ZipFile(other, "w") as made:
        made.writestr("a.txt", "a")
    with speaking("en"):
        with pytest.raises(KaigirokuError) as refused:
            inspect_file(binary)
        assert (
            said(refused.value) == "Not a text file (binary) (give minutes as PDF, Word, Excel, HTML or text)"
        )
        with pytest.raises(KaigirokuError) as refused:
            take_in(other, Store.open(tmp_path / "store"))
        assert said(refused.value) == (
            "b.zip is no backup of Kaigiroku Chat, or is damaged (choose a file made with “Make a backup” or kaigiroku backup)"
        )


@pytest.fixture(scope="module")
def browser(sample_service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Seen]]:
    chromium()
    with (
        served(sample_service, tmp_path_factory.mktemp("english")) as address,
        launched() as context,
        opened(context, address + "en/") as page,
    ):
        yield page


@pytest.mark.browser
def test_all_tabs_in_english(browser: tuple[Any, Seen]) -> None:
    """Every tab as it opens, an answer with its record, a refusal, an error: no Japanese but the record's; lang is en."""
    page, seen = browser
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.evaluate(_LEFT) == []
    for question, wait in (
        ("How is the CSIRT of Chofu organised?", ".kc-quote"),
        ("調布市のテレワークはどう進めていますか", ".kc-chips"),
        ("火星の駅はいつ開業しますか", ".kc-none"),
    ):
        ask(page, question)
        page.wait_for_selector(wait)
    page.locator(".kc-mark").first.click()
    page.wait_for_selector(".kc-record[data-focus]")
    page.click("#kc-narrow > button")
    page.get_by_label("From").locator("visible=true").first.fill("someday")
    page.fill("#kc-question textarea", "CSIRT")
    page.click("#kc-send")
    page.wait_for_selector(".kc-error")
    assert "“someday” in the field “From” cannot be read as a date" in page.locator(".kc-error").inner_text()
    assert page.evaluate(_LEFT) == []
    for tab in page.get_by_role("tab").all():
        tab.click()
        page.wait_for_timeout(300)
        assert page.evaluate(_LEFT) == [], tab.inner_text()
    assert (seen.errors, seen.outside) == ([], [])


@pytest.mark.browser
def test_record_at_its_address_in_english(browser: tuple[Any, Seen], sample_service: Service) -> None:
    """The permalink of the English page opens the record in English, and leads back to the English page."""
    page, _ = browser
    exchange = next(iter(sample_service.exchanges())).exchange.id
    other = page.context.new_page()
    assert other.goto(page.url.split("?")[0] + f"record/{exchange}").status == 200
    other.wait_for_selector(".kc-record")
    assert other.evaluate("document.documentElement.lang") == "en"
    assert other.evaluate(_LEFT) == []
    other.get_by_role("link", name="Open Kaigiroku Chat").click()
    other.wait_for_url("**/en/")
    other.close()
