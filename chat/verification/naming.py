"""Towns, proper names and offices of a sentence: they stand in the cited turn or its heading."""

from __future__ import annotations

import re

from chat.verification.belonging import ELSEWHERE, NAMES_ELSEWHERE
from chat.verification.clauses import Reading
from chat.verification.quantities import digits
from chat.verification.types import Evidence, Fault
from chat.verification.words import things
from corpus.folding import plain
from corpus.places import FOLD
from corpus.register import register

_OFFICE = re.compile(
    r"[一-鿿ァ-ヶー]{0,14}?(?:副市長|副町長|副知事|市長|町長|村長|区長|知事|教育長|部長|局長|課長|室長|係長|所長|本部長|管理者|議長|委員長|会長|事務局長)"
)


def town_faults(sentence: str, scope: str, evidence: Evidence) -> list[Fault]:
    """Towns that the sentence names but the record does not, or of which the record does not say it."""
    town = evidence.meeting.municipality
    own = {town.name, town.prefecture} if town else set()
    find = register().find_names
    about = {m.entry.name for m in find(evidence.about)} if town is None else set()
    quoted = {m.entry.name for m in find(scope)}
    foreign = quoted - own
    named = {m.entry.name for m in find(sentence)}
    faults = [Fault("town", name) for name in sorted(named - own - quoted - about)]
    said_of = {name for name in named - own if _subject(sentence, {name}) and not _subject(scope, {name})}
    faults += [Fault("town", f"{name}のこととは書かれていない") for name in sorted(said_of & quoted)]
    if named and town and named <= own and foreign and not quoted & own and _subject(scope, foreign):
        faults.append(Fault("town", f"{'・'.join(sorted(foreign))}のことである"))
    faults += [
        Fault("town", f"{name}のものではない")
        for name in sorted(named - own)
        if _anothers_thing(name, sentence, scope)
    ]
    if _ours_for_theirs(sentence, scope):
        faults.append(Fault("town", "他の自治体のものである"))
    elsewhere = scope and all(ELSEWHERE.search(line) for line in scope.split("\n"))
    if elsewhere and not NAMES_ELSEWHERE.search(sentence):
        faults.append(Fault("town", "他の自治体のことである"))
    return faults


def _anothers_thing(name: str, sentence: str, scope: str) -> bool:
    """市川市の取組 where the record has 本市の取組 and nowhere the other."""
    folded, record = sentence.translate(FOLD), scope.translate(FOLD)
    for owned in re.finditer(rf"{re.escape(name.translate(FOLD))}の(?P<what>[一-鿿ァ-ヶー]{{2}})", folded):
        ours = re.search(rf"(?:本|当)(?:市|区|町|村|都|道|府|県)の{owned['what']}", record)
        if ours and owned[0] not in record:
            return True
    return False


_THEIRS = r"(?:他の?(?:自治体|市町村|区市町村|市|区|町|都市|団体)|先進(?:市|都市|自治体|地域)|近隣(?:市|市町|自治体)|先行(?:市|自治体))"


def _ours_for_theirs(sentence: str, scope: str) -> bool:
    """本市の事例 where the record has 他都市の事例 and nowhere the other."""
    for owned in re.finditer(r"(?:本|当)(?:市|区|町|村|都|道|府|県)の(?P<what>[一-鿿ァ-ヶー]{2})", sentence):
        if owned[0] not in scope and re.search(rf"{_THEIRS}の{owned['what']}", scope):
            return True
    return False


def _subject(text: str, names: set[str]) -> bool:
    """Whether the sentence is said of one of the towns: 狛江市では…, 狛江市は…."""
    folded = text.translate(FOLD)
    return any(
        re.search(rf"{re.escape(n.translate(FOLD))}(?:(?:側|内|当局)?(?:で)?は|が|も)", folded) for n in names
    )


_LIST = re.compile(r"[一-鿿ァ-ヶー]{2,12}(?:(?:、|及び|並びに|や|と)[一-鿿ァ-ヶー]{2,12}){2,}")


def list_faults(body: str, evidence: Evidence) -> list[Fault]:
    """What a list of three or more names beside what the record has: 郵便局、新聞販売店、電力会社、水道局."""
    known = digits(plain(f"{evidence.text}{evidence.heading}{evidence.about}"))
    pool = things(known)
    items = [
        item
        for found in _LIST.finditer(digits(plain(body)))
        for item in re.split(r"、|及び|並びに|や|と", found[0])
    ]
    return [
        Fault("name", item) for item in items
        if item not in known and len(things(item) & pool) * 2 < len(things(item)) + 1
    ]  # fmt: skip


def name_faults(said: Reading, body: str, evidence: Evidence) -> list[Fault]:
    """Proper names and offices of the body of a sentence that neither the turn nor its heading has."""
    known = plain(f"{evidence.text}{evidence.heading}{evidence.about}").translate(FOLD)
    missing = [n for n in sorted(said.names) if plain(n).removesuffix("等").translate(FOLD) not in known]
    offices = [m[0] for m in _OFFICE.finditer(plain(body)) if m[0].translate(FOLD) not in known]
    return [Fault("name", name) for name in missing] + [Fault("office", office) for office in offices]
