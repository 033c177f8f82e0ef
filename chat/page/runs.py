"""Runs that add to the store: they go on when the page that began them is left, and a page that is loaded anew shows them again.

What a generator of Gradio does when it is closed, it does where every request of every user is served: nothing may be waited for there.
So a run has a thread of its own that keeps what became of each file, and holds the turn to write until it has ended.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from chat.page.background import LOOK_S, in_background
from chat.page.parts import said
from chat.page.waits import Stops
from chat.render.runs import Ended, Line, ended
from corpus.cache import LeastRecentlyUsed
from corpus.errors import KaigirokuError

Step = tuple[str, int, int]
"""(what is being done, how many of it are done, how many there are)."""

State = tuple[list[Line], Step | None]
"""The outcome so far, and what is being done; None at the end."""

Tell = Callable[[Step | Line], None]

MOST_RUNS = 5
"""Ended runs of a browser tab whose outcome stays."""

MOST_TABS = 100
"""Browser tabs whose runs are kept: a run of `KEPT_LINES` files takes some 20 kB."""

Told = TypeVar("Told")
Result = TypeVar("Result")


class Run:
    """What a run has told so far. Its own thread tells, any page may look."""

    def __init__(self, over: Callable[[Sequence[Line]], None] = lambda _: None) -> None:
        """`over` is told what became of all files, in the thread of the run."""
        self.stop = threading.Event()
        """Set by whoever wants it to end."""
        self._tell_over = over
        self._lines: list[Line] = []
        self._step: Step = ("", 0, 0)
        self._ended = threading.Event()

    @property
    def over(self) -> bool:
        """Whether the run has come to its end."""
        return self._ended.is_set()

    def hear(self, told: Step | Line) -> None:
        """What is done now, or what became of a file."""
        if isinstance(told, Line):
            self._lines.append(told)
        else:
            self._step = told

    def end(self) -> None:
        """Ends the run: what it told is kept, and nothing more is heard."""
        self._tell_over(self._lines)
        self._ended.set()

    def state(self) -> State:
        """The lines told so far, and the step that is being done (None at the end)."""
        step = None if self.over else self._step  # before the lines: at the end all of them are there
        return [*self._lines], step

    def states(self) -> Iterator[State]:
        """The state as often as somebody looks, and a last time at the end."""
        while not self._ended.wait(LOOK_S):
            yield self.state()
        yield self.state()


class Halted(KaigirokuError):
    """The server ends; raised where a work tells how far it is."""

    def __init__(self) -> None:
        super().__init__("サーバーを止めたので、途中で終わりました", "開き直してから、もう一度行ってください")


class Turn:
    """The turn to change the store: one after the other, whoever asks for it, on the page of whichever language."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.halted = threading.Event()
        """Set once the server ends: what is going on ends at its next step, and nothing is begun."""

    @property
    def taken(self) -> bool:
        """Whether somebody is changing the store now."""
        return self._lock.locked()

    def halt(self, patience_s: float) -> None:
        """Ends what is going on and waits for that, so long as patience lasts: what a work reads from and writes to must outlive it."""
        self.halted.set()
        if self._lock.acquire(timeout=patience_s):
            self._lock.release()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def in_background(
        self, work: Callable[[Callable[[Told], None]], Result]
    ) -> tuple[Iterator[tuple[Told, ...]], Future[Result]]:
        """Waits for the turn, then begins the work (see `chat.page.background`), which holds it till it ends."""
        self._lock.acquire()

        def held(tell: Callable[[Told], None]) -> Result:
            def told(what: Told) -> None:
                if self.halted.is_set():
                    raise Halted
                tell(what)

            try:
                return work(told)
            finally:
                self._lock.release()

        try:
            return in_background(held)
        except BaseException:
            # While the server stops no thread begins: who waits next would keep it from ending.
            self._lock.release()
            raise


def followed(work: Callable[[Tell], None], name: str, turn: Turn, run: Run | None = None) -> Iterator[State]:
    """Does the work in a thread of its own once it is its turn, and passes on what it tells; an error is a line for `name`. Whoever
    stops looking does not stop it: what it told and tells is in `run`."""
    heard = run or Run()
    heard.hear((name, 0, 0))

    def told(tell: Tell) -> None:
        def one(what: Step | Line) -> None:
            heard.hear(what)
            tell(what)

        try:
            work(one)
        except Exception as error:
            heard.hear(Line(name, "failed", said(error)))
        finally:
            heard.end()

    try:
        news, _ = turn.in_background(told)
    except BaseException:
        heard.end()
        raise
    for _ in news:
        if not heard.over:  # what comes last is shown with the end
            yield heard.state()
    yield heard.state()


@dataclass(frozen=True, slots=True)
class Chosen:
    """Files that wait for their turn: their paths, whether they are all files of a folder, whether they replace those of their name."""

    files: Sequence[str]
    folder: bool
    replace: bool


@dataclass(slots=True)
class Runs:
    """The runs of one browser tab: what waits to be begun, what is begun, and what the ended ones came to."""

    key: str = ""
    """What the browser knows them by; empty before the first."""
    chosen: list[Chosen] = field(default_factory=list)
    going: list[Run] = field(default_factory=list)
    """What is begun and not over, the oldest first: the others wait for the turn to write. After a reload there may be several."""
    ended: list[Ended] = field(default_factory=list)
    """The newest first."""

    def choose(self, files: Sequence[str] | None, folder: bool, replace: bool) -> None:
        """Files to be added when it is their turn; a run of none would never end."""
        if files:
            self.chosen.append(Chosen(files, folder, replace))

    def begin(self, kept: Kept) -> Run:
        """The next run; from now on a page that is loaded anew shows it."""

        def over(lines: Sequence[Line]) -> None:
            self.ended = [ended(lines), *self.ended][:MOST_RUNS]
            self.going.remove(run)

        run = Run(over)
        self.going.append(run)
        self.key = self.key or uuid.uuid4().hex
        kept.put(self.key, self)
        return run


Kept = LeastRecentlyUsed[Runs]
"""What the server keeps for browser tabs that load the page anew, by the key that the browser has."""


def begun(runs: Runs, kept: Kept, stops: Stops, request: Any) -> Run:
    """The next run. Until its turn the button stops what is going on: after a reload that may be one that the page which was left began."""
    run = runs.begin(kept)
    stops.take_over(request, runs.going[0].stop)
    return run


def at_its_turn(states: Iterator[State], run: Run, stops: Stops, request: Any) -> Iterator[State]:
    """The states of a run, which the button stops from the first of them on."""
    for number, state in enumerate(states):
        if not number:
            stops.take_over(request, run.stop)
        yield state


def gone_on(runs: Runs, stops: Stops, request: Any) -> Iterator[State]:
    """What is begun, after a reload, one after the other; the button stops what is shown."""
    for run in [*runs.going]:
        stops.take_over(request, run.stop)
        yield from run.states()


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the pages of both languages share."""

    turn: Turn = field(default_factory=Turn)
    kept: Kept = field(default_factory=partial(LeastRecentlyUsed, MOST_TABS))
