"""The command `token`: create, list and revoke what other programs (and browsers) show to a server on the network."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from chat.commands.common import Json, dump, note, print_line, settings_of
from corpus.errors import SettingsError

app = typer.Typer(help="ほかの機器から使うためのトークンを作る・一覧する・取り消す。", no_args_is_help=True)


@app.command()
def create(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="だれ・何のためのものか")],
    scope: Annotated[
        Literal["read", "edit"], typer.Option(help="read: 質問・検索のみ、edit: 画面での資料の追加・削除も")
    ] = "read",
) -> None:
    """トークンを作ります。表示されるのはこの一度だけです。"""
    from chat.api.tokens import Tokens

    print_line(Tokens(settings_of(context).store).create(name, scope))


@app.command("list")
def list_(context: typer.Context, as_json: Json = False) -> None:
    """トークンの一覧です（トークンそのものは残っていません）。"""
    from chat.api.tokens import Tokens

    tokens = Tokens(settings_of(context).store).all()
    for token in tokens:
        line = {"id": token.id, "name": token.name, "scope": token.scope, "created_at": token.created_at}
        dump(line) if as_json else print_line("\t".join(line.values()))
    if not tokens:
        note("トークンはありません（kaigiroku token create で作ります）")


@app.command()
def revoke(context: typer.Context, id: Annotated[str, typer.Argument(help="token list に出る番号")]) -> None:
    """トークンを取り消します。動いているサーバーでもすぐに使えなくなります。"""
    from chat.api.tokens import Tokens

    if not Tokens(settings_of(context).store).revoke(id):
        raise SettingsError(f"トークン {id} はありません", "kaigiroku token list で番号を確かめてください")
    print_line(f"取り消しました: {id}")
