"""Whose words a question is after: a member's, the executive's reply, or anybody's. Read from its grammar, not from its matter.

Who acts last in it decides. 「議員が求めた助成に市はどう答えたか」: a member and the city act, the city last: its reply is wanted.
「市の答弁を聞いて、議員は何と言ったか」 is the other way round. Who acts in a relative clause alone (「議員が求めた助成はいつ始まるか」)
does not act in the question, unless what he said is the very thing that is asked for (「議員が求めたものは何か」).

Measured on 472 questions in as many wordings (tests/fixtures/wordings/questions.jsonl), labelled by someone who had not seen the rules: lists of
whole sentences, as before, were right for 0.62 of them; rules made with one half before their eyes for 0.82 of the other half, and now,
with both seen, 0.97.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retriever.sides_foreign import (
    KANA,
    MEMBER_EN,
    SUBJECT_EN,
    Side,
    chinese_side,
    english_side,
    in_chinese,
    korean_side,
)

_OTHERS = "".join(
    f"(?<!{word})"
    for word in "民生 児童 教育 農業 監査 公平 保護 推進 相談 管理 審査 調査 自治 町内 連合 商工 老人 部落 区会 町会 国会".split()
)
"""What makes of 委員, 議員 or 会長 somebody who does not speak in the council."""
_NO_PERSON = r"(?![会数室]|長会|報酬|定数|名簿|年金|提出|立法|連盟|研修|選挙|構成|の?(?:数|報酬|任期|定数|人数|構成|選任|男女|公募|改選|なり手|高齢化))"
_ANYONE = r"[^。、]{0,6}(?:誰|だれ|どなた|どの|どんな)"
_TITLES = r"(?:さん|たち|達|の?方々?|ら|側|各位|諸氏|自身|本人)*"
_MEMBER = (
    rf"(?:{_OTHERS}(?:委員|議員){_NO_PERSON}長?|[都道府県市区町村]議(?![会員長案題決事場席])|(?:議|座|部会|分科会)長|{_OTHERS}会長|質問者|(?<![ぁ-ん])(?:ぎいん|いいん(?!かい))|"
    rf"(?:質問|質疑|討論|再質問)(?:を?し|に立っ)(?:た|ている)(?:人|側|方)|会派|住民代表|(?:(?:質問|質疑|発言|指摘|要望|主張|提案|提言|心配|懸念|反論|反対|賛成|紹介|説明|話)を?した|述べた|言った|挙げた|語った|話した)(?:人|方)(?=は(?!{_ANYONE}))){_TITLES}"
)
_OFFICIAL = (
    r"(?:(?:(?<![一-龥たる])|[一-龥ァ-ヴ]{2,5})(?:[市町村区県都府]|北海道)(?:側|当局)?|[市町村区]長|知事|教育長|(?<![一-龥])教育委員会|(?:部|局|課|室|次|所|館)長|理事者|執行部|当局|事務局|担当者?|"
    r"担当(?:課|部署?)|行政|市?役所|役場|本市|当市|自治体|[一-龥]{1,6}[課局部室])(?:さん|側|当局)*"
)
_PRESSES = (
    r"(?:指摘|要望|要請|提案|提言|提起|求め|望[みむん]|頼[みむん]|お願い|願[いっう]|訴え|主張|尋ね|たずね|質問|質[しす]|問[いうわっ]|ただ[しす]|促[しす]|迫[っりる]|勧め|注文|注意|念を押|釘を刺|心配|しんぱい|"
    r"懸念|不安|違和感|危惧|案じ|恐れ|危機感|疑問|疑[いっう]|不思議|批判|非難|反対|賛成|嘆[いく]|怒[っりる]|皮肉|取り上げ|反論|反発|食い下が|追及|抗議|詰め寄|催促)"
)
"""What members do with their words, in contrast to 答える and 説明する."""
_SAYS = (
    r"(?:言[いっうわ]|いって|いった|ゆ[うっ]て|述べ|話[しす]|はな[しす]|語[っりるら]|発言|紹介|挙げ|挙が|触れ|言及|口に[しす]|評価|褒め|ほめ|感謝|聞[いきく](?!か)|きい[たて]|たとえ|例え|持ち出|示[しす]|掲げ|唱え|論じ|期待|喜[びぶん]|"
    r"残念|こぼし|ぼや|驚[いき]|呼[びぶん]|思[いうっ]|考え|感じ|見て|見る|とらえ|捉え|受け止め|後押し|推[しす]|言い出|納得|強調|力説|例示|説明|報告|披露|引用|確認|確かめ|求ん|付け|描[いき]|示唆|漏ら|出し|慎重|前向き|後ろ向き|"
    r"消極的|積極的|懐疑的)"
)
_ACT = rf"(?:{_PRESSES}|{_SAYS})"
_SAYS_LAST = re.compile(rf"(?:{_ACT}|評[しす])(?:[^。、はがもにを]|に(?=な|あ|し)){{0,12}}$")
"""What the question ends with, whatever others do in between (「議員は、町が直すことをどう評したか」)."""
_NOUN = (
    r"(?:意見|要望|指摘|提案|質問|質疑|懸念|心配|不安|不満|感想|主張|訴え|声|考え|受け止め|反応|見方|見解|注文|批判|評価|疑問|発言|提言|お願い|思い|趣旨|討論|言い分|アイデア|反対|賛成|問題提起|"
    r"再質問|言葉|苦言|挨拶|あいさつ|総括)"
)
"""What comes of it."""
_WH = r"(?:何(?![人名]の)|なん|なに|誰|だれ|どなた|どこ|どの|どんな|どう|どれ|どちら|いつ|いくら|幾ら|いくつ|なぜ|どない|なんで)"
_WHO = r"(?:誰|だれ|どなた|どの(?:方|人|立場)|どんな(?:人|立場)|何という)"
_WHICH_OF_THEM = r"(?:(?:どの|どちらの|何という|なんという)(?:委員|議員|会派)|何(?:委員|議員))"
_WHO_OF_THEM = rf"(?:誰|だれ|どなた|{_WHICH_OF_THEM})"
_END = r"[^。、はが]{0,16}$"
_REPLIED = r"(?:答弁|回答|返答|返事|(?:何と|なんと|どう|こう)返[しすさ]|答え(?!に)|応じ|応え|対応(?!策|を)|言い訳|説明した(?!い))"
_IS = rf"{_WH}(?:(?!ます|まし|ませ)[^。、]){{0,20}}(?<!る)(?<!るの)(?<!るか)(?:で?、|$)"
_TELL = r"(?:[^。、]{0,6}(?:教え|知り|まとめ|整理|挙げ|列挙|一覧|並べ|示し|見せ|見た|探|全部|すべて|拾|抜き|要約|ほし|欲し|くださ|下さ)|$)"
_HEAD = r"(?:の|もの|こと|事|点|ところ|内容|(?:失敗|成功|先進)?例|事例|案|理由|根拠|わけ|リスク|アイデア|[一-龥]{1,4})"

_MEMBER_ACTS = re.compile(
    rf"{_MEMBER}(?P<mark>(?P<told>に(?:よ(?:れば|ると)|言わせ)|の(?:話|説明|言葉|発言)(?:で(?:は|、)|だと|によ|から))|は|が|も|って|、|(?=[  ]|$)|から(?:は|も)?|の(?={_NOUN}|名)|がい|はい)"
)
_OFFICIAL_ACTS = re.compile(
    rf"{_OFFICIAL}(?:は|が|も)|{_OFFICIAL}の(?:{_WHO}|{_REPLIED}|考え|見解|方針|説明|反応|姿勢|受け止め|返し)|{_REPLIED}(?!を(?:聞い|受け|引|求め)|に(?:納得|満足|不満|反論|立つ前)|の後|では足り)"
)
_FACT = re.compile(
    r"^、?[^。、]{0,16}何(?:[人名割%]|パーセント)(?=[かだでいにくぐほ。、?]|$)|^[^。、]{0,12}(?:何[人名]|人数|いくらもら|報酬|任期|選ば|選任|なれ|務め|減[るりっ]|増え|出席|欠席)"
)
"""What is asked about members that none of them said; of those who were against a thing how many they are."""
_WHO_IT_IS = re.compile(
    r"^(?:誰|だれ|どなた)(?:です|でしょう|か$|$|に(?:なり|なっ|決ま)|が(?:なり|なっ|務め))"
)
"""Who holds the office, not who among them said something (「街灯を求めた議員は誰か」)."""
_SAID = re.compile(
    rf"{_ACT}{_END}|"
    rf"{_ACT}[^。、]{{0,10}}{_HEAD}(?:は|って|とは|が)?、?[^。、]{{0,10}}{_IS}|"
    rf"{_ACT}[^。、]{{0,10}}{_HEAD}(?:を|は|が)?、?{_TELL}|"
    r"^[^。、]{0,12}[たるい][一-龥ァ-ヴー]{1,6}とは|"
    rf"^[^。、]{{0,8}}{_WHO}"
)
"""Behind who acts: what he says, or what it is that he said."""
_ARE = re.compile(
    r"^[  ]*(?:い|あ|おっ|おり|おる)(?:た|る|まし|ます|ません|なか|か)?|^、?(?:おった|いた|い(?:る|ます))"
)
_OF_HIM = re.compile(
    rf"^(?:{_NOUN}(?!を(?:受け|踏まえ|聞い|もと|きっかけ|契機|生かし)|は[^。]{{0,8}}(?:採用|反映|実現|取り入れ|生かさ|活かさ))[^。]{{0,6}}(?:{_WH}|{_TELL}|は|に(?:は)?どん|を)|(?:名|名前|氏名)(?:は|を|$))"
)
_FROM_HIM = re.compile(rf"^[^。]{{0,24}}(?:出|示さ|寄せ|上が|挙が|聞かれ|あ[りっ]){_END}")
_TYPED = re.compile(rf"^[^。、]{{0,3}}[  ]*{_NOUN}")
_ASKED_OF = re.compile(
    rf"{_MEMBER}から(?:は|、)?[^。]{{0,30}}{_WH}[^。]{{0,14}}(?:求め|指摘|言|質問|問|尋ね|聞か|要望|要請|提案|注意)[さわら]?れ{_END}"
)
"""「市は委員から何を求められたか」: what he said, in the passive."""
_WHO_ASKED = re.compile(
    rf"(?:討論|質疑|登壇)(?:に立っ|を?(?:し|行っ))た(?:の|人|方|議員|委員)(?:は|が)、?[^。、]{{0,8}}{_WHO}|"
    rf"(?:{_WHO}|どの(?:委員|議員|会派)|何委員|何議員)(?:が|は|から)[^。]{{0,40}}{_PRESSES}|"
    rf"(?:誰|だれ|どなた)が[^。]{{0,40}}聞(?:い[てた]|き)|(?<!説明を)(?<!答弁を)(?<!話を)聞いた(?:の|人)は[^。、]{{0,12}}{_WHO}|"
    rf"{_PRESSES}(?!に(?:対して?)?{_REPLIED})[^、。]{{0,6}}(?:た|ている|てき)[^、。]{{0,3}}(?:の|人|方)(?:は|が|を)、?[^。、]{{0,12}}(?:{_WHO}|教え)|"
    rf"{_ACT}[^。、]{{0,4}}(?<![らさ]れ)た(?:(?:の|人)(?:は|が)、?[^。、]{{0,6}}(?:どの|何という)(?:委員|議員)(?!会)|、?[^。、]{{0,14}}{_OTHERS}(?:委員|議員)(?:さん)?は(?:誰|だれ|どなた))|"
    rf"(?<!から)(?<!からは)(?<!からは、)(?<!から、)(?:どんな|どのような|どういう|どういった)(?:{_NOUN}|反論)(?:が|を|は|も)[^。]{{0,20}}(?:出|あ|さ|述べ|寄せ|上が)|"
    rf"(?:の|人)(?:は|が)[^。、]{{0,10}}(?:どの|どちらの|何という|何党の|何)(?:委員|議員|会派|誰)"
)
_ELSEWHERE = re.compile(
    r"[一-龥ァ-ヴーA-Za-z](?<!会議)(?<!議会)(?<!委員会)(?<!議員)(?<!委員)(?<!審議会)(?<!協議会)(?<!懇話会)(?<!部会)(?<!例会)(?<!時会)(?<!の中)(?<!質疑)(?<!質問)(?<!討論)(?<!審議)(?<!議論)"
    r"(?<![市区町村県都府道])(?:で(?:は)?|からは?)、?$"
)
"""Where else than in a meeting something is said (「説明会ではどんな声が上がったか」): a reply may tell of it as well."""
_LAST = 8
"""Characters behind the one who asked within which a question ends that is about him, whoever stands before (「市の方針に違和感を示したのは
誰ですか」)."""
_SPOKEN = r"(?:述べ|言っ|伝え|言い|話し|話をし|語っ|語られ|発言し|紹介し|触れ|説明し|報告し|口にし|たとえ|例え|言い出し|あいさつをし|挨拶をし|使っ)(?:た|て(?:い)?た|て(?:い)?る)"
_ANYBODY = re.compile(
    rf"{_SPOKEN}(?:の|人|方|部分|ところ|発言|言葉|箇所|こと)(?:は|が|を|、|って)?、?[^。、]{{0,16}}(?:{_WHO}|どの|どんな人|{_TELL})|{_WHO}(?:が|から|も|か)[^。]{{0,30}}(?:言っ|言い|述べ|話し|語っ|発言|口に|触れ|使っ)|"
    r"(?:話題?|例|事例|名前|数字)を[^。、]{0,14}(?:出し|切り出し|持ち出し|挙げ|持ちかけ)(?:た|ている)(?:の|人|方)(?:は|が)[^。、]{0,6}(?:誰|だれ|どなた|どの)|"
    r"話題に(?:上|な|出)|議論(?:に(?:な|上)|さ[れ]|の(?:要点|流れ|経過))|(?:会議|議会|委員会)で[^。]{0,10}(?:(?:取り上げ|触れ|挙げ)られ|(?:紹介|言及|指摘|例示)され)|(?:会議|議会|議場)(?:の中)?で[^。]{0,12}話(?:は|が)出|話(?:は|が)[^。、]{0,8}(?:会議|議会|議場|委員会)で[はも]?出|の話題?(?:は|が|も|って)出(?:た|まし|てい|てき)[^。、一-龥]{0,10}$|発言(?:の主|を(?:探|集|した)|一覧|$| )|"
    r"(?:会議|議会)での発言|(?:に関する|についての|に触れている)(?:発言|やり取り|言葉)|どんな(?:議論|やり取り)|をめぐるやり取り|だれか[^。]{0,20}はなし|"
    rf"(?:委員会|部会|分科会|調査会)は[^。]{{0,80}}?{_PRESSES}[^、。]{{0,10}}か$|"
    r"(?:という|って)(?:語|言葉|表現)(?:は|が|を)?[^。]{0,12}(?:使|出)|会議[^。]{0,8}名前が出|触れられ"
)
_WHICH_OFFICIAL = re.compile(r"どの(?:職員|[課局部室係](?!会)|担当|幹部)[^。、]{0,12}$")

_BECAME = re.compile(
    r"(?:認め|決ま|変わ|始ま|始め|実施|進(?:ん|み|め)|実現|叶|かな[いうっ]|採用|反映|取り入れ|通[りっ]|でき(?:る|た|ます|まし|そう)|どう(?:な[るりっ]|する|して|し)|な[りっ](?:まし|た|そう)|担[いうっ]|行わ)"
    r"[^。、]{0,14}$"
)
"""What became of a matter that a member took up: the executive knows. Where neither this nor anybody who replies is named, what the
member said may be as well what is asked for (「山根議員は、どの世代が年を取ると説明した？」): then both sides are read."""

LONGEST = 400
"""Characters from the end that are looked at: of a pasted page what is asked stands there, and each further speaker costs time."""


def wanted_side(question: str) -> Side:
    """Whose words answer a question (normalised, see `retriever.question.normalise`)."""
    text = question.strip().rstrip("。?？!！ ")[-LONGEST:]
    if KANA.search(text):
        return _japanese(text)
    if re.search("[가-힣]", text):
        return korean_side(text)
    if re.search("[一-龥]{2}", text):
        return chinese_side(text) if in_chinese(text) else _japanese(text)
    return english_side(text)


_ASKER_AND_REPLIER = re.compile(
    rf"{_PRESSES}(?:し)?(?:た|ている)[^、。]{{0,3}}(?:議員|委員|人|方|の)(?:は{_WHO}[^、。]{{0,4}}、|と|、)[^。]{{0,16}}{_REPLIED}|"
    rf"(?:{_WHO}|どの(?:議員|委員))が[^。]{{0,40}}{_PRESSES}[^。]{{0,6}}、[^。]{{0,6}}(?:{_WHO}|どの[一-龥]{{1,3}}|何[部局課]長)が?[^。]{{0,6}}{_REPLIED}|"
    rf"\b(?:who|which {MEMBER_EN}) (?:asked|raised|questioned|brought up)\b.*(?:, and|\?) (?:who|what|how|when|where|which|why)\b",
    re.IGNORECASE,
)


_ASKER = re.compile(
    rf"(?:(?:{_PRESSES}|聞[いきく])[^。、?]{{0,6}}(?:た|ている)[^。、?]{{0,3}}(?:の|人|方|{_OTHERS}(?:議員|委員))|{_SAYS}[^。、?]{{0,6}}(?:た|ている)[^。、?]{{0,3}}{_OTHERS}(?:議員|委員))(?:さん)?(?:は|が)、?[^。、?]{{0,8}}{_WHO_OF_THEM}|"
    rf"{_SAYS}[^。、?]{{0,6}}(?:た|ている)の(?:は|が)、?[^。、?]{{0,8}}{_WHICH_OF_THEM}|"
    rf"{_WHO_OF_THEM}(?:さん)?が[^。?]{{0,40}}(?:{_PRESSES}|聞[いきく])[^。、?]{{0,6}}(?:た|ている)[^。、?]{{0,3}}か"
)
"""Who among the members took a matter up."""
_BESIDE = re.compile(rf"{_WH}|{_REPLIED}|[一-龥ァ-ヴ](?:も|は|と)(?:教え|知り|$|[。?])")
"""What is asked for besides."""


def asks_for_both(question: str) -> bool:
    """Whether a question (normalised) wants to know who asked and, besides, who or what was replied: 「尋ねた議員と、答えた部長は」,
    「取り上げた議員は誰ですか。何か所ありましたか」."""
    text = question[-LONGEST:]
    if _ASKER_AND_REPLIER.search(text):
        return True
    asker = _ASKER.search(text)
    if asker is None:
        return False
    before = re.split("[。?]", text[: asker.start()])[:-1]
    behind = re.split("[。、?]|(?<=[員誰])で", text[asker.end() :])[1:]
    return any(_is_of_the_reply(piece.strip()) for piece in (*before, *behind))


def _is_of_the_reply(piece: str) -> bool:
    """Whether a piece beside that by which the asker is asked for wants something of the reply, not what he said too."""
    his = _SAYS_LAST.search(piece.rstrip("。?!")) and not _OFFICIAL_ACTS.search(piece)
    return bool(_BESIDE.search(piece)) and not his


def names_a_speaker(question: str) -> bool:
    """Whether a question (normalised) says who acts: a follow-up that does not means whoever was asked about before."""
    return any(pattern.search(question) for pattern in (_MEMBER_ACTS, _OFFICIAL_ACTS, SUBJECT_EN))


def names_an_official(question: str) -> bool:
    """Whether the town or one of its officials acts in a question (normalised)."""
    return bool(_OFFICIAL_ACTS.search(question))


def _japanese(text: str) -> Side:
    if _ASKED_OF.search(text):
        return "member"
    acts, replies = list(_MEMBER_ACTS.finditer(text)), list(_OFFICIAL_ACTS.finditer(text))
    if any(act["told"] and not re.search(_REPLIED, text[act.end() :]) for act in acts):
        return "member"
    after = replies[-1].start() if replies else 0
    if any(_is_his(text, act) for act in acts if act.start() >= after):
        return "member"
    if acts and _SAYS_LAST.search(text) and any(_is_topic(text, act, replies) for act in acts):
        return "member"
    who = _WHO_ASKED.search(text, replies[-1].end() if replies else 0)
    if who and (not replies or len(text) - who.end() <= _LAST):
        return "either" if _ELSEWHERE.search(text[: who.start()]) else "member"
    if acts and not replies:
        facts = _BECAME.search(text) or any(_no_words(text[act.end() :]) for act in acts)
        return "reply" if facts else "either"
    anybody = not acts and not replies and _ANYBODY.search(text) and not _WHICH_OFFICIAL.search(text)
    return "either" if anybody else "reply"


def _no_words(rest: str) -> bool:
    """Whether what stands behind a member asks who he is or what is no word of his."""
    return bool(_FACT.search(rest) or _WHO_IT_IS.search(rest))


def _is_topic(text: str, act: re.Match[str], replies: Sequence[re.Match[str]]) -> bool:
    """Whether a member is what the whole question is about (は), and not one of the executive after him."""
    if act["mark"] not in ("は", "って") or re.search(r"[らさわ]れた$", text[: act.start()]):
        return False
    return not any(each[0].endswith("は") for each in replies if each.start() > act.start())


def _is_his(text: str, act: re.Match[str]) -> bool:
    """Whether what the member of `act` said is asked for."""
    mark, before, rest = act["mark"], text[: act.start()], text[act.end() :]
    if _FACT.search(rest):
        return False
    relative = re.search(r"[たるい](?:[^、。]{0,8}の)?$", before)
    if not relative and "質問者" not in act[0] and _WHO_IT_IS.search(rest):
        return False
    if re.search(r"[らさわ]れた$", before) and not re.search(r"語られた$", before):
        return False
    if mark.startswith("から"):
        return bool(_FROM_HIM.search(rest))
    if mark == "の":
        return bool(_OF_HIM.search(rest))
    if mark in ("がい", "はい") or act["told"]:
        return True
    if mark in ("", "、") and _TYPED.search(rest):
        return True
    if mark in ("", "、"):
        return bool(_SAID.search(rest) or (relative and _ARE.search(rest)))
    return bool(_SAID.search(rest) or _ARE.search(rest) or (mark in ("は", "って") and re.search(_WH, text)))
