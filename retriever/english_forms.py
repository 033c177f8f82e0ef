"""Forms of an English word: its endings cut off, its other spelling, the nouns that belong to it.

Small rules, no word list of the language. A form that does not exist is harmless: the dictionary does not have it.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.wordlists import pairs

INFLECTED = 0.95
"""What a form found by cutting off an ending counts for, beside one found as it stands."""

RELATED = 0.8
"""What a noun made of a verb, or a verb found for a noun, counts for."""

_VOWEL = "aeiouy"
_SPELLINGS = pairs(
    "isation=ization ising=izing ise=ize yse=yze our=or ourhood=orhood ourable=orable tre=ter bre=ber ence=ense "
    "programme=program logue=log ller=ler llor=lor lment=llment geing=ging gement=gment cheque=check"
)
"""British endings and the American ones."""
_NOUNS = (
    ("build", ("construction",)),
    ("sell", ("sale",)),
    ("ish", ("ition", "ishment")),
    ("lish", ("lication",)),
    ("ify", ("ification",)),
    ("ly", ("lication", "liance")),
    ("y", ("ication", "iance", "ial")),
    ("ate", ("ation",)),
    ("ize", ("ization",)),
    ("ise", ("isation",)),
    ("de", ("sion",)),
    ("duce", ("duction",)),
    ("ceive", ("ception",)),
    ("scribe", ("scription",)),
    ("d", ("sion",)),
    ("mit", ("mission",)),
    ("t", ("tion",)),
    ("ire", ("irement", "iration")),
    ("e", ("ation", "al", "ement", "ing", "ion")),
    ("", ("ment", "al", "ation", "ion", "ing", "ance")),
)
"""Ending of a verb → endings of its nouns."""

_IRREGULAR = pairs(
    """made=make took=take taken=take gave=give given=give went=go gone=go got=get came=come built=build
    rebuilt=rebuild sold=sell held=hold spent=spend overspent=overspend paid=pay bought=buy sent=send kept=keep left=leave
    lost=lose met=meet chosen=choose chose=choose begun=begin began=begin broken=break broke=break fallen=fall fell=fall
    grown=grow grew=grow risen=rise rose=rise arose=arise arisen=arise drawn=draw drew=draw written=write wrote=write laid=lay
    led=lead brought=bring caught=catch dealt=deal fed=feed fought=fight found=find lent=lend ran=run sought=seek shown=show
    taught=teach torn=tear withdrawn=withdraw withdrew=withdraw undertaken=undertake undertook=undertake underwent=undergo
    overcame=overcome overseen=oversee foreseen=foresee upheld=uphold driven=drive drove=drive stolen=steal stole=steal
    struck=strike swept=sweep thrown=throw threw=throw frozen=freeze froze=freeze hidden=hide shot=shoot stood=stand stuck=stick
    won=win worn=wear wore=wear bitten=bite dug=dig eaten=eat ate=eat forgotten=forget flown=fly slept=sleep sank=sink sunk=sink
    swum=swim lit=light bound=bind slid=slide
    cheaper=cheap stricter=strict larger=large smaller=small higher=high lower=low longer=long shorter=short faster=fast
    slower=slow older=old newer=new safer=safe stronger=strong weaker=weak wider=wide heavier=heavy easier=easy busier=busy
    children=child women=woman men=man feet=foot teeth=tooth mice=mouse criteria=criterion"""
)
"""Irregular pasts and plurals that occur where one speaks of policy, and comparatives: by rule a number would be numb."""


def lemmas(word: str) -> dict[str, float]:
    """The forms of a lower-case word that a dictionary may list, with what a find under each counts.

    >>> sorted(lemmas("cities"))
    ['cities', 'city']
    """
    found = {word: 1.0}
    single_men = [word[:-2] + "an"] if word.endswith("men") and len(word) > 5 else []  # policemen
    # directly, electronically
    how = [word[:-2], word[:-4]] if word.endswith("ly") and len(word) > 6 else []
    for single in (*_singulars(word), *verbs(word), *single_men, *how, *filter(None, [_IRREGULAR.get(word)])):
        found.setdefault(single, INFLECTED)
    return {form: share for base, share in found.items() for form in spellings(base)}


_NO_NOUN = frozenset("sa wa".split())
"""Beginnings of verbs in -ves that are no plural: who saves is not safe, who waves no waif."""


def _singulars(word: str) -> Iterator[str]:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield word[:-2]
        yield word[:-1]
        if word.endswith("ses"):
            yield word[:-2] + "is"  # crises
    elif word.endswith("ves"):
        yield word[:-1]
        if word[:-3] not in _NO_NOUN:
            yield from (word[:-3] + "f", word[:-3] + "fe")
    else:
        yield word[:-1]


def verbs(word: str) -> dict[str, float]:
    """The plain forms of a verb in -ed or -ing; empty for other words."""
    for ending in ("ied", "ed", "ing"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 2 and any(char in _VOWEL for char in stem):
            if stem.endswith("e") and len(stem) < 3:
                return {}  # seed is not of see
            if ending == "ied":
                return {stem + "y": INFLECTED}
            plain = {stem: INFLECTED, stem + "e": INFLECTED}
            if len(stem) > 3 and stem[-1] == stem[-2]:
                short = {stem[:-1]: INFLECTED}
                plain = {**plain, **short} if stem[-1] in "ls" else short  # called and controlled, stopped
            if ending == "ing" and stem.endswith("y") and len(stem) == 2:
                plain[stem[:-1] + "ie"] = INFLECTED  # dying
            return plain
    return {}


def nouns_of(verb: str) -> list[str]:
    """Nouns that may belong to `verb`, right and wrong ones: abolish → abolition, abolishment."""
    found = []
    for ending, nouns in _NOUNS:
        # What only takes an ending has more than three letters: leg is not legal.
        if verb.endswith(ending) and (verb == ending or len(verb) - len(ending) >= (2 if ending else 4)):
            found += [verb[: len(verb) - len(ending)] + noun for noun in nouns]
    return found


def spellings(word: str) -> list[str]:
    """`word` in its British and its American spelling, the given one first."""
    found = [word]
    for british, american in _SPELLINGS.items():
        if len(word) < 5:
            continue
        if word.endswith(british):
            found.append(word[: -len(british)] + american)
        elif word.endswith(american) and len(word) > len(american) + 2:
            found.append(word[: -len(american)] + british)
    if "ae" in word:
        found.append(word.replace("ae", "e"))  # paediatric
    return found
