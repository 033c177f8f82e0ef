"""When a clause of official style acts: what stands after its predicate, its ending, the stem before it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from chat.commitment_states import WISH, may_wish

Tense = Literal["past", "present", "future"]

_IRU = r"(?:い(?:る|ます|た|ました)|お(?:る|ります|りました)|ござい(?:ます|ました))"
_TO_THINK = rf"(?:考え|思っ|思い|思|存じ|認識し|判断し|捉え|とらえ|受け止め|受けとめ)(?:て{_IRU}|る|ます|う|た)?(?:て(?:は)?(?:い|お)(?:る|ります|ます))?"

_SHELL = re.compile(
    rf"(?:(?:と|かと)?(?:いう|いった)?(?:ふう|風|よう)に(?:は|も)?(?:今後|現在|今)?{_TO_THINK}|(?:(?<!こ)と|か|(?<=こと)で|(?<=形)で|(?<=方向)で|(?<=予定)で|(?<=計画)で)(?:は|も)?{_TO_THINK}|と(?:いう|いった)?"
    r"|という(?:ふう|風|よう)な|(?:という|といった)?(?:ところ|とこ|状況|現状|実情|次第|もの|わけ|(?<=[るたいなう])[のん]|形|段階|項目|(?<![くすつむる])考え|考え方|方向|こと)(?=(?:である|です|でございます|であります|でありまして|でして|であり|だ|であるが|になります|ある)?$)"
    r"|(?:という|といった)(?:ような|ふうな)?(?:結果|事情|対応|体制|整理|思い|スタンス|立場|感じ|認識|状態)(?=(?:である|です|でございます|であります|であり|だ|に(?:して|なって)い?おります|にしています|になります)?$)"
    r"|という(?:こと|ふう|風|形)に(?:なる|なり(?:ます)?)"
    r"|(?<=方針|考え|意向|予定|姿勢)(?:である(?:こと)?)?(?:を|と)(?:示し|述べ|表明し|明らかにし|説明し)(?:た|ました)"
    r"|(?:(?<=[るたい])|(?<=ところ)|(?<=もの))(?:かな|(?:の)?だろう)"
    rf"|(?<=たい|いく|こう|よう)という(?:こと|ふう)[をもで](?:は)?{_TO_THINK}"
    r"|という(?:こと|ところ|面|部分)(?:は|が|も)(?:ある|あります|ございます)"
    r"|と(?:お考え|[ご御]理解|[ご御]認識|お受け取り)(?:いただければ|いただきたい|ください)"
    r"|(?:という)?こと(?:に|は|には)?変わり(?:は|が|も)?(?:ない|ありません|ございません)|(?<=れば)(?:いい|よい|良い)(?:な|(?:の)?かな)?"
    r"|(?<=たい)(?:という)?(?:思い|気持ち|意向|考え)(?:は|が|も)(?:ある|あります|ございます)"
    r"|というの(?:は|が)(?:実態|実情|現状|実際(?:のところ)?)|(?<=(?:てい|てお|でい|でお)る)(?:という)?(?:途上|最中|さなか|途中|過程)|(?:という)?状(?:態|況)(?:だ|である)?と言え(?:る|ます)"
    r"|(?<=ところ)に(?:なる|なります|なって(?:い|お)(?:る|ます|ります))"
    r"|(?<=た)(?:部分|ところ|面)(?:は|が|も)(?:ある|あります|ございます)|(?<=予定|計画)(?:も|が)(?:ある|あります|ございます)?"
    r"|(?<=た)(?:という)?(?:経緯|経過)(?:が|は|も)?(?:ある|あります|ございます)?"
    rf"|(?:(?<=いる)|(?<=おる)|(?<=[しいっん]た))(?:という)?(?:ような)?(?:形|こと|状況)(?:(?:に|と)なって|を(?:取|と)って){_IRU}"
    r"|(?<=[うくすつむるいた画針定中])と(?:(?:回答|答弁|説明)(?:し(?:た|ました))?|述べ(?:た|ました))|(?<=[うくすつむるい])(?<![よおこそともろ]う)とし(?:た|ました)"
    r"|(?:という|(?<=[るたう]))(?:状況|現状|実情)(?:に(?:あり(?:ます)?|ある|ございます)|(?:に|と)なって(?:い|お)(?:る|ります|ます))"
    r"|であ(?:る|ります)|です|でございます|でありまして|でして|であり|(?<!て)ございます|で"
    r"|ところで(?:は)?(?:ある|あります|ございます)|ところ(?:に)?(?:ある|あります)?|(?:ね|よ|な|けれども|けども|けれど|けど|が|ので|から|(?<!見通)し)|[、,](?:(?:そう|こう)(?:いう|いった)?|(?:その|この)(?:よう)?))$"
)
"""What stands after the predicate; taken off piece by piece from the end."""

_VOLITION = r"(?:(?:し|進め|設け|始め|広げ|続け|高め|整え|やめ|受け|変え|講じ|つなげ|上げ|入れ|決め|定め|集め|させ|まとめ|改め|深め)よ|行お|使お|置こ|開こ|(?:増や|減ら|出|示|[生活]か|なく|直|残|戻|渡)そ|取り?組も|やろ|図ろ|[作送配守]ろ|つくろ)う"
"""「減らそう」: the intention, before と考えている or としている."""

_TO_COME = r"(?:こと(?:に|と)(?:な|し|いたし|致し)[^、]{0,9}|(?:という)?(?:予定|考え|方針|つもり|所存|計画)(?!の[一-鿿])[^、]{0,9})?"
FUTURE = re.compile(
    rf"(?:方針で臨み(?:ます|たい)|(?:て|で)(?:い(?:く|き(?:ます|たい)|こう|ける|ければ)|まい(?:る|り(?:ます|たい))|参(?:る|り(?:ます|たい))|ゆ(?:く|き(?:ます|たい))|みたい)"
    rf"|(?:させ|(?<=[かがたばまらわ])(?<![知聞合済][らかわま])せ)て(?:いただ(?:く|き(?:ます|たい)|こう|ければ)|頂(?:く|き(?:ます|たい))|もら(?:う|い(?:ます|たい))))(?:か)?{_TO_COME}$"
    rf"|{_VOLITION}(?:として(?:い(?:る|ます)|お(?:る|ります)))?$"
)
DECIDED = re.compile(
    rf"(?<!示)(?<!いう)(?<!目指)(?<!めざ)(?:う|く|す|つ|ぬ|む|る)(?<![一-鿿ァ-ヶー]という)(?:こと(?:と|に)(?:なった|なりました)|(?:(?:こと|もの)と|ことに)(?:し|いたし|致し)(?:た|て{_IRU}|ました|ます)?)$"
    rf"|(?:う|く|す|つ|む|る)(?:という)?(?:予定|計画|方針|つもり|所存|考え|意図|姿勢|意向)(?:[をとに]?(?:し|いたし|持っ|なっ)て{_IRU}|で(?:い(?:る|ます)|お(?:る|ります)))?$"
    rf"|(?:を)?(?:予定|計画)(?:[をもは])?(?:し|いたし)て(?:い(?:る|ます)|お(?:る|ります)|ござい(?:ます))$|予定$|(?<!という)ことを(?:考え|予定|計画)(?:し)?て{_IRU}$|できれば$|(?:取り組め|取組め|進められ|図れ|行え|つなげ(?:られ)?|結び[つ付]けられ|広げられ)れば$"
    rf"|(?:設置|導入|活用|実施|整備|開設|増設|開催|配置|移転|拡充|募集|委託|改修|更新)(?:等|など)?を考えて{_IRU}$"
    rf"|(?:う|く|す|つ|ぶ|む|る|廃止|終了|中止|実施)(?:という)?(?:こと|ふう|風)?[をに]決め(?:て{_IRU}|た|ました)$"
)
EXPECTED = re.compile(
    rf"(?:う|く|す|つ|ぶ|む|る)ことを想定して{_IRU}$|(?:う|く|す|つ|ぶ|む|る)(?:見込み|見通し|運び)(?:と(?:な|し)[^、]{{0,8}})?$|(?:を)?見込んで{_IRU}$|(?:う|く|す|つ|む|る)(?:という)?(?:こと|形)(?:に|と)なって{_IRU}$"
)
"""「着手する見込み」「締結することになっている」: of an act it is a plan, of anything else an expectation or a rule."""

_TOWARDS = re.compile(
    r"(?:(?:年度?|月|春|夏|秋|冬|[来次][年期])(?:の|から|まで)[^、。]{0,12}に向け(?:て|た)?(?=[^。]{0,60}$)|に向け(?:て|た)?(?=[^。]{0,24}調整[^、]{0,8}$)|を目指し(?:て)?|を(?:目途|めど|目標)(?:に|として)?|(?:予定|計画|見込み|方針)(?:で|として))(?=[^。]{0,60}$)"
)
_UNDER_WAY = re.compile(r"(?:進め|準備(?:を)?(?:し|行っ)|調整(?:を)?(?:し|行っ))$")
_WISH = re.compile(
    r"(?:し|いたし|致し|行い|図り|進め|取り組み|設け|講じ|始め|続け|整え|伝え|努め|つなげ|求め|高め|深め|広げ|増やし|働きかけ|呼びかけ|集め|配り|置き|作り|やり|出し|送り|使い|開き|直し|加え|改め|上げ|下げ|受け?付け|決め|定め|変え|切り?替え|載せ|貸し|招き|減らし|延ばし|やめ|充実させ|両立させ|盛り込み|合わせ|体制を取り|声をかけ)(?P<ending>たい|ます)$"
)
_PRESENT = re.compile(
    rf"(?:[てで](?:いっ|き|まいっ|参っ))?(?:て|(?<=ん)で|で(?!(?:は|も)?ござい))(?:は|も)?{_IRU}$|てあ(?:る|ります)$|(?:て|で)(?:もらって|いただいて)(?:い|お)(?:る|ます|ります)$"
)
_PAST = re.compile(
    r"(?:[てで](?:き|まい(?:り|っ)|参(?:り|っ)|おり|いっ|いき|い))?(?:ました|た)$|(?<=[一-鿿][んい])だ$"
)

PASSIVE = re.compile(r"(?:さ|なさ|わ|か|ら|ま|た|げ|せ|け|え|め|べ)れ(?:て|た|ま|る)|られ(?:て|た|ま|る)")


PLAIN = re.compile(
    r"(?:を|も|について|に)[^、]{0,14}(?:(?<!と)(?<!に)する|行う|図る|進める|設ける|講じる|始める|開く|募る|求める|促す|広げる|増やす|取り組む|取組む)$"
)
"""The plain ending of a digest: 「補正予算を第3回定例会に提出する。」 is a plan."""


_NOW = re.compile(
    r"[、,](?:今|現在|今後|基本的に(?:は)?)[、,]?(?=(?:考え|思っ)て(?:い|お)(?:る|ります|ます)(?:ところ(?:です|であります|でございます))?$)"
)
"""「五千万円の規模でやっていこうということで、今、考えております」."""


_SHELL_LENGTH = 40
"""Characters that one piece of `_SHELL` has at most: a long clause is not searched from its beginning for each."""


@lru_cache(maxsize=64)  # the end of a sentence is looked at several times
def bare(clause: str) -> str:
    """The clause without what stands after its predicate."""
    core = _NOW.sub("", clause.strip().rstrip("。．.！!？?、,」』）)…―ー "))
    while match := _SHELL.search(core, max(0, len(core) - _SHELL_LENGTH)):
        if match.start() == 0 or match.start() == len(core):
            break
        core = core[: match.start()]
    return core


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


def is_passive(core: str) -> bool:
    """Whether the predicate is passive: it tells what is done by others or by nobody in particular."""
    return bool(PASSIVE.search(re.split(r"か(?=[一-鿿])", core[-10:])[-1]))


_HUMBLE = re.compile(r"(?P<verb>.)(?P<sound>[かがさたばまらわ])せ(?:て(?:いただ|頂|もら)[いきっ]?)?$")
"""解体させていただいている, 置かせていただいている, 進めさせていただいている are said of what one does oneself."""

_SOUND = {"さ": "し", "か": "い", "が": "い", "た": "っ", "ら": "っ", "わ": "っ", "ば": "ん", "ま": "ん"}
"""The sound before せ in the causative, and that before て: 置かせて, 置いて."""

_ONE_STEM = "えけげせてねべめれいきちみり"
"""Verbs whose stem ends like this have させ after it: 進めさせて, 進めて."""

_BY_WAY_OF = re.compile(r"という(?:こと|形)で(?:[一-鿿]{1,4}(?:的)?に)?(?:し|させ)$")
"""「請求ということでさせていただいて」: 請求をして."""


def stem_of(core: str) -> str:
    """What stands before the ending: the verb and its object."""
    plain = _HUMBLE.sub(_own_deed, _before_ending(core))
    return _BY_WAY_OF.sub("をし", plain)


def _own_deed(humble: re.Match[str]) -> str:
    """The stem of what one humbly does, for `_HUMBLE`."""
    verb, sound = humble["verb"], humble["sound"]
    if sound == "さ" and verb in _ONE_STEM:
        return verb
    return humble.group() if verb in "知合" else verb + _SOUND[sound]


def _before_ending(core: str) -> str:
    for pattern in (FUTURE, DECIDED, EXPECTED, _PRESENT, _PAST):
        if match := pattern.search(core):
            return core[: match.start()]
    match = _WISH.search(core) or WISH.search(core)
    return core[: match.start("ending")] if match else core
