"""Answers and records as HTML: what is quoted shows letter for letter, and nothing from a document becomes markup."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser

import chat_fake
import made_record
import pytest

from chat import naming
from chat.contract import filter_from_dict
from chat.framing import place_ja, session_en
from chat.notices import reach_ja
from chat.page.record_page import page_html
from chat.record import Record
from chat.refusals import parts, refusal
from chat.render.answers import ShownTurn, belt, copy_text, file_name, safe_url, text_html
from chat.render.documents import documents_html, documents_sheet
from chat.render.frame import header_html, loaded_line, welcome_html
from chat.render.record import record_html
from chat.render.runs import Line, result_html
from chat.render.talk import conversation_html
from chat.render.turns import highlighted
from chat.types import Answer, Reach
from chat.words import speaking
from corpus.types import Exchange, Meeting, Speaker, Turn
from retriever.types import Filter


class _Reader(HTMLParser):
    """Collects the tags, their attributes, the shown text and the text inside <mark>."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.marked: list[str] = []
        self._in_mark = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "mark":
            self._in_mark = True
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_mark = self._in_mark and tag != "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_mark:
            self.marked[-1] += data


def _answer(question: str) -> Answer:
    return chat_fake.service().ask(question)


def _hostile_pages() -> list[str]:
    service = chat_fake.service()
    item = service.items[2]
    answer = service.ask("攻撃")
    odd = replace(
        answer,
        question=made_record.HOSTILE,
        notes=(made_record.HOSTILE,),
        filters=Filter((made_record.HOSTILE,), body=made_record.HOSTILE),
    )
    refused = replace(service.ask("なし"), text=made_record.HOSTILE)
    return [
        conversation_html([ShownTurn(made_record.HOSTILE, odd), ShownTurn("q", refused), ShownTurn("q", error=made_record.HOSTILE)]),
        record_html(Record(item, item, item, True), answer.citations[0]),
        page_html(Record(item, item, item, True), answer.citations[0]).split("<main")[1].split("<script type=module")[0],
        documents_html(service.sources()),
        welcome_html([made_record.HOSTILE], Reach(1, (made_record.HOSTILE,))),
        header_html(Reach(1, (made_record.HOSTILE,))),
        result_html([Line(made_record.HOSTILE, "failed", made_record.HOSTILE, (made_record.HOSTILE,))]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    _hostile_pages(),
    ids=["talk", "record", "page", "documents", "welcome", "header", "result"],
)
def test_document_text_stays_text(html: str) -> None:
    """Scripts, images, handlers, foreign links and template marks of a document are shown, never obeyed."""
    read = _Reader(html)
    assert not {"script", "img", "iframe", "style", "object", "form"} & set(read.tags)
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    links = [value or "" for name, value in read.attributes if name in ("href", "src")]
    own = ("originals/", "inspect/", "documents.", "./", "en/", "#kc-question")
    assert not [link for link in links if not link.startswith(own)]
    assert "<script>window.hacked=1" in read.text
    assert html.count("<div") == html.count("</div>")


def test_quotation_is_shown_letter_for_letter_with_its_mark() -> None:
    """「quote」 and a button [1] that names turn and mark; origin and ISO date on hover beside it."""
    html = conversation_html([ShownTurn("備蓄は", _answer("備蓄は"))])
    read = _Reader(html)
    assert "「食料は三日分を備えています。」[1]" in read.text
    assert "調布市議会 令和6年3月7日 行政経営部長" in read.text
    assert 'data-turn="0" data-mark="1"' in html
    assert '<time datetime="2024-03-07" title="2024-03-07">令和6年3月7日</time>' in html
    assert "2自治体・4件の質疑（2021-06〜2024-03）を検索" in read.text


def test_marks_in_a_written_answer_are_buttons_and_other_brackets_are_not() -> None:
    """A sentence of a language model with [1]; [9] has no citation and stays text."""
    answer = replace(_answer("備蓄は"), text="三日分あります[1]。規程[9]による。")
    html = conversation_html([ShownTurn("q", answer)])
    assert html.count("kc-mark") == 1
    assert "規程[9]による。" in _Reader(html).text


def test_quote_with_a_blank_line_is_one_quotation() -> None:
    """Blocks are found by the citations, not by blank lines, which quotes may hold."""
    answer = _answer("備蓄は")
    quote = "一つ目。\n\n二つ目。"
    citation = replace(answer.citations[0], quote=quote)
    html = conversation_html([ShownTurn("q", replace(answer, text=f"「{quote}」[1]", citations=(citation,)))])
    assert html.count("<blockquote") == 1
    assert quote in _Reader(html).text


def test_refusal_names_near_topics_as_no_answer() -> None:
    """What was searched and near topics, marked as not the answer, each a link to the record."""
    read = _Reader(conversation_html([ShownTurn("プールは", _answer("プールは"))]))
    assert "該当する答弁は見つかりませんでした" in read.text
    assert "近い話題 （質問への回答ではありません）" in read.text
    assert read.text.count("を検索") == 1
    assert ("data-exchange", "a.pdf-備蓄") in read.attributes
    assert "blockquote" not in read.tags


def test_refusal_says_once_what_was_asked_for_and_is_not_loaded() -> None:
    """The town without minutes is in the sentence; conditions and reach stand below it, not in it as well."""
    filters = Filter(("調布市",), since="2024-03-01", until="2024-03-31")
    reach = Reach(3, ("調布市",), "2024-03-01", "2024-03-02")
    answer = Answer(
        "プールは", "no_evidence", refusal(filters, reach, ("横浜市",), english=False), filters=filters,
        searched=reach, missing_towns=("横浜市",),
    )  # fmt: skip
    text = _Reader(conversation_html([ShownTurn("プールは", answer)])).text
    assert text.count("横浜市の会議録は読み込まれていません。") == 1
    assert "対象: 調布市・2024" not in text
    assert (text.count("該当する答弁は見つかりませんでした"), text.count("を検索")) == (1, 1)
    assert parts(replace(answer, text="まだ読み込まれていません。")) == ("まだ読み込まれていません。", ())
    english = replace(answer, text=refusal(filters, reach, ("横浜市",), english=True))
    assert english.text.endswith("are loaded. Searched 3 exchanges (Chofu City, 2024-03).")
    with speaking("en"):
        text = _Reader(conversation_html([ShownTurn("Is there a pool?", english)])).text
    assert (text.count("No minutes of Yokohama City are loaded."), text.count("Searched")) == (1, 1)


def test_a_town_without_minutes_can_be_taken_off() -> None:
    """Protects: after 「札幌市は？」 every question was refused for 札幌市, under a chip that said 対象: すべて; and 0件の発言を検索."""
    answer = Answer(
        "備蓄は",
        "no_evidence",
        refusal(Filter(), Reach(0, ()), ("札幌市",), False),
        searched=Reach(0, ()),
        missing_towns=("札幌市",),
    )
    read = _Reader(conversation_html([ShownTurn("備蓄は", answer)]))
    assert "対象: 札幌市" in read.text
    assert ("data-question", "備蓄は") in read.attributes
    given = next(json.loads(value) for name, value in read.attributes if name == "data-filters")
    assert filter_from_dict(given) == Filter()
    assert "を検索" not in read.text
    beside = replace(answer, filters=Filter(("調布市",)), searched=Reach(3, ("調布市",)), missing_towns=())
    read = _Reader(conversation_html([ShownTurn("備蓄は", beside)]))
    assert "対象: 調布市" in read.text
    assert ("data-question", "備蓄は") in read.attributes
    everywhere = replace(beside, filters=Filter())
    assert ("data-question", "備蓄は") not in _Reader(
        conversation_html([ShownTurn("備蓄は", everywhere)])
    ).attributes


def test_refusal_says_whose_exchanges_alone_were_searched() -> None:
    """Protects: the page gave the reach of the whole record for a question of which only one member's exchanges had been looked at."""
    reach = Reach(3, ("調布市",), "2024-03-01", "2024-03-02")
    for english, said in (
        (False, "「森川」の名のある質疑だけを探しました。"),
        (True, "Searched only exchanges with the name of 森川."),
    ):
        text = refusal(Filter(), reach, ("横浜市",), english, ("森川",))
        answer = Answer("プールは", "no_evidence", text, searched=reach, missing_towns=("横浜市",))
        assert said in _Reader(conversation_html([ShownTurn("プールは", answer)])).text
        assert parts(answer)[1][1:] == (said,)
        with speaking("en"):
            assert (
                "only exchanges with the name of 森川."
                in _Reader(conversation_html([ShownTurn("", answer)])).text
            )


def test_quoted_words_are_marked_at_their_spans() -> None:
    """The highlight follows the spans, over a gap in the source and at the edges of a turn."""
    turn = Turn(Speaker(), "あいうえおかき", ((10, 13), (20, 24)))
    assert _Reader(highlighted(turn, ((12, 13), (20, 22)))).marked == ["う", "えお"]
    assert _Reader(highlighted(turn, ((0, 100),))).marked == ["あいう", "えおかき"]
    assert _Reader(highlighted(turn, ((13, 20),))).marked == []
    assert _Reader(highlighted(turn, ((20, 22), (12, 13)))).text == turn.text


def test_record_shows_who_when_where() -> None:
    """Both sides with speakers and pages, the meeting's head, the quote marked, the citation line to copy."""
    service = chat_fake.service()
    citation = service.ask("備蓄").citations[0]
    html = record_html(Record(service.items[0], service.items[1]), citation)
    read = _Reader(html)
    for words in (
        "調布市議会 令和6年第1回定例会",
        "令和6年3月7日",
        "議員 森川",
        "4ページ",
        "行政経営部長",
        "5ページ",
        "毛布は増やします。",
    ):
        assert words in read.text
    assert read.marked == ["食料は三日分を備えています。"]
    assert ("href", "https://minutes.example/a") in read.attributes
    assert ("data-exchange", "b.xlsx-備蓄") in read.attributes
    assert ("data-path", "record/a.pdf-%E5%82%99%E8%93%84?at=14-28") in read.attributes
    assert ("data-text", "調布市議会 令和6年第1回定例会 令和6年3月7日 行政経営部長答弁") in read.attributes
    assert (
        copy_text(citation)
        == "「食料は三日分を備えています。」（調布市議会 令和6年第1回定例会 令和6年3月7日 行政経営部長答弁）"
    )


def test_opinion_and_statement_are_named() -> None:
    """A member's opinion without a reply says so; a statement has no question side."""
    item = chat_fake.service().items[0]
    assert "答弁は記録にありません" in record_html(Record(made_record.with_question_only(item)))
    said = Exchange("s", "説明", "statement", answers=item.exchange.answers)
    html = record_html(Record(replace(item, exchange=said)))
    assert "<h4>発言</h4>" in html
    assert "<h4>質問</h4>" not in html


def test_loaded_line() -> None:
    """Counts as the header names them; one town, none."""
    assert (
        loaded_line(Reach(1234, ("調布市", "金沢市"), "2021-03-01", "2024-03-07"))
        == "調布市ほか1自治体・1,234件の質疑・2021-03〜2024-03"
    )
    half = Reach(9, ("調布市", "金沢市"), "2021-03-01", "2021-03-02", unnamed=4)
    assert loaded_line(half) == "調布市ほか1自治体・9件の質疑（うち4件は自治体名の記載なし）・2021-03"
    assert reach_ja(half) == "2自治体・9件の質疑（2021-03、うち4件は自治体名の記載なし）を検索"
    assert loaded_line(Reach(2, ("調布市",))) == "調布市・2件の質疑"
    assert loaded_line(Reach(0, ())) == "会議録はまだ読み込まれていません"
    assert loaded_line(Reach(0, ("調布市",), statements=3)) == "調布市・3件の発言"


@pytest.mark.parametrize(
    ("reach", "japanese", "english"),
    [
        (Reach(1234, ("調布市", "金沢市"), "2021-03-01", "2024-03-07"), "2自治体・1,234件の質疑（2021-03〜2024-03）を検索", "Searched 1,234 exchanges of 2 towns (2021-03–2024-03)"),
        (Reach(1, ("調布市",)), "1自治体・1件の質疑を検索", "Searched 1 exchange of 1 town"),
        (Reach(9, (), "2023-11-22", "2023-11-30"), "9件の質疑（2023-11）を検索", "Searched 9 exchanges (2023-11)"),
        (Reach(0, (), statements=3), "3件の発言を検索", "Searched 3 statements"),
        (Reach(4, (), unnamed=4), "4件の質疑を検索", "Searched 4 exchanges"),
        (Reach(9, ("調布市",), unnamed=4), "1自治体・9件の質疑（うち4件は自治体名の記載なし）を検索", "Searched 9 exchanges of 1 town (4 of them with no town given)"),
    ],
)  # fmt: skip
def test_how_far_was_searched(reach: Reach, japanese: str, english: str) -> None:
    """Records that name no town, or no day, are counted without; the answer's text has the same words as the page."""
    assert naming.reach(reach) == reach_ja(reach) == japanese
    with speaking("en"):
        assert naming.reach(reach) == english


def test_conditions_are_named_with_days_as_people_write_them() -> None:
    """Protects: over the fields stood 2024-03-01〜2024-03-31, below them 令和6年3月1日."""
    march = Filter(("調布市",), since="2024-03-01", until="2024-03-31")
    assert naming.filters(march) == "調布市・令和6年3月1日〜令和6年3月31日"
    assert naming.filters(Filter(until="2024-03-31", office="部長")) == "部長・〜令和6年3月31日"
    with speaking("en"):
        assert naming.filters(march) == "Chofu City, 1 March 2024–31 March 2024"


def test_a_record_of_statements_alone_is_a_record() -> None:
    """A report or press conference is loaded although nobody asks in it: a refusal says that it was searched."""
    reach = Reach(0, ("調布市",), statements=3)
    assert refusal(Filter(), reach, (), english=False).endswith("1自治体・3件の発言を検索しました。")
    assert refusal(Filter(), reach, (), english=True).endswith("Searched 3 statements (Chofu City).")
    assert "会議録がまだありません" not in welcome_html((), reach)
    assert "会議録がまだありません" in welcome_html((), Reach(0, ()))


def test_an_english_refusal_over_a_record_without_towns() -> None:
    """No empty place between the brackets."""
    said = refusal(Filter(), Reach(9, (), "2023-11-22", "2024-09-11"), (), english=True)
    assert said == "The record holds no answer to this. Searched 9 exchanges (2023-11 to 2024-09)."


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//x.example",
        "http://",
        "https://[",
        "",
    ],
)
def test_only_web_addresses_become_links(url: str) -> None:
    """Anything that is no plain web address is dropped."""
    assert safe_url(url) == ""


def test_belt_removes_what_an_escape_would_have_missed() -> None:
    """The second line of defence by itself."""
    assert belt('<p onclick="x()">a<script>b</script><img src="x"></p>') == "<p>a</p>"
    assert belt('<a href="javascript:x">a</a>') == '<a rel="noopener noreferrer">a</a>'


def test_control_characters_are_left_out() -> None:
    """NUL and the like would be swallowed or replaced by browsers."""
    assert text_html("a\x00\x0b<b>\n") == "a&lt;b&gt;\n"


def test_list_says_that_a_town_is_unknown() -> None:
    """What was said when the document was added is still said in the list, and in its file."""
    source = replace(
        chat_fake.service().sources()[0], meetings=(Meeting(body="緑ヶ丘住民会議"),), warnings=()
    )
    assert "どの自治体の会議録か、本文からは分かりません" in documents_html([source])
    assert documents_sheet([source]).rows[0][6] == 1


def test_record_by_itself_names_its_fonts() -> None:
    """Without Gradio's theme the English page was set in the browser's serif."""
    assert 'font-family: "Noto Sans JP", "Noto Sans CJK JP"' in page_html(None)


@pytest.mark.parametrize(
    ("session", "english"),
    [
        ("令和6年第1回定例会", "1st regular session of 2024"),
        ("第２回定例会", "2nd regular session"),
        ("臨時会", "extraordinary session"),
        ("第2回 予算小委員会", "第2回 予算小委員会"),
    ],
)
def test_sessions_in_english(session: str, english: str) -> None:
    """With or without a year, in digits of either width; what is named otherwise stays as printed."""
    assert session_en(session) == english


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("令和6年_定例会.html", '令和6年_<span class="kc-short">定例会.html</span>'),
        ("003_aeef<b>.txt", '003_aeef<span class="kc-short">&lt;b&gt;.txt</span>'),
        ("a.jsonl", '<span class="kc-short">a.jsonl</span>'),
        ("第3回 会議録", "第3回 会議録"),
        ("ver.2の会議録について", "ver.2の会議録について"),
    ],
)
def test_the_name_of_a_file_breaks_before_its_extension(name: str, html: str) -> None:
    """Protects: in the list of documents .html was cut in two by the end of the line."""
    assert file_name(name) == html


@pytest.mark.parametrize(
    ("body", "session", "told"),
    [
        ("町議会予算委員会", "町議会 予算委員会", "町議会予算委員会 令和6年3月7日"),
        ("町議会", "令和6年第1回定例会", "町議会 令和6年第1回定例会 令和6年3月7日"),
        ("町議会", "", "町議会 令和6年3月7日"),
    ],
)
def test_a_session_named_as_the_body_is_said_once(body: str, session: str, told: str) -> None:
    """Protects: 「衆議院予算委員会 衆議院 予算委員会」 above a record."""
    meeting = Meeting(body=body, session=session, date="2024-03-07")
    assert place_ja(meeting) == told
