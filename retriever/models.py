"""Embedding models to choose from: the bundled one and recommended ones, with what each needs.

Scores are nDCG@10 × 100 on JaGovFaqs-22k of JMTEB, questions to Japanese ministries and their answers: the
public set closest to minutes, as https://github.com/sbintuitions/JMTEB publishes them (`docs/results/MODEL/summary.json`,
read in November 2026). The bundled model is measured on minutes only: see its card.
"""

from __future__ import annotations

from dataclasses import dataclass

BUNDLED = "bundled"
NONE = "none"


@dataclass(frozen=True, slots=True)
class EncoderChoice:
    """A model that `kaigiroku models` lists.

    `megabytes` is what it takes on disk; `query_prompt` and `passage_prompt` are put before every text, as its
    authors trained it; `note` says in Japanese when to choose it.
    """

    name: str
    megabytes: int
    dimension: int
    languages: str
    query_prompt: str
    passage_prompt: str
    score: float | None
    score_source: str
    note: str

    @property
    def prompts(self) -> tuple[str, str]:
        """What is put before a query, and before a passage."""
        return self.query_prompt, self.passage_prompt


_JMTEB = "JMTEB JaGovFaqs-22k（nDCG@10×100）"
_JMTEB_OLD = "JMTEB JaGovFaqs-22k の旧版（nDCG@10×100）"

CHOICES: tuple[EncoderChoice, ...] = (
    EncoderChoice(
        BUNDLED, 28, 512, "日本語・英語", "", "", None, "retriever/model/README.md（自前の測定）",
        "同梱。ダウンロードもGPUも不要で、この製品の既定です。",
    ),
    EncoderChoice(
        "intfloat/multilingual-e5-small", 471, 384, "約100言語", "query: ", "passage: ", 65.7, _JMTEB,
        "日本語・英語以外の質問もあるとき、まず試すもの。",
    ),
    EncoderChoice(
        "intfloat/multilingual-e5-base", 1112, 768, "約100言語", "query: ", "passage: ", 65.3, _JMTEB_OLD,
        "多言語で、small より精度を取るとき。",
    ),
    EncoderChoice(
        "BAAI/bge-m3", 2272, 1024, "100言語以上", "", "", 69.1, _JMTEB,
        "多言語で長い発言が多いとき。GPUがある環境向け。",
    ),
    EncoderChoice(
        "cl-nagoya/ruri-v3-30m", 148, 256, "日本語", "検索クエリ: ", "検索文書: ", 70.2, _JMTEB,
        "日本語だけなら、小さくて精度が高いもの。",
    ),
    EncoderChoice(
        "cl-nagoya/ruri-v3-310m", 1260, 768, "日本語", "検索クエリ: ", "検索文書: ", 76.5, _JMTEB,
        "日本語だけで精度を最も重んじるとき。GPUがある環境向け。",
    ),
    EncoderChoice(
        "hotchpotch/static-embedding-japanese", 134, 1024, "日本語", "", "", 55.6, _JMTEB,
        "静的な日本語モデル。CPUだけでも速いもの。",
    ),
)  # fmt: skip
"""The bundled model first, then by reach: many languages, Japanese only."""


def known_choice(name: str) -> EncoderChoice | None:
    """The listed model of this hub name, or of a folder that bears the model's name (`/srv/multilingual-e5-small`)."""
    last = name.rstrip("/\\").replace("\\", "/").rsplit("/", 1)[-1]
    return next((choice for choice in CHOICES if choice.name.rsplit("/", 1)[-1] == last), None)
