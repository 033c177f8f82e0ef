"""Words that no dictionary cuts: the numbers of items in a member's outline, and names in hiragana that it tears into scraps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_NOTICE = re.compile(
    r"通告(?:の|第|項目)*([0-9]{1,2})の?(?:[(（]([0-9]{1,2})[)）])?の?([ア-ンｱ-ﾝ](?![ァ-ヴー]))?"
)


def notice_numbers(piece: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """通告1(3)ア, 通告の4のア: the number of an item in a member's outline behind those of the items above it, and how it stands in the
    text. It names the exchange as a name does."""
    if "通告" not in piece:
        return
    for found in _NOTICE.finditer(piece):
        top, middle, last = found.groups()
        forms = [f"通告{top}"]
        if middle:
            forms.append(f"{forms[-1]}({middle})")
        if last:
            forms.append(forms[-1] + last)
        yield tuple(forms), found.group()


_NO_BEGINNING = tuple("ぁぃぅぇぉゃゅょゎー")
_TORN = re.compile(r"[ぁ-ゖ][ぁ-ゖー]{2}")


def begins_as_no_word(piece: str) -> bool:
    """Whether a piece begins with a small letter or a lengthening mark."""
    return piece.startswith(_NO_BEGINNING)


def torn_names(piece: str, surfaces: Sequence[str]) -> Iterator[str]:
    """Of each name in hiragana that the dictionary lacks (a hall, a nursery called by a foreign word) three letters from where it was torn.

    It is cut into scraps that differ with what stands beside them, so that a question's are not the record's. No word begins with a
    small letter or a lengthening mark: where a piece does, a name was torn, and the letters from the one before are the same in
    every sentence; a fourth may already be a particle.

    Args:
        piece: the text.
        surfaces: it as the dictionary cuts it.

    >>> list(torn_names("りゅみえの使用料", ["り", "ゅ", "みえ", "の", "使用料"]))
    ['りゅみ']
    """
    end = 0
    for before, unit in pairwise(surfaces):
        end += len(before)
        if begins_as_no_word(unit) and (torn := _TORN.match(piece, end - 1)):
            yield torn[0]
