"""Which clauses tell a deed of the town, and whether it is promised or done.

A deed needs a verb by which administration acts, or any verb with an object that is no state (see `chat.commitments.states`). What is
said in the meeting itself, what others do and what happens of itself is none.
"""

from __future__ import annotations

import re

from chat.commitments.actors import of_citizens, of_others
from chat.commitments.acts import ACT, ACTIVE, happens, is_act
from chat.commitments.humble import before_us, humbly_done
from chat.commitments.kinds import DONE, WILL, Kind
from chat.commitments.state_words import NO_ACT, NO_DEED, NO_VERB
from chat.commitments.states import any_plain, is_effect, may_act
from chat.commitments.telling import said, told_elsewhere, told_here
from chat.commitments.tense import DECIDED, EXPECTED, FUTURE, Tense, stem_of

MANNER = re.compile(
    r"(?:方法|やり方|仕組み|(?:の|(?<!よう)な)形)で(?!の)(?![^、]*ながら)[^、をに]{0,8}$|ことを(?:随時|常に|日々)?行っ$"
    r"|(?:環境|状況|状態)で(?:の)?(?:作業を|業務を)?[^、をに]{0,6}$|た(?:上|うえ)で(?:やっ|行っ|実施し)$|(?:運営|運用|業務)の中で(?:行っ|やっ)$"
)
"""How something is done (方法で実施している, 切り離した状態で運用している), which was not the question of whether."""

_ASKED_ABOUT = re.compile(
    r"(?:聞き?取り|調査|アンケート|ヒアリング|訪問|巡回)(?:等|など)?(?:による|により|によって|を通じ(?:て|た))"
)
"""「聞き取りによる把握を行いました」 is done."""

_BUILT = re.compile(r"構築(?:を)?(?:し|いたし)$")
"""「構築している」 says how a system is; 「構築した」 is an act."""

_IN_USE = re.compile(
    r"(?<!を有効)(?:規定|制限|登録|利用|使用|活用)(?:を|も)?(?:し|いたし)$|(?<![一-鿿])(?:使|遣)っ$"
)
_BEGAN = re.compile(
    r"新たに|初めて|順次|全(?:庁|校|園|区|市|町|課)|庁内|積極的|最大限|有効に|大いに|させて(?:いただ|頂)|(?:年度?|月|日|春|夏|秋|冬|回)[^、,]{0,4}(?:から|より)|(?:昨|今|本)年|これまで[^、,]*$"
    r"|(?:^|[、,])[本当]?[市区町村都県](?:で|として)?は[、,]"
)
"""「会議には市販のソフトを使っております」 says what is in use; what began (今年度から使っている), is pushed (積極的に, 全庁で) or is said of
the town (市は、…) is an act."""

_TAKES_IN = re.compile(r"対象[とに](?:し|いたし|加え|含め)$")
"""「助成の対象としていく予定です」 decides who is taken in; 「対象としています」 says who is."""

_ASKS_THEM = re.compile(
    r"(?:国|政府|[都県府](?![民内道立営])|[省庁]|会社|事業者|業者)(?:等|など)?(?:の(?:ほう|方)|側)?に(?:対して|対し)?(?:は|も)?[^。]{0,50}(?:について|を)(?:も|は)?(?:強く|引き続き|再三)?求め$"
)
"""「国に強く、対策の徹底と、取組について求めている」: the object stands behind a comma."""

_EXPECTS = re.compile(r"(?:増額|減額|増収|減収|増加|減少|増|減)(?:を)?$")
"""「年間200万円の増額を見込んでおります」 expects, and does nothing."""

_AMOUNT = re.compile(
    r"(?:程度|[0-9一二三四五六七八九十]+時(?:半|[0-9一二三四五六七八九十]+分)?|[0-9一二三四五六七八九十百千万]+(?:人|名|円|件|回|分|時間|か所|台|食|戸|棟|校|基|メートル|キロ|平米|平方メートル))(?:を|の)?(?:予定|計画)?$"
)
"""「三十分程度を予定している」 says how much."""

_PAYS = re.compile(
    r"(?:[0-9一二三四五六七八九十百千万億]+(?:円|件|人|名|回|台|か所)|程度|以上|全額)(?:の[^、]{0,8})?を[^、]{0,6}"
    r"(?:負担|支出|支払|助成|支給|交付|補助|支援|給付|投入|繰入|計上|措置)"
)
"""「負担金として数百万程度を負担している」 says how much too."""


_AND_SO_ON = re.compile(r"[ただ]り(?:という(?:の|こと|もの))?(?:を|も|は|で(?:今回)?)?(?:し|行っ|やっ)$")
"""「回数を増やしたりということをしています」."""

_PROCEEDING = re.compile(
    r"議長において|上程|付託|採決|議決|開議|休会|参集|招集(?:を)?(?:し|いたし)?$|宣告|異議の有無|継続審査の決定|着席|(?:告|明)を終わら|(?:面|項目?|議題|質疑|説明|ページ|頁|議案)に移"
)
"""The order of business of the council, whenever it comes."""


_TABLES = re.compile(r"(?:条例|予算|改正|計画|議)案(?:等|など)?を[^、を]{0,6}上程(?:を)?(?:す|し|いたし)$")
"""「十二月の定例会に条例案を上程する予定」 is to come; what is tabled now is the order of business."""

_HEARS = re.compile(
    r"(?:意見|声|要望|意向|考え|お?話|状況|実情|提案|希望)(?:等|など)?[をもは][^、]{0,14}(?:[伺聞聴]っ|[聞聴][いき]|(?:お)?[聞聴]き(?:を)?し|(?:お)?伺い(?:を)?し|うかがっ)$"
)
"""「専門家の意見を伺ってまいります」: whom one will hear one can name; what one hears is no deed."""

_GOES_OUT = re.compile(
    r"に対し(?:て)?[、,]|(?:幅広い|様々な|さまざまな|多くの|関係者|有識者|専門家|関係団体|自治体)[^、]{0,16}から|(?:地域|現場|地元|各戸|お宅|各地区)[にへを](?:出|入|伺|回)|日々|定期的|毎[年月週日]|アンケート|説明会|懇談会|連絡会|意見交換"
)
"""「各地区へ出向いてお話を伺っている」: where one hears it can be named."""

_IN_PLACE = re.compile(
    r"(?:確保|整備|設置|導入|配備|配置)(?:が|は)(?:既に|すでに)?(?:でき)?$|(?:交換|付け替え|取り?替え|改修|点検|配布|配備|設置|整備|発送|舗装|工事|調査)[がはも](?:既に|すでに|全て|ほぼ|全[一-鿿]{1,3}で)?(?:終わっ|済ん|完了し|終了し)$"
)
"""「八か所の会場の確保ができております」."""

_CHIEFLY = re.compile(r"(?:中心|主体|前提|対象)$")
"""「オンラインを中心に進めてきた」."""

_MAKES_IT = ("し", "いたし", "致し", "さし", "させ")
"""「十五校を対象にする」 does nothing yet, 「対象に実施する」 does."""


_DOES_SO = re.compile(
    r"[うくすつぶむる](?P<so>[、,]?(?:という)?(?:ような)?こと[をもは](?:し|行っ|やっ|実施し)|という(?:ような)?(?:形|方法|対応|措置|体制|やり方)(?:等|など)?[をもは](?:取|と|採)っ|(?:など|等)(?:を)?し)$"
)
"""「予約を取るようなことをしております」「計画を直すなどしております」."""

_COURTESY = re.compile(r"挨拶|あいさつ|感謝|お?礼(?:を|と)|[お御]?(?:詫び|わび)")

_RULED = re.compile(r"(?<!ていく)(?<!ていくという)(?:こと|形)[にと]な(?:って|り)")
"""「補助することになっている」 is how things are arranged, unless a time to come is named."""

_STARTS = re.compile(r"新たに|今後|これから|次年度")
"""「新たに配置するということになっております」 begins."""

_STOPS = re.compile(r"(?:終了|廃止|中止|休止|延期|統合|休館|閉館|閉園|閉校|対象|のまま)$")
"""「運営を終了とさせていただきます」."""

_DEFINED = re.compile(r"(?<![しる廃])と(?:い|致)?(?:た)?し$")
"""A term is defined (3か年といたします)."""

_FROM_HERE = re.compile(r"(?<![月日年度期春夏秋冬け])から(?:さ|し|行か)?$")


_OBJECT = re.compile(
    r"(?:も|今回|に無償で|に委託して)[^、]{0,8}$|[書画案]は[^、]{0,16}$|[0-9][分日月]に[^、]{0,6}$"
)
"""規定も設けました, 今回統一した, 設計書は業者に作成させた."""

_CHOSEN = re.compile(
    r"(?:中止|実施|廃止|継続|延期|見送り|導入|変更|採用|開始|再開|統合|移転|閉鎖|整備|設置)(?:を|と|する(?:こと|もの)(?:を|と))(?:(?:判断|決断)し|決め)$"
)
"""「中止を判断した」 decides."""

_OBJECT_LEFT = re.compile(
    r"(?:を(?:今|現在|順次|既に|一緒に)?|(?:行う|する|図る|[うくすつむる])ように)[、,]\s*$"
)
"""「人件費に当たる額を、管理料として払っております」."""

_OF_THINGS = re.compile(
    r"(?:^|[、,])[^、,]{0,12}(?:装置|機器|機械|システム|アプリ|ソフト|センサー|メーター|ポンプ|端末|カメラ|サイト|カード|制度|仕組み|保険|菌|ウイルス|植物|動物|魚|鳥)(?:というの)?は[、,]"
)
"""「この装置は、水位が上がると通報を送ります」: what works of itself."""

_SPREADS = re.compile(r"(?:の|を)普及(?:を|も)?(?:し|いたし|行っ|行い|図っ|図り|進め)$")
"""「要領を普及してまいります」 spreads it; what spreads of itself is nobody's act."""

_GROWS = re.compile(
    r"(?:発展|成長|普及|定着|浸透|変化|増加|減少|上昇|低下|進展|悪化|拡散|寄与|貢献)していく$|始まっていく$"
)
"""「次の段階へ大きく発展していく」."""

_HAPPENED = re.compile(r"(?<!な)が[^、,を]{0,16}$")
"""「施設が移転しました」 tells of itself; a topic (記録は公開しました) may be what was acted on."""

_THEY_DO = re.compile(
    r"(?:団体|事業者|業者|会社|企業|法人|組合|協会|連合会|自治会|町内会|町会|商店街|[市区町村県都]民|住民|保護者|利用者|所有者|参加者|生徒|児童|議員|組織委員会)"
    r"(?:等|など|の方々?|の皆(?:さん|様)(?:方)?|さん|様)?(?:自ら|自身)?が[^、,るたう]*て(?:い|お|ござ|き)[^、,]{0,6}$"
)
"""「任意の団体が運営をしております」: the act of others."""

_HOPES = re.compile(r"(?:たい|れば|見込み|見通し|見込んで[^、]{0,6})$")
"""「向上につなげていきたい」 hopes for what comes of acts, 「つなげてまいります」 promises it."""


_RULES = re.compile(
    r"(?:計画|条例|法|法律|要綱|規則|基準|要領|指針)(?:で|に(?:おいて|おきまして|より))は?[、,][^。]*(?:規制|制限|規定|禁止)(?:を)?し$"
)
"""「地区計画では、高い建物を制限しております」: a rule does, whoever made it."""


def _counts(found: re.Match[str] | None) -> bool:
    """Whether one only counts or writes (ベースに計算した)."""
    return bool(found and re.search(r"(?:計算|算定|積算|推計|推測|規定|予測|推定|比較)$", found["noun"]))


def deed(core: str, before: str, tense: Tense, late: bool) -> Kind | None:
    """Whether the clause tells a deed: promised (実施する), done or going on (実施済); None where it tells none.

    Args:
        core: the bare clause.
        before: the rest of the sentence before it.
        tense: that of the clause.
        late: whether the sentence names a time to come.
    """
    stem = stem_of(core)
    if listing := _AND_SO_ON.search(stem):
        inner = stem[: listing.start()]
        done = is_act(inner, ACT.search(inner)) or may_act(inner)
        return None if not done or said(inner) else WILL if tense == "future" else DONE
    if told_here(core, before, stem, tense):
        return None
    if tense == "present" and told_elsewhere(core, before, stem):
        return DONE
    if late and tense == "future" and _TABLES.search(stem):
        return WILL
    if _PROCEEDING.search(stem[-16:]) or NO_DEED.search(stem) or happens(core, stem):
        return None
    if tense == "present" and _PAYS.search(stem[-30:]):
        return None
    if _AMOUNT.search(stem) or _COURTESY.search(stem[-9:]):
        return None
    if _FROM_HERE.search(stem):
        return None
    if tense == "past" and _CHOSEN.search(stem):
        return DONE
    found = ACT.search(stem)
    if is_effect(stem):
        keeps_up = stem.endswith("維持し") and re.search("して(?:き(?:た|ました)|まいりました)$", core)
        return WILL if tense == "future" and not _HOPES.search(core) else DONE if keeps_up else None
    if tense == "future" and (FUTURE.search(core) or DECIDED.search(core)) and _HEARS.search(stem):
        return WILL
    if tense == "present" and _HEARS.search(stem):
        return DONE if _GOES_OUT.search(before + core) else None
    if found and found["mark"] == "に" and _CHIEFLY.search(found["noun"]) and found["verb"] not in _MAKES_IT:
        return WILL if tense == "future" else DONE
    if tense != "future" and before_us(before[-30:] + stem):
        return None
    if tense != "future" and humbly_done(core, before, stem, found):
        return DONE
    if tense != "future" and _does_so(stem):
        return DONE
    if tense == "present" and _IN_PLACE.search(stem):
        return DONE
    if tense == "future" and _TAKES_IN.search(stem) and (FUTURE.search(core) or DECIDED.search(core)):
        return WILL
    if tense == "present" and _ASKS_THEM.search(before[-80:] + stem):
        return DONE
    if NO_VERB.search(stem) or (found and _is_no_act(core, stem, tense, found)):
        return WILL if DECIDED.search(core) and ACTIVE.search(stem[-4:]) else None
    listed = is_act(stem, found)
    if of_citizens(before, core, listed) or of_others(before, stem):
        return None
    acts = listed or may_act(stem) or (_OBJECT_LEFT.search(before) and may_act(f"を{stem}"))
    if tense == "future":
        return WILL if _is_to_come(core, before, stem, late, bool(acts)) else None
    if _GROWS.search(core) or MANNER.search(stem) or _THEY_DO.search(core) or _RULES.search(before + stem):
        return None
    if tense == "present":
        in_use = _IN_USE.search(stem) and not _BEGAN.search(before[-60:] + core)
        built = _BUILT.search(stem) and "現在" not in before[-8:] + core
        return DONE if acts and not in_use and not built else None
    return DONE if _was_done(before, stem, found, bool(acts)) else None


def _does_so(stem: str) -> bool:
    """Whether a clause tells an act by the verb before 「ようなことをし」, 「などし」 or 「という形を取っ」."""
    if not (so := _DOES_SO.search(stem)):
        return False
    verb = stem[: so.start("so")]
    acts = ACTIVE.search(verb.removesuffix("する").removesuffix("を"))
    return bool(any_plain(verb) or verb.endswith(("めていく", "していく")) or acts)


def _is_no_act(core: str, stem: str, tense: Tense, found: re.Match[str]) -> bool:
    """Whether the noun that was found names no act (理解, 把握): one learns on purpose, spreads it, or will further it."""
    noun, furthers = found["noun"], found["verb"].startswith(("図", "続け", "進め", "深め"))
    if tense == "future" and (furthers or noun.endswith("把握")):
        return False
    if noun.endswith("把握") and (re.search("てき(?:た|ました)$", core) or _ASKED_ABOUT.search(core)):
        return False
    return not _SPREADS.search(stem) and NO_ACT.search(noun) is not None


def _is_to_come(core: str, before: str, stem: str, late: bool, acts: bool) -> bool:
    """Whether a clause about the future tells what one will do, not what is expected, what things do, or what a rule defines."""
    if EXPECTED.search(core):
        planned = (acts or ACTIVE.search(stem.removesuffix("す"))) and not _EXPECTS.search(stem)
        return bool(planned) and (late or bool(_STARTS.search(core)) or not _RULED.search(core))
    if _GROWS.search(core) or (_OF_THINGS.search(before) and re.search(r"(?<!いき)(?<!まいり)ます$", core)):
        return False
    defined = None if FUTURE.search(core) else _DEFINED.search(stem)
    if not defined:
        return True
    body = stem[: defined.start()]
    return bool((late and ACTIVE.search(body)) or _STOPS.search(body))


def _was_done(before: str, stem: str, found: re.Match[str] | None, acts: bool) -> bool:
    """Whether a clause about the past tells an act: one of those listed, or another verb with what it was done to."""
    named = (found and not found["mark"] and len(found["noun"]) > 3) or _OBJECT.search(stem)
    with_object = named or re.search(
        r"を|について|に(?:取り組ん|取組ん|応じ)|(?:国|都|県|道|府|省|庁)(?:など|等)?に",
        stem + before[-40:],
    )
    if acts and (with_object or not _HAPPENED.search(stem)):
        return True
    other = found or stem.endswith(("設け", "始め", "上げ", "し", "定め", "終え", "決め"))
    return bool(other and with_object and not _counts(found))
