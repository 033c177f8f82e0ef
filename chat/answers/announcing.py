"""Sentences that announce what is asked for by its noun: 「どんな取組をするのか」 is told behind 「主な取組といたしましては、…」."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from chat.answers.counters import counted_noun
from corpus.patterns import any_of
from retriever.question import normalise

_ASKED = re.compile(
    r"(?:どんな|どのような|どういった|どういう)(取り?組み?|仕組み?|[一-龥ァ-ヴー]{2,8})(?![一-龥ァ-ヴー])"
)
_WHEN_IT_HOLDS = re.compile(
    r"(?:どんな|どういう|どういった|どのような)(?:とき|時(?!期|代|間)|場合|際|ケース)|(?:対象|条件|要件)(?:は|って)"
)
_CONDITION = re.compile(
    # 「…の場合には」「…ものについては」「…であるということで」
    r"(?:場合|とき|際)(?:に|は|には|について)|(?:もの|方|事業)(?:について|に対して|に限)|(?:で|が)あるということで|を(?:対象|条件|要件)と?に?"
)
"""What must be so for something to be done."""
_WHY = re.compile(r"なぜ|何故|どうして|なんで|(?:理由|原因|要因)(?:は|って|を|が|[ ?？。]|$|だ|で)")
_REASON = re.compile(
    r"(?:理由|要因|原因|主因)(?:の[^。、]{0,12})?(?:として|といたしまして|につきまして|については|は|が、|と(?:考え|捉え|認識|分析))"
)
_SPELT = {"取": "取り?組み?", "仕": "仕組み?"}


_SO_MANY = re.compile(
    r"([2-9二三四五六七八九])つ[^一-龥]{1,3}[^。]*?(?:何と何|(?:何|どれ|どの|どこ|どんな)[^。]{0,12}[。?？]*$)"
)
_NUMERALS = "二三四五六七八九"


@lru_cache(maxsize=256)
def announced(question: str) -> re.Pattern[str] | None:
    """How a sentence begins that tells what `question` asks for by its noun; None where it asks for nothing so."""
    text = normalise(question)
    if _WHEN_IT_HOLDS.search(text):
        return _CONDITION
    if _WHY.search(text):
        return _REASON
    if so_many := _SO_MANY.search(text):
        number = _NUMERALS.find(so_many[1]) + 2 if so_many[1] in _NUMERALS else int(so_many[1])
        return re.compile(
            rf"(?<![0-9{_NUMERALS}十])[{number}{_NUMERALS[number - 2]}]つ(?:[、,は]|ござい|あり)"
        )
    found = _ASKED.search(text)
    if not found:
        return None
    noun = found[1]
    written = _SPELT.get(noun[0], "") if "組" in noun else ""
    return re.compile(
        rf"(?:{written or re.escape(noun)})(?:の?(?:具体的な)?(?:内容|中身|概要|種類|例))?(?:(?:に(?:つい|関し|つきまし|関しまし)|といたしまし|としまし|とし)て)?(?:は|には)|"
        rf"(?:{written or re.escape(noun)})(?:の?(?:内容|中身|例))?(?:です|でございます)(?:が|けれど)"
    )


def announces(question: str, sentences: Iterable[str]) -> bool:
    """Whether one of `sentences` begins so."""
    told = announced(question)
    return told is not None and any(told.search(each) for each in sentences)


def numbered(question: str, synonyms: Mapping[str, Collection[Sequence[str]]]) -> re.Pattern[str] | None:
    """How a sentence tells the number of what `question` wants counted, by that name or another of its `synonyms`: 「児童・生徒数は」 for
    「児童は何人か」; None where nothing is counted by its name."""
    noun = counted_noun(question)
    if len(noun) < 2:
        return None
    names = [noun, *("".join(each) for each in synonyms.get(noun, ()))]
    named = any_of(*(re.escape(name) for name in names if len(name) > 1))
    return re.compile(rf"{named}(?:[・、][一-龥]{{1,6}})?の?[人員者件]?数(?:は|が|も|と|につきまして|です)")
