"""The agenda (議題, 議事日程) of a header."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.bills import BILL_KINDS
from corpus.folding import folded
from corpus.patterns import KANJI_NUMERAL, NUMERAL
from ingest.header.centred import uncentred
from ingest.header.labels import LABEL_LINE
from ingest.header.subjects import WRAPPED_INDENT, scheduled, subjects_below
from ingest.text.furniture import TIME_NOTICE, is_furniture, is_rule
from ingest.text.normalize import squeeze

LABEL_LINE_MAX = 120
"""Characters of the line of the agenda's label, with the items beside it; a longer one is a sentence."""
CUT_MIN = 24
"""Characters of an item's line from which the margin may have cut it."""
NARROW_MIN = 16
"""The same where the line below stands right under the item's words, as in a record of two columns."""
TOLD_MAX = 3
"""Sentences on what was done about an item, below it in a list of items, at most."""
NESTED_MAX = 16
"""Lines below the bill of a budget, up to the next item, at most."""
SET_IN_MIN = 3
"""Blanks before a second bill under one number of the order, whose words go on right below."""

_ITEM = re.compile(
    r"^\s*+[\-・*○◯〇●■□◎◆]*\s*+(?:(?:議案?題?|案件|協議案?|日程(?:番号)?|議員提出議案|"
    + BILL_KINDS
    + r")?\s*+第?\s*+(?:[（(]\s*[0-9０-９一二三四五六七八九十ア-オ]{1,3}\s*[)）]|[0-9０-９]{1,3}\s*+(?:号|[.．、:：)）]|(?<=\s))|[①-⒇Ⅰ-Ⅹ]"
    rf"|{KANJI_NUMERAL}{{1,3}}(?:\s*+[.．、:：)）]|\s)|[ア-コ](?=[\s　]))|[・○〇●■□]|-\s)[\s.．、:：　]*(?=\S)"
)
_LABEL = re.compile(r"^(?:議題|議事|案件|次第|報告事項|協議事項|審議事項)$")
"""The label again, as the head of its own list."""
_ITEM_ALONE = re.compile(rf"^\s*+(?:日程|議題|議案|案件)?\s*+第?\s*+{NUMERAL}{{1,3}}\s*+(?:号)?\s*$")

_NUMBER_ABOVE = re.compile(rf"^第\s*[0-9０-９]{{1,3}}\s+(?:{BILL_KINDS})\s*第\s*[0-9０-９]{{1,3}}\s*号$")
"""第１　議案第38号: the number and the bill's in columns of their own, each in its line above the title."""


_DAY = re.compile(
    r"^(?:令和|平成|昭和)[^。]{1,12}日(?:[（(][月火水木金土日][^（()）]{0,3}[)）])?[^。]{0,16}$"
)
"""The day, between the label of the agenda and its items."""
_ROSTER = re.compile(
    r"^[^。]{0,8}(?:[出欠]席|応招)(?:した|及び[出欠]席)?(?:議員|委員|説明員|理事者|者)|(?:説明|職務)のため|会議に付(?:した|議)|事務局職員"
)
"""２　出席議員は次のとおりである: the next section of a header, numbered as the agenda is."""
_IN_A_LINE = re.compile(
    r"(?<!\s)\s++(?=(?:[0-9０-９]{1,2}[．.、\s　]|[（(][0-9０-９]{1,2}[)）])[\s　]*[^0-9０-９\s　])"
)
"""１　開会　２　議事　（１）…について: several items on the line of the label."""


_CATEGORY = re.compile(r"(?:調査|報告|協議|審議|検討|付託|所管|諮問)(?:事項|案件)$")
_GROUP = re.compile(r"^[（(][^（()）0-9０-９一二三四五六七八九十]{2,12}[)）]$")
"""（教育部）: whose items follow, no item itself."""


_TOLD = re.compile(r"(?:に基づき|により|(?:から|より)(?!の))[^。]{0,10}(?:説明|報告)$|(?:から|より)[、，]$")
"""・事務局より資料1に基づき説明: what was done about the item above."""
_PAPERS = re.compile(r"^[○◯〇●■□◎]?[\s　]*(?:配[付布]資料|資[\s　]*料[\s　]*[:：]?$)")
_RECORD = re.compile(
    r"^[0-9０-９]{1,2}[．.、\s　]*(?:(?:議事|会議|審議|発言)の?(?:概要|要旨|内容|結果|経過)|会議録|議事録|(?:配[付布]|会議)資料)$"
)
"""５．議事概要: the record itself, numbered as the agenda above it is."""
_PAPER = re.compile(r"^[\s　]*[・･\-][\s　]*(?:会議)?次第$")
"""・次第: the first of the papers that were handed out."""
_PAPER_BESIDE = re.compile(r"[\s　]*【(?:当日)?(?:配[付布])?資料[^【】]{0,20}】$")
"""（１）今年度の予定について　　【資料５】."""


SCHEDULE = re.compile(
    r"^[\s　]*(?:[^\s　。]{2,30}(?:定例会|臨時会|議会)[\s　]*)?議[\s　]*事[\s　]*日[\s　]*程[\s　]*[（(]?[\s　]*(?:第?[\s　]*[0-9０-９]{1,2}[\s　]*号)?[\s　]*[）)]?"
    r"[\s　]*(?:(?:令和|平成)[^。]{4,40})?$"
)
"""第１回ひかり市議会定例会議事日程　第１号, 議事日程（第１号）　令和５年２月17日: nothing else on the line."""
_OPENING = re.compile(
    r"^[（(]第?\s*[0-9０-９]{1,2}\s*[日号]目?[）)]$"
    r"|^(?:第?\s*+[0-9０-９]{1,2}\s*+号\s++)?(?:(?:令和|平成)(?![^。]*(?:について|件|案|報告)\s*$)[^。]{4,24}|[0-9０-９]{1,2}月[0-9０-９]{1,2}日(?:[（(][月火水木金土日][^（()）]{0,3}[)）])?)?\s*+(?:午\s*+[前後][^。]{1,14})?\s*+(?:開\s*+[議会])?$"
)
"""令和７年２月１７日　午後１時開議: stands between the label and the first item."""
_BELOW = re.compile(r"^(?:下記|別[紙添]|次|左記|以下|裏面)[^。、]{0,8}?の?(?:とおり|通り)")
_APART = re.compile(r"^別[紙添]")
"""別添会議順序のとおり: the items are not in this record."""
_SENTENCE = re.compile(r"(?:る|た|す)。$")
"""次第４の説明を求める。: the words of the label open a sentence."""
_COLUMNS = re.compile(
    r"^(?:[（(]?(?:日\s*程|番\s*号|議\s*件|件\s*名|議\s*案|事\s*件|案\s*件|名|備\s*考|摘\s*要)[)）]?\s*)+$|^[○◯〇◎]?\s*本日の会議に付(?:し|議し?)た[事案]件$|^開\s*[会議]\s*(?:の)?宣\s*告$"
)
"""日程番号　議件番号　件名: the names of the columns above the items; 本日の会議に付した事件: the label again."""
_BETWEEN = re.compile(
    r"^(?:諸[\s\u3000]*般[\s\u3000]*の[\s\u3000]*報[\s\u3000]*告|諸[\s\u3000]*報[\s\u3000]*告|行[\s\u3000]*政[\s\u3000]*報[\s\u3000]*告|議[\s\u3000]*事[\s\u3000]*日[\s\u3000]*程(?:の)?報告|議会運営委員(?:会|長)(?:の)?報告|議長(?:の)?(?:報告|諸報告))$"
)
"""諸般の報告 between 日程第２ and 日程第３: an item without a number."""
_BESIDE = re.compile(r"^[（(〔［][^（()）〔〕［］。]{3,30}[)）〕］]$")
"""（諸般の報告）: what is done between two items of the list."""


def _may_list(line: str) -> bool:
    """A line that is no furniture of a page; 第１ alone is the number of an item, though it could be a page's."""
    return is_rule(line) or not is_furniture(line) or re.fullmatch(r"第\s*[0-9０-９]{1,2}", line) is not None


def find_agenda(text: str) -> tuple[str, ...]:
    """The items of the agenda: those under its label, numbers taken off, in order."""
    lines = [line for line in text.split("\n") if _may_list(line.strip())]
    lines = uncentred([line for line in lines if not _CONTENTS.search(line)])
    for index, line in enumerate(lines):
        if len(line) > LABEL_LINE_MAX:
            continue
        numbered = any(map(_ITEM.match, lines[index + 1 : index + 3]))
        if subjects := subjects_below(line, lines[index + 1 :], numbered):
            return tuple(dict.fromkeys(_tidy(re.sub(r"^[①-⒇・]", "", item)) for item in subjects))
        if _PAPER.match(line):
            continue
        schedule = SCHEDULE.match(line)
        match = schedule or LABEL_LINE["agenda"].match(line)
        if not match:
            continue
        first = "" if schedule else line[match.end() :].strip(" 　:：")
        first = re.sub(r"^[（(]第?[0-9０-９]{1,3}[日号][^（()）]*[)）]$", "", first)
        if _BELOW.match(first) and _APART.match(first):
            continue
        first = "" if _OPENING.match(first) or _BELOW.match(first) or _SENTENCE.search(first) else first
        items = [item for item in _IN_A_LINE.split(first) if len(item) > 3] if first else []
        items += _items(lines[index + 1 :], bool(items))
        items = [item for item in items if not _GROUP.match(item) and not _TOLD.search(item)] or items
        if items:
            named = [_tidy(item if _BILL.match(item) else _ITEM.sub("", item)) for item in items]
            named = [short for item in named if (short := _PAPER_BESIDE.sub("", item))]
            return tuple(dict.fromkeys(named[1:] if named and _LABEL.match(named[0]) else named))
    return scheduled(lines)


_SPREAD_BILL = re.compile(r"((?:[一-鿿][ 　]+){2})第[ 　]*([0-9０-９])")
"""承 認 第 ３号."""


def _tidy(item: str) -> str:
    """議　　案　　第　１号　…: without the blanks that spread a number's words, nor the bullet before it."""
    item = item.lstrip("•･ 　")
    head = _SPREAD_BILL.match(item)
    if head and re.fullmatch(BILL_KINDS, kind := squeeze(head[1])):
        return f"{kind}第{head[2]}{item[head.end() :]}".strip()
    return re.sub(r"(?<=[議案第])[ 　]+(?=[案第0-9０-９])", "", item).strip()


def _items(lines: list[str], started: bool) -> list[str]:
    """Numbered (or (説明) …) lines that follow the label; a line that is none of it, or a repeated number, ends them."""
    out: list[str] = []
    carried = ""
    sentences = 0
    above = ""
    indent = 0
    for place, line in enumerate(lines[:160]):
        if out and (_goes_on(above, line) or _cut_by_margin(above, line, lines[place + 1 : place + 3])):
            out[-1] += line.strip()
            above = above.rstrip() + line.strip() if _goes_on(above, line) else ""
            continue
        above = line
        if out and _is_nested(line) and _counted_on(out[-1], lines[place : place + NESTED_MAX]):
            continue
        stripped = carried + line.strip()
        carried = ""
        if not stripped or (
            not out and not started and (_OPENING.match(stripped) or _COLUMNS.match(stripped))
        ):
            continue
        if (
            out
            and _BESIDE.match(stripped)
            and not _ITEM.match(stripped)
            and _numbered_next(lines[place + 1 :])
        ):
            continue
        before, indent = indent, len(line) - len(line.lstrip(" 　"))
        wrapped = indent >= before + WRAPPED_INDENT and len(stripped) <= 60 and not is_rule(stripped)
        if TIME_NOTICE.match(stripped):
            break
        if (
            out
            and _BETWEEN.match(stripped)
            and above.strip() == stripped
            and _numbered_next(lines[place + 1 :])
        ):
            out.append(stripped)
            continue
        if out and wrapped and not _ITEM.match(stripped) and not _OPENING.match(stripped.strip("（()）")):
            out[-1] += stripped
            indent = before
            continue
        if not out and not started and _DAY.match(stripped):
            continue
        ends = _ROSTER.search(squeeze(stripped)) or _PAPERS.match(stripped) or _RECORD.match(stripped)
        if (out or started) and ends:
            break
        if _ITEM_ALONE.match(stripped) or _NUMBER_ABOVE.match(stripped):  # 日程第１ stands above its title
            carried = stripped + "　"
            continue
        if out and stripped.endswith("。") and sentences < TOLD_MAX * len(out):
            sentences += 1  # what was done about the item, before the next one
            continue
        if len(stripped) > 100 or not (_ITEM.match(stripped) or re.match(r"^[（(]\S{1,6}[)）]", stripped)):
            headed = _CATEGORY.search(out[-1]) or not _ITEM.match(out[-1]) if out else not started
            if headed and len(stripped) <= 60 and stripped.endswith(("について", "件", "その他")):
                out.append(stripped)  # １　調査事項, and the item without a number in the line below
                continue
            break
        if stripped.endswith("。") and len(stripped) > 30:
            break
        if any(LABEL_LINE[name].match(line) and len(stripped) < 20 for name in ("date", "place")):
            break
        if _OPENING.match(stripped.lstrip("○〇◯ 　")):
            break
        if any(folded(_ITEM.sub("", stripped)) == folded(_ITEM.sub("", item)) for item in out):
            break
        out.append(stripped)
    return out


_NESTED = re.compile(
    r"歳[入出]|[0-9０-９][款項]|全款|^[\s　]*第[0-9０-９]+条|継続費|債務負担|繰越明許|地方債"
)
"""(歳出)１款議会費・２款総務費 below the bill of a budget: which parts of it, and no item."""
_TITLE_ENDS = re.compile(r"(?:について|件|認定|決算|予算|[）)])[\s　]*$")
_NUMBER = re.compile(r"^[\s　]*+(?:日程)?第?[\s　]*+([0-9０-９]{1,2})[\s　.．、]+(?=[^0-9０-９\s　])")


def _is_nested(line: str) -> bool:
    return _NESTED.search(line) is not None and not _TITLE_ENDS.search(line)


def _counted_on(item: str, below: Sequence[str]) -> bool:
    """Whether the list goes on by its count below lines that belong to one item."""
    own = _NUMBER.match(item)
    if own is None or _NUMBER.match(below[0]):
        return False
    for line in below[1:]:
        following = _NUMBER.match(line)
        if following and int(following[1]) == int(own[1]) + 1:
            return True
        if "。" in line or _ROSTER.search(squeeze(line)) or TIME_NOTICE.match(line.strip()):
            return False
    return False


def _numbered_next(lines: list[str]) -> bool:
    """Whether the next line that is not blank is an item."""
    following = next((line for line in lines[:3] if line.strip()), "")
    return _ITEM.match(following) is not None


def _cut_by_margin(above: str, line: str, below: list[str]) -> bool:
    """Whether a line is the rest of the item above it on a page without indents: no item itself, and the next one below it."""
    cut = above.strip()
    return (
        _ITEM.match(cut) is not None
        and len(cut) >= CUT_MIN
        and not cut.endswith(("について", "件", "。"))
        and 0 < len(line.strip()) <= len(cut)
        and "。" not in line
        and (
            not _ITEM.match(line)
            or (line.startswith("・") and not cut.startswith("・"))
            or _closes(cut, line)
        )
        and not _BESIDE.match(line.strip())
        and not LABEL_LINE["agenda"].match(line)
        and (_numbered_next(below) or _closes(cut, line))
    )


def _closes(above: str, line: str) -> bool:
    """補正予算（第 above ２回）について: a bracket is open, and the line below closes it."""
    opened = above.count("（") + above.count("(") > above.count("）") + above.count(")")
    return opened and re.match(r"[^（(）)]{0,20}[）)]", line.strip()) is not None


def _goes_on(above: str, line: str) -> bool:
    """Whether a line is the rest of an item that the margin cut: it stands further in, under the item's words."""
    numbered = _ITEM.match(above)
    inner = len(line) - len(line.lstrip(" 　"))
    if not numbered or above.rstrip().endswith(("について", "件", "。")):
        return False
    lead = len(above) - len(above.lstrip(" 　"))
    under = inner == numbered.end() or inner == lead >= SET_IN_MIN
    if len(above.strip()) < (NARROW_MIN if under else CUT_MIN) or not line.strip() or _ITEM.match(line):
        return False
    return under or numbered.end() - 1 <= inner <= numbered.end() + 4


_BILL = re.compile(rf"^(?:{BILL_KINDS})\s*第")
_CONTENTS = re.compile(r"[…‥]{3,}[\s\u3000]*[0-9０-９]{1,4}[\s\u3000]*(?:頁|ページ)?$")
"""○議 事 日 程 …………… １頁: a table of contents."""
