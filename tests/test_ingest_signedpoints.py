"""Points that bear who speaks behind their words: brackets of any kind, a blank, a dash; with bullets or without."""

from __future__ import annotations

import pytest

from ingest.parse import choose, parse
from ingest.types import Document

HEAD = "磯辺町港まつり検討会（要旨）\n\n日時　令和６年８月２０日\n\n"
SAID = (
    ("渡し船は冬も動くのか。", "十二月から二月まで休みます。"),
    ("浜の松が枯れている。切ってほしい。", "十月に伐採します。"),
    ("公民館の畳はいつ替わるのか。", "来年度に替えます。"),
)


@pytest.mark.parametrize("bullet", ["", "・", "○"])
@pytest.mark.parametrize(
    ("asks", "replies", "who"),
    [
        ("（町民）", "（町）", "町民"),
        ("【委員】", "【事務局】", "委員"),
        ("　沖委員", "　水産課長", "沖"),
        ("…市民", "…市長", "市民"),
        ("（質問）", "（回答）", ""),
        ("［Ａ委員］", "［事務局］", "Ａ"),
    ],
)
def test_who_speaks_stands_behind_the_words(bullet: str, asks: str, replies: str, who: str) -> None:
    text = "".join(f"{bullet}{q}{asks}\n{bullet}{a}{replies}\n" for q, a in SAID)
    read = parse(Document(HEAD + text, "text/plain", "要旨.txt"), "要旨.txt")[0]
    assert [(e.question_text, e.answer_text) for e in read.exchanges] == list(SAID)
    assert {
        (q.speaker.name or q.speaker.office, q.speaker.side) for e in read.exchanges for q in e.questions
    } == {(who, "member")}


def test_remarks_in_brackets_are_no_signatures() -> None:
    """Among sentences that nobody signs, （委員）（事務局） here and there are remarks."""
    text = "".join(f"{q}\n{a}\n資料を配った。（事務局）\n記録した。（委員）\n" for q, a in SAID)
    assert choose(Document(HEAD + text, "text/plain", "要旨.txt")).name == "plain"
