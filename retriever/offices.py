"""Which office a question names as the one that answered: 「町長はどう答えたか」「答えたのは何部長か」.

An office counts where it is the one that speaks (…は, …が, …の答弁), not where it is spoken of (市長への手紙, 教育長の人選).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from corpus.patterns import WHICH, any_of
from corpus.register import register
from corpus.sudachi import parts_of_speech
from corpus.types import Speaker
from retriever.persons import is_named
from retriever.question import normalise
from retriever.tokenize import Tokenizer

_HEAD = r"(?<![元前])(?:副?(?:市長|町長|村長|区長|知事)|首長)"
_HEAD_OF_ANY = "首長"
"""Whoever is the head: 市長, 町長 … of whichever town answers."""
_RANK = r"教育長|教育委員長|[部局課室所館園院]長|次長|事務局長|消防長|会計管理者|助役|収入役|出納長|副?参事|副?主幹|係長|課長補佐|危機管理監"
_SPEAKS = re.compile(
    rf"(?:(?P<of>[一-龥ァ-ヶー]{{2,8}})の)?(?P<named>{_HEAD}|[一-龥ァ-ヶー]{{0,12}}?(?:{_RANK}))(?:自身|の(?:ほう|方))?"
    + any_of(
        # 「防災課長は」「町長が」「課長のほうは」
        *r"は(?!だれ|誰|どなた) が(?!だれ|誰|いる|いない)".split(),
        # 「町長 答弁」: words typed for a search
        r"[ 　](?:答弁|回答|説明|見解)(?=[ 　]|$)",
        # 「町長の答弁」「町長の発言だけ」, not 「町長の発言について」「町長の発言を受けて」
        r"の(?:答弁|回答|説明|見解|考え|返答|答え)(?!方)",
        r"の(?:発言|コメント|ことば|言葉)(?!について|に関|に対|が|を(?:受け|巡|めぐ|撤回|問題)|で(?:は|混乱))",
        # 「町長答弁の一覧」
        r"(?:答弁|発言)(?=の?(?:一覧|要旨|まとめ|$))",
    )
)
_WHICH = re.compile(
    rf"(?:何|{WHICH})(?P<asked>{_RANK})|(?P<who>{_RANK})(?:は|が)?(?:だれ|誰|どなた)|(?P<name>{_RANK})の(?:役職|名前|氏名)"
)
_ONE_OF_SEVERAL = re.compile(rf"(?:{_HEAD}|{_RANK})(?:や|と|、|・|および|及び|ならびに|並びに)$")
"""Before the office that speaks: 「局長や課長は」 asks for the words of either."""
_ITS_HEAD = re.compile(r"(?<!副)(?:市長|町長|村長|区長|知事)$")
_IN_CHARGE = re.compile(r"^(?:担当|所管|主管|所轄|関係)の?(?=.)")
"""担当部長: whoever is in charge of it."""
_HEAD_OF_A_UNIT = re.compile(r"[部局課室]長")
_NO_UNIT = re.compile(r"[市町村区県都府道庁国課部局室係]$")
"""What is no part of an office's name before its rank: a town (あさひ市の部長), a wider unit (建設部の課長)."""
_WHOLE = re.compile(rf"{_HEAD}|教育長|会計管理者|副?(?:議|座|会|委員|部会|分科会)長")

_ENGLISH = {
    "superintendent": "教育長",
    "fire chief": "消防長",
    "mayor": "長",
    "governor": "知事",
}
"""What English calls the offices that it has one word for; the head of a town is 市長, 町長 … by the town that is named."""
_OF_A_SECTION = "課長"
"""A manager or section chief, of whichever section."""
_ENGLISH_SPEAKS = re.compile(
    any_of(
        # "did the mayor …"
        r"\b(?:did|does|has|will|would|is)\s+(?:the\s+|[A-Z][\w-]+(?:'s|’s)\s+)*",
        # "according to the mayor, …"
        r"\baccording to\s+(?:the\s+|[A-Z][\w-]+(?:'s|’s)\s+)?",
        r"^(?:the\s+)?",
    )
    + r"(?P<deputy>(?:deputy|vice)[ -])?(?:"
    + r"(?P<office>superintendent|fire chief|mayor|governor)"
    # "the tax section's manager", not "the designated manager" (指定管理者)
    + r"|(?:[a-z&-]+\s+){0,3}?(?P<rank>(?<!designated )(?<!care )manager|section (?:chief|head)))(?:\s+of\s+\w+)?(?="
    + any_of(
        # "… say", "… plan"
        r"\s+"
        + any_of(
            *r"say said answer explain think respond repl describe promise plan intend want see view comment state give believe name mention cite".split(),
            *r"consider argue".split(),
        ),
        r",",
        # "…'s answer"
        r"['’]s\s+(?:answer|reply|view|opinion|explanation)",
    )
    + r")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Official:
    """Whose reply is asked for: `office`, the end of an office's name (町長, 部長, 健康福祉部長), and the `name` of who holds it, where
    it is said (相原部長). False where neither is."""

    office: str = ""
    name: str = ""

    def __bool__(self) -> bool:
        return bool(self.office)

    def __str__(self) -> str:
        return self.name + self.office

    def is_(self, speaker: Speaker) -> bool:
        """Whether a speaker of the record is the one. What looks like a name may be of the office (泉支所長)."""
        if not self.name:
            return is_office(speaker.office, self.office)
        if is_office(speaker.office, str(self)):
            return True
        return is_office(speaker.office, self.office) and is_named(speaker.name, (self.name,))

    def is_absent(self, speakers: Iterable[Speaker]) -> bool:
        """Whether the question asks for a post that only one person holds (副市長) and none of `speakers` holds it, although the
        record tells their posts: what another person replied is not what 副市長 replied. The head of a town (市長は) may stand
        for all who reply."""
        offices = [speaker.office for speaker in speakers]
        if not _ONE_DEPUTY.fullmatch(self.office) or not any(_POST.search(office) for office in offices):
            return False
        return not any(is_office(office, self.office) for office in offices)


_ONE_DEPUTY = re.compile(r"副(?:市長|町長|村長|区長|知事)|教育長|会計管理者")
_POST = re.compile(rf"(?:{_HEAD}|{_RANK})$")
_RUN = re.compile(r"[一-龥々ヶケァ-ヴー]+$")


def asked_official(question: str, tokenizer: Tokenizer, towns: Collection[str] = ()) -> Official:
    """Who is asked for by an office; arguments as of `asked_office`, `tokenizer` knows surnames."""
    office = asked_office(question, towns)
    text = normalise(question)
    end = text.find(office) + len(office)
    run = _RUN.search(text[:end]) if office and office in text else None
    name = _surname(run[0], tokenizer) if run else ""
    return Official(office.removeprefix(name), name) if name else Official(office)


def _surname(called: str, tokenizer: Tokenizer) -> str:
    """The surname (or whole name) with which 相原行政経営部長 begins; none where it is a place's (石川県知事, 山口市長)."""
    if any(mention.start == 0 for mention in register().find(called)):
        return ""
    name = ""
    for word in tokenizer.words(called):
        if word.kind != "name" or not called.startswith(name + word.surface):
            break
        if not name and not any(pos[3] == "姓" for pos in parts_of_speech(word.surface)):
            break
        name += word.surface
    return name if 1 < len(name) < len(called) else ""


def asked_office(question: str, towns: Collection[str] = ()) -> str:
    """The end of the office's name (町長, 部長, 健康福祉部長), or "" where the question names none.

    Args:
        question: in Japanese or English.
        towns: those that it names; of one the mayor is its 市長 or 町長.
    """
    text = normalise(question)
    if english := _ENGLISH_SPEAKS.search(text):
        if english["rank"]:
            return "" if english["deputy"] else _OF_A_SECTION
        office = _ENGLISH[english["office"].lower()]
        head = f"{next(iter(towns))[-1]}長" if len(towns) == 1 else ""
        office = office if office != "長" else head
        return f"副{office}" if english["deputy"] and office else office
    which = _WHICH.search(text)
    if which:
        return str(next(filter(None, which.groups())))
    speaks = _SPEAKS.search(text)
    if speaks and _ONE_OF_SEVERAL.search(text[: speaks.start()]):
        return ""
    return _joined(speaks["of"] or "", _IN_CHARGE.sub("", speaks["named"]), towns) if speaks else ""


def _joined(of: str, named: str, towns: Collection[str]) -> str:
    """The office with what it is of, where only its rank is named: 総務の局長, 総務担当の局長 and 総務局の局長 are the 総務局長."""
    of = of.removesuffix("担当").removesuffix(named[0])
    of_a_town = _NO_UNIT.search(of) or any(town.startswith(of) for town in towns)
    if not _HEAD_OF_A_UNIT.fullmatch(named) or of_a_town:
        return named
    return of + named


def is_office(office: str, asked: str) -> bool:
    """Whether `office`, as the record has it, is the one asked for: 健康福祉部長 is a 部長, 副町長 no 町長, 副議長 no 議長; none where none is."""
    if asked == _HEAD_OF_ANY:
        return bool(_ITS_HEAD.search(office))
    if not asked or not office.endswith(asked):
        return False
    return not (_WHOLE.fullmatch(asked) and office[: -len(asked)].endswith("副"))
