"""The look of the page: measures of the デジタル庁デザインシステム (public design tokens, MIT) as a Gradio theme and CSS.

The same values stand in `page.css` as custom properties; change both together.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from chat.words import Language, speaking, t

FONTS = (
    "Noto Sans JP",
    "Noto Sans CJK JP",
    "BIZ UDPGothic",
    "Hiragino Sans",
    "Yu Gothic UI",
    "Meiryo",
    "sans-serif",
)
"""Fonts of the system only: a closed network reaches no font server. 「Noto Sans JP」 first, as the design system does."""

KEY, KEY_HOVER, KEY_PALE = "#0017c1", "#00118f", "#e8f1fe"
TEXT, TEXT_SECOND, LINE = "#1a1a1a", "#4d4d4d", "#cccccc"
ERROR = "#ce0000"


_LOOK = {
    "body_background_fill": "#ffffff",
    "body_text_color": TEXT,
    "body_text_color_subdued": TEXT_SECOND,
    "background_fill_primary": "#ffffff",
    "background_fill_secondary": "#ffffff",
    "block_background_fill": "#ffffff",
    "block_border_color": LINE,
    "block_border_width": "0px",
    "block_shadow": "none",
    "block_label_text_color": TEXT,
    "block_title_text_color": TEXT,
    "block_title_text_weight": "700",
    "block_info_text_color": TEXT_SECOND,
    "border_color_primary": LINE,
    "border_color_accent": KEY,
    "color_accent": KEY,
    "color_accent_soft": KEY_PALE,
    "input_background_fill": "#ffffff",
    "input_border_color": "#767676",
    "input_border_color_focus": KEY,
    "input_border_width": "1px",
    "input_placeholder_color": "#666666",
    "input_radius": "8px",
    "button_primary_background_fill": KEY,
    "button_primary_background_fill_hover": KEY_HOVER,
    "button_primary_text_color": "#ffffff",
    "button_primary_border_color": KEY,
    "button_secondary_background_fill": "#ffffff",
    "button_secondary_background_fill_hover": KEY_PALE,
    "button_secondary_text_color": KEY,
    "button_secondary_border_color": KEY,
    "button_border_width": "1px",
    "button_large_text_weight": "700",
    "button_medium_text_weight": "700",
    "button_large_radius": "8px",
    "button_transition": "none",
    "checkbox_label_text_color": TEXT,
    "checkbox_background_color_selected": KEY,
    "checkbox_border_color": "#767676",
    "checkbox_border_color_hover": "#767676",
    "checkbox_border_color_selected": KEY,
    "error_text_color": ERROR,
    "link_text_color": KEY,
    "link_text_color_hover": KEY_HOVER,
    "prose_header_text_weight": "700",
    "loader_color": KEY,
    "slider_color": KEY,
}
"""What each part of the page is drawn with."""


def theme() -> Any:
    """The Gradio theme; its dark half is the same as its light one, so that the contrast measured is the one shown."""
    import gradio as gr

    made = gr.themes.Base(
        font=list(FONTS),
        font_mono=["Noto Sans Mono CJK JP", "monospace"],
        text_size=gr.themes.sizes.text_lg,
        radius_size=gr.themes.sizes.radius_md,
    ).set(**_LOOK)
    for name in vars(made):
        if name.endswith("_dark") and hasattr(made, name.removesuffix("_dark")):
            setattr(made, name, getattr(made, name.removesuffix("_dark")))
    return made


def css() -> str:
    """The page's style sheet."""
    return _read("page.css") + _read("desk.css")


def alone_css() -> str:
    """The style sheet of a page without Gradio, which else names the fonts."""
    names = ", ".join(name if name == "sans-serif" else f'"{name}"' for name in FONTS)
    return f"{css()}\n.kc-alone {{ font-family: {names}; }}"


def actions_js() -> str:
    """The script that every HTML block of ours runs on load: buttons in it become events (see `page.js`)."""
    return _read("page.js")


def head_js(lang: Language = "ja") -> str:
    """The script that stands before Gradio's own in the document, with the words that the page's scripts say."""
    return "\n".join((words_js(lang), *map(_read, ("stream.js", "head.js", "queue.js", "files.js"))))


def words_js(lang: Language) -> str:
    """A script with the words that the page's scripts say, in this language."""
    said = dict.fromkeys(re.findall(r"word\('([^']+)'", _read("head.js") + _read("queue.js") + actions_js()))
    with speaking(lang):
        words = json.dumps({text: t(text) for text in said}, ensure_ascii=False)
    # Inside a <script> element no text may end it.
    return f"window.kcWords = {words.replace('<', chr(92) + 'u003c')};"


def _read(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8")
