"""Labels that name a side and nobody: 問 and 答, 質問の要旨, ご意見等要旨, 回答, 市の考え方, 議会からの回答."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.patterns import any_of
from ingest.text.normalize import squeeze

_RESIDENTS = (
    r"(?:地元|(?:地域|周辺)?住民|参加者|出席者|来場者|保護者|利用者|自治会長?|町内会長?|区長会?|会場|傍聴者)"
)
_ASKING = re.compile(
    r"^"
    + any_of(
        any_of(
            # 「ご意見」「市民からの要望」「寄せられた質問の概要」
            *r"ご 御 主な 委員の? 議員の?".split(),
            rf"{_RESIDENTS}(?:側|等)?(?:から)?の?",
            r"(?:議会|市政|町政)?モニター(?:から)?の?",
            *r"[市町村区県]民(?:から)?の? 提出(?:された)?".split(),
            r"(?:お?寄せ)?いただ(?:いた|きました)",
            r"寄せられた",
        )
        + r"?(?:問い?|質問|質疑|質|意見|要望(?:項目|事項)?|疑問|提案)者?等?(?:[・、](?:ご|御)?(?:意見|質問|質疑|要望|提案))*"
        r"(?:の?(?:概要|要旨|内容|全文|原文))?",
        # 「お寄せいただいた声」
        r"(?:(?:お?寄せ)?いただ(?:いた|きました)|(?:お?寄せ)られた)(?:声|内容|お?手紙)"
        r"(?:の?(?:概要|要旨)|[（(](?:概要|要旨)[）)])?",
        any_of(
            # 「お便りの全文」「町民の声の要旨」
            *r"投稿 ご?提言 ご?提案 申し?出 お?手紙 お?便り".split(),
            r"(?:[市町村区県都道府]民の|お寄せいただいた|皆さ[んま]の)?声",
        )
        + r"の?(?:概要|要旨|内容|全文)",
        # 「届いた皆様の声」
        r"(?:お(?:送り|届け)(?:いただ(?:いた|きました)|くださった)|届いた|届けられた)(?:皆[様さ]ん?の)?"
        + any_of(
            r"声",
            r"(?:ご|御)?(?:意見|提案|提言|要望|質問|相談|投稿)",
            *r"お?手紙 お?便り メール 内容".split(),
        )
        + r"(?:等|など)?(?:の?(?:概要|要旨|内容))?",
        # 「提言・意見」
        r"(?:ご|御)?提言[・、](?:ご|御)?(?:意見|質問|要望|提案)",
        # 「再質問」「Q」
        *r"再[々再]?(?:質問|質疑|問) [QＱ]".split(),
    )
    + r"$"
)
_ANSWERING = re.compile(
    r"^"
    + any_of(
        any_of(
            # 「お答え」「市の回答」「本町からの返答」
            *r"お ご 御 主な".split(),
            r"(?:[市町村区県都道府]|本[市町村区県]|事務局|当局|行政|執行部|議会|教育委員会|担当課)(?:から)?の?",
        )
        + r"?(?:回答|答弁|答え?|応答|返事|返答)者?(?:の?(?:概要|要旨|内容|全文|原文))?",
        # 「ご意見への市長からの回答」
        r"(?:声|(?:ご|御)?(?:意見|提案|提言|要望|質問|相談)|お?手紙|お?便り)(?:等|など)?(?:への|に対する)"
        r"(?:[市町村区県]長?(?:から)?の)?(?:お|ご|御)?(?:回答|答え?|返事|返答|返信)",
        # 「市の考え方」「教育委員会の検討結果」
        r"(?:[市町村区県都道府]|本[市町村区県]|事務局|当局|行政|執行部|教育委員会)の?(?:見解|考え方?|対応|回答|検討結果)"
        r"(?:と(?:その)?理由)?",
        # 「対応状況」「提言への対応状況」
        r"(?:(?:ご|御)?(?:意見|提案|提言|要望)(?:への|に対する)?)?対応状況",
        # 「再答弁」「A」
        *r"再々?(?:答弁|回答) [AＡ]".split(),
    )
    + r"$"
)
_QUOTATION = str.maketrans("", "", "「」『』“”")
"""Marks around what residents send in, which a page calls by a name of its own (「声」)."""


@lru_cache(maxsize=16384)
def is_asking(label: str) -> bool:
    """Whether a label says that what follows is asked (問, 質問, ご意見の概要, Q, お送りいただいた「声」)."""
    return _ASKING.match(label.translate(_QUOTATION)) is not None


@lru_cache(maxsize=16384)
def is_answering(label: str) -> bool:
    """Whether a label says that what follows is the reply (答, 回答, 市の考え方, A, 「声」へのお返事)."""
    return _ANSWERING.match(label.translate(_QUOTATION)) is not None


_WHO_ASKS = re.compile(rf"{_RESIDENTS}(?=(?:側|等)?(?:から)?の?(?:ご|御)?[一-鿿])")


def asker_of(label: str) -> str:
    """Who asks, where the label of the side says it (地元意見 → 地元, 参加者からの質問 → 参加者); else an empty string."""
    found = _WHO_ASKS.match(label)
    return found[0] if found else ""


_LETTER = re.compile(
    r"^"
    + any_of(
        # 「市長へのお手紙」「いただいたメール」「意見箱」
        *r"[市町村区]長への [市町村区県]民(?:から)?の 皆さ[んま](?:から)?の (?:お?寄せ)?いただいた".split(),
    )
    + r"?"
    + any_of(
        *r"お?手紙 お?便り 投書 投稿 (?:[ごお]?意見|提案|投書)箱 メール ご?提言 (?:ご|御)?相談 声 つぶやき".split(),
    )
    + r"$"
)


@lru_cache(maxsize=16384)
def is_letter(label: str) -> bool:
    """Whether a label in brackets names what a resident sent in (手紙, ご意見箱, 町民の声); as words of a line they are a title."""
    return _LETTER.match(squeeze(label)) is not None


_CODE = re.compile(r"(?:N[oO]|Ｎ[ｏＯ]|№)[.．]?\s?[A-ZＡ-Ｚ]?[\d\-－]+$")


def without_code(label: str) -> str:
    """提案No.A-12 → 提案."""
    return _CODE.sub("", label)


def bare_label(label: str) -> str:
    """A label without the numbers in it: 質問３－１ → 質問, 提案No.A-12 → 提案."""
    label = without_code(label)
    return re.sub(r"[\d①-⒇・,，、.．\-－‐~〜～\s]", "", label) if re.search(r"[\d①-⒇]", label) else label


def says_side(label: str) -> bool:
    """Whether a label names a side and nobody: 問, 回答, 町の考え方."""
    label = squeeze(label)
    return is_asking(label) or is_answering(label)
