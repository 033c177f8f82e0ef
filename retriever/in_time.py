"""Whether a question asks for what was said last or first of a matter (最新の割合, 最後に答えたのはいつ, 最初に取り上げた議員), or in each year (年ごとの
答弁): words that choose among replies and stand in none of them."""

from __future__ import annotations

import re
from typing import Literal

from corpus.patterns import any_of
from retriever.answer_kinds import HOW_MUCH

Order = Literal["", "newest", "oldest", "each"]
"""`each`: of each year one."""

_SAID = r"(?:答え|答弁|回答|質問|質疑|議論|審議|取り?上げ|とりあげ|話題|話し合|触れ|言及|説明|報告|提案|求め|要望|聞[いか]|尋ね|問わ|指摘)"
_WHEN_OR_WHO = r"(?:いつ|何年|何月|誰|だれ|どなた|どの(?:議員|委員|会議|議会|定例会)|(?:議員|委員|会議|議会|定例会)は?[?？。]?$)"
_TOLD = r"(?:答弁|回答|答え|説明|発言|見解|方針|考え|数字|数値|人数|件数|台数|回数|割合|実績|状況|見通し|見込み|予定|目標|情報|データ|もの)"
"""What may be the newest one of a record; of 最新の設備 the thing itself is new."""

_SAID_EN = r"(?:discussed|answered|raised|asked|mentioned|debated|brought up|taken up|proposed|ask|raise|mention|propose|bring up)\b"
_TOLD_EN = (
    r"(?:answers?|repl(?:y|ies)|figures?|numbers?|rates?|shares?|percentages?|status|data|counts?|totals?)\b"
)

_MOST = r"(?:一番|いちばん|最も|もっとも)"
_LATEST = r"(?:最新|直近)"
_NEWEST = any_of(
    # 「最新の答弁」「直近の利用者数は」「最新で何人」
    rf"{_LATEST}(?:の|での|における)(?={_TOLD}|[^、。]{{1,12}}[数率額](?:は|を|が|って|$))",
    rf"{_LATEST}で(?:は|も)?(?![きあ])",
    rf"{_LATEST}は(?=[、何いど])",
    # 「何台まで増やすか（直近の答弁）」
    rf"[((]{_LATEST}の?{_TOLD}[))]",
    rf"{_MOST}(?:新しい|最近の)(?={_TOLD})",
    # 「最後に答えたのはいつ」「最後にいつ答弁されたか」
    rf"(?:一番)?最後に(?=[^、。]{{0,24}}{_SAID}[^、。]{{0,12}}(?:いつ|何年)|(?:いつ|何年に|何月に)[^、。]{{0,12}}{_SAID})",
    r"最後の(?=(?:答弁|回答)(?:は|で|を|の内容))",
    # 「今どうなっていますか」「現在、何人」
    r"(?<![一-龥])(?:今現在|今|いま|現在)(?:は|では)?、?"
    rf"(?=どうな(?:って|った)|何[人件台校園戸本名]|いくら|{HOW_MUCH})",
    # 「その後どうなりましたか」
    r"(?:その|それから|それ以?)後(?:は|、)?"
    r"(?=どう(?:な[っりる]|進|変わ)|の?(?:状況|経過|進捗|進み具合|動き)(?:は|を|$))",
    rf"\b(?:latest|newest|most recent)\b(?= (?:[a-z]+ ){{0,2}}{_TOLD_EN})",
    rf"\blast(?= {_SAID_EN})",
)
_OLDEST = any_of(
    # 「最初に取り上げた議員は」「初めて求めたのはいつ」
    rf"{_MOST}?(?:最初に|初めて|はじめて)(?=[^、。]{{0,24}}{_SAID}[^。]{{0,20}}{_WHEN_OR_WHO})",
    rf"{_MOST}古い(?={_TOLD})",
    rf"\b(?:earliest|oldest)\b(?= (?:[a-z]+ ){{0,2}}{_TOLD_EN})",
    rf"\bfirst(?= {_SAID_EN})",
)
_REPLIES = r"(?:答弁|回答|答え|質疑|質問|議論|やり?取り|発言)"
_EACH = any_of(
    # 「年ごとの答弁」「年度別に並べて」, not 「年ごとに点検するか」
    rf"年度?(?:ごと|毎|別)(?:の|に)(?={_REPLIES}|並べ|まとめ|見せ|示し|教え|一覧|整理)",
    # 「答弁を年ごとに並べて」「答弁の変遷」「質問の一覧」
    rf"{_REPLIES}(?:を|の|は)?(?:、)?(?:年度?(?:ごと|毎|別)に|時系列で|時系列に|年を追って|古い順に)(?:並べ|まとめ|見せ|示し|教え|整理|一覧)[^。、]{{0,10}}",
    rf"{_REPLIES}の(?:変遷|移り変わり|歴史|一覧)(?:を[^。、]{{0,10}}|は?[?？。]?$)",
    rf"(?:これまで|今まで|過去)の{_REPLIES}(?:を|は)?(?:並べ|まとめ|見せ|示し|教え|整理|一覧|すべて|全部|[?？。]?$)[^。、]{{0,10}}",
    # 「答弁をすべて教えて」, not 「質問と答弁を全部見せて」 of the one that is shown
    rf"(?<!問[とも])(?<!問い[とも]){_REPLIES}を(?:すべて|全部|一覧に|並べ)[^。、]{{0,10}}",
    r"\b(?:year by year|over the years)\b",
)
_PATTERNS: tuple[tuple[Order, re.Pattern[str]], ...] = (
    ("newest", re.compile(_NEWEST, re.IGNORECASE)),
    ("oldest", re.compile(_OLDEST, re.IGNORECASE)),
    ("each", re.compile(_EACH, re.IGNORECASE)),
)

_YEAR = r"(?:(?:令和|平成|昭和)(?:元|[0-9]{1,2})|(?:19|20)[0-9]{2})年度?"
_BACKGROUND = re.compile(
    rf"^(?P<before>[^。]{{0,60}}?){_YEAR}(?:の時点)?(?:で|に)?は?(?P<clause>[^。]{{0,60}}?(?:た|だ|る|い)(?:が|けれども?|けど|のに)、?)(?=[^。]{{0,60}}(?:{_YEAR}|後))"
)
"""A year in a clause that tells what was before what is asked for: 「2014年には断っていたのに、その後」, 「2006年はしないと言っていたが2010年には」."""

LONGEST = 200
"""Characters of a question that is looked at: a longer text is a draft or a page."""


def order_asked(text: str) -> tuple[Order, str]:
    """The order that a normalised question asks for, and the question without the words that say so and without the year of what was
    before.

    >>> order_asked("就学援助の割合は最新でどのくらい?")
    ('newest', '就学援助の割合は どのくらい?')
    """
    if len(text) > LONGEST:
        return "", text
    text = _BACKGROUND.sub(r"\g<before> \g<clause>", text)
    for order, pattern in _PATTERNS:
        if pattern.search(text):
            return order, pattern.sub(" ", text)
    return "", text
