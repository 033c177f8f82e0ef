"""Texts in two halves, by a hash of the text: rules are made from one, figures are reported on the other."""

from __future__ import annotations

import hashlib
from typing import Literal

Half = Literal["develop", "held"]


def half_of(text: str) -> Half:
    """Which half a text belongs to, whatever its place in a file."""
    return "held" if hashlib.sha256(text.encode()).digest()[0] % 2 else "develop"


def order_of(text: str) -> str:
    """A key to sort texts by chance, the same at every run; the byte that decides the half has no say in it."""
    return hashlib.sha256(text.encode()).hexdigest()[2:]
