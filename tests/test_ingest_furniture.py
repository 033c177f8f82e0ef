"""What stands between the speeches of a record and is nobody's words."""

from __future__ import annotations

import pytest

from ingest.text.furniture import STAGE


@pytest.mark.parametrize("line", ["〔「異議なし」という人あり〕", "「なし」の声", "【事務局職員の紹介】"])
def test_what_was_heard_or_done_is_no_speech(line: str) -> None:
    """Voices from the floor are noted with brackets around them or none; introductions are told in brackets."""
    assert STAGE.match(line)


@pytest.mark.parametrize(
    "line", ["【説明】", "「なし」の声が多かったと聞いています。", "住民の声を聞くという人もいます。"]
)
def test_labels_and_speech_are_none_of_it(line: str) -> None:
    """A label in brackets announces a speaker, and speech may speak of voices."""
    assert not STAGE.match(line)
