"""What was asked in the conversation itself: 「私は最初に何を聞きましたか」「これまでの質問を一覧にして」. No record tells it; the conversation does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import any_of
from retriever.languages import is_english
from retriever.question import normalise

LISTED, LONGEST = 10, 80
"""Questions that are listed, the newest, and characters of each: what is read in one look."""

_I = r"(?:私|わたし|僕|自分|こちら)(?:は|が|の)?、?"
_JUST = r"(?:さっき|先ほど|先程|さきほど)"
_WHEN = rf"(?:{any_of(_JUST, '(?:一番|いちばん)?(?:最初|はじめ|初め)', '直前', '(?:一つ|ひとつ|1つ)?前', 'これまで', 'ここまで', '今まで')}(?:に|は|で)?、?)"
_DID = r"(?:(?:聞い|尋ね|質問し)(?:た|てい?(?:た|まし(?:た)?))|(?:聞き|尋ね|質問し)まし(?:た)?)(?:の|ん)?(?:です|でしょう|だ)?(?:か|け)?"
_IS = r"(?:(?:は|って)?(?:何|なん|なに)(?:です|でし|だっ)?た?か?"
_TELL = r"|(?:を|の)?(?:全部|すべて|一覧|リスト)(?:に|で|を)?(?:して|見せて|教えて|並べて|挙げて|出して)?|を(?:見せて|教えて|並べて|挙げて|出して))(?:ください|下さい)?"
_JAPANESE = re.compile(
    any_of(
        # 「私は最初に何を聞きましたか」「最初に私は何を聞いた？」
        rf"(?:{_WHEN}?{_I}|{_I}{_WHEN}|{_JUST}(?:は|、)?)(?:何|なに)(?:を|について)?{_DID}",
        # 「さっき私が聞いたのは何でしたか」
        rf"(?:{_WHEN}?{_I}|{_I}{_WHEN})(?:聞い|尋ね|質問し)た(?:の|こと|質問){_IS}{_TELL}",
        # 「最初の質問は何でしたか」「これまでの質問を一覧にして」
        rf"(?:{_I})?{_WHEN}の(?:{_I})?(?:質問|問い){_IS}{_TELL}",
    )
    + r"[。?？]*"
)
_ENGLISH = re.compile(
    any_of(
        # "What did I ask first?"
        r"what (?:did|have) i ask(?:ed)?(?: you)?(?: (?:first|at first|before|so far|last|just now|earlier))?",
        r"what was my (?:first|last|previous) question",
        r"(?:list|show(?: me)?) (?:all )?my questions(?: so far)?",
    )
    + r"[?. ]*",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(r"最初|はじめ|初め|\bfirst\b", re.IGNORECASE)
_JUST_NOW = re.compile(
    r"さっき|先ほど|先程|さきほど|直前|前|\b(?:last|previous|just now|before)\b", re.IGNORECASE
)


def asks_what_i_asked(question: str) -> bool:
    """Whether a question asks for nothing but what was asked in the conversation."""
    text = normalise(question)
    return bool(_JAPANESE.fullmatch(text) or _ENGLISH.fullmatch(text))


def recalled(question: str, asked: Sequence[str]) -> str | None:
    """The first, the last or all of the questions `asked` in a conversation (oldest first); None where something else is asked."""
    if not asks_what_i_asked(question):
        return None
    english = is_english(normalise(question))
    if not asked:
        return "Nothing has been asked yet." if english else "この会話では、まだ何もお尋ねになっていません。"
    if _AT_FIRST.search(question):
        head, chosen = (
            "Your first question was:" if english else "最初のお尋ねは、次のとおりです。",
            asked[:1],
        )
    elif _JUST_NOW.search(question):
        head, chosen = (
            "Your last question was:" if english else "一つ前のお尋ねは、次のとおりです。",
            asked[-1:],
        )
    else:
        head = "So far you have asked:" if english else "この会話でのお尋ねは、次のとおりです。"
        chosen = asked[-LISTED:]
    lines = (one if len(one) <= LONGEST else f"{one[:LONGEST]}…" for one in map(normalise, chosen))
    return "\n".join([head, *(f"・{one}" for one in lines)])
