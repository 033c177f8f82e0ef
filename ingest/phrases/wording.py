"""What the words of a turn do: ask, answer, thank, announce. General phrases of Japanese meetings (a chair's: `moderation`).

Every pattern was read off published minutes of many councils; a phrase that only one council uses is not here.
"""

from __future__ import annotations

import re

from ingest.phrases.fluent import fluent, fluently
from ingest.phrases.stating import states_from
from ingest.text.lines import sentences

_ASKS = re.compile(
    r"(?:か|かな|かしら|(?<!こんにち)(?<!こんばん)は)[。？?」]*$|(?:でしょう|だろう)[。？?]*$|如何|いかが(?:です|でしょう|お考え)"
    r"|[伺尋]い(?:ます|たい|を?いたし|を?させて|を?し(?:ます|たい|て))|お?聞かせ|お?聞き(?:します|した(?:い|くて)|いたし|をし)|聞きたい|尋ね(?:します|たい|いたし|る)|お尋ね|伺う|うかが(?:い|う)|伺(?:いでき|え)れば|(?:伺っ|聞い|尋ね)ておき(?:ます|たい)"
    r"|(?:教え|説明し|お答え|お示し|示し|答え|明らかにし|回答し|答弁し)て(?:ください|下さい|いただ|頂|ほしい|欲しい|もらいた|もらえ)|教えていただ|お(?:知らせ|示し|答え|聞かせ|教え)(?:ください|下さい|願|いただ|を)|(?:御|ご)?説明(?:ください|下さい)|お教え|御?教示"
    r"|(?:御|ご)?(?:答弁|見解|所見|認識|説明|回答|所感|受け止め)(?:を|は)?[^。、]{0,8}(?:お願い|求め|願い|お聞|伺|ください)|(?:見解|所見|認識|考え)を(?:賜|ただし)"
    r"|一言[^。]{0,8}(?:お願い|頂|いただ|ください)|お願い(?:い?た)?し?(?:ます|したい)[^。]{0,6}(?:答弁|説明|回答)|どう(?:か|なのか|でしょうか|ですか)(?:と|、|$)(?!思|考)|[？?]$|確認(?:させて|したい|をさせて)|知りたい|(?:理解|認識|解釈)で(?:よろしい|いい|よい)(?:です)?ね|お答えください|説明を?(?:求め|願)|(?:説明|答弁|回答|見解|お考え)を?(?:いただ|頂)(?:き(?:たい|たく|ますよう)|ければ)|か[、，,](?:[^。、，]{0,16}[、，]?)?お願い(?:い?た)?し(?:ます|たい)|か[をも]?お願い(?:い?た)?し(?:ます|たい)|質問(?:を)?(?:いた)?し(?:ます|たい)|が[^。、]{0,6}質問(?:です|であります|でございます)$"
    r"|(?:御|ご)意見を?[^。、]{0,6}お話しい"
    r"|(?:何か|あれば|最後に)[^。]{0,12}(?:答弁|見解|考え|所見|回答)を?(?:いただ|頂|頂戴し)(?:いて|き|て)、?[^。、]{0,8}終わ(?:りたい|ります|らせ|りと)"
    r"|^(?:[そこ]の(?:[点辺]|部分)[はをも]?、?)?(?:再度|もう[一１1]度|今[一１1]度|いま一度)、?お願い(?:い?た)?し?(?:ます|いたします|申し上げます)[。]?$"
)

_TRIVIAL = re.compile(
    r"^(?:(?:は|ハ)い|ええ|うん|そうです(?:ね)?|いいえ|(?:議長|委員長|会長|座長)[、。]?(?:[0-9０-９一二三四五六七八九十]{1,3}番)?|(?:分|わか|判)(?:りました|った)|了解(?:です|した|しました|いたしました)?|承知(?:した|しました|いたしました)?|結構です|けっこうです|大丈夫です"
    r"|(?:どうも|大変|御答弁|ご答弁|御丁寧な?|ご丁寧な?|御?説明|詳しい|詳細な|お答え)?[、]?(?:御?説明|御?答弁|ご説明|ご答弁|ご回答|御回答)?(?:を)?(?:いただ(?:き|きまして)|、)?[、]?(?:まことに|誠に)?ありがとうございま(?:す|した)|すみません|すいません|失礼(?:します|しました|いたしました)?|異議(?:なし|ありません|ない|はない)|(?:了承|承認|同意|賛成)(?:です|する|します|いたします)?|なし|ありません|ございません|特に(?:ありません|ございません|なし)|(?:事務局|議長|委員長|会長|座長)(?:に|ご|御)?一任(?:で|を|と)?(?:お願い(?:いた)?し(?:ます|たい)|(?:いた)?します|する)?"
    r"|よろしいです|よろしくお願い(?:いた)?します|お願い(?:いた)?します|お願いする|以上です|以上でございます|以上であります|以上|終わります|いいです|後ほどで結構です|了|(?:すみません|すいません|失礼します)?[、。]?(?:音声|音|声|私の声|こちらの声|マイク)?(?:は|が)?、?聞こえ(?:て(?:い|お)?ま|ま)す(?:でしょう)?か|(?:はい、?)?聞こえて(?:い|お)?(?:り)?ます|同じです|そのとおりです|その通りです"
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


@fluently
def explains(text: str) -> bool:
    """A turn that announces itself as an explanation or a report."""
    return len(text) >= EXPLANATION_MIN and _EXPLAINS.match(text) is not None


@fluently
def reports(text: str) -> bool:
    """A turn that opens as a report does, whatever its length: それでは、作業部会の報告をさせていただきます。"""
    return _EXPLAINS.match(text) is not None


_ENDS_REPORT = re.compile(r"以上(?:です|でございます|であります|で[^。]{0,8}終わります)。?$")


@fluently
def ends_report(text: str) -> bool:
    """A turn that ends as a report does (以上です。); where the chair called for one it is nothing else."""
    return _ENDS_REPORT.search(text) is not None


def asks(text: str) -> bool:
    """Whether a turn asks for something: a question, or a request for an answer, in one of its sentences."""
    return bool(asking_sentences(text))


_LEAVE = re.compile(
    r"(?:^|[、。])[^。、]{0,16}(?:いって|行って|入って|移って|進んで)も?(?:よろしい|いい|よい)(?:でしょう|です)か$"
    r"|(?:まとめて|一つ一つ|１つ１つ|ひとつひとつ|一括|分けて|順番に)[^。、]{0,8}(?:よろしい|いい|よい)(?:でしょう|です)か$"
)
"""２問目いってよろしいですか: leave to go on, which the chair gives."""
_TURNS = re.compile(r"(?:が|けれども|けれど|ので)、")
STATED_MAX = 20
"""Times that one sentence states something before it asks: a text without full stops has thousands."""


@fluently
def _asks(sentence: str) -> bool:
    """Whether a sentence asks; …ないかと思いますが、御見解を伺います states first and asks then."""
    for _ in range(STATED_MAX):
        if not _ASKS.search(sentence) or _LEAVE.search(sentence):
            return False
        stated = states_from(sentence)
        if stated is None:
            return True
        turn = _TURNS.search(sentence, stated)
        if turn is None:
            return False
        sentence = fluent(sentence[turn.end() :])
    return _ASKS.search(sentence) is not None


def seeks_answer(text: str) -> bool:
    """Whether a turn waits for a reply: it asks in its last part; a question in passing (…ではないですか。) does not count."""
    asked = asking_sentences(text)
    return bool(asked) and asked[-1][1] > len(text) * 0.6


def asking_sentences(text: str) -> list[tuple[int, int]]:
    """Positions of the sentences that ask."""
    return [
        (start, end)
        for start, end in sentences(text)
        if _asks(text[start:end].rstrip("。．. ")) and not _REPORTED.match(text, end)
    ]


_REPORTED = re.compile(r"[」』]?と(?:の|いう)(?:質疑|質問|問い|意見|指摘)|と(?:質疑|質問|問わ|聞か|尋ね)")
"""解体の時期は。との質疑に対し: what follows the full stop says that the words are somebody else's."""


_SEEKS_FLOOR = re.compile(
    r"^(?:議長|委員長|会長|座長)[、，,。\s\u3000]+(?:[0-9０-９一二三四五六七八九十]{1,3}番[、，,\s\u3000]*)?[^。、，,\s\u3000]{1,14}[。．]?$"
    r"|^はい[、。]?(?:議長|委員長|会長|座長)[。．]?$"
)
_SENTENCE_END = re.compile(r"(?:です|ます|ません|した|ない|たい)[。．]?$")


def seeks_floor(text: str, office: str = "") -> bool:
    """議長、企画課長。 はい、議長。 財政課長。 (his own office): a call to the chair, in a turn of its own; the chair names the caller."""
    text = fluent(text)
    own = bool(office) and text.strip("。． \u3000\n") == office
    return own or (_SEEKS_FLOOR.match(text) is not None and _SENTENCE_END.search(text) is None)


@fluently
def is_trivial(text: str) -> bool:
    """A turn that is nothing: はい。 ありがとうございました。 委員長。"""
    if len(text) > 90:
        return False
    if _INTRODUCTION.match(text):
        return True
    bare = text.strip("（()）")  # （異議なし）
    pieces = [bare[start:end] for start, end in sentences(bare)]
    return bool(pieces) and all(_TRIVIAL.match(p) or _THANKS_ONLY.match(p) for p in pieces)


_GREETS = re.compile(
    r"^(?:[^。]{0,20}(?:おはようございます|こんにちは|こんばんは|(?:ご|御)苦労さ[まん]|お疲れさま)|[^。]{0,40}(?:一言|ひと言)?(?:ご|御)?(?:挨拶|あいさつ))"
)


def greets(text: str) -> bool:
    """A turn that opens as a greeting does; where the chair called for one it is nothing else."""
    return _GREETS.match(text) is not None


_ANNOUNCES = re.compile(
    r"^[^。]{0,20}(?:事務連絡|連絡事項)|^(?:[^。、]{0,12}、)?(?:なお、)?次回の?[^。]{0,24}(?:は|につきまして|について)[^。]{0,50}"
    r"(?:開催|開会|予定|行い|行う|開き|開く|なり|となる|です|でござい|考えて)"
    r"|^[^。]{4,60}について(?:の)?(?:報告|説明|紹介)$"  # told in short, and nothing else
)


@fluently
def announces(text: str) -> bool:
    """The secretariat's notices at the end of a meeting (事務連絡です, 次回は２月に開催します), reports that a record only mentions."""
    return _ANNOUNCES.match(text) is not None


_WISHES = re.compile(
    r"いただ(?:き|け)|頂(?:き|け)|お願い|願い|(?:ご|御)?検討|欲し|ほしい|もら(?:い|え)|要望|期待"
)


def wishes(text: str) -> bool:
    """Whether words end in a wish to somebody (in their last two fifths)."""
    return _WISHES.search(text, int(len(text) * 0.6)) is not None


CLOSING = re.compile(
    r"まとめ|締めくく|締め括|結びに|終わりに|最後に[^。]{0,30}(?:要望|申し上げ|お願い)|(?:一般)?質問を(?:終わ|終了|終え|閉じ)|(?:要望|お願い)[^。]{0,20}(?:終わ|いたします|します|とします)|再質問(?:は|等)?(?:ありません|ございません|いたしません)"
)


@fluently
def is_closing(text: str) -> bool:
    """A member's closing speech: sums up, wishes, ends the questions."""
    return CLOSING.search(text) is not None and not asks_after_closing(text)


def asks_after_closing(text: str) -> bool:
    """Whether the last fifth of a turn still asks."""
    asked = asking_sentences(text)
    return bool(asked) and asked[-1][1] > len(text) * 0.8


_WAIVES = re.compile(
    r"(?:御|ご)?(?:答弁|回答|お答え)は(?:求め|要り|いり|不要|結構|よろしい|必要)[^。]{0,8}|(?:要望|意見|お願い)(?:と|に)(?:して(?:申し|述べ|おき|おり|終わ)|とど|留|させて)[^。]{0,24}$"
    r"|(?:要望|お願い)を?(?:し|いたし|申し上げ)(?:て|まして)、?(?:[^。、]{1,12}を)?終わ[^。、]{0,12}$"
    r"|^[^。、]{0,12}(?:指名推[選薦]|一任|事務局案)で(?:は、?)?(?:いかが|どう)[^。、？?]{0,10}[？?]?$"
)


@fluently
def waives(text: str) -> bool:
    """A member who says that no answer is wanted (答弁は結構です, 要望して終わります; 指名推選ではいかがですか proposes), in the last two sentences."""
    return any(_WAIVES.search(text[start:end].rstrip("。 ")) for start, end in list(sentences(text))[-2:])


_HOLDS_BACK = re.compile(
    r"(?:後ほど|後程|のちほど|後刻|後日)[^。]{0,30}(?:答弁|答え|回答|報告|お示し|提出|お知らせ|御?説明|お出し)"
)


@fluently
def holds_back(text: str) -> bool:
    """A reply that puts the answer off (後ほど答弁させていただきます), in its last two sentences."""
    return any(_HOLDS_BACK.search(text[start:end]) for start, end in list(sentences(text))[-2:])


_LATE = re.compile(
    r"(?:先ほど|先程|さきほど|さき(?:の|に)|保留)[^。]{0,60}(?:質問|質疑|お尋ね|答弁|お答え|回答|件)[^。]{0,60}"
    r"(?:保留|お答え|答弁|回答|お伝え|訂正)"
)
_LATE_NAME = re.compile(r"([一-鿿々ぁ-んァ-ヶ]{1,6}?)(?:議員|委員)(?:から|の|より|さん)")


_RETURNS = re.compile(
    r"^(?:(?:す[み]?ません|申し訳[^。]{0,12}|失礼[^。]{0,10})[。、])?(?:先ほど|先程|さきほど|さき)の?、?([一-鿿々ぁ-んァ-ヶ]{1,6}?)(?:議員|委員)(?:さん)?(?:の|から|より)の?(?:御|ご)?(?:質問|質疑|お尋ね)(?!にも|でも|と)"
)


def returns_to(text: str) -> str | None:
    """The surname of the member to whose question a reply goes back (先ほど山田委員の御質問で、…); None where it does not."""
    found = _RETURNS.match(text)
    return found[1] if found else None


_GOES_BACK = re.compile(r"^(?:[^。]{0,20}[。、])?(?:先ほど|先程|さきほど|さき)の(?!とおり|通り|ように)")


def goes_back(text: str) -> bool:
    """Whether a reply opens with what was asked before (先ほどの滞納額でございますが、…)."""
    return _GOES_BACK.match(text) is not None


def asks_back(text: str) -> bool:
    """A reply that ends in a question of its own (反問): どちらを指しておられますか。"""
    said = [text[start:end] for start, end in sentences(text)]
    return bool(said) and re.search(r"か[。？?]*$", said[-1]) is not None and asks(said[-1])


def late_reply_to(text: str) -> str | None:
    """The surname of the member whom a belated reply answers, empty where none is named; None where it is none."""
    head = next((text[start:end] for start, end in sentences(text)), "")
    if not _LATE.search(head) or not re.search(r"保留|先ほど|先程|さきほど|さき", head[:40]):
        return None
    name = _LATE_NAME.search(re.sub(r"^.*?(?:先ほど|先程|さきほど|さき)の?、?", "", head))
    return name[1] if name else ("" if "保留" in head else None)


_STALLS = re.compile(
    r"^[^。]{0,30}(?:少々|しばらく|ちょっと|今)[^。]{0,12}(?:お待ち|お時間|時間を)[^。]{0,16}。?$"
)


@fluently
def stalls(text: str) -> bool:
    """少々お待ちください: somebody looks the answer up."""
    return len(text) <= 60 and _STALLS.match(text) is not None


def no_reply(text: str, answered: bool) -> bool:
    """Words after a question that answer nothing; そうです。 does."""
    nothing = len(text) < 6 and is_trivial(text) and not text.startswith("そうです。")
    return stalls(text) or (nothing and not answered)


_ANSWERS_AS_MEMBER = re.compile(
    r"^(?:[^。]{0,20}、)?[^。、]{0,24}(?:の立場(?:から|で|として)(?:申し|お答え|お話|言い|言う|言え)|(?:私|わたくし|当社|当方|弊社|うち)(?:の方|のほう)?(?:から|で)(?:お答え|回答|御?説明|補足))"
    r"|^[^。]{0,40}(?:質問|お尋ね)に(?:私から)?(?:お答え|回答)"
)


_OPERATES = re.compile(
    r"[^。、]{0,12}(?:当社|弊社|当行|当院|当園|当組合|当協会)(?:の[^。、]{1,16}|で)?[はでも][^。]{4,80}(?:です|ます|ました|いる|いた|した|ない|ある)。"
)
"""当社の路線では２割ほど減便しています: how it is with those whom the member stands for, whom the question was put to."""


@fluently
def answers_as_member(text: str) -> bool:
    """A member of a council who answers another, as operator, as expert: バス事業者の立場から申し上げますと…"""
    if _ANSWERS_AS_MEMBER.match(text):
        return True
    return _OPERATES.match(text) is not None and not wishes(text)
