"""The item of the day's order that a chair's words come to: 日程第６、…を議題といたします, 次に、…について説明を求めます。"""

from __future__ import annotations

import re

from corpus.patterns import NUMERAL, any_of
from ingest.pairing.bills import BILL

_OPENS = r"(?:^|[。\n])[ \t\u3000]*"
"""The beginning of a sentence."""
_NEXT = "(?:次|最初|初め|はじめ|最後)に|まず|続(?:いて|きまして)"
_GOES_ON = rf"(?:(?:{_NEXT}|それでは|では|これより)[、，,]?)"
"""それでは、次に: how a chair comes to the next matter."""

_TAKES_UP = re.compile(
    rf"日程第{NUMERAL}+[、，,\s]*(?!から|及び|ないし|まで)((?:{BILL}[、，,])?[^。、]{{3,60}}?)(?:につきまして|について|の件|を議題|を行い|に入り|を(?:上程|許|一括))"
)
_COMES_TO = re.compile(
    _OPENS
    + any_of(
        *r"(?:次|最初|初め|はじめ|最後)に、? まず、? 続(?:いて|きまして)、? それでは、? これより、? ただいまから、?".split(),
    )
    + r"?(?:[^。、\n]{0,12}付託(?:され|になり)(?:まし)?た、?)?"
    + any_of(
        # 「次に、日程第３、」
        rf"日程第{NUMERAL}+(?:[、，,\s]|(?=[「『議報発請認承]))",
        # 「続いて、議案第４号、補正予算についてを議題」「議案第４号に対する質疑に入」
        rf"(?P<bill>{BILL}[、，,]?[^。、]{{0,60}}?)(?:について|の件|のうち|の委員長報告)?(?:、[^。]{{0,40}})?"
        + any_of(
            r"を(?:一括)?(?:して)?(?:議題|上程)",
            r"(?:に対する|の|について(?:の)?)質疑(?:に入|を行[いう])",
        ),
    )
)

_RANGE = re.compile(
    rf"日程第{NUMERAL}+[、，,\s]*({BILL})[^。、，,\n]{{0,60}}から[、，,]?日程第{NUMERAL}+[、，,\s]*{BILL}[^。、，,\n]{{0,60}}?まで(?:の?(?:以上)?{NUMERAL}+件)?"
)
"""日程第６、議案第３号から日程第８、議案第５号までの３件."""
_MADE_ITEM = re.compile(
    _OPENS
    + any_of(
        # 「次に、」「それでは、順序を入れ替え、」「次第の３、」
        _GOES_ON + "+"
        r"(?:[^。、，,\n]{2,12}として[、，,])?"
        r"(?:(?:[^。、，,\n]{2,12}上[、，,])?[^。、，,\n]{2,20}(?:入れ替え|繰り上げ|変更し)[^。、，,\n]{0,6}[、，,])?"
        r"(?:(?:予定表|日程表|次第書?)の?\d{1,2}[、，,])?",
        # 「１付託案件の審査、(1)」
        r"(?:\d{1,2}[.．、\s]{0,2}[^。、，,\n]{2,12}[、，,])?[（(]\d{1,2}[)）][、，,\s]*",
        r"(?=「)",
    )
    + r"(?!"
    + any_of(
        # 「本件」「以上２件」: what was named before
        r"(?:本|当|各|この|その|これら|以上|ただいま|先ほど)",
        r"[^。、，,\n]{0,6}\d+件",
    )
    + r")「?((?:[^。、，,\n「」]|(?<=[市町村])[、，,](?=[^。、，,\n「」]{1,6}[市町村])){4,60}?)」?"
    r"(?:につきまして|について|の件)?を(?:一括)?議題(?:とい?た?し|とし|に供|にい?た?し)"
)
"""それでは、道路の復旧の状況についてを議題といたします。: made the item in a record without a printed agenda;
1付託案件の審査、(1)…を議題といたします。: with its numbers in the day's order."""


_NUMBERED_ITEM = re.compile(
    _OPENS + _GOES_ON + r"+(?:(?:案件|議題|議事|報告事項|協議事項|審議事項)の?)?"
    r"[（(]\d{1,2}[)）][、，.．\s]*([^。、，,\n（()）]{4,60}?(?:について|の件))(?:[、，,を]|(?:です|でございます)[。が])"
)
"""次に、(2)医師の確保について、説明を求めます。"""

_CALLED = re.compile(
    _OPENS
    + r"(?:それでは、?|では、?)?"
    + any_of(
        # 「次に、」「まず」
        rf"(?:{_NEXT})[、，,]?",
        # 「議案第５号」「報告」
        r"(?=(?:第\d+号)?(?:議案|報告|協議|諮問))",
        # 「次に移ります。」
        *r"(?<=[移入]ります。) (?<=進みます。)".split(),
    )
    + r"(?:(?:[（(]\d{1,2}[)）]|[①-⒇])[、，,\s]*の?)?+(?!"
    + any_of(
        # 「資料について」「お手元の資料」「ただいまの質問」: no item
        *r"資料 議案書 別紙".split(),
        r"(?:報告|協議|審議)事項(?:につ|の件)",
        r"お手元",
        r"[^。、，,\n]{0,40}(?:質問|質疑|答弁|意見|指摘|[この]の|これ|以上|ただ今|ただいま)",
    )
    + rf")((?:{BILL}[、，,]\s*)?[^。、，,\n]{{4,50}}?)(?:につきまして|について|の件)[、，,]?"
    r"(?:[^。、，,\n]{1,16}(?:から|より|の)[、，,]?)?(?:御|ご)?(?:説明|報告)を?(?:お願い|求め|願い)"
)
"""次に、会期及び日程について、事務局より説明を求めます。 or 次に移ります。会期について、…"""


_QUOTED_ITEM = re.compile(
    r"「([^「」\n]{4,60}(?:について|の件))」[、，]?(?:[^。、，「」\n]{1,16}(?:から|より)[、，]?)?(?:御|ご)?(?:説明|報告)を?(?:お願い|求め|願い)"
)
"""諮問事項「国民健康保険条例の改正について」、事務局より説明をお願いします。"""


def item_taken_up(text: str) -> str:
    """The item of the day's order that a chair names (日程第６、市政執行方針について…), in his own words."""
    if several := _RANGE.search(text):
        return text[several.start(1) : several.end()]
    found = _last(_TAKES_UP, text)
    if found:  # 議案第２号…について、日程第５、議案第３号…についてを一括議題とします: the first of them
        found = _TAKES_UP.search(text, text.rfind("。", 0, found.start()) + 1)
    if not found:
        return ""
    item = found[1]
    if item.count("「") > item.count("」") and text[found.end() :][:1] == "」":
        item = text[found.start(1) : found.end() + 1]  # 議案第２号「道路の認定について」
    return _unquoted(item.strip().split("\n")[0])


def _last(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What a chair comes to last in his words: he may open the meeting and go through several items in one speech."""
    return max(form.finditer(text), key=lambda found: found.start(), default=None)


def _unquoted(item: str) -> str:
    """「一般質問」: an item without the brackets that stand around the whole of it."""
    return item[1:-1] if re.fullmatch("「[^「」]+」|『[^『』]+』", item) else item


def comes_to(text: str, above: str) -> str:
    """The matter after a chair's turn, in a record without a printed agenda; `above` is the one before.

    日程第４、町長より町政執行方針を述べていただきます。: he comes to the next one, however he words it.
    """
    found = _last(_COMES_TO, text)
    made = _last(_MADE_ITEM, text) or _last(_NUMBERED_ITEM, text) or _last(_CALLED, text)
    made = made or _last(_QUOTED_ITEM, text)
    if found and (made is None or made.start(1) <= found.end()):
        return item_taken_up(text[found.start() :]) or found["bill"] or ""
    return made[1] if made else above


_QUESTIONS = re.compile(
    r"(?:^|[。\n、，\s「]|及び|並びに)(?:[^。、，\n\sはがをにで]{2,12}(?:君|議員|さん|氏|番)の)?((?:[^。、，\n\sはがをにで]{2,6}の)?(?:緊急質問|一般質問|代表質問|会派代表質問|総括質疑|総括質問|代表質疑|一般質疑|関連質問))」?を(?:議題|行い|行う|続け|続行|始め|許し|許可)"
)


def questions_begun(text: str) -> str:
    """一般質問, 緊急質問 …: the questions that a chair's words begin or go on with (日程第２、代表質問を続けます); else empty."""
    found = _QUESTIONS.search(text)
    return found[1] if found else ""
