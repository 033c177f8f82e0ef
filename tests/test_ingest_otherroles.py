"""An export that knows members, mayor and chair, and calls everybody else その他."""

from __future__ import annotations

import json

from ingest.parse import parse
from ingest.readers.jsonl import read_lines
from ingest.readers.limits import Limits

TURNS = (
    ("山本一", "議長", "これより本日の会議を開きます。一般質問を行います。西村花議員。"),
    ("西村花", "議員", "水道管の老朽化が心配です。取替えの計画を伺います。学校の暑さ対策も併せて伺います。"),
    ("山本一", "議長", "東水道事業管理者。"),
    ("東正", "その他", "水道管は10年で80キロメートルを取り替える計画です。"),
    ("山本一", "議長", "休憩します。"),
    ("北川三郎", "その他", "休憩前に引き続き会議を開きます。南教育長。"),
    ("南里子", "その他", "全ての学校の体育館に冷房を入れます。"),
    ("北川三郎", "その他", "西村花議員。"),
    ("西村花", "議員", "冷房はいつから入れますか。"),
    ("北川三郎", "その他", "南教育長。"),
    ("南里子", "その他", "来年の夏から使えます。"),
    ("北川三郎", "その他", "本日は、これにて散会いたします。"),
)


def test_others_bear_the_office_by_which_they_are_called() -> None:
    """その他 is no office: 「南教育長。」 says hers, and who only calls and moves the meeting on presides for the 議長."""
    lines = (
        json.dumps(
            {"municipality": "青山市", "meeting": "令和6年3月定例会", "date": "2024-03-07", "speaker": speaker,
             "role": role, "text": text, "order": order},
            ensure_ascii=False,
        ).encode()
        for order, (speaker, role, text) in enumerate(TURNS, 1)
    )  # fmt: skip
    (document,) = read_lines(lines, "gijiroku.jsonl", Limits())
    (minutes,) = parse(document, "gijiroku.jsonl")
    assert {(u.speaker.name, u.speaker.office, u.speaker.side) for u in minutes.utterances} == {
        ("山本一", "議長", "chair"),
        ("西村花", "議員", "member"),
        ("東正", "水道事業管理者", "executive"),
        ("南里子", "教育長", "executive"),
        ("北川三郎", "", "chair"),
    }
    replies = [turn.speaker.office for exchange in minutes.exchanges for turn in exchange.answers]
    assert replies == ["水道事業管理者", "教育長", "教育長"]
