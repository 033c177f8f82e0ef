"""Whether a question asks for a decision (設置するのか, できるのか), and by which sentence a reply gives it.

A reply tells how things stand first and what follows from it last: 「…承知しております。…拡充につきましては、慎重に検討してまいります。」 The sentences
before it share the most words with the question, the last one answers it. What a member wanted is asked for in its own words, and answered by the
sentences by which he wishes for it.
"""

from __future__ import annotations

import re

from corpus.patterns import IS_NOT, WHICH, any_of
from retriever.answer_kinds import WHEN
from retriever.question import normalise

_WHETHER = re.compile(
    any_of(
        # 「設置するのか」
        r"(?:[うくぐすつぬぶむるたいだ]|ません|ます|です|でしょう)[のん]?(?:です|でしょう)?か[。?？]*$",
        # 「増やす考えはあるか」「できるかどうか」
        r"(?:つもり|予定|考え|見通し|可能性|余地)[はが]?(?:ある|あり|ない)[^、。]{0,6}[。?？]*$",
        r"かどうか",
    )
)
_OTHERWISE = re.compile(
    any_of(
        *r"何(?!か) いくつ(?!もり) 幾つ いくら 幾ら どれ 誰 だれ どなた どこ どんな どちら".split(),
        WHEN,
        WHICH,
        *r"(?<!ぶ)どう(?!か) なぜ なんで 理由 それぞれ".split(),
    )
)
"""Asks for something else than whether."""

_INTENDED = re.compile(
    any_of(
        # 「どこを変える考えですか」「いつ始めるつもりか」
        r"(?:る|う|く|つ|む|ぶ|す|ない)(?:考え|つもり|方針|予定)(?:です|でしょう|なの)?か[。?？]*$",
        # 「今後の見通しは」「公債費 今後」「これからどうする」
        r"(?:今後|これから|この先|将来)(?:の(?:見通し|対応|方針|取組|考え|対策|予定|展開|進め方|在り方|あり方))?(?:[はもを]|[。?？]*$|[ 、]|どう|どのよう)",
        r"(?:見通し|展望|先行き)[はを]",
    )
)

_CASE_ASKED = re.compile(
    r"(?:なら(?:ば)?|場合(?:に)?(?:は)?|たら|だら|れば|ければ|とき(?:に)?(?:は)?)、?[^。、]{0,12}?どう(?:する|し[たてま]|対応|対処)"
)
_CASE_TOLD = re.compile(r"場合(?:に)?(?:は|も|、)|(?:ときに?|際に?)は|[けれ]れば、")

_DECIDES = re.compile(
    any_of(
        # 「検討します」「考えております」「困難です」
        *r"検討(?!され) 研究(?:し|を|課題) 考えて(?:おり|い|は) 予定(?:です|で[あご]|として|して) 難し 困難 でき(?:ない|ません|ます|る)".split(),
        r"見込",
        # 「導入してまいります」
        any_of(
            *r"実施 設置 導入 整備 拡充 開始 拡大 廃止 継続 見直し 配置 策定 制定 支援 助成 対応".split(),
        )
        + r"(?:いた)?して(?:まいり|参り|いき|おり)",
        # 「廃止いたします」
        r"(?:実施|設置|導入|整備|拡充|開始|拡大|廃止|継続|配置|策定|制定)(?:いた)?します",
        # 「予定はございません」「工夫を要する」
        r"(?:ありません|ございません|おりません)(?!が|けれど|けど)",
        *r"要する 必要[がは](?:ある|ない|あり)".split(),
        # 「慎重に」「適切で」「可能です」
        *r"慎重 適切で 不要 可能(?!な) 判断".split(),
    )
)
_END = 60
"""Characters at the end of a sentence in which its verb stands with what belongs to it."""


def asks_whether(question: str) -> bool:
    """Whether a question asks for a decision, or whether something is so, and for nothing else.

    >>> asks_whether("市は児童館を設置するのか"), asks_whether("どこに設置するのか")
    (True, False)
    >>> asks_whether("ひとり親などの家庭への手当を増やすかどうか")
    True
    """
    text = normalise(question)
    return bool(_WHETHER.search(text)) and not _OTHERWISE.search(text)


def asks_for_a_plan(question: str) -> bool:
    """Whether a question asks what is meant to be done, or how things will go on.

    >>> asks_for_a_plan("駅前をどう変える考えですか"), asks_for_a_plan("財政の見通しはどうか"), asks_for_a_plan("駅前はどう変わりましたか")
    (True, True, False)
    """
    return bool(_INTENDED.search(normalise(question)))


def asks_of_a_case(question: str) -> bool:
    """Whether a question asks what is done where something is so.

    >>> asks_of_a_case("分別が守られないままなら、町はどうするつもりか"), asks_of_a_case("駅前をどうするつもりか")
    (True, False)
    """
    return bool(_CASE_ASKED.search(normalise(question)))


def tells_of_a_case(sentence: str) -> bool:
    """Whether a sentence says what is done where something is so: in a reply the case is named otherwise (「改善されない場合には、…」)."""
    return bool(_CASE_TOLD.search(sentence))


def decides(sentence: str) -> bool:
    """Whether a sentence says what is planned, weighed or declined. What the ledger counts as a statement (`chat.commitments.clauses`) is
    another thing: 「入院は昨年拡充いたしました」 is one, and does not decide on what is asked (1,455 questions: one less is right by it).

    >>> decides("設置につきましては、慎重に検討してまいります。"), decides("要望があることは承知しております。")
    (True, False)
    """
    return bool(_DECIDES.search(sentence[-_END:]))


_WANTED = re.compile(
    any_of(
        *r"求め 要望 要請 お?願[いっう] 頼[みんむ] 望[みんむ] 提案 提言 訴え 主張 迫[っりる] 促[しす] (?:ほし|欲し)い(?:と|って)".split(),
    )
    + r"(?:[^。、はがもにを]{0,10}$|[^。、]{0,6}(?:もの|こと|の)は)"
)
"""How a question ends that asks what a member wished for."""
_WISHES = re.compile(
    any_of(
        # 「開けてほしい」「いただきたい」「いただけませんか」
        *r"(?:て|で)(?:ほし|欲し)い (?:いただ|頂)き(?:たい|ますよう) もらいたい".split(),
        r"(?:いただ|頂)け(?:ない|ません|れば|ますか)",
        # 「求めます」「願いします」「要望します」「すべきだ」
        r"求め(?:ます|たい|る。)",
        r"願い(?:します|いたします|したい|いたしたい|申し上げ|です)",
        *r"要望(?:し|いた) 提案(?:し|いた|です) べきで(?:は|す|あ) べきだ".split(),
        # 「できないでしょうか」「してはどうか」
        r"(?:でき|出来)(?:ない|ません)(?:の|もの)?(?:でしょう)?か",
        *r"てはどう てはいかが".split(),
        # 「考えはないか」
        rf"(?:考え|つもり)(?:は|が){IS_NOT}",
    )
)
_TO_BE_TOLD = re.compile(
    any_of(
        # 「教えていただきたい」
        r"(?:教え|説明し?|示し|答え|聞かせ|答弁し?)[てを]?(?:いただ|頂|ほし|欲し|もらい)",
        # 「見解を求めます」
        r"(?:答弁|お答え|説明|見解|所見|考え|お示し)を?[^。、]{0,6}(?:求め|願い)",
    )
)
"""He wants to be told something."""


def asks_for_a_wish(question: str) -> bool:
    """Whether a question asks what a member wanted."""
    return bool(_WANTED.search(normalise(question).rstrip("。?？!！ ")))


def wishes(plain: str) -> bool:
    """Whether by a sentence (as `chat.answers.wording.plain` writes it) a member wishes for something, not to be told something."""
    return bool(_WISHES.search(_TO_BE_TOLD.sub("", plain)))
