"""Later mentions are of the same matter: agenda headings tell none, and of what a quote says itself something comes back."""

from __future__ import annotations

import pytest

from chat.commitments.links import Mention, Said, links, matter, tells_matter
from chat.commitments.rows import packed, unpacked
from retriever.tokenize import shared_tokenizer


@pytest.mark.parametrize(
    ("topic", "tells"),
    [
        ("第4款衛生費および第5款産業経済費", False),
        ("第1号議案、令和5年度青葉区一般会計補正予算", False),
        ("予定表2の事務事業概要", False),
        ("会派代表質問", False),
        ("その他", False),
        ("自転車走行レーンの整備", True),
        ("学校給食費の無償化", True),
        ("代表質問の動画配信", True),
    ],
)
def test_headings_of_the_agenda_tell_no_matter(topic: str, tells: bool) -> None:
    """Under the heading of a budget a hundred matters are spoken of."""
    assert tells_matter(topic) == tells


@pytest.mark.parametrize(
    ("said", "found"), [("候補者 選定 管理者", False), ("候補者 選定 管理者 駐輪場", True)]
)
def test_of_what_a_quote_says_itself_a_word_comes_back(said: str, found: bool) -> None:
    """Three words of the topic alone are not the matter of a quote that names its own."""
    words = {"候補者": 1.2, "選定": 1.1, "管理者": 1.0, "駐輪場": 0.9}
    promise = Said(1, "2021-01-01", words, frozenset({"駐輪場"}))
    mention = Mention("later", "2022-01-01", frozenset(said.split()), False)
    ((_, later),) = links([promise], [mention])
    assert bool(later) == found


def test_a_quote_without_words_of_its_own_is_of_its_topic() -> None:
    """「検討してまいります」 under a topic: what comes back to the topic comes back to it."""
    promise = Said(1, "2021-01-01", {"走行": 1.2, "レーン": 1.1, "自転車": 1.0})
    mention = Mention("later", "2022-01-01", frozenset({"走行", "レーン", "自転車"}), False)
    ((_, later),) = links([promise], [mention])
    assert [one.exchange_id for one in later] == ["later"]


@pytest.mark.parametrize(
    "text",
    ["指定管理者候補者の選定", "会計決算の認定", "条例の一部改正", "会期と休会", "本事業の今年度の件数"],
)
def test_a_councils_own_business_tells_no_matter(text: str) -> None:
    """What is chosen, amended or settled time and again in the same words is one matter only in its form."""
    assert matter([(shared_tokenizer().words(text), 1.0)], frozenset()) == {}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("連続 立体 交差 駅前", True),
        ("連続 立体 交差", False),  # too few
        ("連続 計画 期間 資料 予定", False),  # too light
    ],
)
def test_a_matter_told_in_many_words_comes_back_by_its_weighty_ones(said: str, found: bool) -> None:
    """Less than half of the weight is enough where it is much weight of many rare words."""
    heavy = {"連続": 1.3, "立体": 1.2, "交差": 1.0, "駅前": 0.9, "東口": 0.9, "西口": 0.9, "広場": 0.9}
    light = {"計画": 0.5, "期間": 0.5, "資料": 0.5, "予定": 0.5}
    promise = Said(1, "2021-01-01", heavy | light)
    mention = Mention("later", "2025-01-01", frozenset(said.split()), False)
    ((_, later),) = links([promise], [mention])
    assert bool(later) == found


@pytest.mark.parametrize(
    ("said", "day", "found"),
    [
        ("水門 改修 工期", "2022-12-31", True),
        ("水門 改修 工期", "2023-01-02", False),  # too late for so little
        ("水門 改修", "2021-06-01", False),  # too few
        ("改修 工期 河岸 護岸", "2021-06-01", True),  # without the most telling two, but many
        ("改修 工期 河岸", "2021-06-01", False),
        ("改修 工期 河岸 護岸", "2024-06-01", False),
    ],
)
def test_within_two_years_less_tells_that_a_matter_comes_back(said: str, day: str, found: bool) -> None:
    """What is promised is mostly asked after within two years; ten years on the same words are of something else."""
    told = {"水門": 1.1, "樋管": 1.0, "改修": 0.8, "工期": 0.8, "河岸": 0.8, "護岸": 0.8, "堤防": 0.5}
    promise = Said(1, "2021-01-01", told)
    ((_, later),) = links([promise], [Mention("later", day, frozenset(said.split()), False)])
    assert bool(later) == found


def test_a_general_word_of_the_quote_need_not_come_back() -> None:
    """「期間は未定です」 under a topic says itself nothing that would tell the matter."""
    words = {"耐震": 1.1, "診断": 0.9, "期間": 0.4}
    assert unpacked(packed(words, frozenset({"診断", "期間"}))) == (words, frozenset({"診断"}))
