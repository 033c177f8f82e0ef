"""The tab 評価: runs started from the page, shown and compared; gold files told apart."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from test_evals_gold import EXCHANGE, QUESTION
from test_evals_reports import WRONG, made

from corpus.errors import GoldError
from evals import session
from evals.evaluation import Plan
from evals.run import Progress, Run
from evals.saved import save
from evals.tab import EvaluationTab, report_html


def canned(plan: Plan, progress: Progress | None) -> list[Run]:
    """Stands for the product: a run that takes no time."""
    if progress:
        progress("会議録チャット", 1, 2)
    return [made(WRONG, plan.name)]


def test_uploads_are_told_apart_by_content(tmp_path: Path) -> None:
    """Protects: whatever their names, questions, annotation and documents end where `load_gold` finds them."""
    uploads = tmp_path / "up"
    uploads.mkdir()
    (uploads / "a.jsonl").write_text("\n" + json.dumps(QUESTION), "utf-8")
    (uploads / "b.jsonl").write_text(json.dumps(EXCHANGE), "utf-8")
    (uploads / "mori.txt").write_text("委員　", "utf-8")
    (uploads / "minutes.jsonl").write_text('{"speaker": "議長", "text": "開会"}', "utf-8")
    files = session.sorted_uploads(sorted(uploads.iterdir()), tmp_path / "gold")
    assert (files.questions.name, files.annotation and files.annotation.name) == ("a.jsonl", "b.jsonl")
    assert sorted(p.name for p in files.documents.iterdir()) == ["minutes.jsonl", "mori.txt"]
    with pytest.raises(GoldError, match="質問のファイルが0個、注釈のファイルが1個"):
        session.sorted_uploads([uploads / "b.jsonl"], tmp_path / "other")


def test_run_with_progress_saves_and_reports(tmp_path: Path) -> None:
    """Protects: the last thing yielded is the saved run; the report lies beside it; choices and groups follow."""
    plan = session.plan_for(session.sample_files(), "試し", None, True)
    *_, last = session.run_with_progress(plan, canned, tmp_path)
    assert last == tmp_path / "試し" / "saved.json"
    assert (tmp_path / "試し" / "report.html").is_file()
    assert session.choices(tmp_path) == [("試し（saved）", "試し/saved")]
    assert session.loaded("試し/saved", tmp_path).name == "試し"
    with pytest.raises(GoldError, match="もうありません"):
        session.loaded("../../etc/passwd", tmp_path)


def test_an_error_of_the_evaluation_comes_through(tmp_path: Path) -> None:
    """Protects: what goes wrong in the thread is raised where the page can say it."""

    def failing(plan: Plan, progress: Progress | None) -> list[Run]:
        raise GoldError("文書を読めません")

    plan = session.plan_for(session.sample_files(), "", None, True)
    assert plan.name.startswith("gold_sample-")
    with pytest.raises(GoldError, match="文書を読めません"):
        list(session.run_with_progress(plan, failing, tmp_path))


def test_report_of_one_evaluation_is_escaped(tmp_path: Path) -> None:
    """Protects: what is shown on the page is the chosen run first, with nothing of the answers as markup."""
    save(made(WRONG, "x"), tmp_path)
    html = report_html(session.together("x/saved", tmp_path))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in html
    assert "2問のうち2問" in html


@pytest.mark.browser
def test_the_tab_in_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: a run is started, its report and figures appear, and nothing is asked of other machines."""
    import gradio as gr
    from chat_browser import chromium
    from playwright.sync_api import sync_playwright

    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "gradio"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with gr.Blocks(analytics_enabled=False) as blocks:
        EvaluationTab(tmp_path / "reports", evaluate=canned).build(SimpleNamespace(refreshed=[], changes=[]))
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
            page.click("#kc-evaluate")
            page.wait_for_selector("text=2問のうち2問", timeout=60_000)
            page.wait_for_selector(".js-plotly-plot", timeout=60_000)
            assert page.locator(".js-plotly-plot").count() == 3
            with page.expect_download() as download:
                page.get_by_text("レポートを保存（HTML）").click()
            report = Path(download.value.path()).read_text("utf-8")
            browser.close()
    finally:
        blocks.close()
    assert "2問のうち2問" in report
    assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []
