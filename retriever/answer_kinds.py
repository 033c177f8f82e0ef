"""The kinds of answer that a question asks for, by its wording alone: a number, money, a share, a date, a person, a name, yes or no, a reason, a list.

All rules are general wording of questions in Japanese and English (and the commonest Chinese and Korean question words).
"""

from __future__ import annotations

import re
from enum import StrEnum

from corpus.patterns import WHICH, any_of
from retriever.question import normalise
from retriever.told_of import without_answered, without_preface, without_topic


class Kind(StrEnum):
    """The kind of thing that a question asks for."""

    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"
    PERSON = "person"
    NAME = "name"
    YES_NO = "yes_no"
    REASON = "reason"
    LIST = "list"


WHEN = r"(?<![追思つ])(?<!(?<!ん)な)いつ(?!も|でも|の[間ま]|しか|[づけ]|つ(?!く[らりるっれろ]))"
"""The question word (みんないつ, いつつくる, too), not いつも, いつつ, 追いつく, 使いつづける or 入れないつくり."""
_YEARS_COUNTED = r"[ 　]?(?:間|目|ごと|毎|おき|に(?:一度|一回|1度|1回|何[回度])|ほど|くらい|ぐらい|かか|分|も|続|つづ|前|待|使|つか[いうえっ]|住|働|勤|た[っつち])"
"""Behind 何年 says that years are counted."""
WHICH_YEAR = rf"(?<!あと)(?<!期間は)(?<!期間が)何年(?!生|{_YEARS_COUNTED})"
"""Asks for a date: 何年の開業か; 何年間, 何年ごと, 何年に一度, 何年かかる, あと何年, 期間は何年 ask how long."""

LASTING = r"間|ごと|毎(?!日)|おき|ほど|くらい|ぐらい|かか|分|以[内上]|前|後|続|つづ|待|使|休|働|勤|残|保|泊|滞在|要[すし]|預|取[っりるれ]|た[っつち]|で(?:届|終|でき|出来|済|直)"
"""Behind 何日 says that days are counted: 何日間, 何日休める, 何日前まで."""
HOW_MANY_DAYS = rf"何日(?=[ 　]?(?:{LASTING}))|(?<=平均)何日|(?<=あと)何日|(?<=[年月週]に)何日|(?<=延べ)何日|(?<=最[長大短低])何日|(?<=合計)何日"
WHICH_DAY = (
    rf"(?<!平均)(?<!あと)(?<![年月週]に)(?<!延べ)(?<!最[長大短低])(?<!合計)何日(?!目|も|[ 　]?(?:{LASTING}))"
)
"""Asks for a date: 何日に開くか; of 「録画は何日残すか」 a length of time."""

PRICE = r"what (?:is|was|are|were|will be) the (?:\w+ ){0,3}(?:price|cost|fee|fare|rent)s?\b|\b(?:subsidy|grant|allowance|budget|fee|fine) amount\b"
"""Asks for a sum in English without a question word for it."""

MEASURED = re.compile(
    r"(?:値|濃度|温度|気温|水位|面積|距離|高さ|重さ|長さ|広さ|深さ|幅|リットル|ミリ?グラム|メートル)(?:に|で|は|が|の|も)?(?:いくら|幾ら)"
)
"""Measures, which いくら asks for as well."""

_ACT_OF_A_PLAN = r"(?:開始|終了|実施|施行|適用|導入|設置|設立|発足|募集|申請|受付|支給|交付|着工|完成|供用|開設|開館|開業|開校|開催|改定|締切|立ち上げ)"
"""With 日, 月 or 年 behind it the heading of a date: 「収集 開始月」「供用開始日」."""

_COUNT_GIVEN = r"(?![はが][^、。?？]{0,12}比べてどう(?!違)|の(?:枠|目標|多[いく]|少な[いく]|上限|制限)|が(?:いちばん|一番|最も|もっとも)|が[^、。?？]{0,16}[たるい](?:のは|理由|[原要]因|わけ|背景)|を(?:増やし|減らし|ふやし|へらし))"
"""Not where the number only says which one is asked for (「枚数がいちばん多い部署」「人数の枠」), or what happened to it (「件数が増えたのはなぜ」)."""

_CHANGED = r"[^、。]{0,12}(?:[上下]げ|減ら|増や|安く|高く|なく[しす]|見直|改[めた定]|変え|抑え)"
"""Behind a charge: what is done about it is asked, not how high it is."""

HOW_MUCH = r"ど(?:の|れ)(?:[くぐ]らい|ほど|程度)"
"""Asks for a quantity without a counter: どのくらい, どれほど, どの程度."""

_NAMED_ALONE = r"は[。?？]?$"
"""Closes a question that only names what is wanted: 「被害額と件数は。」"""

_A_SUM = any_of(
    *"お金 金額 費用 予算 経費 報酬 負担金 料金 価格 単価 補助額 事業費 [一-龥]額 代金 コスト 上限額 支給額 残高 [一-龥]{2}費".split(),
)
_MONEY = any_of(
    # 「いくら」「何円」
    *r"いくら 幾ら なんぼ 何円 何万円 何億 何千円".split(),
    # 「予算は？」「使用料はいくら」, not 「費用を、誰が」, 「料金を、もっと下げる」 or 「何の費用」
    rf"(?<!何の)(?<!どんな)(?:{_A_SUM})"
    + any_of(
        r"(?:は|が)?、(?!なぜ|どうして|何のため|だれ|誰|いつ)",
        r"は。$",
        rf"を、(?!{_CHANGED}|どう|どこ|どれ|どの|だれ|誰|なぜ|[^、。]{{1,12}}は(?:どう|なぜ)|[^。]{{0,30}}のは(?:誰|だれ|どなた|どこ|なぜ|いつ))",
        rf"[はがを]?(?:いくら|{HOW_MUCH}|何円|年に|幾ら|\?|？|$)",
    ),
    # 「どのくらいの費用がかかるか」
    rf"{HOW_MUCH}の?(?:{_A_SUM})",
    # 「被害額と件数はどれだけか」「被害額と件数は。」
    rf"(?:{_A_SUM})[とや・、][^、。]{{1,12}}(?:はいくら|は(?:{HOW_MUCH}|どれだけ)|を教え|{_NAMED_ALONE})",
    # 「限度額 住宅改修」: words typed for a search
    r"(?:[一-龥](?<![多高低少全半増減定小巨同])額|単価|収支)(?= )",
    # in English and Chinese
    r"how much (?:did|does|do|was|is|were|will|would|has|money)",
    r"how much[?.]?$",
    r"\bwhat (?:did|does|do|will|would|has|have) [a-z ,'’-]{2,60} (?:pay|paid)\b(?! attention)",
    r"\bcost\b",
    PRICE,
    *"多少钱 多少錢 얼마".split(),
)

_JUDGED = r"(?:(?!何|どの|どれ|どう|いくら|いつ|なぜ|どこ)[^。?？]){0,24}(?:[高低悪良](?:い|く|かった)|よい|[上下]が[っり])[^。?？、]{0,8}(?:か|の)[?？。]?$"
"""Behind a rate: whether it is high or has risen is asked, not how much it is (「比率は県内で一番高いんですか」)."""

_COURSE = r"(?:変化|推移|増減|動向|傾向|見通し)"
"""Behind a rate: how it has gone is asked, which 横ばい tells as well as two figures do (「受診率 変化」)."""

_SHARE = any_of(
    # 「何割」「割合」
    r"何(?:割|パーセント|[%％]|分の)",
    rf"(?:割合|比率)(?!(?:は|って|が){_JUDGED})",
    rf"(?<![効能])率(?:(?:は|って)(?!{_JUDGED})|(?= (?!{_COURSE}))|[とや・、][^、。]{{1,12}}{_NAMED_ALONE}|$)",
    # in English and Chinese
    *"percent proportion".split(),
    r"what share",
    r"\b(?:what|which)\b[^.?]{0,40}(?<!utility )(?<!water )(?<!room )(?<!hourly )\brates?\b",
    r"百分之",
)

ASKED_HOURS = r"(?:削減|残業|労働|勤務|超過|所要|作業|処理|対応|待ち|移動|稼働|授業)時間(?:[ 　]|(?:は|って)?(?:[?？。]|$|どれ|どの|何(?!時(?!間))))"
"""「RPAの削減時間」: how long, not from when to when as 開館時間 or 勤務時間は何時から."""

COPIES = any_of(
    # 「何部印刷」「何通届く」, not 「何部長」 or 「何通り」
    r"部(?=を?(?:印刷|発行|配[りっるら布]|作[りっる成]|刷[りっる]|用意|送|売|販売|届))",
    r"通(?=[がもを]?(?:届|来|送|寄せ|あ[りっる]))",
)
"""Counters of what is printed and of letters."""

_NUMBER = any_of(
    # 「何日前まで」「あと何年」
    HOW_MANY_DAYS,
    *r"何週間 (?:あと|期間[はが])何年".split(),
    # 「何人」「何か所」「何年間」, not 「何年の」
    r"何[十百千万億]*"
    + any_of(
        *r"人 名 件 代(?!表|理|替) 枚 台 便 回 [かヶカヵケ](?:所|国|月|年) 箇所 個 校 世帯 社 団体 種類 戸 棟 冊 本 自治体 市町村".split(),
        r"[市町村区](?![はがをの域間])",
        rf"年(?={_YEARS_COUNTED})",
        *r"項目 つ 軒 床 区画 泊 歳 基 路線 倍 時間 分(?!の)".split(),
        COPIES,
    ),
    # 「いくつ」「どれくらい」, not 「いくつもりか」
    *rf"いくつ(?!もり|も(?!ら)|かの) 幾つ {HOW_MUCH} どれだけ(?!大事|大切|重要|必要) 何ほど".split(),
    # 「件数は」, not 「人数の上限」
    rf"(?:人数(?![从從在会會将將])|件数|枚数|台数|回数|箇所数|戸数|世帯数){_COUNT_GIVEN}",
    # 「貸出数 図書館」: words typed for a search
    r"[一-龥](?<![複多少無手算定])数(?=[ 　]|$)",
    ASKED_HOURS,
    # 「未納の世帯の数」「職員の数は」, not 「数の多い部署」
    rf"(?<![こそ])の数{_COUNT_GIVEN}(?:は|って)?(?:[?？。]|$|どれ|いくつ|何|を教え)",
    *rf"面積 {WHICH}規模 規模は".split(),
    # 「どんな数字が示されたか」「具体的な数字は」
    r"(?:どんな|どのような|どういう|何の)数(?:字|値)",
    r"数(?:字|値)は(?:[?？。、]|$|どれ|いくつ|何|を教え)",
    # in English, Chinese and Korean
    r"how many",
    # 'how much land', not 'how much money' or 'how much of the work'
    r"how much (?!did|does|do|was|is|were|will|would|has|money|of|more|less|longer)[a-z]{3,}",
    r"how often",
    # 'the number of staff', not 'how does the number of staff compare'
    r"(?<!\bits )(?<!\btheir )(?<!\bon the )(?<!\bin the )(?<!\babout the )(?<!\blimit the )number of(?![^.?]{0,60}\bcompare\b)",
    r"how long",
    r"how large",
    r"how old",
    *r"几[个個] 多少 몇".split(),
)

_DATE = any_of(
    WHEN,
    # 「何年の」「何日に」
    WHICH_YEAR,
    r"何月",
    WHICH_DAY,
    # 「時期は」「期限」「工期」
    r"時期(?=[はがをもと、 。?？]|$)",
    # 「期限は」, not 「期限が来るもの」「期限切れ」「期限までに」
    r"期限(?!切れ|まで|[内後]|[がの](?:来|近|迫|過ぎ|切れ|到来)|を(?:過ぎ|迎え|決め[てずな]|定め[てずな]|設け[てずな]|切っ|区切っ|付け[てずな]|つけ[てずな]))",
    r"期日(?!前)",
    r"期間(?!中|内|の(?:途中|うち|間|中)|[はが]何[年日週かヶカ]|を(?:どう|どの|区切))",
    r"工期",
    # 「供用開始日」「受付年月日」
    rf"{_ACT_OF_A_PLAN}(?:年?月?日|月|年|年度)(?![一-龥])",
    # 「何時から」
    r"何時(?!間)",
    # in English, Chinese and Korean
    r"\bwhen (?:did|does|do|will|would|is|are|was|were|has|have|can|should)\b",
    r"\bwhen\?",
    r"(?:since|until|till|by) when\b",
    r"by what date",
    r"what year",
    r"\b(?:publication|release|start(?:ing)?|opening|launch|completion|effective|closing|end|due|implementation|enforcement) date\b",
    r"\bdate of\b",
    r"which year",
    r"what date",
    *r"什么时候 什麼時候 何时 哪[一个個]*(?:年度?|月|[天日]) 언제".split(),
)

_PERSON = any_of(
    # 「誰が」「どなた」
    r"(?:誰|だれ)(?!も|でも|か(?![。?？、をがはらにの]|$))",
    r"どなた",
    # 「何課長が」「どの部署」「どの議員」
    r"何[局部課](?:の?長|が|の[一-龥]{1,3}(?:です)?か)",
    *r"何番の?(?:議員|委員) 何課 発言の主 どこの課 どこの部".split(),
    rf"{WHICH}(?:役職|(?:役|立場)の(?:人|方)|部署|課|局|部(?!分)|人|方(?![向面針])|議員|委員)",
    # 「何という役職」「担当課はどこ」
    *r"何という役職 答弁者".split(),
    r"担当(?:課|部署)?は(?=どこ|どちら|どの|誰|だれ|何[局部課]|[、 ]|[。?？]|$)",
    # 「答えた人を教えて」
    r"(?:た|ている)(?:人|方|議員|委員)(?:を教え|の名前)",
    # in English, Chinese and Korean
    r"(?:^|[,.;:?!]\s*|\b(?:and|or|but|me|know|tell|asked|by|to|with|from|of|for|is|was|were|are|exactly)\s+)who\b",
    r"\bwhom\b",
    r"which (?:official|department|division|office|bureau)",
    *r"谁 誰 누가 누구".split(),
)

_NAME = any_of(
    # 「何と呼ぶ」「名称」, not 「名前の読み方」
    *r"何と(いう|呼|名|称) どんな名 名称(?!の) 名前(?!の) 何に改 何に変 呼び名".split(),
    # 「どこで」「どの地区」, not 「どこでも窓口」
    r"どこ(?!でも[一-龥ァ-ヴ])(?:[でにがはへを。?？]|の(?![局部課係])|$|です|だ)",
    rf"{WHICH}(?:地[区域]|あたり|辺り?(?!まで)|エリア|方面|場所|学校|[小中高]+学?校|集落|施設|会場|駅|市|町|村|区(?!分)|自治体|病院|公園)",
    # in English and Chinese
    r"what (?:is|was|are) .{0,40}\b(?:called|named)",
    r"name of",
    "叫什么",
)

_REASON = any_of(
    # 「なぜ」「理由」
    *r"なぜ 何故 どうして (?<!ち)なんで(?!も|す) 理由 わけ(は|を)".split(),
    # 「原因は何ですか」「要因をどう見るか」, not 「この要因は何割か」
    r"[原要]因(?:は|を|って)(?!、?(?:全体の|およそ|約)?何[割件人%パ])",
    # 「根拠は」「どういうわけで」
    r"根拠(は|を|と)",
    r"(?:どういう|どんな)(?:わけ|訳|考えから)",
    r"背景(?:は|に何|を教)",
    # 「何のために」「目的は何」「その狙いは？」
    r"何のため",
    r"(?:目的|狙い|ねらい)(?:は|って)(?:何|なに|[。?？]?$)",
    # in English, Chinese and Korean
    *r"\bwhy\b reason".split(),
    r"on what grounds",
    *r"为什么 為什麼 왜".split(),
)

_LIST = any_of(
    # 「どのような」「内訳」
    *r"何と何 どのような どんな(?!わけ|訳) どういう(?!わけ|訳) どういった 挙げ 内訳 種類 どれ(と|が)".split(),
    # in English, Chinese and Korean
    r"which .{0,30}s\b",
    r"what (?:kinds?|types?|measures|steps)",
    *r"哪些 哪几 어떤".split(),
)

_YES_NO = any_of(
    # 「できますか」「ありますか」
    r"(ます|です|ました|でした|ません|ある|いる|した|する|ない|れた|れる|だった|ていた)(の)?か[。?？]?$",
    # 「増えるでしょうか」「増えるかどうか」
    *r"でしょうか[。?？]?$ かどうか".split(),
    # in English, Chinese and Korean
    r"^(does|do|did|is|are|was|were|has|have|will|can)\b",
    *r"[吗嗎] (입니까|습니까|나요)".split(),
)

_KINDS = {
    Kind.MONEY: _MONEY, Kind.SHARE: _SHARE, Kind.NUMBER: _NUMBER, Kind.DATE: _DATE, Kind.PERSON: _PERSON, Kind.NAME: _NAME,
    Kind.REASON: _REASON, Kind.LIST: _LIST, Kind.YES_NO: _YES_NO,
}  # fmt: skip
_ASKED = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _KINDS.items()}
"""The wording by which each kind is asked for."""

WHICH_MEETING = re.compile(
    any_of(
        # 「いつの議会の答弁ですか」
        r"いつの"
        + any_of(
            r"[一-龥]{0,6}(?:会議|議会|定例会|臨時会|委員会|審議会|協議会|会議録|議事録)",
            r"(?:答弁|質疑|質問|発言|議論)(?:です|か|$)",
        ),
        # 「取り上げられたのはいつ」
        r"(?:議論|審議|質問|答弁|質疑|取り上げ|話し合わ|話さ|尋ね|答え|回答)(?:さ|し|ら)?(?:れ)?た(?:の|時期)は、?いつ"
        r"(?:です|でしょう|か|[?？。]*$)",
    )
)
"""Asks on what day something was spoken of: what is said below every quotation, no date in its words."""


def without_kinds(text: str) -> str:
    """A normalised question without the words that only name the kind of thing asked for (いつ, 理由, いくら)."""
    for pattern in _ASKED.values():
        text = pattern.sub(" ", text)
    return text


def answer_kinds(question: str) -> frozenset[Kind]:
    """The kinds of answer that the wording asks for; empty where it names none."""
    text = without_preface(without_topic(WHICH_MEETING.sub("", normalise(question))))
    found = {kind for kind, pattern in _ASKED.items() if pattern.search(text)}
    if Kind.PERSON in found and (rest := without_answered(text)) != text:
        found = {kind for kind, pattern in _ASKED.items() if pattern.search(rest)}
    if (
        Kind.MONEY in found
        and (rest := MEASURED.sub("", text)) != text
        and not _ASKED[Kind.MONEY].search(rest)
    ):
        found = (found - {Kind.MONEY}) | {Kind.NUMBER}
    if found - {Kind.YES_NO, Kind.LIST}:
        found.discard(Kind.YES_NO)
    return frozenset(found)
