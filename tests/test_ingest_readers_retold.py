"""Digests in prose: which JSON is one, and which only tells of questions and replies now and then."""

from __future__ import annotations

import json

import pytest

from ingest.readers.retold import read_retold


@pytest.mark.parametrize(
    "texts",
    [
        ["議長は、これより会議を開くと述べた。市長は議案を説明した。"],
        [
            "港の工事が始まる。磯部議員は昨年に提案した。夏の祭りは中止する。市長は残念だと述べた。秋には再開する。"
        ],
        ["磯部議員は、橋の修理を求めた。", "道の修理も提案した。"],
    ],
)
def test_what_tells_of_one_side_or_of_other_things_is_no_digest(texts: list[str]) -> None:
    """Both sides are told of, by most of the sentences."""
    assert list(read_retold({"a": {"text": texts}}, "a.json")) == []


def test_what_is_told_of_nobody_is_kept() -> None:
    """A matter whose reply names nobody stands below the table, where the report on the reading lists it."""
    told = {"q": "磯部議員は、橋の修理を求めた。", "a": "建設部長は、来年度に行うと答えた。"}
    plain = {"q": "磯部議員は、机の数を尋ねた。", "a": "今は二十席。窓側に八席を加える予定がある。"}
    (document,) = read_retold([told, plain], "a.json")
    assert document.text.count("\t") == 6
    assert document.text.rstrip().endswith(f"{plain['q']}\n{plain['a']}")


def test_time_is_linear() -> None:
    """Long sentences without a subject take no time to speak of."""
    long = "・".join(["課長"] * 5_000) + "を求め、" * 5_000 + "と答えた。"
    assert list(read_retold({"a": long + "磯部議員は橋を問うた。" + "、は" * 20_000 + "。"}, "a.json")) != []
    assert json.dumps(long)
