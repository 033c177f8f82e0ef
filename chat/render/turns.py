"""What was said in an exchange as HTML: its turns with their speakers and pages, the words that are meant marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from chat import naming
from chat.render.answers import record_words, text_html, with_names
from chat.words import t
from corpus.spans import Spans
from corpus.types import Exchange, Speaker, Turn

SIDE_WORDS = {
    "member": "議員・委員",
    "executive": "執行部",
    "chair": "進行",
    "secretariat": "事務局",
    "other": "",
}
"""Who spoke, where the record names nobody, and beside names where it is asked how a document was read."""


def side_html(
    label: str, kind: str, turns: Iterable[Turn], spans: Spans, pages: Callable[[int | None], str]
) -> str:
    """All turns of one side; the speaker is repeated only where it changes."""
    out: list[str] = []
    last: Speaker | None = None
    page: int | None = None
    for turn in turns:
        if turn.speaker != last:
            out.append(_speaker(turn.speaker, pages(turn.page)))
            last, page = turn.speaker, turn.page
        elif turn.page != page:
            out.append(_speaker(Speaker(), pages(turn.page)))
            page = turn.page
        out.append(f'<div class="kc-words" lang="ja">{highlighted(turn, spans)}</div>')
    return (
        f'<section class="kc-side kc-side-{kind}"><h4>{t(label)}</h4>{"".join(out)}</section>' if out else ""
    )


def _speaker(speaker: Speaker, page: str) -> str:
    who = naming.speaker(speaker) or t(SIDE_WORDS[speaker.side])
    parts = [f"<strong>{with_names(who)}</strong>" if who else "", page]
    return f'<p class="kc-speaker">{" ".join(part for part in parts if part)}</p>' if any(parts) else ""


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


def notes_html(exchange: Exchange, spans: Spans) -> str:
    """Labelled extras of the record (対応区分, 対応状況)."""
    rows = [(label, record_words(value)) for label, value in exchange.notes]
    quoted = {label for label, _ in exchange.note_turns}
    rows = [row for row in rows if row[0] not in quoted]
    rows += [
        (label, f'<span lang="ja">{highlighted(turn, spans)}</span>') for label, turn in exchange.note_turns
    ]
    items = "".join(f"<dt>{record_words(label)}</dt><dd>{value}</dd>" for label, value in rows)
    return f'<dl class="kc-notes">{items}</dl>' if items else ""
