"""The fields that an English page of questions and replies prints: Question By, To, Answered By, Meeting date."""

from __future__ import annotations

import re

from corpus.patterns import any_of

FIELD = re.compile(
    r"(?P<asks>(?:Supplementary )?Questions?|Asked|Submitted)? ?(?P<replies>Answer(?:ed)?|Response|Reply|Replied)?(?: (?:by|from)) ?:?\s*",
    re.IGNORECASE,
)
OTHER_FIELD = re.compile(
    any_of(
        # "Asked of: …", "Meeting date: …"
        any_of(
            *("(?:Asked|Question) (?:of|to)", "To", "(?:Meeting|Session|Answer|Question) date"),
            *"Date Topic Subject Party Ward Reference".split(),
        )
        + r"\s*:",
        # "Supplementary Question 2", "Answer for …:"
        r"(?:Supplementary )?(?:Question|Answer|Response|Reply)(?: (?:No\.? ?)?\d{1,4}| for .{1,60})?:?$",
    ),
    re.IGNORECASE,
)


def is_field(text: str) -> bool:
    """Whether a line is one of them, and no words of anybody."""
    found = FIELD.match(text)
    return OTHER_FIELD.match(text) is not None or (
        found is not None and bool(found["asks"] or found["replies"])
    )
