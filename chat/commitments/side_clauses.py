"""The kind of a clause that goes on after a comma: 「補助を行い、」 beside the main clause of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from chat.commitments import side_words as words
from chat.commitments.acts import ACTIVE, EVENT, SAID_HERE
from chat.commitments.declined import declines
from chat.commitments.kinds import CONSIDER, DECLINE, DONE, OTHER, STUDY, WILL, Kind
from chat.commitments.main_clause import kind_of
from chat.commitments.main_words import AT_THEIRS
from chat.commitments.requests import REQUEST
from chat.commitments.shell import bare
from chat.commitments.spoken import as_written
from chat.commitments.state_words import NO_ACT
from chat.commitments.tense import PASSIVE, Tense
from chat.commitments.times import ALONE, HAS_BEEN, TO_COME


def kinds_before(
    clauses: Sequence[str], tense: Tense | None, main: Kind | None, late: bool = False
) -> list[Kind | None]:
    """The kinds of the clauses before the main one, see `kind_before`; what stands before a plan (改修する予定であり、) is planned too."""
    kinds: list[Kind | None] = []
    for place, clause in reversed([*enumerate(clauses)]):
        when = clauses[place - 1].strip() if place and ALONE.search(clauses[place - 1]) else ""
        kinds.append(kind_before(clause, tense, main, late, when))
        if kinds[-1] == WILL and words.PLANNED.search(clause):
            tense, main = "future", WILL
    return kinds[::-1]


def kind_before(
    clause: str, tense: Tense | None, main: Kind | None, late: bool = False, when: str = ""
) -> Kind | None:
    """The kind of a clause that goes on after a comma: a concrete act beside the main one.

    Args:
        clause: as in `kind_of`, with its comma.
        tense: that of the main clause; 補助を行い has it.
        main: the kind of the main clause.
        late: whether the sentence names a time to come.
        when: the time that stands alone before it (昨年度、).
    """
    core = as_written(clause).strip().rstrip("、,")
    if words.NO_PREDICATE.search(core) and not words.ANYWHERE.search(core):
        return None  # 「今後、」「…については、」: the most of them
    if AT_THEIRS.search(clause.strip().rstrip("、,")):
        return None
    if any(pattern.search(core) for pattern in _SETS_OUT):
        return None
    if told := words.TOLD.search(core):
        return kind_of(core[: told.start()] + "と答弁", late=late)
    if plans := words.PLANS.search(core):
        return kind_of(f"{core[: plans.end()]}ます", late=late)
    if words.DECIDES.search(core):
        return kind_of(f"{core.removesuffix('たく')}ています", late=late)
    if words.CANNOT_SO.search(core) and declines(bare(words.CANNOT_SO.sub("", core))):
        return DECLINE
    if added := words.ADDED.search(core):
        return _added(core, kind_of(core[: added.start()], late=late), main)
    if so := words.ADDED_SO.search(core):
        kind = kind_of(core[: so.start()], late=late)
        if kind in (CONSIDER, STUDY) or (main is None and kind == DONE):
            return kind
    if told := words.TOLD_ON.search(core):
        kind = kind_of(core[: told.end("end")], late=late)
        return kind if kind == DONE else None
    if (so_far := words.SO_FAR.search(core)) and kind_of(core[: so_far.end()] + "た") == DONE:
        return DONE
    if match := words.MID_CONSIDER.search(core):
        if tense == "past" and main == DONE:
            return None  # 検討をして…設定した: it came of it
        return STUDY if "研究" in match.group() else CONSIDER
    if words.REVIEW_NEEDED.search(core):
        return CONSIDER
    if (
        SAID_HERE.search(core, max(0, len(core) - 14))
        or REQUEST.search(core, max(0, len(core) - 12))
        or PASSIVE.search(core[-8:])
    ):
        return None
    if words.REVIEWED.search(core) or words.BROUGHT.search(core):
        return DONE
    if (match := words.MID_DONE.search(core)) and not words.AS.search(core) and _acts(core):
        return None if NO_ACT.search(core[: match.start()]) else DONE
    if _is_open_act(core, main):
        return _of_open_act(core, tense, main, when)
    if words.GOES_ON_SO.search(core):
        return _going_on(core.removesuffix("まして") + "ます", late)  # おり, おりまして
    if words.GOES_ON.search(core):
        return _going_on(core, late)
    if tense == "future" and (found := words.WITH_IT.search(core)) and ACTIVE.search(found["noun"]):
        return WILL
    if words.STRIVES.search(core) and main:
        return OTHER
    return None


_SETS_OUT = (words.ABOUT, words.HEARD, words.LOOKED_UP, words.ASKS_BACK, words.THOUGH_HARD)
"""What a clause only sets out from, granted or told of others."""


def _added(core: str, kind: Kind | None, main: Kind | None) -> Kind | None:
    """What 「…ということで、」 says of `kind`, that of what stands before it: open matters, and deeds where the main clause tells nothing."""
    wants = kind == WILL and words.WANTS.search(core)
    alone = main is None and (kind == DONE or (kind == WILL and words.WISHED.search(core)))
    return kind if kind in (CONSIDER, STUDY) or wants or alone else None


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


def _of_open_act(core: str, tense: Tense | None, main: Kind | None, when: str) -> Kind | None:
    """The kind of such a clause; its own words of time go before the tense of the main one."""
    if main == OTHER and core.endswith(("など", "ことで", "ことにより")):
        return None  # 「手引を送るなど、周知に努めて」「改修を進めることで、確保に努めて」: how one strives
    if tense == "present" and TO_COME.search(when + core):
        tense = "future"
    if tense == "future" and HAS_BEEN.search(when + core) and words.POLITE.search(core):
        tense, main = "past", DONE
    aims = core.endswith(("目指し", "めざし")) and tense != "future"
    return None if aims else _beside(tense, main)


def _going_on(core: str, late: bool) -> Kind | None:
    """The kind of a clause with a predicate of its own (始めますが、), as if it were the main one."""
    kind = kind_of(words.HEDGED.sub("ところです", words.AND.sub("", core)), late=late)
    strove = words.STROVE_ON.search(core) and (kind == OTHER or not EVENT.search(core[-22:]))
    return None if strove else kind


def _acts(core: str) -> bool:
    """Whether the clause tells an act that one can point to, and its object: 「取引が急速に拡大し」 is nobody's."""
    return bool(EVENT.search(core[-22:]) and words.OBJECT.search(core) and not words.OF_ITSELF.search(core))


def _acts_beside_striving(stem: str) -> bool:
    """「対策を強力に推進し、被害の防止に努める」: whether the clause of this stem tells an act of its own."""
    acts = ACTIVE.search(stem.rstrip("をも")) and "を" in stem and not words.MEANS.search(stem)
    return bool(acts or words.PUTS_UP.search(stem))


def _beside(tense: Tense | None, main: Kind | None) -> Kind | None:
    """What 「補助を行い、」 says by the main clause: promised where that is to come, done where it is past or going on."""
    if tense == "future" or (tense is None and main in (WILL, CONSIDER, STUDY)):
        return WILL
    return DONE if tense else None
