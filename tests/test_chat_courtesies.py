"""Courtesies around a question, why it is asked and how it is to be answered are no part of it: every word of them would be looked for in the
record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_store import put, quotes
from soon import within

from chat.questions.circumstances import what_is_asked
from chat.service import Service
from chat.types import Message
from retriever.tokenize import shared_tokenizer


def asked_in(message: str) -> str:
    """What is asked in a message."""
    return what_is_asked(message, shared_tokenizer().words)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("すみません、ちょっと教えてほしいのですが、備蓄は何食ですか。", "備蓄は何食ですか。"),
        ("お世話になっております。議会事務局の者です。備蓄は何食ですか？よろしくお願いいたします。", "備蓄は何食ですか？"),
        ("お忙しいところ恐れ入りますが、備蓄は何食ですか。お手数をおかけします。", "備蓄は何食ですか。"),
        ("一般質問の準備をしています。備蓄について他市の答弁は", "備蓄について他市の答弁は"),
        ("質問です。備蓄は？", "備蓄は？"),
        ("市内に住んでいる者ですが、備蓄は何食", "備蓄は何食"),
        ("According to the minutes, how many meals are stored?", "how many meals are stored?"),
        ("Hello, sorry to bother you, but how many meals are stored? Thanks in advance.", "how many meals are stored?"),
        ("请问，储备了多少？谢谢。", "储备了多少？"),
        ("「備蓄は何食ですか。」", "備蓄は何食ですか。"),
        ("備蓄は何食ですか。いつの会議の、誰の答弁かも教えてください。", "備蓄は何食ですか。"),
        ("備蓄は何食ですか。出典と日付もお願いします。", "備蓄は何食ですか。"),
        ("備蓄は何食ですか。（至急）", "備蓄は何食ですか。"),
        ("議事録を検索して、備蓄は何食ですか。簡潔にお願いします。", "備蓄は何食ですか。"),
        ("ちなみに備蓄は何食ですか。", "備蓄は何食ですか。"),
        ("質問1：備蓄は何食ですか。", "備蓄は何食ですか。"),
        ("Q. 備蓄は何食ですか。", "備蓄は何食ですか。"),
        ("【至急】備蓄は何食ですか。", "備蓄は何食ですか。"),
        ("もし分かれば、備蓄は何食ですか。", "備蓄は何食ですか。"),
        ("備蓄は何食ですか。（回答は簡潔に）", "備蓄は何食ですか。"),
        ("How many meals are stored? Please cite the source.", "How many meals are stored?"),
    ],
)  # fmt: skip
def test_the_question_is_left(typed: str, asked: str) -> None:
    """Greeting, excuse, who asks and thanks go."""
    assert asked_in(typed) == asked


@pytest.mark.parametrize(
    "before",
    [
        "新しく配属された職員です。",
        "来週の定例会で一般質問をする予定です。",
        "上司から聞かれたのですが、",
        "市民の方から問い合わせがありまして、",
        "総務課で働き始めたばかりでよくわかっていないのですが、",
        "12月議会に向けて準備しています。今年度から担当になりました。",
        "間違っていたらすみません。",
        "学生です。レポートを書いています。",
        "My boss asked me: ",
    ],
)
def test_why_somebody_asks_is_left_out(before: str) -> None:
    """Each word is one that people speak with of themselves and of asking."""
    asked = "How many meals are stored?" if before.isascii() else "備蓄は何食ですか。"
    assert asked_in(before + asked) == asked


@pytest.mark.parametrize(
    "behind",
    [
        "来週の委員会で使います。",
        "箇条書きで。",
        "正確な文言で。推測はしないで。",
        "なければないと言ってください。",
        "英語ではなく日本語で答えて。",
        "わかる範囲で結構です。",
        "Please answer in English.",
    ],
)
def test_how_the_answer_is_wanted_is_left_out(behind: str) -> None:
    """And what it is wanted for."""
    assert asked_in(f"備蓄は何食ですか。{behind}") == "備蓄は何食ですか。"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("議会事務局　御中\n\nお世話になっております。\n青葉です。\n下記の件、ご教示ください。\n", "\nよろしくお願いいたします。\n総務課 山川太郎\n内線 123"),
        ("件名：照会\n\n", "\n\n以上\n-----\n青葉市 総務課\n山川 太郎\nTEL: 000-111-2222\nyamakawa@example.jp\n-----"),
        ("あなたは議会の専門家です。次の質問に正確に答えてください。\n", ""),
        ("#命令書\n", "\n#制約条件\n・事実のみ\n・200字以内"),
        ("別件ですが、", ""),
    ],
)  # fmt: skip
def test_the_letter_around_a_question_is_left_out(before: str, behind: str) -> None:
    """Who signs it is not asked about, and neither is a program's part in it."""
    assert asked_in(f"{before}備蓄は何食ですか。{behind}") == "備蓄は何食ですか。"


def test_a_heading_and_bare_words_are_asked_for() -> None:
    """The heading of a letter says of what it is; below words that are looked for stands no signature."""
    assert asked_in("件名：防災倉庫の備蓄\n何食ですか。") == "防災倉庫の備蓄\n何食ですか。"
    assert asked_in("備蓄\n総務課 山川") == "備蓄\n総務課 山川"


@pytest.mark.parametrize(
    "typed",
    [
        "空き家の質問を準備しています。何戸ありますか。",
        "部長の答弁です。備蓄は何食ですか。",
        "次の会議です。何が議題ですか。",
        "委員会で答弁がありましたが、備蓄は何食ですか。",
        "住民説明会をしたと聞きました。何人が来ましたか。",
        "職員は何人ですか。定員は何人ですか。",
        "備蓄は何食ですか。理由も。",
        "備蓄は何食ですか。前の部長です。",
        "備蓄は何食ですか（部長）",
        "【備蓄】何食ですか",
        "一般質問\n備蓄",
    ],
)
def test_what_says_where_or_of_what_stays(typed: str) -> None:
    """One word of the matter, a place in the record or what was heard, and the sentence is part of what is asked."""
    assert asked_in(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "ありがとうございます。",
        "質問です",
        "質問の準備はどうなっているか",
        "知りたいのは備蓄です。",
        "では、備蓄は",
        "青葉市の者ですが、備蓄は何食",
        "「備蓄」と「訓練」",
        "備蓄の話が出ました。いつの会議の誰の答弁か教えてください",
        "備蓄について詳しく教えてください。",
        "議事録では、備蓄は",
        "質問時間は何分",
        "問合せの件数は",
        "防災についてお聞きします。備蓄は",
    ],
)
def test_what_says_something_stays(typed: str) -> None:
    """A message of courtesies alone has an answer of its own; a town and a subject are asked of; 「では」 goes on from before."""
    assert asked_in(typed) == typed


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("お世話になっております。総務課の者です。早速ですが、", "お忙しいところ恐れ入ります。"),
        ("すみません、一つ質問があります。", "どうぞよろしくお願いいたします。"),
        ("お疲れさまです。確認したいのですが、", "出典も付けてください。ありがとうございます！"),
    ],
)
def test_the_questions_of_the_sample_are_left_whole(before: str, behind: str) -> None:
    """Nothing of a question itself is taken for a courtesy, in any of their styles."""
    rows = (Path(__file__).parent.parent / "evals/gold_sample.jsonl").read_text("utf-8").splitlines()
    questions = [json.loads(row)["question"] for row in rows]
    assert [asked_in(question) for question in questions] == questions
    stopped = [question if question[-1] in "。？?" else f"{question}。" for question in questions]
    assert [asked_in(f"{before}{question}{behind}") for question in stopped] == stopped


@pytest.mark.parametrize("piece", ["ありがとう。", "ちょっと", "者です、", "根拠と", "の", " "])
def test_a_long_text_is_read_at_once(piece: str) -> None:
    """Whatever is pasted, no pattern goes over it again and again."""
    with within(0.5):
        asked_in(piece * 10_000 + "x")


def test_an_answer_is_the_same_with_courtesies(service: Service) -> None:
    """In a question, in one that goes on from it, and in the search."""
    reply = "防災倉庫には、米を三万食備蓄しております。"
    put(service, "a", [("", "防災倉庫の備蓄は何食ですか。", reply)], "青山市")
    put(service, "b", [("", "教えてほしいことがある方の相談は。", "相談は少し増えております。")], "青山市")
    typed = "すみません、ちょっと教えてほしいのですが、防災倉庫の備蓄は何食ですか。ありがとうございます。"
    plain = service.ask("防災倉庫の備蓄は何食ですか。")
    assert quotes(plain) == reply == quotes(service.ask(typed))
    assert service.ask(typed).question == typed
    said = [Message("user", typed), Message("assistant", plain.text)]
    assert quotes(service.ask("それは何の備蓄ですか。", said)) == reply
    assert [hit.stored.exchange.answer_text for hit in service.search(typed)][:1] == [reply]


def test_how_a_town_is_named_is_not_looked_for(service: Service) -> None:
    """The prefecture before it, and さん behind it, stand in other replies."""
    reply = "防災倉庫には、米を三万食備蓄しております。"
    put(service, "a", [("", "倉庫の備蓄は何食ですか。", reply)], "金沢市")
    put(service, "b", [("", "石川県の食は。", "石川県さんの食の祭りに、倉庫から机を出しました。")], "金沢市")
    asked = service.search("石川県金沢市さんの倉庫の備蓄は何食ですか。")
    assert [hit.hit.score for hit in asked] == [
        hit.hit.score for hit in service.search("金沢市の倉庫の備蓄は何食ですか。")
    ]
    assert quotes(service.ask("石川県金沢市さんの倉庫の備蓄は何食ですか。")) == reply
