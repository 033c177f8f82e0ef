"""Questions that name a group of members (会派): 「公明党は何を求めたか」 is asked of those who speak for it.

Minutes name the group rarely in the label of a speaker, but whoever speaks for one says so at the beginning (「公明党を代表し」
「…クラブの何某です」). Who is found so is put in the group's place, and that is told beside the answer. For which group a member speaks (「その議員は何党ですか」)
is answered by that sentence; where nobody says it the record does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from chat.answers.citations import cite, verified
from chat.answers.drafts import Draft
from chat.answers.extractive import Quote
from chat.framing import compose
from chat.offices_en import Romanise
from chat.questions.spoken_words import WHICH_GROUP
from chat.saying import Saying
from chat.types import FoundExchange
from corpus.patterns import any_of
from corpus.sentences import quotable
from corpus.store import Store
from corpus.types import Exchange, Speaker, Turn
from retriever.asked import Question
from retriever.persons import TITLES
from retriever.question import normalise
from retriever.scope import read_scope
from retriever.search import Searcher
from retriever.types import Hit, SearchQuery

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
    + any_of(
        *"(?:日本)?共産党 公明党 自民党 自由民主党 立憲(?:民主党)? 国民民主党?".split(),
        *"(?:日本)?維新(?:の会)? 社民党 社会民主党 れいわ(?:新選組)? 参政党".split(),
        r"[一-龥ァ-ヴー・]{2,10}?(?:クラブ|議員団|[都道府県市区町村]議団|ネット(?:ワーク)?|の会|党)",
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


OPENING = 200
"""Characters in which a speaker says who speaks."""

NOT_SAID = Saying(
    "会議録には、どの会派（政党）に属するかが記されていません。",
    "The minutes do not say to which group or party the member belongs.",
)

_NO_GROUP = r"(?!議席|\d|第|私|わたくし|ただ|委員|議員|改めまし|皆|本日|今回)"

_REPRESENTS = re.compile(
    rf"(?:^|[、。,，\s]|は)(?P<group>{_NO_GROUP}"
    r"(?!(?:[市区町村県都道府国]民|住民|地域|地元|執行部|理事者|当局|職員|事務局|会派|会員|議会|議員|全員|一同|賛成|反対|提出者|同僚)(?:の[^、。]{0,6})?を)"
    r"[一-龥ぁ-んァ-ヴー・･A-Za-z･]{2,24}?)(?<!委員会)を代表(?:し|いたし|致し)"
)
"""「青空クラブを代表して、一般質問を行います」: no town's people are a group, nor a committee."""


def own_words(speaker: Speaker, exchanges: Iterable[Exchange]) -> list[tuple[Turn, int, int]]:
    """The sentence in which a member says for which group he speaks; none where he does not in these exchanges."""
    if len(speaker.name) < 2:
        return []
    says = re.compile(
        rf"(?:^|[、。,，\s]|は)(?P<group>{_NO_GROUP}[一-龥ぁ-んァ-ヴーA-Za-z・!！]{{2,20}}?)(?:を代表[^。]{{0,30}}?|に?所属の|[、,，の\s]+)(?:議席番号)?(?:\d{{1,3}}番(?:議員)?[、,，の\s]*)?"
        rf"{re.escape(speaker.name[:2])}[一-龥ぁ-んァ-ヴー\s]{{0,6}}?(?:です|でございます|であります|と申します)"
    )
    for exchange in exchanges:
        for turn in (*exchange.questions, *exchange.answers):
            if turn.speaker.name != speaker.name:
                continue
            for start, end in quotable(turn.text[:OPENING]):
                if says.search(turn.text[start:end]) or _REPRESENTS.search(turn.text[start:end]):
                    return [(turn, start, end)]
    return []


def asks_of_a_members_group(asked: Question) -> bool:
    """Whether a question asks for nothing but the group of the members whom it names (森川議員は何党ですか)."""
    text = asked.text
    for name in asked.members:
        text = re.sub(rf"{re.escape(name)}[一-龥ァ-ヴー]{{0,4}}?(?:{TITLES}|さん)+", "その議員", text)
    return text != asked.text and WHICH_GROUP.fullmatch(text) is not None


def of_a_member(
    asked: Question, found: Sequence[FoundExchange], store: Store, romanise: Romanise
) -> tuple[tuple[FoundExchange, ...], Draft] | None:
    """The words in which the member whom a question names says for which group he speaks, or that he does not; None where he is not in
    the record. `found`: what stands there with his name."""
    his = [
        (item, turn.speaker)
        for item in found
        for turn in item.stored.exchange.questions
        if any(name in turn.speaker.name for name in asked.members)
    ]
    for item, speaker in his:
        told = store.exchanges(item.stored.source.id, statements=True)
        for stored in (one for one in told if one.minutes_id == item.stored.minutes_id):
            for turn, start, end in own_words(speaker, [stored.exchange]):
                role = "question" if turn in stored.exchange.questions else "answer"
                made = verified([cite(Quote.of(role, turn, start, end), stored, 1)], stored, store)
                if made:
                    hit = FoundExchange(Hit(1, 1.0, stored.exchange.id), stored)
                    return (hit,), Draft(compose([made], asked.english, romanise), tuple(made), 1.0)
    return ((), Draft(NOT_SAID.of(asked.english))) if his else None
