"""A question asked on the page, step by step: what is being done, the answer; after that what it leads on to.

Nothing of an answer is shown before it was checked against the record: quotations all at once, a language model's sentences one by
one; while that is going on the page says what is being done. The steps are worked through in a thread of their own, so that the page can say so meanwhile.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from chat.follow_ups import follow_ups
from chat.page.background import in_background
from chat.page.conversation import MAX_TURNS, history
from chat.page.parts import log, said, show_record
from chat.ports import AnswerService
from chat.render.answers import ShownTurn
from chat.render.record import EMPTY
from chat.render.talk import follow_ups_html
from chat.types import Answer, Stage
from chat.words import t
from retriever.types import Filter

Turns = list[ShownTurn]

Step = tuple[Turns, str | None]
"""The conversation, and the record beside it (None: as it is)."""


def answer_steps(
    service: AnswerService,
    question: str,
    turns: Sequence[ShownTurn],
    filters: Callable[[], Filter],
    exact: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Step | None]:
    """Asks a question; yields what the page shows, None where that stays as it is.

    Args:
        service: what answers.
        question: not empty.
        turns: the conversation before.
        filters: gives the filters; what it raises is said where the answer would stand.
        exact: see `chat.service.Service.ask`.
        stop: asked now and then; True gives the question up.
    """
    before = list(turns)[-MAX_TURNS + 1 :]
    turn = ShownTurn(question, key=uuid.uuid4().hex, exact=exact)
    yield [*before, turn], None
    record: str | None = t(EMPTY)
    try:
        given = filters()
        asked = history(before)
        for step in _asked(
            lambda stage, heard: service.ask(question, asked, given, exact=exact, stage=stage, heard=heard)
        ):
            if isinstance(step, Answer):
                turn = replace(turn, answer=step)
                if step.citations:
                    first = step.citations[0]
                    record = show_record(service, first.exchange_id, first, focus=False)
            elif stop():
                turn = replace(turn, error=t("検索を止めました。もう一度質問できます。"))
                record = None
                break
            elif step is None:
                yield None
            else:
                turn = _further(turn, step)
                yield [*before, turn], None
    except Exception as error:
        turn = replace(turn, error=said(error))
    yield [*before, turn], record


def _further(turn: ShownTurn, step: Stage | tuple[str, ...]) -> ShownTurn:
    """The turn at another stage, or with the sentences heard so far."""
    return replace(turn, heard=step, stage="write") if isinstance(step, tuple) else replace(turn, stage=step)


Ask = Callable[[Callable[[Stage], None], Callable[[str], None]], Answer]
"""Answers; tells what it does, and each sentence that is verified while others are still being written."""


def _asked(ask: Ask) -> Iterator[Stage | tuple[str, ...] | Answer | None]:
    """The stages that take long enough to be shown, all sentences heard so far, None while nothing is told, then the answer."""

    def work(tell: Callable[[tuple[Stage, str]], None]) -> Answer:
        return ask(lambda stage: tell((stage, "")), lambda sentence: tell(("write", sentence)))

    news, answer = in_background(work)
    stage: Stage | None = None
    shown: Stage | None = None
    heard: tuple[str, ...] = ()
    for told in news:
        for now, sentence in told:
            stage = now
            if sentence:
                heard = (*heard, sentence)
                yield heard
        if not told:
            yield stage if stage != shown else None
            shown = stage
    yield answer.result()


def followed(
    service: AnswerService, turns: Sequence[ShownTurn], overtaken: Callable[[], bool] = lambda: False
) -> str:
    """What the last answer leads on to, as HTML; empty where there is nothing, finding it fails (the answer itself stands), or it is
    `overtaken` by another question: finding it takes as long as several answers, which would all wait for it."""
    last = turns[-1] if turns else None
    if last is None or last.answer is None:
        return ""
    try:
        found = follow_ups(service, last.answer, history(turns[:-1]), overtaken)
    except Exception as error:
        log.error("no follow-ups", exc_info=error)
        return ""
    return follow_ups_html(found, last.key) if found and not overtaken() else ""


def voted(
    service: AnswerService, turns: Sequence[ShownTurn], place: int | None, value: str, comment: str | None
) -> Turns:
    """The conversation with a vote on one of its answers, which is kept in the store; the same vote again takes it back.

    Args:
        service: what keeps it.
        turns: the conversation.
        place: of the answer's turn; where it is none of the conversation, nothing is voted on.
        value: 1 or -1, as the browser sends it; anything else is no vote.
        comment: None where only the vote was pressed.
    """
    turns = list(turns)
    turn = turns[place] if place is not None and place < len(turns) else None
    if place is None or turn is None or turn.answer is None or value not in ("1", "-1"):
        return turns
    vote = int(value) if comment is not None or turn.vote != int(value) else 0
    words = turn.comment if comment is None else comment.strip()
    service.vote(turn.answer, vote, words if vote else "", turn.key)
    turns[place] = replace(turn, vote=vote, comment=words if vote else "")
    return turns
