"""What the verifier is measured on: replies with people's summaries (PoliInfo), replies of another council, our own set."""

from __future__ import annotations

import json
import lzma
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from chat.verification import Evidence, Verifier
from chat.verification.dated import dates_in
from corpus.sentences import sentences
from corpus.types import Meeting, Municipality, Speaker
from evals.corruptions import Material
from evals.verification import Case, asserted, cases, corrupted, measure, table
from evals.verification_councils import COMMITTEES, DIET, OTHERS, council_replies
from evals.verification_halves import Half, half_of

OWN = Path(__file__).with_name("verification_own.jsonl")
"""Replies in our own words, with true and false sentences about them written by hand."""

CUT = 590
"""Replies of the pairs are cut at 600 characters: a summary of a longer one may rest on what is not there."""

QUOTES = 3
"""Sentences of a reply that a summary may rest on."""

TOKYO = Meeting(Municipality("130001", "東京都", "東京都"), "東京都議会")
SHINAGAWA = Meeting(Municipality("131091", "品川区", "東京都"), "品川区議会")


def named_sets(data: Path, half: Half, verifier: Verifier) -> Iterator[tuple[str, Iterable[Case]]]:
    """(name, cases) of every set; those of `data` only where it is there."""
    yield "own set", own_cases()
    dev, train = data / "pairs_dev.jsonl.xz", data / "pairs_train.jsonl.xz"
    if not dev.is_file():
        return
    rows = read_pairs(dev, "poliinfo4", half)
    yield "PoliInfo-4 replies", [*cases([reply(row) for row in rows]), *asserted(map(question, rows))]
    yield "PoliInfo-4 summaries", summaries(rows, "answer_summary", verifier)
    yield "PoliInfo-1 summaries", summaries(read_pairs(train, "poliinfo1", half), "query", verifier)
    short = read_pairs(train, "poliinfo3", half)
    yield "PoliInfo-3 summaries of replies", cases([reply(row) for row in short], per_turn=1)
    other = read_pairs(dev, "shinagawa", half)
    yield "Shinagawa replies", cases([reply(row, SHINAGAWA) for row in other], per_turn=2)
    committees = read_pairs(train, "tokyo_adjacent", half)
    yield "Tokyo committees", cases([reply(row) for row in committees], per_turn=2)
    minutes = data / "minutes.jsonl.xz"
    if minutes.is_file():
        yield "Shinagawa, with office and day", cases(council_replies(minutes, COMMITTEES, half), per_turn=4)
        yield "Otaru, Fukuoka, Ibaraki", cases(council_replies(minutes, OTHERS, half), per_turn=12)
        yield "Diet", cases(council_replies(minutes, DIET, half), per_turn=4)


def report(data: Path, half: Half, only: str = "", wrong: int = 0) -> Iterator[str]:
    """Lines of Markdown: a table for every set whose name holds `only`, and after it `wrong` decisions of each kind that are wrong."""
    verifier = Verifier()
    for name, found in named_sets(data, half, verifier):
        if only not in name:
            continue
        outcome = measure(found, verifier)
        yield from table(name, outcome)
        shown: Counter[str] = Counter()
        for case, why in outcome.wrong:
            shown[case.kind] += 1
            if shown[case.kind] <= wrong:
                yield f"- {case.kind}: {case.sentence}\n  {why or 'kept'}\n  {case.quotes}"


def read_pairs(path: Path, source: str, half: Half | None = None, most: int = 10**9) -> list[dict[str, Any]]:
    """The rows of a pairs file whose `source` begins so; of a half where one is named."""
    out: list[dict[str, Any]] = []
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if f'"{source}' not in line:
                continue
            row = json.loads(line)
            if row["source"].startswith(source) and (half is None or half_of(row["query"]) == half):
                out.append(row)
            if len(out) >= most:
                break
    return out


def reply(row: dict[str, Any], meeting: Meeting = TOKYO) -> Evidence:
    """A reply; the pairs name neither office nor day."""
    return Evidence(row["passage"], Speaker("", "知事" if meeting is TOKYO else "", "executive"), meeting)


def question(row: dict[str, Any]) -> Evidence:
    """The member's question that stands before it."""
    return Evidence(row["query"], Speaker("", "議員", "member"), TOKYO, role="question")


def summaries(rows: Iterable[dict[str, Any]], key: str, verifier: Verifier) -> Iterator[Case]:
    """People's summaries of replies that are there in full, each resting on the sentences most like it, and false copies."""
    rng = random.Random(7)
    for row in rows:
        topic = row.get("topic") or ""
        text = (row.get(key) or "").removeprefix(topic).strip()
        if len(row["passage"]) >= CUT or re.search(r"べき|見解|所見|は。$|か。$|求める|を。$|よ。$|？", text):
            continue
        evidence = replace(reply(row), about=topic)
        for a, b in sentences(text):
            if b - a < 8 or any(d.year or d.bare for d in dates_in(text[a:b])[0]):
                continue  # 「来年度」 of the reply as 「25年度」 cannot be judged without the day of the meeting
            quotes = best_quotes(text[a:b], row["passage"], verifier)
            yield Case("summary", text[a:b], quotes, evidence)
            for case in corrupted(text[a:b], quotes, evidence, Material(row["passage"]), rng):
                if not (case.kind == "strength" and re.search(r"た。$", case.sentence) and _ongoing(quotes)):
                    yield case


def _ongoing(quotes: Iterable[str]) -> bool:
    """Whether the record speaks of what goes on or was done: 「図る」 of the summary as 「図った」 is then not false."""
    return any(re.search(r"て(?:い|お)(?:る|り|ます)|(?:まし|し)た", quote) for quote in quotes)


def best_quotes(sentence: str, passage: str, verifier: Verifier) -> tuple[str, ...]:
    """The sentences of `passage` that together hold most of the words of `sentence`."""
    left = set(verifier.reader.read(sentence).words)
    found = [passage[a:b] for a, b in sentences(passage)]
    words = [verifier.reader.read(text).words for text in found]
    out: list[str] = []
    for _ in range(QUOTES):
        scores = [sum(len(word) for word in left & have) for have in words]
        if max(scores, default=0) < 2:
            break
        at = scores.index(max(scores))
        out.append(found[at])
        left -= words[at]
    return tuple(out or found[-1:])


def own_cases() -> Iterator[Case]:
    """The project's own set: `{"meeting", "speaker", "role", "text", "about", "cases": [[kind, sentence, quote]]}` a line."""
    for line in OWN.read_text("utf-8").splitlines():
        entry = json.loads(line)
        code, town, prefecture = entry["town"]
        meeting = Meeting(Municipality(code, town, prefecture), entry["body"], date=entry["date"])
        name, office, side = entry["speaker"]
        evidence = Evidence(
            entry["text"],
            Speaker(name, office, side),
            meeting,
            entry.get("role", "answer"),
            entry.get("about", ""),
        )
        for kind, sentence, quote in entry["cases"]:
            yield Case(kind, sentence, (quote or entry["text"],), evidence)
