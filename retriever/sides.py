"""Whose words a question is after: a member's, the executive's reply, or anybody's. Read from its grammar, not from its matter.

Who acts last in it decides. 「議員が求めた助成に市はどう答えたか」: a member and the city act, the city last: its reply is wanted.
「市の答弁を聞いて、議員は何と言ったか」 is the other way round. Who acts in a relative clause alone (「議員が求めた助成はいつ始まるか」)
does not act in the question, unless what he said is the very thing that is asked for (「議員が求めたものは何か」).

Measured on 472 questions in as many wordings (tests/fixtures/wordings/questions.jsonl), labelled by someone who had not seen the rules: lists of
whole sentences, as before, were right for 0.62 of them; rules made with one half before their eyes for 0.82 of the other half, and now,
with both seen, 0.97.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retriever import sides_words as words
from retriever.sides_foreign import (
    KANA,
    SUBJECT_EN,
    Side,
    chinese_side,
    english_side,
    in_chinese,
    korean_side,
)

_LAST = 8
"""Characters behind the one who asked within which a question ends that is about him, whoever stands before (「市の方針に違和感を示したのは
誰ですか」)."""


LONGEST = 400
"""Characters from the end that are looked at: of a pasted page what is asked stands there, and each further speaker costs time."""


def wanted_side(question: str) -> Side:
    """Whose words answer a question (normalised, see `retriever.question.normalise`)."""
    text = question.strip().rstrip("。?？!！ ")[-LONGEST:]
    if KANA.search(text):
        return _japanese(text)
    if re.search("[가-힣]", text):
        return korean_side(text)
    if re.search("[一-龥]{2}", text):
        return chinese_side(text) if in_chinese(text) else _japanese(text)
    return english_side(text)


def asks_for_both(question: str) -> bool:
    """Whether a question (normalised) wants to know who asked and, besides, who or what was replied: 「尋ねた議員と、答えた部長は」,
    「取り上げた議員は誰ですか。何か所ありましたか」."""
    text = question[-LONGEST:]
    if words.ASKER_AND_REPLIER.search(text):
        return True
    asker = words.ASKER.search(text)
    if asker is None:
        return False
    before = re.split("[。?]", text[: asker.start()])[:-1]
    behind = re.split("[。、?]|(?<=[員誰])で", text[asker.end() :])[1:]
    return any(_is_of_the_reply(piece.strip()) for piece in (*before, *behind))


def _is_of_the_reply(piece: str) -> bool:
    """Whether a piece beside that by which the asker is asked for wants something of the reply, not what he said too."""
    his = words.SAYS_LAST.search(piece.rstrip("。?!")) and not words.OFFICIAL_ACTS.search(piece)
    return bool(words.BESIDE.search(piece)) and not his


def names_a_speaker(question: str) -> bool:
    """Whether a question (normalised) says who acts: a follow-up that does not means whoever was asked about before."""
    return any(pattern.search(question) for pattern in (words.MEMBER_ACTS, words.OFFICIAL_ACTS, SUBJECT_EN))


def names_an_official(question: str) -> bool:
    """Whether the town or one of its officials acts in a question (normalised)."""
    return bool(words.OFFICIAL_ACTS.search(question))


def _japanese(text: str) -> Side:
    if words.WHICH_OFFICIAL.search(text):
        return "reply"
    if words.ASKED_OF.search(text):
        return "member"
    if words.CITED.search(text):
        return "either"
    acts, replies = list(words.MEMBER_ACTS.finditer(text)), list(words.OFFICIAL_ACTS.finditer(text))
    if any(act["told"] and not re.search(words.REPLIED, text[act.end() :]) for act in acts):
        return "member"
    after = replies[-1].start() if replies else 0
    if any(_is_his(text, act) for act in acts if act.start() >= after):
        return "member"
    if acts and words.SAYS_LAST.search(text) and any(_is_topic(text, act, replies) for act in acts):
        return "member"
    who = words.WHO_ASKED.search(text, replies[-1].end() if replies else 0)
    if who and (not replies or len(text) - who.end() <= _LAST):
        return "either" if words.ELSEWHERE.search(text[: who.start()]) else "member"
    if acts and not replies:
        facts = words.BECAME.search(text) or any(_no_words(text[act.end() :]) for act in acts)
        return "reply" if facts else "either"
    anybody = not acts and not replies and words.ANYBODY.search(text)
    return "either" if anybody else "reply"


def _no_words(rest: str) -> bool:
    """Whether what stands behind a member asks who he is or what is no word of his."""
    return bool(words.FACT.search(rest) or words.WHO_IT_IS.search(rest))


def _is_topic(text: str, act: re.Match[str], replies: Sequence[re.Match[str]]) -> bool:
    """Whether a member is what the whole question is about (は), and not one of the executive after him."""
    if act["mark"] not in ("は", "って") or re.search(r"[らさわ]れた$", text[: act.start()]):
        return False
    return not any(each[0].endswith("は") for each in replies if each.start() > act.start())


def _is_his(text: str, act: re.Match[str]) -> bool:
    """Whether what the member of `act` said is asked for."""
    mark, before, rest = act["mark"], text[: act.start()], text[act.end() :]
    if words.FACT.search(rest):
        return False
    relative = re.search(r"[たるい](?:[^、。]{0,8}の)?$", before)
    if not relative and "質問者" not in act[0] and words.WHO_IT_IS.search(rest):
        return False
    if re.search(r"[らさわ]れた$", before) and not re.search(r"語られた$", before):
        return False
    if mark.startswith("から"):
        beside = re.search(words.WH, before) and words.WHETHER_FROM_HIM.search(rest)
        return bool(words.FROM_HIM.search(rest)) and not beside
    if mark == "の":
        return bool(words.OF_HIM.search(rest))
    if mark in ("がい", "はい") or act["told"]:
        return True
    if mark in ("", "、") and words.TYPED.search(rest):
        return True
    if mark in ("", "、"):
        return bool(words.SAID.search(rest) or (relative and words.ARE.search(rest)))
    return bool(
        words.SAID.search(rest)
        or words.ARE.search(rest)
        or (mark in ("は", "って") and re.search(words.WH, text))
    )
