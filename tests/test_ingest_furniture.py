"""What stands between the speeches of a record and is nobody's words."""

from __future__ import annotations

import pytest

from ingest.text.furniture import STAGE
from ingest.turns.endings import is_tail


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


@pytest.mark.parametrize(
    ("text", "foot"),
    [
        ("上記のとおり議事のあらましを記し、議長と出席した者二名がここに署名する。", True),
        ("あさひ市議会委員会条例第３０条の規定により、ここに署名又は押印する。", True),
        ("会議規則第８８条の規定により、署名議員に川辺君を指名します。", False),
        ("この条例第３条の規定により、届け出のあった者が署名することとなる。", False),
    ],
)
def test_the_sentence_above_the_signatures(text: str, foot: bool) -> None:
    assert is_tail(text) is foot
