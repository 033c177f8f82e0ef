"""The matter (議題) under discussion: the printed agenda's item that the chair names, or the one he names in his own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.patterns import NUMERAL, any_of
from corpus.types import Utterance
from ingest.pairing.bills import HEARD_MAX, Bills
from ingest.pairing.itemcalls import comes_to, item_taken_up, questions_begun
from ingest.pairing.itemwords import item_words, taken_up
from ingest.pairing.ordinals import by_place, place_called
from ingest.phrases.fluent import fluent, unquoted
from ingest.text.lines import sentences
from ingest.text.normalize import ordinal

_NUMBER_ALONE = re.compile(
    any_of(
        # 「日程第４から日程第７」
        rf"^日程第{NUMERAL}+(?:(?:から|及び|、|～|〜|－)日程第{NUMERAL}+)*$",
        # 「提出議案の審議」
        r"^(?:一般|提出|追加|上程)?議案(?:の?(?:審議|審査|上程|質疑|説明)[・、及び]*)*$",
        # 「２．議事」「（１）協議事項」「開会」
        r"^(?:第?[（(]?[\d一二三四五六七八九十Ⅰ-Ⅹ]{1,2}[)）]?|[①-⒇])?[.．、\s]*+"
        + any_of(
            *r"議\s*[案事題] 案\s*件".split(),
            r"(?:協\s*議|審\s*議)(?:\s*事\s*項)?",
            *r"議案審議 開\s*会".split(),
            r"(?:\S{1,6}\s*+)?(?:挨\s*拶|あいさつ)",
        )
        + r"$",
        # 「日程第２　議案第６０号の質疑、討論、採決」
        rf"^(?:日程第\s?{NUMERAL}+[\s、.．]*)?(?:議案|議|報告|認定|承認|同意|諮問|発議|請願|陳情)第\s?"
        r"\d+号(?:[・、](?:議案|議|報告|認定|承認)?第\d+号)*の?"
        r"(?:(?:上程|説明|質疑|討論|採決|表決|審議)[、・及び]*)*$",
    )
)
"""日程第４から日程第７, 議案第60号の質疑、討論、採決, 一般議案 as a heading: the chair says below what it is."""
_N = rf"{NUMERAL}{{1,3}}"
_OF_THE_DAY = re.compile(rf"日程第\s*({_N})(?=[\s、，])")
_SECTION = re.compile(rf"(第?({_N})款)(?!別)([^。、，\n]{{0,30}})|(?P<side>歳[入出])")
_SECTION_ENDS = re.compile(
    r"\s*(?:の?(?:歳[入出]|質疑|審査|説明)(?:[をにへ].*)?|[をに](?:ついて)?.*|について.*|まで.*|です.*|であります.*|でございます.*)$"
)
_CALLS_SECTION = re.compile(
    r"説明|質疑|審査|審議|議題|入り|移り|進み|進め|お願い|行い|ついて|^(?:次に|初めに|はじめに|まず|続いて|続きまして)、"
)
_NAMES_NOTICE = re.compile(
    rf"(?:^|[。\n])[ \t\u3000]*(?:(?:次に|続いて|まず|初めに|最初に)、?)?([^。、\n]{{4,50}}?(?:について|に関わって|に関して)(?:(?:外|ほか){NUMERAL}+件)?)を、[^。、\n]{{2,14}}(?:議員|君|さん)。?\s*$"
)
"""福祉の拡充に関わってを、今村芳彦議員。: the chair gives the floor with the matter of the notice."""
_NOTICE_DONE = re.compile(r"質問[をは、](?:これで)?(?:終わり|終了)")
_OTHER = re.compile(
    r"(?:^|[。\n、，])[ \t\u3000]*+(?:"
    + any_of(
        # 「では次に、その他」「次第のその他」「(4)のその他」
        *r"はい では それでは (?:そ|それ)?で 次に 次は 次が 続いて 続きまして 最後に 最後は 最後が 予定表 議題 次第 日程 議事".split(),
        *r"案件 議案 項目 事項".split(),
        rf"第?[（(]?{NUMERAL}{{1,2}}[)）]?(?:番目?)?の?",
    )
    + r"[、，.．\s]*+){1,4}「?その他」?"
    + any_of(
        # 「…その他の件です」「…その他に入ります」
        r"(?:の(?:件|項目|事項|議題|案件))?"
        + any_of(
            *r"です でござい であり について につきまして に移 に入 に関 として に進 ということ を議題".split(),
        ),
        # 「…その他の項目」「…その他、事務局」
        *r"の(?:件|項目|事項|議題|案件) 、(?:事務局|委員|皆|何か)".split(),
    )
)
"""では次に、その他ですが、…: the last item, which is no other's."""
LEAD_LINES = 4
"""Last lines of the header among which a chair's words without a name stand."""
_DONE = re.compile(r"(?:終わり|終了|終結|打ち切)[^。]{0,12}。?$")


class Sections:
    """The 款 of a budget that the chair goes through (第２款総務費の質疑を行います), named in full once he has done so."""

    def __init__(self) -> None:
        self.now = ""
        self.side = ""
        self.names: dict[tuple[str, int], str] = {}

    def follow(self, text: str) -> None:
        """The sections after a chair's turn: those that he called last; what he only ends stays."""
        for start, end in sentences(text):
            said = fluent(text[start:end])
            called = []
            for found in _SECTION.finditer(said):
                self.side = found["side"] or self.side
                if found["side"]:
                    continue
                words = _SECTION_ENDS.sub("", found[3]).strip()
                key = (self.side, ordinal(found[2]))
                if words or key not in self.names:
                    self.names[key] = found[1] + words
                called.append(self.names[key])
            if called and _CALLS_SECTION.search(said) and not _DONE.search(said):
                self.now = "、".join(dict.fromkeys(called))


class Matter:
    """Follows the chair through the turns; `plenary` records without a printed agenda go by his words alone."""

    def __init__(self, agenda: Sequence[str], turns: Sequence[Utterance], plenary: bool) -> None:
        self.labels = item_words(agenda)
        self.places = by_place(agenda, turns)
        self.plenary = plenary
        self.now = ""
        self.sections = Sections()
        self.bills = Bills()
        self.number = 0
        """The number in the day's order that the chair named last, with what it is."""
        self.notice = ""
        """The matter of a member's questions that the chair names with him."""

    def lead(self, header: str) -> None:
        """What a chair says right above the first name (質疑及び一般質問を続行いたします。) is under discussion from the start."""
        for line in header.strip().split("\n")[-LEAD_LINES:]:
            if line.strip().endswith("。"):
                self.now = questions_begun(line.strip()) or self.now

    def take_up(self, text: str) -> None:
        """The item that the chair names is under discussion from here on."""
        before, text = self.now, unquoted(text)
        if self.labels:
            place = self.places.get(place_called(text), "")
            named = taken_up(text, self.labels) or item_taken_up(text) or place
            self.now = named or questions_begun(text) or comes_to(text, "") or self.now
        elif self.plenary:
            self.now = questions_begun(text) or comes_to(text, self.now)
        else:
            self.now = comes_to(text, self.now)
        if _OTHER.search(text) and (self.labels or self.now):
            self.now = "その他"
        self.bills.hear(text)
        self.now = self.bills.full(self.now)
        if self.now and self.now in before:
            self.now = before  # 発議第５号の質疑に入ります: named in full when it was taken up
        if self.now != before:
            self.sections.now = ""
            numbers = {ordinal(found[1]) for found in _OF_THE_DAY.finditer(text)}
            self.number = max(numbers) if len(numbers) == 1 else 0
        self.sections.follow(text)
        if found := _NAMES_NOTICE.search(text):
            self.notice = found[1]
        elif _NOTICE_DONE.search(text) or self.now != before:
            self.notice = ""

    def hear(self, text: str) -> None:
        """What anybody else says: a clerk reads the bill out that is under discussion."""
        self.bills.hear(text[:HEARD_MAX])
        self.now = self.bills.full(self.now)

    def titled(self, turn: Utterance) -> Utterance:
        """The turn with a topic. Where no heading gives it one, that is the section of the budget, or the notice, to which it
        speaks."""
        topic = turn.topic or self.sections.now or self.notice
        return replace(turn, topic=topic) if topic != turn.topic else turn

    def of(self, turn: Utterance) -> str:
        """The matter of a turn: what the heading above it says, else what the chair said."""
        said = turn.agenda if not _NUMBER_ALONE.match(turn.agenda) else ""
        printed = _OF_THE_DAY.match(said)
        if printed and self.now and ordinal(printed[1]) < self.number:
            return self.now  # the heading of the next item was not found
        return said or self.now or turn.agenda
