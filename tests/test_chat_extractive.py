"""Which sentences are quoted: the ones that answer, cut letter for letter."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from chat.answers.announcing import announced
from chat.answers.choosing import choose
from chat.answers.deciding import asks_for_a_wish, wishes
from chat.answers.extractive import Ask, Beside, Weights, quotes, score
from chat.answers.named import what_tells_it
from chat.answers.said import candidates, said
from chat.answers.wanted import MORE, Wanted
from corpus.spans import text_at
from corpus.types import Exchange, Speaker, Turn
from retriever.answer_kinds import Kind

WORDS = ("備蓄", "水", "毛布", "避難所", "何", "予定", "不明", "対策", "入室", "担当")


def tokens(text: str) -> Sequence[str]:
    """A tokenizer of ten words is enough here."""
    return [word for word in WORDS if word in text]


def exchange(reply: str) -> tuple[str, Exchange]:
    """A stored text and an exchange with `reply` in it, split by a page break after 10 characters."""
    stored = f"【部長】{reply[:10]}\n- 3 -\n{reply[10:]}"
    start = len("【部長】")
    spans = ((start, start + 10), (start + 10 + len("\n- 3 -\n"), len(stored)))
    turn = Turn(Speaker("", "部長", "executive"), reply, spans)
    question = Turn(Speaker("", "委員", "member"), "備蓄は十分か。", ((0, 0),))
    return stored, Exchange("x", "", "answered", (question,), (turn,))


def quoted(
    reply: str, ask: Ask, weights: Weights | None = None, whether: bool = False, wish: bool = False
) -> list[str]:
    """What is quoted of `reply`; every quotation is checked against the stored text."""
    weights = weights or Weights()
    stored, made = exchange(reply)
    scored = score(ask, said(candidates(made, ("answer", "note")), tokens, None), weights)
    found = quotes(choose(scored, weights, Wanted(ask.kinds, whether=whether, wish=wish)))
    for quote in found:
        assert text_at(stored, quote.spans) == quote.text
    return [quote.text for quote in found]


def test_the_sentence_that_answers_not_the_one_that_repeats_the_question() -> None:
    """「お答えします」 shares most words with the question and says nothing."""
    reply = "避難所の備蓄についてお答えします。備蓄は水と毛布です。公園は十か所です。"
    assert quoted(reply, Ask({"備蓄": 1.0, "避難所": 0.5})) == ["備蓄は水と毛布です。"]


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("どんな取り組みをしますか", "主な取組の内容といたしましては、朝市がございます。", True),
        ("どういった事業ですか", "事業につきましては、朝市でございます。", True),
        ("どのような仕組みですか", "仕組みですが、札で分けます。", True),
        ("どのような仕組みですか", "仕組みを検討しております。", False),
        ("どんな人が来ますか", "人は来ません。", None),
        ("何を検討しますか", "取組は三つです。", None),
    ],
)
def test_how_what_is_asked_for_is_announced(question: str, sentence: str, tells: bool | None) -> None:
    """「主な取組といたしましては」 answers どんな取組; a noun of one character or none at all announces nothing."""
    pattern = announced(question)
    assert (bool(pattern.search(sentence)) if pattern else None) is tells


def test_what_is_announced_goes_before_what_has_more_of_the_words() -> None:
    """The background of a plan has more words of a question on it than the sentence that tells its 取組."""
    reply = "避難所の備蓄は、国の方針を踏まえたものです。主な取組といたしましては、備蓄です。"
    ask = Ask({"備蓄": 1.0, "避難所": 0.3})
    weights = Weights(characters=24, sentences=1)
    assert quoted(reply, ask, weights) == ["避難所の備蓄は、国の方針を踏まえたものです。"]
    asked = replace(ask, announced=announced("備蓄ではどんな取組をするのですか"))
    assert quoted(reply, asked, weights) == ["主な取組といたしましては、備蓄です。"]


def test_the_sentence_that_decides_is_quoted_where_a_decision_is_asked_for() -> None:
    """「備えるのか」 is answered by the last sentence, though those before it share more words with the question and fill the room."""
    reply = "避難所の水の備蓄は承知しております。避難所の水と毛布は市の備蓄です。水の備蓄は慎重に検討してまいります。"
    weights = Weights(characters=36, conclusion=0.0)
    ask = Ask({"備蓄": 1.0, "避難所": 1.0, "水": 1.0})
    assert quoted(reply, ask, weights) == [
        "避難所の水の備蓄は承知しております。避難所の水と毛布は市の備蓄です。"
    ]
    assert quoted(reply, ask, weights, whether=True)[-1] == "水の備蓄は慎重に検討してまいります。"


def test_what_a_member_wishes_for_is_quoted_where_that_is_asked() -> None:
    """He comes to it last, in words without the matter; that he wants to be told something is no wish."""
    said = (
        "避難所の水の備蓄についてお聞きします。避難所の備蓄の水は夏に足りませんでした。備蓄の水の数をお示しください。"
        "もう一箱ずつ加えていただけないでしょうか。見解を教えていただきたいと思います。"
    )
    ask = Ask({"備蓄": 1.0, "避難所": 1.0, "水": 1.0})
    weights = Weights(characters=50)
    assert "もう一箱" not in "".join(quoted(said, ask, weights))
    assert "もう一箱ずつ加えていただけないでしょうか。" in quoted(said, ask, weights, wish=True)[-1]


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("堀議員は、橋について何を求めましたか。", True),
        ("堀議員は、橋に何を付けてほしいと言いましたか。", True),
        ("堀議員は町長に何をお願いしましたか。", True),
        ("橋について堀議員が求めたことは何ですか。", True),
        ("堀議員は、橋について何を質問しましたか。", False),
        ("堀議員が求めた橋はいつできますか。", False),
    ],
)
def test_whether_a_wish_is_asked_for(question: str, wish: bool) -> None:
    """What a member asked is any of his questions; what he wanted is a wish."""
    assert asks_for_a_wish(question) is wish


@pytest.mark.parametrize(
    ("sentence", "wish"),
    [
        ("橋に灯りを付けることを検討していただきたいと思いますがいかがでしょうか。", True),
        ("もう少し広く使うことはできないでしょうか。", True),
        ("橋に灯りを付ける考えはないのか。", True),
        ("灯りの数をお答えいただきたいと思います。", False),
        ("町長の見解を求めます。", False),
        ("橋は昨年架け替えました。", False),
    ],
)
def test_how_a_member_wishes(sentence: str, wish: bool) -> None:
    """To be told something is no wish."""
    assert wishes(sentence) is wish


def test_an_announcement_is_never_quoted_for_the_sentence_behind_it() -> None:
    """「計画につきまして御説明いたします」 may have every word of the question; the plan stands in what follows."""
    reply = "それでは、避難所の備蓄の予定につきまして、御説明いたします。水は来年に増やします。"
    terms = {"備蓄": 1.0, "避難所": 1.0, "予定": 1.0, "水": 0.3}
    assert quoted(reply, Ask(terms), Weights(filler=0.0)) == ["水は来年に増やします。"]


def test_a_number_is_quoted_where_a_number_is_asked_for() -> None:
    """Of two sentences on the subject the one with the number."""
    reply = "水の備蓄を進めています。水の備蓄は現在1,200本あります。"
    assert quoted(reply, Ask({"備蓄": 1.0, "水": 1.0}, kinds=frozenset({Kind.NUMBER})))[-1].endswith(
        "1,200本あります。"
    )


def test_of_a_reply_on_several_matters_the_one_asked_about_is_quoted() -> None:
    """What stands behind 「次に、備蓄について」 belongs to 備蓄 though it does not say so; another matter's sentence of a like score does not."""
    reply = (
        "まず、公園の入室の管理については、毎年度見直します。予定は来月です。"
        "次に、避難所の備蓄については、水を置いています。毎朝これを担当の者が数え、記録します。予定は来月です。"
        "最後に、道路の対策については、調査します。予定は来月です。"
    )
    ask = Ask({"備蓄": 1.0, "避難所": 1.0, "予定": 0.5})
    assert quoted(reply, ask, Weights(characters=60)) == [
        "次に、避難所の備蓄については、水を置いています。毎朝これを担当の者が数え、記録します。予定は来月です。"
    ]
    assert quoted(reply, ask, Weights(characters=60, matter=0.0, meant=0.0)) != [
        "次に、避難所の備蓄については、水を置いています。毎朝これを担当の者が数え、記録します。予定は来月です。"
    ]


def test_of_a_reply_of_many_matters_the_next_one_is_not_quoted_along() -> None:
    """「次に、…」 right behind the answer has a word of the question too; in a reply of two matters it may be the rest of the answer."""
    matters = [
        "まず、公園につきましては、毎年度見直します。",
        "次に、道路につきましては、調査します。",
        "次に、避難所の備蓄の水につきましては、千二百本を置いています。",
        "次に、備蓄の水の担当につきましては、二人です。",
        "次に、入室につきましては、札を見ます。",
        "最後に、橋につきましては、直す予定です。",
    ]
    ask = Ask({"備蓄": 1.0, "避難所": 0.6, "水": 0.3})
    assert quoted("".join(matters), ask) == [matters[2]]
    assert quoted(matters[2] + matters[3], ask) == [matters[2], matters[3]]  # each a quotation of one matter


def test_what_stands_far_from_the_best_sentence_is_not_quoted_for_a_shared_word() -> None:
    """In a reply of an hour some sentence is like any question; beside the best one it is of the same matter, mostly."""
    far = (
        "次に、公園は直す予定です。次に、道路の対策を進めます。次に、入室を厳しく管理します。次に、担当の者を置きます。"
        * 5
    )
    best, like = "次に、避難所の備蓄の水は千二百本あります。", "次に、備蓄の毛布は三百枚を数えています。"
    ask = Ask({"備蓄": 1.0, "水": 0.6})
    assert quoted(best + like, ask) == [best, like]
    assert quoted(best + far + like, ask) == [best]
    assert quoted(best + far + like, ask, Weights(beside=Beside(away=0.0))) == [best, like]


def test_what_follows_on_the_best_sentence_is_likelier_than_what_goes_before() -> None:
    """Replies go from the matter to what is done about it; both share as much with the question."""
    before, best, behind = (
        "備蓄を見直す時期です。",
        "避難所の備蓄の水は千二百本あります。",
        "備蓄を来年に増やします。",
    )
    ask = Ask({"備蓄": 1.0, "避難所": 1.0, "水": 1.0})
    weights = Weights(characters=36, conclusion=0.0)
    assert quoted(before + best + behind, ask, weights) == [best + behind]
    assert quoted(before + best + behind, ask, replace(weights, beside=Beside(behind=-0.65))) == [
        before + best
    ]


@pytest.mark.parametrize(
    ("likely", "length", "taken"),
    [
        (0.05, 60, True),
        (0.05, 100, False),
        (0.08, 100, True),
        (0.03, 40, True),
        (0.02, 40, False),
        (0.03, 10, False),
    ],
)
def test_a_long_sentence_must_be_likelier_as_it_takes_the_room_of_several(
    likely: float, length: int, taken: bool
) -> None:
    """0.04 is asked of a sentence of 65 characters, of a short one no less than seven tenths of it, of a bare one no less at all."""
    beside = Beside(math.log(likely / (1 - likely)), gap=0.0, away=0.0, behind=0.0, own=0.0)
    further = "遠" * (length - 1) + "。"
    found = quoted(f"備蓄は水と毛布です。{further}", Ask({"備蓄": 1.0}), Weights(beside=beside))
    assert (further in "".join(found)) == taken


def test_a_list_belongs_to_the_sentence_that_announces_it() -> None:
    """Otherwise the quotation breaks off at 「次の対策」."""
    reply = "避難所では次のような対策を講じています。\n・入室の管理\n・毛布の配布\n以上です。"
    assert quoted(reply, Ask({"対策": 1.0, "避難所": 1.0})) == [
        "避難所では次のような対策を講じています。\n・入室の管理\n・毛布の配布"
    ]


def test_a_sentence_that_leans_back_brings_the_one_before() -> None:
    """「その担当」 alone says nothing."""
    reply = "備品は総務課が管理しています。その担当が水と毛布の備蓄を点検します。終わります。"
    assert quoted(reply, Ask({"備蓄": 1.0, "毛布": 1.0, "水": 1.0, "担当": 1.0})) == [
        "備品は総務課が管理しています。その担当が水と毛布の備蓄を点検します。"
    ]


def test_a_sentence_that_limits_what_was_said_comes_along() -> None:
    """Who is told that everybody gets water must be told that it is for three days, even where one sentence is all that there is room for."""
    reply = "公園は広い。水と毛布の備蓄は全員に配ります。{} 三日までです。公園は新しい。"
    one, ask = Weights(sentences=1), Ask({"備蓄": 1.0, "毛布": 1.0, "水": 1.0})
    for limits in ("ただし、", "しかし、", "しかしながら、"):
        assert quoted(reply.format(limits), ask, one) == [
            f"水と毛布の備蓄は全員に配ります。{limits} 三日までです。"
        ]
    assert quoted(reply.format("そして、"), ask, one) == ["水と毛布の備蓄は全員に配ります。"]


def test_words_by_which_the_record_says_that_it_is_not_given_come_along() -> None:
    """A rough figure without the reservation after it would mislead."""
    reply = "毛布の備蓄は数百枚程度です。予備の水もあります。備蓄の正確な数は手元にないため不明です。"
    found = "".join(quoted(reply, Ask({"備蓄": 1.0, "毛布": 0.6})))
    assert "数百枚程度です。" in found
    assert "不明です。" in found


def test_the_plainest_words_that_it_is_not_given_come_along() -> None:
    """Protects: of two sentences that say so only 「記録がない」 was quoted, with a guess beside it."""
    reply = "備蓄の毛布の入れ替えは記録がないため、初めのままの毛布だと考えます。備蓄の毛布を買った日の詳細は押さえておりません。"
    ask, one = Ask({"備蓄": 1.0, "毛布": 1.0}), Weights(sentences=1)
    assert "押さえておりません" in "".join(quoted(reply, ask, one))


def test_what_a_reply_counts_comes_along() -> None:
    """Protects: half of the reasons was taken for the answer, since the other half has no word of the question."""
    reply = "備蓄を増やす理由の一つは、毛布の不足です。{}古い倉庫の雨漏りです。以上です。"
    one, ask = Weights(sentences=1), Ask({"備蓄": 1.0, "毛布": 0.6})
    for opening in ("さらにもう一つは、", "二つ目は、", "そして２点目が、"):
        assert "雨漏り" in "".join(quoted(reply.format(opening), ask, one))
    assert "雨漏り" not in "".join(quoted(reply.format("次は、"), ask, one))


def test_of_a_reply_on_many_matters_what_is_not_known_of_another_stays_away() -> None:
    """That the water is not measured is no answer on the blankets."""
    matters = [
        f"次に、{name}につきましては、{name}を直しております。"
        for name in ("水路", "街路樹", "下水", "公園", "広場")
    ]
    reply = (
        "次に、備蓄の毛布につきましては、来年増やします。次に、備蓄の水につきましては、量を把握しておりません。"
        + "".join(matters)
    )
    ask = Ask({"備蓄": 1.0, "毛布": 1.0})
    assert quoted(reply, ask) == ["次に、備蓄の毛布につきましては、来年増やします。"]


def test_from_three_matters_on_what_is_not_at_hand_is_of_its_own_matter() -> None:
    """That figures of the park are not at hand says nothing of the blankets, though both are counted."""
    reply = (
        "初めに、毛布の備蓄でございます。毛布の備蓄は四百枚でございます。次に、水の備蓄でございます。水は増やします。"
        "次に、公園の備蓄の数は手元にございません。"
    )
    assert not any("手元に" in quote for quote in quoted(reply, Ask({"備蓄": 1.0, "毛布": 1.0, "数": 0.5})))


def test_beside_what_is_not_given_nothing_further_off_is_quoted() -> None:
    """Where the record says that it has no figure, what it says of other matters in the same reply is no answer."""
    reply = "毛布の備蓄の試算は具体的には行っておりません。今後の課題です。次に公園の整備です。備蓄の水は十分です。"
    found = "".join(quoted(reply, Ask({"備蓄": 1.0, "毛布": 1.0})))
    assert found.startswith("毛布の備蓄の試算は具体的には行っておりません。")
    assert "備蓄の水" not in found


def test_a_short_sentence_between_two_chosen_ones_is_quoted_with_them() -> None:
    """With a hole the quotation reads torn; a long sentence is left out all the same."""
    ask = Ask({"備蓄": 1.0, "水": 0.9})
    torn = "備蓄は水です。増やすと決めました。備蓄の水は倉庫にあります。"
    assert quoted(torn, ask) == [torn]
    long = "そのほかに" + "いろいろな品を" * 12 + "置いています。"
    assert quoted(f"備蓄は水です。{long}備蓄の水は倉庫にあります。", ask) == [
        "備蓄は水です。",
        "備蓄の水は倉庫にあります。",
    ]


def test_one_thing_asked_for_is_quoted_more_briefly_than_what_or_whether() -> None:
    """Whoever asks for a sum reads one sentence; whoever asks how gets the whole of it."""
    reply = "".join(f"備蓄の対策は{place}{'で水と毛布を配ること' * 8}です。" for place in "東西南北")
    open_question = "".join(quoted(reply, Ask({"備蓄": 1.0, "対策": 1.0})))
    sum_asked = "".join(quoted(reply, Ask({"備蓄": 1.0, "対策": 1.0}, kinds=frozenset({Kind.MONEY}))))
    assert (len(open_question), len(sum_asked)) == (len(reply), len(reply) // 2)


def test_an_explanation_tells_the_day_far_from_its_subject() -> None:
    """It names the subject once and goes on point by point: the day asked for shares hardly a word with the question."""
    reply = (
        "避難所の備蓄の対策を進めるものでございます。建物は平屋でございます。次に、場所でございます。駅の北側にございます。"
        "面積は七十平方メートルでございます。続いて、対策の日程です。対策の期間は、令和４年８月から令和５年２月でございます。"
    )
    asked = Ask({"備蓄": 1.0, "避難所": 0.5, "対策": 0.5}, kinds=frozenset({Kind.DATE}))
    assert any("令和４年８月から" in quote for quote in quoted(reply, asked))


def test_why_is_told_far_from_the_words_of_the_question() -> None:
    """What is counted first has its words; the reason is a sentence further on (…ため)."""
    reply = (
        "避難所の備蓄の対策を数えるのは困難です。建物は平屋でございます。次に、場所でございます。駅の北側にございます。"
        "面積は七十平方メートルでございます。続いて、対策の上積みです。対策の上積みは置き場が狭いため考えていません。"
    )
    asked = Ask({"備蓄": 1.0, "避難所": 0.5, "対策": 0.5}, kinds=frozenset({Kind.REASON}))
    assert any("狭いため" in quote for quote in quoted(reply, asked))


def _quoted_by_name(reply: str, by_name: tuple[re.Pattern[str], ...]) -> str:
    """What is quoted of a reply for a day that is told in one of these ways, with room for one sentence."""
    made = exchange(reply)[1]
    ask = Ask({"備蓄": 1.0, "避難所": 0.5, "毛布": 0.5}, kinds=frozenset({Kind.DATE}))
    scored = score(ask, said(candidates(made, ("answer",)), tokens, None), Weights())
    wanted = Wanted(ask.kinds, by_name=by_name)
    found = choose(scored, Weights(sentences=1), wanted)
    return "".join(each.sentence.text for each in found)


def test_a_day_asked_for_by_name_comes_along() -> None:
    """Protects: 「令和５年度も」 beside the words of the question was taken for the day."""
    reply = "避難所の備蓄は、令和５年度も毛布と水の備蓄を進めます。公園は広いです。毛布の入れ替えは、９月４日です。"
    assert "９月４日" in _quoted_by_name(reply, what_tells_it("毛布の入れ替えは何月何日ですか"))


def test_what_other_towns_do_comes_along() -> None:
    """The sentences beside it tell in the same words what the own one does."""
    reply = (
        "避難所の備蓄の毛布は、契約により買います。公園は広いです。毛布は、近隣の自治体では借りるそうです。"
    )
    question = "避難所の備蓄の毛布を、よその町ではどうしていると聞いていますか"
    assert "近隣" in _quoted_by_name(reply, what_tells_it(question))
    assert not what_tells_it("避難所の備蓄の毛布は、よその町と比べて多いですか")


def test_a_company_asked_for_by_name_comes_along() -> None:
    """The items of a bill say one by one what the contract is for, how it was awarded and to whom."""
    reply = "避難所の備蓄の毛布は、契約により買います。公園は広いです。毛布の相手方は、株式会社あおばです。"
    assert "株式会社あおば" in _quoted_by_name(reply, what_tells_it("毛布を納めるのはどこの会社ですか"))


def test_since_when_is_told_by_the_time_from_which_on() -> None:
    """Protects: of 「いつから」 the day of the change before was quoted, which has more of the words."""
    reply = "避難所の備蓄は、令和５年の４月に毛布と水の備蓄を改めました。公園は広いです。毛布は、１月から変えます。"
    assert "１月から" in _quoted_by_name(reply, what_tells_it("毛布が変わるのはいつからですか"))
    assert "１月から" in _quoted_by_name(reply, what_tells_it("毛布が変わるのはいつ頃からですか"))
    assert what_tells_it("毛布が変わるのはいつですか") == ()


def test_until_when_is_told_by_a_time_with_made() -> None:
    """The time of what was then stands beside it."""
    reply = "毛布の備蓄は、令和５年度に見直しました。その前の毛布は、平成１８年度まで使いました。"
    (told,) = what_tells_it("毛布はいつまで使いましたか")
    assert told.search("平成18年度まで使いました。")
    assert not told.search("令和5年度に見直しました。")
    assert "まで" in _quoted_by_name(reply, (told,))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("毛布の計画はいつできたの？", "平成２８年に定めて策定し"),
        ("毛布の計画の策定はいつですか", "平成２８年に定めて策定し"),
        ("毛布の計画は誰が作ったの？", "青山県が平成２８年"),
    ],
)
def test_when_and_by_whom_it_was_made_stands_before_the_making(question: str, told: str) -> None:
    """Protects: another year and another office beside the words of the question were quoted for them."""
    reply = (
        "避難所の備蓄の計画は、令和５年度も避難所の課の毛布の備蓄を見直しました。公園は広いです。"
        "青山県が平成２８年に定めて策定した備蓄の計画は、水が主です。"
    )
    assert told in _quoted_by_name(reply, what_tells_it(question))
    assert what_tells_it("毛布の計画はいつ見直しますか") == ()


def test_an_answer_in_a_word_comes_along_with_what_explains_it() -> None:
    """「不要です。」 has none of the words; what stands behind it says no more than why."""
    ask = Ask({"備蓄": 1.0, "水": 1.0})
    reply = "不要です。水の備蓄は避難所にあります。"
    assert "".join(quoted(reply, ask)) == reply
    assert quoted("以上です。水の備蓄は避難所にあります。", ask) == ["水の備蓄は避難所にあります。"]


def test_another_matter_of_the_reply_that_has_nothing_of_the_question_is_not_quoted() -> None:
    """It stands next to what is asked, and opens with 「次に」; the same words in the same matter come along."""
    ask, more = Ask({"備蓄": 1.0, "水": 1.0}), "夏の間は夜まで泳げるようにしています。"
    assert quoted(f"備蓄は増やします。{more}", ask) == [f"備蓄は増やします。{more}"]
    assert quoted(f"備蓄は増やします。次に、２点目の泳ぐ場所です。{more}", ask) == ["備蓄は増やします。"]


@pytest.mark.parametrize(
    ("question", "more"),
    [
        ("街灯について市が今していることと、いつの契約で替えるかを知りたい。", True),
        ("街灯はいつ替わり、どんな色になりますか。", True),
        ("街灯の色をどう決め、いくらかけますか。", True),
        ("街灯は年に何回点検し、切れたらどうしますか。", True),
        ("街灯はいつ替わりますか。", False),
        ("街灯はいつ始まり、いつ終わりますか。", False),
        ("街灯は誰が申し込み、誰の印がいりますか。", True),
    ],
)
def test_what_else_is_asked_besides_one_thing(question: str, more: bool) -> None:
    """Where a day alone is asked for less is quoted."""
    assert bool(MORE.search(question)) is more


def test_of_a_short_reply_all_that_has_something_of_the_question_is_quoted() -> None:
    """However unlikely a further sentence is to hold more; of a longer reply it stays away, as does what has nothing of the question."""
    unlikely = Weights(beside=Beside(-9.0, gap=0.0, away=0.0, behind=0.0, own=0.0))
    ask = Ask({"備蓄": 1.0, "水": 0.9})
    reply = "備蓄は水です。水は足りません。公園は広い。"
    assert quoted(reply, ask, unlikely) == ["備蓄は水です。水は足りません。"]
    assert quoted(f"{reply}{'広い' * 160}。", ask, unlikely) == ["備蓄は水です。"]
    assert quoted(reply, ask, replace(unlikely, sentences=1)) == ["備蓄は水です。"]
