"""The lines of a record with which a matter ends (（採決）, 討論なし): what follows is the result, not speech."""

from __future__ import annotations

import re

from corpus.patterns import any_of
from ingest.marks.headingforms import HEADING_MAX
from ingest.text.lines import Line

_VERDICT = re.compile(
    any_of(
        # 「【討論】」「５．審査結果」
        r"^(?:[（(【〔［\[＜<■◆・]*|\d{1,2}[．.、\s]+)\s*"
        r"(?:討論|採決|表決|決定事項|(?:採決|審査|表決|審議|選定)の?結果)[）)】〕］\]＞>]*\s*$",
        # 「（採決）全員賛成」
        r"^[（(【〔［](?:討論|採決|表決)[）)】〕］]",
        # 「△質疑終局宣告」「▲討論（議案第３号）」
        r"^[▲△▼]\s*(?:[^。（()）]{0,10}の?質疑(?:の?終局|終結)|討論|採決|表決)(?:宣告)?(?:[（(][^（()）。]{1,14}[）)])?$",
        # 「質疑なし」「討論はなし、」「討論　なし」
        r"^(?:質疑|討論|意見)(?:は)?[\s：:]*な(?:し|く)(?!と)",
        # 「採決　全員賛成で可決」「審査結果：原案のとおり可決」
        r"^(?:採決|表決|(?:採決|審査|審議)の?結果)[\s：:]+(?:(?:挙手|起立)?(?:全[員会]|賛成|多数)|異議な|原案|可決|否決|承認|同意|認定|採択|不採択|継続)[^。]{0,24}$",
    )
)
_RESULT = re.compile(r"^(?:採決|表決|審査|審議)の?結果|^[^。]{0,20}全(?:員|会)(?:賛成|一致|異議な)")


def is_verdict(line: Line, digest: bool) -> bool:
    """（採決）, 討論なし …: what follows in this turn is the result, not speech. `digest`: records of 問 and 答."""
    if len(line.text) > HEADING_MAX:
        return False
    return _VERDICT.match(line.text) is not None or (digest and _RESULT.match(line.text) is not None)
