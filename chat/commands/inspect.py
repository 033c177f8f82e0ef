"""The command `inspect`; `kaigiroku.py` puts it beside its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from chat.commands.common import Json, dump, print_line, settings_of, store_of
from corpus.errors import KaigirokuError, StoreError

app = typer.Typer()


@app.command()
def inspect(
    context: typer.Context,
    target: Annotated[str, typer.Argument(help="ファイル、または list で示される文書のIDか名前")],
    as_json: Json = False,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="原文と読み取りを並べたページ（.html）")
    ] = None,
) -> None:
    """文書がどう読み取られたかを示します: 発言に置けた割合、発言者と名簿、置けなかった行、答弁の見つからない質問。"""
    from chat.inspection import inspect_file, inspect_source, inspection_lines, inspection_to_dict

    settings = settings_of(context)
    if Path(target).is_file():
        found = inspect_file(Path(target), settings.max_file_bytes)
    else:
        try:
            store = store_of(context)
        except StoreError as error:
            raise KaigirokuError(f"ファイルがありません: {target}", str(error)) from error
        found = inspect_source(store, target)
    if out is not None:
        from chat.render.inspection import page_html

        try:
            out.write_text(page_html(found), "utf-8")
        except OSError as error:
            raise KaigirokuError(f"{out} に書けません", "場所と権限を確かめてください") from error
    if as_json:
        dump(inspection_to_dict(found))
        return
    for line in inspection_lines(found):
        print_line(line)
    if out is not None:
        print_line(f"\n{out} に書き出しました。")
