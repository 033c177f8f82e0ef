"""How often something was asked about is counted over the record; a number that some sentence has is of something else."""

from __future__ import annotations

import pytest

from chat.service import Service

LAST = "語で数えたもので、言い換えは含みません。内容は「〜について教えて」のように尋ねると示します。"


@pytest.mark.parametrize(
    "question",
    [
        "DXに関する質疑は何件ありますか",
        "これまでにDXについての質問は全部で何件ありましたか",
        "DXについて何回質問されていますか",
        "DXは何度議論になりましたか",
    ],
)
def test_a_matter_is_counted_by_its_words(sample_service: Service, question: str) -> None:
    """Of each meeting as many as have the words, the newest first; nothing is quoted."""
    answer = sample_service.ask(question)
    assert answer.text.splitlines() == [
        "「DX」の語がある質疑は6件です。",
        "・調布市議会 令和6年第1回定例会 令和6年3月7日: 1件",
        "・長崎市行政改革審議会 令和3年度第2回 令和4年3月30日: 4件",
        "・八千代市情報化推進協議会 令和2年度第4回 令和3年3月10日: 1件",
        LAST,
    ]
    assert (answer.status, answer.aside, answer.citations) == ("no_evidence", True, ())


def test_the_town_narrows_what_is_counted(sample_service: Service) -> None:
    """And the answer says so."""
    lines = sample_service.ask("調布市ではDXについて何回質問されましたか").text.splitlines()
    assert lines[0] == "「DX」の語がある質疑は1件です（対象: 調布市）。"


def test_what_nobody_asked_about_is_counted_too(sample_service: Service) -> None:
    """None is an answer."""
    answer = sample_service.ask("鯨についての質問は何件ありますか")
    assert answer.text == "「鯨」の語がある質疑は、読み込まれている会議録にありません。"


def test_who_asked_about_it_is_told_by_name(sample_service: Service) -> None:
    """Those whom the record names, the most often first; where it names nobody, that is said."""
    lines = sample_service.ask("テレワークについて質問した委員は何人いますか").text.splitlines()
    assert lines[1].endswith("。ほかに、質問した人の氏名の記載がない質疑が2件。")
    assert lines[1].startswith("氏名が分かる質問者は3人です: 八千代市 委員 ")
    most = sample_service.ask("金沢市の委員会で一番多く発言したのは誰ですか").text.splitlines()
    assert most == [
        "1件の会議の質疑22件を数えました（対象: 金沢市）。",
        "質問した人の氏名は、会議録に記載がありません。",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "空き家についての相談は何件ありましたか",
        "パブリックコメントの意見は何件ありましたか",
        "平塚市の委員Aの質問は何件ですか",
        "令和6年3月7日の調布市議会で質問は何件ありましたか",
        "何回質問されましたか",
    ],
)
def test_another_count_is_looked_for_in_the_record(sample_service: Service, question: str) -> None:
    """What is counted by those who reply, and what a meeting or a member asked at all."""
    assert not sample_service.ask(question).aside
