"""The head of the page and its first screen as HTML: what this is, what is loaded, what to ask, in which language."""

from __future__ import annotations

from collections.abc import Sequence

from chat import naming
from chat.render.answers import belt, record_words, text_html, with_names
from chat.types import Reach
from chat.words import language, t


def loaded_line(reach: Reach) -> str:
    """調布市ほか5自治体・49件の質疑・2021-03〜2024-03; 会議録はまだ読み込まれていません where nothing is loaded."""
    if reach.empty:
        return t("会議録はまだ読み込まれていません")
    others = len(reach.towns) - 1
    first = naming.town(reach.towns[0]) if reach.towns else ""
    towns = t("{town}ほか{others}自治体", town=first, others=others) if others > 0 else first
    held, unnamed = naming.held(reach), naming.unnamed(reach)
    if unnamed:
        held += f" ({unnamed})" if language() == "en" else f"（{unnamed}）"
    parts = (towns, held, naming.months(reach))
    return (
        " · ".join(part for part in parts if part) if language() == "en" else "・".join(filter(None, parts))
    )


def header_html(reach: Reach) -> str:
    """The head of the page: where to skip to, name of the product, what is loaded, the other language."""
    return belt(
        f'<header class="kc-head"><a class="kc-skip" href="#kc-question" data-act="skip">{t("質問欄へ移動")}</a>'
        f'<h1>{t("会議録チャット")}</h1><p class="kc-loaded">{with_names(loaded_line(reach))}</p>{_languages()}</header>'
    )


def _languages() -> str:
    """The switch: the language of the page is that of its address."""
    here = language()
    links = (
        ("ja", "日本語", "./" if here == "ja" else "../"),
        ("en", "English", "en/" if here == "ja" else "./"),
    )
    items = "".join(
        f'<a href="{href}" lang="{code}"{" aria-current=" + chr(34) + "true" + chr(34) if code == here else ""}>{name}</a>'
        for code, name, href in links
    )
    return f'<nav class="kc-lang" aria-label="{t("表示する言語")}">{items}</nav>'


def welcome_html(examples: Sequence[str], reach: Reach) -> str:
    """What a new user sees first: one sentence of what this is, questions to try."""
    say = t(
        "議会や委員会の会議録に質問すると、答えている箇所を<strong>記録のことばのまま</strong>、だれが、いつ、どの会議で述べたかと"
        "ともに示します。記録にないことは答えません。"
    )
    if reach.empty:
        none = t("会議録がまだありません。「資料」から会議録のファイルを読み込んでください。")
        tries = f'<p class="kc-note">{none}</p>'
    else:
        items = "".join(
            f'<li><button type="button" class="kc-example" data-act="ask" data-question="{text_html(example)}">{record_words(example)}</button></li>'
            for example in examples
        )
        tries = f'<h2>{t("質問の例")}</h2><ul class="kc-examples">{items}</ul>' if items else ""
    return belt(f'<div class="kc-welcome"><p class="kc-lead">{say}</p>{tries}</div>')
