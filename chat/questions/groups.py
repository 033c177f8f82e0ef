"""Questions that name a group of members (会派): 「公明党は何を求めたか」 is asked of those who speak for it.

Minutes name the group rarely in the label of a speaker, but whoever speaks for one says so at the beginning (「公明党を代表し」
「…クラブの何某です」). Who is found so is put in the group's place, and that is told beside the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from chat.questions.own_group import OPENING
from corpus.store import Store
from corpus.types import Exchange
from retriever.question import normalise
from retriever.scope import read_scope
from retriever.search import Searcher
from retriever.types import SearchQuery

NAMED, LOOKED_AT = 8, 60
"""Members that are put in the place of their group: of more, a question could not be read; exchanges of the search that are looked at for
who speaks for it."""

_OTHERWISE = {
    "自民党": ("自由民主党",),
    "自由民主党": ("自民党",),
    "共産党": ("日本共産党",),
    "立憲": ("立憲民主党",),
    "国民民主": ("国民民主党",),
    "維新": ("日本維新の会", "維新の会"),
    "社民党": ("社会民主党",),
}
"""How else a group is called."""
_GROUP = re.compile(
    # 「公明党」「青葉クラブの議員」「市民ネットワーク市議団」
    r"(?P<group>"
    + "|".join(
        (
            *"(?:日本)?共産党 公明党 自民党 自由民主党 立憲(?:民主党)? 国民民主党?".split(),
            *"(?:日本)?維新(?:の会)? 社民党 社会民主党 れいわ(?:新選組)? 参政党".split(),
            r"[一-龥ァ-ヴー・]{2,10}?(?:クラブ|議員団|[都道府県市区町村]議団|ネット(?:ワーク)?|の会|党)",
        )
    )
    + r")(?:[都道府県市区町村]?議団|の(?:議員|委員|市議|区議|町議|県議|都議)(?:たち|さん)?)?"
    r"(?=は|が|から|の(?:(?:一般|代表)?質問|意見|主張|要望|提案|指摘|考え|見解))"
)


class Groups:
    """Knows who speaks for a group in a store. Thread-safe."""

    def __init__(
        self,
        store: Store,
        searcher: Searcher,
        tokens: Callable[[str], Sequence[str]],
        towns: Callable[[], tuple[str, ...]],
    ) -> None:
        self._store, self._searcher, self._tokens, self._towns = store, searcher, tokens, towns

    def meant(self, question: str, today: date) -> tuple[str, str]:
        """The question with the members in the group's place, and what is said of it; unchanged and "" where it names no group, or
        nobody says that he speaks for it."""
        found = _GROUP.search(normalise(question))
        if found is None or found["group"] not in question:
            return question, ""
        group = found["group"]
        names = self._speakers(question, group, today)
        if not 0 < len(names) <= NAMED:
            return question, ""
        members = "と".join(f"{name}議員" for name in names)
        start = question.find(found[0]) if found[0] in question else question.find(group)
        length = len(found[0]) if found[0] in question else len(group)
        meant = question[:start] + members + question[start + length :]
        return meant, f"「{group}」を名乗って発言した{'、'.join(names)}の質疑を探しました。"

    def _speakers(self, question: str, group: str, today: date) -> list[str]:
        filters = read_scope(question, self._towns(), today).filters
        names: dict[str, None] = {}
        called = (group, *_OTHERWISE.get(group, ()))
        for name in called:
            query = SearchQuery(
                "", tuple((form, 1.0) for form in dict.fromkeys(self._tokens(f"{name}を代表")))
            )
            hits = self._searcher.search(query, filters, LOOKED_AT)
            known = self._store.get_many([hit.exchange_id for hit in hits])
            for stored in known.values():
                names.update(dict.fromkeys(_who_speaks_for(called, stored.exchange)))
        return list(names)


def _who_speaks_for(called: Sequence[str], exchange: Exchange) -> list[str]:
    """The members who say at the beginning that they speak for the group."""
    says = re.compile(
        rf"(?:{'|'.join(map(re.escape, called))})[一-龥ァ-ヴー・]{{0,10}}(?:を代表|の[^。、]{{2,8}}(?:です|でございます|であります|と申します)|に所属|所属の)"
    )
    turns = (*exchange.questions, *exchange.answers)
    return [
        turn.speaker.name
        for turn in turns
        if turn.speaker.name and turn.speaker.side != "executive" and says.search(turn.text[:OPENING])
    ]
