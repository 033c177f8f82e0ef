"""Questions about a meeting, for `chat.questions.about_records`: its place, who was there, who presided, its agenda, its day. Each holds for a
whole question, without the towns and the period that it names; those about all that is loaded are `chat.questions.holdings_words`."""

from __future__ import annotations

import re

from corpus.patterns import any_of

_MINUTES = any_of(*"会議録 議事録 記録 資料 データ 文書".split())
_MEETING = any_of(
    r"(?:市|町|村|区|都|県)?議会",
    *"本会議 定例会 臨時会 委員会 審議会 協議会 会議 会".split(),
)
_OF_IT = (
    r"(?:"
    # 「この会議の」「さっきの議事録は」「その回に」
    r"(?:この|その|今の|さっきの|先ほどの)?" + any_of(_MEETING, _MINUTES, "回") + r"(?:の|は|が|で|に|って)*"
    r")*"
)
_WHO = any_of(*"誰 だれ どなた".split())
_TAIL = (
    any_of(
        *r"[。、?？!！\s] です でしょう でした なの なん の ん か は って を が に も で と".split(),
        *"何 なに 誰 だれ どなた どこ どれ いつ 教え て ください 下さい 知りたい お願い します ます ました".split(),
        *"いる い る た れ ら さ 見せ 一覧 全部 すべて ある あり ません ない".split(),
    )
    + r"*+"
)
_HELD = any_of(
    *"あり ある あった 入っ 読み込 登録 収録 含ま 載っ".split(),
    *"見られ 見れ 調べられ 検索でき 質問でき 探せ 対象 扱っ 持っ 使え".split(),
)

THERE = re.compile(rf"{_HELD}{_TAIL}")
"""「札幌市はありますか」 after a question about the minutes."""

PLACE = re.compile(
    any_of(
        # 「この会議の場所は」「会議はどこで開かれましたか」
        rf"{_OF_IT}(?:(?:開催)?場所|会場|どこで(?:開|行|あ|や)(?:か|わ|っ|催)?(?:れ)?){_TAIL}",
        # in English
        r"where (?:was|is) (?:it|the meeting|this meeting) held[?. ]*",
    ),
    re.IGNORECASE,
)
PEOPLE = re.compile(
    any_of(
        rf"{_OF_IT}"
        + any_of(
            # 「出席者は」「出席していた委員を教えて」
            r"出席者",
            r"出席(?:した|していた)?(?:委員|議員|人|方)",
            # 「この会議の参加者は」
            r"参加者",
            r"参加(?:した|していた)(?:委員|議員|人|方)",
            *"メンバー 委員名簿".split(),
            # 「誰が出席しましたか」「委員の名前は誰ですか」
            rf"{_WHO}が(?:出席|参加)(?:し)?",
            rf"(?:委員|議員)(?:の(?:名前|氏名))?(?:は|が)?{_WHO}",
        )
        + _TAIL,
        # in English
        r"who (?:attended|was present|were present|took part)(?: (?:it|the meeting))?[?. ]*",
        r"(?:list of )?attendees[?. ]*",
    ),
    re.IGNORECASE,
)
CHAIR = re.compile(
    any_of(
        # 「委員長は誰ですか」「議長の名前を教えて」
        rf"{_OF_IT}(?:副?(?:議|座|会|委員|部会|分科会)長)(?:の(?:名前|氏名))?(?:は|が|を)?(?:誰|だれ|どなた|教え|何という|$){_TAIL}",
        # in English
        r"who (?:chaired|presided)(?: (?:it|the meeting))?[?. ]*",
    ),
    re.IGNORECASE,
)
AGENDA = re.compile(
    any_of(
        # 「その会議の議題は何でしたか」
        rf"{_OF_IT}(?:議題|議事日程|議事次第){_TAIL}",
        # in English
        r"(?:what (?:was|is) )?(?:the |on the )?agenda[?. ]*",
    ),
    re.IGNORECASE,
)
DAY = re.compile(
    any_of(
        any_of(
            # 「会議の開催日は」「日付を教えて」
            rf"{_OF_IT}(?:(?:会議|開催|開会)の?(?:日付|日時|年月日|日)|日付|日時)",
            # 「この会議はいつ開かれましたか」
            rf"{_OF_IT}いつ(?:開か|行わ|開催|あっ|やっ|開い)(?:れ)?",
            # 「いつの会議録ですか」
            r"いつの(?:会議|議会|会議録|審議会|委員会)",
        )
        + _TAIL,
        # in English
        r"when (?:was|is) (?:it|the meeting|this meeting)(?: held)?[?. ]*",
        r"(?:what is )?(?:the )?date(?: of the meeting)?[?. ]*",
    ),
    re.IGNORECASE,
)

OF_MINUTES = re.compile(
    any_of(
        _MINUTES,
        _MEETING,
        *"議題 議事 出席".split(),
        # 「委員の名前は」「議長は誰」
        rf"(?:委員|議員|[議座]長)(?:の(?:名前|氏名)|[はが]{_WHO})",
        r"どの(?:市|町|村|区|県|自治体)",
        r"which (?:towns|cities|municipalities)",
        *"minutes meetings? records agenda attende".split(),
    ),
    re.IGNORECASE,
)
"""What says that the minutes are meant, and not the matter that is spoken of (場所は？ 何件ありますか)."""
