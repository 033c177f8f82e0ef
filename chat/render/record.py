"""The record (原文) as HTML: one whole exchange, who spoke, when, where, with a quotation highlighted at its spans."""

from __future__ import annotations

from functools import partial

from chat import framing, naming
from chat.record import Record, original_path, path_of
from chat.render.answers import (
    belt,
    copy_button,
    copy_text,
    date_html,
    file_name,
    record_words,
    safe_url,
    shortened,
    text_html,
    with_names,
)
from chat.render.turns import notes_html, side_html
from chat.types import Citation
from chat.words import t
from corpus.spans import Spans
from corpus.types import Exchange, Meeting, Speaker, StoredExchange

EMPTY = (
    '<div class="kc-record-empty"><h2>原文</h2><p>回答の <span class="kc-mark-sample">[1]</span> を押すと、引用した質疑の全体が'
    "ここに開きます。だれが、いつ、どの会議で述べたかを確かめられます。</p></div>"
)
EMPTY_BESIDE_LIST = (
    '<div class="kc-record-empty"><h2>原文</h2><p>一覧の発言を押すと、その質疑の全体がここに開きます。だれが、いつ、どの会議で'
    "述べたかを確かめられます。</p></div>"
)
"""The same beside a list of statements, which has no marks."""

GONE = (
    '<div class="kc-record-empty"><h2>原文</h2><p>この質疑は見つかりません。資料が削除されたか、読み込み直されています。'
    "もう一度質問してください。</p></div>"
)

GONE_PAGE = (
    '<div class="kc-record-empty"><h1>原文が見つかりません</h1><p>この番号の質疑または原本はありません。資料が削除されたか、'
    "リンクが途中で切れています。大きなファイルは原本を保存していません。</p></div>"
)

LISTED = 200
"""Agenda items and people shown of a meeting; longer lists are of several days and nobody reads them here."""

GLIMPSE, HEADING = 300, 40
"""Characters shown of an utterance beside the exchange, and of its heading."""

_ANSWERED = {
    "opinion": "この発言への答弁は記録にありません（意見・要望）。",
    "unanswered": "この質問への答弁は記録にありません。",
}


def record_html(record: Record, citation: Citation | None = None, focus: str = "", spans: Spans = ()) -> str:
    """The whole exchange with the citation's quote highlighted, between the exchanges before and after it.

    Args:
        record: the exchange (that of which a part is shown, where it is one) and what stands around it.
        citation: what is highlighted and cited; None: the exchange as a whole is cited.
        focus: set where the reader asked for it, so that the page may move to it; a new value each time, so that asking
            again for the same moves again.
        spans: what is highlighted, where that is not the citation's quote alone.
    """
    stored, exchange = record.stored, record.stored.exchange
    marked = spans or (citation.spans if citation else ())
    return belt(
        f'<article class="kc-record" aria-label="{t("原文")}"{_attributes(stored, focus)}>'
        f"{_head(stored.meeting, exchange, stored)}{_cite(record, citation, marked)}{_session(stored.meeting, exchange)}"
        f"{_neighbour(record.before, '前の質疑')}{_said(record, marked)}{_neighbour(record.after, '次の質疑')}"
        f"{_steps(record)}</article>"
    )


def _said(record: Record, spans: Spans) -> str:
    """All that is said in the exchange, and that nothing was replied where so."""
    exchange = record.stored.exchange
    statement = exchange.status == "statement"
    pages = partial(_page, record)
    sides = "" if statement else side_html("質問", "q", exchange.questions, spans, pages)
    sides += side_html("発言" if statement else "答弁", "a", exchange.answers, spans, pages)
    if note := _ANSWERED.get(exchange.status):
        sides += f'<p class="kc-note">{t(note)}</p>'
    return sides + notes_html(exchange, spans)


def _attributes(stored: StoredExchange, focus: str) -> str:
    return f' data-exchange="{text_html(stored.exchange.id)}"' + (
        f' data-focus="{text_html(focus)}"' if focus else ""
    )


def meeting_title(stored: StoredExchange) -> str:
    """Body and session; the file's name where the document names neither."""
    meeting = stored.meeting
    name = naming.body(meeting) or stored.source.name
    session = meeting.session or meeting.title
    return name if framing.is_told(session, name) else f"{name} {naming.session(session)}"


def _head(meeting: Meeting, exchange: Exchange, stored: StoredExchange) -> str:
    """Meeting, session, date, agenda item, topic, file."""
    facts = [
        date_html(meeting.date),
        record_words(meeting.place),
        f"{t('議題')} {record_words(exchange.agenda)}" if exchange.agenda else "",
    ]
    topic = f'<h3 class="kc-topic">{record_words(exchange.topic)}</h3>' if exchange.topic else ""
    remark = (
        f'<p class="kc-note">{t("この資料の注記: {remark}", remark=record_words(meeting.remark))}</p>'
        if meeting.remark
        else ""
    )
    return (
        f'<header><p class="kc-eyebrow">{t("原文")}</p><h2 tabindex="-1">{with_names(meeting_title(stored))}</h2>'
        f'<p class="kc-meta">{"<span> ・ </span>".join(fact for fact in facts if fact)}</p>{remark}{topic}</header>'
    )


def _session(meeting: Meeting, exchange: Exchange) -> str:
    """The meeting's agenda with the item at hand marked, and who attended, folded."""
    items = "".join(
        f"<li>{'<strong>' + record_words(item) + '</strong>' + t('（この質疑）') if item == exchange.agenda else record_words(item)}</li>"
        for item in meeting.agenda[:LISTED]
    )
    people = naming.listed(map(naming.speaker, meeting.attendees[:LISTED]))
    out = f"<h4>{t('議題')}</h4><ol>{items}</ol>" if items else ""
    out += f"<h4>{t('出席者')}</h4><p>{with_names(people)}</p>" if people else ""
    return (
        f'<details class="kc-session"><summary>{t("会議の議題と出席者")}</summary>{out}</details>'
        if out
        else ""
    )


def _neighbour(stored: StoredExchange | None, label: str) -> str:
    """The exchange before or after, folded: its beginning, and a button that opens it."""
    if stored is None:
        return ""
    exchange = stored.exchange
    sides = [
        (name, turns[0])
        for name, turns in (
            ("質問", exchange.questions),
            ("答弁" if exchange.questions else "発言", exchange.answers),
        )
        if turns
    ]
    words = "".join(
        f"<p><strong>{t(name)} {with_names(naming.speaker(turn.speaker))}</strong> {record_words(shortened(turn.text, GLIMPSE))}</p>"
        for name, turn in sides
    )
    title = shortened(exchange.topic or (sides[0][1].text if sides else ""), HEADING)
    button = (
        f'<button type="button" class="kc-small" data-act="open" data-exchange="{text_html(exchange.id)}">'
        f"{t('この発言を開く' if exchange.status == 'statement' else 'この質疑を開く')}</button>"
    )
    return f'<details class="kc-around"><summary>{t(label)}: {record_words(title)}</summary>{words}<div class="kc-tools">{button}</div></details>'


def _page(record: Record, page: int | None) -> str:
    """The page number; where the original is a PDF that is kept, as a link to that page."""
    if not page:
        return ""
    path = original_path(record.stored.source, page)
    if record.original and "#page=" in path:
        return f'<a href="{text_html(path)}" target="_blank">{t("原本{page}ページ", page=page)}</a>'
    return f"<small>{t('{page}ページ', page=page)}</small>"


def _cite(record: Record, citation: Citation | None, marked: Spans) -> str:
    """The citation line and the permanent address, ready to copy; the links to the official page and the stored original."""
    stored = record.stored
    copies = ""
    if citation:
        copies = copy_button(t("引用をコピー"), copy_text(citation))
        line = naming.citation(citation.meeting, citation.speaker, citation.role)
    else:
        line = _whole_line(stored)
    copies += copy_button(t("引用表記だけコピー" if copies else "引用表記をコピー"), line)
    path = text_html(path_of(stored, marked))
    copies += f'<button type="button" class="kc-small" data-act="copy" data-path="{path}">{t("リンクをコピー")}</button>'
    page = (citation.page if citation else None) or _first_page(stored.exchange)
    links = _link(safe_url((citation.url if citation else "") or stored.source.url), t("公開元のページ"))
    if record.original:
        path = original_path(stored.source, page)
        links += _link(
            path, t("原本を開く（{page}ページ）", page=page) if "#page=" in path else t("原本を開く")
        )
    return f'<p class="kc-cite"><span>{t("引用表記")}</span> {with_names(line)}</p><div class="kc-tools">{copies}{links}</div>'


def _link(url: str, label: str) -> str:
    return f'<a class="kc-small" href="{text_html(url)}" target="_blank">{label}</a>' if url else ""


def _whole_line(stored: StoredExchange) -> str:
    """The citation line of the exchange as a whole: that of its reply, or of what there is."""
    exchange = stored.exchange
    turns = exchange.answers or exchange.questions
    role = "statement" if exchange.status == "statement" else "answer" if exchange.answers else "question"
    return naming.citation(stored.meeting, turns[0].speaker if turns else Speaker(), role)


def _first_page(exchange: Exchange) -> int | None:
    return next((turn.page for turn in (*exchange.answers, *exchange.questions) if turn.page), None)


def _steps(record: Record) -> str:
    """Steps to the exchanges before and after, back to the answer (for one-column screens), the file."""
    steps = "".join(
        f'<button type="button" class="kc-small" data-act="open" data-exchange="{text_html(target.exchange.id)}">{t(label)}</button>'
        if target
        else f'<button type="button" class="kc-small" disabled>{t(label)}</button>'
        for target, label in ((record.before, "前の質疑"), (record.after, "次の質疑"))
    )
    back = f'<button type="button" class="kc-small kc-back" data-act="back">{t("元の場所に戻る")}</button>'
    return (
        f'<div class="kc-tools kc-steps">{steps}{back}</div>'
        f'<p class="kc-file">{t("資料: {name}", name=file_name(record.stored.source.name))}</p>'
    )
