"""How well the verifier of generated sentences tells true from false: false drops and false keeps by kind of corruption.

1. `true`: sentences of replies in other words (`evals.renderings`), as a faithful model writes them;
2. one line for each kind of falsehood: copies of them with one thing changed (`evals.corruptions`);
3. `summary`: people's own summaries of whole replies, free paraphrase, and `false summary`: copies of those changed likewise.

Run: `kaigiroku eval verification [--data FOLDER] [--half develop|held]`; without the data only the project's own set. Rules are
developed on one half of each set (chosen by a hash of its text) and reported on the other.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chat.verification import Evidence, Verifier
from corpus.sentences import sentences
from evals.corruptions import CORRUPTIONS, GOALS, Material
from evals.renderings import renderings

TRUE = ("true", "summary")

SHORTEST, LONGEST = 25, 200
"""Characters of a sentence that says something of its own, and of one that is no list."""

MOST = 600
"""Sentences of each kind that are judged in a set: more would narrow the interval below ±0.01 only slowly."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the words it rests on; `kind` is `true`, `summary`, or the corruption."""

    kind: str
    sentence: str
    quotes: tuple[str, ...]
    evidence: Evidence


def usable(reply: str) -> list[str]:
    """Sentences of a reply that say something: no greeting, no heading, no question."""
    found = [reply[a:b] for a, b in sentences(reply)]
    empty = ("ついてでございます。", "ございました。", "か。")
    return [s for s in found if SHORTEST <= len(s) <= LONGEST and s.endswith("。") and not s.endswith(empty)]


def cases(evidences: Sequence[Evidence], per_turn: int = 3) -> Iterator[Case]:
    """True sentences of every turn and their corrupted copies; what is quoted is the sentence, or (each third) the whole turn."""
    rng = random.Random(7)
    pool = [s for evidence in evidences[:200] for s in usable(evidence.text)]
    for evidence in evidences:
        fit = usable(evidence.text)
        material = Material(
            evidence.text, tuple(rng.sample(pool, min(6, len(pool)))), evidence.speaker.office
        )
        material = replace(material, elsewhere=tuple(s for s in material.elsewhere if s not in evidence.text))
        for quote in rng.sample(fit, min(per_turn, len(fit))):
            quotes = (evidence.text,) if rng.random() < 1 / 3 else (quote,)
            for true in renderings(quote, rng, evidence.speaker.office):
                yield Case("true", true, quotes, evidence)
            yield from corrupted(next(renderings(quote, rng)), quotes, evidence, material, rng)
            half = len(quote) // 2
            yield Case("quote", quote, (quote[:half] + "全面的に" + quote[half:],), evidence)


def corrupted(
    true: str, quotes: tuple[str, ...], evidence: Evidence, material: Material, rng: random.Random
) -> Iterator[Case]:
    """One false copy of each kind that the sentence allows."""
    for kind, change in CORRUPTIONS.items():
        if (false := change(true, rng, material)) and false != true:
            yield Case(kind, false, quotes, evidence)


def asserted(evidences: Iterable[Evidence]) -> Iterator[Case]:
    """What a member asserted, given as the town's own."""
    for evidence in evidences:
        for sentence in usable(evidence.text)[:2]:
            text = next(renderings(sentence, random.Random(0)))
            yield Case("speaker", text, (sentence,), evidence)
            yield Case("speaker", f"市は、{text.rstrip('。')}と答弁した。", (sentence,), evidence)
            yield Case("true", f"議員は、{text.rstrip('。')}と述べた。", (sentence,), evidence)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Per kind (kept, all), and the wrong decisions with why."""

    counts: dict[str, tuple[int, int]]
    wrong: tuple[tuple[Case, str], ...]

    def share_kept(self, kind: str) -> float:
        """0 where there is no case of the kind."""
        kept, total = self.counts.get(kind, (0, 0))
        return kept / total if total else 0.0


def measure(found: Iterable[Case], verifier: Verifier) -> Outcome:
    """The verifier's decisions on the first `MOST` cases of every kind."""
    counts: dict[str, list[int]] = {}
    wrong: list[tuple[Case, str]] = []
    for case in found:
        if counts.get(case.kind, (0, 0))[1] >= MOST:
            continue
        faults = verifier.faults(case.sentence, case.quotes, case.evidence)
        row = counts.setdefault(case.kind, [0, 0])
        row[0] += not faults
        row[1] += 1
        if (case.kind in TRUE) == bool(faults):
            wrong.append((case, "; ".join(f"{f.kind}: {f.detail}" for f in faults)))
    return Outcome({kind: (row[0], row[1]) for kind, row in counts.items()}, tuple(wrong))


def table(name: str, outcome: Outcome) -> list[str]:
    """Lines of a Markdown table: false drops of true sentences, false keeps of corrupted ones."""
    out = [f"## {name}", "", "| kind | sentences | false drops | false keeps |", "|---|---|---|---|"]
    order = [*TRUE, *GOALS]
    ranked = sorted(outcome.counts, key=lambda kind: (order.index(kind) if kind in order else 99, kind))
    for kind in ranked:
        share, total = outcome.share_kept(kind), outcome.counts[kind][1]
        drop, keep = (f"{1 - share:.3f}", "") if kind in TRUE else ("", f"{share:.3f}")
        out.append(f"| {kind} | {total} | {drop} | {keep} |")
    return [*out, ""]
