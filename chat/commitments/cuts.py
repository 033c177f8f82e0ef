"""A sentence cut into clauses at its commas, without the plea or the back reference at its end; before that the text of a turn as the rules read it:
of single width, what is quoted covered, place for place."""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.patterns import GOZARU, IS, IS_NOT, any_of

_COMMA = re.compile(r"(?<![0-9])[、,]|[、,](?![0-9])")


_AS_SAID = re.compile(
    any_of(
        # 「…ということは、先ほど申し上げたとおりです」
        r"(?:という(?:こと|の|ところ)?)?(?:は|につきましては|については)[、,](?:先ほど|冒頭|これまで|前回|従来|以前|ただいま)?"
        r"(?:に|から|も|来)?[^、,]{0,8}(?:申し上げ|答弁し|お答えし|説明し|お話し)[^、,]{0,8}とおり"
        rf"{IS}。?\s*$",
        # 「…ということで、この考えは変わりません」
        r"(?:である)?という(?:こと|ところ)で[、,](?:(?:これ|それ|この点|この件)(?:について|につきまして)?は)?(?:今後も)?[こそ]"
        r"(?:の|ういう|ういった)(?:考え方?|方針|見解|立場)[はに](?:今後も|全く|何ら)?変わ"
        rf"(?:ら(?:ない|ず)|り(?:は)?{IS_NOT})[^、,]{{0,20}}$",
    )
)
"""「建てる予定はないということは、先ほど申し上げたとおりです」「…ということで、この考えは変わりません」: the statement stands before it."""

_PLEA_WORDS = r"(?:どうぞ|何とぞ|何卒|引き続き)?(?:御|ご)(?:理解|了承|承知|容赦|審議|審査|協力|期待|安心)[^。、]{0,30}(?:願|いただ|頂|賜|くださ)[^。、]{0,16}。?"
_WISHED_WELL = r"よろしく[^。、]{0,16}願[^。、]{0,16}。?"
_PLEA = re.compile(rf"^\s*(?:{_PLEA_WORDS}|{_WISHED_WELL})\s*$")
_PLEA_AFTER = re.compile(
    any_of(
        *r"(?<=ので) という(?:状態|状況|こと|形)で (?<=ていただく)(?:こと|形)で (?:である|という)ことを".split(),
    )
    + rf"(?:{_PLEA_WORDS}|(?:どうぞ)?{_WISHED_WELL})\s*$"
)
"""「…ので、ご理解をお願いいたします」: the statement stands before it."""


def clauses_of(masked: str) -> tuple[str, list[tuple[int, int]]]:
    """(the sentence up to where it asks for understanding or says that this was said, its clauses)."""
    clauses = _clauses(masked)
    while len(clauses) > 1 and _PLEA.search(masked[clauses[-1][0] :]):
        masked = masked[: clauses.pop()[0]]
    if told := _AS_SAID.search(masked):
        masked = masked[: told.start()]
        clauses = _clauses(masked)
    if plea := _PLEA_AFTER.search(masked):
        masked = masked[: plea.start()]
        clauses[-1] = clauses[-1][0], plea.start()
    return masked, clauses


def _clauses(masked: str) -> list[tuple[int, int]]:
    cuts = [match.end() for match in _COMMA.finditer(masked)]
    edges = [
        0,
        *(cut for cut in cuts if cut < len(masked.rstrip()) and not _belongs(masked, cut)),
        len(masked),
    ]
    return [(a, b) for a, b in pairwise(edges)]


def _belongs(masked: str, cut: int) -> bool:
    """Whether what stands after the comma that ends at `cut` belongs to the clause before it."""
    return bool(
        _ECHO.match(masked, cut)
        or (masked[:cut].rstrip("、,").endswith("を") and _DOES_IT.match(masked, cut))
    )


_DOES_IT = re.compile(
    any_of(
        # 「既にさせて」「現在行って」
        r"(?:既に|すでに|現在|今|随時|毎年|これまで|順次)?"
        r"(?:させて|して|行って|行い|やって|いたして|しました|いたしました|行いました)",
        # 「引き続き進めて」
        r"(?:もう少し|さらに|更に|引き続き|しばらく)?(?:続け|進め|深め|重ね)て",
    )
)
"""「情報提供を、既にさせていただいております」."""

_ECHO = re.compile(
    any_of(
        any_of(
            # 「現在考えております」「市としては捉えております」
            *r"今 現在 今後 基本的に(?:は)?".split(),
            r"(?:私ども?|我々|当局|事務局|[市区町村県都])(?:として)?(?:は|も)?",
            r"願いとして",
        )
        + r"?[、,]?(?:考え(?:させ)?|思っ|捉え|受け止め)て(?:い|お|ござ)(?:る|り|ま|た)",
        # 「そのような予定」
        r"(?:[そこ]の|[そこ]ういう)(?:ような)?(?:予定|方針|計画|考え|趣旨|理由)",
        # 「かように考えて」
        r"(?:か|左)(?:様|よう)に(?:考え|思っ)て",
        # 「こういった方向で進めております」
        r"[そこ](?:ういう|ういった|のような)(?:ような)?(?:方向(?:性)?|形|スタンス)で(?:今|現在)?(?:考え|進め|予定し)て"
        rf"{GOZARU}(?:ところ|もの)?{IS}?[。．]?\s*$",
        # 「そんなふうに思って」
        r"(?:こんな|そんな)(?:ふう|よう)に(?:考え|思っ)て",
        # 「そのように認識し」
        r"(?:そう|そのよう|このよう|こう)(?:いう|いった)?(?:ふうに|よう(?:な形)?に|に)?(?:考え|思っ|思い|認識(?:を)?し)",
        any_of(
            # 「今のところございません」「特に考えて」
            *r"今のところ(?:は)? 現在(?:のところ)? 現時点で(?:は)? 現状で(?:は)? 現下において(?:は)? まだ 特に".split(),
        )
        + r"(?:ない|なく|ありません|ございません|考えて|持って)",
        # 「という状況」「そういったところで」
        r"という(?:こと|ところ|形|状況|ふう|風)",
        r"(?:まさに)?(?:今|現在)?(?:そう|こう)(?:いう|いった)(?:状況|ところ|形|こと|もの)(?:で|に|が|だ)",
    )
)
"""「…をしていく、そういうふうに考えております」: what is thought stands before the comma."""


_OPEN, _CLOSE = "「『(【〔", "」』)】〕"

_SINGLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Wide letters, digits and signs, and what they are in single width."""


def single(text: str) -> str:
    """The text with wide letters and digits made single, character for character."""
    return text.translate(_SINGLE)


def mask(text: str) -> str:
    """The text with what is in brackets replaced, so that what is quoted promises nothing; same length.

    A bracket that is not closed opens nothing.
    """
    last = max((text.rfind(close) for close in _CLOSE), default=-1)
    if last < 0 or not any(char in text for char in _OPEN):
        return text  # most sentences
    out, depth = [], 0
    for place, char in enumerate(text):
        if char in _OPEN and place < last:
            depth += 1
            out.append("〓")
        elif char in _CLOSE and depth:
            depth -= 1
            out.append("〓")
        else:
            out.append("〓" if depth else char)
    return "".join(out)
