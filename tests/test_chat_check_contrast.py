"""What a sentence of a draft and an earlier reply say differently: commitments by clause, names and offices."""

from __future__ import annotations

import pytest

from chat.desk.check_contrast import closest, contrasts
from chat.desk.check_types import contrast_line
from chat.desk.facts import COMMITMENTS, facts
from chat.types import Citation
from chat.words import catalogue
from corpus.types import Meeting, Speaker

TODAY = "2026-11-26"

REPLY = (
    "安全対策会議は、助役を座長とし、各部の次長級職員で組織しています。安全点検については、各課の推進員で組織する点検班を設置しています。"
    "夜間の巡回については、危機管理課が中心となり、地域の皆様と連携しながら迅速な対応に努めております。"
    "貸出窓口は4月に開設し、7月からは休日にも広げており、延べ200件の利用がありましたが、郵送での貸出しは行っておりません。"
    "今年度末までの完了を目指しております。"
)


def cited(quote: str) -> Citation:
    """A citation of a quotation of March 2024."""
    return Citation(
        mark=1, exchange_id="x", source_id="s", source="a.txt", quote=quote, spans=((0, len(quote)),),
        speaker=Speaker("", "総務部長", "executive"), meeting=Meeting(body="湖南市議会", date="2024-03-07"), topic="",
    )  # fmt: skip


def lines(text: str, reply: str = REPLY) -> list[str]:
    """What is told of a sentence beside one quotation, without figures and dates."""
    told = contrasts(text, facts(text, TODAY), [cited(reply)])
    return [contrast_line(one) for one in told if one.mine.kind in ("commitment", "name")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "安全対策会議は、助役を座長とし、各部の課長級職員で組織しています。",
            ["約束のことば「実施済」は以前の答弁と同じ", "名称「課長級職員」が以前の答弁では「次長級職員」"],
        ),
        (
            "湖南市の安全対策会議は、各部の課長級職員で組織しています。",
            ["約束のことば「実施済」は以前の答弁と同じ", "名称「課長級職員」が以前の答弁では「次長級職員」"],
        ),
        (
            "点検班は各課の指導員で組織しています。",
            ["約束のことば「実施済」は以前の答弁と同じ", "名称「指導員」が以前の答弁では「推進員」"],
        ),
        (
            "夜間の巡回については、生活環境課が中心となり、迅速な対応に努めております。",
            ["約束のことば「努める」は以前の答弁と同じ", "名称「生活環境課」が以前の答弁では「危機管理課」"],
        ),
        (
            "安全対策会議は、副助役を座長とし、各部の次長級職員で組織しています。",
            ["約束のことば「実施済」は以前の答弁と同じ", "名称「副助役」が以前の答弁では「助役」"],
        ),
        (
            "安全対策会議は、助役を座長とし、各部の次長級職員で組織しています。",
            ["約束のことば「実施済」は以前の答弁と同じ"],
        ),
    ],
)
def test_a_differing_name_or_office_is_told(text: str, told: list[str]) -> None:
    """Protects: another rank, department or office in a sentence that stands in the record otherwise word for word."""
    assert lines(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("貸出窓口は4月に開設しました。", ["約束のことば「実施済」は以前の答弁と同じ"]),
        (
            "湖南市は郵送での貸出しを来年度から実施してまいります。",
            ["約束のことば「実施する」が以前の答弁では「していない」"],
        ),
        ("郵送での貸出しは来年度から行います。", ["約束のことば「実施する」が以前の答弁では「していない」"]),
        (
            "郵送での貸出しは行わないこととしております。",
            ["約束のことば「実施しない」が以前の答弁では「していない」"],
        ),
        ("来年度末までの完了を目指しております。", ["約束のことば「目指す」は以前の答弁と同じ"]),
        ("夜間の巡回については、地域の皆様からご意見をいただきました。", []),
    ],
)
def test_a_commitment_is_set_against_the_clause_on_the_same_thing(text: str, told: list[str]) -> None:
    """Protects: one sentence may say of two things that one is done and the other not; a denial is never called the same."""
    assert lines(text) == told


@pytest.mark.parametrize(
    "reply",
    [
        "移動図書館の増便についてお答えします。利用の状況を見ながら検討してまいります。",
        "移動図書館の増便は、通いやすさにつながるものと認識しております。今後は近隣の動きも踏まえ、検討してまいります。",
        "移動図書館の増便を求める声は承知しており、来年度に向けて検討をしているところです。",
    ],
)
def test_what_was_only_considered_is_told_of_a_promise(reply: str) -> None:
    """Protects: the matter is named in the sentence or clause before the one that considers it."""
    assert lines("移動図書館の増便を来年度から実施します。", reply) == [
        "約束のことば「実施する」が以前の答弁では「検討」"
    ]


@pytest.mark.parametrize(
    ("text", "reply", "told"),
    [
        (
            "テレワーク端末は来年度に導入します。",
            "現在、湖南市は、テレワークの試行に参加する中で、軽い端末を使っております。\n今後、性能への求めも変わる中で、端末の置き方について検討を進めてまいります。",
            ["約束のことば「実施する」が以前の答弁では「検討」"],
        ),
        (
            "来年度に導入します。",
            "導入については検討してまいります。",
            ["約束のことば「実施する」が以前の答弁では「検討」"],
        ),
        (
            "高校生への医療費助成を来年度から実施します。",
            "高校生への医療費助成につきましては、近隣の動向を注視してまいります。",
            ["約束のことば「実施する」が以前の答弁では「努める」"],
        ),
        (
            "植栽の手入れを来年度に行います。",
            "植栽の手入れは、今年度に行いました。",
            ["約束のことば「実施する」が以前の答弁では「実施済」"],
        ),
    ],
)
def test_a_promise_is_set_against_what_was_promised(text: str, reply: str, told: list[str]) -> None:
    """Protects: 「導入します」 beside 「検討を進めてまいります」 was not told where the thing is one word here and two in the record, where
    nothing but the act is named, or was called the same (注視してまいります)."""
    assert lines(text, reply) == told


def test_what_is_considered_of_something_else_is_not_set_against_it() -> None:
    """Protects: a sentence with a topic or an object of its own does not lean on the one before."""
    reply = "移動図書館の増便についてお答えします。分館の建て替えについては検討してまいります。"
    assert lines("移動図書館の増便を来年度から実施します。", reply) == []


def test_a_word_that_only_says_more_closely_is_no_other_name() -> None:
    """Protects: サービス for 区民サービス differs in nothing that matters."""
    reply = "この制度により経費の節減と区民サービスの向上を図っております。"
    assert lines("この制度により経費の節減とサービスの向上を図っております。", reply) == [
        "約束のことば「実施済」は以前の答弁と同じ"
    ]


def test_every_commitment_has_a_word_in_english() -> None:
    """Protects: the English page says 「していない」 in English too."""
    assert [name for name, _ in COMMITMENTS if name not in catalogue()] == []


def test_only_quotations_on_the_same_thing_are_shown() -> None:
    """Protects: of a reply's quotations that on another matter, and with it its figures, is left out; the rest is numbered anew."""
    other = "防犯灯は昨年度に40基を新設しました。"
    quoted = [cited(other), cited(REPLY)]
    assert [(one.mark, one.quote) for one in closest("郵送での貸出しは来年度から行います。", quoted)] == [
        (1, REPLY)
    ]
    assert [one.quote for one in closest("Lending by mail starts next year.", quoted)] == [other, REPLY]
