"""Slips of a Japanese keyboard: of words that sound alike the wrong one is chosen (驚異 for 脅威)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from retriever.terms import SYNONYM, Terms

MISTYPED = 0.6
"""Weight from which a word that the record lacks is looked for by its sound: commoner ones are no slip."""


def with_homophones(terms: Terms, alike: Callable[[str], Sequence[str]]) -> Terms:
    """`terms` with what sounds like a telling word beside it, as its synonyms.

    Args:
        terms: of a question.
        alike: the words of the record that sound like a form which it does not have; none for others.
    """
    found = {
        form: tuple(alike(form))
        for form, weight in terms.own.items()
        if weight >= MISTYPED and form not in terms.synonyms
    }
    every, stand_for = dict(terms.all), dict(terms.synonyms)
    for form, others in found.items():
        if others:
            stand_for[form] = frozenset((one,) for one in others)
            every |= {one: max(every.get(one, 0.0), SYNONYM * terms.own[form]) for one in others}
    return replace(terms, all=every, synonyms=stand_for)
