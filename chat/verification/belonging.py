"""Whose words a sentence gives: not what somebody told the town, nor what another town does, as the town's own.

A sentence of the record may hold both: 議員から、待機児童が二百人との御指摘がございましたが、三十二人でございます. The stretch that is
another's is cut out, and what the sentence shares with it alone is weighed against what it shares with the rest alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.verification.attribution import Framed
from chat.verification.quantities import digits
from chat.verification.types import Evidence, Fault, Kind
from chat.verification.words import pairs
from corpus.folding import plain
from corpus.places import FOLD
from corpus.register import register

_TOLD = r"(?:御|ご|お)?(?:指摘|意見|要望|質問|話|提案|声|報告|回答|要請|苦情)"
_HEARSAY = re.compile(
    rf"(?:員|民|者|団体|方々?|皆様|皆さん|会|党|人)(?:から|より)(?:は|も|の)?、?(?P<what>[^。]{{6,160}}?)(?:との|という|といった){_TOLD}"
)
_SAYS_SO = re.compile(rf"{_TOLD}|とのこと|述べ|によると|によれば")
"""A sentence with such a word does not give it as the town's own."""

ELSEWHERE = re.compile(
    r"(?:他の?(?:自治体|市町村|区市町村|市|区|町|都市|団体|地域)|先進(?:市|都市|自治体|地域)|近隣(?:市|市町|自治体))(?:の中)?(?:では|は|が|で)"
)
"""Another town, of which something is told."""
NAMES_ELSEWHERE = re.compile(r"他の?|先進|近隣|例")
"""How a sentence says that it tells of one."""
_OURS = r"(?:本|当)(?:市|区|町|村|都|道|府|県)(?:で|に|と|は|の)|私ども|我々"
_LEAST = 3
"""Pairs of letters that only the stretch shares with a sentence before it is taken to be what the sentence gives."""


def belonging_faults(sentence: str, framed: Framed, scope: str, evidence: Evidence) -> list[Fault]:
    """What `scope`, the quoted sentences, puts down to somebody else or to another town, given without saying so."""
    faults = [*_heard(sentence, scope), *_actors(framed.body, scope)]
    body = digits(plain(framed.body))
    record = digits(plain(scope))
    if not _SAYS_SO.search(sentence) and not evidence.by_member:
        faults += _taken(body, record, [m.span("what") for m in _HEARSAY.finditer(record)], "side")
    return faults + _taken(body, record, list(_elsewhere(record, sentence, evidence)), "town")


_HEARD = re.compile(r"と(?:は)?(?:聞い|聞き|伺っ|伺い|承っ|承り)|とのことで")
_PASSES_ON = re.compile(r"聞|伺|承|とのこと|という(?:こと|話)|見込|見通|予定|によ(?:る|れ)|から(?:は|の|、)")


def _heard(sentence: str, scope: str) -> list[Fault]:
    """What the town only heard (と聞いております), said as known."""
    lines = [plain(line) for line in scope.split("\n") if line]
    heard = bool(lines) and all(_HEARD.search(line[-24:]) for line in lines)
    return [Fault("strength", "聞いている")] if heard and not _PASSES_ON.search(plain(sentence)) else []


_ACTS = r"(?<![一-鿿])(?P<who>国|県|都|府|道|市|区|町|村)(?:側)?"
_TO, _FROM = r"(?:に対し|に(?!は|お|つ|関|よ)|へ)", r"(?:から|より)"


def _actors(body: str, scope: str) -> list[Fault]:
    """国に対し where the record has 県に対し and nowhere 国, 県から要望 where it has 県に対し要望: who does what to whom."""
    mine, record = plain(body), plain(scope)
    present = {m["who"] for m in re.finditer(_ACTS, record)}
    faults = []
    for found in re.finditer(rf"{_ACTS}(?:{_TO}|{_FROM}|が)", mine):
        who = found["who"]
        if present and who not in present and not re.search(rf"(?:本|当){who}", record):
            faults.append(Fault("office", found[0]))
        for one, other in ((_TO, _FROM), (_FROM, _TO)):
            turned = re.search(rf"(?<![一-鿿]){who}{other}", record) and not re.search(
                rf"(?<![一-鿿]){who}{one}", record
            )
            if re.match(rf"{who}{one}", found[0]) and turned:
                faults.append(Fault("office", found[0]))
    return faults


def _taken(body: str, record: str, stretches: list[tuple[int, int]], kind: Kind) -> list[Fault]:
    own = pairs(body)
    for start, end in stretches:
        theirs, rest = pairs(record[start:end]), pairs(f"{record[:start]}。{record[end:]}")
        only_theirs, only_ours = own & theirs - rest, own & rest - theirs
        if len(only_theirs) >= _LEAST and len(only_theirs) > len(only_ours):
            return [Fault(kind, record[start:end][:40])]
    return []


def _elsewhere(record: str, sentence: str, evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Stretches told of another town, which the sentence does not name, up to where the record comes back to its own."""
    town = evidence.meeting.municipality
    own = {town.name, town.prefecture} if town else set()
    ours = re.compile("|".join([_OURS, *map(re.escape, own - {""})]))
    named = plain(sentence).translate(FOLD)
    starts = [m.end() for m in ELSEWHERE.finditer(record) if not NAMES_ELSEWHERE.search(sentence)]
    for mention in register().find_names(record) if town else ():
        name = mention.entry.name
        if name in own or name.translate(FOLD) in named:
            continue
        if re.match(r"(?:側|内|当局)?(?:で)?(?:は|が|も)|で、", record[mention.end :]):
            starts.append(mention.end)
    for start in starts:
        end = record.find("。", start)
        back = ours.search(record, start, end if end >= 0 else len(record))
        yield start, back.start() if back else (end if end >= 0 else len(record))
