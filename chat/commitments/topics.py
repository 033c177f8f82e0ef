"""Whose doings a sentence of the executive side tells: its own, or those of the state, a prefecture, other towns, or what was heard."""

from __future__ import annotations

import re
from typing import Literal

from chat.commitments.tense import FUTURE
from corpus.patterns import BUT, IS, ORU, any_of
from corpus.spans import Span

Level = Literal["town", "prefecture", "state"]
"""Whose side speaks: what the state or a prefecture does is another's act in a town, and one's own where it speaks itself."""

_OWN = re.compile(
    r"(?:^|[、,])(?:やはり|また|まず|それで|ただ)?"
    + any_of(
        # 「本市は」「当局としては」
        *r"◇+ 本市 当市 市 本町 町 本村 村 本区 区 本県 我々 私ども 当局 本庁 庁内".split(),
        # 「何々市においては」, not 「他市は」
        r"(?![他各隣近周])[一-鿿]{1,6}(?:市|[区町村](?<!市町村))",
    )
    + r"(?:として|といたしまして|において|におきまして|で|に)?(?:は|も|が)"
)


_OWN_WILL = re.compile(
    any_of(
        # 「進めていきたい」「させていただく」
        r"[てで](?:いく|(?:いき|まいり|参り)(?:たい|ます))$",
        r"させて(?:いただ|頂)",
        # 「協議を行っております」
        rf"(?:注視|検討|協議|要望|働きかけ|準備)(?:を)?(?:し|行っ|進め)?て{ORU}$",
    )
)
_TURN = re.compile(
    r"[まるたいだす](?:が|けれども|けども|けれど|けど|ので|し)[、,]|(?:考え|思っ)て(?:おり|ござい)まして[、,]|という(?:ところ|こと)で[、,]"
)
"""「国のほうで補助しますけれども、併せて考えていきたい」: after the turn it is the speaker's own will."""


_HEARD = re.compile(
    any_of(
        # 「増えるものと承知しております」
        rf"(?:もの|こと)と(?:は)?承知(?:を)?(?:し|いたし)て{ORU}[。．]?\s*$",
        # 「行う旨の回答がございました」
        r"(?:旨|との)(?:の)?(?:回答|報告|説明|返答|連絡|答申)(?:が|を)(?:あ(?:った|り)|ござい|いただ|頂|受け|得)[^、,]{0,16}"
        r"[。．]?\s*$",
        any_of(
            # 「開くとのことでした」「足りないと伺っております」
            r"(?:という|との)こと(?:でし|でありまし|でございまし)た",
            r"と(?:いう(?:ふう|よう|具合)に)?(?:は|も)?(?:聞い|伺っ|うかがっ|承っ|報告を受け)て(?:は)?(?:い|お|ござい)"
            rf"(?:る|ります|ます)(?:ところ{IS})?",
        )
        + r"[。．]?\s*$",
    )
)
"""「別の施設を考えているということでございました」 tells what others said."""


_GOES_ON = re.compile(r"(?:おりまして|が|けれども|けども|けれど|けど)[、,]?$")
"""After such a clause what was heard may begin: 「市では配っておりますが、県も配ると聞いております」."""


_CAME_OF_IT = re.compile(
    any_of(
        # 「減少につながったという報告を受け」
        *r"つながっ 図[られ]れ でき なっ".split(),
        r"(?:向上|改善|減少|増加|縮減|短縮)し",
        *r"軽減され 減っ 増え".split(),
    )
    + r"た(?:という|との)(?:報告|声|評価)を(?:受け|いただ|頂)"
)
_DEED_GOES_ON = re.compile(r"(?:ており|おりまして|が|けれども|けども|けれど|けど)[、,]?$")
"""「検診車を導入しており、受診が増えたとの報告を受けています」: what is reported came of the own deed before it."""

_BODIES = re.compile(
    any_of(
        r"(?:^|[、,])[^、,「」がはもをや]{0,12}"
        + any_of(
            # 「電力会社では」「商工会は」
            *r"会社 (?<![都道府県])警察 組織委員会 再開発協議会 (?:準備|管理)組合 電力 JR[一-鿿]{2,3} JA[^、,「」がはもをや]{0,10}".split(),
            *r"[農漁]協 商工会(?:議所)? 観光協会".split(),
        )
        + r"(?:さん)?(?:では|は|も)",
        # 「県警察の発表によりますと、」「報告によれば、」
        r"(?:会|会社|[省庁国県都署]|新聞|報道|警察|業者)(?:の[^、,]{1,12})?によ(?:ります|る)と[、,]",
        r"によれば[、,]",
    )
)
"""「組織委員会によりますと、…と算出しております」: who is said to know tells his own doings."""


def theirs_to(masked: str, level: Level) -> int:
    """Where the last topic of a sentence ends that is the state, a prefecture or other towns: the sentence tells what they do. 0
    where there is none, or the town itself is named after it."""
    topics = [*_OTHERS[level].finditer(masked), *_BODIES.finditer(masked)]
    end = max((topic.end() for topic in topics if not _TOGETHER[level].match(topic.group())), default=0)
    return 0 if _OWN.search(masked[end:]) else end


_STATE = r"国(?:の[一-鿿]{1,10}会)?|(?:日本)?政府|(?![当本県市都]庁)[一-鿿]{1,8}[省庁]|内閣府"
_STATE_TO_PREFECTURE = _STATE.replace("[省庁]", "(?:省|(?<!教育)(?<!支)(?<!警視)(?<!東京消防)庁)")
"""To a prefecture its 教育庁 and its 支庁 are its own."""

_FELLOWS = r"[^、,「」]{0,24}(?<![本当])自治体の(?:多く|中に|場合)|他(?:の)?(?:自治体|市町?村?|都市|区|団体)|各(?:自治体|市町村|都道府県)|民間(?:事業者)?|専門団体|[^、,「」]{0,40}(?:法律|通達|政令|省令|会議規則)(?:第[^、,]{1,8}条)?"
_TOPIC = (
    any_of(
        r"^",
        r"[、,](?:今現在|現在|今|現(?:状|時点)では)?",
        r"^(?:なお|また|そこ|それ|一方|ただ|今現在|現在|今|現(?:状|時点)では|既に|すでに|例えば|特に)[、,]?",
    )
    + r"(?:{names})"
    + any_of(
        r"(?:の(?:方|ほう))?"
        + any_of(
            r"(?:で|において|におきまして|として|といたしまして|から)?(?:は(?!もとより|もちろん)|も(?!含め))",
            *r"にあっては において[、,]".split(),
        ),
        r"(?<=国)の(?:方|ほう)で",
        r"(?<=国)の(?:(?:方|ほう)の)?(?:基準|制度|指針|通知)(?:で|において)は",
    )
)
_PREFECTURES = r"県|都|府|道|[一-鿿]{1,3}[県府]|東京都|北海道"
_TOWNS = r"(?:[一-鿿]{1,6}(?:市|町|(?<!選手)村|(?<![地街学各])区)(?:[・や]|および|及び)?){1,4}(?<!市町村)(?<!本市)(?<!区市)(?<!県市)"
_NAMES: dict[Level, str] = {
    "town": f"{_STATE}|{_FELLOWS}|{_PREFECTURES}",
    "prefecture": f"{_STATE_TO_PREFECTURE}|{_FELLOWS}|{_TOWNS}",
    "state": f"{_FELLOWS}|{_PREFECTURES}|{_TOWNS}",
}
"""Who is somebody else for a town, a prefecture or the state that speaks."""

_OTHERS = {level: re.compile(_TOPIC.format(names=names)) for level, names in _NAMES.items()}


_THEY = (
    r"(?:^|[、,月日に])(?:(?:国|政府|都|県)[や・と])?(?:{names})が(?:[一-鿿々ァ-ヶーA-Za-z〓・の等]{{1,20}}(?:など)?を)?[一-鿿ァ-ヶー]{{0,8}}"
    r"(?:進め|行う|行い|行って|する|して|しました|設け|した)[ぁ-んこと予定方針計画考見込段階状況]*[。、,]?$"
)
_DONE_BY = {level: re.compile(_THEY.format(names=names)) for level, names in _NAMES.items()}
"""「県が整備を進める予定」: who acts stands right before what is done."""


_AT_OFFICE = {
    level: re.compile(
        rf"(?:^|[、,])(?:{names})の[^、,。がをは]{{1,14}}(?:センター|[局署]|事務所|研究所|機構)(?:の(?:ほう|方))?[でが](?![はも])"
        rf"(?!.*(?:ので|けれども|ますが|ますし)[、,])[^。]*[てで]{ORU}(?:ところ{IS})?[。．]?\s*$"
    )
    for level, names in _NAMES.items()
}
"""「県の保健センターのほうで、指導を行っております」."""


_FROM_THEM = re.compile(r"から(?:は|も)[^、,]*(?:が|ので|し)[、,]")
"""「県からも依頼が来ますので、保育園に配っております」: what comes from others is the ground of one's own."""

_IN_VIEW = re.compile(
    r"(?:ますことから|こと(?:など)?を(?:踏まえ|受け)|動向(?:等|など)?[をも][^、,]{0,8}(?:踏まえ|見|注視し|把握し))(?:て|ながら|つつ|極め)?[、,]"
)
"""「国において実証が行われることを踏まえ、動向を注視し、研究してまいります」."""


def others_words(masked: str, level: Level) -> Span:
    """What the sentence says of others before it comes to its own side: 「国は検討を行っており、市は…」; an empty span if nothing."""
    topics = [*_OTHERS[level].finditer(masked), *_BODIES.finditer(masked)]
    if not topics:
        return 0, 0
    last = max(topics, key=lambda topic: topic.end())
    own = _OWN.search(masked, last.end())
    return (last.start(), own.start()) if own else (0, 0)


def own_in_the_end(masked: str, theirs: int, core: str) -> bool:
    """Whether after a turn the speaker's own will follows what others do.

    Args:
        masked: the sentence.
        theirs: where the topic of the others ends in it (see `theirs_to`).
        core: the bare main clause.
    """
    if _FROM_THEM.search(masked[max(0, theirs - 3) :]):
        return True
    if _IN_VIEW.search(masked, theirs) and FUTURE.search(core):
        return True
    if not _TURN.search(masked, theirs):
        return False
    return bool(_OWN_WILL.search(core) or FUTURE.search(core))


_JOINED = r"[、,]?(?:{own}|私ども|我々|当局)(?:と|及び|および|並びに)"
_TOGETHER: dict[Level, re.Pattern[str]] = {
    "town": re.compile(_JOINED.format(own=r"[本当]?[市区町村]|[一-鿿]{1,6}(?:市|[区町村])")),
    "prefecture": re.compile(_JOINED.format(own=r"本?[都道府県]|◇+")),
    "state": re.compile(_JOINED.format(own=r"国|政府|◇+")),
}
"""「県と実行委員会は、…を実施する」 tells what the own side does together with others."""

_AS_SPEAKER = r"(?=(?:の(?:方|ほう))?(?:として|といたしまして|において|におきまして|で|に)?[がはも])"
_SELF: dict[Level, re.Pattern[str]] = {
    "prefecture": re.compile(r"(?<![一-鿿])[都道府県]" + _AS_SPEAKER),
    "state": re.compile(r"(?<![一-鿿])(?:国|(?:日本)?政府|我が国|内閣府|[一-鿿]{1,8}[省庁])" + _AS_SPEAKER),
}


def own_masked(masked: str, level: Level) -> str:
    """The sentence with ◇ for the speaker's own state or prefecture, which the words of a town take for another; same length."""
    own = _SELF.get(level)
    return own.sub(lambda found: "◇" * len(found.group()), masked) if own else masked


_PETITION = re.compile(
    rf"(?:陳情|請願|意見書)(?:の)?(?:要旨|趣旨|内容|理由|項目)?(?:は|で(?:ござい|あり)ますが|ですが|につきましては)[、,].*(?:という|との)(?:もの|内容|こと|趣旨){IS}[。．]?\s*$"
)
"""「陳情の要旨は、…していただきたいというものでございます」 reads out what others ask."""


def done_by_others(clause: str, level: Level) -> bool:
    """Whether the clause names the state, a prefecture or others right before what is done, or reads out what they ask."""
    return bool(_PETITION.search(clause)) or bool(
        _DONE_BY[level].search(clause) or _AT_OFFICE[level].search(clause)
    )


def last_own(masked: str, clauses: list[str]) -> int | None:
    """Of a sentence that tells what was heard, the place of the last clause before that, -1 if there is none; None of any other
    sentence."""
    if not _HEARD.search(masked):
        return None
    goes_on = _DEED_GOES_ON if _CAME_OF_IT.search(masked) else _GOES_ON
    own = (goes_on.search(clause) for clause in clauses[:-1])
    return max((place for place, found in enumerate(own) if found), default=-1)


_ASKED_AGAIN = re.compile(
    r"か(?:という|との|といった)(?:こと|点|お?話|[ご御]?(?:質問|指摘|意見|趣旨))"
    rf"で(?:した|ござい(?:ます|ました)|あり(?:ます|ました)|す){BUT}[、,]"
)
_SAID_OUT = re.compile(r"(?:ます|です|まし[てた])[^、,]{0,6}[、,]?$")


def asked_again(masked: str, clauses: list[Span]) -> frozenset[int]:
    """The places of the clauses that only say again what was asked: 「半年で見直すということで、どうなのかというお話でしたが、」."""
    asked = max((found.end() for found in _ASKED_AGAIN.finditer(masked)), default=0)
    return frozenset(
        place
        for place, (start, end) in enumerate(clauses)
        if end <= asked and not _SAID_OUT.search(masked[start:end])
    )


_BY_DOING = re.compile(r"こと(?:で|により(?:まして)?)[、,]$")
_COMES_OF_IT = re.compile(
    any_of(
        # 「増えると期待しております」
        r"(?:期待|見込)[^、,]{0,16}[、,。]?\s*$",
        # 「減らせるものと考えております」
        r"(?:[えけせてねべめれ]る|でき(?:る|ます)|つながる)(?:もの|の(?:では|かな))?[^、,]{0,4}と[^、,]{0,12}(?:考え|思)"
        r"[^、,]{0,12}[、,。]?\s*$",
    )
)


def hoped_of(masked: str, clauses: list[Span]) -> frozenset[int]:
    """The places of the clauses that only say by what something may come: 「学校で実施することで、より効果が期待できますことから、」."""
    texts = [masked[start:end] for start, end in clauses]
    return frozenset(
        place
        for place, text in enumerate(texts[:-1])
        if _BY_DOING.search(text) and _COMES_OF_IT.search(texts[place + 1])
    )
