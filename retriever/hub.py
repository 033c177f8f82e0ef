"""Loading a sentence-transformers model from a folder or the model hub, with one clear line where that fails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

HUB_SECONDS = 5.0
"""How long the hub may take to answer at all."""
HUB_FILES = ("modules.json", "config.json")
HUB_HINT = "名前を確かめ、外部に出られない環境ではモデルを入れたフォルダを指定してください"


def load_transformer(name: str) -> SentenceTransformer:
    """The model in this folder or of this hub name; the hub is not asked for one that was downloaded before.

    Raises:
        EncoderError: the folder holds no model, the hub is out of reach or has no such model.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        if not any((folder / file).is_file() for file in HUB_FILES):
            raise EncoderError(
                f"埋め込みモデルではないフォルダです: {name}",
                "modules.json のある sentence-transformers 形式のフォルダを指定してください",
            )
    elif folder.is_absolute() or name.startswith((".", "~")) or name.count("/") > 1:
        raise EncoderError(f"埋め込みモデルのフォルダがありません: {name}", "場所を確かめてください")
    on_hub = not folder.is_dir()
    held = on_hub and _in_cache(name)
    if on_hub and not held:
        _check_hub(name)
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(name if on_hub else str(folder), local_files_only=held)
    except Exception as error:  # many libraries below; whatever they raise, the model cannot be used
        hint = HUB_HINT if on_hub else "フォルダの中身が揃っているか確かめてください"
        raise EncoderError(f"埋め込みモデルを読み込めません: {name}", hint) from error


def _in_cache(name: str) -> bool:
    """Whether the hub's model was downloaded before: then nothing is asked of the network."""
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        return any(isinstance(try_to_load_from_cache(name, file), str) for file in HUB_FILES)
    except HFValidationError:
        return False


def _check_hub(name: str) -> None:
    """Asks once whether the hub answers: the libraries below try for a minute and a half, and print each try."""
    import httpx
    from huggingface_hub import constants

    try:
        httpx.head(constants.ENDPOINT, timeout=HUB_SECONDS)
    except httpx.HTTPError as error:
        raise EncoderError(
            f"モデルの配布元（{constants.ENDPOINT}）につながりません: {name}", HUB_HINT
        ) from error
