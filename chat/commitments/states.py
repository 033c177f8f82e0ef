"""What is said with a verb and is no act of administration: states, results, perceptions, what a paper says.

A verb with an object is taken for an act unless it stands here: administration acts by more verbs than a list can hold, but what
it merely is, sees or has is said with few (`chat.commitments.state_words`). Whose act it is says `chat.commitments.actors`.
"""

from __future__ import annotations

import re

from chat.commitments.state_words import EFFECT, NO_ACT, NO_DEED, NO_VERB, STATE_NOUN, STATE_VERB

WISH = re.compile(r"を[^、,をるたがは]{0,20}[いきぎしちにびみりえけげせてねべめれ](?P<ending>たい|ます)$")
"""A wish or a polite plan with any verb that has an object: 「窓口を減らします」, 「工事を終えたい」."""

_OBJECT = re.compile(r"(?:を|について(?:は|も))[^、,をるたがは]{0,20}$")


def is_effect(stem: str) -> bool:
    """Whether the stem tells what comes of acts (改善につなげ, 機運を高め)."""
    return bool(EFFECT.search(stem))


_DONE_TO = re.compile(r"(?:を|も)?(?:し|いたし|致し|行っ|行い|行|させ)$")


def may_act(stem: str) -> bool:
    """Whether the verb has an object and is none of those known as states: an act, though no list has it.

    Args:
        stem: the clause without its ending.
    """
    stem = stem.removesuffix("続け")
    if NO_VERB.search(stem) or not _OBJECT.search(stem):
        return False
    return not is_state(stem)


def is_state(stem: str) -> bool:
    """Whether the verb with an object is a state, speech, or what a paper holds."""
    noun = _DONE_TO.sub("", stem)
    return bool(
        NO_ACT.search(noun) or STATE_NOUN.search(noun) or STATE_VERB.search(stem) or NO_DEED.search(stem)
    )


def may_wish(core: str) -> bool:
    """Whether the bare clause wishes or plans with a verb that has an object and is no state; effects can only be hoped for."""
    wish = WISH.search(core)
    stem = core[: wish.start("ending")] if wish else ""
    hopes = wish and wish["ending"] == "たい" and is_effect(stem)
    return bool(wish) and not (hopes or NO_VERB.search(stem) or is_state(stem))


_PLAIN = re.compile(r"を[^、,をるたがは]{0,16}[うくぐすつぶむる]$")
_INFINITIVE = dict(zip("うくぐすつぶむる", "いきぎしちびみり", strict=True))


def any_plain(core: str) -> bool:
    """Whether the bare clause ends in the plain form of a verb that has an object and is no state: 「部品の値段を調べる」."""
    if not _PLAIN.search(core):
        return False
    stems = [core[:-2] + "し"] if core.endswith("する") else [core[:-1] + _INFINITIVE[core[-1]], core[:-1]]
    return not any(NO_VERB.search(stem) or EFFECT.search(stem) or is_state(stem) for stem in stems)
