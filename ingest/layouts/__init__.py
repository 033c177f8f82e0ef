"""Layout families, most telling first; the one with the strongest evidence reads the document."""

from __future__ import annotations

from ingest.layouts.dialogue import DIALOGUE
from ingest.layouts.english import ENGLISH
from ingest.layouts.folded import FOLDED
from ingest.layouts.generic import GENERIC
from ingest.layouts.marked_replies import MARKED_REPLIES
from ingest.layouts.plain import PLAIN
from ingest.layouts.prose import PROSE
from ingest.layouts.records import RECORDS
from ingest.layouts.speech_table import SPEECH_TABLE
from ingest.layouts.tables import OPINION_TABLE
from ingest.layouts.verbatim import VERBATIM
from ingest.types import Layout

LAYOUTS: tuple[Layout, ...] = (
    RECORDS,
    SPEECH_TABLE,
    OPINION_TABLE,
    VERBATIM,
    DIALOGUE,
    GENERIC,
    ENGLISH,
    MARKED_REPLIES,
    FOLDED,
    PROSE,
    PLAIN,
)
"""Ties go to the earlier one."""
