"""The list of promises as HTML. Everything that comes from a document is escaped (see `chat.render.answers`)."""

from __future__ import annotations

from collections.abc import Sequence

from chat import naming
from chat.commitments.files import STATES, wanted_to_json
from chat.commitments.types import Commitment, Wanted
from chat.exports import NAMED_FORMS
from chat.render.answers import belt, date_html, date_words, record_words, text_html, with_names
from chat.render.table import below, row, table, turning
from chat.words import t

SHOWN_LATER = 5
"""Later exchanges that a row opens directly; the others are counted."""


def summary_html(wanted: Wanted, total: int, offset: int, size: int, in_japanese: bool = False) -> str:
    """How many there are, which are shown, the files, and the pages before and after; what was searched for, where English words were
    put `in_japanese`."""
    searched = (
        "<br>" + t("日本語のことば「{words}」で探しました。", words=record_words(wanted.text))
        if in_japanese
        else ""
    )
    if not total:
        return belt(
            f'<div class="kc-none" role="status"><p class="kc-none-head">{t("当てはまる答弁は見つかりませんでした。")}</p>'
            f"<p>{t('条件を減らすか、言葉を変えてください。')}{searched}</p></div>"
        )
    listed = text_html(wanted_to_json(wanted))
    last = min(offset + size, total)
    files = "".join(
        f'<button type="button" class="kc-small" data-act="save" data-form="{form}" data-wanted="{listed}">'
        f"{t('一覧を保存（{form}）', form=name)}</button>"
        for name, form in NAMED_FORMS
    )
    return belt(
        f'<p class="kc-reach" role="status">{t("{n}件のうち{first}〜{last}件目", n=total, first=offset + 1, last=last)}{searched}</p>'
        f'<div class="kc-tools">{files}{turning("open", offset, size, total)}</div>'
    )


def behind_words(read: tuple[int, int]) -> str:
    """How far the table of statements is that is being made: 約束の一覧を作っています（120/544）."""
    done, total = read
    return t("約束の一覧を作っています") + (t("（{done}/{total}）", done=done, total=total) if total else "")


def meanwhile_html(read: tuple[int, int]) -> str:
    """Above what was made of the list of promises as it stood meanwhile."""
    rest = t("終わってから「資料を作る」をもう一度押すと、新しい一覧から示します。")
    return belt(f'<p class="kc-note" role="status">{behind_words(read)}<br>{rest}</p>')


def behind_html(read: tuple[int, int], listed: bool) -> str:
    """The same above the list, or in its place where there is none; the page asks again as long as it is seen (`data-again`, see
    page.js)."""
    words = behind_words(read) + (f"<br>{t('それまでは、いまある一覧を示します。')}" if listed else "")
    bar = f'<progress value="{read[0]}" max="{max(read[1], 1)}" aria-label="{t("約束の一覧を作っています")}"></progress>'
    return belt(f'<div class="kc-progress" data-again><p>{words}</p>{bar}</div>')


def saving_html(name: str, done: int, total: int) -> str:
    """How many of the statements stand in the file."""
    rows = t("{n}件のうち{done}件", n=f"{total:,}", done=f"{done:,}") if total else ""
    words = text_html(t("「{name}」を作っています…", name=name))
    bar = f'<progress value="{done}" max="{max(total, 1)}" aria-label="{t("ファイルの保存")}"></progress>'
    return belt(f'<div class="kc-progress" role="status"><p>{words} {rows}</p>{bar}</div>')


def saved_html(name: str, rows: int) -> str:
    """That the file is made; the page's script hands it over where this stands (see `chat.page.ledger_files`)."""
    words = text_html(t("{n}件を「{name}」に保存しました。", n=f"{rows:,}", name=name))
    return belt(f'<p class="kc-note" id="kc-promises-made">{words}</p>')


def table_html(found: Sequence[Commitment], total: int, offset: int, size: int) -> str:
    """A row per statement: the quote opens its record, the later exchanges open theirs. Arguments as of `summary_html`."""
    if not found:
        return ""
    heads = ("種類", "発言（原文）", "だれが・いつ", "その後")
    listed = table("答弁の約束", heads, map(_row, found), "kc-table kc-ledger")
    return belt(listed + below(offset, size, total))


def _row(one: Commitment) -> str:
    due = f'<br><small lang="ja">{text_html(one.due)}</small>' if one.due else ""
    topic = f'<small lang="ja">{text_html(one.topic)}</small><br>' if one.topic else ""
    quote = (
        f'{topic}<button type="button" class="kc-link" lang="ja" data-act="open" data-statement="{one.id}">'
        f"{text_html(one.shown)}</button>"
    )
    place = naming.town(one.municipality) or one.body or t("自治体名の記載なし")
    who = naming.speaker(one.speaker) or t("発言者名の記載なし")
    when = date_html(one.date) if one.date else t("日付の記載なし")
    cells = (
        ("種類", f'<span class="kc-kind">{t(one.kind)}</span>{due}'),
        ("発言", quote),
        ("だれが・いつ", f"{with_names(place)}<br>{with_names(who)}<br>{when}"),
        ("その後", _later(one)),
    )
    return row(cells)


def _later(one: Commitment) -> str:
    state = t(STATES[one.state]) if STATES[one.state] else ""
    buttons = "".join(
        f'<li><button type="button" class="kc-link" data-act="open" data-exchange="{text_html(exchange)}">'
        f"{t('{day}の質疑を開く', day=text_html(date_words(day)))}</button></li>"
        for exchange, day in [*zip(one.later, one.later_days, strict=True)][:SHOWN_LATER]
    )
    rest = (
        f"<li>{t('ほか{n}件', n=len(one.later) - SHOWN_LATER)}</li>" if len(one.later) > SHOWN_LATER else ""
    )
    return f"{state}<ul>{buttons}{rest}</ul>" if buttons else state
