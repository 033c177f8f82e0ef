"""Names left of a rule that is drawn as text: where the words begin, and what is no such column."""

from __future__ import annotations

from ingest.parse import parse
from ingest.readers.plain import read_text
from ingest.turns.scanning import scan


def test_a_label_beside_no_words() -> None:
    """A label whose words begin a line further down, or nowhere, leaves no empty line behind."""
    text = "".join(
        f"{label}│{words}\n"
        for label, words in [
            ("議　　長", "これより始めます。"),
            ("沖ひとみ", ""),
            ("議　　員", "橋はいつ直すのですか。"),
            ("建設課長", "来年に直します。"),
            ("沖ひとみ", "費用はいくらですか。"),
            ("議　　員", ""),
            ("建設課長", "二千万円です。"),
            ("議　　長", ""),
        ]
    )
    document = read_text(text, "x.txt")
    assert all(line.text for line in scan(document.text).lines)
    said = [(u.speaker.office, u.text) for minutes in parse(document, "k") for u in minutes.utterances]
    assert ("議員", "橋はいつ直すのですか。") in said
    assert said[-1] == ("建設課長", "二千万円です。")
