"""The command `token`: create, list and revoke what other programs (and browsers) show to a server on the network."""

from __future__ import annotations

from typing import Annotated

import typer

from chat.api.tokens import Tokens
from chat.commands.common import Json, dump, note, print_line, settings_of
from corpus.errors import SettingsError

app = typer.Typer(help="ほかの機器から使うためのトークンを作る・一覧する・取り消す。", no_args_is_help=True)


@app.command()
def create(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="だれ・何のためのものか")],
    scope: Annotated[
        str, typer.Option(help="read: 質問・検索のみ、edit: 画面での資料の追加・削除も")
    ] = "read",
) -> None:
    """トークンを作ります。表示されるのはこの一度だけです。"""
    if scope not in ("read", "edit"):
        raise SettingsError(f"権限「{scope}」はありません", "--scope read か --scope edit を指定してください")
    print_line(Tokens(settings_of(context).store).create(name, "edit" if scope == "edit" else "read"))


@app.command("list")
def list_(context: typer.Context, as_json: Json = False) -> None:
    """トークンの一覧です（トークンそのものは残っていません）。"""
    tokens = Tokens(settings_of(context).store).all()
    for token in tokens:
        line = {"id": token.id, "name": token.name, "scope": token.scope, "created_at": token.created_at}
        dump(line) if as_json else print_line("\t".join(line.values()))
    if not tokens:
        note("トークンはありません（kaigiroku token create で作ります）")


@app.command()
def revoke(context: typer.Context, id: Annotated[str, typer.Argument(help="token list に出る番号")]) -> None:
    """トークンを取り消します。動いているサーバーでもすぐに使えなくなります。"""
    if not Tokens(settings_of(context).store).revoke(id):
        raise SettingsError(f"トークン {id} はありません", "kaigiroku token list で番号を確かめてください")
    print_line(f"取り消しました: {id}")
