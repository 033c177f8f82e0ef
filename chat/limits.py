"""How much the program takes at once, wherever it is asked: page, API, OpenAI-compatible doors, tools."""

from __future__ import annotations

LONGEST_QUESTION = 2_000
"""Characters of a question; a pasted 通告 of one item fits, a whole document belongs into the tab for checking."""

LARGEST_BODY = 1 << 20
"""Bytes of a request: a question of `LONGEST_QUESTION` with a long history, or a draft of 100,000 characters, is below. (The page's
uploads have their own limit.)"""

LARGEST_FILE_MIB = 256
"""MiB of a file, where the settings say nothing else; why so many: `ingest.readers.limits.Limits`."""
