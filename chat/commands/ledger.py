"""The command `commitments`: the executive side's promises as lines, JSON Lines or a table file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chat.commands.common import Json, dump, filtered, form_of, note_nothing, print_line, save, store_of
from retriever.types import Filter

if TYPE_CHECKING:
    from chat.commitments.types import Commitment

app = typer.Typer()

Kinds = Annotated[list[str] | None, typer.Option("--kind", help="種類（繰り返し可）")]


@app.command()
@filtered(sides="executive 執行部、secretariat 事務局")
def commitments(
    context: typer.Context,
    *,
    filters: Filter,
    kind: Kinds = None,
    text: Annotated[str, typer.Option("--text", help="この言葉を含むものだけ")] = "",
    open_only: Annotated[bool, typer.Option("--open", help="その後の言及がないものだけ")] = False,
    out: Annotated[Path | None, typer.Option("-o", help="書き出すファイル（.csv か .xlsx）")] = None,
    as_json: Json = False,
) -> None:
    """執行部が約束・予定・検討・研究・困難・実施済と述べた答弁の一覧です。"""
    from chat.commands.terminal import progress_bar
    from chat.commitments.files import commitment_to_dict, to_table
    from chat.commitments.ledger import Ledger
    from chat.commitments.types import Wanted, kinds_of
    from retriever.tokenize import shared_tokenizer

    form = form_of(out) if out else None
    wanted = Wanted(filters, kinds_of(kind or ()), text, open_only)
    store = store_of(context)
    ledger = Ledger(store, shared_tokenizer())
    with progress_bar("答弁の約束") as progress:
        ledger.update(progress)
    found = ledger.find(wanted)
    if out and form:
        with progress_bar(out.name) as progress:
            told = (lambda rows: progress(out.name, rows, len(found))) if progress else None
            data = to_table(found, form, told)
        save(out, data)
        return
    if not found:
        note_nothing(store, "該当する答弁はありません（種類か条件を変えてください）", filters.towns)
    for one in found:
        dump(commitment_to_dict(one)) if as_json else print_line(_line(one))


def _line(one: Commitment) -> str:
    """A promise as one line of the list."""
    where = " ".join(filter(None, (one.municipality, one.date, one.speaker.office)))
    due = f"（{one.due}）" if one.due else ""
    return f"{one.kind}{due}\t{where}\t{one.shown}\t{one.exchange_id}\t後の質疑 {len(one.later)}件"
