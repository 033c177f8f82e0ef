"""A conversation over the sample minutes: what asks the record nothing, where a question goes on, and from what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from small_store import asked_in_turn

from chat.contract import answer_to_dict
from chat.questions.about_records import AboutRecords, Asked
from chat.questions.asides import (
    ABLE,
    EMPTY,
    GREETING,
    HEARD,
    NO_OPINION,
    NO_WRITING,
    THANKS,
    UNHAPPY,
    aside,
)
from chat.questions.elsewhere import of_another_member
from chat.questions.talk import ALL_SHOWN
from chat.render.answers import ShownTurn
from chat.render.talk import conversation_html
from chat.saying import Saying
from chat.service import Service
from chat.types import Message
from corpus.reading import Reach
from corpus.types import Exchange, Meeting, Source, Speaker, StoredExchange

QUESTION = "調布市のCSIRTはどのように組織されていますか"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("", EMPTY),
        ("？？？", EMPTY),
        ("わかりました。ありがとうございます！", THANKS),
        ("Thank you very much", THANKS),
        ("谢谢", THANKS),
        ("こんにちは", GREETING),
        ("なるほど", HEARD),
        ("もういいです", HEARD),
        ("使えないですね", UNHAPPY),
        ("要約して", NO_WRITING),
        ("今の回答を200字以内でまとめてください", NO_WRITING),
        ("この内容でメールの下書きを書いて", NO_WRITING),
        ("それを英語に訳してもらえますか", NO_WRITING),
        ("グラフにして", NO_WRITING),
        ("Please summarize it in three lines", NO_WRITING),
        ("あなたの意見は？", NO_OPINION),
        ("あなたはそれについてどう思う？", NO_OPINION),
        ("何ができますか", ABLE),
        ("Who are you?", ABLE),
    ],
)
def test_what_asks_the_record_nothing_gets_a_plain_line(message: str, said: Saying) -> None:
    """That the record holds no answer to a thank-you would say that it might have had one."""
    assert aside(message) is said


@pytest.mark.parametrize(
    "question",
    [
        "空き家対策を要約して",
        "市長の意見は",
        "意見は？",
        "議事録の作成にAIは使われていますか",
        "表彰について",
        "反対の理由は",
        "評価は",
        "図書館は",
        "どう答えましたか",
        "What did the mayor think?",
    ],
)
def test_what_names_a_matter_is_a_question(question: str) -> None:
    """An aside is matched whole: none of these is answered by a line."""
    assert aside(question) is None


def test_a_line_stands_by_itself_on_the_page(sample_service: Service) -> None:
    """No 「見つかりませんでした」, no advice, no conditions: nothing was searched. Programs are told as well, since `no_evidence` alone
    would be a refusal to them."""
    answer = sample_service.ask("ありがとうございました")
    assert (answer.status, answer.aside, answer.hits) == ("no_evidence", True, ())
    assert answer_to_dict(answer)["aside"] is True
    assert answer_to_dict(sample_service.ask("明日の天気は"))["aside"] is False
    shown = conversation_html([ShownTurn(answer.question, answer)])
    assert THANKS.ja in shown
    assert "kc-chips" not in shown
    assert "見つかりませんでした" not in shown


def test_thanks_do_not_end_what_is_spoken_of(sample_service: Service) -> None:
    """Who thanks and asks on means what was spoken of before."""
    answer = asked_in_turn(sample_service, QUESTION, "ありがとう", "中心となる職員の訓練は？")
    assert answer.filters.towns == ("調布市",)
    assert {citation.meeting.town for citation in answer.citations} == {"調布市"}


def test_the_town_stays_until_another_is_named(sample_service: Service) -> None:
    """Three questions on nobody has named the town anew, and other towns' replies are none."""
    answer = asked_in_turn(sample_service, QUESTION, "訓練は？", "注意喚起は何件？", "端末はどうしていますか")
    assert answer.filters.towns == ("調布市",)


def test_a_town_without_minutes_stays_too(sample_service: Service) -> None:
    """「三鷹市の…」 and then 「電子決済は？」: no other town's reply is meant."""
    answer = asked_in_turn(sample_service, "三鷹市のテレワークの台数は", "電子決済は？")
    assert (answer.citations, answer.missing_towns) == ((), ("三鷹市",))


@pytest.mark.parametrize(
    "again", ["では八千代市は？", "調布市ではなくて八千代市", "いや、八千代市の方です", "What about Yachiyo?"]
)
def test_another_town_is_asked_the_same(sample_service: Service, again: str) -> None:
    """The question before it is asked anew with all its words."""
    answer = asked_in_turn(sample_service, "調布市のデジタルデバイド対策は", again)
    assert answer.text == sample_service.ask(
        "八千代市のデジタルデバイド対策は"
    ).text or answer.filters.towns == ("八千代市",)
    assert {citation.meeting.town for citation in answer.citations} == {"八千代市"}


def test_a_town_is_added(sample_service: Service) -> None:
    """「平塚市も加えて」 asks both."""
    answer = asked_in_turn(sample_service, "金沢市のSNSの活用は", "平塚市も加えて")
    assert answer.filters.towns == ("金沢市", "平塚市")
    assert {citation.meeting.town for citation in answer.citations} == {"金沢市", "平塚市"}


def test_another_member_is_asked_about() -> None:
    """「川上委員は？」 after what another member asked is the same question with his name."""
    before = "村田委員は何を質問しましたか"
    assert of_another_member("川上委員は？", ["川上"], before, ["村田"]) == "川上委員は何を質問しましたか"
    assert of_another_member("では川上委員は", ["川上"], "予算は", []) == "川上委員は何を質問しましたか"
    assert of_another_member("川上委員は図書館の何を尋ねましたか", ["川上"], before, ["村田"]) == ""


def test_the_mayor_is_that_of_the_town_that_is_spoken_of(sample_service: Service) -> None:
    """Another town's mayor is not quoted where the town's own says nothing in the record."""
    answer = asked_in_turn(sample_service, "金沢市の空き家の相談件数は", "市長は何と答弁しましたか")
    assert {citation.meeting.town for citation in answer.citations} <= {"金沢市"}


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("誰が聞いたの", "question"),
        ("質問した議員は？", "question"),
        ("答えた人の名前", "answer"),
        ("誰が答えたんですか", "answer"),
    ],
)
def test_who_spoke_is_told_of_what_is_shown(sample_service: Service, question: str, role: str) -> None:
    """Of the exchange that the answer before quotes, found again by the quotation."""
    shown = asked_in_turn(sample_service, QUESTION).citations[0]
    answer = asked_in_turn(sample_service, QUESTION, question)
    assert {(citation.role, citation.exchange_id) for citation in answer.citations} == {
        (role, shown.exchange_id)
    }


def test_more_of_a_reply_is_what_was_not_shown(sample_service: Service) -> None:
    """Sentences of the same exchange, none of them twice; once all are shown, that is said."""
    asked = [QUESTION]
    seen = [citation.quote for citation in asked_in_turn(sample_service, *asked).citations]
    first = asked_in_turn(sample_service, QUESTION)
    asked.append("もっと詳しく")
    more = asked_in_turn(sample_service, *asked)
    assert {citation.exchange_id for citation in more.citations} == {first.citations[0].exchange_id}
    assert not {citation.quote for citation in more.citations} & set(seen)
    told = f"{first.text}\n{more.text}"
    history = [Message("user", QUESTION), Message("assistant", told)]
    assert sample_service.ask("もっと詳しく", history).text == ALL_SHOWN.ja


def test_an_earlier_matter_is_gone_back_to(sample_service: Service) -> None:
    """「さっきの…の件」: as if nothing had been said since."""
    answer = asked_in_turn(
        sample_service, QUESTION, "八千代市のテレワークの利用人数は", "さっきのCSIRTの件だけど、誰が答えた？"
    )
    assert {citation.meeting.town for citation in answer.citations} == {"調布市"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("会議録は何件ありますか", "5件の会議"),
        ("どの市の会議録がありますか", "長崎市"),
        ("令和3年の会議録はありますか", "2件の会議"),
        ("どんな会議録が入っていますか", "5件の会議"),
        ("何年から何年までの会議録がありますか", "最も古いもの"),
        ("平塚市の会議の日付は", "読み取れていません"),
        ("横浜市の議事録はありますか", "その会議録は読み込まれていません。"),
        ("長崎市の会議の場所はどこですか", "長崎市"),
        ("一番新しい会議録は", "令和6年3月7日"),
        ("How many minutes are there?", "Minutes of 5 meetings"),
    ],
)
def test_the_minutes_themselves_are_told_of(sample_service: Service, question: str, told: str) -> None:
    """No sentence of a record says it, and none is quoted for it."""
    answer = sample_service.ask(question)
    assert answer.aside
    assert told in answer.text
    assert not answer.citations


def stored_of(meeting: Meeting) -> StoredExchange:
    """An exchange of a meeting, of which nothing else matters here."""
    source = Source("s", "s.txt", "s.txt", "", "text/plain", "verbatim", "p", "")
    return StoredExchange(Exchange("e", "", "answered", (), ()), meeting, source, 1, 0)


def test_who_chaired_is_told_of_the_head() -> None:
    """One of those present by the office; where nobody there bears it, the words of the record may tell it."""
    there = (Speaker(office="会長", name="原田"), Speaker(office="委員", name="森"))
    meeting = Meeting(body="小川町水道協議会", title="小川町水道協議会", date="2023-05-01", attendees=there)
    reach = Reach(exchanges=3, towns=("小川町",), first_date="2023-05-01", last_date="2023-05-01")
    records = AboutRecords(lambda: [meeting], lambda: reach)
    spoken = Asked("協議会の会長は誰でしたか", (), True, lambda: (stored_of(meeting),), "")
    assert records.of(spoken, date(2026, 11, 1)) == "小川町水道協議会 令和5年5月1日: 会長 原田"
    nobody = replace(meeting, attendees=there[1:])
    spoken = Asked("協議会の会長は誰でしたか", (), True, lambda: (stored_of(nobody),), "")
    assert records.of(spoken, date(2026, 11, 1)) is None


def test_the_day_of_what_is_spoken_of(sample_service: Service) -> None:
    """「いつの会議ですか」 is of the meeting whose reply is shown."""
    assert "令和6年3月7日" in asked_in_turn(sample_service, QUESTION, "いつの会議ですか").text


def test_a_place_that_is_asked_after_a_reply_is_that_of_the_matter(sample_service: Service) -> None:
    """「場所は？」 after a reply about an office window is not where the council met."""
    answer = asked_in_turn(sample_service, "金沢市の空き家の相談窓口は", "場所は？")
    assert (answer.status, answer.aside) == ("no_evidence", False)
    assert answer.text.startswith("該当する答弁は見つかりませんでした。対象: 金沢市。")


def test_a_reason_is_looked_for_in_what_is_spoken_of(sample_service: Service) -> None:
    """「理由は？」 is answered from the exchange that is spoken of, or not at all."""
    first = asked_in_turn(sample_service, "八千代市のテレワークの利用人数は")
    answer = asked_in_turn(sample_service, "八千代市のテレワークの利用人数は", "理由は？")
    assert {citation.meeting.town for citation in answer.citations} <= {"八千代市"}
    assert {citation.exchange_id for citation in answer.citations} <= {first.citations[0].exchange_id}


def test_the_year_before_is_no_other_year(sample_service: Service) -> None:
    """「前年は？」 is not answered by the same figure again."""
    assert "1,503人" in asked_in_turn(sample_service, "金沢市の会計年度任用職員は何人いますか").text
    answer = asked_in_turn(sample_service, "金沢市の会計年度任用職員は何人いますか", "前年は？")
    assert answer.status == "no_evidence"
    # Counted from the meeting that was shown (2021).
    assert answer.text == "該当する答弁は見つかりませんでした。（対象: 金沢市・2020-01-01〜2020-12-31）"
