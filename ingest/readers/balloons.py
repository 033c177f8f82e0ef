"""Speech balloons: pages on which a talk is shown as a chat, each balloon with its speaker's name.

The name stands in an attribute `data-speaker`, in an element of its own (class speech-name, balloon-name, icon-name …), or as
the first line of the balloon. It becomes a line 【name】 before the words. So does what another attribute of the speeches holds
(data-voice-title="◯議長（氏名）", title="町長"), where it names who speaks on nearly every element that has it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Any

from ingest.people.names import is_person
from ingest.people.speakers import parse_label
from ingest.text.normalize import share, squeeze

NAME_MAX = 40
"""Characters of a speaker's name with office and group."""
BALLOONS_MIN = 3
"""From this many balloons that name their speaker on, a Markdown page is a dialogue."""

ELEMENTS_MIN, LABELS_SHARE = 3, 0.9
"""Elements with an attribute from which it may be that of the speakers, and the share of them on which it holds an office."""
PIECES = 12
"""Pieces of an element's text among which a label stands that the page prints."""
AROUND = 4
"""Elements around a paragraph of a speech that may be the whole speech: a page nested without end is not climbed to its top."""
_SIGNS = "○◯〇◎◆● \u3000"
_OF_SPEECH = ("p", "div", "li", "dd", "section", "article", "blockquote")

_BALLOON = r"(?:balloon|bubble|fukidashi)"
_OF_TURN = re.compile(
    r"(?:^|[\s_-])(?:turn|speech|utterance|statement|remark|message|talk|dialog(?:ue)?)s?(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes of a speech, inside which the class `name` or `speaker` is that of who speaks."""
_NAME_CLASS = re.compile(
    r"(?:speech|balloon|bubble|fukidashi|chat|talk|serif|icon|speaker)(?:-|_|__)*(?:icon|person|speaker)?(?:-|_)*name\b",
    re.IGNORECASE,
)
_CLASS = re.compile(rf"{_BALLOON}", re.IGNORECASE)
_NO_NAME = re.compile(r"[。、？?！!：:【】]|^\s*[○◯〇◎◆●]")
"""A sentence, or a label that is marked already."""
_ATTRIBUTE = re.compile(r"""<\w+\b[^<>]*\bdata-speaker\s*=\s*["']([^"'<>]{1,60})["'][^<>]*>""")
_FIRST_LINE = re.compile(
    rf"""<div\b[^<>]*\bclass\s*=\s*["'][^"'<>]*{_BALLOON}[^"'<>]*["'][^<>]*>\s*(?:<(?:span|b|strong|p)\b[^<>]*>)?"""
    rf"""([^<>\n。、？！]{{2,{NAME_MAX}}}?)\s*(?:</(?:span|b|strong|p)>)?\s*<(?:br\s*/?|div[^<>]*)>""",
    re.IGNORECASE,
)


def in_markdown(text: str) -> str | None:
    """Markdown with a line 【name】 for each balloon's tag; None where it holds too few for a dialogue."""
    for pattern in (_ATTRIBUTE, _FIRST_LINE):
        if len(pattern.findall(text)) >= BALLOONS_MIN:
            return pattern.sub(lambda m: f"【{_name(m[1])}】\n", text)
    return None


def attributes_of_speakers(root: Any) -> tuple[str, ...]:
    """The attributes of a page that say who speaks the words of their elements, the one of the name alone last."""
    held: dict[str, list[str]] = defaultdict(list)
    for element in root.iter(*_OF_SPEECH):
        for name, value in element.items():
            if name in ("title", "aria-label") or name.startswith("data-"):
                held[name].append("" if _is_printed(value, element) else value)
    often = {
        name: values for name, values in held.items() if len(values) >= ELEMENTS_MIN and len(set(values)) > 1
    }
    offices = [name for name, values in often.items() if share(values, _names_office) >= LABELS_SHARE]
    names = [name for name, values in often.items() if share(values, _names_person) >= LABELS_SHARE]
    return (*offices, *names) if offices else ()


def _names_office(value: str) -> bool:
    who = parse_label(_label(value))
    return who is not None and bool(who.office)


def _names_person(value: str) -> bool:
    return is_person(squeeze(value))


def _label(value: str) -> str:
    """A label without the sign before it; empty where it can be none."""
    return _name(value.strip(_SIGNS)) if len(value) <= NAME_MAX else ""


def speaker_of(element: Any, attributes: Sequence[str]) -> str:
    """The label of who speaks an element's words, of the attributes that say so: the longest that has an office, and the name. Empty for
    an element within one that says the same."""
    around = list(islice(element.iterancestors(), AROUND))
    labels = [
        label
        for name in attributes
        if (label := _label(value := element.get(name) or ""))
        and all(one.get(name) != value for one in around)
    ]
    office = max((label for label in labels if _names_office(label)), key=len, default="")
    name = next((label for label in labels if _names_person(label)), "")
    return f"{office}\u3000{name}" if office and name and squeeze(name) not in squeeze(office) else office


def _is_printed(value: str, element: Any) -> bool:
    """Whether the words of an element open with what its attribute says: the page names the speaker itself."""
    head = "".join(islice(element.itertext(), PIECES))
    return squeeze(value.strip(_SIGNS)) in squeeze(head)[: 2 * NAME_MAX]


def name_in(element: Any) -> str:
    """The name that an element of a page holds and nothing else; empty for any other element."""
    parent = element.getparent()
    following = element.getnext()
    own = _NAME_CLASS.search(element.get("class") or "") or _names_turn(element)
    first = (
        parent is not None
        and element.tag in ("span", "b", "strong", "p")
        and _CLASS.search(parent.get("class") or "")
        and not (parent.text or "").strip()
        and element.getprevious() is None
        and following is not None
        and following.tag in ("br", "div")
        and not (element.tail or "").strip()
    )
    name = _name("".join(element.itertext())) if own or first else ""
    before = element.getprevious()
    if name and before is not None and isinstance(before.tag, str) and is_badge(before):
        return f"{_name(''.join(before.itertext()))}\u3000{name}".strip()
    return name


def is_badge(element: Any) -> bool:
    """<span class="badge">総務課長</span> before <span class="who">: the office, which `name_in` puts before the name."""
    following = element.getnext()
    return (
        re.search(r"badge|role|post", element.get("class") or "") is not None
        and following is not None
        and _names_turn(following)
    )


def _names_turn(element: Any) -> bool:
    """<div class="turn"><div class="meta"><span class="name">: who speaks, in or right above the words."""
    if not {"name", "speaker", "who", "speaker-name"}.intersection((element.get("class") or "").split()):
        return False
    parent = element.getparent()
    above = [one for one in (parent, parent.getparent() if parent is not None else None) if one is not None]
    return any(_OF_TURN.search(one.get("class") or "") for one in above)


def named_first(element: Any) -> str:
    """The name that stands first in a balloon, a break or a block after it."""
    if (
        not _CLASS.search(element.get("class") or "")
        or not len(element)
        or element[0].tag not in ("br", "div")
    ):
        return ""
    return _name(element.text or "")


def _name(text: str) -> str:
    """A speaker's name without the pictures and signs in front of it; empty where it is none."""
    name = re.sub(r"^[^\w（(]+", "", re.sub(r"\s+", " ", text)).strip()
    return name if len(name) <= NAME_MAX and not _NO_NAME.search(text) else ""
