"""The words for who speaks in a council (役職): which side they stand on, and how an office is told from other words.

Source: the offices that 地方自治法 names, and the speaker lines of some thousand published minutes; general words only,
no list of towns or of people.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.patterns import NUMERAL, any_of
from corpus.types import Side
from ingest.people.departments import is_department

_ELDEST = ("年長議員", "年長委員")
_CHAIR = any_of(
    *"議長 議会長 委員長 会長 座長 部会長 分科会長 議長代行 議長代理 委員長代理 会長代理 座長代理".split(),
    *"職務代理者? 職務代行者? 委員長代行 会長代行".split(),
    # who has the chair until one is elected
    *_ELDEST,
    # of a forum or a meeting with residents
    *"司会者? 司会進行 進行役? 進行係 コーディネーター ファシリテーター モデレーター".split(),
)
_MEMBER = any_of(
    *"議員 委員(?:代理)? 分科員 構成員 評議員".split(),
    # of a review of the town's works (事業仕分け)
    *"仕分け?人 (?:市民|町民|区民)?(?:判定人|評価人|評価者) モニター".split(),
    *r"委員外議員 質問者 質疑者 質問議員 [\d一二三四五六七八九十百]{1,5}番(?:議員|委員)?".split(),
    # 「委員Ａ」「委員○」: names left out
    r"(?:議員|委員|構成員|仕分け?人|評価者|判定人)[A-ZＡ-Ｚ○〇◯●△×\d①-⒇]{1,2}",
)
_SECRETARIAT = any_of(*"事務局(?:長|次長|職員|員|担当)? 事務総長 書記長? 議会局長? 幹事 庶務 記録".split())
_EXECUTIVE = any_of(
    # who is at the head
    *"知事 [市町村区]長 広域連合長 連合長 企業長 組合長 助役 収入役 出納長 教育長".split(),
    # the heads of departments, houses and crews
    *"部長 局長 庁長 課長 室長 係長 次長 班長 チーム長 グループ長 ユニット長 リーダー マネージャー".split(),
    r"(?:部長|局長|課長|室長|係長|次長|所長|館長|園長)(?:代理|代行|心得)",
    *"所長 館長 園長 場長 署長 消防長 支所長 センター長 本部長 支部長 団長 隊長 校長 教頭 院長 医長".split(),
    *"支配人 社長 理事長 学長 事務長".split(),
    # ranks of the staff
    *"統括 総括 統括官 理事 理事者 参事 参事官 参与 副参事 主幹 副主幹 主査 副主査 主任 主席".split(),
    *"主事 主任主事 技師 主任技師 技監 技術長".split(),
    # professions
    *"(?:保健|看護|総)師長 (?:検査|放射線|診療)科長 保健師 (?:管理)?栄養士 看護師 保育士 学芸員 司書 (?:栄養|養護)?教諭".split(),
    *"相談員 支援員 指導員 嘱託員 監事 監 管理者 責任者 担当[者長]? 担当官 職員 研究員".split(),
    r"(?:企画|専門|調整|技術|総括|政策|主任)幹",
    r"(?:専門|企画|調整|審議|政策|指導|計画|管理|対策|推進|分析|評価|監察|検査|事務)官",
    *"技官 補佐官? 局員 課員 専門員 調査員 推進員 指導主事".split(),
    # the commissions of the executive, and the officials of the state
    *"監査委員 教育委員 選挙管理委員 農業委員 公平委員".split(),
    *"大臣 政務官 政府委員 政府参考人 政府特別補佐人 長官 次官 官房長 説明員 説明者 報告者".split(),
    # who answers for the town under no office, and who works or applies for it
    *"当局 執行部 行政 回答者 答弁者 受託者 指定管理者 事業者 事業主 応募者 申請者 候補者 設置者 設計者".split(),
    *"コンサルタント? 提出者 提案者 処分庁 諮問庁 (?:諮問)?実施機関 諮問機関 (?:行政|執行|当局|学校|施設)側".split(),
    # a department itself
    r"\S{1,14}(?:局|部|課|室|係)",
)
_RESIDENTS = (*"(?:小|中|高校?|大)学?生 学生 生徒 児童 母親 父親 記者 幹事社".split(),)
_OTHER = any_of(
    *"一同 地元(?:住民|出席者|側)? 参考人 公述人 証人 陳述[人者] 請求人 申立人 申請人 請願者 陳情者 紹介議員".split(),
    *"傍聴者 傍聴人 来賓 講師 アドバイザー オブザーバー 関係者".split(),
    *"市民 町民 村民 区民 県民 住民 参加者 出席者 来場者 保護者 父母 発言者 消防団員".split(),
    *_RESIDENTS,
    *"代表者? 関係人 事務所 理事会 教授 准教授 弁護士 税理士 司法書士 行政書士 公認会計士 社会福祉士 社会保険労務士 顧問".split(),
)

_TITLED = re.compile(rf"(?:{_CHAIR}|{_MEMBER}|{_SECRETARIAT}|{_EXECUTIVE}|{_OTHER})$")
_CHAIR_END = re.compile(rf"{_CHAIR}$")
_MEMBER_END = re.compile(rf"{_MEMBER}$")
_SECRETARIAT_START = re.compile(
    r"^(?:市?町?村?区?県?都?府?議会)?(?:事務局|議会局|書記|事務総長|幹事$|庶務|記録)"
)
_SECRETARIAT_END = re.compile(rf"{_SECRETARIAT}$")
_EXECUTIVE_END = re.compile(rf"{_EXECUTIVE}$")

_ORGAN = re.compile(
    r"^(?:[一-鿿ぁ-んァ-ヶ]{1,6}[市町村区都道府県](?=監査委員|選挙管理委員|農業委員|教育委員会))?"
    r"(?:代表|議選|識見|常勤)*"
    + any_of(
        *"監査 教育(?![^委]{1,8}(?:委員|分科会)) 選挙管理 選管 農業(?![^委]{1,8}(?:委員|分科会))".split(),
        *"公平 人事 公安 収用 固定資産 土地利用".split(),
    )
)
"""Commissions of the executive (地方自治法 第180条の5): their 委員 and 委員長 answer, they do not ask; 教育民生委員長 is the council's."""

ORGAN_WORDS = frozenset(
    "監査 代表監査 教育 選挙管理 農業 公平 人事 公安 民生 児童 専門 公募 市民 町民 区民 村民 学識 常任 特別 議会運営 予算 決算 総務 文教 "
    "厚生 建設 産業 経済 環境 福祉 企画 各 一 他 ほか 複数 女性 男性 欠席 出席 全 全員 新 旧 新任 前 現 元 当該 政府 評価 審査 推進 検討 "
    "策定 運営 臨時 正 副 両 構成 選定 担当 調査 議選 外部 内部 有識者 審議 署名 記録署名 説明 議事録署名 会議録署名 傍聴 出席議 総合 年長 衆議院 参議院".split()
)
"""Words before 委員/議員/会長 that say what kind of member it is; anything else of up to four characters is a name."""

_NOT_OFFICE = re.compile(
    any_of(
        # numbers of parts, years and items
        *rf"^第{NUMERAL}+部$ ^\d{{2,4}}年(?!生) ^\d{{1,3}}[.．]".split(),
        # who is there and where: the front page
        *"出席 欠席 欠員 署名 傍聴 会議に 会議の 議事日程 議事次第 ^議事$ 会議室 委員会室 議場 日程 日時 場所".split(),
        *"配[付布] 要求 資料(?!館) 付議 提出議案 職務のため 以外の 指名 名簿 一覧".split(),
        # what is done in a meeting
        *"紹介(?!議員$) 選出 互選 選任 選挙$ 委嘱 任命 挨拶 あいさつ".split(),
        *"次第 事件 案件 議題 報告書 要綱 議案 請願$ 陳情$ 意見書 進行中 開会 閉会 休憩".split(),
    )
)
_KANA_WORDS = re.compile(
    any_of(
        *"まちづくり 街づくり 人づくり ものづくり づくり こども 子ども 子供 くらし 暮らし みどり ひと しごと".split(),
        *"いきいき すこやか ふれあい ふるさと にぎわい まち むら ごみ みらい わかもの あんしん いのち".split(),
        *"お客さま お客様 おもてなし つながり みなと うみ もり やま かわ はたらく げんき ほけん けんこう いじめ".split(),
        *"(?<=[市町村区県都道府]民)への 子育て こそだて 生きがい いきがい おいしい うるおい やさしい ぬくもり".split(),
        *"さわやか ゆめ きずな スポーツ 支え合い みんな がん 障がい がい者".split(),
        # what joins the words of a name
        *"け の と お ほか など い り び 及び および ならびに 兼".split(),
    )
)
"""Kana that stand in the names of departments."""
_HEADED = re.compile(r"[ぁ-んァ-ヶ一-鿿ー]{1,14}(?:局|部|課|室|係|所|センター)長(?:補佐|代理)?$")
"""The head of a department; its name may hold any word (すぐやる課長, はつらつ推進室長)."""
_SENTENCE_WORDS = re.compile(
    any_of(
        *"[をはがで] から まで より した して します する(?!課|室|係) です ます という ので には って".split(),
        *"れば ない ある いる なる もの こと".split(),
    )
)
_HIRAGANA = re.compile(r"[ぁ-ん]")
_PUNCTUATION = re.compile(r"[。、，,．？！?!「」『』：:；;／/＝=…→⇒％%]")

_DETAIL = re.compile(r"[（(][^（()）]{1,40}[）)]$")
"""What stands in brackets after an office says where it is held: 政府参考人（…局長）."""
OFFICE_MAX = 56
"""Longest office met: 52 characters (two offices of a bureau held together)."""


@lru_cache(maxsize=16384)
def is_office(text: str) -> bool:
    """Whether `text` (blanks already squeezed) reads as an office, alone or with a department before it."""
    if not text or len(text) > OFFICE_MAX or _PUNCTUATION.search(text) or _NOT_OFFICE.search(text):
        return False
    if _SURNAME.fullmatch(text):
        return False
    if not _TITLED.search(text.removesuffix("兼務")):
        return False
    rest = _KANA_WORDS.sub("", text)
    return not _HIRAGANA.search(rest) or bool(_HEADED.search(text) and not _SENTENCE_WORDS.search(rest))


_SURNAME = re.compile(r"(?![本支学幹各同当全他])[一-鿿](?:部|室)|長谷部|日下部|[曽曾]我部|長[曽宗]我部")
"""阿部, 小室: no department has a name of one letter."""


_NEIGHBOURS = re.compile(
    r"(?:自治会|町内会|区長会|行政区|(?:ＰＴＡ|PTA|父母の?会|老人会|女性会|婦人会|育成会)会?)"
    r"(?:連合会?|連絡協議会|協議会)?会?長$"
)
"""The heads of neighbourhoods and of parents: they preside over no meeting of the town, and ask as residents do."""


@lru_cache(maxsize=16384)
def side_of(office: str) -> Side:
    """The side that an office stands on, by its words alone; the meeting may know better (see `ingest.sides.standing.settle`)."""
    office = (_DETAIL.sub("", office) or office).removesuffix("兼務")
    if not office:
        return "other"
    if _NEIGHBOURS.search(office):
        return "other"
    if office.startswith("政府"):  # 政府参考人, 政府委員: the state's officials before a committee
        return "executive"
    if _SECRETARIAT_START.match(office):
        return "secretariat"
    if _ORGAN.match(office):
        return "executive"
    if _MEMBER_END.search(office) and office not in _ELDEST:
        return "member"
    if _CHAIR_END.search(office):
        return "chair"
    if _SECRETARIAT_END.search(office) and not office.startswith("記録"):
        return (
            "executive"
            if re.search(r"(?:委員会|協会|組合|監査|病院|企業団|公社|センター)事務局", office)
            else "secretariat"
        )
    if re.search(rf"{_OTHER}$", office) and not re.search(r"(?:部|局|課|市|町|村|区)長$", office):
        return "other"
    if _EXECUTIVE_END.search(office):
        return "executive"
    return "other"


def is_presiding(office: str) -> bool:
    """An office that may preside (議長, 委員長, 会長, 座長 …)."""
    return _CHAIR_END.search(office) is not None and not _NEIGHBOURS.search(office)


def is_deputy(office: str) -> bool:
    """副議長, 副委員長 …: a member, unless the one above is not there."""
    return re.search(rf"副{_CHAIR}$", office) is not None


def is_organ(office: str) -> bool:
    """A member or head of a commission of the executive (監査委員, 選挙管理委員長 …)."""
    return _ORGAN.match(office) is not None


def sits_on_organ(office: str) -> bool:
    """教育委員, 教育委員長: they confer with the mayor and ask his officers where nobody else is a member."""
    return is_organ(office) and office.endswith(("委員", "委員長"))


@lru_cache(maxsize=16384)
def is_title(text: str) -> bool:
    """Whether the text ends in the title of a person's office; a department alone (総務部) does not count."""
    return is_office(text) and not re.search(r"(?:局|部|課|室|係)$", text)


_BASE = re.compile(
    any_of(
        # the council and its committees
        r"(?:(?:副|仮|臨時)?(?:議長|委員長|会長|座長|部会長|分科会長)(?:職務代理者?|代理|代行)?|職務代理者?|委員外議員)",
        *"議員 委員(?:代理)? 分科員 構成員 評議員".split(),
        # who is at the head
        *"(?:副|助役|収入役)?(?:知事|[市町村区]長) 副?(?:広域連合長|企業長|組合長) 助役 収入役 出納長".split(),
        *"副?教育長(?:職務代理者?)? 教育次長".split(),
        # the heads of departments and houses
        "副?"
        + any_of(
            *"部長 局長 庁長 課長 室長 係長 次長 所長 館長 園長 場長 署長 支所長 センター長 本部長".split(),
            *"校長 院長 団長 班長 理事長 事務長 教頭 (?:看護|保健|総)師長 科長".split(),
        )
        + "(?:代理|代行|心得)?",
        # ranks of the staff
        *"副?(?:参事官?|主幹|主査|主任|(?:専務|常務|代表)?理事|参与|主席) 主任主事 主任技師 主事 技師 技監 技術長 監 補佐官?".split(),
        *"管理者 担当[者長]? 職員 (?:専門|企画|調整|審議|政策|計画|管理|対策|推進)官 専門員".split(),
        *"大臣 政務官 長官 (?:事務)?次官 官房長 課長補佐 室長補佐 消防長 リーダー".split(),
        *"書記長? 事務総長 事務局(?:長|次長|職員|員)?".split(),
        # who is heard, and what stands behind a name
        *"参考人 証人 公述人 (?:准|名誉|特任|特命|客員)?教授 弁護士 氏 君 さん".split(),
    )
    + "$"
)


def base_of(text: str) -> str:
    """The bare office at the end of a glued speaker label (情報管理課長 → 課長), or an empty string."""
    match = _BASE.search(text)
    return match.group() if match else ""


_PUBLIC = re.compile(
    any_of(
        *"地元(?:住民|出席者|側)? [市町村区県]民 住民 参加者 出席者 来場者 保護者 父母 発言者 消防団員".split(),
        *_RESIDENTS,
    )
    + "$"
)


def is_public(office: str) -> bool:
    """Those who ask in a meeting with residents or the press, where there are no members."""
    return _PUBLIC.search(office) is not None or _NEIGHBOURS.search(office) is not None


_WITNESS = re.compile(r"(?:参考人|証人|公述人|陳述[人者])$")


def is_heard(office: str) -> bool:
    """Those whom a committee hears, and who reply to its members."""
    return _WITNESS.search(office) is not None and not office.startswith("政府")


def is_spread_office(text: str) -> bool:
    """A department and the office of its head, nothing else (建設課長): blanks inside (建　設　課長) only fill a column."""
    base = base_of(text)
    rest = text[: -len(base)] if base else ""
    return len(rest) >= 2 and is_department(rest) and is_office(text)


_HOUSE = re.compile(
    any_of(
        *"図書館 公民館 博物館 美術館 資料館 保健所 センター 支所 出張所 病院 学校".split(),
        *r"保育[園所] 幼稚園 \S課".split(),
    )
    + "$"
)
"""Where somebody works; with an office after it it is no surname."""


def is_house(text: str) -> bool:
    """Whether a word is a place of work (図書館, 保健センター, 財政課)."""
    return _HOUSE.search(text) is not None
