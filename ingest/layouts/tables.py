"""Opinion and reply tables (意見と回答の表): 会議概要 in two columns, spreadsheets of 意見・市の考え方・対応状況, パブリックコメント.

Found by the header row: a column of questions or opinions and a column of replies. See `table_reading` and `table_rows` for how rows become
entries; here an entry becomes an exchange: the topic label 〔…〕に関して and the responder's label (総務局長) are taken
off the text, the responder's name is looked up among the attendees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.folding import folded
from corpus.spans import Span, Spans, cut, length, text_at
from corpus.types import Exchange, Meeting, Side, Speaker, Status, Turn
from ingest.columns.roles import by_content
from ingest.header.bodies import full_name
from ingest.header.meeting import read_header
from ingest.layouts.column_labels import SITTING_COLUMNS
from ingest.layouts.signed_off import contact_below, signed_behind
from ingest.layouts.table_days import by_day, days_of, states_day
from ingest.layouts.table_reading import read_tables
from ingest.layouts.table_rows import Entry, Reading
from ingest.marks.reported.signed import named_in_cell
from ingest.pairing.parts import parts_of
from ingest.people.offices import is_office, side_of
from ingest.people.speakers import parse_label, parse_name
from ingest.phrases.chair import only_moderates
from ingest.text.normalize import ordinal, page_of, squeeze, unbracketed
from ingest.types import Cell, Document, Draft, Evidence, Layout, Record

_OPEN, _CLOSE = "〔【［\\[《", "〕】］\\]》"
_LABEL = re.compile(
    rf"^\s*[{_OPEN}]\s*([^{_OPEN}{_CLOSE}]{{1,60}}?)\s*[{_CLOSE}]\s*(?:に関して|に関する(?:こと|もの|質問|意見)|について|に対して|の件|関係)?\s*[、，:：]?\s*"
)
_RESPONDER = re.compile(
    r"^\s*[（(【〔［\[]\s*([^（()）【】〔〕]{2,40}(?:[（(][^（()）]{1,20}[)）])?)\s*[)）】〕］\]]\s*[:：]?\s*"
)
_BLANK_REPLY = re.compile(r"^[\s\-‐–―－ー—/／なし無特に。.…]*$")
_ASKS = re.compile(
    r"(?:か[。？?]?|[？?]|(?:願|ねが|いただ|頂)(?:いた|き)い|(?:教え|示し|聞か)\S{0,8}|(?:伺|うかが|尋ね|たずね)\S{0,4}|を問(?:う|いたい)|どう(?:か|なのか))\s*[。]?\s*$"
)


def detect(document: Document) -> Evidence:
    """0.6–1 by the share of the text that lies in question and answer cells; 0 where no header row is found."""
    reading = read_tables(document)
    if not reading.entries:
        return Evidence(0.0)
    if _is_audit(document, reading):
        return Evidence(0.0, ("監査の指摘とその措置の表",))
    filled = sum(
        len(c.text)
        for e in reading.entries
        for c in (*e.question, *e.answer, *(c for _, s in e.status for c in s))
    )
    share = min(1.0, max(filled, reading.formed) / max(1, len(squeeze(document.text))))
    first = "｜".join(label for label in reading.headers[0] if label)
    reasons = (
        f"問いと答えの列の見出し「{first}」（{len(reading.headers)} 回）",
        f"意見と回答の行 {len(reading.entries)} 件、本文の {share:.0%}",
        *reading.reasons,
    )
    return Evidence(round(0.6 + 0.4 * share, 3), reasons)


_FOUND, _DONE = re.compile("指摘"), re.compile("措置|改善")
_AUDIT = re.compile(
    r"(?:定期|随時|行政|工事|財務|財政援助団体等?|出資団体|外部)監査|監査(?:の?結果|の?種[類別])|監査委員(?:監査)?の?指摘"
)


def _is_audit(document: Document, reading: Reading) -> bool:
    """Whether the table tells what auditors found and what was done about it (地方自治法 第199条第14項): nobody asked anybody."""
    labels = reading.headers[0]
    told = any(map(_FOUND.search, labels)) and any(map(_DONE.search, labels))
    return told and _AUDIT.search(document.text) is not None


def read(document: Document) -> tuple[Draft, ...]:
    """A draft with an exchange for every entry, one for each day that the rows state; agenda items without a table stay in the meeting's agenda."""
    reading = read_tables(document)
    header = (0, reading.start or 0)
    meeting = _meeting(document, reading, header)
    rows = [_exchange(document, meeting, entry) for entry in reading.entries]
    exchanges = [*rows, *(_statement(document, span, agenda) for span, agenda in reading.prose)]
    exchanges.sort(key=lambda e: (e.questions or e.answers)[0].spans[0][0])
    draft = Draft(exchanges=tuple(exchanges), meeting=meeting, header=header, warnings=_warnings(reading))
    days = () if meeting.date and states_day(document, header) else days_of(reading.entries)
    if reading.formed and len(set(days)) > 1:
        days = ()  # title and day of a letter stand around its words: no line parts it from the next
    return by_day(document, draft, days, rows) if days else (draft,)


def _meeting(document: Document, reading: Reading, header: Span) -> Meeting:
    """The meeting of the header; of columns that say the same in every row (日付, 委員会), which then are no notes."""
    found: dict[str, tuple[str, str]] = {}
    for name, pattern in SITTING_COLUMNS.items():
        cells = [next((n for n in e.notes if pattern.match(folded(n[0]))), None) for e in reading.entries]
        if cells and cells[0] is not None and len(set(cells)) == 1:
            found[name] = cells[0]
    meeting = read_header(document, header)
    asked = [entry.who for entry in reading.entries]
    if not meeting.body and asked and all("議員" in who for who in asked):
        meeting = replace(meeting, body=full_name((), meeting.municipality, council=True))
    if not found or meeting.date:
        return meeting
    for entry in reading.entries:
        entry.notes = [note for note in entry.notes if note not in found.values()]
    said = {name: value for name, (_, value) in found.items()}
    record = Record(
        header,
        meeting=said.get("meeting", ""),
        municipality=said.get("municipality", ""),
        date=said.get("date", ""),
    )
    return read_header(replace(document, records=(record,)), header)


def _warnings(reading: Reading) -> tuple[str, ...]:
    empty = [e.number or str(i) for i, e in enumerate(reading.entries, 1) if not e.question]
    told = by_content(reading.reasons)
    return (*told, f"問いの欄が空の行があります: {', '.join(empty[:10])}") if empty else told


def _exchange(document: Document, meeting: Meeting, entry: Entry) -> Exchange:
    topic, question = _question(entry)
    asker, question = _named(document, _questioner(entry), question)
    questions = (_turn(document, asker, question),) if question else ()
    answers = _answers(document, meeting, entry)
    called = asker.side == "chair" and only_moderates(text_at(document.text, question))
    notes = tuple((label, text) for label, text in entry.notes)
    if entry.number and not entry.number.strip().isdecimal():
        notes = (("番号", entry.number), *notes)
    note_turns = tuple(
        (label, _turn(document, Speaker("", "", "executive"), tuple(s for c in cells for s in c.spans)))
        for label, cells in entry.status
    )
    text = text_at(document.text, question)
    status: Status = (
        "statement"
        if called
        else "answered"
        if answers
        else "unanswered"
        if _ASKS.search(text)
        else "opinion"
    )
    parts = parts_of(questions, answers) if _alike_numbered(questions, answers) else ()
    if called:  # （会長）説明をお願いします。 beside the explanation
        questions, answers = (), (*questions, *answers)
    return Exchange("", topic, status, questions, answers, entry.agenda, notes, note_turns, parts)


_POINT = re.compile(r"^[（(]?(\d{1,2}(?=[)）.．、\s])|[①-⒇])", re.MULTILINE)


def _alike_numbered(questions: Sequence[Turn], answers: Sequence[Turn]) -> bool:
    """Whether one cell holds several numbered questions and the other the replies under the same numbers."""
    asked, said = (
        [ordinal(m[1]) for turn in side for m in _POINT.finditer(turn.text)] for side in (questions, answers)
    )
    return len(asked) > 1 and asked == said


def _statement(document: Document, span: Span, agenda: str) -> Exchange:
    return Exchange("", agenda, "statement", (), (_turn(document, Speaker(), (span,)),), agenda)


def _turn(document: Document, speaker: Speaker, spans: Spans) -> Turn:
    return Turn(speaker, text_at(document.text, spans), spans, page_of(document.pages, spans))


def _question(entry: Entry) -> tuple[str, Spans]:
    """The topic and the question's spans without the label. The topic: label, else the 対象項目 cell, else the section."""
    spans = tuple(s for cell in entry.question for s in cell.spans)
    label = ""
    if entry.question and (match := _LABEL.match(entry.question[0].text)):
        rest = length(spans) - match.end()
        if rest > 0 and not (entry.topic and _NO_TOPIC.fullmatch(match[1])):
            label = match[1]
            spans = cut(spans, match.end(), length(spans))
    topic = label or " ".join(cell.text.strip() for cell in entry.topic) or entry.section
    return topic, spans


def _named(document: Document, speaker: Speaker, spans: Spans) -> tuple[Speaker, Spans]:
    """Who speaks, by the words of a cell where no column tells his name, and where those words then stand."""
    told = None if speaker.name else named_in_cell(text_at(document.text, spans))
    if told is None or told[0].side not in (speaker.side, "chair"):
        return speaker, spans
    return told[0], cut(spans, told[1], told[2])


_NO_TOPIC = re.compile(r"[\d①-⒇]{1,2}|[^のにをは]{0,6}(?:段階|通告)")
"""〔1〕, 【通告段階】: a number or the stage of the question; it is no topic where a column names one."""
_FACTION = re.compile(r"[（(][^（()）]{1,20}[)）]$")
"""花谷ひろき（市民の会）: the group behind a member's name."""
_COUNT = re.compile(r"^\s*\d+(?!\d*\s*番)\s*[.．)）]?\s*")
"""１ 秋山委員: the list counts its questions; ２番　秋山 is his seat."""


def _questioner(entry: Entry) -> Speaker:
    """The person of the 委員名 cell (`1 秋山委員`); without one, the kind of person that the column's label names."""
    columns = entry.columns
    place = columns.at("who")
    label = columns.labels[place] if place is not None else ""
    question = columns.at("question")
    label += columns.labels[question] if question is not None else ""
    office = next((word for word in ("委員", "議員", "構成員") if word in label), "")
    side: Side = "other" if re.search(r"市民|町民|区民|村民|県民|住民|提出者|団体", label) else "member"
    names = [n for n in re.split(r"[、,，／/]|(?<!\s)\s+及び\s+", _COUNT.sub("", entry.who)) if n.strip()]
    people = [
        p
        for n in names
        if (
            p := parse_label(n)
            or parse_name(n)
            or parse_label(bare := _FACTION.sub("", n))
            or parse_name(bare)
        )
    ]
    if not people:
        return Speaker(entry.who and _COUNT.sub("", entry.who)[:40], office, side)
    offices = list(dict.fromkeys(p.office for p in people if p.office))
    office = "・".join(offices) or office
    found = people[0].side if people[0].side not in ("other", "chair") else side
    return Speaker("・".join(p.name for p in people if p.name), office, found)


def _answers(document: Document, meeting: Meeting, entry: Entry) -> tuple[Turn, ...]:
    """The reply's turns: a paragraph that is a responder's label begins a new one; what is printed as blank is none."""
    if _BLANK_REPLY.match("".join(cell.text for cell in entry.answer)):
        return ()
    turns: list[tuple[Speaker, list[Span]]] = [(_default_responder(entry, meeting), [])]
    for index, cell in enumerate(entry.answer):
        text = text_at(document.text, cell.spans)
        cuts = _labels(document, cell, index == 0)
        signed, signer = signed_behind(text)
        if signer and not turns[-1][0].office and all(start >= signed for start, _, _ in cuts):
            turns[-1] = (_responder(signer, meeting), [*turns[-1][1], *cut(cell.spans, 0, signed)])
            continue
        position = 0
        for start, end, office in cuts:
            turns[-1][1].extend(cut(cell.spans, position, start))
            turns.append((_responder(office, meeting), []))
            position = end
        end, office = contact_below(text, position)
        turns[-1][1].extend(cut(cell.spans, position, end))
        if office and not turns[-1][0].office:
            turns[-1] = (_responder(office, meeting), turns[-1][1])
    return tuple(
        _turn(document, speaker, spans)
        for speaker, spans in ((s, _stripped(document, p)) for s, p in turns)
        if spans
    )


def _labels(document: Document, cell: Cell, first: bool) -> list[tuple[int, int, str]]:
    """(start, end, office) of responder labels in a cell's text: at its head, paragraphs that are nothing else, and, where
    the head has one, at the head of further paragraphs."""
    found: list[tuple[int, int, str]] = []
    if first and (match := _RESPONDER.match(cell.text)) and _names_office(match[1]):
        found.append((0, match.end(), match[1]))
    for paragraph in cell.paragraphs[1:]:
        text = text_at(document.text, paragraph)
        match = _RESPONDER.match(text)
        alone = match is not None and match.end() >= len(text.rstrip())
        if match and (alone or found) and _names_office(match[1]):
            start = sum(min(e, paragraph[0][0]) - s for s, e in cell.spans if s < paragraph[0][0])
            found.append((start, start + (len(text) if alone else match.end()), match[1]))
    return found


def _names_office(text: str) -> bool:
    return all(
        is_office(squeeze(unbracketed(one))) or parse_label(one) is not None
        for one in re.split("[、，]", text)
    )


def _stripped(document: Document, spans: list[Span]) -> Spans:
    """Without white space at both ends."""
    while spans and not document.text[slice(*spans[0])].strip():
        spans = spans[1:]
    while spans and not document.text[slice(*spans[-1])].strip():
        spans = spans[:-1]
    if not spans:
        return ()
    start = spans[0][0]
    while document.text[start].isspace():
        start += 1
    spans = [(start, spans[0][1]), *spans[1:]]
    end = spans[-1][1]
    while document.text[end - 1].isspace():
        end -= 1
    return (*spans[:-1], (spans[-1][0], end))


def _default_responder(entry: Entry, meeting: Meeting) -> Speaker:
    """The responder's column, or the office that the answer column's label names (事務局回答), or the executive side."""
    if entry.responder:
        return _responder(entry.responder, meeting)
    place = entry.columns.at("answer")
    label = folded(entry.columns.labels[place]) if place is not None else ""
    return Speaker("", "事務局", "secretariat") if "事務局" in label else Speaker("", "", "executive")


def _responder(label: str, meeting: Meeting) -> Speaker:
    """Office and name; the name from the label itself or from the attendee of that office (教育次長(教育長代理) too)."""
    whole = " ".join(label.split()) if label.isascii() else squeeze(label)
    exact = [a for a in meeting.attendees if folded(a.office) == folded(whole)]
    close = [a for a in meeting.attendees if folded(re.sub(r"[（(].*", "", a.office)) == folded(whole)]
    found = exact or close
    if found:
        side = found[0].side
        name = found[0].name if len(found) == 1 else ""
        return Speaker(name, whole, "executive" if side == "other" else side)
    several = [parse_label(one) for one in re.split(r"[、，]", label)]
    people = [p for p in several if p and p.office]
    if 1 < len(people) == len(several):  # 西沢経理課長、三保財政課長
        names = "・".join(p.name for p in people if p.name)
        offices = "・".join(p.office for p in people)
        return Speaker(names, offices, "executive" if people[0].side == "other" else people[0].side)
    speaker = parse_label(label) or Speaker("", whole, side_of(whole))
    return Speaker(
        speaker.name, speaker.office or whole, "executive" if speaker.side == "other" else speaker.side
    )


OPINION_TABLE = Layout("opinion_table", detect, read)
