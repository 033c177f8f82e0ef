"""What is typed into a conversation and asks the record nothing: thanks, greetings, „go on“, requests that a program which quotes cannot do.

None of it has an answer in any record, and 「該当する答弁は見つかりませんでした」 would say that it might have had one. It gets a plain line, and what is
asked after it goes on from what was spoken of before it. Each form is matched whole: 「空き家対策を要約して」 names a matter and is a question.
"""

from __future__ import annotations

import re

from chat.questions import aside_words as words
from chat.saying import Saying
from retriever.languages import is_japanese
from retriever.question import normalise

LONGEST = 60
"""Characters of an aside; whoever writes more has a matter."""


EMPTY = Saying("質問を入力してください。", "Please type a question.")
THANKS = Saying(
    "お役に立てれば幸いです。続けてお尋ねいただけます。", "You are welcome. You can go on asking at any time."
)
GREETING = Saying(
    "こんにちは。会議録に書かれていることをお尋ねください。",
    "Hello. Please ask about what the minutes say.",
)
HEARD = Saying(
    "ほかに知りたいことがあれば、続けてお尋ねください。",
    "If there is more you want to know, please go on asking.",
)
DOUBTED = Saying(
    "示しているのは会議録の文そのものです。番号を開くと、前後の文とあわせて確かめられます。",
    "What is shown are the sentences of the record as they stand. Open a number to check them with what stands around them.",
)
UNHAPPY = Saying(
    "お役に立てず申し訳ありません。自治体・会議・時期や、会議録に出てきそうな言葉を添えて、もう一度お尋ねください。",
    "I am sorry that this was of no help. Please ask again with a town, a meeting, a date or words that the minutes may use.",
)
NO_WRITING = Saying(
    "要約・翻訳・文章や図表の作成はできません。会議録の文をそのまま示すので、知りたい事柄をお尋ねください。引用は出典とともに書き写せます。",
    "I cannot summarise, translate, write texts or draw charts. I show sentences of the minutes as they stand: please ask about a matter. "
    "Quotations can be copied together with their source.",
)
NO_OPINION = Saying(
    "意見や評価は述べません。会議録に書かれていることだけを示します。",
    "I give no opinions. I only show what the minutes say.",
)
ABLE = Saying(
    "読み込まれている会議録から、質問に答えている文を、自治体・会議・日付・発言者とともにそのまま示します。ふだんの言葉でお尋ねください。"
    "自治体・会議・時期・議員の名前を添えると絞り込めます。",
    "I show the sentences of the loaded minutes that answer a question, as they stand, with town, meeting, date and speaker. Ask in your own "
    "words; name a town, a meeting, a date or a member to narrow the search.",
)

_JAPANESE = tuple(
    (said, re.compile(rf"{words.LEAD}(?:{form}){words.POLITE}(?:(?:{form}){words.POLITE})?", re.IGNORECASE))
    for said, form in (
        (THANKS, words.THANKS),
        (GREETING, words.GREETING),
        (HEARD, words.HEARD),
        (DOUBTED, words.DOUBTED),
        (UNHAPPY, words.UNHAPPY),
        (NO_WRITING, words.MAKING),
        (NO_OPINION, words.NO_OPINION),
        (ABLE, words.ABLE),
    )
)
_ENGLISH = tuple(
    (
        said,
        re.compile(
            rf"{words.THIS}(?:{form})(?:[ ,.!?]|please|very much|so much|a lot|for me|me|again|then|now)*",
            re.IGNORECASE,
        ),
    )
    for said, form in (
        (THANKS, words.ENGLISH_THANKS),
        (GREETING, words.ENGLISH_GREETING),
        (HEARD, words.ENGLISH_HEARD),
        (DOUBTED, words.ENGLISH_DOUBTED),
        (UNHAPPY, words.ENGLISH_UNHAPPY),
        (NO_WRITING, words.ENGLISH_NO_WRITING),
        (NO_OPINION, words.ENGLISH_NO_OPINION),
        (ABLE, words.ENGLISH_ABLE),
    )
)
_OTHERS = tuple(
    (said, re.compile(rf"(?:{form})[\s。！!？?.～~]*"))
    for said, form in (
        (THANKS, words.OTHER_THANKS),
        (GREETING, words.OTHER_GREETING),
        (HEARD, words.OTHER_HEARD),
    )
)


_ANY_WORD = re.compile(r"[^\W_]")

_PICTURES = re.compile(
    r"[(（](?:[^\w()（）]|[_;^TmoOωー]){2,12}[)）]|[^\w\s!-~。、！？…～・「」（）]|(?<![A-Za-z])[wｗ笑]+$"
)
"""Signs beside the words: 🙏, (^^), (T_T), ♪, ｗｗ, 笑."""


def aside(question: str) -> Saying | None:
    """What is said to a message that asks the record nothing; None for a question."""
    text = normalise(question)
    if len(text) > LONGEST:
        return None
    if not _ANY_WORD.search(text):
        return EMPTY
    text = _PICTURES.sub("", text)
    if whole := _said_to(text):
        return whole
    pieces = [_said_to(piece) for piece in re.split(r"[。、,.!！\s]+", text) if piece]
    if len(pieces) < 2 or None in pieces:
        return None
    return next((piece for piece in pieces if piece is not HEARD), HEARD)


def _said_to(text: str) -> Saying | None:
    forms = (*_JAPANESE, *_ENGLISH, *_OTHERS)
    return next((said for said, form in forms if form.fullmatch(text)), None)


def in_english(question: str) -> bool:
    """Whether the line to an aside is wanted in English."""
    return any(letter.isalpha() for letter in question) and not is_japanese(question)
