"""A statement's matter is also told by what the reply said right before it and by the theme that it announced."""

from __future__ import annotations

from pathlib import Path

import pytest

from chat.commitments.ledger import Ledger
from chat.commitments.theme import leading_up, theme
from corpus.store import Store
from ingest.add import add_paths
from retriever.tokenize import shared_tokenizer

QUOTE = "できるだけ早い時期にお示ししたいと考えております。"


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("お答えします。汐見台緑地の再整備についてでございますが、設計中です。", "汐見台緑地の再整備"),
        ("乗合タクシーにつきましては、試験運行をしています。詳しくは後になります。", "乗合タクシー"),
        ("見守りカメラのご質問でございます。", "見守りカメラ"),
        ("遊具の更新に関しまして、点検をしました。次に、水飲み場につきまして、", "次に、水飲み場"),
        ("三か所で工事をしています。", ""),
        ("これについては、", ""),
    ],
)
def test_the_theme_is_what_was_announced_last(before: str, named: str) -> None:
    """Of two themes the later one counts; a mere これについて names none."""
    text = before + QUOTE
    assert theme(text, len(before), len(text)) == named


def test_what_leads_up_is_whole_sentences() -> None:
    """A sentence that begins too far off is left out; nothing leads up to the first one."""
    far, near = "あ" * 300 + "。", "緑地は設計中です。"
    assert leading_up(far + near + QUOTE, len(far + near)) == near
    assert leading_up(QUOTE, 0) == ""


RECORD = """令和{year}年度 第1回 青葉台市民会議 会議録
日時 令和{year}年10月12日
○山本委員 {asked}
○公園課長 {told}
"""


@pytest.mark.parametrize(
    ("asked", "state"),
    [
        ("汐見台緑地の再整備の基本設計は、どこまで進みましたか。", "mentioned"),
        ("庁舎の耐震補強の基本設計は、どこまで進みましたか。", "open"),
    ],
)
def test_a_quote_without_its_matter_is_linked_by_what_led_up_to_it(
    tmp_path: Path, asked: str, state: str
) -> None:
    """「お示ししたい」 alone would never come back; another matter does not."""
    told = f"汐見台緑地の再整備についてでございますが、緑地は基本設計の途中です。{QUOTE}"
    for year, question, reply in (
        (4, "汐見台緑地の工期はいつまでですか。", told),
        (5, asked, "進捗は資料のとおりです。"),
    ):
        (tmp_path / f"{year}.txt").write_text(RECORD.format(year=year, asked=question, told=reply), "utf-8")
    store = Store.open(tmp_path / "store")
    add_paths([tmp_path / "4.txt", tmp_path / "5.txt"], store)
    promise, *_ = Ledger(store, shared_tokenizer()).find()
    assert (promise.kind, promise.state) == ("実施する", state)
