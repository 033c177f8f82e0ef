"""Exports that name their speakers by a code: whose it is stands in a list."""

from __future__ import annotations

import json

from ingest.readers import read_bytes


def test_what_has_no_code_names_nobody() -> None:
    """A meeting that has a name and no id is no speaker, and a speech without a code has none."""
    export = {
        "meeting": {"name": "第１回定例会"},
        "people": [{"id": "m-1", "name": "由良", "role": "議員"}, {"name": "沖", "role": "町長"}],
        "speeches": [{"memberId": "m-1", "text": "桟橋はどうしますか。"}, {"text": "直します。"}],
    }
    (document,) = read_bytes(json.dumps(export).encode(), "shiomi.json")
    assert [(record.speaker, record.role) for record in document.records] == [("由良", "議員"), ("", "")]
