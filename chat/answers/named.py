"""What a question asks for by its name (which company, who holds a post, which month, from when until when), and what tells it.

Any firm is a noun and any year a date: what such a name looks like stands here beside the words that ask for it. All texts are
`wording.plain`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from chat.answers.counters import DAYS, MONTHS
from corpus.patterns import FOLDED_NUMERAL, WHICH, WHO, any_of
from retriever.answer_kinds import WHICH_DAY


def _told_by(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What is asked, in any case of its letters, and what tells it."""
    return tuple((re.compile(asked, re.IGNORECASE), re.compile(told)) for asked, told in pairs)


@lru_cache(maxsize=1024)  # each sentence of each exchange is read for the same question
def _asks(asked: re.Pattern[str], question: str) -> bool:
    return bool(asked.search(question))


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
    (
        # 「計画の期間は」「工事期間」
        r"期間(?:は、?)?(?:[ 　。?？]|どの|どれ|何[^をが]|$)|期間を教え",
        rf"{FOLDED_NUMERAL}\s*(?:年|[かヶカヵケ]月|月|日|週)|通年|[当長短]期|当[分面]|[一-龥]まで|限りなく|無期限",
    ),
)
"""A month, a day, an hour, the two ends of a time or its length asked for by name, and what tells it: 「令和9年度」 is no month, 「年度末」 no length."""


_A_COMPANY = any_of(*"会社 業者 企業 メーカー ベンダー".split())
_COMPANY_ASKED = any_of(
    # 「どこの会社が工事をしますか」
    r"(?:どこ|どちら|何という|なんという|どういう名前)の?(?:会社|業者|企業|事業者|メーカー|ベンダー)",
    rf"{WHICH}(?:会社|企業|業者|メーカー)(?=[がにへとか。?？]|です|でしょ|$)",
    # 「何という新聞社ですか」
    rf"(?:何という|なんという|どこの|{WHICH})(?:新聞|出版|旅行|保険|運送|鉄道|バス|タクシー|建設|電力|ガス)会?社",
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
    *"最[も多大小高低長短] 一番 いちばん もっとも トップ 首位 [上下]位 [0-9一二三]位(?!一体)".split(),
    # 「多い」「高かった」, not 「委員長から」 or 「大きくなる」
    r"[多少大小高低長短安早遅](?:な|き)?(?:い|かっ|く(?!の|は|て|な))",
    _RANKED,
    # 「東線が1,730万円、西線が1,480万円」
    r"[^、。0-9]{2,16}[がは](?:約|およそ)?[0-9][0-9,.]*[千万億]?(?P<each>[^0-9、。(（])[^0-9、。]{0,6}、"
    r"[^、。0-9]{2,16}[がは](?:約|およそ)?[0-9][0-9,.]*[千万億]?(?P=each)",
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

_IS_WHO = r"[^、。?？]{0,6}(?:の|人|方)は、?(?:誰|だれ|どなた|何という)"
_A_NAME = r"[一-龥々](?:[ 　]?[一-龥々ァ-ヴー]{0,6}|[ 　][ぁ-ん]{2,4})"
_CALLED = r"氏|さん|様(?![々式子相])|君|先生|教授"
"""What a name bears behind it, of whichever office."""

_POST = r"(?:副?(?:会長|委員長|座長|部会長|議長|理事長)|代表者?|顧問|講師|アドバイザー)"
_HOLDER_ASKED = any_of(
    # 「会長に選ばれたのは誰か」「代表を務めているのはどなた」
    rf"{_POST}(?:を(?:務め|つとめ)|に(?:選ばれ|選出され|選任され|就い|就任し|なっ)){_IS_WHO}",
    # 「誰が会長に選ばれましたか」「会長は誰ですか」
    rf"{WHO}が{_POST}(?:に(?:選|就|な)|を(?:務|つと))",
    rf"{_POST}は、?(?:{WHO}|何という(?:お?名前の)?(?:人|方))(?:です|でしょう|か|[。?？]|$)",
)
_OFFICE = r"(?:部|課|局|室|係|次|所|館|校|園|本部)長"
_OFFICER_ASKED = any_of(
    # 「新しい課長になったのは誰ですか」「室長に就いたのはどなた」
    rf"{_OFFICE}に(?:な[りっ]|就[いくき]|就任|任命|起用|選ばれ){_IS_WHO}",
    rf"{WHO}が[^、。?？]{{0,12}}{_OFFICE}に(?:な[りっ]|就[いくき]|就任|任命|起用|選ばれ)",
    # 「あさひ市の広報担当部長は誰ですか」 alone; who 「…と答えた部長」 is, the label of the speaker tells
    rf"^(?:[^、。?？るた]{{1,8}}[市町村区]の)?(?:今の|現在の|新しい)?[一-龥々ァ-ヴー]{{2,16}}{_OFFICE}は、?(?:{WHO}|何という(?:人|方))",
)
_HOLDER = any_of(
    # 「山川委員を会長に」「代表は大学の青葉教授」
    rf"(?!皆){_A_NAME}(?:{_CALLED}|殿|議員|委員(?![会長間一-龥]))",
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
    rf"{_A_NAME}(?:{_CALLED})",
    # 「広報課長の沢渡でございます」
    rf"{_OFFICE}の[一-龥々]{{1,6}}(?:で(?:す|ござい)|と申し)",
    # 「副市長が兼ねます」
    r"(?<!当)(?:[市町村区]|部|課|局|次)長が",
    *"兼務 兼任 兼ね 空席 欠員 公募".split(),
)

_ORDINALS = tuple((f"第何{unit}", rf"第\s*{FOLDED_NUMERAL}+\s*{unit}") for unit in "次期条号章版弾")
"""The number of a plan, a term or an article (第何次の計画, 第何条); 第何回 is told by 3回目 as well."""

_TOLD_ALONE = _told_by(
    *_ORDINALS,
    (_HOLDER_ASKED, _HOLDER_TOLD),
    (_OFFICER_ASKED, _OFFICER_TOLD),
    (_COMPANY_ASKED, _COMPANY_TOLD),
)
"""Asked for by name and told by the sentence that has it alone; see `what_tells_it`."""
_NAMED = (
    *_TOLD_ALONE,
    *_told_by(
        (r"電話番号|(?:phone|telephone) number", r"[0-9]{2,4}-[0-9]{2,4}|[0-9]{4,}番|電話番号"),
        (_MOST_ASKED, _MOST_TOLD),
        (_FAVOURITE_ASKED, _FAVOURITE_TOLD),
        (_RANK_ASKED, _RANK_TOLD),
        # 「どの地区の物件ですか」
        (
            rf"{WHICH}(?:地区|町内|集落|校区|学区)(?=[のでにがはをとか。?？]|です)",
            r"[一-龥ァ-ヴー々](?:地区|地域(?!医療|住民|活動|団体|福祉|活性)|町|丁目|集落|校区|学区|校下|市街地|小学校|中学校|駅|通り|沿い)|[東西南北]部|全域|全地区",
        ),
        # 「どこの病院に入院しますか」
        (
            r"(?:どこ|どちら|何という|なんという)の?(?:病院|医院|診療所|クリニック)(?!も|でも)|\bwhich (?:hospital|clinic)\b",
            r"(?<!当)(?<!各)(?:[一-龥々]{2}|[ァ-ヴー])(?:病院|医院|診療所|クリニック|医療センター)",
        ),
        (r"何年生|which grade\b", rf"{FOLDED_NUMERAL}\s*年生|[全各]学年|[低中高]学年"),
    ),
)
"""What is asked for by name, and what such names look like."""


def lacks_its_name(question: str, text: str) -> bool:
    """Whether something is asked for by its name, and `text` has nothing that looks like one."""
    return any(_asks(asked, question) and not told.search(text) for asked, told in _NAMED)


def asks_by_name(question: str) -> bool:
    """Whether a company or the like is asked for by its name."""
    return any(_asks(asked, question) for asked, _ in _NAMED)


_OF_OTHERS = _told_by(
    (
        # 「ほかの町では何をしていますか」, not 「ほかの町と比べて」
        r"(?:他|ほか|よそ|近隣|周辺)の?(?:市町村|自治体|市|町|村|区|まち|都市|団体)(?:では|は|で(?!き)|が|の(?:例|事例|様子|状況|取組|取り組み))"
        r"|\bother (?:cities|towns|municipalities|councils)\b",
        r"(?:他|ほか|近隣|周辺|類似|先進)の?(?:市町村|自治体|市|町|都市|団体)|(?:県|都|道|府)内の?(?:市町村|自治体|\d+)|各(?:市|自治体)",
    ),
)
"""Other towns asked about, and what tells of them: beside it stands what the own one does, in the same words."""

_SINCE_WHEN = _told_by(
    (
        r"いつ(?:頃|ごろ)?から|何[年月日](?:度|頃|ごろ)?から|\bsince when\b|\bfrom when\b|when (?:will|does|did) [a-z ]{2,40} (?:begin|start)",
        rf"(?:{FOLDED_NUMERAL}\s*(?:年度?|月|日|時)|[一二三]学期|[春夏秋冬]|年度?(?:明け|当初|初め)|月(?:初め?|末|中旬|上旬|下旬))(?:頃|ごろ)?(?:から|より)(?!の)",
    ),
    (
        r"いつ(?:頃|ごろ)?まで(?!も)|何[年月日](?:度|頃|ごろ)?まで|\buntil when\b|\bhow long (?:will|did|does)\b",
        rf"(?:{FOLDED_NUMERAL}\s*(?:年度?|月|日|時)|[一二三]学期|[春夏秋冬]|年度?末|月末|中旬|上旬|下旬)(?:頃|ごろ)?まで|当分の間|当面",
    ),
)
"""Since when (until when) is asked, and the time with から (まで) behind it: beside it stands the time of what was before (令和5年の4月に改定し、…)."""


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


def _told_by_act(question: str) -> tuple[re.Pattern[str], ...]:
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


def what_tells_it(question: str) -> tuple[re.Pattern[str], ...]:
    """What tells it where a month, a day or an hour is asked for by name (any 「令和9年度」 is a date, and no day), a company or who holds a post
    (the sentence with the 株式会社 is the answer, not those on the contract), since or until when something is so (a time without から may tell
    it too), what other towns do, or when or by whom it was made."""
    pairs = (*_FINER, *_TOLD_ALONE, *_OF_OTHERS, *_SINCE_WHEN)
    return (*(told for asked, told in pairs if _asks(asked, question)), *_told_by_act(question))


_BEGINNING_ASKED = re.compile(
    any_of(
        # 「いつから使えますか」「いつ頃始まるか」, not 「いつから数えるか」
        r"いつ(?:頃|ごろ)?(?:から|に)?(?:始ま|始め|開始|スタート|導入|使え|使い始|利用でき|利用開始|供用|運用|稼働|実施|施行|オープン|開[くか館園設校業]|でき)",
        # 「導入時期」「開始日は」
        r"(?:開始|導入|実施|運用|供用|稼働)(?:の)?(?:時期|予定|年月|日)(?:[はを 。?？]|$)",
        # 「使えるようになるのはいつ」
        r"(?:使え|始ま|利用でき|導入され|実施され)[^。、]{0,8}(?:の|時期)は、?(?:いつ|何[年月])",
    )
)
_BEGINNING_TOLD = re.compile(
    any_of(
        *"始ま 始め 開始 スタート 導入 使え 使って 利用 供用 運用 稼働 実施 施行 適用 オープン 開[かきくい館園設校業] 設置 整備 新設 創設 発足".split(),
        *"から より 以降 予定 見込 目指 目途 めど でき".split(),
    )
)


def tells_of_no_beginning(question: str, sentence: str) -> bool:
    """Whether a question asks when something begins, and a sentence speaks of no beginning, whatever day it names: 「今年度も議題になった」. Of 34 such
    questions over all gold sets 33 are answered by a sentence that does (the other one: from what somebody knew)."""
    return bool(_BEGINNING_ASKED.search(question)) and not _BEGINNING_TOLD.search(sentence)


def lacks_its_day(question: str, text: str) -> bool:
    """Whether a month, a day or an hour is asked for by name (何月何日) and `text` tells none."""
    return any(_asks(asked, question) and not told.search(text) for asked, told in _FINER)
