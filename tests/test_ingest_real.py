"""The five real documents and the samples, read in place: the scores that must not fall."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.spans import text_at
from corpus.types import Exchange, Minutes
from ingest.parse import choose, parse
from ingest.passages import passages_of
from ingest.readers import read_documents

FOUND, PARTS = 49, 14
"""Exchanges of the five documents, and their parts."""


@pytest.fixture(scope="module")
def gold(shared_dir: Path) -> Iterator[Any]:
    """The annotation with its texts, by the acceptance scorer's own reader."""
    sys.path.insert(0, str(shared_dir / "tools"))
    try:
        import goldlib
    except ImportError:
        pytest.skip("../shared/tools/goldlib.py is not there")
    yield goldlib
    sys.path.remove(str(shared_dir / "tools"))


def _minutes(path: Path) -> list[Minutes]:
    return [m for d in read_documents(path) for m in parse(d, path.name)]


def _overlap(goldlib: Any, annotated: Any, identity: str, exchange: Exchange) -> float:
    question = goldlib.overlap(annotated.text(identity, "question"), exchange.question_text)[2]
    answer = goldlib.overlap(annotated.text(identity, "answer"), exchange.answer_text)[2]
    return float(min(question, answer))


def test_annotated_exchanges(gold: Any, shared_dir: Path) -> None:
    """All 49 exchanges are found, none is made up, and its 14 parts pair question and reply as annotated."""
    annotated = gold.Gold()
    found = parts = extra = 0
    for entry in annotated.docs:
        exchanges = [
            e
            for m in _minutes(shared_dir / "seeds" / entry["file"])
            for e in m.exchanges
            if e.status != "statement"
        ]
        every = [*exchanges, *(p for e in exchanges for p in e.parts)]
        hits = {
            g["id"]: max(_overlap(gold, annotated, g["id"], e) for e in exchanges) >= 0.95
            for g in entry["exchanges"]
        }
        found += sum(hits.values())
        extra += len(exchanges) - sum(hits.values())
        parts += sum(
            max(_overlap(gold, annotated, p["id"], e) for e in every) >= 0.9
            for g in entry["exchanges"]
            for p in g.get("parts", [])
        )
    assert (found, extra) == (FOUND, 0)
    assert parts >= PARTS


def test_every_text_stands_at_its_spans(shared_dir: Path) -> None:
    """In all real documents and samples, turns, utterances and passages are the record letter for letter."""
    for path in sorted([*(shared_dir / "seeds").glob("*.txt"), *(shared_dir / "samples").glob("*.*")]):
        if path.suffix == ".tsv":
            continue
        for document in read_documents(path):
            for minutes in parse(document, path.name):
                assert not [w for w in minutes.warnings if "一致しない" in w], path.name
                for utterance in minutes.utterances:
                    assert text_at(document.text, utterance.spans) == utterance.text
                for exchange in minutes.exchanges:
                    for passage in passages_of(exchange):
                        assert text_at(document.text, passage.spans) == passage.text


SAMPLES = {
    "abira_pdftext_excerpt_r7.txt": ("verbatim", 6, 2),
    "dbsearch_sendai_dx_committee.html": ("verbatim", 50, 14),
    "discussnet_hakodate.json": ("verbatim", 20, 6),
    "gijirokucom_standard_page.html": ("verbatim", 1, 1),
    "kensakusystem_cgi_statements.txt": ("verbatim", 33, 7),
    "kodaira_ippan_dialogue_r3.md": ("dialogue", 91, 5),
    "kyoto_city_committee_r6.pdf": ("verbatim", 472, 29),
    "mlit_migration_council_2023-10-19.txt": ("plain", 0, 0),
}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_samples(shared_dir: Path, name: str) -> None:
    """Layout, utterances and different speakers of eight councils' documents, counted by hand in the files."""
    layout, utterances, speakers = SAMPLES[name]
    path = shared_dir / "samples" / name
    if not path.exists():
        pytest.skip(f"{name} is not in ../shared/samples")
    (document,) = read_documents(path)
    (minutes,) = parse(document, name)
    assert choose(document).name == layout
    assert len(minutes.utterances) == utterances
    assert len({(u.speaker.name, u.speaker.office) for u in minutes.utterances}) == speakers
