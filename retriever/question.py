"""A question made plain, and what its wording alone tells: whether several towns are meant, whether it goes on from before, what it is after.

1. `normalise`: NFKC, letter-spaced capitals squeezed, abbreviations that are typed as they are spoken put in letters.
2. `asks_across_towns`: several towns wanted. Whose words are wanted: `retriever.sides`; what kind of answer: `retriever.answer_kinds`.
3. `is_follow_up`: the question leans on the one before; `leans`: its wording alone says so.

All rules are general wording of questions in Japanese and English (and the commonest Chinese and Korean question words).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpus.kana import hiragana, katakana
from corpus.patterns import WHICH, WHO, any_of, not_after
from corpus.wordlists import pairs


# Some fifty rules ask it of the same question, sentences of the record come between: what was wanted last is kept, no more of it.
@lru_cache(maxsize=256)
def normalise(text: str) -> str:
    """NFKC, white space folded, letter-spaced capitals squeezed (H E M S → HEMS).

    NFKC is for understanding only: what is quoted is never normalised.
    """
    text = _IN_KATAKANA.sub(lambda letter: katakana(letter[0]), unicodedata.normalize("NFKC", text))
    text = re.sub(r"(?<![A-Za-z])(?:[A-Z] ){2,}[A-Z](?![A-Za-z])", lambda m: m.group().replace(" ", ""), text)
    # The dictionary takes ちゃん behind a noun for what is called after a name (花ちゃん).
    text = _LET_KNOW.sub("お知らせ", text).replace("ちゃんと", "きちんと")
    # As synonyms are written (バスがなくな, なくす).
    text = _NO_MORE.sub("なく", text)
    text = _SPELLED_OUT.sub(_in_letters, text)
    text = _FULL_STOP.sub("。", _COMMA.sub("、", text))
    text = _MARKS.sub("?", text)
    text = _RECALLED.sub(_as_asked, text)
    text = _SPOKEN.sub(lambda said: _WRITTEN[said.lastgroup or ""], text)
    text = _ENDS_UNMARKED.sub(r"\1。", _LEFT_OUT.sub(r"\g<0>は", text))
    return re.sub(r"\s+", " ", text).strip()


_IN_KATAKANA = re.compile(r"ぺ(?=[ァ-ヺー])|[へべ](?=ー[ァ-ヺ])|(?<=[ァ-ヺー])[べぺ](?=[ァ-ヺー])")
"""Letters that look alike in hiragana, typed within a word in katakana (ぺーパー, スぺース)."""
_COMMA, _FULL_STOP = re.compile(r"(?<=[ぁ-ヿ一-龥々]),"), re.compile(r"(?<=[ぁ-ヿ一-龥々])\.(?![A-Za-z0-9])")
"""As many offices type 、 and 。: 「，」 and 「．」, which NFKC makes those of English."""
_MARKS = re.compile(r"!+\?[?!]*|\?[?!]+")
"""「？！」「！？」「？？」: the end of a question, for what looks for one mark."""
_RECALLED = re.compile(
    r"(?P<is>でした|だった|(?<!ん)だ|(?<=[たるいなう]ん)だ)?(?P<did>[ただ])?っけ(?:か|ね|な)?(?=[。?？]|$)"
)
"""「いつでしたっけ」「何と言っていましたっけ」: who has forgotten asks as any other."""


_WRITTEN = pairs(
    "who=誰 what=何 where=どこ which=どの called=という about=どのくらい sum=いくら much=どれだけ how=どのように is=ですか if=か"
)
_SPOKEN = re.compile(
    any_of(
        r"(?P<who>どなた)",
        # 「なにをしていますか」「理由はなんですか」, not 「なにがし」 or 「必要なんですか」
        r"(?P<what>なに(?=を|が(?!し))|(?<=は)な[にん](?=です|でしょう))",
        # 「どこの課」「どちらの委員」
        r"(?P<which>(?:どこ|何処|どちら)の(?=[部課局室係]|委員|議員|会派|担当))",
        r"(?P<called>っていう)",
        r"(?P<where>何処)",
        # 「どの位の人」「いかほどの人」; 「値段はいかほどですか」
        r"(?P<about>ど[のれ]位|いかほど(?=の))",
        r"(?P<sum>いかほど)",
        r"(?P<much>どんだけ)",
        r"(?P<how>ど(?:んな|ういう)(?:ふう|風)に)",
        # 「どちらでございますか」「誰なの」
        r"(?P<is>(?:でございます(?:でしょう)?か|なの)(?=[。?？]|$))",
        # 「借りられるのかな」「いつかしら」「いつですかね」
        r"(?P<if>か(?:な|しら|ね)(?=[。?？]|$))",
    )
)
"""What one says for the words of patterns."""


def _as_asked(recalled: re.Match[str]) -> str:
    return "ですか" if recalled["is"] else f"{recalled['did'] or ''}か"


_LEFT_OUT = re.compile(
    any_of(
        # 「聞いた委員誰ですか」「この答弁をした方どなた」
        rf"(?:委員|議員|会長|[部課局室市町村区]長|職員|た[人方者])(?={WHO})",
        # 「訴えたの誰でしょう」「落としたの何の取組」; not 「事務局の誰」
        rf"[たるいだ]の(?={any_of(WHO, 'どの', 'どこ', 'いつ', 'なぜ', '何(?![かもら])', 'どんな')})",
    )
)
"""Where who types in a hurry leaves out は before what is asked."""
_ENDS_UNMARKED = re.compile(r"((?:です|ます|した|せん|しょう)か)(?=[一-龥ァ-ヴA-Za-z])")
"""Where a question ends without a stop and another begins: 「誰ですか市は何と答えましたか」."""


def asking_why(text: str) -> str:
    """A question with 「何のせいで」 as 「なぜ」, which of the kana alone is read as 成果.

    >>> asking_why("遅れたのは、何のせいですか。"), asking_why("何のせいで遅れたか")
    ('遅れたのは、なぜですか。', 'なぜ遅れたか')
    """
    return _WHOSE_FAULT.sub("なぜ", text)


_NO_MORE = re.compile("無く(?=[なさしすせそ])")
_WHOSE_FAULT = re.compile(r"(?:何|(?<![ぁ-ゖ])なん)の(?:せい|所為)(?:で(?![すし]))?")


def _in_letters(run: re.Match[str]) -> str:
    """The letters that are named; as they stand where the run is one of them said twice, as names are (わいわい広場, ゆーゆー館)."""
    letters = "".join(_LETTER_NAMES[name] for name in _LETTER.findall(katakana(run[0])))
    return run[0] if len(letters) == 2 and letters[0] == letters[1] else letters


_LETTER_NAMES = pairs(
    "エー=A エイ=A ビー=B シー=C ディー=D イー=E エフ=F ジー=G エイチ=H エッチ=H アイ=I ジェー=J ジェイ=J ケー=K ケイ=K エル=L エム=M エヌ=N オー=O ピー=P "
    "キュー=Q アール=R エス=S ティー=T ユー=U ブイ=V ダブリュー=W エックス=X ワイ=Y ゼット=Z"
)
_LETTER = re.compile("|".join(sorted(_LETTER_NAMES, key=len, reverse=True)))
_NAMES_IN_EITHER = "|".join(
    f"{name}|{hiragana(name)}" for name in sorted(_LETTER_NAMES, key=len, reverse=True)
)
_SPELLED_OUT = re.compile(
    rf"(?<![ぁ-ゖァ-ヺー])(?!けいえい|けいあい)(?:{_NAMES_IN_EITHER}){{2,6}}(?=[^ぁ-ゖァ-ヺー]|$|[はがをにでとのもや](?![ぁ-ゖー]*ー))"
)
"""An abbreviation that is typed as it is spoken: えすえぬえす, エーアイ, でぃーえっくす; 経営 and 敬愛 in kana are none."""

_LET_KNOW = re.compile(r"(?<![おご御])知らせ(?=[るたてずまな])")
"""知らせる is 周知, not 知る, which the dictionary makes of it; as the noun it is found."""


_A_TOWN = "(?![民場営道内会間域画])"
"""Behind 市, 町, 村, 区: not of 市民, 市場, 市営, 町内会, 町会, 区間, 区域, 区画."""
_ACROSS = re.compile(
    any_of(
        # 「ほかの市では」, not 「他市の事例」
        r"(?:他|ほか|よそ)の?(?:市|町|村|区|自治体|都市|団体)(?!の?(?:失敗|成功|先進)?(?:例|事例))",
        # 「各市の」「自治体ごとに」
        rf"各(?:市|町|村|区|自治体){_A_TOWN}",
        *r"市ごと 自治体ごと 町ごと 市町村ごと 市別".split(),
        # 「どの町が」「どこの市で」
        rf"{WHICH}(?:市|町|村|区|自治体){_A_TOWN}",
        r"どこの(市|町|村|区|自治体)",
        # 「実施した市はある」「それぞれの区」
        *r"(市|自治体|町|区)はある それぞれの(?:市|町|村|区|自治体)".split(),
        # 「導入している町は」「行う市を全部」
        r"[うくぐすつぬぶむるいた](市|町|村|区|自治体|団体)"
        r"(?:は(?:どこ|どちら)|を(?:全部|すべて)?(?:教え|挙げ|並べ|探|知り|一覧|集め))",
        # 「複数の市」「自治体を挙げて」「市を比べ」
        r"複数の(市|自治体)",
        r"自治体(を|は)(?:全部|すべて)?(挙げ|比べ|比較)",
        r"市を(挙げ|比べ|比較)",
        # 「導入した市と」「行っている町を」
        *r"した市と する市と いる自治体".split(),
        r"[てで]い[るた](?:市|町|村|区)(?:と(?!して)|[をはもで、]|から|があ(?:れば|りますか|るか)|$)",
        # 「市はすべて」
        r"(市|自治体|町|区)(は|を|が)?(すべて|全て)",
        # 「二つを比べて」, not 「前年と比べて」「全国と比べて」
        rf"{not_after(*'年と 年度と 前と 月と 計画と 予定と 見込みと 国と 平均と'.split())}比べ",
        # 「比較」「違い」「横並びで」
        *r"比較 (?<![一-龥きいれえ])違い どう違 横並びで(?:見|比べ|知り|示|教え)".split(),
        # in English and Chinese
        r"other (?:cities|towns|municipalities)",
        r"each (?:city|town|municipality)",
        r"which (?:cities|towns|municipalities|city|town|municipality)",
        # "How do they compare?", not "How does it compare with the country?"
        r"\bcompare(?![a-z]* (?:to|with) (?:[a-z]+ ){0,3}(?:country|nation|national|average|prefecture|year|before))",
        *r"\bdiffer 哪些城市 哪个城市".split(),
    ),
    re.IGNORECASE,
)


def asks_across_towns(question: str) -> bool:
    """True where one best exchange a town is wanted rather than one exchange."""
    text = _BESIDE_OTHERS.sub("", normalise(question))
    return bool(_ACROSS.search(_AN_EXAMPLE.sub("", text)))


_OTHERS = r"(?:他|ほか|よそ)の?(?:市町村|市|町|村|区|自治体|都市|団体|ところ)?"
_BESIDE_OTHERS = re.compile(
    any_of(
        # 「職員の数はよそと比べてどうか」, not 「よその市と比べて示してほしい」
        rf"{_OTHERS}(?:と(?:比べ(?:て|ると|れば)|比較し(?:て|ますと|ると))|に比べて?)(?=[^。]{{0,16}}(?:どう(?!違)|どの(?:くらい|程度)|多|少な|高|低|早|遅|進ん|劣|優|良|いい|悪))",
        # 「よその町ではどうしていると聞いていますか」: what the officials of one town know of others
        rf"{_OTHERS}(?:で|が|は)[^。?？]{{0,30}}(?:と|のを|か(?:を|は)?)(?:聞い|伺っ|うかがっ|把握し|承知し|調べ|調査し|紹介し)て(?:い|お)",
        # in English
        r"\bcompared?\b[^.?]{0,20}\b(?:to|with) (?:those of |that of )?other (?:cities|towns|municipalities)",
    ),
    re.IGNORECASE,
)
"""How one town stands beside others is told in its own record."""


_AN_EXAMPLE = re.compile(
    any_of(
        # 「紹介されたのはどこの町」
        r"(?:紹介|挙げ|例に|例として|引い|参考に|語ら|見かけ)[^。?？]{0,14}(?:どこの|どの)(?:市|町|村|区|自治体)",
        # 「どこの市の制度を例に」
        r"(?:どこの|どの)(?:市|町|村|区|自治体)の?(?:事例|例|制度)?を[^。?？]{0,20}(?:紹介|例に|挙げ|引い)",
        # 「どの町の事例」
        r"(?:どこの|どの)(?:市|町|村|区|県|自治体)の(?:事例|例|話)",
        # 「紹介した町はどこ」
        r"(?:紹介し|挙げ|引い|例にし|参考にし)(?:た|てい[たる])(?:市|町|村|区|自治体)は(?:どこ|どちら)",
        # in English
        r"which (?:city|town|municipality) did .{0,40}(?:point to|cite|mention|quote|refer|name)",
    ),
    re.IGNORECASE,
)
"""A town that somebody told of is one place in one reply (「議員が紹介したのはどこの町か」)."""


_LEANS = re.compile(
    any_of(
        # 「では」「それは」: what a question begins with that goes on
        r"^("
        + any_of(
            *r"では じゃあ それでは それなら それは それ その そこ そちら そう この これ ほかに 他には ほかは また さらに あと で、".split(),
            *r"なら 同じ 続いて 具体的に もっと 詳しく いつから いつ 誰 どこ 何 なぜ 一度 一回 then".split(),
            r"and ",
            r"what about",
            r"how about",
            *r"who when why".split(),
            r"it ",
            r"its ",
            *r"they that this those these".split(),
            # 「よその町では」: others than the one that is spoken of
            r"(?:他|ほか|よそ)の?(?:市町村|市|町|村|自治体|都市|まち)(?:では|は)",
        )
        + r")",
        # 「なぜその」「いつからこの」
        r"^(?:どうして|なぜ|何故|なんで|いつ|誰が|だれが|どこで|どうやって)、?(?:その|それ|そこ|そんな|そう|この|これ|こう)",
        # 「送迎のほうは」
        r"^[^、。]{1,12}の(?:ほう|方)(?:は|も|では)",
        # 「その人」「そこで」「同計画」
        r"("
        + any_of(
            r"その(人|こと|件|中|後|場合|計画|制度|事業|組織|取組|時|ため|結果|理由|うち)",
            *r"それ(は|を|に|ら|で|が) そこ(で|に|は) 彼ら".split(),
            r"同(市|計画|会議|事業|部長|局長|課長)",
        )
        + r")",
        # in English
        r"\b(it|its|they|them|their|that|those|these|he|she)\b",
    ),
    re.IGNORECASE,
)


SHORT_WORDS = 4
"""Informative words up to which a question leans on the one before it even without a pronoun (一度に何台まで使えるの？)."""


def leans(question: str) -> bool:
    """Whether the wording of a question points back (「その」, 「では」, what about)."""
    return bool(_LEANS.search(normalise(question)))


def is_follow_up(question: str, content_words: int) -> bool:
    """True where a question asked after others leans on them.

    Args:
        question: the new question.
        content_words: how many informative words it has of its own; see `SHORT_WORDS`.
    """
    return content_words <= SHORT_WORDS or leans(question)


_WH = re.compile(
    r"何(?!か)|いくつ(?!もり)|幾つ|いくら|幾ら|どの(?:くらい|程度|よう)|どれ(?:くらい|ほど)|いつ|誰|だれ|どこ|どんな|どちら|どう",
)
_BREAK = re.compile(r"[。？?！!\n]")


def focus(question: str) -> str:
    """The words right before the question word, which name what is asked for: 「委員の報酬は日額いくら」 → 委員の報酬は日額.

    At most `FOCUS` characters of the same sentence; empty where there is no question word (or none with words before it).
    """
    text = normalise(question)
    found = list(_WH.finditer(text))
    if not found:
        return ""
    start = max(0, found[0].start() - FOCUS)
    return _BREAK.split(text[start : found[0].start()])[-1]


FOCUS = 16
"""About two nouns with their particles; longer stretches reach into the setting of the question."""
