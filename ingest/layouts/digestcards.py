"""The cards of a digest in prose: who asked, under which titles, and a paragraph that tells of question and reply.

由良 千鶴 議席８
ゆら ちづる
学校図書館について
図書館を夕方まで開けられないかと質問。教育長は「人を増やして来春から開ける」と答弁。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.spans import Spans
from corpus.types import Speaker
from ingest.people.askers import asker_of, is_asker_alone
from ingest.people.names import is_name
from ingest.people.speakers import parse_label
from ingest.phrases.prose import Piece, pieces
from ingest.text.lines import Line, content_lines, join, joins
from ingest.text.normalize import squeeze
from ingest.text.wraps import Wrap, wrap_of
from ingest.turns.digesttitles import could_be_title

PROSE_MIN = 40
"""Characters of a paragraph that tells of a question, at least."""
TOLD_SHARE = 0.5
"""Share of its sentences that must say who asked or replied: in a speech now and then one does."""
HEAD_LINES = 8
"""Lines above the paragraph among which the member's name stands."""

OWN = re.compile(r"^(?:そこで|また|次に|さらに|続いて)?、?(?:私|わたし)は、?")
"""私は、「…」質しました。: members report of their own questions so."""
_SEATED = re.compile(
    r"(?:\d{1,2}番\s+)?(?P<name>[^\s。、（()）\d]{1,6}(?:\s[^\s。、（()）\d]{1,6})?)"
    r"\s*(?:議席(?:番号)?[\s:：]*\d{1,2}番?|[（(]\d{1,2}番[)）])"
)
_READING = re.compile(r"[ぁ-んー\s]{3,20}")
_WORDS = re.compile(r"[一-鿿々ぁ-んァ-ヶ「『\dA-Za-zＡ-Ｚａ-ｚ]")


@dataclass(frozen=True, slots=True)
class Card:
    """`text` is the paragraph as one, at `spans`; `start` and `end` bound the card in the document, its name line included."""

    asker: Speaker
    titles: tuple[str, ...]
    text: str
    spans: Spans
    told: tuple[Piece, ...]
    start: int
    end: int

    @property
    def headed(self) -> bool:
        """Whether the member's name stands above the paragraph."""
        return self.start < self.spans[0][0]

    @property
    def own(self) -> bool:
        """Whether the member tells it himself."""
        return OWN.match(self.text) is not None

    @property
    def replied(self) -> bool:
        """Whether the paragraph tells of a reply."""
        return any(piece.side == "executive" for piece in self.told)


def cards(text: str, pages: tuple[tuple[int, int], ...]) -> tuple[tuple[Card, ...], int]:
    """(the cards of a text, characters of all its long paragraphs)."""
    lines = content_lines(text, pages)
    wrap = wrap_of(lines)
    found: list[Card] = []
    size = last = index = 0
    while index < len(lines):
        stop = _end(lines, index, wrap)
        if OWN.match(lines[index].text):
            stop = _with_reply(text, lines, (index, stop), wrap)
        words, spans = join(text, lines[index:stop], wrap)
        if len(words) >= PROSE_MIN and words[-1] == "。":
            size += len(words)
            told = tuple(pieces(words))
            if _is_digest(told):
                first = max(last, index - HEAD_LINES)
                card = _card(lines[first:index], words, spans, told, lines[stop - 1].end)
                if card.asker.name or card.replied:
                    found.append(card)
                    last = stop
        index = stop
    return tuple(found), size


def _end(lines: Sequence[Line], index: int, wrap: Wrap) -> int:
    """Where the paragraph ends that begins with a line."""
    stop = index + 1
    while wrap.width and stop < len(lines) and joins(lines[stop - 1], lines[stop], wrap):
        stop += 1
    return stop


def _with_reply(text: str, lines: Sequence[Line], asked: tuple[int, int], wrap: Wrap) -> int:
    """Where the reply ends that stands in a paragraph of its own (課長は「…」と答えました。) below what the member asked; else where that ends."""
    question = tuple(pieces(join(text, lines[slice(*asked)], wrap)[0]))
    stop = asked[1]
    if not question or not question[-1].told or question[-1].side != "member" or stop == len(lines):
        return stop
    below = _end(lines, stop, wrap)
    reply = tuple(pieces(join(text, lines[stop:below], wrap)[0]))
    return below if reply and reply[0].told and {piece.side for piece in reply} == {"executive"} else stop


def _is_digest(told: Sequence[Piece]) -> bool:
    asked = any(piece.side == "member" and piece.told for piece in told)
    return asked and sum(piece.told for piece in told) >= TOLD_SHARE * len(told)


def _card(above: Sequence[Line], text: str, spans: Spans, told: tuple[Piece, ...], end: int) -> Card:
    """The card of a paragraph; where no name stands above it, the words may say who asks."""
    named = next(((n, who) for n in range(len(above) - 1, -1, -1) if (who := _asker(above[n].text))), None)
    if named is None:
        who = next((parse_label(piece.who) for piece in told if piece.side == "member" and piece.who), None)
        return Card(who or Speaker("", "", "member"), (), text, spans, told, spans[0][0], end)
    titles = tuple(line.text for line in above[named[0] + 1 :] if _is_title(line))
    return Card(named[1], titles, text, spans, told, above[named[0]].start, end)


def _asker(text: str) -> Speaker | None:
    if seated := _SEATED.fullmatch(text):
        name = squeeze(seated["name"])
        return Speaker(name, "議員", "member") if is_name(name) else None
    if found := asker_of(text):
        return found
    if len(text) > 16 or not could_be_head(text):
        return None
    known = parse_label(text)
    return known if known and known.side == "member" and known.name else is_asker_alone(text)


def could_be_head(text: str) -> bool:
    """Whether a line is no sentence and no reading of a name."""
    return "。" not in text and not _READING.fullmatch(text)


def _is_title(line: Line) -> bool:
    return could_be_head(line.text) and could_be_title(line) and _WORDS.match(line.text) is not None


def runs(card: Card) -> Iterator[list[tuple[str, str, int, int]]]:
    """The exchanges of a card: (side, who, start, end) of each turn; the member's next question after a reply opens the next one."""
    out: list[tuple[str, str, int, int]] = []
    for number, piece in enumerate(card.told):
        side, who = piece.side or "member", piece.who
        if side == "member" or _leads(card, number):
            side, who = "member", ""
        if out and side == "member" and out[-1][0] == "executive":
            yield out
            out = []
        if out and out[-1][:2] == (side, who):
            out[-1] = (side, who, out[-1][2], piece.end)
        else:
            out.append((side, who, piece.start, piece.end))
    if out:
        yield out


def _leads(card: Card, number: int) -> bool:
    """消防団は…足りない。 before a question: the matter of the next title, which the question is about."""
    piece, following = card.told[number], (*card.told, None)[number + 1]
    if piece.told or following is None or following.side != "member" or not following.told:
        return False
    cores = [squeeze(_ABOUT.sub("", title)) for title in card.titles]
    here, there = (
        [core for core in cores if len(core) > 1 and card.text.startswith(core, one.start)]
        for one in (piece, following)
    )
    return bool(here) and not there


_ABOUT = re.compile(r"(?:について|に関して|の[^の]{2,6})$")
