"""The town of a record whose header names none, from what only the record of that town holds.

1. Bills: a council votes on the ordinances and budgets of its own town only (沼津市印鑑条例の一部改正).
2. The file's name: written (○○市議会_….json) or in romaji (numazu_iinkai.html); of towns that share it the one that the
   text names, whose head (市長, 区長, 町長, 村長, 知事) speaks, whose prefecture alone is named. What may be any other word
   (date, mine, bunkyo) names no town alone, and a short or unlikely one only beside a sign of a council's record.
3. Speech: the town of that head's level that is named most, if hardly another is, where its head speaks, somebody says 本市, or
   a council's bills are spoken of. A town that is named once or twice, or beside others, is an example, and so is that of a
   guest of the state's councils.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from corpus.patterns import any_of
from corpus.places import Entry, Mention
from corpus.register import register
from ingest.header.filename import is_of_council
from ingest.types import Document

REACH = 60_000
"""Characters of the text that are looked through: some twenty pages, in which a council names its town often."""

NAMED, SHARE = 3, 0.7
"""Times that a town is named, and its share among towns of its level, from which it is the record's own."""

_OWN_BILL = re.compile(
    any_of(
        # 「一般会計補正予算」「下水道事業会計予算」
        r"(?:一般会計|[^。、\s]{0,16}(?:特別|事業)会計)[^。、\s]{0,12}予算",
        # 「一般会計決算の認定」
        r"の?[^。、\s]{2,12}決算[^。]{0,24}(?:認定|審査|質疑|を議題)",
        # 「税条例の一部改正」
        r"[^。、\s]{1,30}条例の(?:一部(?:を)?改正|制定|廃止)",
    )
)
"""What follows a town's name in the titles of bills."""
_OWN_CONFERENCE = re.compile(r"(?:知事)?の?(?:定例|臨時)?(?:記者)?会見")
"""ただいまから青潮県知事定例記者会見を始めます: whose conference it is."""
_HEAD_SPEAKS = re.compile(r"^[○◯〇◆◎●]?[ \t\u3000]*+(知事|[市区町村]長)(?=[（(\s:：])", re.MULTILINE)
_HEAD = re.compile(r"知事|[市区町村]長(?=[^a-z\w]|[（(は])")
_METROPOLIS = re.compile(r"(?<![一-鿿])都(?:議会|知事)(?=[^一-鿿])")
"""There is one 都."""
_LEVELS = {"知": "prefecture", "市": "city", "区": "ward", "町": "town", "村": "village"}
_WORD = re.compile(r"[A-Za-z]{3,}(?:-(?:shi|ku|cho|machi|mura|son|ken|fu|to))?")
_JOINED = re.compile(r"[A-Za-z]+-[A-Za-z]{3,}")
"""A name in two pieces goes before its second (suo-oshima is not Oshima)."""
_OTHER_WORDS = frozenset(
    "ama ami asahi bunkyo china chuo date gero hikari higashi home ide ine ino kin kita midori minami mine muko naka nishi noto oki"
    " ono sai same seika sera showa soo sue taiki tara taka toho tome tone uda usa".split()
)
"""Names of towns in romaji that a file's name holds for something else: its date, 文教 (bunkyo), 昭和, a side of the town."""
SURE_MIN = 5
"""Letters of a name from which it alone tells the town, if no other level's head is spoken of."""
_CITY = re.compile(
    r"[_\-\s](city|ward|town|village|prefecture|shi|ku|cho|machi|mura)(?![a-z])", re.IGNORECASE
)


@lru_cache(maxsize=4)
def names_in(text: str) -> tuple[Mention, ...]:
    """The municipalities that a text names; each sitting of a file asks for those of the same text."""
    return register().find_names(text)


def find_hometown(document: Document) -> Entry | None:
    """The town (see the module's rules); None where nothing tells it."""
    named = Counter[str]()
    towns: dict[str, Entry] = {}
    bills = set()
    text = document.text[:REACH]
    for mention in names_in(text):
        if text.startswith("長", mention.end):
            continue  # 市川市長 may be a mayor called 市川
        for entry in mention.candidates:
            towns[entry.municipality.code] = entry
        code = mention.entry.municipality.code
        named[code] += 1
        if _OWN_BILL.match(text, mention.end) or _OWN_CONFERENCE.match(text, mention.end):
            bills.add(code)
    if len(bills) == 1:
        return towns[bills.pop()]
    if newsletter := _of_newsletter(document.text):
        return newsletter
    level = _level(text)
    if level in ("", "prefecture") and _METROPOLIS.search(text):
        return register().by_name("東京都")[0]
    said = "\n".join(f"{record.role}\n{record.speaker}（" for record in document.records)
    written = register().find_names(document.name)
    if written:
        return written[0].entry
    return _in_romaji(document.name, named, level) or _in_speech(named, towns, level, text, said)


_NEWSLETTER = re.compile(r"^[ \u3000]*([ぁ-んー]{3,10})(?:[市区町村]|の)?議会だより", re.MULTILINE)
"""くずはら議会だより: the town in kana, at the head of what its council sends to every house."""
_KANA_SUFFIX = re.compile(r"(?<=[ァ-ン]{2})(?:マチ|チョウ|ムラ|ソン|シ|ク)$")


def _of_newsletter(text: str) -> Entry | None:
    """The one town, if any, whose name in kana the head of a newsletter bears, its 町 or 市 in kana, in a letter or left out."""
    found = _NEWSLETTER.search(text)
    if found is None:
        return None
    kana = found[1].translate(_KATAKANA)
    towns = [
        entry
        for entry in register().entries
        if entry.level != "prefecture" and kana in (own := entry.municipality.kana, _KANA_SUFFIX.sub("", own))
    ]
    return towns[0] if len(towns) == 1 else None


_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ん") + 1)}


def _level(text: str) -> str:
    """The level whose head speaks most, else is named most; empty where none is."""
    heads = Counter(match[1][0] for match in _HEAD_SPEAKS.finditer(text))
    heads = heads or Counter(match[0][0] for match in _HEAD.finditer(text))
    return _LEVELS[heads.most_common(1)[0][0]] if heads else ""


def _in_romaji(name: str, named: Counter[str], level: str) -> Entry | None:
    """The first word of a file's name that is a town's, if the text names that town too or no other town is called so."""
    stem = name.rsplit(".", 1)[0]
    joined = [(word[0].replace("-", ""), word.end()) for word in _JOINED.finditer(stem)]
    single = [(word[0], word.end()) for word in _WORD.finditer(stem)]
    for written, end in joined + single:
        kind = _CITY.match(name, end)
        found = register().by_romaji(f"{written} {kind[1]}" if kind else written)
        spoken = [entry for entry in found if named[entry.municipality.code]]
        fitting = [entry for entry in spoken if entry.level == level] or spoken
        if fitting:
            return max(fitting, key=lambda entry: named[entry.municipality.code])
        if not kind and written.lower() in _OTHER_WORDS:
            continue
        sign = kind is not None or is_of_council(name)
        if sign and len(found) > 1:
            found = _of_one_prefecture(found, named, level)
        sure = sign or (len(written) >= SURE_MIN and level in ("", *(entry.level for entry in found)))
        if len(found) == 1 and sure:
            return found[0]
    return None


def _of_one_prefecture(found: tuple[Entry, ...], named: Counter[str], level: str) -> tuple[Entry, ...]:
    """Towns of the same spelling, narrowed down: those of the level that speaks (where there are any), of these those in the only
    prefecture that the text names."""
    fitting = [entry for entry in found if entry.level == level] or list(found)
    homes = {entry.municipality.prefecture for entry in fitting}
    spoken = {home for home in homes if any(named[e.municipality.code] for e in register().by_name(home))}
    return tuple(e for e in fitting if len(spoken) != 1 or e.municipality.prefecture in spoken)


_AT_HOME = re.compile(
    r"(?<![一-鿿])(?:本|当|我が|わが)[都道府県市区町村](?![一-鿿]|通り)|(?:議案|報告|認定)第\s*\d{1,3}\s*号|一般質問|議会(?:定例|臨時)会"
)
"""本市, and what only a council has: its bills, its sessions."""


def _in_speech(
    named: Counter[str], towns: dict[str, Entry], level: str, text: str, said: str
) -> Entry | None:
    """`said`: who speaks, by the labels of an export; in a text they stand at the heads of lines."""
    at_home = _HEAD_SPEAKS.search(text) or _HEAD.search(said) or _AT_HOME.search(text)
    fitting = {code: count for code, count in named.items() if towns[code].level == level}
    best = max(fitting, key=lambda code: fitting[code], default="")
    if at_home and best and fitting[best] >= NAMED and fitting[best] >= SHARE * sum(fitting.values()):
        return towns[best]
    return None


_OF_STATE = re.compile(r"https?://[^/\s]+\.go\.jp(?:[:/]|$)")
"""Addresses that the state alone bears (総務省, 国土交通省, 国会)."""


def is_of_state(url: str) -> bool:
    """Whether an address is one of the state (go.jp), whose guests come from any town."""
    return _OF_STATE.match(url) is not None
