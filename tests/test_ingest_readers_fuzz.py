"""Damaged files of every format: read or refused in a line, never a crash, a hang or memory without bound (`make check`)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fuzzing import MEMORY_MAX, Reading, Seed, Tally, own_seeds, read, real_seeds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

OWN, REAL = 6_000, 2_000
"""Damaged files made of our own documents and of the real ones; with 2,000 made by hypothesis they are 10,000."""
EXAMPLES = 250
"""Of each of the eight kinds that hypothesis makes."""


@pytest.fixture(autouse=True)
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Old Office files are left to their own tests: a conversion takes seconds."""
    monkeypatch.setenv("PATH", "")


def fuzz(seeds: list[Seed], numbers: range) -> Tally:
    """Reads the damaged files; fails with the first lines of what went wrong."""
    reading, tally = Reading(seeds), Tally()
    try:
        wrong = list(reading.run(numbers, tally))
    finally:
        reading.close()
    print(tally)
    assert wrong == [], "\n".join(wrong[:5])
    assert tally.memory < MEMORY_MAX
    return tally


def test_a_few_damaged_files(root: Path) -> None:
    """The quick part of it, so that the machinery itself is looked at in every run."""
    tally = fuzz(own_seeds(root / "corpus" / "sample" / "documents"), range(150))
    assert tally.read > 30
    assert tally.refused > 5


@pytest.mark.slow
@pytest.mark.timeout(5400)
def test_damaged_documents_of_our_own(root: Path) -> None:
    """Every format that is read, its bytes and what its containers hold."""
    tally = fuzz(own_seeds(root / "corpus" / "sample" / "documents"), range(1_000_000, 1_000_000 + OWN))
    assert tally.read + tally.refused == OWN
    assert min(tally.read, tally.refused) > OWN // 20


@pytest.mark.slow
@pytest.mark.timeout(5400)
def test_damaged_real_documents(shared_dir: Path) -> None:
    """The five seeds and eight samples, in place."""
    tally = fuzz(real_seeds(shared_dir), range(2_000_000, 2_000_000 + REAL))
    assert tally.read + tally.refused == REAL


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(
            st.sampled_from(
                ["text", "speaker", "role", "date", "order", "meeting", "municipality", "tenant_minutes", "body", "meetingRecord", "speechRecord", "speech", "speechOrder", "session"]
            )
            | st.text(max_size=5),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)  # fmt: skip
PIECES = st.sampled_from(
    ["○", "◆", "◎", "【", "】", "（", "）", "議長", "委員長", "１番", "部長", "　", " ", "\n", "\n\n", "\t", "。", "か。", "、", "問", "答", "Q.", "A．", "：", "令和6年6月3日", "第1回", "出席者", "再質問", "- 1 -", "――――", "お答えします", "あ", "\r", "\x0c", "🎌", "\u200b"]
)  # fmt: skip
TAGS = st.sampled_from(
    ["<p>", "</p>", "<table>", "</table>", "<tr>", "<td rowspan=3>", "<td colspan=0>", "<th>", "<br>", "<pre>", "</pre>", "<div data-speaker='会長'>", "</div>", "<script>", "<!--", "-->", "<h1>", "<ruby>", "<rt>", "&amp;", "&#0;", "<![CDATA[", "<?xml?>", "○委員", "橋は直りますか。", "\n"]
)  # fmt: skip
KINDS = {
    "bytes.txt": st.binary(max_size=3000),
    "text.txt": st.text(max_size=1500).map(str.encode),
    "marks.txt": st.lists(PIECES, max_size=200).map(lambda pieces: "".join(pieces).encode()),
    "marks.md": st.lists(PIECES | st.sampled_from(["# ", "|", "|---|", "**", "- "]), max_size=150).map(lambda pieces: "".join(pieces).encode()),
    "page.html": st.lists(TAGS, max_size=150).map(lambda pieces: b"<html><body>" + "".join(pieces).encode()),
    "table.csv": st.lists(st.lists(PIECES | st.text(max_size=20), max_size=6), max_size=25).map(lambda rows: "\n".join(map(",".join, rows)).encode("utf-8", "replace")),
    "export.json": JSON.map(lambda value: json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")),
    "lines.jsonl": st.lists(JSON, max_size=8).map(lambda rows: "\n".join(json.dumps(row) for row in rows).encode()),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", KINDS)
def test_what_hypothesis_makes(name: str) -> None:
    """Of each kind of text: read or refused, and every passage stands at its spans (`fuzzing.read`)."""

    @settings(
        max_examples=EXAMPLES,
        deadline=10_000,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(KINDS[name])
    def check(data: bytes) -> None:
        read(Seed(name, data))

    check()
