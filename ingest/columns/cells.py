"""What the cell of an export may be: a question, a reply, a person, an office, a department, a vote."""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.eras import find_dates
from corpus.patterns import any_of
from ingest.columns.grid import Column
from ingest.people.names import is_full_name, is_name, is_surname
from ingest.people.offices import is_house, is_office
from ingest.people.speakers import parse_label
from ingest.phrases.wording import asks, wishes
from ingest.text.normalize import squeeze

_REPLIES = re.compile(
    any_of(
        # 「進めてまいります」「検討します」「予定です」
        *r"てまいり ており(?:ます|ません) て[おい]る。 検討し 検討を 予定 見込み 見通し こととし 努め 取り?組 対応し 実施 進め".split(),
        # 「周知しています」「いたしました」
        *r"協議し 周知 いたし(?:ます|ました) 考えてい と考え ています。".split(),
        # 「助言しました。」「困難です」
        r"(?:行|伝え|整備し|加え|見直し|助言し|案内し)(?:い)?(?:ます|ました)。",
        *r"難しい 困難".split(),
    )
)
"""How an office replies; residents and members hardly write so of themselves."""


def seeks(text: str) -> bool:
    """Whether words ask, or wish for something."""
    return asks(text) or wishes(text)


def replies(text: str) -> bool:
    """Whether words sound as an office replying, and ask nothing."""
    return _REPLIES.search(text) is not None and not asks(text)


def is_of_office(word: str) -> bool:
    """道路課, 図書館, 建設課長: a place of work or an office that is no member's."""
    word = squeeze(word)
    return is_house(word) or (is_office(word) and not is_member(word))


def is_member(word: str) -> bool:
    """３番, 片桐議員: a member by his office or seat."""
    speaker = parse_label(word)
    return speaker is not None and speaker.side == "member" and bool(speaker.office)


def is_matter(word: str) -> bool:
    """Whether a short cell may be a matter: words, and no day."""
    return re.search("[一-鿿ァ-ヶぁ-ん]{2}", word) is not None and not find_dates(word)


_GROUP = re.compile(r"(?:[会党団派班]|クラブ|ネット)$")
"""青葉会: a party of the council opens with a surname, too."""


def is_person(word: str) -> bool:
    """A surname, alone or with a given name."""
    name = squeeze(word)
    return is_name(name) and not _GROUP.search(name) and (is_full_name(name) or is_surname(name))


def rises(column: Column) -> bool:
    """Whether a column counts its rows."""
    numbers = column.numbers
    return bool(numbers) and all(a < b for a, b in pairwise(numbers))


_STANCE = re.compile(
    r"(?:賛成?|否|反対?|可決?|否決|原案(?:のとおり)?可決|同意|承認|採択|不採択|棄権?|退席?|除斥|出席?|欠席?|遅刻?|早退|[○◯〇×✕△●])"
)


def is_stance(word: str) -> bool:
    """How somebody voted, or whether he was there: 賛, 反対, ○, 欠; minutes have no column of these."""
    return _STANCE.fullmatch(squeeze(word)) is not None
