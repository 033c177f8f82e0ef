"""The kind of a clause that goes on after a comma: 「補助を行い、」 beside the main clause of its sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chat.commitments import side_words as words
from chat.commitments.acts import ACTIVE, EVENT, SAID_HERE
from chat.commitments.declined import declines
from chat.commitments.kinds import (
    CONSIDER,
    DECLINE,
    DONE,
    NO_KIND,
    OTHER,
    STUDY,
    WILL,
    Kind,
    Verdict,
    settled,
)
from chat.commitments.main_clause import kind_of
from chat.commitments.main_words import AT_THEIRS
from chat.commitments.requests import REQUEST
from chat.commitments.shell import bare
from chat.commitments.spoken import as_written
from chat.commitments.state_words import NO_ACT
from chat.commitments.tense import PASSIVE, Tense


def kinds_before(
    clauses: Sequence[str], tense: Tense | None, main: Kind | None, late: bool
) -> list[Kind | None]:
    """The kinds of the clauses before the main one, see `kind_before`; what stands before a plan (改修する予定であり、) is planned too."""
    kinds: list[Kind | None] = []
    for clause in reversed(clauses):
        kinds.append(kind_before(clause, tense, main, late))
        if kinds[-1] == WILL and words.PLANNED.search(clause):
            tense, main = "future", WILL
    return kinds[::-1]


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that goes on (`whole`), the same as it would be written and without its comma (`core`); others as of `kind_before`."""

    whole: str
    core: str
    tense: Tense | None
    main: Kind | None
    late: bool

    def as_main(self, core: str) -> Kind | None:
        """The kind of `core` as if it were the main clause."""
        return kind_of(core, late=self.late)


def kind_before(clause: str, tense: Tense | None, main: Kind | None, late: bool) -> Kind | None:
    """The kind of a clause that goes on after a comma: a concrete act beside the main one.

    The first of the rules that says something decides.

    Args:
        clause: as in `kind_of`, with its comma.
        tense: that of the main clause; 補助を行い has it.
        main: the kind of the main clause.
        late: whether the sentence names a time to come.
    """
    core = as_written(clause).strip().rstrip("、,")
    read = _Clause(clause.strip().rstrip("、,"), core, tense, main, late)
    return next((settled(verdict) for rule in _RULES if (verdict := rule(read))), None)


_SETS_OUT = (words.ABOUT, words.HEARD, words.LOOKED_UP, words.ASKS_BACK, words.THOUGH_HARD)
"""What a clause only sets out from, granted or told of others."""


def _tells_nothing(clause: _Clause) -> Verdict:
    """「今後、」「…については、」: the most of them; and what is theirs, or granted, or told of others."""
    core = clause.core
    no_predicate = words.NO_PREDICATE.search(core) and not words.ANYWHERE.search(core)
    nothing = (
        no_predicate or AT_THEIRS.search(clause.whole) or any(pattern.search(core) for pattern in _SETS_OUT)
    )
    return NO_KIND if nothing else None


def _said(clause: _Clause) -> Verdict:
    """A reply, a plan, a decision, a refusal that the clause reports as said."""
    core = clause.core
    if told := words.TOLD.search(core):
        return clause.as_main(core[: told.start()] + "と答弁") or NO_KIND
    if plans := words.PLANS.search(core):
        return clause.as_main(f"{core[: plans.end()]}ます") or NO_KIND
    if words.DECIDES.search(core):
        return clause.as_main(f"{core.removesuffix('たく')}ています") or NO_KIND
    if words.CANNOT_SO.search(core) and declines(bare(words.CANNOT_SO.sub("", core))):
        return DECLINE
    return None


def _summed_up(clause: _Clause) -> Verdict:
    """What goes before 「…ということで、」, 「…ところですが、」 and the like, as a clause of its own."""
    core, main = clause.core, clause.main
    if added := words.ADDED.search(core):
        return _added(core, clause.as_main(core[: added.start()]), main) or NO_KIND
    if so := words.ADDED_SO.search(core):
        kind = clause.as_main(core[: so.start()])
        if kind in (CONSIDER, STUDY) or (main is None and kind == DONE):
            return kind
    if told := words.TOLD_ON.search(core):
        kind = clause.as_main(core[: told.end("end")])
        return kind if kind in (DONE, WILL) else NO_KIND
    so_far = words.SO_FAR.search(core)
    return DONE if so_far and kind_of(core[: so_far.end()] + "た") == DONE else None


def _considered(clause: _Clause) -> Verdict:
    """Something considered, or a review that is needed; where it led to a deed (検討をして…設定した), it came to that."""
    if match := words.MID_CONSIDER.search(clause.core):
        if clause.tense == "past" and clause.main == DONE:
            return NO_KIND
        return STUDY if "研究" in match.group() else CONSIDER
    return CONSIDER if words.REVIEW_NEEDED.search(clause.core) else None


def _done_to_others(clause: _Clause) -> Verdict:
    """What is said here, asked of others or suffered is no act of the town's."""
    core = clause.core
    no_act = (
        SAID_HERE.search(core, max(0, len(core) - 14))
        or REQUEST.search(core, max(0, len(core) - 12))
        or PASSIVE.search(core[-8:])
    )
    return NO_KIND if no_act else None


def _done(clause: _Clause) -> Verdict:
    """A deed by its own tense."""
    core = clause.core
    if words.REVIEWED.search(core) or words.BROUGHT.search(core):
        return DONE
    if (match := words.MID_DONE.search(core)) and not words.AS.search(core) and _acts(core):
        return NO_KIND if NO_ACT.search(core[: match.start()]) else DONE
    return None


def _going(clause: _Clause) -> Verdict:
    """A clause that shares the tense of the main one, or has a predicate of its own."""
    core = clause.core
    if _is_open_act(core, clause.main):
        return _of_open_act(core, clause.tense, clause.main) or NO_KIND
    if words.GOES_ON_SO.search(core):
        return _going_on(core.removesuffix("まして") + "ます", clause.late) or NO_KIND  # おり, おりまして
    return _going_on(core, clause.late) or NO_KIND if words.GOES_ON.search(core) else None


def _beside_main(clause: _Clause) -> Verdict:
    """「整備とあわせて、」 beside a promise, and what one strives for beside any statement."""
    found = words.WITH_IT.search(clause.core) if clause.tense == "future" else None
    if found and ACTIVE.search(found["noun"]):
        return WILL
    return OTHER if words.STRIVES.search(clause.core) and clause.main else None


_RULES: tuple[Callable[[_Clause], Verdict], ...] = (
    *(_tells_nothing, _said, _summed_up, _considered),
    *(_done_to_others, _done, _going, _beside_main),
)
"""In their order: what an earlier rule says, a later one does not look at."""


def _added(core: str, kind: Kind | None, main: Kind | None) -> Kind | None:
    """What 「…ということで、」 says of `kind`, that of what stands before it: open matters, and deeds where the main clause tells nothing."""
    alone = main is None and (kind == DONE or (kind == WILL and words.WISHED.search(core)))
    return kind if kind in (CONSIDER, STUDY) or alone else None


def _is_open_act(core: str, main: Kind | None) -> bool:
    """Whether a clause whose tense is that of the main one (補助を行い、) tells an act."""
    whole = words.POLITE.sub("", core)
    match = words.MID_OPEN.search(whole)
    if not match:
        return False
    stem = whole[: match.start()]
    acts = (_acts(whole) and not (main == OTHER and words.MEANS.search(stem))) or (
        main == OTHER and _acts_beside_striving(stem)
    )
    return acts and not NO_ACT.search(stem) and not words.PUTS_TO_USE.search(core)


def _of_open_act(core: str, tense: Tense | None, main: Kind | None) -> Kind | None:
    """The kind of such a clause."""
    if main == OTHER and core.endswith(("など", "ことで", "ことにより")):
        return None  # 「手引を送るなど、周知に努めて」「改修を進めることで、確保に努めて」: how one strives
    aims = core.endswith(("目指し", "めざし")) and tense != "future"
    return None if aims else _beside(tense, main)


def _going_on(core: str, late: bool) -> Kind | None:
    """The kind of a clause with a predicate of its own (始めますが、), as if it were the main one."""
    kind = kind_of(words.HEDGED.sub("ところです", words.AND.sub("", core)), late=late)
    strove = words.STROVE_ON.search(core) and (kind == OTHER or not EVENT.search(core[-22:]))
    return None if strove else kind


def _acts(core: str) -> bool:
    """Whether the clause tells an act that one can point to, and its object: 「取引が急速に拡大し」 is nobody's."""
    return bool(EVENT.search(core[-22:]) and words.OBJECT.search(core))


def _acts_beside_striving(stem: str) -> bool:
    """「対策を強力に推進し、被害の防止に努める」: whether the clause of this stem tells an act of its own."""
    return bool(ACTIVE.search(stem.rstrip("をも")) and "を" in stem and not words.MEANS.search(stem))


def _beside(tense: Tense | None, main: Kind | None) -> Kind | None:
    """What 「補助を行い、」 says by the main clause: promised where that is to come, done where it is past or going on."""
    if tense == "future" or (tense is None and main in (WILL, CONSIDER, STUDY)):
        return WILL
    return DONE if tense else None
