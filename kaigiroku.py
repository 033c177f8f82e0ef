"""The `kaigiroku` command: reads the settings, opens the service, calls the folders.

Everything may be imported here and nothing imports this. Heavy parts are imported inside the commands that need them, so
that `kaigiroku ask` does not pay for the web page. Errors are one line on standard error that says what to do: exit status 2
for wrong use, 1 for a failed job.
"""

from __future__ import annotations

import datetime
import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import typer

from chat.desk_cli import app as desk_app
from chat.inspect_cli import app as inspect_app
from chat.ledger_cli import app as ledger_app
from chat.token_cli import app as token_app
from corpus.errors import KaigirokuError, SettingsError
from evals.cli import app as eval_app

if TYPE_CHECKING:
    from chat.service import Service
    from chat.settings import Settings
    from ingest.add import AddResult
    from retriever.types import Filter

app = typer.Typer(
    help="会議録チャット: 議会・審議会の会議録に質問し、出典つきの引用で答えを得ます。",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


app.add_typer(eval_app, name="eval")
app.add_typer(desk_app)
app.add_typer(inspect_app)
app.add_typer(ledger_app)
app.add_typer(token_app, name="token")


class _State:
    """What the options before the subcommand say."""

    overrides: ClassVar[dict[str, Any]] = {}


def _settings() -> Settings:
    from chat.settings import load_settings

    return load_settings(**_State.overrides)


def _open(settings: Settings | None = None) -> Service:
    from chat.service import Service

    return Service.open(settings or _settings())


@app.callback()
def options(
    context: typer.Context,
    store: Annotated[
        Path | None, typer.Option(help="会議録を保存するフォルダー（既定: KAIGIROKU_STORE）")
    ] = None,
    encoder: Annotated[
        str | None,
        typer.Option(help="埋め込みモデル: bundled, none, モデル名、フォルダー（既定: KAIGIROKU_ENCODER）"),
    ] = None,
) -> None:
    """会議録チャット"""
    context.obj = _State.overrides = {"store": store, "encoder": encoder}


Town = Annotated[list[str] | None, typer.Option("--town", help="自治体名（繰り返し可）")]
Prefecture = Annotated[str, typer.Option(help="都道府県名")]
Body = Annotated[str, typer.Option(help="会議体の名前（一部でよい）")]
Since = Annotated[str, typer.Option(help="この日から（2024-03-01）")]
Until = Annotated[str, typer.Option(help="この日まで（2024-03-31）")]
Office = Annotated[str, typer.Option(help="役職（一部でよい）")]
SideOption = Annotated[
    str | None, typer.Option("--side", help="member, executive, chair, secretariat, other")
]
Today = Annotated[str | None, typer.Option(help="「昨年度」などを数える日（既定: 今日）")]
Json = Annotated[bool, typer.Option("--json", help="JSON で出力する")]


def _filters(
    town: list[str] | None, prefecture: str, body: str, since: str, until: str, office: str, side: str | None
) -> Filter:
    from chat.contract import filter_from_dict

    given: dict[str, Any] = {"town": town or [], "prefecture": prefecture, "body": body, "since": since}
    given |= {"until": until, "office": office, "side": side}
    return filter_from_dict({key: value for key, value in given.items() if value})


def _date(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"日付 {text!r} が正しくありません", "2024-03-07 の形で書いてください") from None


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


def _dump(value: object) -> None:
    _print(json.dumps(value, ensure_ascii=False))


@app.command()
def add(
    paths: Annotated[
        list[str] | None, typer.Argument(help="ファイル、フォルダー、https:// のアドレス（設定が要ります）")
    ] = None,
    address_list: Annotated[
        Path | None,
        typer.Option("--list", help="アドレスを一行に一つ書いたファイル（中断したら同じ命令で続きから）"),
    ] = None,
    explain: Annotated[bool, typer.Option(help="読み方の判定とその理由だけを示す")] = False,
) -> None:
    """会議録を読み込みます（フォルダーは中まで）。"""
    from chat.terminal import added_line, explain_lines, progress_bar
    from ingest.web.addresses import is_address, read_list

    addresses = [path for path in paths or () if is_address(path)]
    files = [Path(path) for path in paths or () if not is_address(path)]
    if not files and not addresses and address_list is None:
        raise typer.BadParameter("ファイル、フォルダー、アドレスのどれかを指定してください")
    if explain and (addresses or address_list):
        raise typer.BadParameter(
            "--explain はファイルに使います。アドレスの文書は取り込んでから inspect で確かめてください"
        )
    if explain:
        for line in explain_lines(files):
            _print(line)
        return
    listed = read_list(address_list) if address_list else []
    service = _open()
    results: list[AddResult] = []
    with progress_bar("読み込み") as progress:
        if addresses:
            results += service.add_addresses(addresses, progress)
        if files:
            results += service.add(files, progress)
        if address_list:
            results += _add_list(service, listed, address_list, progress)
    for result in results:
        _print(added_line(result))
    if any(result.status == "failed" for result in results):
        raise typer.Exit(1)


def _add_list(service: Service, listed: list[str], file: Path, progress: Any) -> list[AddResult]:
    """The addresses of a list; a run that is cut off says how it goes on."""
    try:
        return service.add_addresses(listed, progress, str(file.resolve()))
    except KeyboardInterrupt:
        sys.stderr.write("kaigiroku: 同じ命令をもう一度実行すると、続きから取り込みます\n")
        raise


@app.command("list")
def list_(
    warnings: Annotated[bool, typer.Option("--warnings", help="読み取りの注意も一つずつ示す")] = False,
    as_json: Json = False,
) -> None:
    """読み込んだ文書の一覧です。"""
    from chat.contract import source_to_dict
    from chat.terminal import source_line

    for summary in _open().sources():
        _dump(source_to_dict(summary)) if as_json else _print(source_line(summary))
        for warning in summary.warnings if warnings and not as_json else ():
            _print(f"\t注意: {warning}")


@app.command()
def remove(ids: Annotated[list[str], typer.Argument(help="list で示される文書のID")]) -> None:
    """文書を取り除きます。"""
    service = _open()
    missing = [name for name in ids if not service.remove(name)]
    for name in ids:
        if name not in missing:
            _print(f"removed\t{name}")
    if missing:
        raise KaigirokuError(f"文書がありません: {', '.join(missing)}", "kaigiroku list で確かめてください")


@app.command()
def show(exchange_id: Annotated[str, typer.Argument(help="質疑のID")], as_json: Json = False) -> None:
    """質疑一つを前後とともに示します。"""
    from chat.contract import exchange_to_dict
    from chat.terminal import exchange_lines

    service = _open()
    stored = service.exchange(exchange_id)
    if stored is None:
        raise KaigirokuError(f"質疑がありません: {exchange_id}", "ID は search や ask --json で示されます")
    if as_json:
        before, after = service.neighbours(exchange_id)
        _dump(exchange_to_dict(stored) | {"previous": before, "next": after})
        return
    for line in exchange_lines(stored, *service.neighbours(exchange_id)):
        _print(line)


@app.command()
def exchanges(
    source: Annotated[str | None, typer.Option(help="文書名またはIDで絞る")] = None, as_json: Json = False
) -> None:
    """質疑をすべて出力します。"""
    from chat.contract import exchange_to_dict
    from chat.terminal import exchange_line

    for stored in _open().exchanges(source):
        _dump(exchange_to_dict(stored)) if as_json else _print(exchange_line(stored))


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="探す言葉または質問")],
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="件数")] = 10,
    town: Town = None,
    prefecture: Prefecture = "",
    body: Body = "",
    since: Since = "",
    until: Until = "",
    office: Office = "",
    side: SideOption = None,
    as_json: Json = False,
) -> None:
    """質疑を探します。"""
    from chat.contract import hit_to_dict
    from chat.terminal import hit_lines

    filters = _filters(town, prefecture, body, since, until, office, side)
    for found in _open().search(query, filters, k):
        if as_json:
            _dump(hit_to_dict(found))
        else:
            for line in hit_lines(found):
                _print(line)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="質問")] = None,
    history: Annotated[Path | None, typer.Option(help="これまでのやりとり（JSON の配列）")] = None,
    batch: Annotated[Path | None, typer.Option(help="質問を一行に一つ書いた JSON Lines")] = None,
    town: Town = None,
    prefecture: Prefecture = "",
    body: Body = "",
    since: Since = "",
    until: Until = "",
    office: Office = "",
    side: SideOption = None,
    today: Today = None,
    as_json: Json = False,
) -> None:
    """質問に、会議録からの引用で答えます。"""
    from chat.contract import answer_to_dict, messages_from_list
    from chat.terminal import answer_lines

    if (question is None) == (batch is None):
        raise typer.BadParameter("質問か --batch のどちらか一つを指定してください")
    filters, day = _filters(town, prefecture, body, since, until, office, side), _date(today)
    if batch is not None:
        for line in _batch(batch, filters, day):
            _dump(line)
        return
    past = messages_from_list(_read_json(history)) if history else ()
    answer = _open().ask(question or "", past, filters, day)
    if as_json:
        _dump(answer_to_dict(answer, id=""))
    else:
        for text in answer_lines(answer):
            _print(text)


def _batch(path: Path, filters: Filter, today: datetime.date | None) -> Iterator[dict[str, Any]]:
    """Answers to a file of questions, a dict each, in the same order."""
    from chat.contract import answer_to_dict, filter_from_dict, messages_from_list

    service = _open()
    for number, line in enumerate(_lines(path), 1):
        try:
            item = json.loads(line)
            asked = str(item["question"])
        except (ValueError, KeyError, TypeError) as error:
            raise SettingsError(
                f"{path} の{number}行目を読めません", '一行に {"id": …, "question": …} を書いてください'
            ) from error
        own = filter_from_dict(item["filters"]) if item.get("filters") else filters
        answer = service.ask(asked, messages_from_list(item.get("history") or []), own, today)
        yield answer_to_dict(answer, id=str(item.get("id", number)))


def _lines(path: Path) -> Iterable[str]:
    try:
        return [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} を読めません", "UTF-8 のテキストファイルを指定してください") from error


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path} を読めません", "JSON のファイルを指定してください") from error


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="待ち受けるアドレス（既定: 127.0.0.1）")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="ポート（既定: 7860）")] = None,
) -> None:
    """画面と API を開きます。"""
    from chat.serve import run
    from evals.tab import EvaluationTab

    _State.overrides |= {"host": host, "port": port}
    settings = _settings()
    tab = EvaluationTab(reports=settings.store / "reports", encoder=settings.encoder)
    run(_open(settings), settings, more_tabs=(tab,))


@app.command()
def mcp() -> None:
    """MCP サーバーを標準入出力で動かします（読み取りだけ）。"""
    from chat.mcp_server import run_stdio

    run_stdio(_open())


@app.command()
def models() -> None:
    """選べる埋め込みモデルの一覧です。"""
    from chat.terminal import model_lines

    for line in model_lines(_settings().encoder):
        _print(line)


@app.command()
def doctor(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="索引を作り直す")] = False, as_json: Json = False
) -> None:
    """保存した会議録と索引を調べ、必要なら作り直します。"""
    from chat.terminal import progress_bar, report_lines
    from corpus.store import Store
    from retriever.doctor import examine
    from retriever.encoders import load_encoder
    from retriever.index import Index

    settings = _settings()
    store = Store.open(settings.store)
    index = Index(store, load_encoder(settings.encoder))
    if rebuild:
        with progress_bar("索引") as progress:
            index.rebuild((lambda done, total: progress("索引", done, total)) if progress else None)
    report = examine(store, index)
    for line in report_lines(report, as_json):
        _print(line)
    if not report.ok:
        raise typer.Exit(1)


def main() -> None:
    """Entry point of the command; the only place where an error becomes a line."""
    # What failed is said in one line by the command itself; the full trace is for developers.
    level = logging.DEBUG if os.environ.get("KAIGIROKU_DEBUG") else logging.CRITICAL
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        app(prog_name="kaigiroku")
    except KaigirokuError as error:
        sys.stderr.write(f"kaigiroku: {error}\n")
        sys.exit(2 if isinstance(error, SettingsError) else 1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.stderr.write("kaigiroku: 中断しました\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
