"""Matters that a reply names amid what it says: また、使用料につきましては、… may answer a question of its own, or belong to the matter before.

So a reply is cut at each of them, amid a paragraph too; what the pieces of a question are most like says which belong together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import any_of
from corpus.types import Turn
from ingest.pairing.pieces import Unit
from ingest.pairing.segments import Segment, number_of
from ingest.phrases.fluent import fluent
from ingest.phrases.openers import LEAD, POINTS_BACK
from ingest.phrases.terms import terms
from ingest.text.lines import sentences

_NAMES = re.compile(
    # 「また、」「それと、あと」
    rf"^(?:{any_of(*'また なお さらに それから それと あと 一方 併せて あわせて そして'.split())}、?){{0,2}}(?:もう[一１1]つ、?)?"
    rf"(?!{POINTS_BACK})[^。、]{{2,40}}?"
    + any_of(
        # 「使用料につきましては」「使用料についても」
        r"(?:につきまして|について|に関しまして|に関して)[はも]",
        # 「使用料についてのお尋ね」「使用料の関係でございますが」
        r"(?:について|に関して)の(?:御|ご)?(?:質問|お尋ね)",
        r"の関係で",
        # 「いつ塗り替えるのかということでございますが」「何に使うのか、その点ですけれども」
        r"(?<=か)(?:という(?:こと|点|ところ|の))?(?:、(?:その|この)点)?(?:に)?(?:です|でござい|であり)(?:ます)?(?:が|けれども)",
        # 「使用料についてですが」
        r"(?:について|に関して)(?:です|でござい|であり)",
        # 「待機児童対策ですが」「市の対応としましては」
        r"(?:(?<![のん])で(?:すが|ございますが|ありますが)|とし(?:まし)?ては)、",
    )
)


_NEXT_IN_TALK = re.compile(r"^(?:それから|それと)")
"""それから、使用料の関係でございますけれども、…: in talk, the next matter rather than one amid."""


def cut_amid(replies: Sequence[Segment], pieces: Sequence[Segment], answers: Sequence[Turn]) -> list[Segment]:
    """The replies, cut before each matter that they name amid; those under numbers of the question stay as the numbers say."""
    numbered = all(sum(number_of(one) is not None for one in side) > 1 for side in (replies, pieces))
    out: list[Segment] = []
    for reply in replies:
        if numbered and number_of(reply) is not None:
            out.append(reply)
            continue
        first, *rest = [piece for unit in reply.units for piece in _cut(unit, answers[unit.turn].text)]
        runs = [[first]]
        for unit in rest:
            led = len(runs[-1]) == 1 and LEAD.match(runs[-1][0].text)
            found = None if led else _NAMES.match(unit.text)
            if found and _another(found[0], "".join(own.text for own in runs[-1])):
                runs.append([])
            runs[-1].append(unit)
        if out and reply.soft and _goes_on(first, out[-1]):
            out[-1] = Segment((*out[-1].units, *runs[0]), out[-1].marked, out[-1].hint, out[-1].soft)
        else:
            out.append(Segment(tuple(runs[0]), reply.marked, reply.hint, reply.soft))
        out += [Segment(tuple(run), True, soft=_NEXT_IN_TALK.match(run[0].text) is None) for run in runs[1:]]
    return out


def _goes_on(unit: Unit, before: Segment) -> bool:
    """Whether a paragraph names the matter of the reply before it again (カードについてですが、… カードは、…)."""
    found = _NAMES.match(unit.text)
    same = unit.turn == before.units[-1].turn
    return same and found is not None and not _another(found[0], before.text)


def _another(name: str, before: str) -> bool:
    """Whether what stands before a matter's name does not speak of it already; a number (２の（２）でありますが) is a matter by itself."""
    words = terms(name)
    return not words or not words <= terms(before)


def _cut(unit: Unit, text: str) -> list[Unit]:
    """A paragraph, cut before each sentence after its first that names a matter."""
    said = [(unit.start + a, unit.start + b) for a, b in sentences(text[unit.start : unit.end])]
    starts = [unit.start]
    for a, b in said[1:]:
        found = _NAMES.match(fluent(text[a:b]))
        if found and _another(found[0], fluent(text[starts[-1] : a])):
            starts.append(a)
    spans = zip(starts, [*starts[1:], unit.end], strict=True)
    return [Unit(unit.turn, a, b, fluent(text[a:b])) for a, b in spans] if len(starts) > 1 else [unit]
