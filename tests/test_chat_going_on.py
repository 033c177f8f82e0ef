"""Whether a follow-up is answered: its own few words must bear on what is quoted."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from chat.answers.drafts import Reading
from chat.answers.going_on import bears_out, of_what_was_spoken_of, telling_of_it
from chat.notices import NOTHING_FOUND
from chat.types import FoundExchange
from retriever.answer_kinds import Kind
from retriever.asked import Question


def follow_up(text: str, terms: SimpleNamespace, kinds: frozenset[Kind]) -> SimpleNamespace:
    """A question after others that goes on from nothing but them: nothing is shown or told before it."""
    return SimpleNamespace(
        text=text,
        terms=terms,
        kinds=kinds,
        elliptic=False,
        spoken_of=(),
        restated="",
        unsure=False,
        foreign=False,
        about={},
        answered="",
    )


@pytest.mark.parametrize(
    ("like", "cover", "answered"), [(0.05, 0.7, True), (0.05, 0.3, False), (0.2, 0.3, True)]
)
def test_its_words_in_the_quotation_count_as_its_meaning_does(
    like: float, cover: float, answered: bool
) -> None:
    """「それは誰がお金を出したの」 is hardly like 「経費は…で３分の１ずつ負担した」, whose 経費 is the money."""
    terms = SimpleNamespace(content=1, own={"お金": 0.5}, synonyms={"お金": {("経費",)}})
    asked = follow_up("それは誰がお金を出したの", terms, frozenset({Kind.REASON}))
    features = SimpleNamespace(quote_cover=cover)
    reading = SimpleNamespace(confidence=0.8, features=features, found=None, chosen=())
    done = bears_out(cast("Question", asked), cast("Reading", reading), like, (), ("経費",), 0.37, str.split)
    assert done is answered


@pytest.mark.parametrize(
    ("question", "own", "words", "answered"),
    [
        ("反対の声はありますか", "反対", "委員会 報告書", False),
        ("反対の声はありますか", "反対", "批判 意見", True),
        ("Were there any complaints?", "complaints", "委員会 報告書", False),
        ("申し込む機会はありますか", "機会", "二次 募集", True),
        ("事故が起きたら、誰に知らせますか", "事故", "委員会 報告書", True),
        ("反対意見は?", "反対", "委員会 報告書 意見", False),
        ("反対意見は?", "反対", "批判 意見", True),
        ("事故が起きないようにするには、誰に知らせますか", "事故", "委員会 報告書", True),
    ],
)
def test_opposition_is_told_by_its_name_alone(question: str, own: str, words: str, answered: bool) -> None:
    """Protects: the reply on a plan was the answer to whether anybody was against it."""
    asked = follow_up(
        question,
        SimpleNamespace(content=1, own={own: 0.5}, synonyms={"反対": {("批判",)}}),
        frozenset({Kind.YES_NO}),
    )
    features = SimpleNamespace(quote_cover=0.0)
    reading = SimpleNamespace(confidence=0.5, features=features, found=None, chosen=(), quoted="")
    found = bears_out(
        cast("Question", asked), cast("Reading", reading), 0.2, (), words.split(), 0.37, str.split
    )
    assert found is answered


@pytest.mark.parametrize(
    ("tells", "taken"), [("増えない理由としては、値上がりです。", 1), ("登録は二件です。", 0)]
)
def test_a_bare_why_goes_to_the_exchange_that_announces_the_reason(tells: str, taken: int) -> None:
    """Protects: 「どうして増えないのですか」 went to the first exchange that was found, which only had the number."""
    said = SimpleNamespace(sentence=SimpleNamespace(text=tells))
    readings = [SimpleNamespace(found=i, chosen=(said,) if i else ()) for i in (0, 1)]
    terms = SimpleNamespace(content=0)
    asked = SimpleNamespace(
        text="それはどうして増えないのですか", terms=terms, elliptic=True, spoken_of=(), follow_up=True
    )
    found = of_what_was_spoken_of(
        cast("Question", asked),
        cast("list[Reading]", readings),
        cast("Reading", readings[1]),
        cast("list[FoundExchange]", [0, 1]),
        str.split,
    )
    assert found is readings[taken]


def test_why_is_told_by_what_so_refers_to() -> None:
    """「そういったことで」 names no reason; the sentence before it does, without a word for a reason."""
    texts = ("牛乳 が 値上がり している 状況です。", "そういったことで、 1月から 給食費 を 改定します。")
    chosen = tuple(
        SimpleNamespace(sentence=SimpleNamespace(text=text), fits=fits, filler=False)
        for text, fits in zip(texts, (False, True), strict=True)
    )
    exchange = SimpleNamespace(id="e")
    reading = SimpleNamespace(
        chosen=chosen,
        features=SimpleNamespace(kind_missing=0.0, unit_missing=0.0),
        found=SimpleNamespace(stored=SimpleNamespace(exchange=exchange)),
    )

    def told(kind: Kind) -> int:
        about = {"給食費": 0.8}
        asked = SimpleNamespace(
            text="なぜ？", kinds=frozenset({kind}), spoken_of=("e",), about=about, answered=""
        )
        return len(telling_of_it(cast("Question", asked), cast("Reading", reading), str.split))

    assert told(Kind.REASON) == len(texts)
    assert told(Kind.DATE) == 1


def test_until_when_is_told_by_an_end() -> None:
    """Protects: 「いつまで？」 was answered by the day on which it begins, which was shown already, and by what was done 「これまで」."""
    chosen = tuple(
        SimpleNamespace(sentence=SimpleNamespace(text=text), fits=True, filler=False)
        for text in (
            "給食費 は 1月から 変わり、これまでに 2回 決めました。",
            "今の 給食費 は 12月までです。",
        )
    )
    reading = SimpleNamespace(
        chosen=chosen,
        features=SimpleNamespace(kind_missing=0.0, unit_missing=0.0),
        found=SimpleNamespace(stored=SimpleNamespace(exchange=SimpleNamespace(id="e"))),
    )

    def told(text: str) -> int:
        asked = SimpleNamespace(
            text=text, kinds=frozenset({Kind.DATE}), spoken_of=("e",), about={"給食費": 0.8}, answered=""
        )
        return len(telling_of_it(cast("Question", asked), cast("Reading", reading), str.split))

    assert told("いつまで？") == 1
    assert told("いつ？") == len(chosen)


@pytest.mark.parametrize(
    ("spoken_of", "quoted", "answered"),
    [
        (("e",), "毛布 の 点検 は 来年 です。", True),
        (("e",), "水 の 備え は 来年 です。", False),
        ((), "水 の 備え は 来年 です。", True),
    ],
)
def test_who_leaves_what_is_shown_is_told_the_day_of_his_word(
    spoken_of: tuple[str, ...], quoted: str, answered: bool
) -> None:
    """Protects: 「点検はいつまで？」 was answered by another exchange, which has 点検 in one sentence and some day in another."""
    terms = SimpleNamespace(content=1, own={"点検": 0.5}, synonyms={})
    asked = SimpleNamespace(
        text="点検はいつ？", terms=terms, kinds=frozenset({Kind.DATE}), elliptic=False, spoken_of=spoken_of
    )
    rest = {"restated": "", "unsure": False, "foreign": False, "about": {}, "answered": ""}
    reading = SimpleNamespace(
        confidence=0.8,
        features=SimpleNamespace(quote_cover=0.7),
        quoted=quoted,
        found=SimpleNamespace(stored=SimpleNamespace(exchange=SimpleNamespace(id="other"))),
        chosen=(SimpleNamespace(sentence=SimpleNamespace(text=quoted), fits=True),),
    )
    question = cast("Question", SimpleNamespace(**vars(asked), **rest))
    assert bears_out(question, cast("Reading", reading), 0.3, (), ("点検",), 0.37, str.split) is answered


@pytest.mark.parametrize(
    ("own", "words", "answered"),
    [
        ({"対策": 0.35}, ("対策", "除雪車"), True),
        ({"対策": 0.35}, ("対策", "保育"), False),
        ({"出動": 0.6, "件数": 0.58}, ("件数", "除雪車"), True),
        ({"出動": 0.6, "件数": 0.58}, ("件数", "保育"), False),
        ({"出動": 0.6, "件数": 0.58}, ("件数", "出動"), True),
    ],
)
def test_after_nothing_was_found_a_common_word_is_of_the_same_matter(
    own: dict[str, float], words: tuple[str, ...], answered: bool
) -> None:
    """Protects: 「対策は」 and 「出動件数は」 after a refusal were answered by the measures against anything, the number of anything."""
    asked = SimpleNamespace(
        text="対策は",
        terms=SimpleNamespace(content=len(own), own=own, synonyms={}),
        about={"除雪車": 0.9},
        answered=f"{NOTHING_FOUND}。",
        kinds=frozenset(),
        elliptic=False,
        spoken_of=(),
        restated="",
        unsure=False,
        foreign=False,
    )
    reading = SimpleNamespace(
        confidence=0.8, features=SimpleNamespace(quote_cover=1.0), found=None, chosen=(), quoted=""
    )
    found = bears_out(cast("Question", asked), cast("Reading", reading), 0.3, (), words, 0.37, str.split)
    assert found is answered


def _shown(asked: str, quoted: str, **other: object) -> bool:
    """Whether a follow-up of hardly a word is answered by a sentence of the exchange that was shown, which is little like it."""
    exchange = SimpleNamespace(id="e")
    question = SimpleNamespace(
        text=asked,
        terms=SimpleNamespace(content=1, own={}, synonyms={}),
        kinds=frozenset({Kind.MONEY}),
        elliptic=False,
        spoken_of=("e",),
        restated="",
        unsure=False,
        foreign=False,
        about={},
        answered="",
    )
    said = SimpleNamespace(sentence=SimpleNamespace(text=quoted), fits=True)
    reading = SimpleNamespace(
        confidence=other.get("confidence", 0.3),
        features=SimpleNamespace(quote_cover=other.get("cover", 0.0)),
        found=SimpleNamespace(stored=SimpleNamespace(exchange=exchange)),
        chosen=(said,),
        quoted=quoted,
    )
    return bears_out(cast("Question", question), cast("Reading", reading), 0.05, (), (), 0.37, str.split)


def test_what_took_the_place_of_a_thing() -> None:
    """Protects: 「その代わりに何をするの」 was refused beside the sentence that tells it."""
    assert _shown("その代わりに何をするの", "温水プールは廃止し、足湯を設置します。")
    assert not _shown("その代わりに何をするの", "温水プールは月曜に休みます。")
    assert not _shown("ほかに何をするの", "温水プールは廃止し、足湯を設置します。")


def test_what_falls_to_each_is_no_sum_of_all() -> None:
    """Protects: 「一人あたりいくら？」 was answered by the sum of all."""
    sure = {"confidence": 0.8, "cover": 1.0}
    assert not _shown("町民一人あたりだといくら？", "足湯の費用は３００万円です。", **sure)
    assert _shown("町民一人あたりだといくら？", "足湯の費用は１人 当たり２０円です。", **sure)


@pytest.mark.parametrize(
    ("question", "text"),
    [("件数は?", "寄附 は 件数で１万２，３４５件です。"), ("回数は?", "寄附 は 合計８回です。")],
)
def test_a_noun_of_number_is_counted_as_numbers_are(question: str, text: str) -> None:
    """Protects: 「件数は？」 was refused where the record prints １万２，３４５件, and 「回数は？」 where it has 8回."""
    said = SimpleNamespace(sentence=SimpleNamespace(text=text), fits=True, filler=False)
    reading = SimpleNamespace(
        chosen=(said,),
        features=SimpleNamespace(kind_missing=0.0, unit_missing=0.0),
        found=SimpleNamespace(stored=SimpleNamespace(exchange=SimpleNamespace(id="e"))),
    )
    asked = SimpleNamespace(
        text=question, kinds=frozenset({Kind.NUMBER}), spoken_of=("e",), about={"寄附": 0.8}, answered=""
    )
    assert telling_of_it(cast("Question", asked), cast("Reading", reading), str.split)


@pytest.mark.parametrize(("kind", "taken"), [(Kind.DATE, 1), (Kind.REASON, 0)])
def test_a_value_is_read_where_the_new_word_stands(kind: Kind, taken: int) -> None:
    """Protects: 「点検はいつ？」 was answered by a date of the exchange that was shown, which has no word of it."""
    texts = ("購入 は 来年度です。", "点検 は 12月に しました。")
    readings = [
        SimpleNamespace(
            found=SimpleNamespace(stored=SimpleNamespace(exchange=SimpleNamespace(id=str(i)))),
            chosen=(SimpleNamespace(sentence=SimpleNamespace(text=text), fits=True),),
            confidence=0.9 - i / 10,
            preference=-i,
        )
        for i, text in enumerate(texts)
    ]
    asked = SimpleNamespace(
        text="点検はいつ？",
        terms=SimpleNamespace(content=1, own={"点検": 0.5}, synonyms={}),
        kinds=frozenset({kind}),
        elliptic=False,
        spoken_of=("0",),
        follow_up=True,
        about={"購入": 0.4},
    )
    found = of_what_was_spoken_of(
        cast("Question", asked),
        cast("list[Reading]", readings),
        cast("Reading", readings[0]),
        cast("list[FoundExchange]", [0, 1]),
        str.split,
    )
    assert found is readings[taken]
