"""The kind of a clause that goes on after a comma: 「補助を行い、」 beside the main clause of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chat.commitments.acts import ACTIVE, EVENT, SAID_HERE
from chat.commitments.declined import declines
from chat.commitments.kinds import CONSIDER, DECLINE, DONE, OTHER, STUDY, WILL, Kind
from chat.commitments.main_clause import kind_of
from chat.commitments.main_words import AT_THEIRS
from chat.commitments.requests import REQUEST
from chat.commitments.shell import bare
from chat.commitments.spoken import as_written
from chat.commitments.state_words import NO_ACT
from chat.commitments.tense import PASSIVE, Tense
from chat.commitments.times import ALONE, HAS_BEEN, TO_COME

_ADDED = re.compile(
    r"(?:という|との|といった)(?:こと|ところ|形|方向)(?:で|でございまして|でして|であり(?:まして)?)$"
)
"""検討するということで、: what stands before it is the statement."""

_ADDED_SO = re.compile(r"という(?:こと|ところ)(?:な|です|でございます)ので$")
"""「協議をしているということなので、」: what is open stays open."""

_WISHED = re.compile(
    r"(?:たい|予定(?:をして(?:いる|おる)|して(?:いる|おる))?)(?:という|との|といった)(?:こと|ところ)(?:で|でして)$"
)
"""「準備を進めていきたいということで、」 wants it, where the main clause tells nothing."""

_WANTS = re.compile(r"たいというところで(?:ございまして|して)$")
"""「広場を直していきたいというところでございまして、」 is a whole sentence."""

_MID_DONE = re.compile(
    r"(?:(?:(?<!ま)し|いたし|行っ|進め|設け|図っ|始め|働きかけ)(?:てき)?た|(?:し|いたし|行い|進め|設け|図り|始め)ました|してまいりました"
    r"|(?:し|いたし|設け|行っ|進め|図っ)て(?:おり(?=$|まして)|(?:い|お)(?:る|ます|ります)(?:が|ほか)))"
    r"(?:まして|ほか|ところ|ので|ことから|上|うえ|のは|(?:ところ|の|ん|もの)?(?:でございます|であります|です|である|であり)?(?:が|けれども|けども)?)?$"
)
_AS = re.compile(
    r"(?<![こも])(?<!もの)(?<!こと)と(?:し|いたし)て(?:おり|い|お)(?:ます|る|ります)?(?:が|けれども)?$"
)
"""「拡大を政策目標としておりますが、」 says what something is taken for."""

_MID_OPEN = re.compile(
    r"(?:(?<![際関対るいたん])(?<!ます)(?<!です)し|いたし|させて(?:いただ|頂)き|行い|図り|設け|講じ|始め|立ち上げ|改め|(?:する|図る|行う|設ける|進める|働きかける)(?:ほか|とともに|など)|(?:する|設ける)こと(?:で|により)|とし)$"
)
_MID_CONSIDER = re.compile(
    r"を(?:十分(?:に)?|さらに|よく)?検証(?:を)?し$|(?:検討|研究)(?:を|も)?(?:し|行い|重ね|進め)(?:た(?:上|うえ)で|て|つつ|ながら|ており(?:まして)?)?$|検討の(?:上|うえ)(?:で)?$|を検討(?:を)?(?:する|行う|進める)(?:とともに|ほか)$"
)
_REVIEW_NEEDED = re.compile(
    r"(?:見直す|見直しの|検討(?:を)?(?:する|深める|進める|重ねる|加える|行う))必要がある(?:と(?:考え|認識し)て)?(?:おり|い|ため|こと)"
)
_REVIEWED = re.compile(r"見直し(?:を)?(?:し|いたし|行い|行っ|図り)(?:ました|た)(?:が|けれども|ところ)?")
_ABOUT = re.compile(
    r"^[^、,をに]{0,16}の(?:予定|計画|方針)で(?:す|ございます|あります)(?:が|けれども|けども|けれど)$|(?:について|に関して|の件|に係る点)(?:で(?:あり|ござい)ますが|ですが|でありますけれども|でございますけれども)$"
)
"""「…を図ることについてでありますが、」 names what is answered."""

_HEARD = re.compile(
    r"(?:と(?:の|いう)こと|予定|計画|見込み)(?:で(?:あり|ござい)まし|でし|だっ)た(?:が|けれども|けども|けれど|けど)$"
)
"""「設置は難しいとのことでありましたが、」 tells what others said, 「実施する予定でございましたが、」 what was not done."""

_LOOKED_UP = re.compile(
    r"(?:担当|所管)(?:課|部局?|部署|者)?[にへ](?:は|も)?(?:確認|問い?合わせ|聞き?取り)?(?:を)?(?:し|いたし|聞い|聞き)(?:まし)?た(?:ところ|が|けれども|けども)$"
)
"""「担当課に確認いたしましたが、」 tells how the answer was got."""

_ASKS_BACK = re.compile(
    r"^(?:ちょっと|一つ|一点|もう一度)?[^、,をはがも]{0,6}(?:確認(?:を)?(?:し|させていただき)|お?聞きし|お伺いし|お尋ねし)たい(?:んです|のです|と思[^、,]{0,8})(?:が|けれども|けども|けど)$"
)
"""「確認したいんですが、踏切のところでしょうか」 asks back."""

_PLANS = re.compile(
    r"(?:(?:予定|計画)[をと]?|こと[とに])(?:し|いたし)て(?:おり|い)(?=(?:まして|(?:ます|る)(?:ほか|が|けれども|けども|けれど|ので|し))?$)"
)
"""「締結することを予定しており、」 is still to come, whatever the main clause says."""

_CANNOT_SO = re.compile(r"(?<!った)(?:である|な|という|の)?(?:ことから|こともあり|ため|ので)$")
"""「再配置は困難であることから、」 gives the ground of the main clause, and declines."""

_THOUGH_HARD = re.compile(
    r"(?:困難|難しい|厳しい)(?:な)?(?:状況|状態|環境|情勢|時期)(?:で|が)?は(?:ある|あります|ござい(?:ます)?)(?:の|ん)?(?:です|でございます)?(?:が|けれども|けども|けれど|けど)$"
)
"""「なかなか困難な状況ではあるのですが、」 is granted: what comes after is done all the same."""

_TOLD = re.compile(r"と(?:述べ|(?:説明|回答|答弁)(?:し|する))(?:た(?:ほか|上で)|つつ|ながら|とともに)?$")
"""「設置を指示したと述べ、」 of a digest."""

_DECIDES = re.compile(r"こと[とに](?:し|いたし)(?:たく)?$")

_GOES_ON = re.compile(
    r"(?:ます|ません|です|ある|いる|おる|いく|たい|ない|た|だ)(?:(?<=ます)ことから|(?<=いる)ことから|(?<=ます)と(?:ともに|同時に)|(?<=たい)と|が|けれども|けども|けれど|けど|ので|(?<![果満]た)し)$|てまいりたい$|ところでは(?:(?:ある|あります|ございます)(?:が|けれども|けども)|(?:ござい|あり)まして)$|(?:る|た|ます)(?:という)?(?:ところ|形|状況|わけ|(?<=る)段階)(?:で|であり|でして|でありまして|でございまして|です(?:が|けれども|ので))$"
    r"|(?:予定|計画|方針|考え|(?:こと|もの)と(?:し|いたし)て(?:おり|い))(?:であり|で(?:ござい|あり)まして|で|なので|まして)?$|(?:たい|いく|ます)という(?:ところ|こと|の|もの)と$"
    r"|(?:調整|協議|交渉|精査)中で(?:あり|(?:ござい|あり)まして)$"
)

_BROUGHT = re.compile(
    r"(?:導入|実施|整備|設置|開始|開設|開催)(?:を)?(?:し|いたし)て[^、,]{0,16}(?:が(?:図(?:ら)?れ|でき)|につながっ)(?:た|ました)[^、,]{0,14}(?:が|けれども|けども|けれど|けど)$"
)
"""「窓口を設置して待ち時間の短縮が図れたところですが、」: what was done, with what came of it."""

_HEDGED = re.compile(r"ところでは(?:ござい|あり)まして$")
_AND = re.compile(r"(?<=ます)と(?:ともに|同時に)$|(?<=たい)と$|(?:という)?(?:ところ|こと|の|もの)と$")
"""「発行するよう取り組んでいきますとともに、」「確保したいというところと、」: joined by と."""

_SO_FAR = re.compile(r"(?:既に|すでに|昨年)[^、]{0,40}(?:[しいっ]|せ|設け|進め|始め)(?=て$)")
"""「既に四回開催させていただいて、」."""

_STRIVES = re.compile(r"に(?:努め|取り組むよう努め)(?:る(?:とともに|ほか)|ます(?:とともに|ほか)|つつ|、)?$")
"""「環境の整備に努めるとともに、」 beside a promise."""

_NO_PREDICATE = re.compile(r"(?:[をやへァ-ヶー々A-Za-z0-9]|(?<!の)は|(?![上定画針考果])[一-鿿])$")
_ANYWHERE = re.compile("必要|見直し")
"""Of these a clause may tell wherever they stand in it."""

_STROVE_ON = re.compile(r"てきて(?:おり|い)(?:まし?て|ます)$")

_TOLD_ON = re.compile(
    r"(?P<end>た|ました|て(?:い|お)(?:る|ります))(?:ほか|(?<=た)(?<!吟味した)(?<!精査した)(?<!勘案した)(?<!比較した)結果)$"
)
"""「設置を働きかけているほか、」."""

_PUTS_TO_USE = re.compile(r"(?:を|も)(?:最大限(?:に)?|十分(?:に)?|有効に|うまく|大いに)?[生活]かし$")
"""「設置した装置を生かし、」 is how the main clause is done."""

_POLITE = re.compile(r"(?<!おり)(?<!ござい)(?<!であり)(?<!とし)(?<!といたし)まして$")

_WITH_IT = re.compile(
    r"(?P<noun>[一-鿿ァ-ヶー]{2,})(?:等|など)?(?:を|も)(?:一層|さらに|引き続き|着実に|積極的に|早期に|しっかり(?:と)?)?(?:行う|図る|進める|講じる)(?:とともに|ほか)$"
)
"""「対策を一層進めるとともに、…にもつなげていきたい」: promised, whatever the main clause hopes for."""

_GOES_ON_SO = re.compile(r"[てで](?:(?:おり|ござい)まして|おり)$")
"""「周知を行っておりまして、」 is a whole predicate too."""


_PLANNED = re.compile(r"(?:予定|計画|方針|たい|こと[とに](?:し|いたし))[^、,]{0,14}[、,]$")


def kinds_before(
    clauses: Sequence[str], tense: Tense | None, main: Kind | None, late: bool = False
) -> list[Kind | None]:
    """The kinds of the clauses before the main one, see `kind_before`; what stands before a plan (改修する予定であり、) is planned too."""
    kinds: list[Kind | None] = []
    for place, clause in reversed([*enumerate(clauses)]):
        when = clauses[place - 1].strip() if place and ALONE.search(clauses[place - 1]) else ""
        kinds.append(kind_before(clause, tense, main, late, when))
        if kinds[-1] == WILL and _PLANNED.search(clause):
            tense, main = "future", WILL
    return kinds[::-1]


def kind_before(
    clause: str, tense: Tense | None, main: Kind | None, late: bool = False, when: str = ""
) -> Kind | None:
    """The kind of a clause that goes on after a comma: a concrete act beside the main one.

    Args:
        clause: as in `kind_of`, with its comma.
        tense: that of the main clause; 補助を行い has it.
        main: the kind of the main clause.
        late: whether the sentence names a time to come.
        when: the time that stands alone before it (昨年度、).
    """
    core = as_written(clause).strip().rstrip("、,")
    if _NO_PREDICATE.search(core) and not _ANYWHERE.search(core):
        return None  # 「今後、」「…については、」: the most of them
    if AT_THEIRS.search(clause.strip().rstrip("、,")):
        return None
    if _ABOUT.search(core) or _HEARD.search(core) or _LOOKED_UP.search(core) or _ASKS_BACK.search(core):
        return None
    if _THOUGH_HARD.search(core):
        return None
    if told := _TOLD.search(core):
        return kind_of(core[: told.start()] + "と答弁", late=late)
    if plans := _PLANS.search(core):
        return kind_of(f"{core[: plans.end()]}ます", late=late)
    if _DECIDES.search(core):
        return kind_of(f"{core.removesuffix('たく')}ています", late=late)
    if _CANNOT_SO.search(core) and declines(bare(_CANNOT_SO.sub("", core))):
        return DECLINE
    if added := _ADDED.search(core):
        kind = kind_of(core[: added.start()], late=late)
        return (
            kind
            if kind in (CONSIDER, STUDY)
            or (kind == WILL and _WANTS.search(core))
            or (main is None and (kind == DONE or (kind == WILL and _WISHED.search(core))))
            else None
        )
    if so := _ADDED_SO.search(core):
        kind = kind_of(core[: so.start()], late=late)
        if kind in (CONSIDER, STUDY) or (main is None and kind == DONE):
            return kind
    if told := _TOLD_ON.search(core):
        kind = kind_of(core[: told.end("end")], late=late)
        return kind if kind == DONE else None
    if (so_far := _SO_FAR.search(core)) and kind_of(core[: so_far.end()] + "た") == DONE:
        return DONE
    if match := _MID_CONSIDER.search(core):
        if tense == "past" and main == DONE:
            return None  # 検討をして…設定した: it came of it
        return STUDY if "研究" in match.group() else CONSIDER
    if _REVIEW_NEEDED.search(core):
        return CONSIDER
    if (
        SAID_HERE.search(core, max(0, len(core) - 14))
        or REQUEST.search(core, max(0, len(core) - 12))
        or PASSIVE.search(core[-8:])
    ):
        return None
    if _REVIEWED.search(core) or _BROUGHT.search(core):
        return DONE
    if (match := _MID_DONE.search(core)) and not _AS.search(core) and _acts(core):
        return None if NO_ACT.search(core[: match.start()]) else DONE
    open_one = _POLITE.sub("", core)
    match = _MID_OPEN.search(open_one)
    acts = match and (
        (_acts(open_one) and not (main == OTHER and _MEANS.search(open_one[: match.start()])))
        or (main == OTHER and _acts_beside_striving(open_one[: match.start()]))
    )
    if match and acts and not NO_ACT.search(open_one[: match.start()]) and not _PUTS_TO_USE.search(core):
        if main == OTHER and core.endswith(("など", "ことで", "ことにより")):
            return (
                None  # 「手引を送るなど、周知に努めて」「改修を進めることで、確保に努めて」: how one strives
            )
        if tense == "present" and TO_COME.search(when + core):
            tense = "future"
        if tense == "future" and HAS_BEEN.search(when + core) and _POLITE.search(core):
            tense, main = "past", DONE
        aims = core.endswith(("目指し", "めざし")) and tense != "future"
        return None if aims else _beside(tense, main)
    goes_on_so = _GOES_ON_SO.search(core)
    if goes_on_so:
        core = core.removesuffix("まして") + "ます"  # おり, おりまして
    if goes_on_so or _GOES_ON.search(core):
        kind = kind_of(_HEDGED.sub("ところです", _AND.sub("", core)), late=late)
        return None if _STROVE_ON.search(core) and (kind == OTHER or not EVENT.search(core[-22:])) else kind
    if tense == "future" and (found := _WITH_IT.search(core)) and ACTIVE.search(found["noun"]):
        return WILL
    if _STRIVES.search(core) and main:
        return OTHER
    return None


_OBJECT = re.compile(
    r"を|より|から|と|[年月日度]に(?:[0-9一二三四五六七八九十]+[回度])?(?:実施|開催|配布|公表|発行|策定|設置)(?:を)?(?:し|いたし)|に(?:対し(?:て)?)?(?:強く|引き続き)?(?:周知|通知|配布|送付|依頼|要望|要請)(?:を)?(?:し|する|いたし)|も(?:配布|発行|作成|実施|開催|設置|導入|公表|送付|開始|整備)(?:を)?(?:し|いたし|行)"
)


def _acts(core: str) -> bool:
    """Whether the clause tells an act that one can point to, and its object: 「取引が急速に拡大し」 is nobody's."""
    return bool(EVENT.search(core[-22:]) and _OBJECT.search(core) and not _OF_ITSELF.search(core))


_OF_ITSELF = re.compile(
    r"が(?:急速に|大幅に|さらに|一層|徐々に|年々)?(?:拡大|変更|統合|完了|開始|増加|減少)(?:を)?(?:し|する(?:ほか|など)?)$"
)


_MEANS = re.compile(r"(?:チェック|活用|使用|運用|調整|連携|協働|共有|作業|準備|相談|見直し|対応)[をも]?$")
"""What serves the striving and is no deed beside it: 専門家の知見を活用し、"""


def _acts_beside_striving(stem: str) -> bool:
    """「対策を強力に推進し、被害の防止に努める」: whether the clause of this stem tells an act of its own."""
    acts = ACTIVE.search(stem.rstrip("をも")) and "を" in stem and not _MEANS.search(stem)
    return bool(acts or _PUTS_UP.search(stem))


_PUTS_UP = re.compile(r"(?:ホームページ|サイト|広報紙?|紙面|チラシ)(?:等|など)?[にへ](?:アップ|掲載)(?:を)?$")
"""「ホームページに掲載し、周知に努めて」."""


def _beside(tense: Tense | None, main: Kind | None) -> Kind | None:
    """What 「補助を行い、」 says by the main clause: promised where that is to come, done where it is past or going on."""
    if tense == "future" or (tense is None and main in (WILL, CONSIDER, STUDY)):
        return WILL
    return DONE if tense else None
