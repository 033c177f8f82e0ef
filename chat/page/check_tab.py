"""The tab 答弁確認: a draft, sentence by sentence, set against earlier replies; grows as it is read and can be stopped."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from chat.desk.check import LONGEST, MOST_SENTENCES, read_text, spans_of, steps
from chat.desk.check_files import to_table
from chat.desk.check_types import Check
from chat.page import again
from chat.page.desk_parts import AT_ONCE, EVERY_S, beside_record, filled, hidden, table_buttons, town_list
from chat.page.parts import PRESSES, QUIET, Page, failed_html, html_block, said, takes, wire_record
from chat.page.stops import Stops
from chat.render.answers import belt, error_html
from chat.render.desk import check_html, check_turns, lead_html, working_html
from chat.words import t

TITLE = "答弁確認"

LEAD = (
    "通告、質問、答弁案の文章を一文ずつ、これまでの答弁と照らし合わせます。数値・日付・約束のことばの同じところと違うところ、違う名称や"
    "役職を示し、近い答弁がない文は「これまでに答弁がない」と示します。ほかの自治体の答弁は、分けて下に示します。"
)


def build(page: Page) -> None:
    """Puts the tab into the page."""
    import gradio as gr

    with beside_record() as pane:
        html_block(lead_html("文章をこれまでの答弁と照らし合わせる", LEAD), "答弁確認の説明")
        text = gr.Textbox(
            label=t("確認する文章"), lines=8, max_lines=16, max_length=LONGEST, elem_id="kc-check-text",
            placeholder=t("通告や答弁案を貼り付けるか、下の欄でファイルを選んでください"),
        )  # fmt: skip
        label = belt(f'<p class="kc-file-label">{t("ファイルから読み込む（Word、PDF、テキスト）")}</p>')
        html_block(label, "ファイルから読み込む")
        file = gr.File(
            type="filepath",
            height=140,
            show_label=False,
            label=t("確認する文章のファイル"),
            elem_id="kc-check-file",
        )
        town = town_list(page, "自分の自治体（その答弁を先に示します）", several=False)
        with gr.Row():
            start = gr.Button(t("確認する"), variant="primary", elem_id="kc-check")
            stop = gr.Button(t("止める"), elem_classes="kc-stop")
        result = html_block(again.place("check"), "確認の結果")
        files = table_buttons()
    turns = gr.State([])

    def read(path: str | None) -> tuple[Any, ...]:
        if not path:
            return gr.skip(), gr.skip(), gr.skip(), *(gr.skip() for _ in files)
        nothing = hidden(files)  # the table of the text before is not that of this one
        try:
            words = read_text(Path(path))
            note = (
                t("文書が長いため、はじめの{n}字だけを入れました。", n=f"{LONGEST:,}")
                if len(words) > LONGEST
                else ""
            )
            return words[:LONGEST], None, note and belt(f'<p class="kc-note">{note}</p>'), *nothing
        except Exception as error:
            return gr.skip(), None, error_html(f"{Path(path).name}: {said(error)}"), *nothing

    stops = Stops()

    def run(request: Any, draft: str, chosen: str | None) -> Iterator[tuple[Any, ...]]:
        nothing = hidden(files)
        stop = stops.begin(request)
        yield (
            working_html(t("確認しています…")) + again.wish_html("check", [chosen or ""], going=True),
            [],
            *nothing,
        )
        found: Check | None = None
        total = min(len(spans_of((draft or "")[:LONGEST])), MOST_SENTENCES)
        drawn, stopped = time.monotonic(), False
        try:
            for found in steps(page.service, draft or "", own=chosen or ""):
                if stopped := stop():
                    break
                if time.monotonic() - drawn > EVERY_S:
                    drawn = time.monotonic()
                    yield check_html(found, total), check_turns(found), *nothing
            if found:
                yield (
                    check_html(found, total, stopped) + again.wish_html("check", [chosen or ""]),
                    check_turns(found),
                    *filled(files, t(TITLE), partial(to_table, found)),
                )
            else:
                yield again.place("check"), [], *nothing
        except Exception as error:
            yield failed_html(error) + again.place("check"), [], *nothing

    running = {
        "trigger_mode": "always_last",
        "concurrency_limit": AT_ONCE,
        "concurrency_id": "check",
        **QUIET,
    }
    start.click(takes(run, "Request"), inputs=[text, town], outputs=[result, turns, *files], **running)
    stops.wire(stop.click)
    again.wire(page, "check", result, town, (), "確認する", several=False)
    file.upload(read, inputs=[file], outputs=[text, file, result, *files], **PRESSES)
    wire_record(page, pane[0], result, turns)
