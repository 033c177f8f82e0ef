"""What a question names that it wants to know, and whether a text has none of it: how many, how much, when, by which name.

The words that ask stand here; what tells it is one of `kinds` where any text may hold it. All texts are `wording.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from chat.answers.counters import (
    DAYS,
    MONTHS,
    NONE,
    asked_units,
    counts,
    counts_all_of_them,
    counts_the_whole,
    units,
)
from chat.answers.denying import denies_the_act
from chat.answers.kinds import SUMS, gives_value, holds, share_missing
from chat.answers.wording import NOT_GIVEN
from corpus.patterns import FOLDED_NUMERAL, any_of
from retriever.answer_kinds import HOW_MUCH, MEASURED, PRICE, WHICH_DAY, WHICH_MEETING, WHICH_YEAR, Kind

_SHARE_WORD = re.compile(r"何割|何パーセント|何[%％]|what (?:share|percentage|percent)", re.IGNORECASE)
_AMOUNT_WORD = r"いくら(?!でも)|幾ら|何[百千万億]*円|how much|" rf"{PRICE}|多少[钱錢]"
_SUM_WORD = re.compile(rf"{_AMOUNT_WORD}|{_SHARE_WORD.pattern}", re.IGNORECASE)
_DATE_WORD = re.compile(
    rf"(?<![追思])いつ(?!も|で(?!す))|{WHICH_YEAR}|何月|{WHICH_DAY}|"
    r"\bwhen (?:did|does|do|will|would|is|are|was|were|has|have|can|should)\b",
    re.IGNORECASE,
)
_ASKED_AFTER = frozenset({Kind.DATE, Kind.PERSON, Kind.REASON, Kind.YES_NO})
"""What else a question may ask about a charge: since when it stands, who answered on it, why and whether it rises."""

_CONSEQUENCE = re.compile(r"(?:と|ば|たら|なら|場合は?)、?どう(?:な[るっり]|す[るれ]|した)")
"""Asks what comes of it: 「国のお金、使い切らないとどうなる」."""


def asks_for_a_sum(question: str, kinds: Collection[Kind]) -> bool:
    """Whether a sum or share is wanted: by its question word, or because nothing else is asked about what costs (料金は、何年から…)."""
    if not SUMS.intersection(kinds):
        return False
    if (rest := MEASURED.sub("", question)) != question and not _SUM_WORD.search(rest):
        return False
    return bool(_SUM_WORD.search(question)) or not (
        _ASKED_AFTER.intersection(kinds) or _CONSEQUENCE.search(question)
    )


def lacks_what_is_asked(question: str, kinds: Collection[Kind], text: str) -> bool:
    """Whether a question names what it wants to know, and `text` neither has anything like it nor says that it is not given.

    It names a counter (何人), a sum (いくら), a share (何割) or a date (いつ). Of 590 answerable questions of the gold sets none
    has a reply that lacks it.
    """
    counters, sums = asked_units(question), asks_for_a_sum(question, kinds)
    quantity = counters or sums or asks_how_many_things(question)
    if quantity and not says_not_given(_without_aims(question, text), sums):
        if sums and not _gives_the_sum(question, text):
            return True
        if _SHARE_WORD.search(question) and not holds(Kind.SHARE, text):
            return True
        if counters and (
            not counts(text, counters)
            or counts_the_whole(question, text)
            or counts_all_of_them(question, text)
        ):
            return True
        if not counters and _counts_other_things(question, text):
            return True
        if counters and _OCCASION.search(text):
            return False  # 「何回に分けて、最後はいつ」: the time is told by an event (1歳の健診のとき)
    if any(asked.search(question) and not told.search(text) for asked, told in _NAMED):
        return True
    if _of_an_aim_or_now(question, kinds, text):
        return True
    dated = _DATE_WORD.search(WHICH_MEETING.sub("", question))
    lacks_date = bool(dated) and not (holds(Kind.DATE, text) or _AT_AN_ACT.search(text))
    lacks_date |= lacks_its_day(question, text)
    return lacks_date and not (NOT_GIVEN.search(text) or denies_the_act(question, text))


_HOW_MANY_THINGS = re.compile(
    r"[一-龥ァ-ヴー]は、?(?:全部で|合わせて|市内に|町内に|今|現在)?(?:いくつ|幾つ)(?:です|でしょう|あ[りる]|ござい|か[。?？]*$|[。?？]*$)"
)
_OF_OTHER_THINGS = frozenset(
    {"人", "世帯", "年", "か月", "日", "週間", "時間", "分", "歳", "倍", "メートル", "ページ"}
)
"""Counters of people, time and measures: 「10世帯以上」 does not tell how many 団体 there are."""
_ITS_OWN = re.compile(r"世帯|家庭|年|月|日|時間|歳|才|年齢|面積|倍|震度|濃度|値|率|度")


def asks_how_many_things(question: str) -> bool:
    """Whether a question asks how many of something there are without a counter: 「団体はいくつありますか」."""
    return bool(_HOW_MANY_THINGS.search(question)) and not _ITS_OWN.search(question)


def _counts_other_things(question: str, text: str) -> bool:
    """Whether it is asked how many things there are (「団体はいくつありますか」), and `text` counts people, households, time or measures alone."""
    if not asks_how_many_things(question):
        return False
    found = units(text)
    return bool(found) and found <= _OF_OTHER_THINGS and not NONE.search(text)


def _told_by(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What is asked, in any case of its letters, and what tells it."""
    return tuple((re.compile(asked, re.IGNORECASE), re.compile(told)) for asked, told in pairs)


_FINER = _told_by(
    (
        r"何月|(?:what|which) month",
        rf"{MONTHS}\s*月(?!間)|[来今翌同先]月|月末|月初|毎月|年度(?:末|当初|初め)",
    ),
    (
        rf"{WHICH_DAY}(?![かく])|(?:what|which) day\b",
        rf"{DAYS}\s*日(?!間)|[末当翌同前]日|本日|毎日",
    ),
    (
        r"何時(?!間|点|も|代|で)|what time",
        rf"{FOLDED_NUMERAL}\s*時(?!間|点|代|期)|[0-9]:[0-9]{{2}}|正午",
    ),
    (
        r"何曜日",
        r"[月火水木金土日]曜|平日|週末|毎日|連日|土日|祝日|[月火水木金土](?=[、・とに])",
    ),
    (
        # 「いつからいつまでですか」「何年度から何年度」
        r"いつから(?:[^、。?？]{0,6}、)?いつ(?:まで)?|何(?P<unit>年度?|月|日|時)から何(?P=unit)",
        rf"(?:{FOLDED_NUMERAL}\s*(?:年度?|月|日|時)|[春夏秋冬]|[上中下]旬)[^、。]{{0,3}}(?:から|より|~|〜|-|–)",
    ),
)
"""A month, a day, an hour or the two ends of a time asked for by name, and what tells it: 「令和9年度」 is no month."""


_A_COMPANY = any_of(*"会社 業者 企業 メーカー ベンダー".split())
_COMPANY_ASKED = any_of(
    # 「どこの会社が工事をしますか」
    r"(?:どこ|どちら|何という|なんという|どういう名前)の?(?:会社|業者|企業|事業者|メーカー|ベンダー)",
    r"どの(?:会社|企業|業者|メーカー)(?=[がにへとか。?？]|です|でしょ|$)",
    # 「何という新聞社ですか」
    r"(?:何という|なんという|どこの|どの)(?:新聞|出版|旅行|保険|運送|鉄道|バス|タクシー|建設|電力|ガス)会?社",
    # 「工事をする会社はどこですか」
    rf"{_A_COMPANY}は(?:どこ|どちら)(?:$|[かだ。?？]|です|でしょ|に(?:決ま|な[りっる]|頼|任せ|委託|発注|お願い))",
    # 「会社名を教えてください」, not 「社名変更」 or 「会社名の公表」
    r"(?:会社|業者|企業|事業者)の名(?:前|称)",
    r"(?:会社|業者|企業|事業者|(?<!神)社)名(?!義|変更|[をはも]?(?:公表|公開|伏せ|明か))",
    r"(?:which|what) (?:company|firm|vendor|contractor|supplier)\b",
    r"name of the (?:company|firm|vendor|contractor)",
)
_COMPANY_TOLD = any_of(
    *r"株式会社 有限会社 合同会社 合資会社 ㈱ \(株\)".split(),
    r"[A-Zァ-ヴー]{1,20}(?:社|銀行|電機|建設)",
    # 「みなと印刷」: a name closed by a trade
    r"[一-龥ァ-ヴー]{2,12}"
    + any_of(
        *"建設 電力 電気 ガス 銀行 製作所 商会 工務店 生協 印刷 鉄道 交通 運輸 工業 産業".split(),
        *"システムズ サービス社".split(),
    ),
    *"JV 企業体 (?<!の)新聞(?!社|報道|紙|で|の|や|等|な|折|広|記|を|に|は|も)".split(),
    # names that are known without a word for company
    *"NTT JR NEC 富士通 日立 東芝 グーグル Google アマゾン Amazon マイクロソフト Microsoft LINE ヤフー サイボウズ".split(),
)

_WHICH_ONE = r"は、?(?:どこ|どれ|どの|どちら|何|なに|誰|だれ|どなた)"
_MOST = "いちばん|一番|最も|もっとも"
_RANKED = "順に|次いで|続い"
"""The first of a row is the most: 「南地区、次いで北地区」."""
_MOST_ASKED = any_of(
    # 「いちばん多いのはどこですか」
    rf"(?:{_MOST}|最[多大小])[^、。は]{{0,8}}(?:多|少な|大き|小さ|高|低|長|短|安|早|遅)[いかく][^、。]{{0,12}}{_WHICH_ONE}",
    r"which [a-z ]{2,30} (?:has|have|had|is|are|was|were) the (?:most|least|largest|smallest|highest|lowest)\b",
)
_MOST_TOLD = any_of(
    *"最[も多大小高低長短] 一番 いちばん もっとも トップ 首位 [上下]位 [0-9一二三]位".split(),
    r"[多少大小高低長短安早遅](?:な|き)?(?:[いか]|く(?!の|は|て))",
    _RANKED,
)
_FAVOURITE_ASKED = any_of(
    # 「一番人気の講座は何ですか」
    rf"(?:{_MOST})"
    + any_of(*"の?人気 好評 評判 売れ 選ばれ 読まれ 使われ 利用され 喜ばれ".split())
    + rf"[^、。]{{0,16}}{_WHICH_ONE}",
    r"which [a-z ]{2,30} (?:is|was|are|were) (?:the )?most (?:popular|used|read)\b",
    r"most popular",
)
_FAVOURITE_TOLD = any_of(
    *"最[も多] 一番 いちばん もっとも トップ 首位 [0-9一二三]位 人気 好評 評判 多[いくか]".split(),
    _RANKED,
)
_RANK_ASKED = r"何番目|何位|第何位|(?:順位|ランキング)は|what rank\b"
_RANK_TOLD = any_of(
    rf"{FOLDED_NUMERAL}\s*(?:番目|位)",
    *"順位 ランキング トップ 首位 最下位 [上下]位".split(),
    r"(?:日本|全国|世界|県内|都内|道内|府内)一",
    *"最も 一番 最[多少高低大小]".split(),
)

_POST = r"(?:副?(?:会長|委員長|座長|部会長|議長|理事長)|代表者?|顧問|講師|アドバイザー)"
_HOLDER_ASKED = any_of(
    # 「会長に選ばれたのは誰か」「代表を務めているのはどなた」
    rf"{_POST}(?:を(?:務め|つとめ)|に(?:選ばれ|選出され|選任され|就い|就任し|なっ))[^、。?？]{{0,6}}(?:の|人|方)は、?(?:誰|だれ|どなた|何という)",
    # 「誰が会長に選ばれましたか」「会長は誰ですか」
    rf"(?:誰|だれ|どなた)が{_POST}(?:に(?:選|就|な)|を(?:務|つと))",
    rf"{_POST}は、?(?:誰|だれ|どなた)(?:です|でしょう|か|[。?？]|$)",
)
_OFFICE = r"(?:部|課|局|室|係|次|所|館|校|園|本部)長"
_OFFICER_ASKED = any_of(
    # 「新しい課長になったのは誰ですか」「室長に就いたのはどなた」
    rf"{_OFFICE}に(?:な[りっ]|就[いくき]|就任|任命|起用|選ばれ)[^、。?？]{{0,6}}(?:の|人|方)は、?(?:誰|だれ|どなた|何という)",
    rf"(?:誰|だれ|どなた)が[^、。?？]{{0,12}}{_OFFICE}に(?:な[りっ]|就[いくき]|就任|任命|起用|選ばれ)",
)
_HOLDER = any_of(
    # 「山川委員を会長に」「代表は大学の青葉教授」
    r"(?!皆)[一-龥々](?:[ 　]?[一-龥々ァ-ヴー]{0,6}|[ 　][ぁ-ん]{2,4})(?:氏|さん|様(?![々式子相])|殿|君|先生|教授|議員|委員(?![会長間一-龥]))",
    # 「会長は町長」「代表は商工会」
    *"[市町村区]長 知事 教育長 [部局課]長 会社 大学 法人 協会 商工会 連合会 私が".split(),
)

_HELD = any_of(_POST, *"務め つとめ 選任 選出 互選 就任".split())
_HOLDER_TOLD = any_of(
    rf"{_HELD}[^。]{{0,80}}{_HOLDER}",
    rf"{_HOLDER}[^。]{{0,80}}{_HELD}",
    rf"{_HOLDER}(?:で(?:す|あり|ござい|ある)|にな)",
)
"""Beside what is said of the post, or as the answer in a word: whoever else is named in an hour's reply does not hold it."""
_OFFICER_TOLD = any_of(
    r"[一-龥々](?:[ 　]?[一-龥々ァ-ヴー]{0,6}|[ 　][ぁ-ん]{2,4})(?:氏|さん|様(?![々式子相])|君|先生|教授)",
    # 「副市長が兼ねます」
    r"(?<!当)(?:[市町村区]|部|課|局|次)長が",
    *"兼務 兼任 兼ね 空席 欠員 公募".split(),
)

_NAMED = _told_by(
    (_HOLDER_ASKED, _HOLDER_TOLD),
    (_OFFICER_ASKED, _OFFICER_TOLD),
    (_COMPANY_ASKED, _COMPANY_TOLD),
    (r"電話番号|(?:phone|telephone) number", r"[0-9]{2,4}-[0-9]{2,4}|[0-9]{4,}番|電話番号"),
    (_MOST_ASKED, _MOST_TOLD),
    (_FAVOURITE_ASKED, _FAVOURITE_TOLD),
    (_RANK_ASKED, _RANK_TOLD),
    # 「どの地区の物件ですか」
    (
        r"どの(?:地区|町内|集落|校区|学区)(?=[のでにがはをとか。?？]|です)",
        r"[一-龥ァ-ヴー々](?:地区|地域(?!医療|住民|活動|団体|福祉|活性)|町|丁目|集落|校区|学区|校下|市街地|小学校|中学校|駅|通り|沿い)|[東西南北]部|全域|全地区",
    ),
    (r"何年生|which grade\b", rf"{FOLDED_NUMERAL}\s*年生|[全各]学年|[低中高]学年"),
)
"""What is asked for by name, and what such names look like."""


def asks_by_name(question: str) -> bool:
    """Whether a company or the like is asked for by its name."""
    return any(asked.search(question) for asked, _ in _NAMED)


def names_wanted(question: str) -> tuple[re.Pattern[str], ...]:
    """What such names look like as are asked for: the sentence with the 株式会社 is the answer, not those on the contract."""
    return tuple(told for asked, told in _NAMED[:3] if asked.search(question))


def told_by_name(question: str) -> tuple[re.Pattern[str], ...]:
    """What tells it where a month, a day or an hour is asked for by name: any 「令和9年度」 is a date, and no day."""
    return tuple(told for asked, told in _FINER if asked.search(question))


_SINCE_WHEN = _told_by(
    (
        r"いつから|何[年月日](?:度|頃|ごろ)?から|\bsince when\b|\bfrom when\b|when (?:will|does|did) [a-z ]{2,40} (?:begin|start)",
        rf"(?:{FOLDED_NUMERAL}\s*(?:年度?|月|日|時)|[一二三]学期|[春夏秋冬]|年度?(?:明け|当初|初め)|月(?:初め?|末|中旬|上旬|下旬))(?:頃|ごろ)?(?:から|より)(?!の)",
    ),
    (
        r"いつまで(?!も)|何[年月日](?:度|頃|ごろ)?まで|\buntil when\b|\bhow long (?:will|did|does)\b",
        rf"(?:{FOLDED_NUMERAL}\s*(?:年度?|月|日|時)|[一二三]学期|[春夏秋冬]|年度?末|月末|中旬|上旬|下旬)(?:頃|ごろ)?まで|当分の間|当面",
    ),
)
"""Since when (until when) is asked, and the time with から (まで) behind it: beside it stands the time of what was before (令和5年の4月に改定し、…)."""


def told_since(question: str) -> tuple[re.Pattern[str], ...]:
    """What tells it where it is asked since or until when something is so; a time without から may tell it too."""
    return tuple(told for asked, told in _SINCE_WHEN if asked.search(question))


_MAKING = any_of(
    *"策定 作成 制定 設置 設立 創設 新設 開設 発足 結成 導入 施行 締結 開業 開館 開園 開校 開始 立ち上げ".split()
)
_MADE = r"(?:でき|出来|作[っらり]|つく[っらり]|始ま[っり]|始め|スタート)"
"""Everyday words for what a record calls 開設 or 策定."""
_WHEN_MADE = re.compile(
    any_of(
        # 「いつ策定？」「いつ頃できましたか」
        rf"いつ(?:頃|ごろ)?(?:に)?、?(?:(?P<act>{_MAKING})|{_MADE}(?:れ)?(?:た|て|まし))",
        # 「策定はいつ」「できたのはいつですか」
        rf"(?:(?P<act2>{_MAKING})(?:[さし]れ?た)?(?:の|時期)?|{_MADE}(?:れ)?た(?:の|時期))は、?いつ",
    )
)
_WHO_MADE = re.compile(
    # 「誰が作ったの」「どこが策定しましたか」
    rf"(?:誰|だれ|どなた|どこ|どの[課部局])が、?(?:(?P<act>{_MAKING})|作[っりる]|つく[っりる]|定め|決め|まとめ)"
)
_A_TIME = rf"(?:{FOLDED_NUMERAL}\s*(?:年度?|月|日)|[昨今本前]年度?)"


def told_by_act(question: str) -> tuple[re.Pattern[str], ...]:
    """What tells it where it is asked when something was made or by whom: the time, or who did it, before the word for making it (青山県が令和2年に策定し
    た計画). Any other time of the reply is of something else."""
    told = []
    if when := _WHEN_MADE.search(question):
        act = when["act"] or when["act2"] or _MAKING
        told.append(rf"{_A_TIME}[^。]{{0,60}}?{act}(?:[しさ]|いたし|。|$)")
    if who := _WHO_MADE.search(question):
        act = who["act"] or any_of(_MAKING, "作っ", "つくっ", "定め", "決め", "まとめ")
        told.append(rf"[一-龥ァ-ヴー]{{1,12}}が、?[^、。]{{0,16}}{act}(?:し|いたし|た|ま)")
    return tuple(map(re.compile, told))


def lacks_its_day(question: str, text: str) -> bool:
    """Whether a month, a day or an hour is asked for by name (何月何日) and `text` tells none."""
    return any(not told.search(text) for told in told_by_name(question))


_OCCASION = re.compile(r"(?:の|た|る)(?:とき|時|際|時点|あと|後|前)(?:[にはでま、。]|から)|終了後|開始前")
"""When something is, told by what happens then."""

_ACT = any_of(
    *"入国 出国 入学 卒業 入所 入園 入居 退去 転入 転出 出生 結婚 退職 採用".split(),
    *"申請 申込み? 受付 交付 発行 登録 届出 契約 更新 購入 加入 支給 納付 支払い?".split(),
    *"完成 完了 着工 開校 開園 開業 開設".split(),
    *"検査 健診 受診".split(),
)
_AT_AN_ACT = re.compile(
    any_of(
        rf"{_ACT}時(?:に|から|まで|で)",
        # 「案ができた段階で」「認可が下り次第」
        r"[ただ](?:時点|段階)(?:で|に|から)",
        r"(?:[いきしちにびみりえけせてねべめれ]|[完終]了|決定|判明)次第",
        # 「知ったときから数えます」「払われた日から」
        r"[ただ](?:次の)?(?:とき|時|日|翌日)(?:から|より)",
    )
)
"""The time of what one person or thing goes through (「入国時に受け取る」 answers いつ; 災害時 and 緊急時 are conditions), or when something else
is done."""

_HOW_MUCH = rf"{HOW_MUCH}|どれだけ"
_QUANTITY_NOUN = re.compile(
    any_of(
        *"数 額 費 率 割合 料金 量 いくら 幾ら".split(),
        _HOW_MUCH,
        *"何[人名件台回円枚] データ 統計 実績 見積 積算".split(),
    )
)
_SUM_NOUN = re.compile(
    any_of(
        *"[額費料代] いくら 幾ら 何[百千万億]*円".split(),
        *"率 割合 割 価格 単価 値段 予算 見積 積算 試算 データ 統計 実績 (?:数字|数値)(?!目標) 金 コスト 効果".split(),
        _HOW_MUCH,
    )
)
_TIME_NOUN = re.compile(
    any_of(
        *"いつ 時期 時点 日程 日時 日取り 期日 期限 期間 年度 年次 スケジュール 予定 見通し 見込み 目途 めど 未定 開始 完了 時間 検討 調整 精査 現時点 今後".split(),
        r"何[年月日時]",
    )
)
_BEFORE, _AFTER = 40, 20
"""Characters around 「把握していない」 within which stands what is not known: spoken sentences run on for hundreds."""


_NO_AIM = re.compile("数値目標|目標数値|数値的な目標")
_AIMED_AT = re.compile("目標|目指|めざ|KPI|増や|減ら|いつまでに|target|goal", re.IGNORECASE)


def _without_aims(question: str, text: str) -> str:
    """What a reply says of not having is none of the figure, where it has no aim and the question asks for none: 「数値目標は設けていない」."""
    return text if _AIMED_AT.search(question) else _NO_AIM.sub("", text)


def says_not_given(text: str, sums: bool) -> bool:
    """Whether `text` says of a quantity that it is not given: 「人数は手元にございません」, not 「時期は未定です」; `sums`: of a sum or share."""
    return _not_given_of(_SUM_NOUN if sums else _QUANTITY_NOUN, text)


def _not_given_of(noun: re.Pattern[str], text: str) -> bool:
    """Whether `text` says that something is not given beside a `noun` of that kind."""
    return any(
        noun.search(part[max(0, found.start() - _BEFORE) : found.end() + _AFTER])
        for part in text.split("。")
        for found in NOT_GIVEN.finditer(part)
    )


BARE = 16
"""Characters of a reply that may be nothing but a denial."""


def with_its_question(reply: str, question: str) -> str:
    """A reply; one that is nothing but that something is not given (「想定していない。」) with the question it replies to, which says of what."""
    bare = len(reply) <= BARE and NOT_GIVEN.search(reply)
    return question.replace("。", "、") + reply if bare else reply


def says_in_its_place(question: str, kinds: Collection[Kind], text: str, not_given: bool) -> bool:
    """Whether `text`, of which a sentence says that something is `not_given`, says so of what is asked for (where that is a quantity, of one), or
    that what the question takes for granted was not done."""
    if denies_the_act(question, text):
        return True
    sought = asked_units(question)
    sums = not sought and asks_for_a_sum(question, kinds)
    if not_given and (sought or sums or Kind.NUMBER in kinds):
        return says_not_given(text, sums)
    if not_given and _DATE_WORD.search(question):
        return _not_given_of(_TIME_NOUN, text)
    return not_given


_SOME = re.compile(_HOW_MUCH)
_HARDLY = re.compile(
    any_of(
        # 「それほど多くの時間は割いておりません」
        r"(?:それほど|さほど|あまり|ほとんど|めったに)[^、。]{0,30}(?:ない|ません|なかった)",
        r"ごく(?:わずか|少数|一部|限られた)",
    )
)


def says_little(question: str, kinds: Collection[Kind], text: str) -> bool:
    """Whether a question asks how much of something without a counter, and `text` says without a number that it is little."""
    counted = asked_units(question) or SUMS.intersection(kinds)
    return bool(_SOME.search(question)) and not counted and bool(_HARDLY.search(text))


def tells_value(question: str, kinds: Collection[Kind], text: str) -> bool:
    """Whether `text` has a value that is asked for (`chat.answers.kinds.gives_value`), tells a time by what is done then, or says that it is
    little."""
    value = gives_value(text, kinds, asked_units(question)) or _at_an_act(kinds, text)
    return value or says_little(question, kinds, text)


def _at_an_act(kinds: Collection[Kind], text: str) -> bool:
    return Kind.DATE in kinds and bool(_AT_AN_ACT.search(text))


_AIM_ASKED = re.compile(
    any_of(
        # 「何人まで増やすつもりですか」「目標は何台か」
        r"(?:何|いく[らつ]|どこ|どのくらい|どれくらい)[^、。?？]{0,6}まで(?:に)?[^、。?？]{0,8}(?:増や|減ら|[上下]げ|伸ば|広げ|高め)(?:す|し|る|ま)",
        r"(?:目標|目指す)[^、。?？]{0,12}(?:何|いく[らつ]|どのくらい|どれくらい)",
    )
)
_NOW_ASKED = re.compile(
    r"(?:今|いま|現在|現時点)(?!の(?!ところ|時点))(?:は|の(?:ところ|時点)?(?:で?は)?|では|で|、)?[^、。?？]{0,12}(?:何|いく[らつ]|どのくらい|どれくらい)"
)
"""「電子決裁率は、今は何％まで来ていますか」"""
_AIM = re.compile(
    "目標|目指|ゴール|(?:た|ほし|欲し)い(?:と|。|です|が)|つもり|予定|見込[みん]|計画(?:で|し|に)|方針|とする(?:こと|など)"
)
_NOW = re.compile(
    "現在|現時点|時点|昨年|前年|これまで|ところ(?:です|である|でござ)|[いき]ました|しました|(?:た|となった|だった)。?$|(?<!考え)(?<!思っ)(?<!目指し)てい(?:る|ます)"
)


def _of_an_aim_or_now(question: str, kinds: Collection[Kind], text: str) -> bool:
    """Whether every value of `text` is told as what is aimed at where the present one is asked for, or as the present one where the aim is:
    「電子決裁率を100%とすることを目標に」 does not say how far it has come."""
    aim, now = _AIM_ASKED.search(question), _NOW_ASKED.search(question)
    if bool(aim) == bool(now):
        return False
    told = [part for part in text.split("。") if tells_value(question, kinds, part)]
    other, own = (_NOW, _AIM) if aim else (_AIM, _NOW)
    return bool(told) and all(other.search(part) and not own.search(part) for part in told)


def kind_missing(question: str, kinds: Collection[Kind], text: str) -> float:
    """Which share of what a question asks for `text` lacks, as `chat.answers.kinds.share_missing` tells it: 0, 0.5 or 1. An hour that is
    asked for by name is told by an hour, how much by words that say that it is little too, and what is borne of a cost by a share of it."""
    if lacks_its_day(question, text) or _of_an_aim_or_now(question, kinds, text):
        return 1.0
    if says_little(question, kinds, text):
        return 0.0
    told = {Kind.DATE} if _at_an_act(kinds, text) else set()
    if _BORNE.search(question) and holds(Kind.SHARE, text):
        told.add(Kind.MONEY)
    return share_missing([kind for kind in kinds if kind not in told], text)


_SUM_ALONE = re.compile(rf"{_AMOUNT_WORD}|\bcosts?\b", re.IGNORECASE)
_BORNE = re.compile(
    r"補助|助成|負担|持っ|持つ|還元|割引|軽減|免除|subsid|bear|cover|share|discount", re.IGNORECASE
)


_NO_AMOUNT = re.compile(r"(?:無料|無償)化(?!により|によって|で[、。]|し|され|とな)|半額|半分")
_NOTHING = re.compile(r"ゼロ|負担は(?:ありません|ございません|生じません|なくなり|無くなり)")


_OF_ONE = re.compile(
    any_of(
        r"(?<![0-9])[一1](?:人|泊|枚|袋|回|食|個|本|冊|台|世帯|時間|か月|ヶ月|日)(?:[につき当あたり、]|一泊|1泊){0,5}(?:いくら|幾ら|何[百千万]*円)",
        # 「月々いくら」「家賃はいくら」
        r"(?:月々|毎月|月に|月額|家賃|賃料)[はがで]?、?(?:いくら|幾ら|何[百千万]*円)",
        r"how much [^.?]{0,40}\b(?:monthly|rents?|per (?:month|person|night|day|hour)|each (?:month|person))\b",
    ),
    re.IGNORECASE,
)
_IN_HUNDREDS_OF_MILLIONS = re.compile(r"[0-9,.]*億[0-9,.万千百]*円?")
"""Sums of a budget: no piece, person or night costs as much."""


def _gives_the_sum(question: str, text: str) -> bool:
    """Whether `text` has what answers a question for a sum: いくら is answered by an amount of money alone (半額 and 無料化 are none),
    unless what is borne of a cost is asked for (4分の3); what one piece costs by none of hundreds of millions."""
    if _OF_ONE.search(question):
        text = _IN_HUNDREDS_OF_MILLIONS.sub("", text)
    if _SUM_ALONE.search(question) and not _BORNE.search(question) and not _SHARE_WORD.search(question):
        return holds(Kind.MONEY, _NO_AMOUNT.sub("", text)) or bool(_NOTHING.search(text))
    return any(holds(kind, text) for kind in SUMS)
