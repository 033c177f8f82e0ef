"""The words and phrases of an English question, in the forms in which a dictionary lists them.

`retriever.english_words` lists the words that name no subject, `retriever.english_forms` knows the endings: plurals, -ed, -ing, the
British and the American spelling, and the nouns that belong to a verb (abolish → abolition), because records say 廃止 where a
question says "abolish".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from retriever.english_forms import INFLECTED, RELATED, lemmas, nouns_of
from retriever.english_words import ASKING, FUNCTION, PARTICLES

LONGEST = 5
"""Words of the longest phrase that is looked up; longer glosses are explanations."""

_LETTERS = "A-Za-zāīūēōĀĪŪĒŌ"
_WORD = re.compile(rf"[{_LETTERS}][{_LETTERS}0-9]*(?:[-'’][{_LETTERS}0-9]+)*")
_SHORTENED = re.compile(r"\b[A-Za-z]+n['’]t\b|(?<=[A-Za-z])['’](?:ll|re|ve|d|m)\b", re.IGNORECASE)


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


def without_shortened(text: str) -> str:
    """`text` with blanks for shortened grammar (isn't, won't, they'll), so that places stay where they are: cut at the apostrophe,
    "won't" would be a victory."""
    return _SHORTENED.sub(lambda match: " " * len(match[0]), text)


def english_tokens(text: str) -> list[Token]:
    """The Latin words of `text`; hyphenated words in their pieces, possessives cut off."""
    found = []
    for match in _WORD.finditer(without_shortened(text)):
        for piece in re.finditer(rf"[{_LETTERS}][{_LETTERS}0-9]*|[0-9]+", re.sub(r"['’]s?$", "", match[0])):
            word = re.sub(r"(?<=[A-Z]{2})s$", "", piece[0])  # LEDs
            found.append(
                Token(word, match.start() + piece.start(), match.start() + piece.start() + len(word))
            )
    return found


def phrases(tokens: Sequence[Token], text: str, listed: Collection[str] = ()) -> Iterator[Phrase]:
    """All phrases worth a look-up: runs of up to `LONGEST` words not divided by punctuation, single words without `ASKING`.

    A verb with its particle is one (carry out); any other run that begins or ends with a word of grammar, or holds
    nothing but `ASKING`, only if it is `listed`.
    """
    for first, token in enumerate(tokens):
        opens = token.key in FUNCTION and (first == 0 or token.text[0].islower())  # but "the My Number card"
        for last in range(first + 1, min(first + LONGEST, len(tokens)) + 1):
            end = tokens[last - 1]
            if last - first > 1 and not _adjoins(text[tokens[last - 2].end : end.start]):
                break
            if last - first == 1 and (opens or not _tells(token)):
                continue
            run = [each.text for each in tokens[first:last]]
            parted = last - first == 2 and end.key in PARTICLES and not (opens or token.key in PARTICLES)
            glosses = _glosses(run, parted)
            if (small := token.text.lower()) in listed and last - first == 1 and token.text.isupper():
                glosses[small] = (
                    1.0  # CCTV; of other abbreviations the small letters are another word (IT, WHO)
                )
            if "'" in (written := text[token.start : end.end].replace("’", "'").lower()):
                glosses[written] = 1.0  # children's hospital
            # "The current situation" and "officials use" name nothing either.
            grammar = opens or end.key in FUNCTION or all(each.key in ASKING for each in tokens[first:last])
            if not grammar or parted or any(form in listed for form in glosses):
                yield Phrase(first, last, " ".join(run).lower(), glosses)


def _tells(token: Token) -> bool:
    """Whether a single word is worth a look-up: two small letters are romaji or an ending (the level of `bu`)."""
    return (
        token.key not in ASKING
        and token.key not in FUNCTION
        and (len(token.text) > 2 or token.text.isupper())
    )


def _adjoins(between: str) -> bool:
    return re.fullmatch(r"(?:['’]s?)?[\s\-]+", between) is not None


def _glosses(run: Sequence[str], parted: bool = False) -> dict[str, float]:
    """How a dictionary may write a run of words; `parted`: a verb and its particle."""
    found: dict[str, float] = {}
    ends = lemmas(run[-1].lower())
    if len(run) > 1:
        starts = lemmas(run[0].lower())
        middle = " ".join(word.lower() for word in run[1:-1])
        for (start, left), (end, right) in product(starts.items(), ends.items()):
            whole = " ".join(part for part in (start, middle, end) if part)
            for form in (whole, whole.capitalize(), whole.title(), whole.replace(" ", "-")):
                found[form] = max(found.get(form, 0.0), left * right)
            found.setdefault(f"to {whole}", left * right * (1.0 if parted else RELATED))
            if len(run) == 2:
                found.setdefault(start + end, left * right * INFLECTED)  # smart phone
    elif not (run[0].isupper() and len(run[0]) < 5):  # an abbreviation is itself or nothing
        for end, weight in ends.items():
            related = [] if end.endswith("s") else [*nouns_of(end), f"{end}ing"]
            # books are no booking, but who inspects makes an inspection
            if run[0].endswith("s") and run[0].lower() != end:
                related = [noun for noun in related if not noun.endswith("ing")]
            for form, share in {**dict.fromkeys(related, RELATED), f"to {end}": 1.0, end: 1.0}.items():
                found[form] = max(found.get(form, 0.0), weight * share)
            found.setdefault(end.capitalize(), weight)
    written = " ".join(run)
    return {written: 1.0, **found}
