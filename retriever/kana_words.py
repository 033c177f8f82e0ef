"""What `retriever.kana` knows of words in kana beside their readings: what joins them, counts them and is added to them, and which name nothing."""

from __future__ import annotations

import re

from corpus.patterns import any_of
from corpus.wordlists import pairs

JOINING = re.compile(
    any_of(
        # 「かちょうさん」「ぎいんさんたち」「たんとうしゃさん」
        r"(?:(?<=ちょう)|(?<=いん)|(?<=しゃ))さん(?:たち)?",
        *"は が を に へ と で の も や か な".split(),
        # 「ごみについて」「まちによって」
        *"から まで より など だけ ごと ごろ ずつ について につき による によって として".split(),
        *"です でした でしょう".split(),
        # 「けんとうします」「けんとうされました」「りようできる」
        r"する",
        r"し(?:ます|ました|ません|て|ている|ています|た|ない|たい)",
        r"され(?:る|ます|ました|た|て)",
        r"でき(?:る|ます|ました|ません|た)",
    )
    + "*"
)
"""What may follow the content words of a phrase: particles, the copula, the verb する and, behind an office, さん (かちょうさん)."""

PARTICLES = frozenset("のはがをとにでやもへ")

COUNTERS = pairs(
    "にん=人 かい=回 べん=便 さい=歳 ねん=年 がつ=月 にち=日 じかん=時間 じ=時 まい=枚 えん=円 だい=台 けん=件 こ=個 ぼん=本 ぷん=分 ふん=分 "
    "しゅうかん=週間 しゅるい=種類 パーセント=パーセント ばん=番 めい=名 せたい=世帯"
)
HOW_MANY = re.compile(
    rf"(?<![ぁ-ゖ])なん({'|'.join(COUNTERS)})"
    r"(?=[ 　、。?？]|か|も|ぐらい|くらい|ほど|です|でし|まで|から|の|に|を|が|は|$)"
)
"""なんにん asks for a number: 何人."""

MONTH = re.compile(
    r"(?<![ぁ-ゖ])(じゅういち|じゅうに|じゅう|いち|に|さん|し|ご|ろく|しち|はち|く)がつ"
    r"(?=[ 　、。?？]|の|に|は|から|まで|ごろ|と|も|が|か|で|$)"
)
_NUMERALS = "いち に さん し ご ろく しち はち く じゅう じゅういち じゅうに".split()
MONTHS = {kana: number for number, kana in enumerate(_NUMERALS, start=1)}
SAYING = (
    (re.compile(r"(?<![ぁ-ゖ])いって(?=[ 　]*い(?:る|ます|ました|た))"), "言って"),
    (re.compile(r"(?<![ぁ-ゖ])いい(?=ました|ます)"), "言い"),
    (re.compile(r"(?<![ぁ-ゖ])なんという"), "何という"),
    (re.compile(r"(?<![ぁ-ゖ])なんで(?![もすし])"), "なぜ"),
    (re.compile(r"(?<![ぁ-ゖ])なん(?=です|でし)"), "何"),
    (re.compile(r"(?<![ぁ-ゖ])なんと(?=[ 　]*(?:言|い[いっう]|こた|はな|せつめい|のべ))"), "何と"),
)
"""What is said is asked in every second question, and sounds like other words (一手, 難)."""

TO_ITS_AUXILIARY = re.compile(
    r"(?<=て|で)[ 　]+(?="
    + any_of(
        # 「かって いる」「まって います」
        r"い(?:る|ます|まし|ませ|た(?![ぁ-ゖ])|な[いか])",
        # 「いれて きた」, but no 「きたない」
        r"き(?:た(?!な)|まし|て)",
        *"くる おく おい しま[うい] くれ くだ もら ほし あげ".split(),
    )
    + r")"
)
"""Between a verb and its auxiliary: 「いれて きた」 is no 北, 「かって いる」 no 勝手."""

PLACES = pairs(
    "しょうがっこう=小学校 ちゅうがっこう=中学校 こうこう=高校 こうえん=公園 としょかん=図書館 びょういん=病院 ほいくえん=保育園 ようちえん=幼稚園 こうみんかん=公民館 "
    "かいかん=会館 しょうてんがい=商店街 だんち=団地 ちく=地区"
)
PLACE = re.compile(rf"(?P<name>[ぁ-ゖー]{{2,8}}?)(?P<place>{'|'.join(PLACES)})")
"""A name and what bears it: だいとくしょうがっこう. The name is searched by its reading."""

PUBLIC = {
    f"{kana}リツ": {f"{kanji}立": 0.01}
    for kana, kanji in zip(("シ", "チョウ", "ク", "ソン"), "市町区村", strict=True)
}
"""What the list of words lacks because it stands inside names of schools and hospitals: commoner than 私立."""

SUFFIXES = pairs(
    "サイ=祭 ジョ=所 ショ=所 ジョウ=場 カン=館 シキ=式 カイ=会 ヒ=費 ゼイ=税 リョウ=料 イン=員 シャ=者 カ=課 シツ=室 エン=園 キョク=局 テン=店 ケン=券 "
    "ショウ=証 リツ=率 キン=金 チョウ=庁 ブ=部 ホウ=法 コウ=校 ダイ=代 ダン=団 キ=機 セン=線 ハン=班"
)
"""Reading → character that makes a longer word of the one before it: おんがく＋さい. Other single characters stand only by themselves."""

GRAMMAR = frozenset("もの よう こと ところ とき ため ほう なか うち いない".split())
"""Words that carry grammar; 者, 要, 事, 以内 would be other words."""
PRONOUN = re.compile(r"みんな|みなさん|わたし|あなた|[こそあど]んな")
"""Words that name nothing: みんなで is no 民."""
