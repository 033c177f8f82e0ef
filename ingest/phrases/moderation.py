"""What a chair's words do: move the meeting on, hand on a question, ask back, give leave, or say that he speaks for himself."""

from __future__ import annotations

import re

from corpus.patterns import any_of
from ingest.phrases.fluent import fluently
from ingest.text.lines import sentences

_ANYTHING = any_of(
    *"異議 質疑 質問 意見 発言 討論 御意見 ご意見 補足 報告 連絡 コメント 感想 ほか 他 何か どなたか".split()
)
_IF_ANY = any_of(
    *r"ありません(?:でしょう)?か ございません(?:でしょう)?か ないでしょうか ないか".split(),
    *r"ございますか ございますでしょうか ありますか ありますでしょうか".split(),
    *r"あれば なければ ないよう ある方 がある(?:か|方)".split(),
)
_THANKS_AND_ASKS_ROUND = (
    r"(?:ありがとうござい(?:ます|ました)|お疲れさま|お疲れ様|[御ご]苦労さま|^[^。、]{0,12}苦労様(?:です|でした|でござい))",
    # 「御異議ございませんか」「ほかに御意見のある方はいらっしゃいますか」
    rf"{_ANYTHING}[^。]{{0,30}}{_IF_ANY}",
)

_IS_THAT_RIGHT = (
    # 「これでよろしいでしょうか」「それでよいか」
    r"(?:よろしい|宜しい|いい|結構)(?:です|でしょう|でした)(?:でしょう)?か",
    r"(?:よろしい|宜しい|[でて](?:よい|良い))か[。？?]*$",
    r"よろしかったでしょうか",
    r"よろしゅうございますか",
    r"間違い(?:は|が)?(?:な(?:い|かった)|ありません|ございません)[^。、]{0,6}か[。？?]*$",
    # 「森委員、いかがでしょうか」: somebody is asked, or all are
    r"(?:委員|議員|さん|様|方|先生|皆様|皆さん)[、は]?(?:いかが|どう)(?:です|でしょう)か",
    r"^いかがでしょう(?:か)?。?$",
    r"と(?:いた)?したいと(?:思い|存じ|考え)ますが、?(?:いかが|どう)でしょうか。?$",
    r"(?:推薦|提案)[^。]{0,16}いかがでしょうか。?$",
    r"^どうぞ",
)

_SPOKEN = any_of(
    *r"説明 報告 答弁 回答 発言 朗読 補足 挨拶 あいさつ 紹介 審議(?!会) 協議(?!会) 採決 お答え 答え 対応 見解".split()
)
_CALLED_FOR = any_of(
    *r"お願い 求め 許し 許可 いただけ(?:ます|れば|ない) いただき(?:ます|たい) いただく。?$ 願い させ(?:ます|て) 受け 頂".split()
)
_CALLS = (
    # 「事務局の説明を求めます」「森委員の発言を許します」
    rf"{_SPOKEN}[^。]{{0,24}}{_CALLED_FOR}",
    r"(?:お願い(?:いた)?します|お願いする|お願い申し上げます|お願いします|お願いいたしたい[^。]*)。?$",
    r"(?:指名|許可|許し)(?:い?た)?(?:し)?(?:ます|る)",
)

_BUSINESS = any_of(
    *"議題 日程 議案 議事 審議 審査 協議 報告事項 案件 次第 質疑 討論 採決 採択 表決 質問".split()
)
_TAKEN_UP_OR_ENDED = any_of(
    *r"入り(?:ます|たい) 移り(?:ます|たい) 進め 進み 上程 供し といたします とします に入る に移る".split(),
    *r"行います 行いたい 終わります 終結 終了 打ち切".split(),
)
_OPENS_AND_CLOSES = (
    # 「これより質疑に入ります」「質疑を打ち切ります」
    rf"{_BUSINESS}[^。]{{0,30}}{_TAKEN_UP_OR_ENDED}",
    # 「会議を閉じます」「暫時休憩いたします」
    r"(?:会議|委員会|審議会|協議会|会)を(?:開き|開く|始め|進め|閉じ)",
    r"決しました",
    r"(?:理事会|後刻)[^。]{0,12}協議",
    r"(?:開会|閉会|散会|休憩|再開|開議|延会|中断)(?:を?(?:い?たし|させて)|し|と)",
    r"(?:開会|閉会|散会|休憩|再開)(?:する|。)",
    r"(?:終わり(?:ます(?!か)|たい|ました)|終了(?:い?た)?(?:し)?(?:ます|する|と)|以上とさせて|以上とします|留めさせて)",
)
_VOTES = (
    *"御異議 ご異議 異議なし 決定(?:い?たし|しました|する|され)".split(),
    # 「可決されました」, not 「可決された予算」
    r"(?:可決|採択)(?!され(?:た|ている)[一-鿿ァ-ヶ])",
    *"承認され 賛成(?:の方|多数|全員) 定足数 本日の(?:会議|委員会|日程|議題)".split(),
)

_CALLED = any_of(
    *"委員 議員 委員長 議長 部長 課長 局長 [市町村区]長 知事 教育長 室長 次長 所長 館長 園長 主幹 主査 係長".split(),
    *"参事 参与 理事 監 管理者 大臣 参考人 事務局 会長 氏 さん 君 番".split(),
)
_FROM_THE_OFFICE = any_of(*"何か お願い 説明 回答 答 ありますか ないか 連絡 補足".split())
_GIVES_THE_FLOOR = (
    # 「森委員。」「それでは、続いて建設課長どうぞ。」: the name of who speaks next and nothing else
    rf"^(?:[^。]{{1,16}}{_CALLED})。$",
    r"^(?:それでは|では|はい|次に|続いて|ほかに|他に|ただいま)[、，]?[^。]{0,30}"
    r"(?:委員|議員|部長|課長|局長|事務局|室長|さん|方)[、，]?(?:どうぞ|から|お願い)?[^。]{0,6}。?$",
    r"^(?:はい|それでは|では|ほかに|他に|次に|皆様|皆さん)[。、，]?$",
    r"質問は終わりました",
    r"質問を(?:許し|終わ)",
    r"(?:順次|順番に)(?:発言|説明|質問)",
    # 「事務局から何かありますか」
    rf"(?:事務局|執行部|担当課?|当局)(?:から|の方から|のほうから|より)[^。]{{0,30}}{_FROM_THE_OFFICE}",
    # 「事務局は説明してください」「教育委員会から説明してください」「素案について説明してください」
    r"(?:(?:事務局|執行部|担当課?|当局|教育委員会|[一-鿿]{1,10}[課部局室長])(?:は|から)|(?:案|計画|状況|結果|件|概要|議案|議題|案件|資料)(?:\d{1,2}|第\d{1,3}号)?について)、?"
    r"[^。]{0,12}(?:説明|報告|朗読)(?:を?し(?:て)?|を)(?:下さい|ください)。?$",
    # 「調査の結果を説明してください。」
    r"^[^。、]{0,16}(?:結果|案|概要|内容|状況|資料)を(?:説明|報告)(?:し(?:て)?)?(?:下さい|ください)。?$",
)
_TAKES_QUESTIONS = (
    # 「本件に対する御質疑をお受けします」
    r"(?:本件|本案|議案|議題|報告|件|号|案)(?:に対(?:する|し)|について(?:の)?)、?[^。、]{0,8}"
    r"(?:御|ご)?(?:質疑|質問|意見)(?:等|など)?を(?:お)?(?:伺い|うかがい|受け)(?:い?た)?(?:し)?ます",
    r"^(?:(?:それでは|では|これから|これより|ここで)[、，]?)?[^。、]{0,12}"
    r"(?:質問|質疑|意見)を(?:お)?(?:受け|伺い|うかがい)(?:い?た)?(?:し)?ます",
    # 「なければ、次に進みます」
    r"^(?:(?:なければ|それでは|では|ないようですので)[、，]?)?次(?:の[^。、]{1,12})?[にへ]?(?:進み|移り|まいり|参り)ます",
    r"(?:ただ[今いま]{1,2}|これ)(?:から|より)[、，]?[^。]{0,40}を(?:始め|開始|開催|再開)",
    r"承りたい",
    # 「推薦でという声が出ましたので、そう決めます」
    r"(?:との|という)(?:声|(?:御|ご)?(?:発言|意見|提案))が[^。、]{0,8}(?:ので|から)、[^。]{0,40}(?:そのように|進め|決定|決め|指名|選任|異議|よろしい|[るう]こと)",
    # 「申出がございます」
    r"お?申[し]?出が?(?:あり|ござい)",
    r"委員からの(?:質問|意見|発言)",
    r"議事に入",
    r"^(?:暫時|しばらく)休憩",
    r"進行(?:し|させ|い|を)",
)

_MODERATION = re.compile(
    any_of(
        *_THANKS_AND_ASKS_ROUND,
        *_IS_THAT_RIGHT,
        *_CALLS,
        *_OPENS_AND_CLOSES,
        *_VOTES,
        *_GIVES_THE_FLOOR,
        *_TAKES_QUESTIONS,
    )
)


_MODERATION_SHORT = re.compile(
    any_of(
        *"挙手 起立 了承 出席(?:委員|議員|者) 傍聴 署名 配付 配布 お手元 マイク ボタン 定刻".split(),
        r"資料(?:の確認|の訂正|を(?:御|ご)覧)",
    )
)
_ASKS_FACT = re.compile(
    r"(?:いつ|どこ|誰|だれ|いくら|なぜ|何[人名回件台日年月か所]|どのよう)[^。]{0,40}か[。？?]*$"
)
"""Such a question is no mere call: 傍聴席の修理はいつ終わりますか."""
_HANDS_ON = re.compile(
    # 「では、事務局の考えはどうでしょうか」
    r"^(?:では、|それでは、|これについて、?)?(?:事務局|執行部|当局|担当課?|理事者|市側|町側)"
    r"(?:は|として(?:は)?|の(?:考え|見解)は|から)[、，]?[^。]{0,12}(?:どう|いかが)[^。]{0,12}か[。？?]*$"
)
"""事務局はどう考えるか: hands on what was asked."""
SHORT = 60
"""Words such as 傍聴 or 資料 make a short sentence one of moderation; in a longer one the chair may speak about them."""


@fluently
def is_moderation(sentence: str) -> bool:
    """Whether a chair's sentence only moves the meeting on: calls, thanks, opens, puts to the vote."""
    sentence = sentence.strip(" \u3000\n「」")
    if len(sentence) <= SHORT and _MODERATION_SHORT.search(sentence) and not _ASKS_FACT.search(sentence):
        return True
    if len(sentence) <= SHORT and _HANDS_ON.match(sentence):
        return True
    found = list(_MODERATION.finditer(sentence))
    if len(sentence) <= 2 * SHORT:
        return bool(found)
    # A long sentence moves the meeting on only by its end; よろしくお願いします at that end closes a wish.
    return any(m.end() > len(sentence) - SHORT // 2 and not m.group().startswith("お願い") for m in found)


_RELAYS = re.compile(
    any_of(
        r"(?:御|ご)?(?:質問|指摘|お尋ね)"
        r"(?:として|があ|がござ|に関(?:し|する)|について|の件|と(?:御|ご)?意見|に対|の(?:中|うち))",
        r"(?:残り|もう(?:一|1|１)点|あと(?:一|1|１)点)",
    )
)


_MEANT = re.compile(
    any_of(
        r"(?:どちら|どれ|どの[^。、]{1,12}|何|どこ|どういう[^。、]{0,8})"
        r"(?:に(?:対する|ついて|関する)|の|を|という|ということ)[^。]{0,24}か[。？?]*$",
        r"(?:という(?:こと|趣旨|意味|意見|質問)|との?(?:御|ご)?(?:趣旨|意見|質問))"
        r"(?:です|でよい|でよろしい|でしょう)か[。？?]*$",
        # 「年度内に終わるかを尋ねているということでよろしいですね」
        r"という(?:こと|趣旨|理解|意味)で(?:よろしい|宜しい|いい|結構)(?:です|でしょう)(?:か|ね)[。？?]*$",
        r"^[^。]{0,30}(?:質問|意見|番|点目?|項目)(?:のこと|の件)?(?:ですね|ですか|でよろしいですか)[。？?]*$",
    )
)


@fluently
def asks_what_is_meant(text: str) -> bool:
    """A chair who asks a member back: どちらに対する御意見か。 …という趣旨ですか。 （３）番の質問ですね。"""
    return len(text) <= 2 * SHORT and any(_MEANT.search(text[a:b]) for a, b in sentences(text))


_PERMITS = re.compile(
    any_of(
        # 「確認の質問として受けさせていただきます」
        r"(?:確認|質問|質疑|再質問)(?:で|として)(?:の質問(?:で|として))?[^。、]{0,4}(?:受け|認め)(?:ます|させていただ)",
        # 「議題の範囲内であれば許可いたします」
        r"(?:範囲(?:内)?(?:で|なら)|であれば|でしたら)[^。]{0,8}(?:許可(?:を)?(?:いた)?し|許し|認め)ます。?$",
        # 「はい、許可します」「どうぞ」「続けてください」
        r"^(?:はい、?)?(?:(?:質問を)?許可(?:いた)?します|許します|どうぞ|お?続けて(?:ください|下さい))。?$",
    )
)


@fluently
def permits(text: str) -> bool:
    """A chair who gives leave to go on (報告の範囲内であれば許可します。 確認としての質問で受けます。), where a member asked whether he may ask."""
    return len(text) <= 2 * SHORT and any(_PERMITS.search(text[a:b]) for a, b in sentences(text))


_REFERS = re.compile(r"今の|ただいまの|先ほどの|意見|質問|指摘|この点|その点|お尋ね")


def refers_back(text: str) -> bool:
    """A chair's turn that points at what was just said."""
    return _REFERS.search(text) is not None


def relays(text: str) -> bool:
    """A chair's turn that hands on what a member asked."""
    return _RELAYS.search(text) is not None


OWN = re.compile(
    any_of(
        r"(?:私|わたくし|会長|委員長|座長|議長)(?:の方|のほう|ども)?から"
        r"(?:も|、|は|最後|一つ|１つ|1つ|一点|１点|1点|お|質|意|要|ちょっと|少し)",
        *r"私(?:も|見|自身|個人|としては|としても) 個人的(?:に|な) 感想(?:を|として)".split(),
        # 「事務局にお聞きします」
        r"(?:事務局|担当課?|執行部|当局)に(?:ちょっと)?(?:お?伺|お?聞き|確認|お尋ね)",
    )
)
"""A chair who speaks for himself says so."""


_TOO = re.compile(
    r"(?:私|わたくし|会長|委員長|座長)(?:の方|のほう)?からも?、?[^。、]{0,6}"
    r"(?:一つ|１つ|1つ|一点|１点|1点|何点|お?[伺聞尋]|質問|確認|関連|よろしい|いい)"
)


def asks_too(text: str) -> bool:
    """私からも１点お伺いします: the chair asks something of his own, apart from what a member said before."""
    return _TOO.search(text) is not None


def speaks_for_self(text: str) -> bool:
    """Whether a chair says that he speaks for himself (私からも…, 個人的には…)."""
    return OWN.search(text) is not None
