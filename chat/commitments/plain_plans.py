"""Plans that a digest ends with the plain verb: 「案を募る。」, 「案を募ると答弁した。」."""

from __future__ import annotations

import re
from functools import lru_cache

from chat.commitments.acts import ACTIVE
from chat.commitments.states import any_plain
from chat.commitments.tense import PLAIN, Tense

_BY_VERB = re.compile(
    r"(?:を進める|を?依頼する|を設ける|を講じる|を始める|を開く|を募る|を求める|に進める|(?:に|から|て)取り?組む|(?<=に)(?:渡す|送る|配る)|お(?:示し|渡し|送り|配り|届け|知らせ)する|報告する)$"
)
"""Acts, whatever their object."""

_IN_CASE = re.compile(r"際(?:に|は|、)|場合(?:に|は|、)|(?:れば|たら)")

_DOES = re.compile(
    r"(?:検証|調査|精査|測定|周知|実施|推進|継続|廃止|要望|支援|設置|整備|開催|導入|公表)する$"
)
"""A digest need not name the object: 「達成できているか検証すると答弁」."""

_REPORTED = re.compile(
    r"と(?:(?:回答|答弁|説明)(?:し(?:た|ました))?|(?:述べ|し)(?:た|ました))(?:(?:ところ|もの)(?:です|であります|でございます|である))?$"
)


def plain_plan(clause: str, core: str, before: str, digest: bool) -> Tense | None:
    """A digest ends a plan with the plain verb, or reports it (周知すると答弁した); anywhere else, and of a case (相談があれば), such an
    ending says how things are. So it does where the speaker is polite otherwise (not `digest`): there it is read out of a paper."""
    said = clause.strip().rstrip("。． ")
    reported = _REPORTED.search(said)
    whole = clause.strip().endswith(("。", "．")) and said == core
    named = _BY_VERB.search(core) or ACTIVE.search(_stem_of_plain(core))
    acts = digest and whole and (named or any_plain(core)) and not _IN_CASE.search(before + core)
    does = reported and _DOES.search(core)
    if acts and any_plain(core):
        return "future"
    return "future" if does or ((reported or acts) and PLAIN.search(before[-16:] + core)) else None


_POLITE = re.compile(r"(?:ます|です|ました|でした|ません)[。．]")
_PLAIN = re.compile(r"[うくすつぶむる](?<!ます)(?<!です)[。．]")


@lru_cache(maxsize=8)
def is_digest(turn: str) -> bool:
    """Whether the turn may be a digest: polite verbs do not end by far the most of its sentences."""
    return len(_POLITE.findall(turn)) <= 3 * len(_PLAIN.findall(turn))


def _stem_of_plain(core: str) -> str:
    return re.sub(
        r"(?:を)?(?:する|行う|図る|進める|設ける|講じる|始める|開く|募る|求める|促す|広げる|増やす)$",
        "",
        core,
    )
