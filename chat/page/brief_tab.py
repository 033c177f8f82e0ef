"""The tab 質問準備: theme and town in, the dossier out; edited as text, kept as Word or Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from chat.commitments.open_promises import Listed
from chat.desk.brief import brief
from chat.desk.brief_files import docx, markdown
from chat.page import again
from chat.page.desk_parts import beside_record, hidden, kept, running, town_list
from chat.page.narrowing import filter_of, period_fields
from chat.page.newest import Newest
from chat.page.parts import QUIET, Page, failed_html, html_block, takes, wire_record
from chat.render.answers import error_html
from chat.render.desk import dossier_html, lead_html, shown, working_html
from chat.render.ledger import meanwhile_html
from chat.words import t

TITLE = "質問準備"

LEAD = (
    "テーマと自分の自治体から、これまでの質疑、その後を確かめたい答弁、ほかの自治体の答弁、通告の骨子案をまとめます。"
    "すべての行に会議録の引用が付きます。"
)
LONGEST_THEME = 500
"""Characters: a theme is a few words or a question."""

NOT_JAPANESE = (
    "このテーマは記録に見つかりませんでした。別のことばか、会議録にある日本語のことばで書いてください。"
)


@dataclass(slots=True)
class Wanted:
    """What one browser tab last wanted files of."""

    text: str | None = None


@dataclass(frozen=True, slots=True)
class _Parts:
    """The components of the tab."""

    theme: Any
    town: Any
    period: tuple[Any, Any]
    start: Any
    result: Any
    editing: Any
    """The column that shows what is edited, once there is a dossier."""
    edited: Any
    make: Any
    files: list[Any]


def build(page: Page) -> None:
    """Puts the tab into the page."""
    import gradio as gr

    with beside_record() as pane:
        parts = _laid_out(page)
    turns = gr.State([])
    _wire_dossier(page, parts, turns)
    _wire_files(parts)
    again.wire(
        page,
        "brief",
        parts.result,
        parts.town,
        parts.period,
        "資料を作る",
        False,
        (parts.edited, parts.editing),
    )
    wire_record(page, pane[0], parts.result, turns)


def _laid_out(page: Page) -> _Parts:
    import gradio as gr

    html_block(lead_html("一般質問を準備する", LEAD), "質問準備の説明")
    theme = gr.Textbox(
        label=t("テーマ"),
        placeholder=t("例: 避難所の備蓄"),
        max_length=LONGEST_THEME,
        elem_id="kc-brief-theme",
    )
    town = town_list(page, "自分の自治体", several=False)
    with gr.Row():
        period = period_fields()
    start = gr.Button(t("資料を作る"), variant="primary", elem_id="kc-brief")
    result = html_block(again.place("brief"), "質問準備の資料")
    with gr.Column(visible=False) as editing:
        edited = gr.Textbox(
            label=t("編集（この内容がファイルになります）"),
            lines=12,
            max_lines=30,
            elem_id="kc-brief-text",
        )
        make = gr.Button(t("ファイルにする"), elem_id="kc-brief-files")
        files = [
            gr.DownloadButton(t("資料を保存（{form}）", form=name), visible=False)
            for name in ("Word", "Markdown")
        ]
    return _Parts(theme, town, period, start, result, editing, edited, make, files)


def _wire_dossier(page: Page, parts: _Parts, turns: Any) -> None:
    """Lets theme and town make a dossier; what was made of the one before is hidden meanwhile."""
    import gradio as gr

    files = parts.files

    def run(words: str, chosen: str | None, first: str, last: str) -> Iterator[tuple[Any, ...]]:
        nothing = gr.Column(visible=False), *hidden(files)
        try:
            going = again.wish_html("brief", [chosen or ""], first, last, going=True)
            yield working_html(t("資料を作っています…")) + going, [], gr.skip(), *nothing
            period = filter_of((), first, last)
            ledger = page.service.ledger
            # Making the list of promises takes minutes; who wants a dossier gets it now, with what is there and what that is.
            read = ledger.behind()
            listed = Listed(ledger if read is None else ledger.standing(), read is None)
            dossier = brief(page.service, words or "", chosen or "", period.since, period.until, listed)
        except Exception as error:
            yield failed_html(error) + again.place("brief"), [], gr.skip(), *nothing
            return
        if not dossier.citations and (words or "").isascii():
            yield error_html(t(NOT_JAPANESE)) + again.place("brief"), [], gr.skip(), *nothing
            return
        made = [shown(dossier.citations, dossier.theme)]
        note = "" if read is None else meanwhile_html(read)
        html = note + dossier_html(dossier) + again.wish_html("brief", [chosen or ""], first, last)
        yield html, made, markdown(dossier), gr.Column(visible=True), *hidden(files)

    gr.on(
        [parts.start.click, parts.theme.submit],
        run,
        inputs=[parts.theme, parts.town, *parts.period],
        outputs=[parts.result, turns, parts.edited, parts.editing, *files],
        **running("brief"),
    )


def _wire_files(parts: _Parts) -> None:
    """Files of the text as it stands: what was made of an earlier one must not be taken for that.

    (Gradio's event `input` comes with a key that is pressed only: not with an input method, a paste or Backspace.) That the text has
    changed is told after the press where there was no pause between the two: files of that very text are then being made, and stay.
    """
    import gradio as gr

    files = parts.files
    newest, last = Newest(), {**QUIET, "outputs": files, "trigger_mode": "always_last"}

    def save(text: str) -> tuple[Any, ...]:
        cache, name = files[0].GRADIO_CACHE, t(TITLE)
        both = ((f"{name}.docx", docx(text or "")), (f"{name}.md", (text or "").encode("utf-8")))
        return tuple(gr.DownloadButton(value=kept(cache, name, data), visible=True) for name, data in both)

    def pressed(request: Any, text: str, wanted: Wanted) -> tuple[Any, ...]:
        wanted.text = text
        return newest(request, lambda: save(text))

    def changed(request: Any, text: str, wanted: Wanted) -> tuple[Any, ...]:
        if text == wanted.text:
            return tuple(gr.skip() for _ in files)
        return newest(request, lambda: tuple(hidden(files)))

    inputs = [parts.edited, gr.State(Wanted())]
    parts.make.click(takes(pressed, "Request"), inputs, **last)
    parts.edited.change(takes(changed, "Request"), inputs, **last)
