"""Digests in prose: 山田議員は…と提案した。市長は…と答弁した。 A question and its reply are told apart by sentence.

1. Who a sentence is about says whose it is (…議員は, 市長は, …と教育長が説明した, …していくと町長); else what is done in it (提案した,
   …と質問。, 答弁した, …してほしいと述べた); else it goes on with the sentence before.
2. A sentence that holds both (…を求め、市長は…と答えた) is cut where the officer takes over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.patterns import any_of
from ingest.people.offices import is_office
from ingest.text.lines import sentences

_WHO = r"(?P<who>[^\s。、は（）()「」]{1,40})"
_MEMBER = re.compile(rf"(?:^|、){_WHO}(?<=議員|委員)(?:は|が|から|より)(?!会)")
_OFFICER = re.compile(rf"(?:^|、|と){_WHO}(?:は|が|から)")
_BY = re.compile(r"(?:と|」)(?P<who>[^\s。、はとに（）()「」]{2,14})[。]?$")
"""…を要望していくと町長。: who said it at the end."""
_ASKING = any_of(*"提案 質問 質疑 要望 要請 提言 主張 指摘 要求 追及 批判".split())
_TAKES_OVER = re.compile(
    any_of(
        # 「…を求めたが、市長は」「…と訴え、町長は」
        *"求め 尋ね 訴え 問い 質し ただし 促し".split(),
        # 「…を提案したところ、市長は」
        r"(?:提案|質問|要望|提言|主張|指摘|要請|質疑)(?:を)?し",
    )
    + r"(?:た(?:が|ところ|のに対し)?)?、"
)
_ASKED = re.compile(
    any_of(
        any_of(
            # 「…を提案した。」「…と質問している。」
            rf"{_ASKING}(?:を)?し",
            # 「…を求めた。」「…を問う。」「…を取り上げた。」
            *"求め 尋ね 訴え 問う 問い 問うた 質し ただし 促し 取り上げ 迫っ".split(),
        )
        + r"(?:た|る|ている|ました)?[。、が]*$",
        # 「…と質問。」「…を要望。」
        rf"[をと」]{_ASKING}。?$",
        # 「…について質疑。」
        r"について(?:質問|質疑)。?$",
    )
)
_WISHED = re.compile(
    # 「…してほしいと述べた。」「…すべきだ」と語った。」
    any_of(*"ほしい 欲しい べき(?:だ|である)? ではないか のでは てはどうか".split())
    + r"[」』]?と(?:述べ|語っ|し|話し)(?:た|ている|ました)?[。]?$"
)
_REPLIED = re.compile(
    any_of(
        any_of(
            # 「…と答弁した。」「…を表明した。」
            r"(?:答弁|回答|説明|報告|表明|明言)(?:を)?し",
            # 「…と答えた。」「…を明らかにした。」「…とされている。」
            *"答え 述べ 示し 明らかにし 語っ と(?:し|され)".split(),
        )
        + r"(?:た|ている|ました)[。]?$",
        # 「…と答弁。」「…旨を説明。」
        r"(?:と|」|旨)(?:を)?(?:答弁|回答|説明|報告|表明|明言)。?$",
    )
)
_DEPARTMENT = re.compile(r"(?:[課部局室係]|センター)$")
"""給食室は築四十年である。 is about a room; 財政課は…と答えた。 about who speaks."""
_NOTE = re.compile(r"[（(][^（()）]{1,30}[）)](?=。?$)")
"""…を問う（答弁者：教育長）。: a note behind what is done."""

_QUOTES = re.compile("[「」]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or half of one at `[start, end)`: whose it is, who (member or offices, empty: as before), whether it says so."""

    start: int
    end: int
    side: str
    who: str
    told: bool


def pieces(text: str, before: Piece | None = None) -> Iterator[Piece]:
    """The pieces of a text in order; `before` is the one in front of it."""
    depth = seen = 0
    signs = _paired(text)
    for start, end in sentences(text):
        cut = start + _taken_over(text[start:end])
        for left, right in ((start, cut), (cut, end)) if cut > start else ((start, end),):
            depth += sum(signs.get(place, 0) for place in range(seen, left))
            seen = left
            if before and depth > 0:  # the next sentence of what somebody is quoted with
                before = replace(before, start=left, end=right)
            else:
                before = _piece(text[left:right], before, left, right)
                if not before.told and (behind := _behind_quotation(text, left, right, signs)):
                    told = _piece(behind, before, left, right)
                    before = told if told.told else before
            yield before


def _paired(text: str) -> dict[int, int]:
    """Places of the 「 (+1) and 」 (-1) that belong together; one without the other quotes nothing."""
    signs: dict[int, int] = {}
    opened: list[int] = []
    for sign in _QUOTES.finditer(text):
        if sign[0] == "「":
            opened.append(sign.start())
        elif opened:
            signs |= {opened.pop(): 1, sign.start(): -1}
    return signs


def _behind_quotation(text: str, start: int, end: int, signs: Mapping[int, int]) -> str:
    """」と質しました。: what stands behind a quotation of several sentences, where a sentence opens one and does not close it."""
    depth = sum(signs.get(place, 0) for place in range(start, end))
    places = sorted(place for place in signs if place >= end) if depth > 0 else []
    for place in places:
        depth += signs[place]
        if not depth:
            return next((text[place:stop] for _, stop in sentences(text) if stop > place), "")
    return ""


def _taken_over(sentence: str) -> int:
    """Where in a sentence an officer takes over from the member; 0 where none does."""
    for over in _TAKES_OVER.finditer(sentence):
        subject = _OFFICER.match(sentence, over.end() - 1)
        if subject and offices_in(subject["who"]):
            return over.end()
    return 0


def _piece(words: str, before: Piece | None, start: int, end: int) -> Piece:
    bare = _NOTE.sub("", words)
    if member := _MEMBER.search(bare):
        return Piece(start, end, "member", member["who"], True)
    subjects = (*_OFFICER.finditer(bare), *_BY.finditer(bare))
    offices = next((o for found in subjects if (o := offices_in(found["who"]))), "")
    if offices and (_REPLIED.search(bare) or not _DEPARTMENT.search(offices)):
        return Piece(start, end, "executive", offices, True)
    asked = _ASKED.search(bare) or _WISHED.search(bare)
    side = "member" if asked else "executive" if _REPLIED.search(bare) else ""
    same = before if before and side in ("", before.side) else None
    return Piece(start, end, side or (before.side if before else ""), same.who if same else "", bool(side))


def offices_in(words: str) -> str:
    """市長・教育長 as offices, separated as a table prints them; empty where the words are no offices."""
    found = re.split("[・、]", words)
    return "、".join(found) if all(is_office(one) and one[-1] not in "員民者" for one in found) else ""
