"""XML of speeches; what is read from it stands beside `fixtures/readings/*.xml`."""

from __future__ import annotations

import pytest

from corpus.errors import ReadError
from ingest.readers import read_bytes


def test_entities_and_broken_files_are_refused() -> None:
    """A file that defines entities could grow without limit; one that is cut off is no XML."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa">]><d><u who="x">&a;</u></d>'
    for data, reason in ((bomb, "実体参照"), (b'<?xml version="1.0"?><d><u>', "XML として")):
        with pytest.raises(ReadError, match=reason):
            list(read_bytes(data, "minutes.xml"))
