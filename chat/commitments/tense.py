"""When a clause of official style acts: what stands after its predicate, its ending, the stem before it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from chat.commitments.states import WISH, may_wish
from corpus.patterns import IRU, ORU, any_of

Tense = Literal["past", "present", "future"]


_VOLITION = (
    any_of(
        r"(?:し|進め|設け|始め|広げ|続け|高め|整え|やめ|受け|変え|講じ|つなげ|上げ|入れ|決め|定め|集め|させ|まとめ|改め|深め)よ",
        *r"行お 使お 置こ 開こ".split(),
        r"(?:増や|減ら|出|示|[生活]か|なく|直|残|戻|渡)そ",
        *r"取り?組も やろ 図ろ [作送配守]ろ つくろ".split(),
    )
    + r"う"
)
"""「減らそう」: the intention, before と考えている or としている."""

_TO_COME = r"(?:こと(?:に|と)(?:な|し|いたし|致し)[^、]{0,9}|(?:という)?(?:予定|考え|方針|つもり|所存|計画)(?!の[一-鿿])[^、]{0,9})?"
FUTURE = re.compile(
    any_of(
        # 「進めてまいります」「協議させていただきたい」
        any_of(
            r"方針で臨み(?:ます|たい)",
            r"(?:て|で)"
            + any_of(
                r"い(?:く|き(?:ます|たい)|こう|ける|ければ|けたら)",
                *r"まい(?:る|り(?:ます|たい)) 参(?:る|り(?:ます|たい)) (?:まい|参)ろう お(?:き(?:ます|たい)|こう)".split(),
                *r"ゆ(?:く|き(?:ます|たい)) みたい".split(),
            ),
            r"(?:させ|(?<=[かがたばまらわ])(?<![知聞合済][らかわま])せ)て"
            r"(?:いただ(?:く|き(?:ます|たい)|こう|ければ)|頂(?:く|き(?:ます|たい))|もら(?:う|い(?:ます|たい)))",
        )
        + rf"(?:か)?{_TO_COME}$",
        # 「説明をいたす」
        r"(?<=を)(?:いたす|致す)$",
        # 「減らそうとしております」「進めようとする」
        rf"{_VOLITION}(?:として(?:い(?:る|ます)|お(?:る|ります)))?$",
        r"進めようとする$",
        r"[てで]いこうとして(?:い(?:る|ます)|お(?:る|ります))$",
    )
)
DECIDED = re.compile(
    any_of(
        # 「設けることとしております」, not 「目指すこととした」
        r"(?<!示)(?<!いう)(?<!目指)(?<!めざ)(?:う|く|す|つ|ぬ|む|る)(?<![一-鿿ァ-ヶー]という)"
        + any_of(
            r"こと(?:と|に)(?:なった|なりました)",
            rf"(?:(?:こと|もの)と|ことに)(?:し|いたし|致し)(?:た|て{IRU}|ました|ます)?",
        )
        + r"$",
        # 「設ける予定でございます」「増やすという方針を持っております」
        r"(?:う|く|す|つ|む|る)(?<![関対資係反]する)(?<!(?:ない|ある)という)(?<!だという)(?<!である)"
        r"(?:という(?:ような)?|ような|[、,](?:[そこ]の|そういう)(?:ような)?)?"
        r"(?:予定|計画|方針|つもり|所存|考え方?|意図|姿勢|意向|段取り|手はず)"
        rf"(?:[をとに]?(?:は|も)?(?:し|いたし|させていただい|持っ|なっ)て{IRU}|で(?:い(?:る|ます)|お(?:る|ります)))?"
        r"$",
        r"(?:を)?(?:予定|計画)(?:[をもは])?(?:し|いたし)て(?:い(?:る|ます)|お(?:る|ります)|ござい(?:ます))$",
        r"予定$",
        # 「開くことを考えております」, 「開くようなことは考えております」
        rf"(?:(?<!という)|(?<=[うくすつむる]という))(?:ような)?ことを(?:考え|予定|計画)(?:し)?て{IRU}$",
        rf"(?<=[うくすつむる])(?:という)?ようなことは考えて{IRU}$",
        # wished if it can be: 「年度内に着手できれば」
        r"でき(?:れば|たら)$",
        r"(?:取り組め|取組め|進められ|図れ|行え|つなげ(?:られ)?|結び[つ付]けられ|広げられ)(?:れば|たら)$",
        # 「増設を考えております」
        rf"(?:設置|導入|活用|実施|整備|開設|増設|開催|配置|移転|拡充|募集|委託|改修|更新|配備|配布|発行|公募|延長)(?:等|など)?を考えて{IRU}$",
        # 「設けることを決めました」「廃止することで調整がつきました」
        r"(?:う|く|す|つ|ぶ|む|る|廃止|終了|中止|実施)(?:という)?"
        + any_of(
            rf"(?:こと|ふう|風)?[をに]決め(?:て{IRU}|た|ました)",
            rf"ことが(?:既に)?決まって{IRU}",
            rf"ことで(?:話が|方針が)?(?:(?:決まっ|まとまっ|固まっ|合意し)て{IRU}|[^、]{{0,8}}(?:調整|話|合意)が[つ付]きました)",
        )
        + r"$",
    )
)
EXPECTED = re.compile(
    any_of(
        rf"(?:う|く|す|つ|ぶ|む|る)(?:という)?(?:こと|ところ)を想定して{IRU}$",
        r"(?<!いう)(?:う|く|す|つ|ぶ|む|る)こと[とに]なり(?:ます)?$",
        r"(?:う|く|す|つ|ぶ|む|る)(?:見込み|見通し|運び)(?:[とに](?:な|し)[^、]{0,8})?$",
        rf"(?:を)?見込んで{IRU}$",
        rf"(?:う|く|す|つ|む|る)(?:という)?(?:こと|形)(?:に|と)なって{IRU}$",
    )
)
"""「着手する見込み」「締結することになっている」: of an act it is a plan, of anything else an expectation or a rule."""

_TOWARDS = re.compile(
    any_of(
        # by when: 「４月の開園に向けて」「年度内を目途に」
        r"(?:年度?|月|春|夏|秋|冬|[来次][年期])(?:の|から|まで)[^、。]{0,12}に向け(?:て|た)?(?=[^。]{0,60}$)",
        r"に向け(?:て|た)?(?=[^。]{0,24}調整[^、]{0,8}$)",
        *r"を目指し(?:て)? を(?:目途|めど|目標)(?:に|として)?".split(),
        # how: 「開く予定で」, with what is prepared behind it
        r"(?:予定|計画|見込み|方針|段取り|(?<=[うくすつぶむる])方向(?=で(?:準備|作業|整備)))(?:で|として)",
        r"(?<=[うくすつぶむる])ということで(?=[^。]{0,8}予算に)",
        r"(?<=[うくすつぶむる])(?:という)?ことで(?=(?:今|現在)?[、,]?(?:準備|調整))",
    )
    + r"(?=[^。]{0,60}$)"
)
_UNDER_WAY = re.compile(
    r"(?:進め|予算に(?:入れ|計上し|盛り込ん)|詰め|準備(?:を)?(?:し|行っ)|調整(?:を)?(?:し|行っ))$"
)
_PREPARES = re.compile(
    any_of(
        # 「条例の準備を今進め」「準備作業に入っ」
        r"(?:準備|段取り)(?:作業|段階)?(?:等|など)?[をもにの][^を]{0,12}"
        r"(?:し|いたし|致し|行[っい]|進め(?:てき)?|整え|重ね|始め|急い|入っ|取り?かかっ|着手し)",
        # 「配れるように準備し」「再開に向けて準備し」, not 「毛布を準備し」, which is at hand
        r"(?:よう(?:に)?|に向け(?:て|た)?|ため(?:に)?)[、,]?[^、,を]{0,6}準備(?:し|いたし|致し)",
        r"準備中",
    )
    + r"$"
)
_WISH = re.compile(
    any_of(
        # what one does oneself; 「申したい」 only speaks
        *r"(?<!申)し いたし 致し 行い 図り 進め 取り組み 設け 講じ 始め 続け 整え 伝え 努め 心がけ 心掛け つなげ 求め".split(),
        *r"高め 深め 広げ 増やし 働きかけ 呼びかけ 集め 配り 置き 作り やり 出し 送り 使い 開き 直し 加え 改め 上げ 下げ".split(),
        *r"受け?付け 決め 定め 変え 切り?替え 載せ 貸し 招き 減らし 延ばし やめ (?<=[一-鿿ち])させ 役立て 盛り込み".split(),
        *r"合わせ 体制を取り 声をかけ".split(),
    )
    + r"(?P<ending>たい|ます)$"
)
_PRESENT = re.compile(
    any_of(
        rf"(?:[てで](?:いっ|き|まいっ|参っ))?(?:て|(?<=ん)で|で(?!(?:は|も)?ござい))(?:は|も)?{IRU}$",
        *rf"(?:て|(?<=ん)で)あ(?:る|ります)$ (?:て|で)(?:もらって|いただいて){ORU}$".split(),
    )
)
_PAST = re.compile(
    any_of(
        r"(?:[てで](?:き|まい(?:り|っ)|参(?:り|っ)|おり|いっ|いき|い))?(?:ました|た)$",
        r"(?<=[一-鿿][んい])だ$",
    )
)

PASSIVE = re.compile(r"(?:さ|なさ|わ|か|ら|ま|た|げ|せ|け|え|め|べ)れ(?:て|た|ま|る)|られ(?:て|た|ま|る)")


PLAIN = re.compile(
    any_of(
        r"(?:を|も|について|に)[^、]{0,14}"
        + any_of(
            *r"(?<!と)(?<!に)する 行う 図る 進める 設ける 講じる 始める 開く 募る 求める 促す 広げる 増やす 取り組む 取組む 渡す".split(),
            *r"送る 配る".split(),
            r"お(?:示し|渡し|送り|配り|届け|知らせ)する",
        )
        + r"$",
        r"(?:次回|後日|改めて)お(?:示し|知らせ)する$",
    )
)
"""The plain ending of a digest: 「補正予算を第3回定例会に提出する。」 is a plan."""


@lru_cache(maxsize=64)
def tense_of(core: str) -> Tense | None:
    """Whether the predicate is past, going on or to come; None for states, procedures and bare nouns."""
    if FUTURE.search(core) or DECIDED.search(core) or EXPECTED.search(core):
        return "future"
    if _PRESENT.search(core):
        return "present"
    if _PAST.search(core):
        return "past"
    if _WISH.search(core):
        return "future"
    return "future" if may_wish(core) else None


def leads_up(core: str, before: str) -> bool:
    """Whether what is going on leads up to something still to come: 「締結する予定で進めている」「開園に向けて整備を進めている」."""
    stem = stem_of(core)
    return bool(_UNDER_WAY.search(stem) and _TOWARDS.search(before + stem))


def prepares(core: str, before: str) -> bool:
    """Whether a deed that goes on is preparation: what it is for is still to come, though no time is named."""
    stem = stem_of(core)
    return bool(_PREPARES.search(before[-30:] + stem))


def is_passive(core: str) -> bool:
    """Whether the predicate is passive: it tells what is done by others or by nobody in particular."""
    return bool(PASSIVE.search(re.split(r"か(?=[一-鿿])", core[-10:])[-1]))


_HUMBLE = re.compile(r"(?P<verb>.)(?P<sound>[かがさたばまらわ])せ(?:ては?(?:いただ|頂|もら)[いきっ]?)?$")
"""解体させていただいている, 置かせていただいている, 進めさせていただいている are said of what one does oneself."""

_SOUND = {"さ": "し", "か": "い", "が": "い", "た": "っ", "ら": "っ", "わ": "っ", "ば": "ん", "ま": "ん"}
"""The sound before せ in the causative, and that before て: 置かせて, 置いて."""

_ONE_STEM = "えけげせてねべめれいきちみり"
"""Verbs whose stem ends like this have させ after it: 進めさせて, 進めて."""

_POLITE_NOUN = re.compile(r"お[一-鿿]{1,2}[ぁ-ん]?$")
"""お支払いさせて, お声がけさせて: させ belongs to する, whatever the noun ends in."""

_BY_WAY_OF = re.compile(r"という(?:こと|形)で(?:[一-鿿]{1,4}(?:的)?に)?(?:し|させ)$")
"""「請求ということでさせていただいて」: 請求をして."""


@lru_cache(maxsize=64)
def stem_of(core: str) -> str:
    """What stands before the ending: the verb and its object."""
    plain = _HUMBLE.sub(_own_deed, _before_ending(core))
    return _BY_WAY_OF.sub("をし", plain)


_OF_A_VERB = re.compile(r"(?<!てい)(?<!いただ)(?<!頂)(?<=[一-鿿])[やかわなば]?$")
_FROM_PLAIN = dict(zip("うくすつぶむ", "いきしちびみ", strict=True))
"""The sound of the stem for that of the plain form: 通知を出す予定, 通知を出し."""

_INTENDED = re.compile(r"^(?P<verb>[^てで]{1,4}?)(?:よう|(?P<sound>[おこごそとのぼもろ])う)")
_STEM_SOUND = dict(zip("おこごそとのぼもろ", "いきぎしちにびみり", strict=True))


def _intended(ending: str) -> str:
    """The stem of the verb within an ending of intention: 進めようとしている, 行おう; empty for any other."""
    found = _INTENDED.search(ending)
    if not found:
        return ""
    return found["verb"] + _STEM_SOUND.get(found["sound"] or "", "")


def _own_deed(humble: re.Match[str]) -> str:
    """The stem of what one humbly does, for `_HUMBLE`."""
    verb, sound = humble["verb"], humble["sound"]
    if sound == "さ" and _POLITE_NOUN.search(humble.string[: humble.start()]):
        return verb + "し"
    if sound == "さ" and verb in _ONE_STEM:
        return verb
    return humble.group() if verb in "知合" and sound in "らわ" else verb + _SOUND[sound]


def _before_ending(core: str) -> str:
    for pattern in (FUTURE, DECIDED, EXPECTED, _PRESENT, _PAST):
        if match := pattern.search(core):
            stem = core[: match.start()] + _intended(match.group())
            if pattern in (DECIDED, EXPECTED) and _OF_A_VERB.search(stem):
                stem += _FROM_PLAIN.get(match.group()[0], "")
            humble = match.group().startswith("させて") and not stem.endswith(tuple(_ONE_STEM))
            return f"{stem}し" if humble else stem
    match = _WISH.search(core) or WISH.search(core)
    return core[: match.start("ending")] if match else core
