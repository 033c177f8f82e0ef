"""What the words of a turn do: ask, wish, thank, introduce, close. General phrases of Japanese meetings (a chair's: `moderation`, of a reply: `replying`).

Every pattern was read off published minutes of many councils; a phrase that only one council uses is not here.
"""

from __future__ import annotations

import re

from corpus.patterns import IS, NUMERAL, any_of
from ingest.phrases.fluent import fluent, fluently
from ingest.phrases.stating import states_from
from ingest.text.lines import sentences

_ASKS_BY_ITS_END = (
    # 「どうなっていますか」「今後の見通しは」, not 「こんにちは」
    r"(?:か|かな|かしら|(?<!こんにち)(?<!こんばん)は)[。？?」]*$",
    r"(?:でしょう|だろう)[。？?]*$",
    r"如何",
    r"いかが(?:です|でしょう|お考え)",
)

_ASKS_TO_HEAR = (
    # 「お伺いします」「お聞かせください」
    r"[伺尋]い(?:ます|たい|を?いたし|を?させて|を?し(?:ます|たい|て))",
    *r"お?(?<!読み)聞かせ お?聞き(?:します|した(?:い|くて)|いたし|をし) 聞きたい 尋ね(?:します|たい|いたし|る) お尋ね".split(),
    *r"伺う うかが(?:い|う) 伺(?:いでき|え)れば (?:伺っ|聞い|尋ね)ておき(?:ます|たい)".split(),
)

_CAN_ONLY_BE_TOLD = any_of(
    *"考え 見通し 見込み 現状 内訳 件数 人数 数字 金額 理由 根拠 経緯 概要 詳細 考え方 スケジュール".split()
)
_ASKS_TO_BE_TOLD = (
    # 「教えてください」「御説明ください」
    r"(?:教え|説明し|お答え|お示し|示し|答え|明らかにし|回答し|答弁し)て"
    r"(?:ください|下さい|いただ|頂|ほしい|欲しい|もらいた|もらえ)",
    r"教えていただ",
    r"お(?:知らせ|示し|答え|聞かせ|教え)(?:ください|下さい|願|いただ|を)",
    *r"(?:御|ご)?説明(?:ください|下さい) お教え 御?教示".split(),
    # 「御見解を求めます」「御所見を賜りたい」
    r"(?:(?:御|ご)?(?:答弁|見解|所見|認識|説明|回答|所感|受け止め)|お考え(?:方)?|考え方)(?:を|は)?[^。、]{0,8}"
    r"(?:お願い|求め|願い|お聞|伺|ください)",
    r"(?:見解|所見|認識|考え)を(?:賜|ただし)",
    # 「町の考えを簡潔にお願いします」「内訳をお願いします」: what is asked for can only be told
    rf"{_CAN_ONLY_BE_TOLD}を(?:、?[^。、をに]{{1,8}}[にく]|もう(?:少し|[一１1]度)|再度|改めて)?、?お願い(?:い?た)?し(?:ます|たい)",
    r"一言[^。]{0,8}(?:お願い|頂|いただ|ください)",
    r"お願い(?:い?た)?し?(?:ます|したい)[^。]{0,6}(?:答弁|説明|回答)",
)

_ASKS_OTHERWISE = (
    # 「いつになるかお願いします」「その理解でよろしいですね」
    r"どう(?:か|なのか|でしょうか|ですか)(?:と|、|$)(?!思|考)",
    *r"[？?]$ 確認(?:させて|したい|をさせて) 知りたい".split(),
    r"(?:理解|認識|解釈)で(?:よろしい|いい|よい)(?:です)?ね",
    *r"お答えください 説明を?(?:求め|願)".split(),
    r"(?:説明|答弁|回答|見解|お考え)を?(?:いただ|頂)(?:き(?:たい|たく|ますよう)|ければ)",
    r"か[、，,](?:[^。、，]{0,16}[、，]?)?お願い(?:い?た)?し(?:ます|たい)",
    r"か[をも]?お願い(?:い?た)?し(?:ます|たい)",
    r"質問(?:を)?(?:いた)?し(?:ます|たい)",
    rf"が[^。、]{{0,6}}質問{IS}$",
    r"(?:御|ご)意見を?[^。、]{0,6}お話しい",
    # 「最後に御答弁をいただいて終わります」
    r"(?:何か|あれば|最後に)[^。]{0,12}(?:答弁|見解|考え|所見|回答)を?"
    r"(?:いただ|頂|頂戴し)(?:いて|き|て)、?[^。、]{0,8}終わ(?:りたい|ります|らせ|りと)",
    # 「そこの部分をもう一度お願いします」
    r"^(?:[そこ]の(?:[点辺]|部分)[はをも]?、?)?(?:再度|もう[一１1]度|今[一１1]度|いま一度)、?"
    r"お願い(?:い?た)?し?(?:ます|いたします|申し上げます)[。]?$",
)

_ASKS = re.compile(any_of(*_ASKS_BY_ITS_END, *_ASKS_TO_HEAR, *_ASKS_TO_BE_TOLD, *_ASKS_OTHERWISE))

_ASSENTS = (
    *r"(?:は|ハ)い ええ うん そうです(?:ね)? いいえ".split(),
    rf"(?:議長|委員長|会長|座長)[、。]?(?:{NUMERAL}{{1,3}}番)?",
    *r"(?:分|わか|判)(?:りました|った) 了解(?:です|した|しました|いたしました)?".split(),
    *r"承知(?:した|しました|いたしました)? 結構です けっこうです 大丈夫です".split(),
)

_THANKS = (
    # 「御丁寧な御答弁をいただき、誠にありがとうございました」
    r"(?:どうも|大変|御答弁|ご答弁|御丁寧な?|ご丁寧な?|御?説明|詳しい|詳細な|お答え)?[、]?"
    r"(?:御?説明|御?答弁|ご説明|ご答弁|ご回答|御回答)?(?:を)?(?:いただ(?:き|きまして)|、)?[、]?"
    r"(?:まことに|誠に)?ありがとうございま(?:す|した)",
    *r"すみません すいません 失礼(?:します|しました|いたしました)?".split(),
)

_AGREES = (
    *r"異議(?:なし|ありません|ない|はない) (?:了承|承認|同意|賛成)(?:です|する|します|いたします)?".split(),
    *r"なし ありません ございません 特に(?:ありません|ございません|なし)".split(),
    r"(?:事務局|議長|委員長|会長|座長)(?:に|ご|御)?一任(?:で|を|と)?"
    r"(?:お願い(?:いた)?し(?:ます|たい)|(?:いた)?します|する)?",
)

_NO_MORE = (
    *r"よろしいです よろしくお願い(?:いた)?します お願い(?:いた)?します お願いする".split(),
    *r"以上です 以上でございます 以上であります 以上 終わります いいです 後ほどで結構です 了".split(),
    # 「音声は聞こえますでしょうか」「はい、聞こえております」
    r"(?:すみません|すいません|失礼します)?[、。]?(?:音声|音|声|私の声|こちらの声|マイク)?(?:は|が)?、?"
    r"聞こえ(?:て(?:い|お)?ま|ま)す(?:でしょう)?か",
    r"(?:はい、?)?聞こえて(?:い|お)?(?:り)?ます",
    *r"同じです そのとおりです その通りです".split(),
    # 「以上で私の質問を終わらせていただきます」
    r"(?:(?:これ|以上)(?:で|をもちまして|をもって))?[、，]?(?:私の?|わたくしの?)?(?:全ての|すべての)?"
    r"(?:一般)?(?:質問|質疑|発言|討論)?(?:は|を)?(?:終わ|終え|終了)"
    r"(?:り|らせて(?:いただき|もらい)|させて(?:いただき|もらい)|し|いたし)?(?:ます|ました|たいと思います)",
    r"続けて(?:お願い|質問)(?:い?たし)?します",
)

_TRIVIAL = re.compile("^" + any_of(*_ASSENTS, *_THANKS, *_AGREES, *_NO_MORE) + r"[。、．.!！ ]*$")

_THANKS_ONLY = re.compile(
    r"^[^。]{0,40}(?:ありがとうございま(?:す|した)|分かりました|わかりました|承知(?:いた)?しました|了解(?:いた)?しました)。?$"
)

_INTRODUCTION = re.compile(
    r"^[^。]{1,40}(?:と申します|です|でございます)。(?:[^。]{0,30}。)?[^。]{0,30}よろしくお願い(?:い?た)?し(?:ます|申し上げます)。?$"
    # 「沖啓子でございます。私の町は……であります。どうぞよろしくお願いいたします。」
    r"|^[一-鿿々ヶ]{2,4}[ぁ-んァ-ヶー一-鿿々]{0,4}(?:と申します|です|でございます)。(?:(?:私|わたし)[^。]{2,110}(?<!か)。){1,2}"
    r"(?:どうぞ|何とぞ)よろしくお願い(?:い?た)?し(?:ます|申し上げます)。?$"
)
"""Who one is, and no more: said by a member who has just come, it asks for nothing."""


def asks(text: str) -> bool:
    """Whether a turn asks for something: a question, or a request for an answer, in one of its sentences."""
    return bool(asking_sentences(text))


_LEAVE = re.compile(
    any_of(
        # 「次の質問に移ってもよろしいですか」
        r"(?:^|[。、])[^。、]{0,16}(?:いって|行って|入って|移って|進んで)も?(?:よろしい|いい|よい)(?:でしょう|です)か$",
        # 「まとめて伺ってもよろしいでしょうか」
        r"(?:まとめて|一つ一つ|１つ１つ|ひとつひとつ|一括|分けて|順番に)[^。、]{0,8}(?:よろしい|いい|よい)(?:でしょう|です)か$",
    )
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
    rf"^(?:議長|委員長|会長|座長)[、，,。\s]+(?:{NUMERAL}{{1,3}}番[、，,\s]*)?[^。、，,\s]{{1,14}}[。．]?$"
    r"|^はい[、。]?(?:議長|委員長|会長|座長)[。．]?$"
)

_SENTENCE_END = re.compile(r"(?:です|ます|ません|した|ない|たい)[。．]?$")


def seeks_floor(text: str, office: str) -> bool:
    """議長、企画課長。 はい、議長。 財政課長。 (his own office): a call to the chair, in a turn of its own; the chair names the caller."""
    text = fluent(text)
    own = bool(office) and text.strip("。． \u3000\n") == office
    return own or (_SEEKS_FLOOR.match(text) is not None and _SENTENCE_END.search(text) is None)


@fluently
def is_trivial(text: str) -> bool:
    """A turn that is nothing: はい。 ありがとうございました。 委員長。"""
    if _INTRODUCTION.match(text):
        return True
    if len(text) > 90:
        return False
    bare = text.strip("（()）")  # （異議なし）
    pieces = [bare[start:end] for start, end in sentences(bare)]
    return bool(pieces) and all(_TRIVIAL.match(p) or _THANKS_ONLY.match(p) for p in pieces)


_GREETS = re.compile(
    "^"
    + any_of(
        r"[^。]{0,20}(?:おはようございます|こんにちは|こんばんは|(?:ご|御)苦労さ[まん]|お疲れさま)",
        r"[^。]{0,40}(?:一言|ひと言)?(?:ご|御)?(?:挨拶|あいさつ)",
    )
)


def greets(text: str) -> bool:
    """A turn that opens as a greeting does; where the chair called for one it is nothing else."""
    return _GREETS.match(text) is not None


_WISHES = re.compile(
    r"いただ(?:き|け)|頂(?:き|け)|お願い|願い|(?:ご|御)?検討|欲し|ほしい|もら(?:い|え)|要望|期待"
)


def wishes(text: str) -> bool:
    """Whether words end in a wish to somebody (in their last two fifths)."""
    return _WISHES.search(text, int(len(text) * 0.6)) is not None


CLOSING = re.compile(
    any_of(
        *"まとめ 締めくく 締め括 結びに 終わりに 最後に[^。]{0,30}(?:要望|申し上げ|お願い)".split(),
        r"(?:一般)?質問を(?:終わ|終了|終え|閉じ)",
        r"(?:要望|お願い)[^。]{0,20}(?:終わ|いたします|します|とします)",
        r"再質問(?:は|等)?(?:ありません|ございません|いたしません)",
    )
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
    any_of(
        r"(?:御|ご)?(?:答弁|回答|お答え)は(?:求め|要り|いり|不要|結構|よろしい|必要)[^。]{0,8}",
        r"(?:要望|意見|お願い)(?:と|に)(?:して(?:申し|述べ|おき|おり|終わ)|とど|留|させて)[^。]{0,24}$",
        r"(?:要望|お願い)を?(?:し|いたし|申し上げ)(?:て|まして)、?(?:[^。、]{1,12}を)?終わ[^。、]{0,12}$",
        r"^[^。、]{0,12}(?:指名推[選薦]|一任|事務局案)で(?:は、?)?(?:いかが|どう)[^。、？?]{0,10}[？?]?$",
    )
)


@fluently
def waives(text: str) -> bool:
    """A member who says that no answer is wanted (答弁は結構です, 要望して終わります; 指名推選ではいかがですか proposes), in the last two sentences."""
    return any(_WAIVES.search(text[start:end].rstrip("。 ")) for start, end in list(sentences(text))[-2:])
