"""What a question asks for, read from its wording alone: the kind of answer, the scope, whether it goes on from before.

1. `normalise`: NFKC, letter-spaced capitals squeezed, Chinese characters of other forms brought to Japanese ones.
2. `answer_kinds`: number, money, share, date, person, place/name, yes-or-no, reason, list.
3. `asks_across_towns`: several towns wanted. Whose words are wanted: `retriever.sides`.
4. `is_follow_up`: the question leans on the one before; `leans`: its wording alone says so.

All rules are general wording of questions in Japanese and English (and the commonest Chinese and Korean question words).
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from corpus.kana import hiragana, katakana


class Kind(StrEnum):
    """The kind of thing that answers."""

    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"
    PERSON = "person"
    NAME = "name"
    YES_NO = "yes_no"
    REASON = "reason"
    LIST = "list"


WHICH_YEAR = r"(?<!あと)(?<!期間は)(?<!期間が)何年(?!間|目|ほど|くらい|ぐらい|かか|分|も|続|前|待|使|住|働|勤|た[っつち])"
"""Asks for a date: 何年の開業か; 何年間, 何年かかる, あと何年, 期間は何年 ask how long."""

LASTING = r"間|ほど|くらい|ぐらい|かか|分|以[内上]|前|後|続|待|使|休|働|勤|残|保|泊|滞在|要[すし]|預|取[っりるれ]|た[っつち]|で(?:届|終|でき|出来|済|直)"
"""Behind 何日 says that days are counted: 何日間, 何日休める, 何日前まで."""
HOW_MANY_DAYS = rf"何日(?={LASTING})|(?<=平均)何日|(?<=あと)何日|(?<=[年月週]に)何日|(?<=延べ)何日|(?<=最[長大短低])何日|(?<=合計)何日"
WHICH_DAY = rf"(?<!平均)(?<!あと)(?<![年月週]に)(?<!延べ)(?<!最[長大短低])(?<!合計)何日(?!目|も|{LASTING})"
"""Asks for a date: 何日に開くか; of 「録画は何日残すか」 a length of time."""

PRICE = r"what (?:is|was|are|were|will be) the (?:\w+ ){0,3}(?:price|cost|fee|fare|rent)s?\b"
"""Asks for a sum in English without a question word for it."""

MEASURED = re.compile(
    r"(?:値|濃度|温度|気温|水位|面積|距離|高さ|重さ|長さ|広さ|深さ|幅|リットル|ミリ?グラム|メートル)(?:に|で|は|が|の|も)?(?:いくら|幾ら)"
)
"""Measures, which いくら asks for as well."""

_EXPLAINED = re.compile(
    r"(?:いつ|いくら|幾ら|なぜ|どうして|何[一-龥]{1,3}|どこ|どう)[^、。?？]{0,30}かを?(?=説明し|答え(?!た(?:か|の[かは]))|述べ|回答し|報告し|話し|明らかにし)|"
    r"[^、。?？]{2,60}と(?=(?:説明し|答え|述べ|回答し|報告し|話し|言[いっ]|明らかにし)[^、。?？]{0,4}た(?:の|人|方|[一-龥]{1,3})は)"
)
"""A question that somebody answered (いつ移ったかを説明したのは誰), or what he said (件数は分かると答えたのは誰): not what is asked."""

_ACT_OF_A_PLAN = r"(?:開始|終了|実施|施行|適用|導入|設置|設立|発足|募集|申請|受付|支給|交付|着工|完成|供用|開設|開館|開業|開校|開催|改定|締切|立ち上げ)"
"""With 日, 月 or 年 behind it the heading of a date: 「収集 開始月」「供用開始日」."""

_COUNT_GIVEN = r"(?!の(?:枠|目標|多[いく]|少な[いく]|上限|制限)|が(?:いちばん|一番|最も|もっとも)|を(?:増やし|減らし|ふやし|へらし))"
"""Not where the number only says which one is asked for: 「枚数がいちばん多い部署」「人数の枠」."""

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            Kind.MONEY,
            r"いくら|なんぼ|何円|何万円|何億|何千円|(お金|金額|費用|予算|経費|報酬|負担金|料金|価格|単価|補助額|事業費|[一-龥]額|代金|コスト|上限額|支給額|[一-龥]{2}費)"
            r"(?:(?:は|が)?、|を、(?!どう|どこ|どれ|どの|だれ|誰|なぜ|[^、。]{1,12}は(?:どう|なぜ)|[^。]{0,30}のは(?:誰|だれ|どなた|どこ|なぜ|いつ))|[はがを]?(?:いくら|どのくらい|どれくらい|どれほど|何円|年に|幾ら|\?|？|$))|(?:[一-龥](?<![多高低少全半増減定小巨同])額|単価|収支)(?= )|幾ら|how much (?:did|does|do|was|is|were|will|would|has|money)|how much[?.]?$|\bcost\b|"
            rf"{PRICE}|多少钱|多少錢|얼마",
        ),
        (
            Kind.SHARE,
            r"何割|何パーセント|何[%％]|割合|何分の|比率|(?<![効能])率(?:は|って|(?= )|$)|percent|what share|proportion|"
            r"\b(?:what|which)\b[^.?]{0,40}(?<!utility )(?<!water )(?<!room )(?<!hourly )\brates?\b|百分之",
        ),
        (
            Kind.NUMBER,
            rf"{HOW_MANY_DAYS}|何週間|(?:あと|期間[はが])何年|何[十百千万億]*(?:人|名|件|代(?!表|理|替)|枚|台|便|回|[かヶカヵケ](?:所|国|月|年)|箇所|個|校|世帯|社|団体|種類|戸|棟|冊|本|自治体|市町村|[市町村区](?![はがをの])|年(?=間|目|ほど|くらい|ぐらい|かか|分|も|続|前|待|使|住|働|勤|た[っつち])|項目|つ|軒|床|区画|泊|歳|基|路線|倍|時間|分(?!の))|いくつ(?!もり|も(?!ら)|かの)|幾つ|どれくらい|どのくらい|どれほど|どれだけ(?!大事|大切|重要|必要)|どの程度|"
            rf"何ほど|(?:人数(?![从從在会會将將])|件数|枚数|台数|回数|箇所数|戸数|世帯数){_COUNT_GIVEN}|"
            r"[一-龥](?<![複多少無手算定])数(?=[ 　]|$)|面積|どの規模|規模は|how many|how often|(?<!\bits )(?<!\btheir )(?<!\bon the )(?<!\bin the )(?<!\babout the )(?<!\blimit the )number of|how long|how large|how old|几[个個]|多少|몇",
        ),
        (
            Kind.DATE,
            rf"(?<![追思])いつ(?!も|でも|の[間ま]|しか|つ)|{WHICH_YEAR}|何月|{WHICH_DAY}|時期(?=[はがをもと、 。?？]|$)|期限|期日(?!前)|期間(?![はが]何[年日週かヶカ]|を(?:どう|どの|区切))|工期|{_ACT_OF_A_PLAN}(?:年?月?日|月|年|年度)(?![一-龥])|何時(?!間)|\bwhen (?:did|does|do|will|would|is|are|was|were|has|have|can|should)\b|\bwhen\?|(?:since|until|till|by) when\b|by what date|what year|"
            r"\b(?:publication|release|start(?:ing)?|opening|launch|completion|effective|closing|end|due|implementation|enforcement) date\b|\bdate of\b|"
            r"which year|what date|什么时候|什麼時候|何时|何時(?!間)|哪[一个個]*(?:年度?|月|[天日])|언제",
        ),
        (
            Kind.PERSON,
            r"(?:誰|だれ)(?!も|でも|か(?![。?？、をがはらにの]|$))|どなた|何[局部課](?:の?長|が|の[一-龥]{1,3}(?:です)?か)|どの役職|どの部署|どの課|どの局|どの部(?!分)|何課|どの(?:人|方|議員|委員)|発言の主|どこの課|どこの部|何という役職|答弁者|担当(?:課|部署)?は(?=どこ|どちら|どの|誰|だれ|何[局部課]|[、 ]|[。?？]|$)|(?:た|ている)(?:人|方|議員|委員)(?:を教え|の名前)|"
            r"(?:^|[,.;:?!]\s*|\b(?:and|or|but|me|know|tell|asked|by|to|with|from|of|for|is|was|were|are|exactly)\s+)who\b|\bwhom\b|which (?:official|department|division|office|bureau)|谁|誰|누가|누구",
        ),
        (
            Kind.NAME,
            r"何と(いう|呼|名|称)|どんな名|名称|名前|何に改|何に変|呼び名|どこ(?:[でにがはへを。?？]|の(?![局部課係])|$|です|だ)|どの(?:地区|学校|[小中高]+学?校|集落|施設|会場|駅|市|町|村|区(?!分)|自治体|病院|公園)|what (?:is|was|are) .{0,40}\b(?:called|named)|name of|叫什么|名称",
        ),
        (
            Kind.REASON,
            r"なぜ|何故|どうして|なんで(?!も|す)|理由|わけ(は|を)|根拠(は|を|と)|(?:どういう|どんな)(?:わけ|訳|考えから)|背景(?:は|に何|を教)|\bwhy\b|reason|on what grounds|为什么|為什麼|왜",
        ),
        (
            Kind.LIST,
            r"何と何|どのような|どんな|どういう|どういった|挙げ|内訳|種類|どれ(と|が)|which .{0,30}s\b|what (?:kinds?|types?|measures|steps)|哪些|哪几|어떤",
        ),
        (
            Kind.YES_NO,
            r"(ます|です|ました|でした|ません|ある|いる|した|する|ない|れた|れる|だった|ていた)(の)?か[。?？]?$|でしょうか[。?？]?$|"
            r"かどうか|^(does|do|did|is|are|was|were|has|have|will|can)\b|[吗嗎]|(입니까|습니까|나요)",
        ),
    )
)


_MONEY_ASKED = dict(_KINDS)[Kind.MONEY]


def without_kinds(text: str) -> str:
    """A normalised question without the words that only name the kind of thing asked for (いつ, 理由, いくら)."""
    for _, pattern in _KINDS:
        text = pattern.sub(" ", text)
    return text


def normalise(text: str) -> str:
    """NFKC, white space folded, letter-spaced capitals squeezed (H E M S → HEMS).

    NFKC is for understanding only: what is quoted is never normalised.
    """
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"(?<![A-Za-z])(?:[A-Z] ){2,}[A-Z](?![A-Za-z])", lambda m: m.group().replace(" ", ""), text)
    text = _LET_KNOW.sub("お知らせ", text)
    text = _SPELLED_OUT.sub(_in_letters, text)
    return re.sub(r"\s+", " ", text).strip()


def _in_letters(run: re.Match[str]) -> str:
    """The letters that are named; as they stand where the run is one of them said twice, as names are (わいわい広場, ゆーゆー館)."""
    letters = "".join(_LETTER_NAMES[name] for name in _LETTER.findall(katakana(run[0])))
    return run[0] if len(letters) == 2 and letters[0] == letters[1] else letters


_LETTER_NAMES = dict(
    pair.split("=")
    for pair in (
        "エー=A エイ=A ビー=B シー=C ディー=D イー=E エフ=F ジー=G エイチ=H エッチ=H アイ=I ジェー=J ジェイ=J ケー=K ケイ=K エル=L エム=M エヌ=N オー=O ピー=P "
        "キュー=Q アール=R エス=S ティー=T ユー=U ブイ=V ダブリュー=W エックス=X ワイ=Y ゼット=Z"
    ).split()
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


WHICH_MEETING = re.compile(
    r"いつの(?:[一-龥]{0,6}(?:会議|議会|定例会|臨時会|委員会|審議会|協議会|会議録|議事録)|(?:答弁|質疑|質問|発言|議論)(?:です|か|$))|"
    r"(?:議論|審議|質問|答弁|質疑|取り上げ|話し合わ|話さ|尋ね|答え|回答)(?:さ|し|ら)?(?:れ)?た(?:の|時期)は、?いつ(?:です|でしょう|か|[?？。]*$)"
)
"""Asks on what day something was spoken of: what is said below every quotation, no date in its words."""


def answer_kinds(question: str) -> frozenset[Kind]:
    """The kinds of answer that the wording asks for; empty where it names none."""
    text = WHICH_MEETING.sub("", normalise(question))
    found = {kind for kind, pattern in _KINDS if pattern.search(text)}
    if Kind.PERSON in found and (rest := _EXPLAINED.sub("", text)) != text:
        found = {kind for kind, pattern in _KINDS if pattern.search(rest)}
    if Kind.MONEY in found and (rest := MEASURED.sub("", text)) != text and not _MONEY_ASKED.search(rest):
        found = (found - {Kind.MONEY}) | {Kind.NUMBER}
    if found - {Kind.YES_NO, Kind.LIST}:
        found.discard(Kind.YES_NO)
    return frozenset(found)


_A_TOWN = "(?![民場営道内会間域画])"
"""Behind 市, 町, 村, 区: not of 市民, 市場, 市営, 町内会, 町会, 区間, 区域, 区画."""
_ACROSS = re.compile(
    rf"(?:他|ほか|よそ)の?(?:市|町|村|区|自治体|都市|団体)(?!の?(?:失敗|成功|先進)?(?:例|事例))|各(?:市|町|村|区|自治体){_A_TOWN}|市ごと|自治体ごと|町ごと|市町村ごと|市別|どの(?:市|町|村|区|自治体){_A_TOWN}|どこの(市|町|村|区|自治体)|"
    r"(市|自治体|町|区)はある|それぞれの(?:市|町|村|区|自治体)|[うくぐすつぬぶむるいた](市|町|村|区|自治体|団体)(?:は(?:どこ|どちら)|を(?:全部|すべて)?(?:教え|挙げ|並べ|探|知り|一覧|集め))|複数の(市|自治体)|自治体(を|は)(?:全部|すべて)?(挙げ|比べ|比較)|市を(挙げ|比べ|比較)|した市と|する市と|いる自治体|[てで]い[るた](?:市|町|村|区)(?:と(?!して)|[をはもで、]|から|があ(?:れば|りますか|るか)|$)|"
    r"(市|自治体|町|区)(は|を|が)?(すべて|全て)|(?<!年と)(?<!年度と)(?<!前と)(?<!月と)(?<!計画と)(?<!予定と)(?<!見込みと)比べ|比較|(?<![一-龥きいれえ])違い|どう違|横並びで(?:見|比べ|知り|示|教え)|"
    r"other (?:cities|towns|municipalities)|each (?:city|town|municipality)|which (?:cities|towns|municipalities|city|town|municipality)|"
    r"\bcompare|\bdiffer|哪些城市|哪个城市",
    re.IGNORECASE,
)


def asks_across_towns(question: str) -> bool:
    """True where one best exchange a town is wanted rather than one exchange."""
    text = normalise(question)
    return bool(_ACROSS.search(_AN_EXAMPLE.sub("", text)))


_AN_EXAMPLE = re.compile(
    r"(?:紹介|挙げ|例に|例として|引い|参考に|語ら|見かけ)[^。?？]{0,14}(?:どこの|どの)(?:市|町|村|区|自治体)|(?:どこの|どの)(?:市|町|村|区|自治体)の?(?:事例|例|制度)?を[^。?？]{0,20}(?:紹介|例に|挙げ|引い)|"
    r"(?:どこの|どの)(?:市|町|村|区|県|自治体)の(?:事例|例|話)|"
    r"(?:紹介し|挙げ|引い|例にし|参考にし)(?:た|てい[たる])(?:市|町|村|区|自治体)は(?:どこ|どちら)|"
    r"which (?:city|town|municipality) did .{0,40}(?:point to|cite|mention|quote|refer|name)",
    re.IGNORECASE,
)
"""A town that somebody told of is one place in one reply (「議員が紹介したのはどこの町か」)."""


_LEANS = re.compile(
    r"^(では|じゃあ|それでは|それなら|それは|それ|その|そこ|そちら|そう|この|これ|ほかに|他には|ほかは|また|さらに|あと|で、|なら|"
    r"同じ|続いて|具体的に|もっと|詳しく|いつから|いつ|誰|どこ|何|なぜ|一度|一回|then|and |what about|how about|who|when|why|it |its |they|that|this|those|these)|"
    r"^(?:どうして|なぜ|何故|なんで|いつ|誰が|だれが|どこで|どうやって)、?(?:その|それ|そこ|そんな|そう|この|これ|こう)|"
    r"^[^、。]{1,12}の(?:ほう|方)(?:は|も|では)|(その(人|こと|件|中|後|場合|計画|制度|事業|組織|取組|時|ため|結果|理由|うち)|それ(は|を|に|ら|で|が)|そこ(で|に|は)|彼ら|同(市|計画|会議|事業|部長|局長|課長))|"
    r"\b(it|its|they|them|their|that|those|these|he|she)\b",
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
