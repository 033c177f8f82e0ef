"""The record (原文) as HTML: one whole exchange, who spoke, when, where, with a quotation highlighted at its spans."""

from __future__ import annotations

from collections.abc import Iterable

from chat.framing import citation_line, speaker_ja
from chat.render import belt, copy_button, copy_text, date_html, safe_url, text_html
from chat.types import Citation
from corpus.spans import Spans
from corpus.types import Exchange, Meeting, Speaker, StoredExchange, Turn

EMPTY = (
    '<div class="kc-record-empty"><h2>原文</h2><p>回答の <span class="kc-mark-sample">[1]</span> を押すと、引用した質疑の全体が'
    "ここに開きます。だれが、いつ、どの会議で述べたかを確かめられます。</p></div>"
)
GONE = (
    '<div class="kc-record-empty"><h2>原文</h2><p>この質疑は見つかりません。資料が削除されたか、読み込み直されています。'
    "もう一度質問してください。</p></div>"
)

_ANSWERED = {
    "opinion": "この発言への答弁は記録にありません（意見・要望）。",
    "unanswered": "この質問への答弁は記録にありません。",
}
_SIDE_WORDS = {
    "member": "議員・委員",
    "executive": "執行部",
    "chair": "進行",
    "secretariat": "事務局",
    "other": "",
}


def record_html(
    stored: StoredExchange,
    citation: Citation | None = None,
    neighbours: tuple[str | None, str | None] = (None, None),
    focus: str = "",
) -> str:
    """The whole exchange with the citation's quote highlighted.

    Args:
        stored: the exchange (a part is shown by giving the exchange that it is part of).
        citation: what is highlighted; None highlights nothing.
        neighbours: ids of the exchanges before and after it in the same minutes.
        focus: set where the reader asked for it, so that the page may move to it; a new value each time, so that asking
            again for the same moves again.
    """
    exchange, spans = stored.exchange, citation.spans if citation else ()
    statement = exchange.status == "statement"
    sides = "" if statement else _side("質問", "q", exchange.questions, spans)
    sides += _side("発言" if statement else "答弁", "a", exchange.answers, spans)
    if note := _ANSWERED.get(exchange.status):
        sides += f'<p class="kc-note">{note}</p>'
    return belt(
        f'<article class="kc-record" aria-label="原文"{_attributes(stored, focus)}>'
        f"{_head(stored.meeting, exchange, stored)}{_cite(stored, citation)}{sides}{_notes(exchange, spans)}{_steps(stored, neighbours)}</article>"
    )


def _attributes(stored: StoredExchange, focus: str) -> str:
    return f' data-exchange="{text_html(stored.exchange.id)}"' + (
        f' data-focus="{text_html(focus)}"' if focus else ""
    )


def _head(meeting: Meeting, exchange: Exchange, stored: StoredExchange) -> str:
    """Meeting, session, date, agenda item, topic, file."""
    name = meeting.body or (meeting.municipality.name if meeting.municipality else "") or stored.source.name
    session = meeting.session or meeting.title
    title = f"{name} {session}" if session and session not in name else name
    facts = [
        date_html(meeting.date),
        text_html(meeting.place),
        f"議題 {text_html(exchange.agenda)}" if exchange.agenda else "",
    ]
    topic = f'<h3 class="kc-topic">{text_html(exchange.topic)}</h3>' if exchange.topic else ""
    remark = f'<p class="kc-note">この資料の注記: {text_html(meeting.remark)}</p>' if meeting.remark else ""
    return (
        f'<header><p class="kc-eyebrow">原文</p><h2 tabindex="-1">{text_html(title)}</h2>'
        f'<p class="kc-meta">{"<span> ・ </span>".join(fact for fact in facts if fact)}</p>{remark}{topic}</header>'
    )


def _side(label: str, kind: str, turns: Iterable[Turn], spans: Spans) -> str:
    """All turns of one side; the speaker is repeated only where it changes."""
    out, last = [], None
    for turn in turns:
        if turn.speaker != last:
            out.append(_speaker(turn.speaker, turn.page))
            last = turn.speaker
        out.append(f'<div class="kc-words">{highlighted(turn, spans)}</div>')
    return f'<section class="kc-side kc-side-{kind}"><h4>{label}</h4>{"".join(out)}</section>' if out else ""


def _speaker(speaker: Speaker, page: int | None) -> str:
    who = speaker_ja(speaker) or _SIDE_WORDS[speaker.side]
    parts = [
        f"<strong>{text_html(who)}</strong>" if who else "",
        f"<small>{page}ページ</small>" if page else "",
    ]
    return f'<p class="kc-speaker">{" ".join(part for part in parts if part)}</p>' if who or page else ""


def highlighted(turn: Turn, spans: Spans) -> str:
    """The turn's text with the characters that `spans` (of the source's stored text) cover in `<mark>`."""
    out, position = [], 0
    for start, end in turn.spans:
        at = start
        for left, right in sorted(spans):
            a, b = max(left, at), min(right, end)
            if a >= b:
                continue
            out.append(text_html(turn.text[position : position + a - at]))
            position += a - at
            out.append(f'<mark class="kc-hl">{text_html(turn.text[position : position + b - a])}</mark>')
            position += b - a
            at = b
        out.append(text_html(turn.text[position : position + end - at]))
        position += end - at
    out.append(text_html(turn.text[position:]))
    return "".join(out)


def _notes(exchange: Exchange, spans: Spans) -> str:
    """Labelled extras of the record (対応区分, 対応状況)."""
    rows = [(label, text_html(value)) for label, value in exchange.notes]
    quoted = {label for label, _ in exchange.note_turns}
    rows = [row for row in rows if row[0] not in quoted]
    rows += [(label, highlighted(turn, spans)) for label, turn in exchange.note_turns]
    items = "".join(f"<dt>{text_html(label)}</dt><dd>{value}</dd>" for label, value in rows)
    return f'<dl class="kc-notes">{items}</dl>' if items else ""


def _cite(stored: StoredExchange, citation: Citation | None) -> str:
    """The citation line, ready to copy, and the link to the original."""
    copies = ""
    if citation:
        copies = copy_button("引用をコピー", copy_text(citation))
        line = citation_line(citation.meeting, citation.speaker, citation.role)
    else:
        statement = stored.exchange.status == "statement"
        turns = stored.exchange.answers or stored.exchange.questions
        role = "statement" if statement else "answer" if stored.exchange.answers else "question"
        line = citation_line(stored.meeting, turns[0].speaker if turns else Speaker(), role)
    copies += copy_button("引用表記だけコピー" if copies else "引用表記をコピー", line)
    url = safe_url((citation.url if citation else "") or stored.source.url)
    link = f'<a class="kc-small" href="{text_html(url)}" target="_blank">公開元のページ</a>' if url else ""
    return f'<p class="kc-cite"><span>引用表記</span> {text_html(line)}</p><div class="kc-tools">{copies}{link}</div>'


def _steps(stored: StoredExchange, neighbours: tuple[str | None, str | None]) -> str:
    """Steps to the exchanges before and after, back to the answer (for one-column screens), the file."""
    steps = "".join(
        f'<button type="button" class="kc-small" data-act="open" data-exchange="{text_html(target)}">{label}</button>'
        if target
        else f'<button type="button" class="kc-small" disabled>{label}</button>'
        for target, label in zip(neighbours, ("前の質疑", "次の質疑"), strict=True)
    )
    back = '<button type="button" class="kc-small kc-back" data-act="back">回答に戻る</button>'
    return (
        f'<div class="kc-tools kc-steps">{steps}{back}</div>'
        f'<p class="kc-file">資料: {text_html(stored.source.name)}</p>'
    )
