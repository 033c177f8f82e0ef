"""Labels with markup in them open a speech of their own: nobody's words are shown as the last speaker's."""

from __future__ import annotations

import pytest

from ingest.marks.forms.markforms import candidates
from ingest.parse import parse
from ingest.text.lines import content_lines
from ingest.types import Document


@pytest.mark.parametrize(
    ("line", "name", "office", "words"),
    [
        ("○<script>alert(1)</script>委員　駅前は", "<script>alert(1)</script>", "委員", "駅前は"),
        ("○<script>x</script>山本委員　駅前は", "<script>x</script>山本", "委員", "駅前は"),
        ("○<script>委員 <b>駅前</b>は", "<script>", "委員", "<b>駅前</b>は"),
        ("○山本<b>太郎</b>委員 駅前は", "山本太郎", "委員", "駅前は"),
        ("<b>○山本委員</b>　<script>駅前は", "山本", "委員", "<script>駅前は"),
        ("<b>山本委員</b>：駅前は", "山本", "委員", "駅前は"),
        ("○５番（<i>山本太郎</i>君）　駅前は", "山本太郎", "５番", "駅前は"),
        (
            '○福祉部長（<a href="javascript:alert(2)">山本</a>君） 駅前は',
            '<a href="javascript:alert(2)">山本</a>',
            "福祉部長",
            "駅前は",
        ),
    ],
)
def test_a_label_in_markup_says_who_speaks(line: str, name: str, office: str, words: str) -> None:
    """Tags that format are left out of a name, others are its letters."""
    (only,) = content_lines(line)
    (mark,) = candidates(0, only)
    assert (mark.speaker.name, mark.speaker.office, line[mark.body :]) == (name, office, words)


@pytest.mark.parametrize("line", ["<b>**</b>", "> <b></b>", "<i>[](b.html)</i>"])
def test_a_line_of_markup_alone_bears_no_label(line: str) -> None:
    """Protects: a damaged record with such a line was not read at all."""
    (only,) = content_lines(line)
    assert list(candidates(0, only)) == []


def test_what_a_member_in_markup_asks_is_no_reply() -> None:
    """Protects: the member's line was shown as a part of the reply before it."""
    text = (
        "令和5年第2回調布市議会定例会会議録\n令和5年6月12日\n○小池委員 給食はいつ始まりますか。\n○教育部長 給食は九月に始めます。\n"
        "○<script>alert(1)</script>委員 駅前の駐輪場はいつ広げますか。\n○都市整備部長 駐輪場は来年度に広げます。\n"
    )
    (minutes,) = parse(Document(text, "text/plain", "h.txt"), "h.txt")
    assert [(e.question_text, e.answer_text) for e in minutes.exchanges] == [
        ("給食はいつ始まりますか。", "給食は九月に始めます。"),
        ("駅前の駐輪場はいつ広げますか。", "駐輪場は来年度に広げます。"),
    ]
