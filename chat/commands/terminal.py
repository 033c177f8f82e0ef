"""What the command prints for people: lines, never JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from chat import framing
from chat.types import Answer, FoundExchange
from corpus.progress import Progress
from corpus.types import SourceSummary, StoredExchange

if TYPE_CHECKING:
    from ingest.add import AddResult
    from retriever.doctor import Report

_WIDTH = 60
"""Characters of a line that a terminal of 80 columns shows beside a name or number; Japanese is wide, so longer text is cut there."""


@contextmanager
def progress_bar(title: str) -> Iterator[Progress | None]:
    """A bar on standard error while it is a terminal; None (no progress asked for) elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Only what goes to the same terminal may be led around the bar: lines for a file would end in it.
    with Bar(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()
    ) as bar:
        task = bar.add_task(title, total=None)

        def report(what: str, done: int, total: int) -> None:
            bar.update(task, description=what[-_WIDTH:], completed=done, total=total or None)

        yield report


def added_line(result: AddResult) -> str:
    """`added<TAB>path<TAB>message`."""
    return "\t".join(part for part in (result.status, str(result.path), result.message) if part)


def source_line(summary: SourceSummary) -> str:
    """One source with its meetings and counts."""
    source = summary.source
    meetings = "、".join(dict.fromkeys(framing.place_ja(meeting) for meeting in summary.meetings[:3]))
    more = f"ほか{len(summary.meetings) - 3}会議" if len(summary.meetings) > 3 else ""
    warned = f"\t注意 {len(summary.warnings)}件" if summary.warnings else ""
    counts = f"質疑 {summary.exchanges}件、その他の発言 {summary.statements}件"
    return f"{source.id}\t{source.name}\t{meetings}{more}\t{counts}{warned}"


def exchange_line(stored: StoredExchange) -> str:
    """One exchange on one line: id, place, topic or the beginning of the question."""
    exchange = stored.exchange
    gist = exchange.topic or (exchange.question_text or exchange.answer_text)[:_WIDTH].replace("\n", " ")
    return f"{exchange.id}\t{framing.place_ja(stored.meeting)}\t{gist}"


def exchange_lines(stored: StoredExchange, before: str | None, after: str | None) -> Iterator[str]:
    """An exchange in full, with the ids of its neighbours."""
    exchange = stored.exchange
    yield framing.place_ja(stored.meeting)
    if exchange.agenda:
        yield f"議題: {exchange.agenda}"
    if exchange.topic:
        yield f"件名: {exchange.topic}"
    for label, turns in (
        ("問", exchange.questions),
        ("答" if exchange.questions else "発言", exchange.answers),
    ):
        for turn in turns:
            page = f"（{turn.page}ページ）" if turn.page else ""
            yield f"\n【{label}】{framing.speaker_ja(turn.speaker)}{page}"
            yield turn.text
    for label, value in exchange.notes:
        yield f"\n{label}: {value}"
    for label, turn in exchange.note_turns:
        yield f"\n【{label}】\n{turn.text}"
    yield f"\n出典: {stored.source.name}" + (f" {stored.source.url}" if stored.source.url else "")
    yield f"前: {before or '―'}　次: {after or '―'}"


def hit_lines(found: FoundExchange) -> Iterator[str]:
    """A hit as three short lines."""
    exchange = found.stored.exchange
    heads = filter(None, (framing.place_ja(found.stored.meeting), exchange.topic, f"[{exchange.id}]"))
    yield f"{found.hit.rank}. {'　'.join(heads)}"
    for label, text in (("問", exchange.question_text), ("答", exchange.answer_text)):
        if text:
            cut = "…" if len(text) > 2 * _WIDTH else ""
            yield f"   {label} {text[: 2 * _WIDTH]}{cut}".replace("\n", " ")


def answer_lines(answer: Answer) -> Iterator[str]:
    """The answer, its sources, and near topics where there is no answer."""
    yield answer.text
    yield from answer.notes
    if answer.status == "answered":
        yield ""
        known: set[str] = set()
        for citation in answer.citations:
            said = framing.citation_line(citation.meeting, citation.speaker, citation.role)
            page = f" {citation.page}ページ" if citation.page else ""
            topic = f" 「{citation.topic}」" if citation.topic else ""
            # The address of a source is long and the same for all its citations: once is enough.
            url = f" {citation.url}" if citation.url and citation.url not in known else ""
            known.add(citation.url)
            yield f"[{citation.mark}] {said}{topic} {citation.source}{page} ({citation.exchange_id}){url}"
    elif answer.hits:
        yield "\n近い話題（答えではありません）:"
        for found in answer.hits[:3]:
            yield "  " + exchange_line(found.stored).replace("\t", "　")


def explain_lines(paths: list[Path]) -> Iterator[str]:
    """How each file would be read: every layout with its score and the marks that speak for it."""
    from ingest.parse import explain
    from ingest.readers import read_documents

    for path in paths:
        for document in read_documents(path):
            yield str(path)
            for name, evidence in explain(document):
                yield f"  {evidence.score:.2f} {name}: {'、'.join(evidence.reasons) or '手がかりなし'}"


def report_lines(report: Report, as_json: bool) -> Iterator[str]:
    """What `doctor` found."""
    if as_json:
        yield json.dumps(asdict(report), ensure_ascii=False)
        return
    yield from report.lines


def model_lines(chosen: str) -> Iterator[str]:
    """The embedding models to choose from; `chosen` is marked."""
    from retriever.models import CHOICES, NONE, known_choice

    if chosen == NONE:
        yield "* none　意味の検索を使わず、単語だけで探します。"
    elif known_choice(chosen) is None:
        yield f"* {chosen}　設定で選ばれている、この一覧にないモデルです。"
    for choice in CHOICES:
        prompts = " / ".join(repr(prompt) for prompt in choice.prompts if prompt) or "なし"
        score = f"{choice.score}" if choice.score is not None else "―"
        mark = "*" if choice is known_choice(chosen) else " "
        yield f"{mark} {choice.name}　{choice.languages}　{choice.megabytes:,} MB　{choice.dimension}次元"
        yield f"    {choice.note}"
        yield f"    前置き: {prompts}　成績: {score}（{choice.score_source}）"
    yield ""
    yield "* が今の設定です。選ぶには KAIGIROKU_ENCODER（または --encoder）に名前か、モデルを入れたフォルダーを設定します。"
    yield "モデルを変えたら、kaigiroku doctor --rebuild で索引を作り直してください（進み具合が出ます）。"
    yield "日本語・英語以外の質問が多いときは、多言語のモデル（multilingual-e5、bge-m3）を選んでください。"
