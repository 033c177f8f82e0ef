"""How many exchanges are quoted, and of which towns where a question asks several."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from small_store import put

from chat.service import Service
from chat.types import Answer

TODAY = date(2026, 4, 1)
BIRDS = (
    "カラス",
    "カラスによる果樹の食害への対策を伺います。",
    "果樹の食害には防鳥網の購入を補助しています。",
)

CHASED = ("果樹", "果樹の食害への対策はどうですか。", "食害の対策として追い払いを委託しています。")


def towns(answer: Answer) -> set[str]:
    return {citation.meeting.town for citation in answer.citations}


def test_a_named_town_that_speaks_of_something_else_is_said_to_hold_nothing(service: Service) -> None:
    """Its best exchange shares a by-word (対策, 補助) with the question; the other town's holds all of it."""
    put(service, "a", [BIRDS], "青山市")
    put(
        service,
        "b",
        [("耐震", "木造住宅の耐震の対策を伺います。", "耐震診断の費用を補助しています。")],
        "赤川町",
    )
    answer = service.ask("果樹の食害への対策の補助について、青山市と赤川町を比べたい。", today=TODAY)
    assert towns(answer) == {"青山市"}
    assert any("赤川町" in note for note in answer.notes)


def test_towns_that_speak_of_the_matter_are_all_shown(service: Service) -> None:
    put(service, "a", [BIRDS], "青山市")
    put(service, "b", [CHASED], "赤川町")
    answer = service.ask("果樹の食害への対策について、青山市と赤川町を比べたい。", today=TODAY)
    assert towns(answer) == {"青山市", "赤川町"}


def test_the_best_of_each_town_is_listed_before_a_second_of_one(service: Service) -> None:
    """Who opens what was found beside an answer across towns sees every town first."""
    more = ("カラス", "果樹の食害への対策の周知を伺います。", "果樹の食害への対策は広報で周知しています。")
    put(service, "a", [BIRDS, more], "青山市")
    put(service, "b", [("果樹", "果樹の食害はどうですか。", "食害の対策を検討しています。")], "赤川町")
    answer = service.ask("果樹の食害への対策について、青山市と赤川町を比べたい。", today=TODAY)
    assert {hit.stored.meeting.town for hit in answer.hits[:2]} == {"青山市", "赤川町"}


def test_what_a_town_takes_beyond_its_share_the_next_one_lacks(service: Service) -> None:
    """A sentence is always whole; three long ones of one town do not push the next town's out of sight."""
    long = (
        "果樹の食害への対策として、"
        + "、".join(f"第{i}地区では防鳥網の購入費の補助と追い払いの委託" for i in range(30))
        + "を行っています。"
    )
    several = "".join(
        f"果樹の食害への対策の{word}を補助しています。"
        for word in ("網", "囲い", "花火", "見回り", "剪定") * 12
    )
    put(service, "a", [("果樹", "果樹の食害への対策を伺います。", long)], "青山市")
    put(service, "b", [("果樹", "果樹の食害への対策はどうですか。", several)], "赤川町")
    answer = service.ask("果樹の食害への対策について、青山市と赤川町を比べたい。", today=TODAY)
    length = {
        town: sum(len(c.quote) for c in answer.citations if c.meeting.town == town) for town in towns(answer)
    }
    assert length["青山市"] > 400
    assert 0 < length["赤川町"] < 200


def test_one_reply_to_two_opinions_is_quoted_once(service: Service, tmp_path: Path) -> None:
    """The merged cell of a table is the reply of both rows: the second says no more."""
    reply = "新しい校舎の場所は、通学の安全を確かめながら来年度に決めます。"
    rows = (
        f"<tr><td>1</td><td>新しい校舎の場所は駅の近くにしてほしい。</td><td rowspan='2'>{reply}</td></tr>"
        "<tr><td>2</td><td>新しい校舎の場所は早く決めてほしい。</td></tr>"
    )
    file = tmp_path / "opinions.html"
    file.write_text(
        "<html><head><meta charset='utf-8'><title>小川町 意見の募集の結果</title></head><body>"
        "<h1>小川町学校計画への意見と町の考え方</h1>"
        f"<table><tr><th>番号</th><th>意見の内容</th><th>町の考え方</th></tr>{rows}</table></body></html>",
        "utf-8",
    )
    service.add([file])
    assert len(list(service.exchanges())) == 2
    answer = service.ask("小川町の新しい校舎の場所はいつ決まりますか")
    assert [citation.quote for citation in answer.citations] == [reply]


def test_a_meeting_loaded_as_pdf_and_as_word_is_quoted_once(service: Service) -> None:
    """Protects: a PDF sets figures apart (「4,000 円」), and the same reply stood in the answer twice. Another day's reply is another."""
    asked, reply = "予防接種の助成の額を伺います。", "予防接種の助成の額は、1回{}で2回までです。"
    put(service, "a.docx", [("接種", asked, reply.format("4,000円"))], "青山市")
    put(service, "a.pdf", [("接種", asked, reply.format(" 4,000 円"))], "青山市")
    question = "青山市の予防接種の助成の額はいくらですか"
    answer = service.ask(question)
    assert (len(answer.citations), len(answer.hits)) == (1, 1)
    put(service, "b.docx", [("接種", asked, reply.format("5,000円"))], "青山市", date="2025-03-07")
    assert len(service.ask(question).citations) == 2


def test_sentences_of_a_town_come_from_whichever_of_its_exchanges_holds_them(service: Service) -> None:
    """Not from its two best ones alone."""
    more = [
        (
            "カラス",
            "カラスによる果樹の食害への対策の補助を伺います。",
            "果樹の食害への対策には防鳥網の購入を補助しています。",
        ),
        ("花火", "花火の音の苦情を伺います。", "花火の音は果樹の食害への対策として鳴らしています。"),
        ("猟友会", "猟友会との協力を伺います。", "果樹の食害への対策は猟友会と進めています。"),
    ]
    put(service, "a", more, "青山市")
    put(service, "b", [CHASED], "赤川町")
    answer = service.ask("果樹の食害への対策について、青山市と赤川町を比べたい。", today=TODAY)
    assert all(word in answer.text for word in ("防鳥網", "花火", "猟友会"))
    assert towns(answer) == {"青山市", "赤川町"}


def test_a_list_is_whole_beside_another_town(service: Service) -> None:
    """An item that shares no word with the question belongs to the sentence that announces it."""
    announced = "果樹の食害への対策として次のような取組を進めています。\n・防鳥網の貸出し\n・見回りの当番"
    put(service, "a", [("カラス", "カラスによる果樹の食害への対策を伺います。", announced)], "青山市")
    put(service, "b", [CHASED], "赤川町")
    answer = service.ask("果樹の食害への対策について、青山市と赤川町を比べたい。", today=TODAY)
    assert announced in [citation.quote for citation in answer.citations]
    assert towns(answer) == {"青山市", "赤川町"}
