"""The `kaigiroku` command: reads the settings, opens the service, calls the folders.

Everything may be imported here and nothing imports this. Heavy parts are imported inside the commands that need them, so
that `kaigiroku ask` does not pay for the web page. Errors are one line on standard error that says what to do: exit status 2
for wrong use, 1 for a failed job.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from chat.commands.ask import app as ask_app
from chat.commands.common import (
    Json,
    print_line,
    rebuild_index,
    refuse_wide_options,
    renewed,
    service_of,
    settings_of,
    store_of,
)
from chat.commands.desk import app as desk_app
from chat.commands.documents import app as documents_app
from chat.commands.inspect import app as inspect_app
from chat.commands.ledger import app as ledger_app
from chat.commands.token import app as token_app
from chat.commands.wrong_use import told
from corpus.errors import KaigirokuError, SettingsError
from evals.cli import app as eval_app

log = logging.getLogger(__name__)

app = typer.Typer(
    help="会議録チャット: 議会・審議会の会議録に質問し、出典つきの引用で答えを得ます。",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,  # rich's tables cut a Japanese text at the end of their line, since it has no spaces
)


INTERRUPTED = 130
"""Exit status after Ctrl+C, as shells have it."""

own = typer.Typer()
"""The commands that are defined here; a typer of their own, so that the help lists them after those about documents and questions."""


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
    context.obj = {"store": store, "encoder": encoder}


@own.command()
def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="待ち受けるアドレス（既定: 127.0.0.1）")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="ポート（既定: 7860）")] = None,
) -> None:
    """画面と API を開きます。"""
    from chat.api.serve import run
    from chat.service import Service
    from evals.tab import EvaluationTab

    settings = settings_of(context, host=host, port=port)
    tab = EvaluationTab(reports=settings.store / "reports", encoder=settings.encoder)
    run(renewed(Service.open(settings)), settings, more_tabs=(tab,))


@own.command()
def mcp(context: typer.Context) -> None:
    """MCP サーバーを標準入出力で動かします（読み取りだけ）。"""
    from chat.api.mcp_server import run_stdio

    run_stdio(service_of(context))


@own.command()
def models(context: typer.Context) -> None:
    """選べる埋め込みモデルの一覧です。"""
    from chat.commands.terminal import model_lines

    for line in model_lines(settings_of(context).encoder):
        print_line(line)


@own.command()
def doctor(
    context: typer.Context,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="索引を作り直す")] = False,
    as_json: Json = False,
) -> None:
    """保存した会議録と索引を調べ、必要なら作り直します。"""
    from chat.commands.terminal import report_lines
    from retriever.doctor import examine
    from retriever.encoders import load_encoder
    from retriever.index import Index

    store = store_of(context)
    index = Index(store, load_encoder(settings_of(context).encoder))
    if rebuild:
        rebuild_index(index)
    report = examine(store, index)
    for line in report_lines(report, as_json):
        print_line(line)
    if not report.ok:
        raise typer.Exit(1)


# In the order of the help.
app.add_typer(documents_app)
app.add_typer(ask_app)
app.add_typer(own)
app.add_typer(eval_app, name="eval")
app.add_typer(desk_app)
app.add_typer(inspect_app)
app.add_typer(ledger_app)
app.add_typer(token_app, name="token")


def main() -> None:
    """Entry point of the command; the only place where an error becomes a line."""
    # What failed is said in one line by the command itself; the full trace is for developers.
    level = logging.DEBUG if os.environ.get("KAIGIROKU_DEBUG") else logging.CRITICAL
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        refuse_wide_options(sys.argv[1:])
        sys.exit(app(prog_name="kaigiroku", standalone_mode=False))
    except typer.TyperException as error:
        sys.stderr.write(told(error))
        sys.exit(error.exit_code)
    except KaigirokuError as error:
        sys.stderr.write(f"kaigiroku: {error}\n")
        sys.exit(2 if isinstance(error, SettingsError) else 1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        log.debug("the system refused", exc_info=error)
        place = f": {error.filename}" if error.filename else ""
        sys.stderr.write(
            f"kaigiroku: ファイルを扱えません（{error.strerror or type(error).__name__}{place}）。"
            "名前、権限、空き容量を確かめてください\n"
        )
        sys.exit(1)
    except (KeyboardInterrupt, SystemExit) as end:
        # Typer makes an exit with this status of Ctrl+C, and says nothing.
        if isinstance(end, SystemExit) and end.code != INTERRUPTED:
            raise
        sys.stderr.write("kaigiroku: 中断しました\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
