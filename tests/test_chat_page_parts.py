"""What the tabs are made of, without a browser."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest
from chat_fake import FakeService, service
from made_record import HOSTILE

from chat.page import documents
from chat.page.adding import Runs, _steps
from chat.page.frame import LOOK_S, build_page
from chat.page.newest import Place
from chat.page.parts import UNEXPECTED, number_in, open_record, show_record
from chat.page.theme import theme
from chat.page.waits import Stops
from chat.render.runs import Line
from chat.words import speaking
from corpus.errors import StoreError
from corpus.types import StoredExchange


def failing(error: Exception) -> FakeService:
    """A service whose store cannot be read."""

    def exchange(exchange_id: str) -> StoredExchange | None:
        raise error

    broken = service()
    broken.exchange = exchange  # type: ignore[method-assign]
    return broken


def test_an_error_in_place_of_the_record_is_text() -> None:
    """Errors name files, and a file may be called anything."""
    html = show_record(failing(StoreError(HOSTILE, "確かめてください")), "備蓄", None, focus=False)
    assert html.startswith('<div class="kc-error"')
    assert "&lt;script&gt;" in html
    assert not any(tag in html for tag in ("<script", "<img", "<a "))
    assert UNEXPECTED in show_record(failing(ValueError(HOSTILE)), "備蓄", None, focus=False)


def test_a_run_is_stopped_by_its_own_browser_tab_only() -> None:
    """Two people at the same tab of the page do not stop each other."""
    pressed = []
    stops = Stops()
    mine, other = (stops.begin(SimpleNamespace(session_hash=name)) for name in ("mine", "other"))
    stops.wire(lambda function, **_: pressed.append(function))
    pressed[0](SimpleNamespace(session_hash="mine"))
    pressed[0](SimpleNamespace(session_hash="nobody"))
    assert (mine(), other()) == (True, False)
    assert not stops.begin(SimpleNamespace(session_hash="mine"))()


def test_a_run_is_overtaken_by_the_next_of_its_browser_tab() -> None:
    """What follows an answer is given up for the next question of the same person, not for that of another."""
    stops = Stops()
    mine, other = (SimpleNamespace(session_hash=name) for name in ("mine", "other"))
    stops.begin(mine)
    overtaken = stops.overtaken(mine)
    stops.begin(other)
    assert not overtaken()
    stops.begin(mine)
    assert overtaken()


def test_what_a_browser_sends_is_no_number_until_it_is_one() -> None:
    """Places of turns, lists and statements come from outside: -1 is no turn, and a number of 5,000 digits none at all."""
    sent = {"turn": "2", "back": "-1", "long": "9" * 5_000, "word": "二"}
    assert [number_in(sent, name) for name in (*sent, "none")] == [2, None, None, None, None]
    assert open_record(service(), (), {"turn": "-1", "mark": "1"}).count("この質疑は見つかりません") == 1


def test_the_list_comes_together_with_the_outcome_of_a_run() -> None:
    """Not only when all other tabs have been drawn anew (1.8 s instead of 0.6 s on a busy machine); and not for every file."""
    line = Line("会議録.txt", "added", "質疑 1、その他の発言 0")
    states = iter([([], ("会議録.txt", 0, 1)), ([line], ("会議録.txt", 1, 1)), ([line], None)])
    silent = SimpleNamespace(begin=lambda _: "", left=lambda _: "")
    parts: Any = SimpleNamespace(listed=lambda *_: "<table>会議録.txt</table>", waits=silent)
    steps = [*_steps(parts, None, Runs(), states, Place())]
    assert [shown[3] for shown in steps] == [gr.skip(), gr.skip(), "<table>会議録.txt</table>"]
    assert "会議録.txt" in steps[-1][1]


def test_names_in_an_outcome_are_read_out_in_their_language() -> None:
    """On the English page a screen reader is told that a document's name is Japanese; it is text on either page."""
    with speaking("en"):
        said = documents._outcome("Removed “会議<b>.txt”.")
    assert '<p>Removed “<span lang="ja">会議</span>&lt;b&gt;.txt”.</p>' in said
    assert "<p>「会議&lt;b&gt;」を削除しました。</p>" in documents._outcome("「会議<b>」を削除しました。")


def test_the_page_rests_while_nobody_uses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gradio looks for something to do every millisecond: 6% of a core for nothing."""
    queue = build_page(service(), 1 << 20)._queue
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        queue.stopped = True

    monkeypatch.setattr(asyncio, "sleep", sleep)
    asyncio.run(queue.start_processing())
    assert waits == [LOOK_S]


def test_letters_are_of_two_weights() -> None:
    """As the design system has them; the buttons had Gradio's own third one."""
    made = theme()
    assert {getattr(made, name) for name in vars(made) if name.endswith("_text_weight")} == {"400", "700"}
