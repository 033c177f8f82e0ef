"""Counters: what a question asks to be counted (何人, 何か所), and what the numbers of a text count.

A numeral counts something only with a counter behind it, and not in an ordinal or an idiom (一人一人, ２点目); a year by its name
(令和7年) counts no years. All texts are `wording.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from corpus.folding import plain
from corpus.patterns import FOLDED_NUMERAL, KANJI_NUMERAL, any_of
from retriever.answer_kinds import ASKED_HOURS, COPIES, HOW_MANY_DAYS, HOW_MUCH, WHICH_YEAR

NUM = (
    r"[0-9][0-9,.]*+|[一二三四五六七八九十百千]{1,7}(?:[万億](?:[一二三四五六七八九十百千]{1,7})?)?|"
    r"数(?:十|百|千|万)?"
)
YEARS = r"(?:(?<![0-9])[0-9]+|元|[〇一二三四五六七八九十]{1,4})"
MONTHS = r"(?:[0-9]{1,2}|(?<![〇一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九]))"
DAYS = rf"(?:[0-9]{{1,2}}|{KANJI_NUMERAL}{{1,3}})"
"""In figures, or in Chinese numerals as older records and some prefectures print them (平成二十三年六月十日)."""

COUNTS = (
    r"(?<!第)(?<!一人)(?<![0-9一二三四五六七八九十百千万])(?!"
    + any_of(
        r"(?:一|1)"
        + any_of(
            r"人"
            + any_of(
                *r"一人 1人 ひとり 親 暮らし 当たり あたり でも も につき の人(?!数)".split(),
                # 「1人1万3,000円」
                r"(?:に|が|に対し)?、?(?:約|一律)?[0-9][0-9,.]*(?:[万千][0-9,.]*)?円",
                rf"(?<![はがも][一1]人)[がでに](?:約|平均|最大)?{FOLDED_NUMERAL}+"
                r"(?![0-9一二三四五六七八九十年月日時週歳]|[かヶカ]月)",
            ),
            # 「1世帯1万円」
            r"(?:世帯|戸|件|台|回|枚|個|校|団体|社)(?:につき|当たり|あたり|に対し)?、?(?:約|一律)?[0-9][0-9,.]*(?:[万千億][0-9,.]*)?円",
            *r"つ 部 点 方 面 度 定".split(),
        ),
        r"十分(?!間)",
        rf"(?:[0-9]+|{KANJI_NUMERAL}+)(?:つ|点|番|件|項|個|人)目",
    )
    + r")"
)
"""Stands before a numeral that is none of an ordinal, an idiom or a rate: 「1人が2校を受け持つ」 tells how much falls to one, not how many there
are; 「担当は1人で2校を回る」 tells both."""
_NOUNS = any_of(
    *"団体 自治体 市町村 世帯 項目 分野 業務 事業者? 業者 企業 会社 施設 チーム グループ 路線 店舗 法人 組織 ジャンル 職種 講座 科目".split(),
    *"学級 クラス 系統 地区 集落 校 園 館".split(),
)
_BEHIND_ITS_OWN = rf"(?:(?:(?<=[0-9])つ?|(?<=[一二三四五六七八九])つ)の(?=[一-龥々ァ-ヴー]{{0,8}}?{_NOUNS}(?![一-龥々ァ-ヴー]))[一-龥々ァ-ヴー]{{0,8}}?)?"
"""Between a number and what is a noun as well as a counter stands what kind of it: 「11の民間団体」「３つの小学校」. The noun ends there: 「11の施設整備」
counts no 施設."""
UNIT_NUMBER = re.compile(
    rf"{COUNTS}(?:約|およそ|延べ|計|合計)?(?:{NUM})(?:余り)?(?:万|億|千)?(?:[0-9]+)?{_BEHIND_ITS_OWN}(?P<unit>"
    + any_of(
        # 「70人」「三校」; 「10人乗り」 counts nobody
        *r"[人名]乗り 人日 人 名 件 枚 台 回 か所 箇所 カ所 ヶ所 ヵ所 個 校 世帯 社 団体 種類 種 戸 軒 棟 冊 本 自治体 市町村 区画 市 町 村 区".split(),
        *r"周年 年度間 年間 年".split(),
        # 「3か月」「十日ほど」
        *r"か月 カ月 ヶ月 週間 日間".split(),
        r"日(?=以[内上]|分|ほど|程度|前|後|で[すしあはき、]|と[なし]|余り?)",
        *r"時間 分野 分".split(),
        # 「2項目」「40ヘクタール」「5キロ」
        *r"項目 つ ポイント 点 床 ヘクタール [平立]方メートル 平米 立米 m[23] キロ トン km m メートル ha".split(),
        # 「3班」「60人日」「2倍」「4席」「2両」
        *r"ページ 業務 事業者 業者 企業 会社 事業 施設 チーム グループ 班 部 課 両(?![方者親立面側]) 倍 歳 階 基 隻 頭 匹 羽 食 席 室 路線 便 店舗".split(),
        *r"店 通(?![りじ路勤報告]) 法人 灯 駅 園 館 橋 票 組(?!合|織|み) 袋 組織 ジャンル 職種 センチ ミリ".split(),
        # 「12品目」「3系統」「5か国」「30度」
        *r"品目 品 講座 科目 曲 学級 クラス 系統 地区 集落 か国 カ国 ヶ国 者 度(?![目もと])".split(),
    )
    + r")"
)
_NO_DATE = re.compile(r"(?<![0-9,.])(?:[0-9]{1,3},[0-9]{3}|[0-9]{3,4}|3[2-9]|[4-9][0-9])日(?!付)")
"""More days than a month has are counted (1,000日)."""
_DAYS_EACH = re.compile(rf"(?:週に?|[月年]に)(?:約|およそ|延べ)?(?:{NUM})日")
"""Days that are counted of a week (週2日), without a word behind them that says so."""
NAMED_YEAR = re.compile(
    rf"(?:令和|平成|昭和){YEARS}年度?|(?:19|20)[0-9]{{2}}年度?|{YEARS}年(?:度(?!間)|{MONTHS}月)"
)
"""A year by its name, which counts no years."""
_APART = re.compile(r"(?<=[0-9]) (?=[一-龥かヵヶカ%])")


def close(text: str) -> str:
    """A number beside its counter: prints set them apart (計 70 名)."""
    return _APART.sub("", text) if " " in text else text


_ASKED_UNIT = re.compile(
    r"何[十百千万億]*("
    + any_of(
        # 「何人」「何校」「何人乗り」
        *r"[人名]乗り 人 名 件 枚 台 回 か所 箇所 個 校 世帯 社 団体 種類 戸 軒 棟 冊 本 自治体 市町村 区画 市 年(?!生) か月 ヶ月 週間 時間 分野".split(),
        *r"分 項目 つ 点 床 区(?![域間]) 町 村 歳".split(),
        COPIES,
        # 「何階」「何ページ」「何度で」, not 「何課長」「何度も」
        *r"階 ページ 課(?!長|の|が|は|で)".split(),
        r"度(?=以[上下]|まで|くらい|ぐらい|で(?!も)|に|あ|の|が|を|は)",
        # 「何業務」「何便」「何トン」
        *r"業務 灯 隻 基 頭 匹 羽 食 席 室 路線 便 店舗 法人 施設 駅 園 館 橋 票 組 袋 トン センチ ミリ キロ メートル".split(),
        *r"[平立]方メートル 平米 立米 ヘクタール".split(),
        # 「何品目」「何か国」「何者」
        *r"品目 品(?!目) 講座 科目 曲 学級 クラス 系統 地区 集落 か国 者(?!か|が|も)".split(),
    )
    + r")(?!目)"
)
"""Not 何回目, which 第4回 answers."""
_SAME = {
    "名": "人",
    "名乗り": "人乗り",
    "カ所": "か所",
    "箇所": "か所",
    "ヶ所": "か所",
    "ヵ所": "か所",
    "カ国": "か国",
    "ヶ国": "か国",
    "ha": "ヘクタール",
    **dict.fromkeys(("平米", "m2"), "平方メートル"),
    **dict.fromkeys(("立米", "m3"), "立方メートル"),
    **dict.fromkeys(("km", "m", "キロ", "センチ", "ミリ"), "メートル"),
    "カ月": "か月",
    "ヶ月": "か月",
    "年間": "年",
    "年度間": "年",
    "周年": "年",
    "日間": "日",
    "種": "種類",
    "職種": "種類",
    **dict.fromkeys(("者", "事業者", "業者", "企業", "会社"), "社"),
    "軒": "戸",
    "棟": "戸",
    "回": "件",
    "両": "台",
}


def folded(named: Iterable[str]) -> frozenset[str]:
    """Counters as `asked_units` folds them."""
    return frozenset(_SAME.get(unit, unit) for unit in named)


_HOURS = re.compile(ASKED_HOURS)
_HOW_MANY = {
    "people|persons|residents|citizens|employees|staff|officials|officers|workers|children|babies|students|pupils|passengers|members|users|visitors|guests|"
    "participants|followers|players|teachers|nurses|doctors|volunteers|applicants|patients|victims|graduates|parents|mothers|women|men|foreigners|"
    "tourists|farmers|firefighters|councill?ors|experts|lawyers|candidates|voters|attendees|recipients|subscribers": "人",
    "households|families": "世帯 戸",
    "schools": "校 つ",
    "companies|firms|businesses|enterprises|operators|vendors|contractors": "社 団体 件 か所",
    "organi[sz]ations|groups|associations|teams|clubs": "団体 グループ チーム 件 社 つ",
    "municipalities|cities|towns|villages|local governments": "自治体 市町村 市 町 村 区 団体",
    "times|cases|complaints|applications|consultations|incidents|accidents|requests|inquiries|contracts|projects": "件 つ 事業 項目",
    "cars|vehicles|trucks|terminals|computers|tablets|devices|machines|units|chargers|cameras": "台 基",
    "houses|buildings|homes|dwellings|apartments|(?:housing|dwelling|residential|rental) units": "戸 件",
    "places|locations|sites|spots|facilities|shelters|parks": "か所 施設 件 つ",
    "years": "年",
    "months": "か月",
    "days": "日 週間",
    "weeks": "週間 日",
    "hours": "時間",
    "pages": "ページ",
    "beds": "床",
    "trees|bridges|poles": "本",
}
"""What English counts without a counter, and the counters by which a reply may count it."""
_HOW_MANY_OF = tuple(
    (re.compile(rf"how many (?:[\w-]+ ){{0,2}}(?:{nouns})\b", re.IGNORECASE), frozenset(units.split()))
    for nouns, units in _HOW_MANY.items()
)
_HEADCOUNT = re.compile(rf"\bheadcount\b|{HOW_MUCH}の人(?=[数がはもにで])", re.IGNORECASE)
_FOREIGN_UNIT = re.compile(
    r"[0-9][万億千]?(?!パーセント|ポイント|メートル|キロ|センチ|ミリ|ページ|ヘクタール|チーム|グループ|トン|ケース|リットル)[ァ-ヴー]{2,}"
)
"""A number with a katakana counter, which may be any: 3万3000ビュー answers 何回, 500フォロワー answers 何人."""


_ITS_NUMBER = re.compile(
    # 「応募件数」 typed for a search, 「参加人数は？」「世帯数を教えて」
    rf"(?P<unit>[件人回枚台戸校]|世帯)数(?=[ 　]|は?$|は?[?？。]|(?:と[^、。はを]{{1,8}})?[はを](?:{HOW_MUCH}|どれだけ|いくつ|教え))"
)
"""What is to be counted, asked for by the name of its number."""
_WHICH_YEAR, _HOW_MANY_DAYS = re.compile(WHICH_YEAR), re.compile(HOW_MANY_DAYS)
_PAPERS = re.compile(r"証明|証書|謄本|抄本|住民票|申請|届|交付|発行|発給")
"""Of them 何枚 is answered by the cases as well (証明書 約3万件)."""
_RUNS = re.compile(r"バス|電車|列車|汽車|船|フェリー|タクシー|航空|飛行機|便")
"""What runs is counted by 便, 本 and 回 alike (何回出ますか, 何本走りますか)."""
_OF_RUNS = frozenset({"件", "便", "本"})
_DAMAGED = re.compile(r"壊|損|崩|倒|流され|浸水|陥没|漏水|被害|被災|不具合|故障|事故|違反|指摘")
"""What happened at places is counted as cases too (道路の被害８件)."""
_HAVE_ROOM = re.compile(
    r"何人(?:まで|くらい|ぐらい|ほど)?[がもは]?、?(?:座[るりれっ]|乗[るりれっ]|立[てち]|入れ[るま]|着席)"
)
_SEATS = re.compile(
    rf"(?:座席|立席|席数|定員)(?:数)?(?:[はがもで、]|としては|につきましては)?、?(?:約|合計|全部で)?(?={NUM})"
)
"""How many people there is room for (何人乗れますか) is told in seats as well, with or without a counter (座席は40)."""
_EMPTY_HOUSES = re.compile(r"空き?家|家屋")


@lru_cache(maxsize=256)
def asked_units(question: str) -> frozenset[str]:
    """The counters that a question names (何人, how many people → 人, 何枚 → 枚), spelling variants folded and counters that stand
    for each other (何回 is answered by 件, 何戸 by 棟).

    Kept: it is asked of every exchange that is read for a question.
    """
    counted = _WHICH_YEAR.sub("", plain(question))
    found = folded((*_ASKED_UNIT.findall(counted), *_ITS_NUMBER.findall(counted)))
    found |= {_HOW_OFTEN} if "件" in found and "回" in counted else frozenset()
    if _OF_A_MONTH.search(counted):
        found = found - {"件", "度"} | {_HOW_OFTEN, _EACH}
    found |= {"件"} if "枚" in found and _PAPERS.search(question) else frozenset()
    found |= _OF_RUNS if found & _OF_RUNS and _RUNS.search(question) else frozenset()
    found |= {"件"} if "か所" in found and _DAMAGED.search(question) else frozenset()
    # What one asks for by 何個 a record counts by any counter of things (ごみ箱１２基, １１の団体).
    found -= {"個"}
    found |= {"席"} if _HAVE_ROOM.search(counted) else frozenset()
    # 危険な空き家は何軒 is answered by 4件; of dwellings 件 counts applications.
    found |= {"件"} if "戸" in found and _EMPTY_HOUSES.search(question) else frozenset()
    found |= {"時間", "分"} if _HOURS.search(counted) else frozenset()
    found |= {"日", "週間", "か月"} if _HOW_MANY_DAYS.search(counted) else frozenset()  # 何日前まで: １週間前
    if _HEADCOUNT.search(question):
        found |= {"人"}
    found |= {_HOW_OFTEN} if "times" in question else frozenset()
    return found.union(*(units for asked, units in _HOW_MANY_OF if asked.search(question)))


_OFTEN = re.compile(
    rf"(?:毎[週月年]|(?<![今先来毎])週|(?<![0-9今先来毎同当])月|(?<![0-9昨今来毎前本同当])年)(?:間|に)?、?(?:約|おおむね|平均)?(?:{NUM})[回度]"
)
"""「週1回」 tells how often, and counts no cases."""
_OF_A_MONTH = re.compile(r"(?<![0-9今先来毎])[月週](?:間|に|当たり|あたり|平均|、)*(?:約|おおよそ)?何[回度]")
"""「月に何回」: 「２回申し上げました」 does not tell it."""
_EVERY = re.compile(r"毎[月週日]|隔[月週]|(?:月|週)例")
_HOW_OFTEN, _EACH = "回ごと", "毎"

_BY_ITS_NAME = re.compile(
    rf"(?P<unit>[件人回枚台戸])数(?:[はがもで、]|としては|につきましては)?、?(?:約|およそ|延べ|計|合計|全部で)?(?={NUM})"
)
"""What is counted named before its number, whatever counter stands behind: 「相談件数は延べ310人」 tells how many 件."""


def units(text: str) -> frozenset[str]:
    """The counters of the numbers in `text`, folded as `asked_units` folds them."""
    counted = NAMED_YEAR.sub("", close(text))
    often = {_HOW_OFTEN} if _OFTEN.search(counted) else set()
    often |= {_EACH} if _EVERY.search(counted) else set()
    counted = _OFTEN.sub("", counted)
    numbers = (*UNIT_NUMBER.finditer(counted), *_BY_ITS_NAME.finditer(counted))
    found = frozenset(_SAME.get(m["unit"], m["unit"]) for m in numbers) | often
    found |= {"席"} if _SEATS.search(counted) else frozenset()
    return found | {"日"} if _DAYS_EACH.search(counted) or _NO_DATE.search(counted) else found


def counts(text: str, counters: Collection[str]) -> bool:
    """Whether `text` has a number with one of the counters asked for (folded, see `asked_units`), or with a loan word, which may be any
    of them, or says that there is none."""
    return bool(units(text) & frozenset(counters) or _FOREIGN_UNIT.search(text) or NONE.search(text))


NONE = re.compile(
    # 「貸し出したという実績につきましてはございません」「該当する方はおりません」
    any_of(
        *"事例 実績 案件 例 件 ケース 該当者? 該当する(?:方|人|者|もの|児童|生徒|世帯|施設) 対象者? 利用者 申請 申込み? 応募".split()
    )
    + r"(?:は|が|も|につきまして(?:は|も)|について(?:は|も)|に関しまして(?:は|も)?)、?"
    r"(?:(?:現在|今|これまで|特に|一切|1[件人名])(?:の|も|まで)?(?:ところ)?、?)*"
    r"(?:ござい|あり|おり|い)ません(?:でした)?(?=。|、|$|が|の)"
)
"""How a record says that the number of what is counted is none."""


_COUNTED = re.compile(
    r"(?P<noun>[一-龥々ァ-ヴーa-z]{1,16})(?:の数)?(?:[をはがも、 ]|って){0,2}(?:今|現在|全部で|合わせて|合計で?|およそ|約)?何"
)
_COUNTED_EN = re.compile(rf"how many (?:[\w-]+ ){{0,2}}?(?P<noun>{'|'.join(_HOW_MANY)})\b", re.IGNORECASE)


def numbers_of(text: str, counters: Collection[str]) -> list[re.Match[str]]:
    """The numbers in `text` (see `close`) with one of `counters`, folded as `asked_units` folds them."""
    return [m for m in UNIT_NUMBER.finditer(text) if _SAME.get(m["unit"], m["unit"]) in counters]


_WHOSE = re.compile(r"([一-龥々ァ-ヴー]{2,16})(?:が|は|も)$")


def counts_the_whole(question: str, text: str) -> bool:
    """Whether all that `text` counts by the counter asked for is what holds it: 「公園が約140か所」 of 「公園のトイレは何か所」.

    >>> counts_the_whole("公園のトイレは何か所ありますか", "市内には公園が約140か所あります。")
    True
    >>> counts_the_whole("公園のトイレは何か所ありますか", "公園には20か所あります。"), counts_the_whole("公園は何か所ありますか", "公園が3か所です。")
    (False, False)
    """
    noun, sought = counted_noun(question), asked_units(question)
    if not noun or noun in text:
        return False
    told = close(text)
    numbers = numbers_of(told, sought)
    whose = [_WHOSE.search(told[: m.start()]) for m in numbers]
    return bool(whose) and all(
        each is not None and re.search(rf"{re.escape(each[1])}の[^、。]{{0,8}}{re.escape(noun)}", question)
        for each in whose
    )


_OF_WHOM = re.compile(r"([一-龥々ァ-ヴー]{2,16})のうち")


def counts_all_of_them(question: str, text: str) -> bool:
    """Whether all that `text` counts by the counter asked for are those of whom a part is asked: 「40名の調査員」 of 「調査員のうち、…何人」.

    >>> counts_all_of_them("調査員のうち、講習を終えたのは何人ですか", "40名の統計調査員が講習を受けます。")
    True
    >>> counts_all_of_them("調査員のうち、講習を終えたのは何人ですか", "40名の調査員のうち、12名が終えました。")
    False
    """
    whole, sought = _OF_WHOM.search(question), asked_units(question)
    if whole is None or not sought:
        return False
    told = close(text)
    numbers = numbers_of(told, sought)
    theirs = re.compile(rf"の[^、。のはが]{{0,10}}{re.escape(whole[1])}")
    return bool(numbers) and all(theirs.match(told, m.end()) for m in numbers)


def counted_noun(question: str) -> str:
    """What a question wants counted: カメラ of 「カメラは何台」, cameras of "how many cameras"; empty where it is not said beside the counter.

    >>> counted_noun("市は不法投棄を見張るカメラを何台置いていますか"), counted_noun("避難する人には何が要るか")
    ('カメラ', '')
    """
    if not asked_units(question):
        return ""
    found = _COUNTED_EN.search(question) or _COUNTED.search(question)
    return found["noun"] if found else ""
