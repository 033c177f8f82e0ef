"""What officials ask: a plea is no statement, but work put in others' hands or a matter brought before the council is one."""

from __future__ import annotations

import re

REQUEST = re.compile(
    r"(?:(?<![かがさたばまらわ]せ)|(?<=[知聞合済][らかわま]せ))(?:て|で)(?:いただ(?:き(?:たい|ます)|け(?!るよう)|く(?![一-鿿]|よう(?:に)?[一-鿿]|という方針))|頂(?:き(?:たい|ます)|け|く)|ほし|もらいた|下さ|くださ)|(?:(?<![かがさたばまらわ]せて)いただけ(?:れ|た)|願え)|お願い|お?願(?:い|え)|御?協力を(?=お?願|いただ|頂|よろしく|$)|賜|ください"
)

BRINGS_IN = re.compile(
    r"(?:補正(?:予算)?|議会|定例会|当初予算|会議)(?:で|に|において)(?:は)?(?:提案|計上|上程)?(?:を)?お?願い(?:を)?(?:したい|いたしたい|する予定|することと[^、]{0,8})$"
)
"""「九月の補正でお願いしたいと考えております」 will put it before the council."""

ENTRUSTS = re.compile(
    r"(?:会|団体|事業所|業者|組合|法人|社|センター)(?:等|など|の方々?|さん|様|の皆(?:さん|様))?に(?:は|も)?お?願い(?:を)?(?:し|いたし)て(?:い|お)(?:る|ります|ます)$"
)
"""「管理は猟友会にお願いをしております」 tells who does it for the town; of the public one only asks (皆様にお願いしております)."""

ASKS_OF = re.compile(r"(?:お?願いする|ていただく)こと[とに](?:し|いた)")
"""「委員をお願いすることとしている」 appoints people."""
