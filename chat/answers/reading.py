"""What of a question and of an exchange is set side by side when the exchange is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from heapq import nlargest

from chat.answers import wording
from chat.answers.drafts import Reading
from chat.answers.extractive import Scored
from chat.answers.wanted import asks_what_was_asked
from chat.answers.years import years_named
from chat.types import FoundExchange, town_of
from corpus.patterns import any_of
from corpus.types import Exchange
from retriever.answer_kinds import Kind
from retriever.asked import Question
from retriever.offices import Official

CONTEXT = 0.5
"""What the words of the conversation count for in choosing sentences, beside their weight in the search."""


OFFICE = 0.6
"""Share of the best reading's confidence from which one by the office asked for goes before it."""


def by_town(readings: Sequence[Reading]) -> list[list[Reading]]:
    """The readings of each town, the towns in the order in which they were found."""
    towns: dict[str, list[Reading]] = {}
    for reading in readings:
        towns.setdefault(town_of(reading.found.stored), []).append(reading)
    return list(towns.values())


def of_office(readings: Sequence[Reading], best: Reading, official: Official, threshold: float) -> Reading:
    """The best reading where it quotes the one who is asked for, else the surest that does, where one is sure enough beside it."""
    if not official:
        return best
    own = [r for r in readings if any(official.is_(c.sentence.turn.speaker) for c in r.chosen)]
    if best in own:
        return best
    first = max(own, key=lambda reading: reading.confidence, default=best)
    return first if first.confidence >= max(threshold, OFFICE * best.confidence) else best


AS_SURE = 0.6
"""Share of the best reading's confidence from which an older or newer one answers as well."""


def in_time(readings: Sequence[Reading], best: Reading, asked: Question, threshold: float) -> Reading:
    """The newest (the oldest) reading that answers about as surely as the best one, where that is asked for; else the best."""
    if asked.order not in ("newest", "oldest") or asked.follow_up or best.confidence < threshold:
        return best
    least = max(threshold, AS_SURE * best.confidence)
    dated = [one for one in readings if one.confidence >= least and one.found.stored.meeting.date]
    days = [one.found.stored.meeting.date for one in dated]
    if not days:
        return best
    day = max(days) if asked.order == "newest" else min(days)
    return max(
        (one for one in dated if one.found.stored.meeting.date == day), key=lambda reading: reading.preference
    )


YEARS, OF_A_YEAR = 8, 2
"""Years that are shown, the newest, and sentences of each: what fits on a screen or two."""


def of_each_year(readings: Sequence[Reading], threshold: float) -> list[Reading]:
    """Of each year the best of the readings that answer, the sentences that say most of it, from the oldest to the newest year."""
    first: dict[int, Reading] = {}
    for reading in sorted(readings, key=lambda one: -one.preference):
        if reading.confidence >= threshold and _year(reading):
            first.setdefault(_year(reading), reading)
    years = sorted(first)[-YEARS:]
    return [replace(first[year], chosen=_most_telling(first[year].chosen)) for year in years]


def _most_telling(chosen: Sequence[Scored]) -> tuple[Scored, ...]:
    best = nlargest(OF_A_YEAR, chosen, key=lambda one: one.score)
    return tuple(one for one in chosen if one in best)


def other_years(
    readings: Sequence[Reading], kept: Sequence[Reading], asked: Question, least: float
) -> tuple[int, ...]:
    """The years of meetings, none of which is quoted, in which something answers about as surely as what is quoted: a matter that comes back
    was answered in each of them, and who names no time may mean any. Empty where a time is named or a conversation has one.

    Of 129 questions over 10,469 exchanges of five years of one town eight answers have such years, five of them wrong ones.
    """
    named = asked.order or asked.filters.since or asked.filters.until or years_named(asked.text)
    if not kept or named or asked.follow_up or asked.across:
        return ()
    least = max(least, AS_SURE * kept[0].confidence)
    quoted = {_year(reading) for reading in kept}
    years = {_year(reading) for reading in readings if reading.confidence >= least}
    return tuple(sorted(years - quoted - {0}))


def _year(reading: Reading) -> int:
    return int(reading.found.stored.meeting.date[:4] or 0)


_CLOSING = re.compile(
    r"締め(?:くくり|括り|の)|結び(?:で|の|に|$| )|(?:最後の?|質問の)まとめ|まとめで|最後に(?:述べ|求め|言[いっ]|訴え|話し|申し)|"
    r"closing (?:remarks?|words?|speech|statement)|wrapp?(?:ed|ing)?[- ]up|conclu(?:ded|ding|sion)",
    re.IGNORECASE,
)


def closing_first(asked: Question, found: Sequence[FoundExchange]) -> list[FoundExchange]:
    """`found` with what members say after the last reply before the others, where a question asks how one closed: few are read, and his questions
    have more words of the matter."""
    if not _asks_how_he_closed(asked):
        return list(found)
    return sorted(found, key=lambda item: not _closes(item.stored.exchange))


def _asks_how_he_closed(asked: Question) -> bool:
    return (asked.about_question or asked.who_said) and bool(_CLOSING.search(asked.text))


def of_closing_speech(readings: Sequence[Reading], best: Reading, asked: Question) -> Reading:
    """The best reading of what a member says after the last reply, where a question asks how he closed; else the best. Before it he
    speaks of the same matters at greater length."""
    if not _asks_how_he_closed(asked):
        return best
    closing = [reading for reading in readings if _closes(reading.found.stored.exchange)]
    return max(closing, key=lambda reading: reading.preference, default=best)


def of_one_who_asked(
    readings: Sequence[Reading], best: Reading, asked: Question, threshold: float
) -> Reading:
    """The surest reading of a question that was answered, where it is asked who put it and the best one is an opinion, on which nobody
    replied and in which nothing is asked; else the best."""
    if not (asked.about_question and Kind.PERSON in asked.kinds and asks_what_was_asked(asked.text)):
        return best
    put = any(wording.QUESTION.search(wording.plain(one.sentence.text)) for one in best.chosen)
    answered = [] if put else [one for one in readings if one.found.stored.exchange.answers]
    if best in answered:
        return best
    first = max(answered, key=lambda one: one.confidence, default=best)
    return first if first.confidence >= max(threshold, AS_SURE * best.confidence) else best


def _closes(exchange: Exchange) -> bool:
    """Whether a member speaks and nobody replies."""
    turns = exchange.answers or exchange.questions
    return not (exchange.answers and exchange.questions) and bool(turns) and turns[0].speaker.side == "member"


def sentence_terms(asked: Question) -> dict[str, float]:
    """The words that sentences are scored by: of a follow-up its own before those of the conversation, which have found the
    exchange already. Names of members are none of them: who speaks is told by the label, in his words only when he introduces himself."""
    if asked.kana:
        return dict(asked.terms.all)
    own = asked.terms.all
    names = asked.names - own.keys()
    share = CONTEXT if asked.follow_up else 1.0
    return {
        form: weight if form in own else share * weight
        for form, weight in asked.query.terms
        if form not in names
    }


def surroundings(scored: Sequence[Scored], chosen: Sequence[Scored]) -> str:
    """The chosen sentences with those right before and after them in the same turn."""
    taken = {id(item) for item in chosen}
    places = [i for i, item in enumerate(scored) if id(item) in taken]
    near = {j for i in places for j in (i - 1, i, i + 1) if 0 <= j < len(scored)}
    turns = {id(scored[i].sentence.turn) for i in places}
    return " ".join(scored[j].sentence.text for j in sorted(near) if id(scored[j].sentence.turn) in turns)


_HEADS_WHAT_FOLLOWS = re.compile(
    any_of(
        # 「資料の左上、校舎の改築の概要でございます」
        r"(?:概要|内訳|内容|経緯|状況|進捗|工程|日程|スケジュール|計画|結果)(?:について)?(?:で(?:す|ございます|あります)|に(?:なります|移ります))",
        # 「浄水場の濁りに関して、一言おわび申し上げます」
        r"(?:に関し(?:まして|て)?|につ(?:いて|きまして))、?(?:一言)?(?:お?[詫わ]び|[お御]礼|お祝い)(?:を)?申し上げます",
    )
    + r"。?$"
)


_OF_A_BILL = re.compile(
    any_of(
        # 「今回の条例の制定は、…」「今回の補正につきましては、…」
        r"^(?:今回|このたび|今般)の[^。、]{0,40}(?:制定|改正|補正|廃止|予算|条例|契約)",
        # 「本案は、…」「本議案につきましては、…」
        r"^本(?:案|議案|案件|条例|契約|補正予算|件)(?:は|につ|の)",
        # 「…税を制定するものであります」
        r"(?:制定|改正|補正|廃止|設置|締結)(?:を(?:行う|お願いする))?(?:する)?もの(?:で(?:す|ございます|あります)|となります)。?$",
    )
)
"""What a bill is for, before what it says point by point."""

_NUMBERED = re.compile(
    r"^[1-9]\d?[、,.]?(?:の|は)?"
    + any_of(
        # 「１契約の目的、…」「４、取得の価格は…」
        *"契約 取得 財産 工事 業務 委託 施設 指定 事業 件名 名称 目的 種別 場所 方法 金額 価格 価額 相手 期間 工期 履行 納入 処分 交換 貸付".split()
    )
)
"""An item of the particulars of a contract or an acquisition, by number and heading."""


_TERM = re.compile(
    r"^(?:なお、)?(?:工期|履行期[間限]|納入?期限|契約期間|契約の?相手方|予定価格|落札率)(?:は|につ|で|、)"
)
"""What follows the items without a number: 「なお、工期は、…」."""


def of_its_particulars(before: Sequence[str], text: str) -> str:
    """The items of a contract that are told `before` an item (金額は…) in an explanation, with the sentence that leads to them: its
    purpose is named in the first."""
    items = [i for i, each in enumerate(before) if _NUMBERED.match(wording.plain(each))]
    item = _NUMBERED.match(wording.plain(text)) or _TERM.match(wording.plain(text))
    if not items or not (item or items[-1] == len(before) - 1):
        return ""
    return "\n".join(before[max(0, items[0] - 1) :])


def announced_before(scored: Sequence[Scored], item: Scored) -> str:
    """By which sentence of an explanation its subject is named (「改修工事について御説明いたします」): what it tells point by point is of it."""
    if item.sentence.role != "statement":
        return ""
    turn = item.sentence.turn
    before = [
        each.sentence.text
        for each in scored
        if each.sentence.turn is turn and each.sentence.start < item.sentence.start
    ]
    first = next((text for text in before if wording.ANNOUNCES.search(wording.plain(text))), "")
    under = next((text for text in reversed(before) if _HEADS_WHAT_FOLLOWS.search(wording.plain(text))), "")
    bill = [text for text in before if _OF_A_BILL.search(wording.plain(text))][-2:]
    particulars = of_its_particulars(before, item.sentence.text)
    return "\n".join(dict.fromkeys((first, under, *bill, particulars)))


def with_the_one_before(scored: Sequence[Scored], item: Scored) -> str:
    """A sentence with the one right before it that the same speaker said to the same: who is interrupted goes on in a turn of its own
    (割合、人数でしょうか。〔割合です〕１８％です)."""
    place = next(i for i, each in enumerate(scored) if each is item)
    before, own = scored[place - 1].sentence if place else None, item.sentence
    if before is None or (before.turn.speaker, before.role) != (own.turn.speaker, own.role):
        return own.text
    return before.text + item.sentence.text
