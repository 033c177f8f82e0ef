"""A draft's sentence on an earlier reply, and on another deed for the same thing, is set against the record as what it says."""

from __future__ import annotations

import pytest
from small_store import stored_exchange

from chat.answers.citations import cite
from chat.answers.extractive import Quote
from chat.desk.check_contrast import contrasts
from chat.desk.facts import facts


def told(sentence: str, record: str) -> list[tuple[str, str, bool]]:
    """(kind, key, same) of what a sentence and a reply of the record both speak of."""
    stored = stored_exchange(record)
    (turn,) = stored.exchange.answers
    quoted = cite(Quote.of("answer", turn, 0, len(turn.text)), stored, 1)
    found = contrasts(sentence, facts(sentence), [quoted])
    return [(one.mine.kind, one.mine.key, one.same) for one in found]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("給食費の補助を行わないと答弁しました。", None),
        ("協議会を設置すると答えました。", "実施する"),
        ("窓口の増設を検討するとの答弁でした。", "検討"),
        ("窓口を増設しました。", "実施済"),
        ("令和5年度の件数は286件でした。", None),
        ("どのように協議していくかが課題です。", None),
        ("計上を見合わせております。", "困難"),
        ("設置の検討はしていないが、", "していない"),
    ],
)
def test_what_a_sentence_commits_to(sentence: str, kind: str | None) -> None:
    """That it was replied is no deed, nor is a plain past."""
    assert next((fact.key for fact in facts(sentence) if fact.kind == "commitment"), None) == kind


@pytest.mark.parametrize(
    ("sentence", "record", "expected"),
    [
        (
            "青山市は被災地に職員を派遣しました。",
            "被災地への寄附の受付の代行は、市では実施しておりません。",
            [],
        ),
        (
            "青山市の市営住宅には6世帯が入居しています。",
            "市営住宅の6戸を即時入居可能な住宅として県へ報告しております。",
            [],
        ),
        (
            "被災地に職員を派遣しました。",
            "被災地への職員の派遣はしておりません。",
            [("commitment", "実施済", False)],
        ),
    ],
)
def test_another_deed_for_the_same_thing(
    sentence: str, record: str, expected: list[tuple[str, str, bool]]
) -> None:
    """Neither the same nor different."""
    assert told(sentence, record) == expected


def test_a_counter_of_the_web() -> None:
    """3万3000ビュー is a figure."""
    (fact,) = facts("閲覧は合計3万3000ビューです。")
    assert (fact.kind, fact.key, fact.unit) == ("figure", "33000", "ビュー")
