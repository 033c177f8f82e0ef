"""What is said around a question: greetings, excuses, who asks, that something is going to be asked, thanks, and how the answer is to be given.

None of it is of the record, and every word of it would be looked for there: 「すみません、ちょっと教えてほしいのですが、」 before 420 questions made
17 of their answers wrong or none, 「ありがとうございます。」 behind them 12, 「いつの会議の、誰の答弁かも教えてください。」, which every answer
tells, 22.
"""

from __future__ import annotations

import re

from chat.questions.aside_words import GREETING, HOW, THANKS
from corpus.patterns import NUMERAL, any_of

_STOP = r"[。．、，,.!！?？…\s　～〜ー]"
_BUT = r"(?:のです|んです|です|ます)?(?:が|けれ?ども?|けど)?"
_HUMBLY = r"(?:いたし|致し|し|させていただき|申し上げ)?"
_I_AM = r"(?:[。\s]+[^。、?？\n]{1,16}(?<!件)(?<!質問)(?<!確認)(?<!話)(?<!こと)(?<!者)です(?=[。\n]))?"
"""Behind a greeting who speaks: 「総務課の青葉です。」"""
_GREETING = any_of(
    # 「こんにちは」「おはようございます」「よろしくお願いします」
    rf"(?:{GREETING}){_HUMBLY}(?:ます)?",
    # 「いつもお世話になっております」「お疲れさまです」
    rf"(?:いつも(?:大変)?|大変)?お世話(?:に|さまに|様に)?な(?:って(?:おり|い)ます|ります|りました){_I_AM}",
    rf"お疲れ(?:さま|様)(?:です|でした){_I_AM}",
)
_EXCUSE = any_of(
    # 「お忙しいところ恐れ入りますが」「突然すみません」
    r"(?:お忙しい(?:ところ|中)(?:を|、)?|突然(?:の質問)?(?:で|に)?|たびたび|度々|何度も)?、?"
    + any_of(
        r"(?:ど?うも)?(?:すみ|すい)ません",
        *r"恐れ入ります 恐縮です 失礼(?:です|し|いたし|致し)(?:ます)? ごめんなさい".split(),
        r"申し訳(?:あり|ござい)ません",
    )
    + r"(?:が|けれ?ども?|けど)?",
    # 「早速ですが」「突然ですが」
    *r"お忙しい(?:ところ|中) (?:早速|突然|唐突)(?:です|で恐縮です)(?:が|けど)".split(),
)
_WHO_ASKS = r"(?:[一-龥々]{1,8}の)?[一-龥々ァ-ヴー]{1,8}と(?:申し|言い|いい)ます(?:が|けど)?"
"""「山川と申します」"""
_A_LITTLE = r"(?:ちょっと|少し|すこし|一つ|ひとつ|1つ|一点|1点|2点|二点|いくつか|念のため|改めて|、)*"
_SOMETHING = r"(?:こと|点)?(?:が(?:あります|ある|あって|ありまして|ございます))?"
_GOING_TO_ASK = _A_LITTLE + any_of(
    # 「教えてほしいのですが」「教えていただけますか」「お聞きしたいことがあります」
    r"教えて(?:ほしい|欲しい|もらいたい|いただきたい|頂きたい|ください|下さい|くれますか|もらえますか|いただけますか)"
    + _SOMETHING
    + _BUT,
    r"(?:お)?(?:聞き|訊き|尋ね|伺い|うかがい|質問し|確認し|調べ|知り)"
    + _HUMBLY
    + r"(?:たい)?"
    + _SOMETHING
    + _BUT,
    # 「質問です」「質問があります」「一点確認ですが」
    r"(?:質問|確認|相談|お尋ね)(?:なの|なん)?(?:です|が(?:あります|ある|ございます))(?:が|けど)?",
    # 「お願いがあります」「お願いします」
    rf"お願い(?:が(?:あります|ございます)|{_HUMBLY}ます)(?:が|けど)?",
)
_ASKED_FOR = r"お願い" + _HUMBLY + r"ます"
_THANKS = any_of(
    # 「ありがとうございます」「助かります」「お手数をおかけします」
    rf"(?:誠に|いつも)?{THANKS}(?:ます|ました|です|でした|します|いたします)?",
    # 「どうぞよろしくお願いいたします」「お願いします」
    r"(?:以上|どうぞ|何卒|なにとぞ|では)?、?(?:よろしく|宜しく)(?:お願い|おねがい|御願い|頼み)?"
    + _HUMBLY
    + r"(?:ます)?",
    _ASKED_FOR,
    *r"(?:ど?うも)?(?:すみ|すい)ません 恐れ入ります 失礼(?:し|いたし|致し)(?:ます|ました) お手数ですが お忙しいところ".split(),
)
_PLEASE = (
    r"(?:教え|示し|付け|つけ|添え|載せ|書い|明示し|明記し|引用し|まとめ|答え|回答し|説明し|挙げ)"
    r"(?:て(?:ください|下さい|ほしい(?:です)?|欲しい(?:です)?|いただけますか|もらえますか|もらえると助かります)?)"
)
_TOLD_WITH_IT = any_of(
    # 「いつの会議の、誰の答弁かも教えてください」: told beside what is asked, which every answer does
    r"(?:それ[はが])?(?:いつの?(?:会議|議会|定例会|委員会)?の?、?)?(?:(?:誰|だれ|どなた|どの(?:部署|課|議員|委員))の)?"
    r"(?:答弁|発言|回答|質問|会議)?(?:なの)?か(?:も|まで)(?:併せて|あわせて|合わせて)?、?" + _PLEASE,
    # 「根拠となる答弁も示してください」「出典を付けて」「発言者名と日付もお願いします」
    r"(?:(?:根拠|出典|典拠|出所|引用元|該当箇所|該当部分|会議名|日付|年月日|発言者名?|答弁者名?|ページ|原文)(?:となる|になる|や|と|の|、)*)+"
    r"(?:答弁|発言|会議録|議事録|記録|箇所|部分|日付)?(?:も|を)(?:併せて|あわせて|合わせて|必ず)?(?:"
    + f"{_PLEASE}|{_ASKED_FOR})",
    # 「簡潔にお願いします」「もう少し詳しく教えてください」
    rf"(?:{HOW}|(?:できるだけ|なるべく|もう少し|もっと)?(?:端的に|詳しく|詳細に|具体的に|正確に))(?:{_PLEASE}|{_ASKED_FOR})",
    # 「至急」「急ぎです」
    *r"(?:大)?至急(?:です|でお願いします|お願いします)? 急ぎ(?:です|でお願いします) 急いで(?:い|お)ます".split(),
    r"(?:if possible, ?)?(?:please )?(?:quote|cite|give|show|name)(?: me)? (?:the |your |its )?(?:record|minutes|source|sources)",
    r"(?:please )?(?:answer|reply|be) (?:briefly|brief|in detail|short)",
)
_IN_THE_RECORD = any_of(
    # 「議事録を検索して、」「会議録によると」「会議録の中から」
    r"(?:この)?(?:会議録|議事録|記録|答弁)"
    + any_of(
        r"を(?:検索し|調べ|見|確認し|参照し|もとにし|基にし)て",
        *r"に(?:よると|よれば|基づいて|もとづいて) の中(?:から|で) から".split(),
    ),
)
_ELSEWHERE_BEFORE = any_of(
    # "Hello, sorry to bother you, but could you please tell me:"
    r"(?:hi|hello|hey|dear (?:all|team|sir or madam|sirs?)|good (?:morning|afternoon|evening))(?: there| all)?",
    r"(?:excuse me|sorry to (?:bother|trouble) you|(?:i am |i'm )?sorry)(?:,? but)?",
    r"(?:i have|i've got) a (?:quick )?question(?: for you)?",
    r"i(?: would|'d) like to (?:know|ask)(?=:)",
    r"(?:quick |one |another )?question",
    # "According to the minutes, who"
    r"according to the (?:council )?(?:minutes|records?)(?=,)",
    # in Chinese and Korean
    *r"你好 您好 请问(?:一下)? 請問(?:一下)? 不好意思 打扰一下 麻烦问一下 안녕하세요 안녕하십니까 실례합니다 죄송하지만 저기요".split(),
    r"(?:질문이|궁금한 (?:게|것이)) 있(?:습니다|는데요|어요)",
)
_ELSEWHERE_BEHIND = any_of(
    r"(?:many )?thank(?:s| you)(?: (?:so|very) much| a lot)?(?: in advance| for your help)?",
    r"(?:with )?(?:kind|best) regards",
    *r"谢谢(?:您|你)? 多谢 謝謝 麻烦(?:您|你)了 拜托了 감사합니다 고맙습니다 부탁(?:드립니다|드려요|합니다)".split(),
)
_BY_THE_WAY = any_of(
    # 「ちなみに何台か」「ところで」, not 「それでは」, which goes on from before
    *r"ちなみに(?!も) ところで".split(),
    # 「【至急】」「もし分かれば、」「差し支えなければ、」
    r"【(?:大?至急|急ぎ|緊急|重要|確認|質問|照会|相談|お願い|再送|再掲)】",
    r"(?:もし|もしも)?(?:[分わ]かれば|ご存[じ知]でしたら|よろしければ|可能(?:であれば|なら|でしたら)|差し支えなければ|できれば)、",
    # 「別件で、」「話は変わりますが、」
    r"別件(?:で|になりますが|ですが)、",
    r"話(?:は|が)(?:変わり|かわり)ますが、",
    # 「あと、何台か」「それから、」
    r"(?:あと|それから|なお|さて)、",
    # 「Q. 何台か」「質問：何台か」「問1　何台か」
    rf"(?:Q|問|質問|質疑)(?:{NUMERAL}+)?[.．:：]\s*",
    rf"(?:問|質問|質疑){NUMERAL}+[\s　、]\s*",
)
_BEFORE = re.compile(
    rf"{_STOP}*(?:"
    + any_of(_GREETING, _EXCUSE, _WHO_ASKS, _GOING_TO_ASK, _IN_THE_RECORD, _ELSEWHERE_BEFORE)
    + rf"(?:{_STOP}|[:：])+|{_BY_THE_WAY}、?)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?<=[。．.!！?？\s　か（(])(?:"
    + any_of(_THANKS, _TOLD_WITH_IT, _ELSEWHERE_BEHIND)
    + rf"(?:{_STOP}|[）)])*)+$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^\s*[「『\"“]([^「」『』\"“”]{2,})[」』\"”]\s*$")
"""A question in quotation marks, as it is copied from a text."""
_LONGEST = 200
"""Characters of all that is said before a question, and of all behind it: in a pasted page nothing is looked for but there."""


def without_courtesies(question: str) -> str:
    """What is asked, as it is typed, without the courtesies around it; the whole of a message that is nothing else.

    >>> without_courtesies("お世話になっております。一点お聞きしたいのですが、備蓄は何食ですか。よろしくお願いします。")
    '備蓄は何食ですか。'
    >>> without_courtesies("ありがとうございます。")
    'ありがとうございます。'
    """
    question = _QUOTED.sub(r"\1", question)
    before = _BEFORE.match(question[:_LONGEST])
    left = question[before.end() :] if before else question
    behind = _BEHIND.search(left, max(0, len(left) - _LONGEST))
    left = left[: behind.start()].rstrip("（( 　\t\n") if behind else left
    return left if re.search(r"\w", left) else question
