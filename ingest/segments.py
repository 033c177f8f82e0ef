"""Where a turn takes up another matter: the pieces of questions and of replies that parts are made of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Turn
from ingest.lines import paragraphs, sentences
from ingest.normalize import ordinal
from ingest.pieces import Unit
from ingest.wording import asks

ORDINAL = r"(?:(?:(?:ご|御)?質問|項目|大項目|大き[くいな]|通告)の?第?[0-9０-９一二三四五六七八九十]+(?:つ目|番目|点目|問目)?|第[0-9０-９一二三四五六七八九十]+(?:に|は(?=、)|の(?!規定|条|項|号|理由|段階)|点目?は?|問)|[0-9０-９一二三四五六七八九十]+(?:点目|件目|つ目|番目|問目|項目め?|つ(?=[、，])))"
STRONG = re.compile(
    rf"^(?:では、?|それでは、?|そして、?|また、?|さらに、?|それから、?(?={ORDINAL}))?(?:まず(?:は|初めに|最初に)?|初めに|はじめに|最初に|(?:その)?次に|次は|続いて|続きまして|最後に|最後は|{ORDINAL})"
)
_COUNTED = re.compile(rf"^(?:まず、?|次に、?|続いて、?|続きまして、?|それから、?|最後に、?)?{ORDINAL}")
"""次に、第５点目、…: the number says that another matter is taken up, however long its name is."""
_FIRST = re.compile(
    r"^(?:では、?|それでは、?)?(?:まず(?:は|初めに|最初に)?|初めに|はじめに|最初に|第[1１一](?:に|点)|[1１一](?:点目|件目|つ目|番目|問目|項目|つ(?=[、，])))"
)
_FIRST_ITEM = re.compile(r"^(?:[（(][1１一ア][)）]|[①⑴]|ア[、．.\s\u3000])")
"""（１） below ３、今後の対策として。: the first of the points that an item without a question of its own heads."""
WEAK = re.compile(
    r"^(?:また|さらに|あわせて|併せて|それから|あと|もう[1１一]|そして|なお|加えて|ほかに|他に)"
)
TOPIC = re.compile(
    r"^.{0,60}?(?:について|に関して|に関しまして|につきまして|に関する|の件|のこと|の話|のお話|の御?ご?質問|の部分|へのお?答え)"
)
_SHORT_TOPIC = re.compile(
    r"^.{2,60}(?:について|に関して|の件|の御?ご?質問)(?:で|です|であります|でございます|お答え|の御?ご?質問|は、?)[^。]{0,30}。?$"
)
_ONE_MORE = re.compile(
    r"^(?:それから、?|また、?|そして、?|あと、?|あと|次に、?)?もう[1１一](?:点|件|つ)(?:目|ほど)?(?:は|の|が|で|、)"
)
"""それから、もう一点は…: the reply takes up one more matter."""
_TALK = re.compile(
    r"^(?!(?:その|この|あの|先ほど|先程|今の|ただいまの))(?:そして、?|あと、?|それから、?)?.{2,24}?(?:の話|のお話|の件|の御質問|のご質問)(?:で|です|に|から|なの|なん|、)"
)
_OPENING = re.compile(
    r"^.{0,80}(?:お答え|答弁|御答弁|ご答弁|回答)(?:を|に)?[^。]{0,12}(?:します|いたします|申し上げます|させていただきます|する)。?$"
    r"|^.{0,80}(?:お尋ね|(?:御|ご)?質問)(?:が|を|で)[^。]{0,12}(?:ありました|ございました|いただきました|ございます|あります)。?$"
)
CLOSING = re.compile(
    r"^(?:以上(?:です|であります|でございます|、?[^。]{0,24}(?:お願い[^。]{0,10}|終わり[^。]{0,6}|つですね|点です?|お答え[^。]{0,8}|答弁[^。]{0,8}|でございます))?|(?:何とぞ|どうぞ)?よろしくお願い[^。]{0,16}|(?:御|ご)?(?:答弁|回答|説明|見解)(?:を|の)?[^。]{0,16}お願い[^。]{0,12}|よろしく[^。]{0,14}|以上)[。．]?$"
)
_REFERS = re.compile(
    r"^[^。]{0,80}(?:から|より)(?:お?答え|答弁|御?説明|回答)(?:を)?(?:い?たさせ|させ|申し上げさせ)[^。]{0,30}。?$"
    r"|^[^。]{0,60}(?:について|につきまして)[^。]{0,30}[長者](?:から|より)(?:申し上げ|お?答え|御?答弁|御?説明)[^。]{0,16}。?$"
)
_HANDS_ON = re.compile(
    r"^[^。]{0,80}[長者](?:から|より|のほうで|の方で)お?答え(?:いただ|いたし|させ|し)[^。]{0,12}。?$"
)
"""④からに関しては、教育長のほうでお答えいただきます。"""
_ANNOUNCES = re.compile(
    r"^(?![^。]*(?:その|この)(?:点|こと|件|辺)(?:について|に関して|を))[^。]{0,60}(?:質問|(?<![をかば])お尋ね|(?<![をかば])お伺い|(?<![をおかば])伺)(?:を)?(?:い|し|させて|さ)[^。]{0,16}。?$"
)
ITEM = re.compile(
    r"^(?:[（(][0-9０-９一二三四五六七八九十ア-ン]{1,2}[）)]|[⑴-⒇①-⑳]|[0-9０-９]{1,2}(?:[、，．.\s\u3000](?![0-9０-９])|(?=です。|について))|[ア-ン][、．.\s\u3000])"
)
"""A number printed before an item inside a speech (（１）…, ア …)."""
_TOPICAL = re.compile(
    r"^.{2,40}?(?:につきましては|については|に関しましては|に関しては|(?:の|という)(?:御|ご)?(?:質問|お尋ね)(?:につきまして|について|に関|でございますが|でありますが|ですが))"
    r"|^.{2,40}?(?:について|に関して)(?:です|でございます|であります)(?:が|けれども)、"
    r"|^.{2,20}?(?:でございますが|でありますが)、"
)
_NUMBER = re.compile(
    r"^.{0,12}?([0-9０-９一二三四五六七八九十]+)(?:点目|件目|つ目|番目|問目|項目|つ(?=[、，]))|^.{0,12}?([①-⑳⑴-⒇])"
    r"|^(?:また、?|次に、?)?(?:(?:(?:ご|御)?質問|項目|大項目|通告)の?第?([0-9０-９一二三四五六七八九十]+)|第([0-9０-９一二三四五六七八九十]+)(?:に|の|点|問)|[（(]([0-9０-９]{1,2})[)）])"
    r"|^([0-9０-９]{1,2})(?=について|に対して|に関して|です。|番の)"
)
_THANKS = re.compile(
    r"^[^。]{0,50}(?:ありがとうございま(?:す|した)|おはようございます|こんにちは|質問(?:を)?させていただきた?[いく][^。]{0,24})。?$"
)
_LEAD = re.compile(r"^[^。]{2,90}(?:について|に関して|の件)(?:です|であります|でございます)。?$")
_GREETING = re.compile(r"^[^。]{0,10}(?:おはようございます|こんにちは|失礼(?:いた)?します|はい)[。]?$")


@dataclass(frozen=True, slots=True)
class Segment:
    units: tuple[Unit, ...]
    marked: bool
    hint: str = ""
    """An opening phrase that is no part of the reply but names what it replies to (…についてお答えします)."""

    @property
    def asks(self) -> bool:
        """Whether it asks for something; a heading (大きい２点目、介護人材について。) does not."""
        return any(_asks(unit.text) for unit in self.units)

    @property
    def text(self) -> str:
        return self.hint + "".join(u.text for u in self.units)


def units_of(turns: Sequence[Turn], asking: bool = False) -> list[Unit]:
    """The paragraphs of turns; sentences where a turn has fewer than three paragraphs.

    `asking`: a paragraph that asks twice or more is taken by sentences too; a reply's is cut where a number takes up the next.
    """
    out = []
    for place, turn in enumerate(turns):
        spans: Sequence[tuple[int, int]] = paragraphs(turn.text)
        if len(spans) < 3:
            spans = tuple(sentences(turn.text))
        elif asking:
            spans = tuple(piece for span in spans for piece in _asked(turn.text, span))
        else:
            spans = tuple(piece for span in spans for piece in _counted(turn.text, span))
        if asking:
            spans = tuple(piece for span in spans for piece in _next(turn.text, span))
        out += [Unit(place, start, end, turn.text[start:end]) for start, end in spans]
    return out


def _asked(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A paragraph, or its sentences where an item after the first asks by its own number (…か。②、…か。)."""
    start, end = span
    said = [(start + a, start + b) for a, b in sentences(text[start:end])]
    listed = any(
        (ITEM.match(text[a:b]) or _COUNTED.match(text[a:b])) and _asks(text[a:b]) for a, b in said[1:]
    )
    headed = any(_COUNTED.match(text[a:b]) for a, b in said[1:])  # …伺います。２点目です。…
    if headed and sum(_asks(text[a:b]) for a, b in said) > 1:
        return said
    return said if listed else _counted(text, span)


def _counted(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A paragraph, cut before each 二つ目の…についてであります。 in it: a margin without indents hides where paragraphs end."""
    start, end = span
    said = [(start + a, start + b) for a, b in sentences(text[start:end])]
    cuts = [
        start,
        *(
            a
            for a, b in said[1:]
            if _COUNTED.match(text[a:b]) and TOPIC.match(text[a:b]) and _follows(text, a)
        ),
    ]
    return list(zip(cuts, [*cuts[1:], end], strict=True))


_NEXT = re.compile(r"^(?:次に|次は|続いて|続きまして|最後に)、")


def _next(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A paragraph of a question, cut where 次に、…について takes up another matter after a sentence that asked."""
    start, end = span
    said = [(start + a, start + b) for a, b in sentences(text[start:end])]
    cuts = [
        a
        for (c, d), (a, b) in itertools.pairwise(said)
        if _NEXT.match(text[a:b]) and TOPIC.match(text[a:b]) and _asks(text[c:d])
    ]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


_COUNT = re.compile(
    r"(?:^|(?<=[。\n]))[^。\n]{0,12}?([0-9０-９一二三四五六七八九十]+)(?:点目|件目|つ目|番目|問目|項目)"
)


def _follows(text: str, place: int) -> bool:
    """Whether the count at a place goes on from one that headed a sentence before: １つ目は道、２つ目は橋。３つ目は… list a matter."""
    counts = [ordinal(found[1]) for found in _COUNT.finditer(text)]
    own = _COUNT.match(text, place)
    return own is None or ordinal(own[1]) <= 2 or ordinal(own[1]) - 1 in counts


def paragraph_starts(text: str) -> frozenset[int]:
    """Where the paragraphs of a turn begin."""
    return frozenset(start for start, _ in paragraphs(text))


def reply_segments(answers: Sequence[Turn]) -> list[Segment]:
    """The replies, opening and closing phrases left out."""
    pieces: list[list[Unit]] = []
    hints: dict[int, str] = {}
    turn = -1
    for unit in units_of(answers):
        first = list(sentences(unit.text))
        if len(first) > 1 and _GREETING.match(unit.text[slice(*first[0])]):
            said = unit.text[first[1][0] :]  # おはようございます。山田議員の御質問にお答えいたします。
        else:
            said = unit.text
        head = unit.text[: first[0][1]] if first else unit.text
        if (
            _REFERS.match(unit.text)
            or _HANDS_ON.match(unit.text)
            or CLOSING.match(unit.text)
            or (_OPENING.match(said) and len(first) == 1 + (said != unit.text))
        ):
            opening = _OPENING.match(said) is not None
            if unit.turn != turn or (opening and pieces[-1]):
                pieces.append([])
            if opening:
                hints[len(pieces)] = unit.text
            turn = unit.turn
            continue
        opens = unit.turn != turn
        if not opens and pieces and pieces[-1]:
            strong = STRONG.match(head) is not None and (
                TOPIC.match(head) is not None or _COUNTED.match(head) is not None
            )
            weak = WEAK.match(head) is not None and _SHORT_TOPIC.match(head) is not None
            item = ITEM.match(head) is not None
            topical = _TOPICAL.match(head) is not None and unit.start in paragraph_starts(
                answers[unit.turn].text
            )
            talked = _TALK.match(head) is not None or _ONE_MORE.match(head) is not None
            opens = strong or weak or item or topical or talked
            opens = opens and not (_FIRST.match(head) and _leads(pieces[-1]))
        if opens:
            pieces.append([])
        turn = unit.turn
        pieces[-1].append(unit)
    return _under_numbers([Segment(tuple(p), True, hints.get(n, "")) for n, p in enumerate(pieces, 1) if p])


NUMBERED_MIN = 3
"""Replies headed by different numbers from which the numbers say where each of them begins."""
_GOES_ON = re.compile(
    r"^(?:では、?|それでは、?)?(?:次に|次は|続い|続きまして|最後|あと|それから|もう[1１一])"
)


def _under_numbers(replies: list[Segment]) -> list[Segment]:
    """Replies whose speaker goes through the numbers of the question (②について…): what bears no number belongs to the last."""
    numbers = [number_of(reply) for reply in replies]
    if len(set(numbers) - {None}) < NUMBERED_MIN:
        return replies
    out: list[Segment] = []
    counted = False
    for reply, number in zip(replies, numbers, strict=True):
        same = bool(out) and out[-1].units[-1].turn == reply.units[0].turn
        counted = number is not None or (counted and same)
        if number is None and counted and not _GOES_ON.match(reply.units[0].text):
            out[-1] = Segment((*out[-1].units, *reply.units), True, out[-1].hint)
        else:
            out.append(reply)
    return out


def _leads(piece: Sequence[Unit]) -> bool:
    """町道管理に要する経費を専決した経緯についてです。: what the reply takes up, its words still to come."""
    return len(piece) == 1 and _LEAD.match(piece[0].text) is not None


def question_segments(units: Sequence[Unit]) -> list[Segment]:
    """The pieces of the question: from marker to marker, cut after each paragraph that asks."""
    pieces: list[list[Unit]] = []
    marks: list[bool] = []
    asked = False
    for unit in units:
        strong = STRONG.match(unit.text) is not None or ITEM.match(unit.text) is not None
        if not pieces or strong or asked:
            pieces.append([])
            marks.append(strong)
        pieces[-1].append(unit)
        asked = _asks(unit.text)
    listed = [Segment(tuple(piece), mark) for piece, mark in zip(pieces, marks, strict=True)]
    # What stands before 1点目 is greeting and background of the whole, unless it asks.
    first = next((i for i, p in enumerate(listed) if p.marked), None)
    if first and (_FIRST.match(opens := listed[first].units[0].text) or re.match(r"[1１][、．.]", opens)):
        listed = [p for i, p in enumerate(listed) if i >= first or any(_asks(u.text) for u in p.units)]
    return _with_background(listed)


def _with_background(pieces: Sequence[Segment]) -> list[Segment]:
    """次に、除雪費について質問します。… asks nothing itself; where まず、… follows, it is the background of that."""
    out: list[Segment] = []
    nested = sum(_FIRST_ITEM.match(piece.units[0].text) is not None for piece in pieces) > 1
    for piece in pieces:
        head = piece.units[0].text
        first = _FIRST.match(head) or (not nested and _FIRST_ITEM.match(head))
        if out and out[-1].marked and first and not any(_asks(u.text) for u in out[-1].units):
            out[-1] = Segment((*out[-1].units, *piece.units), True)
        else:
            out.append(piece)
    return out


def _asks(text: str) -> bool:
    """Asks for something; 質問をいたします alone only announces it."""
    said = (text[a:b] for a, b in sentences(text))
    return any(asks(one) and not _ANNOUNCES.match(one) and not _THANKS.match(one) for one in said)


def number_of(piece: Segment) -> int | None:
    """The number that a piece bears at its head."""
    found = _NUMBER.match(piece.units[0].text) or _NUMBER.match(piece.hint)
    if not found:
        return None
    return ordinal(next(group for group in found.groups() if group)) or None
