"""A draft's own figures are what is compared: they neither hide the earlier replies nor bring in what is not near."""

from __future__ import annotations

import pytest

from chat.desk.check import _figureless, check
from chat.desk.check_types import contrast_line
from chat.desk.facts import facts
from chat.desk.facts_en import facts_in_english
from chat.service import Service


@pytest.mark.parametrize(
    "sentence", ["サーバーは37台です。", "導入費用を令和11年度に終えます。", "推進計画は37件です。"]
)
def test_a_figure_that_nobody_said_hides_no_reply(sample_service: Service, sentence: str) -> None:
    """Protects: the number alone made a sentence unlike everything said of its matter, which had then "never been answered"."""
    (only,) = check(sample_service, sentence).sentences
    assert only.status == "answered"


@pytest.mark.parametrize("sentence", ["天文台を令和11年度に3か所建てます。", "アヒルを30羽飼育しています。"])
def test_an_invented_matter_with_figures_has_no_reply(sample_service: Service, sentence: str) -> None:
    """Without its figures a sentence is still searched by all its other words."""
    (only,) = check(sample_service, sentence).sentences
    assert only.status == "never"


def test_the_reply_with_the_same_figure_comes_first(sample_service: Service) -> None:
    """What was found with the figures stands before what is found without them."""
    (only,) = check(sample_service, "テレワークの端末を50台入れました。").sentences
    first = only.earlier[0]
    assert "50台" in first.near.citations[0].quote
    assert "数値「50台」は以前の答弁と同じ" in [contrast_line(one) for one in first.contrasts]


def test_an_english_sentence_keeps_what_its_figure_counts() -> None:
    """Protects: without "45 security alerts" nothing but "We issued" was left, near to a reply about empty houses; a Japanese counter
    (45件) says nothing of the matter and goes with its number."""
    english, japanese = "We issued 45 security alerts.", "注意喚起を45件行いました。"
    assert _figureless(english, facts_in_english(english)).split() == ["We", "issued", "security", "alerts."]
    assert _figureless(japanese, facts(japanese)).replace(" ", "") == "注意喚起を行いました。"
    assert _figureless("12件です。", facts("12件です。")) == "12件です。"
