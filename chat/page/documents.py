"""The tab 資料: upload documents, see what was read from each, remove them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from chat.page.parts import QUIET, Page, event_data, html_block, said, takes_event
from chat.page.uploads import add_addresses, add_uploads
from chat.ports import AnswerService
from chat.render import belt, text_html
from chat.render_documents import documents_html, progress_html, result_html

TITLE = "資料"

FORMATS = "PDF、Word（docx）、Excel（xlsx）、ウェブページ（html）、テキスト（txt, md）、csv、jsonl"


def build(page: Page) -> None:
    """Puts the tab into the page."""
    import gradio as gr

    html_block(_introduction(page.max_upload_bytes), "資料の追加")
    files = gr.File(
        file_count="multiple", type="filepath", height=140, show_label=False, label="会議録のファイル",
        elem_id="kc-upload",
    )  # fmt: skip
    addresses, fetch = _address_field() if page.service.url_import else (None, None)
    replace = gr.Checkbox(True, label="同じ名前の資料が既にあれば、新しい内容に置き換える")
    result = html_block("", "読み込みの結果", live=True)
    table = html_block(_documents(page.service), "読み込んだ資料")

    def add(chosen: Sequence[str] | None, replacing: bool) -> Iterator[tuple[Any, Any]]:
        paths = [Path(name) for name in chosen or ()]
        for lines, step, number in add_uploads(page.service, paths, replacing):
            now = progress_html(*step, number, len(paths)) if step else ""
            yield now + result_html(lines), None  # the field is free for further files at once

    def take(text: str) -> Iterator[tuple[Any, Any]]:
        for lines, step, number in add_addresses(page.service, text):
            now = progress_html(*step, number, 1) if step else ""
            yield now + result_html(lines), ""

    def remove(event: Any) -> str:
        data = event_data(event)
        try:
            done = page.service.remove(data.get("source", ""))
        except Exception as error:
            return _outcome(said(error))
        name = data.get("name", "")
        return _outcome(f"「{name}」を削除しました。" if done else f"「{name}」は既にありません。")

    writing = {**QUIET, "concurrency_limit": 1, "concurrency_id": "write"}
    page.changes.append(files.upload(add, inputs=[files, replace], outputs=[result, files], **writing))
    if fetch:
        page.changes.append(fetch.click(take, inputs=[addresses], outputs=[result, addresses], **writing))
    page.changes.append(table.remove(takes_event(remove), outputs=[result], **writing))
    page.refreshed.append((table, lambda: _documents(page.service), []))


def _address_field() -> tuple[Any, Any]:
    """The field for addresses and its button; only where the settings allow fetching."""
    import gradio as gr

    field = gr.Textbox(
        lines=2, max_lines=8, label="会議録のアドレス（https:// から。一行に一つ）", elem_id="kc-addresses",
        info="公開されているページや文書を、サイトの決まり（robots.txt）を守って1秒に1件ずつ取り込みます。",
    )  # fmt: skip
    return field, gr.Button("アドレスから取り込む", size="sm", elem_id="kc-fetch")


def _introduction(max_upload_bytes: int) -> str:
    return belt(
        '<div class="kc-welcome"><h2>会議録のファイルを追加</h2>'
        f"<p>読める形式: {FORMATS}（1ファイル {max_upload_bytes // 2**20} MiB まで）。追加した資料はすぐに質問できます。</p></div>"
    )


def _documents(service: AnswerService) -> str:
    try:
        return documents_html(service.sources())
    except Exception as error:
        return _outcome(said(error))


def _outcome(text: str) -> str:
    return belt(f'<div class="kc-results" role="status"><p>{text_html(text)}</p></div>')
