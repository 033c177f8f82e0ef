"""A sentence of a draft that says the opposite of an earlier reply, though no figure or date of it differs."""

from __future__ import annotations

import pytest
from small_store import stored_exchange

from chat.answers.citations import cite
from chat.answers.extractive import Quote
from chat.desk.check_contrast import contrasts
from chat.desk.check_types import contrast_line
from chat.desk.facts import facts


def lines(text: str, reply: str) -> list[str]:
    stored = stored_exchange(reply)
    turn = stored.exchange.answers[0]
    quoted = cite(Quote.of("answer", turn, 0, len(turn.text)), stored, 1)
    return [contrast_line(one) for one in contrasts(text, facts(text), (quoted,))]


@pytest.mark.parametrize(
    ("text", "reply", "told"),
    [
        (
            "市の人口は10年間で3,309人増えました。",
            "10年間で3,309人の人口減となりました。",
            "「増え」が以前の答弁では「人口減」",
        ),
        (
            "負担の比率は県内で一番高い。",
            "負担の比率はさほど高くはなく、県内では一番低いということです。",
            "「一番高い」が以前の答弁では「一番低い」",
        ),
        (
            "消火器を貸し出した実績は3件ありました。",
            "消火器を貸し出したという実績につきましてはございません。",
            "数値「3件」が以前の答弁では「実績につきましてはございません」",
        ),
        (
            "体育館には冷房が設置済みです。",
            "体育館には冷房を設置しておりません。",
            "約束のことば「実施済」が以前の答弁では「していない」",
        ),
    ],
)
def test_what_the_record_denies_is_told(text: str, reply: str, told: str) -> None:
    assert told in lines(text, reply)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        # Both ways are told of: it decides nothing.
        ("転入する人は増えました。", "転入する人は増え、転出する人は減っております。"),
        # Of another matter.
        ("市の人口は増えました。", "市の人口は2万人です。駐輪場の台数は減っております。"),
        # What is not there yet is no reply to a plan of it.
        ("医療館を来年5月に開館する予定です。", "医療館は現在ございません。"),
    ],
)
def test_what_decides_nothing_is_not_told(text: str, reply: str) -> None:
    assert not [line for line in lines(text, reply) if "では「" in line]


def test_what_was_considered_until_it_was_decided_is_a_decision() -> None:
    """「検討を重ねてきたもので、このほど、…こととした」 is no more under consideration."""
    (fact,) = facts("倉庫の建て増しは検討を重ねてきたもので、このほど、離れを設けることといたしました。")
    assert fact.key == "実施する"
    (fact,) = facts("倉庫の建て増しについては検討を重ねてまいります。")
    assert fact.key == "検討"
