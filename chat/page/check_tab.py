"""The tab 答弁確認: a draft, sentence by sentence, set against earlier replies; grows as it is read and can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from chat.desk.check import LONGEST, MOST_SENTENCES, read_text, spans_of, steps
from chat.desk.check_files import to_table
from chat.page import again
from chat.page.desk_parts import (
    Growing,
    beside_record,
    filled,
    growing,
    hidden,
    running,
    table_buttons,
    town_list,
)
from chat.page.parts import PRESSES, Page, failed_html, html_block, said, takes, wire_record
from chat.page.waits import Stops
from chat.render.answers import belt, error_html
from chat.render.desk import check_html, check_turns, lead_html, working_html
from chat.words import t

TITLE = "答弁確認"

LEAD = (
    "通告、質問、答弁案の文章を一文ずつ、これまでの答弁と照らし合わせます。数値・日付・約束のことばの同じところと違うところ、違う名称や"
    "役職を示し、近い答弁がない文は「これまでに答弁がない」と示します。ほかの自治体の答弁は、分けて下に示します。"
)


@dataclass(frozen=True, slots=True)
class _Parts(Growing):
    """The components of the tab."""

    text: Any
    file: Any
    town: Any


def build(page: Page) -> None:
    """Puts the tab into the page."""
    import gradio as gr

    with beside_record() as pane:
        parts = _laid_out(page)
    turns = gr.State([])
    _wire_check(page, parts, turns)
    again.wire(page, "check", parts.result, parts.town, (), "確認する", several=False)
    _wire_file(parts)
    wire_record(page, pane[0], parts.result, turns)


def _laid_out(page: Page) -> _Parts:
    import gradio as gr

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
    return _Parts(start, stop, result, table_buttons(), text, file, town)


def _wire_file(parts: _Parts) -> None:
    """Lets a file that is chosen fill the box."""
    import gradio as gr

    def read(path: str | None) -> tuple[Any, ...]:
        if not path:
            return gr.skip(), gr.skip(), gr.skip(), *(gr.skip() for _ in parts.files)
        nothing = hidden(parts.files)  # the table of the text before is not that of this one
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

    parts.file.upload(
        read,
        inputs=[parts.file],
        outputs=[parts.text, parts.file, parts.result, *parts.files],
        **PRESSES,
    )


def _wire_check(page: Page, parts: _Parts, turns: Any) -> None:
    """Lets a text be checked, and the check be stopped."""
    stops = Stops()

    def run(request: Any, draft: str, chosen: str | None) -> Iterator[tuple[Any, ...]]:
        nothing = hidden(parts.files)
        stop = stops.begin(request)
        going = again.wish_html("check", [chosen or ""], going=True)
        yield working_html(t("確認しています…")) + going, [], *nothing
        total = min(len(spans_of((draft or "")[:LONGEST])), MOST_SENTENCES)
        try:
            for found, done, stopped in growing(steps(page.service, draft or "", own=chosen or ""), stop):
                if found is None:
                    yield again.place("check"), [], *nothing
                elif not done:
                    yield check_html(found, total), check_turns(found), *nothing
                else:
                    html = check_html(found, total, stopped) + again.wish_html("check", [chosen or ""])
                    saved = filled(parts.files, t(TITLE), partial(to_table, found))
                    yield html, check_turns(found), *saved
        except Exception as error:
            yield failed_html(error) + again.place("check"), [], *nothing

    parts.start.click(
        takes(run, "Request"),
        inputs=[parts.text, parts.town],
        outputs=[parts.result, turns, *parts.files],
        **running("check"),
    )
    stops.wire(parts.stop.click)
