"""The meeting's data from the header of minutes: town, body, title, session, date, place, agenda, attendees.

1. The header is the stretch before the first speech or table row, the document's title, and the address that it states.
2. Town: the address first, then names in the title and body, then labels; a town that a speech mentions never counts.
3. Date: the value of a label (日時, 開催日, 期日 …, on the same line or the next), else a date in the title, else the first date
   of the header that is not one of publishing (更新日, 掲載日 …). A month and day without a year take the session's year.
4. Fiscal year: the 年度 of the session, else that of the date.
"""

from __future__ import annotations

import re

from corpus.eras import YEAR, find_dates, fiscal_year, fiscal_year_in, fold, number, year_of
from corpus.register import Entry, register
from corpus.spans import Span
from corpus.types import Meeting, Municipality
from ingest.attendees import find_attendees
from ingest.bodies import find_session, full_name, is_council, is_minutes_title, names_of_bodies
from ingest.normalize import key, lines_of, squeeze
from ingest.types import Document

HEADER_MAX = 20_000
"""Characters: rosters and agenda of the largest councils. A longer header is text that no layout could place."""

_LABELS = {
    "date": r"日\s*時|開\s*催\s*日(?:\s*時)?|期\s*日|会議(?:の)?(?:開催)?(?:年月)?日(?:時)?|開会日時?|開催(?:期日|年月日|日程)|年月日|と\s*き|会\s*期|実施日(?:時)?|招集(?:年月)?日",
    "place": r"場\s*所|開催(?:場所|会場|方法及び場所)|会\s*場|と\s*こ\s*ろ|会議場所|招集(?:の)?場所|会議の場所",
    "agenda": r"議\s*題|議\s*事(?:\s*日\s*程)?|案\s*件|会議に付した(?:事件|案件|議案)|会議(?:の)?(?:次第|議題|案件)|付議(?:事件|案件)|本日の会議に付した事件|次\s*第|協議事項|審議事項|報告事項",
    "body": r"会\s*議\s*(?:の)?\s*名(?:\s*称)?|名\s*称|審議会等の名称|附属機関(?:等)?の名称|会議等の名称|委員会名|会議体(?:名)?",
}
_LABEL_LINE = {
    name: re.compile(
        rf"^\s*(?:[0-9０-９]{{1,2}}|[（(][0-9０-９]{{1,2}}[)）]|[○〇◯◎●■□◆・\-*#＊【\[]+|[一二三四五六七八九十]{{1,2}})?[\s.．、　]*(?:{words})[\]】]?[\s　:：]*(?=$|[\s　:：\]】]|令和|平成|昭和|[0-9０-９])"
    )
    for name, words in _LABELS.items()
}
_PUBLISHED = re.compile(
    r"(?:更新|掲載|公開|作成|登録|印刷|発行|公表|施行|改正|制定|最終|ダウンロード|出力|現在|配布|アクセス|閲覧|投稿|生年月日|任期|委嘱|first|posted|published|updated|modified)\S{0,6}[\s:：　]*$",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(r"(?<![0-9年])\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日")
_MARKUP = re.compile(r"\{\{|\}\}|</?[a-z]+[ >]")
_SITE = re.compile(r"^\S{2,12}議会(?:会議録|議事録)?(?:検索)?(?:システム|サイト|ホームページ)?$")
"""The name of a site of minutes, which every page of it carries: no title of a meeting."""
_URL = re.compile(r"https?://[^\s<>\"'「」、。)）]+")
_ITEM = re.compile(
    r"^\s*[\-・*○◯〇●■□◎◆]*\s*(?:(?:議案?題?|案件|報告|協議|日程|諮問)?\s*第?\s*(?:[（(]\s*[0-9０-９一二三四五六七八九十ア-オ]{1,3}\s*[)）]|[0-9０-９]{1,3}\s*(?:号|[.．、:：　\s)）])|[①-⑳]"
    r"|[一二三四五六七八九十]{1,3}\s*[.．、:：　\s)）])|[・○〇●■□]|-\s)[\s.．、:：　]*(?=\S)"
)
_ITEM_ALONE = re.compile(
    r"^\s*(?:日程|議題|議案|案件)?\s*第?\s*[0-9０-９一二三四五六七八九十]{1,3}\s*(?:号)?\s*$"
)
_ADDRESS = re.compile(r"(?:所在地|住所|〒[\s0-9０-９\-－]+)[^\n]{0,40}")


def read_header(document: Document, header: Span) -> Meeting:
    """The meeting as `document.text[header]` (and title, address, records) states it; what is not stated stays empty."""
    if document.records:
        return _from_records(document)
    start, end = header[0], min(header[1], header[0] + HEADER_MAX)
    text = document.text[start:end]
    lines = [document.text[a:b].strip() for a, b in lines_of(document.text, start, end)]
    title = find_title(document, lines)
    town = find_town(document, title, lines)
    place = town.municipality if town else None
    named = _labelled(lines, "body")
    session = find_session(title, *named, *(line for line in lines[:40] if len(line) < 80), document.title)
    head = " ".join((title, session, document.title, *lines[:60]))
    council = (
        is_council(head) or _council_address(document) or sum(line.endswith("議員") for line in lines) >= 3
    )
    names = [
        n
        for line in (*named, title, document.title, *lines[:30])
        if len(line) <= 120
        for n in names_of_bodies(line)
    ]
    date = find_date(lines, title, document.title, session)
    return Meeting(
        municipality=_town_of_ward(place),
        body=full_name(_ranked(names, place), _town_of_ward(place), council, head),
        title=title,
        session=session,
        date=date,
        fiscal_year=fiscal_year_in(session) or fiscal_year_in(title) or fiscal_year(date),
        place=_place(lines),
        agenda=find_agenda(text),
        attendees=find_attendees(document, (start, end)),
    )


def _from_records(document: Document) -> Meeting:
    """A structured export states its data itself."""
    first = document.records[0]
    towns = register().by_name(first.municipality) if first.municipality else ()
    if not towns:
        towns = tuple(m.entry for m in register().find_names(first.meeting))[:1]
    town = towns[0].municipality if towns else None
    dates = find_dates(first.date) or find_dates(first.meeting)
    date = dates[0].iso if dates else ""
    session = find_session(first.meeting)
    names = names_of_bodies(re.sub(r"[_＿|｜]", " ", first.meeting))
    house = re.search(r"衆議院|参議院|両院", first.meeting)
    body = full_name(_ranked(names, town), town, council=house is None, every=True)
    if house and house[0] not in body:
        body = house[0] + body
    return Meeting(
        town,
        body or first.meeting,
        first.meeting,
        session,
        date,
        fiscal_year_in(first.meeting) or fiscal_year(date),
    )


def find_title(document: Document, lines: list[str]) -> str:
    """The line that names the record: one that ends in 会議録 …, else one with a session, else the first heading or line."""
    candidates = [
        line.strip("#*　 ") for line in lines[:60] if line and len(line) <= 100 and "\t" not in line
    ]
    heads = [document.text[a:b].strip() for (a, b), level in document.headings if level <= 2][:3]
    tabbed = [
        cells[0]
        for line in lines[:60]
        if "\t" in line and len(cells := [c for c in line.split("\t") if c.strip()]) <= 3
    ]
    pool = [
        c
        for c in (*candidates, *tabbed, *heads, document.title)
        if c and "。" not in c and not _MARKUP.search(c)
    ]
    site = [c for c in pool if _SITE.match(squeeze(c))]
    pool = [c for c in pool if c not in site]
    for test in (
        is_minutes_title,
        lambda c: bool(find_session(c)) and bool(names_of_bodies(c) or is_council(c)),
        _is_session_line,
        _is_body_line,
    ):
        for candidate in pool:
            if test(candidate) and len(squeeze(candidate)) > 4:
                return candidate
    return document.title or next((c for c in (*site, *pool) if len(c) > 3), "")


def _is_session_line(line: str) -> bool:
    return bool(find_session(line)) and len(line) <= 60 and not line.endswith("。")


def _is_body_line(line: str) -> bool:
    """A line that is little more than the name of a body (ＤＸ推進調査特別委員会　本文)."""
    names = names_of_bodies(line)
    return bool(names) and len(names[0]) >= 0.6 * len(squeeze(line)) and not line.endswith("。")


def find_town(document: Document, title: str, lines: list[str]) -> Entry | None:
    """The town whose record it is (see the module's rule 2); None where nothing but speech names one."""
    places = register()
    urls = [document.url] if document.url else []
    urls += _URL.findall(document.text[:HEADER_MAX]) + _URL.findall(document.text[-3000:])
    addressed = [entry for url in urls[:20] if (entry := places.by_url(url))]
    votes: dict[str, float] = {}
    seen: dict[str, Entry] = {}
    around = " ".join((title, document.title, *lines[:60]))

    def vote(entry: Entry, weight: float) -> None:
        code = entry.municipality.code
        seen[code] = entry
        votes[code] = votes.get(code, 0.0) + weight

    for entry in addressed[:3]:
        vote(entry, 6.0 if entry is addressed[0] else 1.0)
    for line, weight in (
        (title, 5.0),
        (document.title, 4.0),
        *((line, 5.0) for line in _labelled(lines, "body")),
        *((line, 1.0) for line in lines[:60]),
    ):
        if len(line) > 200:
            continue
        for mention in places.find_names(line):
            after = line[mention.end : mention.end + 12]
            organ = re.match(
                r"議会|役所|役場|教育委員会|\S{0,10}(?:審議会|委員会|協議会|懇談会|本部)|長(?!野|崎|岡)",
                after,
            )
            prefecture = mention.entry.level == "prefecture"
            factor = (0.3 if prefecture and not organ else 1.0) * (2.0 if organ else 1.0)
            vote(_disambiguated(mention.candidates, around, addressed), weight * factor)
    if not votes:
        for match in _ADDRESS.finditer(document.text[-3000:]):
            for mention in places.find_names(match[0])[-1:]:
                vote(mention.entry, 1.0)
    best = max(votes, key=lambda code: votes[code], default="")
    return seen.get(best) or _opened(document)


def _disambiguated(candidates: tuple[Entry, ...], around: str, addressed: list[Entry]) -> Entry:
    """Of towns that share a name: the one of the address, then the one whose prefecture the header names."""
    codes = {e.municipality.code for e in addressed}
    return min(
        candidates, key=lambda e: (e.municipality.code not in codes, e.municipality.prefecture not in around)
    )


def _opened(document: Document) -> Entry | None:
    """「ただいまから○○市議会定例会を開会いたします」: the chair's own words name the council."""
    opening = re.compile(r"(?:議会|委員会|審議会|協議会)[^。\n]{0,24}(?:開会|開議|開き|始め|閉会|散会)")
    for mention in register().find_names(document.text[:HEADER_MAX]):
        if opening.match(document.text, mention.end):
            return mention.entry
    return None


def _council_address(document: Document) -> bool:
    return re.search(r"gijiroku|kaigiroku|dbsr\.jp|kensakusystem|gikai", document.url) is not None


def _town_of_ward(place: Municipality | None) -> Municipality | None:
    """A ward of a designated city (横浜市…区) has no council: its city's record it is."""
    if place and (match := re.fullmatch(r"(\S+?市)\S+区", place.name)):
        found = register().by_name(match[1], place.prefecture)
        return found[0].municipality if found else place
    return place


def _ranked(names: list[str], town: Municipality | None) -> list[str]:
    """Bodies that carry the town's own name first, plain councils last; order kept otherwise."""
    place = town.name if town else "\0"
    return sorted(dict.fromkeys(names), key=lambda n: (n.endswith("議会"), not n.startswith(place)))


def _labelled(lines: list[str], name: str) -> list[str]:
    """Values of a label: the rest of its line, or the next line that is not blank."""
    out = []
    for index, line in enumerate(lines):
        match = _LABEL_LINE[name].match(line)
        if not match:
            continue
        value = line[match.end() :].strip(" 　:：】]\t")
        if not value:
            value = next((later for later in lines[index + 1 : index + 4] if later), "")
        if value:
            out.append(value)
    return out


def find_date(lines: list[str], title: str, other: str, session: str) -> str:
    """The day of the meeting as ISO, or empty (see the module's rule 3)."""
    for value in _labelled(lines, "date"):
        if found := find_dates(value) or find_dates(re.split(r"[（(]", value)[0]):
            return found[0].iso
        if day := _in_session_year(value, session):
            return day
    for text in (title, other, *lines):
        folded = fold(text)
        for found_date in find_dates(text):
            if not _PUBLISHED.search(folded[: found_date.start]) and not re.match(
                r"\s*(?:現在|付け|施行|更新|掲載|公開|作成)", folded[found_date.end :]
            ):
                return found_date.iso
    for text in (title, *lines[:40]):
        if len(text) <= 60 and not _PUBLISHED.search(text[:12]) and (day := _in_session_year(text, session)):
            return day
    return ""


def _in_session_year(text: str, session: str) -> str:
    """「3月7日」 with the year of the session: calendar year of a 定例会, fiscal year where 年度 is printed."""
    day = _MONTH_DAY.search(fold(text))
    year = re.search(YEAR, fold(session))
    if not day or not year or (base := year_of(year)) is None:
        return ""
    month = number(day[1]) or 0
    if "年度" in session and month <= 3:
        base += 1
    found = find_dates(f"{base}年{month}月{day[2]}日")
    return found[0].iso if found else ""


def _place(lines: list[str]) -> str:
    return next((value for value in _labelled(lines, "place") if len(value) <= 100), "")


def find_agenda(text: str) -> tuple[str, ...]:
    """The items of the agenda: those under its label, numbers taken off, in order."""
    lines = text.split("\n")
    for index, line in enumerate(lines):
        match = _LABEL_LINE["agenda"].match(line)
        if not match or len(line) > 120:
            continue
        first = line[match.end() :].strip(" 　:：")
        items = [first] if first and len(first) > 3 else []
        items += _items(lines[index + 1 :], bool(items))
        if items:
            return tuple(
                dict.fromkeys(_ITEM.sub("", item).strip() for item in items if _ITEM.sub("", item).strip())
            )
    return ()


def _items(lines: list[str], started: bool) -> list[str]:
    """Numbered (or (説明) …) lines that follow the label; a line that is none of it, or a repeated number, ends them."""
    out: list[str] = []
    carried = ""
    for line in lines[:160]:
        stripped = carried + line.strip()
        carried = ""
        if not stripped:
            continue
        if _ITEM_ALONE.match(stripped):  # 日程第１ stands above its title
            carried = stripped + "　"
            continue
        if len(stripped) > 100 or not (_ITEM.match(stripped) or re.match(r"^[（(]\S{1,6}[)）]", stripped)):
            if not out and not started and len(stripped) <= 60 and stripped.endswith(("について", "件")):
                out.append(stripped)
                continue
            break
        if any(_LABEL_LINE[name].match(line) and len(stripped) < 20 for name in ("date", "place")):
            break
        if any(key(_ITEM.sub("", stripped)) == key(_ITEM.sub("", item)) for item in out):
            break
        out.append(stripped)
    return out
