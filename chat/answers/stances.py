"""Who was for a thing or against it: what an exchange that has no word of it tells is no stance, and a name below it would be one.

All texts are `wording.plain`.
"""

from __future__ import annotations

import re

from corpus.patterns import any_of

_STANCES = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (
            r"賛成|賛同|支持(?:する|した|し|が)",
            any_of(
                *"賛成 賛同 支持 同意 肯定 異議な 異議はな 異議ありません 異論はな よいと思 良いと思 いいと思".split()
            ),
        ),
        (
            # 「反対した議員は」, not 「反対側」
            r"反対(?![側車方岸])|異議|異論|批判(?:した|する|が|は|的)|難色|不服",
            any_of(
                *"反対 異議 異論 批判 否定 難色 不服 疑問 納得 賛成でき 賛成しかね 認められ 認めがた やめるべき やめて 撤回 中止 見直すべき おかし 遺憾 問題である 問題だと 不要 必要ない".split()
            ),
        ),
    )
)


def lacks_its_stance(question: str, text: str) -> bool:
    """Whether a question asks for who was for or against something, or whether anybody was, and `text` has no word by which one says so."""
    return any(asked.search(question) and not told.search(text) for asked, told in _STANCES)


def asks_for_a_stance(question: str) -> bool:
    """Whether a question asks for who was for or against something."""
    return any(asked.search(question) for asked, _ in _STANCES)
