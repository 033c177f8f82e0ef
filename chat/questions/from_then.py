"""Questions of a time that is counted from what was shown: 「その後どうなりましたか」, 「前の年は？」, 「翌年度は？」.

The day of asking tells nothing of it: the year before a reply of 2022 is 2021, and what came of a matter stands in the meetings after that reply.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from chat.answers.years import years_named
from chat.framing import origins_shown, quotations_in
from chat.questions.elsewhere import says_only
from chat.questions.history import Said
from corpus.eras import fiscal_year
from corpus.patterns import any_of
from corpus.periods import find_periods
from retriever.question import normalise

_AFTER = re.compile(
    any_of(
        # 「その後どうなりましたか」「その後の経過は」「それからどうなった」
        r"(?:その|それ以?)後(?:は|、)?(?:の(?:状況|経過|進捗|進み具合|動き|対応|結果|話))?",
        r"それから(?=[、はど])",
        # in English
        r"(?:and )?what (?:has )?(?:happened|came of it|became of it|followed)(?: (?:to|with) (?:it|this|that))?"
        r"(?: (?:after(?:wards?)?|since|later|next|then))?(?: that| then)?",
    ),
    re.IGNORECASE,
)

_BESIDE = (
    # 「その前の年は」「前年度の分は」
    (-1, re.compile(r"(?:その)?(?:前の?年(?P<fy>度)?(?!度)|1つ前の年(?P<fy2>度)?)")),
    # 「翌年は」「次の年度は」
    (1, re.compile(r"(?:その)?(?:翌年(?P<fy>度)?|次の?年(?P<fy2>度)?)")),
    (
        -1,
        re.compile(r"\b(?:the )?(?:previous|preceding|prior) (?P<fy>fiscal )?(?P<fy2>)year\b", re.IGNORECASE),
    ),
    (1, re.compile(r"\b(?:the )?(?:following|next) (?P<fy>fiscal )?(?P<fy2>)year\b", re.IGNORECASE)),
)


def asks_what_came_after(question: str) -> bool:
    """Whether it asks for nothing but what came of the matter after what was shown."""
    return says_only(_AFTER.search(normalise(question)))


def newest_shown(answer: str, today: date) -> str:
    """The newest day of the meetings whose words an answer shows, by the lines of origin below them; "" where none is told."""
    days = (found[0].until for line in origins_shown(answer) if (found := find_periods(line, today)))
    return max(days, default="")


def undated(question: str, today: date) -> str:
    """A question without the periods that it names (青山市は2014年に始めると言っていますか): what came after is of later ones."""
    text = normalise(question)
    for period in sorted(find_periods(text, today), key=lambda each: -each.start):
        text = text[: period.start] + re.sub("^[のにでは、]+", "", text[period.end :])
    return text


def counted(question: str, said: Sequence[Said], today: date) -> str:
    """A question that says nothing but 「前の年は」 or 「翌年度は」 with the year that it means; any other as it is.

    It is counted from the one year that the question before names, else from the one that is told in the words that were shown, else from
    the meeting in which they were said.
    """
    text = normalise(question)
    for step, pattern in _BESIDE:
        found = pattern.search(text)
        if not (found and said and says_only(found)):
            continue
        fiscal = bool(found["fy"] or found["fy2"])
        year = _year(said, fiscal, today)
        return f"{year + step}年{'度' * fiscal}は" if year else question
    return question


def _year(said: Sequence[Said], fiscal: bool, today: date) -> int | None:
    last = said[-1]
    for text in (counted(last.question, said[:-1], today), "\n".join(quotations_in(last.answer))):
        if len(years := years_named(normalise(text))) == 1:
            return min(years)
    day = newest_shown(last.answer, today)
    return (fiscal_year(day) if fiscal else int(day[:4])) if day else None
