"""What another town does is no answer of this one's, however alike something is that it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_store import put, quotes

from chat.answers.evidence import Calibration, Features, as_asked, asking, more_elsewhere
from chat.service import Service

OWN = [
    (
        "駅前の広場",
        "駅前の広場をどう使いますか。",
        "駅前の広場は、催しの会場として観光の団体に貸し出す事業を続けます。",
    )
]
OTHERS = [
    (
        "電動自転車",
        "観光客の足をどうしますか。",
        "電動自転車を駅前の観光案内所で観光客に貸し出す事業を始めました。",
    )
]
ASKED = "{}は、電動自転車を駅前の観光案内所で観光客に貸し出す事業をしていますか。"


def test_what_another_towns_exchange_tells_is_not_answered_by_something_alike(service: Service) -> None:
    """The words of a question stand in another town's reply; this one's reply has two of them."""
    put(service, "a", OWN, "青山市")
    assert "広場" in quotes(service.ask(ASKED.format("青山市")))  # nothing tells that it is of another matter
    put(service, "b", OTHERS, "緑川市")
    assert service.ask(ASKED.format("青山市")).status == "no_evidence"
    assert "電動自転車" in quotes(service.ask(ASKED.format("緑川市")))
    assert "催し" in quotes(service.ask("青山市は駅前の広場を誰に貸し出しますか。"))


def test_towns_that_are_compared_are_not_set_beside_each_other(service: Service) -> None:
    """Each is asked whatever it says."""
    put(service, "a", OWN, "青山市")
    put(service, "b", OTHERS, "緑川市")
    answer = service.ask("青山市と緑川市は、駅前で何を貸し出していますか。")
    assert {citation.meeting.town for citation in answer.citations} == {"青山市", "緑川市"}


@pytest.mark.parametrize(("held", "less_sure"), [(0.0, False), (0.55, False), (0.7, True), (1.0, True)])
def test_a_little_more_elsewhere_says_nothing(held: float, less_sure: bool) -> None:
    """Another town may tell the same in the question's own words."""
    found = Features(0.4, 0.4, 0.5, 0, 0, 0, 1.0, 0.5, 0, 0, 0, 0.0)
    put_so = asking(6, False, False, found, 0.0)
    beside = replace(put_so, elsewhere=more_elsewhere(held, found))
    sure = [as_asked(0.6, one, Calibration()) for one in (put_so, beside)]
    assert (sure[1] < sure[0]) is less_sure
