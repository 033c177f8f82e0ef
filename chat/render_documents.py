"""What is loaded, as HTML: the line of the header, the list of documents, the outcome of an upload."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from chat.contract import municipality_name
from chat.render import belt, date_html, text_html
from chat.types import Reach
from corpus.types import SourceSummary

STATUS_WORDS = {
    "added": "読み込みました",
    "unchanged": "同じ資料が既にあります",
    "replaced": "新しい内容に置き換えました",
    "skipped": "会議録ではない種類のファイルのため飛ばしました",
    "failed": "読み込めませんでした",
}


def loaded_line(reach: Reach) -> str:
    """調布市ほか5自治体・49件の質疑・2021-03〜2024-03; 会議録はまだありません where nothing is loaded."""
    if not reach.exchanges:
        return "会議録はまだ読み込まれていません"
    others = len(reach.towns) - 1
    towns = f"{reach.towns[0]}ほか{others}自治体" if others > 0 else "".join(reach.towns)
    months = list(dict.fromkeys(day[:7] for day in (reach.first_date, reach.last_date) if day))
    period = "〜".join(months)
    return "・".join(part for part in (towns, f"{reach.exchanges:,}件の質疑", period) if part)


def header_html(reach: Reach) -> str:
    """The head of the page: name of the product and what is loaded."""
    return belt(
        f'<header class="kc-head"><h1>会議録チャット</h1><p class="kc-loaded">{text_html(loaded_line(reach))}</p></header>'
    )


def welcome_html(examples: Sequence[str], reach: Reach) -> str:
    """What a new user sees first: one sentence of what this is, questions to try."""
    say = (
        "議会や委員会の会議録に質問すると、答えている箇所を<strong>記録のことばのまま</strong>、だれが、いつ、どの会議で述べたかと"
        "ともに示します。記録にないことは答えません。"
    )
    if not reach.exchanges:
        tries = '<p class="kc-note">会議録がまだありません。「資料」から会議録のファイルを読み込んでください。</p>'
    else:
        items = "".join(
            f'<li><button type="button" class="kc-example" data-act="ask" data-question="{text_html(example)}">{text_html(example)}</button></li>'
            for example in examples
        )
        tries = f'<h2>質問の例</h2><ul class="kc-examples">{items}</ul>' if items else ""
    return belt(f'<div class="kc-welcome"><p class="kc-lead">{say}</p>{tries}</div>')


def progress_html(name: str, done: int, total: int, file: int, files: int) -> str:
    """How far an upload is: which file, which step."""
    step = f"（{done}/{total}）" if total else ""
    bar = f'<progress value="{done}" max="{max(total, 1)}" aria-label="読み込みの進み具合"></progress>'
    return belt(
        f'<div class="kc-progress" role="status"><p>読み込んでいます {file}/{files}: {text_html(name)}{step}</p>{bar}</div>'
    )


def result_html(lines: Sequence[tuple[str, str, str]]) -> str:
    """A line per file: (name, status, message)."""
    items = "".join(
        f'<li class="kc-{text_html(status)}"><strong>{text_html(name)}</strong> '
        f"<span>{STATUS_WORDS.get(status, text_html(status))}</span>"
        + (f"<small>{text_html(message)}</small>" if message else "")
        + "</li>"
        for name, status, message in lines
    )
    failed = sum(status == "failed" for _, status, _ in lines)
    head = (
        f"{len(lines)}件のうち{failed}件を読み込めませんでした"
        if failed
        else f"{len(lines)}件の処理が終わりました"
    )
    return belt(f'<div class="kc-results" role="status"><p>{head}</p><ul>{items}</ul></div>') if lines else ""


def documents_html(sources: Sequence[SourceSummary]) -> str:
    """The list of documents with town, meeting, date, counts, warnings and a button to remove each."""
    if not sources:
        return belt(
            '<p class="kc-note">資料はまだありません。上の欄から会議録のファイルを読み込んでください。</p>'
        )
    head = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("資料", "会議", "日付", "質疑", "その他の発言", "読み取りの注意")
    )
    return belt(
        '<table class="kc-table"><caption>読み込んだ資料</caption>'
        f'<thead><tr>{head}<th scope="col">操作</th></tr></thead><tbody>{"".join(map(_row, sources))}</tbody></table>'
    )


def _row(summary: SourceSummary) -> str:
    source, meetings = summary.source, summary.meetings
    first = meetings[0] if meetings else None
    towns = list(dict.fromkeys(filter(None, (municipality_name(meeting) for meeting in meetings))))
    name = (first.body or municipality_name(first)) if first else ""
    more = f" ほか{len(meetings) - 1}会議" if len(meetings) > 1 else ""
    dates = sorted(meeting.date for meeting in meetings if meeting.date)
    when = (
        date_html(dates[0]) + (f"〜{date_html(dates[-1])}" if len(set(dates)) > 1 else "")
        if dates
        else "日付なし"
    )
    cells = (
        ("資料", f"<strong>{text_html(source.name)}</strong>"),
        ("会議", text_html(f"{name}{more}" or "・".join(towns) or "会議名なし")),
        ("日付", when),
        ("質疑", f"{summary.exchanges:,}件"),
        ("その他の発言", f"{summary.statements:,}件"),
        ("読み取りの注意", _warnings(summary)),
    )
    remove = (
        f'<button type="button" class="kc-small kc-danger" data-act="remove" data-source="{text_html(source.id)}" '
        f'data-name="{text_html(source.name)}" aria-label="{text_html(source.name)}を削除する">削除</button>'
    )
    row = "".join(f'<td data-label="{label}">{html}</td>' for label, html in cells)
    return f'<tr>{row}<td data-label="操作">{remove}</td></tr>'


def _warnings(summary: SourceSummary) -> str:
    """What the parser could not place, folded (long lists are cut at 50 lines with the rest counted), and the way to the page
    that sets the original beside what was read."""
    source = summary.source
    look = (
        f'<a class="kc-link" href="inspect/{quote(source.id, safe="")}" target="_blank" rel="noopener" '
        f'aria-label="{text_html(source.name)}の読み取りを確かめる（新しいタブ）">読み取りを確かめる</a>'
    )
    return f"{_folded(summary.warnings)} {look}"


def _folded(warnings: Sequence[str]) -> str:
    if not warnings:
        return "なし"
    items = "".join(f"<li>{text_html(warning)}</li>" for warning in warnings[:50])
    rest = f"<li>ほか{len(warnings) - 50}件</li>" if len(warnings) > 50 else ""
    return f"<details><summary>{len(warnings)}件</summary><ul>{items}{rest}</ul></details>"
