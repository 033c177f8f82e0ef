"""Hangul spellings of Japanese names, folded to Latin letters so far that they meet the romaji.

Follows the way in which syllable blocks are composed (Unicode standard, chapter 3.12: Hangul syllable decomposition). Korean
does not tell k/g, t/d, p/b and ch/j/z apart at the places where Japanese does, so both sides are folded alike.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.register import register
from corpus.wordlists import pairs

_INITIAL = "k,k,n,t,t,r,m,p,p,s,s,,ch,ch,ch,k,t,p,h".split(",")
_VOWEL = "a,e,ya,ye,o,e,yo,e,o,wa,we,we,yo,u,wo,we,wi,yu,u,i,i".split(",")
_FINAL = ",k,k,k,n,n,n,t,r,r,r,r,r,r,r,r,m,p,p,t,t,n,t,t,k,t,p,".split(",")
"""Of the 19 initial consonants, 21 vowels and 28 final consonants (the first is none) in the order of the Unicode standard: how each sounds."""
_FOLDS = pairs(r"tsu|su|chu|cheu|ts|zu=s sh=s ch|j|z=s g=k d=t b=p f=h l=r ou|oo=o uu=u (.)\1+=\1")
"""Letters that the two languages tell apart otherwise, and the one that stands for them."""


def romanise_hangul(text: str) -> str:
    """`text` (Hangul or romaji) as folded Latin letters: 가나자와 and Kanazawa both give `kanasawa`."""
    out = []
    for char in text.lower():
        code = ord(char) - 0xAC00
        if 0 <= code < 11172:
            initial, rest = divmod(code, 588)
            vowel, final = divmod(rest, 28)
            out.append(_INITIAL[initial] + _VOWEL[vowel] + _FINAL[final])
        elif char.isascii() and char.isalpha():
            out.append(char)
    folded = "".join(out)
    for pattern, replacement in _FOLDS.items():
        folded = re.sub(pattern, replacement, folded)
    return folded


LEAST = 4
"""Letters of a town's name from which a Korean word is taken for it: shorter ones begin many words."""


@lru_cache(maxsize=2048)
def sound_of(town: str) -> str:
    """How a town's name sounds, folded as `romanise_hangul` does it; empty where the register has no romaji or the name is too short."""
    entries = register().by_name(town)
    sound = romanise_hangul(entries[0].municipality.romaji) if entries else ""
    return sound if len(sound) >= LEAST else ""
