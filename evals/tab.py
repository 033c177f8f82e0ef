"""The tab 評価: start a run, read its report, compare two runs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chat.render import belt, text_html
from evals import session
from evals.compare import caution, compare
from evals.figures import latency_figure, recall_figure, risk_figure
from evals.report import comparison_html, contests_html, groups_html, misses_html, systems_html

if TYPE_CHECKING:
    from chat.page.parts import Page

TITLE = "評価"

SAMPLE, OWN = "見本の会議録と正解データ", "自分の正解データ（ファイルを選ぶ）"
INTRODUCTION = (
    "<h2>回答の質を測る</h2><p>正解のある質問をすべて尋ね、見つけた質疑・引用・事実・断り方を採点します。"
    "いまの設定と、検索の基準方式を並べて示します。</p>"
)


def build(
    page: Page, reports: Path, encoder: str | None = None, evaluate: session.Evaluate | None = None
) -> None:
    """Puts the tab into the page.

    Args:
        page: the page under construction.
        reports: where runs are kept.
        encoder: the encoder that is measured; None: that of the settings.
        evaluate: what runs a plan; None: the product with its baselines.
    """
    import gradio as gr

    from chat.page.parts import QUIET, html_block, said

    html_block(belt(INTRODUCTION), "評価の説明")
    with gr.Row():
        source = gr.Radio([SAMPLE, OWN], value=SAMPLE, label="正解データ")
        name = gr.Textbox(label="評価の名前", placeholder="空欄なら日時になります", max_length=60)
    files = gr.File(
        file_count="multiple",
        type="filepath",
        label="質問（.jsonl）、注釈（.jsonl か parse.json）、会議録の文書",
        visible=False,
    )
    baselines = gr.Checkbox(True, label="検索の基準方式も測る")
    start = gr.Button("評価を始める", variant="primary", elem_id="kc-evaluate")
    progress = html_block("", "評価の進みぐあい", live=True)
    chosen = gr.Dropdown(session.choices(reports), label="結果を見る評価", value=None)
    report = html_block("", "評価の結果")
    download = gr.DownloadButton("レポートを保存（HTML）", visible=False)
    plots = [gr.Plot(label=label, visible=False) for label in ("断る判断", "型・言語別の再現率", "応答時間")]
    with gr.Row():
        first = gr.Dropdown(session.choices(reports), label="比べる評価（もと）", value=None)
        second = gr.Dropdown(session.choices(reports), label="比べる評価（あと）", value=None)
    against = html_block("", "評価の比較", live=True)

    def run(kind: str, uploads: Sequence[str] | None, called: str, beside: bool) -> Iterator[tuple[Any, Any]]:
        try:
            with tempfile.TemporaryDirectory(prefix="kaigiroku-gold-") as folder:
                gold = (
                    session.sample_files()
                    if kind == SAMPLE
                    else session.sorted_uploads([Path(u) for u in uploads or ()], Path(folder))
                )
                plan = session.plan_for(gold, called, encoder, beside)
                for step in session.run_with_progress(plan, evaluate or _evaluate, reports):
                    if isinstance(step, Path):
                        value = f"{step.parent.name}/{step.stem}"
                        yield (
                            belt("<p>評価が終わりました。</p>"),
                            gr.Dropdown(session.choices(reports), value=value),
                        )
                    else:
                        yield _progress(step), gr.skip()
        except Exception as error:
            yield _said(said(error)), gr.skip()

    def show(value: str | None) -> tuple[Any, ...]:
        if not value:
            return "", gr.DownloadButton(visible=False), *(gr.Plot(visible=False) for _ in plots)
        try:
            runs = session.together(value, reports)
        except Exception as error:
            return (
                _said(said(error)),
                gr.DownloadButton(visible=False),
                *(gr.Plot(visible=False) for _ in plots),
            )
        saved = session.offered(value, reports, Path(download.GRADIO_CACHE))
        figures = [draw(runs) for draw in (risk_figure, recall_figure, latency_figure)]
        return (
            _report(runs),
            gr.DownloadButton(value=saved and str(saved), visible=saved is not None),
            *(gr.Plot(value=figure, visible=True) for figure in figures),
        )

    def set_against(one: str | None, other: str | None) -> str:
        if not one or not other:
            return ""
        try:
            return belt(
                comparison_html(compare(session.loaded(one, reports), session.loaded(other, reports)))
            )
        except Exception as error:
            return _said(said(error))

    source.change(lambda kind: gr.File(visible=kind == OWN), inputs=[source], outputs=[files], **QUIET)
    busy = {**QUIET, "concurrency_limit": 1, "concurrency_id": "evaluate"}
    done = start.click(run, inputs=[source, files, name, baselines], outputs=[progress, chosen], **busy)
    chosen.change(show, inputs=[chosen], outputs=[report, download, *plots], **QUIET)
    for dropdown in (first, second):
        dropdown.change(set_against, inputs=[first, second], outputs=[against], **QUIET)
        done.then(lambda: gr.Dropdown(session.choices(reports)), outputs=[dropdown], **QUIET)
        page.refreshed.append((dropdown, lambda: gr.Dropdown(session.choices(reports)), []))
    page.refreshed.append((chosen, lambda: gr.Dropdown(session.choices(reports)), []))


def _evaluate(plan: Any, progress: Any) -> Any:
    from evals.evaluation import evaluate

    return evaluate(plan, progress)


def _progress(step: session.Step) -> str:
    what, done, total = step
    bar = f'<progress value="{done}" max="{total}"></progress>' if total else "<progress></progress>"
    return belt(f'<div class="kc-results"><p>{text_html(what)} {done}/{total}</p>{bar}</div>')


def _said(text: str) -> str:
    return belt(f'<div class="kc-error" role="alert"><p>{text_html(text)}</p></div>')


def _report(runs: Sequence[Any]) -> str:
    parts = [
        f"<h2>{text_html(runs[0].name)}（{text_html(runs[0].label)}）</h2>",
        f"<p>{text_html(caution(len(runs[0].asked)))}</p>",
        systems_html(runs),
        contests_html(runs),
        "<h3>質問の型と言語別</h3>",
        groups_html(runs[0]),
        misses_html(runs[0]),
    ]
    return belt("".join(parts))


@dataclass(frozen=True, slots=True)
class EvaluationTab:
    """The tab for `build_page(more=…)`: runs are kept in `reports`, the encoder is that which the page itself uses."""

    reports: Path
    encoder: str | None = None
    TITLE: str = TITLE

    def build(self, page: Page) -> None:
        """Puts the tab into the page."""
        build(page, self.reports, self.encoder)
