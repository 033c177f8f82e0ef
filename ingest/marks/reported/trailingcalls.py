"""The chair's call at the end of the speech before it, in records that print no label of the chair for a mere call.

◯藤井市長　五年でございます。
以上です。
８番、新谷議員。
◯新谷議員　…
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.marks.mark import Mark
from ingest.text.lines import Line

_CALL = re.compile(r"^(?:はい、)?(?:\d{1,3}番[、，]?\s*)?([^\s。、，]{2,16})。$")


def without_call(body: Sequence[Line], following: Mark) -> list[Line]:
    """The lines of a speech without a last one that does nothing but call who speaks next, on a line of its own."""
    found = _CALL.match(body[-1].text) if len(body) > 1 else None
    speaker = following.speaker
    if found is None or speaker.side == "chair" or not speaker.office:
        return list(body)
    name = found[1].removesuffix(speaker.office)
    called = name != found[1] and (not name or speaker.name.startswith(name))
    return list(body[:-1]) if called else list(body)
