"""The names of bills that a record prints once and then calls by their numbers: 議案第２号を議題といたします。

They stand where the chair lists them (議案第３号、…補正予算（第１号）、議案第４号、…) or where a clerk reads one out.
"""

from __future__ import annotations

import re
import unicodedata

from corpus.bills import BILL_KINDS

_NUMBER = r"[\d〇一二三四五六七八九十百]{1,4}"
BILL = rf"(?:(?:[議報認承諮同]|{BILL_KINDS}|意見書案|議員提出議案)第\s?{_NUMBER}号|第{_NUMBER}号(?:議案|認定|報告|陳情|請願))"
_NAME_ENDS = r"(?:条例|規則|予算|決算|締結|変更|認定|廃止|取得|処分|意見書|決議|同意|承認|選任|任命|推薦|指定|規約|計画|制定|改正|請願|陳情|報告|和解|決定|[）)])"
_NAMED = re.compile(
    rf"({BILL})([、，,\s]*)(「?)(?!から|まで|及び|並びに|ないし|[のをはにがと])([^。、，,「」\n]{{4,80}}?{_NAME_ENDS})」?(?=(?:の件|について)?(?:[。、，,」\n]|$|を議題|を一括|の(?:質疑|審議|採決|討論))|の件|について)"
)
HEARD_MAX = 300
"""Characters of a turn that is not the chair's within which it reads out or names a bill."""


class Bills:
    """The bills named so far, by their numbers."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}

    def hear(self, text: str) -> None:
        """Keeps the names in some words, without the signs of quotation around them; the first of a number stays."""
        if "号" not in text:
            return
        for found in _NAMED.finditer(text):
            number, between, quoted, name = found.groups()
            apart = between or ("\u3000" if quoted else "")
            self.names.setdefault(_key(number), f"{number}{apart}{name}")

    def full(self, item: str) -> str:
        """An item that is nothing but a bill's number, with the name if it is known."""
        return self.names.get(_key(item), item) if re.fullmatch(BILL, item) else item


def _key(bill: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", bill))
