"""Layouts of speech in depth: outlines, chairs who ask, numbered replies, agendas; what each exchange holds, word for word."""

from __future__ import annotations

from layout_reading import read


def test_outline_gives_topics_parts_and_ends() -> None:
    """An exchange starts where an item of the 通告 is announced; ア and イ are its parts; greeting and summing-up are not."""
    _, minutes = read("notice_outline.txt")
    assert [e.topic for e in minutes.exchanges] == [
        "",
        "公園の灯りについて",
        "遊具の点検に向けた取組について",
        "",
    ]
    first, second = minutes.exchanges[2].parts
    assert (first.topic, second.topic) == ("点検の回数について", "点検の結果の公表について")
    assert first.question_text == "1点目は、点検の回数についてです。去年は何回の点検を行ったのか伺います。"
    assert first.answer_text == "まず、点検の回数についてであります。去年は全ての公園で四回行いました。"
    assert second.question_text.endswith("結果はどこで見られるのか伺います。")
    assert second.answer_text.endswith("来年の春から市のホームページに載せます。")


def test_chair_asks_for_himself_for_others_and_gives_views() -> None:
    """A relay is nothing, a question after an opinion is asked by both, a view is a note, an own wish is an opinion."""
    _, minutes = read("chair_roles.txt")
    exchanges = minutes.exchanges
    assert [p.question_text for p in exchanges[0].parts] == [
        "件数が増えた理由は何でしょうか。",
        "また、手数料の見直しは考えていますか。",
    ]
    assert [t.speaker.office for t in exchanges[1].questions] == ["委員", "会長"]
    assert exchanges[1].questions[1].text.startswith("今、二木委員から")
    assert exchanges[2].note_turns[0][0] == "会長の所見"
    assert exchanges[2].note_turns[0][1].text.startswith("私も決定の時期については")
    assert exchanges[4].questions[0].text.endswith("よろしくお願いいたします。")


def test_replies_in_another_order_by_two_people() -> None:
    """Printed numbers pair questions and replies; greeting and 教育長から答弁させます belong to no part."""
    _, minutes = read("lump_answers.txt")
    parts = minutes.exchanges[0].parts
    assert [p.question_text[:9] for p in parts] == [
        "１点目は、空き家に",
        "２点目は、給食につ",
        "３点目は、避難所に",
    ]
    assert [[t.speaker.office for t in p.answers] for p in parts] == [["町長"], ["教育長"], ["町長"]]
    assert parts[0].answer_text.endswith("取り壊しの補助は来年度から五十万円に上げます。")
    assert (
        parts[2].answer_text
        == "まず、３点目の避難所についてであります。発電機は、十か所の避難所の全てに置きました。"
    )


def test_agenda_follows_the_chair() -> None:
    """An exchange stands under the item of the printed agenda that the chair took up."""
    _, minutes = read("round_in_list.txt")
    agenda = [e.agenda for e in minutes.exchanges]
    assert agenda == ["健診の受診率について", "禁煙の取組について"]


def test_speech_ends_where_the_meeting_pauses() -> None:
    """After the time of a recess, and in a web page's tail, nothing is speech."""
    _, minutes = read("notice_outline.txt")
    assert not any("サポート" in u.text or "休憩\n" in u.text for u in minutes.utterances)


def test_items_of_the_notice_keep_their_numbers() -> None:
    """通告1(2)ア: an exchange and its parts bear the number under which the member announced them, and are found by it."""
    _, minutes = read("notice_outline.txt")
    assert [e.notes for e in minutes.exchanges] == [(), (("通告", "1(1)"),), (("通告", "1(2)"),), ()]
    assert [p.notes for p in minutes.exchanges[2].parts] == [(("通告", "1(2)ア"),), (("通告", "1(2)イ"),)]


def test_an_excerpt_without_its_head_and_an_officer_who_adds_to_his_reply() -> None:
    """The feet of the pages bear the day, the chair's words the committee; what the officer adds belongs to the question before."""
    _, minutes = read("officer_adds_to_his_reply.txt")
    assert (minutes.meeting.body, minutes.meeting.date) == ("産業環境委員会", "2024-09-10")
    (exchange,) = minutes.exchanges
    assert exchange.answer_text.endswith("ポンプの点検は年に四回です。")
    assert len(exchange.answers) == 2


def test_wishes_among_the_points_that_ask() -> None:
    """Three points that ask and one that wishes, in two sentences, are a list of questions and replies."""
    _, minutes = read("wishes_among_points.txt")
    assert len(minutes.exchanges) == 4
    first = minutes.exchanges[0]
    assert first.question_text.endswith("宝にもなると考える。")
    assert first.answer_text.startswith("床を板張りに")


def test_a_reply_that_points_to_another_asks_nothing() -> None:
    """「番号２」の回答のとおりです。 between two headings of replies belongs to the first of them."""
    _, minutes = read("replies_point_elsewhere.txt")
    assert len(minutes.exchanges) == 5
    assert minutes.exchanges[2].answer_text == (
        "歩道の幅について\n「番号２」の回答のとおりです。\n橋の色について\n「番号１」の回答のとおりです。"
    )


def test_those_whom_a_committee_hears_reply_to_its_members() -> None:
    """A witness and a member take turns, nobody presides, and no sign stands before their labels."""
    _, minutes = read("witnesses_without_chair.txt")
    assert {(u.speaker.name, u.speaker.office) for u in minutes.utterances} == {
        ("柴崎", "参考人"),
        ("すみだ", "委員"),
    }
    answered = [e for e in minutes.exchanges if e.status == "answered"]
    assert [e.answers[0].speaker.name for e in answered] == ["柴崎"] * 4


def test_a_member_called_by_name_alone() -> None:
    """榎本千里君 before her words, among 議長（穂積重雄君）: the line above calls her once."""
    _, minutes = read("member_called_without_office.txt")
    assert [u.speaker.name for u in minutes.utterances].count("榎本千里") == 2
    first, second = [e for e in minutes.exchanges if e.status == "answered"]
    assert (len(first.answers), first.question_text.endswith("お答えください。")) == (2, True)
    assert second.answer_text == "石油の暖房機を二台置きます。"


def test_a_given_name_in_brackets_before_a_quotation() -> None:
    """宮下（と）委員「…」, one of two members so called."""
    _, minutes = read("quoted_beside_given_name.txt")
    asked = [u for u in minutes.utterances if u.speaker.side == "member"]
    assert [u.speaker.name for u in asked] == ["宮下（と）", "宮下（ゆ）", "宮下（と）"]
    assert asked[0].text.strip("「」") == "堤防の草刈りは年に何回ですか"
    assert [e.status for e in minutes.exchanges] == ["answered"] * 3


def test_a_name_in_bold_without_an_office() -> None:
    """**榎本千里君** before her words, among **議長（穂積重雄君）**."""
    _, minutes = read("bold_name_without_office.md")
    assert [u.speaker.name for u in minutes.utterances] == [
        "穂積重雄",
        "榎本千里",
        "穂積重雄",
        "古賀直美",
        "穂積重雄",
    ]


def test_those_whom_the_chair_appoints_say_nothing() -> None:
    """Names beneath 選任名簿, where each speaker's words stand behind 議長（穂積重雄君）: the chair's words go on through them."""
    _, minutes = read("appointed_beneath_the_call.txt")
    assert len(minutes.utterances) == 8
    assert "戸倉　健二君" in minutes.utterances[0].text
    assert [e.status for e in minutes.exchanges] == ["answered"] * 2
