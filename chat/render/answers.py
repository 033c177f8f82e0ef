"""Answers and conversations as HTML. Everything that comes from a document or a user is escaped, always.

1. `text_html` escapes; nothing else in this module puts a foreign string into markup.
2. `belt` passes the finished HTML through an allow-list (nh3): were an escape ever forgotten, no script, handler,
   image or foreign link could come through.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

import nh3

from chat import framing, naming
from chat.romaji import romanise
from chat.types import Answer, Citation, FoundExchange, Stage
from chat.words import language, t
from corpus.types import Exchange

_TAGS = {
    "article", "blockquote", "label", "textarea", "button", "details", "div", "dl", "dt", "dd", "h2", "h3", "h4", "header", "li", "mark",
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
    "textarea": {"rows", "maxlength"},
    "label": {"for"},
}


_JAPANESE_WORDS = re.compile(
    r"([0-9]*[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff](?:[\w・－＝（）]*[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff）])?)"
)
"""Words in Japanese, with digits and Latin letters inside them."""


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """One question of a conversation with what came of it: an answer, an error, or neither while it is searched."""

    question: str
    answer: Answer | None = None
    error: str = ""
    stage: Stage = "search"
    """What is being done while there is neither answer nor error."""
    heard: tuple[str, ...] = ()
    """Sentences of a language model that are verified, while the others are still on their way."""
    key: str = ""
    """Names the answer, for votes on it."""
    vote: int = 0
    comment: str = ""
    exact: bool = False
    """Its conditions were set by hand, in place of those that the question names."""


def text_html(text: str) -> str:
    """Text as HTML that shows exactly that text; control characters that a browser would swallow are left out."""
    return escape(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text), quote=True)


def record_words(text: str) -> str:
    """Text of the record (or of a user) as HTML; on a page in another language it is marked as Japanese where it is."""
    japanese = language() != "ja" and _JAPANESE_WORDS.search(text)
    return f'<span lang="ja">{text_html(text)}</span>' if japanese else text_html(text)


def file_name(name: str) -> str:
    """A file's name as HTML; a narrow column breaks it before the last letters and the extension, never inside (.ht|ml)."""
    stem, dot, extension = name.rpartition(".")
    if not dot or not 0 < len(extension) <= 8:
        return record_words(name)
    whole = record_words(f"{stem[-LETTERS:]}.{extension}")
    return f'{record_words(stem[:-LETTERS])}<span class="kc-short">{whole}</span>'


LETTERS = 3
"""Letters of a file's name that stay beside its extension."""


def with_names(text: str) -> str:
    """Words of ours with names and words of the record among them, as HTML; on a page in another language these are marked."""
    if language() == "ja":
        return text_html(text)
    return "".join(
        f'<span lang="ja">{text_html(piece)}</span>' if place % 2 else text_html(piece)
        for place, piece in enumerate(_JAPANESE_WORDS.split(text))
    )


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


def error_html(text: str) -> str:
    """An error, where what was asked for would stand."""
    return belt(f'<div class="kc-error" role="alert"><p>{with_names(text)}</p></div>')


def date_html(iso: str) -> str:
    """令和6年3月7日 (7 March 2024 on an English page) with 2024-03-07 on hover; empty where there is no date."""
    if not iso:
        return ""
    return f'<time datetime="{text_html(iso)}" title="{text_html(iso)}">{text_html(date_words(iso))}</time>'


def date_words(iso: str) -> str:
    """The day as people write it in the language of the page."""
    return naming.day(iso)


def quotations_html(answer: Answer, number: int) -> str:
    """The answer's text with every 「quote」[n] as a quotation and [n] as a button that opens the record there."""
    by_mark = {citation.mark: citation for citation in answer.citations}
    quoted = {f"{citation.shown}[{citation.mark}]": citation for citation in answer.citations}
    pattern = "|".join(re.escape(words) for words in sorted(quoted, key=len, reverse=True))
    pieces = re.split(f"({pattern})", answer.text) if pattern else [answer.text]
    out = []
    block: list[Citation] = []  # since the last line of origin
    for piece in pieces:
        if citation := quoted.get(piece):
            block.append(citation)
            out.append(quotation_html(citation, number))
        else:
            for line in piece.split("\n"):
                if line.startswith("— ") and block and language() != "ja":
                    # The answer speaks the language of its question; the page has its own.
                    line, block = framing.origin(block, True, romanise), []
                out.append(_line_html(line, by_mark, number) if line.strip() else "")
    return f'<div class="kc-text">{"".join(out)}</div>'


def quotation_html(citation: Citation, number: int) -> str:
    """A quotation of the record with its mark; `number` as of `mark_button`."""
    words = text_html(citation.shown)
    return f'<blockquote class="kc-quote" lang="ja">{words}{mark_button(citation, number)}</blockquote>'


def _line_html(line: str, by_mark: dict[int, Citation], number: int) -> str:
    """A line between the quotations: the origin (marked by a dash) or a sentence of a written answer with its marks."""
    line = line.strip()
    if line.startswith("— "):
        return f'<p class="kc-who">{_with_dates(line[2:], by_mark.values())}</p>'
    parts = []
    for piece in re.split(r"(\[\d+\])", line):
        citation = by_mark.get(int(piece[1:-1])) if re.fullmatch(r"\[\d+\]", piece) else None
        parts.append(mark_button(citation, number) if citation else record_words(piece))
    return f'<p class="kc-sentence">{"".join(parts)}</p>'


def _with_dates(line: str, citations: Iterable[Citation]) -> str:
    """The line with the meetings' dates as `<time>`, so that the ISO date shows on hover."""
    html = with_names(line)
    for iso in {citation.meeting.date for citation in citations if citation.meeting.date}:
        html = html.replace(text_html(date_words(iso)), date_html(iso), 1)
    return html


def mark_button(citation: Citation, number: int) -> str:
    """[n] as a button; `number` is the turn of the conversation, so that marks of earlier answers still work."""
    where = " ".join(
        part for part in (naming.place(citation.meeting), naming.office(citation.speaker.office)) if part
    )
    return (
        f'<button type="button" class="kc-mark" data-act="open" data-turn="{number}" data-mark="{citation.mark}" '
        f'title="{text_html(where)}" lang="{language()}" aria-label="{t("引用{mark}の原文を開く", mark=citation.mark)}">'
        f"[{citation.mark}]</button>"
    )


def reach_html(answer: Answer) -> str:
    """5自治体・49件の質疑（2021-03〜2024-03）を検索; nothing where there is no record to search."""
    if answer.searched is None or answer.searched.empty:
        return ""
    return f'<p class="kc-reach">{text_html(naming.reach(answer.searched))}</p>'


def found_list(hits: Sequence[FoundExchange]) -> str:
    """Exchanges as a list of links that open the record."""
    topics = Counter(found.stored.exchange.topic for found in hits)
    items = []
    for found in hits:
        stored, exchange = found.stored, found.stored.exchange
        day = date_words(stored.meeting.date) if stored.meeting.date else ""
        place = " ".join(filter(None, (naming.body(stored.meeting), day)))
        words = heading(exchange)
        if topics[exchange.topic] > 1 and exchange.topic and exchange.question_text:
            # Several of one topic are told apart by what was asked.
            words = f"{heading(exchange, 24)}: {shortened(exchange.question_text, 28)}"
        items.append(
            f'<li><button type="button" class="kc-link" data-act="open" data-exchange="{text_html(exchange.id)}">'
            f"{record_words(words)}</button><small>{with_names(place)}</small></li>"
        )
    return f'<ul class="kc-list">{"".join(items)}</ul>'


def heading(exchange: Exchange, length: int = 48) -> str:
    """The topic of an exchange, or the beginning of its words where it has none; at most `length` characters."""
    words = exchange.topic or exchange.question_text or exchange.answer_text or t("（見出しなし）")
    return shortened(words, length)


def shortened(text: str, length: int) -> str:
    """The text on one line, cut with … at `length` characters."""
    # A long line is cut first: only its beginning can be shown.
    words = re.sub(r"\s+", " ", text[: 4 * length]).strip()
    return words if len(words) <= length else words[: length - 1] + "…"


def copy_text(citation: Citation) -> str:
    """「quote」（調布市議会 令和6年第1回定例会 令和6年3月7日 行政経営部長答弁）, to paste into a document."""
    line = naming.citation(citation.meeting, citation.speaker, citation.role)
    return naming.quoted(citation.shown, line)


def copy_button(label: str, text: str) -> str:
    """A button that copies `text`."""
    return f'<button type="button" class="kc-small" data-act="copy" data-text="{text_html(text)}">{text_html(label)}</button>'
