"""Whether what a text tells is told of another one than the question asks about: of the first round, not the second.

All texts are `wording.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from chat.answers.counters import UNIT_NUMBER, asked_units, close, numbers_of
from chat.answers.kinds import VALUES, gives_value
from corpus.eras import fold
from corpus.numerals import value_of
from corpus.patterns import FOLDED_NUMERAL, any_of
from retriever.answer_kinds import Kind

_MEETING = r"[一-龥]{0,8}(?:会議|議会|定例会|臨時会|委員会|審議会|協議会|懇談会|部会)"
"""Behind 第2回 the meeting in which something was said; its number stands in no sentence."""
_ORDINAL_ASKED = re.compile(
    any_of(
        # 「2回目の説明会」「3年目」
        rf"(?P<a>{FOLDED_NUMERAL}{{1,2}})(?P<of>[回期次年度])目",
        # 「第2期」「第3回の講座」
        rf"第(?P<b>{FOLDED_NUMERAL}{{1,2}})(?P<kind>[回期次弾])(?!の?{_MEETING})",
        # 「二次募集」
        r"(?<![第0-9一二三四五六七八九十])(?P<c>[2-5二三四五])(?P<round>次)(?=募集|試験|審査|選考|公募|申込|抽選|補正|評価)",
    )
)
_ORDINAL_TOLD = re.compile(rf"(?P<n>{FOLDED_NUMERAL}{{1,2}})\s*(?P<of>[回期次年度弾])")
_NEXT = re.compile(any_of(*"次回 次期 来期 前回 再度 再び もう[一1]度 毎回 各回".split()))
"""Tells of a second one without its number."""


def _ordinals(question: str) -> set[tuple[float | None, str]]:
    """Which ones of a row a question names beyond the first: of the first 「1回目」 a record may say nothing but the thing."""
    found = (
        (value_of(match["a"] or match["b"] or match["c"]), match["of"] or match["kind"] or match["round"])
        for match in _ORDINAL_ASKED.finditer(fold(question))
    )
    return {each for each in found if each[0] != 1}


_SIBLINGS = tuple(
    tuple(group.split())
    for group in (
        "視覚障 聴覚障 肢体不自由 知的障 精神障",
        "小学校 中学校 高校",
        "小学生 中学生 高校生",
        "男性 女性",
        "上水道 下水道",
        "保育所 幼稚園",
        "可燃ごみ 不燃ごみ 粗大ごみ 資源ごみ",
        "国道 県道 市道 町道",
        "平日 休日",
    )
)
"""Of which one is told, where a question asks about another: words that set one group beside the others."""
_BOTH = re.compile(
    any_of(*"小[・、]?中 男女 上下水道 (?<![小中等])学校 児童生徒 障(?:がい|害)者全体".split())
)


_DAY = re.compile(r"[土日月火水木金]曜|祝日|土日|週末|平日|休日|日祝")
"""A day of the week, or days: what is told of no day is told of none of them."""
_DAY_TOLD = re.compile(
    r"曜|祝|土日|土・日|週末|平日|休日|休館|休業|定休|閉庁|開庁日|毎日|連日|全日|年中|無休|週[0-9一二三四五六七]"
)


_THEN = {
    "before": re.compile(r"前の年|(?<![0-9])[1一]年前|前年度?(?!比|並|同|対)"),
    "after": re.compile(r"来年度?(?!以降)|翌年度?(?!以降)|次の年度"),
}
"""Years that stand beside the one that a record tells of; 昨年度 does not, where it is asked years after the meeting."""
_YEAR_TOLD = re.compile(
    any_of(
        r"(?P<now>今年度?|本年度?|今期|現在|現状|現時点|今のところ|これまで)",
        r"(?P<after>来年|翌年|次年|再来年|次の年|見込|見通し|予定|推計|計画)",
        r"(?P<other>[昨前去]年|一昨年|前々年|年前|年度|同期|同月|前の年)",
    )
)


_HOW_MANY = "(?:何|いく[らつ]|どのくらい|どれくらい)"
_AIM_ASKED = re.compile(
    any_of(
        # 「何人まで増やすつもりですか」「目標は何台か」
        r"(?:何|いく[らつ]|どこ|どのくらい|どれくらい)[^、。?？]{0,6}まで(?:に)?[^、。?？]{0,8}(?:増や|減ら|[上下]げ|伸ば|広げ|高め)(?:す|し|る|ま)",
        rf"(?:目標|目指す)[^、。?？]{{0,12}}{_HOW_MANY}",
    )
)
_NOW_ASKED = re.compile(
    r"(?:今|いま|現在|現時点)(?!の(?!ところ|時点))(?:は|の(?:ところ|時点)?(?:で?は)?|では|で|、)?[^、。?？]{0,12}"
    + _HOW_MANY
)
"""「電子決裁率は、今は何％まで来ていますか」"""
_AIM = re.compile(
    "目標|目指|ゴール|(?:た|ほし|欲し)い(?:と|。|です|が)|つもり|予定|見込[みん]|計画(?:で|し|に)|方針|とする(?:こと|など)"
)
_NOW = re.compile(
    "現在|現時点|時点|昨年|前年|これまで|ところ(?:です|である|でござ)|[いき]ました|しました|(?:た|となった|だった)。?$|(?<!考え)(?<!思っ)(?<!目指し)てい(?:る|ます)"
)


_BUILT_WHEN = re.compile(
    any_of(
        # 「仮の校舎はいつ完成しますか」
        r"いつ[^、。]{0,8}(?:完成|竣工|出来上が|でき上が|着工|開通)",
        # 「着工の時期はいつ」
        r"(?:完成|竣工|着工|開通)(?:する|した|予定)?の?(?:日|時期)?は、?いつ",
    )
)
_BUILT = re.compile(
    any_of(
        *"完成 竣工 完工 完了 終わ 終え 終了 出来 供用 引き?渡 工期 工事 着工 着手 起工 オープン".split(),
        r"で[きけ](?:上が|る予定|ます|まし)",
        r"開[設館園校所業通始]",
    )
)
"""The stages of building: where a record names none of them, the day in it is of something else (a forecast, a survey)."""


_PARTS = tuple(
    tuple(group.split())
    for group in (
        "職員 教員 社員 従業員 スタッフ 保育士 看護師 保健師 介護士 支援員",
        "利用者 参加者 来場者 受講者 応募者 登録者 入所者 入居者 入院患者 患者 定員 収容人数 児童 生徒 園児 市民 町民 区民 村民 住民 高齢者",
    )
)
"""Parts that people have in a matter: who works there, for whom it is. A number of one part is none of the other; who is named to a task
(推進員) may be either."""
_PART = any_of(*sorted((word for group in _PARTS for word in group), key=len, reverse=True))
_PART_ASKED = re.compile(
    rf"(?P<part>{_PART})(?:の数)?(?:は|が|を|って)?、?(?:今|現在|全部で|合わせて)?何[人名]"
)
_PART_BEFORE = re.compile(
    rf"(?P<part>{_PART})(?:数)?(?:として|とし|は|が|も)(?:約|およそ|延べ|計|合計|全部で|合わせて)?$"
)
_PART_BEHIND = re.compile(rf"の[^、。のはが]{{0,10}}?(?P<part>{_PART})")


def marks_which_one(question: str) -> bool:
    """Whether a question asks about one of several of a kind by its number or its group."""
    then = any(
        each.search(question) for each in (*_THEN.values(), _AIM_ASKED, _NOW_ASKED, _BUILT_WHEN, _PART_ASKED)
    )
    return then or bool(_ordinals(question) or _groups(question) or _DAY.search(question))


def _groups(question: str) -> list[tuple[str, ...]]:
    """The groups of which a question names one member alone."""
    return [group for group in _SIBLINGS if sum(word in question for word in group) == 1]


def told_of_another(question: str, about: str, reply: str, kinds: Collection[Kind]) -> bool:
    """Whether a question names which one of a row or of a group it asks about, and an exchange tells of another one.

    Args:
        question: the question.
        about: all that is said in the exchange, with its heading.
        reply: the reply alone, in which the value stands.
        kinds: the kinds of thing asked for; what is said of one group may hold of another, what is counted does not.

    >>> told = "説明会を5月20日に開きました。"
    >>> told_of_another("2回目の説明会はいつですか", told, told, {Kind.DATE})
    True
    >>> told = "説明会は5月20日と6月3日の2回開きました。"
    >>> told_of_another("2回目の説明会はいつですか", told, told, {Kind.DATE})
    False
    """
    if _lacks_its_turn(question, about) or (_BUILT_WHEN.search(question) and not _BUILT.search(about)):
        return True
    sought = asked_units(question)
    if not (sought or VALUES.intersection(kinds)):
        return False
    return (
        _counts_another_turn(question, reply)
        or _of_a_sibling(question, about)
        or bool(_DAY.search(question) and not _DAY_TOLD.search(about))
        or _told_of_now(question, reply, kinds, sought)
        or of_an_aim_or_now(question, kinds, reply)
        or _counts_another_part(question, reply)
    )


def _counts_another_part(question: str, reply: str) -> bool:
    """Whether all people that are counted have another part in the matter than those asked for: 「利用者として16名」 of 「職員は何人」."""
    asked = _PART_ASKED.search(question)
    if asked is None:
        return False
    own = next(group for group in _PARTS if asked["part"] in group)
    text, told = close(reply), []
    for number in UNIT_NUMBER.finditer(text):
        if number["unit"] in ("人", "名"):
            found = _PART_BEHIND.match(text, number.end()) or _PART_BEFORE.search(
                text[: number.start()][-20:]
            )
            told.append(found["part"] if found else "")
    return bool(told) and all(part and part not in own and part not in question for part in told)


def of_an_aim_or_now(question: str, kinds: Collection[Kind], text: str) -> bool:
    """Whether every value of `text` is told as what is aimed at where the present one is asked for, or as the present one where the aim is:
    「電子決裁率を100%とすることを目標に」 does not say how far it has come."""
    aim, now = _AIM_ASKED.search(question), _NOW_ASKED.search(question)
    if bool(aim) == bool(now):
        return False
    sought = asked_units(question)
    told = [part for part in re.split("[、。]", text) if gives_value(part, kinds, sought)]
    other, own = (_NOW, _AIM) if aim else (_AIM, _NOW)
    return bool(told) and all(other.search(part) and not own.search(part) for part in told)


def _told_of_now(question: str, reply: str, kinds: Collection[Kind], sought: Collection[str]) -> bool:
    """Whether all values of the kind asked for are of the year in which they are told, and the question names the one before or after."""
    if not any(then.search(question) for then in _THEN.values()):
        return False
    told = []
    for sentence in reply.split("。"):
        year = ""
        for clause in sentence.split("、"):
            for mark in _YEAR_TOLD.finditer(clause):
                year = mark.lastgroup or ""
            if gives_value(clause, kinds, sought):
                told.append(year)
    return bool(told) and all(year == "now" for year in told)


def _lacks_its_turn(question: str, about: str) -> bool:
    asked = _ordinals(question)
    if not asked or _NEXT.search(about):
        return False
    return not asked & {(value_of(match["n"]), match["of"]) for match in _ORDINAL_TOLD.finditer(fold(about))}


def _counts_another_turn(question: str, reply: str) -> bool:
    """Whether all numbers of the counter asked for stand behind another one of the row: 「一次募集では14件」 of the second."""
    asked, sought = _ordinals(question), asked_units(question)
    if len(asked) != 1 or not sought:
        return False
    ((number, of),) = asked
    turns = []
    for sentence in fold(reply).split("。"):
        for found in numbers_of(sentence, sought):
            before = [m for m in _ORDINAL_TOLD.finditer(sentence[: found.start()]) if m["of"] == of]
            turns.append(value_of(before[-1]["n"]) if before else None)
    return bool(turns) and all(turn not in (None, number) for turn in turns)


def _of_a_sibling(question: str, about: str) -> bool:
    if _BOTH.search(about):
        return False
    return any(
        not any(word in about for word in group if word in question) and any(word in about for word in group)
        for group in _groups(question)
    )
