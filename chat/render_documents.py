"""What is loaded, as HTML: the line of the header, the list of documents, the outcome of an upload."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from chat import naming
from chat.exports import Sheet
from chat.framing import place_ja, town_en
from chat.render import belt, date_html, record_words, text_html, with_names
from chat.render_table import row, table, turning
from chat.words import t, translated
from corpus.folding import folded
from corpus.types import Source, SourceSummary
from ingest.town import noted

STATUS_WORDS = {
    "added": "読み込みました",
    "unchanged": "同じ資料が既にあります",
    "replaced": "新しい内容に置き換えました",
    "skipped": "会議録ではない種類のファイルのため飛ばしました",
    "failed": "読み込めませんでした",
    "stopped": "止めたため読み込んでいません",
    "made": "控えを作りました",
    "taken": "控えから取り込みました",
}

DERIVED = {"索引": "検索できるようにしています", "答弁の約束": "答弁の約束を調べています"}
"""What is made of the documents once they are read, as the service calls it and as the user is told."""

SIZE = 50
"""Documents listed at once."""

SHOWN_WARNINGS = 50
"""Warnings listed of a document; the page of `inspect` has all."""

COLUMNS = (
    "資料", "会議", "自治体", "日付", "質疑", "その他の発言", "読み取りの注意", "注意の内容", "読み込んだ日時", "公式の会議録", "資料のID",
)  # fmt: skip
"""Columns of the list as a file; the page shows the first of them and the counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outcome: what became of a file, and what in it could not be placed."""

    name: str
    status: str
    message: str = ""
    warnings: tuple[str, ...] = ()


def progress_html(name: str, done: int, total: int) -> str:
    """How far a run is: which file of how many, or which part of the work that comes after the files."""
    step = f"（{min(done + (name not in DERIVED), total):,}/{total:,}）" if total else ""
    bar = f'<progress value="{done}" max="{max(total, 1)}" aria-label="{t("読み込みの進み具合")}"></progress>'
    return belt(f'<div class="kc-progress" role="status"><p>{_doing(name)}{step}</p>{bar}</div>')


def _doing(name: str) -> str:
    return t(DERIVED[name]) if name in DERIVED else t("読み込んでいます: {name}", name=record_words(name))


def run_html(lines: Sequence[Line], step: tuple[str, int, int] | None) -> str:
    """A run as far as it is: what is being done (None at the end), and the outcome so far."""
    return (progress_html(*step) if step else "") + result_html(lines)


def result_html(lines: Sequence[Line]) -> str:
    """A line per file with what became of it, and what could not be placed."""
    items = "".join(
        f'<li class="kc-{text_html(line.status)}"><strong>{record_words(line.name)}</strong> '
        f"<span>{t(STATUS_WORDS[line.status])}</span>"
        + (f"<small>{with_names(translated(line.message))}</small>" if line.message else "")
        + _folded(line.warnings, t("読み取りの注意 {n}件", n=len(line.warnings)))
        + "</li>"
        for line in lines
    )
    return (
        belt(f'<div class="kc-results" role="status"><p>{_head(lines)}</p><ul>{items}</ul></div>')
        if lines
        else ""
    )


def _head(lines: Sequence[Line]) -> str:
    """How many were dealt with, how many failed or were left out because the run was stopped."""
    failed = sum(line.status == "failed" for line in lines)
    stopped = sum(line.status == "stopped" for line in lines)
    head = t("{n}件の処理が終わりました", n=len(lines) - stopped)
    if failed:
        head = t("{n}件のうち{failed}件を読み込めませんでした", n=len(lines), failed=failed)
    return head + (t("（止めたため、{n}件は読み込んでいません）", n=stopped) if stopped else "")


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
    offset = max(0, min(offset, (len(sources) - 1) // SIZE * SIZE))
    shown = sources[offset : offset + SIZE]
    heads = (*COLUMNS[:2], "日付", "質疑", "その他の発言", "読み取りの注意", "操作")
    return belt(_pages(len(sources), offset, words) + table("読み込んだ資料", heads, map(_row, shown)))


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
        for form, name in (("csv", "CSV"), ("xlsx", "Excel"))
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
                len(said := noted(one.meetings, one.warnings)), "\n".join(map(translated, said[:SHOWN_WARNINGS])), one.source.added_at, one.source.url or None, one.source.id,
            )
            for one in sources
        ),
    )  # fmt: skip


def _towns(summary: SourceSummary) -> list[str]:
    return list(dict.fromkeys(filter(None, (meeting.town for meeting in summary.meetings))))


def _meeting_name(summary: SourceSummary) -> str:
    first = summary.meetings[0] if summary.meetings else None
    name = naming.body(first) if first else ""
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
        ("資料", f"<strong>{record_words(source.name)}</strong>"),
        ("会議", with_names(_meeting_name(summary))),
        ("日付", when),
        ("質疑", f'<span class="kc-short">{t("{n}件", n=summary.exchanges)}</span>'),
        ("その他の発言", f'<span class="kc-short">{t("{n}件", n=summary.statements)}</span>'),
        ("読み取りの注意", _folded(remarks, t("{n}件", n=len(remarks))) or t("なし")),
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


def _folded(warnings: Sequence[str], label: str) -> str:
    """What the parser could not place, folded; long lists are cut with the rest counted."""
    if not warnings:
        return ""
    items = "".join(f"<li>{with_names(translated(warning))}</li>" for warning in warnings[:SHOWN_WARNINGS])
    more = len(warnings) - SHOWN_WARNINGS
    rest = f"<li>{t('ほか{n}件', n=more)}</li>" if more > 0 else ""
    return f"<details><summary>{label}</summary><ul>{items}{rest}</ul></details>"
