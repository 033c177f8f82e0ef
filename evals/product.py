"""The product set up for an evaluation: a store of the gold's documents, or one that exists already."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import GoldError, SettingsError
from corpus.progress import Progress

if TYPE_CHECKING:
    from chat.service import Service


@contextmanager
def opened(
    documents: Path,
    store: Path | None = None,
    encoder: str | None = None,
    progress: Progress | None = None,
    with_model: bool = False,
) -> Iterator[Service]:
    """The service over `store`, or over a store of `documents` that is made now and removed afterwards.

    An existing store is asked as it is: nothing is added to it, and what else it holds is searched too. The language model of
    the settings writes only `with_model`.

    Raises:
        GoldError: none of the documents could be read.
        SettingsError: a model is wanted and none is set.
        KaigirokuError: the store or the encoder cannot be opened.
    """
    from chat.service import Service
    from chat.settings import load_settings

    model = None if with_model else ""  # None leaves what is set, an empty address sets none
    if with_model and not load_settings().llm_base_url:
        raise SettingsError(
            "言語モデルの設定がありません",
            "KAIGIROKU_LLM_BASE_URL と KAIGIROKU_LLM_MODEL を設定してください（--answerer extractive なら要りません）",
        )
    if store is not None:
        yield Service.open(load_settings(store=store, encoder=encoder, llm_base_url=model))
        return
    with tempfile.TemporaryDirectory(prefix="kaigiroku-eval-") as folder:
        service = Service.open(
            load_settings(store=Path(folder) / "store", encoder=encoder, llm_base_url=model)
        )
        results = service.add([documents], progress)
        if not any(result.status == "added" for result in results):
            reasons = "、".join(dict.fromkeys(result.message for result in results if result.message))
            raise GoldError(f"{documents} の文書を一つも読めませんでした", reasons)
        yield service
