"""The English words that carry grammar or by which one asks, and so name nothing that a Japanese record could hold."""

from __future__ import annotations

FUNCTION = frozenset(
    """a an the this that these those some any no not all both each every either neither such same other another else own
    i me my we us our you your he him his she her it its they them their there here who whom whose which what when where why how
    and or but nor so if then than as because while whether though although until unless since
    of in on at by for from to with without into onto upon about against between among through during before after above below
    under over near per via out off up down around across along within toward towards throughout despite except beyond amid
    am is are was were be been being do does did done doing have has had having can cannot could may might must shall should will
    would get gets got getting go goes went gone going make makes made making take takes took taken taking give gives gave given
    giving let lets put puts putting become becomes became becoming come comes came coming
    very too also only just even still yet again once already ever never now soon ago
    more most less least fewer much many few several one ones thing things way ways kind kinds sort sorts type types
    someone somebody something anyone anybody anything everyone everybody everything nobody nothing itself himself herself
    themselves please really actually currently recently specifically exactly approximately roughly""".split()
)
"""Words that carry grammar, not subject; a phrase neither begins nor ends with one, but for `PARTICLES` and listed terms."""

PARTICLES = frozenset("up out off down over back away through".split())
"""What makes another verb of a verb (carry out, pay back): such a pair is looked up as a verb."""

ASKING = frozenset(
    """mr mrs ms dr say says said saying tell tells told state stated states mention mentioned mentions explain explained explains explanation
    answer answered answers answering reply replied replies respond responded response responses describe described ask asked asks
    asking question questions questioned questioner discuss discussed talk talked speak spoke speaker speakers comment commented
    comments remark remarks according official officials council councils councillor councillors councilor councilors committee
    committees member members assembly minutes meeting meetings record records city cities town towns village municipality
    municipal municipalities mayor government administration idea ideas intend intends intended intention think thinks thought
    believe view views opinion opinions want wanted wants regarding concerning concerned related relate relevant term terms mean
    means meant called name names named number numbers exist exists existed people person persons amount total times list lists
    know known happen happened happens use used uses
    fiscal using long often far example examples case cases fact facts reason reasons aim aims aiming aimed rely relies relied
    status situation situations current present always usually sometimes generally mainly mostly especially simply almost nearly
    see sees seen saw hear hears heard specific brief briefly due like likes sure keep keeps kept keeping thinking hard rather instead however therefore otherwise perhaps maybe later earlier together enough quite able likely certain various whole
    find finds found last twice first second third two three four five six seven eight nine ten hundred thousand million billion half yen percent""".split()
)
"""Words by which one asks the minutes; alone they are not looked up, inside a longer phrase they are (council housing)."""
