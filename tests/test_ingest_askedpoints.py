"""Points that ask, with the reply below them unmarked."""

from __future__ import annotations

from ingest.parse import parse
from ingest.types import Document

HEAD = "磯辺町渡し船説明会（要旨）\n\n日時　令和６年８月２０日\n\n"
SAID = (
    ("渡し船は冬も動くのか。", "十二月から二月まで休む。"),
    ("浜の松が枯れている。切ってほしい。", "十月に伐採する。"),
    ("桟橋が滑る。手すりを付けていただきたい。", "来年度に付ける。\n色は白とする。"),
    ("船着き場の時計は残した方がよいと思う。", "御意見として承る。"),
    ("切符はどこで買うのか。", "船の上で買える。"),
    ("犬も乗れるのか。", "籠に入れば乗れる。"),
    ("雨の日も出るのか。", "風が強い日だけ休む。"),
    ("桟橋まで車で行けるのか。", "車は手前の広場に止めていただく。"),
)


def test_a_point_that_wishes_is_one_of_the_list() -> None:
    """It was taken for the rest of the reply above it."""
    text = "".join(f"○{q}\n　{a}\n" for q, a in SAID)
    read = parse(Document(HEAD + text, "text/plain", "要旨.txt"), "要旨.txt")[0]
    said = [(e.question_text, e.answer_text.replace("\u3000", "")) for e in read.exchanges]
    assert said == list(SAID)


def test_a_list_of_matters_asks_nothing() -> None:
    text = "".join(f"○議題{n}について配慮していただきたい。\n　了承した。\n" for n in range(1, 6))
    read = parse(Document(HEAD + text, "text/plain", "要旨.txt"), "要旨.txt")[0]
    assert not any(e.question_text.startswith("議題") and e.answers for e in read.exchanges)
