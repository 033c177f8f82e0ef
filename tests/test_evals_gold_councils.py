"""The gold sets about five real meetings, whose documents lie outside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.annotation import json_lines
from evals.gold import load_gold
from evals.text import bare, has_fact

EVALS = Path(__file__).parent.parent / "evals"
PEOPLE = {
    "gold_councils": ("036", "039", "040"),
    "gold_councils_second": ("024", "025", "026", "079"),
    "gold_councils_third": ("025", "026", "028"),
    "gold_councils_fourth": ("030", "031"),
    "gold_councils_fifth": ("033", "035"),
    "gold_councils_sixth": ("030",),
    "gold_councils_seventh": ("025", "031"),
    "gold_councils_eighth": ("025",),
    "gold_councils_ninth": ("070", "071", "072", "073", "074"),
    "gold_councils_tenth": ("054",),
    "gold_councils_eleventh": ("053", "054", "055"),
    "gold_councils_twelfth": ("022", "023", "024"),
    "gold_councils_thirteenth": ("020", "021", "022", "023"),
    "gold_councils_fourteenth": ("026", "027"),
    "gold_councils_fifteenth": ("026", "027", "029"),
    "gold_councils_sixteenth": ("026", "027", "028"),
    "gold_councils_seventeenth": ("027",),
    "gold_councils_eighteenth": ("030",),
    "gold_councils_nineteenth": ("039", "040"),
    "gold_councils_twentieth": ("039", "042"),
    "gold_councils_twentyfirst": ("025", "027", "028"),
    "gold_councils_twentysecond": (),
    "gold_councils_twentythird": ("026", "028"),
    "gold_councils_twentyfourth": ("029", "032"),
    "gold_councils_twentyfifth": ("025", "026", "027", "028"),
    "gold_councils_prior": (),
}
"""Questions for a person: the name stands with the speaker, or is given as one of several people may say it."""


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("gold_councils", 80),
        ("gold_councils_second", 105),
        ("gold_councils_third", 75),
        ("gold_councils_fourth", 75),
        ("gold_councils_fifth", 75),
        ("gold_councils_sixth", 75),
        ("gold_councils_seventh", 75),
        ("gold_councils_eighth", 75),
        ("gold_councils_ninth", 100),
        ("gold_councils_tenth", 75),
        ("gold_councils_eleventh", 75),
        ("gold_councils_twelfth", 60),
        ("gold_councils_thirteenth", 60),
        ("gold_councils_fourteenth", 75),
        ("gold_councils_fifteenth", 75),
        ("gold_councils_sixteenth", 75),
        ("gold_councils_seventeenth", 75),
        ("gold_councils_eighteenth", 75),
        ("gold_councils_nineteenth", 75),
        ("gold_councils_twentieth", 75),
        ("gold_councils_twentyfirst", 75),
        ("gold_councils_twentysecond", 45),
        ("gold_councils_twentythird", 75),
        ("gold_councils_twentyfourth", 75),
        ("gold_councils_twentyfifth", 75),
        ("gold_councils_prior", 80),
    ],
)
def test_every_fact_stands_in_a_place_that_answers(name: str, count: int, shared_dir: Path) -> None:
    """A fact that no reply states could never be found; names stand with the speakers, translations beside the Japanese."""
    gold = load_gold(
        EVALS / f"{name}.jsonl", annotation=shared_dir / "gold" / "parse.json", documents=shared_dir / "seeds"
    )
    assert len(gold.questions) == count
    assert len({question.question for question in gold.questions}) == count
    strange = [
        (question.id, fact)
        for question in gold.questions
        for fact in question.facts
        if not any(
            has_fact(fact, f"{item.question}{item.answer}{item.status}{item.text}{' '.join(item.offices)}")
            for need in question.needs
            for item in (gold.items[i] for i in need)
        )
    ]
    assert [each for each in strange if not each[0].endswith(PEOPLE[name])] == []


COPIED = 30
"""Characters in a row that nobody writes by chance; names and terms are shorter."""


def test_no_sentence_is_copied_from_the_real_meetings(shared_dir: Path) -> None:
    """Questions, conversations and summaries are in our own words; what a right answer states is looked for in the record as it stands."""
    real = [bare(path.read_text("utf-8")) for path in sorted((shared_dir / "seeds").glob("*.txt"))]
    copied = []
    for name in PEOPLE:
        for row in json_lines(EVALS / f"{name}.jsonl"):
            said = [message["content"] for message in row.get("history", ())]
            for text in map(bare, (row["question"], row.get("answer_summary_ja", ""), *said)):
                runs = (text[i : i + COPIED] for i in range(len(text) - COPIED + 1))
                copied += [(row["id"], run) for run in runs if any(run in record for record in real)]
    assert copied == []
