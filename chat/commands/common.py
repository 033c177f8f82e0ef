"""What the commands share: options, opening the store, printing.

The options before the subcommand come in the context's `obj` (see `kaigiroku.options`).
"""

from __future__ import annotations

import functools
import inspect
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from inspect import Parameter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from corpus.errors import KaigirokuError, SettingsError, StoreError
from retriever.types import Filter

if TYPE_CHECKING:
    from chat.exports import Form
    from chat.service import Service
    from chat.settings import Settings
    from corpus.store import Store
    from retriever.index import Index

Json = Annotated[bool, typer.Option("--json", help="JSON で出力する")]

Towns = Annotated[list[str] | None, typer.Option("--town", help="自治体名（繰り返し可。既定: すべて）")]
SIDES = "member 議員・委員、executive 執行部、chair 議長・委員長、secretariat 事務局、other その他"
FILTER_OPTIONS: dict[str, Any] = {
    "town": Towns,
    "prefecture": Annotated[str | None, typer.Option(help="都道府県名")],
    "body": Annotated[str | None, typer.Option(help="会議体の名前（一部でよい）")],
    "since": Annotated[str | None, typer.Option(help="いつから（2024-03-01、令和6年3月、令和5年度）")],
    "until": Annotated[str | None, typer.Option(help="いつまで（2024-03-31、令和6年3月、令和5年度）")],
    "office": Annotated[str | None, typer.Option(help="役職（一部でよい）")],
}
"""The options that narrow down where a command looks, in the order of the help; see `filtered`."""

_TOWNS_TOLD = 10
"""How many of the loaded towns are told to who asked for another: a line or two of a terminal."""

_WHERE = "--store か KAIGIROKU_STORE で場所を指定するか、add で読み込んでください"

Command = Callable[..., None]


def filtered(*names: str, sides: str = SIDES) -> Callable[[Command], Command]:
    """Decorates a command that takes one `Filter` as the keyword `filters`: on the command line it has options for it instead.

    Typer makes an option of each parameter that a function's signature shows; the decorated function shows the options where the
    command has `filters`.

    Args:
        names: which of `FILTER_OPTIONS` (and `side`) the command has; all where none is named.
        sides: what the help says of --side.
    """

    def decorate(command: Command) -> Command:
        types = {**FILTER_OPTIONS, "side": Annotated[str | None, typer.Option(help=sides)]}
        options = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=types[name])
            for name in names or types
        ]

        @functools.wraps(command)
        def run(**given: Any) -> None:
            filters = filters_of(**{option.name: given.pop(option.name) for option in options})
            command(**given, filters=filters)

        own = inspect.signature(command, eval_str=True)
        shown = [
            each
            for parameter in own.parameters.values()
            for each in (options if parameter.name == "filters" else [parameter])
        ]
        run.__signature__ = own.replace(parameters=shown)  # type: ignore[attr-defined]  # functions take any attribute
        return run

    return decorate


def settings_of(context: typer.Context, **more: Any) -> Settings:
    """The settings, with the options before the subcommand and `more` before the environment."""
    from chat.settings import load_settings

    return load_settings(**(context.obj or {}), **more)


def service_of(context: typer.Context) -> Service:
    """The service for a command that reads what is loaded already. Raises StoreError where the folder holds no store."""
    from chat.service import Service

    settings = settings_of(context)
    refuse_no_store(settings.store)
    return Service.open(settings)


def store_of(context: typer.Context) -> Store:
    """The store for such a command where nothing is searched. Raises StoreError where the folder holds none."""
    from corpus.store import Store

    folder = settings_of(context).store
    refuse_no_store(folder)
    return Store.open(folder)


def refuse_no_store(folder: Path) -> None:
    """Raises StoreError for a mistyped --store: to open it would make an empty store there that answers nothing."""
    from corpus.store import DATABASE

    if not (folder.expanduser() / DATABASE).exists():
        raise StoreError(f"保存フォルダー {folder} に会議録がありません", _WHERE)


def renewed(service: Service) -> Service:
    """The same service, its index made anew where an earlier version of the program made it."""
    index = service.searcher.index
    if index.is_outdated():
        sys.stderr.write("プログラムが新しくなったので、索引を作り直しています（会議録はそのままです）…\n")
        rebuild_index(index)
    return service


def rebuild_index(index: Index) -> None:
    """Makes an index anew, with a bar while somebody looks."""
    from chat.commands.terminal import progress_bar

    with progress_bar("索引") as progress:
        index.rebuild((lambda done, total: progress("索引", done, total)) if progress else None)


def record_of(context: typer.Context) -> Service:
    """The service for a command that answers even where nothing is loaded: which folder was looked at is said besides."""
    service = service_of(context)
    if service.reach().empty:
        note(_empty(service.store))
    return service


def note_nothing(store: Store, nothing: str, towns: Sequence[str] = ()) -> None:
    """Says why a command prints nothing: its store is empty, or no minutes of the `towns` are loaded, else `nothing`."""
    from chat.notices import not_loaded

    loaded = store.reach().towns
    missing = [town for town in towns if town not in loaded]
    if store.reach().empty:
        note(_empty(store))
    elif missing:
        more = f"ほか{len(loaded) - _TOWNS_TOLD}自治体" if len(loaded) > _TOWNS_TOLD else ""
        note(
            f"{not_loaded(missing).removesuffix('。')}（読み込まれているのは{'、'.join(loaded[:_TOWNS_TOLD])}{more}）"
        )
    else:
        note(nothing)


def _empty(store: Store) -> str:
    return f"保存フォルダー {store.folder} に会議録がありません（{_WHERE}）"


def note(line: str) -> None:
    """A line beside the output, on standard error: what reads the output is not disturbed."""
    sys.stderr.write(f"kaigiroku: {line}\n")


def written(text: str) -> str:
    """A question or words that are not blank. Raises SettingsError where they are."""
    if not text.strip():
        raise SettingsError("質問や言葉が空です", "書いてください")
    return text


_WIDE = re.compile(r"[-－―–—−‐ーｰ]{1,2}[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ－-]*(?:[\u3000＝].*)?")


def refuse_wide_options(words: Sequence[str]) -> None:
    """Raises SettingsError where an option was typed in full-width letters (－－town), which would be taken for a question."""
    for word in words:
        if not word.isascii() and (_WIDE.fullmatch(word)):
            name = unicodedata.normalize("NFKC", re.split("[\u3000＝]", word)[0]).lstrip("-―–—−‐ー")
            dashes = "-" if len(name) == 1 else "--"
            raise SettingsError(
                f"「{word}」はオプションとして読めません", f"半角で {dashes}{name} と書き、半角の空白で区切る"
            )


def filters_of(town: list[str] | None = None, **given: str | None) -> Filter:
    """The filters of options; people write periods in their own way. Raises SettingsError where one of them makes no sense."""
    from chat.contract import days_of, filter_from_dict

    given["since"] = days_of(given.get("since") or "", "--since")[0]
    given["until"] = days_of(given.get("until") or "", "--until")[1]
    return filter_from_dict({"town": town, **given})


def print_line(line: str) -> None:
    """One line of the command's output."""
    sys.stdout.write(line + "\n")


def dump(value: object) -> None:
    """One line of JSON."""
    print_line(json.dumps(value, ensure_ascii=False))


def kind_of(path: Path, kinds: tuple[str, ...]) -> str:
    """The kind of file that a name asks for. Raises SettingsError where it is none of `kinds`."""
    kind = path.suffix.removeprefix(".").lower()
    if kind not in kinds:
        raise SettingsError(f"{path.name} の形式では書き出せません", f"使える拡張子: {'、'.join(kinds)}")
    return kind


def form_of(path: Path) -> Form:
    """The form in which a table is kept in a file of this name. Raises SettingsError where it is none."""
    from chat.exports import FORMS

    return cast("Form", kind_of(path, FORMS))


def save(path: Path, data: bytes) -> None:
    """Writes a file and says so. Raises KaigirokuError where that fails."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise KaigirokuError(f"{path} に書けません", "場所と権限を確かめてください") from error
    print_line(f"{path} に書き出しました。")
