"""Compare, brief and check as HTML; escaped and belted as everything of `chat.render.answers`.

Marks are buttons that open the record: `data-turn` is the place of an answer in the list that the tab keeps (see `shown`), so
that the pane highlights the very quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chat import naming
from chat.desk.brief_files import heading
from chat.desk.brief_types import Dossier, Line, Quoted
from chat.desk.check_types import Check, CheckedSentence, Earlier, contrast_line, never_line
from chat.desk.compare import WORDS, Comparison, TownAnswer
from chat.render.answers import (
    ShownTurn,
    belt,
    copy_button,
    copy_text,
    found_list,
    mark_button,
    quotation_html,
    quotations_html,
    reach_html,
    record_words,
    text_html,
    with_names,
)
from chat.types import Answer, Citation
from chat.words import t, translated

NAMES = 20
"""Towns without record that are named in one line; further ones are counted there."""

NEAR_TOPICS = 3
"""Near topics listed for a town without record."""

LONG_SENTENCE, SHOWN_OF_IT = 500, 200
"""Characters from which a sentence of a draft is shown by its beginning, and those of the beginning: what is pasted without a full stop
(a table, a list of names) would push the result off the screen."""


def shown(citations: Sequence[Citation], question: str = "") -> ShownTurn:
    """Citations as a turn, so that their marks open the record as those of a conversation do."""
    return ShownTurn(question, Answer(question, "answered", "", tuple(citations)))


def lead_html(title: str, text: str) -> str:
    """The head of a tab: what it is for, in a sentence."""
    return belt(f'<div class="kc-welcome"><h2>{t(title)}</h2><p class="kc-lead">{t(text)}</p></div>')


def working_html(text: str) -> str:
    """That something is being done; as long as it stands on a tab, the tab's button that stops it is shown."""
    return belt(f'<div class="kc-progress" role="status"><p>{text_html(text)}</p></div>')


def comparison_html(comparison: Comparison, stopped: bool = False) -> str:
    """A box a town; where nobody named them, those without record are named in a line, and their boxes folded. While towns are still
    being asked, or where that was `stopped`, a line says how far it is."""
    total = len(comparison.filters.towns)
    none = [row.town for row in comparison.towns if row.status != "answered"]
    counts = {"n": len(comparison.towns), "answered": comparison.answered}
    head = t("{n}自治体のうち{answered}自治体に該当する答弁がありました。", **counts)
    going = len(comparison.towns) < total
    if going:
        said = (
            "{total}自治体のうち{n}自治体まで調べて止めました。"
            if stopped
            else "調べています {n}/{total}自治体"
        )
        head = t(said, n=len(comparison.towns), total=total)
    elif not total:
        head = t("この条件の会議録は読み込まれていません。自治体と期間を確かめてください。")
    head = f"<p>{head}</p>"
    boxes = [_town(row, number) for number, row in enumerate(comparison.towns)]
    first = len(boxes) if comparison.named else comparison.answered
    others = (
        f"<details><summary>{t('該当する記録のない自治体ごとの検索範囲と近い話題')}</summary>{_boxes(boxes[first:])}</details>"
        if boxes[first:]
        else ""
    )
    return belt(f"{_state(head + _without(none), going and not stopped)}{_boxes(boxes[:first])}{others}")


def _boxes(boxes: Sequence[str]) -> str:
    return f'<div class="kc-compare">{"".join(boxes)}</div>'


def _without(towns: Sequence[str]) -> str:
    """How many towns have no record, and which."""
    if not towns:
        return ""
    named = with_names(naming.towns(towns[:NAMES]))
    more = t(" ほか{n}自治体", n=len(towns) - NAMES) if len(towns) > NAMES else ""
    return f"<p>{t('該当する記録なし（{n}自治体）: {towns}', n=len(towns), towns=named + more)}</p>"


def _state(html: str, going: bool) -> str:
    """The line over a result: how far it is, or what came of it."""
    return f'<div class="{"kc-progress" if going else "kc-results"}" role="status">{html}</div>'


def _town(row: TownAnswer, number: int) -> str:
    if row.answer and row.status == "answered":
        copy = copy_button(
            t("引用をコピー"), "\n".join(copy_text(citation) for citation in row.answer.citations)
        )
        body = (
            f'{quotations_html(row.answer, number)}{reach_html(row.answer)}<div class="kc-tools">{copy}</div>'
        )
    else:
        body = f'<div class="kc-none"><p><strong>{t(WORDS[row.status])}</strong></p></div>'
        if row.answer:
            body += reach_html(row.answer)
            if row.answer.hits:
                near = found_list(row.answer.hits[:NEAR_TOPICS])
                body += f"<details><summary>{t('近い話題')} {t('（質問への回答ではありません）')}</summary>{near}</details>"
    name = naming.town(row.town)
    return (
        f'<section class="kc-town" aria-label="{text_html(name)}"><h3>{with_names(name)}</h3>{body}</section>'
    )


def comparison_turns(comparison: Comparison) -> list[ShownTurn]:
    """The turns that the marks of `comparison_html` name."""
    return [ShownTurn(comparison.question, row.answer) for row in comparison.towns]


def check_html(found: Check, total: int = 0, stopped: bool = False) -> str:
    """All sentences in their order; with `total` above their number a line that says how far the check is, or was `stopped`."""
    answered, never = found.count("answered"), found.count("never")
    going = total > len(found.sentences)
    said = "{total}文のうち{n}文まで確認して止めました。" if stopped else "確認しています {n}/{total}文"
    head = (
        t(said, n=len(found.sentences), total=total)
        if going
        else t(
            "{n}文を確認しました: 以前の答弁あり {answered}文（うち違いあり {differing}文）、{none} {never}文",
            n=answered + never,
            none=t(found.never),
            answered=answered,
            differing=found.differing,
            never=never,
        )
    )
    cut = (
        f"<p>{t('残りの{n}文は確認していません。文章を分けてください。', n=found.cut)}</p>"
        if found.cut
        else ""
    )
    if any(sentence.unsure for sentence in found.sentences):
        cut += f"<p>{t('会議録は日本語です。日本語の文章でないと、以前の答弁が見つからないことが多く、見つからなくても答弁がなかったとは言えません。')}</p>"
    items = "".join(_sentence(sentence, number) for number, sentence in enumerate(found.sentences))
    state = _state(f"<p>{head}</p>{cut}", going and not stopped)
    return belt(f'{state}<ol class="kc-checked">{items}</ol>')


def _draft(text: str) -> str:
    """A sentence of the draft; of a long one the beginning, which opens the whole."""
    words = f'<p class="kc-draft">{record_words(text)}</p>'
    if len(text) <= LONG_SENTENCE:
        return words
    head = f'<span class="kc-first">{record_words(text[:SHOWN_OF_IT])}…</span>'
    size = t("文の全体（{n}字）", n=f"{len(text):,}")
    return f'<details class="kc-long"><summary>{head}{size}</summary>{words}</details>'


def _sentence(sentence: CheckedSentence, number: int) -> str:
    words = _draft(sentence.text)
    if sentence.status == "passed":
        return f'<li class="kc-passed">{words}</li>'
    mark = 0
    parts = []
    if never := never_line(sentence):
        parts.append(f'<p class="kc-never"><strong>{with_names(translated(never))}</strong></p>')
    others: list[str] = []
    for earlier in sentence.earlier:
        (others if earlier.elsewhere else parts).append(_earlier(earlier, number, mark))
        mark += len(earlier.near.citations)
    if others:
        head = t("他の自治体の答弁（{n}件）", n=len(others))
        parts.append(f'<details class="kc-elsewhere"><summary>{head}</summary>{"".join(others)}</details>')
    return f"<li>{words}{''.join(parts)}</li>"


def _earlier(earlier: Earlier, number: int, before: int) -> str:
    """An earlier reply; its marks follow those of the replies before it under the same sentence."""
    citations = _marked(earlier.near.citations, before)
    quotes = "".join(quotation_html(citation, number) for citation in citations)
    first = citations[0]
    where = naming.citation(first.meeting, first.speaker, first.role)
    signs = "".join(
        f'<li class="{"kc-same" if c.same else "kc-differs"}">'
        f"<strong>{t('同じ' if c.same else '違い')}</strong> {with_names(contrast_line(c))}</li>"
        for c in earlier.contrasts
    )
    return f'{quotes}<p class="kc-who">{with_names(where)}</p>' + (
        f'<ul class="kc-signs">{signs}</ul>' if signs else ""
    )


def _marked(citations: Iterable[Citation], before: int) -> list[Citation]:
    return [replace(citation, mark=before + n) for n, citation in enumerate(citations, 1)]


def check_turns(found: Check) -> list[ShownTurn]:
    """The turns that the marks of `check_html` name: one a sentence."""
    return [
        shown(_marked((c for earlier in s.earlier for c in earlier.near.citations), 0), s.text)
        for s in found.sentences
    ]


def dossier_html(dossier: Dossier) -> str:
    """The dossier with marks that open the record."""
    out = [
        f'<h2>{with_names(heading(dossier))}</h2><p class="kc-reach">{text_html(naming.reach(dossier.reach))}</p>'
    ]
    places = [f"kc-dossier-{number}" for number, _ in enumerate(dossier.sections, 1)]
    links = "".join(
        f'<li><a class="kc-link" href="#{place}">{section.title}</a> {len(section.lines)}</li>'
        for place, section in zip(places, dossier.sections, strict=True)
    )
    out.append(f'<nav class="kc-parts" aria-label="{t("この資料の目次")}"><ol>{links}</ol></nav>')
    for place, section in zip(places, dossier.sections, strict=True):
        lines = "".join(_line(line, section.brief) for line in section.lines)
        body = f'<ul class="kc-dossier">{lines}</ul>' if lines else f"<p>{with_names(section.nothing)}</p>"
        out.append(f'<section id="{place}"><h3>{section.title}</h3>{body}</section>')
    return belt(f'<article class="kc-brief">{"".join(out)}</article>')


_EXCERPT = re.compile("(…?「(?:[^「」]|「[^「」]*」)*」…?)")
"""Words of the record in an item of the outline."""


def _line(line: Line, brief: bool) -> str:
    """A line with its quotations, or with their marks alone."""
    if brief:
        marks = "".join(mark_button(quoted.citation, 0) for quoted in line.quotes)
        text = "".join(
            f'<span class="kc-said" lang="ja">{text_html(piece)}</span>' if place % 2 else with_names(piece)
            for place, piece in enumerate(_EXCERPT.split(line.text))
        )
        return f"<li><p><strong>{text}</strong>{marks}</p></li>"
    quotes = "".join(map(_labelled, line.quotes))
    return f"<li><p><strong>{with_names(line.text)}</strong></p>{quotes}</li>"


def _labelled(quoted: Quoted) -> str:
    return f'<div class="kc-labelled"><span class="kc-tag">{quoted.label}</span>{quotation_html(quoted.citation, 0)}</div>'
