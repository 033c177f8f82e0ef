"""The time that a statement names: 来年度中に, 次回の委員会で, 令和3年4月に."""

from __future__ import annotations

import re

from chat.commitments.kinds import DONE, OPEN_KINDS, OTHER, Kind
from corpus.patterns import FOLDED_NUMERAL, any_of
from corpus.periods import find_period

_N = r"[0-9一二三四五六七八九十元]{1,3}"
_MONTH = rf"(?<![0-9.．・〇一二三四五六七八九十])(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!分[をのはが])(?:{_N}日|上旬|中旬|下旬|末|中|頃|ごろ)?"
_YEAR = rf"(?:(?:令和|平成|昭和){_N}|(?:19|20)[0-9]{{2}})年(?:度)?|{_N}年度"
_RELATIVE = r"新年度|(?:今|本|来|翌|次|再来|昨|前|一昨)(?:年度|年|月|週|期(?=に|中|から|まで|以降|、|の議会|の定例会))|年度(?:内|末|中|当初)|年内"
_DUE = re.compile(
    any_of(
        # 「令和8年度末」「来年の春」「来年第2回定例会」
        rf"(?:{_YEAR}|{_RELATIVE})(?:の)?"
        + any_of(
            # 「9月」
            rf"{_MONTH}",
            r"(?:の)?(?:春|夏|秋|冬)(?:頃|ごろ)?",
            rf"第{_N}回(?:定例会|臨時会)",
            *r"内 末 中 当初 前半 後半 上半期 下半期".split(),
        )
        + r"?",
        rf"{_MONTH}",
        # 「次回の委員会」
        r"次(?:回(?:の)?(?:委員会|会議|定例会|議会|審議会|協議会|協議)?|の(?:委員会|会議|定例会|議会|審議会|協議会|協議))",
        # 「向こう3年間」「二か月以内」
        rf"向こう{_N}(?:か年|年間|年)",
        rf"{_N}(?:年間|か月間|ヶ月間|か年|か月|ヶ月)(?=で|を|以内|の間|の短)",
        # 「近いうち」「早期に」, not 「早期発見」
        r"近いうち",
        r"早期(?!発見|対応|治療|療育|支援|介入|教育|離職|解決|復旧|離脱|診断|警戒|把握)",
        # 「早急に」「来週中」
        *r"早急(?!な[一-鿿ァ-ヶー]) 速やか(?!な[一-鿿ァ-ヶー]) 来週中 後日".split(),
    )
    + r"(?:まで|以内|以降|より|から|中|をめど|を目途|を目標|頃|ごろ|末)*"
)
NEAR = 100
"""Characters before the end of a statement in which a time is the act's own; what is further off dates something else."""

_FACT_DATE = re.compile(
    r"^"
    + any_of(
        # 「…の決算」「…現在」「…付けで」「…を基準日と」
        *r"(?:の)?[一-鿿]{0,4}(?:会計|決算) 現在 付(?:け|で) 時点 を?基準(?:日|に|と)".split(),
        # 「…をもって任期」「…に向けた」
        r"をもって(?:任期|満了|退職|退任|辞職)",
        r"(?:に|から)?[^、,]{0,8}予定の(?![。、])",
        r"に向け(?:ての|た)",
        # 「…に台風が来たため、」
        r"[^、,]*(?:ため(?:に)?|ことから)[、,]",
        # 「…に策定」「…に任期が満了」
        r"に(?:策定|制定|改正|改定|閣議決定|公布|施行)",
        r"に[^、,]{0,10}(?:満了|退任|退職|辞任|辞職)",
        # 「…に始めました事業」
        r"(?:に)?[^、,。]{0,30}(?:ました|まいりました)(?=[一-鿿ァ-ヶーA-Za-z〓「])",
        # 「…の条例改正により」「…に開かれた」
        r"の[^、,]{1,16}(?:改正|施行|制定|発生|改定)に(?:より|伴|よっ)",
        r"(?:に)?[^、,]{0,14}(?:さ|[めけげ]ら|[わか])れ(?:た|て|る|まし|[、,])",
        # 「…に策定した計画」「…から実施している事業」
        r"(?:に)?[^、,]{0,6}(?:した(?=[一-鿿ァ-ヶーA-Za-z〓「]))",
        r"(?:に|から)?(?:実施|開催|開始|導入|開設|設置|発行|提供)(?:を)?(?:する|している|される)"
        r"(?!予定|計画|方針|方向|考え|見込み|段取り|意向|旨|際|場合|所存)[一-鿿ァ-ヶーA-Za-z]",
        # 「…に開けるかどうかは申し上げられない」
        r"[^、,。]{0,24}(?:かどうか|か否か)[^、,。]{0,12}(?:申し上げ|お答え|言え|分か|わか)[^、,。]{0,6}"
        r"(?:ない|ません|ねます|かね)",
    )
)
_GROUND = re.compile(
    any_of(
        # 「…に勧告を受け、」
        r"^に(?:は|も)?[、,]?[^。]{0,50}(?:たことを(?:踏まえ|受け)|[一-鿿]{2}を受け(?:まし)?て?[、,])",
        # 「…より行っている事業」
        r"^(?:に|から|より)?[^、,。を]{0,8}(?:行っ|実施し|進め|始め|続け|運営し)て(?:い|お)る"
        r"(?!ところ|状況|もの|わけ|こと|形|の(?:で|が))[一-鿿ァ-ヶー]",
        # 「…三年間を計画期間と」
        rf"^(?:{FOLDED_NUMERAL}+(?:か)?年(?:間)?)?を(?:計画|対象|事業)?期間と",
        # 「…どうするか」「…は5件」
        *r"^[、,]?(?:どう|どのよう) ^は(?:約)?[0-9.]+[%件人名円割]".split(),
    )
)
"""「10月12日に勧告を受け、改正を行う」「平成28年度より行っている事業も継続し」「三年間を期間とする計画」「来月以降どうするか」: the time of a ground, of
a thing, of a question, of a figure."""

_SPAN_OF = re.compile(
    r"^の(?!"
    + any_of(
        # 「…の早期完了」「…の間」
        r"(?:早期|本格|円滑な|できる|全面)?"
        + any_of(
            *r"完了 実施 開始 策定 設置 開設 供用 導入 完成 整備 締結 着工 着手 公表 稼働 移行 達成 竣工 開催 施行 改定 改正 制定".split(),
            *r"発行 配布 作成 実現 運用 開館 開園 開校 間 うち".split(),
        ),
        # 「…の3日間」「…の改修を予定」
        rf"{FOLDED_NUMERAL}+日間",
        r"[一-鿿ァ-ヶー]{2,8}を(?:予定|計画|目指)",
    )
    + r")"
)
"""「令和7年度までの3年目の実績」: a span of time tells of what stands after it, unless that is an act (今年度末までの完了)."""

_TREND = re.compile(r"^[、,][^、,。]{1,16}が[^、,。]{0,10}(?:なり|なる|減少|減り|増加|増え)")
"""「令和9年度以降、児童数が減少傾向となり、…」: when something is expected to happen."""

_NAMED_BY = re.compile(r"^[ァ-ヶーA-Za-zＡ-Ｚ]")
"""「2050年ゼロカーボン宣言」: a year that begins a name dates no act."""

_THEN = re.compile(r"(?:に|中)$")
_SINCE = re.compile(r"(?:より|から|以降)$")
_BEGINS = re.compile(
    r"開始|始め|開設|新設|創設|設置|導入|スタート|移行|施行|拡大|拡充|再開|中断|中止|停止|休止|休館|廃止|終了|閉鎖"
)
"""「令和2年度から受付を開始した」 dates the deed, 「平成30年度より配布している」 does not."""

_OVER = re.compile(r"^[^。]*?(?:ました|ませんでした|(?<=い)た)(?:が|けれども|けれど|ところ|ものの)[、,]")
"""「十一月に受けてまいりましたが、今後とも…」: the time of what is over is not that of what is to come."""

_SET_OFF = re.compile(
    rf"(?:^|[、,]\s*|^(?:さらに|また|なお|そして|まず|次に)[、,]?)(?P<time>(?:{_YEAR}|{_RELATIVE})(?:の{_MONTH})?(?:から|より|まで(?:に)?|中(?:に)?)?)(?:は|には)?[、,]"
)
"""「来年度からは、…」 at the head of a long sentence is the time of all that follows."""

_VAGUE = re.compile(r"^(?:早期|早急|速やか|近いうち)")

_PAST_TIME = re.compile(r"^(?:昨|前|一昨)")


def due_of(clause: str, kind: Kind) -> str:
    """The time that a statement names, as printed; empty where it names none.

    Of what is done only a date counts (令和3年4月), of what is to come any time. The last one named is the act's own.
    """
    found = ""
    for match in _DUE.finditer(clause[-NEAR:]):
        said = match.group().rstrip("の")
        if _FACT_DATE.match(clause[-NEAR:][match.end() :]) or (kind != DONE and _PAST_TIME.match(said)):
            continue
        rest = clause[-NEAR:][match.end() :]
        if _GROUND.match(rest) or (said.endswith("年") and _NAMED_BY.match(rest)):
            continue
        if said.endswith(("まで", "から", "より")) and _SPAN_OF.match(rest):
            continue
        if kind == DONE and not re.match(_YEAR, said):
            continue
        if _TREND.match(rest) or (kind != DONE and _OVER.match(rest)):
            continue
        begins = _SINCE.search(said) and _BEGINS.search(rest)
        if kind == DONE and not (_THEN.search(said) or rest.startswith("に") or begins):
            continue
        found = said
    if kind not in (DONE, OTHER) and (not found or _VAGUE.match(found)):
        found = _set_off(clause) or found
    return found if kind != OTHER else ""


def still_due(due: str, kind: Kind, day: str) -> str:
    """`due` where it is not over on the day of the meeting; of what is done it stays. 「平成31年4月に係を置き、5か所で活用を始めることにしております」 said
    in 2024 sets no time for the use."""
    if kind not in OPEN_KINDS or not due or len(day) < len("2024-03-07"):
        return due
    period = find_period(due, day)
    return "" if period and period.until and period.until < day else due


def _set_off(clause: str) -> str:
    """The last time to come that a comma sets off from what it dates, however long that is."""
    times = [
        match["time"]
        for match in _SET_OFF.finditer(clause)
        if not _PAST_TIME.match(match["time"]) and not _OVER.match(clause[match.end() :])
    ]
    return times[-1] if times else ""
