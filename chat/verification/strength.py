"""How far a clause commits the speaker. Council language has fixed ways to say it.

研究する is less than 検討する, that less than 努める, that less than 実施する (予定), that less than what is or was done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from chat.verification.words import Morpheme, content
from corpus.patterns import any_of


class Strength(IntEnum):
    """What a clause promises or reports."""

    NONE = 0
    """Says nothing about doing: a noun alone, a description."""
    STUDY = 1
    CONSIDER = 2
    AIM = 3
    WILL = 4
    DONE = 5
    """Done, or being done."""


_HEDGES = {
    Strength.STUDY: "研究 勉強 注視 受け止める 受けとめる 参考 見守る 学ぶ 研鑽",
    Strength.CONSIDER: "検討 協議 調整 議論 判断 模索 考慮 審議 話し合う 探る 検証",
    Strength.AIM: "努める 勤める 務める 目指す 目差す 働き掛ける 働きかける 要望 要請 期待 促す 必要 重要 課題 求める 望ましい 努力",
}
HEDGES = {form: strength for strength, forms in _HEDGES.items() for form in forms.split()}
"""Words that hold a commitment back, by what they leave of it."""

_HEDGE_NOUN_FOLLOWERS = frozenset(
    "を する 為る 致す 中 。 、 は も が に さ 頂く 課題 段階 状況 だ で と だけ です 進める 行う 重ねる 開始 予定 として".split()
)
"""What follows 検討 where it is done; 検討会, 検討結果, 検討の上 only name it."""

_AFTER_HEDGE = frozenset("進める 行う 重ねる 開始 続ける 着手 深める 加える 段階 状況 認識 継続".split())
"""Words that may follow 検討 or 研究 without making it the object of something stronger."""

_PASSED = re.compile(r"^を(?:踏まえ|経て|経た|受け(?!止)|基に|もとに|終え)|^(?:に(?:つい|関|基|当た|際)|の)")
"""検討を踏まえ、検討を経て: what comes after the considering is meant."""

_PLANNED = re.compile(
    any_of(
        # 「予定」「考え」「計画」
        *r"予定 方針 所存 ^見込 ^見通 考え 思(?:い|う|って) 計画 ^想定 つもり".split(),
        # 「増やすこととし」
        r"(?:する|いく|おる|とする)(?:こと|もの)と(?:し|いたし|致し)",
        # 「進めてまいり」「置いていく」「減らしたいと」
        *r"(?:て|で)(?:まい|参) [てで]い(?:く|き) たい(?:と|。|です|$)".split(),
    )
)
"""After the last word that says something: what is planned or wished."""

_PAST = re.compile(
    r"(?:た|だ)(?:もの|こと|ところ|わけ)?(?:が|けれど|けれども|ので|ため)?(?:で(?:す|ある|あります|ございます))?$"
)
_GOING_ON = re.compile(
    r"(?:て|で)(?:い(?:る|ます|た)|お(?:り|る)|き(?:た|ました)|ござい)|中(?:で(?:す|ある|あります|ございます))?$|済み$"
)
_EXISTS = re.compile(
    r"(?<!必要[がはも])(?<!こと[がはも])(?:ある|あります|ござい(?:ます|ません)|ありません|ない)$"
)
"""Says that something is or is not there, not what is done."""

_DID = r"(?:を|が)?(?:(?:いた|致)?し|され?|でき)(?:た|て(?:い|お)|まし)"
FINISHED = re.compile(
    any_of(
        # 「実現した」「達成できた」
        r"(?:完了|実現|達成|確定)(?:を|が)?(?:(?:いた|致)?し|され?|でき)",
        # 「終えた」「認められた」
        *r"終え(?:た|て|まし) し終え 図り終え 認められ(?:た|まし)".split(),
        rf"(?:合意|決定){_DID}",
        *r"決め(?:た|まし) 決ま(?:った|りまし)".split(),
    )
)
"""Says that something has come to its end: more than that it was or is being done."""


_ENDS_PAST = re.compile(r"た(?:(?:もの|ところ|こと|わけ)(?:で(?:す|ある|あります|ございます)))?[、。]*$")
_ENDS_WISHED = re.compile(
    any_of(
        # 「増やしたいと思います」
        r"たい(?:と|です|もの|ところ|ふう|よう|という|[、。]*$)[^、。]*[、。]*$",
        # 「進めてまいります」
        r"[てで](?:まいり(?:ます|たい)|参ります|いきます|いく|まいる)[^、。]{0,12}[、。]*$",
        # 「設置します」
        r"(?:する|します|いたします)[、。]*$",
    )
)


def ends_past(text: str) -> bool:
    """Whether a clause ends in た: 努めた, お願いした, 計画とした."""
    return _ENDS_PAST.search(text) is not None


def ends_wished(text: str) -> bool:
    """Whether a clause ends in what is wished or will be: 努めてまいります, お願いしたいと考えております, 計画とする."""
    return _ENDS_WISHED.search(text) is not None and not ends_past(text)


def hedges(piece: Sequence[Morpheme]) -> list[Strength]:
    """What the hedges of a clause leave of its commitment."""
    found = []
    for i, (_, form, pos) in enumerate(piece):
        strength = HEDGES.get(form)
        if strength is None:
            continue
        after = piece[i + 1] if i + 1 < len(piece) else ("。", "。", ("補助記号",))
        rest = "".join(surface for surface, _, _ in piece[i + 1 : i + 6])
        named = after[0] not in _HEDGE_NOUN_FOLLOWERS and after[1] not in _HEDGE_NOUN_FOLLOWERS
        if pos[0] in ("名詞", "形状詞") and (named or _PASSED.match(rest)):
            continue
        if form in ("必要", "重要", "課題") and not _said_of(rest):
            continue
        later = {f for s, f, p in piece[i + 1 :] if content(s, f, p)}
        if later - _AFTER_HEDGE - set(HEDGES):
            continue
        found.append(strength)
    return found


_PURPOSE = re.compile(
    r"(?:できる|なる|れる|進む|図る|する)よう(?:に)?、?$|べく、?$|に向け(?:て)?、?$|を目指し(?:て)?、?$"
)


def purpose(text: str) -> list[Strength]:
    """対応できるよう、…: what is wanted, whatever is done for it."""
    return [Strength.AIM] if _PURPOSE.search(text) else []


def _said_of(rest: str) -> bool:
    """必要である, 課題となっている; not 必要な, 課題を."""
    said = r"(?:が|は|も)?(?:ある|あり|ござい|であ|です|でご|だ|と考|と認|。|$)|となって"
    return re.match(said, rest) is not None


def tense(piece: Sequence[Morpheme], following: Strength | None) -> Strength:
    """DONE for た and ている, WILL for the plain form; that of the clause after it where it has none."""
    tail = [m for m in piece if m[2][0] not in ("補助記号", "空白")]
    at = max((i for i, m in enumerate(tail) if content(*m)), default=0)
    text = "".join(surface for surface, _, _ in tail[at:])
    if _PLANNED.search(text):
        return Strength.WILL
    if _PAST.search(text) and any(form == "た" and pos[0] == "助動詞" for _, form, pos in tail[-6:]):
        return Strength.DONE
    if _GOING_ON.search(text):
        return Strength.DONE
    if _names_only(tail) or _EXISTS.search(text):
        return Strength.NONE
    last = tail[-1][2] if tail else ("",)
    if last[0] == "助動詞" or (last[0] == "動詞" and len(last) > 5 and last[5].startswith("終止形")):
        return Strength.WILL
    if last[0] == "名詞" and last[2] == "サ変可能":
        return Strength.AIM  # 「支援を強化。」 leaves open how firmly
    if following is not None:
        return following or Strength.DONE  # 「増設し、現在は12か所です」 leaves open when
    return Strength.WILL if last[0] == "動詞" else Strength.NONE


def _names_only(tail: Sequence[Morpheme]) -> bool:
    """Whether it says what something is (…は12か所です), not what is done."""
    rest = list(tail)
    while rest and rest[-1][1] in ("です", "だ", "有る", "ます", "御座る", "で"):
        rest.pop()
    if not rest or len(rest) == len(tail):
        return False
    _, form, pos = rest[-1]
    return pos[0] in ("名詞", "接尾辞") and content("", form, ("名詞", "", "")) and pos[2] != "サ変可能"
