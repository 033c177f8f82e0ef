"""The dossier for a general question (一般質問): theme and own town in, what the record holds on it out, every line cited.

1. own town: questions and answers on the theme in time order;
2. commitments in these answers that still want a follow-up;
3. what other towns answer, the best of each;
4. figures and dates said, each in its sentence;
5. points that no reply has covered: questions left unanswered, what a reply says is not given, what only others answered;
6. a draft outline of the 通告, made of the above.

The words around the quotations are fixed, and in the language of the page; nothing about the matter itself is said that is not
quoted.
"""

from __future__ import annotations

import time
from dataclasses import replace

from chat import naming
from chat.answers.member_questions import request_of
from chat.commitments.open_promises import Listed
from chat.desk.brief_outline import outline
from chat.desk.brief_points import (
    figures,
    label_of,
    not_given,
    only_elsewhere,
    place_of,
    promises,
    unanswered,
)
from chat.desk.brief_types import Dossier, Found, Line, Marks, Quoted, Section
from chat.notices import need_minutes, need_towns
from chat.ports import AnswerService
from chat.types import Near, town_of
from chat.words import t
from corpus.errors import SettingsError
from corpus.types import StoredExchange
from retriever.types import Filter

CONFIDENT, COVERING = 0.3, 0.5
"""An exchange is on the theme from this confidence on if its reply holds this share of the theme's words. On the five
development documents and seven themes every exchange above both was on the theme, and none below that was."""

OWN, ELSEWHERE = 30, 24
"""Exchanges read for the own town and for all others: some 10 ms each, ten times that for speeches of an hour."""

FEW = 8
"""Exchanges below which a theme in English is also searched by all that its words may mean, not only by the likeliest."""

EACH = 3
"""And of each other town: one of many minutes hid the others. On 20 themes over 20,000 exchanges of ten towns the dossier lacked 23 of
61 towns that a comparison shows, now 3
(0.10 s more): replies of an hour in which the theme's words stand far apart."""

SHOWN_TOWNS = 8
"""Other towns shown, the surest first."""

PROMISES = 15
"""Open promises shown, the newest: what was promised years and many replies ago is in the ledger."""

NEAR_TOP = 0.5
"""An opinion without reply is on the theme when it is found with this share of the best exchange's score: it has no reply that
could be read. The one on the theme among the development documents had 0.62, the others 0.17 and less."""


def brief(
    service: AnswerService,
    theme: str,
    town: str,
    since: str = "",
    until: str = "",
    listed: Listed | None = None,
) -> Dossier:
    """The dossier on `theme` for `town`.

    Args:
        service: what finds and quotes.
        theme: a few words (避難所の備蓄, disaster stockpiles) or a question, in Japanese or English.
        town: whole name (調布市).
        since: first day of the meetings, ISO; empty: no limit.
        until: last day.
        listed: where promises are taken from; default: the ledger, which is waited for while it is being made.

    Raises:
        SettingsError: no theme, no town, no minutes of the town, or none of any town are loaded.
    """
    _need(service, theme, town)
    start = time.perf_counter()
    period = Filter(since=since, until=until)
    mine = replace(period, towns=(town,))
    marks = Marks()
    words = service.in_japanese(theme)
    nearest = sorted(_own(service, theme, words, mine), key=lambda near: _time(near.found.stored))
    own = [_found(service, words, one, marks) for one in nearest]
    # In the order of the sections: so are the marks counted.
    listed = listed or Listed(service.ledger, True)
    promised = tuple(promises(service, listed, words, own, marks))
    others = _elsewhere(service, words, period, town, marks)
    figured = tuple(figures(service, words, own, others, marks))
    opinions = _opinions(service, words, period, mine, marks)
    missing = [*unanswered(opinions), *not_given(own, marks), *only_elsewhere(service, others, mine, town)]
    sections = (
        Section(t("これまでの質疑（時系列）"), tuple(map(_exchange_line, own)), t("{town}では、このテーマの質疑は記録に見つかりませんでした。", town=naming.town(town))),
        Section(_promise_title(len(promised), listed), tuple(line for _, line in promised[-PROMISES:]), _no_promise(listed)),
        Section(t("ほかの自治体の答弁"), tuple(map(_exchange_line, others)), t("ほかの自治体の記録には見つかりませんでした。")),
        Section(t("答弁にある数値と期日"), figured, t("数値や期日を述べた答弁は見つかりませんでした。")),
        Section(t("答弁が得られていない点"), tuple(missing), t("記録からは見つかりませんでした。")),
        Section(t("通告の骨子（案）"), tuple(outline(theme, words, town, own, promised, missing, others)), "", True),
    )  # fmt: skip
    elapsed = 1000 * (time.perf_counter() - start)
    return Dossier(theme, town, sections, marks.citations, service.reach(period), elapsed)


def _need(service: AnswerService, theme: str, town: str) -> None:
    """Raises SettingsError where `brief` has nothing to go by: no theme, no town, or no minutes of it."""
    if not theme.strip():
        raise SettingsError("テーマがありません", "例: 避難所の備蓄")
    need_minutes(service.reach())
    need_towns(service.towns())
    if not town:
        raise SettingsError("自分の自治体がありません", "自分の自治体を選んでください")
    if town not in service.towns():
        raise SettingsError(
            f"{town}の会議録は読み込まれていません",
            "自治体名を確かめるか、資料を追加してください",
        )


def _promise_title(count: int, listed: Listed) -> str:
    title = t("その後を確かめたい答弁")
    if count > PROMISES:
        said = "その後を確かめたい答弁（新しい{n}件。ほか{more}件は「答弁の約束」で見られます）"
        title = t(said, n=PROMISES, more=count - PROMISES)
    return title if listed.whole else title + t("（一覧を作っている途中のもの）")


def _no_promise(listed: Listed) -> str:
    if listed.statements is None:
        return t("約束の一覧がまだできていないため、調べていません。")
    return t("該当する答弁は見つかりませんでした。")


def _own(service: AnswerService, theme: str, words: str, mine: Filter) -> tuple[Near, ...]:
    """The own town's exchanges on the theme; where its Japanese words find few, also those that its English words find."""
    found = _on_theme(service, words, mine, OWN)
    if words == theme or len(found) >= FEW:
        return found
    known = {near.found.stored.exchange.id for near in found}
    more = _on_theme(service, theme, mine, OWN)
    return (*found, *(near for near in more if near.found.stored.exchange.id not in known))


def _on_theme(service: AnswerService, theme: str, filters: Filter, k: int, each: int = 0) -> tuple[Near, ...]:
    """The exchanges and statements on the theme, the surest first; see `chat.lookup.Lookup.nearest`."""
    return service.nearest(theme, filters, k, CONFIDENT, COVERING, each)


def _found(service: AnswerService, words: str, near: Near, marks: Marks) -> Found:
    stored = near.found.stored
    question = request_of(service, stored, words)
    asked = marks.mark(question) if question else None
    return Found(stored, asked, tuple(marks.mark(citation) for citation in near.citations))


def _time(stored: StoredExchange) -> tuple[str, int, int]:
    return stored.meeting.date, stored.minutes_id, stored.position


def _elsewhere(service: AnswerService, words: str, period: Filter, town: str, marks: Marks) -> list[Found]:
    """The surest exchange of each other town."""
    rest = tuple(name for name in service.towns() if name != town)
    best: dict[str, Near] = {}
    for near in _on_theme(service, words, replace(period, towns=rest), ELSEWHERE, EACH) if rest else ():
        name = town_of(near.found.stored)
        if len(best) < SHOWN_TOWNS:
            best.setdefault(name, near)
    return [_found(service, words, near, marks) for near in best.values()]


def _opinions(service: AnswerService, words: str, period: Filter, mine: Filter, marks: Marks) -> list[Found]:
    """Questions and opinions of the own town on the theme to which the record has no reply."""
    top = max((found.hit.score for found in service.search(words, period, 1)), default=0.0)
    out = []
    for found in sorted(service.search(words, mine, OWN, whole=True), key=lambda found: _time(found.stored)):
        if found.stored.exchange.status in ("opinion", "unanswered") and found.hit.score >= NEAR_TOP * top:
            question = request_of(service, found.stored, words)
            if question:
                out.append(Found(found.stored, marks.mark(question), ()))
    return out


def _exchange_line(found: Found) -> Line:
    asked = (Quoted(t("問"), found.question),) if found.question else ()
    label = label_of(found)
    return Line(place_of(found.stored), (*asked, *(Quoted(label, answer) for answer in found.answers)))
