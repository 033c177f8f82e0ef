"""Layout families; the one with the strongest evidence reads the document. Each looks for its marks in the text and makes turns of it.

Speech, a line or more a turn: `verbatim` (○議長), `dialogue` (【委員】), `generic` (委員：), `english`; they share `family`, which reads, and `fit`, which
says how far their marks carry a document (`flattened`, `narrow`: columns in one line or in turn carry none).

Questions and replies in print: `marked_replies` where only the reply is marked, `folded` where a page folds it, `prose` where it is told, with
`digestcards`; `exams` are none.

Tables:
- of speech: `speech_table`, with `speech_columns` and `turn_columns`
- of questions or opinions with replies: `tables`, by `table_reading` (all tables of a document), `table_headers`, `table_columns` (which column is
  what, by `column_labels`) and `table_rows`; with `counted_columns`, `reason_columns`, `section_rows`, `letter_tables`, `table_days`, `signed_off` (the department behind a reply); in English `english_columns`, `englishfields`

What a program wrote: `records`. Nothing of all that: `plain`.
"""

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
