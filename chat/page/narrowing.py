"""対象を絞る: the fields that narrow a question, filled in by hand or from what was understood of an earlier question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from chat import naming
from chat.commitments.reading import Statements
from chat.commitments.types import Wanted
from chat.contract import SIDES, days_of
from chat.page.parts import QUIET
from chat.ports import AnswerService, LedgerService
from chat.words import t
from corpus.errors import SettingsError
from retriever.types import Filter

HEAD = "対象を絞る"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The components: the fold, its fields (in the order of the arguments of `filter_of`), its two buttons."""

    fold: Any
    fields: tuple[Any, ...]
    again: Any
    clear: Any

    @property
    def towns(self) -> Any:
        """The list of towns, which follows the store."""
        return self.fields[0]


def narrowing(towns: Sequence[str]) -> Narrowing:
    """Puts the fold into the page; closed."""
    import gradio as gr

    with gr.Accordion(_label(Filter()), open=False, elem_id="kc-narrow") as fold:
        chosen = gr.Dropdown(
            choices=naming.town_choices(towns), multiselect=True, label=t("自治体（選ばなければすべて）"), elem_id="kc-narrow-towns"
        )  # fmt: skip
        with gr.Row():
            since, until = period_fields("kc-narrow-period", "kc-narrow-until")
            prefecture = _text("都道府県", "例: 東京都", "kc-narrow-prefecture")
        with gr.Row():
            body = _text("会議", "例: 総務委員会", "kc-narrow-body")
            office = _text("役職", "例: 部長", "kc-narrow-office")
            sides = [(t("すべて"), ""), *((t(word), side) for side, word in SIDES.items())]
            side = gr.Dropdown(sides, value="", label=t("発言者"), min_width=140, elem_id="kc-narrow-side")
        with gr.Row(elem_classes="kc-row"):
            again = gr.Button(t("この条件で質問し直す"), size="sm", elem_id="kc-again")
            clear = gr.Button(t("条件をすべて消す"), size="sm")
    made = Narrowing(fold, (chosen, since, until, prefecture, body, office, side), again, clear)
    gr.on(
        [field.change for field in made.fields],
        relabelled,
        inputs=list(made.fields),
        outputs=[fold],
        trigger_mode="always_last",
        **QUIET,
    )
    clear.click(lambda: filled(Filter()), outputs=[fold, *made.fields], **QUIET)
    return made


def period_fields(since: str | None = None, until: str | None = None) -> tuple[Any, Any]:
    """The two fields for a period, which `filter_of` reads; with the ids of their elements where they are asked for."""
    return _text("いつから", "例: 令和3年4月", since), _text("いつまで", "例: 令和5年度", until)


def _text(label: str, example: str, name: str | None) -> Any:
    import gradio as gr

    return gr.Textbox(label=t(label), placeholder=t(example), max_length=60, min_width=140, elem_id=name)


def filled(filters: Filter, unfold: bool = False) -> tuple[Any, ...]:
    """The fold (open where `unfold`) and the values of the fields that `filter_of` reads as these filters."""
    import gradio as gr

    fold = gr.Accordion(label=_label(filters), **({"open": True} if unfold else {}))
    return (
        fold, list(filters.towns), filters.since, filters.until, filters.prefecture, filters.body, filters.office,
        filters.side or "",
    )  # fmt: skip


def relabelled(*values: Any) -> Any:
    """The fold, closed or open as it is, with what is narrowed in its label."""
    import gradio as gr

    try:
        return gr.Accordion(label=_label(filter_of(*values)))
    except SettingsError:
        return gr.Accordion(label=f"{t(HEAD)}: {t('期間を確かめてください')}")


def _label(filters: Filter) -> str:
    """What is set by hand; nothing set is no 「すべて」, since what the question itself names still narrows."""
    parts = [naming.filters(filters), t(SIDES[filters.side]) if filters.side else ""]
    return f"{t(HEAD)}: {naming.listed(parts) or t('質問のとおり')}"


def filter_of(
    towns: Sequence[str] | None,
    since: str | None,
    until: str | None,
    prefecture: str | None = "",
    body: str | None = "",
    office: str | None = "",
    side: str | None = "",
) -> Filter:
    """The filter of the fields on the page; a period may be written as 2021-04-01, 2021年4月 or 令和3年度.

    Raises:
        SettingsError: a date that cannot be read, or a period that ends before it begins.
    """
    first, last = days_of(since or "", "いつから")[0], days_of(until or "", "いつまで")[1]
    if first and last and first > last:
        raise SettingsError(
            "期間の終わりが始まりより前になっています", "「いつから」「いつまで」を直してください"
        )
    texts = [(text or "").strip() for text in (prefecture, body, office)]
    chosen = side if side in SIDES else None
    return Filter(tuple(towns or ()), texts[0], texts[1], first, last, texts[2], chosen)


def in_the_record(service: AnswerService, listed: Statements | LedgerService, wanted: Wanted) -> Wanted:
    """The wish; where nothing holds its words in English, with the Japanese words that they are in the record."""
    if not wanted.text or not wanted.text.isascii() or listed.count(wanted):
        return wanted
    return replace(wanted, text=service.in_japanese(wanted.text))
