"""The commands of the desk: compare, brief, check, backup, restore, feedback.

`kaigiroku.py` puts them beside its own; the options before the subcommand come in the context's `obj` (see `_settings`).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.errors import KaigirokuError, SettingsError

if TYPE_CHECKING:
    from chat.service import Service
    from chat.settings import Settings
    from retriever.types import Filter

app = typer.Typer()

Towns = Annotated[list[str] | None, typer.Option("--town", help="自治体名（繰り返し可。既定: すべて）")]
Since = Annotated[str, typer.Option(help="この日から（2024-03-01）")]
Until = Annotated[str, typer.Option(help="この日まで（2024-03-31）")]
Body = Annotated[str, typer.Option(help="会議体の名前（一部でよい）")]
Json = Annotated[bool, typer.Option("--json", help="JSON で出力する")]


def _settings(context: typer.Context) -> Settings:
    from chat.settings import load_settings

    return load_settings(**(context.obj or {}))


def _open(context: typer.Context) -> Service:
    from chat.service import Service

    return Service.open(_settings(context))


def _filters(towns: list[str] | None, since: str, until: str, body: str = "") -> Filter:
    from chat.contract import filter_from_dict

    return filter_from_dict({"town": towns or [], "since": since, "until": until, "body": body})


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


def _dump(value: Any) -> None:
    _print(json.dumps(value, ensure_ascii=False))


def _kind(path: Path, kinds: tuple[str, ...]) -> str:
    """The kind of file that a name asks for. Raises SettingsError where it is none of `kinds`."""
    kind = path.suffix.removeprefix(".").lower()
    if kind not in kinds:
        raise SettingsError(f"{path.name} の形式では書き出せません", f"使える拡張子: {'、'.join(kinds)}")
    return kind


def _save(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise KaigirokuError(f"{path} に書けません", "場所と権限を確かめてください") from error
    _print(f"{path} に書き出しました。")


@app.command()
def compare(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="自治体に共通の質問")],
    town: Towns = None,
    body: Body = "",
    since: Since = "",
    until: Until = "",
    out: Annotated[Path | None, typer.Option("-o", help="書き出すファイル（.csv か .xlsx）")] = None,
    as_json: Json = False,
) -> None:
    """一つの質問への答弁を、自治体ごとに並べます。"""
    from chat.compare import WORDS, to_dict, to_table
    from chat.compare import compare as compared

    kind = _kind(out, ("csv", "xlsx")) if out else ""
    found = compared(_open(context), question, town or (), _filters(None, since, until, body))
    if out:
        _save(out, to_table(found, "csv" if kind == "csv" else "xlsx"))
    elif as_json:
        _dump(to_dict(found))
    else:
        for row in found.towns:
            answered = row.answer is not None and row.status == "answered"
            _print(f"■ {row.town}: {WORDS[row.status]}")
            _print(f"{row.answer.text}\n" if answered and row.answer else "")


@app.command()
def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="通告、質問、答弁案のファイル（txt、docx、pdf …）")],
    town: Towns = None,
    since: Since = "",
    until: Until = "",
    out: Annotated[Path | None, typer.Option("-o", help="書き出すファイル（.csv か .xlsx）")] = None,
    as_json: Json = False,
) -> None:
    """文章を一文ずつ、これまでの答弁と照らし合わせます。"""
    from chat.check import check as checked
    from chat.check import read_text, to_dict
    from chat.check_files import to_table
    from chat.desk_lines import check_lines

    kind = _kind(out, ("csv", "xlsx")) if out else ""
    text = read_text(file)
    found = checked(_open(context), text, _filters(town, since, until))
    if out:
        _save(out, to_table(found, "csv" if kind == "csv" else "xlsx"))
        return
    if as_json:
        _dump(to_dict(found))
        return
    for line in check_lines(found):
        _print(line)


@app.command()
def brief(
    context: typer.Context,
    theme: Annotated[str, typer.Argument(help="質問のテーマ（例: 避難所の備蓄）")],
    town: Annotated[str, typer.Option("--town", help="自分の自治体（例: 調布市）")],
    since: Since = "",
    until: Until = "",
    out: Annotated[Path | None, typer.Option("-o", help="書き出すファイル（.docx か .md）")] = None,
    as_json: Json = False,
) -> None:
    """質問準備の資料を作ります（これまでの質疑、その後を確かめたい答弁、他自治体の答弁、骨子案）。"""
    from chat.brief import brief as made
    from chat.brief_files import docx, markdown, to_dict

    kind = _kind(out, ("docx", "md")) if out else ""
    filters = _filters(None, since, until)
    dossier = made(_open(context), theme, town, filters.since, filters.until)
    if out:
        text = markdown(dossier)
        _save(out, docx(text) if kind == "docx" else text.encode("utf-8"))
    elif as_json:
        _dump(to_dict(dossier))
    else:
        _print(markdown(dossier))


@app.command()
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="作るファイル（例: 会議録.zip）")],
) -> None:
    """保存した会議録を一つのファイルにまとめます（使用中でもかまいません）。"""
    from chat.backup import backup as saved
    from corpus.store import Store

    folder = _settings(context).store
    made = saved(Store.open(folder), file)
    size = file.stat().st_size / 2**20
    _print(f"{file} に書き出しました（資料 {made.sources}件、質疑 {made.exchanges}件、{size:.1f} MiB）。")


@app.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="backup で作ったファイル")],
) -> None:
    """backup で作ったファイルから、空の保存フォルダーに戻します。"""
    from chat.backup import restore as restored
    from chat.terminal import progress_bar
    from corpus.store import Store
    from retriever.encoders import load_encoder
    from retriever.index import Index

    settings = _settings(context)
    encoder = load_encoder(settings.encoder)  # before anything is written: without it there would be no index
    made = restored(file, settings.store)
    with progress_bar("索引") as progress:
        report = (lambda done, total: progress("索引", done, total)) if progress else None
        Index(Store.open(settings.store), encoder).rebuild(report)
    _print(
        f"{settings.store} に戻しました（資料 {made.sources}件、質疑 {made.exchanges}件、{made.created_at} の控え）。"
    )


@app.command()
def feedback(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option("-o", help="書き出すファイル（.jsonl）")] = None,
) -> None:
    """画面で付けられた評価を、正解データの候補（JSON Lines）として出力します。"""
    from chat.feedback import gold_candidates
    from corpus.store import Store

    if out:
        _kind(out, ("jsonl",))
    lines = [
        json.dumps(one, ensure_ascii=False) for one in gold_candidates(Store.open(_settings(context).store))
    ]
    if out:
        _save(out, "".join(line + "\n" for line in lines).encode("utf-8"))
    else:
        for line in lines:
            _print(line)
