"""Files to text with positions. Begin with `registry`, which chooses by content; `limits` says how much is taken in, `builder` collects a text.

- PDF: `pdf`, from the characters (`glyphs`): `columns`, `upright`, `labelled`, `ruled` tables
- web pages: `html` (`saved` with their pictures), with `folded`, `balloons`, `setoff`, `linked`, `players`, `speeches`
- Office: `word`, `sheet`, with `ordered`; older files by `legacy`
- text: `plain` in any `encoding`, with `texttable`, `aligned` and `stacked` (in pages and Word, too); put right again where a program spoiled it: `spaced`, `woven`, `besides`, `radicals`
- JSON: `exports` of known systems, `jsonl` (read by `linestream`), `trees`, `pairs`, `retold`, `codes`; `unnamed` fields, `leaves` without speech;
  behind a name in a `script`
- the same trees in other writing: `xmltree`, `yamltext`; `tei`
- several documents in one: `archive`
"""

from ingest.readers.limits import Limits
from ingest.readers.registry import SUPPORTED, read_bytes, read_documents, supported

__all__ = ["SUPPORTED", "Limits", "read_bytes", "read_documents", "supported"]
