"""How officials say that something is being considered, studied or needed: what leads up to a decision and is none."""

from __future__ import annotations

import re

from chat.commitments.kinds import CONSIDER, OTHER, STUDY, Kind
from chat.commitments.tense import DECIDED, Tense, stem_of
from corpus.patterns import GOZARU, ORU, any_of

_CONSIDER = re.compile(
    r"検討(?:等)?(?:という(?:もの|こと|ところ))?"
    + any_of(
        # 「検討に入ります」「検討に値する」「検討につなげる」
        r"に(?:着手|入|な|し(?:たい|てい|てまい)|させて(?:いただ|頂)|値|(?:つな|繋)げ|[い生活]か[しす])",
        # 「検討課題」「検討中」
        *r"と(?:な|し) 課題 中 段階".split(),
        # 「検討を引き続き進めます」「検討いたします」
        r"(?:を|も|は)?(?:さらに|更に|引き続き|十分(?:に)?|鋭意|慎重に|今後)*"
        + any_of(
            *r"し いたし 致し 行 進め (?:積み)?重ね 深め 続け 始め 加え する させ ござい $ である です 必要 いただ".split(),
        ),
        # 「検討を庁内で重ねています」
        r"[をも][^、]{0,24}(?:(?:行っ|進め|重ね|続け|し|やっ)(?=て(?:い|お|まい))|続ける$)",
    )
)
_BEGUN = re.compile(r"検討(?:等)?(?:に(?:着手|入)|を始め)")
_STUDY = re.compile(
    any_of(
        r"勉強(?:を)?(?:させて(?:いただ|頂|もら)|して(?:まい|参|(?:いき|み)たい))",
        *r"研究(?:する)?(?:の)?お?時間を 研究の(?:域|段階|途上|余地|対象と)".split(),
        r"研究"
        + any_of(
            *r"課題 テーマ".split(),
            # 「研究、調査してまいります」
            r"(?:[、・,]?調査)?(?:を|も)?(?:さらに|更に|引き続き|十分(?:に)?|今後)*(?:し|いたし|致し|行|進め|重ね|深め|続け|する|させ)",
        ),
    )
)
_LOOK_INTO = re.compile(
    any_of(
        r"(?:検証|調査|精査|協議|議論|検討)(?:等|とか|など)?(?:を|も)?(?:今|現在|ずっと|まだ|引き続き|既に)*"
        r"(?:し|いたし|行|進め|重ね|深め|続け|させ|やっ)",
        r"(?:協議|調整)(?:等|など)?に(?:当|あ)たっ(?=て(?:い|お))",
        *r"相談(?:を)?させて(?:いただ|もら) (?:検証|協議)(?:を)?する$".split(),
    )
)
_REVIEW = re.compile(r"見直(?:し|す)")
_WEIGH = re.compile(
    any_of(
        # 「可能性を探ってまいります」「視野に入れ」
        *r"模索 見極め 見定め 可能性を探 探って(?:い[きくこ]|まい|参|み) 視野に(?:入れ|置)".split(),
        # 「判断していきます」, but not of what is judged to be so (「必要と判断していきます」)
        r"(?<!と)(?<!私は)(?<!が)(?<!が、)判断(?:を)?"
        + any_of(
            r"(?:し|いたし|させ)て(?:い[きくけこた]|まい|参|頂)",
            r"(?:し|いたし)(?:たい|ます$)",
        ),
        # 「今後の課題とさせていただきます」
        r"(?:今後の)?課題と(?:し(?!て[^、]{0,8}(?:挙げ|あげ))|させ|いたし)",
        r"今後の課題",
        # 「考えていきたい」「考えてみたい」
        r"考えていか",
        r"考えさせて(?:いただ|頂|もら)(?:き(?:たい|ます)|け|こう|い(?:たい|ます)|う)",
        r"考えて(?:い(?:き|く|け|こ)|まい|参|みたい)",
    )
)
NEED = re.compile(
    r"(?:必要(?:性)?)(?:が|は|も)?(?:まだ(?:まだ)?|大いに|やはり)?"
    + any_of(
        *r"ある あります ございます であり です である なので(?:は)?ないか? で(?:は)?ないか で(?:は)?ない 高い 大きい あろう".split(),
    )
    + r"?(?:の)?か?$"
)
MEASURES_NEEDED = re.compile(
    any_of(
        any_of(
            *r"支援 対策 対応 整備 取組 取り組み 体制 強化 充実 確保 周知 啓発 改善 促進 推進 育成 拡充 備え づくり 仕組み 配慮 連携".split(),
            r"工夫",
        )
        + r"(?:や支援|等|など|みたいなもの|というもの)?[がはも](?:[一-鿿]{0,4}に?)?必要"
        + any_of(
            r"である",
            r"だ(?:と(?!いう[^こ認考思ふよの])|ろう)",
            *r"か(?:な|と|も) と(?:考え|認識|なってくる|感じ|思) で(?:あり|ある|ござい|は) になって(?:くる|き)".split(),
        )
        + r"(?![^。]{0,6}(?:ない|ありません))",
        r"(?:し|行っ|進め|図っ|設け)ていくことが必要(?:だ|である|で|と|$)",
        r"必要(?:である|だ|だろう)?と(?:いうふうに)?(?:は)?(?:考え|認識し)て(?:い|お|ご)",
    )
)
"""「体制づくりが必要である」 is a view of what one would have to do."""

MUST_CONSIDER = re.compile(
    any_of(
        # 「検討するお時間をいただき」
        r"検討する(?:お)?時間(?:を|も)(?:いただ|頂|くださ)[^、]{0,12}$",
        # 「検討しなければ」「考えていかなければ」
        any_of(
            r"(?:検討|検証|議論|協議|調査)(?:を)?(?:し|して(?:い|まい)[から])?",
            r"考えて(?:い|まい)[から]",
        )
        + r"な(?:ければ|くては|いと)[^、]{0,10}$",
        # wonders aloud: 「集めようか」「作ろうか」
        any_of(
            r"[えけげせてねべめれしみ]よ(?<!でしよ)(?<!ましよ)(?<!られよ)",
            *r"[一-鿿][おこごとぼも] (?:や|つく|[作図配送守取])ろ".split(),
        )
        + r"うか$",
        # 「設けることも考えております」
        rf"(?:する|行う|図る|設ける|ていく)(?:という)?ことも考えて{ORU}$",
        # 「議論を重ねていかなければ」
        r"(?:議論|協議|検証)[をは]?(?:し|進め|重ね)て(?:い|行)か(?:な(?:ければ|くては|いと|きゃ)|ねば)[^、]{0,10}$",
        # 「調べてみます」「始めてはどうか」「これから詰める」
        r"(?:調べ|探っ|当たっ)て(?:み(?:ます|たい|る)|みよう)$",
        r"[てで]はどうか$",
        r"(?:これから|今後)[^、,]{0,8}詰める$",
        # 「検討させてください」「見直さざるを得ない」
        r"検討(?:を)?させて(?:ください|下さい)$",
        r"見直さ(?:ざるを得ない|な(?:ければ|いと)[^、]{0,10})$",
        # 「改めて考えたい」
        r"(?:また|改めて|今後|これから|もう(?:少し|一度)|については|に関しては|ことも)考え(?:たい|ます)$",
        # 「さらに検討すべき課題」
        r"検討(?:を[、,]?)?(?:もう少し|さらに|更に|引き続き|しばらく)?"
        r"(?:す|する|進める|(?:し|進め|続け|深め|重ね)て(?:い|まい)[くる])べき(?:課題|もの)?[^、]{0,6}$",
    )
)
"""「検討しなければならない」 is a duty that opens a review, as 「検討する必要がある」 is."""

_HAS_CONSIDERED = re.compile(
    r"検討(?:等)?(?:を|は|も)?(?:[^、を]{0,8}やっ|し|いたし|致し|行[いっ]|進め|(?:積み)?重ね|続け|継続し)$"
)

_TALKED_ON = re.compile(r"協議(?:を)?(?:し|行っ|(?:積み)?重ね|進め|続け)て(?:き|まい|参)")
"""「協議を重ねてまいりました」 leaves open what came of it."""

_PONDERS = re.compile(
    any_of(
        # 「話し合っている」「候補を絞り込んでいる」「案を練っている」
        r"話し?合っ",
        r"話し?合い[をは](?:し|進め|続け|重ね|持っ|行っ)",
        *r"絞り込ん 洗い直し 練っ 煮詰め (?<![一-鿿り])詰め".split(),
        # 「案をもんでいる」「意見をすり合わせている」「費用をはじいている」
        *r"(?<!気)[をはも]もん すり合わせ(?:を)?(?:し|行っ)?".split(),
        r"(?:費用|額|経費|数字)[をはも][^、]{0,6}はじい",
        # 「開けようと相談している」
        r"[おこごそとのぼもろよ]うと(?:今|現在)?[、,]?相談(?:を)?し",
        # 「庁内で御相談をしている」
        r"(?:内部|庁内|財政|担当|関係|警察|[国県都府道]|会社|業者|学校)[^、]{0,10}(?:で|と|に)(?:は|も)?[ご御]?相談(?:を)?し",
    )
    + r"(?:を)?$"
)
"""「会社と話し合っている」「候補から絞り込んでいる」: at work on it, undecided."""

_QUESTION = re.compile(
    r"(?:か(?:どうか|否か)|(?:[るいうくすつむなの]|べき|もの)か)"
    + any_of(
        *r"は を も に(?:つい|つきまし)て(?:は|も)? も含め(?:て|まして)".split(),
        r"という(?:こと|点|の|ところ)(?:で|は|を|も|に(?:つい|つきまし)て(?:は|も)?)?",
    )
    + r"?(?:[、,][^、,。]{0,16})?(?:[、,])?$"
)
_SETTLES = re.compile(
    any_of(
        *r"整理 相談 判断 検証 工夫 調整 洗い直し 分析 吟味 精査 議論 協議 試算 計算 積算 見積もっ 探っ 追求 追究 探求 考え 決め".split(),
        *r"詰め 見定め 見極め".split(),
    )
    + r"(?:を|も)?(?:し|させ|いたし|進め|行っ)?$"
)
"""「どこまで市が負担すべきなのかは、いま一度整理させて」: a question that is still to be settled."""


def settles(before: str, stem: str) -> bool:
    """Whether what is going on or to come settles a question: 工夫できないか、内部で相談し.

    Args:
        before: the rest of the sentence before the clause; its end may be the question.
        stem: the clause without its ending.
    """
    found = _SETTLES.search(stem)
    return bool(found and _QUESTION.search((before + stem)[: len(before) + found.start()]))


_THINKS_OF = re.compile(
    rf"(?:(?<!こと)(?<!もの)(?<!ところ)を|(?:手立て|対策|対応|方策|方法|工夫|措置)も)(?:今|現在|今現在)?考えて{GOZARU}$"
)
"""「委員の構成を考えております」 has not decided it."""


_IN_TALKS = re.compile(
    r"(?:調整|協議|精査|検証|調査|模索|交渉|見直し)(?:の?最)?中$|(?:話し?合い|調整|協議|交渉|検討)の(?:途中|最中|さなか)?$"
)
"""「関係機関と調整中でございます」「まだ話し合いの途中でございます」."""


_HEADING = re.compile(r"(?:計画|事業|設計|調査|方針|委員会)検討$|(?<!から)の検討$|に(?:関する|係る)検討$")

CONSIDERED_BY = re.compile(
    r"検討(?:を)?(?:する|し(?:て(?:い|お)る|た))(?:ような)?"
    r"(?!予定|考え|方針|必要|所存|計画|段階|時期|状況|最中|次第|形|方向|結果)[一-鿿]"
)
"""検討 before a noun tells which (移住を検討する方), not what is done."""


_THE_ACT = re.compile(
    r"(?:(?<=[てで]いく)|(?<=いただく))(?:という)?(?:ような)?(?:こと|の(?=[はが]))[もはが]?$"
)
"""「促していくというようなことが」, before 必要."""


def needed(core: str) -> Kind | None:
    """「拡充する必要がある」 is a view, 「見直す必要がある」 the opening of a review."""
    core = _THE_ACT.sub("", core)
    core = core.removesuffix("も").removesuffix("は").removesuffix("が").removesuffix("ということ")
    if core.endswith(("ていただく", "てもらう")):
        return OTHER  # others are to consider it
    if re.search(
        r"(?:検討(?!の?組織|会|委員|体制|チーム|部会|協議会|の場)|見直|再考|議論|検証|判断|協議|精査|見極め|整理|考え)[^、]{0,8}$",
        core,
    ):
        return CONSIDER
    if re.search(r"研究[^、]{0,8}$", core):
        return STUDY
    if re.search(r"(?:改善|整備|強化|充実|対策|対応|周知|支援|配慮|工夫)の$", core):
        return OTHER
    return (
        OTHER
        if re.search(
            r"(?:する|図る|進める|設ける|行う|取り?組む|を[^、,をるた]{0,8}[うくすつぶむる]|[てで]い(?:く|ける)|て(?:いただく|もらう|おく))$",
            core,
        )
        and len(core) > 5
        else None
    )


def considered(core: str, tail: str, tense: Tense | None) -> Kind | None:
    """検討 and 研究, also what leads up to a decision; the weaker where both are said.

    Args:
        core: the bare clause.
        tail: its end.
        tense: that of the clause.
    """
    if tense != "past" and _STUDY.search(tail):
        return STUDY
    if tense == "past":
        # What was considered is decided only where it says so: 「検討してまいりました」 is not done.
        talked = _TALKED_ON.search(tail)
        return CONSIDER if talked or _HAS_CONSIDERED.search(stem_of(tail)) or _BEGUN.search(tail) else None
    if tense == "present" and _THINKS_OF.search(tail):
        return CONSIDER
    if tense in ("present", "future") and _PONDERS.search(stem_of(core)):
        return CONSIDER
    if tense is None and _IN_TALKS.search(tail):
        return CONSIDER
    if _CONSIDER.search(tail) and not _HEADING.search(tail):
        return CONSIDER
    decided = DECIDED.search(tail) and re.search(r"調査[^、]{0,4}(?:行う|実施する)", tail)
    if tense in ("future", "present") and (
        (_LOOK_INTO.search(tail[-22:]) and not decided) or _WEIGH.search(tail)
    ):
        return CONSIDER
    if tense == "future" and _REVIEW.search(tail[-18:]) and not DECIDED.search(tail):
        return CONSIDER
    return None
