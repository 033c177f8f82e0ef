"""What a digest tells in nobody's voice before its first question (はじめに市長から…の話がありました。病院は…): a statement.

Without it the mayor's opening is lost: it stands where the header does. What speaks of the page itself is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.eras import find_dates
from corpus.patterns import any_of
from corpus.spans import Span, cut, text_at
from corpus.types import Exchange, Speaker, Turn
from ingest.marks.speaks import is_speech
from ingest.text.lines import content_lines, join, paragraphs, sentences
from ingest.text.wraps import wrap_of
from ingest.turns.endings import is_narrated
from ingest.types import Document

LEAD_MIN = 60
"""Characters of an opening at least; less is a caption."""
_OF_PAGE = re.compile(
    any_of(
        r"^[※＊*（(「『]",
        # 「質問と答弁の要旨を掲載します」「録画配信は下記から」
        *"要約 要旨 概要 抜粋 掲載 会議録 議事録 録画 配信 中継 ページ サイト 号".split(),
        *"次の 下記 以下 右記 左記 別紙 このとおり お知らせ 紹介し 敬称 通告 編集".split(),
        *"ご覧 御覧 問い?合わせ お寄せ クリック ダウンロード リンク".split(),
        # 「皆様から意見を募集しました」
        *"募集 意見(?:を|が|は|等|書) パブリックコメント".split(),
        # 「９人の議員が登壇し」「質問は次の４件でした」
        r"議員[がはの][^。]{0,30}(?:質問|質疑|登壇)",
        r"(?:質問|質疑|ご意見|御意見)[^。]{0,24}(?:まし|した|です|ます)",
    )
)
"""Words of the paper that prints the questions, not of what was said."""


def lead_of(document: Document, header: Span) -> Exchange | None:
    """The statement that stands before the first question of a digest, in the header; None where there is none."""
    lines = [
        line
        for line in content_lines(document.text, document.pages)
        if header[0] <= line.start < header[1] and not (find_dates(line.text) and "。" not in line.text)
    ]
    text, spans = join(document.text, lines, wrap_of(lines))
    start, end = max(_told(text), key=lambda span: span[1] - span[0], default=(0, 0))
    if end - start < LEAD_MIN:
        return None
    place = cut(spans, start, end)
    page = next((number for offset, number in reversed(document.pages) if offset <= place[0][0]), None)
    turn = Turn(Speaker(), text_at(document.text, place), place, page)
    return Exchange("", "", "statement", (), (turn,))


def _told(text: str) -> Iterator[Span]:
    """Paragraphs in a row that tell what was said: whole sentences, none of the page, none on what was done in the meeting."""
    begun: int | None = None
    end = 0
    for start, stop in paragraphs(text):
        words = text[start:stop]
        said = [words[a:b] for a, b in sentences(words)]
        told = words.endswith("。") and is_speech(words) and not any(map(_OF_PAGE.search, said))
        if told and not is_narrated(words):
            begun, end = start if begun is None else begun, stop
        elif begun is not None:
            yield begun, end
            begun = None
    if begun is not None:
        yield begun, end
