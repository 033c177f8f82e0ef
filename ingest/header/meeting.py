"""The meeting's data from the header of minutes: town, body, title, session, date, place, agenda, attendees.

1. The header is the stretch before the first speech or table row, the document's title, and the address that it states.
2. Town: the address first, then names in the title and body, then labels; what speech tells only where nothing else does.
3. Date: the value of a label (日時, 開催日, 期日 …, on the same line or the next), else a date in the title, else the first date
   of the header that is not one of publishing (更新日, 掲載日 …). A month and day without a year take the session's year.
4. Fiscal year: the 年度 of the session, else that of the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.eras import YEAR, find_dates, fiscal_year, fiscal_year_in, fold, to_wareki
from corpus.patterns import KANJI_NUMERAL, any_of
from corpus.register import register
from corpus.spans import Span
from corpus.types import Meeting
from ingest.header.agenda import find_agenda
from ingest.header.attendees import find_attendees
from ingest.header.bodies import full_name, is_assembly, names_of_bodies
from ingest.header.filename import council_in, date_for, date_in
from ingest.header.held import dates_in_field, day_in_feet, find_date
from ingest.header.hometown import REACH, names_in
from ingest.header.labels import POINT, labelled
from ingest.header.sessions import find_session
from ingest.header.title import find_title
from ingest.header.town import find_town
from ingest.header.whose import LINE_MAX, ranked, whose
from ingest.text.normalize import is_spaced, lines_of, squeeze
from ingest.types import Document

_REMARK = re.compile(
    any_of(
        # 「正式な会議録ではありません」
        r"(?:会議録|議事録|記録|原文|正本|公式)[^。]{0,12}では(?:ありません|ない|ございません)",
        # 「速報版」
        *r"未定稿 速報版".split(),
        # 「AIで生成した要約」
        r"(?:AI|ＡＩ|自動で?|自動的に|機械的に)[^。]{0,16}(?:生成|要約|作成|文字起こし)(?:した|され)",
        # 「自動生成」「校正前の」
        *r"自動生成 (?:校正|校閲|公開)前の".split(),
        # 「正式な会議録が」
        r"正式な(?:会議録|議事録|記録)(?:が|は|と)",
    )
)
"""How a document says that it is not the final record (要旨, 速報版, 未定稿)."""
PARTS_MIN = 80
"""Characters of a line from which the rules in it set its parts apart."""
UNBROKEN_MIN = 200
"""Characters of a line that lost its line ends: wide blanks set its parts apart too."""
HEADER_MAX = 20_000
"""Characters: rosters and agenda of the largest councils. A longer header is text that no layout could place."""


def read_header(document: Document, header: Span) -> Meeting:
    """The meeting as `document.text[header]` (and title, address, records) states it; what is not stated stays empty."""
    if any(r.speaker or r.role for r in document.records):
        return replace(
            _from_records(document),
            agenda=find_agenda(document.text[slice(*header)]),
            attendees=find_attendees(document, header),
        )
    read = _from_text(document, header)
    if not document.records:
        return read
    stated = _from_records(document)
    place = read.municipality
    by_name = place is not None and read.body == council_in(document.name, place.name)
    # 青潮市議会 above the table, 予算特別委員会 in its column: the column says who met
    wider = is_assembly(read.body) and bool(stated.body) and not is_assembly(stated.body)
    return replace(
        read,
        municipality=place or stated.municipality,
        body=(place is not None and not (by_name or wider) and read.body) or stated.body or read.body,
        title=read.title or stated.title,
        session=read.session or stated.session,
        date=read.date or stated.date,
        fiscal_year=read.fiscal_year or stated.fiscal_year,
    )


def told_by_name(document: Document, meeting: Meeting, header: Span) -> Iterator[str]:
    """A warning where only the name of the file says whose meeting it was, or when."""
    place = meeting.municipality
    spoken = {entry.municipality.code for m in names_in(document.text[:REACH]) for entry in m.candidates}
    dated = bool(meeting.date) and meeting.date == date_in(document.name)
    if not (place and place.code not in spoken) and not dated:
        return
    bare = read_header(replace(document, name=""), header)
    said = [f"自治体名（{place.name}）"] if place and bare.municipality != place else []
    said += [f"開催日（{to_wareki(meeting.date)}）"] if dated and not bare.date else []
    if said:
        yield f"{'と'.join(said)}は本文からは分からず、ファイル名によります"


_KIND = re.compile(r"(?:定例|臨時)会")


def _from_text(document: Document, header: Span) -> Meeting:
    """What the words of the header say."""
    start, end = header[0], min(header[1], header[0] + HEADER_MAX)
    lines = _lines_of_header(document, start, end)
    title = find_title(document, lines)
    lines = [squeeze(line) if is_spaced(line) else line for line in lines]
    town = find_town(document, title, lines)
    named = labelled(lines, "body")
    session = find_session(
        title,
        *named,
        *(x for x in lines[:40] if len(x) < 80 and not POINT.match(x) and not x.endswith("について")),
        document.title,
    )
    if session.endswith("回") and (kind := _KIND.search(squeeze(title))):
        session += kind[0]  # 令和６年　第２回 above …町議会臨時会会議録
    date = find_date(lines, title, document.title, session) or day_in_feet(document.text)
    date = date or date_for(document.name, session)
    place, body, told = whose(document, title, lines, session, town.municipality if town else None)
    if not date and told != session:  # 〔１２月９日〕 above 「令和７年第４回…定例会を開会します」
        date = find_date(lines, title, document.title, told)
    return Meeting(
        municipality=place,
        body=body,
        title=title,
        session=told,
        date=date,
        fiscal_year=fiscal_year_in(told) or fiscal_year_in(title) or fiscal_year(date),
        place=next((v for v in labelled(lines, "place") if len(v) <= 100), "") or _told_place(lines),
        agenda=find_agenda(_HEADING.sub("", document.text[start:end].replace("**", ""))),
        attendees=find_attendees(document, (start, end)),
        remark=next((line for line in lines if len(line) <= LINE_MAX and _REMARK.search(line)), ""),
    )


def _lines_of_header(document: Document, start: int, end: int) -> list[str]:
    """The lines of the header as they are read, without the ** of Markdown: long ones in their parts, titles spread over the width put
    together."""
    whole = [
        document.text[a:b].replace("**", "").strip(_FRAME) for a, b in lines_of(document.text, start, end)
    ]
    parts = [
        part.strip()
        for line in whole
        for part in (
            (_APART if len(line) > UNBROKEN_MIN else _RULE).split(line) if len(line) > PARTS_MIN else [line]
        )
    ]
    return [_SPACED_TITLE.sub(lambda m: squeeze(m[0]), line) for line in _with_year(parts)]


_SPACED_TITLE = re.compile(
    r"(?<!\S)(?:\d{1,2}|[^\s。、\d])(?:[ \u3000](?:\d{1,2}|[^\s。、\d])){4,40}"
    r"(?=$|\s{2})(?<=[録要旨])"
)
"""第 10 回 青 潮 市 農 業 委 員 会 議 事 録 before wide blanks and the rest of the header in one line: the title, letter by letter."""
_YEAR_ALONE = re.compile(rf"{YEAR}年")


def _with_year(lines: Sequence[str]) -> list[str]:
    """The lines, a year that stands alone above the name of a session (令 和 ７ 年 / …市議会第３回定例会会議録) joined to it."""
    out = list(lines)
    for index, line in enumerate(out[:YEAR_LINES]):
        below = out[index + 1] if index + 1 < len(out) else ""
        if _YEAR_ALONE.fullmatch(fold(squeeze(line))) and _NAMES_SITTING.search(squeeze(below)):
            out[index], out[index + 1] = "", squeeze(line) + below
    return out


YEAR_LINES = 4
"""Lines at the head among which a year stands alone above the name of a session."""
_NAMES_SITTING = re.compile(r"^[^。\d年]{2,20}議会\S{0,8}(?:定例|臨時)会")
_HEADING = re.compile(r"^#{1,6} +", re.MULTILINE)
"""### （１）… of Markdown: an item without the signs of its heading."""
_ROOM = r"(?:室|場|館|堂|所|庁舎?|棟|園|校|ホール|センター|プラザ|ビル|ルーム|フロア|アリーナ|階|オンライン(?:会議|形式|方式)?)"
_TOLD_PLACE = re.compile(
    r"(?:\d{1,2}[日時分]|正午|時半)(?:[（(][^（()）]{1,4}[)）])?(?:から|より|に|、)+"
    r"(?:[^、。\s]{1,16}(?:出席|参加)(?:のもと|の下|の上|により|を得て|し)て?、?)?"
    rf"((?:(?!出席|参加|午[前後]|から|より|[こそ]の場|立場)[^、。\s]){{0,20}}?{_ROOM}(?:[（(][^（()）]{{1,12}}[)）])?)"
    r"(?:において|に於いて|にて|で)、?(?:[^、。]{0,12}を)?(?:開催|開会|開か|開い|招集|行わ)"
)
"""Words between the hour and 開会 that end like a place; 午後1時から委員全員の出席で開会した tells none."""


def _told_place(lines: Sequence[str]) -> str:
    """…は、８月２０日午後２時から役場大会議室において開催された。: where they met, where no label says it."""
    return next((found[1] for line in lines[:40] if (found := _TOLD_PLACE.search(line))), "")


_FRAME = " \t\r\n\u3000│┃║"
"""What stands around the words of a box (│…会議録　│)."""
_RULE = re.compile(
    r"[─━―—]{6,}|\s(?=[○◯〇◎●■])"
    r"|\s(?=(?:開催日時|開催場所|出席者|欠席者|傍聴者|会議次第)[\s:：■])"
    r"|\s(?=\d{1,2}[.．\s]?\s*(?:開催[日場]|日\s*時|場\s*所|[出欠]席|議\s*題|議\s*事|会議の))"
)
"""Sets the parts of a header apart that lost its line ends: a rule, or the sign or number of the next part (1 開催日時 …)."""
_APART = re.compile(_RULE.pattern + r"|\-{6,}|[ \u3000]{4,}")
_SESSION_ONLY = re.compile(
    rf"(?:[\s\d（）()\-－―・/_]|令和|平成|昭和|元年|[年月日号第回目]|定例|臨時|通常|会議?|本会議|{KANJI_NUMERAL}+(?=[年月日号回]))*"
)
"""令和８年　６月　定例会（第２回） 06月15日－04号: when, and nothing of whose meeting."""


def _from_records(document: Document) -> Meeting:
    """A structured export states its data itself."""
    first = document.records[0]
    named = first.municipality
    towns = (register().by_name(named) or register().by_romaji(named)) if named else ()
    towns = towns or tuple(m.entry for m in register().find_names(named))[-1:]  # 岩手県紫波町
    if not towns:
        towns = tuple(m.entry for m in register().find_names(first.meeting))[:1]
    entry = towns[0] if towns else find_town(document, first.meeting, [])
    town = entry.municipality if entry else None
    dates = dates_in_field(first.date) or find_dates(first.meeting)
    session = find_session(first.meeting)
    # 令和7年　産業委員会(7月3日): the year stands before what met
    date = dates[0].iso if dates else find_date([first.date], first.meeting, "", session)
    names = names_of_bodies(re.sub(r"[_＿|｜]", " ", first.meeting))
    house = re.search(r"衆議院|参議院|両院", first.meeting)
    body = full_name(ranked(names, town), town, council=house is None, every=True)
    if house and house[0] not in body:
        body = house[0] + body
    return Meeting(
        town,
        body or ("" if _SESSION_ONLY.fullmatch(first.meeting) else first.meeting),
        first.meeting,
        session,
        date,
        fiscal_year_in(first.meeting) or fiscal_year(date),
    )
