"""What officials ask: a plea is no statement, but work put in others' hands or a matter brought before the council is one."""

from __future__ import annotations

import re

REQUEST = re.compile(
    r"(?:(?<![かがさたばまらわ]せ)|(?<=[知聞合済][らかわま]せ))(?:て|で)(?:いただ(?:き(?:たい|ます)|け(?!るよう)|く(?![一-鿿]|よう(?:に)?[一-鿿]|という方針))|頂(?:き(?:たい|ます)|け|く)|ほし|もらいた|下さ|くださ)|(?:(?<![かがさたばまらわ]せて)いただけ(?:れ|た)|願え)|お願い|お?願(?:い|え)|御?協力を(?=お?願|いただ|頂|よろしく|$)|賜|ください"
)

_PUT_TO = re.compile(
    r"(?:お?願い(?:を)?(?:し|いたし)て(?![いおまみき、])|(?<=いただ[くけ])(?:こと[をもが]|よう(?:な|に)|ため(?:の|に)|形で)(?=[^、]{3})|という(?:ような)?(?:こと|ところ|旨|内容|形|お?話|[一-鿿]{2,6}(?:等|など)?)[をはでもに]|と(?:は|も)?(?=[^、]{0,8}(?:要請|要望|求め|働きかけ|申し?入れ|伝え|依頼|指導|周知)))"
)
"""「進めていただきたいと要請していく」「控えてくださいということを掲載する」: what is asked stands before it."""


def asks(core: str) -> bool:
    """Whether the bare clause asks something of those who listen."""
    asked = _PUT_TO.split(core)[-1]
    return bool(REQUEST.search(asked, max(0, len(asked) - 16)))


BRINGS_IN = re.compile(
    r"(?:補正(?:予算)?|議会|定例会|当初予算|会議)(?:で|に|において)(?:は)?(?:提案|計上|上程)?(?:を)?お?願い(?:を)?(?:したい|いたしたい|する予定|することと[^、]{0,8})$"
)
"""「九月の補正でお願いしたいと考えております」 will put it before the council."""

ENTRUSTS = re.compile(
    r"(?:会|団体|事業所|業者|組合|法人|社|センター)(?:等|など|の方々?|さん|様|の皆(?:さん|様))?に(?:は|も)?お?願い(?:を)?(?:し|いたし)て(?:い|お)(?:る|ります|ます)$"
)
"""「管理は猟友会にお願いをしております」 tells who does it for the town; of the public one only asks (皆様にお願いしております)."""

ASKS_OF = re.compile(
    r"(?:会|団体|事業所|業者|組合|法人|社|センター|[師士員者])(?:等|など|の方々?|さん|様)?に(?:は|も)?お?願い(?:を)?(?:する|していく)(?:予定|計画)$|(?:お?願いする|ていただく)こと[とに](?:し|いた)|お?願い(?:を)?(?:し|いたし)て(?:い[きくこ]|まい|参)"
)
"""「委員をお願いすることとしている」 appoints people."""
