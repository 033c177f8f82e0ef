"""The sample corpus: five digests (要旨), one for each kind of minutes, in the file format in which it is published.

`documents` holds the files that are ingested and nothing else; `sources` what they say, as plain text (TOML), read by `source`.
`python -m corpus.sample.build` (`build`) writes the former from the latter, in `formats` and `tables`, and in `expected` what a perfect
reader finds in them. It needs the extra "dev" (reportlab).
"""

from __future__ import annotations

from pathlib import Path

DOCUMENTS = Path(__file__).resolve().parent / "documents"
"""The folder to ingest. It is part of the installed package."""
