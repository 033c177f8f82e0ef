"""How lists of words stand in the code: between blanks, in a table each beside what it stands for."""

from __future__ import annotations


def pairs(table: str) -> dict[str, str]:
    """A table of words between blanks, each with what it stands for behind `=`.

    >>> pairs("こうえん=公園 ちく=地区")
    {'こうえん': '公園', 'ちく': '地区'}
    """
    return dict(pair.split("=") for pair in table.split())
