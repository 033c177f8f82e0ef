"""What is asked of all that is loaded is told of the store, in whatever words; what has a matter is looked for in the record."""

from __future__ import annotations

import pytest

from chat.questions.holdings_words import holdings_asked
from chat.service import Service
from chat.types import Message


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("この資料にはどの市のいつの会議が入っていますか", "which"),
        ("ここには何が入っているの", "which"),
        ("収録されている自治体を教えてください", "which"),
        ("どの会議録を使って答えていますか", "which"),
        ("すべての会議を一覧で表示してください", "which"),
        ("教育委員会の会議録はありますか", "which"),
        ("情報源は何ですか", "which"),
        ("対象期間は?", "span"),
        ("議事録は何年からありますか", "span"),
        ("最新の会議録はいつのもの?", "span"),
        ("何件の質疑が入っていますか", "count"),
        ("どの市の質疑が一番多いですか", "towns"),
        ("データはいつ更新されましたか", "added"),
        ("Which councils' minutes can I search?", "which"),
        ("What period do the minutes cover?", "span"),
        ("How many documents are there?", "count"),
    ],
)
def test_what_is_loaded_is_asked_in_many_words(question: str, wanted: str) -> None:
    """The first thing that a new user asks is not answered by a sentence of some meeting."""
    assert holdings_asked(question, shown=False) == wanted


@pytest.mark.parametrize(
    "question",
    [
        "会議録は公開されていますか",
        "議事録の作成にAIを使っていますか",
        "会議録の保存期間は何年ですか",
        "会議の記録は誰が作りますか",
        "対象の世帯は何件ですか",
        "市のデータはいつ公開されますか",
        "質問は何件ありましたか",
        "委員会では何が議論されましたか",
        "What is the meeting about?",
        "How many people live there?",
    ],
)
def test_a_matter_is_not_taken_for_the_holdings(question: str) -> None:
    """One word that names a matter, and the record is searched."""
    assert holdings_asked(question, shown=False) == ""


@pytest.mark.parametrize("question", ["対象期間は?", "資料は何ですか", "情報源は何ですか"])
def test_after_a_reply_its_matter_is_meant(question: str) -> None:
    """「対象期間は」 below a reply on a subsidy is that of the subsidy."""
    assert holdings_asked(question, shown=True) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "委員会の記録も入っていますか",
            "2件の会議の記録が読み込まれています。\n・金沢市行政改革推進委員会 令和3年度第1回 令和3年6月3日\n・平塚市行政改革推進委員会 令和2年度第2回",
        ),
        (
            "本会議の会議録はありますか",
            "1件の会議の記録が読み込まれています。\n・調布市議会 令和6年第1回定例会 令和6年3月7日",
        ),
        ("教育委員会の会議録はありますか", "その会議録は読み込まれていません。"),
        (
            "直近の審議会はいつですか",
            "1件の会議の記録が読み込まれています。\n・長崎市行政改革審議会 令和3年度第2回 令和4年3月30日",
        ),
    ],
)
def test_a_kind_of_meeting_is_told_apart(sample_service: Service, question: str, told: str) -> None:
    """A 審議会 is no 議会, and what is not loaded is said."""
    assert sample_service.ask(question).text == told


def test_the_exchanges_are_counted_by_town(sample_service: Service) -> None:
    """The most first, and all of them."""
    lines = sample_service.ask("市ごとに何件の質疑がありますか").text.splitlines()
    assert lines[0] == "読み込まれている質疑の件数です。"
    counts = [int(line.split(": ")[1].removesuffix("件")) for line in lines[1:]]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == sample_service.reach().exchanges


def test_the_source_of_what_is_shown_is_not_the_store(sample_service: Service) -> None:
    """「出典は？」 below a quotation is answered from its meeting."""
    first = sample_service.ask("調布市のCSIRTの体制は")
    told = sample_service.ask("出典は？", [Message("user", first.question), Message("assistant", first.text)])
    assert "読み込まれています" not in told.text
