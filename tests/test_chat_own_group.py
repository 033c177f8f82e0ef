"""For which group a member speaks is told in his own words, of the member who was shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_store import read_in

from chat.questions.groups import NOT_SAID
from chat.questions.spoken_words import WHICH_GROUP
from chat.service import Service
from chat.types import Message
from retriever.question import normalise

RECORD = (
    "三鷹市議会　令和6年3月定例会\n令和6年3月7日（木曜日）\n\n○議長（森一郎君）　一般質問を行います。5番、原花子さん。\n\n"
    "○5番（原花子さん）　皆様、おはようございます。青空クラブ、5番の原花子でございます。橋の点検の進み具合を伺います。\n\n"
    "○建設部長（谷次郎君）　市内の橋214か所の点検を終えました。\n\n"
    "○議長（森一郎君）　続いて、8番、岸三郎君。\n\n○8番（岸三郎君）　議席番号8番、岸三郎です。学童保育の定員を伺います。\n\n"
    "○教育部長（沢四郎君）　学童保育の定員を40人増やしました。\n"
)


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """Over that day."""
    return read_in(tmp_path, {"teirei.txt": RECORD})


@pytest.mark.parametrize(
    "question",
    [
        "その議員は何党ですか",
        "質問した議員の会派は？",
        "どの会派の人ですか",
        "ちなみに所属会派を教えてください",
        "どこの党に所属していますか",
        "Which party does that member belong to?",
        "What group is the person who asked from?",
    ],
)
def test_what_asks_for_nothing_but_the_group(question: str) -> None:
    """Of the member who is spoken of."""
    assert WHICH_GROUP.fullmatch(normalise(question))


@pytest.mark.parametrize(
    "question", ["青空クラブは何を求めましたか", "会派の控室の改修費は", "政党の数は何を定めていますか"]
)
def test_what_names_a_matter_does_not(question: str) -> None:
    """Such a question is searched."""
    assert not WHICH_GROUP.fullmatch(normalise(question))


@pytest.mark.parametrize(
    ("asked", "then", "told"),
    [
        (
            "三鷹市の橋の点検はどこまで進みましたか",
            "その議員は何党ですか",
            "「青空クラブ、5番の原花子でございます。」[1]\n— 三鷹市議会 令和6年3月7日 5番 原花子（質問・意見）",
        ),
        ("三鷹市の学童保育の定員は", "質問した議員の会派は？", NOT_SAID.ja),
        ("三鷹市の学童保育の定員は", "Which group is that member from?", NOT_SAID.en),
    ],
)
def test_the_member_who_was_shown_says_it_himself(service: Service, asked: str, then: str, told: str) -> None:
    """Protects: it was answered from the matter of the question before. A number of a seat is no group."""
    shown = service.ask(asked)
    assert shown.citations
    history = [Message("user", asked), Message("assistant", shown.text)]
    assert service.ask(then, history).text == told


SPOKEN_FOR = (
    "三鷹市議会　令和6年3月定例会\n令和6年3月7日（木曜日）\n\n○議長（森一郎君）　一般質問を行います。5番、川口花子さん。\n\n"
    "○5番（川口花子さん）　青空クラブを代表して、一般質問を行います。橋の点検の進み具合を伺います。\n\n"
    "○建設部長（谷次郎君）　市内の橋214か所の点検を終えました。\n\n"
    "○議長（森一郎君）　続いて、8番、岸本三郎君。\n\n○8番（岸本三郎君）　市民を代表して伺います。学童保育の定員は何人ですか。\n\n"
    "○教育部長（沢四郎君）　学童保育の定員を40人増やしました。\n"
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("川口議員は何党ですか", "青空クラブを代表して、一般質問を行います。"),
        ("川口花子議員の会派は？", "青空クラブを代表して、一般質問を行います。"),
        ("岸本議員は何党？", NOT_SAID.ja),
    ],
)
def test_a_member_who_is_named_speaks_for_a_group(tmp_path: Path, question: str, told: str) -> None:
    """Protects: it was said that the record does not tell, or what he asked was listed. The people of a town are no group."""
    answer = read_in(tmp_path, {"teirei.txt": SPOKEN_FOR}).ask(question)
    assert (answer.citations[0].quote if answer.citations else answer.text) == told


def test_a_member_is_found_by_the_name_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: in a large record the other words of the question filled all that was looked through, and the member was not in it."""
    monkeypatch.setattr("chat.finding.OF_A_MEMBER", 1)
    groups = (
        "○議長（森一郎君）　続いて、9番、浜田五郎君。\n\n○9番（浜田五郎君）　会派の控室を伺います。会派ごとの会派の控室の数と会派の人数は。\n\n"
        "○議会事務局長（谷口次郎君）　会派の控室は会派の人数によります。会派は三つあります。\n"
    )
    service = read_in(tmp_path, {"teirei.txt": f"{SPOKEN_FOR}\n{groups}"})
    answer = service.ask("川口議員の会派は")
    assert [one.quote for one in answer.citations] == ["青空クラブを代表して、一般質問を行います。"]


def test_a_record_without_names_keeps_what_was_found(tmp_path: Path) -> None:
    """Protects: what is read as a name (望んだ委員) took the place of what the question finds where the record names no member."""
    record = (
        "三鷹市環境審議会　令和6年度第1回\n令和6年5月9日\n\n○会長　質疑に入ります。\n\n"
        "○委員　取組の中身を広報で住民に宣伝してほしい。環境課に期待する。\n\n○事務局　広報に載せてまいります。\n"
    )
    answer = read_in(tmp_path, {"shingikai.txt": record}).ask(
        "取組の中身を住民に宣伝してほしいと望んだ委員はどの課に期待しましたか"
    )
    assert any("環境課に期待する" in one.quote for one in answer.citations)
