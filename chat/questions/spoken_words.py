"""Questions about what was shown last, for `chat.questions.spoken_of`: who asked it, who replied, whose words they are, in which meeting, for which group he speaks, what was replied to it, and for more or the whole of it; and what else the same person said."""

from __future__ import annotations

import re

from corpus.patterns import WHICH, any_of

LEAD = r"(?:じゃあ?|では|それでは|ちなみに|ところで|で|あと|また|すみません|(?:さっき|先ほど|先程|さきほど)(?:は)?|、|。|\s)*"
IT = (
    r"(?:"
    + any_of(
        # 「それは」「その件について、」「今の答弁は」
        *r"それ これ そのこと このこと".split(),
        r"[そこ]の(?:件|質問|質疑|答弁|答え|回答|話|発言)",
        r"今の(?:件|質問|質疑|答弁|答え|回答|話)?",
    )
    + r"(?:は|に|を|って|の|が|で|について|に対して)?、?)?(?:その|この)?"
)

TAIL = (
    any_of(
        # 「誰が答えたって言ってましたか」
        r"(?:って|と)(?:言|い)っ(?:た|てい?(?:た|まし))",
        *r"[。、?？!！\s] です でしょう でした だった だろう なの なん なる の ん か は って を が 教え て ください 下さい".split(),
        *r"知りたい お願いし ます ました かな 誰 だれ どなた どこ 名前 お?名 氏名 人 方 役職 部署 だ ね".split(),
    )
    + r"*+"
)

WHO = rf"(?:誰|だれ|どなた|{WHICH}(?:議員|委員|方|人|課|部署|部|局)|何(?:議員|委員|課|部|局)|どこの?(?:課|部署|部|局)?)"
OFFICE = r"(?:[課部局室係]長|大臣|知事|[市町村区]長|教育長|職員|[課部局])"
_DID = "た|ました|てい?た|てい?ました|ている|ています|てる|され(?:た|ました)"
ASKING = rf"(?:[そこ]う)?(?:聞|訊|尋ね|質問|質疑|問|言い出|取り上げ|指摘|発言)(?:い|き|っ|し|を?し)?(?:{_DID}|ったの|たの)"
REPLYING = rf"(?:[そこ]う)?(?:答え|答弁|回答|返答|説明|返事)(?:を?し)?(?:{_DID}|たの)"

WHO_ASKED = re.compile(
    any_of(
        # 「それは誰が聞いたのですか」「質問した議員は」
        rf"{LEAD}{IT}"
        + any_of(
            rf"{WHO}(?:が|から)?{ASKING}",
            rf"{ASKING}(?:の|人|方|議員|委員|者)(?:は|って|の|が)?",
            rf"{WHO}の(?:質問|質疑|意見|問い)",
            # 「誰に聞かれて答えたの」
            rf"{WHO}に(?:聞かれ|問われ|尋ねられ|質問され)(?:て|た)(?:の|こと)?(?:{REPLYING})?",
            # 「議員さんの名前は」
            r"(?:その|この)?(?:議員|委員)(?:さん)?の?お?(?:名前|氏名)",
            *r"質問者 質問(?:した|の)?(?:議員|委員)".split(),
        )
        + rf"{TAIL}",
        # in English
        r"(?:and |so )?who (?:asked|raised|questioned)(?: (?:it|this|that|about (?:it|this|that)|the question))?[?. ]*",
        r"whose question (?:was|is) (?:it|this|that)[?. ]*",
    ),
    re.IGNORECASE,
)

WHO_REPLIED = re.compile(
    any_of(
        # 「誰が答えましたか」「答弁した部長は」
        rf"{LEAD}{IT}"
        + any_of(
            rf"{WHO}(?:が)?{REPLYING}",
            rf"{REPLYING}(?:の|人|方|者|{OFFICE})(?:は|って|の|が)?(?:(?:何|どの)?{OFFICE})?",
            rf"{WHO}の(?:答弁|回答|答え)",
            # 「この人の役職は」「答弁者の肩書は」
            r"(?:その|この|答えた|答弁した)(?:人|方|答弁者)の(?:役職|肩書き?|職名)(?:は|って)?",
            # 「部長さんの名前は」: that office's whose reply is shown; a mayor's is told of the minutes themselves
            r"[課部局室係]長(?:さん)?の?お?(?:名前|氏名)",
            *r"答弁者 回答者".split(),
        )
        + rf"{TAIL}",
        # in English
        r"(?:and |so )?who (?:answered|replied|responded)(?: (?:to )?(?:it|this|that))?[?. ]*",
        r"whose (?:answer|reply) (?:was|is) (?:it|this|that)[?. ]*",
    ),
    re.IGNORECASE,
)

WHO_SPOKE = re.compile(
    any_of(
        # 「誰の発言ですか」「誰が言ったの」
        rf"{LEAD}{IT}"
        + any_of(
            rf"{WHO}の(?:発言|言葉|セリフ)",
            rf"{WHO}(?:が|から)?(?:[そこ]う)?(?:発言し?|言っ|述べ|話し|語っ)(?:た|ました|ている|ています|てる|たの)",
            r"発言者",
        )
        + rf"{TAIL}",
        # in English
        r"(?:and |so )?who said (?:it|this|that)[?. ]*",
        r"whose words (?:are|were) (?:they|these|those)[?. ]*",
    ),
    re.IGNORECASE,
)

WHICH_MEETING = re.compile(
    any_of(
        # 「いつの会議ですか」「どの委員会の答弁」「出典は」
        rf"{LEAD}{IT}"
        + any_of(
            r"(?:いつ|どこ|何|なん|どの|どういう|何年|何月|何年何月)の?(?:会議|議会|定例会|委員会|審議会|協議会|答弁|質疑|質問|発言|議論|話|回答)",
            r"(?:会議|議会|委員会|審議会)(?:の)?(?:日付|名|名称|日|開催日)",
            r"(?:答弁|発言|質問|質疑|回答)(?:し|され)?た?(?:日|日付|の?は?いつ)",
            r"いつ(?:答え|答弁し|質問し|発言し|話し合)(?:た|ました|われた|われました)",
            *r"出典 出所".split(),
        )
        + rf"{TAIL}",
        # in English
        r"(?:and |so )?(?:in |at |from )?(?:which|what) meeting(?: (?:was|is) (?:it|this|that))?[?. ]*",
        r"when was (?:it|this|that) (?:said|asked|answered|discussed)[?. ]*",
    ),
    re.IGNORECASE,
)

_SAID = r"(?:議事録|会議録|答弁|回答|発言|答え)"
BOTH_SIDES = re.compile("やり?取り|やりとり|質疑|問答|(?:質問|問い)[とも](?:答弁|回答|答え)[とも]?(?:両方)?")
_OF_IT = rf"(?:この|その)?(?:{_SAID}の?)?"
_SHOWN = r"(?:見せ|見た|読み|読ん|教え|知り|表示|出し|お願い)[^、。]{0,8}"
_SHOW = rf"(?:を|は|が|も)?(?:全部|すべて|全て)?(?:{_SHOWN})?"

MORE = re.compile(
    any_of(
        # 「もっと詳しく」「続きを見せて」「原文は」
        rf"{LEAD}{IT}"
        + any_of(
            any_of(
                r"(?:もっと|もう少し|もうちょっと|さらに|より|あと少し)(?:詳しく|くわしく|詳細に?|具体的に)?",
                # 「具体的には？」「それだけですか」
                *r"詳しく くわしく 詳細 具体的に(?:は|言うと)? それだけ(?:なの)?".split(),
            )
            + r"(?:(?:を|に|な)?(?:教え|説明|知りた|話|聞かせ|見せ|お願い)[^、。]{0,8}|内容)?",
            rf"{_OF_IT}(?:続き|つづき|前後(?:の文)?|残りの(?:文|部分)){_SHOW}",
        )
        + rf"{TAIL}",
        # in English
        r"(?:please )?"
        + any_of(
            r"tell me more",
            r"more details?",
            *r"more continue".split(),
            r"go on",
            r"(?:show (?:me )?)?(?:the )?rest of the (?:text|reply|answer)",
            r"(?:is there|was there|do you have) (?:any(?:thing)? )?(?:more|else)",
        )
        + r"(?: please| about (?:it|this|that))?[?.! ]*",
    ),
    re.IGNORECASE,
)

WHOLE = re.compile(
    any_of(
        # 「全文を見せて」「答弁を全部読みたい」「原文を全部出して」
        rf"{LEAD}{IT}"
        + any_of(
            # 「原文のまま見せて」「答弁をそのまま出して」
            rf"(?:そのまま)?{_OF_IT}(?:全文|原文|全体|元の文|本文)(?:の(?:まま|とおり)|(?:通|どお)り)?(?:で|に)?{_SHOW}",
            rf"(?:この|その)?(?:{_SAID}(?:を|は)?)?(?:一字一句)?そのまま(?=[^。、]*[見読出示お]){_SHOW}",
            rf"(?:この|その)?(?:{_SAID}|{BOTH_SIDES.pattern})(?:を|は)?(?:全部|すべて|全て|丸ごと|まるごと){_SHOW}",
            rf"(?:この|その)?(?:{BOTH_SIDES.pattern})(?:の全文)?(?:を|は|が|も)?{_SHOWN}",
        )
        + rf"{TAIL}",
        # in English
        r"(?:please )?(?:show (?:me )?)?(?:the )?(?:full|original|whole|entire) (?:text|reply|answer)(?: please)?[?.! ]*",
    ),
    re.IGNORECASE,
)

_QUESTION = r"(?:(?:元の|もとの|もともとの|実際の|議員(?:さん)?の|委員(?:さん)?の)?(?:質問|問い))"
THE_QUESTION = re.compile(
    any_of(
        rf"{LEAD}{IT}"
        + any_of(
            # 「質問の全文」「元の質問を教えて」「質問は？」
            rf"{_QUESTION}の?(?:内容|全文|原文|本文|文面|文|趣旨|要旨){_SHOW}",
            rf"{_QUESTION}(?:を|も)?(?:全部|すべて|全て|そのまま)?{_SHOWN}",
            rf"{_QUESTION}(?:は|って)(?:何|なに|どんな(?:もの|内容)?|どういう(?:もの|内容)?|どう(?:いった)?(?:もの|内容)?)?",
            # 「どんな質問でしたか」「何に対する答弁ですか」「何と聞かれたのですか」
            r"(?:どんな|どういう|どのような|何という|なんという)(?:内容の)?(?:質問|問い)(?=で|だ|に)",
            r"(?:(?:何|なに|どんな(?:質問|問い)|どういう(?:質問|問い))(?:に(?:対する|対して(?:の)?|対しての)|への)(?:答弁|回答|答え))",
            r"(?:何|なん)(?:と|て|を)(?:聞かれ|問われ|尋ねられ|質問され)(?:た|て(?:の(?:答弁|回答|答え)|答え))(?:の|ん)?",
        )
        + rf"{TAIL}",
        # in English
        r"(?:and |so )?what was (?:the (?:original )?question|asked)[?. ]*",
        r"(?:please )?show (?:me )?the (?:full |whole |original )?question[?.! ]*",
    ),
    re.IGNORECASE,
)
"""What the member asked to whom what is shown was replied."""
WHOLE_QUESTION = re.compile("全文|全部|すべて|全て|そのまま|原文|本文|full|whole|original")

_EXECUTIVE = "(?:" + any_of(*"[市町村区県都] 執行部 理事者 行政 当局 役所 執行機関 事務局".split()) + ")"
REPLY_TO_IT = re.compile(
    any_of(
        # 「これに対する答弁は？」「市はどう答えましたか」
        rf"{LEAD}"
        + any_of(
            r"(?:これ|それ|この(?:質問|問い|意見|要望|指摘)|その(?:質問|問い|意見|要望|指摘))(?:ら|たち)?"
            r"(?:への|に(?:対する|対して(?:の|は)?、?)?)",
            "",
        )
        + any_of(
            rf"{_EXECUTIVE}?(?:の|側の)?(?:答弁|答え|回答|返答)(?:は|って)",
            rf"{_EXECUTIVE}(?:側)?(?:は|の方は)(?:何と|なんと|どう){REPLYING}",
            # 「理事者の答弁だけ見せて」
            rf"{_EXECUTIVE}?(?:の|側の)?(?:答弁|答え|回答|返答)(?:だけ|のみ)(?:を|で)?(?:{_SHOWN})?",
        )
        + r"(?:何|なに|どう|どのような内容|どんな内容)?"
        + rf"{TAIL}",
        # in English
        r"(?:and )?what (?:was|is) the (?:reply|answer|response)(?: to (?:it|this|that|them))?[?. ]*",
    ),
    re.IGNORECASE,
)

_NAME_OF_GROUP = any_of(*"党派 政党 会派 党".split())
_THE_MEMBER = (
    r"(?:the|that|this) (?:committee )?(?:member|councill?or|person|one)"
    r"(?: who (?:asked|spoke|said|raised)(?: (?:it|this|that))?)?"
)
WHICH_GROUP = re.compile(
    any_of(
        # 「その議員は」「質問した議員の」
        LEAD
        + "(?:"
        + any_of(
            r"(?:その|この)(?:議員|委員|人|方|質問者)(?:さん)?(?:は|って|の|が)?、?",
            r"(?:質問|質疑|発言)(?:した|している)?(?:議員|委員|人|方|者)(?:は|って|の|が)?、?",
        )
        + ")?"
        + any_of(
            # 「何党ですか」「どの会派の人ですか」「どこの党に所属していますか」
            rf"(?:何|どの|どちらの|どこの|なんという|何という){_NAME_OF_GROUP}(?:の(?:人|方|議員|委員))?"
            r"(?:に(?:所属|属)[^。？?]{0,8})?",
            # 「所属会派は」「会派はどこですか」「会派名を教えて」
            rf"(?:所属(?:の|する|している)?)?{_NAME_OF_GROUP}(?:名|の名前)?(?:は|って|を)?(?:何|どこ|どちら)?",
            # 「どの会派の人が聞いたの」「会派はどこの人が聞いたの」
            rf"(?:どの|どこの?|何という|何){_NAME_OF_GROUP}(?:の(?:人|方|議員|委員))?(?:が|から)?{ASKING}",
            rf"{_NAME_OF_GROUP}は、?(?:どこ|どちら|何)の?(?:人|方|議員|委員)?(?:が)?{ASKING}",
            # 「どこに所属していますか」
            r"(?:何|どこ|どちら)に(?:所属|属し)[^。？?]{0,8}",
        )
        + TAIL,
        # in English
        rf"(?:and |so )?(?:which|what) (?:political )?(?:party|group|faction) (?:is|are|does|do) (?:he|she|they|{_THE_MEMBER})"
        r"(?: (?:in|from|of|with|belong to|a member of))?[?. ]*",
    ),
    re.IGNORECASE,
)

_THE_PERSON = (
    rf"{LEAD}(?:その|この)"
    + any_of(*"人 方 議員 委員 職員 [部課局室市町村区]長 教育長 担当者".split())
    + r"(?:さん)?(?:は|って|が)?、?"
)
_WHAT = any_of("何", "なに", "どんな(?:こと)?", "どういうこと") + r"(?:[をとか]|に?ついて)*、?"
_ASKED_AT_ALL = any_of(*"質問 聞 尋ね 指摘 取り上げ".split())
WHAT_ELSE = re.compile(
    # 「その人はほかに何を言っていますか」「この部長は他にも何か答えていますか」
    rf"(?:{_THE_PERSON}(?:ほか|他)に(?:は|も)?、?{_WHAT}(?:言|い|答|述べ|話|発言|答弁|{_ASKED_AT_ALL})"
    # 「ほかに何を質問しましたか」
    rf"|{LEAD}(?P<asked>(?:ほか|他)に(?:は|も)?、?{_WHAT}{_ASKED_AT_ALL}))"
    r"[^。？?]{0,14}[。?？]*"
)
WHAT_ASKED = re.compile(
    # 「その議員は何を質問しましたか」「この人は何を取り上げていますか」
    rf"{_THE_PERSON}{_WHAT}" + any_of(*"質問 聞 尋ね 取り上げ 発言".split()) + r"[^。？?]{0,14}[。?？]*"
)
"""What a member asked at all, where he has been spoken of himself."""

OF_A_MEMBER = re.compile(r"[一-龥々ァ-ヶー](?:議員|委員)(?![会長])")
"""A question of a member who is named: 「森川議員の会派は」."""
