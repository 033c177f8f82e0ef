"""How much a reader takes in before it refuses. A limit that is passed ends in a ReadError that names it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import ReadError

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, counts in pieces.

    The largest single minutes seen (a year's budget committee as one PDF) are below 40 MiB and 3,000 pages; an export of
    200,000 utterances is 200 MiB unpacked. The defaults leave room beyond that and stop what is no minutes.
    """

    max_bytes: int = 256 * MIB
    """Of the file as it lies on disk."""
    max_unpacked: int = 2048 * MIB
    """Of what a packed stream (.gz, .xz, docx, xlsx, zip) unpacks to."""
    max_ratio: int = 200
    """Unpacked size over packed size; text packs 3–20 times."""
    max_tree: int = 64 * MIB
    """Of what must be held as a tree (HTML, JSON; four times as much unpacked for docx and xlsx): trees take 5–20 times the size."""
    max_nodes: int = 8_000_000
    """Opening and closing tags of a tree: an empty element of four bytes takes 100–200 bytes in memory."""
    max_lines: int = 1_000_000
    """Lines of a text, utterances of a meeting; the longest minutes seen have below 100,000."""
    max_pages: int = 10_000
    max_cells: int = 2_000_000
    """Places of a document's tables, those that merged cells cover included."""
    max_members: int = 2_000
    """Files in a ZIP, in the ZIPs inside it too."""
    max_line: int = 64 * MIB
    """Of one line of JSON Lines."""


def check_count(count: int, most: int, what: str) -> None:
    """Raises ReadError where there are more than `most` of `what` (行, セル …)."""
    if count > most:
        raise ReadError(f"{what}の数が上限（{most:,}）を超えています", "会議ごとのファイルに分けてください")


class UnpacksTooMuch(ReadError):
    """One file unpacks to more than is allowed in all; no layer of it is read on."""


@dataclass(slots=True)
class Meter:
    """What was unpacked of one file so far, through all its layers: each layer may be within bounds and their product not."""

    size: int = 0
    members: int = 0

    def count(self, size: int, limits: Limits, members: int = 0) -> None:
        """Adds `size` bytes and `members` files. Raises UnpacksTooMuch where that is too much for one file."""
        self.size += size
        self.members += members
        if self.members > limits.max_members:
            raise UnpacksTooMuch(
                f"ZIP の中のファイルが多すぎます（上限 {limits.max_members:,}）",
                "分割してから追加してください",
            )
        if self.size > limits.max_unpacked:
            raise UnpacksTooMuch("展開すると大きすぎます", "展開して分割してから追加してください")
