"""The commands search and ask; `kaigiroku.py` puts them beside its own."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from chat.commands.common import (
    Json,
    dump,
    filtered,
    note,
    note_nothing,
    print_line,
    record_of,
    service_of,
    written,
)
from corpus.errors import SettingsError
from retriever.types import Filter

if TYPE_CHECKING:
    from chat.service import Service

app = typer.Typer()

Today = Annotated[str | None, typer.Option(help="「昨年度」などを数える日（既定: 今日）")]


@app.command()
@filtered()
def search(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="探す言葉または質問", callback=written)],
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="件数")] = 10,
    *,
    filters: Filter,
    as_json: Json = False,
) -> None:
    """質疑を探します。"""
    from chat.commands.terminal import hit_lines
    from chat.contract import hit_to_dict
    from chat.notices import index_behind, nothing_there

    service = service_of(context)
    hits = service.search(query, filters, k)
    for found in hits:
        if as_json:
            dump(hit_to_dict(found))
        else:
            for line in hit_lines(found):
                print_line(line)
    if hits and (absent := service.absent(query)):
        note(f"「{'」「'.join(absent)}」は、読み込まれている会議録に出てきません（近い質疑を示しています）")
    if service.searcher.index.behind():
        note(index_behind(english=False))
    if not hits:
        nothing = "該当する質疑はありません（言葉か条件を変えてください）"
        if service.reach(filters).empty:
            nothing = nothing_there(filters, service.reach(), english=False).rstrip("。")
        note_nothing(service.store, nothing, filters.towns)


@app.command()
@filtered()
def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(help="質問")] = None,
    history: Annotated[Path | None, typer.Option(help="これまでのやりとり（JSON の配列）")] = None,
    batch: Annotated[Path | None, typer.Option(help="質問を一行に一つ書いた JSON Lines")] = None,
    *,
    filters: Filter,
    today: Today = None,
    as_json: Json = False,
) -> None:
    """質問に、会議録からの引用で答えます。"""
    from chat.commands.terminal import answer_lines
    from chat.contract import answer_to_dict, messages_from_list, today_of

    if (question is None) == (batch is None):
        raise SettingsError("何を尋ねるのか分かりません", "質問か --batch のどちらか一つを指定してください")
    asked = written(question) if question is not None else ""
    day = today_of(today)
    if batch is not None:
        for line in _batch(record_of(context), batch, filters, day):
            dump(line)
        return
    past = messages_from_list(_read_json(history)) if history else ()
    answer = record_of(context).ask(asked, past, filters, day)
    if as_json:
        dump(answer_to_dict(answer, id=""))
    else:
        for text in answer_lines(answer):
            print_line(text)


def _batch(
    service: Service, path: Path, filters: Filter, today: datetime.date | None
) -> Iterator[dict[str, Any]]:
    """Answers to a file of questions, a dict each, in the same order."""
    from chat.contract import answer_to_dict, filter_from_dict, messages_from_list

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
    return [line for line in _text(path, "UTF-8 のテキストファイル").splitlines() if line.strip()]


def _read_json(path: Path) -> Any:
    try:
        return json.loads(_text(path, "JSON のファイル"))
    except ValueError as error:
        raise SettingsError(f"{path} を読めません", "JSON のファイルを指定してください") from error


def _text(path: Path, kind: str) -> str:
    """The text of a file that a command is given. Raises SettingsError where there is none, or it cannot be read."""
    if not path.exists():
        raise SettingsError(f"{path} がありません", "ファイルの場所を確かめてください")
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} を読めません", f"{kind}を指定してください") from error
