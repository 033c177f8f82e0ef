"""How much there is of all together, and by how much it grew or fell: who asks so, and which sentence tells it."""

from __future__ import annotations

import re

from corpus.patterns import any_of
from retriever.answer_kinds import HOW_MUCH

_ALL_TOGETHER = r"(?<!に)" + any_of(*"合わせて あわせて 合計 総額 全部で 全体で 計 総計 トータル".split())
_TOTAL_ASKED = re.compile(
    # 「合わせていくら」「合計で何人」「総額は」
    rf"{_ALL_TOGETHER}(?:で|は)?、?(?:いくら|幾ら|いくつ|何[人件名台校枚円千万億か戸]|{HOW_MUCH})|(?:総額|合計|総計)(?:は|$|[ 、?？。])"
    r"|\b(?:in total|altogether|all together|total (?:amount|cost|budget|number))\b",
    re.IGNORECASE,
)
_TOTAL_TOLD = re.compile(
    rf"{_ALL_TOGETHER}(?:で|は|が|(?:と(?:いた)?)?し(?:まして|ますと|て)は?)?、?(?:約|およそ|延べ)?[0-9]"
)

_GROWS = any_of(
    *"増[えや加額収し減] 減[っらり少額収じ] 上が 上げ 下が 下げ 伸び 値上 値下 アップ ダウン 上回 下回".split()
)
_CHANGE_ASKED = re.compile(
    any_of(
        # 「どれくらい増えましたか」「何人減ったか」「いくら値上げするのか」
        any_of(
            r"いくら(?!か)",
            "幾ら",
            r"何[人件名校台戸円万億割倍%]",
            "何(?:パーセント|ポイント)",
            "どれだけ",
            HOW_MUCH,
        )
        + rf"[^。？?、]{{0,12}}?{_GROWS}",
        r"\b(?:by how much|how much (?:did|does|will|has|have)\b.{0,60}\b(?:increase|decrease|rise|fall|go up|go down|grow|drop))",
    ),
    re.IGNORECASE,
)
_CHANGE_TOLD = re.compile(
    any_of(
        # 「約500万円増えております」「3.5%の増」「120人ほど減少し」
        rf"[0-9][^、。]{{0,8}}?(?:{_GROWS}|[の、]?[増減](?:と|で|、|。|$))",
        # 「引き上げ幅は300円」
        rf"(?:{_GROWS}|増減)[^、。0-9]{{0,10}}[0-9]",
    )
)


def asks_for_a_total(question: str) -> bool:
    """Whether a question asks how much or many there are of all together: 「合わせていくらですか」, not 「合わせて何を行うか」.

    >>> asks_for_a_total("関連予算は合わせていくらですか"), asks_for_a_total("点検に合わせて何を直しますか")
    (True, False)
    """
    return bool(_TOTAL_ASKED.search(question))


def asks_for_a_change(question: str) -> bool:
    """Whether a question asks by how much something grew or fell: 「何人増えたか」, not 「増えた分は何に使うか」.

    >>> asks_for_a_change("委託料はどれくらい増えましたか"), asks_for_a_change("人が増えたのはなぜですか")
    (True, False)
    """
    return bool(_CHANGE_ASKED.search(question))


def tells_a_total(text: str) -> bool:
    """Whether `text` (`wording.plain`) tells what figures come to together: 「合わせて約500万円」."""
    return bool(_TOTAL_TOLD.search(text))


def tells_a_change(text: str) -> bool:
    """Whether `text` (`wording.plain`) tells by how much something grew or fell: 「120人ほど減少し」."""
    return bool(_CHANGE_TOLD.search(text))
