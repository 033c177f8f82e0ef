"""The tab 評価: runs started from the page, shown and compared; gold files told apart."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from test_evals_gold import EXCHANGE, QUESTION
from test_evals_reports import WRONG, made

from chat.page.parts import Page
from chat.page.runs import Keeping
from corpus.errors import GoldError
from corpus.progress import Progress
from evals import session
from evals.evaluation import Plan
from evals.gate import QUESTIONS
from evals.gold import load_gold
from evals.run import Run
from evals.saved import save
from evals.tab import NO_RUNS, EvaluationTab, product, report_html
from evals.uploads import sample_files, sorted_uploads

LONG = "長い評価"


def canned(plan: Plan, progress: Progress | None) -> list[Run]:
    """Stands for the product: a run that takes no time, or under the name `LONG` a minute."""
    for _ in range(1200 if plan.name == LONG else 1):
        if progress:
            progress("会議録チャット", 1, 2)
        if plan.name == LONG:
            time.sleep(0.05)
    return [made(WRONG, plan.name)]


@pytest.mark.parametrize("text", ['{"id": "a", "question": "備蓄は"\n', "", "\x00\x01"])
def test_a_broken_gold_file_is_said_to_be_broken(tmp_path: Path, text: str) -> None:
    """It was taken for a document, and the questions were said to be missing to whoever had just chosen them."""
    (tmp_path / "質問.jsonl").write_text(text, "utf-8")
    with pytest.raises(GoldError, match=r"質問\.jsonl の初めの行を JSON として読めません（一行に一つ"):
        sorted_uploads([tmp_path / "質問.jsonl"], tmp_path / "gold")


def test_uploads_are_told_apart_by_content(tmp_path: Path) -> None:
    """Protects: whatever their names, questions, annotation and documents end where `load_gold` finds them."""
    uploads = tmp_path / "up"
    uploads.mkdir()
    (uploads / "a.jsonl").write_text("\n" + json.dumps(QUESTION), "utf-8")
    (uploads / "b.jsonl").write_text(json.dumps(EXCHANGE), "utf-8")
    (uploads / "mori.txt").write_text("委員　", "utf-8")
    (uploads / "minutes.jsonl").write_text('{"speaker": "議長", "text": "開会"}', "utf-8")
    files = sorted_uploads(sorted(uploads.iterdir()), tmp_path / "gold")
    assert (files.questions.name, files.annotation and files.annotation.name) == ("a.jsonl", "b.jsonl")
    assert sorted(p.name for p in files.documents.iterdir()) == ["minutes.jsonl", "mori.txt"]
    with pytest.raises(GoldError, match="質問のファイルがありません（一行に id、question、answerable"):
        sorted_uploads([uploads / "b.jsonl"], tmp_path / "other")


def test_what_was_not_uploaded_is_found_where_it_is_known(tmp_path: Path) -> None:
    """Protects: questions on the sample need nothing else; of others the annotation, and documents that are not loaded, are
    asked for by name."""
    sample = tmp_path / "mine.jsonl"
    sample.write_text(QUESTIONS.read_text("utf-8").splitlines()[0], "utf-8")
    files = sorted_uploads([sample], tmp_path / "a")
    gold = load_gold(files.questions, annotation=files.annotation, documents=files.documents)
    assert [one.question for one in gold.questions] == ["調布市のCSIRTはどのように組織されていますか。"]
    assert files.of_sample
    with pytest.raises(GoldError, match="質問のファイルが2個あります（一つだけ選んでください）"):
        sorted_uploads([sample, QUESTIONS], tmp_path / "two")

    own = tmp_path / "own.jsonl"
    own.write_text(json.dumps(QUESTION), "utf-8")
    wanted = (
        r"質問が指す質疑（.+）の注釈がありません（質疑の本文を書いた own_exchanges.jsonl か parse.json を"
    )
    with pytest.raises(GoldError, match=wanted):
        sorted_uploads([own], tmp_path / "b")
    annotation = tmp_path / "texts.jsonl"
    annotation.write_text(json.dumps(EXCHANGE), "utf-8")
    with pytest.raises(GoldError, match=f"正解データの会議録がありません: {EXCHANGE['file']}（"):
        sorted_uploads([own, annotation], tmp_path / "c")
    loaded = sorted_uploads([own, annotation], tmp_path / "d", {EXCHANGE["file"]: b"loaded"}.get)
    assert (loaded.documents / EXCHANGE["file"]).read_bytes() == b"loaded"


def test_run_with_progress_saves_and_reports(tmp_path: Path) -> None:
    """Protects: the last thing yielded is the saved run; the report lies beside it; choices and groups follow."""
    plan = session.plan_for(sample_files(), "試し", None, True, tmp_path)
    *_, last = session.run_with_progress(plan, canned, tmp_path)
    assert last == tmp_path / "試し" / "saved.json"
    assert (tmp_path / "試し" / "report.html").is_file()
    assert session.choices(tmp_path) == [("試し（保存した回答）", "試し/saved")]
    assert session.loaded("試し/saved", tmp_path).name == "試し"
    with pytest.raises(GoldError, match="もうありません"):
        session.loaded("../../etc/passwd", tmp_path)


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    """Protects: a second evaluation of one name replaced the first, and showed its search methods as its own."""
    for name in ("いま", "いま-2", "いま-3"):
        plan = session.plan_for(sample_files(), "いま", None, True, tmp_path)
        assert plan.name == name
        save(made(WRONG, plan.name), tmp_path)


def test_who_leaves_ends_the_evaluation(tmp_path: Path) -> None:
    """Protects: a page that was loaded again kept the next evaluation waiting for the end of the one before."""
    put: list[int] = []

    def long(plan: Plan, progress: Progress | None) -> list[Run]:
        assert progress
        for number in range(1000):
            progress("会議録チャット", number, 1000)
            put.append(number)
            time.sleep(0.01)
        return [made(WRONG, plan.name)]

    going = session.run_with_progress(
        session.plan_for(sample_files(), "去る", None, True, tmp_path), long, tmp_path
    )
    next(going)
    going.close()
    assert len(put) < 1000


def test_an_error_of_the_evaluation_comes_through(tmp_path: Path) -> None:
    """Protects: what goes wrong in the thread is raised where the page can say it."""

    def failing(plan: Plan, progress: Progress | None) -> list[Run]:
        raise GoldError("文書を読めません")

    plan = session.plan_for(sample_files(), "", None, True, tmp_path)
    assert plan.name.startswith("見本-")
    with pytest.raises(GoldError, match="文書を読めません"):
        list(session.run_with_progress(plan, failing, tmp_path))


def test_an_evaluation_can_be_stopped(tmp_path: Path) -> None:
    """Protects: once asked to stop, no further question is put, and nothing of the run is kept."""
    put: list[int] = []

    def long(plan: Plan, progress: Progress | None) -> list[Run]:
        assert progress
        for number in range(100):
            progress("会議録チャット", number, 100)
            put.append(number)
        return [made(WRONG, plan.name)]

    plan = session.plan_for(sample_files(), "止める", None, True, tmp_path)
    with pytest.raises(session.Stopped):
        list(session.run_with_progress(plan, long, tmp_path, lambda: len(put) == 3))
    assert put == [0, 1, 2]
    assert session.choices(tmp_path) == []


def test_the_product_s_own_evaluation_stops_at_the_first_file(tmp_path: Path) -> None:
    """Protects: reading the documents of an evaluation is stopped too, and not taken for a file that cannot be read."""
    plan = session.plan_for(sample_files(), "止める", "none", False, tmp_path)
    with pytest.raises(session.Stopped):
        list(session.run_with_progress(plan, product, tmp_path, lambda: True))


def test_report_of_one_evaluation_is_escaped(tmp_path: Path) -> None:
    """Protects: what is shown on the page is the chosen run first, with nothing of the answers as markup."""
    save(made(WRONG, "x"), tmp_path)
    html = report_html(session.together("x/saved", tmp_path))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in html
    assert "2問のうち2問" in html


SAID_MEANWHILE = """() => new MutationObserver(() => {
  window.kcSaid ||= document.body.textContent.includes('結果をまとめています');
}).observe(document.body, { childList: true, subtree: true, characterData: true })"""


@pytest.mark.browser
def test_the_tab_in_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: a run is started, its report and figures appear, another is stopped, and nothing is asked of other machines."""
    import gradio as gr
    from chat_browser import chromium
    from playwright.sync_api import sync_playwright

    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "gradio"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with gr.Blocks(analytics_enabled=False) as blocks:
        EvaluationTab(tmp_path / "reports", evaluate=canned).build(Page(None, 0, Keeping()))
    _, address, _ = blocks.launch(
        prevent_thread_lock=True,
        quiet=True,
        show_error=False,
        server_port=None,
        allowed_paths=[str(tmp_path)],
    )
    outside: list[str] = []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            page = browser.new_page()
            page.on("request", lambda r: outside.append(r.url) if not r.url.startswith(address) else None)
            page.goto(address)
            page.get_by_text(NO_RUNS).first.wait_for()
            page.evaluate(SAID_MEANWHILE)
            page.click("#kc-evaluate")
            page.wait_for_selector("text=2問のうち2問", timeout=60_000)
            assert page.evaluate("window.kcSaid")
            page.wait_for_selector(".js-plotly-plot", timeout=60_000)
            assert page.locator(".js-plotly-plot").count() == 3
            page.wait_for_function("words => !document.body.innerText.includes(words)", arg=NO_RUNS)
            tools = page.locator(".modebar-btn").evaluate_all("all => all.map(one => one.dataset.title)")
            assert len([tool for tool in tools if not tool.startswith("Produced with")]) == 3
            with page.expect_download() as download:
                page.get_by_text("レポートを保存（HTML）").click()
            report = Path(download.value.path()).read_text("utf-8")
            # Nothing said what had become of an evaluation whose page was loaded anew.
            page.reload()
            page.wait_for_selector("text=評価が終わりました。")
            page.wait_for_selector("text=2問のうち2問")
            page.get_by_label("評価の名前").fill(LONG)
            page.click("#kc-evaluate")
            page.wait_for_selector("progress", timeout=60_000)
            page.reload()
            page.wait_for_selector("text=評価は途中で打ち切られました。")
            page.reload()
            page.wait_for_selector("#kc-evaluate")
            page.wait_for_timeout(300)
            assert page.get_by_text("打ち切られました").count() == 0
            page.get_by_label("評価の名前").fill(LONG)
            page.click("#kc-evaluate")
            page.wait_for_selector("progress", timeout=60_000)
            page.get_by_role("button", name="止める", exact=True).click()
            page.wait_for_selector("text=評価を止めました。", timeout=60_000)
            browser.close()
    finally:
        blocks.close()
    assert "2問のうち2問" in report
    assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []
