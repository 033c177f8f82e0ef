"""The page of `inspect`: the original on the left, line by line, and beside it what was read from it.

A whole page by itself, to be kept as a file: no script, nothing loaded; every word of a document is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chat import naming
from chat.inspection import Inspection, Reading, speakers_line, text_of
from chat.render.answers import record_words, text_html, with_names
from chat.render.turns import SIDE_WORDS
from chat.words import language, t, translated
from corpus.spans import Span
from corpus.types import Exchange, Minutes, Speaker, Turn
from ingest.header.town import noted
from ingest.quality import Kind, ReadLine, read_lines

LONGEST = 3_000_000
"""Characters of originals on one page; browsers draw some 10 MB of HTML in seconds, an export of years would stop them."""

APART = 3
"""Lines of header or paper before a speech from which they stand in a row of their own, so that speech stands beside speech."""

KIND_WORDS: dict[Kind, str] = {
    "speech": "発言に置いた行",
    "header": "会議の見出し・名簿など",
    "paper": "ページの飾り・議事の進行",
    "mark": "発言者の印",
    "heading": "議題・件名",
    "unplaced": "どこにも置けなかった行",
}
LAYOUT_WORDS = {
    "records": "発言ごとの記録",
    "speech_table": "発言者と発言内容の表",
    "opinion_table": "意見と回答の表",
    "verbatim": "発言者に記号がつく会議録",
    "dialogue": "発言者を括弧で示す会議録",
    "generic": "行頭に発言者がある会議録",
    "plain": "発言者の区別がない文章",
    "marked_replies": "意見のあとに【回答】などの印がある記録",
    "folded": "開閉する問いと答えのページ",
    "prose": "問いと答えを述べた文章",
    "english": "英語の会議録",
}
"""What the ways of reading are called."""

_STYLE = """
body{font:16px/1.7 "Noto Sans JP","Noto Sans CJK JP",sans-serif;margin:0;color:#1b1f24;background:#fff}
main{max-width:1500px;margin:0 auto;padding:1rem}
h1{font-size:1.35rem}h2{font-size:1.15rem;margin-top:2rem}
table.f{border-collapse:collapse}.f td,.f th{border:1px solid #c9ced6;padding:.2rem .6rem;text-align:left;vertical-align:top}
.f th{min-width:8em}
.r{display:grid;grid-template-columns:1fr 1fr;gap:1rem;border-top:1px solid #d9dde3;padding:.4rem 0}
.r>div{min-width:0;overflow-wrap:anywhere}
.l{white-space:pre-wrap;margin:0;padding-left:.5rem;border-left:4px solid transparent}
.l b{font-weight:400;background:#eef6ee}
.speech{border-color:#7aa87a}.header,.heading{border-color:#6f8fc0;color:#334}.mark{border-color:#7aa87a;color:#334}
.paper{color:#5b6470}.unplaced{border-color:#b3261e;background:#fdeceb}
.unplaced::before{content:"▲ ";color:#b3261e}
.w{font-weight:600;margin:0}.u{margin:0;color:#4a5360;font-size:14px}.t{white-space:pre-wrap;margin:.2rem 0 0}
.p{color:#4a5360;font-size:14px;margin:.5rem 0 0}
summary{cursor:pointer;padding:.5rem 0}.f td:first-child{min-width:7em}
@media(max-width:700px){.r{grid-template-columns:1fr}}
"""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something that was read: where it begins and ends in the source, who says it, what it serves as."""

    span: Span
    speaker: Speaker
    text: str
    uses: tuple[str, ...]


def page_html(inspection: Inspection) -> str:
    """The page."""
    body = "".join(_meetings(inspection))
    evidence = "".join(
        f"<tr><td>{_layout(name)}</td><td>{one.score:.2f}</td><td>{_reasons(one.reasons)}</td></tr>"
        for name, one in inspection.evidence
    )
    reasons = (
        f'<details><summary>{t("読み方を選んだ理由")}</summary><table class="f">'
        f"<tr><th>{t('読み方')}</th><th>{t('点')}</th><th>{t('理由')}</th></tr>{evidence}</table></details>"
        if evidence
        else ""
    )
    legend = "".join(f'<p class="l {kind}">{t(word)}</p>' for kind, word in KIND_WORDS.items())
    return (
        f'<!doctype html><html lang="{language()}"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{t('読み取りの確認')}: {text_html(inspection.name)}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{t('読み取りの確認')}: {record_words(inspection.name)}</h1><p>{t('読み方')}: {_layout(inspection.layout)}</p>{reasons}"
        f"<details><summary>{t('左の行の色の意味')}</summary>{legend}</details>{body}</main></body></html>"
    )


def _layout(name: str) -> str:
    return text_html(t(LAYOUT_WORDS.get(name, name)))


def _reasons(reasons: Sequence[str]) -> str:
    return with_names(naming.listed(map(translated, reasons)) or t("手がかりなし"))


def _meetings(inspection: Inspection) -> Iterator[str]:
    room = LONGEST
    for number, reading in enumerate(inspection.readings):
        room -= len(reading.minutes.text)
        if number and room < 0:
            rest = t("ほか{n}会議は長いため省きました。", n=len(inspection.readings) - number)
            yield f'<p class="p">{rest}</p>'
            return
        yield _figures(reading)
        yield from _rows(reading.minutes)


def _figures(reading: Reading) -> str:
    found, minutes = reading.quality, reading.minutes
    rows = [
        (
            t("発言に置いた割合"),
            t("{share}（本文 {n}字）", share=f"{found.placed:.1%}", n=found.characters),
        ),
        (t("質疑に入った割合"), f"{found.in_exchanges:.1%}"),
        (t("発言者"), speakers_line(found)),
        (t("どこにも置けなかった行"), str(len(found.unplaced))),
        (t("答弁が見つからない質問"), str(len(found.unpaired))),
        *((t("注意"), translated(warning)) for warning in noted([minutes.meeting], minutes.warnings)),
    ]
    cells = "".join(f"<tr><th>{name}</th><td>{with_names(value)}</td></tr>" for name, value in rows)
    title = naming.place(minutes.meeting) or t("会議名なし")
    return f'<h2>{with_names(title)}</h2><table class="f">{cells}</table>'


def _rows(minutes: Minutes) -> Iterator[str]:
    """A row for each piece that was read: the lines up to its end on the left; what is left over stands alone at the end."""
    lines = list(read_lines(minutes))
    at, page = 0, None
    for piece in _pieces(minutes):
        before = _announced(lines, at, piece.span[0])
        stop = _ended(lines, before, piece.span[1])
        if before - at > APART:
            left, page = _left(minutes, lines[at:before], page)
            yield f'<div class="r"><div>{left}</div><div></div></div>'
            at = before
        left, page = _left(minutes, lines[at:stop], page)
        yield f'<div class="r"><div>{left}</div><div>{_right(piece)}</div></div>'
        at = stop
    if at < len(lines):
        yield f'<div class="r"><div>{_left(minutes, lines[at:], page)[0]}</div><div></div></div>'


def _announced(lines: Sequence[ReadLine], at: int, start: int) -> int:
    """The place from `at` on at which the piece that starts at `start` begins, with the mark of its speaker."""
    places = range(at, len(lines))
    return next((n for n in places if lines[n].span[1] > start or lines[n].kind == "mark"), len(lines))


def _ended(lines: Sequence[ReadLine], at: int, end: int) -> int:
    """The place from `at` on of the first line after `end`."""
    return next((n for n in range(at, len(lines)) if lines[n].span[0] >= end), len(lines))


def _left(minutes: Minutes, lines: list[ReadLine], page: int | None) -> tuple[str, int | None]:
    out: list[str] = []
    for line in lines:
        if line.page != page:
            page = line.page
            out.append(f'<p class="p">{t("{page}ページ", page=page)}</p>' if page else "")
        out.append(
            f'<p class="l {line.kind}" lang="ja" title="{t(KIND_WORDS[line.kind])}">{_marked(minutes, line)}</p>'
        )
    return "".join(out), page


def _marked(minutes: Minutes, line: ReadLine) -> str:
    """A line with the stretches that are speech set off."""
    out, at = [], line.span[0]
    for start, end in line.placed:
        out.append(
            f"{text_html(text_of(minutes, (at, start)))}<b>{text_html(text_of(minutes, (start, end)))}</b>"
        )
        at = end
    return "".join(out) + text_html(text_of(minutes, (at, line.span[1])))


def _right(piece: _Piece) -> str:
    who = naming.speaker(piece.speaker) or t("発言者の記載なし")
    side = SIDE_WORDS[piece.speaker.side]
    who += t("（{side}）", side=t(side)) if side else ""
    uses = f'<p class="u">{with_names(naming.listed(piece.uses))}</p>' if piece.uses else ""
    return (
        f'<p class="w">{with_names(who)}</p>{uses}<p class="t" lang="ja">{text_html(piece.text.strip())}</p>'
    )


def _pieces(minutes: Minutes) -> list[_Piece]:
    """Utterances, and what of exchanges is no piece of one (cells of tables), in the order of the source."""
    uses: dict[int, list[str]] = {}
    out: list[_Piece] = []
    for label, exchange in _labelled(minutes):
        for role, turn in _roles(exchange):
            use = f"{label} {role}".strip()
            if turn.utterance is not None:
                uses.setdefault(turn.utterance, []).append(use)
            elif turn.spans:
                out.append(_Piece((turn.spans[0][0], turn.spans[-1][1]), turn.speaker, turn.text, (use,)))
    out += (
        _Piece(
            (u.spans[0][0], u.spans[-1][1]), u.speaker, u.text, tuple(dict.fromkeys(uses.get(u.index, ())))
        )
        for u in minutes.utterances
        if u.spans
    )
    return sorted(out, key=lambda piece: piece.span)


def _labelled(minutes: Minutes) -> Iterator[tuple[str, Exchange]]:
    number = 0
    for exchange in minutes.exchanges:
        if exchange.status == "statement":
            yield t("その他の発言"), exchange
        else:
            number += 1
            name = t("質疑{number}", number=number)
            topic = exchange.topic
            yield t("{place}「{topic}」", place=name, topic=topic) if topic else name, exchange


def _roles(exchange: Exchange) -> Iterable[tuple[str, Turn]]:
    questions, answers = len(exchange.questions), len(exchange.answers)
    words = [t("質問")] * questions + ["" if exchange.status == "statement" else t("答弁")] * answers
    words += [label for label, _ in exchange.note_turns]
    return zip(words, exchange.turns, strict=True)
