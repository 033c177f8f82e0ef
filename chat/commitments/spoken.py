"""Speech as it is typed from the tape, put as it would be written: what promises reads the same with fewer words."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.patterns import any_of

_FILLERS = re.compile(
    any_of(
        # 「整備のほうを」
        r"(?<=[一-鿿ァ-ヶーしり])の(?:ほう|方)(?=[をはがにでもへ、])",
        # 「整備というものを」
        r"(?<=[一-鿿ァ-ヶー])(?:という|といった|みたいな|とかいう)(?:もの|ところ|こと|の)(?=[をはもが])",
        # 「考えというのは」「考えさせていただいて」
        r"(?<=考え)という(?:もの|こと|の)(?=[はも])",
        r"(?<=考え)させて(?:いただい|頂い)(?=て(?:い|お|ござい)(?:る|ま|り))",
        # 「点検という作業をし」
        r"(?<=[一-鿿ァ-ヶー])という(?:作業|取組|取り組み)(?=を(?:し|行|さ))",
        # 「もうちょっと」「一応、」「今ですね、」
        r"(?:もう)?(?:ちょっと|少々|一応|とりあえず)(?:[、,](?!$))?",
        r"(?<=[一-鿿ぁ-ん])ですね(?=[、,])",
    )
)
"""「予定のほうはちょっとない」, 「協議というのは続けていく」, 「三か所で考えさせていただいております」 (考えております)."""

_SPOKEN = re.compile(
    r"(?P<be>(?<=[っいしきけげえせめれ])て|(?<=ん)で)(?=ます|る(?:$|ところ|状況|の|ん|と|が|けれ|けど|ので|し、))|(?<=行)な(?=[いっ])"
)
"""「進めてます」, 「やってるところです」, 行なっている."""


@lru_cache(maxsize=64)  # the end of a sentence is looked at several times
def as_written(clause: str) -> str:
    """The clause without fillers, contractions written out (思ってます → 思っています)."""
    return _SPOKEN.sub(_whole, _FILLERS.sub("", clause))


def _whole(found: re.Match[str]) -> str:
    be = found["be"]
    return f"{be}い" if be else ""
