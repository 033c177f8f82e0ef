"""Writing the model: int8 rows with a float32 scale a token, readable by model2vec and sentence-transformers.

A token's row is divided by its largest element's size over 127 and rounded. The scale is model2vec's per-token
weight, which sentence-transformers multiplies in when it loads the files.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

INT8_LIMIT = 127
"""Largest value of a row: symmetric about zero, −128 is not used."""


def quantised(vectors: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Rows as int8 and the factor of each row; a row of zeros stays one.

    >>> rows, scales = quantised(np.array([[1.27, -0.635], [0.0, 0.0]], dtype=np.float32))
    >>> rows.tolist(), scales.astype(float).round(3).tolist()
    ([[127, -64], [0, 0]], [0.01, 1.0])
    """
    largest = np.abs(vectors).max(axis=1)
    scales = np.where(largest == 0, 1.0, largest / INT8_LIMIT).astype(np.float32)
    return np.rint(vectors / scales[:, None]).astype(np.int8), scales


def save_model(
    folder: Path, vectors: NDArray[np.float32], tokenizer: Tokenizer, languages: list[str]
) -> None:
    """Writes weights, tokenizer and the two configurations into ``folder`` (made if needed)."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    rows, scales = quantised(vectors)
    save_file({"embeddings": rows, "weights": scales}, folder / "model.safetensors")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    config = {
        "model_type": "model2vec",
        "architectures": ["StaticModel"],
        "hidden_dim": int(vectors.shape[1]),
        "normalize": True,
        "max_length": None,
        "embedding_dtype": "int8",
        "language": languages,
    }
    modules = [
        {"idx": 0, "name": "0", "path": ".", "type": "sentence_transformers.models.StaticEmbedding"},
        {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
    ]
    for name, content in (("config.json", config), ("modules.json", modules)):
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
