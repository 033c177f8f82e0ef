"""How the executive side words promises: 実施済, 実施する, 検討, 研究, 困難, その他.

`kind_of` reads one clause (see `chat.commitments.clauses`), white space and brackets masked. What stands after the predicate (と
考えております, ところでございます) is taken off; the ending gives the tense, the verb before it the act.

The kind is never stronger than the words: 検討 beside 実施 in one clause is 検討, 「努める」 is その他, 「目指す」 is その他. What is said in the
meeting itself (説明, 答弁), requests to others, duties in general (べき, ねばならない) and passives (what others do) are no statements.
All words are those of official style in general; none comes from a town or a document.
"""

from __future__ import annotations

import re

from chat.commitments import main_words as words
from chat.commitments.actors import by_named_others, some_wish
from chat.commitments.acts import ACTIVE, BY_OTHERS
from chat.commitments.bills import READ_OUT, enacts
from chat.commitments.considering import (
    CONSIDERED_BY,
    MUST_CONSIDER,
    NEED,
    considered,
    needed,
    settles,
)
from chat.commitments.declined import DID_NOT, NO_PLAN, NOT_CONSIDERED, WONDERS, declines_as_main
from chat.commitments.deeds import deed
from chat.commitments.kinds import CONSIDER, DECLINE, DONE, OTHER, WILL, Kind
from chat.commitments.plain_plans import plain_plan
from chat.commitments.requests import ASKS_OF, ENTRUSTS, asks
from chat.commitments.shell import bare
from chat.commitments.spoken import as_written
from chat.commitments.tense import is_passive, leads_up, prepares, stem_of, tense_of


def kind_of(
    clause: str, before: str = "", late: bool = False, said: str = "", digest: bool = True
) -> Kind | None:
    """The kind of statement that the clause makes as the main one of its sentence; None where it makes none.

    Args:
        clause: brackets masked, of single width.
        before: the rest of the sentence before it; an act may have its object there.
        late: whether the sentence names a time to come (次回, 後日).
        said: what was said right before the sentence (see `enacts`).
        digest: whether a plain verb at the end may be a plan (see `plain_plan`).
    """
    if words.AT_THEIRS.search(clause):
        return None
    clause = as_written(clause)
    core = bare(clause)
    if _only_repeats(clause, core, before):
        return None
    if NOT_CONSIDERED.search(core):
        return OTHER
    if MUST_CONSIDER.search(core):
        return CONSIDER
    if words.ASKED.search(clause):
        return None
    if _is_no_own_doing(clause, core, before):
        return None
    if refused := _declined(clause, core, before):
        return refused
    if enacts(clause, before, said):
        return WILL
    need = NEED.search(core)
    if need:
        return needed(core[: need.start()])
    if _is_promised(clause, core, late):
        return WILL
    if words.FEELS_NEED.search(core[-24:]):
        return OTHER
    return _by_tense(clause, core, before, late, digest)


def _only_repeats(clause: str, core: str, before: str) -> bool:
    """Whether a clause repeats a question, names what is meant, lists it or tells what was not done."""
    if words.RESTATES.search(clause) or words.NAMES_IT.search(before) or words.LISTED.search(clause):
        return True
    return bool(DID_NOT.search(core) or words.WAS_PLANNED.search(core) or READ_OUT.search(clause))


def _is_no_own_doing(clause: str, core: str, before: str) -> bool:
    """Whether a clause guesses, tells what was heard, asks others, names a duty, honours somebody or tells what some wish."""
    return bool(
        (words.CONJECTURE.search(clause) and not declines_as_main(core, before))
        or (words.HEARSAY.search(core[-12:]) and not words.LISTENS.search(core))
        or (asks(core) and not (ASKS_OF.search(core) or ENTRUSTS.search(core)))
        or (words.DUTY.search(re.split("を|か(?=[一-鿿])", core[-14:])[-1]) and not NO_PLAN.search(core))
        or words.FAVOUR.search(core)
        or words.HONOURS.search(core)
        or some_wish(core)
    )


def _declined(clause: str, core: str, before: str) -> Kind | None:
    """DECLINE where a clause refuses or has no plan; that nothing is to be lessened refuses nothing."""
    if NO_PLAN.search(core[-24:]):
        return OTHER if words.TO_LESSEN.search(core) else DECLINE
    refuses = declines_as_main(core, before) and not WONDERS.search(clause)
    return DECLINE if refuses else None


def _is_promised(clause: str, core: str, late: bool) -> bool:
    """Whether a clause promises or plans in so many words, whatever its verb."""
    return bool(
        words.THOUGHT_AT.search(clause)
        or words.PROMISES.search(core)
        or (late and words.CAN_TELL.search(core))
        or words.PLANNED_IT.search(core)
    )


def _by_tense(clause: str, core: str, before: str, late: bool, digest: bool) -> Kind | None:
    """The kind that the ending of a clause gives, with the verb before it."""
    tense = tense_of(core) or plain_plan(clause, core, before, digest)
    tail = CONSIDERED_BY.sub("〓", core[-30:])
    if ENTRUSTS.search(core):
        return DONE
    if is_passive(core) or by_named_others(before, stem_of(core)):
        return None
    if tense != "future" and BY_OTHERS.search(stem_of(core)):
        return None
    if not words.ANNOUNCES.search(core) and (weak := considered(core, tail, tense)):
        return weak
    if tense in ("present", "future") and settles(before, stem_of(core)):
        return CONSIDER
    if tense is None and re.search(r"に努める$", core) and core != clause.strip():
        return OTHER
    if tense is None:
        before_done = words.DONE_BEFORE.search(core)
        acts = before_done and ACTIVE.search(words.DONE_BEFORE.sub("", core))
        return (WILL if prepares(core, before) else DONE) if acts else None
    if words.AIM.search(tail):
        return WILL if late else OTHER
    if (
        words.STRIVE.search(tail[-16:])
        and not words.THEY_STRIVE.search(tail)
        and (tense != "past" or words.STROVE.search(tail))
    ):
        return OTHER
    if tense == "past" and words.STROVE_ONCE.search(core):
        return DONE
    if tense == "present" and leads_up(core, before):
        return WILL
    if tense == "present" and words.ARRANGE.search(tail):
        return CONSIDER
    if tense in ("present", "future") and words.TALKS.search(before[-60:] + stem_of(core)):
        return CONSIDER
    if tense == "future" and (words.VAGUE.search(tail) or words.MINDS.search(tail)):
        return OTHER
    kind = deed(core, before, tense, late)
    return WILL if kind == DONE and tense == "present" and prepares(core, before) else kind
