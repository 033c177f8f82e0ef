"""Work behind the page: what it tells arrives in order and whole, its language is the page's, its error is raised."""

from __future__ import annotations

from collections.abc import Callable, Generator
from threading import Event

import pytest

from chat.page.background import in_background, stoppable
from chat.words import language, speaking


def test_all_that_is_told_arrives_in_order_before_the_result() -> None:
    """A thousand quick things are not a thousand pictures."""

    def work(tell: Callable[[int], None]) -> str:
        for number in range(1000):
            tell(number)
        return "done"

    news, result = in_background(work)
    heard = list(news)
    assert [one for told in heard for one in told] == list(range(1000))
    assert len(heard) < 100
    assert result.result() == "done"


def test_the_first_is_heard_at_once_what_follows_soon_after_together() -> None:
    """A file is read at once in five stages: the browser draws one of them and the end, not each."""
    go, first = Event(), Event()

    def work(tell: Callable[[int], None]) -> None:
        tell(1)
        first.wait(10)
        for number in (2, 3, 4):
            go.wait(0.01)
            tell(number)

    news, _ = in_background(work)
    assert next(news) == (1,)
    first.set()
    assert list(news) == [(2, 3, 4)]


def test_while_nothing_is_told_there_is_a_tick() -> None:
    """So that a stop that was asked for is seen."""
    go = Event()
    news, result = in_background(lambda tell: go.wait(10))
    assert next(news) == ()
    go.set()
    assert list(news) == []
    assert result.result() is True


def test_it_speaks_the_language_of_the_page() -> None:
    """What is worded in the thread is worded for who looks at the page."""
    with speaking("en"):
        _, result = in_background(lambda tell: language())
    assert result.result() == "en"


def test_what_goes_wrong_is_raised_by_the_result() -> None:
    """Not where it is looked at: what was told before is shown."""

    def work(tell: Callable[[str], None]) -> None:
        tell("before")
        raise OSError("gone")

    news, result = in_background(work)
    assert list(news) == [("before",)]
    with pytest.raises(OSError, match="gone"):
        result.result()


class _Unwanted(Exception):
    """Raised in the work that nobody wants any more."""


def _counting(stop: Callable[[], bool], ended: Event) -> Generator[int | str, None, None]:
    """The numbers that a work tells, and at last what it returns; `ended` once it has ended, however."""

    def work(tell: Callable[[int], None]) -> str:
        try:
            for number in range(1_000_000):
                tell(number)
                ended.wait(0.001)
        finally:
            ended.set()
        return "done"

    yield (yield from stoppable(work, stop, _Unwanted))


def test_work_that_is_stopped_has_ended_when_that_is_said() -> None:
    """What it reads may be deleted at once."""
    asked, ended = Event(), Event()
    told = _counting(asked.is_set, ended)
    next(told)
    asked.set()
    with pytest.raises(_Unwanted):
        list(told)
    assert ended.is_set()


def test_work_ends_for_who_leaves() -> None:
    """A closed page leaves no evaluation behind that goes on for minutes."""
    ended = Event()
    told = _counting(lambda: False, ended)
    next(told)
    told.close()
    assert ended.wait(10)


def test_who_leaves_is_not_waited_for() -> None:
    """Protects: Gradio closes what is left where it serves everybody; nobody got an answer for as long as the work went on."""
    go, ended = Event(), Event()

    def work(tell: Callable[[int], None]) -> None:
        tell(1)
        go.wait(10)
        ended.set()

    told = stoppable(work, lambda: False, _Unwanted)
    assert next(told) == 1
    told.close()
    assert not ended.is_set()
    go.set()
    assert ended.wait(10)
