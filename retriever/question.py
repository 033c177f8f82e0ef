"""What a question asks for, read from its wording alone: the kind of answer, the scope, whether it goes on from before.

1. `normalise`: NFKC, letter-spaced capitals squeezed, Chinese characters of other forms brought to Japanese ones.
2. `answer_kinds`: number, money, share, date, person, place/name, yes-or-no, reason, list.
3. `asks_across_towns`, `asks_about_question`: several towns wanted; what a member (not the city) said is wanted.
4. `is_follow_up`: the question leans on the one before.

All rules are general wording of questions in Japanese and English (and the commonest Chinese and Korean question words).
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


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


WHICH_YEAR = r"何年(?!間|目|ほど|くらい|ぐらい|かか|分|も|続|前|待|使|住|働|勤|た[っつち])"
"""Asks for a date: 何年の開業か; 何年間, 何年かかる ask how long."""

MEASURED = re.compile(
    r"(?:値|濃度|温度|気温|水位|面積|距離|高さ|重さ|長さ|広さ|深さ|幅|リットル|ミリ?グラム|メートル)(?:に|で|は|が|の|も)?(?:いくら|幾ら)"
)
"""Measures, which いくら asks for as well."""

_EXPLAINED = re.compile(
    r"(?:いつ|いくら|幾ら|なぜ|どうして|何[一-龥]{1,3}|どこ|どう)[^、。?？]{0,30}かを?(?=説明し|答え(?!た(?:か|の[かは]))|述べ|回答し|報告し|話し|明らかにし)"
)
"""A question that somebody answered (いつ移ったかを説明したのは誰): not the one that is asked."""

_ACT_OF_A_PLAN = r"(?:開始|終了|実施|施行|適用|導入|設置|設立|発足|募集|申請|受付|支給|交付|着工|完成|供用|開設|開館|開業|開校|開催|改定|締切|立ち上げ)"
"""With 日, 月 or 年 behind it the heading of a date: 「収集 開始月」「供用開始日」."""

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            Kind.MONEY,
            r"いくら|何円|何万円|何億|何千円|(お金|金額|費用|予算|経費|報酬|負担金|料金|価格|単価|補助額|事業費|[一-龥]額|代金|コスト)"
            r"(?:(?:は|が)?、|を、(?!どう|どこ|どれ|どの|だれ|誰|なぜ)|[はがを]?(?:いくら|どのくらい|どれくらい|どれほど|何円|年に|幾ら|\?|？|$))|(?:(?:金|総|年|月|日|委託|契約|購入|補助|支給|改定|決算|予算)額|単価|収支)(?= )|幾ら|how much (?:did|does|do|was|is|were|will|would|has|money)|\bcost\b|多少钱|多少錢|얼마",
        ),
        (
            Kind.SHARE,
            r"何割|何パーセント|何[%％]|割合|何分の|比率|(?<![効能])率(?:は|って|(?= )|$)|percent|what share|proportion|百分之",
        ),
        (
            Kind.NUMBER,
            r"何[十百千万億]*(?:人|名|件|枚|台|便|回|[かヶカヵケ](?:所|国|月|年)|箇所|個|校|世帯|社|団体|種類|戸|棟|冊|本|自治体|市町村|[市町村区](?![はがをの])|年(?=間|目|ほど|くらい|ぐらい|かか|分|も|続|前|待|使|住|働|勤|た[っつち])|項目|つ|軒|床|区画|泊|歳|基|路線|倍|時間|分(?!の))|いくつ(?!もり)|幾つ|どれくらい|どのくらい|どれほど|どれだけ(?!大事|大切|重要|必要)|どの程度|"
            r"何ほど|人数(?![从從在会會将將])|件数|枚数|台数|回数|箇所数|戸数|世帯数|[一-龥](?<![複多少無手算定])数(?=[ 　]|$)|面積|どの規模|規模は|how many|how often|(?<!\bits )(?<!\btheir )number of|how long|how large|几[个個]|多少|몇",
        ),
        (
            Kind.DATE,
            rf"いつ|{WHICH_YEAR}|何月|何日|時期(?!に(?:ついて|関))|期限|期日|期間|工期|{_ACT_OF_A_PLAN}(?:年?月?日|月|年|年度)(?![一-龥])|何時(?!間)|\bwhen (?:did|does|do|will|would|is|are|was|were|has|have|can|should)\b|\bwhen\?|(?:since|until|till|by) when\b|by what date|what year|"
            r"which year|what date|什么时候|什麼時候|何时|何時|哪[一个個]*(?:年度?|月|[天日])|언제",
        ),
        (
            Kind.PERSON,
            r"誰|だれ|どなた|何[局部課](?:の?長|が|の[一-龥]{1,3}(?:です)?か)|どの役職|どの部署|どの課|どの局|どの部|どこの課|どこの部|何という役職|答弁者|担当(は|課は|部署は)|"
            r"\bwho\b|\bwhom\b|which (?:official|department|division|office|bureau)|谁|誰|누가|누구",
        ),
        (
            Kind.NAME,
            r"何と(いう|呼|名|称)|どんな名|名称|名前|何に改|何に変|呼び名|どこ(で|に|が|は|へ|を|の)|中心はどこ|what (?:is|was|are) .{0,40}\b(?:called|named)|name of|叫什么|名称",
        ),
        (Kind.REASON, r"なぜ|何故|どうして|理由|わけ(は|を)|背景|\bwhy\b|reason|为什么|為什麼|왜"),
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


def normalise(text: str) -> str:
    """NFKC, white space folded, letter-spaced capitals squeezed (H E M S → HEMS).

    NFKC is for understanding only: what is quoted is never normalised.
    """
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"(?<![A-Za-z])(?:[A-Z] ){2,}[A-Z](?![A-Za-z])", lambda m: m.group().replace(" ", ""), text)
    text = _LET_KNOW.sub("お知らせ", text)
    return re.sub(r"\s+", " ", text).strip()


_LET_KNOW = re.compile(r"(?<![おご御])知らせ(?=[るたてずまな])")
"""知らせる is 周知, not 知る, which the dictionary makes of it; as the noun it is found."""


def answer_kinds(question: str) -> frozenset[Kind]:
    """The kinds of answer that the wording asks for; empty where it names none."""
    text = normalise(question)
    found = {kind for kind, pattern in _KINDS if pattern.search(text)}
    if Kind.PERSON in found and (rest := _EXPLAINED.sub("", text)) != text:
        found = {kind for kind, pattern in _KINDS if pattern.search(rest)}
    if Kind.MONEY in found and (rest := MEASURED.sub("", text)) != text and not _MONEY_ASKED.search(rest):
        found = (found - {Kind.MONEY}) | {Kind.NUMBER}
    if found - {Kind.YES_NO, Kind.LIST}:
        found.discard(Kind.YES_NO)
    return frozenset(found)


_ACROSS = re.compile(
    r"他(の)?(市|町|村|区|自治体|都市|団体)|各(市|町|村|区|自治体)|市ごと|自治体ごと|町ごと|市町村ごと|市別|どの(市|町|村|区|自治体)|どこの(市|町|村|区|自治体)|"
    r"(市|自治体|町|区)はある|[いるたう](市|町|村|区|自治体|団体)は(どこ|どちら)|複数の(市|自治体)|自治体(を|は)(挙げ|比べ|比較)|市を(挙げ|比べ|比較)|した市と|する市と|している市|いる自治体|"
    r"(市|自治体|町|区)(は|を|が)?(すべて|全て)|比べ|比較|違い|どう違|横並び|"
    r"other (?:cities|towns|municipalities)|each (?:city|town|municipality)|which (?:cities|towns|municipalities|city|town|municipality)|"
    r"\bcompare|\bdiffer|哪些城市|哪个城市|各市",
    re.IGNORECASE,
)


def asks_across_towns(question: str) -> bool:
    """True where one best exchange a town is wanted rather than one exchange."""
    return bool(_ACROSS.search(normalise(question)))


_MEMBER = r"(?:委員|議員|質問者|質問した(?:人|側)|会長|委員長|member|councill?or)"
_ASKED = re.compile(
    rf"{_MEMBER}(?:から|たち|ら)?(?:は|が|の|から|より)(?:[^。、]{{0,40}})(?:どんな|どのような|何|なん|いくつ|どう|誰)(?:[^。]{{0,30}})"
    r"(?:質問|指摘|意見|要望|心配|懸念|述べ|言|提案|求め|主張|訴え|尋ね|問|批判|感想|紹介|例)|"
    r"(?:誰|だれ|どの(?:委員|議員|会派)|何委員|何議員)(?:が|は|から)(?:[^。]{0,40})(?:質問|指摘|尋ね|要望|意見|求め|提案|問)|"
    r"(?:質問|指摘|意見|要望|提案)(?:した|を出した|を述べた)(?:の)?(?:は|委員|議員|人)(?!に|へ)|"
    r"(?:どんな|どのような)(?:質疑|質問|意見|指摘|要望|懸念|提案)(?:が|を|は)(?:[^。]{0,20})(?:出|あ|さ|述べ|寄せ)|"
    r"what (?:did|was|were) (?:a |the |one |any |some )?(?:[a-z]+ ){0,2}(?:member|councill?or)s?\b.{0,40}\b(?:ask|say|suggest|request|point|concern|worr|propos)|"
    r"who asked|which (?:member|councill?or)",
    re.IGNORECASE,
)


_ACT = r"(?:望|求め|頼|要望|要請|提案|提言|提起|指摘|注意|心配|懸念|期待|主張|訴え|尋ね|質問|質し|聞い|問い|問うた|促し|勧め|注文|案じ|批判|疑問視)(?!られ|され)"
"""What members do with their words, in contrast to 答える and 説明する; not the passive (「求められる」)."""
_WHO = r"(?:誰|だれ|どなた|どの(?:委員|議員|会派|人)|どんな人)"
_ACTED = re.compile(
    rf"(?:(?:{_MEMBER}|委員長|議長|座長|議員団|会派|住民代表|(?:した|出した|述べた|言った|挙げた|語った)(?:人|方))(?:は|が)[^。]{{0,80}}?)"
    rf"{_ACT}[^、。]{{0,10}}か[。?？]?$|"
    rf"{_ACT}(?!に(?:対して?)?(?:答|回答|答弁|説明|応じ))[^、。]{{0,10}}の(?:は|が)(?:[^、。]{{0,12}}){_WHO}[^。]{{0,8}}[。?？]?$|"
    rf"(?:{_ACT}|取り上げ)(?:た|だ|ていた|ている)(?:委員|議員|会派|人)(?:は(?:[^、。]{{0,8}})(?:{_WHO}|何という)[^。]{{0,8}}|の(?:名前|氏名|名)[^。]{{0,6}})[。?？]?$"
)
"""The question ends in what a member did: 「山根委員は何を求めたか」「心配したのは誰か」."""
_TOLD = re.compile(
    r"(?:話し|述べ|語っ|挙げ|紹介し|言っ|指摘し|訴え|こぼし|嘆い|案じ)た(?:委員|議員|会長|町民|区民|市民|人)が(?:い|あっ?)(?:た|る|ました|ます)"
)
"""A member is introduced by what he told (「…と話した委員がいた。何が足りないのか」)."""
_SEARCHED = re.compile(
    rf"(?<!民生)(?<!児童){_MEMBER}(?:の|\s)\s*(?:(?:最後|締めくくり|結び|まとめ|冒頭|最初|一番)の)?(?:意見|要望|指摘|提案|質問|懸念|心配|感想|主張|訴え)(?=\s|$)|"
    rf"{_MEMBER}.*(?:求め|望ん|述べ|訴え|要望し|提案し|指摘し)[ただ](?:もの|こと|点|内容)?$"
)
"""The same typed as words to search for (「縦割り 委員の意見」)."""
_REPLIED = re.compile(r"答弁|回答|返答|答え|対応|[。?？]")
"""By this the reply is searched, or a sentence is asked."""
_SPOKE = r"(?:述べ|言っ|言い|話し|語っ|発言し|紹介し|触れ|説明し|報告し)(?:た|ていた|ている)"
_SAID_WHO = re.compile(
    rf"{_SPOKE}(?:の(?:は|が)|人(?:は|が))(?:[^、。]{{0,16}})(?:誰|だれ|どなた|どの|どんな|どういう|何という)[^。]{{0,10}}[。?？]?$|"
    rf"{_SPOKE}(?:委員長|副委員長|議長|会長|座長|部会長|議員|委員)(?:は|が)(?:[^、。]{{0,16}})(?:誰|だれ|どなた|何という)(?:で、[^。]*|[^。]{{0,10}})[。?？]?$|"
    rf"(?:委員会|部会|分科会|調査会)は[^。]{{0,80}}?{_ACT}[^、。]{{0,10}}か[。?？]?$"
)
"""Who said something is asked, of either side (「…と述べたのは誰か」「そう話した人はどの部長か」), of a chair or member by office
(「報告した委員長は誰か」), or what a committee as a whole said, for which its chair or a member speaks
(「運営委員会は何を指摘したか」)."""


def asks_about_question(question: str) -> bool:
    """True where what was asked (by a member) is wanted, not what was answered."""
    text = normalise(question)
    if " " in text and not _REPLIED.search(text) and _SEARCHED.search(text):
        return True
    return bool(_ASKED.search(text) or _ACTED.search(text) or _TOLD.search(text))


def asks_who_said(question: str) -> bool:
    """True where whoever said something is wanted, who may be of either side; see `_SAID_WHO`."""
    return bool(_SAID_WHO.search(normalise(question)))


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


def is_follow_up(question: str, content_words: int) -> bool:
    """True where a question asked after others leans on them.

    Args:
        question: the new question.
        content_words: how many informative words it has of its own; see `SHORT_WORDS`.
    """
    return bool(_LEANS.search(normalise(question))) or content_words <= SHORT_WORDS


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
