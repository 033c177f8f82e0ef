"""The page at a permanent address: one record by itself, without the chat around it, so that it opens at once and prints well.

Its buttons are those of the record beside an answer, worked by the same script; opening a neighbour goes to its address.
"""

from __future__ import annotations

from chat.page.theme import actions_js, alone_css, words_js
from chat.record import Record
from chat.render.answers import text_html
from chat.render.record import GONE_PAGE, meeting_title, record_html
from chat.types import Citation
from chat.words import language, speaking, t
from corpus.spans import Spans

_SCRIPT = """
const element = document.querySelector('.kc');
const trigger = (name, data) => { if (name === 'open') location.assign('record/' + encodeURIComponent(data.exchange)); };
const watch = () => {};
%s
document.querySelector('mark.kc-hl')?.scrollIntoView({ block: 'center' });
"""


def page_html(record: Record | None, citation: Citation | None = None, spans: Spans = ()) -> str:
    """A whole document, with arguments as of `record_html`. Says that there is no such record where it is None."""
    title = meeting_title(record.stored) if record else t("見つかりません")
    body = record_html(record, citation, spans=spans) if record else t(GONE_PAGE)
    script = f"<script type=module>{words_js(language())}{_SCRIPT % actions_js()}</script>"
    return _document(title, body + "</main>" + script, "../")


def missing_html(home: str) -> str:
    """A whole document for an address at which there is nothing; `home` is that of the page around."""
    with speaking("en" if home.endswith("/en/") else "ja"):
        said = t("このアドレスのページはありません。アドレスを確かめるか、会議録チャットを開いてください。")
        body = f'<div class="kc-record-empty"><h1>{t("見つかりません")}</h1><p>{said}</p></div></main>'
        return _document(t("見つかりません"), body, text_html(home))


def _document(title: str, rest: str, base: str) -> str:
    """The document around what follows the link to the page: the end of `main`, and what comes behind it."""
    return (
        f'<!doctype html><html lang="{language()}"><head><meta charset="utf-8"><base href="{base}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{text_html(title)} - {t('会議録チャット')}</title><style>{alone_css()}</style></head>"
        '<body class="gradio-container kc-alone"><main class="kc">'
        f'<p class="kc-home"><a class="kc-link" href="./">{t("会議録チャットを開く")}</a></p>{rest}</body></html>'
    )
