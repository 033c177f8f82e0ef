"""The wording of follow-ups that decides what answers them, for `chat.answers.going_on`."""

from __future__ import annotations

import re

from chat.answers.kinds import AS_SAID
from corpus.patterns import any_of

COUNTED = re.compile("([件人台枚回戸校社棟冊])数")
"""What a noun of number counts: 件数 asks for 件."""

BESIDE = re.compile(
    r"(?:一昨|前々|昨|前|去|来|翌|次|再来)年(?:度)?|\b(?:last|next|previous|following) (?:fiscal )?year",
    re.IGNORECASE,
)
"""A year beside the one that was spoken of."""

YEAR_FORM = re.compile("(?:令和|平成|昭和|[0-9元年度])+")
"""A word that is a year or a piece of one."""

IS_THERE = re.compile(
    any_of(
        # 「反対の声はありますか」「苦情は出ていませんか」
        r"(?:反対|賛成|異論|批判|非難|苦情|抗議|不満|懸念|訴訟|事故|被害|トラブル)[^、。]{0,8}(?:は|が|も|など|とか)"
        r"(?:ある|あり|あっ|ない|なかった|出|寄せられ|上が|起き|起こ)"
        # not 「事故が起きたら、誰に知らせますか」「事故が起きないようにするには」
        r"(?![^、。]{0,4}(?:たら|ないよう|れば|場合|とき|時(?!期)|際(?!限)|前に))",
        # 「反対意見は？」「批判の声は」
        r"(?:反対|異論|批判|非難|苦情|抗議|不満)の?(?:意見|声)?は?[?。]*$",
        # "Is there any opposition?"
        r"\b(?:opposition|objections?|complaints?|criticism|protests?|accidents?|lawsuits?)\b",
    ),
    re.IGNORECASE,
)
"""Asks whether there is something that is called by its name: a reply that has no word of it does not tell."""

VOICED = frozenset({"意見", "声"})
"""What is said of anything: 「反対意見は」 is after 反対."""

OF_EACH = re.compile(
    r"(?:あたり|当たり|につき)(?=[^。]{0,8}(?:いくら|幾ら|何|どれ|どの))|\bper (?:person|head|capita|household)\b"
)
TOLD_OF_EACH = re.compile(r"当たり|あたり|につき|平均|[一1](?:人|世帯|戸|件|台|回|日|月|年)(?!目)")
"""What falls to each is told by a number of one of them, not by the sum of all (一人あたりいくら)."""

INSTEAD = re.compile(r"代わり(?:に|は|として)、?(?:何|どう|どんな)|\binstead\b", re.IGNORECASE)
REPLACED = re.compile(
    any_of(*"廃止 見直 取りやめ とりやめ 中止 断念 終了 代え 代わ 替え".split())
    + r"[^。]{0,200}"
    + any_of(*"新設 創設 設置 設け 導入 実施 移行 切り替え 整備 開始".split())
)
"""How it is told what took the place of a thing: 「補助は廃止し、…を創設した」."""

SO = re.compile(rf"{AS_SAID}(?:で|から|により|もあ)")
"""Opens a sentence whose reason was told before it."""

UNTIL = re.compile(r"いつまで(?!も)|\b(?:until|till) when\b", re.IGNORECASE)
END = re.compile(
    "(?<!これ)(?<!それ)(?<!あれ)(?<![今先昨])まで(?!も)|終[わえ了]|末|期[限間]|満了|締[めま切]|当分|当面"
)
"""What an end is told by; the time when it began is none."""
