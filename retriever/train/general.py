"""General knowledge of words: chiVe's vectors, from the package `ja-ginza`, beside what the training learned.

Council minutes are written in the words of the administration; questions are typed in everyday words. What everyday words mean
(見回り is パトロール, お年寄り is near 高齢者) stands in no council pairs, but in vectors learned from the web at large: chiVe
(Manabe et al. 2019, Works Applications and NINJAL, Apache-2.0), of which `ja-ginza` (Megagon Labs, MIT) carries 480,000 words on 20,000
vectors of 300 numbers. They are read at training only; nothing of the package is needed afterwards.

    learned, its main axes | general

The learned vectors are trained alone: trained together with the general part they fit the training's councils better and
answered questions about other councils worse (see README.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import SettingsError
from retriever.train.data import TextPair

WordVectors = Mapping[str, NDArray[np.float32]]
"""A word's vector, all of one length."""

GENERAL = 0.6
"""Length of a Japanese piece's general part beside its learned one: a quarter of the cosine of a word with itself. 0.4 to 0.6 did about
equally well on five sets of questions, 0.8 and 1.0 answered more that the record does not hold."""

TRANSLATED = 0.4
"""The same for an English piece, whose direction is that of its dictionary's Japanese words: vaguer. With 0.6 everyday English finds
its Japanese sentence less often (0.900 instead of 0.912), without it official notices (0.635 instead of 0.682)."""

SHORT_GLOSS = 2
"""English words of a gloss that still says what one of them means; each counts by the square of its share."""

_FIRST_JAPANESE = "\u3041"
_REMARK = re.compile(r"\([^)]*\)|^to ")


def read_word_vectors() -> WordVectors:
    """The Japanese words of `ja-ginza`. Raises SettingsError where the package or its reader (spaCy) is not installed."""
    folder = _vocabulary_folder()
    if folder is None or find_spec("spacy") is None:
        raise SettingsError(
            "学習に使う一般の単語ベクトル（ja-ginza）がありません",
            "make model は自動で入れます。手で入れるには: pip install 'spacy>=3.8,<4' に続けて pip install --no-deps ja-ginza==5.3.0",
        )
    from spacy.vocab import Vocab

    vocabulary = Vocab().from_disk(folder)
    words = (word for word in vocabulary.strings if _is_japanese(word) and vocabulary.has_vector(word))
    return {word: np.asarray(vocabulary.get_vector(word), dtype=np.float32) for word in words}


def _vocabulary_folder() -> Path | None:
    """Where the package keeps its words; it is not imported, since its analysis of Japanese is not wanted."""
    spec = find_spec("ja_ginza")
    roots = (spec.submodule_search_locations or ()) if spec else ()
    return next((path for root in roots for path in Path(root).glob("*/vocab")), None)


def _is_japanese(word: str) -> bool:
    return word[-1:] >= _FIRST_JAPANESE


def with_general_part(
    learned: NDArray[np.float32],
    pieces: Sequence[str],
    words: WordVectors,
    dictionary: Iterable[TextPair],
    dimension: int,
) -> NDArray[np.float32]:
    """`learned` (pieces × F) with `dimension` columns more: what is known of each piece in general, zeros where nothing is.

    `pieces` is the vocabulary in the order of the rows (▁ marks a beginning), `dictionary` has (English gloss, Japanese word) rows.
    """
    japanese, english = directions(pieces, words, dictionary, dimension)
    share = GENERAL * japanese + TRANSLATED * english
    length = np.linalg.norm(learned, axis=1, keepdims=True)
    return np.concatenate((learned, (length * share).astype(np.float32)), axis=1)


def directions(
    pieces: Sequence[str], words: WordVectors, dictionary: Iterable[TextPair], dimension: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Unit rows of the Japanese and of the English pieces, each (pieces × dimension), zeros for all others.

    What all words have in common is taken away and the `dimension` main axes of the rest are kept ("all but the top", Mu and
    Viswanath 2018, arXiv:1702.01417, with the mean alone).
    """
    keys = [_word_of(piece, words) for piece in pieces]
    table = np.stack([words[key] for key in keys if key])
    mean = table.mean(axis=0)
    axes = np.linalg.svd(table - mean, full_matrices=False)[2][:dimension].T

    def unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
        length = np.linalg.norm(rows, axis=-1, keepdims=True)
        out: NDArray[np.float32] = (rows / np.where(length > 0, length, 1.0)).astype(np.float32)
        return out

    japanese = np.zeros((len(pieces), dimension), dtype=np.float32)
    japanese[[bool(key) for key in keys]] = unit((table - mean) @ axes)
    english = np.zeros_like(japanese)
    row = {
        _bare(piece).lower(): i for i, (piece, key) in enumerate(zip(pieces, keys, strict=True)) if not key
    }
    meanings = defaultdict(list)
    for gloss, word in dictionary:
        parts = _REMARK.sub("", gloss.lower()).split()
        if word in words and len(parts) <= SHORT_GLOSS:
            for part in parts:
                if part in row and len(part) > 2:
                    meanings[part].append((word, 1.0 / len(parts) ** 2))
    for part, found in meanings.items():
        known = unit((np.stack([words[word] for word, _ in found]) - mean) @ axes)
        english[row[part]] = unit(np.array([weight for _, weight in found], dtype=np.float32) @ known)
    return japanese, english


def _bare(piece: str) -> str:
    return piece.replace("▁", "").strip()


def _word_of(piece: str, words: WordVectors) -> str:
    """The Japanese word that a piece is; empty where no vector is known."""
    word = _bare(piece)
    forms = (word, unicodedata.normalize("NFKC", word)) if _is_japanese(word) else ()
    return next((form for form in forms if form in words), "")


def main_axes(
    vectors: NDArray[np.float32], texts: NDArray[np.float32], dimension: int
) -> NDArray[np.float32]:
    """`vectors` (pieces × D) turned onto the `dimension` axes that tell most of `texts` (n × D, unit rows) apart.

    352 of 512 axes keep 0.93 of the texts' squared length; the rest is better spent on the general part.
    """
    values, axes = np.linalg.eigh(texts.T @ texts)
    kept: NDArray[np.float32] = vectors @ axes[:, np.argsort(-values)[:dimension]]
    return kept
