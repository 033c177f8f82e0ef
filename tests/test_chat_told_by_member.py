"""A value that no reply tells and a member told."""

from __future__ import annotations

import pytest
from small_store import put, quotes

from chat.service import Service

ASKING = "青空公園の来園者は昨年度4,200人で県内で3番目、清掃に加わった団体は12団体だそうです。青空公園の花壇を増やしてはどうですか。"
REPLY = "青空公園の花壇は、来園者の声を伺いながら増やすことを検討してまいります。"


@pytest.fixture
def park(service: Service) -> Service:
    """A member tells numbers of a park, the reply none."""
    put(service, "a", [("青空公園", ASKING, REPLY)], "青山市")
    return service


def test_it_is_quoted_as_his(park: Service) -> None:
    """The reply of the town has no number of people."""
    answer = park.ask("青山市の青空公園の来園者は何人ですか。")
    assert "4,200人" in quotes(answer)
    assert {citation.speaker.side for citation in answer.citations} == {"member"}
    assert answer.notes == ("引用は質問した側のことばで、答弁ではありません。",)


def test_a_rank_is_told_so_too(park: Service) -> None:
    """何番目 is answered by no reply either."""
    assert "3番目" in quotes(park.ask("青山市の青空公園の来園者は県内で何番目ですか。"))


@pytest.mark.parametrize(
    "question",
    [
        "青山市の青空公園の来園者のうち子どもは何人ですか。",
        "青山市の青空公園の花火大会の来園者は何人ですか。",
        "青山市の青空公園の花壇の予算はいくらですか。",
    ],
)
def test_what_he_told_of_something_else_is_not(park: Service, question: str) -> None:
    """The sentence must name all that is asked for."""
    assert not park.ask(question).citations


def test_a_reply_that_tells_it_goes_before(service: Service) -> None:
    """Of the town's own number the member's is not wanted."""
    reply = "青空公園の来園者は、昨年度は4,150人でございます。"
    put(service, "a", [("青空公園", ASKING, reply)], "青山市")
    assert "4,150人" in quotes(service.ask("青山市の青空公園の来園者は何人ですか。"))
