"""Answers and conversations as HTML. Everything that comes from a document or a user is escaped, always.

1. `text_html` escapes; nothing else in this module puts a foreign string into markup.
2. `belt` passes the finished HTML through an allow-list (nh3): were an escape ever forgotten, no script, handler,
   image or foreign link could come through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

import nh3

from chat.contract import municipality_name
from chat.framing import citation_line, describe, place_ja, reach_ja
from chat.types import Answer, Citation, FoundExchange
from corpus.eras import to_wareki
from retriever.types import Filter

_TAGS = {
    "article", "blockquote", "button", "details", "div", "dl", "dt", "dd", "h2", "h3", "h4", "header", "li", "mark",
    "nav", "ol", "p", "section", "small", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "time",
    "tr", "ul", "a", "progress", "caption", "h1", "br",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "role", "tabindex"},
    "a": {"href", "target", "download"},
    "button": {"type", "disabled"},
    "time": {"datetime"},
    "progress": {"value", "max"},
    "th": {"scope"},
    "td": {"colspan"},
    "details": {"open"},
}

NEAR_TOPICS = 5
"""Near topics that a refusal lists, and further exchanges that an answer lists: what fits beside it on a phone."""

NOTHING_FOUND = "該当する答弁は見つかりませんでした"

_SIDES = {
    "member": "議員・委員",
    "executive": "執行部",
    "chair": "議長・委員長",
    "secretariat": "事務局",
    "other": "その他",
}


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """One question of a conversation with what came of it: an answer, an error, or neither while it is searched."""

    question: str
    answer: Answer | None = None
    error: str = ""


def text_html(text: str) -> str:
    """Text as HTML that shows exactly that text; control characters that a browser would swallow are left out."""
    return escape(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text), quote=True)


def belt(html: str) -> str:
    """The same HTML with anything that is not on the allow-list removed."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"data-", "aria-"},
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    )


def safe_url(url: str) -> str:
    """`url` where it is a plain web address, else empty (`javascript:`, `data:`, file paths)."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def date_html(iso: str) -> str:
    """令和6年3月7日 with 2024-03-07 on hover; empty where there is no date."""
    return (
        f'<time datetime="{text_html(iso)}" title="{text_html(iso)}">{text_html(to_wareki(iso))}</time>'
        if iso
        else ""
    )


def conversation_html(turns: Sequence[ShownTurn]) -> str:
    """All turns of a conversation, oldest first."""
    return belt("".join(turn_html(turn, number) for number, turn in enumerate(turns)))


def turn_html(turn: ShownTurn, number: int) -> str:
    """One question with its answer, refusal, error or the note that it is being searched."""
    if turn.error:
        body = f'<div class="kc-error" role="alert"><p>{text_html(turn.error)}</p></div>'
    elif turn.answer is None:
        body = '<p class="kc-wait">会議録を検索しています…</p>'
    elif turn.answer.status == "no_evidence":
        body = refusal_html(turn.answer)
    else:
        body = answer_html(turn.answer, number)
    return (
        f'<section class="kc-turn" aria-label="質問{number + 1}">'
        f'<h2 class="kc-q"><span class="kc-tag">質問</span><span>{text_html(turn.question)}</span></h2>'
        f'<div class="kc-a">{body}</div></section>'
    )


def answer_html(answer: Answer, number: int) -> str:
    """Quotations with marks and their origin, what was understood, how far was searched, further exchanges."""
    cited = {citation.exchange_id for citation in answer.citations}
    further = [
        found
        for found in answer.hits
        if found.stored.exchange.id not in cited and found.stored.parent_id not in cited
    ]
    more = ""
    if further := further[:NEAR_TOPICS]:
        more = (
            f'<details class="kc-more"><summary>ほかに見つかった質疑（{len(further)}件）</summary>'
            f"{found_list(further)}</details>"
        )
    notes = "".join(f'<p class="kc-note">{text_html(note)}</p>' for note in answer.notes)
    copy = copy_button("引用をコピー", "\n".join(copy_text(citation) for citation in answer.citations))
    return (
        f"{quotations_html(answer, number)}{notes}{understood_html(answer.filters)}{reach_html(answer)}"
        f'<div class="kc-tools">{copy}</div>{more}'
    )


def quotations_html(answer: Answer, number: int) -> str:
    """The answer's text with every 「quote」[n] as a quotation and [n] as a button that opens the record there."""
    by_mark = {citation.mark: citation for citation in answer.citations}
    quoted = {f"「{citation.quote.strip()}」[{citation.mark}]": citation for citation in answer.citations}
    pattern = "|".join(re.escape(words) for words in sorted(quoted, key=len, reverse=True))
    pieces = re.split(f"({pattern})", answer.text) if pattern else [answer.text]
    out = []
    for piece in pieces:
        if citation := quoted.get(piece):
            out.append(
                f'<blockquote class="kc-quote">「{text_html(citation.quote.strip())}」{mark_button(citation, number)}</blockquote>'
            )
        else:
            out.extend(_line_html(line, by_mark, number) for line in piece.split("\n") if line.strip())
    return f'<div class="kc-text">{"".join(out)}</div>'


def _line_html(line: str, by_mark: dict[int, Citation], number: int) -> str:
    """A line between the quotations: the origin (marked by a dash) or a sentence of a written answer with its marks."""
    line = line.strip()
    if line.startswith("— "):
        return f'<p class="kc-who">{_with_dates(line[2:], by_mark.values())}</p>'
    parts = []
    for piece in re.split(r"(\[\d+\])", line):
        citation = by_mark.get(int(piece[1:-1])) if re.fullmatch(r"\[\d+\]", piece) else None
        parts.append(mark_button(citation, number) if citation else text_html(piece))
    return f'<p class="kc-sentence">{"".join(parts)}</p>'


def _with_dates(line: str, citations: Iterable[Citation]) -> str:
    """The line with the meetings' dates as `<time>`, so that the ISO date shows on hover."""
    html = text_html(line)
    for iso in {citation.meeting.date for citation in citations if citation.meeting.date}:
        html = html.replace(text_html(to_wareki(iso)), date_html(iso), 1)
    return html


def mark_button(citation: Citation, number: int) -> str:
    """[n] as a button; `number` is the turn of the conversation, so that marks of earlier answers still work."""
    where = " ".join(part for part in (place_ja(citation.meeting), citation.speaker.office) if part)
    return (
        f'<button type="button" class="kc-mark" data-act="open" data-turn="{number}" data-mark="{citation.mark}" '
        f'title="{text_html(where)}" aria-label="引用{citation.mark}の原文を開く">[{citation.mark}]</button>'
    )


def understood_html(filters: Filter) -> str:
    """The town, period and so on that were understood, one chip each."""
    period = (
        f"{filters.since or '最初'}〜{filters.until or '最後'}"
        if filters.since or filters.until
        else "すべて"
    )
    chips = [("対象", "・".join(filters.towns) or filters.prefecture or "すべて"), ("期間", period)]
    chips += [("会議", filters.body)] if filters.body else []
    chips += [("役職", filters.office)] if filters.office else []
    chips += [("発言者", _SIDES[filters.side])] if filters.side else []
    items = "".join(f"<li>{name}: {text_html(value)}</li>" for name, value in chips)
    return f'<ul class="kc-chips" aria-label="検索した条件">{items}</ul>'


def reach_html(answer: Answer) -> str:
    """5自治体・49件の質疑（2021-03〜2024-03）を検索."""
    return f'<p class="kc-reach">{text_html(reach_ja(answer.searched))}</p>' if answer.searched else ""


def refusal_html(answer: Answer) -> str:
    """That nothing was found, what was searched, and near topics that are visibly no answer."""
    head, rest = (NOTHING_FOUND, answer.text.replace(NOTHING_FOUND + "。", "", 1).strip())
    if NOTHING_FOUND not in answer.text:  # an answer in the language of the question
        head, rest = answer.text, ""
    # Conditions and reach are shown below as chips and a line of their own; once is enough.
    if narrowed := describe(answer.filters):
        rest = rest.replace(f"対象: {narrowed}。", "")
    if answer.searched:
        rest = rest.replace(f"{reach_ja(answer.searched)}しました。", "")
    near = ""
    if answer.hits:
        near = (
            '<nav class="kc-near" aria-label="近い話題"><h3>近い話題 <small>（質問への回答ではありません）</small></h3>'
            f"{found_list(answer.hits[:NEAR_TOPICS])}</nav>"
        )
    said = f"<p>{text_html(rest)}</p>" if rest else ""
    return (
        f'<div class="kc-none"><p class="kc-none-head"><strong>{text_html(head)}</strong></p>{said}'
        f"<p>言い方を変えるか、自治体や期間の条件を広げてお試しください。</p></div>"
        f"{understood_html(answer.filters)}{reach_html(answer)}{near}"
    )


def found_list(hits: Sequence[FoundExchange]) -> str:
    """Exchanges as a list of links that open the record."""
    items = []
    for found in hits:
        stored = found.stored
        place = " ".join(
            part
            for part in (
                stored.meeting.body or municipality_name(stored.meeting),
                to_wareki(stored.meeting.date) if stored.meeting.date else "",
            )
            if part
        )
        items.append(
            f'<li><button type="button" class="kc-link" data-act="open" data-exchange="{text_html(stored.exchange.id)}">'
            f"{text_html(heading(found))}</button><small>{text_html(place)}</small></li>"
        )
    return f'<ul class="kc-list">{"".join(items)}</ul>'


def heading(found: FoundExchange, length: int = 48) -> str:
    """The topic of an exchange, or the beginning of its words where it has none; at most `length` characters."""
    exchange = found.stored.exchange
    words = exchange.topic or exchange.question_text or exchange.answer_text or "（見出しなし）"
    return shortened(words, length)


def shortened(text: str, length: int) -> str:
    """The text on one line, cut with … at `length` characters."""
    # A long line is cut first: only its beginning can be shown.
    words = re.sub(r"\s+", " ", text[: 4 * length]).strip()
    return words if len(words) <= length else words[: length - 1] + "…"


def copy_text(citation: Citation) -> str:
    """「quote」（調布市議会 令和6年第1回定例会 令和6年3月7日 行政経営部長答弁）, to paste into a document."""
    return (
        f"「{citation.quote.strip()}」（{citation_line(citation.meeting, citation.speaker, citation.role)}）"
    )


def copy_button(label: str, text: str) -> str:
    """A button that copies `text`."""
    return f'<button type="button" class="kc-small" data-act="copy" data-text="{text_html(text)}">{text_html(label)}</button>'
