"""Minutes told in short: which words are the speech, and whose."""

from __future__ import annotations

import pytest

from ingest.marks.reported.told import told_speech
from ingest.text.lines import content_lines

ASKED = "委員から、夜も開けるのかとの質問があり、館長から、八時まで開けるとの説明があった。\n委員から、席は足りるかとの質問があった。"
TOLD = [
    ("member", "夜も開けるのか"),
    ("executive", "八時まで開ける"),
    ("member", "席は足りるか"),
]


@pytest.mark.parametrize(
    ("sentence", "speech"),
    [
        ("これに対し、秋までに増やすとの答弁があった。", ("executive", "秋までに増やす")),
        ("これに対して、秋までに増やすとの答弁があった。", ("executive", "秋までに増やす")),
        ("これに対しまして、秋までに増やすとの答弁があった。", ("executive", "秋までに増やす")),
        ("これに対しては、秋までに増やすとの答弁があった。", ("executive", "秋までに増やす")),
        ("これに対し、県から補助が出るとの答弁があった。", ("executive", "県から補助が出る")),
        ("これに対し、町は秋までに増やすとの説明があった。", ("executive", "町は秋までに増やす")),
        ("これに対し、委員からの意見を踏まえて増やすとの答弁があった。", ("executive", "委員からの意見を踏まえて増やす")),
        ("これに対し、委員からは異論がなく、妥当であるとの報告があった。", ("member", "異論がなく、妥当である")),
        ("これに対し、委員は異論がなく、妥当であるとの見解があった。", None),
        ("これに対し、館長からは秋までに増やすとの説明があった。", ("executive", "秋までに増やす")),
    ],
)  # fmt: skip
def test_a_reply_behind_what_it_is_to(sentence: str, speech: tuple[str, str] | None) -> None:
    """これに対し in each of its forms is no word of the reply; where whose the words are is said, it is theirs."""
    text = ASKED + sentence
    lines, marks, _ = told_speech(text, content_lines(text), ())
    found = [(mark.speaker.side, lines[mark.line].text) for mark in marks]
    assert found == TOLD + ([speech] if speech else [])
