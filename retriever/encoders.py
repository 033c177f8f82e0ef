"""Texts to vectors: the bundled static model, any sentence-transformers model, or none.

Every encoder returns float32 rows of length 1, and a row of zeros for a text without words. What is heavy
(torch, sentence-transformers) is imported when such a model is loaded; the bundled one needs neither.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EncoderError
from retriever.hub import load_transformer
from retriever.models import BUNDLED, NONE, known_choice

Vectors = NDArray[np.float32]

MODEL_FOLDER = Path(__file__).parent / "model"
"""The bundled model's files."""
WEIGHTS, TOKENIZER = "model.safetensors", "tokenizer.json"
FEW_TEXTS = 128
"""Up to so many texts, their rows are looked up one by one: as fast as those of all their tokens at once (64 sentences 2.8 ms either way, 256
10 instead of 8 ms), and scipy is not loaded, 0.1 s of a cold start. Cutting a text takes most of the time, 0.15 ms for 300 characters."""
ENCODE_CHUNK = 2048
"""Texts that are cut into pieces at once: their pieces are held together in memory."""


class Encoder(Protocol):
    """Makes vectors that are compared by inner product."""

    @property
    def id(self) -> str:
        """`bundled`, a hub name or a folder."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    @property
    def fingerprint(self) -> str:
        """Another one means other vectors: the index must be rebuilt."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, (texts × dimension)."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages, (texts × dimension)."""
        ...


def load_encoder(name: str = BUNDLED) -> Encoder | None:
    """The encoder of this name: `bundled`, `none` (gives None), a folder, or a name on the model hub.

    Raises:
        EncoderError: there is no such model, or it cannot be reached or read.
    """
    if name == NONE:
        return None
    if name == BUNDLED:
        return StaticEncoder(MODEL_FOLDER, BUNDLED)
    return TransformerEncoder(name)


def unit_rows(vectors: NDArray[Any]) -> Vectors:
    """Rows of length 1 in float32; rows of zeros stay."""
    rows = np.asarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.divide(rows, np.where(lengths == 0, 1, lengths), dtype=np.float32)


class StaticEncoder:
    """A static model in model2vec's layout: int8 rows, a float32 weight a token, a tokenizer; mean of the rows.

    Reads the files with `tokenizers` and `safetensors` only: model2vec's own loader gives the same vectors (a
    test compares) but copies the tokenizer and sorts the vocabulary, three times as long at start.
    """

    def __init__(self, folder: Path, name: str) -> None:
        """Loads the model.

        Raises:
            EncoderError: files are missing or damaged.
        """
        from safetensors import SafetensorError, safe_open
        from tokenizers import Tokenizer

        self._folder, self._name = folder, name
        try:
            with safe_open(str(folder / WEIGHTS), framework="numpy") as file:
                self._rows: NDArray[Any] = file.get_tensor("embeddings")
                self._weights: Vectors = file.get_tensor("weights")
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        except (OSError, SafetensorError) as error:
            raise EncoderError(
                f"同梱の埋め込みモデルを読めません: {folder}",
                "製品を入れ直すか、設定で encoder を none にしてください",
            ) from error
        except Exception as error:  # tokenizers raises bare Exception
            raise EncoderError(
                f"埋め込みモデルの語彙が壊れています: {folder / TOKENIZER}", "製品を入れ直してください"
            ) from error
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    @property
    def id(self) -> str:
        """The name that it was loaded by."""
        return self._name

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._rows.shape[1])

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of weights and tokenizer, shortened."""
        digest = hashlib.sha256()
        for name in (WEIGHTS, TOKENIZER):
            digest.update((self._folder / name).read_bytes())
        return f"static-{digest.hexdigest()[:16]}"

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages: a static model makes no difference."""
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        result = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), ENCODE_CHUNK):
            chunk = list(texts[start : start + ENCODE_CHUNK])
            ids = [one.ids for one in self._tokenizer.encode_batch_fast(chunk, add_special_tokens=False)]
            if len(texts) <= FEW_TEXTS:
                for row, tokens in enumerate(ids):
                    result[start + row] = self._weights[tokens] @ self._rows[tokens].astype(np.float32)
            else:
                result[start : start + len(chunk)] = self._sums(ids)
        return unit_rows(result)

    def _sums(self, ids: Sequence[Sequence[int]]) -> Vectors:
        """Sum of the tokens' rows of each text: a sparse count matrix times the rows of the tokens that occur."""
        from scipy.sparse import csr_matrix

        starts = np.cumsum([0, *map(len, ids)])
        flat = np.fromiter(chain.from_iterable(ids), dtype=np.int32, count=int(starts[-1]))
        occurring, places = np.unique(flat, return_inverse=True)
        counts = csr_matrix(
            (np.ones(len(flat), np.float32), places, starts), shape=(len(ids), len(occurring))
        )
        rows = self._rows[occurring].astype(np.float32) * self._weights[occurring, None]
        sums: Vectors = counts @ rows
        return sums


class TransformerEncoder:
    """A sentence-transformers model by hub name or folder, with its own prompts for queries and passages."""

    def __init__(self, name: str) -> None:
        """Loads the model.

        Raises:
            EncoderError: the folder holds no model, the hub is out of reach or has no such model.
        """
        self._name = name
        self._model = load_transformer(name)
        choice = known_choice(name)
        self._prompts = choice.prompts if choice else None

    @property
    def id(self) -> str:
        """The name that it was loaded by."""
        return self._name

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of all weights, the modules with their settings, the vocabulary and the prompts, shortened."""
        digest = hashlib.sha256(repr((self._prompts, self._model.prompts, str(self._model))).encode())
        for key, tensor in sorted(self._model.state_dict().items()):
            digest.update(f"{key}{tuple(tensor.shape)}{tensor.dtype}".encode())
            digest.update(tensor.detach().cpu().float().numpy().tobytes())
        tokenizer = self._model.tokenizer
        vocabulary: dict[str, int] = tokenizer.get_vocab() if hasattr(tokenizer, "get_vocab") else {}
        digest.update(repr(sorted(vocabulary.items())).encode())
        return f"transformer-{digest.hexdigest()[:16]}"

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, each with the model's prompt before it."""
        return self._encode(self._model.encode_query, texts, self._prompts and self._prompts[0])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages, each with the model's prompt before it."""
        return self._encode(self._model.encode_document, texts, self._prompts and self._prompts[1])

    def _encode(self, encode: Callable[..., Any], texts: Sequence[str], prompt: str | None) -> Vectors:
        result = np.zeros((len(texts), self.dimension), dtype=np.float32)
        filled = [number for number, text in enumerate(texts) if text.strip()]
        if filled:
            result[filled] = encode(
                [texts[number] for number in filled],
                prompt=prompt,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
        return unit_rows(result)
