"""One reply to several who asked one after another: お二人の議員より質疑をいただきましたので、一括してお答えします."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.types import Exchange, Turn
from ingest.text.lines import sentences
from ingest.text.normalize import ordinal, squeeze

HEAD = 2
"""First sentences of a reply in which it says whom it answers."""
_SEVERAL = re.compile(
    r"(?:お|御)?([二三四2-4２-４])(?:人|名|方)の?(?:議員|委員|方)?(?:さん|方)?(?:から|より|の|に|へ)|(両)(?:議員|委員|氏)"
)
_NAMED = re.compile(r"([^\s、。，（()）]{1,8}?)(?:議員|委員|さん|君|氏)(?=[、，,・とやのかよにへ並及])")
_QUESTIONS = re.compile(r"質問|質疑|お?尋ね|意見|指摘|お答え|答弁|回答")


def asked_together(text: str, asked: Sequence[Turn], before: Sequence[Exchange]) -> int:
    """How many of the exchanges right before, which nobody has answered, a reply takes up with the one that was `asked`."""
    head = "".join(text[start:end] for start, end in list(sentences(text))[:HEAD])
    if not asked or not _QUESTIONS.search(head):
        return 0
    several = _SEVERAL.search(head)
    most = 0 if several is None else 1 if several[2] else ordinal(several[1]) - 1
    named = set(_NAMED.findall(head))
    found = 0
    askers = {asked[0].speaker}
    for exchange in reversed(before):
        asker = exchange.questions[0].speaker if exchange.questions else None
        if (
            exchange.status != "unanswered"
            or asker is None
            or asker in askers
            or asker.side != asked[0].speaker.side
        ):
            break
        name = squeeze(asker.name)
        if found >= most and not (name and any(squeeze(n) and name.startswith(squeeze(n)) for n in named)):
            break
        askers.add(asker)
        found += 1
    return found
