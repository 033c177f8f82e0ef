"""A question that says nothing but where, when or of whom the one before it is asked now: 「平塚市は？」「いや、令和5年の方」「長崎市だけに絞って」.

It has no word that could be found in a record. What it means is the question before it in that town, of that time or of that member, which is
asked anew with all its words. 「その人はほかに何を言っていますか」 is read as one that names who was shown (「建設部長は何と答弁しましたか」), which
`overview` answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from chat.framing import quotations_in, without_blanks
from chat.questions.spoken_words import OF_A_MEMBER, WHAT_ASKED, WHAT_ELSE, WHICH_GROUP
from corpus.patterns import any_of
from corpus.periods import Period, find_periods
from corpus.types import StoredExchange, Turn
from retriever.persons import TITLES
from retriever.question import asks_across_towns, normalise

_NOTHING_ELSE = re.compile(
    any_of(
        # 「では」「やっぱり」「それなら」
        *r"[、。,.?!？！「」()（）・\s] じゃあ? では それでは やっぱり やはり 今度は 次は 次に 続いて 改めて もう一度 それなら".split(),
        # 「いえ」「違います」「間違えました」
        *r"いや いえ いいえ ううん 違(?:います|う|って|くて) すみません すいません ごめん(?:なさい)? 失礼(?:しました)?".split(),
        *r"間違え(?:ました|た) そうでは?な(?:くて?|い) そうじゃな(?:くて?|い) (?:では|じゃ)な(?:くて?|い) なくて だけ のみ".split(),
        # 「に絞って」「も加えて」「の場合」
        r"に?(?:絞っ|限っ|限定し|戻っ|しぼっ)て?",
        *r"加えて 含めて 入れて 足して 一緒に 追加して 比べて 方 ほう 場合 件 分 話 時点 当時 頃 ころ 時 とき もの やつ 会議録? 議会 審議会 委員会".split(),
        # 「だと」「についてどうですか」「はいかが」
        *r"だと なら ついて 関して って".split(),
        r"(?:どう|何と|なんと)(?:です|でしょう|だった|でした|なの|なん|いう|か"
        # 「どうなってる」「どう言ってた」「何と答えましたか」
        r"|な(?:った|りました|ります|る)|(?:なっ|し|答え|言っ|いっ|述べ|話し|説明し|答弁し)て(?:い?(?:ます|ました|た|る)|ました)|(?:答え|言い|述べ|答弁し|説明し)(?:ました|た)|言った)*",
        # 「やっていますか」「実施していますか」
        r"(?:やっ|行な?っ|おこなっ|実施し)て(?:い?(?:ます|ました|た|る))",
        *r"いかが(?:です|でしょう|でした)? 同(?:じ(?:よう(?:な|に))?|様(?:の|に)?)(?:こと|質問|取組|取り組み)? 教えて 調べて 見せて 探して お願い 知りたい 聞きたい ください".split(),
        # 「お願いします」「でしょう」, particles
        *r"下さい します いたします です ます ですか でしょう (?:あり|い)ます あ ほしい 欲しい んです のです は も で の を と が".split(),
        *r"へ に か ね よ な".split(),
        # in English
        r"\b"
        + any_of(
            *r"what how about and in for of the no not i mean meant or then is it there ok okay now only please same question instead".split(),
            *r"but so at to council city town also sorry rather case".split(),
        )
        + r"\b",
    )
    + r"*",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    any_of(
        # 「ほかの町」「よその自治体」
        r"(?:その)?(?:他|ほか|よそ)の?(?:市町村|市|町|村|区|自治体|都市|ところ|所|団体)",
        # 「各市」「どの町」
        *r"各(?:市町村|自治体|市|町|村|区) どの(?:市|町|村|区|自治体)".split(),
        # in English
        r"(?:any |all )?other (?:cities|towns|municipalities)",
        r"elsewhere",
    ),
    re.IGNORECASE,
)
_OF_THE_OTHERS = re.compile(
    f"(?:{_OTHERS.pattern})(?P<of>の?(?:"
    + any_of(*"例 事例 ケース 状況 取組 取り組み 様子 動き 対応 答弁 考え 見解".split())
    + "))?",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(
    any_of(
        # 「他の市ではどうしていますか」「よその自治体は何を使っていますか」
        r"(?:他|ほか|よそ)の?(?:市町村|市|町|村|区|自治体|都市|団体)(?!と(?:比|の|違|同|並)|より|に比べ)",
        # "What do other cities use?"
        r"(?<!than )(?<!with )(?<!to )\bother (?:cities|towns|municipalities|councils)\b",
    ),
    re.IGNORECASE,
)
_ADDED = re.compile(r"加えて|含めて|入れて|足して|一緒に|追加して|比べて|\balso\b|\bas well\b")


def leaves_nothing(question: str, names: Iterable[str], periods: Sequence[Period] = ()) -> bool:
    """Whether besides `names` and `periods` (as `find_periods` tells them of the normalised question) a question has no word of its own."""
    text = normalise(question)
    for period in sorted(periods, key=lambda each: -each.start):
        text = f"{text[: period.start]} {text[period.end :]}"
    return bool(_NOTHING_ELSE.fullmatch(_cut(text, names)))


def says_only(found: re.Match[str] | None) -> bool:
    """Whether besides what was `found` in it a normalised question has no word of its own; False where nothing was found."""
    if found is None:
        return False
    text = found.string
    return leaves_nothing(f"{text[: found.start()]} {text[found.end() :]}", ())


def without(question: str, names: Iterable[str]) -> str:
    """A question without `names` and the particle or the going back by which it hangs on them."""
    text = _cut(normalise(question), names)
    return re.sub(
        r"^[\s、]*(?:に(?:話を)?戻(?:って|ります(?:が)?|ると|り|して)|では|には|での|は|で|の|に)?[\s、。]*",
        "",
        text,
    )


def _cut(text: str, names: Iterable[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text


def means_the_others(question: str) -> bool:
    """Whether it says nothing but that other towns are meant (他の市は？, 他市の例は？)."""
    text = normalise(question)
    found = _OF_THE_OTHERS.search(text)
    across = asks_across_towns(text) or bool(found and found["of"])
    return across and leaves_nothing(_OF_THE_OTHERS.sub(" ", text), ())


def asks_of_others(text: str) -> bool:
    """Whether a question is of other towns than the one that is spoken of (他の市では何を使っていますか), not of that one beside them
    (他の市と比べて)."""
    return bool(_ANOTHERS.search(text))


def adds(question: str) -> bool:
    """Whether a town is named beside those that were asked about, not instead of them (八千代市も加えて)."""
    return bool(_ADDED.search(normalise(question)))


def period_alone(question: str, today: date) -> Period | None:
    """The period, where a question says nothing but that."""
    text = normalise(question)
    named = find_periods(text, today)
    return named[0] if len(named) == 1 and leaves_nothing(text, (), named) else None


_NEWEST = re.compile(
    any_of(
        *"最新 直近 (?:一番|いちばん|最も)新しい (?:結局|最終的に)(?:は|、)?(?=どう) 今現在 現在 今(?![年月週日度回後]) いま".split()
    )
    + "(?:の"
    + any_of(*"答弁 回答 数字 数値 件数 人数 状況 情報 データ もの 話 時点".split())
    + ")?"
)


def newest_alone(question: str) -> bool:
    """Whether it says nothing but that what was said last is meant: 「最新だと？」「今は？」「結局どうなった？」."""
    return says_only(_NEWEST.search(normalise(question)))


_WIDER = re.compile(
    r"全国(?:平均)?|国全体|[都道府県]内|[都道府県](?:全体|平均)|(?:across the country|nationwide|nationally)"
)


def wider_area(question: str) -> str:
    """The country or the prefecture, where a question says nothing but that it is meant (全国では？); "" for any other."""
    found = _WIDER.search(normalise(question))
    return found[0] if found and says_only(found) else ""


_TITLED = rf"(?:{TITLES}|さん)"


def of_another_member(question: str, names: Sequence[str], before: str, names_before: Sequence[str]) -> str:
    """「浜田委員は？」 after 「早川委員は何を質問しましたか」: the question before it with the other name; of one that named nobody what the member
    asked. Empty where it asks for something of its own.

    Args:
        question: the new question.
        names: of the members that it names.
        before: the question before it.
        names_before: of the members whom that one names.
    """
    text = normalise(question)
    titled = [found[0] for name in names if (found := re.search(rf"{re.escape(name)}{_TITLED}*", text))]
    if len(titled) != 1 or not leaves_nothing(text, titled):
        return ""
    whole = normalise(before)
    for name in names_before:
        if found := re.search(rf"{re.escape(name)}{_TITLED}*", whole):
            return whole[: found.start()] + titled[0] + whole[found.end() :]
    return f"{titled[0]}は何を質問しましたか"


_HIS_VIEW = "の(?:" + any_of(*"考え 見解 所見 意見 認識 答弁 回答 答え 返答 発言 コメント".split()) + ")"


def of_an_office(question: str, office: str) -> bool:
    """Whether a question says nothing but that an office is meant, or what it says (「部長は？」「市長の考えは」).

    >>> of_an_office("では、部長は何と言っていますか", "部長"), of_an_office("部長の任期は", "部長")
    (True, False)
    """
    return says_only(re.search(f"{re.escape(office)}(?:{_HIS_VIEW})?", normalise(question)))


_A_MEMBER = re.compile("(?:その|この)(?:議員|委員)")


def asks_what_else(question: str) -> bool:
    """Whether a question asks for nothing but what else somebody said who was shown."""
    return bool(WHAT_ELSE.fullmatch(normalise(question)))


def asks_what_was_asked(question: str, before: str) -> bool:
    """Whether it asks for nothing but what a member asked (その議員は何を質問しましたか) of whom the question `before` was (森川議員の会派は): after
    one of a matter it is asked of that matter."""
    last = normalise(before)
    of_himself = WHICH_GROUP.fullmatch(last) or OF_A_MEMBER.search(last)
    return bool(of_himself and WHAT_ASKED.fullmatch(normalise(question)))


def of_the_same_person(question: str, answered: str, spoken: Sequence[StoredExchange]) -> str:
    """The question with the person by name or office: who was shown, or where a member is meant (この議員) and a reply was, who asked
    for it; "" where the answer quotes none of `spoken`, or nobody is named there."""
    shown = next(iter(quotations_in(answered)), "")
    for stored in spoken[:1]:
        exchange = stored.exchange
        turns = (*exchange.answers, *exchange.questions)
        text = normalise(question)
        of_whom_asked = (found := WHAT_ELSE.fullmatch(text)) and found["asked"]
        if exchange.questions and (of_whom_asked or _A_MEMBER.search(text)):
            turns = exchange.questions
            shown = shown if any(without_blanks(shown) in without_blanks(turn.text) for turn in turns) else ""
        for turn in turns:
            if without_blanks(shown) in without_blanks(turn.text):
                return _restated(turn, stored.meeting.town, turn in exchange.questions)
    return ""


def _restated(turn: Turn, town: str, asked: bool) -> str:
    speaker = turn.speaker
    member = asked or speaker.side == "member"
    who = f"{speaker.name}議員" if member and speaker.name else speaker.office
    if not who:
        return ""
    place = f"{town}の" if town else ""
    return f"{place}{who}は何を質問しましたか" if member else f"{place}{who}は何と答弁しましたか"
