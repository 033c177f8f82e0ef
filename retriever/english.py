"""The words and phrases of an English question, in the forms in which a dictionary lists them.

Small rules, no word list of the language: plurals, -ed, -ing, the British and the American spelling, and the nouns that belong
to a verb (abolish → abolition), because records say 廃止 where a question says "abolish". A form that does not exist is harmless:
the dictionary does not have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

LONGEST = 5
"""Words of the longest phrase that is looked up; longer glosses are explanations."""

INFLECTED = 0.95
"""What a form found by cutting off an ending counts for, beside one found as it stands."""

RELATED = 0.8
"""What a noun made of a verb, or a verb found for a noun, counts for."""

FUNCTION = frozenset(
    """a an the this that these those some any no not all both each every either neither such same other another else own
    i me my we us our you your he him his she her it its they them their there here who whom whose which what when where why how
    and or but nor so if then than as because while whether though although until unless since
    of in on at by for from to with without into onto upon about against between among through during before after above below
    under over near per via out off up down around across along within
    am is are was were be been being do does did done doing have has had having can could may might must shall should will would
    get gets got getting go goes went gone make makes made making take takes took taken taking give gives gave given let put
    become becomes became come comes came very too also only just even still yet again once already ever never now soon
    more most less least much many few several one ones thing things way ways kind kinds sort sorts type types
    please really actually currently recently specifically exactly approximately roughly""".split()
)
"""Words that carry grammar, not subject; a phrase neither begins nor ends with one."""

ASKING = frozenset(
    """say says said saying tell tells told state stated states mention mentioned mentions explain explained explains explanation
    answer answered answers answering reply replied replies respond responded response responses describe described ask asked asks
    asking question questions questioned questioner discuss discussed talk talked speak spoke speaker speakers comment commented
    comments remark remarks according official officials council councils councillor councillors councilor councilors committee
    committees member members assembly minutes meeting meetings record records city cities town towns village municipality
    municipal municipalities mayor government administration idea ideas intend intends intended intention think thinks thought
    believe view views opinion opinions want wanted wants regarding concerning concerned related relate relevant term terms mean
    means meant called name names named number numbers exist exists existed people person persons amount total times list lists know known happen happened happens use used uses
    using long often far example examples case cases fact facts reason reasons aim aims aiming aimed rely relies relied
    status situation situations current present""".split()
)
"""Words by which one asks the minutes; alone they are not looked up, inside a longer phrase they are (council housing)."""

_STATE = frozenset("state states status situation situations".split())
"""How things stand: 状況, by which one asks in Japanese too."""

_LETTERS = "A-Za-zāīūēōĀĪŪĒŌ"
_WORD = re.compile(rf"[{_LETTERS}][{_LETTERS}0-9]*(?:[-'’][{_LETTERS}0-9]+)*")
_VOWEL = "aeiouy"
_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("programme", "program"),
    ("logue", "log"),
)
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

_IRREGULAR = dict(
    pair.split(":")
    for pair in """built:build sold:sell held:hold spent:spend paid:pay bought:buy sent:send kept:keep left:leave lost:lose met:meet
    chosen:choose chose:choose begun:begin began:begin broken:break broke:break fallen:fall fell:fall grown:grow grew:grow
    risen:rise rose:rise drawn:draw drew:draw written:write wrote:write laid:lay led:lead brought:bring
    caught:catch dealt:deal fed:feed fought:fight found:find lent:lend ran:run sought:seek shown:show taught:teach torn:tear
    withdrawn:withdraw withdrew:withdraw undertaken:undertake overcome:overcome children:child women:woman men:man""".split()
)
"""Irregular pasts and plurals that occur where one speaks of policy."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the question: `text` as written without possessive, `key` in lower case, its place `[start, end)`."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """Lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` to `last` (exclusive) of the question; `key` as they stand, lower case; `glosses`: how a dictionary may
    write it → how much a find under that counts (0–1)."""

    first: int
    last: int
    key: str
    glosses: Mapping[str, float]


def english_tokens(text: str) -> list[Token]:
    """The Latin words of `text`; hyphenated words in their pieces, possessives cut off."""
    found = []
    for match in _WORD.finditer(text):
        for piece in re.finditer(rf"[{_LETTERS}][{_LETTERS}0-9]*|[0-9]+", re.sub(r"['’]s?$", "", match[0])):
            found.append(Token(piece[0], match.start() + piece.start(), match.start() + piece.end()))
    return found


def phrases(tokens: Sequence[Token], text: str) -> Iterator[Phrase]:
    """All phrases worth a look-up: runs of up to `LONGEST` words not divided by punctuation, single words without `ASKING`."""
    for first, token in enumerate(tokens):
        if token.key in FUNCTION and (first == 0 or token.text[0].islower()):
            continue  # but "the My Number card"
        for last in range(first + 1, min(first + LONGEST, len(tokens)) + 1):
            if last - first > 1 and not _adjoins(text[tokens[last - 2].end : tokens[last - 1].start]):
                break
            if tokens[last - 1].key in FUNCTION or (last - first == 1 and not _tells(token)):
                continue
            if tokens[last - 1].key in _STATE and all(each.key in ASKING for each in tokens[first:last]):
                continue  # "the current situation" is how things stand (現状), of whatever they are
            run = [each.text for each in tokens[first:last]]
            yield Phrase(first, last, " ".join(run).lower(), _glosses(run))


def _tells(token: Token) -> bool:
    """Whether a single word is worth a look-up: two small letters are romaji or an ending (the level of `bu`)."""
    return (
        token.key not in ASKING
        and token.key not in FUNCTION
        and (len(token.text) > 2 or token.text.isupper())
    )


def _adjoins(between: str) -> bool:
    return re.fullmatch(r"(?:['’]s?)?[\s\-]+", between) is not None


def _glosses(run: Sequence[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    ends = lemmas(run[-1].lower())
    if len(run) > 1:
        starts = {**dict.fromkeys(spellings(run[0].lower()), 1.0), **verbs(run[0].lower())}
        middle = " ".join(word.lower() for word in run[1:-1])
        for (start, left), (end, right) in product(starts.items(), ends.items()):
            whole = " ".join(part for part in (start, middle, end) if part)
            for form in (whole, whole.capitalize(), whole.title(), whole.replace(" ", "-")):
                found[form] = max(found.get(form, 0.0), left * right)
            found.setdefault(f"to {whole}", left * right * RELATED)
            if len(run) == 2:
                found.setdefault(start + end, left * right * INFLECTED)  # smart phone
    elif not (run[0].isupper() and len(run[0]) < 5):  # an abbreviation is itself or nothing
        for end, weight in ends.items():
            related = [] if end.endswith("s") else [*nouns_of(end), f"{end}ing"]
            for form, share in {**dict.fromkeys(related, RELATED), f"to {end}": 1.0, end: 1.0}.items():
                found[form] = max(found.get(form, 0.0), weight * share)
            found.setdefault(end.capitalize(), weight)
    written = " ".join(run)
    return {written: 1.0, **found}


def lemmas(word: str) -> dict[str, float]:
    """The forms of a lower-case word that a dictionary may list, with what a find under each counts.

    >>> sorted(lemmas("cities"))
    ['cities', 'city']
    """
    found = {word: 1.0}
    for single in (*_singulars(word), *verbs(word), *filter(None, [_IRREGULAR.get(word)])):
        found.setdefault(single, INFLECTED)
    return {form: share for base, share in found.items() for form in spellings(base)}


def _singulars(word: str) -> Iterator[str]:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    elif word.endswith(("ses", "xes", "zes", "ches", "shes")):
        yield word[:-2]
        yield word[:-1]
    elif word.endswith("ves"):
        yield word[:-1]
        yield word[:-3] + "f"
    else:
        yield word[:-1]


def verbs(word: str) -> dict[str, float]:
    """The plain forms of a verb in -ed or -ing; empty for other words."""
    for ending in ("ied", "ed", "ing"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 2 and any(char in _VOWEL for char in stem):
            if ending == "ied":
                return {stem + "y": INFLECTED}
            plain = {stem: INFLECTED, stem + "e": INFLECTED}
            if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls":
                plain = {stem[:-1]: INFLECTED}
            return plain
    return {}


def nouns_of(verb: str) -> list[str]:
    """Nouns that may belong to `verb`, right and wrong ones: abolish → abolition, abolishment."""
    found = []
    for ending, nouns in _NOUNS:
        if verb.endswith(ending) and (verb == ending or len(verb) - len(ending) >= 2):
            found += [verb[: len(verb) - len(ending)] + noun for noun in nouns]
    return found


def spellings(word: str) -> list[str]:
    """`word` in its British and its American spelling, the given one first."""
    found = [word]
    for british, american in _SPELLINGS:
        if len(word) < 5:
            continue
        if word.endswith(british):
            found.append(word[: -len(british)] + american)
        elif word.endswith(american) and len(word) > len(american) + 2:
            found.append(word[: -len(american)] + british)
    return found
