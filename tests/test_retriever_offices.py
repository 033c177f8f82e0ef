"""Which office a question asks for."""

from __future__ import annotations

import pytest

from corpus.types import Speaker
from retriever.offices import Official, asked_office, asked_official, is_office
from retriever.tokenize import shared_tokenizer


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("町長はごみ袋の値上げについて何と言いましたか", "町長"),
        ("青山町長は、いつから進めたいと答えたか", "町長"),
        ("副町長の答弁を知りたい", "副町長"),
        ("町長の発言だけ見せて", "町長"),
        ("町長の発言について教えて", ""),
        ("教育長答弁の一覧", "教育長"),
        ("6月定例会 副町長 答弁 バス", "副町長"),
        ("給食費の質問に答えたのは何部長か", "部長"),
        ("担当部長は理由をどう見ているか", "部長"),
        ("斎場の改修を説明した課長はだれか", "課長"),
        ("文書の電子化について答えた課長の役職は", "課長"),
        ("健康福祉部長はどう答えたか", "健康福祉部長"),
        ("総務の局長はこの先何に努めたいと言ったか", "総務局長"),
        ("総務担当の局長は、どの基金を崩したと答えたか", "総務局長"),
        ("総務局の局長はどう答えたか", "総務局長"),
        ("あさひ市の課長は何が心配だと言ったか", "課長"),
        ("建設部の課長はどう答えたか", "課長"),
        ("首長は構想を何と呼んでいるか", "首長"),
        ("課長のほうは、どんな人のことを考えていたか", "課長"),
        ("局長や課長は、国と何をしていると答えたか", ""),
        ("収入役は何を照会するよう指示したか", "収入役"),
        ("市長への手紙は何通届きましたか", ""),
        ("新しい教育長の人選について何を尋ねましたか", ""),
        ("文化財の仕事を町長のほうへ移すきっかけは", ""),
        ("市長や職員の給料を下げますか", ""),
        ("斎場の使用料はいくらですか", ""),
    ],
)
def test_the_office_that_is_asked_what_it_answered(question: str, office: str) -> None:
    """An office that is only spoken of narrows nothing."""
    assert asked_office(question) == office


@pytest.mark.parametrize(("towns", "office"), [(("青葉市",), "課長"), ((), "青葉課長")])
def test_a_town_without_its_ending_is_no_part_of_an_office(towns: tuple[str, ...], office: str) -> None:
    """青葉の課長 is of the town that the question names."""
    assert asked_office("青葉の課長は何が心配だと言ったか", towns) == office


@pytest.mark.parametrize(
    ("question", "towns", "office"),
    [
        ("How did the superintendent of education answer the question on bullying?", ("青葉市",), "教育長"),
        ("What did the mayor say about buses?", ("若葉町",), "町長"),
        ("Did Aoba's deputy mayor promise a new library?", ("青葉市",), "副市長"),
        ("What did the mayor say about buses?", (), ""),
        ("What did Aoba's road maintenance manager say he would do?", ("青葉市",), "課長"),
        ("Whom did the section chief name?", (), "課長"),
        ("What did the designated manager say about the hall?", ("青葉市",), ""),
        ("Who is the mayor of Aoba?", ("青葉市",), ""),
        ("How many letters to the mayor arrived?", ("青葉市",), ""),
    ],
)
def test_the_office_that_is_asked_for_in_english(question: str, towns: tuple[str, ...], office: str) -> None:
    """The mayor is 市長 or 町長 by the town that is named; who is only spoken of narrows nothing."""
    assert asked_office(question, towns) == office


@pytest.mark.parametrize(
    ("office", "asked", "same"),
    [
        ("町長", "町長", True),
        ("町長", "首長", True),
        ("副町長", "首長", False),
        ("副町長", "町長", False),
        ("健康福祉部長", "部長", True),
        ("健康福祉部長", "建設部長", False),
        ("課長補佐", "課長", False),
    ],
)
def test_an_office_is_told_by_the_end_of_its_name(office: str, asked: str, same: bool) -> None:
    """The deputy is somebody else."""
    assert is_office(office, asked) is same


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("野口部長は何と答弁しましたか", Official("部長", "野口")),
        ("野口健康福祉部長はバスについてどう答えましたか", Official("健康福祉部長", "野口")),
        ("野口進課長の答弁を見せてください", Official("課長", "野口進")),
        ("長友市長の考えは", Official("市長", "長友")),
        # Places are no surnames, nor are words of an office.
        ("山口市長は何と答えましたか", Official("市長")),
        ("石川県知事の見解は", Official("知事")),
        ("健康福祉部長はどう答えたか", Official("健康福祉部長")),
        ("市長への手紙は何通届きましたか", Official()),
    ],
)
def test_an_official_may_be_called_by_name(question: str, official: Official) -> None:
    assert asked_official(question, shared_tokenizer()) == official


@pytest.mark.parametrize(
    ("asked", "office", "name", "same"),
    [
        (Official("部長", "野口"), "総務部長", "野口 進", True),
        (Official("部長", "野口"), "総務部長", "田中 実", False),
        (Official("部長", "野口"), "総務課長", "野口 進", False),
        (Official("部長"), "総務部長", "", True),
        # What looks like a surname is of the office.
        (Official("支所長", "泉"), "泉支所長", "田中 実", True),
    ],
)
def test_who_is_the_official(asked: Official, office: str, name: str, same: bool) -> None:
    assert asked.is_(Speaker(office=office, name=name)) is same


@pytest.mark.parametrize(
    ("asked", "repliers", "absent"),
    [
        ("副市長", ["総務部長", "企画課長"], True),
        ("副市長", ["総務部長", "副市長"], False),
        ("教育長", ["教育部長"], True),
        # The head may stand for all who reply; a record without posts tells nothing of who replied.
        ("市長", ["総務部長"], False),
        ("副市長", ["", "事務局"], False),
        ("部長", ["総務課長"], False),
    ],
)
def test_a_post_that_one_person_holds_may_be_absent(asked: str, repliers: list[str], absent: bool) -> None:
    assert Official(asked).is_absent(Speaker(office=office) for office in repliers) is absent
