"""What is typed into a conversation and asks the record nothing: thanks, greetings, „go on“, requests that a program which quotes cannot do.

None of it has an answer in any record, and 「該当する答弁は見つかりませんでした」 would say that it might have had one. It gets a plain line, and what is
asked after it goes on from what was spoken of before it. Each form is matched whole: 「空き家対策を要約して」 names a matter and is a question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retriever.languages import is_japanese
from retriever.question import normalise

LONGEST = 60
"""Characters of an aside; whoever writes more has a matter."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What is said to it, in Japanese and in English."""

    ja: str
    en: str


EMPTY = Aside("質問を入力してください。", "Please type a question.")
THANKS = Aside(
    "お役に立てれば幸いです。続けてお尋ねいただけます。", "You are welcome. You can go on asking at any time."
)
GREETING = Aside(
    "こんにちは。会議録に書かれていることをお尋ねください。",
    "Hello. Please ask about what the minutes say.",
)
HEARD = Aside(
    "ほかに知りたいことがあれば、続けてお尋ねください。",
    "If there is more you want to know, please go on asking.",
)
DOUBTED = Aside(
    "示しているのは会議録の文そのものです。番号を開くと、前後の文とあわせて確かめられます。",
    "What is shown are the sentences of the record as they stand. Open a number to check them with what stands around them.",
)
UNHAPPY = Aside(
    "お役に立てず申し訳ありません。自治体・会議・時期や、会議録に出てきそうな言葉を添えて、もう一度お尋ねください。",
    "I am sorry that this was of no help. Please ask again with a town, a meeting, a date or words that the minutes may use.",
)
NO_WRITING = Aside(
    "要約・翻訳・文章や図表の作成はできません。会議録の文をそのまま示すので、知りたい事柄をお尋ねください。引用は出典とともに書き写せます。",
    "I cannot summarise, translate, write texts or draw charts. I show sentences of the minutes as they stand: please ask about a matter. "
    "Quotations can be copied together with their source.",
)
NO_OPINION = Aside(
    "意見や評価は述べません。会議録に書かれていることだけを示します。",
    "I give no opinions. I only show what the minutes say.",
)
ABLE = Aside(
    "読み込まれている会議録から、質問に答えている文を、自治体・会議・日付・発言者とともにそのまま示します。ふだんの言葉でお尋ねください。"
    "自治体・会議・時期・議員の名前を添えると絞り込めます。",
    "I show the sentences of the loaded minutes that answer a question, as they stand, with town, meeting, date and speaker. Ask in your own "
    "words; name a town, a meeting, a date or a member to narrow the search.",
)

_SHOWN = (
    r"(?:(?:この|その|今の|いまの|さっきの|先ほどの|上の|以上の?|前の|これまでの|ここまでの|ここの|全体の)?"
    r"(?:回答|答え|答弁|内容|結果|議論|説明|文章?|引用|話|やりとり|やり取り|会話|質疑|部分|記録|会議録|要点|要旨|ポイント|全部|全体|もの)|これら?|それら?|以上|ここまで|これまで|今まで)"
)
"""What stands above, whatever it is called."""
_HOW = r"(?:(?:もっと|もう少し|できるだけ|なるべく)?(?:短く|簡単に|簡潔に|わかりやすく|分かりやすく|手短に|一言で|ひとことで|箇条書き(?:で|に)|三行で|3行で|日本語で|英語で|中国語で|やさしい日本語で|表で|グラフで|[0-9]+字(?:以内|程度|くらい)?(?:で|に)))"
_ASKED = r"(?:して|し|ってみて|てみて|してみて|してほしい|して欲しい|してもらえ|していただけ|してくれ|て|てほしい|て欲しい|てもらえ|ていただけ|てくれ|を|お願い|頼|できる|でき)"
_POLITE = r"(?:[。、!?！？\s]|ください|下さい|ほしい|欲しい|もらえ|いただけ|くれ|くださ|頂け|願い|お願い|いたし|ます|ました|ません|ない|です|でしょう|か|が|の|ん|ね|よ|な|い|た|と|たい|る|も|だけど|けど|ので|かな|思い|助かり|可能|し|教え|て)*+"
_LEAD = r"(?:(?:では|それでは|じゃあ?|それで|で|ええと|えっと|あの|すみません|すいません|はい|うん|ああ|あ|へえ|へー|ふーん|なるほど|わかりました|分かりました|最後に|ちなみに|ところで)[。、!！\s]*)*"

_MAKING = (
    rf"(?:{_SHOWN}(?:の|を|は|について|から|で|に|だけ|、|もとに|踏まえて|使って)*)*(?:{_HOW}|を)*"
    rf"(?:(?:要するに|つまり|要は)、?(?:どういうこと|何|なに)|(?:(?:(?:やさしい)?(?:英|日本|中国|韓国|ポルトガル|スペイン|ベトナム)語(?:に|へ))?(?:翻訳|訳)|要約|和訳|英訳|要点整理|整理|箇条書き(?:に|で)?|要点(?:を|だけ)?|図(?:表)?に?|グラフ(?:に|化)?|表(?:に|化)?|一覧表に?|スライドに?|エクセルに?|Excelに?|ワードに?|パワポに?|英語に|日本語に|中国語に|韓国語に|英語で|書き直|言い換え|添削|まとめ)(?:{_ASKED}|$)|"
    rf"(?:(?:回答|返信|返事|お礼|報告|お詫び|依頼|案内)?(?:の)?(?:メール|手紙|文書|文章|原稿|下書き|案文|文案|文面|報告書|レポート|議事録|質問文|答弁書|挨拶文|資料|記事|スピーチ|チラシ|作文)(?:の(?:下書き|案|たたき台|文面))?|(?:答弁|回答|質問|返信)(?:の)?(?:下書き|案|原稿|たたき台))(?:を|に|も)?(?:{_HOW})*(?:書い|作成|作っ|つくっ|考え|起案|起こし|書け|作れ|まとめ|直し|して|し(?:て|$)|お願い)|(?:[一-龥]{{1,4}}向けに)?{_HOW}(?:言う|いう|言っ|説明|教え|答え|回答|話し|お願い))"
)
_YOU = r"(?:あなた|君|きみ|お前|おまえ|おたく|そちら|AI|エーアイ|ボット|チャットボット|このチャット|このソフト|このシステム|このアプリ|このサイト|このページ|会議録チャット)"

_FORMS: tuple[tuple[Aside, str], ...] = (
    (
        THANKS,
        r"(?:どうも)?(?:本当に|大変|とても|いろいろ|色々)?(?:ありがとう|有難う|有り難う|サンキュー|感謝)(?:ござい)?|(?:大変)?助かり|参考になり|お(?:世話|手数)(?:になり|を(?:おかけ|お掛け)し)|どうも|お疲れ(?:様|さま)",
    ),
    (
        GREETING,
        r"こんにち[はわ]|こんばん[はわ]|おはよう(?:ござい)?|はじめまして|初めまして|どうも|よろしく(?:お願い)?|もしもし",
    ),
    (
        HEARD,
        r"(?:なるほど|そうなん|そう(?:です|か|だった|でした)|そっか|ふーん|へえ+|へー+|ほう|ふむ(?:ふむ)?|はい|いいえ|うん|ええ|OK|オーケー|オッケー|了解|承知|(?:よく|だいたい|大体)?(?:わか|分か)(?:った|り)|理解し|納得|もう(?:いい|結構|大丈夫|十分)|(?:以上|これ)で(?:いい|結構|大丈夫|十分|終わり)|結構|大丈夫|以上|終わり|さようなら|おしまい|すごい|素晴らしい|いい)",
    ),
    (
        DOUBTED,
        r"(?:それは?|これは?)?(?:本当|ほんと|ホント|マジ|まじ|確か|正確|間違いな|嘘|うそ)(?:に|う|なの|です|でしょう|か|いない|いあり)?",
    ),
    (
        UNHAPPY,
        r"(?:(?:それ|これ)(?:は|って))?(?:全然|まったく|全く|ぜんぜん)?(?:使えな|役に立た(?:な|ん)?|つまらな|ひどい|だめ|駄目|ダメ|最悪|意味(?:が)?(?:不明|わから|分から)(?:な)?|違う|違い|違っ|ちがう|そうじゃな(?:くて|い)|そうではな(?:くて|い|く)|答えになっ(?:てい?)?な|関係な|死ね|馬鹿|バカ|ばか|アホ|あほ|くそ|クソ|ふざけ(?:るな|んな)?|うるさい|黙れ|ちゃんと答え(?:て|ろ)|わからな|分からな)",
    ),
    (NO_WRITING, _MAKING),
    (
        NO_OPINION,
        rf"(?:{_YOU}(?:の|は|としては?|なら|自身の?|から見て)*)+(?:(?:ご)?(?:意見|考え|感想|見解|評価|おすすめ|お勧め|判断)(?:は|を)?|どう(?:思|考え)(?:い|う|え)?|何が(?:いい|良い|正しい)|賛成|反対)|どう思(?:い|う)|どう考え|おすすめは(?:何)?|どちらが(?:正しい|良い|いい)",
    ),
    (
        ABLE,
        rf"(?:{_YOU}(?:は|って|で(?:は)?|に(?:は)?|の)*)?(?:何|なに|どんなこと|どういうこと|どのようなこと|何か)(?:が|を)(?:でき|出来|聞け|尋ねられ|質問でき|調べられ|知って)(?:る|い)?|(?:{_YOU}(?:の)?)?(?:使い方|使用方法|操作方法|ヘルプ|機能|説明書|質問の仕方|聞き方)(?:を|は|が)?|(?:{_YOU}(?:は|って)+)(?:誰|だれ|何|なに|何者|どなた|どういうもの|人間|ロボット|AI)|どうやって(?:使|質問す)(?:う|え|い|れ)?|(?:これ|ここ)(?:は|って)(?:何|なに)|自己紹介(?:して|を)?",
    ),
)
_JAPANESE = tuple(
    (said, re.compile(rf"{_LEAD}(?:{form}){_POLITE}(?:(?:{form}){_POLITE})?", re.IGNORECASE))
    for said, form in _FORMS
)

_ANY_WORD = re.compile(r"[^\W_]")

_THIS = r"(?:(?:please|can you|could you|would you|now|then|ok|okay|and|,) *)*"
_IT = r"(?: ?(?:it|this|that|them|these|all|everything|the (?:above|answer|reply|result|text|conversation|discussion|quotes?)|(?:above|your answer)))?"
_ENGLISH = tuple(
    (
        said,
        re.compile(
            rf"{_THIS}(?:{form})(?:[ ,.!?]|please|very much|so much|a lot|for me|me|again|then|now)*",
            re.IGNORECASE,
        ),
    )
    for said, form in (
        (
            THANKS,
            r"(?:many )?thanks|thank you|thx|cheers|much appreciated|(?:that|this) (?:was|is|helps?)(?: very)? ?(?:helpful|useful)?",
        ),
        (
            GREETING,
            r"hello|hi|hey|good (?:morning|afternoon|evening|day)(?: there)?|nice to meet you|hi there|hello there",
        ),
        (
            HEARD,
            r"ok|okay|yes|no|i see|i understand|understood|got it|right|alright|all right|great|good|fine|nice|perfect|interesting|never mind|that is all|that's all|bye|goodbye|enough",
        ),
        (DOUBTED, r"really|are you sure|is (?:that|this|it) (?:true|right|correct|so)|seriously"),
        (
            UNHAPPY,
            r"(?:that|this|it) is (?:wrong|useless|not what i (?:asked|meant))|useless|wrong|stupid|not helpful|you are (?:wrong|useless|stupid)",
        ),
        (
            NO_WRITING,
            rf"(?:summari[sz]e|sum up|translate|paraphrase|rephrase|shorten|simplify|rewrite){_IT}(?: (?:in|into|to|as) .{{1,30}})?|(?:give me )?(?:a )?summary|tl;?dr|"
            r"(?:write|draft|compose|prepare|make)(?: me| us)? (?:a|an|the|some) (?:[a-z]+ ){0,2}(?:e-?mail|letter|draft|reply|report|speech|memo|article|chart|graph|table|summary|slide|text)s?(?: (?:about|of|for|from|with|to) (?:it|this|that|them|the above))?",
        ),
        (
            NO_OPINION,
            r"what do you think(?: about (?:it|this|that))?|(?:what is )?your opinion|do you (?:agree|think so)|what would you (?:do|recommend)",
        ),
        (
            ABLE,
            r"what can (?:you|i) (?:do|ask)(?: here| you)?|who are you|what are you|help|how (?:do|can) i use (?:this|it|you)|how does (?:this|it) work|what is this",
        ),
    )
)
_OTHERS = tuple(
    (said, re.compile(rf"(?:{form})[\s。！!？?.～~]*"))
    for said, form in (
        (THANKS, r"[谢謝]{2}(?:你|您)?|多[谢謝]|非常感[谢謝]|감사합니다|고마워요?|고맙습니다"),
        (GREETING, r"[你您]好|早上好|大家好|안녕(?:하세요)?"),
        (HEARD, r"好的?|明白了?|知道了|我懂了|네|예|알겠습니다|알겠어요"),
    )
)


def aside(question: str) -> Aside | None:
    """What is said to a message that asks the record nothing; None for a question."""
    text = normalise(question)
    if len(text) > LONGEST:
        return None
    if not _ANY_WORD.search(text):
        return EMPTY
    if whole := _said_to(text):
        return whole
    pieces = [_said_to(piece) for piece in re.split(r"[。、,.!！\s]+", text) if piece]
    if len(pieces) < 2 or None in pieces:
        return None
    return next((piece for piece in pieces if piece is not HEARD), HEARD)


def _said_to(text: str) -> Aside | None:
    forms = (*_JAPANESE, *_ENGLISH, *_OTHERS)
    return next((said for said, form in forms if form.fullmatch(text)), None)


def in_english(question: str) -> bool:
    """Whether the line to an aside is wanted in English."""
    return any(letter.isalpha() for letter in question) and not is_japanese(question)
