"""What a chair's words do: call on somebody, take up an item, ask for more, end the matter, hand on a question."""

from __future__ import annotations

import re

from ingest.phrases.fluent import fluently
from ingest.text.lines import sentences

_MODERATION = re.compile(
    r"(?:ありがとうござい(?:ます|ました)|お疲れさま|お疲れ様|[御ご]苦労さま|^[^。、]{0,12}苦労様(?:です|でした|でござい))"
    r"|(?:異議|質疑|質問|意見|発言|討論|御意見|ご意見|補足|報告|連絡|コメント|感想|ほか|他|何か|どなたか)[^。]{0,30}(?:ありません(?:でしょう)?か|ございません(?:でしょう)?か|ないでしょうか|ないか|ございますか|ございますでしょうか|ありますか|ありますでしょうか|あれば|なければ|ないよう|ある方|がある(?:か|方))"
    r"|(?:よろしい|宜しい|いい|結構)(?:です|でしょう|でした)(?:でしょう)?か|(?:よろしい|宜しい|[でて](?:よい|良い))か[。？?]*$|よろしかったでしょうか|よろしゅうございますか|間違い(?:は|が)?(?:な(?:い|かった)|ありません|ございません)[^。、]{0,6}か[。？?]*$|(?:委員|議員|さん|様|方|先生|皆様|皆さん)[、は]?(?:いかが|どう)(?:です|でしょう)か|^いかがでしょう(?:か)?。?$|と(?:いた)?したいと(?:思い|存じ|考え)ますが、?(?:いかが|どう)でしょうか。?$|(?:推薦|提案)[^。]{0,16}いかがでしょうか。?$|^どうぞ"
    r"|(?:説明|報告|答弁|回答|発言|朗読|補足|挨拶|あいさつ|紹介|審議(?!会)|協議(?!会)|採決|お答え|答え|対応|見解)[^。]{0,24}(?:お願い|求め|許し|許可|いただけ(?:ます|れば|ない)|いただき(?:ます|たい)|いただく。?$|願い|させ(?:ます|て)|受け|頂)"
    r"|(?:お願い(?:いた)?します|お願いする|お願い申し上げます|お願いします|お願いいたしたい[^。]*)。?$|(?:指名|許可|許し)(?:い?た)?(?:し)?(?:ます|る)"
    r"|(?:議題|日程|議案|議事|審議|審査|協議|報告事項|案件|次第|質疑|討論|採決|採択|表決|質問)[^。]{0,30}(?:入り(?:ます|たい)|移り(?:ます|たい)|進め|進み|上程|供し|といたします|とします|に入る|に移る|行います|行いたい|終わります|終結|終了|打ち切)"
    r"|(?:会議|委員会|審議会|協議会|会)を(?:開き|開く|始め|進め|閉じ)|決しました|(?:理事会|後刻)[^。]{0,12}協議|(?:開会|閉会|散会|休憩|再開|開議|延会|中断)(?:を?(?:い?たし|させて)|し|と)|(?:開会|閉会|散会|休憩|再開)(?:する|。)|(?:終わり(?:ます(?!か)|たい|ました)|終了(?:い?た)?(?:し)?(?:ます|する|と)|以上とさせて|以上とします|留めさせて)"
    r"|御異議|ご異議|異議なし|決定(?:い?たし|しました|する|され)|(?:可決|採択)(?!され(?:た|ている)[一-鿿ァ-ヶ])|承認され|賛成(?:の方|多数|全員)|定足数|本日の(?:会議|委員会|日程|議題)"
    r"|^(?:[^。]{1,16}(?:委員|議員|委員長|議長|部長|課長|局長|[市町村区]長|知事|教育長|室長|次長|所長|館長|園長|主幹|主査|係長|参事|参与|理事|監|管理者|大臣|参考人|事務局|会長|氏|さん|君|番))。$|^(?:それでは|では|はい|次に|続いて|ほかに|他に|ただいま)[、，]?[^。]{0,30}(?:委員|議員|部長|課長|局長|事務局|室長|さん|方)[、，]?(?:どうぞ|から|お願い)?[^。]{0,6}。?$"
    r"|^(?:はい|それでは|では|ほかに|他に|次に|皆様|皆さん)[。、，]?$|質問は終わりました|質問を(?:許し|終わ)|(?:順次|順番に)(?:発言|説明|質問)|(?:事務局|執行部|担当課?|当局)(?:から|の方から|のほうから|より)[^。]{0,30}(?:何か|お願い|説明|回答|答|ありますか|ないか|連絡|補足)"
    r"|(?:本件|本案|議案|議題|報告|件|号|案)(?:に対(?:する|し)|について(?:の)?)、?[^。、]{0,8}(?:御|ご)?(?:質疑|質問|意見)(?:等|など)?を(?:お)?(?:伺い|うかがい|受け)(?:い?た)?(?:し)?ます"
    r"|^(?:(?:それでは|では|これから|これより|ここで)[、，]?)?[^。、]{0,12}(?:質問|質疑|意見)を(?:お)?(?:受け|伺い|うかがい)(?:い?た)?(?:し)?ます|^(?:(?:なければ|それでは|では|ないようですので)[、，]?)?次(?:の[^。、]{1,12})?[にへ]?(?:進み|移り|まいり|参り)ます|(?:ただ[今いま]{1,2}|これ)(?:から|より)[、，]?[^。]{0,40}を(?:始め|開始|開催|再開)|承りたい|お?申[し]?出が?(?:あり|ござい)|委員からの(?:質問|意見|発言)|議事に入|^(?:暫時|しばらく)休憩|進行(?:し|させ|い|を)"
)


_MODERATION_SHORT = re.compile(
    r"挙手|起立|了承|出席(?:委員|議員|者)|傍聴|署名|配付|配布|お手元|マイク|ボタン|定刻|資料(?:の確認|の訂正|を(?:御|ご)覧)"
)
_ASKS_FACT = re.compile(
    r"(?:いつ|どこ|誰|だれ|いくら|なぜ|何[人名回件台日年月か所]|どのよう)[^。]{0,40}か[。？?]*$"
)
"""Such a question is no mere call: 傍聴席の修理はいつ終わりますか."""
_HANDS_ON = re.compile(
    r"^(?:では、|それでは、|これについて、?)?(?:事務局|執行部|当局|担当課?|理事者|市側|町側)(?:は|として(?:は)?|の(?:考え|見解)は|から)[、，]?[^。]{0,12}(?:どう|いかが)[^。]{0,12}か[。？?]*$"
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
    r"(?:御|ご)?(?:質問|指摘|お尋ね)(?:として|があ|がござ|に関(?:し|する)|について|の件|と(?:御|ご)?意見|に対|の(?:中|うち))|(?:残り|もう(?:一|1|１)点|あと(?:一|1|１)点)"
)


_MEANT = re.compile(
    r"(?:どちら|どれ|どの[^。、]{1,12}|何|どこ|どういう[^。、]{0,8})(?:に(?:対する|ついて|関する)|の|を|という|ということ)[^。]{0,24}か[。？?]*$|(?:という(?:こと|趣旨|意味|意見|質問)|との?(?:御|ご)?(?:趣旨|意見|質問))(?:です|でよい|でよろしい|でしょう)か[。？?]*$"
    r"|^[^。]{0,30}(?:質問|意見|番|点目?|項目)(?:のこと|の件)?(?:ですね|ですか|でよろしいですか)[。？?]*$"
)


@fluently
def asks_what_is_meant(text: str) -> bool:
    """A chair who asks a member back: どちらに対する御意見か。 …という趣旨ですか。 （３）番の質問ですね。"""
    return len(text) <= 2 * SHORT and any(_MEANT.search(text[a:b]) for a, b in sentences(text))


_PERMITS = re.compile(
    r"(?:範囲(?:内)?(?:で|なら)|であれば|でしたら)[^。]{0,8}(?:許可(?:を)?(?:いた)?し|許し|認め)ます。?$"
    r"|^(?:はい、?)?(?:(?:質問を)?許可(?:いた)?します|許します|どうぞ|お?続けて(?:ください|下さい))。?$"
)


@fluently
def permits(text: str) -> bool:
    """A chair who gives leave to go on (報告の範囲内であれば許可します。), where a member asked whether he may ask."""
    return len(text) <= 2 * SHORT and any(_PERMITS.search(text[a:b]) for a, b in sentences(text))


_REFERS = re.compile(r"今の|ただいまの|先ほどの|意見|質問|指摘|この点|その点|お尋ね")


def refers_back(text: str) -> bool:
    """A chair's turn that points at what was just said."""
    return _REFERS.search(text) is not None


def relays(text: str) -> bool:
    """A chair's turn that hands on what a member asked."""
    return _RELAYS.search(text) is not None


_OPENS = re.compile(
    r"(?:日程第|議案第|議題|案件|報告第|請願第|陳情第|発議第|議員提出議案|報告事項|協議事項|審議事項|\([0-9]\)|（[0-9０-９]）)[^。]{0,60}(?:議題|上程|審議|審査|説明|報告|入り|移り|について|いたし|行い)"
    r"|(?:次に|続いて|続きまして|それでは|では)[、，]?[^。]{0,60}(?:議題と|議題に|議事に|説明を|報告を|提案理由|の審査|の審議|について、?(?:事務局|執行部|担当|当局|理事者)|に(?:入り|移り)ます)"
    r"|(?:次に|次は|次の|続いて|続きまして|続けて|それでは|では)[、，]?[^。]{0,16}(?:日程|議題|議事|案件|議案|次第|事項)(?:の|第)?[\s\u3000]?[（(]?[0-9０-９一二三四五六七八九十]{1,2}[)）]?(?:番目?|つ目|点目)?[^。]{0,40}(?:です|でございます|であります|になります|となります)(?:。|が、)"
    r"|(?:よろしい(?:です|でしょう)か|(?:ござい|あり)ませんか|なければ|ないよう)[^。]{0,12}。(?:それでは|では)?[、，,]?(?:次に|続(?:いて|きまして))[、，,]?[^。]{2,60}(?:について|の件)[、，,]?[^。]{0,16}お?願い"
    r"|質疑を?(?:終わり|終結|打ち切)|質疑なしと|(?:一般質問|質問|質疑)(?:を|は)(?:終わ|終了)"
)
_EXPLAIN = re.compile(
    r"(?:説明|報告|朗読|(?:理事者|当局|執行部)の見解|提案理由|挨拶|あいさつ|ごあいさつ|紹介|趣旨説明|申出|所信|表明|連絡|討論|(?:賛成|反対)者の発言|案内|発表|プレゼン|話題提供)[^。]{0,40}"
)
_NOTICE = re.compile(
    r"(?:事務局|当局|担当)[^。]{0,20}(?:何か(?:、|[^。]{0,10}(?:ないか|ありますか|ございますか|ありますでしょうか))|連絡|その他|お知らせ|今後の予定|次回)|事務連絡|次回(?:の)?[^。、]{0,12}(?:日程|会議|開催|委員会)"
)
_ENDS = re.compile(
    r"質問(?:は|を)?(?:これで)?(?:終わりました|終了|終わり)|以上で[^。]{0,40}(?:質問|質疑|議事|審議|議題|案件)[^。]{0,12}終|閉会|散会|議論はこの辺|意見(?:交換)?は(?:この辺|以上|これ)|質疑を(?:終|打)"
    r"|(?:時間|定刻|予定の時刻)[がにと][^。]{0,24}(?:終わ|終了|閉じ|締め)"
)
_ANYTHING_ELSE = re.compile(
    r"(?:ほか|他)(?:に|にも)?[^。]{0,30}(?:ありません|ございません|ないか|ないでしょう|ありますか|ございますか|いかが|よろしい|なければ|ないよう|あれば|意見|質問|質疑)"
    r"|(?:皆様|皆さん|皆さま|各委員|委員各位)(?:方)?(?:から)?の?(?:御|ご)?(?:意見|質問|質疑)[^。]{0,12}(?:いただき|頂き|伺い|伺って|お願い|お聞き|受け)"
)


def opens_item(text: str) -> bool:
    """A chair's turn that takes up another item of the agenda."""
    return _OPENS.search(text) is not None


_EXPLAINED = re.compile(
    r"(?:説明|報告|朗読|挨拶|あいさつ|表明)(?:を|は|が)?(?:これ(?:で|をもって)|以上で)?、?(?:終わ|終了|終え)"
)
_FREE = re.compile(
    r"(?:質疑|質問)(?:は|が|を|も)?、?(?:ありません|ございません|ありますか|ございますか|ないか|許し|許可|受け|お受け)"
)


_ANNOUNCED = re.compile(
    r"から[^。]{0,40}(?:説明|報告|挨拶|あいさつ|発言)(?:が(?:あり|ござい)|を(?:申し上げ|いたし|いたさせ|させ))ます(?:ので[^。]*)?。?$"
)
"""次に、議会運営委員長から議会運営に関する報告があります。"""


_TO_QUESTION = re.compile(
    r"(?:質疑|質問|お尋ね)(?:が(?:あ|ござ)|に対)[^。]*(?:説明|答弁)|再度[^。]{0,6}(?:説明|答弁)"
)
"""休憩前に沖君より質疑がありましたので、再度説明を求めます。: the explanation is the reply."""


def opens_questions(text: str) -> bool:
    """これより質疑に入ります。質疑ありませんか: what was to be explained has been."""
    return _FREE.search(text) is not None


_SUPPLEMENT = re.compile(
    r"補足(?:の|する|して)?(?:御|ご)?(?:答弁|お?答え|回答|説明(?:は|が)?、?(?:ありますか|ございますか|ありません|ございません|ないか))"
)


def asks_supplement(text: str) -> bool:
    """町長、補足答弁をお願いします, 補足説明ございませんか: the question before is still the one that is answered."""
    return _SUPPLEMENT.search(text) is not None


@fluently
def asks_explanation(text: str) -> bool:
    """A chair's turn that calls for an explanation, a report, a speech that is no reply, and not for questions after that."""
    called = False
    for start, end in sentences(text):
        sentence = text[start:end]
        if _FREE.search(sentence):
            called = False
        elif (
            _EXPLAIN.search(sentence)
            and not _EXPLAINED.search(sentence)
            and not _TO_QUESTION.search(sentence)
            and not permits(sentence)
            and (is_moderation(sentence) or _ANNOUNCED.search(sentence))
        ):
            called = True
    return called


def asks_notice(text: str) -> bool:
    """A chair's turn that asks the secretariat for notices."""
    return _NOTICE.search(text) is not None


_LAST_ITEM = re.compile(r"その他|次回|連絡|お知らせ")


def comes_to_notices(text: str) -> bool:
    """The chair's turn that comes to what the meeting ends with (次に、その他ですが、事務局から何かありますか)."""
    return asks_notice(text) and _LAST_ITEM.search(text) is not None


@fluently
def ends_matter(text: str) -> bool:
    """A chair's turn that ends the questions or the meeting."""
    return _ENDS.search(text) is not None


@fluently
def asks_for_more(text: str) -> bool:
    """ほかにありませんか: the floor is open, the question before is done with."""
    return _ANYTHING_ELSE.search(text) is not None


def moves_on(text: str) -> bool:
    """Something else is asked for, or the questions or the meeting are at an end."""
    return asks_for_more(text) or ends_matter(text)


OWN = re.compile(
    r"(?:私|わたくし|会長|委員長|座長|議長)(?:の方|のほう|ども)?から(?:も|、|は|最後|一つ|１つ|1つ|一点|１点|1点|お|質|意|要|ちょっと|少し)|私(?:も|見|自身|個人|としては|としても)|個人的(?:に|な)|感想(?:を|として)|(?:事務局|担当課?|執行部|当局)に(?:ちょっと)?(?:お?伺|お?聞き|確認|お尋ね)"
)
"""A chair who speaks for himself says so."""


_TOO = re.compile(
    r"(?:私|わたくし|会長|委員長|座長)(?:の方|のほう)?からも?、?[^。、]{0,6}(?:一つ|１つ|1つ|一点|１点|1点|何点|お?[伺聞尋]|質問|確認|関連|よろしい|いい)"
)


def asks_too(text: str) -> bool:
    """私からも１点お伺いします: the chair asks something of his own, apart from what a member said before."""
    return _TOO.search(text) is not None


def speaks_for_self(text: str) -> bool:
    return OWN.search(text) is not None


_MOVER = re.compile(
    r"(?:提出者|発議者|提案者|紹介議員)(?:、|の?[^。、]{1,12}(?:君|議員|さん|氏)|。|(?:の|から|より)[^。]{0,10}(?:説明|趣旨))"
)


def calls_mover(text: str) -> bool:
    """A chair's turn that calls on who brought a bill in (提出者、若宮君。): he answers for it."""
    return _MOVER.search(text) is not None
