"""The commands of the desk: compare, brief, check, backup, restore, feedback.

`kaigiroku.py` puts them beside its own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from chat.commands.common import (
    Json,
    Towns,
    dump,
    filtered,
    form_of,
    kind_of,
    note,
    print_line,
    rebuild_index,
    record_of,
    save,
    settings_of,
    store_of,
    written,
)
from retriever.types import Filter

app = typer.Typer()


@app.command()
@filtered("body", "since", "until")
def compare(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="自治体に共通の質問", callback=written)],
    town: Towns = None,
    *,
    filters: Filter,
    out: Annotated[Path | None, typer.Option("-o", help="書き出すファイル（.csv か .xlsx）")] = None,
    as_json: Json = False,
) -> None:
    """一つの質問への答弁を、自治体ごとに並べます。"""
    from chat.commands.desk_lines import compare_lines
    from chat.desk.compare import compare as compared
    from chat.desk.compare import to_dict, to_table

    form = form_of(out) if out else None
    found = compared(record_of(context), question, town or (), filters)
    if out and form:
        save(out, to_table(found, form))
    elif as_json:
        dump(to_dict(found))
    else:
        for line in compare_lines(found):
            print_line(line)


@app.command()
@filtered("town", "since", "until")
def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="通告、質問、答弁案のファイル（txt、docx、pdf …）")],
    own: Annotated[
        str, typer.Option("--own", help="自分の自治体（その答弁を先に、ほかの自治体の答弁は分けて示します）")
    ] = "",
    *,
    filters: Filter,
    out: Annotated[Path | None, typer.Option("-o", help="書き出すファイル（.csv か .xlsx）")] = None,
    as_json: Json = False,
) -> None:
    """文章を一文ずつ、これまでの答弁と照らし合わせます。"""
    from chat.commands.desk_lines import check_lines
    from chat.desk.check import check as checked
    from chat.desk.check import read_text
    from chat.desk.check_files import to_dict, to_table

    form = form_of(out) if out else None
    text = read_text(file)
    found = checked(record_of(context), text, filters, own=own)
    if out and form:
        save(out, to_table(found, form))
        return
    if as_json:
        dump(to_dict(found))
        return
    for line in check_lines(found):
        print_line(line)


@app.command()
@filtered("since", "until")
def brief(
    context: typer.Context,
    theme: Annotated[str, typer.Argument(help="質問のテーマ（例: 避難所の備蓄）", callback=written)],
    town: Annotated[str, typer.Option("--town", help="自分の自治体（例: 調布市）")],
    *,
    filters: Filter,
    out: Annotated[Path | None, typer.Option("-o", help="書き出すファイル（.docx か .md）")] = None,
    as_json: Json = False,
) -> None:
    """質問準備の資料を作ります（これまでの質疑、その後を確かめたい答弁、他自治体の答弁、骨子案）。"""
    from chat.desk.brief import brief as made
    from chat.desk.brief_files import docx, markdown, to_dict

    kind = kind_of(out, ("docx", "md")) if out else ""
    dossier = made(record_of(context), theme, town, filters.since, filters.until)
    if out:
        text = markdown(dossier)
        save(out, docx(text) if kind == "docx" else text.encode("utf-8"))
    elif as_json:
        dump(to_dict(dossier))
    else:
        print_line(markdown(dossier))


@app.command()
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="作るファイル（例: 会議録.zip）")],
) -> None:
    """保存した会議録を一つのファイルにまとめます（使用中でもかまいません）。"""
    from chat.held.backup import backup as saved

    made = saved(store_of(context), file)
    size = file.stat().st_size / 2**20
    print_line(f"{file} に書き出しました（資料 {made.sources}件、質疑 {made.exchanges}件、{size:.1f} MiB）。")


@app.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="backup で作ったファイル")],
) -> None:
    """backup で作ったファイルから、空の保存フォルダーに戻します。"""
    from chat.held.backup import restore as restored
    from corpus.store import Store
    from retriever.encoders import load_encoder
    from retriever.index import Index

    settings = settings_of(context)
    encoder = load_encoder(settings.encoder)  # before anything is written: without it there would be no index
    made = restored(file, settings.store)
    rebuild_index(Index(Store.open(settings.store), encoder))
    print_line(
        f"{settings.store} に戻しました（資料 {made.sources}件、質疑 {made.exchanges}件、{made.created_at} の控え）。"
    )


@app.command()
def feedback(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option("-o", help="書き出すファイル（.jsonl）")] = None,
) -> None:
    """画面で付けられた評価を、正解データの候補（JSON Lines）として出力します。"""
    from chat.held.feedback import gold_candidates

    if out:
        kind_of(out, ("jsonl",))
    lines = [json.dumps(one, ensure_ascii=False) for one in gold_candidates(store_of(context))]
    if out:
        save(out, "".join(line + "\n" for line in lines).encode("utf-8"))
    else:
        for line in lines:
            print_line(line)
    if not lines:
        note("評価はまだ付けられていません")
