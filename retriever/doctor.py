"""Examining a store and its index: what is sound, what is wrong, and which command puts it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import IndexMismatch
from corpus.store import Store
from retriever.index import Index, View
from retriever.manifest import REBUILD

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Report:
    """`lines` for people, one finding each; `ok` says whether nothing has to be done."""

    ok: bool
    lines: tuple[str, ...]


def examine(store: Store, index: Index) -> Report:
    """Checks the database, then the index against it, passage by passage. Changes nothing."""
    faults = [f"データベースに問題があります: {line}" for line in store.check()]
    if faults:
        return Report(False, (*faults, "バックアップから kaigiroku restore で戻してください"))
    reach, sources = store.reach(), len(store.source_rows())
    counts = f"文書 {sources:,}、質疑 {reach.exchanges:,}、その他の発言 {reach.statements:,}"
    lines = [f"データベースは正常です（{counts}）"]
    try:
        view = index.view()
    except IndexMismatch as error:
        return Report(False, (*lines, str(error)))
    if view.manifest.generation != store.generation:
        lines.append("索引がまだ追いついていません。次の検索か追加のときに取り込まれます")
        return Report(True, tuple(lines))
    wrong = list(_differences(store, view))
    if wrong:
        return Report(False, (*lines, *wrong, REBUILD))
    return Report(True, (*lines, _sound(view)))


def _sound(view: View) -> str:
    manifest = view.manifest
    encoder = manifest.encoder
    model = f"モデル {encoder.id}（{encoder.dimension} 次元）" if encoder else "モデルなし（言葉だけで検索）"
    return f"索引は正常です（文章片 {manifest.passages:,}、{model}、{manifest.tokenizer}）"


def _differences(store: Store, view: View) -> Iterator[str]:
    """One line for each part of the index that does not hold exactly what the store holds."""
    import numpy as np

    passages = _expand(store.passage_ranges())
    exchanges = np.array(store.exchange_rows(), dtype=np.int64)
    held = {
        "文章の索引": (np.sort(np.array(view.passages.keys(), dtype=np.int64)), passages),
        "質疑の索引": (np.sort(np.array(view.exchanges.keys(), dtype=np.int64)), exchanges),
    }
    if view.segments:
        stored = np.sort(np.concatenate([segment.ids for segment in view.segments]))
        # Vectors of removed passages stay until the next merge; they are masked in every search.
        held["ベクトル索引"] = (np.intersect1d(stored, passages), passages)
        if len(np.unique(stored)) != len(stored):
            yield "ベクトル索引に同じ文章が二度あります"
    elif view.manifest.encoder and len(passages) and view.manifest.segments == ():
        yield "ベクトル索引が空です"
    for name, (found, wanted) in held.items():
        missing, extra = len(np.setdiff1d(wanted, found)), len(np.setdiff1d(found, wanted))
        if missing or extra or len(found) != len(wanted):
            yield f"{name}が記録と合いません（不足 {missing:,}、余分 {extra:,}）"


def _expand(ranges: list[tuple[int, int]]) -> Ids:
    import numpy as np

    parts = [np.arange(first, last + 1, dtype=np.int64) for first, last in ranges]
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
