"""The tab 資料: add documents, read anew, remove, see what was read; the store as one file and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

from chat.page import adding, again, backups
from chat.page.newest import Place
from chat.page.parts import (
    FOLLOWS,
    PRESSES,
    QUIET,
    Page,
    event_data,
    html_block,
    number_in,
    said,
    takes,
)
from chat.page.runs import Runs
from chat.page.waits import Waits
from chat.ports import AnswerService
from chat.render.answers import belt, with_names
from chat.render.documents import documents_html, first_shown, matching
from chat.render.runs import STATUS_WORDS, before_html
from chat.words import t, translated

TITLE = "資料"

FORMATS = "PDF、Word（docx、doc）、Excel（xlsx、xls）、ウェブページ（html）、テキスト（txt、md）、csv、json、jsonl、yaml、xml、zip"

WRITING: dict[str, Any] = {
    **PRESSES,
    "concurrency_limit": 1,
    "concurrency_id": "write",
}
"""One change of the store at a time; further ones wait (Gradio would drop those of the same button otherwise)."""


def build(page: Page) -> None:
    """Puts the tab into the page."""
    import gradio as gr

    html_block(_introduction(page.max_upload_bytes), "資料の追加")
    files = gr.File(
        file_count="multiple", type="filepath", height=140, show_label=False, label=t("会議録のファイル"),
        elem_id="kc-upload",
    )  # fmt: skip
    with gr.Row(elem_classes="kc-row"):
        folder = gr.UploadButton(
            t("フォルダーを選んで読み込む"), file_count="directory", elem_id="kc-folder", size="sm"
        )
        stop = gr.Button(t("読み込みを止める"), size="sm", elem_id="kc-stop", elem_classes="kc-stop")
    addresses, fetch = _address_field() if page.service.url_import else (None, None)
    replace = gr.Checkbox(True, label=t("同じ名前の資料が既にあれば、新しい内容に置き換える"))
    result = html_block(again.place(adding.TAB), "読み込みの結果", live=True)
    waits = Waits()
    # Beside what is announced: it is drawn once a run, and stays open where it was opened.
    before = html_block("", "前の読み込みの結果")
    runs = gr.State(Runs())
    backups.build(page, WRITING)  # before the list, whose fifty rows are some 200 presses of Tab
    with gr.Row(elem_classes="kc-row"):
        words = gr.Textbox(
            label=t("資料を探す"),
            placeholder=t("例: 調布市 令和6年"),
            max_length=100,
            scale=4,
            elem_id="kc-documents-words",
        )
        find = gr.Button(t("探す"), scale=1, min_width=96)
    table = html_block(_documents(page.service, Place()), "読み込んだ資料", classes=(FOLLOWS,))
    place = gr.State(Place())

    newest = page.refresh([table], partial(_documents, page.service), [place])

    def listed(request: Any, at: Place) -> Any:
        return newest(request, lambda: _documents(page.service, at))

    parts = adding.Parts(
        files, folder, stop, replace, addresses, fetch, result, before, runs, table, place, waits, listed
    )
    adding.wire(page, parts, WRITING)
    _wire_list(parts, words, find)
    _wire_changes(page, parts)


def _wire_list(parts: adding.Parts, words: Any, find: Any) -> None:
    """Searching and turning over the list."""
    import gradio as gr

    table, place = parts.table, parts.place

    def search(request: Any, at: Place, text: str | None) -> Any:
        at.words, at.offset = (text or "").strip(), 0
        return parts.listed(request, at)

    def turn(event: Any, request: Any, at: Place) -> Any:
        at.offset = number_in(event_data(event), "offset") or 0
        return parts.listed(request, at)

    gr.on(
        [find.click, words.submit],
        takes(search, "Request"),
        inputs=[place, words],
        outputs=[table],
        trigger_mode="always_last",
        **QUIET,
    )
    table.turn(takes(turn, "EventData", "Request"), inputs=[place], outputs=[table], **PRESSES)


def _wire_changes(page: Page, parts: adding.Parts) -> None:
    """Reading a document of the list anew, and removing it."""
    import gradio as gr

    table, runs, place, waits = parts.table, parts.runs, parts.place, parts.waits
    service = page.service

    def reread(event: Any, request: Any, had: Runs) -> Iterator[tuple[Any, ...]]:
        data, before = event_data(event), before_html(had.ended)

        def work(_: Callable[[None], None]) -> str:
            return _read_anew(service, data)

        news, done = page.keeping.turn.in_background(work)
        waiting = waits.begin(request)
        # A meeting of a day takes more than a second; of most documents nothing needs to be said till they are read.
        for _ in islice(news, 1):
            yield (
                _going_on(t("「{name}」を読み直しています…", name=data.get("name", ""))),
                before,
                gr.skip(),
                waiting,
            )
        yield _outcome(done.result()), before, gr.skip(), waits.left(request)

    def remove(event: Any, request: Any, had: Runs, at: Place) -> tuple[Any, ...]:
        data, shown = event_data(event), before_html(had.ended)
        try:
            with page.keeping.turn:
                waits.begin(request)
                done = service.remove(data.get("source", ""))
        except Exception as error:
            return _outcome(said(error)), shown, gr.skip(), waits.left(request)
        name = data.get("name", "")
        told = t("「{name}」を削除しました。" if done else "「{name}」は既にありません。", name=name)
        return _outcome(told), shown, parts.listed(request, at), waits.left(request)

    # The row goes together with the message, not when the other tabs have been drawn anew.
    for event, act, inputs in (
        (table.reread, takes(reread, "EventData", "Request"), [runs]),
        (table.remove, takes(remove, "EventData", "Request"), [runs, place]),
    ):
        page.changes.append(event(act, inputs=inputs, outputs=parts.shown, **WRITING))
    waits.wire(table.waits)


def _read_anew(service: AnswerService, data: Mapping[str, str]) -> str:
    """Reads the document anew that a button names; what is said of it, also where that failed."""
    try:
        outcome = service.shelf.reread(data.get("source", ""))
    except Exception as error:
        return said(error)
    same = "内容も読み方も前と同じでした" if outcome.status == "unchanged" else STATUS_WORDS[outcome.status]
    found = f"{t(same)} {translated(outcome.message)}"
    return t("「{name}」を読み直しました: {outcome}", name=data.get("name", ""), outcome=found)


def _address_field() -> tuple[Any, Any]:
    """The field for addresses and its button; only where the settings allow fetching."""
    import gradio as gr

    field = gr.Textbox(
        lines=2, max_lines=8, label=t("会議録のアドレス（https:// から。一行に一つ）"), elem_id="kc-addresses",
        info=t("公開されているページや文書を、サイトの決まり（robots.txt）を守って1秒に1件ずつ取り込みます。"),
    )  # fmt: skip
    return field, gr.Button(t("アドレスから取り込む"), size="sm", elem_id="kc-fetch")


def _introduction(max_upload_bytes: int) -> str:
    return belt(
        f'<div class="kc-welcome"><h2>{t("会議録のファイルを追加")}</h2><p>'
        + t(
            "読める形式: {formats}（1ファイル {size} MiB まで）。追加した資料はすぐに質問できます。",
            formats=t(FORMATS),
            size=max_upload_bytes // 2**20,
        )
        + "</p></div>"
    )


def _documents(service: AnswerService, at: Place) -> str:
    try:
        words, offset = at.words, at.offset
        found = matching(service.sources(), words)
        first = first_shown(offset, len(found))
        # Where the last page has gone, the one before is looked at from then on; unless the list was turned over meanwhile.
        if first != offset == at.offset:
            at.offset = first
        return documents_html(found, first, words)
    except Exception as error:
        return _outcome(said(error))


def _going_on(text: str) -> str:
    """As a note: beside a run's progress stands the button that stops it."""
    return belt(f'<p class="kc-note" role="status">{with_names(text)}</p>')


def _outcome(text: str) -> str:
    return belt(f'<div class="kc-results" role="status"><p>{with_names(text)}</p></div>')
