"""Which office a question names as the one that answered: 「町長はどう答えたか」「答えたのは何部長か」.

An office counts where it is the one that speaks (…は, …が, …の答弁), not where it is spoken of (市長への手紙, 教育長の人選).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from retriever.question import normalise

_HEAD = r"副?(?:市長|町長|村長|区長|知事)"
_RANK = r"教育長|[部局課室所館園院]長|次長|事務局長|会計管理者"
_SPEAKS = re.compile(
    rf"(?P<named>{_HEAD}|[一-龥ァ-ヶー]{{0,12}}?(?:{_RANK}))(?:自身)?(?:は(?!だれ|誰|どなた)|が(?!だれ|誰|いる|いない)|の(?:答弁|回答|説明|見解|考え|返答|答え)(?!方))"
)
_WHICH = re.compile(
    rf"(?:何|どの)(?P<asked>{_RANK})|(?P<who>{_RANK})(?:は|が)?(?:だれ|誰|どなた)|(?P<name>{_RANK})の(?:役職|名前|氏名)"
)
_WHOLE = re.compile(rf"{_HEAD}|教育長|会計管理者")

_ENGLISH = {
    "superintendent": "教育長",
    "fire chief": "消防長",
    "mayor": "長",
    "governor": "知事",
}
"""What English calls the offices that it has one word for; the head of a town is 市長, 町長 … by the town that is named."""
_ENGLISH_SPEAKS = re.compile(
    r"(?:\b(?:did|does|has|will|would|is)\s+(?:the\s+|[A-Z][\w-]+(?:'s|’s)\s+)*|\baccording to\s+(?:the\s+)?|^(?:the\s+)?)"
    r"(?P<deputy>(?:deputy|vice)[ -])?(?P<office>superintendent|fire chief|mayor|governor)(?:\s+of\s+\w+)?"
    r"(?=\s+(?:say|said|answer|explain|think|respond|repl|describe|promise|plan|intend|want|see|view|comment|state|give|believe|consider|argue)|,|['’]s\s+(?:answer|reply|view|opinion|explanation))",
    re.IGNORECASE,
)


def asked_office(question: str, towns: Collection[str] = ()) -> str:
    """The end of the office's name (町長, 部長, 健康福祉部長), or "" where the question names none.

    Args:
        question: in Japanese or English.
        towns: those that it names; of one the mayor is its 市長 or 町長.
    """
    text = normalise(question)
    if english := _ENGLISH_SPEAKS.search(text):
        office = _ENGLISH[english["office"].lower()]
        head = f"{next(iter(towns))[-1]}長" if len(towns) == 1 else ""
        office = office if office != "長" else head
        return f"副{office}" if english["deputy"] and office else office
    which = _WHICH.search(text)
    if which:
        return str(next(filter(None, which.groups())))
    speaks = _SPEAKS.search(text)
    return str(speaks["named"]) if speaks else ""


def is_office(office: str, asked: str) -> bool:
    """Whether `office`, as the record has it, is the one asked for: 健康福祉部長 is a 部長, 副町長 no 町長; none where none is."""
    if not asked or not office.endswith(asked):
        return False
    return not (_WHOLE.fullmatch(asked) and office[: -len(asked)].endswith("副"))
