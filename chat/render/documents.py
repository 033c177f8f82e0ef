"""What is loaded, as HTML and as a table for a file."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from chat import naming
from chat.exports import NAMED_FORMS, Sheet
from chat.framing import place_ja, town_en
from chat.render.answers import belt, date_html, file_name, record_words, text_html, with_names
from chat.render.runs import SHOWN_WARNINGS, folded_warnings
from chat.render.table import below, row, table, turning
from chat.words import t, translated
from corpus.folding import folded
from corpus.types import Source, SourceSummary
from ingest.header.town import noted

SIZE = 50
"""Documents listed at once."""

COLUMNS = (
    "資料名", "会議", "自治体", "日付", "質疑", "その他の発言", "読み取りの注意", "注意の内容", "読み込んだ日時", "公式の会議録", "資料のID",
)  # fmt: skip
"""Columns of the list as a file; the page shows the first of them and the counts."""


def documents_html(sources: Sequence[SourceSummary], offset: int = 0, words: str = "") -> str:
    """A page of the list of documents with town, meeting, date, counts, warnings and what can be done with each.

    Args:
        sources: those to list, in their order (see `matching`).
        offset: the first to show.
        words: what was searched for, to be said where nothing is found.
    """
    if not sources:
        return belt(
            f'<p class="kc-note">{t("「{words}」を含む資料はありません。", words=record_words(words))}</p>'
            if words
            else f'<p class="kc-note">{t("資料はまだありません。上の欄から会議録のファイルを読み込んでください。")}</p>'
        )
    offset = first_shown(offset, len(sources))
    shown = sources[offset : offset + SIZE]
    heads = (*COLUMNS[:2], "日付", "質疑", "その他の発言", "読み取りの注意", "操作")
    listed = table("読み込んだ資料", heads, map(_row, shown))
    return belt(_pages(len(sources), offset, words) + listed + below(offset, SIZE, len(sources)))


def first_shown(offset: int, total: int) -> int:
    """`offset`, or the first of the last page where there are fewer."""
    return max(0, min(offset, (total - 1) // SIZE * SIZE))


def matching(sources: Sequence[SourceSummary], words: str) -> list[SourceSummary]:
    """The documents whose name, town, body or date holds all the words; the newest first."""
    wanted = [folded(word) for word in words.split()]
    return (
        [one for one in reversed(sources) if all(word in _searched(one) for word in wanted)]
        if wanted
        else [*reversed(sources)]
    )


def _searched(summary: SourceSummary) -> str:
    meetings = " ".join(
        f"{place_ja(meeting)} {meeting.date} {meeting.town} {town_en(meeting)}"
        for meeting in summary.meetings
    )
    return folded(f"{summary.source.name} {meetings}")


def _pages(total: int, offset: int, words: str) -> str:
    """Which part is shown, the steps to the others, the list as a file."""
    query = text_html(urlencode({"words": words})) if words else ""
    tools = "".join(
        f'<a class="kc-small" href="documents.{form}?{query}" download>{t("一覧を保存（{form}）", form=name)}</a>'
        for name, form in NAMED_FORMS
    )
    if total > SIZE:
        tools += turning("turn", offset, SIZE, total)
    count = t("{n}件の資料", n=total)
    if total > SIZE:
        last = min(offset + SIZE, total)
        count = t("{n}件の資料のうち{first}〜{last}件目", n=total, first=offset + 1, last=last)
    return f'<p class="kc-reach" role="status">{count}</p><div class="kc-tools">{tools}</div>'


def documents_sheet(sources: Sequence[SourceSummary]) -> Sheet:
    """The list as a table for a file."""
    return Sheet(
        t("資料"),
        tuple(map(t, COLUMNS)),
        tuple(
            (
                one.source.name, _meeting_name(one), naming.towns(_towns(one)), _first_day(one), one.exchanges, one.statements,
                len(said := noted(one.meetings, one.warnings)), "\n".join(map(translated, said[:SHOWN_WARNINGS])), naming.clock(one.source.added_at), one.source.url or None, one.source.id,
            )
            for one in sources
        ),
    )  # fmt: skip


def _towns(summary: SourceSummary) -> list[str]:
    return list(dict.fromkeys(filter(None, (meeting.town for meeting in summary.meetings))))


def _meeting_name(summary: SourceSummary) -> str:
    first = summary.meetings[0] if summary.meetings else None
    session = naming.session(first.session) if first and len(summary.meetings) == 1 else ""
    name = " ".join(filter(None, (naming.body(first) if first else "", session)))
    more = t(" ほか{n}会議", n=len(summary.meetings) - 1) if len(summary.meetings) > 1 else ""
    return f"{name}{more}" or t("会議名なし")


def _first_day(summary: SourceSummary) -> str | None:
    return min((meeting.date for meeting in summary.meetings if meeting.date), default=None)


def _row(summary: SourceSummary) -> str:
    source = summary.source
    dates = sorted(meeting.date for meeting in summary.meetings if meeting.date)
    remarks = noted(summary.meetings, summary.warnings)
    when = naming.span(date_html(dates[0]), date_html(dates[-1])) if dates else t("日付なし")
    cells = (
        ("資料名", f"<strong>{file_name(source.name)}</strong>"),
        ("会議", with_names(_meeting_name(summary))),
        ("日付", when),
        ("質疑", f'<span class="kc-short">{t("{n}件", n=summary.exchanges)}</span>'),
        ("その他の発言", f'<span class="kc-short">{t("{n}件", n=summary.statements)}</span>'),
        ("読み取りの注意", folded_warnings(remarks, t("{n}件", n=len(remarks))) or t("なし")),
        ("操作", _tools(source)),
    )
    return row(cells)


def _tools(source: Source) -> str:
    """What can be done with a document."""
    look = (
        f'<a class="kc-small" href="inspect/{quote(source.id, safe="")}" target="_blank" rel="noopener" '
        f'aria-label="{text_html(source.name)}: {t("読み取りを確かめる（新しいタブ）")}">{t("読み取りを確かめる")}</a>'
    )
    buttons = look + "".join(
        f'<button type="button" class="kc-small{" kc-danger" if act == "remove" else ""}" data-act="{act}" '
        f'data-source="{text_html(source.id)}" data-name="{text_html(source.name)}" '
        f'aria-label="{text_html(source.name)}: {t(label)}">{t(label)}</button>'
        for act, label in (("reread", "読み直す"), ("remove", "削除"))
    )
    return f'<div class="kc-tools">{buttons}</div>'
