"""The JSON forms that the command and the API share: exchanges, hits, answers out; filters and history in.

Keys are a promise to other programs: they are only ever added to. `text` is the record without layout, spans count code
points in the stored text of the source, dates are ISO or empty, `page` counts from 1 or is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from chat.types import Answer, Citation, FoundExchange, Message
from corpus.errors import SettingsError
from corpus.periods import parse_period
from corpus.types import Exchange, Meeting, Side, Source, SourceSummary, StoredExchange, Turn
from retriever.types import Filter

FILTER_KEYS = ("town", "prefecture", "body", "since", "until", "office", "side")
"""Keys of `filters`, as the command's flags of the same names; `town` is a list."""

SIDES: dict[Side, str] = {
    "member": "議員・委員",
    "executive": "執行部",
    "chair": "議長・委員長",
    "secretariat": "事務局",
    "other": "その他",
}
"""Who spoke, as something to narrow a question to: the values of `side`, and how people say them."""

ROLES = ("user", "assistant")


def exchange_to_dict(stored: StoredExchange) -> dict[str, Any]:
    """An exchange (or statement) with where it is from; `parts` are of the same form."""
    return _exchange(stored.exchange, stored.meeting, stored.source)


def _exchange(exchange: Exchange, meeting: Meeting, source: Source) -> dict[str, Any]:
    notes: dict[str, str] = {}
    for label, value in exchange.notes:
        notes[label] = f"{notes[label]}\n{value}" if label in notes else value
    for label, turn in exchange.note_turns:
        notes.setdefault(label, turn.text)
    return {
        "id": exchange.id,
        "source": source.name,
        "municipality": meeting.town,
        "body": meeting.body,
        "meeting": meeting.title or meeting.session,
        "date": meeting.date,
        "agenda": exchange.agenda,
        "topic": exchange.topic,
        "status": exchange.status,
        "question": _side(exchange.questions),
        "answer": _side(exchange.answers),
        "parts": [_exchange(part, meeting, source) for part in exchange.parts],
        "notes": notes,
    }


def _side(turns: Iterable[Turn]) -> dict[str, Any]:
    """One side of an exchange; each speaker once, in the order in which they speak."""
    turns = tuple(turns)
    speakers = dict.fromkeys((turn.speaker.name, turn.speaker.office) for turn in turns)
    return {
        "text": "\n".join(turn.text for turn in turns),
        "speakers": [{"name": name, "office": office} for name, office in speakers if name or office],
        "page": turns[0].page if turns else None,
    }


def hit_to_dict(found: FoundExchange) -> dict[str, Any]:
    """A hit; a statement has an empty `question_text` and its text in `answer_text`."""
    stored = found.stored
    return {
        "rank": found.hit.rank,
        "score": round(found.hit.score, 6),
        "exchange_id": stored.exchange.id,
        "source": stored.source.name,
        "topic": stored.exchange.topic,
        "question_text": stored.exchange.question_text,
        "answer_text": stored.exchange.answer_text,
    }


def citation_to_dict(citation: Citation) -> dict[str, Any]:
    """A quotation with its place; `quote` is the stored text at `spans`, letter for letter."""
    return {
        "mark": citation.mark,
        "exchange_id": citation.exchange_id,
        "source": citation.source,
        "quote": citation.quote,
        "speaker": {"name": citation.speaker.name, "office": citation.speaker.office},
        "municipality": citation.meeting.town,
        "body": citation.meeting.body,
        "date": citation.meeting.date,
        "topic": citation.topic,
        "page": citation.page,
        "spans": [list(span) for span in citation.spans],
        "url": citation.url,
    }


def answer_to_dict(answer: Answer, id: str = "") -> dict[str, Any]:
    """An answer; `id` is the caller's own name for the question (that of the batch line)."""
    return {
        "id": id,
        "question": answer.question,
        "status": answer.status,
        "text": answer.text,
        "citations": [citation_to_dict(citation) for citation in answer.citations],
        "hits": [hit_to_dict(hit) for hit in answer.hits],
        "filters": filter_to_dict(answer.filters),
        "elapsed_ms": round(answer.elapsed_ms, 1),
        "notes": list(answer.notes),
        "aside": answer.aside,
    }


def source_to_dict(summary: SourceSummary) -> dict[str, Any]:
    """One document with the meetings and counts that were read from it."""
    source = summary.source
    return {
        "id": source.id,
        "name": source.name,
        "uri": source.uri,
        "url": source.url,
        "media_type": source.media_type,
        "layout": source.layout,
        "parser": source.parser,
        "added_at": source.added_at,
        "meetings": [
            {
                "municipality": meeting.town,
                "body": meeting.body,
                "meeting": meeting.title or meeting.session,
                "date": meeting.date,
            }
            for meeting in summary.meetings
        ],
        "exchanges": summary.exchanges,
        "statements": summary.statements,
        "warnings": list(summary.warnings),
    }


def filter_to_dict(filters: Filter) -> dict[str, Any]:
    """All keys of `FILTER_KEYS`; what is not narrowed is empty (null for `side`)."""
    return {
        "town": list(filters.towns),
        "prefecture": filters.prefecture,
        "body": filters.body,
        "since": filters.since,
        "until": filters.until,
        "office": filters.office,
        "side": filters.side,
    }


def filter_from_dict(data: Mapping[str, Any] | None) -> Filter:
    """The filter of a JSON object; null and empty values narrow nothing, `town` may be one name.

    Raises:
        SettingsError: an unknown key, a date that is not ISO, an unknown side, a value of the wrong type.
    """
    data = {key: value for key, value in (data or {}).items() if value not in (None, "", [], ())}
    if unknown := sorted(set(data) - set(FILTER_KEYS)):
        raise SettingsError(
            f"絞り込みの項目「{unknown[0]}」はありません", f"使える項目: {', '.join(FILTER_KEYS)}"
        )
    towns = data.get("town", ())
    towns = (towns,) if isinstance(towns, str) else tuple(towns) if isinstance(towns, list | tuple) else None
    if towns is None or not all(isinstance(town, str) for town in towns):
        raise SettingsError("「town」は自治体名の一覧にしてください", '例: "town": ["調布市"]')
    texts = {key: data.get(key, "") for key in FILTER_KEYS if key != "town"}
    for key, value in texts.items():
        if not isinstance(value, str):
            raise SettingsError(f"「{key}」は文字列にしてください", f"受け取った値: {value!r}")
    for key in ("since", "until"):
        if texts[key]:
            texts[key] = check_date(texts[key], key).isoformat()
    if texts["since"] and texts["until"] and texts["since"] > texts["until"]:
        raise SettingsError("期間の始まりが終わりより後です", f"{texts['since']} 〜 {texts['until']}")
    side = texts["side"]
    if side and side not in SIDES:
        values = "、".join(f"{value}（{said}）" for value, said in SIDES.items())
        raise SettingsError(f"「side」の「{side}」はありません", f"使える値: {values}")
    return Filter(
        towns=tuple(town for town in towns if town.strip()),
        prefecture=texts["prefecture"],
        body=texts["body"],
        since=texts["since"],
        until=texts["until"],
        office=texts["office"],
        side=side or None,  # type: ignore[arg-type]  # checked against SIDES above
    )


def days_of(value: str, name: str) -> tuple[str, str]:
    """First and last day, ISO, of a period as people write it: 2021-04-01, 令和3年4月1日, 2021年4月, 令和3年度; both empty for blank.

    Raises:
        SettingsError: `value` names no period.
    """
    value = value.strip()
    days = parse_period(value, date.today()) if value else ("", "")
    if days is None:
        raise SettingsError(
            f"「{name}」の「{value}」は日付として読めません", "例: 令和3年4月1日、2021-04-01、令和3年度"
        )
    return days


def check_date(value: str, name: str) -> date:
    """The day of an ISO date.

    Raises:
        SettingsError: `value` is not of the form 2024-03-07.
    """
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise SettingsError(f"「{name}」の「{value}」は日付として読めません", "例: 2024-03-07") from error


def today_of(text: str | None) -> date | None:
    """The day that 「昨年度」 counts from, where one is given. Raises SettingsError as `check_date`."""
    return check_date(text, "today") if text else None


def messages_from_list(data: Any) -> tuple[Message, ...]:
    """The history of a JSON list of `{"role", "content"}`.

    Raises:
        SettingsError: not such a list.
    """
    messages = []
    for entry in data or ():
        if (
            not isinstance(entry, Mapping)
            or entry.get("role") not in ROLES
            or not isinstance(entry.get("content"), str)
        ):
            raise SettingsError(
                "「history」が正しい形ではありません",
                '例: [{"role": "user", "content": "…"}]。role は user か assistant',
            )
        messages.append(Message(entry["role"], entry["content"]))
    return tuple(messages)
