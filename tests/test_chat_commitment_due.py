"""The time that a statement names is that of its act: neither of what is over, nor of what stands before a noun, nor of a compound word."""

from __future__ import annotations

import pytest

from chat.commitments.clauses import statements
from chat.commitments.due import still_due
from chat.commitments.kinds import Kind


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # set off by a comma, for all that follows, however long
        (
            "来年度からは、相談の窓口を拡充し、新たに年配の方を含めた保育に関心を持つ多様な人の仕事への参加を促進するほか、資格の取得を支援することにより、"
            "保育に携わる方々の働きやすさを高めながら、担い手の確保を進めてまいりたいと考えております。",
            "来年度から",
        ),
        (
            "来年度から、教育の部門において、いじめを早期に発見するために、夏の休みが明ける前後に窓口を開設し、実証を始める予定としております。",
            "来年度から",
        ),
        # what came to an end or was begun on a day
        ("令和七年四月から部屋の利用を中断させていただいております。", "令和七年四月から"),
        ("令和五年に十一区画を募集したんですが、全て埋まりました。", "令和五年"),
        # of what is over
        ("十一月に予防の注射を受けてまいりましたが、今後とも、対策をしっかりと進めてまいります。", ""),
        ("三月二日にこの席で御報告させていただきました手続を、窓口でも御案内してまいります。", ""),
        # of what stands before a noun
        ("来年度実施する催しの実績を踏まえ、相談の体制について検討してまいります。", ""),
        ("速やかな接種に向けまして、会場の整備を進めてまいります。", ""),
        ("虐待の早期発見に全力で取り組んでまいります。", ""),
        # of the occasion
        ("七月十日に任期満了となりますので、新たに任命いたしたいと存じます。", ""),
        (
            "十月に始まるかどうかは申し上げられませんけれども、なるべく早く着手してまいりたいと考えております。",
            "",
        ),
        # of the ground, of a thing, of a question
        (
            "令和五年五月八日に病気の扱いが引き下げられたことを踏まえまして、優先の措置を廃止することといたします。",
            "",
        ),
        ("本年十月二日に、審議会の答申を受け、料金の改正を行うものであります。", ""),
        ("平成28年度より行っている見守りの活動も継続し、仕組みづくりを強化していく予定です。", ""),
        ("令和3年度から三年間を期間とする計画に沿って、相談の窓口を設けてまいります。", ""),
        ("来月以降どうするかを、課の中で話し合っております。", ""),
        ("平成23年に区域が定められ、広場の整備を進めてまいりました。", ""),
        # sessions, plans in nouns, a budget
        ("九月五日からの二日間は、説明会を開催いたします。", "九月五日から"),
        ("令和5年4月1日からの受託を予定しております。", "令和5年4月1日から"),
        ("新年度の予算の中で検討いたします。", "新年度"),
        # as ever
        ("来年度実施する予定でございます。", "来年度"),
        ("年度内に計画を策定いたします。", "年度内"),
    ],
)
def test_the_time_is_that_of_the_act(text: str, due: str) -> None:
    """One sentence of each case; the last statement of it is looked at."""
    assert statements(text)[-1].due == due


@pytest.mark.parametrize(
    "text",
    [
        "六月に工事を始める計画としておりましたが、入札が整いませんでした。",
        "三月の時点では、一応この事業を始めることを決めていたわけですけれども、その前に国の会議が続いておりました。",
        "十月に催しの開催を予定しておりました。",
    ],
)
def test_what_was_meant_is_no_longer_promised(text: str) -> None:
    """A plan of the past tells neither what was done nor what is to come."""
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("due", "kind", "left"),
    [
        ("平成31年4月", "実施する", ""),
        ("平成31年4月", "実施済", "平成31年4月"),
        ("令和6年度", "検討", "令和6年度"),
        ("来年度", "実施する", "来年度"),
        ("2050年", "研究", "2050年"),
    ],
)
def test_a_time_before_the_meeting_is_no_time_to_come(due: str, kind: Kind, left: str) -> None:
    """「平成31年4月に係を置き、活用を始めることにしております」 said in March 2024 sets no time for the use."""
    assert still_due(due, kind, "2024-03-08") == left


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡船の運休でご不便をおかけしますが、御容赦願います。", []),
        ("次の補正でも計上を見合わせております。", [("困難", "")]),
        ("2050年ゼロカーボンの実現に向け、導入を研究してまいります。", [("研究", "")]),
    ],
)
def test_kinds_and_times(text: str, expected: list[tuple[str, str]]) -> None:
    """A courtesy is no promise, what is put off not done, a year in a name no time."""
    assert [(one.kind, one.due) for one in statements(text)] == expected
