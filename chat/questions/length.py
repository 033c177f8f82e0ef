"""How much of a message is read: what is asked in a pasted page stands at its head or at its end."""

from __future__ import annotations

LONGEST_READ = 4_000
"""Characters, ten sheets of manuscript. Reading takes time by the length: 10,000 characters of made-up words took over a second of a slow
processor, which is all that a question may take (`tests/test_chat_service.py` measures it)."""
_SHEETS = LONGEST_READ // 2
_ENDS = "。\n？?！!"


def as_read(message: str) -> str:
    """A message, and of one over `LONGEST_READ` characters its two ends, each cut at a sentence where there is one."""
    if len(message) <= LONGEST_READ:
        return message
    head, tail = message[:_SHEETS], message[-_SHEETS:]
    ends = [place + 1 for place, character in enumerate(head) if character in _ENDS]
    begins = [place + 1 for place, character in enumerate(tail[:-1]) if character in _ENDS]
    return f"{head[: ends[-1]] if ends else head}\n{tail[begins[0] :] if begins else tail}"
