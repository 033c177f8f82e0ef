"""Lines in and around an agenda, for `ingest.header.agenda`: items and their numbers, what stands between them, what ends the list."""

from __future__ import annotations

import re

from corpus.bills import BILL_KINDS
from corpus.patterns import KANJI_NUMERAL, NUMERAL, any_of

ITEM = re.compile(
    r"^\s*+[\-・*○◯〇●■□◎◆]*\s*+"
    + any_of(
        # 「議案第３号」「日程第２」
        rf"(?:議案?題?|案件|協議案?|日程(?:番号)?|議員提出議案|{BILL_KINDS})?\s*+第?\s*+"
        + any_of(
            # 「(1)」「（ア）」
            r"[（(]\s*[\d一二三四五六七八九十ア-オ]{1,3}\s*[)）]",
            # 「３．」「①」「四、」「ア　」
            r"\d{1,3}\s*+(?:号|[.．、:：)）]|(?<=\s))",
            r"[①-⒇Ⅰ-Ⅹ]",
            rf"{KANJI_NUMERAL}{{1,3}}(?:\s*+[.．、:：)）]|\s)",
            r"[ア-コ](?=\s)",
        ),
        *r"[・○〇●■□] -\s".split(),
    )
    + r"[\s.．、:：]*(?=\S)"
)

LABEL = re.compile(r"^(?:議題|議事|案件|次第|報告事項|協議事項|審議事項)$")
"""The label again, as the head of its own list."""

ITEM_ALONE = re.compile(rf"^\s*+(?:日程|議題|議案|案件)?\s*+第?\s*+{NUMERAL}{{1,3}}\s*+(?:号)?\s*$")

NUMBER_ABOVE = re.compile(rf"^第\s*\d{{1,3}}\s+(?:{BILL_KINDS})\s*第\s*\d{{1,3}}\s*号$")
"""第１　議案第38号: the number and the bill's in columns of their own, each in its line above the title."""

DAY = re.compile(r"^(?:令和|平成|昭和)[^。]{1,12}日(?:[（(][月火水木金土日][^（()）]{0,3}[)）])?[^。]{0,16}$")
"""The day, between the label of the agenda and its items."""

ROSTER = re.compile(
    r"^[^。]{0,8}(?:[出欠]席|応招)(?:した|及び[出欠]席)?(?:議員|委員|説明員|理事者|者)|(?:説明|職務)のため|会議に付(?:した|議)|事務局職員"
)
"""２　出席議員は次のとおりである: the next section of a header, numbered as the agenda is."""

IN_A_LINE = re.compile(r"(?<!\s)\s++(?=(?:\d{1,2}[．.、\s]|[（(]\d{1,2}[)）])\s*[^\d\s])")
"""１　開会　２　議事　（１）…について: several items on the line of the label."""

CATEGORY = re.compile(r"(?:調査|報告|協議|審議|検討|付託|所管|諮問)(?:事項|案件)$")

GROUP = re.compile(r"^[（(][^（()）\d一二三四五六七八九十]{2,12}[)）]$")
"""（教育部）: whose items follow, no item itself."""

TOLD = re.compile(r"(?:に基づき|により|(?:から|より)(?!の))[^。]{0,10}(?:説明|報告)$|(?:から|より)[、，]$")
"""・事務局より資料1に基づき説明: what was done about the item above."""

PAPERS = re.compile(r"^[○◯〇●■□◎]?\s*(?:配[付布]資料|資\s*料\s*[:：]?$)")

RECORD = re.compile(
    r"^\d{1,2}[．.、\s]*(?:(?:議事|会議|審議|発言)の?(?:概要|要旨|内容|結果|経過)|会議録|議事録|(?:配[付布]|会議)資料)$"
)
"""５．議事概要: the record itself, numbered as the agenda above it is."""

PAPER = re.compile(r"^\s*[・･\-]\s*(?:会議)?次第$")
"""・次第: the first of the papers that were handed out."""

PAPER_BESIDE = re.compile(r"\s*【(?:当日)?(?:配[付布])?資料[^【】]{0,20}】$")
"""（１）今年度の予定について　　【資料５】."""

SCHEDULE = re.compile(
    r"^\s*(?:[^\s。]{2,30}(?:定例会|臨時会|議会)\s*)?議\s*事\s*日\s*程\s*[（(]?\s*(?:第?\s*\d{1,2}\s*号)?\s*[）)]?"
    r"\s*(?:(?:令和|平成)[^。]{4,40})?$"
)
"""第１回ひかり市議会定例会議事日程　第１号, 議事日程（第１号）　令和５年２月17日: nothing else on the line."""

OPENING = re.compile(
    any_of(
        # 「（第２日目）」
        r"^[（(]第?\s*\d{1,2}\s*[日号]目?[）)]$",
        # 「令和６年９月４日（水）午前10時開議」
        r"^(?:第?\s*+\d{1,2}\s*+号\s++)?"
        + any_of(
            r"(?:令和|平成)(?![^。]*(?:について|件|案|報告)\s*$)[^。]{4,24}",
            r"\d{1,2}月\d{1,2}日(?:[（(][月火水木金土日][^（()）]{0,3}[)）])?",
        )
        + r"?\s*+(?:午\s*+[前後][^。]{1,14})?\s*+(?:開\s*+[議会])?$",
    )
)
"""令和７年２月１７日　午後１時開議: stands between the label and the first item."""

BELOW = re.compile(r"^(?:下記|別[紙添]|次|左記|以下|裏面)[^。、]{0,8}?の?(?:とおり|通り)")

APART = re.compile(r"^別[紙添]")
"""別添会議順序のとおり: the items are not in this record."""

SENTENCE = re.compile(r"(?:る|た|す)。$")
"""次第４の説明を求める。: the words of the label open a sentence."""

COLUMNS = re.compile(
    any_of(
        # 「日程　番号　件名」: the names of the columns
        r"^(?:[（(]?(?:日\s*程|番\s*号|議\s*件|件\s*名|議\s*案|事\s*件|案\s*件|名|備\s*考|摘\s*要)[)）]?\s*)+$",
        # 「○本日の会議に付した事件」
        r"^[○◯〇◎]?\s*本日の会議に付(?:し|議し?)た[事案]件$",
        # 「開会の宣告」
        r"^開\s*[会議]\s*(?:の)?宣\s*告$",
    )
)
"""日程番号　議件番号　件名: the names of the columns above the items; 本日の会議に付した事件: the label again."""

BETWEEN = re.compile(
    r"^"
    + any_of(
        # 「諸般の報告」「行政報告」: what stands between items
        r"諸\s*般\s*の\s*報\s*告",
        r"諸\s*報\s*告",
        r"行\s*政\s*報\s*告",
        r"議\s*事\s*日\s*程(?:の)?報告",
        *r"議会運営委員(?:会|長)(?:の)?報告 議長(?:の)?(?:報告|諸報告)".split(),
    )
    + r"$"
)
"""諸般の報告 between 日程第２ and 日程第３: an item without a number."""

BESIDE = re.compile(r"^[（(〔［][^（()）〔〕［］。]{3,30}[)）〕］]$")
"""（諸般の報告）: what is done between two items of the list."""
