"""How often a matter was asked about, and by how many: no sentence of a record says it, and a number that one happens to have is of something else.

Counted are the exchanges of the record in which the matter's words stand; what is told is the count with the meetings, no quotation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from chat.framing import place_ja, speaker_ja
from chat.notices import describe
from corpus.patterns import WHO, any_of
from corpus.store import Store
from corpus.types import StoredExchange
from retriever.asked import Question, outermost
from retriever.question import normalise
from retriever.terms import INFORMATIVE, asks

if TYPE_CHECKING:
    from retriever.search import Searcher

COUNTED = 1_000
"""Passages that are looked through for a matter's words, in under half a second; where there are as many, it is said that there may be more."""

READ = 60
"""Meetings, the newest, whose questions are counted where no matter is named; they are read whole, in about a second."""

LISTED, NAMED = 8, 10
"""Meetings and members that are told, the newest and those who asked most: what is read in one look."""

LONGEST = 80
"""Characters of a question that asks for nothing but a count."""

_ACT = any_of(*"一般質問 代表質問 質問 質疑 答弁 発言 議論 論議 やり取り やりとり".split())
"""What is said in a meeting; opinions and requests (意見, 要望) come from outside too, and a reply may tell how many."""
_SO_FAR = any_of(*"これまで 今まで 過去 全部で 全体で 合計で 合計 合わせて 計 議会で 委員会で 会議で".split())
_BETWEEN = rf"(?:{_SO_FAR}|に|の|は|、)*"
_NUMBER = any_of(r"何(?:件|回|度|つ)", *"いくつ どれくらい どのくらい 件数 回数".split())
_PEOPLE = any_of(r"何[人名]", *"人数".split())
_MEMBERS = any_of(*"議員 委員 人 方 会派".split())
_ABOUT = any_of(*"について に関して に関する に係る に対する をめぐる を巡る のこと の".split())
_TIMES_ASKED = re.compile(
    rf"(?:{_SO_FAR}(?:に|、)?)?(?P<matter>.{{0,50}}?)"
    + any_of(
        # 「空き家についての質問は何件ありましたか」
        rf"(?:{_ABOUT})+、?{_BETWEEN}{_ACT}(?:の数|数)?{_BETWEEN}(?:{_NUMBER})(?P<times>)",
        # 「空き家について質問した議員は何人いますか」
        rf"(?:{_ABOUT}|を)+、?{_BETWEEN}(?:{_ACT}|取り上げ)(?:を)?(?:した|し|た){_MEMBERS}{_BETWEEN}{_PEOPLE}(?P<people>)",
        # 「空き家は何回質問されましたか」「空き家について何度議論になった」
        rf"(?:{_ABOUT}|は|が)+、?{_BETWEEN}(?:{_NUMBER})(?:くらい|ぐらい|ほど)?、?(?:{_ACT}|話題|取り上げ|話し合)(?P<times2>)",
        # 「空き家について何人が質問しましたか」
        rf"(?:{_ABOUT}|を)+、?{_BETWEEN}{_PEOPLE}(?:の{_MEMBERS})?(?:が|から|に)、?(?:{_ACT}|取り上げ)(?P<people2>)",
        # 「空き家について一番多く質問したのは誰ですか」
        rf"(?:{_ABOUT}|を|で|では|の中で)*、?(?:一番|いちばん|最も|もっとも)(?:多く|たくさん|よく)?、?{_ACT}を?(?:した|している|する)"
        rf"(?:の|{_MEMBERS})*(?:は|が)?、?(?:{WHO}|どの{_MEMBERS})(?P<most>)",
    )
    + r"[^。、何]{0,14}[。?？]?"
)


class TimesAsked:
    """Counts over a store. Thread-safe."""

    def __init__(self, store: Store, searcher: Searcher) -> None:
        self._store, self._searcher = store, searcher

    def of(self, question: str, read: Callable[[str], Question]) -> str | None:
        """What is told; None where no count is asked, or of no matter. `read`: understands what is asked."""
        text = normalise(question)
        found = _TIMES_ASKED.fullmatch(text) if len(text) <= LONGEST else None
        if found is None:
            return None
        asked = read(found["matter"])
        if asked.persons or asked.missing_towns:
            return None
        most = found["most"] is not None
        people = found["people"] is not None or found["people2"] is not None
        forms = _words(asked)
        if forms:
            held, more = self._having(forms, asked)
            return _told(_as_typed(forms, found["matter"]), held, more, asked, people or most)
        return _told_of_all(self._newest(asked), asked) if most else None

    def _having(self, forms: Sequence[str], asked: Question) -> tuple[list[StoredExchange], bool]:
        """The exchanges in which the words stand, the newest first, and whether there may be more."""
        ids = self._searcher.having(forms, asked.filters, COUNTED)
        held = [one for one in self._store.get_many(ids).values() if one.exchange.status != "statement"]
        whole = {(one.minutes_id, one.position): one for one in held}
        return sorted(whole.values(), key=lambda one: one.meeting.date, reverse=True), len(ids) >= COUNTED

    def _newest(self, asked: Question) -> list[StoredExchange]:
        """The exchanges of the newest meetings that the question leaves."""
        held: list[StoredExchange] = []
        for number, meeting in self._store.meetings(asked.filters, READ):
            minutes, context = self._store.minutes(number), self._store.context(number)
            if minutes is not None and context is not None:
                held += [
                    StoredExchange(one, meeting, context[0], number, place)
                    for place, one in enumerate(minutes.exchanges)
                    if one.status != "statement"
                ]
        return held


def _as_typed(forms: Sequence[str], matter: str) -> list[str]:
    """The words as the question has them, where it has them so (DX, not dx)."""
    places = [(form, matter.lower().find(form)) for form in forms]
    return [matter[place : place + len(form)] if place >= 0 else form for form, place in places]


def _words(asked: Question) -> list[str]:
    """The words that name the matter, of a compound the compound."""
    own = asked.terms.own
    telling = [form for form, weight in own.items() if weight >= INFORMATIVE and not asks(form)]
    return outermost(telling)


def _told(
    forms: Sequence[str], held: Sequence[StoredExchange], more: bool, asked: Question, people: bool
) -> str:
    within = f"（対象: {describe(asked.filters)}）" if asked.filters else ""
    words = "、".join(f"「{form}」" for form in forms)
    if not held:
        return f"{words}の語がある質疑は、読み込まれている会議録にありません{within}。"
    lines = [f"{words}の語がある質疑は{'少なくとも' if more else ''}{len(held)}件です{within}。"]
    if people:
        lines += _askers(held)
    meetings = Counter(place_ja(one.meeting) for one in held)
    lines += [f"・{place}: {number}件" for place, number in list(meetings.items())[:LISTED]]
    if len(meetings) > LISTED:
        lines.append(f"ほか{len(meetings) - LISTED}の会議")
    lines.append(
        "語で数えたもので、言い換えは含みません。内容は「〜について教えて」のように尋ねると示します。"
    )
    return "\n".join(lines)


def _told_of_all(held: Sequence[StoredExchange], asked: Question) -> str:
    within = f"（対象: {describe(asked.filters)}）" if asked.filters else ""
    meetings = len({one.minutes_id for one in held})
    newest = f"新しい{READ}件の会議" if meetings >= READ else f"{meetings}件の会議"
    return "\n".join([f"{newest}の質疑{len(held):,}件を数えました{within}。", *_askers(held)])


def _askers(held: Sequence[StoredExchange]) -> list[str]:
    """Who asked there, by name, the most often first; those whom the record does not name are counted apart."""
    named = Counter[str]()
    unnamed = 0
    for one in held:
        speakers = {speaker_ja(turn.speaker) for turn in one.exchange.questions if turn.speaker.name}
        named.update(f"{one.meeting.town} {speaker}".strip() for speaker in speakers)
        unnamed += not speakers
    if not named:
        return ["質問した人の氏名は、会議録に記載がありません。"]
    shown = "、".join(f"{who}（{times}件）" for who, times in named.most_common(NAMED))
    rest = f"ほか{len(named) - NAMED}人" if len(named) > NAMED else ""
    apart = f"。ほかに、質問した人の氏名の記載がない質疑が{unnamed}件" if unnamed else ""
    return [f"氏名が分かる質問者は{len(named)}人です: {shown}{rest}{apart}。"]
