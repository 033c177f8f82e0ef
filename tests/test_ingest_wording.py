"""What counts as asking, in the words of councils' members."""

from __future__ import annotations

import pytest

from ingest.wording import asks


@pytest.mark.parametrize(
    "said",
    [
        "別な視点があるのかどうかということを確認させていただきたいと思います。",
        "市長の御所見を賜りたいと存じます。",
        "今後の見通しについて考えをただしたいと思います。",
        "この点をお伺いできればと思います。",
        "理由を伺っておきます。",
        "どのようになっているかお願いします。",
    ],
)
def test_a_request_for_an_answer_asks(said: str) -> None:
    """However politely it is put."""
    assert asks(said)


@pytest.mark.parametrize(
    "said",
    ["しっかりお願いします。", "よいのではないかということを考えております。", "よろしくお願いします。"],
)
def test_a_wish_or_a_view_asks_nothing(said: str) -> None:
    """No answer is sought."""
    assert not asks(said)
