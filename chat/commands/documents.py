"""The commands about documents: add, list, remove, show, exchanges; `kaigiroku.py` puts them beside its own."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chat.commands.common import (
    Json,
    dump,
    note_nothing,
    print_line,
    record_of,
    renewed,
    service_of,
    settings_of,
)
from corpus.errors import KaigirokuError, SettingsError

if TYPE_CHECKING:
    from ingest.add import AddResult, Report

app = typer.Typer()


@app.command()
def add(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(help="ファイル、フォルダー、https:// のアドレス（設定が要ります）")
    ] = None,
    address_list: Annotated[
        Path | None,
        typer.Option("--list", help="アドレスを一行に一つ書いたファイル（中断したら同じ命令で続きから）"),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="読み方の判定とその理由だけを示す")] = False,
) -> None:
    """会議録を読み込みます（フォルダーは中まで）。"""
    from chat.commands.terminal import explain_lines, progress_bar
    from chat.service import Service
    from ingest.web.addresses import is_address, read_list

    addresses = [path for path in paths or () if is_address(path)]
    files = [Path(path) for path in paths or () if not is_address(path)]
    _must_name_something(files, addresses, address_list, explain)
    if explain:
        for line in explain_lines(files):
            print_line(line)
        return
    listed = read_list(address_list) if address_list else []
    service = renewed(Service.open(settings_of(context)))
    results: list[AddResult] = []
    with _telling() as tell, _resumable(), progress_bar("読み込み") as progress:
        if addresses:
            results += service.add_addresses(addresses, progress, report=tell)
        if files:
            results += service.add(files, progress, tell)
        if address_list:
            results += service.add_addresses(listed, progress, str(address_list.resolve()), tell)
    if any(result.status == "failed" for result in results):
        raise typer.Exit(1)


@contextmanager
def _telling() -> Iterator[Report]:
    """Prints what became of each file as soon as it is known; in a terminal, where the lines would cut through the bar, after it."""
    from chat.commands.terminal import added_line

    held: list[AddResult] = []

    def tell(result: AddResult) -> None:
        try:
            print_line(added_line(result))
            sys.stdout.flush()
        except BrokenPipeError:  # who read the lines has ended (`| head`): the files are read nevertheless
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    try:
        yield held.append if sys.stdout.isatty() and sys.stderr.isatty() else tell
    finally:
        for result in held:
            tell(result)


@contextmanager
def _resumable() -> Iterator[None]:
    """A run that is cut off, by Ctrl+C or by the system (SIGTERM), says how it goes on."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        sys.stderr.write(
            "kaigiroku: 読み終えた資料は残っています。同じ命令をもう一度実行すると、続きから取り込みます\n"
        )
        raise
    finally:
        signal.signal(signal.SIGTERM, before)


def _must_name_something(
    files: Sequence[Path], addresses: Sequence[str], address_list: Path | None, explain: bool
) -> None:
    """Raises SettingsError where nothing is named, or an address where only files are explained."""
    if not files and not addresses and address_list is None:
        raise SettingsError(
            "読み込むものがありません", "ファイル、フォルダー、アドレスのどれかを指定してください"
        )
    if explain and (addresses or address_list):
        raise SettingsError(
            "--explain はファイルに使います", "アドレスの文書は取り込んでから inspect で確かめてください"
        )


@app.command("list")
def list_(
    context: typer.Context,
    warnings: Annotated[bool, typer.Option("--warnings", help="読み取りの注意も一つずつ示す")] = False,
    as_json: Json = False,
) -> None:
    """読み込んだ文書の一覧です。"""
    from chat.commands.terminal import source_line
    from chat.contract import source_to_dict

    for summary in record_of(context).sources():
        dump(source_to_dict(summary)) if as_json else print_line(source_line(summary))
        for warning in summary.warnings if warnings and not as_json else ():
            print_line(f"\t注意: {warning}")


@app.command()
def remove(
    context: typer.Context, ids: Annotated[list[str], typer.Argument(help="list で示される文書のID")]
) -> None:
    """文書を取り除きます。"""
    service = service_of(context)
    missing = [name for name in ids if not service.remove(name)]
    for name in ids:
        if name not in missing:
            print_line(f"removed\t{name}")
    if missing:
        raise KaigirokuError(f"文書がありません: {', '.join(missing)}", "kaigiroku list で確かめてください")


@app.command()
def show(
    context: typer.Context,
    exchange_id: Annotated[str, typer.Argument(help="質疑のID")],
    as_json: Json = False,
) -> None:
    """質疑一つを前後とともに示します。"""
    from chat.commands.terminal import exchange_lines
    from chat.contract import exchange_to_dict

    service = service_of(context)
    stored = service.exchange(exchange_id)
    if stored is None:
        raise KaigirokuError(f"質疑がありません: {exchange_id}", "ID は search や ask --json で示されます")
    if as_json:
        before, after = service.neighbours(exchange_id)
        dump(exchange_to_dict(stored) | {"previous": before, "next": after})
        return
    for line in exchange_lines(stored, *service.neighbours(exchange_id)):
        print_line(line)


@app.command()
def exchanges(
    context: typer.Context,
    source: Annotated[str | None, typer.Option(help="文書名またはIDで絞る")] = None,
    as_json: Json = False,
) -> None:
    """質疑をすべて出力します。"""
    from chat.commands.terminal import exchange_line
    from chat.contract import exchange_to_dict

    service = service_of(context)
    stored = None
    for stored in service.exchanges(source):
        dump(exchange_to_dict(stored)) if as_json else print_line(exchange_line(stored))
    if stored is None:
        note_nothing(
            service.store, "該当する質疑はありません（文書の名前は kaigiroku list で確かめてください）"
        )
