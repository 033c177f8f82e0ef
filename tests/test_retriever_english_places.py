"""Places in English questions: those that are spoken of are looked for as the record writes them, those that are asked about are not."""

from __future__ import annotations

import pytest

from retriever.english_places import english_places
from retriever.tokenize import shared_tokenizer


@pytest.mark.parametrize(
    ("text", "towns", "prefecture", "spoken_of", "asked_about"),
    [
        (
            "How do the figures for Chiba Prefecture compare with those of Yachiyo?",
            ["八千代市"],
            "",
            {"chiba prefecture": {"千葉県", "千葉"}},
            ["Yachiyo"],
        ),
        ("What did towns in Kanagawa Prefecture answer?", [], "神奈川県", {}, ["Kanagawa Prefecture"]),
        # It only says where the town lies; a person is no place.
        ("What did Hiratsuka City, Kanagawa answer?", ["平塚市"], "", {}, ["Hiratsuka City", "Kanagawa"]),
        ("What did Councillor Urayasu ask in Yachiyo?", ["八千代市"], "", {}, ["Yachiyo"]),
        # An English word where a town stands is the town, elsewhere the word.
        ("On what date does the fair open in Date?", ["伊達市"], "", {}, ["Date"]),
    ],
)
def test_a_place_is_spoken_of_or_asked_about(
    text: str, towns: list[str], prefecture: str, spoken_of: dict[str, set[str]], asked_about: list[str]
) -> None:
    found = english_places(text, shared_tokenizer(), towns, prefecture)
    assert {written: set(forms) for written, forms in found.spoken_of.items()} == spoken_of
    assert list(found.asked_about) == asked_about


def test_a_town_called_like_an_english_word_is_not_translated() -> None:
    """Of the two only the word is looked up."""
    found = english_places("On what date does the fair open in Date?", shared_tokenizer(), ["伊達市"], "")
    assert " ".join(found.rest.split()) == "On what date does the fair open in ?"
