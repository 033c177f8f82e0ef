"""`kaigiroku eval …`: run, compare, gate. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corpus.errors import GoldError, SettingsError
from evals.verification_halves import Half

if TYPE_CHECKING:
    from evals.benchmark_report import BenchmarkReport
    from evals.evaluation import Plan
    from evals.run import Run
    from retriever.encoders import Encoder

app = typer.Typer(help="正解データで回答の質を測り、版や設定を比べます。", no_args_is_help=True)


ReportsFolder = Annotated[Path, typer.Option("--reports", help="評価結果を保存するフォルダー")]


@app.command()
def run(
    context: typer.Context,
    gold: Annotated[Path, typer.Option(help="質問の正解データ（.jsonl）")],
    store: Annotated[
        Path | None, typer.Option(help="この保存フォルダーに質問する（既定: 文書から作る）")
    ] = None,
    encoder: Annotated[str | None, typer.Option(help="埋め込みモデル")] = None,
    name: Annotated[str, typer.Option(help="評価の名前（既定: 正解データ名と日時）")] = "",
    docs: Annotated[Path | None, typer.Option(help="正解データの文書のフォルダー")] = None,
    exchanges: Annotated[Path | None, typer.Option(help="注釈: 質疑の .jsonl か parse.json")] = None,
    baselines: Annotated[bool, typer.Option(help="検索の基準方式も測る")] = True,
    answers: Annotated[Path | None, typer.Option(help="質問せず、ask --batch の出力を採点する")] = None,
    today: Annotated[str, typer.Option(help="「昨年度」などを数える日（2024-03-07）")] = "",
    answerer: Annotated[
        Literal["extractive", "llm"],
        typer.Option(help="extractive: 引用で答える、llm: 設定した言語モデルの文を照合して示す"),
    ] = "extractive",
    reports: ReportsFolder = Path("reports"),
) -> None:
    """質問をすべて尋ねて採点し、表とHTMLのレポートにします。"""
    from chat.commands.common import note, refuse_no_store
    from chat.commands.terminal import progress_bar
    from chat.contract import today_of
    from evals.evaluation import Plan, evaluate

    if store:
        refuse_no_store(store)
    elif answers is None and (context.obj or {}).get("store"):
        note(
            "正解データの文書で測ります（保存フォルダーの会議録で測るには eval run のあとに --store を書く）"
        )
    name = name or f"{gold.stem}-{datetime.datetime.now():%Y%m%d-%H%M%S}"
    baselines = baselines and answers is None
    day = today_of(today)
    plan = Plan(gold, name, store, encoder, docs, exchanges, baselines, answers, day, answerer)
    with progress_bar("評価") as progress:
        _report(evaluate(plan, progress), plan, reports)


@app.command()
def verification(
    data: Annotated[
        Path, typer.Option(help="pairs_dev.jsonl.xz のあるフォルダー（なければ自前の照合集だけ）")
    ] = Path("../shared/data"),
    half: Annotated[
        Half, typer.Option(help="held: 規則づくりに使っていない半分、develop: 使った半分")
    ] = "held",
    only: Annotated[str, typer.Option(help="名前にこの語を含む照合集だけを測る")] = "",
    wrong: Annotated[int, typer.Option(help="種類ごとに示す誤りの数")] = 0,
) -> None:
    """言語モデルの文の照合が、正しい文と誤った文をどれだけ見分けるかを測ります。"""
    from evals.verification_sets import report

    for line in report(data, half, only, wrong):
        typer.echo(line)


@app.command()
def compare(
    first: Annotated[str, typer.Argument(help="評価の名前、名前/方式、またはファイル")],
    second: Annotated[str, typer.Argument(help="比べる相手")],
    reports: ReportsFolder = Path("reports"),
) -> None:
    """2つの評価を質問ごとに比べます（対応のあるランダム化検定）。"""
    from evals.compare import compare as compared
    from evals.saved import find, load
    from evals.tables import print_comparison

    print_comparison(compared(load(find(first, reports)), load(find(second, reports))))


@app.command()
def gate(
    update: Annotated[bool, typer.Option("--update", help="下限を測定値まで引き上げる")] = False,
    reason: Annotated[str, typer.Option(help="下限を下げる、または文書が変わった理由")] = "",
    reports: ReportsFolder = Path("reports"),
) -> None:
    """見本の会議録で、質が下限を下回っていないことを確かめます。"""
    from chat.commands.terminal import progress_bar
    from evals import gate as gates
    from evals.report import write
    from evals.saved import save

    with progress_bar("評価") as progress:
        measured = gates.measured(progress=progress)
    path = save(measured, reports)
    report = write([measured], path.with_name("report.html"))
    if update:
        known = gates.read_baseline() if gates.BASELINE.is_file() else None
        gates.write_baseline(gates.raised(measured, known, reason))
        typer.echo(f"下限を書きました: {gates.BASELINE.name}")
        return
    failed = gates.failures(measured, gates.read_baseline())
    if failed:
        raise GoldError("質の下限を下回りました: " + "、".join(map(str, failed)), f"詳しくは {report}")
    typer.echo(f"質の下限をすべて満たしています（{len(measured.asked)}問）。")


@app.command()
def pairs(
    file: Annotated[Path, typer.Argument(help="query と passage の JSON Lines（.xz も可）")],
    encoder: Annotated[str | None, typer.Option(help="埋め込みモデル（既定: 設定のもの）")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON で出力する")] = False,
) -> None:
    """質問と答弁の組で、意味の検索・言葉の検索・統合を比べます。"""
    from evals.benchmark import benchmark_pairs

    _benchmarked(benchmark_pairs(file, _encoder(encoder)), as_json)


@app.command()
def parallel(
    file: Annotated[Path, typer.Argument(help="ja と en の列がある TSV（.xz も可）")],
    encoder: Annotated[str | None, typer.Option(help="埋め込みモデル（既定: 設定のもの）")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON で出力する")] = False,
) -> None:
    """対訳で、英語から日本語、日本語から英語を探せるかを測ります。"""
    from evals.benchmark import benchmark_parallel

    _benchmarked(benchmark_parallel(file, _dense_encoder(encoder)), as_json)


@app.command()
def benchmark(
    data: Annotated[Path, typer.Argument(help="pairs_dev.jsonl.xz と parallel_dev.tsv.xz のあるフォルダー")],
    encoder: Annotated[str | None, typer.Option(help="埋め込みモデル（既定: 設定のもの）")] = None,
    short: Annotated[bool, typer.Option("--short", help="recall だけの短い表にする")] = False,
    write: Annotated[
        Path | None, typer.Option(help="このファイルの benchmark:begin と benchmark:end の間を書き換える")
    ] = None,
) -> None:
    """埋め込みモデルの成績の表（質問と答弁、対訳）を作り、README に書きます。"""
    from evals.benchmark import benchmark_pairs, benchmark_parallel
    from evals.benchmark_report import markdown, summary, write_between_marks

    loaded = _dense_encoder(encoder)
    pairs = benchmark_pairs(data / "pairs_dev.jsonl.xz", loaded)
    translations = benchmark_parallel(data / "parallel_dev.tsv.xz", loaded)
    table = summary(pairs, translations) if short else f"{markdown(pairs)}\n{markdown(translations)}"
    if write is None:
        typer.echo(table)
    else:
        write_between_marks(write, table)
        typer.echo(f"表を書きました: {write}")


def _report(runs: Sequence[Run], plan: Plan, folder: Path) -> None:
    """Keeps the runs of an evaluation under its name and tells their figures."""
    from evals.report import write
    from evals.saved import safe_name, save
    from evals.tables import print_runs

    for each in runs:
        save(each, folder)
    print_runs(runs)
    if plan.answerer == "llm":
        for label, value in runs[0].settings:
            typer.echo(f"{label}: {value}")
    typer.echo(f"レポート: {write(runs, folder / safe_name(plan.name) / 'report.html')}")


def _dense_encoder(name: str | None) -> Encoder:
    loaded = _encoder(name)
    if loaded is None:
        raise SettingsError(
            "意味の検索の測定には埋め込みモデルが要ります", "--encoder bundled などを指定してください"
        )
    return loaded


def _encoder(name: str | None) -> Encoder | None:
    from chat.settings import load_settings
    from retriever.encoders import load_encoder

    return load_encoder(load_settings(encoder=name).encoder)


def _benchmarked(report: BenchmarkReport, as_json: bool) -> None:
    from evals.benchmark_report import markdown

    typer.echo(json.dumps(report.as_dict(), ensure_ascii=False) if as_json else markdown(report))
