"""Whether a reply denies what a question takes for granted: 「空調は設置しておりません」 to 「空調を設置したのはいつか」."""

from __future__ import annotations

import re

_DONE = re.compile(
    # 「設置した時期」「いつ設置しましたか」「設置されたのはいつ」
    r"(?P<act>[一-龥]{2})(?:を?し|され|を?行っ|を?行われ)(?:た(?=時期|年|月|日|の[はが]|[^、。]{0,12}(?:いつ|何[年月日件人回]))|ました?[かの])"
)


def denies_the_act(question: str, text: str) -> bool:
    """Whether a question takes for granted that something was done (「全校に設置した時期は」) and `text` says that it was not (「設置しておりません」):
    it then answers the question without the day or the number.

    >>> denies_the_act("冷房を全校に設置した時期は", "冷房は設置しておりません。"), denies_the_act("いつ設置しますか", "設置しておりません。")
    (True, False)
    """
    acts = {found["act"] for found in _DONE.finditer(question)}
    return any(
        re.search(
            rf"{act}(?:を|は|も)?(?:し|いたし|行っ|され|行われ)?て?は?(?:おりません|おらず|いません|いない)"
            rf"|{act}(?:を|は)?(?:し|行っ)た(?:こと|事例|実績|例|もの)は(?:ござい|あり)ません",
            text,
        )
        for act in acts
    )
