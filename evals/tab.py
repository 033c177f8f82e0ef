"""The tab 評価: start a run, read its report, compare two runs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from chat.page import again
from chat.page.parts import QUIET, Page, event_data, failed_html, html_block, takes, takes_event
from chat.page.plots import named, settled
from chat.page.waits import Stops
from chat.ports import AnswerService
from chat.render.answers import belt, text_html
from chat.render.desk import lead_html
from chat.render.runs import DERIVED
from chat.words import t
from corpus.progress import Progress
from evals import session
from evals.compare import caution, compare
from evals.evaluation import Plan
from evals.figures import latency_figure, recall_figure, risk_figure
from evals.report import comparison_html, contests_html, groups_html, misses_html, run_name, systems_html
from evals.run import Run
from evals.saved import safe_name
from evals.systems import SYSTEMS
from evals.uploads import Original, sample_files, sorted_uploads

TITLE = "評価"
TAB = "evaluation"
"""Under which name the browser keeps which evaluation was begun (its name) or has ended (`NAME/SYSTEM`), for after a reload."""

SAMPLE, OWN = "見本の会議録と正解データ", "自分の正解データ（ファイルを選ぶ）"
LEAD = "正解のある質問をすべて尋ね、見つけた質疑・引用・事実・断り方を採点します。いまの設定と、検索の基準方式を並べて示します。"
OWN_NOTE = (
    "質問のファイル（.jsonl）と、質問が指す質疑の注釈（質問の名前_exchanges.jsonl か parse.json）を選んでください。"
    "見本の会議録への質問なら、注釈は要りません。「資料」に読み込んである会議録は選ばなくてかまいません。"
)
COMPARE_LEAD = (
    "設定や会議録を変える前と後の評価を選ぶと、指標の差と、よくなった質問・悪くなった質問を示します。"
)
NO_RUNS = "まだ評価がありません。評価を終えると、ここに並びます。"
DONE = "評価が終わりました。"
CUT_OFF = (
    "画面を開き直したため、評価は途中で打ち切られました。途中までの結果は保存していません。"
    "「評価を始める」を押すと、初めからやり直せます。"
)
STOPPED = "評価を止めました。途中までの結果は保存していません。"
OF_SAMPLE = "注釈が選ばれていないため、見本の会議録とその注釈で測りました。"
FIGURES = (
    ("断る判断", risk_figure),
    ("型・言語別の再現率", recall_figure),
    ("応答時間", latency_figure),
)


def product(plan: Plan, progress: Progress | None) -> Sequence[Run]:
    """Runs a plan with the product and its baselines."""
    from evals.evaluation import evaluate

    return evaluate(plan, progress)


@dataclass(frozen=True, slots=True)
class EvaluationTab:
    """The tab for `build_page(more=…)`: runs are kept in `reports`, the encoder is that which the page itself uses."""

    reports: Path
    encoder: str | None = None
    evaluate: session.Evaluate = product
    TITLE: str = TITLE

    def build(self, page: Page) -> None:
        """Puts the tab into the page."""
        html_block(lead_html("回答の質を測る", LEAD), "評価の説明")
        chosen, started = self._start(_originals(page.service))
        self._results(chosen)
        pair = self._comparison()
        for dropdown in pair:
            started.then(self._choices, outputs=[dropdown], **QUIET)
        for dropdown in (chosen, *pair):
            page.refresh([dropdown], self._choices)

    def _start(self, original: Original) -> tuple[Any, Any]:
        """What starts a run; (dropdown of the run shown, event of the start). `original`: a loaded document by name."""
        import gradio as gr

        inputs = _wishes()
        with gr.Row():
            start = gr.Button(t("評価を始める"), variant="primary", elem_id="kc-evaluate")
            stop = gr.Button(t("止める"), elem_classes="kc-stop")
        progress = html_block(again.place(TAB), "評価の進みぐあい", live=True)
        chosen = gr.Dropdown(**self._runs(), label=t("結果を見る評価"), value=None)
        outputs = [progress, chosen]
        stops = Stops()

        def run(request: Any, *wishes: Any) -> Iterator[tuple[Any, Any]]:
            yield from self._run(original, stops.begin(request), *wishes)

        started = start.click(
            takes(run, "Request"),
            inputs=inputs,
            outputs=outputs,
            trigger_mode="always_last",
            concurrency_limit=1,
            concurrency_id="evaluate",
            **QUIET,
        )
        stops.wire(stop.click)
        progress.restore(
            takes_event(lambda event: self._restored(event_data(event).get("wish", ""))),
            outputs=outputs,
            **QUIET,
        )
        return chosen, started

    def _restored(self, begun: str) -> tuple[Any, Any]:
        """After a reload: that the evaluation which was going on was cut off, or what it came to."""
        import gradio as gr

        saved = [value for _, value in session.choices(self.reports)]
        value = begun if begun in saved else next((one for one in saved if one.startswith(f"{begun}/")), "")
        if value:
            return _done(value), gr.Dropdown(**self._runs(), value=value)
        # One that had ended and was removed since was not cut off.
        return (
            belt(f'<p class="kc-note" role="status">{t(CUT_OFF)}</p>') if "/" not in begun else ""
        ) + again.place(TAB), gr.skip()

    def _results(self, chosen: Any) -> None:
        """What the chosen run got: tables, misses, the report to keep, figures."""
        import gradio as gr

        report = html_block("", "評価の結果")
        download = gr.DownloadButton(t("レポートを保存（HTML）"), visible=False)
        plots = [gr.Plot(label=t(label), visible=False, elem_classes="kc-plot") for label, _ in FIGURES]
        show = partial(self._show, Path(download.GRADIO_CACHE))
        # A run that was not shown before is put together for some seconds.
        asked = chosen.change(_reading, inputs=[chosen], outputs=[report], **QUIET)
        asked.then(
            show, inputs=[chosen], outputs=[report, download, *plots], trigger_mode="always_last", **QUIET
        )

    def _comparison(self) -> tuple[Any, Any]:
        """The two dropdowns whose runs are compared."""
        import gradio as gr

        html_block(lead_html("二つの評価を比べる", COMPARE_LEAD), "評価の比較の説明")
        with gr.Row():
            first, second = (
                gr.Dropdown(**self._runs(), label=t(label), value=None, min_width=240)
                for label in ("比べる評価（もと）", "比べる評価（あと）")
            )
        against = html_block("", "評価の比較", live=True)
        gr.on(
            [first.change, second.change],
            self._against,
            inputs=[first, second],
            outputs=[against],
            trigger_mode="always_last",
            **QUIET,
        )
        return first, second

    def _choices(self) -> Any:
        import gradio as gr

        return gr.Dropdown(**self._runs())

    def _runs(self) -> dict[str, Any]:
        """What a list of runs is made with: the runs, or a line that says that there are none yet."""
        runs = session.choices(self.reports)
        return {"choices": runs, "info": None if runs else t(NO_RUNS)}

    def _run(
        self,
        original: Original,
        stop: Callable[[], bool],
        kind: str,
        uploads: Sequence[str] | None,
        name: str,
        baselines: bool,
    ) -> Iterator[tuple[Any, Any]]:
        """Runs an evaluation; yields (progress, dropdown with the new run chosen at the end)."""
        import gradio as gr

        try:
            with tempfile.TemporaryDirectory(prefix="kaigiroku-gold-") as folder:
                chosen = [Path(upload) for upload in uploads or ()]
                own = kind == OWN
                gold = sorted_uploads(chosen, Path(folder), original) if own else sample_files()
                plan = session.plan_for(gold, name, self.encoder, baselines, self.reports)
                begun = again.token(TAB, safe_name(plan.name))
                for step in session.run_with_progress(plan, self.evaluate, self.reports, stop):
                    if not isinstance(step, Path):
                        yield _progress(step) + begun, gr.skip()
                        continue
                    value = f"{step.parent.name}/{step.stem}"
                    more = t(OF_SAMPLE) if own and gold.of_sample else ""
                    yield _done(value, more), gr.Dropdown(**self._runs(), value=value)
        except session.Stopped:
            yield belt(f'<p class="kc-note">{t(STOPPED)}</p>') + again.place(TAB), gr.skip()
        except Exception as error:
            yield failed_html(error) + again.place(TAB), gr.skip()

    def _show(self, cache: Path, value: str | None) -> tuple[Any, ...]:
        """(report, download, figures) of the chosen run; files are handed out from `cache`."""
        import gradio as gr

        nothing = (gr.DownloadButton(visible=False), *(gr.Plot(visible=False) for _ in FIGURES))
        if not value:
            return "", *nothing
        try:
            runs = session.together(value, self.reports)
            saved = session.offered(value, self.reports, cache)
        except Exception as error:
            return failed_html(error), *nothing
        download = gr.DownloadButton(value=saved and str(saved), visible=saved is not None)
        return (
            report_html(runs),
            download,
            *(
                gr.Plot(value=named(settled(draw(runs)), f"{t(TITLE)}_{t(label)}"), visible=True)
                for label, draw in FIGURES
            ),
        )

    def _against(self, first: str | None, second: str | None) -> str:
        """The comparison of two chosen runs; empty until both are."""
        if not first or not second:
            return ""
        try:
            pair = [session.loaded(value, self.reports) for value in (first, second)]
            return belt(comparison_html(compare(*pair)))
        except Exception as error:
            return failed_html(error)


def _wishes() -> list[Any]:
    """The fields that say what is to be measured, in the order of the arguments of `EvaluationTab._run`."""
    import gradio as gr

    with gr.Row():
        source = gr.Radio([(t(SAMPLE), SAMPLE), (t(OWN), OWN)], value=SAMPLE, label=t("正解データ"))
        name = gr.Textbox(
            label=t("評価の名前"), placeholder=t("空欄なら日時になります"), max_length=60, min_width=240
        )
    label = t("質問（.jsonl）、注釈（.jsonl か parse.json）、会議録の文書")
    with gr.Column(visible=False) as own:
        html_block(belt(f'<p class="kc-note">{t(OWN_NOTE)}</p>'), "自分の正解データの説明")
        files = gr.File(
            file_count="multiple",
            type="filepath",
            label=label,
            height=140,
            show_label=False,
            elem_id="kc-gold",
        )
    baselines = gr.Checkbox(True, label=t("検索の基準方式も測る"))
    source.change(lambda kind: gr.Column(visible=kind == OWN), inputs=[source], outputs=[own], **QUIET)
    return [source, files, name, baselines]


def _done(value: str, more: str = "") -> str:
    """That an evaluation has ended, and which, for the browser."""
    return belt(f'<div class="kc-results"><p>{t(DONE)}{more}</p></div>') + again.token(TAB, value)


def _reading(chosen: str | None) -> str:
    """What is said until the results are there."""
    return belt(f'<p class="kc-note" role="status">{t("結果をまとめています…")}</p>') if chosen else ""


def report_html(runs: Sequence[Run]) -> str:
    """The runs of one evaluation for the page, the first in detail."""
    parts = [
        f"<h2>{text_html(run_name(runs[0]))}</h2>",
        f"<p>{text_html(caution(len(runs[0].asked)))}</p>",
        systems_html(runs),
        contests_html(runs),
        f"<h3>{t('質問の型と言語別')}</h3>",
        groups_html(runs[0]),
        misses_html(runs[0]),
    ]
    return belt("".join(parts))


def _originals(service: AnswerService) -> Original:
    """Looks a loaded document up by its name."""

    def original(name: str) -> bytes | None:
        found = (summary.source.id for summary in service.sources() if Path(summary.source.name).name == name)
        return next((data for identity in found if (data := service.original(identity)) is not None), None)

    return original


def _progress(step: session.Step) -> str:
    what, done, total = step
    bar = f'<progress value="{done}" max="{total}"></progress>' if total else "<progress></progress>"
    return belt(f'<div class="kc-progress"><p>{text_html(_doing(what))} {done}/{total}</p>{bar}</div>')


def _doing(what: str) -> str:
    """What is being done, as the work calls it: a system that is asked, a file that is read, what is made of the files."""
    return t(DERIVED.get(what, what)) if what in {*DERIVED, *SYSTEMS.values()} else Path(what).name
