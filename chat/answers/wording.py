"""How council replies are worded: fillers, conclusions, refusals to say, lists.

The rules come from how replies are given in general (挨拶, 復唱, 結び) and name no town, topic or document.
"""

from __future__ import annotations

import re

from chat.answers.fillers import ANNOUNCES as ANNOUNCES
from chat.answers.fillers import FILLER as FILLER
from chat.answers.fillers import TAKES_UP
from chat.answers.fillers import said_again as said_again
from chat.answers.not_given import NOT_GIVEN as NOT_GIVEN
from corpus.folding import plain as plain  # every pattern below is matched against it
from corpus.patterns import NUMERAL, any_of

SHORTEST = 6
"""Characters from which a sentence says something: はい。 and 以上です。 are shorter."""

VERDICT = re.compile(
    any_of(
        # 「有料です。」「可能です。」「同額だ。」, not 「以上です。」「同感です。」
        r"(?!以上|同様|同感|同意|結構|了解|承知|大丈夫|そう)[一-鿿]{2,6}(?:です|であります|でございます|である|だ)[。．]?$",
        # 「できます。」「ありません。」「変わりません。」
        r"(?:[一-鿿]{1,2}[りえわ]|でき|あり|ござい)(?:ます|ません)[。．]?$",
    )
)
"""The answer in a word, which the sentences behind it explain."""

CONCLUSION = re.compile(
    any_of(
        # 「進めてまいります」「実施する予定です」「設置いたしました」
        *r"まいります 参ります まいりたい 参りたい いきます いきたい いく(?:予定|方針|考え|こと)".split(),
        *r"予定(?:です|であります|でございます|して|である) 考えて(?:おります|います|いる|おる)".split(),
        *r"検討(?:し|を|して|中|の上) 研究(?:し|を|して) 努め(?:て|ます|る) 進め(?:て|ます|る)".split(),
        *r"取り組(?:んで|みます|む) こととして(?:おります|います|いる|おる) しました いたしました".split(),
        *r"したところ(?:です|であります|である) ているところ(?:です|であります|である|でございます)".split(),
    )
)
"""Endings by which a reply says what is done or will be done."""

QUESTION = re.compile(
    any_of(
        # 「教えていただけますか」
        r"(?:教え|説明し|聞かせ|お示し|答え)て"
        r"(?:(?:いただ|頂)(?:き(?:たい|ますか|ますと)|け(?:ます|れば|ると|ない))|くださ|下さ|ほし|もらいたい)"
        r"[^。]{0,16}。?$",
        # 「お聞きしたい」
        r"(?:伺い|お聞きし)たい[^。]{0,16}。?$",
        # 「いつでしょうか」
        r"(?:でしょう|でございましょう|ません|ます|です)か[。？?]$",
    )
)
"""A sentence by which somebody asks, whoever it is."""

OPENS = re.compile(
    rf"^\s*(?:{TAKES_UP}|次の|最初に|それから|もう[一1１]点|"
    rf"第?{NUMERAL}{{1,2}}(?:点目|つ目|番目|項目)|[①-⑳]|[(（]\d{{1,2}}[)）])"
)
"""Begins a sentence by which a speaker takes up the next matter."""

NAMES_ITS_POINT = re.compile(
    r"(?:また、?|次に、?|それから、?|最後に、?|あと、?)?([^。、]{1,30})(?:につ(?:いて|きまして)|に関し(?:て|まして))"
    r"(?:は|で(?:す|あります|ございます)(?:が|けれど))"
)
"""Begins a sentence by which a reply comes to one of the points of what was asked: 「本人の負担についてですけれども、…」."""

LIST_LEAD = re.compile(r"(?:次|以下|下記)の(?:よう|とおり|通り|もの|こと|対策|取組|点|項目|[^。]{1,10}を)")
"""A sentence that announces a list; the list belongs to it."""

LEADS_ON = re.compile(
    r"(?:次|以下|下記|別紙|別表|別添)の?(?:とおり|通り)(?:です|でした|でございます|であります|である|となって(?:おります|います|いる))?[。．:：]?$"
)
"""A sentence that only says where it is told (「主な意見は下記のとおりです。」); at the end of a turn nothing is."""

LIST_ITEM = re.compile(
    r"^(?:[・○●■◆◇□▪︎•\-－‐*＊]|[①-⑳]|[（(][\d一二三四五六七八九十アイウエオァ-ン]{1,3}[)）]|\d{1,2}[.．、)）])"
)

NOTED = re.compile(r"^[・\-－*＊]?[^。]{2,60}(?:について|に関して|につき)の?(?:説明|報告)。?$")
"""A line of a digest that says only that something was explained: ・見直しの方向について説明."""

LEANS_BACK = re.compile(
    r"^"
    + any_of(
        *r"これ それ その この そこ そう こう".split(),
        r"同(?:会議|計画|事業|制度|組織|課|市|システム|施設|協議会|委員会|条例)",
        *r"こちら そちら ここ また[、，](?:これ|それ|その|この) ただし ただ[、，] しかし 一方 具体的に 例えば たとえば なお なぜなら".split(),
        *r"というのも というのは このため そのため したがって よって 従って".split(),
    )
)
"""A sentence that is understood only with the one before it."""

COUNTS_ON = re.compile(
    r"^(?:さらに|そして|また|それと|それから|あと)?、?"
    + any_of(
        # 「もう一つは」「二つ目は」「３点目は」
        r"もう[一1]つ",
        r"[二三23](?:つ|点)目",
    )
)
"""A sentence that goes on counting what the one before it began to count: half of the reasons is half of the answer."""

COUNTS_OUT, FIRST_OF_THEM = (
    re.compile(
        r"[2-9二三四五六七八九](?:つ|点|項目)[^。、]{0,20}(?:(?:ござい|あり)ま|いただ|頂|受け|挙げ|示さ)"
    ),
    re.compile(r"^(?:まず|初めに|はじめに|最初に)?、?[一1](?:つ|点)目"),
)
"""「3点の御指摘がありました。まず1点目は、…」: the first says how many, the second which."""

LIMITS = re.compile(r"^(?:ただし|但し|ただ、|もっとも、|しかし(?:ながら)?、)")
"""A sentence that limits what the one before it says: who quotes that one alone quotes it wrongly."""


def says_nothing(plain: str) -> bool:
    """Whether a sentence (as `plain` writes it) is too short to say anything, or thanks, greets or announces only."""
    return (len(plain) < SHORTEST and not VERDICT.match(plain)) or bool(FILLER.search(plain))
