"""Which clauses tell a deed of the town, and whether it is promised or done.

A deed needs a verb by which administration acts, or any verb with an object that is no state (see `chat.commitments.states`). What is
said in the meeting itself, what others do and what happens of itself is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from chat.commitments import deed_words as words
from chat.commitments.actors import of_citizens, of_others
from chat.commitments.acts import ACT, ACTIVE, happens, is_act
from chat.commitments.humble import before_us, humbly_done
from chat.commitments.kinds import DONE, NO_KIND, WILL, Kind, Verdict, settled
from chat.commitments.state_words import NO_ACT, NO_DEED, NO_VERB
from chat.commitments.states import any_plain, is_effect, may_act
from chat.commitments.telling import said, told_elsewhere, told_here
from chat.commitments.tense import DECIDED, EXPECTED, FUTURE, Tense, stem_of


def _counts(found: re.Match[str] | None) -> bool:
    """Whether one only counts or writes (ベースに計算した)."""
    return bool(found and re.search(r"(?:計算|算定|積算|推計|推測|規定|予測|推定|比較)$", found["noun"]))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A bare clause (`core`), the rest of the sentence before it, its tense, whether the sentence names a time to come (`late`), the clause
    without its ending (`stem`), and the verb of administration in it (`found`)."""

    core: str
    before: str
    tense: Tense
    late: bool
    stem: str
    found: re.Match[str] | None

    @property
    def decided(self) -> bool:
        """Whether it is said outright that it will be so."""
        return bool(FUTURE.search(self.core) or DECIDED.search(self.core))


def deed(core: str, before: str, tense: Tense, late: bool) -> Kind | None:
    """Whether the clause tells a deed: promised (実施する), done or going on (実施済); None where it tells none.

    The first of the rules that says something decides; where none does, the verb (`_by_its_verb`).

    Args:
        core: the bare clause.
        before: the rest of the sentence before it.
        tense: that of the clause.
        late: whether the sentence names a time to come.
    """
    stem = stem_of(core)
    clause = _Clause(core, before, tense, late, stem, ACT.search(stem))
    for rule in _RULES:
        if verdict := rule(clause):
            return settled(verdict)
    return _by_its_verb(clause)


def _listed(clause: _Clause) -> Verdict:
    """「整備するなど」: the first of what is listed stands for all."""
    listing = words.AND_SO_ON.search(clause.stem)
    if not listing:
        return None
    inner = clause.stem[: listing.start()]
    done = is_act(inner, ACT.search(inner)) or may_act(inner)
    if not done or said(inner):
        return NO_KIND
    return WILL if clause.tense == "future" else DONE


def _told(clause: _Clause) -> Verdict:
    """What is told in the meeting itself is no deed; what was told to others is one."""
    if told_here(clause.core, clause.before, clause.stem, clause.tense):
        return NO_KIND
    return (
        DONE
        if clause.tense == "present" and told_elsewhere(clause.core, clause.before, clause.stem)
        else None
    )


def _tabled(clause: _Clause) -> Verdict:
    """A bill that will be put before the council at a time to come."""
    return WILL if clause.late and clause.tense == "future" and words.TABLES.search(clause.stem) else None


def _ruled_out(clause: _Clause) -> Verdict:
    """The course of the meeting, what happens of itself, amounts, courtesy."""
    stem = clause.stem
    out = (
        words.PROCEEDING.search(stem[-16:])
        or NO_DEED.search(stem)
        or happens(clause.core, stem)
        or (clause.tense == "present" and words.PAYS.search(stem[-30:]))
        or words.AMOUNT.search(stem)
        or words.COURTESY.search(stem[-9:])
        or words.FROM_HERE.search(stem)
    )
    return NO_KIND if out else None


def _chosen(clause: _Clause) -> Verdict:
    return DONE if clause.tense == "past" and words.CHOSEN.search(clause.stem) else None


def _effect(clause: _Clause) -> Verdict:
    """An effect is promised where one will bring it about; it is done where one keeps it up."""
    if not is_effect(clause.stem):
        return None
    if clause.tense == "future" and not words.HOPES.search(clause.core):
        return WILL
    kept = clause.stem.endswith("維持し") and re.search("して(?:き(?:た|ました)|まいりました)$", clause.core)
    return DONE if kept else NO_KIND


def _heard(clause: _Clause) -> Verdict:
    """To hear people is a deed where it is decided, or where one goes out to them."""
    if not words.HEARS.search(clause.stem):
        return None
    if clause.tense == "future" and clause.decided:
        return WILL
    if clause.tense == "present":
        return DONE if words.GOES_OUT.search(clause.before + clause.core) else NO_KIND
    return None


def _chiefly(clause: _Clause) -> Verdict:
    """「重点的に取り組む」: with に stands how it is done, and the verb is the deed."""
    found = clause.found
    if not found or found["mark"] != "に" or found["verb"] in words.MAKES_IT:
        return None
    if not words.CHIEFLY.search(found["noun"]):
        return None
    return WILL if clause.tense == "future" else DONE


def _done_so(clause: _Clause) -> Verdict:
    """What lies before the council is not done yet; what is said humbly, or by the verb before 「などし」, is."""
    if clause.tense == "future":
        return None
    if before_us(clause.before[-30:] + clause.stem):
        return NO_KIND
    humble = humbly_done(clause.core, clause.before, clause.stem, clause.found)
    return DONE if humble or _does_so(clause.stem) else None


def _by_wording(clause: _Clause) -> Verdict:
    """What is in place, what will be taken in, what others were asked to do."""
    if clause.tense == "present" and words.IN_PLACE.search(clause.stem):
        return DONE
    if clause.tense == "future" and clause.decided and words.TAKES_IN.search(clause.stem):
        return WILL
    asked = clause.tense == "present" and words.ASKS_THEM.search(clause.before[-80:] + clause.stem)
    return DONE if asked else None


def _without_verb(clause: _Clause) -> Verdict:
    """Where the verb is none of a deed, only a decision to act makes it one."""
    found = clause.found
    no_act = found and _is_no_act(clause.stem, clause.tense, found)
    if not (NO_VERB.search(clause.stem) or no_act):
        return None
    return WILL if DECIDED.search(clause.core) and ACTIVE.search(clause.stem[-4:]) else NO_KIND


_RULES: tuple[Callable[[_Clause], Verdict], ...] = (
    *(_listed, _told, _tabled, _ruled_out, _chosen, _effect, _heard),
    *(_chiefly, _done_so, _by_wording, _without_verb),
)
"""In their order: what an earlier rule says, a later one does not look at."""


def _by_its_verb(clause: _Clause) -> Kind | None:
    """A deed where the town acts by a verb of administration, or by any verb with an object."""
    core, before, tense, stem = clause.core, clause.before, clause.tense, clause.stem
    listed = is_act(stem, clause.found)
    if of_citizens(before, core, listed) or of_others(before, stem):
        return None
    acts = bool(listed or may_act(stem) or (words.OBJECT_LEFT.search(before) and may_act(f"を{stem}")))
    if tense == "future":
        return WILL if _is_to_come(core, before, stem, clause.late, acts) else None
    if (
        words.GROWS.search(core)
        or words.MANNER.search(stem)
        or words.THEY_DO.search(core)
        or words.RULES.search(before + stem)
    ):
        return None
    if tense == "present":
        in_use = words.IN_USE.search(stem) and not words.BEGAN.search(before[-60:] + core)
        built = words.BUILT.search(stem) and "現在" not in before[-8:] + core
        return DONE if acts and not in_use and not built else None
    return DONE if _was_done(before, stem, clause.found, acts) else None


def _does_so(stem: str) -> bool:
    """Whether a clause tells an act by the verb before 「ようなことをし」, 「などし」 or 「という形を取っ」."""
    if not (so := words.DOES_SO.search(stem)):
        return False
    verb = stem[: so.start("so")]
    acts = ACTIVE.search(verb.removesuffix("する").removesuffix("を"))
    return bool(any_plain(verb) or verb.endswith(("めていく", "していく")) or acts)


def _is_no_act(stem: str, tense: Tense, found: re.Match[str]) -> bool:
    """Whether the noun that was found names no act (理解, 把握): one spreads it, or will further it."""
    noun, furthers = found["noun"], found["verb"].startswith(("図", "続け", "進め", "深め"))
    if tense == "future" and (furthers or noun.endswith("把握")):
        return False
    return not words.SPREADS.search(stem) and NO_ACT.search(noun) is not None


def _is_to_come(core: str, before: str, stem: str, late: bool, acts: bool) -> bool:
    """Whether a clause about the future tells what one will do, not what is expected, what things do, or what a rule defines."""
    if EXPECTED.search(core):
        planned = acts or ACTIVE.search(stem.removesuffix("す"))
        return bool(planned) and (late or bool(words.STARTS.search(core)) or not words.RULED.search(core))
    if words.GROWS.search(core) or (
        words.OF_THINGS.search(before) and re.search(r"(?<!いき)(?<!まいり)ます$", core)
    ):
        return False
    defined = None if FUTURE.search(core) else words.DEFINED.search(stem)
    if not defined:
        return True
    body = stem[: defined.start()]
    return bool((late and ACTIVE.search(body)) or words.STOPS.search(body))


def _was_done(before: str, stem: str, found: re.Match[str] | None, acts: bool) -> bool:
    """Whether a clause about the past tells an act: one of those listed, or another verb with what it was done to."""
    named = (found and not found["mark"] and len(found["noun"]) > 3) or words.OBJECT.search(stem)
    with_object = named or re.search(
        r"を|について|に(?:取り組ん|取組ん|応じ)|(?:国|都|県|道|府|省|庁)(?:など|等)?に",
        stem + before[-40:],
    )
    if acts and (with_object or not words.HAPPENED.search(stem)):
        return True
    other = found or stem.endswith(("設け", "始め", "上げ", "し", "定め", "終え", "決め"))
    return bool(other and with_object and not _counts(found))
