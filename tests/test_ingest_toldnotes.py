"""A label with nothing behind it but a note of what was done: whoever is named has spoken."""

from __future__ import annotations

import pytest

from ingest.parse import parse
from ingest.readers import read_bytes

HEAD = "令和5年度第1回あさひ市緑化審議会会議録\n日時　令和5年7月3日\n\n"
TURNS = (
    ("会長", "では、街路樹の計画を議題といたします。説明をお願いいたします。"),
    ("事務局", "（説明）"),
    ("会長", "ただいまの説明にご質問はございますか。"),
    ("委員", "桜の木を植えかえるのはいつからでしょうか。"),
    ("事務局", "来年の秋から三年をかけて行います。"),
    ("会長", "次に、公園の計画を議題といたします。"),
    ("事務局", "（資料２により説明）"),
    ("会長", "ご意見がなければ、これで終わります。"),
)


@pytest.mark.parametrize(
    "form", ["{}　{}", "○{}　{}", "{}：{}", "【{}】\n{}", "{}\n　{}", "（{}）{}", "{}）{}", "〔{}〕　{}"]
)
def test_the_note_stands_for_the_words(form: str) -> None:
    text = HEAD + "\n".join(form.format(*turn) for turn in TURNS) + "\n"
    (document,) = read_bytes(text.encode(), "緑化審議会.txt")
    (minutes,) = parse(document, "緑化審議会.txt")
    assert [(u.speaker.office, u.text) for u in minutes.utterances] == list(TURNS)


def test_it_ends_a_speech_in_a_record_without_line_ends() -> None:
    """The officer's label stood at the end of the chair's words, who seemed to have said it."""
    members = {"会長": "○沖会長", "事務局": "◎早川みどり課長", "委員": "◆水谷委員"}
    day = "あさひ市緑化審議会会議録　令和5年7月3日（月）　午前10時00分開会 "
    text = day + " ".join(f"{members[who]} {said}" for who, said in TURNS * 2)
    (document,) = read_bytes(text.encode(), "緑化審議会.txt")
    (minutes,) = parse(document, "緑化審議会.txt")
    found = [
        (members[u.speaker.office.removeprefix("みどり課長") or "事務局"], u.text) for u in minutes.utterances
    ]
    assert found == [(members[who], said) for who, said in TURNS * 2]


def test_a_note_of_what_another_does_is_nobodys_words() -> None:
    """（事務局から説明） below the chair's name says that somebody else speaks."""
    text = HEAD + "\n".join(f"【{who}】\n{said}" for who, said in TURNS[:1] + TURNS[2:])
    text = text.replace("【会長】\nただいま", "【会長】\n（事務局から説明）\n【会長】\nただいま")
    (document,) = read_bytes(text.encode(), "緑化審議会.txt")
    (minutes,) = parse(document, "緑化審議会.txt")
    assert "（事務局から説明）" not in [u.text for u in minutes.utterances]
