"""What no reply took up, and replies that nothing was asked for: with whose they go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.pairing.pieces import Unit
from ingest.pairing.segments import Segment, heads
from ingest.phrases.openers import FIRST_ITEM, STRONG, TOPICAL, WEAK
from ingest.phrases.terms import terms
from ingest.phrases.wording import asks


def asked_together(pieces: Sequence[Segment], replies: Sequence[Segment]) -> list[Segment]:
    """The pieces for which a reply may be looked for.

    A heading (次に、給食についてであります。) goes with what stands below it, and so does what leads up to （１）. What only ends a matter
    (早く進むことを望みます。) or names nothing that any reply names (説明してください。) goes with the question before it.
    """
    said = frozenset().union(*(terms(reply.text) for reply in replies))
    out: list[Segment] = []
    above: tuple[Unit, ...] = ()
    for place, piece in enumerate(pieces):
        below = pieces[place + 1].units[0].text if place + 1 < len(pieces) else ""
        heading = heads(piece.text) and not (piece.listed or asks(piece.text))
        leads = FIRST_ITEM.match(below) is not None and not piece.asks
        if below and piece.marked and (heading or leads):
            above += piece.units
        elif out and not above and (_closes(piece) or _names_no_more(piece, out[-1], said)):
            out[-1] = Segment((*out[-1].units, *piece.units), out[-1].marked)
        else:
            out.append(Segment((*above, *piece.units), piece.marked or bool(above)))
            above = ()
    return out


_CALLS_ON = re.compile(r"(?:[長事]|管理者)に(?:、|それぞれ|お?(?:伺|尋|聞)|(?:御|ご))")
"""…の使い道について知事に、そして教育長に、それぞれ御所見を伺います。: who is to answer what was asked before."""


def _names_no_more(piece: Segment, before: Segment, said: frozenset[str]) -> bool:
    """Whether a piece names nothing of what the replies speak of, or only who is to answer what the one before it names."""
    named = terms(piece.text) & said
    calls = _CALLS_ON.search(piece.text) is not None and named <= terms(before.text)
    return not piece.marked and (not named or calls)


def _closes(piece: Segment) -> bool:
    head = piece.units[0].text
    adds = WEAK.match(head) or head.startswith("それと") or TOPICAL.match(head)
    return not (piece.asks or piece.marked or adds)


def with_neighbours(
    taken: Sequence[int], pieces: Sequence[Segment], like: Sequence[Sequence[float]]
) -> list[int]:
    """For each piece one that a reply took up: itself, or that before or after it with whose replies it goes.

    Args:
        taken: the piece that each reply took up.
        pieces: all of them.
        like: of each piece to every reply.
    """
    claimed = sorted(set(taken))
    best = {
        own: [max(row[j] for j, piece in enumerate(taken) if piece == own) for row in like] for own in claimed
    }
    out: list[int] = []
    for place, piece in enumerate(pieces):
        before = [own for own in claimed if own <= place][-1:]
        after = [own for own in claimed if own >= place][:1]
        if not before or not after or before == after:
            out += before or after
        elif WEAK.match(piece.units[0].text) and not STRONG.match(piece.units[0].text):
            out += before  # あわせて、その費用も伺います。
        elif piece.asks:
            out += after if best[after[0]][place] > best[before[0]][place] else before
        else:
            # What asks nothing under a mark of its own is the background of what follows.
            nearer = piece.marked or best[after[0]][place] >= best[before[0]][place]
            out += after if nearer else before
    return out


def absorb(replies: Sequence[Segment], used: set[int]) -> dict[int, list[Unit]]:
    """Gives each reply that no question went to to the one before it in the same turn; the units of each claimed reply."""
    out: dict[int, list[Unit]] = {index: list(replies[index].units) for index in sorted(used)}
    last: int | None = None
    for index, reply in enumerate(replies):
        if index in used:
            last = index
        elif last is not None and out[last][-1].turn == reply.units[0].turn:
            out[last] += reply.units
    return {index: sorted(units, key=lambda u: (u.turn, u.start)) for index, units in out.items()}
