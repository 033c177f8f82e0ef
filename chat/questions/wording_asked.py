"""A wording whose place is asked for: 「…」という答弁は誰がいつしましたか, 「…」の出典, or nothing but a sentence put in from elsewhere.

Who drafts a reply or checks a paper has the words already and wants town, meeting, day and speaker for them. A question about what is
named in brackets (「新庁舎整備計画」は何年度までですか), or for the reasons of what was said, is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.folding import plain
from corpus.patterns import WHO, any_of

LEAST = 8
"""Letters of a wording in brackets: a shorter one is a word, of which other things are asked."""

LEAST_BARE = 20
"""Letters of a sentence without brackets that asks nothing: a shorter one may be the words of a search."""

_JAPANESE = re.compile("[ぁ-んァ-ヴ一-鿿]")
_OPENING, _CLOSING = "「『“", "」』”"

_SAYING = any_of(
    # 「…という答弁は」
    *r"答弁 発言 回答 答え 返答 説明 言葉 ことば 文言 表現 一文 文章? 記述 記載 くだり 一節 箇所 部分".split(),
    *r"やりとり やり取り 質問 質疑 意見 指摘 要望 提案 報告 挨拶 あいさつ 引用".split(),
)
_SAID = any_of(
    # 「…と答えたのは」「…と書かれているのは」
    *r"答え 答弁し 回答し 返答し 言っ いっ 言い 述べ 発言し 説明し 話し 語っ 明言し 書かれ 書いて 記載され 載って 載った 出て 残って".split(),
)
_ASKS = any_of(
    # 「誰が」「いつの会議」「どこに」
    WHO,
    *r"いつ 何年 何月 何日 どの どこ どんな(?:場面|流れ|文脈|質問) どういう(?:場面|流れ|文脈) 何(?:の|という)(?:会議|議会|委員会|質問)".split(),
    # 「出典は」「本当ですか」「ありますか」
    *r"出典 出どころ 出所 発言者 答弁者 前後 本当 事実 確か 正し あり(?:ます|まし|ませ)か? ある(?:か|の)".split(),
)
_FETCH = r"(?:見つけ|探し|検索し|示し|教え|調べ|見せ)"
_OTHER = re.compile(
    any_of(
        # 「…と答えた理由」「…と答えたあと、どうなりましたか」
        *r"なぜ どうして 理由 わけ 訳 事柄 その後 (?:あと|後)、 どうなっ 進捗 趣旨 意味 どういうこと".split(),
        # 「…」という意見に、市はどう答えましたか
        r"(?:意見|質問|質疑|要望|指摘|提案)(?:に対し|について|に関し|に|を受け).*(?:答|返|対応|考え|見解|方針|どう)",
    )
)
_BEHIND = re.compile(
    r"[、,]?"
    + any_of(
        # 「…」という答弁は誰が
        rf"(?:と(?:いう|の|いった)?)?(?:内容の)?{_SAYING}(?:が|は|を|の|って|について|に関して|、).*{_ASKS}",
        # 「…」と答えたのはいつ
        rf"と、?{_SAID}.*{_ASKS}",
        # 「…」という一文を探して, 「…」と述べた人を教えて
        rf"(?:と(?:いう|の|いった)?)?(?:{_SAYING}|{_SAID}た(?:の|人|方|会議|場面))(?:の(?:出典|場所|箇所|会議))?を?{_FETCH}",
        # 「…」は誰の発言, 「…」の出典
        rf"(?:は|って|の)、?(?:{WHO}の|いつの|どの|どこの|どこに|出典|出どころ|出所|発言者|答弁者|前後|何の会議)",
        # 「…」は会議録にありますか
        r"(?:は|が)、?(?:この)?(?:会議録|議事録|記録)(?:の中)?の?(?:どこ|に(?:ある|あり|出て|載|書))",
    )
)
_BEFORE = re.compile(rf"(?:次|以下|下記|下|こ)の{_SAYING}.*(?:{_ASKS}|{_FETCH})")
"""次の答弁は誰のものですか。「…」"""
_IN_ENGLISH = re.compile(r"^(?:who|when|where|(?:in|at)?which)", re.IGNORECASE)
"""Before a Japanese wording, without blanks (see `plain`)."""
_QUESTION = re.compile(
    r"[?？]|か[。、]?$|(?:教え|示し|見せ|比べ|挙げ|まとめ)|ください|下さい|ほしい|(?:は|って|とは)[。]?$"
)
_END = re.compile(
    r"(?:です|ます|ました|ません|でした|である|ている|ていた|たします|なる|する|した|れる|れた)[。．]?$"
)


@dataclass(frozen=True, slots=True)
class AskedWording:
    """A wording to be placed.

    `words`: letter for letter as it was put in; `rest`: the question without it, which says of which town or period; `outright`: its
    place is asked for, not only the sentence put in.
    """

    words: str
    rest: str
    outright: bool = True


def asked_wording(question: str) -> AskedWording | None:
    """The wording whose place a question asks for; None where it asks for something else.

    >>> asked_wording("青山市で「来年の春までに直してまいります」と答えたのは誰ですか")
    AskedWording(words='来年の春までに直してまいります', rest='青山市でと答えたのは誰ですか', outright=True)
    >>> asked_wording("「来年の春までに直してまいります」と答えた理由は") is None
    True
    """
    found = _bracketed(question)
    if found and (asked := _in_brackets(question, *found)):
        return asked
    bare = question.strip()
    sentence = len(plain(bare)) >= LEAST_BARE and _END.search(bare) and not _QUESTION.search(bare)
    return AskedWording(bare, "", False) if sentence else None


def _in_brackets(question: str, start: int, end: int) -> AskedWording | None:
    """The wording between brackets from `start` to `end`, where its place is asked for."""
    words = question[start + 1 : end - 1].strip()
    before, behind = plain(question[:start]), plain(question[end:])
    if len(plain(words)) < LEAST or not _JAPANESE.search(words):
        return None
    if _OTHER.search(behind) or not _is_placed(before, behind):
        return None
    return AskedWording(words, question[:start] + question[end:])


def _is_placed(before: str, behind: str) -> bool:
    if len(behind) < 2 and not before:
        return True
    if _BEHIND.match(behind) or (len(behind) < 2 and _BEFORE.search(before)):
        return True
    return before.isascii() and bool(_IN_ENGLISH.search(before))


def _bracketed(text: str) -> tuple[int, int] | None:
    """From where to where the longest passage in brackets (or “…”, "…") reaches, with them; brackets within it belong to it."""
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for place, letter in enumerate(text):
        if letter in _OPENING:
            start = start if depth else place
            depth += 1
        elif letter in _CLOSING and depth:
            depth -= 1
            if not depth:
                spans.append((start, place + 1))
    spans += [match.span() for match in re.finditer(r'"[^"]+"', text)]
    return max(spans, key=lambda span: span[1] - span[0], default=None)
