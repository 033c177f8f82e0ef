"""Minutes told in short: which words are the speech, and whose."""

from __future__ import annotations

import pytest

from ingest.marks.reported.told import told_speech
from ingest.parse import parse
from ingest.text.lines import content_lines
from ingest.types import Document

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


def test_what_is_replied_after_a_recess_is_a_reply() -> None:
    """A member wishes and asks for no word of his own; the chair adjourns, resumes and calls the deputy mayor."""
    text = (
        "長崎市議会定例会会議録\n令和６年12月11日\n"
        "●議長（田中議員） 質疑を行います。\n10番、森川議員。\n"
        "●森川議員 畑の復旧をなぜ市がしたのか、理由をお聞かせ願いたいと思います。\n"
        "●議長（田中議員） 建設課長。\n●建設課長（相原課長） 急いで土砂を片づけました。\n"
        "●議長（田中議員） 10番、森川議員。\n"
        "●森川議員 壊れたものを直しているのです。私はやりすぎだと思います。\nお考えがあれば、もう一度お願いします。\n"
        "●議長（田中議員） 休憩します。\n午前10時29分休憩\n午前10時40分再開\n"
        "●議長（田中議員） 再開いたします。\n副市長。\n●副市長（早川副市長） 少し時間をいただきたいと考えます。\n"
        "●議長（田中議員） なければ質疑を終わります。\n"
    )
    (minutes,) = parse(Document(text, "text/plain", "a.txt"), "a")
    assert [(one.status, one.answer_text[:2]) for one in minutes.exchanges] == [
        ("answered", "急い"),
        ("answered", "少し"),
    ]
