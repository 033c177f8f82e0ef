"""The conversation as HTML: questions, answers, refusals, what was understood, what to ask next, votes.

Escaped and belted as everything of `chat.render.answers`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chat import naming
from chat.contract import SIDES, filter_to_dict
from chat.follow_ups import FollowUp, FollowUps, Since
from chat.held.feedback import LONGEST_COMMENT
from chat.limits import LONGEST_QUESTION
from chat.notices import NOTHING_LOADED
from chat.refusals import parts
from chat.render.answers import (
    ShownTurn,
    belt,
    copy_button,
    copy_text,
    date_html,
    date_words,
    error_html,
    found_list,
    heading,
    quotations_html,
    reach_html,
    record_words,
    text_html,
    with_names,
)
from chat.types import Answer, Stage
from chat.words import t, translated
from retriever.types import Filter

NEAR_TOPICS = 5
"""Near topics that a refusal lists, and further exchanges that an answer lists: what fits beside it on a phone."""

_STAGES: dict[Stage, str] = {
    "search": "会議録を検索しています…",
    "read": "見つかった質疑を読み、答えている箇所を確かめています…",
    "write": "言語モデルが書いた文を、一文ずつ会議録と照合しています…",
}


def conversation_html(turns: Sequence[ShownTurn], kept: str = "") -> str:
    """All turns of a conversation, oldest first; `kept` is what the browser keeps of it (see `chat.page.conversation`)."""
    shown = "".join(turn_html(turn, number) for number, turn in enumerate(turns))
    return belt(f'<div class="kc-kept" data-kept="{text_html(kept)}">{shown}</div>' if kept else shown)


def turn_html(turn: ShownTurn, number: int) -> str:
    """One question with its answer, refusal, error or the note that it is being searched."""
    if turn.error:
        body = error_html(turn.error)
    elif turn.answer is None:
        stop = f'<button type="button" class="kc-small" data-act="stop">{t("止める")}</button>'
        heard = f'<p class="kc-sentence">{record_words("".join(turn.heard))}</p>' if turn.heard else ""
        body = f'{heard}<div class="kc-wait"><p>{t(_STAGES[turn.stage])}</p>{stop}</div>'
    elif turn.answer.aside:
        body = f'<div class="kc-none">{_paragraphs(turn.answer.text)}</div>'
    elif turn.answer.status == "no_evidence":
        body = _refusal(turn, turn.answer, number)
    else:
        body = _answer(turn, turn.answer, number)
    if len(turn.question) >= LONGEST_QUESTION:
        cut = t(
            "質問は{n}字までです。それより後を除いて探しました。長い文章は「答弁確認」で一文ずつ確かめられます。",
            n=f"{LONGEST_QUESTION:,}",
        )
        body = f'<p class="kc-note">{cut}</p>{body}'
    return (
        f'<section class="kc-turn" data-answer="{text_html(turn.key)}" aria-label="{t("質問{number}", number=number + 1)}">'
        f'<h2 class="kc-q"><span class="kc-tag">{t("質問")}</span><span>{record_words(turn.question)}</span></h2>'
        f'<div class="kc-a">{body}</div></section>'
    )


def _answer(turn: ShownTurn, answer: Answer, number: int) -> str:
    """Quotations with marks and their origin, what was understood, how far was searched, what to ask next, further exchanges."""
    cited = {citation.exchange_id for citation in answer.citations}
    further = [
        found
        for found in answer.hits
        if found.stored.exchange.id not in cited and found.stored.parent_id not in cited
    ][:NEAR_TOPICS]
    more = ""
    if further:
        head = t("ほかに見つかった質疑・発言（{n}件）", n=len(further))
        more = f'<details class="kc-more"><summary>{head}</summary>{found_list(further)}</details>'
    copy = copy_button(t("引用をコピー"), "\n".join(copy_text(citation) for citation in answer.citations))
    return (
        f"{quotations_html(answer, number)}{_notes(answer)}{understood_html(answer, number)}{reach_html(answer)}"
        f"{more}{_tools(turn, number, copy)}"
    )


def _paragraphs(text: str) -> str:
    """What is said where nothing of the record was asked for, a paragraph a line; names of towns and bodies stay Japanese."""
    return "".join(f"<p>{with_names(translated(line))}</p>" for line in text.splitlines())


def _notes(answer: Answer) -> str:
    return "".join(f'<p class="kc-note">{with_names(translated(note))}</p>' for note in answer.notes)


def _refusal(turn: ShownTurn, answer: Answer, number: int) -> str:
    """That nothing was found, what was searched, and near topics that are visibly no answer."""
    # Conditions and reach, which the text says as well, are shown below as chips and a line of their own; once is enough.
    head, told = parts(answer)
    near = ""
    if answer.hits:
        near = (
            f'<nav class="kc-near" aria-label="{t("近い話題")}"><h3>{t("近い話題")} <small>{t("（質問への回答ではありません）")}</small></h3>'
            f"{found_list(answer.hits[:NEAR_TOPICS])}</nav>"
        )
    beside = "".join(f"<p>{with_names(translated(one))}</p>" for one in told)
    said = (
        f'<p class="kc-none-head"><strong>{with_names(translated(head))}</strong></p>{beside}{_notes(answer)}'
    )
    # Nothing was searched: there is neither what to widen nor what to judge.
    if answer.text == NOTHING_LOADED:
        return f'<div class="kc-none">{said}</div>'
    return (
        f'<div class="kc-none">{said}<p>{t(_advice(answer))}</p></div>{understood_html(answer, number)}{reach_html(answer)}'
        f"{near}{_tools(turn, number)}"
    )


def _advice(answer: Answer) -> str:
    """What to do about a refusal: conditions can be widened only where there are any, and other words find no minutes that are not
    there."""
    if answer.missing_towns:
        return "その自治体の会議録を「資料」から読み込むと、質問できるようになります。"
    if answer.filters != Filter():
        return "言い方を変えるか、自治体や期間の条件を広げてお試しください。"
    return "会議録に出てきそうな言葉を使って、知りたいことを一つずつお尋ねください。"


def understood_html(answer: Answer, number: int) -> str:
    """The town, period and so on that were understood, one chip each: its name changes it, × asks again without it."""
    filters = answer.filters
    period = (
        naming.span(naming.day(filters.since) or t("最初"), naming.day(filters.until) or t("最後"))
        if filters.since or filters.until
        else t("すべて")
    )
    # Towns without minutes are meant as well, also by the questions that follow: × asks of all towns.
    place = naming.filters(Filter(filters.towns or answer.missing_towns, filters.prefecture))
    wider = _without(answer, "towns", "prefecture")
    if wider is None and answer.missing_towns:
        wider = filters
    chips = [
        _chip("対象", place or t("すべて"), "towns", wider, answer, number),
        _chip("期間", period, "period", _without(answer, "since", "until"), answer, number),
    ]
    if filters.body:
        chips.append(_chip("会議", filters.body, "body", _without(answer, "body"), answer, number))
    if filters.office:
        chips.append(_chip("役職", filters.office, "office", _without(answer, "office"), answer, number))
    if filters.side:
        chips.append(
            _chip("発言者", t(SIDES[filters.side]), "side", _without(answer, "side"), answer, number)
        )
    return f'<ul class="kc-chips" aria-label="{t("検索した条件")}">{"".join(chips)}</ul>'


def _without(answer: Answer, *fields: str) -> Filter | None:
    """The filters of an answer without these; None where they narrow nothing."""
    empty = {name: getattr(Filter(), name) for name in fields}
    wider = replace(answer.filters, **empty)
    return wider if wider != answer.filters else None


def _chip(name: str, value: str, field: str, wider: Filter | None, answer: Answer, number: int) -> str:
    change = (
        f'<button type="button" class="kc-chip" data-act="narrow" data-turn="{number}" data-field="{field}" '
        f'title="{t("この条件を変える")}">{t(name)}: {with_names(value)}</button>'
    )
    if wider is None:
        return f"<li>{change}</li>"
    label = t("「{name}」の条件を外して質問し直す", name=t(name))
    remove = (
        f'<button type="button" class="kc-off" {_asks(answer.question, wider)} aria-label="{text_html(label)}" '
        f'title="{text_html(label)}">×</button>'
    )
    return f"<li>{change}{remove}</li>"


def _asks(question: str, filters: Filter) -> str:
    """The attributes of a button that asks `question` with these filters alone."""
    given = json.dumps(filter_to_dict(filters), ensure_ascii=False)
    return f'data-act="ask" data-question="{text_html(question)}" data-filters="{text_html(given)}"'


def follow_ups_html(follow_ups: FollowUps, key: str) -> str:
    """What the last answer (that of `key`) leads on to: what its towns' later record says, one line each, then chips: how it
    went on, other years, other towns, the same question without its period, the next exchange."""
    lines = "".join(f'<p class="kc-since">{_since_line(since)}</p>' for since in follow_ups.since)
    items = "".join(f"<li>{chip}</li>" for chip in _chips(follow_ups))
    chips = f"<ul>{items}</ul>" if items else ""
    head = t("続けて確かめる")
    return belt(
        f'<nav class="kc-follow" aria-label="{head}" data-answer="{text_html(key)}"><h3>{head}</h3>{lines}{chips}</nav>'
    )


def _since_line(since: Since) -> str:
    place = {
        "town": with_names(naming.town(since.town)),
        "day": date_html(since.after),
        "until": date_html(since.until),
    }
    if since.later:
        return t("{town}では、{day}より後にも答弁があります。", **place)
    if since.until > since.after:
        return t(
            "{town}の会議録には、{day}より後（{until}まで検索）に、これについての答弁は見つかりませんでした。",
            **place,
        )
    return t("読み込まれている{town}の会議録は{until}までで、これより新しい答弁はありません。", **place)


def _chips(follow_ups: FollowUps) -> Iterator[str]:
    for since in follow_ups.since:
        if since.later:
            when = date_words(since.later.date)
            yield _ask_chip(
                t("その後の{town}の答弁（{day}）", town=naming.town(since.town), day=when), since.later
            )
    for year in follow_ups.years:
        yield _ask_chip(t("ほかの年の答弁（{day}）", day=date_words(year.date)), year)
    for other in follow_ups.others:
        yield _ask_chip(t("{town}ではどう答えているか", town=naming.town(other.town)), other)
    if wider := follow_ups.wider:
        yield _ask_chip(t("期間を限らずに探す（{day}の答弁があります）", day=date_words(wider.date)), wider)
    if after := follow_ups.next:
        name = t("次の質疑: {topic}", topic=heading(after.exchange, 24))
        yield (
            f'<button type="button" class="kc-small kc-wrap" data-act="open" '
            f'data-exchange="{text_html(after.exchange.id)}"><span>{with_names(name)}</span></button>'
        )


def _ask_chip(name: str, follow_up: FollowUp) -> str:
    return (
        f'<button type="button" class="kc-small kc-wrap" {_asks(follow_up.question, follow_up.filters)}>'
        f"<span>{with_names(name)}</span></button>"
    )


def _tools(turn: ShownTurn, number: int, copy: str = "") -> str:
    """Small: copying, voting, and after a vote a field for a comment."""
    votes = "".join(
        f'<button type="button" class="kc-small kc-thumb" data-act="vote" data-turn="{number}" data-value="{value}" '
        f'data-key="vote-{number}-{value}" aria-pressed="{"true" if turn.vote == value else "false"}">{t(name)}</button>'
        for value, name in ((1, "役に立った"), (-1, "役に立たなかった"))
    )
    group = f'<div class="kc-votes" role="group" aria-label="{t("この回答の評価")}">{votes}</div>'
    return f'<div class="kc-tools">{copy}{group}</div>{_comment(turn, number) if turn.vote else ""}'


def _comment(turn: ShownTurn, number: int) -> str:
    said = t("評価とコメントを記録しました。") if turn.comment else t("評価を記録しました。")
    field = f"kc-comment-{number}"
    return (
        f'<div class="kc-comment"><p class="kc-note">{said}</p>'
        f'<label for="{field}">{t("コメント（任意）: どこがよかったか、足りなかったか")}</label>'
        f'<textarea id="{field}" rows="2" maxlength="{LONGEST_COMMENT}">{text_html(turn.comment)}</textarea>'
        f'<button type="button" class="kc-small" data-act="comment" data-turn="{number}" data-value="{turn.vote}" '
        f'data-key="comment-{number}">{t("コメントを記録する")}</button></div>'
    )
