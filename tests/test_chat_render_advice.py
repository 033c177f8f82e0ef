"""What the page says beside an answer so that a person can go on: after a refusal, of a question too long, in a list of near topics."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import chat_fake
import pytest
from made_record import stored

from chat.limits import LONGEST_QUESTION
from chat.notices import NOTHING_LOADED
from chat.render.answers import ShownTurn, found_list
from chat.render.documents import documents_html, documents_sheet
from chat.render.talk import conversation_html
from chat.types import FoundExchange
from corpus.types import Meeting
from retriever.types import Filter, Hit

WIDER, WORDS, LOAD = "条件を広げて", "会議録に出てきそうな言葉", "「資料」から読み込む"


def _text(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize(
    ("filters", "missing", "said"),
    [
        (Filter(("調布市",)), (), WIDER),
        (Filter(since="2024-04-01"), (), WIDER),
        (Filter(), (), WORDS),
        (Filter(), ("横浜市",), LOAD),
        (Filter(("調布市",)), ("横浜市",), LOAD),
    ],
)
def test_advice_after_a_refusal_fits_what_was_asked(
    filters: Filter, missing: tuple[str, ...], said: str
) -> None:
    """Nobody is told to widen conditions that were not set, or to find other words for minutes that are not there."""
    refused = replace(chat_fake.service().ask("プールは"), filters=filters, missing_towns=missing)
    text = _text(conversation_html([ShownTurn("プールは", refused)]))
    assert [advice for advice in (WIDER, WORDS, LOAD) if advice in text] == [said]


def test_where_nothing_is_loaded_there_is_nothing_to_judge() -> None:
    """Protects: whether the note that no minutes are loaded was "useful" was asked, beside conditions under which nothing was searched."""
    refused = replace(chat_fake.service().ask("プールは"), text=NOTHING_LOADED, hits=())
    text = _text(conversation_html([ShownTurn("プールは", refused)]))
    assert text.endswith("で読み込んでください。")
    assert "役に立った" not in text


def test_a_question_that_was_cut_says_so() -> None:
    """The field takes no more characters: what was pasted beyond them was not searched for."""
    cut = "質問は2,000字までです。"
    answer = chat_fake.service().ask("備蓄は")
    assert cut in _text(conversation_html([ShownTurn("備" * LONGEST_QUESTION, answer)]))
    assert cut not in _text(conversation_html([ShownTurn("備蓄は", answer)]))


def test_near_topics_of_one_name_are_told_apart() -> None:
    """Five rows of a table with one heading looked like the same link five times."""
    rows = [
        stored("a.pdf", "調布市", "基本方針（素案）", "推進体制は。", "整えます。"),
        stored("b.pdf", "調布市", "基本方針（素案）", "費用は。", "見込みます。"),
        stored("c.pdf", "調布市", "花壇", "花は。", "植えます。"),
    ]
    shown = _text(found_list([FoundExchange(Hit(1, 1.0, one.exchange.id), one) for one in rows]))
    assert [name in shown for name in ("基本方針（素案）: 推進体制は。", "基本方針（素案）: 費用は。", "花壇: ")] == [
        True, True, False
    ]  # fmt: skip


def test_list_of_documents_tells_the_meetings_of_a_body_apart() -> None:
    """By the session where a document holds one meeting; and says in its file when it was added, by the clock on the wall."""
    (first, *_) = chat_fake.service().sources()
    meeting = Meeting(body="調布市議会", session="令和6年第1回定例会")
    one = replace(first, meetings=(meeting,))
    assert "調布市議会 令和6年第1回定例会" in _text(documents_html([one]))
    assert "第1回定例会" not in _text(documents_html([replace(one, meetings=(meeting, meeting))]))
    sheet = documents_sheet([one])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", str(sheet.rows[0][8]))
