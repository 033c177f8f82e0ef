"""Members whom a question names (森川議員, 磯野直議員の一般質問): by them the one exchange is told from those of others.

A name counts where it stands right before 議員 or 委員 (氏 is also a slip for 市); 民生委員 and 女性議員 are none. Heads of offices are asked for by their
office (see `retriever.offices`): whoever holds it speaks for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from corpus.eras import ERAS
from corpus.numerals import value_of
from corpus.patterns import FOLDED_NUMERAL, KANJI_NUMERAL, any_of
from corpus.sudachi import parts_of_speech
from corpus.types import Speaker
from retriever.spelling import prepared
from retriever.tokenize import Tokenizer

TITLES = r"副?議長|副?委員長|副?会長|議員|委員"
_TITLE = re.compile(rf"(?:{TITLES})(?![会団長])")

_IN_KANA = re.compile(
    r"(?:(?<![ぁ-ん一-龥々ァ-ヶー])|(?<=[のはがをにと]))(?!この|その|あの|どの|ほか|すべて|もと|ただ|とある|ある|(?<=、)と)"
    r"(?:(?:[一-龥々]{1,3}[ぁ-ん]{2,5}|[ぁ-ん]{2,4}[一-龥々]{1,3}|[ぁ-ん]{3,5})(?<![なのたるいくてでうにはがをもと])"
    r"|(?:^|(?<=[、の\s]))(?!(?:すべ|はじめ|かつ|あわせ|まとめ|あらため|くわえ|つい|おい|よっ|そし|せめ|つづけ)て)[ぁ-ん]{2,4}て)$"
)
"""Names as they stand on ballots, part of them in kana, of which the dictionary has hardly any: 杉野ちはる, みな稔夫, みなて. What ends like an adjective
or a verb (若い, 質問した) is none."""

_HONORIFIC = re.compile(
    any_of(
        r"(?:さん|氏(?!名)|君)(?![一-龥ぁ-ん]{0,2}(?:会|達|たち))",
        # 「相原元知事は」: a committee hears those who held an office, and others whom it calls
        r"[元前]副?(?:知事|市長|町長|村長|区長)",
        *"証人 参考人 公述人".split(),
    )
)
"""Who is called so may be of either side, and need not be a person of the record at all (業者さん): only its speakers count."""

_SEAT = re.compile(rf"(?<!{FOLDED_NUMERAL})([0-9]{{1,3}}|{KANJI_NUMERAL}{{1,3}})番(?=議員|委員)")
"""A member by the number of his seat (6番議員), as some records print it before the name."""

_SEATED = re.compile(rf"([0-9]{{1,3}}|{KANJI_NUMERAL}{{1,3}})番(?:議員|委員)?")

_KANJI = re.compile(r"[一-龥々]+")

_ERAS = frozenset(name for name, _, _ in ERAS)

LONGEST = 3
"""Words of a name: 姓, 名, and what the dictionary cuts a rare one into."""

LEAST, IN_KANA = 2, 8
"""Characters of a name; of the longest one in kana (`_IN_KANA`)."""


def named_members(
    text: str, tokenizer: Tokenizer, speaks: Callable[[str], bool] = lambda form: False
) -> tuple[str, ...]:
    """The names that stand before 議員, 委員 …, as written (`retriever.spelling.prepared`), in order; before さん those of speakers.

    Args:
        text: the question.
        tokenizer: cuts it into words, if a title stands in it at all.
        speaks: whether a form stands in the name of a speaker of the record.
    """
    plain = prepared(text)
    titles = [(title, True) for title in _TITLE.finditer(plain)]
    titles += [(title, False) for title in _HONORIFIC.finditer(plain)]
    if not titles:
        return ()
    words = tokenizer.words(text)
    names = [prepared(word.surface) for word in words if word.kind == "name" and _is_of_persons(word.surface)]
    found: dict[str, None] = {}
    for seat in _SEAT.finditer(plain):
        found[f"{seat[1]}番"] = None
    for title, certain in titles:
        rest, taken = plain[: title.start()], ""
        for _ in range(LONGEST):
            last = next((name for name in names if name and rest.endswith(name)), "") or _rare(rest, names)
            if not last:
                break
            rest, taken = rest[: -len(last)], last + taken
        if not certain and not any(map(speaks, tokenizer.tokens(taken))):
            continue
        if not taken and certain and (in_kana := _IN_KANA.search(rest, max(0, len(rest) - IN_KANA))):
            taken = in_kana[0]
        if len(taken) >= LEAST:
            found[taken] = None
    return tuple(found)


def _rare(text: str, names: Sequence[str]) -> str:
    """A name at the end of a text that is cut into one the dictionary has and a character or two beside it (後藤 + 英, 英 + 知夫)."""
    for length in (1, 2):
        before, beside = text[:-length], text[-length:]
        name = next((name for name in names if name and before.endswith(name)), "")
        if name and _KANJI.fullmatch(beside):
            return name + beside
    return ""


def _is_of_persons(word: str) -> bool:
    """Whether a name is one of persons: the dictionary calls 公明党, 渋谷区 and 令和 names as well."""
    return word not in _ERAS and any(pos[2] == "人名" for pos in parts_of_speech(word))


def is_named(speaker: str, names: Iterable[str]) -> bool:
    """Whether a speaker's name, as the record has it, is one of `names`: by the whole name, the surname or the given name; of a
    whole name that is asked for the record may have the surname alone."""
    plain = re.sub(r"\s", "", prepared(speaker))
    if len(plain) < LEAST:
        return False
    return any(plain.startswith(name) or plain.endswith(name) or name.startswith(plain) for name in names)


def is_one_of(speaker: Speaker, names: Iterable[str]) -> bool:
    """Whether a speaker is one of those who are named: by name, or by the number of the seat."""
    names = list(names)
    seat = _SEATED.fullmatch(prepared(speaker.office))
    seats = {value_of(match[1]) for name in names if (match := _SEATED.fullmatch(name))}
    return (seat is not None and value_of(seat[1]) in seats) or is_named(speaker.name, names)


def is_called(text: str, names: Iterable[str]) -> bool:
    """Whether a text names one of `names` as a person (大澤議員, 山口さん; not 山口県)."""
    plain = prepared(text)
    return any(
        re.search(rf"{re.escape(name)}[^、。\s]{{0,4}}?(?:{TITLES}|氏|さん|君)", plain) for name in names
    )
