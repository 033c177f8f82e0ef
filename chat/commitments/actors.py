"""Whose act a clause tells: the town's own, or that of a subject that stands in it (大雨により土砂が道路を塞ぎました)."""

from __future__ import annotations

import re

from corpus.patterns import FOLDED_NUMERAL, any_of

_OWN = re.compile(
    any_of(
        # the town
        r"(?<![他各隣辺])(?<!隣の)(?<!他の)[市町村区]",
        *r"[本当][県都府道] 庁 役場 当局 執行部 行政".split(),
        # its offices
        *r"[課部局室係所館院校園署] 所管 部門 関係者? 窓口 体制 委員会 本部 センター 消防団 [班隊]".split(),
        # its people
        *r"(?<![議会委])員 長 職員 管理者 教諭 先生 (?:保健|看護|技|薬剤)師 (?:保育|栄養|介護|理学療法)士 司書 担当者?".split(),
        # who speaks, or ◇ for the speaker's own prefecture (see `topics`)
        *r"◇ 私 私ども 私たち わたくし 我々 われわれ こちら".split(),
    )
    + r"(?:等|など|たち|自ら|自身|さん|の(?:方々?|ほう|皆(?:さん|様)|みなさん))?$"
)
"""The subjects by which a town acts; anyone else before an object acts on his own."""

_THEIRS = re.compile(
    any_of(
        r"(?:入居者|居住者|事業者|業者)(?:の方々?)?",
        *r"所有者 利用者 保護者 参加者 若者 患者 来訪者 国 政府 都[一-鿿]{1,6}[局部] [省庁県](?<![本当][庁県]) (?:会|社)長 市町".split(),
        *r"市町村 警察署 税務署 組織委員会 会員 社員 委員".split(),
    )
    + r"(?:等|など|さん)?$"
)
"""Of the subjects that look like the town's own, those that are none."""

_SUBJECT = re.compile(
    r"(?P<who>[^、,。をがはも]{0,20}(?:[一-鿿々ァ-ヶーA-Za-z]|など|さん|もの|ほう|[さえらわきくけこしせそちつとねほまみむめもやりれろごばびぶべぼ]))"
    r"が(?![んらち丘崎岡])[、,]?(?P<mid>[^、,をが]{0,60})(?:(?P<object>を)[^、,をが]{0,30})?$"
)
_PEOPLE = re.compile(
    any_of(
        *r"[一-鿿][家者人生民] 自治体 市町村 児童 学生 生徒 親 父母 世帯 住民 市民 (?<![議員大])会 団体? 組合 協会 社 企業 法人".split(),
        *r"店 機構 連盟 商店街 国 政府".split(),
        r"[都府省庁県](?<![本当][都府省庁県])",
        *r"議員 方々? 皆(?:さん|様) さん たち ボランティア グループ NPO サークル チーム".split(),
    )
    + r"(?:等|など|の(?:方々?|ほう|側|皆(?:さん|様)))?$"
)
"""Who acts of his own accord: 高校生が活性化に取り組み needs no を to be theirs."""

_SOME_WISH = re.compile(
    any_of(
        # 「七割の保育園が…たい」
        rf"{FOLDED_NUMERAL}+(?:割|%|パーセント|か所|カ所|園|校|社|団体|法人|件|店|人|名)",
        # 「半数が…たい」
        *r"半数 大半 多く 一部 ほとんど".split(),
    )
    + r"(?:程度|以上|ほど)?の?[^、,。がを]{0,12}が"
    r"(?![^、,が]*(?:でき|[えけげせてねべめれ])る(?:よう|形|環境|体制|場|仕組み|まち|施設|制度))[^、,が]{0,20}たい$"
)
"""「七割程度の保育園が使いたいと考えております」: what some of many wish."""

_ATTRIBUTE = re.compile(
    r"いた(?=し$)|[そこ]うい(?:う|った)|という(?:こと|形)で|に[関対係資]する|新たに|新たな|また|の[一-鿿]{1,3}い|(?:従|以)前の"
)
"""What stands before the object and is no predicate of the subject: 国が新たに基準を, 北海道が補助率の高い制度を, 都が従前の補助を."""

_PREDICATE = re.compile(
    any_of(
        # 「段差がある道」「多く」「必要な」「事故後」
        r"[るたてばいう]",
        r"(?:多|な|高|少な|強|低|大き|悪|古|狭)く",
        *r"必要 可能 困難 不足 危険 中 際 後 前 次第".split(),
        # 「希望が多いため」「可能であれば」
        *r"ため ので から (?:です|だ)と であれ なら".split(),
        # 「要望があり」「件数が増え」
        *r"あり ござい なり おり でき 増え 減り 続き (?:分|わ)かり 終わり 進み 広がり 高まり 足り 届き 入り 固まり 整い 決まり".split(),
        r"まとまり",
        # 「苗が成長し実る」
        r"[一-鿿]し(?=[一-鿿])",
    )
)
"""What shows that the subject belongs to a clause within: 段差がある道を直す, 希望が多いため増やす."""

_HAS_DONE = re.compile(
    r"(?<!せ)[てで](?:いただい|頂い|もらっ)て(?:い|お|ござい)(?:る|ます|ります|りました|ました)$"
)
_HIRED = re.compile(
    any_of(
        *r"事業者 業者 会社 企業 法人 [医講技]師 専門家 大学 先生 委託 職員 相談員 協議会 警察 消防 医師会 団体 委員".split(),
    )
    + r"[^、,を]{0,8}(?:に|から)[、,]?[^、,]{0,40}$"
)
_CITIZENS = re.compile(
    any_of(
        *r"[市区町村県都]民 住民 皆(?:さん|様) 方々? 利用者 保護者 児童 生徒 参加者 町会 町内会 自治会 ボランティア 議員".split(),
    )
    + r"(?:等|など|の皆(?:さん|様)|の方々?)?(?:に|から)(?:は|も)?[、,]?[^、,]{0,40}$"
)


_LEAD = re.compile(
    r"[^、,。]*が(?:毎[年月週日]|[昨今来]年度?|先[月週]|現在|今|[一-鿿]{1,3}年度?(?:に|から)?)?[、,]\s*$"
)
"""A subject before the comma: 人口の減少が、, 保存会が毎月、"""


_CHAIN = re.compile(
    r"(?:^|[、,])[^、,。]{0,12}(?:国|政府|[一-鿿]{2,6}省|警察|事業者|会社)(?:の(?:ほう|方))?が[^、,。がは]*(?:(?<!につい)(?<!におい)て|[しりきいみけせえめ])[、,](?:[^、,。がは]*[て][、,])*\s*$"
)
"""「国が基準を改めて、通知を出してきた」: clauses in て have one subject."""

_LED = re.compile(
    any_of(
        # 「内閣府が、課題を整理して、」
        r"(?:^|[、,]|今回は|あくまで)[^、,。がはをも]{0,8}"
        + any_of(
            *r"(?<![一-鿿])国 政府 内閣府".split(),
            r"[一-鿿]{1,6}[省庁](?<![市本県当]庁)",
            *r"警察 [東京北海]{2}[都道]".split(),
        )
        + r"(?:の(?:ほう|方))?が[、,](?:[^、,。がは]*て[、,])*\s*$",
        # 「国のほうで基準を改め、通知を出して、」
        r"(?<![一-鿿])(?:国|政府|内閣府|[一-鿿]{1,6}省)の(?:ほう|方)で[^、,。がは]*[、,](?:[^、,。がは]*て[、,])+\s*$",
    )
)


def led_by_others(before: str) -> bool:
    """Whether the sentence before a clause ends with a subject, set off by a comma, that is never the town: 「内閣府が、…を教訓として、」."""
    return bool(_LED.search(before))


_LISTING = re.compile(
    r"(?:国|政府|[都道府県]|[一-鿿]{2}(?:省|庁|都|県)|業者|会社|団体|協会)(?:の(?:ほう|方))?が[^、,。がをはもたるて]{0,30}[一-鿿ァ-ヶー][、,]\s*$"
)
"""A subject before the first of several objects: 東京都が入札、契約を行っている."""


def of_others(before: str, stem: str) -> bool:
    """Whether a subject other than the town's own acts: 新型コロナが経済を止め, 国が基準を変え, 県が来年度から進め.

    Args:
        before: the sentence before the clause; its end may be the subject.
        stem: the clause without its ending.
    """
    found = _subject(before, stem)
    if found and (_IN_WHICH.search(found.group()) or _SO_THAT.search(found.group())):
        return False
    own = found and (_OWN.search(found["who"]) or not (found["object"] or _PEOPLE.search(found["who"])))
    if _CHAIN.search(before):
        return True
    return bool(found and not own and not _PREDICATE.search(_ATTRIBUTE.sub("", found["mid"])))


def some_wish(core: str) -> bool:
    """Whether the bare clause tells what some of many others wish."""
    return bool(_SOME_WISH.search(core))


_IN_WHICH = re.compile(
    r"(?:[せれけげてねべめえ]る|できる)(?:よう(?:な)?)?(?:[一-鿿]{1,4}な)?(?:社会|地域|環境|まち|街|場|体制|職場|仕組み|学校|世の中)[^、,]*$"
)
"""「障害のある方が、誇りを持って働ける職場づくりに取り組む」: the subject belongs to what is possible there."""


_SO_THAT = re.compile(
    r"を[^、,を]{0,20}(?:でき|[えけせてねべめれ])る(?:よう|形で)(?:に)?[^、,を]{1,16}$|を(?:し|いたし|行っ)た[一-鿿]"
)
"""「学校が教材を円滑に使えるよう支援してまいります」「市民と企業が協力をしたまちづくりに取り組む」: the subject belongs to what is made possible, or to
what is told of a noun."""


def by_named_others(before: str, stem: str) -> bool:
    """Whether it is one of those who are never the town, as `of_others` has it: the state, a prefecture, businesses, members."""
    found = _subject(before, stem)
    if not found or not _THEIRS.search(found["who"]) or _SO_THAT.search(found.group()):
        return False
    # Of people 「古い」 is not said: it belongs to the object.
    between = re.sub("古い|新しい|(?<=[年月日度時])から", "", _ATTRIBUTE.sub("", found["mid"]))
    return not _PREDICATE.search(between)


def _subject(before: str, stem: str) -> re.Match[str] | None:
    if "が" not in before[-30:] and "が" not in stem:
        return None
    lead = _LEAD.search(before[-30:]) or _LISTING.search(before[-40:])
    return _SUBJECT.search((lead.group().rstrip("、, ") if lead else "") + stem)


def of_citizens(before: str, core: str, listed: bool) -> bool:
    """Whether citizens do it (税金を納めていただいております, 町会で活動していただいております); what the town has others do for it (業者に) is
    its own.

    Args:
        before: the sentence before the clause; its end may name who does it.
        core: the bare clause.
        listed: whether the verb is one by which administration acts: then もらう alone tells the town's own.
    """
    asked = _HAS_DONE.search(core)
    if not asked:
        return False
    said = before[-30:] + core[: asked.start()]
    return bool(_CITIZENS.search(said)) or not ((listed and "もらっ" in core) or _HIRED.search(said))
