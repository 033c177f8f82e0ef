"""One of several quotations that an answer shows is meant: 一つ目について詳しく, 2番目の質問の全文, 最後のは誰が答えましたか.

What is asked of it is read as if it alone had been shown; what asks for more than `spoken_of` tells is no such question.
"""

from __future__ import annotations

import re

from chat.framing import quotations_in
from chat.questions.spoken_of import is_about_the_last
from chat.questions.spoken_words import LEAD
from corpus.numerals import value_of
from corpus.patterns import FOLDED_NUMERAL, any_of
from retriever.question import normalise

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_WHICH = re.compile(
    LEAD
    + any_of(
        # 「一つ目」「2番目」「最初の」「[3]」
        rf"(?P<number>{FOLDED_NUMERAL}+)(?:つ目|番目|件目|個目)",
        r"\[(?P<mark>[0-9]{1,2})\]",
        r"(?P<first>(?:一番|いちばん)?最初(?=の))",
        r"(?P<last>(?:一番|いちばん)?最後(?=の))",
        # in English
        rf"the (?P<word>{'|'.join(_ORDINALS)})(?: one| question| reply| answer| quotation)?",
    )
    + r"(?:の(?:もの|やつ|件|引用|文|項目|話|発言|質問|問い|答弁|回答|答え)?)?(?:について|に関して)?(?:は|を|の|が|も)?、?\s*",
    re.IGNORECASE,
)
_SIDE = re.compile(r"の(質問|問い|答弁|回答|答え)[のをは]?(?=[^。]*$)")


def one_of_them(question: str, answer: str) -> tuple[str, str]:
    """What is asked of one quotation, and the answer as if it showed that alone; the question and the answer as they are where none is meant.

    >>> one_of_them("2番目は誰が答えましたか", "「甲です。」[1]「乙です。」[2]\\n— 青山市")
    ('誰が答えましたか', '「乙です。」[1]')
    >>> one_of_them("2番目の給食費は", "「甲です。」[1]「乙です。」[2]\\n— 青山市")[0]
    '2番目の給食費は'
    """
    text = normalise(question)
    shown = quotations_in(answer)
    found = _WHICH.match(text)
    if found is None or len(shown) < 2:
        return question, answer
    place = _place(found, len(shown))
    rest = text[found.end() :]
    side = _SIDE.search(found[0])
    # 「2番目の質問の全文」 is of the question, 「2番目の質問について詳しく」 of what is said on it.
    of_side = f"{side[1]}の{rest}" if side and rest else f"{side[1]}は" if side else ""
    asked = next((form for form in (of_side, rest) if form and is_about_the_last(form)), "")
    if not asked or not 0 <= place < len(shown):
        return question, answer
    return asked, f"「{shown[place]}」[1]"


def _place(found: re.Match[str], count: int) -> int:
    if found["first"]:
        return 0
    if found["last"]:
        return count - 1
    if found["word"]:
        return _ORDINALS[found["word"].lower()] - 1
    return int(value_of(found["number"] or found["mark"]) or 0) - 1
