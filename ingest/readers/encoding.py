"""Bytes to text: UTF-8, UTF-16, CP932, EUC-JP, ISO-2022-JP, whatever the file says or, failing that, what decodes cleanly."""

from __future__ import annotations

import re

from corpus.errors import ReadError
from corpus.wordlists import pairs
from ingest.readers.radicals import with_whole_characters

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
_ALIASES = pairs(
    "shift_jis=cp932 shift-jis=cp932 sjis=cp932 x-sjis=cp932 windows-31j=cp932 ms932=cp932 x-euc-jp=euc_jp euc-jp=euc_jp unicode=utf-16"
)
"""What files call an encoding, and what Python does."""
_JAPANESE = re.compile(r"[ぁ-ゖァ-ヶ一-鿿]")
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\uff61-\uff9f]")
_PROBE = 1 << 20
"""Bytes by which an encoding is told: hundreds of pages tell as much as all of them."""


def decode(data: bytes, declared: bool = False) -> str:
    """The text of `data` with "\\n" as line end, without byte-order mark and without radicals in the place of characters.

    `declared`: the file may name its encoding itself (HTML meta, XML). Order: byte-order mark, ISO-2022-JP escapes,
    declaration, UTF-8, then CP932 or EUC-JP, whichever reads as Japanese, then what charset-normalizer finds.
    Raises ReadError where nothing fits.
    """
    text = _decode(data, declared).removeprefix("\ufeff")
    return with_whole_characters(text.replace("\r\n", "\n").replace("\r", "\n"))


def _decode(data: bytes, declared: bool) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark) and (text := _strict(data, name)) is not None:
            return text
    if re.search(rb"\x1b\$[@B]", data[:_PROBE]) and (text := _strict(data, "iso2022_jp_ext")) is not None:
        return text
    if declared and (match := _DECLARED.search(data[:4096])):
        name = match[1].decode("ascii").lower()
        if (text := _strict(data, _ALIASES.get(name, name))) is not None:
            return text
    if (text := _strict(data, "utf-8")) is not None:
        return text
    candidates = [t for name in ("cp932", "euc_jp", "euc_jis_2004") if (t := _strict(data, name)) is not None]
    if candidates:
        best = max(candidates, key=_naturalness)
        if _naturalness(best) > 0:
            return best
    return _guess(data)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _naturalness(text: str) -> float:
    """Share of kana and kanji less that of letters that wrong decoding makes (half-width kana, private use, controls)."""
    sample = text[:200_000]
    return (len(_JAPANESE.findall(sample)) - 2 * len(_ODD.findall(sample))) / max(1, len(sample))


def _guess(data: bytes) -> str:
    """A few damaged bytes must not lose a document: charset-normalizer, then the best lossy reading with marks left out."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_PROBE], cp_isolation=["utf_8", "cp932", "euc_jp", "iso2022_jp", "utf_16"]).best()
    names = ([best.encoding] if best else []) + ["utf-8", "cp932", "euc_jp"]
    readings = [data.decode(name, errors="replace") for name in dict.fromkeys(names)]
    text = max(readings, key=_naturalness)
    if text[:200_000].count("\ufffd") > len(text[:200_000]) * 0.02 or _naturalness(text) <= 0:
        raise ReadError("文字コードを判別できません", "UTF-8 で保存し直してください")
    return text
