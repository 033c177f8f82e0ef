"""What the words of a turn do: ask, call on somebody, thank, announce. General phrases of Japanese meetings.

Every pattern was read off published minutes of many councils; a phrase that only one council uses is not here.
"""

from __future__ import annotations

import re

from ingest.lines import sentences

_ASKS = re.compile(
    r"(?:か|かな|かしら)[。？?」]*$|(?:でしょう|だろう)[。？?]*$|如何|いかが(?:です|でしょう|お考え)"
    r"|[伺尋]い(?:ます|たい|いたし|させて|をいたし)|お?聞かせ|お?聞き(?:します|したい|いたし|をし)|聞きたい|尋ね(?:します|たい|いたし|る)|お尋ね|伺う|うかが(?:い|う)"
    r"|(?:教え|説明し|お答え|お示し|示し|答え|明らかにし|回答し|答弁し)て(?:ください|下さい|いただ|頂|ほしい|欲しい|もらいた|もらえ)|教えていただ|お(?:知らせ|示し|答え|聞かせ|教え)(?:ください|下さい|願|いただ|を)|(?:御|ご)?説明(?:ください|下さい)|お教え|御?教示"
    r"|(?:御|ご)?(?:答弁|見解|所見|認識|説明|回答|所感)(?:を|は)?[^。、]{0,8}(?:お願い|求め|願い|お聞|伺|ください)"
    r"|お願い(?:い?た)?し?(?:ます|したい)[^。]{0,6}(?:答弁|説明|回答)|どう(?:か|なのか|でしょうか|ですか)(?:と|、|$)(?!思|考)|[？?]$|確認(?:させて|したい|をさせて)|知りたい|お答えください|説明を?(?:求め|願)|質問(?:を)?(?:いた)?し(?:ます|たい)"
)
_STATING = re.compile(
    r"(?:のではない|ではないだろう|ないのではない|のではなかろう|よいのでは|良いのでは|いいのでは)(?:でしょう)?か(?:と|な)[^。]*$"
    r"|か(?:と(?:の|いう|いった)|など(?:の|という)?|、?といった)(?:質疑|質問|意見|声|指摘|問い|御意見|ご意見|疑問|お尋ね|要望)"
    r"|かと(?:思|存|考|感)[^。]*$|かという(?:こと|ふうに|の|点|お話|話)[^。]*(?:思|考|感|あり)[^。]*$"
)

_TRIVIAL = re.compile(
    r"^(?:(?:は|ハ)い|ええ|うん|そうです(?:ね)?|いいえ|(?:議長|委員長|会長|座長)[、。]?|(?:分|わか|判)りました|了解(?:です|しました|いたしました)?|承知(?:しました|いたしました)?|結構です|けっこうです|大丈夫です"
    r"|(?:どうも|大変|御答弁|ご答弁|御丁寧な?|ご丁寧な?|御?説明|詳しい|詳細な|お答え)?[、]?(?:御?説明|御?答弁|ご説明|ご答弁|ご回答|御回答)?(?:を)?(?:いただ(?:き|きまして)|、)?[、]?(?:まことに|誠に)?ありがとうございま(?:す|した)|すみません|すいません|失礼(?:します|しました|いたしました)?|異議(?:なし|ありません)|賛成(?:です)?|なし|ありません|ございません|特に(?:ありません|ございません|なし)"
    r"|よろしいです|よろしくお願い(?:いた)?します|お願い(?:いた)?します|お願いする|以上です|以上でございます|以上であります|以上|終わります|いいです|後ほどで結構です|了|同じです|そのとおりです|その通りです"
    r"|(?:(?:これ|以上)(?:で|をもちまして|をもって))?[、，]?(?:私の?|わたくしの?)?(?:全ての|すべての)?(?:一般)?(?:質問|質疑|発言|討論)?(?:は|を)?(?:終わ|終え|終了)(?:り|らせて(?:いただき|もらい)|させて(?:いただき|もらい)|し|いたし)?(?:ます|ました|たいと思います)|続けて(?:お願い|質問)(?:い?たし)?します)[。、．.!！ ]*$"
)
_THANKS_ONLY = re.compile(
    r"^[^。]{0,40}(?:ありがとうございま(?:す|した)|分かりました|わかりました|承知(?:いた)?しました|了解(?:いた)?しました)。?$"
)


_INTRODUCTION = re.compile(
    r"^[^。]{1,40}(?:と申します|です|でございます)。(?:[^。]{0,30}。)?[^。]{0,30}よろしくお願い(?:い?た)?し(?:ます|申し上げます)。?$"
)
_EXPLAINS = re.compile(r"^[^。]{0,60}(?:説明|紹介|報告)(?:を)?(?:い?たし|申し上げ|させて|し)[^。]{0,16}。")
EXPLANATION_MIN = 150
"""Characters of an explanation at least; shorter turns that open with 御説明します are replies."""


def explains(text: str) -> bool:
    """A turn that announces itself as an explanation or a report."""
    return len(text) >= EXPLANATION_MIN and _EXPLAINS.match(text) is not None


def asks(text: str) -> bool:
    """Whether a turn asks for something: a question, or a request for an answer, in one of its sentences."""
    for start, end in sentences(text):
        sentence = text[start:end].rstrip("。．. ")
        if _ASKS.search(sentence) and not _STATING.search(sentence):
            return True
    return False


def seeks_answer(text: str) -> bool:
    """Whether a turn waits for a reply: it asks in its last part; a question in passing (…ではないですか。) does not count."""
    asked = asking_sentences(text)
    return bool(asked) and asked[-1][1] > len(text) * 0.6


def asking_sentences(text: str) -> list[tuple[int, int]]:
    """Positions of the sentences that ask."""
    return [
        (start, end)
        for start, end in sentences(text)
        if _ASKS.search(text[start:end].rstrip("。．. "))
        and not _STATING.search(text[start:end].rstrip("。．. "))
    ]


def is_trivial(text: str) -> bool:
    """A turn that is nothing: はい。 ありがとうございました。 委員長。"""
    if len(text) > 90:
        return False
    if _INTRODUCTION.match(text):
        return True
    pieces = [text[start:end] for start, end in sentences(text)]
    return bool(pieces) and all(_TRIVIAL.match(p) or _THANKS_ONLY.match(p) for p in pieces)


_MODERATION = re.compile(
    r"(?:ありがとうござい(?:ます|ました)|お疲れさま|お疲れ様|御苦労さま|ご苦労さま)"
    r"|(?:異議|質疑|質問|意見|発言|討論|御意見|ご意見|補足|報告|連絡|コメント|感想|ほか|他|何か|どなたか)[^。]{0,30}(?:ありません(?:でしょう)?か|ございません(?:でしょう)?か|ないでしょうか|ないか|ございますか|ございますでしょうか|ありますか|ありますでしょうか|あれば|なければ|ないよう|ある方|がある(?:か|方))"
    r"|(?:よろしい|宜しい|いい|結構)(?:です|でしょう|でした)(?:でしょう)?か|よろしかったでしょうか|よろしゅうございますか|(?:委員|議員|さん|様|方|先生|皆様|皆さん)[、は]?(?:いかが|どう)(?:です|でしょう)か|^いかがでしょう(?:か)?。?$|^どうぞ"
    r"|(?:説明|報告|答弁|回答|発言|朗読|補足|挨拶|あいさつ|紹介|審議|協議|採決|お答え|答え|対応)[^。]{0,24}(?:お願い|求め|許し|許可|いただけ(?:ます|れば|ない)|いただき(?:ます|たい)|願い|させ(?:ます|て)|受け|頂)"
    r"|(?:お願い(?:いた)?します|お願いする|お願い申し上げます|お願いします|お願いいたしたい[^。]*)。?$|(?:指名|許可|許し)(?:い?た)?(?:し)?(?:ます|る)"
    r"|(?:議題|日程|議案|議事|審議|審査|協議|報告事項|案件|次第|質疑|討論|採決|採択|表決|質問)[^。]{0,30}(?:入り(?:ます|たい)|移り(?:ます|たい)|進め|進み|上程|供し|といたします|とします|に入る|に移る|行います|行いたい|終わります|終結|終了|打ち切)"
    r"|(?:会議|委員会|審議会|協議会|会)を(?:開き|開く|始め|閉じ)|決しました|(?:理事会|後刻)[^。]{0,12}協議|(?:開会|閉会|散会|休憩|再開|開議|延会|中断)(?:い?たし|し|と)|(?:開会|閉会|散会|休憩|再開)(?:する|。)|(?:終わり(?:ます|たい|ました)|終了(?:い?た)?(?:し)?(?:ます|する|と)|以上とさせて|以上とします|留めさせて)"
    r"|御異議|ご異議|異議なし|決定(?:い?たし|しました|する|され)|可決|採択|承認され|賛成(?:の方|多数|全員)|定足数|本日の(?:会議|委員会|日程|議題)"
    r"|^(?:[^。]{1,16}(?:委員|議員|委員長|議長|部長|課長|局長|[市町村区]長|知事|教育長|室長|次長|所長|館長|園長|主幹|主査|係長|参事|参与|理事|監|管理者|大臣|参考人|事務局|会長|氏|さん|君|番))。$|^(?:それでは|では|はい|次に|続いて|ほかに|他に|ただいま)[、，]?[^。]{0,30}(?:委員|議員|部長|課長|局長|事務局|室長|さん|方)[、，]?(?:どうぞ|から|お願い)?[^。]{0,6}。?$"
    r"|^(?:はい|それでは|では|ほかに|他に|次に|皆様|皆さん)[。、，]?$|質問は終わりました|質問を(?:許し|終わ)|(?:順次|順番に)(?:発言|説明|質問)|(?:事務局|執行部|担当課?|当局)(?:から|の方から|のほうから|より)[^。]{0,30}(?:何か|お願い|説明|回答|答|ありますか|ないか|連絡|補足)"
    r"|承りたい|お?申[し]?出が?(?:あり|ござい)|委員からの(?:質問|意見|発言)|議事に入|^(?:暫時|しばらく)休憩|進行(?:し|させ|い|を)"
)


_MODERATION_SHORT = re.compile(
    r"挙手|起立|了承|出席(?:委員|議員|者)|傍聴|署名|配付|配布|お手元|マイク|ボタン|定刻|資料(?:の確認|の訂正|を(?:御|ご)覧)"
)
SHORT = 60
"""Words such as 傍聴 or 資料 make a short sentence one of moderation; in a longer one the chair may speak about them."""


def is_moderation(sentence: str) -> bool:
    """Whether a chair's sentence only moves the meeting on: calls, thanks, opens, puts to the vote."""
    sentence = sentence.strip()
    if len(sentence) <= SHORT and _MODERATION_SHORT.search(sentence):
        return True
    found = list(_MODERATION.finditer(sentence))
    if len(sentence) <= 2 * SHORT:
        return bool(found)
    # A long sentence moves the meeting on only by its end; よろしくお願いします at that end closes a wish.
    return any(m.end() > len(sentence) - SHORT // 2 and not m.group().startswith("お願い") for m in found)


_RELAYS = re.compile(
    r"(?:御|ご)?(?:質問|指摘|お尋ね)(?:として|があ|がござ|に関(?:し|する)|について|の件|と(?:御|ご)?意見|に対|の(?:中|うち))|(?:残り|もう(?:一|1|１)点|あと(?:一|1|１)点)"
)


_WISHES = re.compile(
    r"いただ(?:き|け)|頂(?:き|け)|お願い|願い|(?:ご|御)?検討|欲し|ほしい|もら(?:い|え)|要望|期待"
)


def wishes(text: str) -> bool:
    """Whether words end in a wish to somebody (in their last two fifths)."""
    return _WISHES.search(text, int(len(text) * 0.6)) is not None


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
    r"|質疑を?(?:終わり|終結|打ち切)|質疑なしと|(?:一般質問|質問|質疑)(?:を|は)(?:終わ|終了)"
)
_EXPLAIN = re.compile(
    r"(?:説明|報告|朗読|提案理由|挨拶|あいさつ|ごあいさつ|紹介|趣旨説明|申出|所信|表明|連絡|討論|(?:賛成|反対)者の発言|案内|発表|プレゼン|話題提供)[^。]{0,40}"
)
_NOTICE = re.compile(
    r"(?:事務局|当局|担当)[^。]{0,20}(?:何か(?:、|[^。]{0,10}(?:ないか|ありますか|ございますか|ありますでしょうか))|連絡|その他|お知らせ|今後の予定|次回)|事務連絡|次回(?:の)?(?:日程|会議|開催|委員会)"
)
_ENDS = re.compile(
    r"質問(?:は|を)?(?:これで)?(?:終わりました|終了|終わり)|以上で[^。]{0,40}(?:質問|質疑|議事|審議|議題)[^。]{0,12}終|閉会|散会|議論はこの辺|意見(?:交換)?は(?:この辺|以上|これ)|質疑を(?:終|打)"
)
_ANYTHING_ELSE = re.compile(
    r"(?:ほか|他)(?:に|にも)?[^。]{0,30}(?:ありません|ございません|ないか|ないでしょう|ありますか|ございますか|いかが|よろしい|なければ|ないよう|あれば|意見|質問|質疑)"
)


def opens_item(text: str) -> bool:
    """A chair's turn that takes up another item of the agenda."""
    return _OPENS.search(text) is not None


def asks_explanation(text: str) -> bool:
    """A chair's turn that calls for an explanation, a report, a speech that is no reply."""
    return any(_EXPLAIN.search(text[s:e]) and is_moderation(text[s:e]) for s, e in sentences(text))


def asks_notice(text: str) -> bool:
    """A chair's turn that asks the secretariat for notices."""
    return _NOTICE.search(text) is not None


def ends_matter(text: str) -> bool:
    """A chair's turn that ends the questions or the meeting."""
    return _ENDS.search(text) is not None


def asks_for_more(text: str) -> bool:
    """ほかにありませんか: the floor is open, the question before is done with."""
    return _ANYTHING_ELSE.search(text) is not None


OWN = re.compile(
    r"(?:私|わたくし|会長|委員長|座長|議長)(?:の方|のほう|ども)?から(?:も|、|は|最後|一つ|１つ|1つ|一点|１点|1点|お|質|意|要|ちょっと|少し)|私(?:も|見|自身|個人|としては|としても)|個人的(?:に|な)|感想(?:を|として)"
)
"""A chair who speaks for himself says so."""


def speaks_for_self(text: str) -> bool:
    return OWN.search(text) is not None


CLOSING = re.compile(
    r"まとめ|締めくく|締め括|結びに|終わりに|最後に[^。]{0,30}(?:要望|申し上げ|お願い)|(?:一般)?質問を(?:終わ|終了|終え|閉じ)|(?:要望|お願い)[^。]{0,20}(?:終わ|いたします|します|とします)|再質問(?:は|等)?(?:ありません|ございません|いたしません)"
)


def is_closing(text: str) -> bool:
    """A member's closing speech: sums up, wishes, ends the questions."""
    return CLOSING.search(text) is not None and not asks_after_closing(text)


def asks_after_closing(text: str) -> bool:
    """Whether the last fifth of a turn still asks."""
    asked = asking_sentences(text)
    return bool(asked) and asked[-1][1] > len(text) * 0.8


_PROCEDURAL = re.compile(
    r"動議|議事進行|議会運営委員会(?:所属|で|の)|会議録署名|賛成の立場|反対の立場|(?:賛成|反対)討論|討論(?:に参加|を行|いた)|委員長報告|審査(?:の)?(?:経過|結果)|提案理由|趣旨説明"
)


_MOTION = re.compile(
    r"(?:動議|提案理由|提案説明|趣旨説明|委員長報告|賛成の立場|反対の立場|(?:賛成|反対)討論)"
)


def is_procedural(text: str) -> bool:
    """A member's turn that moves the procedure or speaks to a vote: no answer is sought."""
    if _MOTION.search(text[:120]):
        return True
    return _PROCEDURAL.search(text[:400]) is not None and not seeks_answer(text)


_WAIVES = re.compile(
    r"(?:御|ご)?(?:答弁|回答|お答え)は(?:求め|要り|いり|不要|結構|よろしい|必要)[^。]{0,8}|(?:要望|意見|お願い)(?:と|に)(?:して(?:申し|述べ|おき|おり|終わ)|とど|留|させて)[^。]{0,24}$"
)


def waives(text: str) -> bool:
    """A member who says that no answer is wanted (答弁は結構です, 要望にとどめます), in the last two sentences."""
    return any(_WAIVES.search(text[start:end].rstrip("。 ")) for start, end in list(sentences(text))[-2:])


_HOLDS_BACK = re.compile(
    r"(?:後ほど|後程|のちほど|後刻|後日)[^。]{0,30}(?:答弁|お答え|回答|報告|お示し|提出|お知らせ|御?説明|お出し)"
)


def holds_back(text: str) -> bool:
    """A reply that puts the answer off (後ほど答弁させていただきます), in its last two sentences."""
    return any(_HOLDS_BACK.search(text[start:end]) for start, end in list(sentences(text))[-2:])


_LATE = re.compile(
    r"(?:先ほど|先程|さきほど|さき(?:の|に)|保留)[^。]{0,60}(?:質問|質疑|お尋ね|答弁|お答え|回答|件)[^。]{0,60}"
    r"(?:保留|お答え|答弁|回答|お伝え|訂正)"
)
_LATE_NAME = re.compile(r"([一-鿿々ぁ-んァ-ヶ]{1,6}?)(?:議員|委員)(?:から|の|より|さん)")


def late_reply_to(text: str) -> str | None:
    """The surname of the member whom a belated reply answers, empty where none is named; None where it is none."""
    head = next((text[start:end] for start, end in sentences(text)), "")
    if not _LATE.search(head) or not re.search(r"保留|先ほど|先程|さきほど|さき", head[:40]):
        return None
    name = _LATE_NAME.search(re.sub(r"^.*?(?:先ほど|先程|さきほど|さき)の?、?", "", head))
    return name[1] if name else ("" if "保留" in head else None)


_TAKES_UP = re.compile(
    r"日程第[0-9０-９一二三四五六七八九十]+[、，\s\u3000]*(?!から|及び|ないし|まで)([^。、]{3,60}?)(?:について|の件|を議題|を行い|に入り|を(?:上程|許|一括))"
)


def item_taken_up(text: str) -> str:
    """The item of the day's order that a chair names (日程第６、市政執行方針について…), in his own words."""
    found = _TAKES_UP.search(text)
    return found[1].strip() if found else ""


_STALLS = re.compile(
    r"^[^。]{0,30}(?:少々|しばらく|ちょっと|今)[^。]{0,12}(?:お待ち|お時間|時間を)[^。]{0,16}。?$"
)


def stalls(text: str) -> bool:
    """少々お待ちください: somebody looks the answer up."""
    return len(text) <= 60 and _STALLS.match(text) is not None


_MOVER = re.compile(r"(?:提出者|発議者|提案者|紹介議員)(?:、|の?[^。、]{1,12}(?:君|議員|さん|氏)|。)")


def calls_mover(text: str) -> bool:
    """A chair's turn that calls on who brought a bill in (提出者、若宮君。): he answers for it."""
    return _MOVER.search(text) is not None


_ANSWERS_AS_MEMBER = re.compile(
    r"^(?:[^。]{0,20}、)?[^。、]{0,24}(?:の立場(?:から|で|として)(?:申し|お答え|お話|言い|言う|言え)|(?:私|わたくし|当社|当方|弊社|うち)(?:の方|のほう)?(?:から|で)(?:お答え|回答|御?説明|補足))"
    r"|^[^。]{0,40}(?:質問|お尋ね)に(?:私から)?(?:お答え|回答)"
)


def answers_as_member(text: str) -> bool:
    """A member of a council who answers another, as operator, as expert: バス事業者の立場から申し上げますと…"""
    return _ANSWERS_AS_MEMBER.match(text) is not None
