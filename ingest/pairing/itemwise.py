"""Questions asked at once and answered item by item, each with its further questions before the next is taken up (一問一答に移る質疑).

    議員　大きく１番目です。橋について。一つ目、… 大きく２番目です。港について。一つ目、…
    市長　１項目めについてお答えします。①…   議員　再質問…   市長　…
    市長　２項目めについてお答えします。①…

The reply that takes up the next item answers what the first speech asked there, and not the further question before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import NUMERAL
from corpus.types import Utterance
from ingest.pairing.pieces import turn_of
from ingest.pairing.results import Opened
from ingest.text.normalize import ordinal

_HEADED = re.compile(
    rf"(?:^|(?<=[\n。]))\s*(?:次に、?|続いて、?|続きまして、?|最後に、?)?大(?:き[くいな]|項目)の?第?({NUMERAL}{{1,3}})(?:番目|項目め?|点目|件目|つ目)?(?:です|は|として)?[。、，\s]*([^。\n]{{0,60}})"
)
_TAKEN_UP = re.compile(
    rf"^(?:(?:では|それでは|次に|続いて|続きまして|最後に)、?)?(?:[^。、]{{1,16}}議員[^。、]{{0,8}}の)?(?:大(?:き[くいな]|項目)の?第?)?({NUMERAL}{{1,3}})(?:番目|項目?め?|点目|件目)(?:の[^。]{{0,30}})?(?:について|に関して|に)[^。]{{0,8}}(?:お答え|答弁|回答)"
)


def _item_answered(
    text: str, earlier: Sequence[Utterance], current: str
) -> tuple[Utterance, int, int, str] | None:
    """(speech, start, end, matter) of the item that a reply takes up, where a member asked it in a speech before `current`."""
    taken = _TAKEN_UP.match(text)
    if not taken:
        return None
    for turn in reversed(earlier):
        heads = list(_HEADED.finditer(turn.text)) if turn.speaker.side == "member" else []
        if len(heads) < 2:
            continue
        if turn.text == current:
            return None
        ends = [*(head.start() for head in heads[1:]), len(turn.text)]
        for head, end in zip(heads, ends, strict=True):
            if ordinal(head[1]) == ordinal(taken[1]):
                matter = re.sub(r"(?:について|に関して)(?:です|伺います)?$", "", head[2].strip())
                return turn, head.start(), end, matter if len(matter) <= 40 else ""
        return None
    return None


def opened_item(
    turn: Utterance, earlier: Sequence[Utterance], current: Opened | None, agenda: str
) -> Opened | None:
    """The exchange that such a reply begins while another that was replied to is still open; None for any other reply."""
    if current is None or not current.answers:
        return None
    item = _item_answered(turn.text, earlier, current.questions[0].text)
    if item is None:
        return None
    speech, start, end, matter = item
    opened = Opened([turn_of(speech, start, end)], matter, speech.agenda or agenda)
    opened.answers.append(turn_of(turn))
    return opened
