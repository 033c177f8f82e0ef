"""The item of the printed agenda that a chair names: by its words, or by the number of its bill."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from corpus.bills import BILL_KINDS
from corpus.patterns import any_of
from ingest.phrases.terms import plain

AGENDA_MIN = 4
"""Characters of an agenda item's words from which they name it wherever they stand; shorter ones (見守り) stand in any sentence
and name it where the chair opens one with them."""
SHORT_MIN = 2
"""Characters of such a shorter item at least."""

_NUMBERED = re.compile(
    rf"(?:[一-鿿]{{2,3}}提出)?(?:{BILL_KINDS}|諮|議|協議|意見書案|決議案)第[0-9]+号|[甲乙]?第[0-9]+号(?:議案|認定|報告|請願|陳情)"
)
"""議案第3号, 議員提出議案第1号, 乙第18号議案."""

HEAD_MIN = 2
"""Characters of an item's beginning that tell it; less begins too many."""
_NEXT = re.compile(
    r"(?:次に|続(?:いて|きまして)|まず|(?:最初|初め|はじめ)に)[、，,]?([^。、，,\n]{5,40}?)(?:につきまして|について|の件)"
)
"""次に、跡地について、お願いします。: the beginning of one item alone (跡地の利用について)."""
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_LEAD = (
    r"(?:^|[。\n])[^\S\n]*+"
    + any_of(
        # 「それでは、」「次に、」
        r"(?:それでは|では|次は|(?:次|初め|はじめ|最初|最後)に|まず|続いて|続きまして|引き続き)[、,]?",
        # 「議題１、」「(2)の」
        r"(?:議題|議事|案件|次第|日程|(?:報告|協議|審議)(?:事項)?)?第?\(?[0-9]{1,2}+(?![0-9])\)?(?:番目?)?の?[、.]?[^\S\n]*+",
    )
    + r"*[「『]?"
)
"""What opens a sentence before an item. A number is read whole and a line end begins anew: of many numbers or lines there is one
reading, and the time grows with their length alone."""
_CALL = r"[」』]?" + any_of(
    # 「について、事務局から説明」
    r"(?:について|につきまして|の件)(?:[、,][^。、,\n]{1,14}(?:から|より))?[、,]?[^。、,\n]{0,6}"
    r"(?:説明|報告|議題|審議|協議|意見|お願い|願い|始め|進め|入り|移り)",
    # 「を議題」「に入り」「です。」
    r"(?:を議題|に(?:入り|移り|入る|移る)|です。|でございます。|ですが)",
)
_NO_ITEM = frozenset("開会 閉会 挨拶 あいさつ 議事 議題 報告 協議 審議 説明 質疑 そ他 答弁 意見".split())
"""Short items that are parts of the meeting and no matter of their own, or are called otherwise."""


def item_words(agenda: Sequence[str]) -> list[tuple[str, str]]:
    """(words, item as printed) of the items whose words are telling; what stands in brackets need not be said."""
    found = [
        (_words(form), item) for item in agenda for form in dict.fromkeys((item, _BRACKETED.sub("", item)))
    ]
    return [(words, item) for words, item in found if len(words) >= SHORT_MIN and words not in _NO_ITEM]


def _is_called(words: str, text: str) -> bool:
    """Whether an item whose `words` are in a chair's `text` is what he comes to: they are telling, or open a sentence."""
    if len(words) >= AGENDA_MIN:
        return True
    spelt = r"の?".join(map(re.escape, words))
    return re.search(_LEAD + spelt + _CALL, unicodedata.normalize("NFKC", text)) is not None


def _words(text: str) -> str:
    return plain(text).replace("の", "")


def taken_up(text: str, labels: Sequence[tuple[str, str]]) -> str:
    """The item that a chair's `text` names by its words, else by its number; the last where he names several (`item_words`)."""
    said = _words(text)
    named = [
        (said.rfind(words), label) for words, label in labels if words in said and _is_called(words, text)
    ]
    if named:
        return max(named, key=lambda pair: pair[0])[1]
    heads = [head for found in _NEXT.findall(text) if len(head := _words(found)) >= HEAD_MIN]
    begun = {label for words, label in labels if any(map(words.startswith, heads))}
    if len(begun) == 1:
        return begun.pop()
    numbers = _NUMBERED.findall(said)
    last = re.compile(rf"(?:日程第?[0-9]+)?{numbers[-1]}") if numbers else None
    return next((label for words, label in labels if last and last.match(words)), "")
