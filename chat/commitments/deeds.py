"""Which clauses tell a deed of the town, and whether it is promised or done.

A deed needs a verb by which administration acts, or any verb with an object that is no state (see `chat.commitments.states`). What is
said in the meeting itself, what others do and what happens of itself is none.
"""

from __future__ import annotations

import re

from chat.commitments import deed_words as words
from chat.commitments.actors import of_citizens, of_others
from chat.commitments.acts import ACT, ACTIVE, happens, is_act
from chat.commitments.humble import before_us, humbly_done
from chat.commitments.kinds import DONE, WILL, Kind
from chat.commitments.state_words import NO_ACT, NO_DEED, NO_VERB
from chat.commitments.states import any_plain, is_effect, may_act
from chat.commitments.telling import said, told_elsewhere, told_here
from chat.commitments.tense import DECIDED, EXPECTED, FUTURE, Tense, stem_of


def _counts(found: re.Match[str] | None) -> bool:
    """Whether one only counts or writes (ベースに計算した)."""
    return bool(found and re.search(r"(?:計算|算定|積算|推計|推測|規定|予測|推定|比較)$", found["noun"]))


def deed(core: str, before: str, tense: Tense, late: bool) -> Kind | None:
    """Whether the clause tells a deed: promised (実施する), done or going on (実施済); None where it tells none.

    Args:
        core: the bare clause.
        before: the rest of the sentence before it.
        tense: that of the clause.
        late: whether the sentence names a time to come.
    """
    stem = stem_of(core)
    if listing := words.AND_SO_ON.search(stem):
        inner = stem[: listing.start()]
        done = is_act(inner, ACT.search(inner)) or may_act(inner)
        return None if not done or said(inner) else WILL if tense == "future" else DONE
    if told_here(core, before, stem, tense):
        return None
    if tense == "present" and told_elsewhere(core, before, stem):
        return DONE
    if late and tense == "future" and words.TABLES.search(stem):
        return WILL
    if words.PROCEEDING.search(stem[-16:]) or NO_DEED.search(stem) or happens(core, stem):
        return None
    if tense == "present" and words.PAYS.search(stem[-30:]):
        return None
    if words.AMOUNT.search(stem) or words.COURTESY.search(stem[-9:]):
        return None
    if words.FROM_HERE.search(stem):
        return None
    if tense == "past" and words.CHOSEN.search(stem):
        return DONE
    found = ACT.search(stem)
    if is_effect(stem):
        keeps_up = stem.endswith("維持し") and re.search("して(?:き(?:た|ました)|まいりました)$", core)
        return WILL if tense == "future" and not words.HOPES.search(core) else DONE if keeps_up else None
    if tense == "future" and (FUTURE.search(core) or DECIDED.search(core)) and words.HEARS.search(stem):
        return WILL
    if tense == "present" and words.HEARS.search(stem):
        return DONE if words.GOES_OUT.search(before + core) else None
    if (
        found
        and found["mark"] == "に"
        and words.CHIEFLY.search(found["noun"])
        and found["verb"] not in words.MAKES_IT
    ):
        return WILL if tense == "future" else DONE
    if tense != "future" and before_us(before[-30:] + stem):
        return None
    if tense != "future" and humbly_done(core, before, stem, found):
        return DONE
    if tense != "future" and _does_so(stem):
        return DONE
    if tense == "present" and words.IN_PLACE.search(stem):
        return DONE
    if tense == "future" and words.TAKES_IN.search(stem) and (FUTURE.search(core) or DECIDED.search(core)):
        return WILL
    if tense == "present" and words.ASKS_THEM.search(before[-80:] + stem):
        return DONE
    if NO_VERB.search(stem) or (found and _is_no_act(core, stem, tense, found)):
        return WILL if DECIDED.search(core) and ACTIVE.search(stem[-4:]) else None
    listed = is_act(stem, found)
    if of_citizens(before, core, listed) or of_others(before, stem):
        return None
    acts = listed or may_act(stem) or (words.OBJECT_LEFT.search(before) and may_act(f"を{stem}"))
    if tense == "future":
        return WILL if _is_to_come(core, before, stem, late, bool(acts)) else None
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
    return DONE if _was_done(before, stem, found, bool(acts)) else None


def _does_so(stem: str) -> bool:
    """Whether a clause tells an act by the verb before 「ようなことをし」, 「などし」 or 「という形を取っ」."""
    if not (so := words.DOES_SO.search(stem)):
        return False
    verb = stem[: so.start("so")]
    acts = ACTIVE.search(verb.removesuffix("する").removesuffix("を"))
    return bool(any_plain(verb) or verb.endswith(("めていく", "していく")) or acts)


def _is_no_act(core: str, stem: str, tense: Tense, found: re.Match[str]) -> bool:
    """Whether the noun that was found names no act (理解, 把握): one learns on purpose, spreads it, or will further it."""
    noun, furthers = found["noun"], found["verb"].startswith(("図", "続け", "進め", "深め"))
    if tense == "future" and (furthers or noun.endswith("把握")):
        return False
    if noun.endswith("把握") and (re.search("てき(?:た|ました)$", core) or words.ASKED_ABOUT.search(core)):
        return False
    return not words.SPREADS.search(stem) and NO_ACT.search(noun) is not None


def _is_to_come(core: str, before: str, stem: str, late: bool, acts: bool) -> bool:
    """Whether a clause about the future tells what one will do, not what is expected, what things do, or what a rule defines."""
    if EXPECTED.search(core):
        planned = (acts or ACTIVE.search(stem.removesuffix("す"))) and not words.EXPECTS.search(stem)
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
