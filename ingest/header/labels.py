"""Labels of a header (日時, 場所, 議題, 会議名) and the values that stand beside or below them."""

from __future__ import annotations

import re

from corpus.patterns import KANJI_NUMERAL, any_of

_SITTING = r"(?:会議|委員会|分科会)"
_LABELS = {
    "date": any_of(
        *r"日\s*時 開\s*催\s*(?:年\s*月\s*)?日(?:\s*時)? 期\s*日 会議(?:の)?(?:開催)?(?:年月)?日(?:時)?".split(
            " "
        ),
        *r"開会日時? 開催(?:期日|年月日|日程) 年月日 と\s*き 実施日(?:時)? 開\s*議(?:日時|年月日)?".split(
            " "
        ),
        # 「質疑・質問日」
        r"(?:質疑|質問|発言)(?:・(?:質疑|質問))?日",
    ),
    "place": any_of(
        *r"場\s*所 開催(?:場所|会場|方法及び場所) 会\s*場 と\s*こ\s*ろ".split(" "),
        *"会議場所 招集(?:の)?場所 会議の場所".split(),
    ),
    "agenda": any_of(
        "議事次第",
        # 「議題及び報告事項」
        r"(?:議題|議案|案件)(?:及び|と|・)(?:協議|報告|審議)事項",
        r"議\s*題",
        # 「議案」 above a list, 「議事日程」, not 「議事課」
        r"議\s*案(?=\s*(?:\t|$))",
        r"議\s*事(?!\s*[の課係])(?:\s*日\s*程)?",
        r"案\s*件",
        # 「会議に付した事件」
        rf"{_SITTING}に付した(?:事件|案件|議案)",
        # 「会議次第」「会議の議題」
        r"会\s*議\s*(?:の)?\s*(?:次\s*第|議\s*題|案\s*件)",
        r"付議(?:事件|案件)",
        rf"本日の{_SITTING}に付した(?:事件|案件)",
        r"次\s*第",
        *"協議事項 審議事項 報告事項".split(),
        *"付託(?:事項|案件|事件) 審査(?:事項|案件|事件)".split(),
        # 「本日審査した案件」
        r"本日(?:の)?(?:審査|審議|協議|調査)(?:した|する)?(?:案件|事件|事項|議題)",
    ),
    "department": any_of(
        r"担\s*当\s*(?:課|部署|部課|所属)(?:名)?",
        r"所\s*管\s*(?:課|部署)(?:名)?",
        *"主管課 回答(?:課|部署)".split(),
    ),
    "body": any_of(
        r"会\s*議\s*(?:の)?\s*名(?:\s*称)?",
        r"名\s*称",
        *"審議会等の名称 附属機関(?:等)?の名称 会議等の名称 委員会名 会議体(?:名)?".split(),
    ),
}
POINT = re.compile(r"[（(]\d{1,2}[)）]")
"""（１）第３回会議録の確認, (1)公民館連絡協議会: an item of the agenda, which names neither the record nor the body."""
_BEFORE_LABEL = any_of(
    # 「１　日時」「（２）場所」「◎議題」「三　会場」
    r"\d{1,2}",
    POINT.pattern,
    r"[○〇◯◎●■□◆・\-*#＊【\[<＜〈《]+",
    rf"{KANJI_NUMERAL}{{1,2}}",
)
_AS_FOLLOWS = r"は、?(?:次|下記|左記|以下)の(?:とおり|通り)(?:です|である|であります)?。?(?=\s*$)"
_BEHIND_LABEL = any_of(
    # 「日時：」「議題」 alone, 「議題（１）」, 「日時令和…」「開催日3月…」
    "$",
    r"[\s:：|｜\]】>＞〉》]",
    r"[（(]第?\d{1,3}[日号]",
    *r"令和 平成 昭和 \d".split(),
)
LABEL_LINE = {
    name: re.compile(
        any_of(
            # 「（日時）」 alone on its line
            rf"^\s*[（(]{words}[)）](?=\s*$)",
            rf"^\s*{_BEFORE_LABEL}?[\s.．、]*{words}[\]】>＞〉》]?(?:{_AS_FOLLOWS})?[\s:：]*(?={_BEHIND_LABEL})",
        )
    )
    for name, words in _LABELS.items()
}
DAY_LINE = re.compile(
    r"^[#◆■●○▼【\s]*(?:(?:個人|代表|一般|総括|緊急)?(?:質問|質疑)[\s(（]*)?\d{1,2}月\d{1,2}日(?:\s*[(（][月火水木金土日](?:曜日?)?[)）])?[)）】]?$"
)
"""9月13日（金曜日）, 代表質問（3月2日）: a heading that says when, and nothing of the matter."""
MEETING_LINE = re.compile(
    rf"{DAY_LINE.pattern}|^(?:\S{{2,12}}議会\s*)?(?:令和|平成|20[0-9]{{2}})[^。]{{2,14}}(?:定例|臨時)会[^。]{{0,16}}$"
)
"""由良町議会　令和６年第２回定例会（６月１２日）: the meeting, no matter of it."""

_NO_VALUE = re.compile(r"\S{0,12}(?:[人員]数|年月日|場所|日時)")
"""開催場所 above 委員会委員数: labels stand below each other, their values elsewhere."""


def labelled(lines: list[str], name: str) -> list[str]:
    """Values of a label: the rest of its line, or the next line that is not blank."""
    out = []
    for index, line in enumerate(lines):
        match = LABEL_LINE[name].match(line)
        if not match:
            continue
        value = line[match.end() :].strip(" 　:：|｜│】]>＞〉》\t")
        if not value:
            value = next((later for later in lines[index + 1 : index + 4] if later), "")
        if value and not _NO_VALUE.fullmatch(value):
            out.append(value)
    return out
