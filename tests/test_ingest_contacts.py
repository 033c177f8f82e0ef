"""The line below a reply that names the department and how it is reached."""

from __future__ import annotations

import pytest
from soon import within

from ingest.marks.nomarks.contacts import contact_of


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("・公園緑地課（0123-45-6789 内線4321）", "公園緑地課"),
        ("図書館事務局 電話：0123-45-6789", "図書館事務局"),
        ("・公園緑地課", ""),
        ("詳しくは公園緑地課（0123-45-6789）までお尋ねください。", ""),
    ],
)
def test_a_bullet_or_a_telephone_tells_the_department(line: str, office: str) -> None:
    """Amid the words a bullet alone lists departments."""
    assert contact_of(line) == office


def test_a_line_of_digits_takes_no_time() -> None:
    """It may be divided into telephone numbers in more ways than can be tried."""
    with within(0.5):
        assert contact_of("・公園緑地課（" + "0" * 75 + "x") == ""
