"""Overviews: what a meeting or a member took up at all; and that a member is never given words on a matter he did not raise."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from small_store import put

from chat.framing import origins_shown
from chat.questions.overview import SAY_WHICH
from chat.remarks import remarks
from chat.service import Service
from chat.types import Message
from chat.words import speaking, translated
from corpus.spans import text_at
from corpus.types import Speaker
from retriever.offices import Official

if TYPE_CHECKING:
    from chat.types import Citation, Reach
    from retriever.asked import Question

COUNCIL = """令和5年第2回小川町議会定例会会議録
令和5年6月12日（月曜日）

○議長（松尾正一君）　一般質問を行います。３番、高木由美君。
○３番（高木由美君）　３番、高木由美です。通告に従い質問いたします。
学校給食の無償化について伺います。近隣の町では無償化が進んでいますが、町の考えをお聞かせください。
○教育長（岸本健君）　学校給食の無償化には年間3,000万円が必要であり、現時点では考えておりません。
○議長（松尾正一君）　５番、白川剛君。
○５番（白川剛君）　５番、白川剛です。
町営バスの増便について伺います。朝の便を増やす考えはありますか。
○総務課長（野口進君）　町営バスの増便は、運転手の確保が難しく、困難であります。
"""
EARLIER = """令和4年第4回小川町議会定例会会議録
令和4年12月9日（金曜日）

○議長（松尾正一君）　一般質問を行います。３番、高木由美君。
○３番（高木由美君）　図書館の開館時間の延長について伺います。夜も開ける考えはありますか。
○教育長（岸本健君）　図書館の開館時間の延長は、職員の配置を含め研究してまいります。
"""


@pytest.fixture
def town(service: Service, tmp_path: Path) -> Service:
    """A town with two meetings."""
    for name, text in (("0609.txt", COUNCIL), ("1209.txt", EARLIER)):
        file = tmp_path / name
        file.write_text(text, "utf-8")
        service.add([file])
    return service


def test_what_a_meeting_discussed_is_a_list_of_its_questions(town: Service) -> None:
    """One of each member, in the order of the record, of the day that is asked for."""
    answer = town.ask("令和5年6月12日の小川町議会では何が議論されましたか")
    assert [citation.quote for citation in answer.citations] == [
        "学校給食の無償化について伺います。",
        "町営バスの増便について伺います。",
    ]
    assert [citation.speaker.name for citation in answer.citations] == ["高木由美", "白川剛"]
    assert {citation.role for citation in answer.citations} == {"question"}
    assert answer.notes == (
        "小川町議会 令和5年第2回定例会 令和5年6月12日の質問・意見2件のうち2件を、記録の順に示しています。",
    )
    for citation in answer.citations:
        stored = town.exchange(citation.exchange_id)
        assert stored is not None
        text, offset = town.store.minutes_text(stored.minutes_id)
        assert text_at(text, citation.spans, offset) == citation.quote


def test_of_several_meetings_the_newest_is_shown_and_said(town: Service) -> None:
    """A member who asked in two: the newer one, and how to come to the other."""
    answer = town.ask("高木議員は何を質問しましたか")
    assert [citation.quote for citation in answer.citations] == ["学校給食の無償化について伺います。"]
    assert answer.notes[1] == "見つかった2の会議のうち最も新しいものです。ほかは日付を添えて尋ねてください。"
    earlier = town.ask("高木議員は令和4年12月の議会で何を質問しましたか")
    assert [citation.quote for citation in earlier.citations] == ["図書館の開館時間の延長について伺います。"]


def test_a_day_needs_no_year(town: Service) -> None:
    """The one meeting of that day is meant. Protects: of a day without one, what was said of that month elsewhere was quoted."""
    answer = town.ask("12月9日の会議を要約して")
    assert [citation.quote for citation in answer.citations] == ["図書館の開館時間の延長について伺います。"]
    answer = town.ask("12月10日の会議を要約して")
    assert (answer.status, answer.notes) == ("no_evidence", (SAY_WHICH.ja,))


def test_without_a_meeting_the_way_to_one_is_said(town: Service) -> None:
    """Nothing is shown of any meeting by chance."""
    for question, note in (
        ("どんな質問がありましたか", SAY_WHICH.ja),
        ("What topics were discussed?", SAY_WHICH.en),
    ):
        answer = town.ask(question)
        assert (answer.status, answer.notes) == ("no_evidence", (note,))


def test_a_matter_that_is_named_is_looked_for(town: Service) -> None:
    """With a matter it is a question like any other."""
    answer = town.ask("小川町議会では町営バスについて何が議論されましたか")
    assert {citation.speaker.name for citation in answer.citations} <= {"白川剛", "野口進"}
    assert answer.citations
    assert not answer.notes


@pytest.mark.parametrize("matter", ["図書館", "農業の担い手", "市営プール", "選挙の投票率"])
def test_a_member_is_given_no_words_on_what_he_did_not_raise(town: Service, matter: str) -> None:
    """His name alone is no evidence. Before, any speech of his was shown as an answer."""
    assert town.ask(f"白川議員は{matter}について何を質問しましたか").status == "no_evidence"
    assert town.ask("白川議員は町営バスについて何を質問しましたか").status == "answered"


def test_that_another_office_replied_is_said(town: Service) -> None:
    """Who asks for the 教育長 must not take the 総務課長's reply for his."""
    answer = town.ask("教育長は町営バスの増便について何と答えましたか")
    assert {citation.speaker.office for citation in answer.citations} == {"総務課長"}
    assert answer.notes == ("質問にある教育長の答弁ではなく、総務課長の答弁です。",)
    assert not town.ask("総務課長は町営バスの増便について何と答えましたか").notes


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        (
            [("question", ""), ("answer", "総務課長")],
            ("質問にある教育長の答弁ではなく、総務課長の答弁です。",),
        ),
        ([("question", ""), ("answer", "教育長")], ()),
        ([("answer", ""), ("answer", "総務課長")], ()),
    ],
)
def test_that_another_office_replied_is_said_beside_a_members_words(
    said: list[tuple[str, str]], remark: tuple[str, ...]
) -> None:
    """Protects: where the member's question was quoted too, nothing said whose reply it is."""
    asked = SimpleNamespace(
        **dict.fromkeys(("about_question", "who_said", "across", "english", "both", "order"), False),
        office=Official("教育長"),
        missing_towns=(),
        follow_up=True,
    )
    citations = [SimpleNamespace(role=role, speaker=Speaker(office=office)) for role, office in said]
    reach = cast("Reach", None)
    found = remarks(cast("Question", asked), cast("list[Citation]", citations), reach, reach)
    assert found == remark


def test_what_an_office_replied_is_a_list_of_its_replies(town: Service) -> None:
    """The sentence of each that tells most, of the newest meeting in which it replies."""
    answer = town.ask("教育長は何と答弁しましたか")
    assert [citation.quote for citation in answer.citations] == [
        "学校給食の無償化には年間3,000万円が必要であり、現時点では考えておりません。"
    ]
    assert answer.notes[0].endswith(
        "令和5年6月12日の教育長 岸本健の答弁1件のうち1件を、記録の順に示しています。"
    )
    assert town.ask("副町長は何と答弁しましたか").status == "no_evidence"
    to_one = town.ask("白川議員の質問に総務課長は何と答えましたか")
    assert [citation.quote for citation in to_one.citations] == [
        "町営バスの増便は、運転手の確保が難しく、困難であります。"
    ]
    assert town.ask("白川議員の質問に教育長は何と答えましたか").status == "no_evidence"


def test_a_member_who_is_not_known_is_not_everybody(town: Service) -> None:
    """Who is named in kana, or not at all in the record, has asked nothing there."""
    for question in ("みなて議員は何を質問しましたか", "小川町のあおきゆみ議員は何を質問しましたか"):
        assert town.ask(question).status == "no_evidence"


def test_the_day_on_which_something_was_spoken_of_stands_below_the_quotation(town: Service) -> None:
    """「いつの会議ですか」 asks for no date in the words of the reply; before, it was refused."""
    answer = town.ask("町営バスの増便が話されたのはいつの会議ですか")
    assert {citation.meeting.date for citation in answer.citations} == {"2023-06-12"}
    assert town.ask("町営バスの増便はいつ始まりますか").status == "no_evidence"


def test_on_the_english_page_the_notes_are_english(town: Service) -> None:
    """Whatever language the question is in."""
    with speaking("en"):
        shown = [
            translated(note)
            for question in (
                "高木議員は何を質問しましたか",
                "どんな質問がありましたか",
                "教育長は町営バスの増便について何と答えましたか",
            )
            for note in town.ask(question).notes
        ]
    assert shown == [
        "1 of 1 questions and opinions of 小川町議会 令和5年第2回定例会 令和5年6月12日の３番 高木由美, in the order of the record.",
        "The newest of 2 meetings that were found; name a date for another.",
        SAY_WHICH.en,
        "Not said by the 教育長 named in the question: the reply is by 総務課長.",
    ]


def test_an_overview_is_given_within_a_conversation_too(town: Service) -> None:
    """What names its meeting, member or office goes on from nothing: it was refused after another question, and answered before it."""
    questions = (
        "高木議員は何を質問しましたか",
        "令和5年6月12日の小川町議会では何が議論されましたか",
        "教育長は何と答弁しましたか",
    )
    history: list[Message] = []
    for question in questions:
        answer = town.ask(question, history)
        assert answer.text == town.ask(question).text
        assert answer.notes
        history += [Message("user", question), Message("assistant", answer.text)]


@pytest.mark.parametrize("asks", ["教育長は？", "教育長は何と言っていますか", "では、教育長の見解は"])
def test_an_office_alone_is_asked_of_the_matter_spoken_of(town: Service, asks: str) -> None:
    """Protects: all that it replied in the meeting was listed, or the words of another office were shown as its own."""
    matter = "学校給食の無償化はどうなりますか"
    history = [Message("user", matter), Message("assistant", town.ask(matter).text)]
    answer = town.ask(asks, history)
    assert {citation.speaker.office for citation in answer.citations} == {"教育長"}
    assert "年間3,000万円が必要" in answer.text
    assert town.ask("総務課長は？", history).notes == (
        "質問にある総務課長の答弁ではなく、教育長の答弁です。",
    )


def test_a_councillor_may_be_named_in_english(town: Service) -> None:
    """Takagi is 高木 since somebody of that name speaks there; a matter she did not raise is not hers."""
    asked = town.ask("What did Councillor Takagi ask?")
    assert [citation.quote for citation in asked.citations] == ["学校給食の無償化について伺います。"]
    libraries = town.ask("What did Ms. Takagi ask about libraries?")
    assert [citation.quote for citation in libraries.citations] == [
        "図書館の開館時間の延長について伺います。夜も開ける考えはありますか。"
    ]
    for alien in ("What did Councillor Takagi ask about buses?", "What did Councillor Kurokawa ask?"):
        assert town.ask(alien).status == "no_evidence"


def test_an_official_may_be_called_by_name(town: Service) -> None:
    """What 野口課長 replied is what 総務課長 野口進 replied; a matter of another's reply is not his."""
    replied = "町営バスの増便は、運転手の確保が難しく、困難であります。"
    whole = town.ask("野口課長は何と答弁しましたか")
    assert [citation.quote for citation in whole.citations] == [replied]
    on_buses = town.ask("野口総務課長は町営バスの増便について何と答えましたか")
    assert [citation.quote for citation in on_buses.citations] == [replied]
    assert on_buses.notes == ()
    assert town.ask("野口課長は学校給食の無償化について何と答えましたか").status == "no_evidence"


@pytest.mark.parametrize(
    "question",
    [
        "白川議員は何を質問し、町はどう答えましたか",
        "白川議員の質問と答弁をまとめて",
        "What did Councillor Shirakawa ask, and how did the town reply?",
    ],
)
def test_what_was_asked_and_what_was_replied_stand_together(town: Service, question: str) -> None:
    """What a councillor asks first of a colleague's record; it was refused, or the replies alone were shown."""
    answer = town.ask(question)
    assert [(citation.role, citation.quote) for citation in answer.citations] == [
        ("question", "町営バスの増便について伺います。"),
        ("answer", "町営バスの増便は、運転手の確保が難しく、困難であります。"),
    ]
    assert len(origins_shown(answer.text)) == 2, "who asks and who replies stands below the words of each"


def test_how_many_questions_with_replies_there_were_is_told(town: Service) -> None:
    """In both languages of the page; of the office that is named those to which it replied."""
    answer = town.ask("6月12日の質疑応答の要点")
    assert [citation.role for citation in answer.citations] == ["question", "answer"] * 2
    assert answer.notes == (
        "小川町議会 令和5年第2回定例会 令和5年6月12日の質問と答弁2件のうち2件を、記録の順に示しています。",
    )
    with speaking("en"):
        assert translated(answer.notes[0]).startswith("2 of 2 questions with replies of ")
    of_one = town.ask("6月12日の議会で議員は何を質問し、教育長は何と答えましたか")
    assert [citation.speaker.name for citation in of_one.citations] == ["高木由美", "岸本健"]


def test_a_single_reply_is_told_in_more_than_a_sentence(service: Service) -> None:
    """One sentence of a long reply says little of it; the one by which it decides is among them."""
    reply = (
        "堆肥の製造所は平成8年に建てました。製造所の屋根は傷みが進んでおります。堆肥の販売は年に40トンです。"
        "製造所の屋根の改修を来年度に実施してまいります。"
    )
    put(service, "a", [("堆肥", "堆肥の製造所の屋根と堆肥の販売をどう見ますか。", reply)], "青山市")
    said = [citation.quote for citation in service.ask("青山市の総務部長は何と答弁しましたか").citations]
    assert len(said) == 3
    assert said[-1] == "製造所の屋根の改修を来年度に実施してまいります。"


def test_whose_replies_to_whom(town: Service) -> None:
    """A member by his seat, the replies to a member by whichever office, an official called さん; how many there were is told below."""
    seat = town.ask("5番議員は何を質問しましたか")
    assert [citation.quote for citation in seat.citations] == ["町営バスの増便について伺います。"]
    replies = town.ask("白川議員への答弁を教えてください")
    assert [citation.speaker.name for citation in replies.citations] == ["野口進"]
    assert "「白川」への答弁1件のうち1件" in replies.notes[0]
    called = town.ask("野口さんは何と言いましたか")
    assert [citation.speaker.name for citation in called.citations] == ["野口進"]
    many = town.ask("令和5年6月12日の小川町議会で質問は何件ありましたか")
    assert "質問・意見2件のうち2件" in many.notes[0]
