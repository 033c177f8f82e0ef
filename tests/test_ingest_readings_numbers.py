"""Numbers of labels and headings as they are printed: 2, ２, ②, ⑵, （２）."""

from __future__ import annotations

import pytest

from ingest.marks.forms.labelnumbers import numbers_of
from ingest.turns.opening import number_form


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("問⑴", (1,)),
        ("質問⒇", (20,)),
        ("答弁⑴・⑵", (1, 2)),
        ("回答⑴～⑶", (1, 2, 3)),
        ("回答①・⑳", (1, 20)),
        ("答弁１・2", (1, 2)),
        ("質問３－⑵", (3002,)),
    ],
)
def test_numbers_of_a_label(label: str, numbers: tuple[int, ...]) -> None:
    """⑴ counts as ① and 1 do."""
    assert numbers_of(label, label.startswith("質問")) == numbers


@pytest.mark.parametrize(
    ("heading", "form"),
    [("⑴ 渡船", "("), ("（１）渡船", "("), ("(1) 渡船", "("), ("① 渡船", "①"), ("２．渡船", "1"), ("ア　渡船", "ア")],
)  # fmt: skip
def test_the_level_of_a_heading(heading: str, form: str) -> None:
    """⑴ is （１） in one letter."""
    assert number_form(heading) == form
