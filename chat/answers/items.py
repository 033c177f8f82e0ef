"""Items of the agenda that a question names, by number (議案第1号) or title (議題「…について」): what was said under another one is no
answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.answers import wording
from corpus.bills import BILL_KINDS
from corpus.patterns import FOLDED_NUMERAL
from corpus.types import Exchange

_KIND = rf"{BILL_KINDS}|意見書案|決議案"
_NUMBER = re.compile(
    rf"(?P<before>{_KIND})?\s*第?\s*(?P<number>[0-9]{{1,3}})\s*号(?:の[0-9]+)?\s*(?P<behind>{_KIND})?"
)
_RANGE = re.compile(r"\s*(?:から|ないし|乃至|[~～〜\-－―])\s*")
_LIST = re.compile(r"[、,・\s]*(?:及び|並びに|と)?[、,\s]*")
_TITLED = re.compile(
    r"(?:議題|議案|議事|案件|日程|協議事項|報告事項)(?:の|である|、)?[「『]([^」』]{4,60})[」』]"
)
_TITLE_END = re.compile(r"(?:について|に関する件|の件|に関すること)$")
_BRACKETS = re.compile(r"\([^()]*\)|\s")
_TITLE_NUMBER = re.compile(rf"^(?:第?{FOLDED_NUMERAL}+[号.、)]?|[①-⑳])")


def is_of_another_item(question: str, exchange: Exchange) -> bool:
    """Whether a question names an item of the agenda and an exchange stands under another one and does not speak of it."""
    text = wording.plain(question)
    numbers = set(_numbered(text))
    titles = [_core(title) for title in _TITLED.findall(text)]
    if not (numbers or titles):
        return False
    under = wording.plain(f"{exchange.agenda}\n{exchange.topic}")
    said = f"{under}\n{wording.plain(exchange.question_text)}\n{wording.plain(exchange.answer_text)}"
    if titles and under.strip():
        bare = _BRACKETS.sub("", said)
        if not any(title in bare for title in titles):
            return True
    asked = {kind for kind, _ in numbers}
    others = {item for item in _numbered(under) if item[0] in asked}
    return bool(others) and not numbers & set(_numbered(said))


def _core(title: str) -> str:
    """A title without its number, brackets and ending: 「1 デジタル化の推進（案）について」 → デジタル化の推進."""
    return _TITLE_END.sub("", _TITLE_NUMBER.sub("", _BRACKETS.sub("", title)))


def _numbered(text: str) -> Iterator[tuple[str, int]]:
    """(kind, number) of the items in a text, those of a list and of a range too: 議案第1号から第3号まで; 第1号議案."""
    kind, last, end = "", 0, 0
    for found in _NUMBER.finditer(text):
        gap = text[end : found.start()]
        number = int(found["number"])
        goes_on = bool(kind) and bool(_RANGE.fullmatch(gap) or _LIST.fullmatch(gap))
        kind = found["before"] or found["behind"] or (kind if goes_on else "")
        if kind:
            first = last + 1 if goes_on and _RANGE.fullmatch(gap) else number
            yield from ((kind, each) for each in range(min(first, number), number + 1))
        last, end = number, found.end()
