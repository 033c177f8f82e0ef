"""Thanks, greetings, "go on" and the like as they are typed, for `chat.questions.asides`."""

from __future__ import annotations

from corpus.patterns import any_of

SHOWN = any_of(
    any_of(
        *r"この その 今の いまの さっきの 先ほどの 上の 以上の? 前の これまでの ここまでの ここの 全体の".split(),
    )
    + r"?"
    + any_of(
        # 「今の回答」「ここまでの議論」
        *r"回答 答え 答弁 内容 結果 議論 説明 文章? 引用 話 やりとり やり取り 会話 質疑 部分 記録 会議録 要点 要旨 ポイント 全部".split(),
        *r"全体 もの".split(),
    ),
    # 「これら」「以上」
    *r"これら? それら? 以上 ここまで これまで 今まで".split(),
)
"""What stands above, whatever it is called."""
HOW = (
    r"(?:(?:もっと|もう少し|できるだけ|なるべく)?"
    + any_of(
        # 「もっと短く」「箇条書きで」「3行で」
        *r"短く 簡単に 簡潔に わかりやすく 分かりやすく 手短に 一言で ひとことで 箇条書き(?:で|に) 三行で 3行で 日本語で 英語で".split(),
        *r"中国語で やさしい日本語で 表で グラフで".split(),
        # 「200字以内で」
        r"[0-9]+字(?:以内|程度|くらい)?(?:で|に)",
    )
    + r")"
)
ASKED = any_of(
    *r"して し ってみて てみて してみて してほしい して欲しい してもらえ していただけ してくれ て てほしい て欲しい てもらえ".split(),
    *r"ていただけ てくれ を お願い 頼 できる でき".split(),
)
POLITE = (
    any_of(
        *r"[。、!?！？\s] ください 下さい ほしい 欲しい もらえ いただけ くれ くださ 頂け 願い お願い いたし ます ました ません".split(),
        *r"ない です でしょう か が の ん ね よ な い た と たい る も だけど けど ので かな 思い 助かり 可能 し 教え て".split(),
    )
    + r"*+"
)
LEAD = (
    r"(?:"
    + any_of(
        *r"では それでは じゃあ? それで で ええと えっと あの すみません すいません はい うん ああ あ へえ へー ふーん なるほど".split(),
        *r"わかりました 分かりました 最後に ちなみに ところで".split(),
    )
    + r"[。、!！\s]*)*"
)

MAKING = (
    rf"(?:{SHOWN}(?:の|を|は|について|から|で|に|だけ|、|もとに|踏まえて|使って)*)*(?:{HOW}|を)*"
    + any_of(
        # 「要するにどういうこと」
        r"(?:要するに|つまり|要は)、?(?:どういうこと|何|なに)",
        # 「英語に翻訳して」「要約」「要点だけ」
        any_of(
            r"(?:(?:やさしい)?(?:英|日本|中国|韓国|ポルトガル|スペイン|ベトナム)語(?:に|へ))?(?:翻訳|訳)",
            *r"要約 和訳 英訳 要点整理 整理 箇条書き(?:に|で)? 要点(?:を|だけ)?".split(),
            # 「グラフにして」「一覧表に」「言い換えて」
            *r"図(?:表)?に? グラフ(?:に|化)? 表(?:に|化)? 一覧表に? スライドに? エクセルに? Excelに? ワードに? パワポに? 英語に".split(),
            *r"日本語に 中国語に 韓国語に 英語で 書き直 言い換え 添削 まとめ".split(),
        )
        + rf"(?:{ASKED}|$)",
        # 「お礼のメールを書いて」「報告書を作成して」「答弁の下書きを」
        any_of(
            r"(?:回答|返信|返事|お礼|報告|お詫び|依頼|案内)?(?:の)?"
            + any_of(
                *r"メール 手紙 文書 文章 原稿 下書き 案文 文案 文面 報告書 レポート 議事録 質問文 答弁書 挨拶文 資料 記事 スピーチ チラシ".split(),
                r"作文",
            )
            + r"(?:の(?:下書き|案|たたき台|文面))?",
            r"(?:答弁|回答|質問|返信)(?:の)?(?:下書き|案|原稿|たたき台)",
        )
        + rf"(?:を|に|も)?(?:{HOW})*"
        + any_of(
            *r"書い 作成 作っ つくっ 考え 起案 起こし 書け 作れ まとめ 直し して し(?:て|$) お願い".split(),
        ),
        # 「議員向けに短く説明して」
        rf"(?:[一-龥]{{1,4}}向けに)?{HOW}(?:言う|いう|言っ|説明|教え|答え|回答|話し|お願い)",
    )
)
YOU = any_of(
    *r"あなた 君 きみ お前 おまえ おたく そちら AI エーアイ ボット チャットボット このチャット このソフト このシステム".split(),
    *r"このアプリ このサイト このページ 会議録チャット".split(),
)

THANKS = any_of(
    # 「どうもありがとうございました」
    r"(?:どうも)?(?:本当に|大変|とても|いろいろ|色々)?(?:ありがと[うー]?|有難う|有り難う|サンキュー|あざっ?す|感謝)(?:ござい)?",
    # 「助かりました」「お世話になりました」「お疲れさま」
    *r"(?:大変)?助かり 参考になり".split(),
    r"お(?:世話|手数)(?:になり|を(?:おかけ|お掛け)し)",
    *r"どうも お疲れ(?:様|さま)".split(),
)

GREETING = r"こんにち[はわ]|こんばん[はわ]|おはよう(?:ござい)?|はじめまして|初めまして|どうも|よろしく(?:お願い)?|もしもし"

HEARD = any_of(
    # 「なるほど」「そうですか」「はい」
    *r"なるほど そうなん そう(?:です|か|だった|でした) そっか ふーん へえ+ へー+ ほう ふむ(?:ふむ)? はい いいえ うん ええ".split(),
    # 「了解しました」「わかりました」「もう結構です」
    *r"OK オーケー オッケー 了解 承知".split(),
    r"(?:よく|だいたい|大体)?(?:わか|分か)(?:った|り)",
    *r"理解し 納得 もう(?:いい|結構|大丈夫|十分)".split(),
    # 「以上で終わり」「さようなら」「すごい」
    r"(?:以上|これ)で(?:いい|結構|大丈夫|十分|終わり)",
    *r"結構 大丈夫 以上 終わり さようなら おしまい すごい 素晴らしい いい".split(),
)

DOUBTED = r"(?:それは?|これは?)?(?:本当|ほんと|ホント|マジ|まじ|確か|正確|間違いな|嘘|うそ)(?:に|う|なの|です|でしょう|か|いない|いあり)?"

UNHAPPY = r"(?:(?:それ|これ)(?:は|って))?(?:全然|まったく|全く|ぜんぜん)?" + any_of(
    # 「全然使えない」「ひどい」
    *r"使えな 役に立た(?:な|ん)? つまらな ひどい だめ 駄目 ダメ 最悪".split(),
    # 「意味が分からない」「そうじゃなくて」
    r"意味(?:が)?(?:不明|わから|分から)(?:な)?",
    *r"違う 違い 違っ ちがう そうじゃな(?:くて|い) そうではな(?:くて|い|く)".split(),
    # 「答えになっていない」「関係ない」
    *r"答えになっ(?:てい?)?な 関係な".split(),
    # 「うるさい」: abuse
    *r"死ね 馬鹿 バカ ばか アホ あほ くそ クソ ふざけ(?:るな|んな)? うるさい 黙れ".split(),
    # 「ちゃんと答えて」
    *r"ちゃんと答え(?:て|ろ) わからな 分からな".split(),
)

NO_OPINION = any_of(
    # 「あなたの意見は」「AIとしてはどう思いますか」「あなたはそれについてどう思う」
    rf"(?:{YOU}(?:の|は|としては?|なら|自身の?|から見て)*)+(?:[そこ](?:れ|の(?:件|こと|話))(?:について(?:は)?|を)?、?)?"
    + any_of(
        r"(?:ご)?(?:意見|考え|感想|見解|評価|おすすめ|お勧め|判断)(?:は|を)?",
        *r"どう(?:思|考え)(?:い|う|え)? 何が(?:いい|良い|正しい) 賛成 反対".split(),
    ),
    # 「どう思いますか」「おすすめは」「どちらが良い」
    *r"どう思(?:い|う) どう考え おすすめは(?:何)? どちらが(?:正しい|良い|いい)".split(),
)

ABLE = any_of(
    # 「何ができますか」「どんなことが聞けますか」
    rf"(?:{YOU}(?:は|って|で(?:は)?|に(?:は)?|の)*)?(?:何|なに|どんなこと|どういうこと|どのようなこと|何か)(?:が|を)"
    r"(?:でき|出来|聞け|尋ねられ|質問でき|調べられ|知って)(?:る|い)?",
    # 「使い方を」「ヘルプ」
    rf"(?:{YOU}(?:の)?)?(?:使い方|使用方法|操作方法|ヘルプ|機能|説明書|質問の仕方|聞き方)(?:を|は|が)?",
    # 「あなたは誰」
    rf"(?:{YOU}(?:は|って)+)(?:誰|だれ|何|なに|何者|どなた|どういうもの|人間|ロボット|AI)",
    # 「どうやって使うの」「これは何」「自己紹介して」
    r"どうやって(?:使|質問す)(?:う|え|い|れ)?",
    r"(?:これ|ここ)(?:は|って)(?:何|なに)",
    r"自己紹介(?:して|を)?",
)

THIS = r"(?:(?:please|can you|could you|would you|now|then|ok|okay|and|,) *)*"
IT = (
    r"(?: ?"
    + any_of(
        *r"it this that them these all everything".split(),
        r"the (?:above|answer|reply|result|text|conversation|discussion|quotes?)",
        r"(?:above|your answer)",
    )
    + r")?"
)
ENGLISH_THANKS = r"(?:many )?thanks|thank you|thx|cheers|much appreciated|(?:that|this) (?:was|is|helps?)(?: very)? ?(?:helpful|useful)?"

ENGLISH_GREETING = (
    r"hello|hi|hey|good (?:morning|afternoon|evening|day)(?: there)?|nice to meet you|hi there|hello there"
)

ENGLISH_HEARD = any_of(
    *r"ok okay yes no".split(),
    r"i see",
    r"i understand",
    r"understood",
    r"got it",
    *r"right alright".split(),
    r"all right",
    *r"great good fine nice perfect interesting".split(),
    r"never mind",
    r"that is all",
    r"that's all",
    *r"bye goodbye enough".split(),
)

ENGLISH_DOUBTED = r"really|are you sure|is (?:that|this|it) (?:true|right|correct|so)|seriously"

ENGLISH_UNHAPPY = r"(?:that|this|it) is (?:wrong|useless|not what i (?:asked|meant))|useless|wrong|stupid|not helpful|you are (?:wrong|useless|stupid)"

ENGLISH_NO_WRITING = any_of(
    # "translate it into English", "a summary"
    rf"(?:summari[sz]e|sum up|translate|paraphrase|rephrase|shorten|simplify|rewrite){IT}(?: (?:in|into|to|as) .{{1,30}})?",
    r"(?:give me )?(?:a )?summary",
    r"tl;?dr",
    # "draft a reply to them"
    r"(?:write|draft|compose|prepare|make)(?: me| us)? (?:a|an|the|some) (?:[a-z]+ ){0,2}"
    + any_of(
        *r"e-?mail letter draft reply report speech memo article chart graph table summary slide text".split(),
    )
    + r"s?(?: (?:about|of|for|from|with|to) (?:it|this|that|them|the above))?",
)

ENGLISH_NO_OPINION = r"what do you think(?: about (?:it|this|that))?|(?:what is )?your opinion|do you (?:agree|think so)|what would you (?:do|recommend)"

ENGLISH_ABLE = any_of(
    r"what can (?:you|i) (?:do|ask)(?: here| you)?",
    r"who are you",
    r"what are you",
    r"help",
    r"how (?:do|can) i use (?:this|it|you)",
    r"how does (?:this|it) work",
    r"what is this",
)

OTHER_THANKS = r"[谢謝]{2}(?:你|您)?|多[谢謝]|非常感[谢謝]|감사합니다|고마워요?|고맙습니다"

OTHER_GREETING = r"[你您]好|早上好|大家好|안녕(?:하세요)?"

OTHER_HEARD = r"好的?|明白了?|知道了|我懂了|네|예|알겠습니다|알겠어요"
