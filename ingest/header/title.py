"""The line that names a record: its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.patterns import any_of
from ingest.header.bodies import is_council, is_minutes_title, names_of_bodies
from ingest.header.labels import LABEL_LINE, POINT, labelled
from ingest.header.sessions import find_session
from ingest.text.furniture import TIME_NOTICE
from ingest.text.normalize import squeeze
from ingest.types import Document

TITLE_MAX = 200
"""Characters of a title at most; the value of a label, a heading or a cell may be a whole paragraph."""
LINE_MAX = 100
"""Characters of a line that names a record at most; of one that lost its line ends, what its head says."""
HEAD_MAX = 70
"""Characters of a line that holds more than the title alone."""
_AT_HEAD = re.compile(r"^[^。]{6,60}?(?:会議録|議事録)(?=[ \u3000])")
_MARKUP = re.compile(r"\{\{|\}\}|</?[a-z]+[ >]")
_SITE = re.compile(r"^\S{2,12}(?<![協審])議会(?:会議録|議事録)?(?:検索)?(?:システム|サイト|ホームページ)?$")
"""The name of a site of minutes, which every page of it carries: no title of a meeting."""
_NO_TITLE = re.compile(
    r"^"
    + any_of(
        # addresses and pages: 「Page 2:」
        r"https?://",
        r"Page [0-9]+:",
        # 「日時：」「10:00」
        r"[\d.．、\s]{0,4}(?:開催日時?|日\s*時|年月日|とき)(?:[\s:：]|$)",
        r"[\[［(（]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?",
        # 「協議会委員　名簿」
        r"[^。]{2,40}\s名簿(?:\s|$)",
        # what a web page offers: 「印刷 シェア」「何々町議会 > 2024-03-05 >」
        r"(?:(?:ツイート|シェア|ポスト|印刷|LINEで送る)\s*)+$",
        # 「何々町ホームページ」
        r"[^\s。]{1,12}[市町村区県都府道]の?(?:公式)?(?:ホームページ|ウェブサイト|サイト)$",
        r"[^。]{2,20}\s*[>＞]\s*[0-9\-]{8,10}\s*[>＞]?$",
        # 「・会議録 (/)」
        r"[•・][^。]{2,20}[(（]/[）)]$",
        # 「2. 何々町議会　2024-03-05」
        r"[0-9]{1,2}\.\s+[^。\s]{3,12}議会\s+[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    )
)
"""An address, a day under its label, buttons, the way to a page (○○市議会 > 2018-11-05 >): they name no record."""
_PAGE_NUMBER = re.compile(r"^[\s\d\-‐–―－ー()（）/／Pp.]+$")


_SPOKEN = re.compile(r"^(?:それでは|ただいま|皆|おはよう)|(?:ます|ました|です|でした|ません|ください)[。]?$")
"""それでは最初の質問者…の質問を許します: said, and no title."""
_CRUMBS = re.compile(r"[^>＞›»]{2,}(?:[>＞›»][^>＞›»]{2,}){2,}")
"""トップ > 市議会 > 3月定例会: the way to a page, not its title."""


def find_title(document: Document, lines: list[str]) -> str:
    """The line that names the record: one that ends in 会議録 …, else one with a session, else the first heading or line."""
    lines = [(_AT_HEAD.match(line) or [line])[0] if len(line) > HEAD_MAX else line for line in lines]
    pool = [one for one in _candidates(document, lines) if one and _may_be_title(one)]
    if "spreadsheet" in document.media_type:  # the name of a sheet is no title where one stands in it
        sheets = {document.text[a:b].strip() for (a, b), _ in document.headings}
        pool = sorted(pool, key=lambda one: one in sheets)
    site = [one for one in pool if _SITE.match(squeeze(one))]
    pool = [one for one in pool if one not in site]
    for test in (is_minutes_title, _is_session_of_body, _is_session_line, _is_body_line):
        for candidate in pool:
            if test(candidate) and len(squeeze(candidate)) > 4:
                return _with_body(candidate, pool)
    if LABEL_LINE["date"].match(next((line for line in lines if line), "")):
        pool = []  # the form begins at once, with the day
    named = [one for one in labelled(lines, "body") if one in pool]
    plain = (
        one
        for one in (*site, *named, *pool)
        if len(one) > 3 and not _PAGE_NUMBER.match(one) and not _SPOKEN.search(one)
    )
    return re.sub(r"^[^\w「『（(【\[]+", "", document.title) or next(plain, "")


def _candidates(document: Document, lines: list[str]) -> Iterator[str]:
    """The lines of the head, the fields that name the body, first cells, headings, and what the file calls itself."""
    head = lines[:60]
    for line in head:
        if line and len(line) <= LINE_MAX and "\t" not in line:
            yield _unlabelled(re.sub(r"^(?:title|定例会|会議)\s*[:：]\s*", "", line.strip("#*　 ")))
    yield from labelled(lines, "body")
    for line in head:
        if "\t" in line and len(cells := [cell for cell in line.split("\t") if cell.strip()]) <= 3:
            yield cells[0]
    yield from [document.text[a:b].strip() for (a, b), level in document.headings if level <= 2][:3]
    yield document.title


_CUT = re.compile(r"^(?=.{30}).*、.*[ぁ-ん]$(?<!について)(?<!に関して)")


def is_cut(line: str) -> bool:
    """Whether a long line breaks off within a sentence, as a page of speech does (…、青潮町の防災会議のことをお答えいただきた)."""
    return _CUT.search(line) is not None


def _may_be_title(line: str) -> bool:
    """Whether a line is none of those that no title is: sentences, markup, the way to a page, times of day, items."""
    return (
        len(line) <= TITLE_MAX
        and "。" not in line
        and "において" not in line  # …は9月定例会において: a sentence that the page broke
        and not is_cut(line)
        and "-->" not in line
        and not _MARKUP.search(line)
        and not _CRUMBS.fullmatch(line)
        and not _NO_TITLE.match(line)
        and not POINT.match(line)
        and not TIME_NOTICE.match(line)
    )


def _is_session_of_body(line: str) -> bool:
    """令和5年第2回定例会 with the council or the body that holds it, not …について."""
    named = bool(names_of_bodies(line) or is_council(line))
    return bool(find_session(line)) and named and not line.endswith("について")


def _unlabelled(line: str) -> str:
    """会議名：令和5年第2回定例会 without the label."""
    return next(iter(labelled([line], "body")), line)


def _with_body(title: str, pool: list[str]) -> str:
    """A title that is set in two lines (令和5年度 第2回 / ○○審議会) as one."""
    if names_of_bodies(title) or is_council(title):
        return title
    index = pool.index(title)
    for other in (*pool[index + 1 : index + 2], *pool[max(0, index - 1) : index]):
        if names_of_bodies(other) and len(other) <= 50:
            return f"{title} {other}" if other in pool[index + 1 : index + 2] else f"{other} {title}"
    return title


def _is_session_line(line: str) -> bool:
    return bool(find_session(line)) and len(line) <= 60 and not line.endswith("。")


_ITEM = re.compile(r"[（(]?\d{1,2}[)）．.、\s]")
"""(1)東京都公民館連絡協議会 is an item of the agenda."""


def _is_body_line(line: str) -> bool:
    """A line that is little more than the name of a body (ＤＸ推進調査特別委員会　本文)."""
    names = names_of_bodies(line)
    sized = bool(names) and len(names[0]) >= 0.6 * len(squeeze(line))
    return sized and line[:1] not in "-・*○◯〇○◆◎" and not _ITEM.match(line) and not line.endswith("付託")
